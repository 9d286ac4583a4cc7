"""Writes to referrals: the order of checks, keys that are used again, and many callers at once."""

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from app.domain import commands as c
from app.domain.access import Scope, TenantKind
from app.domain.errors import Family, Refusal
from app.domain.lifecycle.states import EndReason, Machine, MediationState, Route
from app.domain.ports import StaleVersion
from app.domain.referral import ProcedureId, ReferralId
from app.services import referral_reads, referrals, verification
from app.services.envelope import ATTEMPTS, settled
from tests.factories import (
    ACCEPT,
    DECLINE,
    TODAY,
    a_principal,
    a_wish,
    a_world,
    an_envelope,
    an_intake,
    assign,
    brought_to,
    moved,
    opened,
    ports_on,
    reassign_to,
    the_referral,
    with_effective_agreement,
)
from tests.services.refusals import refused

MALFORMED = Refusal("body_invalid")


async def counts(ports):
    async with ports.unit_of_work(None) as tx:
        return await tx.evidence.counts()


# Opening ----------------------------------------------------------------------------------------------------------


async def test_the_receipt_names_the_referral_and_says_nothing_personal(ports, world):
    outcome = await referrals.open_referral(ports, an_envelope(world.court), an_intake(world))

    body = outcome.answer.body
    path = f"/v1/referrals/{body['id']}"
    assert (outcome.answer.status, outcome.answer.location, outcome.answer.version) == (201, path, 1)
    assert body == {
        "id": body["id"],
        "number": "ST2025-0000001",
        "dispute_id": body["dispute_id"],
        "version": 1,
        "state": "awaiting_acceptance",
        "stage": "delegated",
        "due": {"T03": "2025-03-06"},
        "links": {"self": path, "transitions": f"{path}/transitions", "history": f"{path}/history"},
        "warnings": [],
        "possible_duplicates": [],
    }


async def test_the_same_key_gives_the_same_answer_and_does_nothing(ports, world):
    envelope = an_envelope(world.court)
    first = await referrals.open_referral(ports, envelope, an_intake(world))
    before = await counts(ports)

    again = await referrals.open_referral(ports, envelope, an_intake(world))

    assert (first.replayed, again.replayed) == (False, True)
    assert again.answer == first.answer
    assert await counts(ports) == before


async def test_the_same_key_for_another_request_is_refused(ports, world):
    envelope = an_envelope(world.court)
    await referrals.open_referral(ports, envelope, an_intake(world))

    refusal = await refused(referrals.open_referral(ports, replace(envelope, fingerprint=b"else"), an_intake(world)))

    assert refusal.code == "idempotency_key_reused"


async def test_a_key_belongs_to_one_client(ports, world):
    await referrals.open_referral(ports, an_envelope(world.court, key="k"), an_intake(world))
    colleague = a_principal(TenantKind.COURT, world.court_id)

    other = await referrals.open_referral(ports, an_envelope(colleague, key="k"), an_intake(world))

    assert not other.replayed


async def test_a_refusal_leaves_the_key_free(ports, world):
    envelope = an_envelope(world.court)
    await refused(referrals.open_referral(ports, envelope, an_intake(world, organisation_id=uuid4())))

    outcome = await referrals.open_referral(ports, envelope, an_intake(world))

    assert outcome.answer.status == 201


async def test_a_dry_run_says_what_would_happen_and_does_nothing(ports, world):
    before = await counts(ports)

    outcome = await referrals.open_referral(ports, an_envelope(world.court, key=None, dry_run=True), an_intake(world))

    assert outcome.answer.status == 200
    assert outcome.answer.body["dry_run"] is True
    assert outcome.answer.body["state"] == "awaiting_acceptance"
    assert not {"id", "links", "session_id", "procedure_id"} & outcome.answer.body.keys()
    assert await counts(ports) == before


@pytest.mark.parametrize(
    ("other", "code", "pointer"),
    [
        ({"organisation_id": uuid4()}, "unknown_reference", "/organisation_id"),
        ({"cause_code": "no such cause"}, "unknown_code", "/cause_code"),
        ({"occurred_on": TODAY + timedelta(days=1)}, "occurred_in_future", "/occurred_on"),
        ({"parties": ()}, "parties_incomplete", "/parties"),
    ],
)
async def test_what_is_wrong_is_named_with_its_field(ports, world, other, code, pointer):
    refusal = await refused(referrals.open_referral(ports, an_envelope(world.court), an_intake(world, **other)))

    assert (refusal.code, refusal.pointer) == (code, pointer)


async def test_a_consent_from_tomorrow_is_refused(ports, world):
    first, second = an_intake(world).parties
    tomorrow = referrals.NewConsent("mediate", given=True, given_on=TODAY + timedelta(days=1))
    parties = (first, replace(second, consents=(tomorrow,)))

    refusal = await refused(referrals.open_referral(ports, an_envelope(world.court), an_intake(world, parties=parties)))

    assert (refusal.code, refusal.pointer) == ("occurred_in_future", "/parties/1/consents/0/given_on")


async def test_facts_of_the_registry_are_those_of_the_legal_date(ports, world):
    """The world is registered from 2012 on; before that day neither court nor channel were there."""
    intake = an_intake(world, occurred_on=TODAY.replace(year=2011))

    refusal = await refused(referrals.open_referral(ports, an_envelope(world.court), intake))

    assert refusal.code == "court_not_active"


async def test_a_cause_outside_an_open_channel_warns_and_outside_a_strict_one_refuses(ports):
    lenient, strict = (
        await a_world(ports, cause_roots=("P07",)),
        await a_world(ports, strict=True, cause_roots=("P07",)),
    )

    outcome = await referrals.open_referral(ports, an_envelope(lenient.court), an_intake(lenient))
    refusal = await refused(referrals.open_referral(ports, an_envelope(strict.court), an_intake(strict)))
    unstated = an_intake(strict, cause_code=None)
    silent = await refused(referrals.open_referral(ports, an_envelope(strict.court), unstated))

    assert outcome.answer.body["warnings"] == ["cause_outside_channel"]
    assert (silent.code, silent.facts["cause_roots"]) == ("cause_required", ["P07"])
    assert refusal.facts["cause_roots"] == ["P07"]
    assert refusal.code == "cause_outside_channel"


# Order of checks --------------------------------------------------------------------------------------------------


async def test_not_visible_comes_before_everything(ports, world):
    """A stranger, without scope, key or version and with a broken body, is told that there is nothing."""
    referral_id = await opened(ports, world)
    stranger = replace(a_principal(TenantKind.ORGANISATION), scopes=frozenset())
    envelope = an_envelope(stranger, if_match=None)

    there = await refused(referrals.transition(ports, replace(envelope, key=None), referral_id, MALFORMED))
    nowhere = await refused(referrals.transition(ports, envelope, ReferralId(uuid4()), MALFORMED))

    assert there.code == nowhere.code == "not_found"


async def test_allowed_comes_before_the_key(ports, world):
    referral_id = await opened(ports, world)
    reader = replace(world.centre, scopes=frozenset({Scope.REFERRALS_READ}))
    envelope = replace(an_envelope(reader, if_match=None), key=None)

    assert (await refused(referrals.transition(ports, envelope, referral_id, MALFORMED))).code == "scope_missing"


async def test_the_key_comes_before_the_body(ports, world):
    referral_id = await opened(ports, world)
    envelope = replace(an_envelope(world.centre, if_match=None), key=None)

    refusal = await refused(referrals.transition(ports, envelope, referral_id, MALFORMED))

    assert refusal.code == "idempotency_key_required"


async def test_a_known_key_answers_whatever_body_and_version_say(ports, world):
    referral_id = await opened(ports, world)
    envelope = an_envelope(world.centre, if_match=1)
    first = await referrals.transition(ports, envelope, referral_id, ACCEPT)

    for if_match in (None, 1, 99):
        again = await referrals.transition(ports, replace(envelope, if_match=if_match), referral_id, MALFORMED)
        assert (again.replayed, again.answer) == (True, first.answer)


async def test_the_body_comes_before_the_version(ports, world):
    referral_id = await opened(ports, world)
    unknown = reassign_to(uuid4())

    broken = await refused(referrals.transition(ports, an_envelope(world.court, if_match=None), referral_id, MALFORMED))
    wrong = await refused(referrals.transition(ports, an_envelope(world.court, if_match=None), referral_id, unknown))

    assert (broken.code, wrong.code) == ("body_invalid", "unknown_reference")


async def test_the_version_comes_before_the_state(ports, world):
    referral_id = await opened(ports, world)
    wish = a_wish(c.ReportResult())

    missing = await refused(referrals.transition(ports, an_envelope(world.centre, if_match=None), referral_id, wish))
    stale = await refused(referrals.transition(ports, an_envelope(world.centre, if_match=7), referral_id, wish))
    right = await refused(referrals.transition(ports, an_envelope(world.centre, if_match=1), referral_id, wish))

    assert (missing.code, stale.code, right.code) == ("if_match_required", "version_stale", "action_not_possible")
    assert stale.facts == {"version": 1}


async def test_a_refusal_by_state_says_what_else_could_be_done_and_why_the_rest_could_not(ports, world):
    referral_id = await opened(ports, world)

    refusal = await refused(moved(ports, world.centre, referral_id, a_wish(c.ReportResult())))

    assert {"accept", "decline", "send_message"} <= set(refusal.facts["allowed_actions"])
    assert refusal.facts["not_allowed"]["start"] == "action_not_possible"


async def test_who_may_not_open_referrals_learns_nothing_of_what_else_is_wrong(ports, world):
    readers = replace(world.centre, scopes=frozenset({Scope.REFERRALS_READ}))

    for principal in (readers, world.operator):
        refusal = await refused(referrals.open_referral(ports, an_envelope(principal), MALFORMED))
        assert refusal.code == "scope_missing"


async def test_a_refusal_that_names_a_field_has_no_list_of_actions(ports, world):
    referral_id = await opened(ports, world)
    tomorrow = replace(ACCEPT, occurred_on=TODAY + timedelta(days=1))

    refusal = await refused(moved(ports, world.centre, referral_id, tomorrow))

    assert (refusal.code, refusal.facts) == ("occurred_in_future", {"today": TODAY.isoformat()})


async def test_an_operator_takes_no_action_even_where_it_could_see(ports, world):
    referral_id = await opened(ports, world)
    odd = replace(world.court, kind=TenantKind.OPERATOR)

    assert (await refused(moved(ports, odd, referral_id, ACCEPT))).code == "not_your_role"


async def test_a_court_that_is_not_registered_opens_nothing(ports, world):
    odd = a_principal(TenantKind.COURT)

    refusal = await refused(referrals.open_referral(ports, an_envelope(odd), an_intake(world, consult=True)))

    assert refusal.code == "not_your_role"


async def test_an_opening_is_a_submission_a_consultation_or_a_delegation(ports, world):
    odd = replace(an_intake(world), build=lambda _facts: c.TakeBack())

    with pytest.raises(TypeError):
        await referrals.open_referral(ports, an_envelope(world.court), odd)


# Transitions ------------------------------------------------------------------------------------------------------


async def test_a_wish_that_depends_on_who_mediates_asks_for_the_mediators(ports, world):
    """Otherwise the guards would judge without knowing the registry; a mistake of ours, not the caller's."""
    referral_id = await brought_to(ports, world, MediationState.CONTACTING)
    wish = a_wish(c.Start(rights_notice_given=True, sham_warning_given=True, service_address_form=True))

    with pytest.raises(TypeError):
        await moved(ports, world.centre, referral_id, replace(wish, with_mediators=False))


async def test_an_organisation_that_declines_gets_its_receipt_and_sees_the_referral_no_more(ports, world):
    referral_id = await opened(ports, world)

    outcome = await moved(ports, world.centre, referral_id, DECLINE)

    assert outcome.answer.body["state"] == "unassigned"
    for principal in (world.centre, world.head_office):
        assert (await refused(referral_reads.get(ports, principal, referral_id))).code == "not_found"
        assert await referral_reads.page(ports, principal, after_id=None, limit=5) == ()
    assert (await referral_reads.get(ports, world.court, referral_id)).referral.version == 2


async def test_a_decline_whose_answer_was_lost_is_answered_again_and_nothing_else_is(ports, world):
    """Its own write took the referral out of the caller's sight; its key still tells what came of it, to it alone."""
    referral_id = await opened(ports, world)
    first = await moved(ports, world.centre, referral_id, DECLINE, key="lost")

    again = await moved(ports, world.centre, referral_id, DECLINE, key="lost")

    assert (again.answer, again.replayed) == (first.answer, True)
    for strange in ({"key": "lost", "fingerprint": b"other"}, {"key": "fresh"}, {"key": "lost", "dry_run": True}):
        refusal = await refused(moved(ports, world.centre, referral_id, DECLINE, **strange))
        assert refusal.code == "not_found"


async def test_an_application_without_a_stated_cause_is_marked_for_the_court(ports, world):
    """Whether the dispute may be confirmed at all is then for the court alone to see."""
    for cause, warnings in ((None, ["cause_not_stated"]), ("88", [])):
        referral_id = await with_effective_agreement(ports, world, cause_code=cause)
        parties = (await the_referral(ports, referral_id)).parties
        wish = a_wish(c.ApplyForConfirmation(applicant_ids=tuple(party.id for party in parties)))

        outcome = await moved(ports, world.centre, referral_id, wish)

        assert outcome.answer.body["warnings"] == warnings


async def test_a_head_office_sees_what_its_local_office_does_and_does_nothing(ports, world):
    referral_id = await opened(ports, world)

    refusal = await refused(moved(ports, world.head_office, referral_id, ACCEPT))

    assert refusal.code == "not_your_role"
    sight = await referral_reads.get(ports, world.head_office, referral_id)
    assert sight.referral.version == 1
    assert not any(each.allowed for each in sight.possibilities)


async def test_nobody_accepts_what_nobody_holds(ports, world):
    referral_id = await brought_to(ports, world, MediationState.UNASSIGNED)

    assert (await refused(moved(ports, world.court, referral_id, ACCEPT))).code == "action_not_possible"


async def test_a_mediator_that_does_not_exist_can_not_be_assigned(ports, world):
    referral_id = await brought_to(ports, world, MediationState.ACCEPTED)

    refusal = await refused(moved(ports, world.centre, referral_id, assign(uuid4())))

    assert refusal.code == "mediator_not_available"


async def test_a_receipt_names_what_the_action_made(ports, world):
    referral_id = await brought_to(ports, world, MediationState.MEDIATING)
    wish = a_wish(c.ScheduleSession(scheduled_on=TODAY, mode="online"))

    rehearsed = await moved(ports, world.centre, referral_id, wish, dry_run=True)
    outcome = await moved(ports, world.centre, referral_id, wish)

    session = (await the_referral(ports, referral_id)).sessions[0]
    assert outcome.answer.body["session_id"] == str(session.id)
    assert "session_id" not in rehearsed.answer.body


async def test_a_procedure_is_moved_under_the_version_of_its_referral(ports, world):
    referral_id = await brought_to(ports, world, MediationState.CLOSED)
    handed = await moved(ports, world.centre, referral_id, a_wish(c.HandOver()))
    procedure_id = ProcedureId((await the_referral(ports, referral_id)).procedures[0].id)
    register = a_wish(c.RegisterCase(procedure_id=procedure_id, machine=Machine.CASE_REGISTRATION, case_number="n"))

    stale = await refused(
        referrals.procedure_transition(ports, an_envelope(world.court, if_match=1), procedure_id, register)
    )
    version = handed.answer.version
    outcome = await referrals.procedure_transition(
        ports, an_envelope(world.court, if_match=version), procedure_id, register
    )
    invisible = await refused(
        referrals.procedure_transition(ports, an_envelope(a_principal(TenantKind.COURT)), procedure_id, register)
    )

    assert handed.answer.body["procedure_id"] == str(procedure_id)
    assert (stale.code, invisible.code) == ("version_stale", "not_found")
    assert outcome.answer.body["version"] == version + 1
    sight = await referral_reads.get_by_procedure(ports, world.court, procedure_id)
    assert sight.referral.procedures[0].state == "registered"


async def test_who_places_events_is_told_after_each_write_and_only_then(crowd):
    told = []
    ports = ports_on(crowd, nudge=lambda: told.append(1))
    world = await a_world(ports)
    envelope = an_envelope(world.court)
    await referrals.open_referral(ports, envelope, an_intake(world))
    await referrals.open_referral(ports, envelope, an_intake(world))
    await refused(referrals.open_referral(ports, an_envelope(world.court), MALFORMED))

    assert len(told) == 1


# Reads ------------------------------------------------------------------------------------------------------------


async def test_parties_are_masked_unless_revealed_and_revealing_leaves_a_trace(ports, world, crowd):
    referral_id = await opened(ports, world)
    curious = replace(world.centre, scopes=world.centre.scopes - {Scope.PARTIES_REVEAL})

    masked = await referral_reads.parties(ports, curious, referral_id)
    refusal = await refused(referral_reads.parties(ports, curious, referral_id, reveal=True))
    clear = await referral_reads.parties(ports, world.centre, referral_id, reveal=True)

    assert (masked[0].details.name, masked[0].details.phone) == ("张**", "138******00")
    assert refusal.code == "scope_missing"
    assert clear[0].details.name == "张三丰"
    async with ports.unit_of_work(None) as tx:
        trace = await tx.session.rows("SELECT tenant_id, client_id, referral_id, what FROM access_audit")
    assert [tuple(row) for row in trace] == [(world.centre.tenant_id, world.centre.client_id, referral_id, "parties")]


async def test_the_texts_of_an_agreement_come_back_and_leave_a_trace(ports, world):
    referral_id = await with_effective_agreement(ports, world)
    empty = await opened(ports, world)

    agreement = await referral_reads.agreement(ports, world.court, referral_id)

    assert agreement.terms[0].text == "被申请人于约定日前付清货款"
    assert await referral_reads.agreement(ports, world.court, empty) is None


async def test_history_is_for_those_who_see_the_referral_now(ports, world):
    referral_id = await brought_to(ports, world, MediationState.UNASSIGNED)

    events = await referral_reads.history(ports, world.court, referral_id, limit=10)
    later = await referral_reads.history(ports, world.court, referral_id, after_version=1, limit=10)

    assert [event.type for event in events] == ["referral.delegated", "referral.declined"]
    assert later == events[1:]
    assert (await refused(referral_reads.history(ports, world.centre, referral_id, limit=10))).code == "not_found"


async def test_possibilities_are_those_of_the_caller(ports, world):
    referral_id = await opened(ports, world)

    centre = await referral_reads.get(ports, world.centre, referral_id)
    court = await referral_reads.get(ports, world.court, referral_id)

    def allowed(sight):
        return {p.action.value for p in sight.possibilities if p.allowed and p.machine is Machine.MEDIATION}

    assert allowed(centre) == {"accept", "decline", "dispatch"}
    assert allowed(court) == {"allow_organisation", "take_back"}


# Many at once -----------------------------------------------------------------------------------------------------


async def test_one_key_sent_many_times_at_once_makes_one_referral(ports, world):
    envelope = an_envelope(world.court)

    outcomes = await asyncio.gather(*(referrals.open_referral(ports, envelope, an_intake(world)) for _ in range(32)))

    assert len({outcome.answer.body["id"] for outcome in outcomes}) == 1
    assert len({outcome.answer.body["number"] for outcome in outcomes}) == 1
    assert sum(not outcome.replayed for outcome in outcomes) == 1
    after = await counts(ports)
    assert (after["referrals"], after["events"], after["unplaced"]) == (1, 1, 1)


async def test_one_key_sent_many_times_at_once_makes_one_transition(ports, world):
    """Those who lose the race answer with the winner's receipt, not with a stale version."""
    referral_id = await opened(ports, world)
    envelope = an_envelope(world.centre, if_match=1)

    outcomes = await asyncio.gather(*(referrals.transition(ports, envelope, referral_id, ACCEPT) for _ in range(32)))

    assert {outcome.answer.version for outcome in outcomes} == {2}
    assert sum(not outcome.replayed for outcome in outcomes) == 1
    assert (await the_referral(ports, referral_id)).version == 2


async def test_of_many_transitions_at_once_exactly_one_wins_each_version(ports, world):
    referral_id = await brought_to(ports, world, MediationState.MEDIATING)
    version = (await the_referral(ports, referral_id)).version
    wish = a_wish(c.ScheduleSession(scheduled_on=TODAY, mode="online"))

    async def one(n):
        try:
            outcome = await moved(ports, world.centre, referral_id, wish, if_match=version + n % 3)
        except Refusal as refusal:
            return refusal.code
        return outcome.answer.version

    results = Counter(await asyncio.gather(*(one(n) for n in range(50))))

    won = sorted(result for result in results if result != "version_stale")
    referral = await the_referral(ports, referral_id)
    assert sorted(won) == list(range(version + 1, version + 1 + len(won)))
    assert all(results[each] == 1 for each in won)
    assert referral.version == version + len(won)
    assert len(referral.sessions) == len(won)
    assert len(won) >= 1
    assert results["version_stale"] == 50 - len(won)


async def test_on_any_version_quick_writers_are_waited_for(ports, world):
    """With `*` the state alone is judged: three of four writers lose their first race and win a later one."""
    referral_id = await brought_to(ports, world, MediationState.MEDIATING)
    wish = a_wish(c.ScheduleSession(scheduled_on=TODAY, mode="online"))

    await asyncio.gather(*(moved(ports, world.centre, referral_id, wish) for _ in range(4)))

    sessions = (await the_referral(ports, referral_id)).sessions
    assert sorted(session.number for session in sessions) == [1, 2, 3, 4]


async def test_opposite_answers_at_once_leave_one_of_them(ports, world):
    """Accepting and declining and taking back race; the referral ends in a state that one of them made."""
    for _ in range(10):
        referral_id = await opened(ports, world)
        take_back = a_wish(c.TakeBack())
        results = await asyncio.gather(
            moved(ports, world.centre, referral_id, ACCEPT, if_match=1),
            moved(ports, world.centre, referral_id, DECLINE, if_match=1),
            moved(ports, world.court, referral_id, take_back, if_match=1),
            return_exceptions=True,
        )
        codes = {getattr(result, "code", "won") for result in results}
        assert sum(not isinstance(result, Refusal) for result in results) == 1
        assert codes <= {"won", "version_stale", "not_found"}
    assert (await verification.verify(ports)).clean


async def test_who_loses_every_race_is_told_to_come_again_and_not_that_its_version_is_stale():
    tries = []

    async def always_late():
        tries.append(1)
        raise StaleVersion

    refusal = await refused(settled(always_late))

    assert (refusal.code, refusal.sentence.family) == ("too_busy", Family.UNAVAILABLE)
    assert len(tries) == ATTEMPTS


async def test_a_whole_course_to_the_filing_is_clean(ports, world):
    referral_id = await brought_to(ports, world, MediationState.MEDIATING)
    await moved(ports, world.centre, referral_id, a_wish(c.End(reason=EndReason.PARTY_UNWILLING)))
    await moved(ports, world.centre, referral_id, a_wish(c.ReportResult(route=Route.FILING)))

    report = await verification.verify(ports)

    assert report.clean
    assert report.counts["referrals"] == 1
