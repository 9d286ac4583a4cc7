"""What reaches the log, and what never does."""

import io
import logging
from uuid import UUID

import orjson
import pytest
import structlog

from app import log

REFERRAL = UUID("018f0000-0000-7000-8000-000000000001")


@pytest.fixture
def stream():
    """A configured JSON log in memory; everything is put back afterwards."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    target = io.BytesIO()
    log.configure("info", json=True, stream=target)
    yield target
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()
    root.handlers[:] = before
    root.setLevel(level)


def lines(stream):
    return [orjson.loads(line) for line in stream.getvalue().splitlines()]


def test_a_request_is_one_line_with_what_who_which_and_how_long(stream):
    structlog.contextvars.bind_contextvars(request_id="r-1")

    log.request_line(
        method="POST", route="/v1/referrals/{id}", status=409, duration_ms=3.14159, principal_id="c1",
        referral_id=REFERRAL, code="stale_version",
    )  # fmt: skip

    [line] = lines(stream)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "request", "level": "info", "request_id": "r-1", "method": "POST", "route": "/v1/referrals/{id}",
        "status": 409, "duration_ms": 3.14, "principal_id": "c1", "referral_id": str(REFERRAL), "code": "stale_version",
    }  # fmt: skip


@pytest.mark.parametrize(("status", "level"), [(200, "info"), (499, "info"), (500, "error"), (503, "error")])
def test_a_failed_request_is_an_error_and_absent_fields_are_absent(stream, status, level):
    log.request_line(method="GET", route="/livez", status=status, duration_ms=1)

    [line] = lines(stream)
    assert line["level"] == level
    assert {"principal_id", "referral_id", "code"}.isdisjoint(line)


@pytest.mark.parametrize("key", ["name", "phone", "id_number", "address", "body", "path", "anything_else"])
def test_a_key_that_is_not_listed_is_dropped_and_named(stream, key):
    structlog.get_logger().info("something", **{key: "王小明"}, status=1)

    [line] = lines(stream)
    assert line["dropped_keys"] == [key]
    assert line["status"] == 1
    assert "王小明" not in stream.getvalue().decode()


@pytest.mark.parametrize("value", [{"name": "王小明"}, [{"name": "王小明"}], ("王小明",), b"\xe7\x8e\x8b", object()])
def test_a_listed_key_with_a_nested_value_is_dropped(stream, value):
    structlog.get_logger().info("something", outcome=value)

    [line] = lines(stream)
    assert line["dropped_keys"] == ["outcome"]


def test_a_long_value_is_cut(stream):
    structlog.get_logger().info("something", outcome="x" * 10_000)

    assert len(lines(stream)[0]["outcome"]) == log.VALUE_LENGTH_LIMIT


def test_an_exception_leaves_its_type_and_place_and_never_its_message(stream):
    def fail():
        try:
            {}["王小明"]
        except KeyError as error:
            raise ValueError("王小明") from error

    try:
        fail()
    except ValueError as error:
        log.failure_line("request failed", error, code="internal_error")
        structlog.get_logger().exception("again")

    first, second = lines(stream)
    assert (first["exception"], first["caused_by"], first["code"]) == ("ValueError", ["KeyError"], "internal_error")
    assert first["frames"][-1].endswith("fail")
    assert second["exception"] == "ValueError"
    assert "王小明" not in stream.getvalue().decode()


def test_a_job_is_one_line_with_its_counts(stream):
    log.job_line("sequencer", outcome="placed", duration_ms=12.3456, placed_count=7)

    [line] = lines(stream)
    assert (line["job"], line["outcome"], line["duration_ms"], line["placed_count"]) == (
        "sequencer",
        "placed",
        12.35,
        7,
    )


def test_lines_of_libraries_come_in_our_form_without_their_arguments(stream):
    logging.getLogger("some.library").warning("row %s refused\nsecond line", "王小明")
    logging.getLogger("uvicorn.error").info("started on port %d", 8000)
    try:
        int("王小明")
    except ValueError:
        logging.getLogger("some.library").exception("failed")

    first, second, third = lines(stream)
    assert (first["event"], first["logger"], first["level"]) == ("row %s refused", "some.library", "warning")
    assert second["event"] == "started on port 8000"
    assert third["exception"] == "ValueError"
    assert "王小明" not in stream.getvalue().decode()


def test_the_access_log_of_the_server_is_silent(stream):
    logging.getLogger("uvicorn.access").info("GET /v1/referrals?name=王小明")

    assert lines(stream) == []


def test_configuring_again_replaces_the_set_up(stream):
    second = io.BytesIO()

    log.configure("warning", json=False, stream=second)
    log.request_line(method="GET", route="/", status=200, duration_ms=1)
    logging.getLogger("some.library").warning("once")

    assert lines(stream) == []
    assert second.getvalue().decode().count("once") == 1
    assert b"request" not in second.getvalue()
