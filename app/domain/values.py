"""Copies of values, and what values are on a day.

Everything in the domain is a frozen dataclass with slots, and a decision copies a handful of them. `replace` is that of
the standard library in all that a caller sees, and takes a fraction of its time. It does not go through `__init__`,
which sets each field by the long way round of frozen classes: a copy is written as a draft, of a subclass that is not
frozen and adds nothing, and becomes a value of the class once it is whole. So a value may have no `__post_init__`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, wraps
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

Record = TypeVar("Record")
Facts = TypeVar("Facts")
DAYS_MAX = 4096
"""Answers of one kind that are remembered; then it begins anew."""

if TYPE_CHECKING:
    from dataclasses import replace  # Type checkers know the fields of a class through this one.
else:
    from dataclasses import fields, make_dataclass

    def replace(value: Any, /, **changes: Any) -> Any:
        """The value with other contents in the fields that are named.

        Raises:
            TypeError: it has no such field.
        """
        kind = type(value)
        draft, read = _draft(kind)
        copied = draft(*read(value))
        for name, content in changes.items():
            try:
                setattr(copied, name, content)
            except AttributeError:
                raise TypeError(f"{kind.__name__} has no field {name}") from None
        copied.__class__ = kind
        return copied

    @cache
    def _draft(kind: type) -> tuple[type, Callable[[Any], tuple[Any, ...]]]:
        """A class of the same layout whose fields can be set, and what reads all of them, in order."""
        if hasattr(kind, "__post_init__"):
            raise TypeError(f"{kind.__name__} has a __post_init__, which a copy would go around")
        names = [field.name for field in fields(kind)]
        open_again = {"__setattr__": object.__setattr__, "__delattr__": object.__delattr__}
        plain = make_dataclass(kind.__name__, names)
        return type(kind.__name__, (kind,), {"__slots__": (), "__init__": plain.__init__, **open_again}), _reader(names)

    def _reader(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
        """`attrgetter` gives no tuple for one name, and takes no list of none."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda value: tuple(getattr(value, name) for name in names)


def each_day(answer: Callable[[Record, date], Facts]) -> Callable[[Record, date], Facts]:
    """A method that says what a frozen record is on a day, answered once for each record and day.

    Records are told apart by identity, since comparing them costs as much as the answer; each is kept as long as its
    answer, so no identity comes twice.
    """
    known: dict[tuple[int, date], tuple[Record, Facts]] = {}

    @wraps(answer)
    def on(record: Record, day: date) -> Facts:
        found = known.get((id(record), day))
        if found is None:
            if len(known) >= DAYS_MAX:
                known.clear()
            found = known[id(record), day] = (record, answer(record, day))
        return found[1]

    return on


__all__ = ["each_day", "replace"]
