"""Refusals as problem+json (RFC 9457): the one table from family to status, and the one way in which a no is written.

An answer names codes, pointers and facts; it never repeats what was sent. Sentences are Chinese unless the caller
prefers English.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import orjson
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.domain.errors import CATALOGUE, Family, Refusal
from app.routers.faults import FIELD_SENTENCES, FieldFault, expected_in, faults_of
from app.routers.schemas.common import CAUSE_LIST, list_address
from app.routers.trace import trace_of

PROBLEM_TYPE: Final = "application/problem+json"
RETRY_AFTER_SECONDS: Final = 1
LANGUAGE_HEADER_MAX_CHARS: Final = 200


@dataclass(frozen=True, slots=True)
class Kind:
    """How one family of refusals is answered: status, and its title in Chinese and English."""

    status: int
    zh: str
    en: str


KINDS: Final[Mapping[Family, Kind]] = {
    Family.MALFORMED: Kind(400, "请求无法读取", "The request cannot be read"),
    Family.UNKNOWN_CALLER: Kind(401, "未识别的调用方", "Unknown caller"),
    Family.FORBIDDEN: Kind(403, "无权进行此操作", "Not yours to do"),
    Family.NOT_THERE: Kind(404, "不存在", "Not there"),
    Family.REFUSED: Kind(409, "当前不能进行此操作", "Not possible here and now"),
    Family.STALE: Kind(412, "版本已变化", "The version has moved on"),
    Family.TOO_LARGE: Kind(413, "请求过大", "The request is too large"),
    Family.INVALID: Kind(422, "内容不符合约定", "Well-formed but wrong"),
    Family.NO_VERSION: Kind(428, "缺少版本", "A version is needed"),
    Family.THROTTLED: Kind(429, "请求过于频繁", "Too many requests"),
    Family.UNAVAILABLE: Kind(503, "暂不可用", "Not available just now"),
}
"""The one table. The codes of `STATUS_OF` differ from their family."""

STATUS_OF: Final[Mapping[str, int]] = {
    "method_not_allowed": 405,
    "not_acceptable": 406,
    "cursor_expired": 410,
    "internal_error": 500,
}

_LIST_OF: Final[Mapping[str, str]] = {"causes": CAUSE_LIST}
"""Lists that refusals name by another word than their address."""


class FieldRefusal(Refusal):
    """A refusal of several fields at once.

    Args:
        code: `body_invalid` or `parameter_invalid`.
        faults: What is wrong, field by field; never empty.
    """

    def __init__(self, code: str, faults: Iterable[FieldFault]) -> None:
        super().__init__(code)
        self.faults = tuple(faults)


def status_of(code: str) -> int:
    """HTTP status of a code of the catalogue."""
    return STATUS_OF.get(code) or KINDS[CATALOGUE[code].family].status


def answer(request: Request, refusal: Refusal, headers: Mapping[str, str] | None = None) -> Response:
    """The answer to a refusal, in the caller's language; the request's log line gets its code."""
    trace = trace_of(request.scope)
    trace.code = refusal.code
    language = wanted_language(request)
    problem = document(refusal, language=language, instance=trace.instance)
    more = {
        "Content-Language": content_language(language),
        "Vary": "Accept-Language",
        **_headers_for(problem),
        **(headers or {}),
    }
    return Response(orjson.dumps(problem), problem["status"], more, PROBLEM_TYPE)


def document(refusal: Refusal, *, language: str, instance: str) -> dict[str, Any]:
    """The problem as a JSON object.

    Args:
        refusal: What was refused.
        language: `zh` or `en`.
        instance: URI of this occurrence.
    """
    kind = KINDS[refusal.sentence.family]
    facts = dict(refusal.facts)
    return {
        "type": f"/problems/{refusal.code}",
        "title": kind.zh if language == "zh" else kind.en,
        "status": status_of(refusal.code),
        "detail": sentence_of(refusal.code, language),
        "code": refusal.code,
        "instance": instance,
        "errors": [_error(fault, language) for fault in _faults(refusal)],
        "allowed_actions": facts.pop("allowed_actions", None),
        "blocked_actions": blocked(facts.pop("not_allowed", None), language),
        "facts": facts,
    }


def blocked(codes: Mapping[str, str] | None, language: str) -> list[dict[str, str]] | None:
    """Why not: action, code and sentence."""
    if codes is None:
        return None
    return [{"action": action, "code": code, "detail": sentence_of(code, language)} for action, code in codes.items()]


def sentence_of(code: str, language: str) -> str:
    """The sentence of a code of the catalogue."""
    row = CATALOGUE[code]
    return row.zh if language == "zh" else row.en


def language_of(accept_language: str) -> str:
    """`en` where English is wanted more than Chinese, otherwise `zh`."""
    weights = {"zh": 0.0, "en": 0.0}
    for part in accept_language[:LANGUAGE_HEADER_MAX_CHARS].split(","):
        tag, _, parameter = part.strip().lower().partition(";")
        name = tag.partition("-")[0].strip()
        if name in weights:
            weights[name] = max(weights[name], _weight(parameter))
    return "en" if weights["en"] > weights["zh"] else "zh"


def wanted_language(request: Request) -> str:
    """The language in which a caller wants its texts: `zh` or `en`."""
    return language_of(request.headers.get("accept-language", ""))


def content_language(language: str) -> str:
    """The language of an answer as its header tells it."""
    return "zh-CN" if language == "zh" else "en"


def install(app: FastAPI) -> None:
    """Answer every refusal, FastAPI's and Starlette's own included, through this module."""
    app.add_exception_handler(Refusal, _on_refusal)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(HTTPException, _on_http_exception)


async def _on_refusal(request: Request, error: Exception) -> Response:
    return answer(request, _as(error, Refusal))


async def _on_validation_error(request: Request, error: Exception) -> Response:
    """FastAPI validates parameters only: bodies are read by `requests.py`."""
    faults = faults_of(_as(error, RequestValidationError).errors(), skip=1)
    return answer(request, FieldRefusal("parameter_invalid", faults))


async def _on_http_exception(request: Request, error: Exception) -> Response:
    found = _as(error, HTTPException)
    codes = {404: "no_such_route", 405: "method_not_allowed"}
    return answer(request, Refusal(codes.get(found.status_code, "not_json")), found.headers)


def _as(error: Exception, kind: type[Any]) -> Any:
    if not isinstance(error, kind):  # pragma: no cover - Starlette calls a handler with its own kind only
        raise error
    return error


def _faults(refusal: Refusal) -> tuple[FieldFault, ...]:
    if isinstance(refusal, FieldRefusal):
        return refusal.faults
    if refusal.pointer is None:
        return ()
    named = refusal.facts.get("list")
    expected = None if named is None else list_address(_LIST_OF.get(named, named))
    return (FieldFault(refusal.pointer, refusal.code, expected),)


def field_sentence_of(fault: FieldFault, language: str) -> str:
    """The sentence of what is wrong with one field."""
    if fault.code not in FIELD_SENTENCES:
        return sentence_of(fault.code, language)
    zh, en = FIELD_SENTENCES[fault.code]
    return zh if language == "zh" else en


def _error(fault: FieldFault, language: str) -> dict[str, str | None]:
    detail, expected = field_sentence_of(fault, language), expected_in(fault.expected, language)
    return {"pointer": fault.pointer, "code": fault.code, "detail": detail, "expected": expected}


def _headers_for(problem: Mapping[str, Any]) -> dict[str, str]:
    status = problem["status"]
    if status in {KINDS[Family.UNAVAILABLE].status, KINDS[Family.THROTTLED].status} or (
        "retry_after_seconds" in problem["facts"]
    ):
        return {"Retry-After": str(problem["facts"].get("retry_after_seconds", RETRY_AFTER_SECONDS))}
    if status == KINDS[Family.UNKNOWN_CALLER].status:
        return {"WWW-Authenticate": 'Bearer realm="sutiao"'}
    return {}


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return min(1.0, max(0.0, float(value)))
    except ValueError:
        return 0.0
