from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bibwiki.catalogue.venues import series_of
from bibwiki.model.notes.kind import Kind
from bibwiki.model.work import Venue

if TYPE_CHECKING:
    from conftest import Builder


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("Conference on Dice", "Conference on Dice", ""),
        ("Proceedings of the Conference on Dice", "Conference on Dice", ""),
        ("Proc. of the 3rd Conference on Dice", "Conference on Dice", ""),
        ("In Proceedings of the 2021 Conference on Dice", "Conference on Dice", ""),
        ("Conference on Dice (COD 2021)", "Conference on Dice", "COD"),
        ("Conference on Dice (COD'21)", "Conference on Dice", "COD"),
        ("The Thirty-Third Conference on Dice, 2021", "The Conference on Dice", ""),
        ("Conference on Dice, 2021, Volume 2: Short Texts", "Conference on Dice", ""),
        ("Conference on Dice (Volume 1: Long Texts)", "Conference on Dice", ""),
        ("COD 2021", "COD", ""),
        ("Dice 3000", "Dice 3000", ""),
        ("Second Dice Forum", "Second Dice Forum", ""),
        ("Proceedings", "Proceedings", ""),
        ("2021", "2021", ""),
        ("Advances in Dice Throwing Systems", "Advances in Dice Throwing Systems", ""),
        ("Procyon Meeting", "Procyon Meeting", ""),
    ],
)
def test_series_of_a_conference(text: str, name: str, short: str) -> None:
    series = series_of(Venue(text, "conference"))

    assert (series.name, series.short) == (name, short)


@pytest.mark.parametrize(
    "venue",
    [
        Venue("Annals of 2021", "journal"),
        Venue("Proceedings of the 3rd Academy", "journal"),
        Venue("Proceedings of the " + "very " * 100 + "long name", "conference"),
    ],
    ids=["journal", "journal-of-proceedings", "overlong"],
)
def test_other_venues_are_no_series(venue: Venue) -> None:
    assert series_of(venue) is venue


def test_an_abbreviation_of_the_entry_stays(build: Builder) -> None:
    venue = Venue("Conference on Dice (COD 2021)", "conference", "CoDice")
    catalogue = build.catalogue(build.work("a", venue=venue))

    assert catalogue.venues["conference-on-dice"].short == "CoDice"


def test_meetings_of_a_conference_are_one_venue(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work(
            "a", "", "2019", venue=Venue("3rd Dice Meeting, 2019", "conference")
        ),
        build.work("b", "", "2020", venue=Venue("Proc. Dice Meeting", "conference")),
    )

    assert catalogue.venues["dice-meeting"].works == ("b", "a")
    assert catalogue.venues["dice-meeting"].name == "Dice Meeting"
    assert catalogue.works["a"].venue == "dice-meeting"
    assert catalogue.works["a"].work.venue == Venue(
        "3rd Dice Meeting, 2019", "conference"
    )


def test_an_abbreviation_means_the_venue_that_alone_has_it(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("b", venue="JD"),
        build.work("a", venue=Venue("Journal of Dice", "journal", "J.D.")),
        build.work("c", venue=Venue("J D", "journal")),
    )

    assert catalogue.works["b"].venue == "jd"
    assert catalogue.works["c"].venue == "journal-of-dice"
    assert catalogue.venues["journal-of-dice"].short == "J.D."


def test_an_abbreviation_of_two_venues_means_neither(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", venue=Venue("Journal of Dice", "journal", "JD")),
        build.work("b", venue=Venue("Journal of Dolls", "journal", "JD")),
        build.work("c", venue="JD"),
    )

    assert catalogue.works["c"].venue == "jd"


def test_a_page_gathers_its_aliases(build: Builder) -> None:
    page = build.note(Kind.VENUE, "cod", "Conference on Dice", also=("Dice Days",))
    catalogue = build.catalogue(
        build.work("a", venue=Venue("Proceedings of the 4th Dice Days", "conference")),
        build.work(
            "b", venue=Venue("Dicing (Dice Days 2021)", "conference", "Dice days")
        ),
        notes=(page,),
    )

    assert list(catalogue.venues) == ["cod"]
    assert catalogue.venues["cod"].name == "Conference on Dice"
    assert catalogue.venues["cod"].note is page


def test_the_most_frequent_spelling_and_kind_are_shown(build: Builder) -> None:
    names = ["journal of dice", "Journal of Dice", "Journal of Dice"]
    kinds = ["book", "journal", "journal"]
    works = [
        build.work(f"k{n}", venue=Venue(name, kind))
        for n, (name, kind) in enumerate(zip(names, kinds, strict=True))
    ]
    venue = build.catalogue(*works).venues["journal-of-dice"]

    assert (venue.name, venue.kind) == ("Journal of Dice", "journal")


def test_works_without_a_venue_have_none(build: Builder) -> None:
    catalogue = build.catalogue(build.work("a"), build.work("b", venue=" "))

    assert catalogue.venues == {}
    assert catalogue.works["b"].venue is None


def test_a_page_without_works_is_a_venue(build: Builder) -> None:
    catalogue = build.catalogue(notes=(build.note(Kind.VENUE, "cod", "Dice Days"),))

    assert catalogue.venues["cod"].works == ()
    assert catalogue.venues["cod"].kind == ""
