"""Pieces of a long file about all works: an edit of one work changes one of them."""

from __future__ import annotations

from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING
from zlib import crc32

from bibwiki.model.values import value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bibwiki.catalogue.catalogue import CataloguedWork
    from bibwiki.pages.context import PageContext

_WORKS = 256
"""How many works a piece has in the mean."""


@value(frozen=True, slots=True)
class Piece:
    """A piece of a file that is not made yet."""

    follows: bytes
    """A digest of all that its text follows from, apart from the code."""
    text: Callable[[], str]
    """Makes it."""


def pieces_of_works(
    context: PageContext,
    shown: Callable[[CataloguedWork], str],
    *,
    begin: str = "",
    between: str = "\n",
    end: str = "",
) -> Iterator[Piece]:
    """Yield the pieces of a file that shows all works in the order of the catalogue.

    Where a piece ends follows from the keys of works: a further work changes one piece.

    Args:
        context: What there is.
        shown: Gives what the file shows of a work.
        begin: What the file begins with.
        between: What stands between two works.
        end: What the file ends with.
    """
    yield Piece(b"begin", lambda: begin)
    digest = context.facts.digest
    before = b""
    for works in _shelves(context.catalogue.works.values()):
        records = b"".join([digest("works", work.key) for work in works])
        follows = blake2b(before + records, digest_size=16).digest()
        prefix = between if before else ""
        yield Piece(follows, partial(_shelf, works, shown, prefix, between))
        before = b"between"
    yield Piece(b"end", lambda: end)


def joined(pieces: Iterable[Piece]) -> str:
    """Make a whole file."""
    return "".join([piece.text() for piece in pieces])


def _shelves(works: Iterable[CataloguedWork]) -> Iterator[list[CataloguedWork]]:
    shelf: list[CataloguedWork] = []
    for work in works:
        shelf.append(work)
        if crc32(work.key.encode("utf-8", "replace")) % _WORKS == 0:
            yield shelf
            shelf = []
    if shelf:
        yield shelf


def _shelf(
    works: list[CataloguedWork],
    shown: Callable[[CataloguedWork], str],
    prefix: str,
    between: str,
) -> str:
    return prefix + between.join(map(shown, works))
