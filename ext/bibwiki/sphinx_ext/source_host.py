"""Where the wiki's files can be edited, found in what people say for their theme.

Themes with an "edit this page" link read it from ``html_context`` (Read the Docs' theme
and pydata's) or from ``html_theme_options`` (furo, sphinx-book-theme); Read the Docs
says it to every build. See their documentation for the names.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from bibwiki.pages.sources import PATH, Sources, is_template
from bibwiki.sphinx_ext.config import AUTOMATIC, PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from bibwiki.sphinx_ext.wiki import Wiki

_EDIT = {
    "github": "edit/{branch}/",
    "gitlab": "-/edit/{branch}/",
    "codeberg": "_edit/{branch}/",
    "bitbucket": "src/{branch}/",
}
_HISTORY = {
    "github": "commits/{branch}/",
    "gitlab": "-/commits/{branch}/",
    "codeberg": "commits/branch/{branch}/",
}
_CLONED_BY_SSH = re.compile(r"(?:ssh://)?[\w.-]+@([\w.-]+)[:/](?!\d+/)(.+)")
_CLONED_BY_HTTPS = re.compile(r"https?://(?:[^/@]*@)?([\w.:-]+)/(.+)")
_THEME_OPTIONS = (
    ("source_repository", "source_branch", "source_directory"),  # furo
    ("repository_url", "repository_branch", "path_to_docs"),  # sphinx-book-theme
)


class _Repository(NamedTuple):
    """A branch of a repository, and where in it the documents stand."""

    address: str
    """Without a slash at the end."""
    branch: str
    folder: str
    host: str = ""
    """What the host runs, a key of the forms; found in its address if empty."""

    def template(self, forms: Mapping[str, str]) -> str:
        """Return an address with a place for the file; empty for an unknown host."""
        host = self.host or self.address.partition("://")[2].partition("/")[0]
        form = next((forms[one] for one in forms if one in host), "")
        if not form or not self.branch:
            return ""
        folder = self.folder.strip("./")
        path = f"{folder}/{PATH}" if folder else PATH
        query = "?mode=edit" if "bitbucket" in host else ""
        branch = form.format(branch=self.branch)
        template = f"{self.address}/{branch}{path}{query}"
        return template if is_template(template) else ""


def find_source_host(app: Sphinx, config: Config) -> None:
    """Put addresses in place of the automatic ones; handler of ``config-inited``.

    They are values of the configuration then, so that all pages that show them are
    written again when they change.
    """
    found = next(_repositories(app, config), None)
    forms = {f"{PREFIX}edit_url": _EDIT, f"{PREFIX}history_url": _HISTORY}
    for name, form in forms.items():
        if getattr(config, name) == AUTOMATIC:
            setattr(config, name, found.template(form) if found else "")


def source_files(wiki: Wiki) -> Sources:
    """Return where the files of a wiki are edited."""
    source = Path(wiki.builder.srcdir).resolve()
    files = {}
    for shown, path in wiki.bibliography.paths.items():
        try:
            files[shown] = Path(os.path.relpath(path, source)).as_posix()
        except ValueError:  # on another drive
            continue
    return Sources(wiki.config.edit_url, wiki.config.history_url, files)


def _repositories(app: Sphinx, config: Config) -> Iterator[_Repository]:
    """Yield what is said of the repository, the plainest first."""
    context: Mapping[str, Any] = config.html_context
    folder = str(context.get("doc_path") or context.get("conf_py_path") or "")
    for host, domain in (
        ("github", "github.com"),
        ("gitlab", "gitlab.com"),
        ("bitbucket", "bitbucket.org"),
    ):
        names = ("user", "repo", "version")
        user, repo, branch = (str(context.get(f"{host}_{n}") or "") for n in names)
        if user and repo and context.get(f"display_{host}", True):
            place = context.get(f"{host}_url") or context.get(f"{host}_host") or domain
            address = str(place) if "://" in str(place) else f"https://{place}"
            address = f"{address.rstrip('/')}/{user}/{repo}"
            yield _Repository(address, branch, folder, host)
    options: Mapping[str, Any] = config.html_theme_options
    for names in _THEME_OPTIONS:
        address, branch, folder = (str(options.get(name) or "") for name in names)
        if address.startswith("https://"):
            address = address.rstrip("/").removesuffix(".git")
            yield _Repository(address, branch, folder)
    yield from _said_by_read_the_docs(Path(app.srcdir))


def _said_by_read_the_docs(source: Path) -> Iterator[_Repository]:
    """Yield the branch that Read the Docs builds; a tag or a request has none."""
    said = os.environ
    if said.get("READTHEDOCS_VERSION_TYPE") != "branch":
        return
    address = said.get("READTHEDOCS_GIT_CLONE_URL", "")
    cloned = _CLONED_BY_HTTPS.fullmatch(address) or _CLONED_BY_SSH.fullmatch(address)
    root = Path(said.get("READTHEDOCS_REPOSITORY_PATH", "")).resolve()
    if cloned is None or not source.resolve().is_relative_to(root):
        return
    folder = source.resolve().relative_to(root).as_posix()
    name = cloned[2].rstrip("/").removesuffix(".git")
    branch = said.get("READTHEDOCS_GIT_IDENTIFIER", "")
    yield _Repository(f"https://{cloned[1]}/{name}", branch, folder)
