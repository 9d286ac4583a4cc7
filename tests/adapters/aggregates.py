"""Referrals for tests of the repository alone: built by hand, written and moved without asking the lifecycle.

`a_place(engine)` registers two courts, a referring body, a head office with its local office and a mediator.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.ids import new_id
from app.adapters.secrets import new_key_ring_text, parse_key_ring
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
from app.domain.events import Event, seal
from app.domain.lifecycle.states import Body, ClockState, Kind, Machine, MediationState, Track
from app.domain.ports import Answer, Filing, Kept, Sought
from app.domain.referral import Clock, MediatorId, Party, PartyDetails, PartyId, Referral, ReferralId
from app.domain.registry import Court, Mediator, Organisation, ReferringBody, Validity

DAY = date(2025, 3, 3)
NOW = datetime(2025, 3, 3, 2, tzinfo=UTC)
SINCE = Validity(date(2012, 1, 1))
RING = parse_key_ring(new_key_ring_text())
APPLICANT = PartyDetails("张三丰", "resident_id", "11010519491231002X", "13800138000", "北京市朝阳区某路1号")
RESPONDENT = PartyDetails("某某商贸有限公司", phone="13900139000")
TRACK_OF = {
    Kind.PRE_FILING: Track.PRE_FILING_2022,
    Kind.POST_FILING: Track.POST_FILING_FIRST,
    Kind.DIRECT: Track.DIRECT,
    Kind.TRANSFERRED: Track.DIRECT,
    Kind.ASSISTED: Track.JUDGE_LED,
}


def a_caller(kind: TenantKind, tenant_id: UUID) -> Principal:
    """A program of the tenant with all scopes of its kind."""
    return Principal(ClientId(uuid4()), TenantId(tenant_id), kind, SCOPES_OF[kind])


@dataclass(frozen=True)
class Place:
    """What is registered, and the unit of work on its database."""

    unit_of_work: DatabaseUnitOfWork
    court_id: CourtId
    other_court_id: CourtId
    body_id: ReferringBodyId
    head_office_id: OrganisationId
    organisation_id: OrganisationId
    mediator_id: MediatorId

    @property
    def court(self) -> Principal:
        return a_caller(TenantKind.COURT, self.court_id)

    @property
    def centre(self) -> Principal:
        return a_caller(TenantKind.ORGANISATION, self.organisation_id)

    @property
    def head_office(self) -> Principal:
        return a_caller(TenantKind.ORGANISATION, self.head_office_id)

    @property
    def referring_body(self) -> Principal:
        return a_caller(TenantKind.REFERRING_BODY, self.body_id)


async def a_place(engine) -> Place:
    """Courts, a referring body, a head office, its local office and a mediator, each under a name of its own."""
    mark = uuid4().hex[:8]
    place = Place(
        unit_of_work=DatabaseUnitOfWork(engine, RING),
        court_id=CourtId(new_id()),
        other_court_id=CourtId(new_id()),
        body_id=ReferringBodyId(new_id()),
        head_office_id=OrganisationId(new_id()),
        organisation_id=OrganisationId(new_id()),
        mediator_id=MediatorId(new_id()),
    )
    head = Organisation(place.head_office_id, f"某省协会{mark}", Body.INDUSTRY, SINCE)
    above = {"parent_id": head.id, "ancestor_ids": (head.id,)}
    async with place.unit_of_work(None) as tx:
        await tx.registry.add_court(Court(place.court_id, f"某区法院{mark}", "basic", SINCE), NOW)
        await tx.registry.add_court(Court(place.other_court_id, f"某市法院{mark}", "intermediate", SINCE), NOW)
        body = ReferringBody(place.body_id, f"某综治中心{mark}", "governance_centre", SINCE)
        await tx.registry.add_referring_body(body, NOW)
        await tx.registry.add_organisation(head, NOW)
        local = Organisation(place.organisation_id, f"某区分会{mark}", Body.INDUSTRY, SINCE, **above)
        await tx.registry.add_organisation(local, NOW)
        await tx.registry.add_mediator(Mediator(place.mediator_id, place.organisation_id, "李调解", SINCE), NOW)
    return place


def a_party(role: str, details: PartyDetails, kind: str = "natural_person") -> Party:
    """A party that is new."""
    return Party(PartyId(new_id()), role, kind, 1, details.id_number is not None, details)


def a_referral(place: Place, kind: Kind = Kind.PRE_FILING, **other) -> Referral:
    """One of the kind in version 1, in the hands of the local office, between an applicant and a respondent."""
    by_court = kind not in {Kind.DIRECT, Kind.TRANSFERRED}
    fields = {
        "id": ReferralId(new_id()),
        "dispute_id": new_id(),
        "kind": kind,
        "track": TRACK_OF[kind],
        "court_id": place.court_id if by_court else None,
        "referring_body_id": place.body_id if kind is Kind.TRANSFERRED else None,
        "cause_code": "88",
        "cause_version": "2026",
        "on_court_platform": True,
        "state": MediationState.ACCEPTED,
        "version": 1,
        "opened_on": DAY,
        "last_fact_on": DAY,
        "last_act_on": DAY,
        "parties": (a_party("applicant", APPLICANT), a_party("respondent", RESPONDENT, "legal_person")),
        "body": Body.INDUSTRY,
        "holder_id": place.organisation_id,
        "holder_ancestor_ids": (place.head_office_id,),
        **other,
    }
    return Referral(**fields)


def a_clock(rule: str = "T05", **other) -> Clock:
    """A running clock of thirty days."""
    end = DAY + timedelta(days=30)
    fields = {"region": Machine.MEDIATION, "state": ClockState.RUNNING, "due_on": end, **other}
    return Clock(id=new_id(), rule=rule, started_on=DAY, raw_end_on=end, provisional=False, **fields)


def an_event(after: Referral, previous: bytes = b"") -> Event:
    """An event that leads to this version, sealed."""
    body = {"action": "x", "machine": "mediation", "procedure_id": None, "state_after": str(after.state)}
    unsealed = Event(
        id=new_id(),
        subject_kind="referral",
        subject_id=after.id,
        version=after.version,
        type="referral.delegated",
        occurred_on=DAY,
        occurred_at=NOW,
        recorded_at=NOW,
        body={**body, "sources": ["PD_DOSSIER"], "on_behalf_of": None},
        actor={"role": "court", "tenant_id": None, "client_id": None},
        audience=after.audience,
        previous=previous,
        hash=b"",
    )
    return seal(unsealed)


def a_key(principal: Principal) -> Kept:
    """A fresh idempotency key with an answer that has its number to come."""
    return Kept(principal.client_id, uuid4().hex, b"f", Answer(201, {"id": str(uuid4()), "number": None}), NOW)


async def opened(
    place: Place, referral: Referral, filing: Filing | None = None, *, by: Principal | None = None
) -> Referral:
    """The referral as it is loaded after it was written by the caller; by the system where none is named."""
    caller = by or place.court
    async with place.unit_of_work(None if by is None else caller.tenant_id) as tx:
        await tx.referrals.create(referral, filing or Filing(), an_event(referral), a_key(caller))
    return await loaded(place, referral.id)


async def moved(place: Place, before: Referral, *, by: Principal | None = None, **changes) -> Referral:
    """The referral as it is loaded after the changes were saved as one transition."""
    after = replace(before, version=before.version + 1, **changes)
    async with place.unit_of_work(None if by is None else by.tenant_id) as tx:
        await tx.referrals.save(before, after, an_event(after, before.chain), None)
    return await loaded(place, before.id)


async def loaded(place: Place, referral_id: ReferralId) -> Referral:
    """The referral with its dossier, seen by the system."""
    async with place.unit_of_work(None) as tx:
        found = await tx.referrals.load(Sought(tenant_id=None, referral_id=referral_id, with_dossier=True))
    assert found.record is not None
    return found.record.referral
