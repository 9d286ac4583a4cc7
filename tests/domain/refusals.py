"""How tests of the lifecycle say that something is refused, and read a due date."""

from datetime import date

import pytest

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.errors import Refusal
from tests.domain.courses import CENTRE, Course


def refused(course: Course, command: c.Command, code: str, actor: ActorRole = CENTRE) -> Refusal:
    """The refusal, which must have the code and change nothing."""
    before = course.at
    with pytest.raises(Refusal) as caught:
        course.do(command, actor)
    assert caught.value.code == code
    assert course.at is before
    return caught.value


def due_on(course: Course, rule: str) -> date | None:
    """Last day of the newest clock of a rule."""
    clock = course.at.latest_clock(rule)
    assert clock is not None
    return clock.due_on
