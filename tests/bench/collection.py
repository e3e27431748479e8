"""Makes invented collections of any size, the same for the same size and seed.

Everything in them is invented. They imitate what bibliographies are like: accents
written as LaTeX or as Unicode, braces that protect capitals, abstracts, identifiers,
three to eight authors, prolific people and busy topics beside rare ones.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import product

GIVEN_STEMS = ("Ab", "Bel", "Cor", "Dal", "El", "Fin", "Gor", "Hal", "Is", "Jor")
GIVEN_ENDINGS = ("an", "era", "ico", "ine", "mund", "ola", "ric", "sey", "tha", "wen")
FAMILY_STEMS = (
    "Ash", "Brü", "Cran", "Dré", "Eld", "Fjö", "Gran", "Hłas", "Ives", "Ñor",
    "Opal", "Pell", "Quim", "Rost", "Strand", "Thorn", "Ulv", "Veld", "Wick", "Xan",
    "Yar", "Zel", "Bärk", "Dusk", "Frost", "Glim", "Holm", "Kest", "Lund", "Mör",
)  # fmt: skip
FAMILY_ENDINGS = (
    "berg", "combe", "dottir", "ev", "ford", "ić", "land", "más", "ni", "sø",
    "ander", "burg", "croft", "dale", "feld", "gate", "hurst", "ik", "jarvi", "kamp",
    "ley", "mere", "nova", "oja", "port", "quist", "rud", "stein", "tveit", "wold",
)  # fmt: skip
FAMILY_MIDDLES = ("", "el", "ing")
"""Make three times as many family names, where many people need one."""
LATEX = {
    "ü": r"{\"u}",
    "é": r"{\'e}",
    "ö": r"{\"o}",
    "ł": r"{\l}",
    "Ñ": r"{\~N}",
    "ć": r"{\'c}",
    "á": r"{\'a}",
    "ø": r"{\o}",
    "ä": r"{\"a}",
}
SUBJECTS = (
    "Tides", "Lattices", "Looms", "Archives", "Bridges", "Signals", "Gardens",
    "Ledgers", "Rivers", "Engines", "Orchards", "Alphabets", "Compasses", "Mirrors",
    "Markets", "Glaciers", "Choirs", "Harbours", "Kilns", "Meadows",
)  # fmt: skip
MANNERS = (
    "Sparse", "Robust", "Layered", "Adaptive", "Convex", "Modular", "Patient",
    "Hidden", "Distributed", "Gentle",
)  # fmt: skip
WORDS = (
    "we", "show", "that", "a", "method", "for", "measuring", "structure", "in",
    "large", "collections", "of", "observations", "improves", "on", "earlier",
    "results", "when", "the", "number", "samples", "grows", "and", "noise", "is",
    "moderate", "under", "mild", "assumptions", "which", "hold", "practice",
)  # fmt: skip

TOPICS = 200
VENUES = 60
FIRST_YEAR = 1990
YEARS = 36
PAGES = 50
WORKS_PER_FILE = 5_000
FEWEST_FILES = 4
CITATIONS_PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class InventedWork:
    """One entry of a made collection."""

    key: str
    title: str
    """As BibTeX holds it, with braces."""
    authors: tuple[int, ...]
    """Numbers of its people, in order."""
    topics: tuple[int, ...]
    venue: int
    year: int
    abstract: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A made collection and the pages that cite it."""

    works: tuple[InventedWork, ...]
    people: tuple[tuple[str, str], ...]
    """Given and family name of each person, no two alike."""
    citations: tuple[tuple[str, ...], ...]
    """For each hand-written page the keys it cites, in order, one in a sentence."""


def make_collection(
    size: int,
    seed: int = 1843,
    *,
    pages: int = PAGES,
    citations: int = CITATIONS_PER_PAGE,
) -> Collection:
    """Make a collection of ``size`` works by six people for ten works, on 200 topics.

    Every person, topic and venue occurs in at least one work, given 400 works.
    """
    chance = random.Random(seed)  # noqa: S311 - reproducible, not secret
    people = _invent_people(chance, size * 6 // 10)
    works = tuple(_invent_work(chance, number, people) for number in range(size))
    keys = [work.key for work in works]
    cited = tuple(
        tuple(chance.sample(keys, min(size, citations))) for _ in range(pages)
    )
    return Collection(works, people, cited)


def _invent_people(chance: random.Random, count: int) -> tuple[tuple[str, str], ...]:
    given = ["".join(parts) for parts in product(GIVEN_STEMS, GIVEN_ENDINGS)]
    family = ["".join(parts) for parts in product(FAMILY_STEMS, FAMILY_ENDINGS)]
    names = list(product(given, family))
    if 2 * count > len(names):
        # No two people have one name: of so few names, that would be no chance.
        parts = product(FAMILY_STEMS, FAMILY_MIDDLES, FAMILY_ENDINGS)
        names = list(product(given, map("".join, parts)))
    chance.shuffle(names)
    return tuple(names[:count])


def _invent_work(
    chance: random.Random, number: int, people: tuple[tuple[str, str], ...]
) -> InventedWork:
    authors = {number % len(people): None}  # a dict keeps the order
    wanted = chance.randint(3, 8)
    while len(authors) < wanted:
        # The square makes low numbers common: a few people write with very many.
        authors[int(chance.random() ** 2 * len(people))] = None
    topics = {number % TOPICS: None}
    for _ in range(chance.randint(0, 3)):
        topics[int(chance.random() ** 2 * TOPICS)] = None
    manner, subject, place = (
        chance.choice(MANNERS),
        chance.choice(SUBJECTS),
        chance.choice(SUBJECTS),
    )
    return InventedWork(
        key=f"{people[number % len(people)][0].lower()}{FIRST_YEAR + number % YEARS}"
        f"n{number}",
        title=f"{manner} {{{subject.upper()}}} and the {place} of {{N}}umber {number}",
        authors=tuple(authors),
        topics=tuple(topics),
        venue=number % VENUES,
        year=FIRST_YEAR + number % YEARS,
        abstract=" ".join(chance.choices(WORDS, k=chance.randint(80, 150))),
    )


def topic_name(number: int) -> str:
    """Return the name of a topic as keywords write it."""
    return f"{SUBJECTS[number % len(SUBJECTS)].lower()} study {number}"


def venue_name(number: int) -> str:
    """Return the name of a journal."""
    return f"Annals of {SUBJECTS[number % len(SUBJECTS)]} {number}"


def format_files(collection: Collection) -> dict[str, str]:
    """Write the collection as BibTeX: at least four files, of about equal length.

    Returns:
        The text of each file by its name, in the order of the works.
    """
    works = collection.works
    count = max(FEWEST_FILES, -(-len(works) // WORKS_PER_FILE))
    length = max(1, -(-len(works) // count))
    return {
        f"works-{number:02}.bib": "\n".join(
            _format_entry(works[place], collection.people, place)
            for place in range(start, min(start + length, len(works)))
        )
        for number, start in enumerate(range(0, length * count, length))
    }


def _format_entry(
    work: InventedWork, people: tuple[tuple[str, str], ...], number: int
) -> str:
    names = [f"{people[one][1]}, {people[one][0]}" for one in work.authors]
    authors = " and ".join(names)
    if number % 2:  # the same people are written in both ways
        authors = "".join(LATEX.get(letter, letter) for letter in authors)
    keywords = ", ".join(map(topic_name, work.topics))
    return (
        f"@article{{{work.key},\n"
        f"  author = {{{authors}}},\n"
        f"  title = {{{work.title}}},\n"
        f"  journal = {{{venue_name(work.venue)}}},\n"
        f"  year = {{{work.year}}},\n"
        f"  volume = {{{number % 90 + 1}}},\n"
        f"  pages = {{{number}--{number + 12}}},\n"
        f"  doi = {{10.99999/invented.{number}}},\n"
        f"  keywords = {{{keywords}}},\n"
        f"  abstract = {{{work.abstract}}},\n"
        "}\n"
    )


def format_page(number: int, keys: tuple[str, ...]) -> str:
    """Write one page of prose in Markdown that cites each key once."""
    lines = [f"# Reading {number}"]
    for place, key in enumerate(keys):
        if place % 10 == 0:
            lines.append(f"## Part {place // 10 + 1}")
        lines.append(
            f"Observation {place} was made in earlier work {{cite:p}}`{key}`. "
            "Nothing like it had been seen before, and little has been seen since."
        )
    return "\n\n".join(lines) + "\n"
