"""What a wiki says of itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """What a wiki says of itself."""

    title: str = ""
    """As plain text; empty where nobody said."""
    authors: str = ""
    """Who made it, as a citation names them; empty where nobody said."""
    address: str = ""
    """The address of the home page; empty where it is not known."""
    licence: str = ""
    """The name of the licence of texts and data, e.g. ``CC BY 4.0``."""
    licence_url: str = ""
    report_url: str = ""
    """Where mistakes are reported; empty for nowhere."""
