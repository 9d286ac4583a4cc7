"""Differences by kind, each with its repair; what a side does not tell is not compared."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from app.domain.court_platform import Duty, Holding, PlatformCode
from app.domain.platform_outbox import EntryState, PlatformEntry
from app.domain.reconciliation import DifferenceKind, Ours, Repair, compared, counts_of, ours_of
from app.domain.referral import ReferralId
from tests.domain.courses import Course

REFERRAL_ID = ReferralId(UUID(int=1))
OURS = Ours(REFERRAL_ID, "R-1", "mediating", "accepted", "12000.00")
THEIRS = Holding("R-1", "mediating", "12000.00")


def entry(duty, state):
    now = datetime(2026, 3, 2, tzinfo=UTC)
    code = PlatformCode("c")
    return PlatformEntry(UUID(int=5), UUID(int=6), code, REFERRAL_ID, duty, UUID(int=7), state, now, date(2026, 3, 5))


def kinds(*pair):
    return [(each.kind.value, each.repair.value, each.ours, each.theirs) for each in compared(*pair).differences]


def test_two_sides_that_hold_the_same_do_not_differ():
    assert kinds([OURS, OURS], [THEIRS, replace(THEIRS, state="closed")]) == []
    assert kinds([OURS], [replace(THEIRS, state="accepted", amount=None)]) == []
    assert kinds([OURS], [Holding("R-1")]) == []


def test_each_kind_of_difference_is_told_with_both_sides_and_a_repair():
    assert kinds([OURS], []) == [("missing_there", "send_again", "mediating", None)]
    assert kinds([], [THEIRS]) == [("missing_here", "fetch_again", None, "mediating")]
    assert kinds([OURS], [replace(THEIRS, state="unknown:9", amount="1.00")]) == [
        ("state_differs", "send_again", "mediating", "unknown:9"),
        ("amount_differs", "send_again", "12000.00", "1.00"),
    ]


def test_a_step_of_a_procedure_that_did_not_come_and_what_they_have_no_longer_are_found():
    ours = replace(OURS, procedure="applied", told=frozenset({"handover_package", "filing_request"}))
    theirs = replace(THEIRS, told_duties=frozenset({"handover_package"}))

    assert kinds([ours], [replace(theirs, procedure="correcting")]) == [
        ("procedure_differs", "fetch_again", "applied", "correcting"),
        ("duty_missing_there", "send_again", "handover_package", None),
    ]
    assert kinds([ours], [replace(theirs, procedure="applied", duties=frozenset({"handover_package"}))]) == []


def test_duties_are_verified_or_missed_only_where_the_platform_tells_them():
    due = entry(Duty.ACCEPTANCE, EntryState.DUE)
    by_hand = entry(Duty.RESULT, EntryState.BY_HAND)
    sent = entry(Duty.AGREEMENT, EntryState.BY_INTERFACE)
    verified = entry(Duty.ACCEPTANCE, EntryState.VERIFIED)
    ours = replace(OURS, entries=(due, by_hand, sent, verified))

    found = compared([ours], [replace(THEIRS, duties=frozenset({"acceptance"}), told_duties=frozenset(Duty))])

    assert found.verified == (due,)
    assert [(each.ours, each.repair) for each in found.differences] == [
        ("result", Repair.ENTER_AGAIN),
        ("agreement", Repair.SEND_AGAIN),
    ]
    assert compared([ours], [THEIRS]).differences == ()
    assert counts_of(found.differences)[DifferenceKind.DUTY_MISSING_THERE] == 2


def test_what_we_hold_is_state_stage_and_the_amount_of_the_agreement():
    held = ours_of(Course().accepted().at, "R", (), amount="15.00")

    assert (held.state, held.stage, held.amount) == ("accepted", "accepted", "15.00")
