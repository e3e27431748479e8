"""A new wiki asks for the bibwiki that wrote it."""

from __future__ import annotations

import json

import pytest
from packaging.requirements import Requirement as Parsed

from bibwiki.version import VERSION
from bibwiki_tools.origin import own_requirement, requirement_for


@pytest.mark.parametrize(
    ("direct_url", "line", "local"),
    [
        pytest.param(None, f"bibwiki~={VERSION}", False, id="package index"),
        pytest.param(
            {"url": "file:///srv/bibwiki", "dir_info": {"editable": True}},
            "bibwiki @ file:///srv/bibwiki",
            True,
            id="folder",
        ),
        pytest.param(
            {
                "url": "https://example.org/bibwiki.git",
                "vcs_info": {"vcs": "git", "commit_id": "abc123"},
            },
            "bibwiki @ git+" + "https://example.org/bibwiki.git@abc123",
            False,
            id="repository",
        ),
        pytest.param(
            {
                "url": "https://example.org/bibwiki.zip",
                "archive_info": {},
                "subdirectory": "python",
            },
            "bibwiki @ https://example.org/bibwiki.zip#subdirectory=python",
            False,
            id="archive",
        ),
    ],
)
def test_requirement_names_the_origin(
    direct_url: dict[str, object] | None, line: str, *, local: bool
) -> None:
    text = None if direct_url is None else json.dumps(direct_url)

    requirement = requirement_for(text)

    assert (requirement.line, requirement.local) == (line, local)


@pytest.mark.parametrize("url", [None, "file:///w/bibwiki", "https://b.example/w.whl"])
def test_an_extra_is_asked_for(url: str | None) -> None:
    record = None if url is None else f'{{"url": "{url}"}}'
    requirement = requirement_for(record)

    parsed = Parsed(requirement.with_extra("pagefind"))

    assert (parsed.name, parsed.extras) == ("bibwiki", {"pagefind"})
    assert parsed.url == url
    assert parsed.specifier == Parsed(requirement.line).specifier


def test_running_bibwiki_has_a_valid_requirement() -> None:
    assert Parsed(own_requirement().line).name == "bibwiki"
