"""A mapping that notes what is read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from bibwiki.pages.tracing.recorder import Recorder

_K = TypeVar("_K")
_V = TypeVar("_V")
_NONE: Any = object()


class TracedMapping(dict[_K, _V], Generic[_K, _V]):
    """Shows another mapping, and holds just those items that were looked up.

    An item is noted when it is looked up first, and looking it up again is as fast as
    in any dictionary, until the recorder lets it be noted anew. Everything that tells
    of more than one item notes that, and nothing can be changed.
    """

    __slots__ = (
        "_as_text",
        "_facts",
        "_keys",
        "_label",
        "_numbers",
        "_recorder",
        "_whole",
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
        self._facts = facts
        self._as_text = as_text
        self._numbers: dict[_K, int] = {}
        """The numbers of items whose keys are no texts."""
        self._keys = recorder.number("keys of " + label, "")
        self._whole = recorder.number("all of " + label, "")

    def forget_what_was_read(self) -> None:
        """Let everything be noted when it is looked up again: for the recorder."""
        dict.clear(self)

    # Reading one item.

    def _note(self, key: _K) -> None:
        recorder = self._recorder
        if type(key) is str:
            number = recorder.number(self._label, key)  # type: ignore[arg-type] # a text
        else:
            found = self._numbers.get(key)
            if found is None:
                found = recorder.number(self._label, self._as_text(key))
                self._numbers[key] = found
            number = found
        recorder.read[number] = None

    def _keep(self, key: _K, value: _V) -> None:
        if not dict.__len__(self):
            self._recorder.used.append(self)
        dict.__setitem__(self, key, value)

    def __missing__(self, key: _K) -> _V:
        self._note(key)
        value = self._facts[key]
        self._keep(key, value)
        return value

    @override
    def get(self, key: _K, default: Any = None) -> Any:
        value = dict.get(self, key, _NONE)
        if value is not _NONE:
            return value
        self._note(key)
        value = self._facts.get(key, _NONE)
        if value is _NONE:
            return default
        self._keep(key, value)
        return value

    @override
    def __contains__(self, key: object) -> bool:
        if dict.__contains__(self, key):
            return True
        return self.get(key, _NONE) is not _NONE  # type: ignore[arg-type] # as any key

    # Reading more than one.

    def _note_keys(self) -> Mapping[_K, _V]:
        self._recorder.read[self._keys] = None
        return self._facts

    def _note_whole(self) -> Mapping[_K, _V]:
        self._recorder.read[self._whole] = None
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
