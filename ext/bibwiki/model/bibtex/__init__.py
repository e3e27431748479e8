"""BibTeX files: split into entries, repaired, macros and inheritance; and written."""
