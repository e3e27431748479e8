"""Layer 2: what the files imply.

Pure functions over :mod:`bibwiki.model` that assemble works, people, venues, topics and
organizations into one :class:`~bibwiki.catalogue.catalogue.Catalogue` and answer
questions about it. Nothing here reads a file or knows how a page looks.
"""
