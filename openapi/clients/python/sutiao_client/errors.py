"""Refusals as exceptions: one class a status, with the code and everything else that the problem tells."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, ClassVar, cast

if TYPE_CHECKING:
    import httpx

    from . import models as m


class ProblemError(Exception):
    """The service said no.

    Attributes:
        status: HTTP status.
        code: Stable code of the refusal; `unreadable` where the answer was no problem of the service.
        detail: What to do, for people.
        problem: The whole problem.
        retry_after: Seconds to wait, where the service told.
    """

    statuses: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, status: int, problem: m.Problem, retry_after: float | None) -> None:
        super().__init__(f"{status} {problem['code']}: {problem['detail']}")
        self.status = status
        self.code: str = problem["code"]
        self.detail = problem["detail"]
        self.problem = problem
        self.retry_after = retry_after

    @property
    def facts(self) -> dict[str, Any]:
        """What helps to act on it: codes, ids, dates, versions."""
        return self.problem["facts"]

    @property
    def fields(self) -> dict[str, str]:
        """Code of the fault by JSON pointer of the field."""
        return {error["pointer"]: error["code"] for error in self.problem["errors"]}


class MalformedError(ProblemError):
    """The request can not be read."""

    statuses = frozenset({400, 406})


class UnknownCallerError(ProblemError):
    """No valid key."""

    statuses = frozenset({401})


class ForbiddenError(ProblemError):
    """Not yours to do."""

    statuses = frozenset({403})


class NotThereError(ProblemError):
    """Not there, or not yours to see."""

    statuses = frozenset({404, 405})


class RefusedError(ProblemError):
    """The state or a rule says no."""

    statuses = frozenset({409, 410})


class StaleError(ProblemError):
    """The version has moved on: read again."""

    statuses = frozenset({412})


class TooLargeError(ProblemError):
    """Over a bound."""

    statuses = frozenset({413, 431})


class InvalidError(ProblemError):
    """Well-formed but wrong; see `fields`."""

    statuses = frozenset({422})


class NoVersionError(ProblemError):
    """If-Match is needed."""

    statuses = frozenset({428})


class ThrottledError(ProblemError):
    """Too many requests; see `retry_after`."""

    statuses = frozenset({429})


class UnavailableError(ProblemError):
    """Not available just now, or something failed inside; repeat with the same idempotency key."""

    statuses = frozenset({500, 502, 503, 504})


KINDS: tuple[type[ProblemError], ...] = (
    MalformedError,
    UnknownCallerError,
    ForbiddenError,
    NotThereError,
    RefusedError,
    StaleError,
    TooLargeError,
    InvalidError,
    NoVersionError,
    ThrottledError,
    UnavailableError,
)


def problem_of(reply: httpx.Response) -> ProblemError:
    """The refusal that an answer is."""
    status = reply.status_code
    kind = next((one for one in KINDS if status in one.statuses), ProblemError)
    told = reply.headers.get("retry-after", "")
    return kind(status, _document(reply), float(told) if told.isdigit() else None)


def _document(reply: httpx.Response) -> m.Problem:
    try:
        found = json.loads(reply.content)
    except ValueError:
        found = None
    if isinstance(found, dict) and {"code", "detail", "facts", "errors"} <= found.keys():
        return cast("m.Problem", found)
    return cast(
        "m.Problem",
        {
            "type": "about:blank",
            "title": reply.reason_phrase,
            "status": reply.status_code,
            "detail": "The answer is no problem of the service; something between may have made it.",
            "code": "unreadable",
            "instance": "",
            "errors": [],
            "allowed_actions": None,
            "blocked_actions": None,
            "facts": {},
        },
    )
