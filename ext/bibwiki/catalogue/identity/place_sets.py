"""Sets of places where one name stands, joined step by step."""

from __future__ import annotations

from typing import TypeAlias

from bibwiki.catalogue.identity.identified import contradict

Part: TypeAlias = int | tuple[int, str]
"""The number of a work, with a role where the name stands on a work more than once: two
creators who share it are two people."""


class PlaceSets:
    """Sets of places that are joined step by step, but for those of two people."""

    __slots__ = ("_members", "identifiers", "label", "parts")

    def __init__(
        self, parts: list[Part], identifiers: dict[int, dict[str, str]]
    ) -> None:
        """Put each place into a set of its own.

        Args:
            parts: One for each place.
            identifiers: Maps the numbers of places to what stands with the name there:
                schemes and values.
        """
        count = range(len(parts))
        self.label = list(count)
        """Which set each place belongs to: read often, so it is always up to date."""
        self.parts = [{part} for part in parts]
        """By label."""
        self.identifiers = identifiers
        """By label; most sets have none."""
        self._members = [[number] for number in count]

    def join(self, one: int, other: int) -> None:
        """Make the sets of two places one, if nothing speaks against it."""
        kept, gone = self.label[one], self.label[other]
        if kept == gone or not self.parts[kept].isdisjoint(self.parts[gone]):
            return
        identifiers = self.identifiers
        if identifiers and contradict(
            identifiers.get(kept, {}), identifiers.get(gone, {})
        ):
            return
        if len(self._members[kept]) < len(self._members[gone]):
            kept, gone = gone, kept
        for number in self._members[gone]:
            self.label[number] = kept
        self._members[kept] += self._members[gone]
        self.parts[kept] |= self.parts[gone]
        if gone in identifiers:
            identifiers[kept] = identifiers.get(kept, {}) | identifiers.pop(gone)
