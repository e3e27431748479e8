"""What is not made anew is what would be the same: after any edit of a collection."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

import pytest

from bibwiki.model.diagnostic import Location
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Note
from bibwiki.pages.all_pages import catalogue_pages
from bibwiki.pages.context import DEFINITIONS, traced
from bibwiki.pages.head.head import PageSubject, page_head
from bibwiki.pages.list_parts import ListParts
from bibwiki.pages.render import Renderer
from bibwiki.pages.site.entry_files import entry_files
from bibwiki.pages.site.exports import export_files
from bibwiki.pages.site.feeds import feed_files
from bibwiki.pages.tracing import amended_lists
from bibwiki.pages.tracing.amended_lists import Amendment, ReadingLists
from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.pages.tracing.facts import Facts
from bibwiki.pages.tracing.freshness import Freshness
from bibwiki.pages.tracing.packed_lists import PackedLists
from bibwiki.pages.tracing.reading_lists import ReadingList, Source
from bibwiki.pages.tracing.recorder import Recorder
from bibwiki.pages.tracing.recording_linker import RecordingLinker
from bibwiki.pages.tracing.remember import make_anew
from bibwiki.pages.tracing.settled import changed_digests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from bibwiki.catalogue.identity.mention import Mention
    from bibwiki.model.notes.kind import Target
    from bibwiki.pages.all_pages import CataloguePage
    from bibwiki.pages.context import PageContext
    from bibwiki.pages.links import Linker

_T = TypeVar("_T")
Edit: TypeAlias = "Callable[[random.Random, State], None]"
LIBRARY = (Path(__file__).parent / "library.bib").read_text(encoding="utf-8")


class _Site:
    """A site whose addresses are known."""

    title = "Harbour"

    def __init__(self, context: PageContext) -> None:
        self._catalogue = context.catalogue

    def page(self, pagename: str) -> str:
        return f"https://example.org/{pagename}.html"

    def file(self, path: str) -> str:
        return f"https://example.org/{path}"

    def thing(self, target: Target) -> str | None:
        documents = self._catalogue.documents
        if target in documents:
            return self.page(documents[target])
        slug = self._catalogue.slugs.get(target)
        return slug and self.page(f"{target.kind.folder}/{slug}")


class Site:
    """All pages and files of one state of a wiki."""

    def __init__(
        self,
        context: PageContext,
        linker_of: Callable[[PageContext], Linker],
        before: ReadingLists,
    ) -> None:
        self.context = traced(context)
        self.freshness = Freshness(before, self.context)
        self._renderer = Renderer()
        self._linker = RecordingLinker(linker_of(self.context), self.context.recorder)
        self._site = _Site(self.context)
        self.current: set[str] = set()
        self.content: dict[str, str] = {}
        lists: dict[str, ReadingList] = {}
        outputs = list(self._outputs())
        for name, given, _ in outputs:
            if self.freshness.is_current(name, fact_digest(given)):
                self.current.add(name)
        for name, given, make in outputs:
            self.content[name], read = self.context.recorder.record(make)
            if name not in self.current:
                lists[name] = ReadingList(fact_digest(given), read)
        recorder = self.context.recorder
        made = Source(recorder.nodes, recorder.derived, recorder.digests, lists)
        self.lists = self.freshness.reading_lists([made], self.content)

    def _address(self, target: Target) -> str:
        return self._site.thing(target) or ""

    def _outputs(self) -> Iterator[tuple[str, object, Callable[[], str]]]:
        targets = {
            f"{target.kind.folder}/{slug}": target
            for target, slug in self.context.facts.catalogue.slugs.items()
        }
        for page in catalogue_pages(self.context):

            def make(page: CataloguePage = page) -> str:
                view = page.view()
                target = targets.get(view.pagename)
                subject = PageSubject(
                    view.pagename, view.title, view.description, target
                )
                head = page_head(self.context, self._site, subject)
                return f"{head}\n{self._renderer.page(view, self._linker)}"

            yield page.name, page.given, make
        for file in (
            *export_files(self.context),
            *feed_files(self.context, self._site),
            *entry_files(self.context, self._address),
        ):
            yield file.path, file.given, file.text


def _entries(bibtex: str) -> list[str]:
    return [f"@{entry}" for entry in re.split(r"^@", bibtex, flags=re.MULTILINE)[1:]]


def _edit_field(name: str, value: Callable[[random.Random, str], str]) -> Edit:
    def edit(rng: random.Random, state: State) -> None:
        pattern = re.compile(rf"^(\s*{name}\s*=\s*\{{)([^{{}}]*)(\}})", re.MULTILINE)
        having = [i for i, one in enumerate(state.entries) if pattern.search(one)]
        if having:
            chosen = rng.choice(having)
            state.entries[chosen] = pattern.sub(
                lambda m: m[1] + value(rng, m[2]) + m[3], state.entries[chosen], count=1
            )

    return edit


class State:
    """What a wiki is made of."""

    def __init__(
        self, bibtex: str, notes: Iterable[Note], mentions: Iterable[Mention]
    ) -> None:
        self.entries = _entries(bibtex)
        self.notes = list(notes)
        self.mentions = list(mentions)


def _remove_entry(rng: random.Random, state: State) -> None:
    if len(state.entries) > 3:
        del state.entries[rng.randrange(len(state.entries))]


def _add_entry(rng: random.Random, state: State) -> None:
    number = rng.randrange(10_000)
    names = re.findall(r"author\s*=\s*\{([^{}]*)\}", "".join(state.entries))
    venues = re.findall(r"journal\w*\s*=\s*\{([^{}]*)\}", "".join(state.entries))
    topics = re.findall(r"keywords\s*=\s*\{([^{}]*)\}", "".join(state.entries))
    state.entries.insert(
        rng.randrange(len(state.entries) + 1),
        f"@article{{new{number},\n  author = {{{rng.choice(names)}}},\n"
        f"  title = {{Title {number}}},\n  journal = {{{rng.choice(venues)}}},\n"
        f"  year = {{{rng.randrange(2017, 2023)}}},\n"
        f"  keywords = {{{rng.choice(topics)}}},\n}}\n\n",
    )


def _move_entry(rng: random.Random, state: State) -> None:
    moved = state.entries.pop(rng.randrange(len(state.entries)))
    state.entries.insert(rng.randrange(len(state.entries) + 1), moved)


def _rename_entry(rng: random.Random, state: State) -> None:
    chosen = rng.randrange(len(state.entries))
    state.entries[chosen] = re.sub(
        r"^(@\w+\{\s*)([^,\s]+)", r"\g<1>\g<2>x", state.entries[chosen], count=1
    )


def _dispute(rng: random.Random, state: State) -> None:
    keys = re.findall(r"^@\w+\{\s*([^,\s]+),", "".join(state.entries), re.MULTILINE)
    chosen = rng.randrange(len(state.entries))
    relation = rng.choice(("disputes", "retracts", "extends", "supports"))
    state.entries[chosen] = re.sub(
        r"^(@\w+\{[^,]+,)",
        rf"\1\n  {relation} = {{{rng.choice(keys)}}},",
        state.entries[chosen],
        count=1,
    )


def _remove_note(rng: random.Random, state: State) -> None:
    if state.notes:
        state.notes.pop(rng.randrange(len(state.notes)))


def _rename_note(rng: random.Random, state: State) -> None:
    if state.notes:
        place = rng.randrange(len(state.notes))
        note = state.notes[place]
        state.notes[place] = replace(
            note, name=f"{note.name} II", also=(*note.also, note.name)
        )


def _move_document(rng: random.Random, state: State) -> None:
    if state.notes:
        place = rng.randrange(len(state.notes))
        note = state.notes[place]
        state.notes[place] = replace(note, docname=f"{note.docname}-moved")


def _add_person(rng: random.Random, state: State) -> None:
    names = re.findall(r"author\s*=\s*\{([^{}]*)\}", "".join(state.entries))
    family, _, given = rng.choice(names).split(" and ")[0].partition(",")
    id_ = f"person-{rng.randrange(1000)}"
    name = f"{given} {family}".strip()
    state.notes.append(Note(Kind.PERSON, id_, name, f"people/{id_}", Location("x.md")))


def _remove_mention(rng: random.Random, state: State) -> None:
    if state.mentions:
        state.mentions.pop(rng.randrange(len(state.mentions)))


def _edit_mention(rng: random.Random, state: State) -> None:
    if state.mentions:
        place = rng.randrange(len(state.mentions))
        mention = state.mentions[place]
        changes = (
            {"section_title": f"{mention.section_title} II"},
            {"page_title": "Another title"},
            {"line": mention.line + 3},
            {"anchor": f"{mention.anchor}-x"},
        )
        state.mentions[place] = replace(mention, **rng.choice(changes))


EDITS = {
    "title": _edit_field("title", lambda _, text: f"New {text}"),
    "year": _edit_field("year", lambda rng, _: str(rng.randrange(2017, 2024))),
    "author": _edit_field("author", lambda _, text: f"{text} and Newcomer, Nina"),
    "first author": _edit_field("author", lambda _, text: f"Aab, Al and {text}"),
    "fewer authors": _edit_field("author", lambda _, t: t.rpartition(" and ")[0] or t),
    "journal": _edit_field("journal", lambda _, text: f"{text} B"),
    "keywords": _edit_field("keywords", lambda _, text: f"{text}, doubt, fresh"),
    "fewer keywords": _edit_field("keywords", lambda _, t: t.partition(",")[2] or t),
    "markup": _edit_field("title", lambda _, text: rf"{text}}} {{\emph{{x}}}} {{"),
    "abstract": _edit_field("abstract", lambda _, text: f"{text} More."),
    "claim": _edit_field("claim", lambda _, text: f"{text} Indeed."),
    "doi": _edit_field("doi", lambda _, text: f"{text}9"),
    "remove": _remove_entry,
    "add": _add_entry,
    "move": _move_entry,
    "rename": _rename_entry,
    "dispute": _dispute,
    "remove note": _remove_note,
    "rename note": _rename_note,
    "move document": _move_document,
    "add person": _add_person,
    "remove mention": _remove_mention,
    "edit mention": _edit_mention,
}


def _many() -> str:
    """A collection whose lists have parts."""
    names = ("Common, Carol", "Zed, Zoe", "Aron, Al", "Bell, Bo", "Cohen, Cy")
    return "".join(
        f"@article{{work{n},\n  author = {{{names[n % 5]} and {names[n % 3]}}},\n"
        f"  title = {{Work {n}}},\n  journal = {{Journal {n % 2}}},\n"
        f"  year = {{{2018 + n % 4}}},\n  keywords = {{all, topic {n % 3}}},\n}}\n\n"
        for n in range(120)
    )


@dataclass
class Wiki:
    """A wiki that is edited and made again."""

    state: State
    context_of: Callable[..., PageContext]
    linker_of: Callable[[PageContext], Linker]
    kept: dict[tuple[str, str], object] = field(default_factory=dict)
    """What was made, by its name and by what things followed from then."""

    def site(self, before: ReadingLists) -> Site:
        state = self.state
        bibtex = "".join(state.entries)
        context = self.context_of(bibtex, state.notes, state.mentions)

        def remember(name: str, make: Callable[[], _T], /, *_also: str) -> _T:
            # As the build does; what is kept must be what would be made now.
            made = make()
            assert self.kept.setdefault((name, context.things), made) == made
            # Lists are divided, then, when one of their parts is made.
            anew = ListParts(context).find() if name == "parts" else made
            return cast("_T", anew)

        return Site(replace(context, remember=remember), self.linker_of, before)


@pytest.fixture
def wiki_of(
    context_of: Callable[..., PageContext],
    linker_of: Callable[[PageContext], Linker],
    hand_written: tuple[tuple[Note, ...], tuple[Mention, ...]],
) -> Callable[[str], Wiki]:
    """Make a wiki from BibTeX and the invented hand-written pages."""
    return lambda bibtex: Wiki(State(bibtex, *hand_written), context_of, linker_of)


def _wrongly_kept(site: Site, before: Site) -> set[str]:
    """Return what was found to be as before, and is not."""
    return {name for name in site.current if site.content[name] != before.content[name]}


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("bibtex", [LIBRARY, _many()], ids=["library", "many"])
def test_what_is_kept_would_be_made_the_same(
    wiki_of: Callable[[str], Wiki], bibtex: str, seed: int
) -> None:
    rng = random.Random(seed)  # noqa: S311 - invented edits
    wiki = wiki_of(bibtex)
    site = wiki.site(ReadingLists())
    assert not site.current
    for _ in range(6):
        edit = rng.choice(sorted(EDITS))
        EDITS[edit](rng, wiki.state)
        before, site = site, wiki.site(site.lists)
        assert not _wrongly_kept(site, before), edit


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_each_edit_alone(wiki_of: Callable[[str], Wiki], edit: str) -> None:
    wiki = wiki_of(LIBRARY)
    before = wiki.site(ReadingLists())
    EDITS[edit](random.Random(1), wiki.state)  # noqa: S311 - the same
    assert not _wrongly_kept(wiki.site(before.lists), before)


THINGS_STAY = {
    "abstract", "claim", "edit mention", "markup", "remove mention", "title",
}  # fmt: skip


@pytest.mark.parametrize("bibtex", [LIBRARY, _many()], ids=["library", "many"])
@pytest.mark.parametrize("edit", sorted(EDITS))
def test_what_is_taken_as_settled_is_as_it_was(
    wiki_of: Callable[[str], Wiki], bibtex: str, edit: str
) -> None:
    wiki = wiki_of(bibtex)
    before = wiki.site(ReadingLists())
    EDITS[edit](random.Random(3), wiki.state)  # noqa: S311 - the same
    after = wiki.site(before.lists).context
    if bibtex == LIBRARY and edit in THINGS_STAY:
        assert after.things == before.context.things
    lists = before.lists.whole()
    digest = replace(after.untraced).facts.digest  # nothing settled
    assert changed_digests(before.lists, after.things, after.facts) == {
        number: now
        for number, (node, then) in enumerate(
            zip(lists.nodes, lists.digests, strict=True)
        )
        if number not in lists.derived and (now := digest(*node)) != then
    }


def test_people_are_not_compared_where_nothing_decides_anew_who_they_are(
    wiki_of: Callable[[str], Wiki],
) -> None:
    wiki = wiki_of(_many())
    lists = wiki.site(ReadingLists()).lists
    wiki.state.entries[17] = wiki.state.entries[17].replace("Work 17", "Work 17 b")
    after = wiki.site(lists).context.untraced
    made: Counter[str] = Counter()

    class Counted(Facts):
        def _digests_of(self, label: str) -> Callable[[str], bytes]:
            make = super()._digests_of(label)

            def count(key: str) -> bytes:
                made[label] += 1
                return make(key)

            return count

    more = {DEFINITIONS: after.definitions}
    facts = Counted(after.catalogue, after.mentions, more, make_anew)
    changed_digests(lists, after.things, facts)
    # Of the work that changed.
    assert made["works"] == made["rank"] == made["brief/work"] == 1
    assert not {"people", "brief/person", "venues", "teams"} & made.keys()
    facts = Counted(after.catalogue, after.mentions, more, make_anew)
    changed_digests(lists, "", facts)
    assert made["works"] > len(wiki.state.entries)
    assert {"people", "brief/person", "venues", "teams"} <= made.keys()


def test_no_table_is_compared_whole_that_nothing_read_whole(
    wiki_of: Callable[[str], Wiki],
) -> None:
    lists = wiki_of(LIBRARY).site(ReadingLists()).lists.whole()
    read = {one for output in lists.outputs.values() for one in output.read}
    read.update(*lists.derived.values())
    assert [
        lists.nodes[one] for one in range(len(lists.nodes)) if one not in read
    ] == []


def test_nothing_is_made_anew_when_nothing_changed(
    wiki_of: Callable[[str], Wiki],
) -> None:
    wiki = wiki_of(LIBRARY)
    before = wiki.site(ReadingLists())
    wiki.state.entries.insert(0, "A comment that moves all lines.\n\n")
    site = wiki.site(before.lists)
    assert site.current == site.content.keys()


def test_a_title_is_made_anew_where_it_is_shown(
    wiki_of: Callable[[str], Wiki],
) -> None:
    wiki = wiki_of(_many())
    before = wiki.site(ReadingLists())
    wiki.state.entries[17] = wiki.state.entries[17].replace("Work 17", "Changed")
    site = wiki.site(before.lists)
    made = site.content.keys() - site.current
    shown = {name for name, html in site.content.items() if "Changed" in html}
    assert shown <= made
    # Works that are related to it, or of its venue and year, and no others.
    works = {name for name in made if re.fullmatch(r"works/work\d+", name)}
    assert works <= shown


def test_lists_are_amended_a_few_times(
    wiki_of: Callable[[str], Wiki], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amended_lists, "_MOST_TIMES", 2)
    monkeypatch.setattr(amended_lists, "_SHARE", 1)
    wiki = wiki_of(_many())
    site = wiki.site(ReadingLists())
    del wiki.state.entries[30]
    times, has_leftovers = [], []
    for number in range(4):
        place = 17 + number
        entry = wiki.state.entries[place]
        wiki.state.entries[place] = entry.replace("Work", "Changed")
        before, site = site, wiki.site(site.lists)
        assert not _wrongly_kept(site, before)
        times.append(site.lists.amended)
        has_leftovers.append(("works", "work30") in site.lists.whole().nodes)
    assert times == [1, 2, 0, 1]
    assert has_leftovers == [True, True, False, False]


def test_reading_lists_are_kept_as_bytes(
    wiki_of: Callable[[str], Wiki], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(amended_lists, "_SHARE", 1)
    wiki = wiki_of(_many())
    lists = wiki.site(ReadingLists()).lists.packed
    content = lists.to_bytes()
    assert PackedLists.from_bytes(content) == lists
    assert PackedLists.from_bytes(content[: len(content) // 2]) is None
    assert PackedLists.from_bytes(content[:-1] + b"\1") is None
    assert PackedLists.from_bytes(b"") is None

    wiki.state.entries[17] = wiki.state.entries[17].replace("Work 17", "Changed")
    amendment = wiki.site(ReadingLists(lists)).lists.amendment
    assert amendment is not None
    content = amendment.to_bytes()
    assert Amendment.from_bytes(content) == amendment
    assert Amendment.from_bytes(content[:-3]) is None


@pytest.mark.parametrize("edit", sorted(EDITS))
def test_amended_lists_say_what_lists_made_anew_do(
    wiki_of: Callable[[str], Wiki], monkeypatch: pytest.MonkeyPatch, edit: str
) -> None:
    monkeypatch.setattr(amended_lists, "_SHARE", 1)
    wiki = wiki_of(LIBRARY)
    before = wiki.site(ReadingLists())
    EDITS[edit](random.Random(2), wiki.state)  # noqa: S311 - the same
    lists = wiki.site(before.lists).lists
    assert lists.amended == 1
    anew = wiki.site(ReadingLists()).lists

    assert lists.things == anew.things
    assert lists.entries == anew.entries
    found, expected = _by_name(lists), _by_name(anew)
    assert found.keys() == expected.keys()
    for name, (given, read) in found.items():
        assert given == expected[name][0]
        # Digests of facts, too; derived values may have been left as they were.
        assert read == expected[name][1], name


def _by_name(lists: ReadingLists) -> dict[str, tuple[bytes, dict[object, object]]]:
    """Map outputs to what they were given and read, with the digests of facts."""
    whole = lists.whole()
    return {
        name: (
            made.given,
            {whole.nodes[number]: whole.digests[number] for number in made.read},
        )
        for name, made in whole.outputs.items()
    }


@pytest.mark.parametrize(
    ("label", "edit"),
    [
        ("works", "title"),
        ("topics", "fewer keywords"),
        ("related", "dispute"),
        ("by_target", "edit mention"),
    ],
)
def test_a_table_that_is_not_traced_is_noticed(
    wiki_of: Callable[[str], Wiki],
    monkeypatch: pytest.MonkeyPatch,
    label: str,
    edit: str,
) -> None:
    """These tests fail when pages read something that is not noted."""
    mapping = Recorder.mapping

    def all_but_one(self: Recorder, name: str, facts: object, *more: Any) -> object:  # noqa: ANN401 - as given
        return facts if name == label else mapping(self, name, facts, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(Recorder, "mapping", all_but_one)
    wiki = wiki_of(LIBRARY)
    before = wiki.site(ReadingLists())
    EDITS[edit](random.Random(1), wiki.state)  # noqa: S311 - the same
    assert _wrongly_kept(wiki.site(before.lists), before)
