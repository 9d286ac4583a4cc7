"""Troubles of platforms: a fault with one holds up no other, why a message waits, cut feeds, lost files."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.adapters.courts.gate_files.client import GatePlatform
from app.adapters.courts.spreadsheet.client import SpreadsheetPlatform
from app.adapters.courts.spreadsheet.exchange import Exchange
from app.adapters.database.feed_retention import remove_batch
from app.adapters.database.transactions import as_system
from app.adapters.legal_clock import LegalClock
from app.domain.court_platform import PlatformCode, Unavailable
from app.domain.errors import Refusal
from app.domain.lifecycle.states import MediationState
from app.domain.platform_outbox import SCHEDULE_SECONDS, OutboxState
from app.jobs.platforms import fetch, tell
from app.sandbox.platform_gate import GateSide
from app.sandbox.platform_sheets import SheetOffice
from app.services import platform_outbox, platforms
from app.services.platform_catch_up import CaughtUp, catch_up
from app.services.platform_outbox import gather
from app.services.reconciliation import ReconciliationWish, apply, reconcile
from tests.adapters.courts.bench import a_platform as a_row
from tests.adapters.courts.gate_files.harness import (
    CREDENTIALS,
    OURS,
    SETTINGS,
    SHARED,
    THEIRS,
    a_gate,
    private,
    public,
)
from tests.factories import NOW, StillClock, an_envelope, brought_to, opened
from tests.services.platforms import a_platform, in_front_of
from tests.services.refusals import refused
from tests.services.test_platform_outbox import Sends, accepted_row, hurried, outside, placed, rows_of
from tests.services.test_platform_pull import Lists

__all__ = ["outside"]


async def spoilt(crowd, code, change):
    """A row as nobody could have added it, such as of a database that was damaged."""
    async with as_system(crowd) as connection:
        await connection.exec_driver_sql(f"UPDATE court_platforms SET {change} WHERE code = '{code}'")


async def one_more(ports, world, crowd):
    await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)


async def test_a_platform_that_can_not_be_gathered_for_holds_up_no_other(ports, world, crowd, outside):
    bad, good = await a_platform(ports, world), await a_platform(ports, world)
    await spoilt(crowd, bad, "mapping = '{\"outbound\": 5}'")
    await one_more(ports, world, crowd)
    sends = Sends()

    for count in (1, 2):
        with pytest.raises(Refusal, match="platform_mapping_invalid"):
            await tell(ports, outside(sends), 50)
        assert len(sends.sent) == count
        await one_more(ports, world, crowd)

    assert (await rows_of(ports, world, bad), len(await rows_of(ports, world, good))) == ((), 2)


async def test_secrets_that_can_not_be_read_hold_up_no_other_platform(ports, world, crowd, outside):
    """What waits for that platform says so, and is tried again; others are told, and fetched from."""
    secrets = {"credentials": {"secret": "s"}}
    bad, good = await a_platform(ports, world, **secrets), await a_platform(ports, world, **secrets)
    await spoilt(crowd, bad, "credentials_sealed = '\\x00'")
    await one_more(ports, world, crowd)
    sends, lists = Sends(), Lists(("m-1", b"1"))

    with pytest.raises(Refusal, match="key_ring_cannot_read"):
        await tell(ports, outside(sends), 50)
    with pytest.raises(Refusal, match="key_ring_cannot_read"):
        await fetch(ports, in_front_of(lists), 50)

    (waits,), (told,) = await rows_of(ports, world, bad), await rows_of(ports, world, good)
    assert (waits.state, waits.attempts, waits.last_failure) == (OutboxState.WAITING, 1, "fault_here")
    assert (told.state, len(sends.sent), lists.cursors) == (OutboxState.PROCESSED, 1, [None, "1"])


async def test_a_waiting_message_says_how_often_why_and_when_next(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    await tell(ports, outside(Sends(Unavailable("connect_failed"))), 1)
    await hurried(crowd)
    await tell(ports, outside(Sends(Unavailable("status_503"))), 1)

    (seen,) = await platform_outbox.waiting(
        ports, world.operator, code, state=OutboxState.WAITING, after_id=None, limit=5
    )

    assert (seen.attempts, seen.last_failure, seen.reason) == (2, "status_503", None)
    assert seen.next_at is not None
    assert timedelta() < seen.next_at - NOW <= timedelta(seconds=SCHEDULE_SECONDS[1])
    assert (dict(seen.message.body), seen.message.reference) == ({}, "")
    await hurried(crowd)
    await tell(ports, outside(Sends()), 1)
    (told,) = await rows_of(ports, world, code)
    assert (told.state, told.last_failure, told.next_at) == (OutboxState.PROCESSED, None, None)
    asked = {"state": None, "after_id": None, "limit": 1}
    nowhere = PlatformCode("nowhere")
    assert (await refused(platform_outbox.waiting(ports, world.operator, nowhere, **asked))).code == "not_found"


# Feeds that were cut off ------------------------------------------------------------------------------------------


async def all_removed(crowd):
    """As if everything in feeds were too old."""
    late, behind, count = NOW + timedelta(days=4_000), None, 0
    while True:
        batch = await remove_batch(crowd, before=late, now=NOW, behind=behind)
        count, behind = count + batch.count, batch.behind
        if behind is None:
            return count


async def test_a_feed_that_was_cut_off_before_a_platform_is_noticed_and_made_up_for(
    ports,
    world,
    crowd,
    outside,
):
    """A platform that is served keeps its part of the feed; one that ended and comes back is told what it missed."""
    before = replace(ports, clock=LegalClock(crowd, StillClock(NOW - timedelta(hours=1))))
    await one_more(before, world, crowd)
    code, sends = await a_platform(ports, world), Sends()
    await one_more(ports, world, crowd)
    await gather(ports, outside(sends))
    await one_more(ports, world, crowd)
    assert await all_removed(crowd)
    assert await gather(ports, outside(sends)) > 0
    await one_more(ports, world, crowd)
    await spoilt(crowd, code, "valid_to = '2025-01-01'")
    await all_removed(crowd)
    await spoilt(crowd, code, "valid_to = NULL")
    await opened(ports, world)
    await placed(crowd)

    first = await tell(ports, outside(sends), 50)
    sight = await platforms.get(ports, world.operator, code)
    assert first == (2, ("feed_cut",))
    assert (sight.position.removed_count > 0, sight.position.unread_count) == (True, sight.position.removed_count + 1)

    assert await catch_up(ports, world.operator, code) == CaughtUp(sight.position.removed_count, 5)
    await tell(ports, outside(sends), 50)
    assert [row.message.kind.value for row in await rows_of(ports, world, code)] == ["acceptance"] * 3
    assert len(sends.sent) == len({key for _, key in sends.sent}) == 3
    assert (await platforms.get(ports, world.operator, code)).position.unread_count == 0
    assert await catch_up(ports, world.operator, code) == CaughtUp(0, 0)
    assert (await refused(catch_up(ports, world.operator, PlatformCode("nowhere")))).code == "not_found"


# Files that were acknowledged and lost ----------------------------------------------------------------------------


async def test_a_file_that_was_acknowledged_and_lost_is_found_missing_and_comes_again_once(
    ports,
    world,
    crowd,
    outside,
    tmp_path,
):
    settings = {**SETTINGS, "held": {"reference_at": "ajbs"}}
    row = a_row("gate_files", settings, CREDENTIALS)
    gate = GatePlatform(row, a_gate(tmp_path, GatePlatform(row, None, None)._keys), lambda: NOW)
    keys = {"encryption_key": SHARED, "signing_key": private(THEIRS), "peer_key": public(OURS)}
    side = GateSide({"folder": str(tmp_path), "us": "court-a", "them": "sutiao", **keys, "faults": {"forgotten": 1}})
    code = await accepted_row(ports, world, crowd, outside)

    async def rounds():
        for _ in range(3):
            await hurried(crowd)
            await tell(ports, outside(gate), 50)
            await gate.pull(None)
            side.round()
        (message,) = await rows_of(ports, world, code)
        return message.state

    async def compared():
        side.put_list(NOW.date().isoformat())
        wish = ReconciliationWish(code)
        return (await reconcile(ports, outside(gate), an_envelope(world.court), wish)).answer.body

    assert (await rounds(), side.office.filed) == (OutboxState.DELIVERED, {})
    lost = await compared()
    assert lost["difference_count"] == 1
    await apply(ports, outside(gate), an_envelope(world.court), UUID(lost["id"]), (0,))

    assert (await rounds(), len(side.office.filed)) == (OutboxState.DELIVERED, 1)
    assert (await compared())["state"] == "clean"
    (message,) = await rows_of(ports, world, code)
    assert (await gate.send_anew(message.message, message.key)).delivered is False
    assert (await rounds(), len(side.office.filed), len(side.office.cases)) == (OutboxState.DELIVERED, 1, 1)


LISTED = {
    "columns": [
        {"title": "ajbs", "to": "reference", "required": True},
        {"title": "ACCEPTANCE_BACK", "to": "duties.acceptance", "as": "flag"},
    ]
}


@pytest.mark.parametrize(
    ("fault", "seen"),
    [("losses", OutboxState.DELIVERED), ("forgotten", OutboxState.PROCESSED), ("lost_replies", OutboxState.DELIVERED)],
)
async def test_a_lost_sheet_is_found_by_a_reconciliation_and_made_up_for_once(
    ports,
    world,
    crowd,
    outside,
    tmp_path,
    fault,
    seen,
):
    """Rows that nobody read, rows that a clerk says to have and has not, and verdicts that never came."""
    listed = [column["title"] for column in LISTED["columns"]]
    office = SheetOffice({"folder": str(tmp_path / "x"), "faults": {fault: 1}, "listed": listed})
    exchange = Exchange(tmp_path / "x", sync=lambda _file: None)
    adapter = SpreadsheetPlatform(a_row("spreadsheet", {"held": LISTED}, {}), lambda: exchange)
    code = await accepted_row(ports, world, crowd, outside)

    async def rounds():
        for _ in range(3):
            await hurried(crowd)
            await tell(ports, outside(adapter), 50)
            office.round()
            await adapter.pull(None)
        (message,) = await rows_of(ports, world, code)
        return message.state

    async def compared():
        office.put_list(NOW.date().isoformat())
        found = (await reconcile(ports, outside(adapter), an_envelope(world.court), ReconciliationWish(code))).answer
        return UUID(found.body["id"]), found.body["difference_count"]

    entered = int(fault == "lost_replies")
    assert (await rounds(), len(office.office.filed)) == (seen, entered)
    found, count = await compared()
    assert count == 1 - entered
    if count:
        await apply(ports, outside(adapter), an_envelope(world.court), found, (0,))
    else:
        office.export_again()

    assert (await rounds(), len(office.office.filed), len(office.office.cases)) == (OutboxState.PROCESSED, 1, 1)
    assert (await compared())[1] == 0
