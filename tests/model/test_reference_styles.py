"""References as readers see them, one expected line for each sort of work."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.bibtex.entry import Entry
from bibwiki.model.bibtex.reader import parse_bibtex
from bibwiki.model.diagnostic import Location
from bibwiki.model.formats.apa import format_apa
from bibwiki.model.formats.ieee import format_ieee
from bibwiki.model.formats.reference_parts import initials
from bibwiki.model.interpret import interpret, interpret_all

TEXT = (Path(__file__).parent / "invented.bib").read_text(encoding="utf-8")
WORKS = {w.key: w for w in interpret_all(parse_bibtex(TEXT, "a.bib").entries)[0]}

APA = {
    "quill2022fog": "Quill, T., van der Berg, J.-L., & Society of Fog. (2022). "
    "Fog and LaTeX: A Duet. Annals of Doubt, 3(2), 1\N{EN DASH}9. https://doi.org/10.5555/fog",
    "one2021crowd": "One, A., Two, B., Three, C., Four, D., Five, E., Six, F., "
    "Seven, G., Eight, H., Nine, I., Ten, J., Eleven, K., Twelve, L., Thirteen, M., "
    "Fourteen, N., Fifteen, O., Sixteen, P., Seventeen, Q., Eighteen, R., "
    "Nineteen, S., . . . Twentyone, U. (2021, May). How Many Hands? In T. Quill & "
    "A. Berg (Eds.), Meeting on Lamps (p. 7). Harbour Press.",
    "berg2019lamps": "Berg, A., Jr. (2019). Lamps [Thesis, Night School].",
    "many2020report": "Quill, T., et al. (2020). A Report (No. 7). Harbour Lab. "
    "https://example.org/report",
    "sorensen2020draft": "Sørensen, B. (2020). A Draft (arXiv:2001.00009). arXiv. "
    "https://arxiv.org/abs/2001.00009",
    "quill2019letters": "Quill, T. (Ed.). (2019). Letters. Harbour Press.",
    "noname": "A Page. (2024, January 31). https://example.org/page",
    "undated": "الفاروق, نور. (in press). Tide Tables [Data set].",
}
IEEE = {
    "quill2022fog": "[1] T. Quill, J.-L. van der Berg, and Society of Fog, “Fog and "
    "LaTeX: A Duet,” Annals of Doubt, vol. 3, no. 2, pp. 1\N{EN DASH}9, May 9, 2022, "
    "doi: 10.5555/fog.",
    "one2021crowd": "[1] A. One et al., “How Many Hands?” in Meeting on Lamps, "
    "T. Quill and A. Berg, Eds., Harbour Press, p. 7, 2021.",
    "berg2019lamps": "[1] A. Berg Jr, “Lamps,” Thesis, Night School, 2019.",
    "many2020report": "[1] T. Quill et al., “A Report,” Harbour Lab, Rep. 7, 2020. "
    "[Online]. Available: https://example.org/report",
    "sorensen2020draft": "[1] B. Sørensen, “A Draft,” arXiv:2001.00009, 2020. "
    "[Online]. Available: https://arxiv.org/abs/2001.00009",
    "quill2019letters": "[1] T. Quill, Ed., Letters. Harbour Press, 2019.",
    "noname": "[1] “A Page,” Jan. 31, 2024. [Online]. Available: "
    "https://example.org/page",
    "undated": "[1] نور الفاروق, Tide Tables. in press.",
}


@pytest.mark.parametrize("key", APA)
def test_apa(key: str) -> None:
    assert format_apa(WORKS[key]) == APA[key]


@pytest.mark.parametrize("key", IEEE)
def test_ieee(key: str) -> None:
    assert format_ieee(WORKS[key]) == IEEE[key]


def test_the_number_in_the_list_is_given() -> None:
    assert format_ieee(WORKS["undated"], 12).startswith("[12] ")


@pytest.mark.parametrize(
    ("given_name", "short"),
    [
        pytest.param("Ada Mary", "A. M.", id="two names"),
        pytest.param("Jean-Luc", "J.-L.", id="hyphen"),
        pytest.param("A. M.", "A. M.", id="initials"),
        pytest.param("Yu.", "Yu.", id="a longer abbreviation"),
        pytest.param("نور", "نور", id="no capitals"),
        pytest.param("étienne", "É.", id="small letter"),
        pytest.param("- ", "", id="a hyphen alone"),
        pytest.param("", "", id="none"),
    ],
)
def test_initials(given_name: str, short: str) -> None:
    assert initials(given_name) == short


@given(
    st.sampled_from(["article", "inproceedings", "book", "thesis", "report", "misc"]),
    st.dictionaries(
        st.sampled_from([
            "author", "editor", "title", "journal", "booktitle", "date", "volume",
            "number", "pages", "publisher", "doi", "url", "eprint", "pubstate",
        ]),
        st.text(max_size=30),
    ),
)  # fmt: skip
def test_any_entry_has_a_reference_of_one_line(
    entry_type: str, fields: dict[str, str]
) -> None:
    work, _ = interpret(Entry("key", entry_type, fields, Location("a.bib")))

    for reference in (format_apa(work), format_ieee(work)):
        assert work.title.split()[0] in reference if work.title.split() else True
        assert reference.strip() == reference
