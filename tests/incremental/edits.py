"""The edits that people make: each changes an invented wiki by chance.

An edit is a function of the wiki and a random generator. It returns what it did in
words, or an empty text where the wiki has nothing left to do it to.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from invented import FAMILIES, GIVEN, KEYWORDS, WORDS, Entry, Page, about

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from invented import InventedWiki

    Edit = Callable[[InventedWiki, Random], str]

EDITS: list[Edit] = []
OTHER_PAGES = ("reading/four", "reading/five", "notes/six", "aside")
STANDARD_ADDRESSES = ("people/jo-muller", "works/merge21", "topics/trees", "years/2020")
RIGHTS: tuple[dict[str, str], ...] = (
    {},
    {"copyright": "CC BY 4.0"},
    {"note": "Open Access"},
    {"curation": "needs-check"},
    {"checked": "2024-05-01", "date-added": "2024-04-01"},
)
VALUES = {
    "bibwiki_topic_min_works": (1, 2, 3),
    "bibwiki_sections": (True, False),
    "bibwiki_cite_target": ("bibliography", "work"),
    "bibwiki_search_pages": (3, 5000),
    "bibwiki_epub_pages": (True, False),
    "bibtex_reference_style": ("label", "author_year"),
    "bibtex_default_style": ("alpha", "plain"),
    "bibtex_tooltips": (True, False),
    "html_title": ("Invented", "Reinvented"),
    "author": ("Nobody", "Somebody and others"),
    "bibwiki_licence": ("", "CC0"),
    "bibwiki_edit_url": ("auto", "", "https://forge.example/edit/main/{path}"),
    "bibwiki_history_url": ("auto", "https://forge.example/log/main/docs/{path}"),
    "bibwiki_report_url": ("", "https://forge.example/issues"),
    "html_context": (
        {},
        {"github_user": "me", "github_repo": "wiki", "github_version": "main"},
    ),
    "html_baseurl": ("", "https://invented.example/en/"),
    "html_theme": ("basic", "alabaster", "bibwiki"),
}


def edit(function: Edit) -> Edit:
    """Add a function to the list of edits."""
    EDITS.append(function)
    return function


@edit
def change_year(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.year = random.choice([2018, 2019, 2020, 2021, 2023])
    return f"{entry.key} is of {entry.year}"


@edit
def change_title(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.title = " ".join(random.sample(WORDS, 3))
    return f"{entry.key} is called {entry.title}"


@edit
def change_author(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.authors[0] = _name(random)
    return f"{entry.key} is by {entry.authors[0]}"


@edit
def add_entry(wiki: InventedWiki, random: Random) -> str:
    number = 10 + len(wiki.entries)
    taken = {entry.key for entry in wiki.entries}
    key = next(
        f"{w}{number}"
        for w in ("added", "new", "more", "again")
        if f"{w}{number}" not in taken
    )
    names = [_name(random) for _ in range(random.randint(1, 3))]
    keywords = random.sample(KEYWORDS, 2)
    file = random.choice(["first.bib", "second.bib"])
    title = " ".join(random.sample(WORDS, 2))
    entry = Entry(key, file, title, names, 2000 + number, keywords)
    wiki.entries.insert(random.randrange(len(wiki.entries) + 1), entry)
    return f"{key} is added to {file}"


@edit
def remove_entry(wiki: InventedWiki, random: Random) -> str:
    if len(wiki.entries) < 3:
        return ""
    entry = wiki.entries.pop(random.randrange(len(wiki.entries)))
    return f"{entry.key} is removed"


@edit
def rename_entry(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    before, entry.key = entry.key, f"{entry.key[:12]}x"
    if random.random() < 0.5:
        for page in wiki.pages.values():
            page.sentences = [s.replace(before, entry.key) for s in page.sentences]
    return f"{before} is now {entry.key}"


@edit
def repeat_entry(wiki: InventedWiki, random: Random) -> str:
    entry, other = random.sample(wiki.entries, 2)
    before, entry.key = entry.key, other.key
    return f"{before} repeats the key {other.key}"


@edit
def move_entry(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.file = "second.bib" if entry.file == "first.bib" else "first.bib"
    return f"{entry.key} moves to {entry.file}"


@edit
def relate_entries(wiki: InventedWiki, random: Random) -> str:
    entry, other = random.sample(wiki.entries, 2)
    entry.extends = random.choice(["", other.key])
    entry.crossref = random.choice(["", "", other.key])
    return f"{entry.key} extends {entry.extends!r}, crossref {entry.crossref!r}"


@edit
def change_rights(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.rights = random.choice(RIGHTS)
    return f"{entry.key} says {entry.rights}"


@edit
def check_page(wiki: InventedWiki, random: Random) -> str:
    names = [name for name, page in wiki.pages.items() if page.front_matter]
    if not names:
        return ""
    name = random.choice(names)
    page = wiki.pages[name]
    lines = page.front_matter.splitlines(keepends=True)
    kept = [one for one in lines if not one.startswith(("  checked:", "  curation:"))]
    said = random.choice(["", "  checked: 2024-05-01\n", "  curation: needs-check\n"])
    page.front_matter = "".join(kept).replace("bibwiki:\n", f"bibwiki:\n{said}", 1)
    return f"{name} says {said!r}"


@edit
def change_keywords(wiki: InventedWiki, random: Random) -> str:
    entry = random.choice(wiki.entries)
    entry.keywords = random.sample(KEYWORDS, random.randint(0, 3))
    return f"{entry.key} has the keywords {entry.keywords}"


@edit
def add_citation(wiki: InventedWiki, random: Random) -> str:
    name = _page(wiki, random)
    key = random.choice(wiki.entries).key
    role = random.choice(["cite:p", "cite:t", "wiki:work"])
    wiki.pages[name].sentences.insert(0, f"Look at {{{role}}}`{key}`.")
    return f"{name} cites {key}"


@edit
def add_link(wiki: InventedWiki, random: Random) -> str:
    name, other = _page(wiki, random), _page(wiki, random)
    link = random.choice(
        [f"{{doc}}`/{other}`", "[[Jo Müller]]", "[[sorting]]", f"[](/{other}.md)"]
    )
    wiki.pages[name].sentences.insert(0, f"Look at {link}.")
    return f"{name} links to {link}"


@edit
def remove_sentence(wiki: InventedWiki, random: Random) -> str:
    name = _page(wiki, random)
    page = wiki.pages[name]
    if not page.sentences:
        return ""
    gone = page.sentences.pop(random.randrange(len(page.sentences)))
    return f"{name} says no more: {gone}"


@edit
def change_sentence(wiki: InventedWiki, random: Random) -> str:
    name = _page(wiki, random)
    page = wiki.pages[name]
    if not page.sentences:
        return ""
    number = random.randrange(len(page.sentences))
    page.sentences[number] = f"Indeed: {page.sentences[number]}"
    return f"{name} says: {page.sentences[number]}"


@edit
def change_page_title(wiki: InventedWiki, random: Random) -> str:
    name = _page(wiki, random)
    wiki.pages[name].title = " ".join(random.sample(WORDS, 2))
    return f"{name} has the title {wiki.pages[name].title}"


@edit
def add_person_page(wiki: InventedWiki, random: Random) -> str:
    given, family = random.choice(GIVEN[:3]), random.choice(FAMILIES)
    slug = f"people/{given}-{family.replace('ü', 'u')}".lower()
    front = about("person", f"{given} {family}", id=slug[7:])
    wiki.pages[slug] = Page(f"{given} {family}", ["Somebody {cite:p}`sort19`."], front)
    return f"{slug} is written"


@edit
def rename_person_page(wiki: InventedWiki, random: Random) -> str:
    names = [n for n in wiki.pages if n.startswith("people/")]
    if not names:
        return ""
    before, after = random.choice(names), f"staff/person-{len(wiki.pages)}"
    _rename(wiki, before, after)
    return f"{before} is now {after}"


@edit
def remove_page(wiki: InventedWiki, random: Random) -> str:
    names = [n for n in wiki.pages if n != "index"]
    if not names:
        return ""
    name = random.choice(names)
    del wiki.pages[name]
    if random.random() < 0.5:
        _forget(wiki, name)
    return f"{name} is removed"


@edit
def rename_page(wiki: InventedWiki, random: Random) -> str:
    names = [n for n in wiki.pages if n != "index"]
    free = [n for n in OTHER_PAGES if n not in wiki.pages]
    if not names or not free:
        return ""
    before, after = random.choice(names), random.choice(free)
    _rename(wiki, before, after)
    return f"{before} is now {after}"


@edit
def change_alias(wiki: InventedWiki, random: Random) -> str:
    people = [
        n for n, page in wiki.pages.items() if "kind: person" in page.front_matter
    ]
    if not people:
        return ""
    name = random.choice(people)
    also = random.choice(
        ["[]", "[Jo Müller]", "[Person Third, A. Example]", "[Ada Example]"]
    )
    page = wiki.pages[name]
    page.front_matter = about("person", page.title, also=also)
    return f"{name} is also {also}"


@edit
def change_parent(wiki: InventedWiki, random: Random) -> str:
    broader = random.choice(["[]", "[ordering]", "[trees]", "[sorting]"])
    name = _declare_of_a_topic(wiki, random, broader=broader)
    return name and f"{name} is below {broader}"


@edit
def name_an_advisor(wiki: InventedWiki, random: Random) -> str:
    name = random.choice(["staff/ann", "staff/jo"])
    if wiki.pages.pop(name, None) is not None:
        _forget(wiki, name)
        return f"{name} has no page any more"
    key = random.choice(wiki.entries).key
    advisor = random.choice(["Jo Müller", "Ada Example", "ann", "nobody"])
    wiki.pages[name] = Page(
        "By hand",
        ["Written by hand."],
        about(
            "person",
            random.choice(["Ann Example", "Jo Müller", "Jan Müller"]),
            id=name.rpartition("/")[2],
            advisors=f"[{{person: {advisor}, source: {key}}}]",
        ),
    )
    return f"{name} was advised by {advisor}, says {key}"


@edit
def ask_about_a_topic(wiki: InventedWiki, random: Random) -> str:
    key = random.choice(wiki.entries).key
    questions = random.choice(["[]", f"[{{question: Why {key}?, evidence: {key}}}]"])
    name = _declare_of_a_topic(wiki, random, questions=questions)
    return name and f"{name} has the questions {questions}"


def _declare_of_a_topic(wiki: InventedWiki, random: Random, **facts: str) -> str:
    """Let the page of some topic say this and nothing else; return its name, if any."""
    topics = [n for n, page in wiki.pages.items() if "kind: topic" in page.front_matter]
    if not topics:
        return ""
    name = random.choice(topics)
    page = wiki.pages[name]
    page.front_matter = about("topic", page.title, id=name.rpartition("/")[2], **facts)
    return name


@edit
def change_organization(wiki: InventedWiki, random: Random) -> str:
    name = random.choice(["groups/loom", "groups/guild"])
    if wiki.pages.pop(name, None) is not None:
        _forget(wiki, name)
        return f"{name} has no page any more"
    parent = random.choice(["[guild]", "[loom]", "[Loom College, guild]"])
    wiki.pages[name] = Page(
        name.rpartition("/")[2].capitalize(),
        ["Written by hand."],
        about("organization", name.rpartition("/")[2].capitalize(), parent=parent),
    )
    return f"{name} is part of {parent}"


@edit
def take_a_standard_address(wiki: InventedWiki, random: Random) -> str:
    name = random.choice(STANDARD_ADDRESSES)
    if wiki.pages.pop(name, None) is not None:
        _forget(wiki, name)
        return f"{name} is a catalogue page again"
    front = ""
    if name == "works/merge21" and random.random() < 0.7:
        front = about("work", "Merging Trees", id="merge21")
    wiki.pages[name] = Page("By hand", ["Written by hand {cite:p}`late20`."], front)
    return f"{name} is written by hand"


@edit
def change_toctree(wiki: InventedWiki, random: Random) -> str:
    parent, child = random.choice(["index", _page(wiki, random)]), _page(wiki, random)
    children = wiki.pages[parent].children
    if child in children:
        children.remove(child)
        return f"{child} leaves the toctree of {parent}"
    if child in {"index", parent}:
        return ""
    children.insert(random.randrange(len(children) + 1), child)
    return f"{child} joins the toctree of {parent}"


@edit
def toggle_bibliography(wiki: InventedWiki, random: Random) -> str:
    if wiki.pages.pop("references", None) is not None:
        return "the bibliography is removed"
    option = random.choice([":all:", ":cited:", ":list: bullet\n:cited:"])
    wiki.pages["references"] = Page(
        "References", [f"All.\n\n```{{bibliography}}\n{option}\n```\n"]
    )
    return f"a bibliography is written: {option}"


@edit
def change_configuration(wiki: InventedWiki, random: Random) -> str:
    name = random.choice(list(VALUES))
    wiki.config[name] = random.choice(VALUES[name])
    return f"{name} = {wiki.config[name]!r}"


@edit
def upgrade(wiki: InventedWiki, _random: Random) -> str:
    wiki.versions += 1
    return "bibwiki is upgraded"


@edit
def nothing(_wiki: InventedWiki, _random: Random) -> str:
    return "nothing changes"


def _name(random: Random) -> str:
    return f"{random.choice(FAMILIES)}, {random.choice(GIVEN)}"


def _page(wiki: InventedWiki, random: Random) -> str:
    return random.choice(sorted(wiki.pages))


def _rename(wiki: InventedWiki, before: str, after: str) -> None:
    wiki.pages[after] = wiki.pages.pop(before)
    for page in wiki.pages.values():
        page.children = [after if c == before else c for c in page.children]


def _forget(wiki: InventedWiki, name: str) -> None:
    for page in wiki.pages.values():
        page.children = [child for child in page.children if child != name]
