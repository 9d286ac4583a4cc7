"""Logging, configured once: one structured line per request or job, written at the edge.

Nothing about a party may reach a log. Only keys on the list below pass, only plain values pass, and an exception leaves
its type and its place, never its message, because messages of databases and validators quote what they were given.
"""

import logging
import sys
from collections.abc import Mapping, MutableMapping
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO
from uuid import UUID

import orjson
import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

VALUE_LENGTH_LIMIT = 300
FOREIGN_LENGTH_LIMIT = 120
FRAME_LIMIT = 20

ALLOWED_KEYS = frozenset({
    "event", "level", "timestamp", "logger", "request_id", "method", "route", "status", "duration_ms",
    "principal_id", "tenant_id", "referral_id", "procedure_id", "event_id", "endpoint_id", "code", "job", "outcome",
    "exception", "caused_by", "frames", "dropped_keys", "process", "version", "host", "port", "pid", "signal",
    "environment", "revision", "entry", "position", "legal_date", "attempt",
})  # fmt: skip
_PLAIN = (str, int, float, date, UUID, type(None))
ALLOWED_ENDINGS = ("_count", "_ms", "_seconds", "_bytes")
TALKATIVE_BUT_SAFE = ("uvicorn.error", "uvicorn", "alembic")


def configure(level: str, *, json: bool, stream: BinaryIO | None = None) -> None:
    """Set up structlog and the standard library's root logger; calling again replaces the set-up.

    Args:
        level: Least level that is written, such as `info`.
        json: One JSON object a line; otherwise text for people.
        stream: Where the bytes go; standard error if not given.
    """
    number = logging.getLevelNamesMapping()[level.upper()]
    target = stream or sys.stderr.buffer
    structlog.configure(
        processors=_processors(json=json, colors=target.isatty()),
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.BytesLoggerFactory(target),
        cache_logger_on_first_use=False,
    )
    root = logging.getLogger()
    for handler in [handler for handler in root.handlers if isinstance(handler, _ForeignLines)]:
        root.removeHandler(handler)
    root.addHandler(_ForeignLines())
    root.setLevel(max(number, logging.INFO))
    _silence_access_log()


def request_line(
    *,
    method: str,
    route: str,
    status: int,
    duration_ms: float,
    request_id: str | None = None,
    principal_id: str | None = None,
    referral_id: UUID | str | None = None,
    code: str | None = None,
) -> None:
    """Write the one line of a request; at level error from status 500 on.

    Args:
        method: HTTP method.
        route: Template of the route, such as `/v1/referrals/{referral_id}`; never the path that was asked for.
        status: HTTP status of the answer.
        duration_ms: From the first byte of the request to the end of the answer.
        request_id: As the answer names it.
        principal_id: Who asked; absent for unknown callers.
        referral_id: The referral concerned, if there is one.
        code: Stable code of a refusal, if it was one.
    """
    fields = {"method": method, "route": route, "status": status, "duration_ms": round(duration_ms, 2)}
    optional = {"request_id": request_id, "principal_id": principal_id, "referral_id": referral_id, "code": code}
    level = logging.ERROR if status >= 500 else logging.INFO  # noqa: PLR2004 - the server errors of HTTP
    structlog.get_logger().log(level, "request", **fields, **_given(optional))


def job_line(job: str, *, outcome: str, duration_ms: float, **counts: int) -> None:
    """Write the one line of a job's round; counts are named `…_count`."""
    structlog.get_logger().info("job", job=job, outcome=outcome, duration_ms=round(duration_ms, 2), **counts)


def failure_line(event: str, error: BaseException, **fields: object) -> None:
    """Write an unexpected failure: what was being done, the type of the error and where it arose."""
    structlog.get_logger().error(event, exc_info=error, **fields)


def keep_out_party_data(_logger: WrappedLogger, _method: str, event_dict: EventDict) -> EventDict:
    """Keep listed keys with plain, bounded values; name the keys that were dropped."""
    kept: dict[str, Any] = {}
    dropped: list[str] = []
    for key, value in event_dict.items():
        if _is_allowed(key) and _is_plain(value):
            kept[key] = value[:VALUE_LENGTH_LIMIT] if isinstance(value, str) else value
        else:
            dropped.append(key)
    if dropped:
        kept["dropped_keys"] = sorted(dropped)
    return kept


def place_of_exception(_logger: WrappedLogger, _method: str, event_dict: EventDict) -> EventDict:
    """Replace `exc_info` by the types of the error and its causes and the places it passed through."""
    error = _error_of(event_dict.pop("exc_info", None))
    if error is not None:
        event_dict["exception"] = type(error).__qualname__
        event_dict["frames"] = _frames(error)
        causes = _causes(error)
        if causes:
            event_dict["caused_by"] = causes
    return event_dict


class _ForeignLines(logging.Handler):
    """Brings lines of libraries into our form; of those not known to be safe, the unformatted first line only."""

    def emit(self, record: logging.LogRecord) -> None:
        if record.name in TALKATIVE_BUT_SAFE or record.name.startswith("alembic."):
            text = record.getMessage()
        else:
            text = str(record.msg).partition("\n")[0][:FOREIGN_LENGTH_LIMIT]
        structlog.get_logger().log(record.levelno, text, logger=record.name, exc_info=record.exc_info)


def _processors(*, json: bool, colors: bool) -> list[Processor]:
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        place_of_exception,
        keep_out_party_data,
    ]
    if json:
        return [*shared, structlog.processors.JSONRenderer(serializer=orjson.dumps)]
    return [*shared, structlog.dev.ConsoleRenderer(colors=colors), _as_bytes]


def _as_bytes(_logger: WrappedLogger, _method: str, text: MutableMapping[str, Any] | str) -> bytes:
    return str(text).encode("utf-8", "replace")


def _silence_access_log() -> None:
    """Our request line replaces uvicorn's, which would print paths and query strings."""
    access = logging.getLogger("uvicorn.access")
    access.handlers.clear()
    access.propagate = False
    access.disabled = True


def _is_allowed(key: str) -> bool:
    return key in ALLOWED_KEYS or key.endswith(ALLOWED_ENDINGS)


def _is_plain(value: object) -> bool:
    if isinstance(value, _PLAIN):
        return True
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _given(fields: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in fields.items() if value is not None}


def _error_of(exc_info: object) -> BaseException | None:
    if isinstance(exc_info, BaseException):
        return exc_info
    found = sys.exc_info() if exc_info is True else exc_info
    return found[1] if isinstance(found, tuple) else None


def _causes(error: BaseException) -> list[str]:
    names: list[str] = []
    cause = error.__cause__ or error.__context__
    while cause is not None and len(names) < FRAME_LIMIT:
        names.append(type(cause).__qualname__)
        cause = cause.__cause__ or cause.__context__
    return names


def _frames(error: BaseException) -> list[str]:
    places: list[str] = []
    step = error.__traceback__
    while step is not None:
        code = step.tb_frame.f_code
        short = "/".join(Path(code.co_filename).parts[-3:])
        places.append(f"{short}:{step.tb_lineno} {code.co_name}")
        step = step.tb_next
    return places[-FRAME_LIMIT:]
