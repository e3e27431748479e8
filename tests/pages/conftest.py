"""An invented collection, its pages, and the site they are rendered for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.assemble import assemble
from bibwiki.catalogue.citations import index_mentions
from bibwiki.catalogue.identity.mention import Mention, SentencePart
from bibwiki.model.bibtex.inheritance import inherit_fields
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.interpret import interpret
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Affiliation, Note, Question
from bibwiki.pages.context import PageContext
from bibwiki.pages.links import FilePlace, PagePlace, ThingPlace
from bibwiki.pages.render import Renderer
from bibwiki.pages.tracing.fact_digest import fact_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki.catalogue.things import Things
    from bibwiki.pages.links import Place

NOTES = (
    Note(
        Kind.PERSON,
        "ada-brightwater",
        "Ada Brightwater",
        "people/ada",
        Location("people/ada.md"),
        also=("A. Brightwater",),
        affiliations=(
            Affiliation(
                "harbour-lab",
                role="tide reader",
                start="2020",
                as_of="as captured",
                source="quill2019letters",
            ),
            Affiliation("Night School", role="pupil", start="2017", end="2019"),
        ),
        links=(("homepage", "https://example.org/ada/"),),
        orcid="0000-0000-0000-0000",
        checked="2026-11-20",
    ),
    Note(
        Kind.ORGANIZATION,
        "harbour-lab",
        "Harbour Lab",
        "groups/lab",
        Location("groups/lab.md"),
        also=("The Lab",),
        organization_kind="research group",
        place="Harbourtown",
        parents=("Night School",),
        ror="05dxps055",
    ),
    Note(
        Kind.TOPIC,
        "lamp-posts",
        "Lamp posts",
        "topics/lamp-posts",
        Location("topics/lamp-posts.md"),
        also=("street lamps",),
        topic_kind="system",
        broader=("tides",),
        see_also=("doubt",),
        questions=(
            Question(
                "Do lamp posts <lean>?",
                ("sorensen2022doubt", "brightwater2021tides", "nope"),
                "disputed",
            ),
            Question("Why?"),
        ),
    ),
    Note(
        Kind.EVENT,
        "harbour-night",
        "Harbour night",
        "events/harbour-night",
        Location("events/harbour-night.md"),
    ),
)


def _cited(
    docname: str, line: int, section: str, before: str, keys: tuple[str, ...]
) -> Mention:
    sentence = (
        SentencePart(before),
        SentencePart(keys=keys, own=True),
        SentencePart("."),
    )
    return Mention(
        docname,
        docname.rpartition("/")[2].replace("-", " ").capitalize(),
        section,
        f"cite-{line}",
        line,
        sentence,
        "cite",
        keys,
    )


MENTIONS = (
    _cited(
        "topics/lamp-posts",
        9,
        "What they do",
        "Lamp posts lean ",
        ("brightwater2020tides", "sorensen2022doubt"),
    ),
    _cited("topics/lamp-posts", 4, "", "A post is <tall> ", ("brightwater2021tides",)),
    _cited("guide/start", 7, "Citing", "One cites ", ("brightwater2021tides", "nope")),
    Mention(
        "guide/start",
        "Start",
        "",
        "link-1",
        3,
        (SentencePart("Meet "), SentencePart("Ada", own=True), SentencePart(" here.")),
        "person",
        ("ada-brightwater",),
    ),
    Mention(
        "people/ada",
        "Ada Brightwater",
        "",
        "link-1",
        3,
        (SentencePart("Ada", own=True),),
        "any",
        ("Ada Brightwater",),
    ),
)


class SiteLinker:
    """Addresses of a site in which every thing and page exists."""

    def __init__(self, catalogue: Catalogue, prefix: str = "../") -> None:
        self.prefix = prefix
        self._catalogue = catalogue

    def url(self, place: Place) -> str | None:
        if isinstance(place, ThingPlace):
            slug = self._catalogue.slugs.get(place.target)
            if slug is None:
                return None
            page = self._catalogue.documents.get(
                place.target, f"{place.target.kind.folder}/{slug}"
            )
            return self._address(page, place.anchor)
        if isinstance(place, PagePlace):
            return self._address(place.pagename, place.anchor)
        if isinstance(place, FilePlace):
            return f"{self.prefix}{place.path}"
        return place.url

    def _address(self, page: str, anchor: str) -> str:
        fragment = f"#{anchor}" if anchor else ""
        return f"{self.prefix}{page}.html{fragment}"


def make_context(
    bibtex: str, notes: Iterable[Note] = (), mentions: Iterable[Mention] = ()
) -> PageContext:
    entries, _ = inherit_fields([parse_bibtex(bibtex, "bib/library.bib")])
    works = [interpret(entry)[0] for entry in entries if entry.kept]
    repeats = [entry for entry in entries if not entry.kept]
    grounds: list[bytes] = []

    def remember(given: Iterable[object], find: Callable[[], Things]) -> Things:
        grounds.extend(map(fact_digest, given))
        return find()

    catalogue, _ = assemble(works, repeats, list(notes), remember=remember)
    mentioned = index_mentions(catalogue, mentions)
    return PageContext(catalogue, mentioned, things=fact_digest(grounds).hex())


@pytest.fixture(scope="session")
def library() -> PageContext:
    """The invented collection with its hand-written pages and what they mention."""
    text = (Path(__file__).parent / "library.bib").read_text(encoding="utf-8")
    return make_context(text, NOTES, MENTIONS)


@pytest.fixture
def hand_written() -> tuple[tuple[Note, ...], tuple[Mention, ...]]:
    """What the invented hand-written pages declare and mention."""
    return NOTES, MENTIONS


@pytest.fixture
def context_of() -> Callable[..., PageContext]:
    """Make a context from BibTeX text."""
    return make_context


@pytest.fixture(scope="session")
def big() -> PageContext:
    """A collection whose lists are too long for one page.

    130 works of 2019 and 2020, one venue, one topic and one person on all of them; 130
    other people, of whom 60 have names in A.
    """
    entries = []
    for number in range(130):
        family = f"A{chr(97 + number % 20)}ron{number}" if number < 60 else "Zed"
        entries.append(
            f"@article{{work{number}, title = {{Work {number}}}, "
            f"author = {{Common, Carol and {family}, "
            f"Given{chr(97 + number % 26)}{number}}}, "
            f"journal = {{Journal of Many}}, year = {{{2019 + number % 2}}}, "
            f"keywords = {{everything}}, claim = {{Claim {number}.}}}}"
        )
    return make_context("\n".join(entries))


@pytest.fixture(scope="session")
def empty() -> PageContext:
    """A wiki before its first entry."""
    return make_context("")


@pytest.fixture
def renderer() -> Renderer:
    return Renderer()


@pytest.fixture
def linker_of() -> Callable[..., SiteLinker]:
    """Make the linker for the pages of a context, one folder deep or as told."""

    def linker(context: PageContext, prefix: str = "../") -> SiteLinker:
        return SiteLinker(context.catalogue, prefix)

    return linker
