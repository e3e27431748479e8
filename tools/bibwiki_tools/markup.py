"""Names, titles, links and citations in MyST, safe whatever a BibTeX file says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.resolution import resolve
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.thing_links import name_of
from bibwiki_tools.texts import markdown_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bibwiki.catalogue.catalogue import Credit
    from bibwiki.pages.context import PageContext

_PLAIN = re.compile(r"[^\W_](?:[^\W_]|[ .,'\u2019-])*")
"""What can stand between ``[[`` and ``]]`` without being taken for markup."""
_PLAIN_KEY = re.compile(r"[^\s,{}<>\[\]|`'\"\\]+")
"""A citation key that the ``cite`` roles take as it is."""


@dataclass(frozen=True, slots=True)
class Markup:
    """Writes MyST about the things of one catalogue."""

    context: PageContext

    def link(self, target: Target) -> str:
        """Return a wiki link, with the name where the name alone leads there."""
        name = name_of(self.context, target)
        for text in (name, target.id):
            if _PLAIN.fullmatch(text) and self._leads_to(text, target):
                return f"[[{text}]]"
        if _PLAIN.fullmatch(target.id):
            return f"{{wiki:{target.kind}}}`{target.id}`"
        return markdown_text(name)

    def credit(self, credit: Credit) -> str:
        """Return a creator's name, linked where it is known who that is."""
        if credit.person is not None:
            return self.link(Target(Kind.PERSON, credit.person))
        if credit.organization is not None:
            return self.link(Target(Kind.ORGANIZATION, credit.organization))
        return markdown_text(credit.contribution.name.display)

    def title(self, key: str) -> str:
        """Return a work's title in italics, with its year and a citation."""
        work = self.context.catalogue.works[key].work
        year = f" ({work.year})" if work.year is not None else ""
        return f"*{markdown_text(work.title)}*{year}{self.cited(key)}"

    def cited(self, key: str) -> str:
        """Return a space and a citation; nothing for a key that no role can hold."""
        return f" {{cite:p}}`{key}`" if _PLAIN_KEY.fullmatch(key) else ""

    def named(self, keys: Iterable[str]) -> str:
        """Return citations that name their authors in the sentence, or nothing."""
        plain = ",".join(key for key in keys if _PLAIN_KEY.fullmatch(key))
        return f"{{cite:t}}`{plain}`" if plain else ""

    def _leads_to(self, text: str, target: Target) -> bool:
        return resolve(self.context.catalogue, text, None) == target
