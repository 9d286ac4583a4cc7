"""Events: facts with an id, a recording time and a place in their subject's hash chain.

The chain is computed here, by the application, over everything but `entry` and feed positions, which are given later.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from app.domain.access import Principal
from app.domain.fact import Fact
from app.domain.lifecycle.states import Machine
from app.domain.referral import Referral
from app.domain.values import replace

CHAIN_BYTES = 32


@dataclass(frozen=True, slots=True)
class Event:
    """One row of the insert-only table `events`, as it is hashed and served.

    Attributes:
        subject_kind: `referral` for all that lies under a referral.
        version: The subject's version after the event; dense from 1.
        body: Codes, ids, counts and dates; see `body_of`.
        actor: {role, tenant_id, client_id}; ids are null for time.
        audience: Tenants that receive it; fixed here, for good.
        previous: Hash of the subject's previous event, empty for the first.
        hash: SHA-256 over the canonical form, `previous` included.
    """

    id: UUID
    subject_kind: str
    subject_id: UUID
    version: int
    type: str
    occurred_on: date
    occurred_at: datetime
    recorded_at: datetime
    body: Mapping[str, Any]
    actor: Mapping[str, Any]
    audience: tuple[UUID, ...]
    previous: bytes
    hash: bytes


def event_of(
    fact: Fact, referral: Referral, principal: Principal | None, event_id: UUID, recorded_at: datetime
) -> Event:
    """The event of one transition. `referral` is the state before it, whose chain the event continues."""
    actor: dict[str, Any] = {
        "role": fact.actor,
        "tenant_id": None if principal is None else str(principal.tenant_id),
        "client_id": None if principal is None else str(principal.client_id),
    }
    unsealed = Event(
        id=event_id,
        subject_kind="referral",
        subject_id=referral.id,
        version=fact.version,
        type=fact.type,
        occurred_on=fact.occurred_on,
        occurred_at=fact.occurred_at,
        recorded_at=recorded_at,
        body=body_of(fact, referral),
        actor=actor,
        audience=fact.audience,
        previous=referral.chain,
        hash=b"",
    )
    return seal(unsealed)


def body_of(fact: Fact, referral: Referral) -> dict[str, Any]:
    """The thin payload: ids, codes, due dates, rule ids. No name, number, phone, address or free text."""
    behalf = fact.on_behalf_of
    return {
        "action": fact.action,
        "kind": referral.kind.value,
        "track": referral.track.value,
        "machine": fact.machine.value,
        "procedure_id": _text(fact.procedure_id),
        "state_before": None if fact.state_before is None else str(fact.state_before),
        "state_after": str(fact.state_after),
        "stage": fact.stage.value,
        "sources": list(fact.sources),
        "facts": dict(fact.facts),
        "due": {rule: day.isoformat() for rule, day in fact.due.items()},
        "court_id": _text(referral.court_id),
        "referring_body_id": _text(referral.referring_body_id),
        "also": dict(fact.also),
        "on_behalf_of": None if behalf is None else {"role": behalf.role, "id": _text(behalf.id)},
    }


def _text(identity: UUID | None) -> str | None:
    return None if identity is None else str(identity)


_to_canonical_json = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
"""Made once: an encoder with settings of its own is otherwise made anew for each call."""


def canonical(event: Event) -> bytes:
    """The bytes that are hashed: JSON with sorted keys, UTF-8, instants in UTC microseconds, no spaces."""
    document = {
        "id": str(event.id),
        "subject_kind": event.subject_kind,
        "subject_id": str(event.subject_id),
        "version": event.version,
        "type": event.type,
        "occurred_on": event.occurred_on.isoformat(),
        "occurred_at": _instant(event.occurred_at),
        "recorded_at": _instant(event.recorded_at),
        "body": dict(event.body),
        "actor": dict(event.actor),
        "audience": [str(tenant) for tenant in event.audience],
        "previous": event.previous.hex(),
    }
    return _to_canonical_json(document).encode()


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def seal(event: Event) -> Event:
    """The event with its hash."""
    return replace(event, hash=hashlib.sha256(canonical(event)).digest())


@dataclass(frozen=True, slots=True)
class Break:
    """Where a chain does not hold: the version, and what is wrong with it."""

    version: int
    fault: str


def check_chain(events: Iterable[Event]) -> Break | None:
    """The first break of one subject's events in version order, or None when the chain holds."""
    previous, expected = b"", 1
    for event in events:
        if event.version != expected:
            return Break(event.version, "version_gap")
        if event.previous != previous:
            return Break(event.version, "previous_differs")
        if hashlib.sha256(canonical(event)).digest() != event.hash:
            return Break(event.version, "content_differs")
        previous, expected = event.hash, expected + 1
    return None


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a referral's events alone say of it."""

    version: int
    states: Mapping[str, str]


def replay(events: Iterable[Event]) -> Replayed:
    """Fold events in version order into the state of each region and procedure (keyed by machine, or procedure id).

    An event may move a second region, which it names under `also`. The dossier has one state only and is left out.
    """
    version, states = 0, dict[str, str]()
    for event in events:
        version = event.version
        key = event.body["procedure_id"] or event.body["machine"]
        if key != Machine.DOSSIER:
            states[key] = event.body["state_after"]
        states.update(event.body.get("also", {}))
    return Replayed(version, states)
