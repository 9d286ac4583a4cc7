"""Copies of values are those of the standard library, for every class of domain and services."""

import dataclasses
import importlib
import pkgutil
from datetime import UTC, date, datetime
from functools import cache

import pytest

import app.domain
import app.services
from app.domain.time import LegalNow
from app.domain.values import DAYS_MAX, each_day, replace


@cache
def classes():
    """All of them, which takes a while to import."""
    found = {}
    for package in (app.domain, app.services):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.name:
                    found[f"{value.__module__}.{value.__qualname__}"] = value
    return found


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    number: int

    def __post_init__(self):
        assert self.number > 0


def test_there_are_classes_to_look_at():
    assert len(classes()) > 150


def test_a_copy_differs_in_the_named_field_only():
    for name, kind in classes().items():
        names = [field.name for field in dataclasses.fields(kind)]
        value = kind(**{field.name: (name, field.name) for field in dataclasses.fields(kind) if field.init})
        for each in names:
            copied = replace(value, **{each: "other"})

            assert type(copied) is kind, name
            assert copied is not value, name
            assert _fields(copied) == _fields(dataclasses.replace(value, **{each: "other"})), (name, each)
            assert getattr(value, each) != "other", (name, each)
            assert hasattr(copied, "__dict__") == hasattr(value, "__dict__"), name


def test_a_copy_is_as_frozen_as_what_it_is_a_copy_of():
    copied = replace(LegalNow(instant=datetime(2026, 3, 1, tzinfo=UTC), on=date(2026, 3, 1)), on=date(2026, 3, 2))

    for change in (lambda: setattr(copied, "on", date(2026, 3, 3)), lambda: delattr(copied, "on")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            change()
    assert copied.on == date(2026, 3, 2)


def _fields(value):
    """One by one: a class may say that each of its values equals itself alone."""
    return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}


def test_a_field_that_is_not_there_is_refused():
    value = next(iter(classes().values()))

    with pytest.raises(TypeError, match="has no field nonsense"):
        replace(value(**{field.name: 1 for field in dataclasses.fields(value)}), nonsense=1)


def test_a_class_that_checks_itself_is_not_copied_past_its_check():
    with pytest.raises(TypeError, match="__post_init__"):
        replace(Checked(1), number=-1)


def test_what_a_record_is_on_a_day_is_asked_once_for_each_record_and_day():
    asked = []

    @each_day
    def facts(record, day):
        asked.append((record, day))
        return (record.number, day)

    equal, other = Checked(1), Checked(1)
    days = [date(2026, 3, 1), date(2026, 3, 2)]

    found = [facts(record, day) for _ in range(3) for record in (equal, other) for day in days]

    assert found == [(1, day) for _ in range(3) for _ in range(2) for day in days]
    assert asked == [(record, day) for record in (equal, other) for day in days]


def test_what_is_remembered_of_days_has_a_bound_and_is_never_anothers():
    """Identities are given again as soon as a value is gone; answers outlive no value that they belong to."""

    @each_day
    def number(record, _day):
        return record.number

    day = date(2026, 3, 1)

    assert all(number(Checked(n), day) == n for n in range(1, 2 * DAYS_MAX + 10))
