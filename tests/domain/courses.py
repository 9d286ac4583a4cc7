"""Courses of a referral in memory: the pure lifecycle driven by hand, with the real calendar and causes."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from uuid import UUID

from app.adapters.reference_data import load_calendar, load_causes
from app.domain import commands as c
from app.domain.access import ActorRole, CourtId, OrganisationId
from app.domain.causes import CauseTree
from app.domain.fact import Fact
from app.domain.lifecycle.apply import apply, open_referral
from app.domain.lifecycle.states import Body, EndReason, Kind, Machine, Route, SignerRole, Track
from app.domain.lifecycle.table import RuleBook
from app.domain.referral import Consent, MediatorId, Party, PartyDetails, PartyId, ProcedureId, Referral, ReferralId
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow

COURT, CENTRE, CLOCK = ActorRole.COURT, ActorRole.ORGANISATION, ActorRole.CLOCK
APPLICANT, RESPONDENT, RELATED = (PartyId(UUID(int=n)) for n in (101, 102, 103))
COURT_ID = CourtId(UUID(int=1))
CENTRE_ID, OTHER_CENTRE_ID = OrganisationId(UUID(int=2)), OrganisationId(UUID(int=3))
MEDIATOR = MediatorId(UUID(int=4))
PARTIES = (
    Party(APPLICANT, "applicant", "natural_person", 1, has_identity=False),
    Party(RESPONDENT, "respondent", "legal_person", 1, has_identity=True),
    Party(RELATED, "related", "legal_person", 1, has_identity=False),
)
IDENTITY = PartyDetails(name="", id_type="resident_id", id_number="11010519491231002X")
OPENED_ON = date(2026, 9, 7)
BOTH = (APPLICANT, RESPONDENT)


@cache
def book() -> RuleBook:
    return RuleBook(calendar=load_calendar(), causes=CauseTree.of(load_causes()))


def court_facts(*, late_acceptance: bool = True) -> CourtFacts:
    return CourtFacts(COURT_ID, active=True, tracks=frozenset(Track), late_acceptance=late_acceptance)


def organisation(identity: OrganisationId = CENTRE_ID, body: Body = Body.CHAMBER) -> OrganisationFacts:
    return OrganisationFacts(identity, active=True, body=body)


CHANNEL = ChannelFacts(UUID(int=9), strict=False, cause_roots=())


def minter() -> Callable[[], UUID]:
    numbers = count(1000)
    return lambda: UUID(int=next(numbers))


@dataclass
class Course:
    """One referral being walked; `today` is the legal date and only moves when told."""

    track: Track = Track.PRE_FILING_2022
    body: Body = Body.CHAMBER
    cause: str | None = "88"
    consenting: tuple[PartyId, ...] = BOTH
    today: date = OPENED_ON
    court: CourtFacts = field(default_factory=court_facts)
    mint: Callable[[], UUID] = field(default_factory=minter)
    facts: list[Fact] = field(default_factory=list)
    referral: Referral | None = None

    @property
    def now(self) -> LegalNow:
        return LegalNow(datetime(2026, 1, 1, tzinfo=UTC), self.today)

    @property
    def at(self) -> Referral:
        assert self.referral is not None
        return self.referral

    @property
    def book(self) -> RuleBook:
        return replace(book(), court=self.court)

    def new(self) -> c.NewReferral:
        consents = tuple(Consent(self.mint(), p, "mediate", True, self.today) for p in self.consenting)
        return c.NewReferral(
            id=ReferralId(self.mint()),
            dispute_id=self.mint(),
            kind=Kind.PRE_FILING,
            court=self.court,
            on_court_platform=self.track is Track.PRE_FILING_2022,
            cause_code=self.cause,
            cause_version="2026",
            parties=PARTIES,
            consents=consents,
        )

    def open(self, command: c.Consult | c.Delegate) -> "Course":
        self.referral, fact = open_referral(self.new(), command, self.now, self.book, self.mint)
        self.facts.append(fact)
        return self

    def consult(self) -> "Course":
        return self.open(c.Consult())

    def delegate(self) -> "Course":
        return self.open(c.Delegate(organisation=organisation(body=self.body), channel=CHANNEL))

    def do(self, command: c.Command, actor: ActorRole = CENTRE) -> "Course":
        self.referral, fact = apply(self.at, command, actor, self.now, self.book, self.mint)
        self.facts.append(fact)
        return self

    def later(self, days: int) -> "Course":
        self.today += timedelta(days=days)
        return self

    def on(self, day: date) -> "Course":
        self.today = day
        return self

    def past(self, rule: str) -> "Course":
        """Move to the day after the clock's last day and let time act."""
        clock = self.at.clock(rule)
        assert clock is not None
        assert clock.due_on is not None
        self.today = clock.due_on + timedelta(days=1)
        return self.do(c.BY_CLOCK[rule](), CLOCK)

    # Shortcuts to the states that tests start from.

    def accepted(self) -> "Course":
        self.delegate().do(c.Accept(organisation=organisation(body=self.body)))
        return self.do(c.ReceiveMaterials()) if self.track is Track.PRE_FILING_2016 else self

    def contacting(self) -> "Course":
        return self.accepted().do(contact(RESPONDENT))

    def mediating(self) -> "Course":
        return self.accepted().do(assign()).do(begin())

    def appraising(self) -> "Course":
        return self.mediating().do(c.BeginAppraisal(agreed_by=BOTH))

    def expired(self) -> "Course":
        return self.mediating().past("T05")

    def agreed(self, *, partial: bool = False) -> "Course":
        return self.mediating().do(c.End(reason=EndReason.AGREEMENT_REACHED, partial=partial))

    def drafted(self, *, partial: bool = False) -> "Course":
        return self.agreed(partial=partial).do(c.DraftAgreement(terms=()))

    def effective(self, *, partial: bool = False) -> "Course":
        self.drafted(partial=partial)
        for signature in signatures(self.body):
            self.do(signature)
        return self

    def failed(self) -> "Course":
        return self.mediating().do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE))

    def to_filing(self) -> "Course":
        return self.failed().do(c.ReportResult(route=Route.FILING))

    def applied(self) -> "Course":
        return self.effective().do(c.ApplyForConfirmation(applicant_ids=BOTH))

    def handed_over(self) -> "Course":
        return self.to_filing().do(c.HandOver())

    def step(self, kind: type[c.ProcedureCommand], reason: str | None = None, actor: ActorRole = COURT) -> "Course":
        newest = self.at.procedures[-1]
        return self.do(kind(procedure_id=newest.id, machine=newest.machine, reason=reason), actor)


def contact(party: PartyId, result: str = "consents") -> c.ContactParty:
    return c.ContactParty(party_id=party, means="phone", result=result)


def assign() -> c.AssignMediator:
    return c.AssignMediator(mediator=MediatorFacts(MEDIATOR, CENTRE_ID, active=True))


def begin() -> c.Start:
    return c.Start(
        rights_notice_given=True,
        sham_warning_given=True,
        service_address_form=True,
        identities={APPLICANT: IDENTITY},
    )


def signatures(body: Body) -> tuple[c.Sign, ...]:
    parties = tuple(c.Sign(role=SignerRole.PARTY, party_id=p, means="electronic") for p in BOTH)
    if body not in {Body.PEOPLE, Body.LABOUR, Body.COMMERCIAL}:
        return parties
    others = (SignerRole.MEDIATOR, SignerRole.ORGANISATION)
    return (*parties, *(c.Sign(role=role, party_id=None, means="seal") for role in others))


def procedure_id(referral: Referral, machine: Machine) -> ProcedureId:
    found = referral.procedures_of(machine)
    return found[-1].id if found else ProcedureId(UUID(int=0))
