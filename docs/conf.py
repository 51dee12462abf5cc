"""How the documentation site is built: ``sphinx-build -W --keep-going -n docs docs/_build``.

Nothing is fetched, neither when the site is built nor when it is read. Pages of nouns, JSON Schemas, and copies of the
pages that stand elsewhere in the checkout, are made anew by each build; git ignores them.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import make_api  # noqa: E402
import make_copies  # noqa: E402
import make_json_schemas  # noqa: E402
import make_nouns  # noqa: E402

import cim61968_9  # noqa: E402

project = "cim61968-9"
author = "The cim61968-9 authors"
project_copyright = "The cim61968-9 authors; Apache-2.0"
release = version = cim61968_9.__version__
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "_sphinx.docstrings",
    "_sphinx.links",
    "_sphinx.navigation",
    "_sphinx.references",
    "_sphinx.search",
]
exclude_patterns = ["_build", "code_texts", "page_texts", "published"]
needs_sphinx = "8.1"
nitpicky = True
nitpick_ignore_regex = [
    # other libraries: their pages would have to be fetched
    (r"py:.*", r"(collections|datetime|decimal|dt|duckdb|fractions|hypothesis|lxml|os|pa|pathlib|pd|pl|types)\..*"),
    (r"py:.*", r"(pandas|polars|pyarrow|pytest|multiprocessing|rich|matplotlib|typing)(\..*)?"),
    (r"py:.*", r"(cim61968_9\..*\.)?(T|E|T_co|P|AnyCheck)"),  # type variables
]

myst_enable_extensions = ["deflist", "fieldlist"]
myst_heading_anchors = 4

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_preserve_defaults = True
autodoc_default_options = {"exclude-members": "__init__, __new__, __xml__"}
python_use_unqualified_type_names = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = f"cim61968-9 {release}"
html_static_path = ["_static"]
html_extra_path = ["published"]
html_css_files = ["site.css"]
html_favicon = "_static/icon.svg"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {"navigation_with_keys": False}
pygments_style = "tango"
pygments_dark_style = "monokai"


def setup(app: Sphinx) -> dict[str, bool]:
    """Make the pages that are not in git."""
    make_nouns.write(HERE / "reference" / "nouns")
    make_api.write(HERE / "reference" / "api")
    make_copies.write(HERE / "project")
    make_json_schemas.write(HERE / "published")
    return {"parallel_read_safe": True, "parallel_write_safe": True}
