from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.identity.unresolved_names import unresolved_names
from bibwiki.model.diagnostic import Problem
from bibwiki.model.notes.kind import Kind
from bibwiki.model.notes.note import Question

if TYPE_CHECKING:
    from conftest import Builder


def test_a_keyword_is_a_topic_from_so_many_works_on(build: Builder) -> None:
    works = [
        build.work("a", "", "2019", keywords=("Loom cards", "Dye")),
        build.work("b", "", "2021", keywords=("loom-cards",)),
    ]

    assert list(build.catalogue(*works).topics) == ["loom-cards"]
    assert list(build.catalogue(*works, topic_min_works=1).topics) == [
        "dye",
        "loom-cards",
    ]
    assert build.catalogue(*works, topic_min_works=3).topics == {}


def test_a_topic_of_keywords(build: Builder) -> None:
    catalogue = build.catalogue(
        build.work("a", "", "2019", keywords=("loom cards", "LOOM CARDS")),
        build.work("b", "", "2021", keywords=("Loom cards",)),
        build.work("c", "", "2020", keywords=("Loom cards",)),
    )

    topic = catalogue.topics["loom-cards"]
    assert topic.name == "Loom cards"
    assert topic.topic_kind == "concept"
    assert topic.works == ("b", "c", "a")
    assert catalogue.works["a"].topics == ("loom-cards",)


def test_a_page_gathers_id_former_id_name_and_aliases(build: Builder) -> None:
    page = build.note(
        Kind.TOPIC,
        "looms",
        "Mechanical looms",
        also=("Jacquard machines",),
        also_id=("loom",),
        topic_kind="system",
    )
    words = ["looms", "LOOM", "mechanical looms", "jacquard Machines"]
    works = [build.work(f"k{n}", keywords=(word,)) for n, word in enumerate(words)]

    catalogue = build.catalogue(*works, notes=(page,))

    topic = catalogue.topics["looms"]
    assert (topic.name, topic.topic_kind) == ("Mechanical looms", "system")
    assert topic.also == ("Jacquard machines",)
    assert set(topic.works) == {"k0", "k1", "k2", "k3"}
    assert list(catalogue.topics) == ["looms"]


def test_topics_of_a_work_s_page_are_added(build: Builder) -> None:
    notes = (
        build.note(Kind.WORK, "a", topics=("Dye", "looms")),
        build.note(Kind.TOPIC, "dye", "Dyeing", also=("dye",)),
    )
    catalogue = build.catalogue(
        build.work("a", keywords=("looms",)), notes=notes, topic_min_works=1
    )

    assert catalogue.works["a"].topics == ("looms", "dye")


def test_broader_narrower_and_see_also(build: Builder) -> None:
    notes = (
        build.note(Kind.TOPIC, "craft", "Crafts", see_also=("dye",)),
        build.note(Kind.TOPIC, "weaving", broader=("Crafts", "weaving")),
        build.note(Kind.TOPIC, "basketry", broader=("craft", "dye")),
    )
    works = [build.work(f"k{n}", keywords=("Dye",)) for n in range(2)]

    topics = build.catalogue(*works, notes=notes).topics

    assert topics["weaving"].broader == ("craft",)
    assert topics["basketry"].broader == ("craft", "dye")
    assert topics["craft"].narrower == ("basketry", "weaving")
    assert topics["dye"].narrower == ("basketry",)
    assert topics["craft"].see_also == ("dye",)


def test_an_unknown_broader_topic_is_reported(build: Builder) -> None:
    note = build.note(Kind.TOPIC, "weaving", broader=("crafts",), see_also=("dye",))

    catalogue, problems = build.assembled(notes=(note,))

    assert catalogue.topics["weaving"].broader == ()
    assert [one.problem for one in problems] == [Problem.UNRESOLVED_LINK] * 2
    assert problems[0].location == note.location
    assert "broader names 'crafts'" in problems[0].message
    assert "see-also names 'dye'" in problems[1].message


def test_keywords_with_equal_ids_are_counted_up(build: Builder) -> None:
    works = [build.work(f"k{n}", keywords=("C", "C++", "C#", " ")) for n in range(2)]
    catalogue = build.catalogue(*works)

    assert catalogue.works["k0"].topics == ("c", "c-2", "c-3")
    assert catalogue.topics["c-2"].name == "C++"


def test_a_keyword_of_signs_gets_an_id(build: Builder) -> None:
    works = [build.work(f"k{n}", keywords=("?!",)) for n in range(2)]

    assert list(build.catalogue(*works).topics) == ["topic"]


def test_evidence_that_is_the_key_of_no_entry_is_reported(build: Builder) -> None:
    questions = (Question("Why?", ("a", "nowhere")),)
    page = build.note(Kind.TOPIC, "looms", questions=questions)

    (found,) = unresolved_names(build.catalogue(build.work("a"), notes=(page,)))

    assert found.message.startswith(
        "evidence names 'nowhere', which is the key of no entry"
    )
