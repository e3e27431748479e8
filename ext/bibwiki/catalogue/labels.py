"""Short labels that stand for works in sentences and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.model.work import Role

if TYPE_CHECKING:
    from bibwiki.model.names.name import Name
    from bibwiki.model.work import Work

_LONGEST_TITLE = 40
"""Characters of a title that stands in for missing creators."""


def citation_label(work: Work) -> str:
    """Return e.g. ``Lovelace 1843``, ``Lovelace and Babbage 1843`` or ``Lovelace et al.
    1843``: the authors, else the editors, else the title; ``n.d.`` without a date.
    """  # noqa: D205 - one sentence
    when = str(work.year) if work.year is not None else work.date_text or "n.d."
    return f"{_who(work)} {when}"


def _who(work: Work) -> str:
    for role in (Role.AUTHOR, Role.EDITOR):
        names = [one.name for one in work.contributions if one.role is role]
        if names:
            return _names(names, others=work.others)
    return shortened(work.title, _LONGEST_TITLE)


def _names(names: list[Name], *, others: bool) -> str:
    if others or len(names) > 2:
        return f"{names[0].short} et al."
    return " and ".join(name.short for name in names)


def shortened(text: str, longest: int) -> str:
    """Cut a text at a word so that it has at most so many characters, and mark it."""
    if len(text) <= longest:
        return text
    cut = text[:longest]
    head, _, _ = cut.rpartition(" ")
    return f"{(head or cut[:-1]).rstrip(' ,;:.')}…"
