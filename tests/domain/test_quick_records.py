"""A quick record is the frozen dataclass that it was."""

from dataclasses import FrozenInstanceError, dataclass, field
from dataclasses import replace as replaced

import pytest

from app.domain.quick_records import quick
from app.domain.values import replace


@dataclass(frozen=True, slots=True)
class Plain:
    first: int
    second: str = field(repr=False)
    third: tuple[int, ...] = ()


@quick
@dataclass(frozen=True, slots=True)
class Swift:
    first: int
    second: str = field(repr=False)
    third: tuple[int, ...] = ()


def test_it_is_made_compared_shown_copied_and_taken_apart_as_any_other():
    made = Swift(1, second="b")

    assert (type(made), made.first, made.second, made.third) == (Swift, 1, "b", ())
    assert made == Swift(first=1, second="b", third=()) != Swift(1, "c")
    assert hash(made) == hash(Plain(1, "b"))
    assert repr(made) == "Swift(first=1, third=())"
    assert replace(made, third=(3,)) == replaced(made, third=(3,)) == Swift(1, "b", (3,))
    assert Swift.__match_args__ == Plain.__match_args__


def test_nobody_writes_to_it():
    made = Swift(1, "b")

    with pytest.raises(FrozenInstanceError):
        made.first = 2
    with pytest.raises(FrozenInstanceError):
        del made.first
    with pytest.raises((FrozenInstanceError, TypeError)):
        made.__class__ = Plain


@pytest.mark.parametrize(("given", "named"), [((), {}), ((1,), {}), ((1, "b", (), 4), {}), ((1, "b"), {"fourth": 4})])
def test_what_is_missing_or_too_much_is_refused(given, named):
    with pytest.raises(TypeError, match=r"Swift\.__init__\(\)"):
        Swift(*given, **named)


def test_what_is_made_of_more_than_it_is_given_is_refused():
    @dataclass(frozen=True, slots=True)
    class Made:
        things: list[int] = field(default_factory=list)

    @dataclass(frozen=True, slots=True)
    class Counted:
        things: int = field(default=0, init=False)

    @dataclass(frozen=True, slots=True)
    class Checked:
        things: int

        def __post_init__(self):
            """Looks."""

    for kind in (Made, Counted, Checked):
        with pytest.raises(TypeError, match="alone"):
            quick(kind)
