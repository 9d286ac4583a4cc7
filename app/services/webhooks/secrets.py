"""Secrets of endpoints: shown once, encrypted at rest, at most two that live at a time."""

from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from app.domain import webhooks as w
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports
from app.domain.signing import new_secret
from app.services.envelope import Envelope, Outcome, checked
from app.services.webhooks.writing import Work, on_endpoint, receipt, saved


@dataclass(frozen=True, slots=True)
class Rotation:
    """A new secret; the old one signs beside it for so long."""

    overlap_hours: int = w.OVERLAP_HOURS


@dataclass(frozen=True, slots=True)
class Issued:
    """An answer with the text of a new secret, which is None in a replayed or dry answer: it was shown once."""

    outcome: Outcome
    secret_text: str | None = field(repr=False)


def issued(outcome: Outcome, envelope: Envelope, text: str) -> Issued:
    """The secret goes with the answer of the attempt that wrote it, and with no other."""
    fresh = not outcome.replayed and not envelope.dry_run
    return Issued(outcome, text if fresh else None)


async def rotate(ports: Ports, envelope: Envelope, endpoint_id: UUID, wish: Rotation | Refusal) -> Issued:
    """A second secret; both sign until the time of the first is over. Refuses with `too_many_secrets`."""
    text = new_secret()

    async def write(work: Work, endpoint: w.Endpoint) -> Answer:
        asked, hooks = checked(wish), work.tx.webhooks
        envelope.require_version(endpoint.version)
        w.after(w.EndpointAction.ROTATE_SECRET, endpoint.state)
        w.require_rotatable(endpoint, work.now)
        ends_at = work.now + timedelta(hours=asked.overlap_hours)
        await hooks.end_secrets(work.tenant_id, endpoint.id, ends_at)
        secret = w.Secret(w.SecretId(work.ports.mint()), w.SECRET_KIND, work.now)
        await hooks.add_secret(work.tenant_id, endpoint.id, secret, text)
        return receipt(await saved(work, endpoint), status=201, secret_id=str(secret.id))

    return issued(await on_endpoint(ports, envelope, endpoint_id, write), envelope, text)


async def end_secret(
    ports: Ports, envelope: Envelope, endpoint_id: UUID, secret_id: UUID, wish: Refusal | None
) -> Outcome:
    """An old secret signs no more, at once. Refuses with `not_found`, `last_secret`."""

    async def write(work: Work, endpoint: w.Endpoint) -> Answer:
        if secret_id not in {secret.id for secret in endpoint.secrets}:
            raise Refusal("not_found")
        checked(wish)
        envelope.require_version(endpoint.version)
        w.after(w.EndpointAction.END_SECRET, endpoint.state)
        w.require_endable(endpoint, secret_id, work.now)
        await work.tx.webhooks.end_secrets(work.tenant_id, endpoint.id, work.now, only=w.SecretId(secret_id))
        return receipt(await saved(work, endpoint), secret_id=str(secret_id))

    return await on_endpoint(ports, envelope, endpoint_id, write)
