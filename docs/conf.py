"""Sphinx configuration of the wiki: bibwiki describes itself and a small field."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bibwiki.version import VERSION

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "_ext"))

project = "bibwiki"
author = "the bibwiki contributors"
project_copyright = "the bibwiki contributors"
html_title = "bibwiki"
version = release = VERSION

extensions = ["myst_parser", "bibwiki", "bibwiki_reference"]
bibtex_bibfiles = sorted(
    os.path.relpath(path, HERE) for path in (HERE.parent / "bib").glob("*.bib")
)
bibtex_reference_style = "author_year"
myst_enable_extensions = ["colon_fence", "deflist", "dollarmath"]
exclude_patterns = ["_build", "requirements.txt"]

html_theme = "bibwiki"
# Read the Docs says where the site will stand; locally, links stay relative.
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_copy_source = False
bibwiki_licence = "BSD 2-Clause"
bibwiki_licence_url = "https://opensource.org/license/bsd-2-clause"
html_show_sphinx = False
