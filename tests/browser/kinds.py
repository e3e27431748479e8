"""The kinds of pages that a reader meets, and where the shipped wiki has them."""

from __future__ import annotations

PAGES_BY_KIND = {
    "home": "index.html",
    "work": "works/*.html",
    "person": "people/*.html",
    "topic": "topics/*.html",
    "organization": "organizations/*.html",
    "venue": "venues/*.html",
    "year": "years/*.html",
    "works index": "works/index.html",
    "people index": "people/index.html",
    "topics index": "topics/index.html",
    "organizations index": "organizations/index.html",
    "venues index": "venues/index.html",
    "years index": "years/index.html",
    "citation index": "citations.html",
    "coauthor graph": "graph.html",
    "claims": "claims.html",
    "glossary": "glossary.html",
    "topic map": "topics/map.html",
    "timeline": "timeline.html",
    "changes": "changes.html",
    "changes of a kind": "changes/by/*.html",
    "all of a list": "people/by/*-coauthors.html",
    "curation": "curation.html",
    "guide": "guide/*.html",
    "reference": "reference/*.html",
    "search": "search.html",
    "missing page": "404.html",
}
"""Patterns of output files; of several matches the fullest page is tried."""
