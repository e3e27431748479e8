"""bibwiki's configuration values: one field each, described where it is declared.

Sphinx's flat ``bibwiki_*`` values are registered from the fields of
:class:`BibwikiConfig`; everything else asks :func:`read_config` for the whole.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.model.identifiers import safe_url
from bibwiki.pages.sources import is_template
from bibwiki.sphinx_ext.report import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PREFIX = "bibwiki_"
AUTOMATIC = "auto"
"""The value of an option that is found out."""


def _option(*, default: object, rebuild: str, doc: str) -> Any:  # noqa: ANN401 - a dataclass field stands for any type
    """Declare a configuration value."""
    return field(default=default, metadata={"rebuild": rebuild, "doc": doc})


@dataclass(frozen=True, slots=True)
class BibwikiConfig:
    """Every ``bibwiki_*`` value of ``conf.py``, without the prefix."""

    cite_target: str = _option(
        default="bibliography",
        rebuild="html",
        doc="Where a citation leads on a site that also has a `bibliography` "
        "directive listing the key: `bibliography` keeps that list the target, "
        "`work` makes it always the work's page.",
    )
    topic_min_works: int = _option(
        default=2,
        rebuild="env",
        doc="From how many works on a keyword without a hand-written page gets a "
        "topic page. Below that it stays searchable text.",
    )
    short_names: bool = _option(
        default=True,
        rebuild="env",
        doc="Register `{person}`, `{works}` and the other roles and directives under "
        "their short names too, wherever no other extension has the name.",
    )
    sections: bool = _option(
        default=True,
        rebuild="env",
        doc="Append the generated sections (works, mentions and so on) to "
        "hand-written pages that declare a kind.",
    )
    page_hooks: bool = _option(
        default=False,
        rebuild="html",
        doc="Render each catalogue page through the builder, so that other "
        "extensions' `html-page-context` handlers see every page. Slower: about 2 ms "
        "a page instead of a fraction of one.",
    )
    search_pages: int = _option(
        default=5000,
        rebuild="html",
        doc="How many catalogue pages are fed to Sphinx's own search index, which "
        "other themes search; for the theme `bibwiki`, whose search page has an index "
        "of its own, there are none. Works come first, then people. 0 turns it off.",
    )
    curation_page: bool = _option(
        default=True,
        rebuild="html",
        doc="Write `curation.html`: what those who keep the collection could decide, "
        "such as people or works that may be one, with the lines to add. The index of "
        "the people links to it; searches and the site map leave it out.",
    )
    pagefind_pages: int = _option(
        default=2000,
        rebuild="html",
        doc="Up to how many pages Pagefind adds the inflection of words to the search "
        "page of the theme `bibwiki`, where Pagefind is installed "
        "(`bibwiki[pagefind]`). It takes about 90 MB of memory for 1,000 pages while "
        "building. 0 turns it off.",
    )
    licence: str = _option(
        default="",
        rebuild="html",
        doc="The licence of the wiki's texts and data, e.g. `CC BY 4.0`; the home page "
        "names it.",
    )
    licence_url: str = _option(
        default="",
        rebuild="html",
        doc="Where that licence can be read; an http or https address.",
    )
    report_url: str = _option(
        default="",
        rebuild="html",
        doc="Where readers report mistakes, e.g. the address of an issue tracker or "
        "`mailto:wiki@example.org`; the page for missing addresses links to it.",
    )
    edit_url: str = _option(
        default="auto",
        rebuild="html",
        doc="The address at which a file of the wiki is edited; `{path}` in it stands "
        "for the path from the folder of the documents, as in "
        "`https://example.org/wiki/_edit/main/docs/{path}`, and may go up. The last "
        "line of pages links to it. `auto` takes what Read the Docs says, or "
        "`html_context` and `html_theme_options` for the theme; empty for no link.",
    )
    history_url: str = _option(
        default="auto",
        rebuild="html",
        doc="The address at which the history of a file is shown, likewise.",
    )
    epub_pages: bool = _option(
        default=False,
        rebuild="epub",
        doc="Put the catalogue pages into EPUB books too. Off, because a large "
        "catalogue makes a very large book.",
    )
    warnings_per_code: int = _option(
        default=5,
        rebuild="",
        doc="How many warnings of one code a build prints for one file; one more sums "
        "up the others. The report in the doctree folder and `bibwiki check` hold "
        "all. 0 prints all.",
    )


def register_config(app: Sphinx) -> None:
    """Register every value with Sphinx, with its type and its kind of rebuild."""
    for option in fields(BibwikiConfig):
        app.add_config_value(
            PREFIX + option.name,
            option.default,
            option.metadata["rebuild"],
            types=(type(option.default),),
            description=option.metadata["doc"],
        )


def check_config(_app: Sphinx, config: Config) -> None:
    """Report values of the wrong type or range and put the default in their place.

    Connected to ``config-inited``.
    """
    for option in fields(BibwikiConfig):
        value = getattr(config, PREFIX + option.name)
        if not _is_valid(option.name, value, option.default):
            message = (
                f"{PREFIX}{option.name} = {value!r} is not valid; "
                f"{option.default!r} is used instead"
            )
            place = Location("conf.py")
            report(Diagnostic(Problem.INVALID_CONFIGURATION, message, place))
            setattr(config, PREFIX + option.name, option.default)


def _is_valid(name: str, value: object, default: object) -> bool:
    if type(value) is not type(default):
        return False
    if name == "cite_target":
        return value in {"bibliography", "work"}
    if name in {"edit_url", "history_url"}:
        return value in {"", AUTOMATIC} or is_template(str(value))
    if name == "report_url":
        return not value or safe_url(str(value)) is not None
    return not isinstance(value, int) or value >= 0


def read_config(config: Config) -> BibwikiConfig:
    """Return the checked values as one frozen whole."""
    return BibwikiConfig(
        **{o.name: getattr(config, PREFIX + o.name) for o in fields(BibwikiConfig)}
    )
