"""Reads of what was recorded around a referral: covered, revealed with a trace, together, as of an earlier event."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.access import OrganisationId, Scope
from app.domain.dossier import EMPTY_DOSSIER, Particulars, RepresentativeDetails
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Kind, MediationState, Stage, Track
from app.domain.ports import Selection
from app.domain.registry_facts import Encounters, MediatorFacts
from app.services import dossier_reads, expansion, past, referral_reads
from tests.factories import (
    DECLINE,
    TODAY,
    a_wish,
    applied,
    brought_to,
    entrusted,
    moved,
    opened,
    the_referral,
    transferred,
    with_effective_agreement,
)
from tests.services.refusals import refused


@pytest.fixture
async def filled(ports, world):
    """A mediated referral of the court with something in every list of its dossier."""
    particulars = Particulars(clerk="赵书记", judge="钱法官", facts_and_reasons="欠款未还")
    referral_id = await brought_to(ports, world, MediationState.MEDIATING, particulars=particulars)
    party = (await the_referral(ports, referral_id)).parties[0].id
    lawyer = RepresentativeDetails("王律师", "resident_id", "11010519491231002X", "13700137000")
    for command in (
        c.AddCaseNumber(kind="archive", original="卷1", normalised="卷1"),
        c.AddRepresentative(party_id=party, kind="lawyer", authority="special", details=lawyer),
        c.AddClaim(party_id=party, kind="payment", text="返还货款"),
        c.RecordServiceAddress(party_id=party, kind="electronic", address="someone@example.com"),
        c.RequestMaterials(kind="evidence", source="party", party_id=party, title="张三的借条"),
        c.SendNotice(party_id=party, kind="session", means="phone"),
        c.SendMessage(topic="progress", text="张三已到场"),
        c.Urge(topic="progress", text="请尽快联系张三"),
        c.CheckConflict(
            mediator=MediatorFacts(world.mediator_id, world.organisation_id, active=True), found=Encounters()
        ),
        c.ShareData(
            to_id=OrganisationId(world.head_office_id), ground="statutory_duty", classes=("claims",), explanation="x"
        ),
    ):
        who = world.centre if isinstance(command, c.SendNotice | c.CheckConflict) else world.court
        await moved(ports, who, referral_id, a_wish(command))
    urging = (await _dossier(ports, world.court, referral_id)).urgings[0]
    await moved(ports, world.centre, referral_id, a_wish(c.AnswerUrge(urge_id=urging.id, text="已联系张三")))
    return referral_id


async def _dossier(ports, principal, referral_id):
    return (await dossier_reads.lists(ports, principal, referral_id, dossier_reads.LISTS)).dossier


async def traces(ports):
    async with ports.unit_of_work(None) as tx:
        rows = await tx.session.rows("SELECT what FROM access_audit ORDER BY recorded_at, id")
    return [row[0] for row in rows]


async def test_every_list_has_what_was_recorded_and_covers_what_is_personal(ports, world, filled):
    view = await dossier_reads.lists(ports, world.centre, filled, dossier_reads.LISTS)

    dossier = view.dossier
    assert all(len(getattr(dossier, name)) >= 1 for name in dossier_reads.LISTS)
    details = dossier.representatives[0].details
    assert (details.name, details.phone) == ("王**", "137******00")
    assert "19491231" not in details.id_number
    hidden = (
        dossier.claims[0].text,
        dossier.service_addresses[0].address,
        dossier.materials[0].title,
        dossier.messages[0].text,
        dossier.urgings[0].text,
        dossier.urgings[0].answer,
    )
    assert set(hidden) == {"***"}
    assert not view.revealed
    assert view.version == (await the_referral(ports, filled)).version
    assert await traces(ports) == []


async def test_only_the_lists_that_are_named_are_read(ports, world, filled):
    view = await dossier_reads.lists(ports, world.centre, filled, ["notices"])

    assert len(view.dossier.notices) == 1
    assert replace(view.dossier, notices=()) == EMPTY_DOSSIER


async def test_revealing_takes_the_scope_and_leaves_one_trace_of_what_is_personal(ports, world, filled):
    curious = replace(world.centre, scopes=world.centre.scopes - {Scope.PARTIES_REVEAL})

    refusal = await refused(dossier_reads.lists(ports, curious, filled, ["claims"], reveal=True))
    clear = await dossier_reads.lists(ports, world.centre, filled, ["messages", "claims", "notices"], reveal=True)

    assert refusal.code == "scope_missing"
    assert (clear.dossier.claims[0].text, clear.dossier.messages[0].text) == ("返还货款", "张三已到场")
    assert await traces(ports) == ["claims messages"]


async def test_particulars_are_covered_and_revealed_likewise(ports, world, filled):
    curious = replace(world.centre, scopes=world.centre.scopes - {Scope.PARTIES_REVEAL})

    covered = (await dossier_reads.particulars(ports, curious, filled)).particulars
    refusal = await refused(dossier_reads.particulars(ports, curious, filled, reveal=True))
    clear = (await dossier_reads.particulars(ports, world.court, filled, reveal=True)).particulars
    empty = await opened(ports, world)

    assert (covered.clerk, covered.judge, covered.facts_and_reasons) == ("赵**", "钱**", "***")
    assert refusal.code == "scope_missing"
    assert (clear.clerk, clear.judge, clear.facts_and_reasons) == ("赵书记", "钱法官", "欠款未还")
    assert (await dossier_reads.particulars(ports, world.court, empty)).particulars.clerk is None
    assert await traces(ports) == ["particulars"]


async def test_whoever_sees_the_referral_no_more_reads_none_of_it(ports, world):
    referral_id = await opened(ports, world)
    await moved(ports, world.centre, referral_id, DECLINE)

    for read in (
        dossier_reads.lists(ports, world.centre, referral_id, ["claims"], reveal=True),
        dossier_reads.particulars(ports, world.centre, referral_id, reveal=True),
        expansion.get(ports, world.centre, referral_id, names=["parties"]),
        past.at_version(ports, world.centre, referral_id, 1),
    ):
        assert (await refused(read)).code == "not_found"
    assert await traces(ports) == []


async def test_one_look_brings_what_is_asked_for_covered(ports, world, filled):
    whole = await expansion.get(ports, world.centre, filled, names=expansion.EXPANDABLE)
    bare = await expansion.get(ports, world.centre, filled, names=["consents"])

    assert [party.details.name for party in whole.parties] == ["张**", "某***"]
    assert whole.dossier.messages[0].text == "***"
    assert len(whole.dossier.notices) == 1
    assert whole.sight.referral == bare.sight.referral
    assert (bare.parties, bare.dossier) == ((), EMPTY_DOSSIER)
    assert await traces(ports) == []


# As of an event ---------------------------------------------------------------------------------------------------


async def test_an_earlier_version_shows_the_states_and_dates_of_then(ports, world):
    referral_id = await with_effective_agreement(ports, world)
    now = await the_referral(ports, referral_id)

    first = await past.at_version(ports, world.court, referral_id, 1)
    last = await past.at_version(ports, world.court, referral_id, now.version)

    assert (first.state, first.agreement_state, first.stage, first.procedures) == (
        "awaiting_acceptance",
        None,
        "delegated",
        (),
    )
    assert (first.event_type, first.occurred_on, set(first.due)) == ("referral.delegated", TODAY, {"T03"})
    assert (last.state, last.agreement_state, last.version) == (now.state, now.agreement.state, now.version)
    assert (last.kind, last.track) == (now.kind, now.track)


async def test_procedures_are_shown_as_they_stood(ports, world):
    referral_id = await brought_to(ports, world, MediationState.CLOSED)
    await moved(ports, world.centre, referral_id, a_wish(c.HandOver()))
    handed = await the_referral(ports, referral_id)
    procedure = handed.procedures[0]
    register = c.RegisterCase(procedure_id=procedure.id, machine=procedure.machine, case_number="n")
    await moved(ports, world.court, referral_id, a_wish(register))

    before = await past.at_version(ports, world.court, referral_id, handed.version - 1)
    then = await past.at_version(ports, world.court, referral_id, handed.version)
    now = await past.at_version(ports, world.court, referral_id, handed.version + 1)

    assert before.procedures == ()
    assert then.procedures == (past.PastProcedure(procedure.id, "case_registration", "handed_over"),)
    assert [each.state for each in now.procedures] == ["registered"]


async def test_there_is_no_version_before_the_first_nor_beyond_the_present(ports, world):
    referral_id = await opened(ports, world)

    for version in (0, 2):
        refusal = await refused(past.at_version(ports, world.court, referral_id, version))
        assert (refusal.code, refusal.pointer) == ("version_not_reached", "/version")


# Lists ------------------------------------------------------------------------------------------------------------


async def test_a_list_is_narrowed_by_every_filter(ports, world):
    plain = await opened(ports, world)
    filed = await entrusted(ports, world, court_reference="ref-2", case_numbers=())
    accepted = await brought_to(ports, world, MediationState.ACCEPTED, case_numbers=(), cause_code=None)
    direct, sent = await applied(ports, world, case_numbers=()), await transferred(ports, world, case_numbers=())
    everything = {plain, filed, accepted, direct, sent}

    async def found(principal=world.centre, **narrow):
        rows = await referral_reads.page(ports, principal, after_id=None, limit=50, selection=Selection(**narrow))
        return {row.referral.id for row in rows}

    branch = referral_reads.causes_under(ports, next(iter(ports.book().causes.lines["88"] - {"88"})))
    assert await found() == everything
    assert await found(kind=Kind.POST_FILING) == {filed}
    assert await found(track=Track.DIRECT) == {direct, sent}
    assert await found(state=MediationState.ACCEPTED) == {accepted}
    assert await found(stage=Stage.INTAKE) == {direct}
    assert await found(cause_codes=branch) == everything - {accepted}
    assert await found(court_id=world.court_id) == {plain, filed, accepted}
    assert await found(world.court, organisation_id=world.organisation_id) == {plain, filed, accepted}
    assert await found(opened_from=TODAY + timedelta(days=1)) == set()
    assert await found(opened_to=TODAY) == everything
    assert await found(due_before=TODAY + timedelta(days=10)) >= {plain}
    assert await found(case_number="（2025）京0105民诉前调1号") == {plain}
    assert await found(court_reference="ref-2") == {filed}
    assert await found(priority="urgent") == set()
    assert await found(business_status="waiting") == set()
    assert await found(world.referring_body) == {sent}
    dispute_id = (await the_referral(ports, sent)).dispute_id
    assert await found(dispute_id=dispute_id) == {sent}


async def test_a_list_goes_either_way_page_by_page(ports, world):
    made = [await opened(ports, world) for _ in range(3)]

    async def walked(*, oldest_first):
        seen, after = [], None
        while rows := await referral_reads.page(
            ports, world.court, after_id=after, limit=2, selection=Selection(oldest_first=oldest_first)
        ):
            seen += [row.referral.id for row in rows]
            after = seen[-1]
        return seen

    assert await walked(oldest_first=True) == made
    assert await walked(oldest_first=False) == made[::-1]


async def test_a_cause_that_is_in_no_list_names_no_branch(ports):
    with pytest.raises(Refusal) as refusal:
        referral_reads.causes_under(ports, "no such cause")

    assert refusal.value.code == "unknown_code"
