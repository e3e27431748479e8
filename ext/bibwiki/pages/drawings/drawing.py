"""What drawings consist of: frozen values that a template writes as SVG.

Coordinates are whole numbers, from the upper left corner to the right and down. In a
fluid drawing, which is as wide as the text around it, those to the right are percent
of its width instead, with one decimal; heights and sizes stay pixels, so that text
keeps its size on every screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from bibwiki.model.values import value

if TYPE_CHECKING:
    from bibwiki.pages.links import Place

Across: TypeAlias = int | float
"""How far to the right: pixels, or percent in a fluid drawing."""
Anchor: TypeAlias = Literal["start", "middle", "end"]


@value(frozen=True, slots=True)
class Line:
    """A straight line."""

    x1: Across
    y1: int
    x2: Across
    y2: int


@value(frozen=True, slots=True)
class Strokes:
    """Lines of one kind; they are decoration, since lists and tables tell the same."""

    style: str
    """``1`` to ``4`` for ties, the widest last, or ``axis``."""
    lines: tuple[Line, ...]


@value(frozen=True, slots=True)
class Label:
    """A piece of text, perhaps linked."""

    text: str
    x: Across
    y: int
    """The line that the letters stand on."""
    anchor: Anchor = "start"
    shift: int = 0
    """Pixels to the right of ``x``."""
    strong: bool = False
    place: Place | None = None
    """Where a label leads that stands alone; a label of a dot leads where it does."""


@value(frozen=True, slots=True)
class Dot:
    """A round or square mark that leads somewhere."""

    place: Place | None
    title: str
    """What it is, for readers who point at it or hear it. Empty where the label says
    everything."""
    x: Across
    y: int
    radius: int
    """Half the side of a square."""
    style: str = ""
    """A colour, ``1`` to ``5``, or empty for none in particular."""
    form: Literal["round", "square"] = "round"
    hollow: bool = False
    label: Label | None = None


@value(frozen=True, slots=True)
class Bar:
    """An upright bar that leads somewhere."""

    place: Place | None
    title: str
    x: Across
    y: int
    width: Across
    height: int


@value(frozen=True, slots=True)
class Drawing:
    """A picture: lines below, then bars, dots and labels, each in the order of Tab."""

    title: str
    description: str
    """What it shows, for readers who do not see it; one sentence."""
    width: int
    """Pixels; 0 makes the drawing fluid."""
    height: int
    strokes: tuple[Strokes, ...] = ()
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    labels: tuple[Label, ...] = ()
    anchor: str = ""
    """Its id, where something leads to it."""
    explorable: bool = False
    """Whether a script lets readers zoom and move it."""

    @property
    def fluid(self) -> bool:
        """Whether the drawing is as wide as the text around it."""
        return not self.width


@value(frozen=True, slots=True)
class LegendItem:
    """What a colour or a form in a drawing means."""

    text: str
    style: str = ""
    form: Literal["round", "square"] = "round"
    hollow: bool = False
