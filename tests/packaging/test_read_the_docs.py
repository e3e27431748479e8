"""The commands that Read the Docs runs build every format without a warning.

It runs them in this order in a new environment, from the folder of ``conf.py``, and all
formats share one doctree folder: what one builder reads, the next ones use.
"""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from environment import copy_tracked_files, create_environment, succeed

if TYPE_CHECKING:
    from pathlib import Path

CANONICAL_URL = "https://bibwiki.example/en/latest/"

FORMATS = ("html", "singlehtml", "latex", "epub")
"""As builders are called, in the order of Read the Docs: html, htmlzip, pdf, epub."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """What Read the Docs would publish."""

    output: Path
    """One folder for each format, named as the builder."""

    printed: dict[str, str]
    """What each builder wrote to the terminal."""


@pytest.fixture(scope="session")
def configuration(repository: Path) -> dict[str, Any]:
    """``.readthedocs.yaml`` as a mapping."""
    text = (repository / ".readthedocs.yaml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.safe_load(text)
    return loaded


@pytest.fixture(scope="module")
def hosted(
    repository: Path,
    configuration: dict[str, Any],
    tmp_path_factory: pytest.TempPathFactory,
) -> Hosted:
    """Install and build as Read the Docs does."""
    checkout = copy_tracked_files(repository, tmp_path_factory.mktemp("hosted"))
    python = create_environment(tmp_path_factory.mktemp("venv") / "latest")
    pip: list[str | Path] = [python, "-m", "pip", "install"]
    succeed([*pip, "--upgrade", "pip", "setuptools"], checkout)
    succeed([*pip, "--upgrade", "sphinx"], checkout)
    for step in configuration["python"]["install"]:
        succeed([*pip, "--exists-action=w", "-r", step["requirements"]], checkout)
    output = checkout / "_readthedocs"
    printed = {name: _build(python, checkout, output, name) for name in FORMATS}
    return Hosted(output, printed)


def _build(python: Path, checkout: Path, output: Path, builder: str) -> str:
    variables = {
        "READTHEDOCS": "True",
        "READTHEDOCS_VERSION": "latest",
        "READTHEDOCS_VERSION_TYPE": "branch",
        "READTHEDOCS_VERSION_NAME": "latest",
        "READTHEDOCS_PROJECT": "bibwiki",
        "READTHEDOCS_LANGUAGE": "en",
        "READTHEDOCS_OUTPUT": f"{output}/",
        "READTHEDOCS_CANONICAL_URL": CANONICAL_URL,
        "READTHEDOCS_REPOSITORY_PATH": str(checkout),
        "NO_COLOR": "1",
    }
    command: list[str | Path] = [python, "-m", "sphinx", "-T", "-W", "--keep-going"]
    command += ["-b", builder, "-d", "_build/doctrees", "-D", "language=en"]
    return succeed([*command, ".", output / builder], checkout / "docs", variables)


def test_every_key_is_known(repository: Path, configuration: dict[str, Any]) -> None:
    path = repository / "tests" / "packaging" / "readthedocs.schema.json"
    schema = json.loads(path.read_text(encoding="utf-8"))

    jsonschema.validate(configuration, schema)


def test_every_named_file_is_there(
    repository: Path, configuration: dict[str, Any]
) -> None:
    named = [configuration["sphinx"]["configuration"]]
    named += [step["requirements"] for step in configuration["python"]["install"]]

    assert [path for path in named if not (repository / path).is_file()] == []


class TestHosted:
    """The published result."""

    pytestmark = pytest.mark.packaging

    @pytest.mark.parametrize("builder", FORMATS)
    def test_nothing_is_warned_of(self, hosted: Hosted, builder: str) -> None:
        assert "WARNING" not in hosted.printed[builder]

    @pytest.mark.parametrize("builder", FORMATS[1:])
    def test_what_one_builder_read_the_next_uses(
        self, hosted: Hosted, builder: str
    ) -> None:
        assert "0 added, 0 changed, 0 removed" in hosted.printed[builder]

    def test_pages_name_their_published_address(self, hosted: Hosted) -> None:
        page = (hosted.output / "html" / "people" / "index.html").read_text("utf-8")

        assert f'<link rel="canonical" href="{CANONICAL_URL}people/index.html"' in page

    def test_missing_page_is_answered(self, hosted: Hosted) -> None:
        assert (hosted.output / "html" / "404.html").is_file()

    def test_no_page_holds_a_path_of_the_machine(self, hosted: Hosted) -> None:
        checkout = str(hosted.output.parent).encode()
        pages = (path for path in hosted.output.rglob("*") if path.is_file())

        assert [path for path in pages if checkout in path.read_bytes()] == []

    def test_book_opens(self, hosted: Hosted) -> None:
        (book,) = (hosted.output / "epub").glob("*.epub")

        assert zipfile.ZipFile(book).testzip() is None
