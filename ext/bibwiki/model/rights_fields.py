"""The names of fields that say under which licence a work stands, and who may read it.

Apart from what reads them, because the BibTeX room lists them and knows no LaTeX.
"""

from __future__ import annotations

LICENCE_FIELDS = ("license", "licence", "copyright", "rights")
"""Fields that hold licences, in the order in which they are read."""
ACCESS_FIELDS = (
    "openaccess", "open_access", "oa", "oa_status", "oastatus", "is_oa", "access",
)  # fmt: skip
"""Fields that say who may read a work."""
