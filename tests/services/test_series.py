"""Series: opening and reading them, and one action on all members with a verdict for each."""

import asyncio
from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from app.domain import commands as c
from app.domain.access import Scope
from app.domain.errors import Refusal
from app.domain.ports import Answer
from app.domain.referral import SeriesId
from app.services import series, verification
from tests.factories import ACCEPT, DECLINE, a_wish, a_world, an_envelope, moved, opened, the_referral
from tests.services.refusals import refused


async def made(ports, principal, *, name=None):
    outcome = await series.open_series(ports, an_envelope(principal), series.NewSeries("same_respondent", name))
    return SeriesId(UUID(outcome.answer.body["id"]))


@pytest.fixture
async def members(ports, world):
    """A series of the court with three members that await acceptance."""
    series_id = await made(ports, world.court, name="张三等三人")
    return series_id, [await opened(ports, world, series_id=series_id) for _ in range(3)]


def join(series_id):
    return replace(
        a_wish(c.JoinSeries(series_id=series_id)),
        build=lambda facts: c.JoinSeries(series_id=facts.series),
        series_id=series_id,
    )


# Opening and reading ----------------------------------------------------------------------------------------------


async def test_a_series_is_opened_once_under_its_key(ports, world):
    envelope = an_envelope(world.court)
    new = series.NewSeries("same_cause")

    first = await series.open_series(ports, envelope, new)
    again = await series.open_series(ports, envelope, new)
    dry = await series.open_series(ports, an_envelope(world.court, dry_run=True), new)

    path = f"/v1/series/{first.answer.body['id']}"
    assert (first.answer.status, first.answer.location) == (201, path)
    assert (again.answer.body, again.replayed) == (first.answer.body, True)
    assert dry.answer.body == {"kind": "same_cause", "opened_on": "2025-03-03", "dry_run": True}
    assert len(await series.page(ports, world.court, after_id=None, limit=5)) == 1


async def test_many_may_enter_one_series_at_once_without_waiting_for_each_other(ports, world):
    """A writer that locked the whole series would wait for the key lock of the other, and the other for it."""
    series_id = await made(ports, world.court)
    outside = [await opened(ports, world) for _ in range(8)]

    joined = (moved(ports, world.court, referral_id, join(series_id)) for referral_id in outside)
    fresh = (opened(ports, world, series_id=series_id) for _ in range(8))
    await asyncio.gather(*joined, *fresh)

    found = await series.get(ports, world.court, series_id, limit=50)
    assert len(found.members) == 16


async def test_many_may_go_on_with_one_dispute_at_once(ports, world):
    first = await the_referral(ports, await opened(ports, world))

    others = await asyncio.gather(*(opened(ports, world, dispute_id=first.dispute_id) for _ in range(8)))

    assert len(set(others)) == 8


async def test_an_operator_opens_no_series(ports, world):
    operator = replace(world.operator, scopes=world.court.scopes)

    refusal = await refused(series.open_series(ports, an_envelope(operator), series.NewSeries("same_cause")))

    assert refusal.code == "not_your_role"


async def test_a_series_is_seen_by_its_owner_and_by_whoever_sees_a_member(ports, world, members):
    series_id, referral_ids = members
    own = await made(ports, world.centre)

    of_court = await series.get(ports, world.court, series_id, limit=2)
    rest = await series.get(ports, world.court, series_id, after_id=of_court.members[-1].referral.id, limit=2)
    of_centre = await series.get(ports, world.centre, series_id, limit=10)

    assert [m.referral.id for m in (*of_court.members, *rest.members)] == referral_ids
    assert [m.referral.id for m in of_centre.members] == referral_ids
    assert [s.id for s in await series.page(ports, world.centre, after_id=None, limit=5)] == [own, series_id]
    assert [s.id for s in await series.page(ports, world.centre, after_id=own, limit=5)] == [series_id]
    assert (await refused(series.get(ports, world.court, own, limit=5))).code == "not_found"
    assert (await refused(series.get(ports, world.referring_body, series_id, limit=5))).code == "not_found"


async def test_the_name_of_a_series_is_masked_in_the_clear_only_by_scope_and_in_lists_never(
    ports, world, members, crowd
):
    series_id, _ = members
    curious = replace(world.centre, scopes=world.centre.scopes - {Scope.PARTIES_REVEAL})

    masked = await series.get(ports, curious, series_id, limit=5)
    refusal = await refused(series.get(ports, curious, series_id, limit=5, reveal=True))
    clear = await series.get(ports, world.centre, series_id, limit=5, reveal=True)
    nameless = await series.get(ports, world.centre, await made(ports, world.centre), limit=5)

    assert (masked.series.name, clear.series.name, nameless.series.name) == ("张***", "张三等三人", None)
    assert refusal.code == "scope_missing"
    assert {s.name for s in await series.page(ports, world.court, after_id=None, limit=5)} == {None}


async def test_a_referral_joins_a_visible_series_and_leaves_it(ports, world):
    series_id, referral_id = await made(ports, world.court), await opened(ports, world)
    hidden = await made(ports, (await a_world(ports)).court)

    unknown = await refused(moved(ports, world.court, referral_id, join(hidden)))
    joined = await moved(ports, world.court, referral_id, join(series_id))
    in_it = (await series.get(ports, world.court, series_id, limit=5)).members
    await moved(ports, world.court, referral_id, a_wish(c.LeaveSeries()))

    assert (unknown.code, unknown.pointer) == ("unknown_reference", "/series_id")
    assert joined.answer.body["series_id"] == str(series_id)
    assert [m.referral.id for m in in_it] == [referral_id]
    assert (await series.get(ports, world.court, series_id, limit=5)).members == ()
    assert (await verification.verify(ports)).clean


# One action on all ------------------------------------------------------------------------------------------------


async def test_every_member_gets_its_own_verdict(ports, world, members):
    """One that cannot go along does not hold the others up."""
    series_id, referral_ids = members
    await moved(ports, world.centre, referral_ids[1], ACCEPT)

    outcome = await series.transition(ports, an_envelope(world.centre), series_id, ACCEPT)

    first, second, third = outcome.verdicts
    assert [verdict.referral_id for verdict in outcome.verdicts] == referral_ids
    assert (first.receipt["state"], third.receipt["version"], second.receipt) == ("accepted", 2, None)
    assert (second.refusal.code, first.refusal) == ("action_not_possible", None)
    assert "not_allowed" not in second.refusal.facts
    assert first.number == first.receipt["number"]
    assert (await verification.verify(ports)).clean


async def test_a_repeat_gives_the_same_verdicts_and_does_nothing(ports, world, members):
    series_id, referral_ids = members
    await moved(ports, world.centre, referral_ids[1], ACCEPT)
    envelope = an_envelope(world.centre)
    first = await series.transition(ports, envelope, series_id, ACCEPT)

    again = await series.transition(ports, envelope, series_id, ACCEPT)

    assert (first.replayed, again.replayed) == (False, True)
    assert [(v.referral_id, v.number, v.receipt) for v in again.verdicts] == [
        (v.referral_id, v.number, v.receipt) for v in first.verdicts
    ]
    assert (again.verdicts[1].refusal.code, again.verdicts[1].refusal.facts) == (
        first.verdicts[1].refusal.code,
        first.verdicts[1].refusal.facts,
    )
    assert [(await the_referral(ports, each)).version for each in referral_ids] == [2, 2, 2]


class Broken(Exception):
    """The process dies."""


def dying_after(ports, transactions):
    """Ports whose process dies before it opens one more transaction."""
    left = [transactions]

    def unit_of_work(tenant_id):
        left[0] -= 1
        if left[0] < 0:
            raise Broken
        return ports.unit_of_work(tenant_id)

    return replace(ports, unit_of_work=unit_of_work)


@pytest.mark.parametrize("transactions", [1, 2, 3, 4])
async def test_what_a_crash_left_is_finished_by_a_repeat(ports, world, members, transactions):
    """Those that declined are out of the caller's sight by then and still get their verdicts; others are left alone."""
    series_id, referral_ids = members
    envelope = an_envelope(world.centre)
    with pytest.raises(Broken):
        await series.transition(dying_after(ports, transactions), envelope, series_id, DECLINE)
    late = await opened(ports, world, series_id=series_id)

    outcome = await series.transition(ports, envelope, series_id, DECLINE)
    again = await series.transition(ports, envelope, series_id, DECLINE)

    assert [verdict.referral_id for verdict in outcome.verdicts] == referral_ids
    assert {verdict.receipt["state"] for verdict in outcome.verdicts} == {"unassigned"}
    assert [verdict.receipt for verdict in again.verdicts] == [verdict.receipt for verdict in outcome.verdicts]
    assert [(await the_referral(ports, each)).version for each in (*referral_ids, late)] == [2, 2, 2, 1]
    assert (await verification.verify(ports)).clean


async def test_one_key_many_times_at_once_moves_each_member_once(ports, world, members):
    series_id, referral_ids = members
    envelope = an_envelope(world.centre)

    outcomes = await asyncio.gather(*(series.transition(ports, envelope, series_id, ACCEPT) for _ in range(6)))

    assert {tuple(v.receipt["version"] for v in outcome.verdicts) for outcome in outcomes} == {(2, 2, 2)}
    assert [(await the_referral(ports, each)).version for each in referral_ids] == [2, 2, 2]


async def test_a_key_of_another_request_is_refused(ports, world, members):
    series_id, _ = members
    envelope = an_envelope(world.centre)
    await series.transition(ports, envelope, series_id, ACCEPT)

    refusal = await refused(series.transition(ports, replace(envelope, fingerprint=b"else"), series_id, DECLINE))

    assert refusal.code == "idempotency_key_reused"


async def test_the_longest_key_has_room_for_every_member(ports, world, members):
    series_id, _ = members

    outcome = await series.transition(ports, an_envelope(world.centre, key="k" * 255), series_id, ACCEPT)

    assert all(verdict.receipt is not None for verdict in outcome.verdicts)


async def test_a_dry_run_gives_verdicts_and_does_nothing(ports, world, members):
    series_id, referral_ids = members
    await moved(ports, world.centre, referral_ids[0], ACCEPT)

    outcome = await series.transition(ports, an_envelope(world.centre, dry_run=True), series_id, ACCEPT)

    assert [verdict.refusal is None for verdict in outcome.verdicts] == [False, True, True]
    assert outcome.verdicts[1].receipt["dry_run"] is True
    assert (await the_referral(ports, referral_ids[1])).version == 1


async def test_a_dry_run_needs_no_key(ports, world, members):
    series_id, _ = members

    outcome = await series.transition(
        ports, replace(an_envelope(world.centre, dry_run=True), key=None), series_id, ACCEPT
    )

    assert len(outcome.verdicts) == 3


async def test_checks_come_in_the_order_of_all_writes(ports, world, members):
    series_id, _ = members
    broken = Refusal("body_invalid")
    weak = replace(world.centre, scopes=frozenset({Scope.REFERRALS_READ}))

    async def code(envelope, wish=ACCEPT, named=series_id):
        return (await refused(series.transition(ports, envelope, named, wish))).code

    assert await code(an_envelope(world.centre), named=uuid4()) == "not_found"
    assert await code(an_envelope(weak), broken) == "scope_missing"
    assert await code(an_envelope(world.centre, if_match=None), broken) == "body_invalid"
    assert await code(an_envelope(world.centre, if_match=None)) == "if_match_required"
    assert await code(an_envelope(world.centre, if_match=1)) == "if_match_group"
    assert await code(replace(an_envelope(world.centre), key=None)) == "idempotency_key_required"


async def test_a_head_office_sees_the_verdict_that_nothing_is_its_to_do(ports, world, members):
    series_id, _ = members

    outcome = await series.transition(ports, an_envelope(world.head_office), series_id, ACCEPT)

    assert {verdict.refusal.code for verdict in outcome.verdicts} == {"not_your_role"}


async def test_a_series_that_is_too_large_is_refused_whole(ports, world, members):
    series_id, referral_ids = members
    envelope = an_envelope(world.centre)

    refusal = await refused(series.transition(ports, envelope, series_id, ACCEPT, members_max=2))

    assert (refusal.code, refusal.facts) == ("series_too_large", {"max": 2})
    assert (await the_referral(ports, referral_ids[0])).version == 1


async def test_a_database_that_is_away_is_no_verdict(ports, world, members):
    """The whole fails and may be sent again; a member that was not tried has no verdict."""
    series_id, _ = members
    left = [1]

    def unit_of_work(tenant_id):
        left[0] -= 1
        if left[0] < 0:
            raise Refusal("database_unavailable")
        return ports.unit_of_work(tenant_id)

    away = replace(ports, unit_of_work=unit_of_work)

    refusal = await refused(series.transition(away, an_envelope(world.centre), series_id, ACCEPT))

    assert refusal.code == "database_unavailable"


def test_kept_verdicts_come_back_as_they_were():
    refusal = Refusal("action_not_possible", facts={"version": 3}, pointer="/x")
    verdict = series.Verdict(uuid4(), "ST2025-0000001", None, refusal)

    kept = Answer(status=200, body={"items": [series._shown(verdict)]})
    back = series._read(kept.body["items"][0])

    assert (back.referral_id, back.number, back.receipt) == (verdict.referral_id, verdict.number, None)
    assert (back.refusal.code, back.refusal.facts, back.refusal.pointer) == (
        "action_not_possible",
        {"version": 3},
        "/x",
    )
