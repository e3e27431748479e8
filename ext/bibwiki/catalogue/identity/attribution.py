"""Whom a name as written was resolved to, and by which rule."""

from __future__ import annotations

from typing import NamedTuple

DECLARED_ID = "declared id"
IDENTIFIER = "identifier"
"""An ORCID, or the number by which DBLP tells namesakes apart."""
ALIAS = "alias"
NORMALISED_NAME = "normalised name"
OTHER_SPELLING = "other spelling"
MISSING_MIDDLE_NAME = "missing middle name"
ORGANIZATION = "organization"
UNRESOLVED = "unresolved"


class Identity(NamedTuple):
    """Somebody, before ids are handed out."""

    basis: str
    """``page``, ``id`` or ``name``: what makes the identity."""
    value: str
    """The page's id, the declared id, or the normalised full name."""
    number: int = 1
    """Tells people of one normalised name apart, from 1."""
    since: str = ""
    """The key of the first work of somebody whose name is a common one, and who is not
    the first to have it: an id that lasts while others come and go."""


class Attribution(NamedTuple):
    """Whom one contribution was resolved to."""

    identity: Identity | None
    """None for organizations and unresolved names."""
    rule: str


class Resolution(NamedTuple):
    """What an attribution means in the catalogue."""

    person: str | None
    """A person's id; None for organizations and unresolved names."""
    organization: str | None
    """An organization's id where the name is a literal that is one."""
    rule: str
