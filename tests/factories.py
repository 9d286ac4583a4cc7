"""Builders of what tests start from. Everything is made through the use cases, on the application's own role.

`ports_on(engine)` gives the ports; `a_world(ports)` registers a court, a head office with a local office, a channel, a
mediator, a referring body and who speaks for them; `opened` and `brought_to` make referrals of the court, `applied` and
`transferred` those of the others. All dates hang on `TODAY`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.document_files import DocumentFiles
from app.adapters.ids import new_id
from app.adapters.legal_clock import LegalClock
from app.adapters.reference_data import load_calendar, load_causes, load_tracks
from app.adapters.secrets import new_api_key, new_key_ring_text, parse_key_ring
from app.domain import commands as c
from app.domain.access import (
    SCOPES_OF,
    ClientId,
    CourtId,
    OrganisationId,
    Principal,
    ReferringBodyId,
    TenantId,
    TenantKind,
)
from app.domain.causes import CauseTree
from app.domain.dossier import Particulars
from app.domain.lifecycle.states import Body, EndReason, Kind, MediationState, Route, SignerRole, Track
from app.domain.lifecycle.table import RuleBook
from app.domain.ports import Ports, Sought
from app.domain.referral import MediatorId, PartyDetails, PartyId, Referral, ReferralId
from app.domain.registry import Validity
from app.services import deadlines, referrals, registry
from app.services.envelope import Envelope, Outcome
from tests.run_folder import a_folder

TODAY = date(2025, 3, 3)
NOW = datetime(2025, 3, 3, 2, tzinfo=UTC)
SINCE = Validity(date(2012, 1, 1))
RING = parse_key_ring(new_key_ring_text())
BOOK = RuleBook(calendar=load_calendar(), causes=CauseTree.of(load_causes()), tracks=load_tracks())
APPLICANT = PartyDetails("张三丰", "resident_id", "11010519491231002X", "13800138000", "北京市朝阳区某路1号")
RESPONDENT = PartyDetails("某某商贸有限公司", "credit_code", "91350100M000100Y43", "13900139000")


class StillClock:
    """A system clock that stands still; legal time moves by the stored offset only."""

    def __init__(self, now: datetime = NOW) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def recorded_at(self) -> datetime:
        return self._now


def ports_on(engine: AsyncEngine, *, nudge: Callable[[], None] | None = None, book: RuleBook = BOOK) -> Ports:
    """Ports on a real database; the legal day is `TODAY` until it is moved."""
    plain = Ports(
        unit_of_work=DatabaseUnitOfWork(engine, RING),
        clock=LegalClock(engine, StillClock()),
        mint=new_id,
        book=lambda: book,
        new_key=new_api_key,
        documents=DocumentFiles(a_folder(), RING),
    )
    return plain if nudge is None else replace(plain, nudge=nudge)


def a_principal(kind: TenantKind, tenant_id: UUID | None = None) -> Principal:
    """A caller with all scopes of its kind; without a tenant one that owns nothing."""
    tenant = TenantId(tenant_id or uuid4())
    return Principal(ClientId(uuid4()), tenant, kind, SCOPES_OF[kind])


def an_envelope(principal: Principal, *, key: str | None = None, **other) -> Envelope:
    """A write under a fresh key, on any version, unless told otherwise; the same key has the same fingerprint."""
    chosen = key or uuid4().hex
    fields = {"key": chosen, "fingerprint": chosen.encode(), "if_match": "*", **other}
    return Envelope(principal=principal, **fields)


@dataclass(frozen=True)
class World:
    """What is registered, and who speaks for it."""

    court_id: CourtId
    head_office_id: OrganisationId
    organisation_id: OrganisationId
    mediator_id: MediatorId
    channel_id: UUID
    operator: Principal
    court: Principal = field(repr=False)
    head_office: Principal = field(repr=False)
    centre: Principal = field(repr=False)
    referring_body_id: ReferringBodyId
    referring_body: Principal = field(repr=False)


def _id(outcome: Outcome) -> UUID:
    return UUID(outcome.answer.body["id"])


async def a_world(
    ports: Ports, *, strict: bool = False, cause_roots: tuple[str, ...] = (), kind: Body = Body.INDUSTRY, **settings
) -> World:
    """A court that uses all tracks, a head office, its local office, a channel to it, a mediator, a referring body.

    `kind` is that of the organisations; `settings` are the court's.
    """
    operator = a_principal(TenantKind.OPERATOR)
    mark = uuid4().hex[:8]
    tracks = tuple(registry.NewTrack(track, SINCE) for track in Track)
    new_court = registry.NewCourt(name=f"某区人民法院{mark}", level="basic", validity=SINCE, tracks=tracks, **settings)
    court_id = CourtId(_id(await registry.register_court(ports, an_envelope(operator), new_court)))
    head = registry.NewOrganisation(name=f"某省协会{mark}", kind=kind, validity=SINCE)
    head_id = OrganisationId(_id(await registry.register_organisation(ports, an_envelope(operator), head)))
    local = registry.NewOrganisation(name=f"某区分会{mark}", kind=kind, validity=SINCE, parent_id=head_id)
    local_id = OrganisationId(_id(await registry.register_organisation(ports, an_envelope(operator), local)))
    person = registry.NewMediator(organisation_id=local_id, name="李调解", validity=SINCE)
    mediator_id = MediatorId(_id(await registry.register_mediator(ports, an_envelope(operator), person)))
    sender = registry.NewReferringBody(name=f"某街道综治中心{mark}", kind="governance_centre", validity=SINCE)
    sender_id = ReferringBodyId(_id(await registry.register_referring_body(ports, an_envelope(operator), sender)))
    channel = registry.NewChannel(
        court_id=court_id,
        organisation_id=local_id,
        mode="hq_to_hq",
        form="online",
        strict=strict,
        validity=SINCE,
        cause_roots=cause_roots,
    )
    return World(
        court_id=court_id,
        head_office_id=head_id,
        organisation_id=local_id,
        mediator_id=mediator_id,
        channel_id=_id(await registry.register_channel(ports, an_envelope(operator), channel)),
        operator=operator,
        court=a_principal(TenantKind.COURT, court_id),
        head_office=a_principal(TenantKind.ORGANISATION, head_id),
        centre=a_principal(TenantKind.ORGANISATION, local_id),
        referring_body_id=sender_id,
        referring_body=a_principal(TenantKind.REFERRING_BODY, sender_id),
    )


def an_intake(world: World, *, consult: bool = False, one_sided: bool = False, **other) -> referrals.Intake:
    """Applicant and respondent, both consenting unless `one_sided`; delegated to the local office unless `consult`."""
    yes = (referrals.NewConsent("mediate", given=True),)
    parties = (
        referrals.NewParty("applicant", "natural_person", APPLICANT, consents=yes),
        referrals.NewParty("respondent", "legal_person", RESPONDENT, consents=() if one_sided else yes),
    )

    def build(facts: referrals.RegistryFacts) -> c.Command:
        if consult:
            return c.Consult()
        return c.Delegate(organisation=facts.organisation, channel=facts.channel)

    fields = {
        "parties": parties,
        "on_court_platform": True,
        "cause_code": "88",
        "case_numbers": (referrals.NewCaseNumber("court", "(2025)京0105民诉前调1号", "（2025）京0105民诉前调1号"),),
        "court_reference": "ref-1",
        "organisation_id": None if consult else world.organisation_id,
        **other,
    }
    return referrals.Intake(build=build, **fields)


async def opened(ports: Ports, world: World, **other) -> ReferralId:
    """A referral, delegated unless `consult=True`."""
    outcome = await referrals.open_referral(ports, an_envelope(world.court), an_intake(world, **other))
    return ReferralId(_id(outcome))


FILED = Particulars(filed_on=TODAY - timedelta(days=3), procedure_type="summary")


def an_application(world: World, **other) -> referrals.Intake:
    """The parties turn to somebody themselves; the organisation takes it as a direct referral."""
    return replace(an_intake(world, consult=True, **other), build=lambda _facts: c.Submit())


async def entrusted(ports: Ports, world: World, **other) -> ReferralId:
    """A referral after filing, in summary procedure, delegated."""
    fields = {"kind": Kind.POST_FILING, "particulars": FILED, **other}
    return await opened(ports, world, **fields)


async def applied(ports: Ports, world: World, **other) -> ReferralId:
    """A direct referral of the local office, submitted."""
    outcome = await referrals.open_referral(ports, an_envelope(world.centre), an_application(world, **other))
    return ReferralId(_id(outcome))


async def transferred(ports: Ports, world: World, **other) -> ReferralId:
    """A referral that the referring body delegated to the local office."""
    outcome = await referrals.open_referral(ports, an_envelope(world.referring_body), an_intake(world, **other))
    return ReferralId(_id(outcome))


def a_wish(command: c.Command, **other) -> referrals.Wish:
    """A transition whose command needs no registry."""
    fields = {
        "with_dossier": referrals.needs_dossier(command),
        "with_mediators": referrals.needs_mediators(command),
        **other,
    }
    return referrals.Wish(build=lambda _facts: command, **fields)


ACCEPT = referrals.Wish(build=lambda facts: c.Accept(organisation=facts.holder))
DECLINE = a_wish(c.Decline(reason="outside_charter", explanation="不属于本会行业"))


def reassign_to(organisation_id: OrganisationId) -> referrals.Wish:
    """Another organisation is chosen."""
    return referrals.Wish(
        build=lambda facts: c.Reassign(organisation=facts.organisation, channel=facts.channel),
        organisation_id=organisation_id,
    )


def assign(mediator_id: MediatorId) -> referrals.Wish:
    """A mediator is named."""
    return referrals.Wish(
        build=lambda facts: c.AssignMediator(mediator=facts.mediator),
        mediator_id=mediator_id,
        with_dossier=True,
        with_mediators=True,
    )


async def the_referral(ports: Ports, referral_id: ReferralId) -> Referral:
    """The referral as it is, seen by the system."""
    async with ports.unit_of_work(None) as tx:
        found = await tx.referrals.load(Sought(tenant_id=None, referral_id=referral_id))
    assert found.record is not None
    return found.record.referral


async def moved(ports: Ports, principal: Principal, referral_id: ReferralId, wish: referrals.Wish, **other) -> Outcome:
    """One transition, on whatever version."""
    return await referrals.transition(ports, an_envelope(principal, **other), referral_id, wish)


async def time_passes(ports: Ports, world: World, *, days: int) -> Outcome:
    """The legal clock moves on, and what is due happens."""
    to = await deadlines.today(ports) + timedelta(days=days)
    return await deadlines.advance(ports, an_envelope(world.operator), to)


def _start() -> referrals.Wish:
    return a_wish(c.Start(rights_notice_given=True, sham_warning_given=True, service_address_form=True))


def _contact(party_id: PartyId) -> referrals.Wish:
    return a_wish(c.ContactParty(party_id=party_id, means="phone", result="consents", statement="愿意调解"))


async def brought_to(ports: Ports, world: World, state: MediationState, **other) -> ReferralId:
    """A referral in that state, on the usual way there; `other` goes to its intake."""
    if state is MediationState.SUBMITTED:
        outcome = await referrals.open_referral(ports, an_envelope(world.court), an_application(world, **other))
        return ReferralId(_id(outcome))
    if state in {MediationState.CONSULTING, MediationState.RETURNED}:
        referral_id = await opened(ports, world, consult=True, **other)
        if state is MediationState.RETURNED:
            wish = a_wish(c.Return(reason="not_suited_online", advice="可直接起诉"))
            await moved(ports, world.court, referral_id, wish)
        return referral_id
    referral_id = await opened(ports, world, **other)
    if state is MediationState.OVERDUE:
        await time_passes(ports, world, days=10)
    elif state is MediationState.UNASSIGNED:
        await moved(ports, world.centre, referral_id, DECLINE)
    elif state is not MediationState.AWAITING_ACCEPTANCE:
        await taken(ports, world, referral_id, state)
    return referral_id


async def taken(ports: Ports, world: World, referral_id: ReferralId, state: MediationState) -> None:
    """An offered or submitted referral is accepted by the local office and goes on to that state."""
    await moved(ports, world.centre, referral_id, ACCEPT)
    if state is MediationState.ACCEPTED:
        return
    if state is MediationState.TERM_EXPIRED:
        term = (await the_referral(ports, referral_id)).clock("T05")
        await time_passes(ports, world, days=(term.due_on - await deadlines.today(ports)).days + 1)
        return
    respondent = (await the_referral(ports, referral_id)).parties[1]
    await moved(ports, world.centre, referral_id, _contact(respondent.id))
    if state is MediationState.CONTACTING:
        return
    await moved(ports, world.centre, referral_id, assign(world.mediator_id))
    await moved(ports, world.centre, referral_id, _start())
    if state is MediationState.APPRAISING:
        parties = (await the_referral(ports, referral_id)).parties
        agreed = tuple(party.id for party in parties)
        await moved(ports, world.centre, referral_id, a_wish(c.BeginAppraisal(agreed_by=agreed)))
    if state is MediationState.SUSPENDED:
        await moved(ports, world.court, referral_id, a_wish(c.Suspend(reason="sham_review")))
    if state in {MediationState.MEDIATION_ENDED, MediationState.CLOSED}:
        reason = EndReason.DIFFERENCES_TOO_LARGE
        await moved(ports, world.centre, referral_id, a_wish(c.End(reason=reason)))
    if state is MediationState.CLOSED:
        await moved(ports, world.centre, referral_id, a_wish(c.ReportResult(route=Route.FILING)))


async def with_effective_agreement(ports: Ports, world: World, **other) -> ReferralId:
    """A referral whose mediation ended in an agreement that both parties have signed."""
    referral_id = await brought_to(ports, world, MediationState.MEDIATING, **other)
    parties = (await the_referral(ports, referral_id)).parties
    await moved(ports, world.centre, referral_id, a_wish(c.End(reason=EndReason.AGREEMENT_REACHED)))
    promise = c.NewTerm(parties[1].id, None, TODAY + timedelta(days=60), "被申请人于约定日前付清货款", "尾号8888")
    await moved(ports, world.centre, referral_id, a_wish(c.DraftAgreement(terms=(promise,))))
    for party in parties:
        wish = a_wish(c.Sign(role=SignerRole.PARTY, party_id=party.id, means="electronic"))
        await moved(ports, world.centre, referral_id, wish)
    return referral_id
