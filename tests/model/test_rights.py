"""Licences and open access, in the spellings of exports."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.rights import read_rights
from bibwiki.model.rights_fields import ACCESS_FIELDS, LICENCE_FIELDS
from bibwiki.model.work import NO_RIGHTS

CC = "https://creativecommons.org/licenses"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        pytest.param(
            "Creative Commons Attribution 4.0 International",
            "CC BY 4.0",
            f"{CC}/by/4.0/",
            id="DataCite",
        ),
        pytest.param(
            "Creative Commons Attribution Non Commercial No Derivatives 4.0 "
            "International",
            "CC BY-NC-ND 4.0",
            f"{CC}/by-nc-nd/4.0/",
            id="DataCite, in words of their own",
        ),
        pytest.param(
            "Creative Commons Attribution-NonCommercial 4.0, Open Access",
            "CC BY-NC 4.0",
            f"{CC}/by-nc/4.0/",
            id="Zenodo",
        ),
        pytest.param(
            "http://creativecommons.org/licenses/by/3.0/",
            "CC BY 3.0",
            f"{CC}/by/3.0/",
            id="CrossRef",
        ),
        pytest.param(
            r"\url{https://creativecommons.org/licenses/by-sa/4.0/legalcode}",
            "CC BY-SA 4.0",
            f"{CC}/by-sa/4.0/",
            id="the text of the licence",
        ),
        pytest.param(
            "https://creativecommons.org/licenses/by/3.0/de/deed.en",
            "CC BY 3.0 DE",
            f"{CC}/by/3.0/de/",
            id="ported",
        ),
        pytest.param(
            "CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", f"{CC}/by-nc-sa/4.0/", id="SPDX"
        ),
        pytest.param("CC-BY-3.0-AT", "CC BY 3.0 AT", f"{CC}/by/3.0/at/", id="SPDX, AT"),
        pytest.param("CC~BY~4.0", "CC BY 4.0", f"{CC}/by/4.0/", id="short"),
        pytest.param("cc-by", "CC BY", None, id="no version, no address"),
        pytest.param("CC0", "CC0 1.0", ZERO, id="zero"),
        pytest.param("CC0-1.0", "CC0 1.0", ZERO, id="zero in SPDX"),
        pytest.param(
            "Creative Commons Zero v1.0 Universal", "CC0 1.0", ZERO, id="zero in words"
        ),
        pytest.param(
            "Attribution-NonCommercial 4.0 International (CC BY-NC 4.0)",
            "CC BY-NC 4.0",
            f"{CC}/by-nc/4.0/",
            id="twice",
        ),
        pytest.param(
            "This work is licensed under a Creative Commons Attribution-ShareAlike "
            "4.0 International License.",
            "CC BY-SA 4.0",
            f"{CC}/by-sa/4.0/",
            id="a sentence",
        ),
    ],
)
@pytest.mark.parametrize("field", LICENCE_FIELDS)
def test_creative_commons_means_open_access(
    text: str, name: str, url: str | None, field: str
) -> None:
    rights = read_rights({field: text})

    assert [(one.name, one.url) for one in rights.licences] == [(name, url)]
    assert rights.is_open


@pytest.mark.parametrize(
    ("text", "name", "url"),
    [
        pytest.param("MIT", "MIT", None, id="software"),
        pytest.param("CC-BY-4.0 OR MIT", "CC-BY-4.0 OR MIT", None, id="a choice"),
        pytest.param("not CC BY 4.0", "not CC BY 4.0", None, id="a denial"),
        pytest.param("CC BY 5.0", "CC BY 5.0", None, id="no such version"),
        pytest.param("CC BY-ND-SA 4.0", "CC BY-ND-SA 4.0", None, id="no such terms"),
        pytest.param(
            "arXiv.org perpetual, non-exclusive license",
            "arXiv.org perpetual, non-exclusive license",
            None,
            id="arXiv's own",
        ),
        pytest.param(
            "http://www.elsevier.com/open-access/userlicense/1.0/",
            "www.elsevier.com/open-access/userlicense/1.0",
            "http://www.elsevier.com/open-access/userlicense/1.0/",
            id="an address",
        ),
        pytest.param(
            r"{\textcopyright} 2021, Loom Ltd. All rights reserved",
            "\N{COPYRIGHT SIGN} 2021, Loom Ltd. All rights reserved",
            None,
            id="a statement",
        ),
        pytest.param("javascript:alert(1)", "javascript:alert(1)", None, id="unsafe"),
    ],
)
def test_everything_else_is_shown_as_it_stands(
    text: str, name: str, url: str | None
) -> None:
    rights = read_rights({"copyright": text})

    assert [(one.name, one.url) for one in rights.licences] == [(name, url)]
    assert not rights.is_open


@pytest.mark.parametrize(
    ("fields", "access", "is_open"),
    [
        pytest.param({}, "", False, id="nothing"),
        pytest.param({"eprint": "2101.00001"}, "", False, id="a preprint's archive"),
        pytest.param({"openaccess": "true"}, "open access", True, id="a switch"),
        pytest.param({"is_oa": "False"}, "closed access", False, id="switched off"),
        pytest.param(
            {"oa": "gold, Green Published"},
            "open access (gold, green)",
            True,
            id="Web of Science",
        ),
        pytest.param({"oa_status": "closed"}, "closed access", False, id="Unpaywall"),
        pytest.param(
            {"oa_status": "bronze"}, "open access (bronze)", True, id="bronze"
        ),
        pytest.param(
            {"note": "Cited by: 3; All Open Access, Hybrid Gold Open Access"},
            "open access (hybrid, gold)",
            True,
            id="Scopus",
        ),
        pytest.param({"note": "{Open Access}"}, "open access", True, id="a note"),
        pytest.param(
            {"note": "Research Article, Open Access"}, "open access", True, id="a part"
        ),
        pytest.param({"note": "Not open access"}, "", False, id="a note that denies"),
        pytest.param({"note": "Workshop on Open Access"}, "", False, id="a subject"),
        pytest.param(
            {"rights": "info:eu-repo/semantics/openAccess"},
            "open access",
            True,
            id="OpenAIRE",
        ),
        pytest.param(
            {"copyright": "CC BY 4.0, Embargoed Access"},
            "embargoed access",
            False,
            id="a licence to come",
        ),
    ],
)
def test_access_is_what_the_entry_says(
    fields: dict[str, str], access: str, *, is_open: bool
) -> None:
    rights = read_rights(fields)

    assert (rights.access, rights.is_open) == (access, is_open)


def test_licences_of_several_fields_are_listed_once() -> None:
    rights = read_rights({"license": "CC-BY-4.0; MIT", "copyright": "CC BY 4.0"})

    assert [one.name for one in rights.licences] == ["CC BY 4.0", "MIT"]


@given(
    st.dictionaries(
        st.sampled_from([*LICENCE_FIELDS, *ACCESS_FIELDS, "note"]),
        st.text()
        | st.lists(
            st.sampled_from(
                ["CC", "BY", "-", " ", "4.0", "nc", "{", "\\url{", "https://", "open",
                 "creativecommons.org/licenses/by/4.0/", "access", ",", "gold", "~"]
            )
        ).map("".join),
    )
)  # fmt: skip
def test_anything_can_be_read(fields: dict[str, str]) -> None:
    rights = read_rights(fields)

    for licence in rights.licences:
        assert licence.name
        assert licence.url is None or licence.url.startswith(("http://", "https://"))
    assert rights == NO_RIGHTS or rights.licences or rights.access
