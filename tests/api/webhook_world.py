"""Endpoints in tests: made over HTTP, and brought by the database to where only the worker brings them."""

import hashlib
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import text

from tests.api.callers import ANY, done

PATH = "/v1/webhook-endpoints"
URL = "https://receiver.example.org/hooks"
SCOPES = ["webhooks:manage", "referrals:read", "referrals:write", "feed:read"]


async def owner(api, tenant="court"):
    """A program of a tenant that manages endpoints."""
    named = {"court": api.world.court_id, "other_court": api.world.other_court_id, "centre": api.world.centre_id}
    return await api.as_client(named.get(tenant, tenant), SCOPES, f"webhooks {uuid4().hex[:6]}")


async def tenant_of_its_own(api):
    """A fresh organisation's program, so that numbers of endpoints are a test's own."""
    return await owner(api, await api.registered("organisations", name=f"商会{uuid4().hex[:8]}", kind="chamber"))


def now_of(api):
    return api.app.state.house.ports.clock.system_now()


async def made(caller, **more):
    """A new endpoint: the answer that made it."""
    return await done(caller.write(PATH, {"url": URL, **more}), 201)


async def act(caller, endpoint_id, action, *, version=ANY, **fields):
    return await caller.write(f"{PATH}/{endpoint_id}/transitions", {"action": action, **fields}, version=version)


async def shown(caller, endpoint_id, *more):
    return await done(caller.get("/".join([PATH, endpoint_id, *more])))


async def put(api, endpoint_id, **columns):
    """What the worker would have written about an endpoint."""
    settings = ", ".join(f"{name} = :{name}" for name in columns)
    async with api.engine.begin() as connection:
        statement = text(f"UPDATE webhook_endpoints SET {settings} WHERE id = :id")
        await connection.execute(statement, {"id": UUID(endpoint_id), **columns})


async def passed(api, endpoint_id):
    """Its challenge was answered."""
    clear = dict.fromkeys(("errand", "errand_id", "errand_due_at", "errand_until"))
    await put(api, endpoint_id, state="active", challenged_at=now_of(api), **clear)


async def a_minute_ago(api, endpoint_id):
    """What was done to it last was done a minute ago."""
    await put(api, endpoint_id, changed_at=now_of(api) - timedelta(seconds=61))


async def settled(api, endpoint_id, position, state, reason=None):
    """A delivery came to an end."""
    async with api.engine.begin() as connection:
        given = {"id": UUID(endpoint_id), "position": position, "state": state, "reason": reason, "now": now_of(api)}
        await connection.execute(
            text(
                "UPDATE deliveries SET state = :state, reason = :reason, settled_at = :now, "
                "attempt_count = attempt_count + 1 WHERE endpoint_id = :id AND position = :position"
            ),
            given,
        )


async def tried(
    api, endpoint_id, position, *, outcome="delivered", status=200, number=1, step=1, answer=b"ok", kind="event"
):
    """An attempt as the worker writes it; `position` None for a challenge or a test."""
    async with api.engine.begin() as connection:
        row = (
            await connection.execute(
                text(
                    "SELECT tenant_id, (SELECT subject_id FROM deliveries WHERE endpoint_id = :id AND position = :at) "
                    "AS subject_id FROM webhook_endpoints WHERE id = :id"
                ),
                {"id": UUID(endpoint_id), "at": position},
            )
        ).one()
        await connection.execute(
            text(
                "INSERT INTO delivery_attempts (id, tenant_id, endpoint_id, subject_id, step, message_id, kind, "
                "position, number, started_at, duration_ms, outcome, status, request_headers, body_sha256, "
                "answer_headers, answer_sha256, answer, previous, hash) VALUES (:id, :tenant_id, :endpoint_id, "
                ":subject_id, :step, :message_id, :kind, :position, :number, :now, 42, :outcome, :status, "
                "CAST(:sent AS jsonb), :body, '{}', :digest, :answer, :previous, :hash)"
            ),
            {
                "id": uuid4(),
                "tenant_id": row.tenant_id,
                "endpoint_id": UUID(endpoint_id),
                "subject_id": UUID(endpoint_id) if position is None else row.subject_id,
                "step": step,
                "message_id": uuid4(),
                "kind": kind,
                "position": position,
                "number": number,
                "now": now_of(api),
                "outcome": outcome,
                "status": status,
                "sent": '{"webhook-signature": "***"}',
                "body": hashlib.sha256(b"body").hexdigest(),
                "digest": hashlib.sha256(answer or b"").hexdigest(),
                "answer": answer,
                "previous": b"",
                "hash": hashlib.sha256(b"chain").digest(),
            },
        )
