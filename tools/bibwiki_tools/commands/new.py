"""``bibwiki new``: writes the page of a person, topic, organization or work."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bibwiki.catalogue.citations import MentionIndex
from bibwiki.catalogue.folding import fold, kebab
from bibwiki.catalogue.identity.resolution import nearest_names, resolve
from bibwiki.catalogue.slugs import IdMaker, assign_slugs
from bibwiki.model.names.parse import parse_name
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.context import PageContext
from bibwiki_tools.arguments import add_command
from bibwiki_tools.collection import read_collection
from bibwiki_tools.drafts import draft_page, empty_page
from bibwiki_tools.output import CommandError, remark, say
from bibwiki_tools.texts import write_new_files

if TYPE_CHECKING:
    import argparse

    from bibwiki.catalogue.catalogue import Catalogue
    from bibwiki_tools.arguments import Subparsers

KINDS = (Kind.PERSON, Kind.TOPIC, Kind.ORGANIZATION, Kind.WORK)


def register(subparsers: Subparsers) -> None:
    """Add ``new`` to the command line."""
    parser = add_command(
        subparsers,
        "new",
        "write a page from what the BibTeX files say",
        "Write the page of a person, a topic, an organization or a single work: its "
        "front matter, and a few sentences on its works with citations. No existing "
        "file is changed.",
    )
    parser.add_argument(
        "kind",
        metavar="KIND",
        choices=[kind.value for kind in KINDS],
        help="person, topic, organization or work",
    )
    parser.add_argument(
        "name",
        metavar="NAME",
        help="an id, a name, a keyword, a citation key or a title; a name that the "
        "files do not have makes an empty page",
    )
    parser.add_argument(
        "--docs",
        metavar="DIR",
        type=Path,
        default=Path("docs"),
        help="the folder of conf.py and the pages (default: docs)",
    )
    parser.add_argument(
        "--bib",
        metavar="FILE",
        type=Path,
        nargs="+",
        help="the BibTeX files (default: bib/*.bib next to the folder of the pages)",
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page and say where it is."""
    docs: Path = args.docs
    if not docs.is_dir():
        raise CommandError(f"{docs} is no folder; name that of conf.py by --docs")
    bib_files = args.bib or default_bib_files(docs)
    # A keyword of a single work is known too: it gets a page by being written one.
    collection = read_collection(bib_files, docs, topic_min_works=1)
    for problem in collection.unreadable:
        raise CommandError(problem.message)
    catalogue = collection.catalogue
    kind, name = Kind(args.kind), " ".join(args.name.split())
    target = resolve(catalogue, name, kind)
    if target is None:
        target, text = _unknown(catalogue, kind, name)
        slug = assign_slugs([target.id])[target.id]
    else:
        _refuse_second_page(catalogue, target, docs)
        text = draft_page(PageContext(catalogue, MentionIndex()), target)
        slug = catalogue.slugs[target]
    path = f"{kind.folder}/{slug}.md"
    write_new_files(docs, {path: text})
    say(f"wrote {docs / path}")
    return 0


def default_bib_files(docs: Path) -> list[Path]:
    """Return the BibTeX files that stand where ``bibwiki init`` puts them, sorted."""
    found = sorted(docs.joinpath("..", "bib").glob("*.bib"))
    if not found:
        remark(f"no BibTeX files in {docs / '..' / 'bib'}; name them by --bib")
    return found


def _refuse_second_page(catalogue: Catalogue, target: Target, docs: Path) -> None:
    docname = catalogue.documents.get(target)
    if docname is not None:
        raise CommandError(
            f"{docs / docname} is already the page of {target.kind} {target.id!r}"
        )


def _unknown(catalogue: Catalogue, kind: Kind, name: str) -> tuple[Target, str]:
    """Return what an unknown name makes, and its page; remark on near names.

    Raises:
        CommandError: The name cannot make a page.
    """
    nearest = ", ".join(repr(near) for near in nearest_names(catalogue, name, kind))
    if any(one.kind is kind for one in catalogue.names.get(fold(name), ())):
        raise CommandError(f"{name!r} is not unique; write one of {nearest}")
    hint = f"; the nearest are {nearest}" if nearest else ""
    if kind is Kind.WORK:
        # A page about a work without an entry would be an error in every build.
        raise CommandError(f"no entry has the key or title {name!r}{hint}")
    if not kebab(name):
        raise CommandError(f"{name!r} has no letters to make a file name of")
    remark(f"no {kind.value} is called {name!r}{hint}; the page is empty")
    taken = {
        Kind.PERSON: catalogue.people,
        Kind.TOPIC: catalogue.topics,
        Kind.ORGANIZATION: catalogue.organizations,
    }[kind]
    if kind is Kind.PERSON:
        name = parse_name(name)[0].display
    target = Target(kind, IdMaker(taken).make(kebab(name)))
    return target, empty_page(target, name)
