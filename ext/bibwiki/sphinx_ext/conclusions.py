"""What every build must know, kept while nothing it follows from has changed.

Problems are reported in every build, and documents compared with what they showed; for
this alone no build reads the works again or assembles the catalogue.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from bibwiki.pages.tracing.fact_digest import fact_digest
from bibwiki.sphinx_ext.caches import digest, remembered
from bibwiki.sphinx_ext.state import wiki_domain
from bibwiki.sphinx_ext.writing.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

    from bibwiki.catalogue.things import Things
    from bibwiki.model.diagnostic import Diagnostic
    from bibwiki.sphinx_ext.wiki import Wiki

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Conclusions:
    """What follows for one output folder; small, whatever the number of works."""

    problems: tuple[Diagnostic, ...]
    """Everything that is wrong, in the order of reports."""
    hints: tuple[Diagnostic, ...]
    """What may be worth a look; only written into the report."""
    shown: Mapping[str, str]
    """Maps a docname to the digest of what it shows from elsewhere; empty for builders
    that write every document in every build."""
    navigation: tuple[tuple[str, str], ...]
    """Title and page of what stands in the top bar."""
    works: int
    people: int


@dataclass(frozen=True, slots=True)
class Past:
    """What an output folder shows when a build begins."""

    documents: Mapping[str, str] = field(default_factory=dict)
    """Maps a docname to the digest of what it shows from elsewhere."""
    seen: str = ""
    """The digest of all that the output shows; empty if it may not be whole."""
    broke_off: bool = False
    """Whether the last build did: anything in the output may be half written."""

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing that is known of: it is written the first time."""
        return not self.documents and not self.broke_off


def digest_of_settings(env: BuildEnvironment, wiki: Wiki) -> str:
    """Return a digest of the configuration, and of where things are.

    Themes change that while they write, so it is worked out before.
    """
    return digest(
        str(env.srcdir),
        wiki.builder.name,
        tuple(wiki.bibliography.paths.items()),
        tuple(_stable(env.config)),
    )


def digest_of_besides(wiki: Wiki) -> str:
    """Return a digest of what is read besides documents, e.g. of bibliographies."""
    return digest(wiki.settings, wiki.bibliography.digests)


def digest_of_reading(env: BuildEnvironment, wiki: Wiki) -> str:
    """Return a digest of everything that the output follows from.

    A document's time of reading stands for all that was read from it: Sphinx keeps both
    or neither.
    """
    return digest(sorted(env.all_docs.items()), wiki.besides)


def digest_of_grounds(env: BuildEnvironment, wiki: Wiki) -> str:
    """Return a digest of everything that conclusions follow from.

    That is what documents say of the wiki's things and of each other. Where they say
    more, nothing follows: a further sentence changes it only by what it mentions.
    """
    if env.domaindata["cite"]["bibliographies"]:
        return digest_of_reading(env, wiki)  # lists follow from anything
    domain = wiki_domain(env)
    names = (name for name in domain.initial_data if name != "texts")
    return digest(
        wiki.besides,
        [(name, sorted(domain.data[name].items())) for name in names],
        Surroundings(env, wiki.builder).everything(),
    )


class KnownThings:
    """Knows the people, venues and topics of the last build.

    Who is who takes most of the time of assembling, and most edits change nothing of
    it: those of sentences, titles, abstracts and notes. To be called as
    :data:`~bibwiki.catalogue.things.Remember` says.
    """

    def __init__(self, env: BuildEnvironment) -> None:
        self._folder = Path(env.doctreedir)
        self.grounds = ""
        """The digest of what they follow from, once that is known."""

    def __call__(self, grounds: Iterable[object], find: Callable[[], Things]) -> Things:
        """Return what was found on equal grounds, or find it."""
        hashed = blake2b(digest_size=16)
        for one in grounds:
            hashed.update(fact_digest(one))
        self.grounds = hashed.hexdigest()
        return self.remember("things", find)

    def remember(self, name: str, make: Callable[[], _T], /, *also: str) -> _T:
        """Return what followed from the same before, or make it now."""
        path = self._folder / f"bibwiki-{name}.pickle"
        return remembered(path, " ".join((self.grounds, *also)), make)


def _stable(config: Config) -> Iterator[tuple[str, str]]:
    """Yield the configuration, sets in order; functions are new in every build."""
    for value in config:
        if value.rebuild:
            yield value.name, _in_order(value.value)


def _in_order(value: object) -> str:
    if isinstance(value, set | frozenset):
        return repr(sorted(map(_in_order, value)))
    if isinstance(value, dict):
        return repr(sorted((_in_order(k), _in_order(v)) for k, v in value.items()))
    if isinstance(value, list | tuple):
        return repr([_in_order(one) for one in value])
    return repr(value)
