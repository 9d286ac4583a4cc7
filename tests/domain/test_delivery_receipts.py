"""Receipts of deliveries: a chain that any change breaks, and nothing in it that nobody should read."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.delivery import ANSWER_BYTES, Outcome
from app.domain.receipts import (
    Attempt,
    AttemptKind,
    broken_step,
    canonical,
    holds,
    kept_answer,
    kept_answer_headers,
    kept_request_headers,
    sealed,
    written_out,
)
from app.domain.values import replace


def an_attempt(number=1, **changes):
    attempt = Attempt(
        id=UUID(int=number),
        tenant_id=UUID(int=100),
        endpoint_id=UUID(int=101),
        subject_id=UUID(int=102),
        message_id=UUID(int=103),
        kind=AttemptKind.EVENT,
        position=7,
        number=number,
        started_at=datetime(2026, 11, 30, 9, 0, tzinfo=UTC),
        duration_ms=12,
        outcome=Outcome.RETRY,
        reason="status_500",
        status=500,
        request_headers={"webhook-id": "x"},
        body_sha256="00",
        answer_headers={},
        answer=b"no",
    )
    return replace(attempt, **changes)


def a_chain(length=3):
    chain, previous = [], b""
    for step in range(1, length + 1):
        receipt = sealed(an_attempt(step), step, previous)
        chain.append(receipt)
        previous = receipt.hash
    return chain


def test_a_chain_holds_with_and_without_its_answers():
    chain = a_chain()

    assert broken_step(chain) is None
    erased = [replace(each, attempt=replace(each.attempt, answer=None)) for each in chain]
    assert broken_step(erased) is None
    assert broken_step([]) is None
    assert sealed(an_attempt(answer=None), 1, b"").answer_sha256 != chain[0].answer_sha256


@pytest.mark.parametrize(
    "change",
    [
        {"status": 200},
        {"outcome": Outcome.DELIVERED},
        {"answer": b"yes"},
        {"position": 8},
        {"reason": None},
        {"duration_ms": 13},
        {"request_headers": {}},
        {"message_id": UUID(int=9)},
        {"started_at": datetime(2026, 11, 30, 9, 1, tzinfo=UTC)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_any_change_breaks_it_at_its_step(change):
    first, second, third = a_chain()
    forged = replace(second, attempt=replace(second.attempt, **change))

    assert broken_step([first, forged, third]) == 2
    assert not holds(forged)


def test_a_step_that_is_missing_doubled_or_moved_breaks_it():
    first, second, third = a_chain()

    assert broken_step([first, third]) == 3
    assert broken_step([second, third]) == 2
    assert broken_step([first, first]) == 1
    assert broken_step([first, replace(second, previous=b"")]) == 2


@given(body=st.binary(max_size=3 * ANSWER_BYTES))
def test_an_answer_is_bounded_text_that_a_database_takes(body):
    kept = kept_answer(body)

    assert len(kept) <= ANSWER_BYTES
    assert b"\x00" not in kept


@pytest.mark.parametrize(
    "secret", ["11010519491231002X", "13800138000", "Bearer abc.def-123", "whsec_MfKQ9r8GKYq", "sk_live123"]
)
def test_what_looks_like_a_secret_or_a_number_of_a_person_is_not_kept(secret):
    kept = kept_answer(f"收到：{secret}，谢谢 2026-11-30 12345".encode()).decode()

    assert secret.split()[-1] not in kept
    assert "[redacted]" in kept
    assert "12345" in kept


def test_headers_are_kept_by_list_and_signatures_by_name():
    sent = {"Webhook-Id": "1", "webhook-signature": "v1,abc", "authorization": "Bearer x", "x-key": "k"}

    assert kept_request_headers(sent) == {
        "webhook-id": "1",
        "webhook-signature": "[redacted]",
        "authorization": "[redacted]",
        "x-key": "[redacted]",
    }
    answered = {"retry-after": "5" * 999, "set-cookie": "a", "content-type": "text/\ud800\x00plain"}
    kept = kept_answer_headers(answered)
    assert kept == {"retry-after": "5" * 200, "content-type": "text/??plain"}


TEXTS = st.dictionaries(st.text(), st.text(), max_size=4)
NUMBERS = st.none() | st.integers(0)
SHANGHAI = timezone(timedelta(hours=8))


@settings(max_examples=40, deadline=None)
@given(
    st.builds(
        an_attempt,
        request_headers=TEXTS,
        answer_headers=TEXTS,
        reason=st.none() | st.text(),
        status=NUMBERS,
        position=NUMBERS,
        kind=st.sampled_from(AttemptKind),
        outcome=st.sampled_from(Outcome),
        started_at=st.datetimes(datetime(2000, 1, 1), timezones=st.sampled_from([UTC, SHANGHAI])),  # noqa: DTZ001 - the zone is drawn
        id=st.uuids(),
    ),
    st.integers(1),
    st.binary(),
)
def test_the_quick_way_of_writing_an_attempt_out_gives_the_letters_of_the_canonical_form(attempt, step, previous):
    """Else what is sealed today would not hold tomorrow."""
    assert written_out(attempt, step, "00", previous) == canonical(attempt, step, "00", previous)
    assert holds(sealed(attempt, step, previous))
