"""Whether two different names can be one person's: middle names, initials, order."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from bibwiki.catalogue.folding import fold_words
from bibwiki.catalogue.identity.spellings import joined_words
from bibwiki.model.values import value

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bibwiki.model.names.name import Name


class Fit(StrEnum):
    """Why two names may be one person's, the most telling first."""

    SAME = "the same name"
    SPELLING = "words joined in another way"
    MIDDLE_NAME = "a middle name is missing"
    TRANSPOSED = "the same words in another order"
    INITIALS = "initials fit"


@value(frozen=True, slots=True)
class NameForm:
    """A name made ready to be compared."""

    given: tuple[str, ...]
    """Folded words, initials among them; glued initials are taken apart."""
    family: str
    """Without particle."""
    suffix: str

    @property
    def words(self) -> tuple[str, ...]:
        """All words in alphabetical order."""
        return tuple(sorted((*self.given, *self.family.split())))


def name_form(name: Name) -> NameForm | None:
    """Fold the parts of a name; None for organizations and single words."""
    given = fold_words(_initials_apart(name.given)).split()
    family = fold_words(name.family)
    if name.literal is not None or not given or not family:
        return None
    suffix = fold_words(name.suffix) if name.suffix else ""
    return NameForm(tuple(given), family, suffix)


def compare_names(one: NameForm, other: NameForm) -> Fit | None:
    """Tell why two names may be one person's; None where they cannot."""
    if one == other:
        return Fit.SAME
    if one.suffix != other.suffix and one.suffix and other.suffix:
        return None
    if one.family == other.family:
        return _compare_given(one.given, other.given)
    if one.words == other.words:
        return Fit.TRANSPOSED
    return Fit.SPELLING if _joined(one) == _joined(other) else None


def _compare_given(one: Sequence[str], other: Sequence[str]) -> Fit | None:
    if " ".join(one) != " ".join(other) and _together(one) == _together(other):
        return Fit.SPELLING
    if len(one) > len(other):
        one, other = other, one
    if not all(_same_or_initial(a, b) for a, b in zip(one, other, strict=False)):
        # ``Ada King`` may be ``Ada Maria King`` with another middle name left out.
        return None
    full = len(one[0]) > 1 and len(other[0]) > 1
    return Fit.MIDDLE_NAME if full else Fit.INITIALS


def _joined(form: NameForm) -> str:
    return _together((*form.given, *form.family.split()))


def _together(words: Sequence[str]) -> str:
    return joined_words(" ".join(words))


def _same_or_initial(one: str, other: str) -> bool:
    if len(one) > 1 and len(other) > 1:
        return one == other
    return one[0] == other[0]


def _initials_apart(given: str) -> str:
    """Write ``AB`` as ``A B``: two capitals and nothing else are initials."""
    if 1 < len(given) < 4 and given.isalpha() and given.isupper():
        return " ".join(given)
    return given
