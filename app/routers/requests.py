"""Parsed bodies against the contract. What is wrong comes back as a value, to be raised when its turn has come."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from starlette.requests import Request

from app.domain.errors import Refusal
from app.domain.time import legal_date
from app.routers.deps import house_of
from app.routers.faults import FieldFault, faults_of
from app.routers.problems import FieldRefusal
from app.routers.schemas.opening import ConsultRequest, DelegateRequest, Opening, SubmitRequest
from app.routers.schemas.transitions import Act, ProcedureAct, ProcedureTransition, ReferralTransition

ERRORS_MAX: Final = 1_000
"""Most errors that are listed, which costs more than finding them."""

SHORT_ITEMS: Final = 5
"""Items of each array that are looked at again where there are more errors than that."""

M = TypeVar("M", bound=BaseModel)


class Reader:
    """Reads one discriminated union; the errors of Pydantic name the member first, which is no field."""

    def __init__(self, union: Any) -> None:
        self._union = union
        self._adapter: TypeAdapter[Any] = TypeAdapter(union)
        members = get_args(get_args(union)[0])
        self.tags = frozenset(get_args(member.model_fields["action"].annotation)[0] for member in members)

    def read(self, context: Mapping[str, Any], body: Any) -> Any:
        """The member that the body is, or a refusal `body_invalid`; `context`: see `context_at`."""
        given = dict(context)
        return _read(lambda value: self._adapter.validate_python(value, context=given), body, self._union, self.tags)


_OPENING: Final = Reader(Opening)
_REFERRAL: Final = Reader(ReferralTransition)
_PROCEDURE: Final = Reader(ProcedureTransition)


def opening_of(request: Request, body: Any) -> DelegateRequest | ConsultRequest | SubmitRequest | Refusal:
    """The body of a new referral."""
    found: DelegateRequest | ConsultRequest | SubmitRequest | Refusal = _OPENING.read(context_of(request), body)
    return found


def transition_of(request: Request, body: Any) -> Act | Refusal:
    """The body of a referral's transition."""
    found: Act | Refusal = _REFERRAL.read(context_of(request), body)
    return found


def procedure_transition_of(request: Request, body: Any) -> ProcedureAct | Refusal:
    """The body of a procedure's transition."""
    found: ProcedureAct | Refusal = _PROCEDURE.read(context_of(request), body)
    return found


def heard(becomes: str, body: Any, now: datetime, rules_off: frozenset[str]) -> Any:
    """The body of a message that came in another way than as a request of our API: one of the unions above.

    Args:
        becomes: `opening`, `transition` or `procedure`.
        body: As the API would have it.
        now: By the system clock.
        rules_off: Rules that the deployment switched off.
    """
    return {"opening": _OPENING, "transition": _REFERRAL, "procedure": _PROCEDURE}[becomes].read(
        context_at(now, rules_off), body
    )


def read(model: type[M], request: Request, body: Any) -> M | Refusal:
    """The body as a model, or a refusal `body_invalid`."""
    context = context_of(request)
    found: M | Refusal = _read(lambda value: model.model_validate(value, context=context), body, model)
    return found


def _read(validate: Callable[[Any], Any], body: Any, of: Any, tags: frozenset[str] = frozenset()) -> Any:
    """What the validation makes of the body, or a refusal `body_invalid`.

    Of more errors than can be listed those are told that the first items of each array have: what is wrong with so
    many is wrong with them too, or nothing is told but that there are too many.
    """
    try:
        return validate(body)
    except ValidationError as found:
        error: ValidationError | None = found
    if error is not None and error.error_count() > ERRORS_MAX:
        error = _error_of(validate, _shortened(body))
    if error is None or error.error_count() > ERRORS_MAX:
        return FieldRefusal("body_invalid", [FieldFault("", "too_many_faults")])
    return FieldRefusal("body_invalid", faults_of(errors_of(error), tags=tags, of=of))


def _error_of(validate: Callable[[Any], Any], body: Any) -> ValidationError | None:
    try:
        validate(body)
    except ValidationError as error:
        return error
    return None


def _shortened(value: Any) -> Any:
    """The same with the first items of each array only; no deeper than bodies are."""
    if isinstance(value, list):
        return [_shortened(item) for item in value[:SHORT_ITEMS]]
    if isinstance(value, dict):
        return {key: _shortened(item) for key, item in value.items()}
    return value


def context_of(request: Request) -> dict[str, Any]:
    """What validators may look at: now and today by the real clock; people are born and keys end in real time."""
    ports = house_of(request).ports
    return context_at(ports.clock.system_now(), ports.book().rules_off)


def context_at(now: datetime, rules_off: frozenset[str]) -> dict[str, Any]:
    """The same at a given moment, with the rules that are switched off."""
    return {"now": now, "today": legal_date(now), "rules_off": rules_off}


def errors_of(error: ValidationError) -> list[Any]:
    """Types, places and the rules that were broken; the input is left behind."""
    return error.errors(include_url=False, include_input=False)
