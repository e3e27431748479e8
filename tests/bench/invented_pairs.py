"""Pairs of invented entries that are one work or are not, as bibliographies show them.

Every change is labelled by what it means to a reader, not by what any rule finds:
``True`` where both entries are one work or its versions, ``False`` where they are works
of their own, however closely related.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Fields: TypeAlias = dict[str, str]

WORKS = (
    "Counting Sheep by Their Shadows: A Field Study in the Alps|Ada Müller;Ben Vale",
    "State-of-the-Art Looms for Patient Weavers|Cleo Reed;Dan Orr;Eve Şahin",
    "What Bridges Remember: On the Fatigue of Rope|Fay González",
    "Supervised Sorting of Unfamiliar Buttons|Gil Nørgaard;Hana Ito",
    "Towards a General Theory of Kettles|Ivo Křen;June Park;Kim Lund;Leo Pratt",
    "An Index of Forgotten Harbours, 1700 to 1750|Mia Dubois",
    "Do Clocks Agree? Evidence from 200 Towers|Nils Öberg;Olga Petrova",
    "The Economics of Borrowed Umbrellas|Paul Stone;Quinn Ash",
    "Robust Estimation of Tides with Few Gauges|Rosa Núñez;Sam Field;Tim Gray",
    "Mirror Neurons in Garden Snails: A Replication|Uma Rao;Vic Yates",
    "Learning to Fold Maps from Demonstrations|Wen Zhou;Xin Li;Yan Sun",
    "A Grammar of Whistled Questions in Mountain Villages|Zoë Blanc",
)
"""``title|authors``."""


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two entries as BibTeX, and whether they are one work."""

    kind: str
    bibtex: str
    same: bool


def make_pairs() -> tuple[LabelledPair, ...]:
    """Make a pair of every work and every kind of change; some have no place."""
    pairs = []
    for number, line in enumerate(WORKS):
        title, authors = line.split("|")
        base = {
            "type": "article",
            "title": title,
            "author": " and ".join(authors.split(";")),
            "year": str(2001 + number),
            "journal": "Journal of Invented Results",
            "volume": str(3 + number),
            "pages": f"{10 * number + 1}--{10 * number + 9}",
        }
        for same, changes in ((True, SAME), (False, DIFFERENT)):
            for change in changes:
                one, other = change(dict(base), dict(base))
                if one != other:
                    text = _entry("one", one) + _entry("other", other)
                    kind = change.__name__.strip("_").replace("_", " ")
                    pairs.append(LabelledPair(kind, text, same))
    return tuple(pairs)


def _entry(key: str, fields: Fields) -> str:
    lines = [f"  {n} = {{{v}}},\n" for n, v in fields.items() if n != "type" and v]
    return f"@{fields['type']}{{{key},\n{''.join(lines)}}}\n"


_Pair: TypeAlias = tuple[Fields, Fields]
_LATEX = {
    "ü": r'{\"u}', "Ş": r"{\c S}", "á": r"{\'a}", "ø": r"{\o}", "ř": r"{\v{r}}",
    "Ö": r'{\"O}', "ú": r"{\'u}", "ñ": r"{\~n}", "ë": r'{\"e}',
}  # fmt: skip


def _doi(fields: Fields) -> str:
    return f"10.5555/jir.{fields['volume']}.{fields['year']}"


def _surname_first(name: str) -> str:
    given, _, family = name.rpartition(" ")
    return f"{family}, {given}"


def _names(fields: Fields) -> list[str]:
    return fields["author"].split(" and ")


def _other_case(one: Fields, other: Fields) -> _Pair:
    other["title"] = other["title"].lower()
    return one, other


def _title_in_braces_and_a_dot(one: Fields, other: Fields) -> _Pair:
    other["title"] = f"{{{other['title']}}}."
    return one, other


def _accents_as_latex(one: Fields, other: Fields) -> _Pair:
    for sign, spelt in _LATEX.items():
        other["author"] = other["author"].replace(sign, spelt)
    return one, other


def _accents_lost(one: Fields, other: Fields) -> _Pair:
    plain = str.maketrans("üŞáøřÖúñë", "uSaorOune")
    other["author"] = other["author"].translate(plain)
    return one, other


def _subtitle_dropped(one: Fields, other: Fields) -> _Pair:
    other["title"] = other["title"].split(": ")[0]
    return one, other


def _initials(one: Fields, other: Fields) -> _Pair:
    names = [name.split(" ") for name in _names(other)]
    other["author"] = " and ".join(f"{family}, {given[0]}." for given, family in names)
    return one, other


def _and_others(one: Fields, other: Fields) -> _Pair:
    if len(_names(other)) > 1:
        other["author"] = f"{_names(other)[0]} and others"
    return one, other


def _only_the_first_author(one: Fields, other: Fields) -> _Pair:
    other["author"] = _names(other)[0]
    return one, other


def _et_al(one: Fields, other: Fields) -> _Pair:
    if len(_names(other)) > 1:
        other["author"] = f"{_names(other)[0]} et al."
    return one, other


def _names_turned_round(one: Fields, other: Fields) -> _Pair:
    turned = (", ".join(reversed(_surname_first(n).split(", "))) for n in _names(other))
    other["author"] = " and ".join(turned)
    return one, other


def _no_year(one: Fields, other: Fields) -> _Pair:
    return one, other | {"year": ""}


def _online_a_year_before(one: Fields, other: Fields) -> _Pair:
    year = str(int(other["year"]) - 1)
    return one, other | {"year": year, "volume": "", "pages": ""}


def _printed_a_year_later_under_one_doi(one: Fields, other: Fields) -> _Pair:
    doi = _doi(one)
    year = str(int(other["year"]) + 1)
    return one | {"doi": doi}, other | {"doi": doi, "year": year}


def _venue_abbreviated(one: Fields, other: Fields) -> _Pair:
    return one, other | {"journal": "J. Invented Res."}


def _bare_entry(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("type", "title", "author", "year")}
    return one, bare | {"type": "misc"}


def _web_page_of_the_article(one: Fields, other: Fields) -> _Pair:
    url = {"url": "https://jir.example/papers/" + one["volume"]}
    bare = {name: other[name] for name in ("title", "author", "year")}
    return one | url, bare | url | {"type": "online"}


def _doi_as_address(one: Fields, other: Fields) -> _Pair:
    doi = _doi(one)
    return one | {"doi": doi}, other | {"url": f"https://doi.org/{doi.upper()}"}


def _preprint(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("type", "title", "author", "year")}
    number = f"{int(one['year']) % 100:02}01.{int(one['volume']):05}"
    preprint = {"eprint": number, "archiveprefix": "arXiv"}
    return one, bare | preprint | {"type": "misc"}


def _preprint_two_years_before(one: Fields, other: Fields) -> _Pair:
    one, other = _preprint(one, other)
    return one, other | {"year": str(int(other["year"]) - 2)}


def _preprint_as_article(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("type", "title", "author", "year")}
    return one, bare | {"journal": f"arXiv preprint arXiv:2101.{one['year']}0"}


def _report_of_the_article(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("title", "author", "year")}
    return one, bare | {"type": "techreport", "institution": "Harbour Lab"}


def _slip_in_the_title(one: Fields, other: Fields) -> _Pair:
    words = other["title"].split(" ")
    place = max(range(len(words)), key=lambda number: len(words[number].strip(":,?")))
    words[place] = words[place][:3] + words[place][4:]
    return one, other | {"title": " ".join(words)}


def _title_cut_under_one_doi(one: Fields, other: Fields) -> _Pair:
    doi = _doi(one)
    title = " ".join(other["title"].split(" ")[:4])
    return one | {"doi": doi}, other | {"doi": doi, "title": title}


def _translated_under_one_doi(one: Fields, other: Fields) -> _Pair:
    doi = _doi(one)
    title = "Eine ganz andere Sprache hat andere Worte"
    return one | {"doi": doi}, other | {"doi": doi, "title": title}


def _second_part(one: Fields, other: Fields) -> _Pair:
    title = one["title"]
    return one | {"title": f"{title}, Part I"}, other | {"title": f"{title}, Part II"}


def _new_edition(one: Fields, other: Fields) -> _Pair:
    book = {"type": "book", "journal": "", "volume": "", "pages": "", "publisher": "X"}
    later = str(int(one["year"]) + 6)
    return one | book, other | book | {"year": later, "edition": "Second"}


def _another_paper_under_the_doi_of_the_volume(one: Fields, other: Fields) -> _Pair:
    paper = {"type": "inproceedings", "journal": "", "booktitle": "Invented Meeting"}
    doi = {"doi": "10.5555/meeting." + one["year"], "volume": ""}
    another = {"title": "On Something Else Entirely", "author": "Nora Else"}
    return one | paper | doi, other | paper | doi | another


def _erratum(one: Fields, other: Fields) -> _Pair:
    return one, other | {"title": f"Erratum to: {other['title']}", "pages": "99"}


def _reply(one: Fields, other: Fields) -> _Pair:
    return one, other | {"title": f"Reply to Comments on {other['title']}"}


def _same_title_by_others(one: Fields, other: Fields) -> _Pair:
    changed = {"author": "Nora Else and Otto Other", "journal": "Annals of Else"}
    return one, other | changed | {"pages": "300--310", "volume": "77"}


def _editorial_of_another_issue(one: Fields, other: Fields) -> _Pair:
    title = {"title": "Editorial"}
    volume = {"volume": "90", "pages": "1--2"}
    return one | title, other | title | volume


def _annual_report(one: Fields, other: Fields) -> _Pair:
    later = str(int(one["year"]) + 1)
    report = {"type": "techreport", "institution": "Lab", "title": "Annual Report"}
    return one | report, other | report | {"year": later}


def _opposite_word(one: Fields, other: Fields) -> _Pair:
    words = other["title"].split(" ")
    words[0] = f"Un{words[0].lower()}"
    pages = {"pages": "500--509", "doi": f"{_doi(other)}.2"}
    return one | {"doi": _doi(one)}, other | pages | {"title": " ".join(words)}


def _next_paper_of_the_authors(one: Fields, other: Fields) -> _Pair:
    return one, other | {"title": "Further Remarks on Another Matter", "pages": "400"}


def _review(one: Fields, other: Fields) -> _Pair:
    title = f"Book Review: {other['title']}"
    return one, other | {"title": title, "author": "Nora Else", "pages": "77"}


def _talk(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("title", "author")}
    later = str(int(one["year"]) + 1)
    return one, bare | {"type": "video", "year": later, "publisher": "Night School"}


def _conference_paper_of_the_article(one: Fields, other: Fields) -> _Pair:
    meeting = {"type": "inproceedings", "booktitle": "Conference on Invented Things"}
    earlier = {"year": str(int(one["year"]) - 1), "pages": "77--84"}
    return one, other | meeting | earlier | {"journal": "", "volume": ""}


def _thesis(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("title", "year")}
    thesis = {"type": "phdthesis", "author": _names(other)[0], "school": "University"}
    return one, bare | thesis


def _poster(one: Fields, other: Fields) -> _Pair:
    bare = {name: other[name] for name in ("author", "year")}
    poster = {"type": "inproceedings", "booktitle": "Conference on Invented Things"}
    return one, bare | poster | {"title": f"{other['title']} (extended abstract)"}


SAME: tuple[Callable[[Fields, Fields], _Pair], ...] = (
    _other_case, _title_in_braces_and_a_dot, _accents_as_latex, _accents_lost,
    _subtitle_dropped, _initials, _and_others, _only_the_first_author, _et_al,
    _names_turned_round, _no_year, _online_a_year_before,
    _printed_a_year_later_under_one_doi, _venue_abbreviated, _bare_entry,
    _web_page_of_the_article, _doi_as_address, _preprint, _preprint_two_years_before,
    _preprint_as_article, _report_of_the_article, _slip_in_the_title,
    _title_cut_under_one_doi, _translated_under_one_doi,
)  # fmt: skip
DIFFERENT: tuple[Callable[[Fields, Fields], _Pair], ...] = (
    _second_part, _new_edition, _another_paper_under_the_doi_of_the_volume, _erratum,
    _reply, _same_title_by_others, _editorial_of_another_issue, _annual_report,
    _opposite_word, _next_paper_of_the_authors, _review, _talk,
    _conference_paper_of_the_article, _thesis, _poster,
)  # fmt: skip
