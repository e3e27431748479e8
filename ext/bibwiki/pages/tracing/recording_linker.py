"""A linker that notes which things' addresses are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.links import ThingPlace
from bibwiki.pages.tracing.tables import BRIEF

if TYPE_CHECKING:
    from bibwiki.model.notes.kind import Kind
    from bibwiki.pages.links import Linker, Place
    from bibwiki.pages.tracing.recorder import Recorder


class RecordingLinker:
    """Gives the addresses of another linker; serves all pages that this one serves."""

    def __init__(self, linker: Linker, recorder: Recorder) -> None:
        self._linker = linker
        self._recorder = recorder
        self._found: dict[tuple[Kind, str], tuple[str | None, int]] = {}
        """Maps kind and id of things to their address and the number of the fact."""

    @property
    def prefix(self) -> str:
        """What leads from the page being rendered to the site's root."""
        return self._linker.prefix

    def url(self, place: Place) -> str | None:
        """Return the address of a place as seen from the page being rendered."""
        if type(place) is not ThingPlace:
            return self._linker.url(place)
        key = (place.target.kind, place.target.id)
        if place.anchor:
            self._recorder.note(BRIEF + key[0].value, key[1])
            return self._linker.url(place)
        found = self._found.get(key)
        if found is None:
            number = self._recorder.number(BRIEF + key[0].value, key[1])
            found = self._found[key] = (self._linker.url(place), number)
        self._recorder.read[found[1]] = None
        return found[0]
