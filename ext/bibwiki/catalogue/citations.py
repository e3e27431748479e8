"""What documents mention, looked up in the catalogue: by target and by document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.model.notes.kind import Kind, Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.identity.mention import Mention


@dataclass(frozen=True, slots=True)
class MentionIndex:
    """Who mentions what. Mentions stand in the order of docname, line and anchor."""

    by_target: Mapping[Target, tuple[Mention, ...]] = field(default_factory=dict)
    """Maps a thing to the places that mention it."""
    by_document: Mapping[str, tuple[Target, ...]] = field(default_factory=dict)
    """Maps a docname to what it mentions, in the order of first mention."""
    by_key: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Maps every citation key as written, known or not, to the docnames that cite it,
    sorted; keys are sorted."""

    @property
    def cited(self) -> frozenset[str]:
        """The primary keys of all works that a document mentions."""
        return frozenset(
            target.id for target in self.by_target if target.kind is Kind.WORK
        )


def index_mentions(catalogue: Catalogue, mentions: Iterable[Mention]) -> MentionIndex:
    """Look up what every mention means.

    Names that mean nothing are left out; reporting them is the business of whoever
    knows their place in the document. The result does not depend on the order of the
    mentions.
    """
    resolved: dict[tuple[str, str], Target | None] = {}
    by_target: dict[Target, list[Mention]] = {}
    by_document: dict[str, dict[Target, None]] = {}
    by_key: dict[str, set[str]] = {}
    for mention in sorted(mentions, key=_reading_order):
        targets: dict[Target, None] = {}
        for name in mention.names:
            if mention.kind == "cite":
                by_key.setdefault(name, set()).add(mention.docname)
            wanted = (mention.kind, name)
            if wanted not in resolved:
                resolved[wanted] = _meaning(catalogue, *wanted)
            if (target := resolved[wanted]) is not None:
                targets[target] = None
        for target in targets:
            by_target.setdefault(target, []).append(mention)
        by_document.setdefault(mention.docname, {}).update(targets)
    return MentionIndex(
        {target: tuple(many) for target, many in by_target.items()},
        {docname: tuple(many) for docname, many in by_document.items()},
        {key: tuple(sorted(by_key[key])) for key in sorted(by_key)},
    )


def _reading_order(mention: Mention) -> tuple[str, int, str, tuple[str, ...]]:
    return (mention.docname, mention.line, mention.anchor, mention.names)


def _meaning(catalogue: Catalogue, kind: str, name: str) -> Target | None:
    if kind == "cite":
        key = catalogue.key_to_work.get(name)
        return None if key is None else Target(Kind.WORK, key)
    known = {member.value for member in Kind}
    return resolve(catalogue, name, Kind(kind) if kind in known else None)
