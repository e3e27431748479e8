"""Counts what a build made, because a fast build that skips work is no fast build."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from projects import most_prolific

if TYPE_CHECKING:
    from pathlib import Path

    from collection import Collection

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
CITED_IN = re.compile(r'<section\b[^>]*\bid="cited-in".*?</section>', re.DOTALL)


OVERVIEWS = frozenset({"index", "map"})
"""Pages of a folder that are about no single thing."""


NAMESAKES_IN = 5_000
"""Of so many invented people, one may be taken for two."""


class WrongResultError(Exception):
    """A build did not make what the collection asks for."""


def check_wiki(output: Path, collection: Collection) -> int:
    """Check a built wiki against its collection and return the number of its pages."""
    _expect("works", _count(output, "works"), len(collection.works))
    people = {one for work in collection.works for one in work.authors}
    expect_people(_count(output, "people"), len(people))
    topics = {one for work in collection.works for one in work.topics}
    _expect("topics", _count(output, "topics"), len(topics))
    venues = {work.venue for work in collection.works}
    _expect("venues", _count(output, "venues"), len(venues))
    years = {work.year for work in collection.works}
    _expect("years", _count(output, "years"), len(years))
    _check_citations(output, collection)
    _check_backlinks(output, collection)
    _check_bylines(output, collection)
    return sum(1 for _ in output.rglob("*.html"))


def check_bibliography(output: Path, collection: Collection) -> int:
    """Check what sphinxcontrib-bibtex alone built; return the number of pages."""
    text = (output / "works.html").read_text(encoding="utf-8")
    listed = set(re.findall(r"Number (\d+)|number (\d+)", text))
    _expect("listed works", len(listed), len(collection.works))
    for number, keys in enumerate(collection.citations):
        links = re.findall(r'href="works\.html#', _main(output, f"reading-{number:03}"))
        _expect(f"citations of page {number}", len(links), len(keys))
    return sum(1 for _ in output.rglob("*.html"))


def check_usual(output: Path, collection: Collection) -> int:
    """Check the site made the usual way; return the number of its pages."""
    _expect("pages of works", _count(output, "works"), len(collection.works))
    for number in most_prolific(collection):
        main = _main(output, f"people/person-{number}")
        listed = main.count('role="doc-biblioentry"')
        _expect(f"works of person {number}", listed, _found_by_name(collection, number))
    return check_bibliography(output, collection)


def _found_by_name(collection: Collection, number: int) -> int:
    """Return how many works a filter by a name finds: of longer names, too."""
    names = [f"{family}, {given}".casefold() for given, family in collection.people]
    holders = {one for one, name in enumerate(names) if names[number] in name}
    return sum(not holders.isdisjoint(work.authors) for work in collection.works)


def _count(output: Path, folder: str) -> int:
    pages = (output / folder).glob("*.html")
    return sum(1 for page in pages if page.stem not in OVERVIEWS)


def _expect(what: str, found: int, wanted: int) -> None:
    if found != wanted:
        message = f"{what}: {found} built, {wanted} in the collection"
        raise WrongResultError(message)


def expect_people(found: int, wanted: int) -> None:
    """Check how many people were found for a collection in which no two have one name.

    Its people write with each other by chance, so that one in thousands looks like two
    who never wrote with the same: that many may be more, and none may be missing.
    """
    if not wanted <= found <= wanted + wanted // NAMESAKES_IN:
        _expect("people", found, wanted)


def _main(output: Path, page: str) -> str:
    text = (output / f"{page}.html").read_text(encoding="utf-8")
    found = MAIN.search(text)
    return found[0] if found else ""


def _check_citations(output: Path, collection: Collection) -> None:
    """Each page links each work that it cites."""
    for number, keys in enumerate(collection.citations):
        main = _main(output, f"reading-{number:03}")
        linked = set(re.findall(r'href="(?:\./)?works/([^"#]+)\.html', main))
        _expect(f"citations of page {number}", len(linked & set(keys)), len(keys))


def _check_backlinks(output: Path, collection: Collection) -> None:
    """Each cited work links each place that cites it."""
    wanted = Counter(key for keys in collection.citations for key in keys)
    for key, count in wanted.items():
        section = CITED_IN.search(_main(output, f"works/{key}"))
        found = re.findall(
            r'href="\.\./reading-\d+\.html#', section[0] if section else ""
        )
        _expect(f"mentions of {key}", len(found), count)


def _check_bylines(output: Path, collection: Collection) -> None:
    """The page of every hundredth work links its authors, and their pages link it."""
    for work in collection.works[::100]:
        main = _main(output, f"works/{work.key}")
        byline = set(re.findall(r'href="\.\./people/([^"#/]+)\.html', main))
        if len(byline) < len(work.authors):
            message = f"{work.key} links {len(byline)} people of {len(work.authors)}"
            raise WrongResultError(message)
