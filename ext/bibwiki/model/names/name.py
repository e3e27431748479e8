"""The parts of a creator's name, as one work writes it."""

from __future__ import annotations

from bibwiki.model.values import value


@value(frozen=True, slots=True)
class Name:
    """A name as written, split after BibTeX's rules and decoded to Unicode.

    The parts are CSL's: BibTeX *First* is ``given``, *von* ``particle``, *Last*
    ``family``, *Jr* ``suffix``. An organization or a mononym that BibTeX protects by
    braces is a ``literal`` and has no parts.
    """

    given: str = ""
    family: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str | None = None
    """E.g. ``Royal Society`` from ``{Royal Society}``; None where there are parts."""

    @property
    def display(self) -> str:
        """The name in reading order, e.g. ``Ludwig van Beethoven, Jr``."""
        if self.literal is not None:
            return self.literal
        if self.given and self.family and not (self.particle or self.suffix):
            return f"{self.given} {self.family}"  # most names
        parts = (self.given, self.particle, self.family)
        name = " ".join(part for part in parts if part)
        return f"{name}, {self.suffix}" if self.suffix else name

    @property
    def inverted(self) -> str:
        """The name with the family name first, e.g. ``van Beethoven, Ludwig``."""
        if self.literal is not None:
            return self.literal
        if self.given and self.family and not (self.particle or self.suffix):
            return f"{self.family}, {self.given}"
        family = " ".join(part for part in (self.particle, self.family) if part)
        return ", ".join(part for part in (family, self.suffix, self.given) if part)

    @property
    def short(self) -> str:
        """What a citation in running text says, e.g. ``van Beethoven``."""
        if self.literal is not None:
            return self.literal
        family = " ".join(part for part in (self.particle, self.family) if part)
        return family or self.given
