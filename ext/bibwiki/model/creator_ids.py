"""Identifiers of people and organizations: ORCID and ROR."""

from __future__ import annotations

import re

_ORCID = re.compile(r"(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])")
_ROR_SIGNS = "0123456789abcdefghjkmnpqrstvwxyz"
"""The digits of Crockford's base 32: no i, l, o and u."""
_ROR = re.compile(
    rf"(?:(?:https?://)?(?:www\.)?ror\.org/)?(0[{_ROR_SIGNS}]{{6}})([0-9]{{2}})/?",
    re.ASCII | re.IGNORECASE,
)


def parse_orcid(text: str) -> str | None:
    """Return an ORCID with its hyphens, or None if its check digit is wrong."""
    found = _ORCID.search(text)
    if found is None:
        return None
    digits = "".join(found.groups()).upper()
    total = 0
    for digit in digits[:-1]:  # ISO 7064 11,2
        total = (total + int(digit)) * 2
    check = (12 - total % 11) % 11
    if digits[-1] != ("X" if check == 10 else str(check)):
        return None
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def orcid_address(orcid: str) -> str:
    """Return the page of an ORCID in its normal form."""
    return f"https://orcid.org/{orcid}"


def parse_ror(text: str) -> str | None:
    """Return the id of an organization in the Research Organization Registry.

    Args:
        text: The id alone, e.g. ``05dxps055``, or its address.

    Returns:
        The id in lower case, or None if the text is none or its last two digits, a
        check number by ISO 7064 (97,10), do not fit.
    """
    found = _ROR.fullmatch(text.strip())
    if found is None:
        return None
    sign, check = found[1].lower(), found[2]
    number = 0
    for digit in sign:
        number = number * len(_ROR_SIGNS) + _ROR_SIGNS.index(digit)
    return f"{sign}{check}" if int(check) == 98 - number * 100 % 97 else None


def ror_address(ror: str) -> str:
    """Return the page of a ROR in its normal form."""
    return f"https://ror.org/{ror}"
