"""Values: frozen dataclasses that are made as fast as other objects.

At run time, ``dataclass(frozen=True)`` sets each field by a call: making a value takes
two and a half times as long as making an ordinary object, and so does loading it. A
build makes millions. Here type checkers refuse to change a value, and nothing is left
to refuse at run time; see decision record 0016.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    import copyreg
    import dataclasses
    from operator import attrgetter

    def value(*, frozen: bool, slots: bool, order: bool = False):  # noqa: ANN201 - above for type checkers
        """Return a class decorator: a dataclass with ``frozen``, as type checkers see.

        Equal values are equal and have one hash, as with ``dataclass(frozen=True)``.
        """
        if not frozen:
            message = "a value is frozen; use dataclass for what changes"
            raise TypeError(message)
        make = dataclasses.dataclass(slots=slots, order=order, unsafe_hash=True)
        return lambda of: _pickled_in_short(make(of))

    def _pickled_in_short(kind: type) -> type:
        """Let values be pickled as the arguments that make them.

        By default, the names of their fields are pickled with each, and each field is
        set by a call: loading takes twice as long, and most edits load everything.
        """
        fields = dataclasses.fields(kind)
        made_of = [one.name for one in fields if one.init]
        noted = [one.name for one in fields if not one.init]
        if not noted and len(made_of) > 1:  # of one name, attrgetter gives no tuple
            kind.__made_of__ = property(attrgetter(*made_of))
            # No function of Python's is called, which would take most of the time.
            copyreg.pickle(kind, attrgetter("__class__", "__made_of__"))
            return kind
        values = attrgetter("__class__", *made_of)

        def reduce(self: object) -> tuple[object, ...]:
            made_of = values(self)
            if not noted:
                return made_of[0], made_of[1:]
            return made_of[0], made_of[1:], (None, {n: getattr(self, n) for n in noted})

        kind.__reduce__ = reduce
        return kind
