"""The door for messages of platforms, where the adapter itself can not look, and what can not be read any more."""

import asyncio
from datetime import timedelta

from app.domain.court_platform import Heard, MessageId, Unavailable, UsedNonce
from app.domain.errors import Refusal
from app.domain.platform_inbox import InboxState
from app.services.platform_inbox import MISSING_ATTEMPTS_MAX, keep, process_next, receive
from tests.factories import NOW
from tests.services.platforms import a_platform, in_front_of, inbox_of
from tests.services.refusals import refused


class Unequipped:
    """An adapter whose signature needs what is not installed."""

    def verify(self, _raw, _headers, _now):
        raise Unavailable("sm2_missing")


async def test_a_signature_that_can_not_be_checked_here_is_no_forgery_and_nothing_is_kept(ports, world):
    code = await a_platform(ports, world)

    refusal = await refused(receive(ports, in_front_of(Unequipped()), code, b"{}", {}))

    assert refusal.code == "platform_signature_unavailable"
    assert await inbox_of(ports, world, code) == ()


class Tokens:
    """An adapter whose proof says who sends and not what: the first byte is the nonce, the rest the message."""

    def __init__(self, until=NOW + timedelta(minutes=5)):
        self.until = until

    def verify(self, raw, _headers, _now):
        return MessageId(raw.decode())

    def read(self, _raw):
        return Heard("transition", None, {})

    def used_nonce(self, raw):
        return UsedNonce("court-a", raw[:1], raw[1:], self.until)


async def test_a_nonce_is_remembered_for_all_processes_and_as_long_as_it_is_fresh(ports, world, crowd):
    code = await a_platform(ports, world)

    def sent(raw, adapter=None):
        return receive(ports, in_front_of(adapter or Tokens()), code, raw, {})

    first, again = await sent(b"1a"), await sent(b"1a")
    assert (first.known, again.known) == (False, True)
    assert (await refused(sent(b"1b"))).code == "platform_nonce_reused"
    both = await asyncio.gather(sent(b"2a"), sent(b"2b"), return_exceptions=True)
    assert [each.code for each in both if isinstance(each, Refusal)] == ["platform_nonce_reused"]

    await sent(b"3a", Tokens(until=NOW - timedelta(hours=2)))
    await sent(b"4a")
    async with crowd.connect() as connection:
        rows = await connection.exec_driver_sql(f"SELECT nonce FROM platform_nonces WHERE platform = '{code}'")
        assert {row[0] for row in rows} == {b"1", b"2", b"4"}


async def test_what_can_not_be_decrypted_holds_up_nothing_and_is_parked(ports, world, crowd):
    """A message whose key is not in the ring may be read again once it is; one that is damaged never."""
    code = await a_platform(ports, world)
    adapter = Tokens()
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(code, NOW.date())
    for name in ("foreign", "damaged", "whole"):
        await keep(ports, platform, MessageId(name), name.encode())
    await done_to(crowd, "raw_sealed = '\\x01036b6579' || substr(raw_sealed, 6)", "foreign")
    await done_to(crowd, "raw_sealed = substr(raw_sealed, 1, length(raw_sealed) - 1)", "damaged")

    async def worked():
        while await process_next(ports, in_front_of(adapter), lambda *_: Refusal("body_invalid")) is not None:
            pass
        return {each.message_id: (each.state, each.reason) for each in await inbox_of(ports, world, code)}

    first = await worked()
    assert first["damaged"] == (InboxState.PARKED, "content_damaged")
    assert first["foreign"][0] is InboxState.WAITING
    for _ in range(MISSING_ATTEMPTS_MAX):
        await done_to(crowd, "next_at = received_at", "foreign")
        last = await worked()
    assert last["foreign"] == (InboxState.PARKED, "key_missing")
    assert last["whole"][0] is InboxState.WAITING  # It has no reference, so it is looked for again.


async def done_to(crowd, change, name):
    async with crowd.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        await driver.execute(
            "BEGIN; SET LOCAL sutiao.principal = 'system';"
            f"UPDATE platform_inbox SET {change} WHERE message_id = '{name}'; COMMIT"
        )
