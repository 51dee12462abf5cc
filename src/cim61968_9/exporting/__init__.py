"""Whole folders of messages as files of tables: :func:`export`, which goes on where it was, whatever happened to it.

A *part* is some sources whose rows go into one file (:mod:`.parts`); parts are made in several processes (:mod:`.pool`)
and entered in a *journal* in the folder (:mod:`.journal`). The kinds of files are a table (:mod:`.formats`).
"""

from .run import Export, Progress, export

__all__ = ["Export", "Progress", "export"]
