"""Addresses that a page once had, or would have: each leads on to where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import kebab
from bibwiki.catalogue.slugs import assign_slugs
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.pages.links import ThingPlace
from bibwiki.sphinx_ext.writing.heads import SITE_BUILDERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bibwiki.sphinx_ext.wiki import Wiki
    from bibwiki.sphinx_ext.writing.page_paths import FilePaths


def redirects_of(wiki: Wiki, taken: Iterable[str], files: FilePaths) -> dict[str, str]:
    """Map each address that leads on to the way there, as seen from it.

    First the standard addresses of things whose document is elsewhere, then former ids
    (``also-id``) and further citation keys, then what a person's page would be called
    by each form of their name: somebody under an alias or a shorter name had a page of
    their own before they were known. A page that exists is never hidden, also not on a
    file system that ignores case; of two that want one address, the first gets it. None
    in books: nobody holds addresses of their pages.

    Args:
        wiki: The wiki of this build.
        taken: The files of all pages, documents included.
        files: Gives the file of any page; two pages' may be the same.
    """
    if wiki.builder.name not in SITE_BUILDERS:
        return {}
    lower = {path.lower() for path in taken}
    redirects: dict[str, str] = {}
    for address, target in (*_elsewhere(wiki), *_former(wiki), *_forms(wiki)):
        path = files[address].lower()
        if path not in lower:
            lower.add(path)
            goal = wiki.linker(address).url(ThingPlace(target))
            redirects[address] = goal or "./"
    return redirects


def _elsewhere(wiki: Wiki) -> Iterator[tuple[str, Target]]:
    """Yield standard addresses: a document is its thing's page wherever it stands."""
    for target in wiki.catalogue.documents:
        yield wiki.standard_address(target), target


def _former(wiki: Wiki) -> Iterator[tuple[str, Target]]:
    catalogue = wiki.catalogue
    for kind in Kind:
        for thing in catalogue.things(kind).values():
            for id_ in thing.note.also_id if thing.note else ():
                yield _address(kind, id_), Target(kind, thing.id)
    for key, catalogued in catalogue.works.items():
        former = catalogued.note.also_id if catalogued.note else ()
        for other in (*former, *catalogued.keys[1:]):
            yield _address(Kind.WORK, other), Target(Kind.WORK, key)


def _forms(wiki: Wiki) -> Iterator[tuple[str, Target]]:
    """Yield standard addresses by the forms of people's names, hidden ones left out."""
    for person in wiki.catalogue.people.values():
        for name in person.names:
            if (id_ := kebab(name)) and id_ != person.id:
                yield _address(Kind.PERSON, id_), Target(Kind.PERSON, person.id)


def _address(kind: Kind, id_: str) -> str:
    return f"{kind.folder}/{assign_slugs([id_])[id_]}"
