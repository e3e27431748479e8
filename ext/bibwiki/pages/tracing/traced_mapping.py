"""A mapping that notes what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from typing_extensions import override

from bibwiki.pages.tracing.labels import KEYS, NONE, WHOLE, bucket_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bibwiki.pages.tracing.recorder import Recorder

_K = TypeVar("_K")
_V = TypeVar("_V")
_NONE: Any = object()
_get: Any = dict.get
_set: Any = dict.__setitem__


class TracedMapping(dict[_K, _V], Generic[_K, _V]):
    """Shows another mapping, and holds just those items that were looked up.

    An item is noted when it is looked up first, and looking it up again is as fast as
    in any dictionary, until the recorder lets it be noted anew. Everything that tells
    of more than one item notes that, and nothing can be changed.
    """

    __slots__ = (
        "_as_text",
        "_facts",
        "_is_used",
        "_label",
        "_none",
        "_numbers",
        "_recorder",
    )

    def __init__(
        self,
        recorder: Recorder,
        label: str,
        facts: Mapping[_K, _V],
        as_text: Callable[[_K], str],
    ) -> None:
        super().__init__()
        self._recorder = recorder
        self._label = label
        self._none = NONE + label
        self._facts = facts
        self._as_text = as_text
        self._numbers: dict[_K, int] = {}
        self._is_used = False

    def forget_what_was_read(self) -> None:
        """Let everything be noted when it is looked up again: for the recorder."""
        dict.clear(self)
        self._is_used = False

    # Reading one item.

    def _number(self, key: _K) -> int:
        """Return the number of an item that has not been looked up before."""
        recorder, label = self._recorder, self._label
        number = recorder.number(label, self._as_text(key))
        if type(key) is str:  # from now on found where the recorder has it
            self._numbers = recorder.numbers[label]  # type: ignore[assignment] # texts
        else:
            self._numbers[key] = number
        return number

    def _find(self, key: _K) -> _V:
        """Note that an item is read; return its value, or nothing that is a value."""
        recorder = self._recorder
        value: _V = self._facts.get(key, _NONE)
        if value is _NONE:
            recorder.note(self._none, str(bucket_of(self._as_text(key))))
            return value
        number = self._numbers.get(key)
        recorder.read[self._number(key) if number is None else number] = None
        if not self._is_used:
            self._is_used = True
            recorder.used.append(self)
        _set(self, key, value)
        return value

    def __missing__(self, key: _K) -> _V:
        value = self._find(key)
        if value is _NONE:
            raise KeyError(key)
        return value

    @override
    def get(self, key: _K, default: Any = None) -> Any:
        value = _get(self, key, _NONE)
        if value is _NONE:
            value = self._find(key)
        return default if value is _NONE else value

    @override
    def __contains__(self, key: object) -> bool:
        if _get(self, key, _NONE) is not _NONE:
            return True
        return self._find(key) is not _NONE  # type: ignore[arg-type] # as any key

    # Reading more than one. What is never read so has no number: every later build
    # would digest the whole table to compare it.

    def _note_keys(self) -> Mapping[_K, _V]:
        self._recorder.note(KEYS + self._label, "")
        return self._facts

    def _note_whole(self) -> Mapping[_K, _V]:
        self._recorder.note(WHOLE + self._label, "")
        return self._facts

    @override
    def __iter__(self) -> Iterator[_K]:
        return iter(self._note_keys())

    @override
    def __reversed__(self) -> Iterator[_K]:
        return reversed(list(self._note_keys()))

    @override
    def __len__(self) -> int:
        return len(self._note_keys())

    @override
    def keys(self) -> Any:
        return self._note_keys().keys()

    @override
    def values(self) -> Any:
        return self._note_whole().values()

    @override
    def items(self) -> Any:
        return self._note_whole().items()

    @override
    def __eq__(self, other: object) -> bool:
        return dict(self._note_whole()) == other

    @override
    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    @override
    def __repr__(self) -> str:
        return repr(self._note_whole())

    @override
    def copy(self) -> dict[_K, _V]:
        return dict(self._note_whole())

    @override
    def __or__(self, other: Any) -> Any:
        return dict(self._note_whole()) | other

    @override
    def __ror__(self, other: Any) -> Any:
        return other | dict(self._note_whole())

    @override
    def __reduce_ex__(self, protocol: Any) -> Any:
        return dict, (dict(self._note_whole()),)

    # Nothing can be changed.

    def _refuse(self, *_args: Any, **_kwargs: Any) -> Any:
        message = f"the table {self._label!r} is read only"
        raise TypeError(message)

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse
