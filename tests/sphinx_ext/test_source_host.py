"""Links to edit files, from what people say for their theme or Read the Docs says."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from bibwiki.sphinx_ext.source_host import find_source_host

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.config import Config

    from conftest import Built, Project

GITHUB = "https://github.com/me/wiki"
_LINE = re.compile(r'<p class="bw-meta bw-provenance">.*</p>')


def found(
    source: Path,
    context: dict[str, object] | None = None,
    options: dict[str, object] | None = None,
) -> tuple[str, str]:
    """Return the two templates that are found for a configuration."""
    config: Any = SimpleNamespace(
        html_context=context or {},
        html_theme_options=options or {},
        bibwiki_edit_url="auto",
        bibwiki_history_url="auto",
    )
    find_source_host(
        cast("Sphinx", SimpleNamespace(srcdir=source)), cast("Config", config)
    )
    return config.bibwiki_edit_url, config.bibwiki_history_url


@pytest.fixture(autouse=True)
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing be said by a host on which the tests may run."""
    monkeypatch.delenv("READTHEDOCS_VERSION_TYPE", raising=False)


@pytest.mark.parametrize(
    ("context", "options", "templates"),
    [
        pytest.param({}, {}, ("", ""), id="nothing said"),
        pytest.param(
            {
                "display_github": True,
                "github_user": "me",
                "github_repo": "wiki",
                "github_version": "main",
                "conf_py_path": "/docs/",
            },
            {},
            (
                f"{GITHUB}/edit/main/docs/{{path}}",
                f"{GITHUB}/commits/main/docs/{{path}}",
            ),
            id="Read the Docs' theme",
        ),
        pytest.param(
            {
                "gitlab_url": "https://git.example.org",
                "gitlab_user": "me",
                "gitlab_repo": "wiki",
                "gitlab_version": "main",
                "doc_path": "docs",
            },
            {},
            (
                "https://git.example.org/me/wiki/-/edit/main/docs/{path}",
                "https://git.example.org/me/wiki/-/commits/main/docs/{path}",
            ),
            id="a host of their own",
        ),
        pytest.param(
            {
                "gitlab_user": "me",
                "gitlab_repo": "wiki",
                "gitlab_version": "main",
                "doc_path": "",
            },
            {},
            (
                "https://gitlab.com/me/wiki/-/edit/main/{path}",
                "https://gitlab.com/me/wiki/-/commits/main/{path}",
            ),
            id="pydata's theme, at the top",
        ),
        pytest.param(
            {},
            {
                "source_repository": "https://git.example.org/me/wiki",
                "source_branch": "main",
            },
            ("", ""),
            id="a host of an unknown kind",
        ),
        pytest.param(
            {"github_user": "me", "github_repo": "wiki"}, {}, ("", ""), id="no branch"
        ),
        pytest.param(
            {
                "display_github": False,
                "github_user": "me",
                "github_repo": "wiki",
                "github_version": "main",
            },
            {},
            ("", ""),
            id="not wanted",
        ),
        pytest.param(
            {},
            {
                "source_repository": f"{GITHUB}/",
                "source_branch": "main",
                "source_directory": "docs/",
            },
            (
                f"{GITHUB}/edit/main/docs/{{path}}",
                f"{GITHUB}/commits/main/docs/{{path}}",
            ),
            id="furo",
        ),
        pytest.param(
            {},
            {
                "repository_url": "https://codeberg.org/me/wiki",
                "repository_branch": "main",
                "path_to_docs": "docs",
            },
            (
                "https://codeberg.org/me/wiki/_edit/main/docs/{path}",
                "https://codeberg.org/me/wiki/commits/branch/main/docs/{path}",
            ),
            id="sphinx-book-theme",
        ),
        pytest.param(
            {
                "github_url": "javascript://github.com",
                "github_user": "me",
                "github_repo": "wiki",
                "github_version": "main",
            },
            {},
            ("", ""),
            id="unsafe",
        ),
    ],
)
def test_addresses_come_from_what_themes_ask_for(
    tmp_path: Path,
    context: dict[str, object],
    options: dict[str, object],
    templates: tuple[str, str],
) -> None:
    assert found(tmp_path, context, options) == templates


@pytest.mark.parametrize(
    "address",
    [
        f"{GITHUB}.git",
        GITHUB,
        "https://token@github.com/me/wiki.git",
        "git@github.com:me/wiki.git",
        "ssh://git@github.com/me/wiki.git",
    ],
)
def test_read_the_docs_says_what_it_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv("READTHEDOCS_REPOSITORY_PATH", str(tmp_path))
    monkeypatch.setenv("READTHEDOCS_GIT_CLONE_URL", address)
    monkeypatch.setenv("READTHEDOCS_GIT_IDENTIFIER", "main")
    for kind, templates in {
        "branch": (
            f"{GITHUB}/edit/main/docs/{{path}}",
            f"{GITHUB}/commits/main/docs/{{path}}",
        ),
        "tag": ("", ""),
        "external": ("", ""),
    }.items():
        monkeypatch.setenv("READTHEDOCS_VERSION_TYPE", kind)
        assert found(tmp_path / "docs") == templates


def last_line(built: Built, name: str) -> str:
    match = _LINE.search(built.text(name))
    assert match
    return match[0]


def test_pages_end_with_their_source(wiki: Project) -> None:
    bib = wiki.root / "bib" / "works.bib"
    bib.parent.mkdir()
    (wiki.root / "docs" / "works.bib").rename(bib)
    wiki.replace("conf.py", '"works.bib"', '"../bib/works.bib"')
    before = wiki.build()
    assert "<a " not in last_line(before, "works/muller2021merging.html")

    context = {
        "github_user": "me",
        "github_repo": "wiki",
        "github_version": "main",
        "conf_py_path": "/docs/",
    }
    again = wiki.build(html_context=context)

    work = last_line(again, "works/muller2021merging.html")
    assert "entry muller2021merging in bib/works.bib" in work
    assert f'href="{GITHUB}/edit/main/bib/works.bib"' in work
    assert f'href="{GITHUB}/commits/main/bib/works.bib"' in work
    person = last_line(again, "people/ada-example.html")
    assert f'href="{GITHUB}/edit/main/docs/people/ada-example.md"' in person
    assert again.tree() == wiki.build(out="clean", html_context=context).tree()


def test_a_wrong_address_is_reported(wiki: Project) -> None:
    built = wiki.build(
        bibwiki_edit_url="https://forge.example/edit",
        bibwiki_report_url="javascript:alert(1)",
    )

    assert ["is not valid" in line for line in built.warnings] == [True, True]
    assert "javascript" not in built.text("404.html")


def test_a_bibliography_that_moves_changes_its_links(wiki: Project) -> None:
    edit = "https://forge.example/edit/docs/{path}"
    wiki.build(bibwiki_edit_url=edit)
    text = (wiki.root / "docs" / "works.bib").read_text(encoding="utf-8")
    (wiki.root / "works.bib").write_text(text, encoding="utf-8")
    wiki.replace("conf.py", '"works.bib"', '"../works.bib"')

    again = wiki.build(bibwiki_edit_url=edit)

    line = last_line(again, "works/muller2021merging.html")
    assert 'href="https://forge.example/edit/works.bib"' in line
    assert again.tree() == wiki.build(out="clean", bibwiki_edit_url=edit).tree()
