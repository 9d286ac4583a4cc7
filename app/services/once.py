"""One small write under one idempotency key: not yet answered, carried out, answer kept, in one transaction."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from app.domain.ports import Answer, Ports, Transaction
from app.services.envelope import Envelope, Outcome, settled
from app.services.receipts import DONE

Write = Callable[[Transaction], Awaitable[Mapping[str, Any]]]


class _Rehearsed(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""

    def __init__(self, body: Mapping[str, Any]) -> None:
        super().__init__()
        self.body = body


async def once(ports: Ports, envelope: Envelope, write: Write, *, status: int = DONE) -> Outcome:
    """Carry out a write with the eyes of the caller's tenant; what it returns is the body of the answer.

    Of a dry run the body is told with `dry_run`, and nothing of it stays.
    """
    principal = envelope.principal

    async def attempt() -> Outcome:
        async with ports.unit_of_work(principal.tenant_id) as tx:
            key = envelope.look_up_key()
            replayed = envelope.replay(None if key is None else await tx.idempotency.look_up(*key))
            if replayed is not None:
                return replayed
            answer = Answer(status=status, body=dict(await write(tx)))
            if envelope.dry_run:
                raise _Rehearsed(answer.body)
            await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
            return Outcome(answer)

    try:
        return await settled(attempt)
    except _Rehearsed as rehearsed:
        return Outcome(Answer(status=DONE, body={**rehearsed.body, "dry_run": True}))
