"""What platforms are told: read from the feed, once each, looked up before it is sent again, two receipts apart."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from app.adapters.database.feed import FeedPages
from app.adapters.database.sequencer import place_batch
from app.domain import commands as c
from app.domain.access import TenantId
from app.domain.court_platform import Duty, Heard, Receipt, Rejected, Unavailable, Unreadable
from app.domain.errors import Refusal
from app.domain.lifecycle.states import MediationState
from app.domain.platform_outbox import SCHEDULE_SECONDS, EntryState, OutboxState
from app.jobs.platforms import tell
from app.services import platform_outbox, platforms
from app.services.platform_entries import EntryByHand, enter_by_hand
from app.services.platform_outbox import gather, send_next, take_receipt
from tests.adapters.courts.bench import MAPPING
from tests.factories import ACCEPT, NOW, a_wish, an_envelope, brought_to, moved, opened, with_effective_agreement
from tests.services.platforms import a_platform, in_front_of
from tests.services.refusals import refused

PROCESSED = Receipt(processed=True, platform_number="P-1")


class Sends:
    """A platform that answers what it is told to, and keeps what was sent under which key."""

    def __init__(self, *answers, found=None):
        self.answers, self.found, self.sent, self.asked = list(answers), found, [], []

    async def send(self, message, key):
        self.sent.append((message, key))
        return self._next()

    async def look_up(self, key):
        self.asked.append(key)
        return self._next() if self.found is None else self.found

    def _next(self):
        answer = self.answers.pop(0) if self.answers else PROCESSED
        if isinstance(answer, BaseException):
            raise answer
        return answer


@pytest.fixture
def outside(crowd):
    return lambda adapter: replace(in_front_of(adapter), feed=FeedPages(crowd))


async def placed(crowd):
    while (await place_batch(crowd, 500)).count:
        pass


async def hurried(crowd):
    """As if every pause were over."""
    async with crowd.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        await driver.execute(
            "BEGIN; SET LOCAL sutiao.principal = 'system';"
            "UPDATE platform_outbox SET next_at = '2000-01-01' WHERE state IN ('waiting', 'delivered'); COMMIT"
        )


async def rows_of(ports, world, code):
    async with ports.unit_of_work(world.court_id) as tx:
        return await tx.outbox.page(code, TenantId(world.court_id), state=None, after_id=None, limit=50)


async def entries_of(ports, principal, referral_id=None):
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.outbox.entries(principal.tenant_id, referral_id=referral_id, limit=50)


async def test_everything_that_a_platform_has_to_know_is_gathered_once(ports, world, crowd, outside):
    before = await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    code = await a_platform(ports, world)
    referral_id = await with_effective_agreement(ports, world)
    await placed(crowd)

    looked = await gather(ports, outside(Sends()))
    again = await gather(ports, outside(Sends()))

    rows = await rows_of(ports, world, code)
    assert (looked > 4, again) == (True, 0)
    assert [row.message.kind.value for row in rows] == ["agreement", "result", "acceptance"]
    assert {row.message.reference for row in rows} == {"ref-1"}
    assert rows[0].message.body["terms"] == [{"amount": None, "due_on": "2025-05-02"}]
    assert rows[1].message.body["outcome"] == "agreed"
    assert {row.message.referral_id for row in rows} == {referral_id} != {before}
    states = {entry.duty: (entry.state, entry.due_on) for entry in await entries_of(ports, world.centre, referral_id)}
    assert states[Duty.ACCEPTANCE] == (EntryState.DUE, datetime(2025, 3, 6, tzinfo=UTC).date())


async def test_a_hand_over_is_told_with_its_manifest_and_without_names(ports, world, crowd, outside):
    code = await a_platform(ports, world)
    referral_id = await brought_to(ports, world, MediationState.CLOSED)
    await moved(ports, world.centre, referral_id, a_wish(c.HandOver()))
    await placed(crowd)
    await gather(ports, outside(Sends()))

    rows = {row.message.kind.value: row.message.body for row in await rows_of(ports, world, code)}

    assert set(rows) == {"acceptance", "result", "handover_package", "filing_request"}
    assert rows["handover_package"]["documents"] == []
    assert "procedure_id" in rows["filing_request"]
    assert "张三丰" not in str(rows)
    assert {entry.duty.value for entry in await entries_of(ports, world.court)} == {"acceptance", "result"}


async def test_without_interface_the_duty_is_done_by_hand_and_nothing_is_sent(ports, world, crowd, outside):
    by_hand = await a_platform(ports, world, dialect="by_hand", mapping={})
    excused = await a_platform(ports, world, duties={"acceptance": {"by": "not_required"}})
    await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    await gather(ports, outside(Sends()))

    assert (await rows_of(ports, world, by_hand), await rows_of(ports, world, excused)) == ((), ())
    stands = {entry.platform: (entry.state, entry.delivery) for entry in await entries_of(ports, world.centre)}
    assert stands == {by_hand: (EntryState.DUE, None), excused: (EntryState.NOT_REQUIRED, None)}


async def test_what_the_platform_did_itself_is_not_told_to_it(ports, world, crowd, outside):
    code = await a_platform(ports, world)
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(code, NOW.date())
    referral_id = await opened(ports, world)
    own = replace(world.centre, client_id=platform.client_id)
    await moved(ports, own, referral_id, ACCEPT)
    await placed(crowd)
    await gather(ports, outside(Sends()))

    assert await rows_of(ports, world, code) == ()


async def test_a_referral_that_the_court_no_longer_sees_is_passed_over(ports, world, crowd, outside):
    code = await a_platform(ports, world)
    referral_id = await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    events = await FeedPages(crowd).page(TenantId(world.court_id), after=0, limit=50)

    class Told:
        async def page(self, _tenant_id, *, after, limit):
            return [replace(event, subject_id=uuid4()) for event in events if event.position > after][:limit]

    assert await gather(ports, replace(outside(Sends()), feed=Told())) == len(events)
    assert await rows_of(ports, world, code) == ()
    assert referral_id is not None


async def accepted_row(ports, world, crowd, outside):
    """A platform with one message that waits."""
    code = await a_platform(ports, world)
    await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    await gather(ports, outside(Sends()))
    return code


class BreaksOnce:
    """A feed whose first page is a fault of ours."""

    def __init__(self, feed):
        self.feed, self.broken = feed, False

    async def page(self, tenant_id, **asked):
        if not self.broken:
            self.broken = True
            raise RuntimeError("ours")
        return await self.feed.page(tenant_id, **asked)


async def test_a_fault_with_one_feed_holds_up_neither_the_others_nor_what_waits(ports, world, crowd, outside):
    waiting = await accepted_row(ports, world, crowd, outside)
    other = await a_platform(ports, world)
    await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    sends = Sends()
    broken = replace(outside(sends), feed=BreaksOnce(outside(sends).feed))

    with pytest.raises(RuntimeError, match="ours"):
        await tell(ports, broken, 50)

    told = {code: len(await rows_of(ports, world, code)) for code in (waiting, other)}
    assert sum(told.values()) == 2, told
    assert len(sends.sent) == 2


async def test_a_message_is_sent_once_and_its_duty_is_met(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    sends = Sends()

    sent = await send_next(ports, outside(sends))
    nothing = await send_next(ports, outside(sends))

    assert (sent.state, sent.platform_number, nothing) == (OutboxState.PROCESSED, "P-1", None)
    (row,) = await rows_of(ports, world, code)
    assert (row.delivered_at, row.processed_at) == (NOW, NOW)
    (entry,) = await entries_of(ports, world.centre)
    assert (entry.state, entry.delivery, entry.platform_number) == (EntryState.BY_INTERFACE, "processed", "P-1")
    assert len(sends.sent) == 1


async def test_after_a_time_out_it_is_looked_up_and_not_sent_blindly(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    sends = Sends(Unavailable("timed_out"), found=PROCESSED)

    await send_next(ports, outside(sends))
    (row,) = await rows_of(ports, world, code)
    assert (row.state, row.doubtful, row.attempts) == (OutboxState.WAITING, True, 1)
    assert await send_next(ports, outside(sends)) is None
    await hurried(crowd)
    settled = await send_next(ports, outside(sends))

    assert (settled.state, len(sends.sent), len(sends.asked)) == (OutboxState.PROCESSED, 1, 1)


async def test_what_was_sent_before_a_crash_is_looked_up_and_not_sent_blindly(ports, world, crowd, outside):
    """Whoever sent it never came to say so."""
    await accepted_row(ports, world, crowd, outside)
    sends = Sends(asyncio.CancelledError(), found=PROCESSED)
    with pytest.raises(asyncio.CancelledError):
        await send_next(ports, outside(sends))
    await hurried(crowd)

    settled = await send_next(ports, outside(sends))

    assert (settled.state, len(sends.sent), len(sends.asked)) == (OutboxState.PROCESSED, 1, 1)


async def test_what_never_left_is_sent_again_and_what_has_not_arrived_too(ports, world, crowd, outside):
    await accepted_row(ports, world, crowd, outside)
    sends = Sends(Unavailable("connect_failed"), Unavailable("timed_out"), None, PROCESSED)

    for _ in range(3):
        last = await send_next(ports, outside(sends))
        await hurried(crowd)

    assert (last.state, len(sends.sent), len(sends.asked)) == (OutboxState.PROCESSED, 3, 1)
    assert len({key for _, key in sends.sent}) == 1


async def test_delivered_is_not_processed_until_the_platform_says_so(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    delivered = Receipt(processed=False, platform_number="P-9")
    sends = Sends(delivered, None, Unavailable("timed_out"), PROCESSED)

    states = []
    for _ in range(4):
        states.append((await send_next(ports, outside(sends))).state.value)
        (entry,) = await entries_of(ports, world.centre)
        states.append(entry.state.value)
        await hurried(crowd)

    assert states[:2] == ["delivered", "due"]
    assert states[-2:] == ["processed", "entered_by_interface"]
    (row,) = await rows_of(ports, world, code)
    assert (len(sends.sent), row.platform_number) == (1, "P-1")


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Rejected("status_400"), "status_400"),
        (Unreadable("unknown_code"), "unknown_code"),
        (Receipt(processed=False, refused="their_E7"), "their_E7"),
    ],
)
async def test_what_will_never_be_taken_is_parked_and_can_be_retried_by_hand(
    ports, world, crowd, outside, answer, reason
):
    code = await accepted_row(ports, world, crowd, outside)
    parked = await send_next(ports, outside(Sends(answer)))
    assert (parked.state, parked.reason) == (OutboxState.PARKED, reason)
    assert await send_next(ports, outside(Sends())) is None

    await platform_outbox.retry(ports, an_envelope(world.court), code, parked.id)
    sends = Sends(None)
    settled = await send_next(ports, outside(sends))

    assert (settled.state, len(sends.asked), len(sends.sent)) == (OutboxState.PROCESSED, 1, 1)
    assert (
        await refused(platform_outbox.retry(ports, an_envelope(world.court), code, parked.id))
    ).code == "message_not_parked"
    assert (await refused(platform_outbox.retry(ports, an_envelope(world.court), code, uuid4()))).code == "not_found"


async def test_after_three_days_a_person_has_to_look(ports, world, crowd, outside):
    await accepted_row(ports, world, crowd, outside)
    for _ in range(len(SCHEDULE_SECONDS) + 1):
        await hurried(crowd)
        last = await send_next(ports, outside(Sends(*[Unavailable("timed_out")] * 3)))

    assert (last.state, last.reason) == (OutboxState.PARKED, "timed_out")
    assert sum(SCHEDULE_SECONDS) / 2 > timedelta(hours=36).total_seconds()
    (entry,) = await entries_of(ports, world.centre)
    assert (entry.state, entry.delivery) == (EntryState.DUE, "parked")


async def test_what_is_on_its_way_is_not_delivered_and_not_sent_again(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    under_way = Receipt(processed=False, delivered=False)
    sends = Sends(under_way, under_way, PROCESSED)

    states = []
    for _ in range(3):
        states.append((await send_next(ports, outside(sends))).state.value)
        await hurried(crowd)

    assert (states, len(sends.sent)) == (["waiting", "waiting", "processed"], 1)
    (row,) = await rows_of(ports, world, code)
    assert row.delivered_at is not None


async def test_a_platform_that_never_acts_on_what_it_has_is_looked_at_by_a_person(ports, world, crowd, outside):
    await accepted_row(ports, world, crowd, outside)
    last = await send_next(ports, outside(Sends(Receipt(processed=False))))
    for _ in range(len(SCHEDULE_SECONDS)):
        await hurried(crowd)
        last = await send_next(ports, outside(Sends(None)))

    assert (last.state, last.reason) == (OutboxState.PARKED, "not_processed")
    assert last.delivered_at is not None


async def test_no_message_overtakes_an_earlier_one_of_its_referral(ports, world, crowd, outside):
    await a_platform(ports, world)
    await brought_to(ports, world, MediationState.MEDIATION_ENDED)
    await placed(crowd)
    await gather(ports, outside(Sends()))
    sends = Sends(Unavailable("timed_out"))

    first = await send_next(ports, outside(sends))
    second = await send_next(ports, outside(sends))

    assert (first.message.kind.value, second) == ("acceptance", None)


async def test_a_platform_that_ended_parks_what_is_left(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    async with crowd.connect() as connection:
        await connection.exec_driver_sql(f"UPDATE court_platforms SET valid_to = valid_from WHERE code = '{code}'")

    assert (await send_next(ports, outside(Sends()))).reason == "platform_not_valid"


def by_hand(ports, world, entry, who=None):
    wish = EntryByHand(entry.id, platform_number="H-1")
    return enter_by_hand(ports, an_envelope(who or world.court), entry.referral_id, wish)


async def test_of_two_who_enter_one_duty_at_once_one_does(ports, world, crowd, outside):
    """Both found it due, and both wait for its message, which somebody holds."""
    await accepted_row(ports, world, crowd, outside)
    (entry,) = await entries_of(ports, world.centre)
    async with crowd.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        await driver.execute("BEGIN; SET LOCAL sutiao.principal = 'system'; SELECT FROM platform_outbox FOR UPDATE")
        both = asyncio.gather(*[by_hand(ports, world, entry) for _ in range(2)], return_exceptions=True)
        await waiting(driver, 2)
        await driver.execute("COMMIT")

    said = await both

    assert {each.code if isinstance(each, Refusal) else "entered" for each in said} == {"entered", "entry_not_due"}


async def waiting(driver, count):
    query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    async with asyncio.timeout(10):
        while await driver.fetchval(query) < count:
            await driver.execute("SELECT pg_stat_clear_snapshot()")


async def test_while_it_is_being_told_nobody_enters_it_by_hand(ports, world, crowd, outside):
    """Both at once: the person is asked to wait for the answer, and then it stands there already."""
    code = await accepted_row(ports, world, crowd, outside)
    (entry,) = await entries_of(ports, world.centre)
    seen = []

    class Answers(Sends):
        async def send(self, message, key):
            seen.append(await refused(by_hand(ports, world, entry, world.centre)))
            return await super().send(message, key)

    sends = Answers()
    await send_next(ports, outside(sends))

    assert (seen[0].code, seen[0].facts) == ("entry_being_told", {"retry_after_seconds": 60})
    assert (await refused(by_hand(ports, world, entry))).code == "entry_not_due"
    (stands,) = await entries_of(ports, world.centre)
    assert (stands.state, stands.platform_number, len(sends.sent)) == (EntryState.BY_INTERFACE, "P-1", 1)
    assert (await rows_of(ports, world, code))[0].state is OutboxState.PROCESSED


async def test_what_was_entered_by_hand_is_withdrawn_and_never_sent(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    (entry,) = await entries_of(ports, world.centre)
    late = Sends(Unavailable("timed_out"))
    await send_next(ports, outside(late))
    async with ports.unit_of_work(None) as tx:
        stale = await tx.outbox.one(code, TenantId(world.court_id), key=late.sent[0][1])

    await by_hand(ports, world, entry, world.centre)
    async with ports.unit_of_work(None) as tx:
        await tx.outbox.settle(stale, NOW, TenantId(world.court_id))
    await hurried(crowd)

    sends = Sends()
    assert await send_next(ports, outside(sends)) is None
    (row,) = await rows_of(ports, world, code)
    assert (row.state, row.reason) == (OutboxState.PARKED, "entered_by_hand")
    (stands,) = await entries_of(ports, world.centre)
    assert (stands.state, stands.delivery, stands.platform_number) == (EntryState.BY_HAND, "parked", "H-1")
    again = await refused(platform_outbox.retry(ports, an_envelope(world.court), code, row.id))
    assert (again.code, sends.sent, sends.asked) == ("message_entered_by_hand", [], [])
    assert (await refused(by_hand(ports, world, entry))).code == "entry_not_due"


async def test_two_people_enter_it_once(ports, world, crowd, outside):
    await accepted_row(ports, world, crowd, outside)
    (entry,) = await entries_of(ports, world.centre)

    both = await asyncio.gather(
        by_hand(ports, world, entry), by_hand(ports, world, entry, world.centre), return_exceptions=True
    )

    assert [each.code for each in both if isinstance(each, Refusal)] == ["entry_not_due"]


async def test_what_was_entered_by_hand_is_not_told_over_an_interface_that_came_later(ports, world, crowd, outside):
    code = await a_platform(ports, world, dialect="by_hand", mapping={})
    await brought_to(ports, world, MediationState.ACCEPTED)
    await placed(crowd)
    await gather(ports, outside(Sends()))
    (entry,) = await entries_of(ports, world.centre)
    await by_hand(ports, world, entry)
    joined = replace(await platform_of(ports, code), dialect="test", mapping=MAPPING)
    events = await FeedPages(crowd).page(TenantId(world.court_id), after=0, limit=50)
    (event,) = [each for each in events if each.id == entry.event_id]

    async with ports.unit_of_work(TenantId(world.court_id)) as tx:
        told = await platform_outbox.messages_for(ports, joined, event)
        await platform_outbox.keep_for(ports, tx, joined, event, told)

    assert (len(told), await rows_of(ports, world, code)) == (1, ())


async def platform_of(ports, code):
    async with ports.unit_of_work(None) as tx:
        return await tx.platforms.current(code, NOW.date())


async def test_the_platform_may_say_by_a_message_what_became_of_ours(ports, world, crowd, outside):
    code = await accepted_row(ports, world, crowd, outside)
    async with ports.unit_of_work(None) as tx:
        platform = await tx.platforms.current(code, NOW.date())
    (row,) = await rows_of(ports, world, code)
    said = {"key": row.key, "accepted": False, "reason": "no_such_case"}

    await take_receipt(ports, platform, Heard("receipt", None, said))
    (row,) = await rows_of(ports, world, code)
    assert (row.state, row.reason) == (OutboxState.PARKED, "no_such_case")
    for _ in range(2):
        await take_receipt(
            ports, platform, Heard("receipt", None, {**said, "accepted": True, "platform_number": "P-3"})
        )

    (row,) = await rows_of(ports, world, code)
    assert (row.state, row.platform_number, row.reason) == (OutboxState.PROCESSED, "P-3", None)
    assert (await refused(take_receipt(ports, platform, Heard("receipt", None, {"key": "other"})))).code == "not_found"


@pytest.mark.parametrize(
    ("duties", "pointer"),
    [
        ({"gossip": {}}, "/duties"),
        ({"result": 5}, "/duties/result"),
        ({"result": {"typo": 1}}, "/duties/result"),
        ({"result": {"by": "magic"}}, "/duties/result/by"),
        ({"result": {"working_days": 0}}, "/duties/result/working_days"),
        ({"result": {"working_days": True}}, "/duties/result/working_days"),
    ],
)
async def test_duties_of_another_form_are_refused(ports, world, duties, pointer):
    with pytest.raises(Refusal) as refusal:
        await a_platform(ports, world, duties=duties)

    assert (refusal.value.code, refusal.value.pointer) == ("platform_duties_invalid", pointer)
    with pytest.raises(Refusal):
        await a_platform(ports, world, dialect="by_hand", mapping={}, duties={"result": {"by": "interface"}})
    assert platforms.ACTS_AS
