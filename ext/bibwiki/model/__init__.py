"""Layer 1: what the files say.

Values that describe BibTeX entries, the works, names, dates and identifiers read out
of them, and the front matter of hand-written pages. No Sphinx, no docutils, no logging:
problems are returned as :class:`~bibwiki.model.diagnostic.Diagnostic` values.
"""
