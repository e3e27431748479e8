"""A linker that notes which things' addresses are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.links import ThingPlace
from bibwiki.pages.tracing.tables import BRIEF

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.links import Linker, Place
    from bibwiki.pages.tracing.recorder import Recorder


class RecordingLinker:
    """Gives the addresses of another linker; serves all pages that this one serves."""

    def __init__(self, linker: Linker, recorder: Recorder) -> None:
        self._linker = linker
        self._recorder = recorder
        self._found: dict[Target, tuple[str | None, int]] = {}
        """Maps things to their address and the number of the fact."""

    @property
    def prefix(self) -> str:
        """What leads from the page being rendered to the site's root."""
        return self._linker.prefix

    def url(self, place: Place) -> str | None:
        """Return the address of a place as seen from the page being rendered."""
        if type(place) is not ThingPlace:
            return self._linker.url(place)
        target = place.target
        if place.anchor:
            self._recorder.note(BRIEF + target.kind.value, target.id)
            return self._linker.url(place)
        found = self._found.get(target)
        if found is None:
            number = self._recorder.number(BRIEF + target.kind.value, target.id)
            found = self._found[target] = (self._linker.url(place), number)
        self._recorder.read[found[1]] = None
        return found[0]
