"""When entries were added and changed, as reference managers write it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibwiki.model.date import PartialDate
from bibwiki.model.record_dates import RECORD_FIELDS, RecordDates, read_record_dates


def days(added: str, changed: str = "") -> tuple[PartialDate | None, ...]:
    return tuple(
        PartialDate(*map(int, text.split("-"))) if text else None
        for text in (added, changed)
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, days(""), id="nothing"),
        pytest.param(
            {
                "creationdate": "2024-02-29T10:00:00",
                "modificationdate": "2024-03-01T00:00:01+01:00",
            },
            days("2024-2-29", "2024-3-1"),
            id="JabRef",
        ),
        pytest.param({"timestamp": "2012-07-03"}, days("2012-7-3"), id="old JabRef"),
        pytest.param({"timestamp": "2009.03.05"}, days("2009-3-5"), id="its dots"),
        pytest.param(
            {
                "date-added": "2009-03-05 11:33:10 -0500",
                "date-modified": "2010-01-02 23:59:59 +0000",
            },
            days("2009-3-5", "2010-1-2"),
            id="BibDesk",
        ),
        pytest.param(
            {
                "added-at": "2009-02-02T12:00:00.000+0100",
                "timestamp": "2011-02-03T12:00:00.000+0100",
            },
            days("2009-2-2", "2011-2-3"),
            id="BibSonomy",
        ),
        pytest.param(
            {"timestamp": "Tue, 07 May 2024 20:15:35 +0200"}, days(""), id="DBLP"
        ),
        pytest.param(
            {"creationdate": "2020-05-01", "modificationdate": "2020-05-01"},
            days("2020-5-1"),
            id="changed on the same day",
        ),
        pytest.param(
            {"creationdate": "2020-05-02", "modificationdate": "2020-05-01"},
            days("2020-5-2"),
            id="changed before",
        ),
        pytest.param(
            {"modificationdate": "2020-05-02"}, days("", "2020-5-2"), id="only changed"
        ),
        pytest.param({"creationdate": "2023-02-29"}, days(""), id="no such day"),
        pytest.param({"creationdate": "0000-01-01"}, days(""), id="no such year"),
        pytest.param({"creationdate": "2023-02"}, days(""), id="no day"),
        pytest.param({"creationdate": "2023-02/01"}, days(""), id="mixed signs"),
        pytest.param({"creationdate": "2023-02-011"}, days(""), id="too long"),
        pytest.param(
            {"creationdate": "soon", "date-added": "2020-05-01"},
            days("2020-5-1"),
            id="the next field counts",
        ),
    ],
)
def test_days_of_a_record(
    fields: dict[str, str], expected: tuple[PartialDate | None, ...]
) -> None:
    assert read_record_dates(fields) == RecordDates(*expected)


@given(st.dictionaries(st.sampled_from(sorted(RECORD_FIELDS)), st.text()))
def test_anything_can_stand_there(fields: dict[str, str]) -> None:
    dates = read_record_dates(fields)

    assert dates.added is None or dates.added.day
    assert dates.changed is None or dates.changed.day
