"""Every kind of problem that bibwiki reports, and what it does about each.

The table in the reference and ``bibwiki explain`` are made from these docstrings: what
goes wrong, what ``bibwiki`` does with it, what ``you`` do, and an ``example``.
"""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """A kind of problem.

    The value is the stable code: the subtype of the Sphinx warning ``bibwiki.<code>``
    and the ``code`` of ``bibwiki inspect --json``.
    """

    UNREADABLE_FILE = "unreadable-file"
    """A file cannot be opened.

    :bibwiki: It counts as empty; all others are read.
    :you: Correct the path, or who may read the file.
    :example: ``bibtex_bibfiles = ["no-such.bib"]``
    """
    FOREIGN_FORMAT = "foreign-format"
    """A file holds something else than BibTeX.

    :bibwiki: It has no entries; the message says what it looks like.
    :you: Export it as BibTeX, or save the text and not the page around it.
    :example: ``TY  - JOUR, the beginning of a RIS file``
    """
    ENCODING = "encoding"
    r"""Bytes are no UTF-8.

    :bibwiki: They are read as Windows-1252, or as the file's header says; as Mac Roman
        where lines end as on old Macs.
    :you: Save the file as UTF-8.
    :example: ``title = {Zo\xeb} in a UTF-8 file``
    """
    DOUBLE_ENCODING = "double-encoding"
    """Text was encoded as UTF-8 twice.

    :bibwiki: A value that shows it throughout is put right; another is left as it is.
    :you: Correct the text; a tool took UTF-8 for Windows-1252 when it saved the file.
    :example: ``author = {MÃ¼ller, Ada}``
    """
    CONTROL_CHARACTERS = "control-characters"
    r"""A file holds control characters, or such as hide or turn the text around them.

    :bibwiki: They are left out, or read as spaces.
    :you: Remove them.
    :example: ``title = {The\x00 Title}``
    """
    DAMAGED_ENTRY = "damaged-entry"
    """The syntax of an entry is broken.

    :bibwiki: What a careful reader would see is kept.
    :you: Mend the entry.
    :example: ``@misc{a, title = {Never closed``
    """
    STRAY_TEXT = "stray-text"
    """Text between entries looks like fields, but BibTeX takes it for a comment.

    :bibwiki: It is left out.
    :you: Put back the entry's ``@``, if it is missing.
    :example: ``misc{a, title = {T}}``
    """
    MISSING_KEY = "missing-key"
    """An entry has no citation key.

    :bibwiki: A key is made of its text; it lasts while the text does.
    :you: Give it one.
    :example: ``@misc{, title = {T}}``
    """
    DUPLICATE_KEY = "duplicate-key"
    """Two entries share a citation key.

    :bibwiki: The first one counts; ``bibwiki inspect`` shows the others.
    :you: Rename the other, or remove it.
    :example: ``@misc{a, year = 1} @misc{a, year = 2}``
    """
    DUPLICATE_FIELD = "duplicate-field"
    """A field stands twice in an entry.

    :bibwiki: The first one counts.
    :you: Remove the other.
    :example: ``@misc{a, year = 1, year = 2}``
    """
    UNDEFINED_MACRO = "undefined-macro"
    """A value names a macro that no ``@string`` defines.

    :bibwiki: Its name is taken as the text.
    :you: Define it, or put the text in braces.
    :example: ``journal = nosuch``
    """
    OVERSIZED_MACRO = "oversized-macro"
    """Macros that use each other grow beyond all bounds.

    :bibwiki: Their text is cut.
    :you: Remove the definitions that repeat each other.
    :example: ``@string{b = a # a} @string{c = b # b} ...``
    """
    MISSING_DELIMITERS = "missing-delimiters"
    """A value has neither braces nor quotes.

    :bibwiki: It is taken as text.
    :you: Add braces.
    :example: ``pages = 10-20``
    """
    UNKNOWN_ENTRY_TYPE = "unknown-entry-type"
    """No work type is known for the type of an entry.

    :bibwiki: The work is shown as miscellaneous.
    :you: Correct the type, or leave it.
    :example: ``@gizmo{a, title = {T}}``
    """
    MISSING_TITLE = "missing-title"
    """An entry has no title.

    :bibwiki: Its citation key is shown instead.
    :you: Add the title.
    :example: ``@misc{a, year = 2020}``
    """
    INVALID_NAME = "invalid-name"
    """A name cannot be split into parts.

    :bibwiki: It is kept whole.
    :you: Check its commas, and the ``and`` between names.
    :example: ``author = {A, B, C, D}``
    """
    NAME_OR_LIST = "name-or-list"
    """What is written as one name may be two people.

    :bibwiki: It is read as one name, with two family and two given names.
    :you: Put ``and`` between two people, or braces around a family name of two words.
    :example: ``author = {Ada Loom, Ben Vale}``
    """
    INVALID_DATE = "invalid-date"
    """A date cannot be understood.

    :bibwiki: What can be is kept, often the year; else it is shown.
    :you: Write it as ``2020-05-17``.
    :example: ``date = {2020-13-45}``
    """
    INVALID_CURATION = "invalid-curation"
    """The field ``curation`` holds another word than it may.

    :bibwiki: It counts as not said.
    :you: Write ``verified``, ``imported`` or ``needs-check``.
    :example: ``curation = {maybe}``
    """
    INVALID_IDENTIFIER = "invalid-identifier"
    """A DOI, arXiv id, ISBN or the like has no valid form.

    :bibwiki: It is shown, but not linked.
    :you: Correct it.
    :example: ``isbn = {123}``
    """
    UNSAFE_URL = "unsafe-url"
    """A link is not http, https, mailto or ftp.

    :bibwiki: It is not made a link.
    :you: Give the address of a page.
    :example: ``url = {javascript:alert(1)}``
    """
    MISSING_CROSSREF = "missing-crossref"
    """``crossref`` or ``xdata`` names no entry, or leads back to its own.

    :bibwiki: Nothing is inherited from there.
    :you: Correct the key.
    :example: ``@misc{a, crossref = {nosuch}}``
    """
    UNKNOWN_RELATED_WORK = "unknown-related-work"
    """``related``, ``supports`` or a like field names a key that no entry has.

    :bibwiki: The relation is left out.
    :you: Correct the key, or add the entry.
    :example: ``related = {nosuch}``
    """
    UNKNOWN_PERSON_ID = "unknown-person-id"
    """A name annotation gives a person id that no page declares.

    :bibwiki: The name is resolved as if it had none.
    :you: Correct the id, or write the person's page.
    :example: ``author+an:id = {1="nobody"}``
    """
    AMBIGUOUS_NAME = "ambiguous-name"
    """A name fits several people.

    :bibwiki: It is merged with none of them.
    :you: Declare an id or an alias.
    :example: ``author = {A. Loom}, with two of them``
    """
    INVALID_FRONT_MATTER = "invalid-front-matter"
    """The ``bibwiki`` block of a page breaks its schema.

    :bibwiki: The wrong key is ignored, the others count.
    :you: Correct it; the reference lists the keys.
    :example: ``kind: persona``
    """
    DUPLICATE_ID = "duplicate-id"
    """Two pages declare the same id.

    :bibwiki: The first one counts; the other stays a page without sections.
    :you: Rename or remove one.
    :example: ``id: ada-loom on two pages``
    """
    AMBIGUOUS_ALIAS = "ambiguous-alias"
    """Two pages declare the same name.

    :bibwiki: The name means the first.
    :you: Remove it from one of them.
    :example: ``also: [A. Loom] on two pages``
    """
    UNKNOWN_KEY = "unknown-key"
    """A citation names a key that no entry has.

    :bibwiki: The key is shown as written.
    :you: Correct the key, or add the entry.
    :example: {cite:p}`nosuch`
    """
    MALFORMED_CITATION = "malformed-citation"
    """The text of a citation role is no list of keys.

    :bibwiki: It is shown as written.
    :you: Separate keys by commas.
    :example: {cite:p}`one two`
    """
    UNRESOLVED_LINK = "unresolved-link"
    """A wiki link or role names nothing that the wiki has.

    :bibwiki: Its text is shown without a link.
    :you: Correct the name; the message gives the nearest ones.
    :example: ``[[Nobody at All]]``
    """
    INVALID_QUERY = "invalid-query"
    """The query of a list directive is wrong.

    :bibwiki: No list is shown; the message says where the fault is.
    :you: Correct the query.
    :example: ``persn:ada-loom``
    """
    UNRESOLVED_NAME = "unresolved-name"
    """Front matter names a topic, organization or source that is nowhere described.

    :bibwiki: It is shown as text.
    :you: Correct the name, or describe it.
    :example: ``topics: [no such topic]``
    """
    MISSING_FIELD = "missing-field"
    """An entry lacks a field that biblatex requires for its type.

    :bibwiki: The work is shown without it.
    :you: Add what is known.
    :example: ``@article{a, title = {T}}``
    """
    POSSIBLE_DUPLICATE = "possible-duplicate"
    """Two entries seem to be one work.

    :bibwiki: Both keep their pages.
    :you: Declare it by ``related`` or ``ids``, or see ``bibwiki merge``.
    :example: ``one title, year and authors under two keys``
    """
    SUSPECTED_PERSON = "suspected-person"
    """Two people seem to be one.

    :bibwiki: They keep a page each.
    :you: Declare an alias on one page if they are; leave it if not.
    :example: ``Ada Loom and A. Loom, with one coauthor``
    """
    INVALID_CONFIGURATION = "invalid-configuration"
    """A configuration value has the wrong type.

    :bibwiki: The default counts.
    :you: Correct it in ``conf.py``.
    :example: ``bibwiki_topic_min_works = "two"``
    """
    SEARCH_INDEX = "search-index"
    """Pagefind is installed and failed.

    :bibwiki: The search page does without it.
    :you: See the message; ``bibwiki_pagefind_pages = 0`` turns Pagefind off.
    :example: ``a machine that Pagefind's program does not run on``
    """
