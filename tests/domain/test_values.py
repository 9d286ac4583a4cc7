"""Copies of values are those of the standard library, for every class of domain and services."""

import dataclasses
import importlib
import pkgutil

import pytest

import app.domain
import app.services
from app.domain.values import replace


def classes():
    found = {}
    for package in (app.domain, app.services):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for value in vars(importlib.import_module(module.name)).values():
                if isinstance(value, type) and dataclasses.is_dataclass(value) and value.__module__ == module.name:
                    found[f"{value.__module__}.{value.__qualname__}"] = value
    return found


CLASSES = classes()


@dataclasses.dataclass(frozen=True, slots=True)
class Checked:
    number: int

    def __post_init__(self):
        assert self.number > 0


def test_there_are_classes_to_look_at():
    assert len(CLASSES) > 150


@pytest.mark.parametrize("name", CLASSES)
def test_a_copy_differs_in_the_named_field_only(name):
    kind = CLASSES[name]
    value = kind(**{field.name: (name, field.name) for field in dataclasses.fields(kind) if field.init})

    for field in dataclasses.fields(kind):
        copied = replace(value, **{field.name: "other"})

        assert type(copied) is kind
        assert copied is not value
        assert copied == dataclasses.replace(value, **{field.name: "other"})
        assert getattr(value, field.name) != "other"


def test_a_field_that_is_not_there_is_refused():
    value = next(iter(CLASSES.values()))

    with pytest.raises(TypeError, match="has no field nonsense"):
        replace(value(**{field.name: 1 for field in dataclasses.fields(value)}), nonsense=1)


def test_a_class_that_checks_itself_is_not_copied_past_its_check():
    with pytest.raises(TypeError, match="__post_init__"):
        replace(Checked(1), number=-1)
