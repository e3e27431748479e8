"""The ``cite`` and ``footcite`` roles: sphinxcontrib-bibtex's, seen and safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinxcontrib.bibtex.citation_target import parse_citation_targets
from sphinxcontrib.bibtex.foot_domain import BibtexFootDomain
from sphinxcontrib.bibtex.foot_roles import FootCiteRole
from sphinxcontrib.bibtex.roles import CiteRole
from typing_extensions import override

from bibwiki.model.diagnostic import Diagnostic, Location, Problem
from bibwiki.sphinx_ext.reading.mentions import FOOT_KEYS, free_id
from bibwiki.sphinx_ext.state import wiki_domain

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


class WikiCiteRole(CiteRole):
    """A citation whose text is checked before sphinxcontrib-bibtex takes it over."""

    @override
    def result_nodes(
        self,
        document: nodes.document,
        env: BuildEnvironment,
        node: nodes.Element,
        is_ref: bool,
    ) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            targets = list(parse_citation_targets(self.target))
        except ValueError:
            # sphinxcontrib-bibtex lets this end the build.
            source, line = self.get_source_info()
            message = (
                f"citation {self.target!r} is no comma-separated list of keys; "
                "write for example {cite:p}`lovelace1843notes,babbage1864`"
            )
            problem = Diagnostic(
                Problem.MALFORMED_CITATION, message, Location(source, line)
            )
            wiki_domain(env).note_problems(env.docname, problem)
            shown = f"[{self.target.strip()}]"
            return [nodes.inline(shown, shown, classes=["bw-unknown"])], []
        # Ids made from counters would change whenever a citation is added above.
        node["ids"].append(free_id(document, f"cite-{targets[0].key}"))
        result: tuple[list[nodes.Node], list[nodes.system_message]]
        result = super().result_nodes(document, env, node, is_ref)  # type: ignore[no-untyped-call]
        return result


class WikiFootCiteRole(FootCiteRole):
    """A footnote citation that is known as a place where works are cited."""

    @override
    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        shown, messages = super().run()
        entries = self.env.get_domain("cite").bibdata.data.entries  # type: ignore[attr-defined] # the cite domain
        keys = tuple(key for k in self.text.split(",") if (key := k.strip()) in entries)
        if keys:
            place = nodes.inline("", "", *shown)
            self.set_source_info(place)
            place[FOOT_KEYS] = keys
            shown = [place]
        return shown, messages


class WikiFootCiteDomain(BibtexFootDomain):
    """The ``footcite`` domain with our role."""

    roles: ClassVar[dict[str, Any]] = {
        name: WikiFootCiteRole()
        for name in BibtexFootDomain._role_names  # noqa: SLF001 - watched by a contract test
    }
