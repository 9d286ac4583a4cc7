"""Referrals that no court referred, and the court that comes in later; cases after filing to their end."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest

from app.domain import commands as c
from app.domain.lifecycle.states import EndReason, Machine, MediationState, Route
from app.domain.referral import ProcedureId
from app.services import past, referral_reads, referrals, verification
from tests.factories import (
    a_wish,
    a_world,
    an_envelope,
    applied,
    entrusted,
    moved,
    taken,
    the_referral,
    transferred,
)
from tests.services.refusals import refused


def hand_over_to(court_id):
    return replace(a_wish(c.HandOver()), build=lambda facts: c.HandOver(court=facts.named_court), court_id=court_id)


@pytest.mark.parametrize("open_one", [applied, transferred])
async def test_a_court_that_is_named_sees_the_referral_from_then_on_and_acts(ports, world, open_one):
    referral_id = await open_one(ports, world)
    await taken(ports, world, referral_id, MediationState.CLOSED)
    before = await refused(referral_reads.get(ports, world.court, referral_id))

    handed = await moved(ports, world.centre, referral_id, hand_over_to(world.court_id))
    procedure_id = ProcedureId((await the_referral(ports, referral_id)).procedures[0].id)
    sight = await referral_reads.get(ports, world.court, referral_id)
    register = c.RegisterCase(procedure_id=procedure_id, machine=Machine.CASE_REGISTRATION, case_number="n")
    done = await referrals.procedure_transition(ports, an_envelope(world.court), procedure_id, a_wish(register))

    assert before.code == "not_found"
    assert handed.answer.body["procedure_id"] == str(procedure_id)
    assert sight.referral.court_id is None
    assert done.answer.status == 200
    assert (await verification.verify(ports)).clean


async def test_a_court_that_is_not_registered_can_not_be_named(ports, world):
    referral_id = await applied(ports, world)
    await taken(ports, world, referral_id, MediationState.CLOSED)

    refusal = await refused(moved(ports, world.centre, referral_id, hand_over_to(uuid4())))

    assert (refusal.code, refusal.pointer) == ("unknown_reference", "/court_id")


async def test_only_the_court_that_is_named_sees_it_in_its_list_too(ports, world):
    other = await a_world(ports)
    referral_id = await applied(ports, world)
    await taken(ports, world, referral_id, MediationState.CLOSED)

    await moved(ports, world.centre, referral_id, hand_over_to(other.court_id))

    assert (await refused(referral_reads.get(ports, world.court, referral_id))).code == "not_found"
    page = await referral_reads.page(ports, other.court, after_id=None, limit=5)
    assert [record.referral.id for record in page] == [referral_id]
    assert (await referral_reads.get(ports, other.court, referral_id)).referral.id == referral_id


async def test_a_filed_case_is_closed_by_the_record_of_the_court_and_replay_says_so(ports, world):
    """One event moves two regions: the procedure and the mediation."""
    referral_id = await entrusted(ports, world)
    await taken(ports, world, referral_id, MediationState.ACCEPTED)
    await moved(ports, world.centre, referral_id, a_wish(c.ReceiveMaterials()))
    await moved(ports, world.centre, referral_id, a_wish(c.End(reason=EndReason.PARTY_UNWILLING)))
    await moved(ports, world.centre, referral_id, a_wish(c.ReportResult(route=Route.TRIAL)))
    reported = await the_referral(ports, referral_id)
    fee = await moved(ports, world.court, referral_id, fee_notice(reported))
    procedure_id = ProcedureId((await the_referral(ports, referral_id)).procedures[0].id)
    steps = {"procedure_id": procedure_id, "machine": Machine.TRANSFER_TO_TRIAL}
    envelope = an_envelope(world.court)
    await referrals.procedure_transition(ports, envelope, procedure_id, a_wish(c.RecordFeePaid(**steps)))

    done = await referrals.procedure_transition(
        ports, an_envelope(world.court), procedure_id, a_wish(c.TransferToTrial(**steps))
    )

    now = await past.at_version(ports, world.court, referral_id, done.answer.version)
    assert reported.state is MediationState.MEDIATION_ENDED
    assert fee.answer.body["state"] == "mediation_ended"
    assert (done.answer.body["state"], now.state) == ("closed", "closed")
    assert now.procedures == (past.PastProcedure(procedure_id, "transfer_to_trial", "transferred"),)
    assert (await verification.verify(ports)).clean


def fee_notice(referral):
    return a_wish(c.GiveFeeNotice(amount=Decimal(100), pay_by=referral.last_fact_on.replace(month=12)))


async def test_a_court_that_did_not_register_has_nothing_more_to_do_with_it(ports, world):
    """The next court sees and does what is before it; the first is told of its own refusal, and of nothing after."""
    other = await a_world(ports)
    referral_id = await applied(ports, world)
    await taken(ports, world, referral_id, MediationState.CLOSED)
    await moved(ports, world.centre, referral_id, hand_over_to(world.court_id))
    first = ProcedureId((await the_referral(ports, referral_id)).procedures[0].id)
    steps = {"procedure_id": first, "machine": Machine.CASE_REGISTRATION}
    refuse = a_wish(c.RefuseRegistration(**steps, reason="incomplete_materials"))
    await referrals.procedure_transition(ports, an_envelope(world.court), first, refuse)
    await moved(ports, world.centre, referral_id, hand_over_to(other.court_id))
    second = ProcedureId((await the_referral(ports, referral_id)).procedures[1].id)
    register = a_wish(c.RegisterCase(procedure_id=second, machine=Machine.CASE_REGISTRATION, case_number="n"))

    strange = await refused(referrals.procedure_transition(ports, an_envelope(world.court), second, register))
    unseen = await refused(referral_reads.get(ports, world.court, referral_id))
    sight = await referral_reads.get(ports, other.court, referral_id)

    assert (strange.code, unseen.code) == ("not_found", "not_found")
    assert {p.procedure_id for p in sight.possibilities if p.procedure_id is not None} == {second}
