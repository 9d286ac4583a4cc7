"""Names that a schema knows at a place of a body: what somebody meant who wrote another one."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, Final, Literal, Union, get_args, get_origin

from pydantic import BaseModel, RootModel

NEAREST_MAX: Final = 3
"""Most names that are told as near; where none is, all that the place knows."""

_NEAR: Final = 0.6
_NAME_CHARS_MAX: Final = 60


def names_near(of: Any, place: Sequence[str | int]) -> tuple[str, ...]:
    """The names that are meant by the last part of a place, nearest first; all in order where none is near.

    Args:
        of: The type of the whole: a model, a union of models, an array of either.
        place: As Pydantic gives it, members of unions by their tags included.

    Returns:
        Names of the schema only, whatever was written; none where the place is in no model.
    """
    if not place:
        return ()
    known = _fields_at(of, place[:-1])
    written = str(place[-1])[:_NAME_CHARS_MAX]
    return tuple(get_close_matches(written, known, NEAREST_MAX, _NEAR)) or known


def _fields_at(of: Any, place: Sequence[str | int]) -> tuple[str, ...]:
    for model in _models(of):
        if not place:
            return tuple(sorted(model.model_fields))
        step, rest = place[0], place[1:]
        if step in _tags(model):
            return _fields_at(model, rest)
        if isinstance(step, str) and step in model.model_fields:
            found = _fields_at(model.model_fields[step].annotation, _behind(rest))
            if found:
                return found
    return ()


def _behind(place: Sequence[str | int]) -> Sequence[str | int]:
    """The place inside an item of an array: its number says nothing of its type."""
    return place[1:] if place and isinstance(place[0], int) else place


def _models(of: Any) -> Iterable[type[BaseModel]]:
    """The models that a value of a type may be: itself, members of a union, items of an array, what a root holds."""
    if isinstance(of, type) and issubclass(of, RootModel):
        yield from _models(of.model_fields["root"].annotation)
    elif isinstance(of, type) and issubclass(of, BaseModel):
        yield of
    elif get_origin(of) is Annotated:
        yield from _models(get_args(of)[0])
    elif get_origin(of) in {Union, UnionType, tuple}:
        for each in get_args(of):
            yield from _models(each)


def _tags(model: type[BaseModel]) -> frozenset[Any]:
    """Words by which the model is a member of a union."""
    kinds = (model.model_fields[name].annotation for name in ("action", "change") if name in model.model_fields)
    return frozenset(tag for kind in kinds if get_origin(kind) is Literal for tag in get_args(kind))
