"""The numbers of books and serials, ISBN and ISSN, with their check digits."""

from __future__ import annotations

import re

from bibwiki.model.identifier import Identifier

_ISBN = re.compile(r"(?:97[89][- \u2013]?)?\d[- \u2013\d]{7,14}[\dXx]")
_ISBN_WITHOUT_SPACES = re.compile(
    r"(?<![\w-])(?:97[89][-\u2013]?)?\d[-\u2013\d]{7,14}[\dXx](?![\w-])"
)
_ISSN = re.compile(r"(?<!\d)(\d{4})[-\u2013\s]?(\d{3}[\dXx])(?!\d)")


def parse_isbn(text: str) -> Identifier | None:
    """Return the first ISBN of a text whose check digit fits, in 13 digits."""
    # Several stand in one field, parted by spaces; one may be parted by spaces, too.
    for found in (*_ISBN_WITHOUT_SPACES.finditer(text), *_ISBN.finditer(text)):
        digits = re.sub(r"[^\dXx]", "", found[0]).upper()
        if len(digits) == 10 and _isbn10_fits(digits):
            digits = _to_isbn13(digits)
        if len(digits) == 13 and digits.isdecimal() and _isbn13_check(digits) == 0:
            return Identifier("isbn", digits, None)
    return None


def _isbn10_fits(digits: str) -> bool:
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return (
        sum(
            weight * value
            for weight, value in zip(range(10, 0, -1), values, strict=True)
        )
        % 11
        == 0
    )


def _to_isbn13(digits: str) -> str:
    start = f"978{digits[:9]}"
    return f"{start}{(10 - _isbn13_check(f'{start}0')) % 10}"


def _isbn13_check(digits: str) -> int:
    return (
        sum(int(digit) * (3 if odd % 2 else 1) for odd, digit in enumerate(digits)) % 10
    )


def parse_issn(text: str) -> Identifier | None:
    """Return the first ISSN of a text whose check digit fits."""
    for found in _ISSN.finditer(text):
        digits = f"{found[1]}{found[2]}".upper()
        total = sum(
            weight * int(digit)
            for weight, digit in zip(range(8, 1, -1), digits, strict=False)
        )
        check = -total % 11
        if digits[-1] == ("X" if check == 10 else str(check)):
            value = f"{digits[:4]}-{digits[4:]}"
            url = f"https://portal.issn.org/resource/ISSN/{value}"
            return Identifier("issn", value, url)
    return None
