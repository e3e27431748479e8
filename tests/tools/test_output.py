"""What reaches the terminal."""

from __future__ import annotations

import io
import json
import sys

import pytest

from bibwiki_tools.output import remark, say, say_json, use_utf8, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ada Example", "Ada Example", id="plain"),
        pytest.param("Zoë 王", "Zoë 王", id="letters of any script"),
        pytest.param("\x1b[2J", r"\x1b[2J", id="terminal command"),
        pytest.param("a\u202eb", r"a\u202eb", id="change of direction"),
        pytest.param("a\u200bb", r"a\u200bb", id="zero width"),
        pytest.param("a\nb", r"a\nb", id="line break"),
        pytest.param("a\u2028b", r"a\u2028b", id="line separator"),
        pytest.param("a\udc80b", r"a\udc80b", id="undecodable byte"),
    ],
)
def test_only_harmless_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_results_and_remarks_take_two_streams(
    capsys: pytest.CaptureFixture[str],
) -> None:
    say("result")
    remark("careful")

    out, err = capsys.readouterr()
    assert (out, err) == ("result\n", "bibwiki: careful\n")


def test_json_is_utf8_and_valid_whatever_the_locale(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="ascii"))

    use_utf8()
    say_json({"name": "Zoë", "file": "a\udc80"})
    sys.stdout.flush()

    written = raw.getvalue()
    assert "Zoë" in written.decode("utf-8")
    assert json.loads(written) == {"name": "Zoë", "file": "a\udc80"}
