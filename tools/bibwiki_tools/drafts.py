"""The first text of a page: what the catalogue knows of its subject, in sentences.

Only what the BibTeX files and the other pages say is told, with citations. Counts are
left out: the lists that the wiki adds to the page have them, and keep them right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold
from bibwiki.model.notes.kind import Kind, Target
from bibwiki.model.work import Relation, Role
from bibwiki.model.work_type import WorkType
from bibwiki.pages.counts import coauthors_of, people_of, topics_of
from bibwiki.pages.thing_links import by_weight, name_of
from bibwiki.pages.work_items import main_credits
from bibwiki_tools.markup import Markup
from bibwiki_tools.phrases import Phrases, some
from bibwiki_tools.texts import markdown_text, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bibwiki.catalogue.catalogue import CataloguedWork, Person
    from bibwiki.pages.context import PageContext

_TYPE_WORDS = {
    WorkType.PROCEEDINGS: "a volume of proceedings",
    WorkType.SOFTWARE: "a piece of software",
    WorkType.AUDIO: "a sound recording",
    WorkType.MISC: "a work",
}
_VERBS = {
    Relation.SUPPORTS: "supports",
    Relation.DISPUTES: "disputes",
    Relation.EXTENDS: "extends",
    Relation.REPLICATES: "replicates",
    Relation.CORRECTS: "corrects",
    Relation.RETRACTS: "retracts",
    Relation.CITES: "cites",
    Relation.RELATED: "is related to",
}


def draft_page(context: PageContext, target: Target) -> str:
    """Return the page of something that the catalogue knows.

    Args:
        context: The catalogue. Topics of one work may be in it; they are not linked.
        target: A person, topic, organization or work.
    """
    title = name_of(context, target)
    # A work's title stands in its entry; saying it twice would let the two differ.
    block: dict[str, object] = {} if target.kind is Kind.WORK else {"name": title}
    if target.kind is Kind.PERSON:
        block |= _other_names(context.catalogue.people[target.id])
    sentences = _ABOUT[target.kind](Phrases(Markup(context)), target.id)
    return _page(target, title, block, tuple(sentences))


def empty_page(target: Target, name: str) -> str:
    """Return the page of something that the catalogue does not know."""
    return _page(target, name, {"name": name})


def _page(
    target: Target,
    title: str,
    more: Mapping[str, object],
    sentences: tuple[str, ...] = (),
) -> str:
    block = {"kind": target.kind.value, "id": target.id, **more}
    return render("page.md", {"block": block, "title": title, "sentences": sentences})


def _other_names(person: Person) -> dict[str, list[str]]:
    """Return the spellings that the display name alone would not match."""
    distinct = {fold(person.name): person.name}
    for name in person.names:
        distinct.setdefault(fold(name), name)
    _, *others = distinct.values()
    return {"also": others} if others else {}


def _about_person(say: Phrases, id_: str) -> Iterator[str]:
    context = say.markup.context
    person = context.catalogue.people[id_]
    name = markdown_text(person.name)
    single = len(person.works) == 1
    one = f"{name} is {_part_in(context, person)} of" if single else ""
    yield from say.works(one, f"The works by {name} in this wiki", person.works)
    coauthors = by_weight(context, Kind.PERSON, coauthors_of(context, person))
    if frequent := [pair for pair in coauthors if pair[1] > 1]:
        several = "of several of them"
        yield say.people(f"A coauthor {several}", f"Coauthors {several}", frequent)
    elif coauthors:
        yield say.people("A coauthor", "Coauthors", coauthors)
    if topics := say.topics(person.works):
        yield f"{'It is' if single else 'They are'} about {topics}."


def _part_in(context: PageContext, person: Person) -> str:
    """Return ``the author``, ``an author``, ``an editor`` and so on."""
    work = context.catalogue.works[person.works[0]]
    role = next(
        credit.contribution.role
        for credit in work.credits
        if credit.person == person.id
    )
    alone = sum(credit.contribution.role is role for credit in work.credits) == 1
    if alone and not work.work.others:
        return f"the {role.value}"
    return f"{'a' if role is Role.TRANSLATOR else 'an'} {role.value}"


def _about_topic(say: Phrases, id_: str) -> Iterator[str]:
    context = say.markup.context
    topic = context.catalogue.topics[id_]
    name = markdown_text(topic.name)
    one, many = f"A work on {name} is", f"The works on {name} in this wiki"
    yield from say.works(one, many, topic.works)
    people = by_weight(context, Kind.PERSON, people_of(context, topic.works))
    if frequent := [pair for pair in people if pair[1] > 1]:
        several = "with several of them"
        yield say.people(f"A person {several}", f"People {several}", frequent)
    others = topics_of(context, topic.works)
    near = {other: n for other, n in others.items() if n > 1 and other != id_}
    if links := say.weighed_topics(near):
        yield f"Several of them are also about {links}."


def _about_organization(say: Phrases, id_: str) -> Iterator[str]:
    catalogue = say.markup.context.catalogue
    organization = catalogue.organizations[id_]
    name = markdown_text(organization.name)
    made: list[str] = []
    published: list[str] = []
    for key in organization.works:
        credits_ = catalogue.works[key].credits
        own = any(credit.organization == id_ for credit in credits_)
        (made if own else published).append(key)
    one, many = f"A work by {name} is", f"The works by {name} in this wiki"
    yield from say.works(one, many, made)
    one = f"A work published by {name} is"
    many = f"The works published by {name} in this wiki"
    yield from say.works(one, many, published)
    links = [say.markup.link(Target(Kind.PERSON, one)) for one in organization.people]
    if links:
        yield f"{some(links)} {'is' if len(links) == 1 else 'are'} affiliated with it."
    if topics := say.topics(organization.works):
        yield f"Topics of these works are {topics}."


def _about_work(say: Phrases, id_: str) -> Iterator[str]:
    markup = say.markup
    work = markup.context.catalogue.works[id_]
    title = f"*{markdown_text(work.work.title)}*{markup.cited(id_)}"
    yield f"{title} is {_type_words(work.work.work_type)}{_creators(markup, work)}."
    year = f" in {work.work.year}" if work.work.year is not None else ""
    if work.venue is not None:
        yield f"It appeared in {markup.link(Target(Kind.VENUE, work.venue))}{year}."
    elif year:
        yield f"It appeared{year}."
    if topics := say.topics([id_]):
        yield f"It is about {topics}."
    for related in markup.context.catalogue.related.get(id_, ()):
        other, verb = markup.named([related.key]), _VERBS.get(related.relation)
        if other and verb:
            yield f"{other} {verb} it." if related.inverse else f"It {verb} {other}."


def _type_words(work_type: WorkType) -> str:
    label = work_type.label.lower()
    article = "an" if label[0] in "aeio" else "a"
    return _TYPE_WORDS.get(work_type, f"{article} {label}")


def _creators(markup: Markup, work: CataloguedWork) -> str:
    credits_ = main_credits(work)
    if not credits_:
        return ""
    names = [markup.credit(credit) for credit in credits_]
    edited = " edited" if credits_[0].contribution.role is Role.EDITOR else ""
    return f"{edited} by {some(names, more=work.work.others)}"


_ABOUT: Mapping[Kind, Callable[[Phrases, str], Iterator[str]]] = {
    Kind.PERSON: _about_person,
    Kind.TOPIC: _about_topic,
    Kind.ORGANIZATION: _about_organization,
    Kind.WORK: _about_work,
}
