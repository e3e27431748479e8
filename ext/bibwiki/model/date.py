"""Dates that may lack a day, a month or a certain form."""

from __future__ import annotations

from bibwiki.model.values import value


@value(frozen=True, slots=True)
class PartialDate:
    """A year, or a month or day in it: an EDTF level 0 date."""

    year: int
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """1 to 31; never without a month."""

    @property
    def iso(self) -> str:
        """The date in ISO 8601 form, as precise as it is known, e.g. ``2021-05``."""
        text = f"{'-' if self.year < 0 else ''}{abs(self.year):04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
        return text

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Orders dates; a year without a month stands before its months."""
        return (self.year, self.month or 0, self.day or 0)
