"""Copies of values, and what values are on a day.

Everything in the domain is a frozen dataclass with slots, and a decision copies a handful of them. `replace` is that of
the standard library in all that a caller sees. It does not go through `__init__`, which sets each field by the long way
round of frozen classes: half the time on a referral. So a value may have no `__post_init__`.
"""

from collections.abc import Callable
from datetime import date
from functools import cache, wraps
from typing import TYPE_CHECKING, Any, TypeVar

Record = TypeVar("Record")
Facts = TypeVar("Facts")
DAYS_MAX = 4096
"""Answers of one kind that are remembered; then it begins anew."""

if TYPE_CHECKING:
    from dataclasses import replace  # Type checkers know the fields of a class through this one.
else:
    from dataclasses import fields

    def replace(value: Any, /, **changes: Any) -> Any:
        """The value with other contents in the fields that are named.

        Raises:
            TypeError: it has no such field.
        """
        kind = type(value)
        copied = object.__new__(kind)
        for name, get, put in _slots(kind):
            put(copied, changes.pop(name) if name in changes else get(value))
        if changes:
            raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(changes))}")
        return copied

    @cache
    def _slots(kind: type) -> tuple[tuple[str, Callable[..., Any], Callable[..., None]], ...]:
        """Name, reader and writer of each field of a class."""
        if hasattr(kind, "__post_init__"):
            raise TypeError(f"{kind.__name__} has a __post_init__, which a copy would go around")
        slots = [(field.name, getattr(kind, field.name)) for field in fields(kind)]
        return tuple((name, slot.__get__, slot.__set__) for name, slot in slots)


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
