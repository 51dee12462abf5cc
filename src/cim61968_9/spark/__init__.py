"""A data source for PySpark: tables of messages as data frames of a cluster (extra ``spark``).

::

    import cim61968_9 as cim

    cim.spark.register(spark)
    frame = spark.read.format("cim61968_9").option("values", "decimal").load("/data/inbox")

``load`` takes a file, a folder, a pattern or a list of them, as :func:`cim61968_9.sources.find
<cim61968_9.sources.find>` does; every worker has to be able to open the paths, and to import this package. The columns
are those of :mod:`cim61968_9.columns`, in the types of Spark, and have their meaning as comment. Options are in
:data:`OPTIONS`; the way from files to rows is told in ``docs/how-to/spark-and-others.md``.
"""

from __future__ import annotations

from typing import Any

from ..columns._arrow import arrow, extra
from .options import OPTIONS

__all__ = ["NAME", "OPTIONS", "register"]

NAME = "cim61968_9"
"""The name of the format."""


def register(session: Any) -> None:
    """Make the format known to a session, classic or Connect.

    Where the session tells how many cores it has, a table has at least two partitions for each, as far as there are
    files; the option ``minPartitions`` says otherwise.

    Raises:
        ImportError: pyspark 4 or pyarrow is not installed.
    """
    arrow()
    extra("pyspark.sql.datasource", "spark", "the data source")
    from .source import MessageSource

    context = getattr(session, "sparkContext", None)  # a Connect session has none
    cores = int(context.defaultParallelism) if context is not None else 0
    # the class goes to workers by its content, and the number with it; its base goes there by name
    session.dataSource.register(type("MessageSource", (MessageSource,), {"least_partitions": 2 * cores or 1}))
