"""Answers to writes: receipts with ids, version, state and due dates. They are stored, so they name nobody."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.fact import Fact
from app.domain.lateness import lateness
from app.domain.ports import Answer
from app.domain.referral import Referral, due_dates
from app.domain.values import replace

CREATED, DONE = 201, 200
SERIAL_DIGITS = 7
_GIVEN = ("mediator_id", "series_id")
_MADE = (
    "session_id",
    "case_number_id",
    "representative_id",
    "claim_id",
    "service_address_id",
    "material_id",
    "notice_id",
    "message_id",
    "urging_id",
    "document_id",
    "conflict_id",
)
_NUMBER = re.compile(rf"ST([1-9][0-9]{{3}})-([0-9]{{{SERIAL_DIGITS}}}|[1-9][0-9]{{{SERIAL_DIGITS},17}})", re.ASCII)
_IDS_OF_FACTS = (*_MADE, *_GIVEN)


def number_of(opened_on: date, serial: int) -> str:
    """The number of a referral for people, such as `ST2026-0000042`."""
    return f"ST{opened_on.year}-{serial:0{SERIAL_DIGITS}d}"


def parts_of_number(number: str) -> tuple[int, int] | None:
    """Year of the opening and serial of a referral's number; None of what is no such number."""
    found = _NUMBER.fullmatch(number)
    return None if found is None else (int(found[1]), int(found[2]))


def path_of(referral: Referral) -> str:
    """Address of a referral."""
    return f"/v1/referrals/{referral.id}"


def receipt(after: Referral, fact: Fact, *, number: str | None, warnings: Iterable[str], status: int = DONE) -> Answer:
    """The receipt of one transition; `number` None where it is given only by the write itself."""
    path = path_of(after)
    body: dict[str, Any] = {
        "id": str(after.id),
        "number": number,
        "dispute_id": str(after.dispute_id),
        "version": after.version,
        "state": None if after.state is None else after.state.value,
        "stage": after.stage.value,
        "due": {rule: day.isoformat() for rule, day in due_dates(after.clocks).items()},
        "links": {"self": path, "transitions": f"{path}/transitions", "history": f"{path}/history"},
        "warnings": list(warnings),
    }
    if after.term_runs is not None:
        body["term_runs"] = after.term_runs
    late = lateness(after, fact)
    if late is not None:
        body["late"] = {"rule": late.rule, "due_on": late.due_on.isoformat(), "recorded_as": late.recorded_as.value}
    body |= {name: fact.facts[name] for name in _IDS_OF_FACTS if name in fact.facts}
    if fact.procedure_id is not None:
        body["procedure_id"] = str(fact.procedure_id)
        body["links"]["procedure"] = f"/v1/procedures/{fact.procedure_id}"
    return Answer(status=status, body=body, location=path if status == CREATED else None, version=after.version)


def with_document(answer: Answer, document_id: UUID) -> Answer:
    """The receipt of putting a document: whoever put it is told its id, which its event may not tell everybody."""
    return replace(answer, body={**answer.body, "document_id": str(document_id)})


def opened(after: Referral, fact: Fact, *, warnings: Iterable[str], duplicates: Iterable[Mapping[str, Any]]) -> Answer:
    """The receipt of an opening, with what may be about the same matter; the number is given by the write."""
    answer = receipt(after, fact, number=None, warnings=warnings, status=CREATED)
    return replace(answer, body={**answer.body, "possible_duplicates": list(duplicates)})


def rehearsed(answer: Answer, *, opened: bool = False, dispute_is_new: bool = False) -> Answer:
    """The receipt of what would happen: without the ids that only a real write gives."""
    made_up = {"procedure_id", *_MADE, *({"id", "links"} if opened else set())}
    if dispute_is_new:
        made_up.add("dispute_id")
    body = {name: value for name, value in answer.body.items() if name not in made_up}
    return Answer(status=DONE, body={**body, "dry_run": True})
