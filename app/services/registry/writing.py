"""What every write of the registry shares: one transaction, one writer at a time, one answer under one key."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from app.domain.access import Scope
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports, Transaction
from app.domain.registry import Change, ChangeKind, Noun, Validity
from app.services.envelope import Envelope, Outcome, settled


class Valid(Protocol):
    """A record with a first and perhaps a last day."""

    @property
    def validity(self) -> Validity:
        """When it is valid."""
        ...


@dataclass(frozen=True, slots=True)
class Work:
    """One write under way."""

    ports: Ports
    tx: Transaction
    envelope: Envelope
    recorded_at: datetime

    async def note(
        self, noun: Noun, record_id: UUID, kind: ChangeKind, valid_from: date, details: dict[str, Any]
    ) -> UUID:
        """Add a line to the history of a record.

        Returns:
            Its id.
        """
        change = Change(
            id=self.ports.mint(),
            kind=kind,
            valid_from=valid_from,
            details=details,
            client_id=self.envelope.principal.client_id,
            recorded_at=self.recorded_at,
        )
        await self.tx.registry.add_change(noun, record_id, change)
        return change.id


async def written(
    ports: Ports, envelope: Envelope, scope: Scope, write: Callable[[Work], Awaitable[Answer]]
) -> Outcome:
    """One write of the registry under one key: allowed, not yet answered, carried out, answer kept."""
    principal = envelope.principal
    principal.require(scope)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(principal.tenant_id) as tx:
            await tx.registry.hold()
            replayed = await _answered(tx, envelope)
            if replayed is not None:
                return replayed
            recorded_at = ports.clock.recorded_at()
            answer = await write(Work(ports, tx, envelope, recorded_at))
            if envelope.dry_run:
                raise _Rehearsed
            await tx.idempotency.keep(envelope.keep(answer, recorded_at))
            return Outcome(answer)

    try:
        return await settled(attempt)
    except _Rehearsed:
        return Outcome(Answer(status=200, body={"dry_run": True}))


class _Rehearsed(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""


async def _answered(tx: Transaction, envelope: Envelope) -> Outcome | None:
    """The earlier answer to this request, if there is one."""
    kept = None
    if envelope.key is not None and not envelope.dry_run:
        kept = await tx.idempotency.look_up(envelope.principal.client_id, envelope.key)
    return envelope.replay(kept)


def created(noun: Noun, record_id: UUID, **more: str) -> Answer:
    """The receipt of something new."""
    body: dict[str, Any] = {"id": str(record_id), **more}
    return Answer(status=201, body=body, location=f"{noun.path}/{record_id}")


async def require_free_name(tx: Transaction, noun: Noun, name: str, record_id: UUID | None = None) -> None:
    """Refuse with `name_taken` where another record of the kind has or had the name; its own it may take again."""
    if await tx.registry.name_owner(noun, name) not in {None, record_id}:
        raise Refusal("name_taken", pointer="/name")


def require_valid(record: Valid, day: date) -> None:
    """Refuse with `day_outside_validity` where the record is not valid on the day of a change."""
    if not record.validity.covers(day):
        raise Refusal("day_outside_validity", pointer="/valid_from")
