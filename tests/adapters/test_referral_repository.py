"""What is saved is what is loaded, nothing personal is in the clear, and nobody writes over somebody else."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest

from app.adapters.database.lending import begin_of, session_of
from app.adapters.database.referral_reads import look
from app.adapters.database.roles import connected
from app.domain import commands as c
from app.domain.access import ActorRole, OrganisationId, TenantKind
from app.domain.dossier import Particulars
from app.domain.events import event_of
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.states import Body, EndReason, Machine, MediationState, SignerRole, Stage
from app.domain.ports import Answer, Kept, KeyTaken, Sought, StaleVersion
from app.domain.referral import PartyDetails
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.selection import Selection
from app.domain.time import LegalNow, start_of_legal_date
from app.services import referral_reads, registry
from tests.factories import (
    APPLICANT,
    BOOK,
    NOW,
    RESPONDENT,
    SINCE,
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

COURT, CENTRE, CLOCK = ActorRole.COURT, ActorRole.ORGANISATION, ActorRole.CLOCK


@pytest.fixture
def ports(engine):
    return ports_on(engine)


@pytest.fixture
async def world(ports):
    return await a_world(ports)


class Walk:
    """Drives a stored referral by the pure lifecycle, and holds after each step what should be stored."""

    def __init__(self, ports, world, referral_id):
        self.ports = ports
        self.world = world
        self.referral_id = referral_id
        self.day = TODAY

    @property
    def now(self):
        return LegalNow.at(start_of_legal_date(self.day) + timedelta(hours=9))

    async def step(self, command, actor=CENTRE):
        before = await the_referral(self.ports, self.referral_id)
        court = CourtFacts(before.court_id, active=True, tracks=frozenset({before.track}))
        holder_id = before.holder_id or self.world.organisation_id
        holder = OrganisationFacts(holder_id, active=True, body=before.body or Body.PEOPLE)
        office = {x.mediator_id: MediatorFacts(x.mediator_id, holder_id, active=True) for x in before.mediators}
        book = replace(BOOK, court=court, holder=holder, mediators=office)
        after, fact = apply(before, command, actor, self.now, book, self.ports.mint)
        event = event_of(fact, before, None, self.ports.mint(), NOW)
        async with self.ports.unit_of_work(None) as tx:
            await tx.referrals.save(before, after, event, None)
        stored = await the_referral(self.ports, self.referral_id)
        assert stored == as_loaded(after, event)
        return stored


def as_loaded(after, event):
    """The referral without what is written once and never loaded."""
    parties = tuple(
        replace(p, details=None, has_identity=p.has_identity or bool(p.details and p.details.id_number))
        for p in after.parties
    )
    contacts = tuple(replace(contact, statement=None) for contact in after.contacts)
    turns = tuple(replace(turn, explanation=None) for turn in after.assignments)
    agreement = after.agreement
    if agreement is not None:
        agreement = replace(agreement, terms=tuple(replace(term, text=None, account=None) for term in agreement.terms))
    written_once = {"parties": parties, "contacts": contacts, "assignments": turns, "advice": None}
    return replace(after, **written_once, agreement=agreement, chain=event.hash)


async def another_organisation(ports, world):
    new = registry.NewOrganisation(name=f"另一组织{uuid4().hex}", kind=Body.CHAMBER, validity=SINCE)
    outcome = await registry.register_organisation(ports, an_envelope(world.operator), new)
    return OrganisationId(UUID(outcome.answer.body["id"]))


async def test_every_step_of_a_long_course_is_loaded_as_it_was_saved(ports, world):
    """From consultation to confirmation, through every child table and every kind of change to its rows."""
    walk = Walk(ports, world, await opened(ports, world, consult=True, one_sided=True))
    referral = await the_referral(ports, walk.referral_id)
    both = tuple(party.id for party in referral.parties)
    here = OrganisationFacts(world.organisation_id, active=True, body=Body.PEOPLE, ancestor_ids=(world.head_office_id,))
    there = OrganisationFacts(await another_organisation(ports, world), active=True, body=Body.CHAMBER)
    channel = ChannelFacts(world.channel_id, strict=False, cause_roots=())
    identity = {both[1]: PartyDetails("", "credit_code", "91350100M000100Y43")}

    await walk.step(c.RecordOpinion(party_id=both[1], means="phone", result="undecided", statement="再考虑"), COURT)
    await walk.step(c.Delegate(organisation=there, channel=channel), COURT)
    await walk.step(c.Decline(reason="outside_charter", explanation="x"))
    await walk.step(c.Reassign(organisation=here, channel=channel), COURT)
    walk.day += timedelta(days=10)
    await walk.step(c.RunOverdue(), CLOCK)
    await walk.step(c.Accept(organisation=here))
    await walk.step(c.ReceiveMaterials())
    await walk.step(c.ContactParty(party_id=both[1], means="sms", result="consents", statement="同意"))
    await walk.step(c.AssignMediator(mediator=MediatorFacts(world.mediator_id, world.organisation_id, active=True)))
    await walk.step(
        c.Start(rights_notice_given=True, sham_warning_given=True, service_address_form=True, identities=identity)
    )
    session = (await walk.step(c.ScheduleSession(scheduled_on=walk.day, mode="online"))).sessions[-1]
    await walk.step(c.MissSession(session_id=session.id, absent_party_ids=(both[1],)))
    session = (await walk.step(c.ScheduleSession(scheduled_on=walk.day, mode="on_site"))).sessions[-1]
    await walk.step(c.HoldSession(session_id=session.id))
    await walk.step(c.BeginAppraisal(agreed_by=both))
    walk.day += timedelta(days=5)
    await walk.step(c.EndAppraisal())
    await walk.step(c.ExtendTerm(until=walk.day + timedelta(days=60), agreed_by=both))
    await walk.step(c.End(reason=EndReason.AGREEMENT_REACHED))
    terms = (
        c.NewTerm(both[1], Decimal("12345678901234.56"), walk.day, "付清", "尾号8888"),
        c.NewTerm(None, None, None, "另议"),
    )
    said = {"default_clause": "stated", "planned": ("payment_order",), "enforcement_promised": True}
    await walk.step(c.DraftAgreement(terms=terms, **said))
    for role, party in ((SignerRole.PARTY, both[0]), (SignerRole.MEDIATOR, None), (SignerRole.ORGANISATION, None)):
        await walk.step(c.Sign(role=role, party_id=party, means="paper"))
    await walk.step(c.Sign(role=SignerRole.PARTY, party_id=both[1], means="paper"))
    await walk.step(c.ReportResult())
    machine = Machine.JUDICIAL_CONFIRMATION
    procedure = (await walk.step(c.ApplyForConfirmation(applicant_ids=both))).procedures[-1]
    await walk.step(c.AcceptApplication(procedure_id=procedure.id, machine=machine), COURT)
    end = await walk.step(
        c.ConfirmAgreement(procedure_id=procedure.id, machine=machine, case_number="（2025）京0105民特1号"), COURT
    )

    assert (end.version, end.stage, len(end.clocks)) == (28, Stage.CLOSED, 9)
    first = end.agreement.terms[0].id
    await walk.step(c.RecordPerformance(term_id=first, amount=Decimal("0.56"), means="cash", confirmed_by=both[0]))
    await walk.step(c.ServeAgreement(party_id=both[0], means="personal"))
    await walk.step(c.FileAgreement())
    paid = await walk.step(c.RecordPerformance(term_id=first, proof_sha256="a" * 64, performed_on=walk.day))
    assert [x.amount for x in paid.agreement.performances] == [Decimal("0.56"), Decimal("12345678901234.00")]
    details = await stored_details(ports, world, walk.referral_id)
    assert details == [APPLICANT, RESPONDENT]


async def stored_details(ports, world, referral_id):
    views = await referral_reads.parties(ports, world.court, referral_id, reveal=True)
    return [view.details for view in views]


async def test_a_check_of_identity_adds_a_number_and_leaves_name_and_phone(ports, world):
    unknown = PartyDetails("李四", phone="13800138000")
    parties = referrals_with(world, unknown)
    referral_id = await brought_to(ports, world, MediationState.CONTACTING, parties=parties)
    party = (await the_referral(ports, referral_id)).parties[0]
    number = PartyDetails("", "resident_id", "11010519491231002X")
    start = c.Start(
        rights_notice_given=True, sham_warning_given=True, service_address_form=True, identities={party.id: number}
    )
    await moved(ports, world.centre, referral_id, assign(world.mediator_id))

    await moved(ports, world.centre, referral_id, a_wish(start))

    details = (await stored_details(ports, world, referral_id))[0]
    assert details == replace(unknown, id_type="resident_id", id_number="11010519491231002X")
    assert (await the_referral(ports, referral_id)).parties[0].has_identity


def referrals_with(world, applicant):
    first, second = an_intake(world).parties
    return (replace(first, details=applicant), second)


async def test_nothing_personal_is_stored_in_the_clear(ports, world, database_urls):
    """Looked for in every column of every table, as text and as bytes."""
    await with_effective_agreement(ports, world)
    secrets = [APPLICANT.name, APPLICANT.id_number, APPLICANT.phone, APPLICANT.address, RESPONDENT.name]
    secrets += [RESPONDENT.id_number, RESPONDENT.phone, "愿意调解", "被申请人于约定日前付清货款"]

    async with connected(database_urls.superuser_url) as superuser:
        tables = await superuser.fetch(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
        dumps = {t[0]: await superuser.fetchval(f"SELECT string_agg(x::text, '|') FROM {t[0]} AS x") for t in tables}

    forms = [form for secret in secrets for form in (secret, secret.encode().hex())]
    found = [(table, form) for table, dump in dumps.items() for form in forms if dump and form in dump]
    assert "parties" in dumps
    assert found == []


async def test_a_write_on_an_old_version_writes_nothing_at_all(ports, world, engine):
    referral_id = await opened(ports, world)
    before = await the_referral(ports, referral_id)
    facts = OrganisationFacts(world.organisation_id, active=True, body=Body.INDUSTRY)
    after, fact = apply(before, c.Accept(organisation=facts), CENTRE, LegalNow.at(NOW), BOOK, ports.mint)
    event = event_of(fact, before, world.centre, ports.mint(), NOW)
    kept = Kept(world.centre.client_id, "k", b"f", answer(), NOW)
    await moved(ports, world.centre, referral_id, a_wish(c.Decline(reason="outside_charter", explanation="x")))
    count = await rows_of(ports)

    with pytest.raises(StaleVersion):
        async with ports.unit_of_work(world.court.tenant_id) as tx:
            await tx.referrals.save(before, after, event, kept)

    assert await rows_of(ports) == count


async def rows_of(ports):
    async with ports.unit_of_work(None) as tx:
        return await tx.evidence.counts()


def answer():
    return Answer(200, {"id": str(uuid4()), "number": None})


async def test_a_key_that_was_used_meanwhile_is_told_as_such(ports, world):
    await opened(ports, world)
    kept = Kept(world.court.client_id, "k", b"f", answer(), NOW)
    async with ports.unit_of_work(world.court.tenant_id) as tx:
        await tx.idempotency.keep(kept)

    with pytest.raises(KeyTaken):
        async with ports.unit_of_work(world.court.tenant_id) as tx:
            await tx.idempotency.keep(kept)


async def test_who_sees_the_referral_sees_all_under_it_and_nobody_else_does(ports, world, engine):
    """After a decline and a new choice every row below has the viewers of the referral."""
    referral_id = await brought_to(ports, world, MediationState.UNASSIGNED)
    other = await another_organisation(ports, world)
    channel = registry.NewChannel(
        court_id=world.court_id,
        organisation_id=other,
        mode="point_to_point",
        form="mixed",
        strict=False,
        validity=SINCE,
    )
    await registry.register_channel(ports, an_envelope(world.operator), channel)

    await moved(ports, world.court, referral_id, reassign_to(other))

    async with ports.unit_of_work(None) as tx:
        assert await tx.evidence.faults(limit=10) == ()
    after = await the_referral(ports, referral_id)
    assert after.audience == (world.court_id, other)
    async with ports.unit_of_work(world.centre.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=world.centre.tenant_id, referral_id=referral_id))
    assert found.record is None


async def test_pages_give_every_referral_once_newest_first(ports, world):
    made = [await opened(ports, world) for _ in range(7)]

    for principal in (world.court, world.centre, world.head_office):
        seen, after_id = [], None
        while rows := await referral_reads.page(ports, principal, after_id=after_id, limit=3):
            seen += [row.referral.id for row in rows]
            after_id = seen[-1]
        assert seen == made[::-1]


async def test_the_stage_of_a_list_is_that_of_the_domain_in_every_state_of_a_real_course(ports, world):
    for state in MediationState:
        await brought_to(ports, world, state)
    await with_effective_agreement(ports, world)
    everything = await referral_reads.page(ports, world.court, after_id=None, limit=50)

    for stage in Stage:
        rows = await referral_reads.page(ports, world.court, after_id=None, limit=50, selection=Selection(stage=stage))
        assert [r.referral.id for r in rows] == [r.referral.id for r in everything if r.referral.stage is stage]


async def test_an_operator_has_no_page_of_referrals(ports, world):
    await opened(ports, world)

    async with ports.unit_of_work(world.operator.tenant_id) as tx:
        assert await tx.referrals.page(a_principal(TenantKind.OPERATOR), after_id=None, limit=5) == ()


async def test_a_referral_needs_no_case_number(ports, world):
    referral_id = await opened(ports, world, case_numbers=())

    assert (await referral_reads.get(ports, world.court, referral_id)).filing.case_numbers == ()


async def test_what_was_filed_comes_back_as_it_was_filed(ports, world):
    amount = Particulars(claim_amount=Decimal("9999999999999999.99"))
    referral_id = await opened(ports, world, particulars=amount)

    sight = await referral_reads.get(ports, world.court, referral_id)

    assert sight.referral.particulars == amount
    assert sight.filing.court_reference == "ref-1"
    assert [number.original for number in sight.filing.case_numbers] == ["(2025)京0105民诉前调1号"]
    assert sight.number == f"ST2025-{sight.record.serial:07d}"


@pytest.mark.parametrize("by", ["referrals", "procedures"])
@pytest.mark.parametrize("dossier", [False, True])
async def test_a_look_at_one_referral_never_reads_all_of_them(ports, engine, by, dossier):
    """Also with the plan that a server keeps for any arguments, and under row security."""
    world = await a_world(ports)
    for _ in range(3):
        await opened(ports, world)
    text = look(by, dossier=dossier, named=True)
    async with session_of(engine, begin_of(world.court_id)) as session:
        await session.run("SET LOCAL plan_cache_mode = force_generic_plan")
        await session.run("SET LOCAL enable_seqscan = off")
        await session.run(f"PREPARE look (uuid, uuid, text, uuid, uuid, uuid, uuid, uuid, uuid) AS {text}")
        rows = await session.rows(f"EXPLAIN EXECUTE look ({', '.join(['NULL'] * 9)})")
    plan = "\n".join(row[0] for row in rows)
    assert "Index Scan using pk_referrals on referrals" in plan
    assert "Seq Scan on referrals" not in plan
    assert "Seq Scan on procedures" not in plan
