"""A linker that notes which things' addresses are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.pages.links import ThingPlace
from bibwiki.pages.tracing.facts import BRIEF

if TYPE_CHECKING:
    from bibwiki.pages.links import Linker, Place
    from bibwiki.pages.tracing.recorder import Recorder


class RecordingLinker:
    """Gives the addresses of another linker."""

    def __init__(self, linker: Linker, recorder: Recorder) -> None:
        self._linker = linker
        self._recorder = recorder

    @property
    def prefix(self) -> str:
        """What leads from the page being rendered to the site's root."""
        return self._linker.prefix

    def url(self, place: Place) -> str | None:
        """Return the address of a place as seen from the page being rendered."""
        if isinstance(place, ThingPlace):
            target = place.target
            self._recorder.note(BRIEF + target.kind.value, target.id)
        return self._linker.url(place)
