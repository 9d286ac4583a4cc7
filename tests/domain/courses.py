"""Courses of a referral in memory: the pure lifecycle driven by hand, with the real calendar, causes and tracks.

A course has a kind, a track, a body and a day; `delegate`, `consult` or `submit` open it, `do` takes one more action.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache, wraps
from operator import attrgetter
from typing import TypeVar
from uuid import UUID

from app.adapters.reference_data import load_calendar, load_causes, load_tracks
from app.domain import commands as c
from app.domain.access import ActorRole, CourtId, OrganisationId, ReferringBodyId
from app.domain.causes import CauseTree
from app.domain.dossier import Particulars
from app.domain.fact import Fact
from app.domain.lifecycle.apply import apply, open_referral
from app.domain.lifecycle.states import (
    FILED_KINDS,
    Body,
    ClockState,
    EndReason,
    Kind,
    Machine,
    Route,
    SignerRole,
    Track,
)
from app.domain.lifecycle.table import BY_COURT, OF_COURT, TRACKS_OF, RuleBook
from app.domain.lifecycle.times import command_of_time
from app.domain.referral import Consent, MediatorId, Party, PartyDetails, PartyId, ProcedureId, Referral, ReferralId
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow
from app.domain.values import replace

COURT, CENTRE, CLOCK = ActorRole.COURT, ActorRole.ORGANISATION, ActorRole.CLOCK
SENDER = ActorRole.REFERRING_BODY
APPLICANT, RESPONDENT, RELATED = (PartyId(UUID(int=n)) for n in (101, 102, 103))
COURT_ID, OTHER_COURT_ID = CourtId(UUID(int=1)), CourtId(UUID(int=7))
CENTRE_ID, OTHER_CENTRE_ID = OrganisationId(UUID(int=2)), OrganisationId(UUID(int=3))
ROOT_ID, CHILD_ID, GRANDCHILD_ID = (OrganisationId(UUID(int=n)) for n in (20, 21, 22))
"""Above both centres, below the first of them, and below that."""
ABOVE = {CHILD_ID: (CENTRE_ID, ROOT_ID), GRANDCHILD_ID: (CHILD_ID, CENTRE_ID, ROOT_ID)}
SENDER_ID = ReferringBodyId(UUID(int=8))
MEDIATOR, OTHER_MEDIATOR = MediatorId(UUID(int=4)), MediatorId(UUID(int=5))
PARTIES = (
    Party(APPLICANT, "applicant", "natural_person", 1, has_identity=False),
    Party(RESPONDENT, "respondent", "legal_person", 1, has_identity=True),
    Party(RELATED, "related", "legal_person", 1, has_identity=False),
)
IDENTITY = PartyDetails(name="", id_type="resident_id", id_number="11010519491231002X")
OPENED_ON = date(2026, 9, 7)
BOTH = (APPLICANT, RESPONDENT)
LABOUR_CAUSE = "205.5"
OPENED_ON_TRACK = {Track.POST_FILING_2016: date(2024, 9, 9)}
"""A day on which the track was open, where `OPENED_ON` is none."""


@cache
def book() -> RuleBook:
    return RuleBook(calendar=load_calendar(), causes=CauseTree.of(load_causes()), tracks=load_tracks())


def court_facts(
    *,
    late_acceptance: bool = True,
    identity: CourtId = COURT_ID,
    confirmation: str = "refused",
    term_on_reassignment: str = "restart",
    pauses: bool = False,
    on_dispatch: str = "run_on",
    full: str = "warn",
    statement: str = "refused",
) -> CourtFacts:
    return CourtFacts(
        identity,
        active=True,
        tracks=frozenset(Track),
        late_acceptance=late_acceptance,
        confirmation_after_entrustment=confirmation,
        term_on_reassignment=term_on_reassignment,
        suspension_pauses_term=pauses,
        acceptance_on_dispatch=on_dispatch,
        full_organisation=full,
        statement_before_filing=statement,
    )


@cache
def organisation(identity: OrganisationId = CENTRE_ID, body: Body = Body.CHAMBER) -> OrganisationFacts:
    return OrganisationFacts(identity, active=True, body=body, ancestor_ids=ABOVE.get(identity, (ROOT_ID,)))


@cache
def in_office(mediator: MediatorId, holder: OrganisationId) -> MediatorFacts:
    return MediatorFacts(mediator, holder, active=True)


@cache
def on_day(day: date) -> LegalNow:
    return LegalNow(datetime(2026, 1, 1, tzinfo=UTC), day)


CHANNEL = ChannelFacts(UUID(int=9), strict=False, cause_roots=(), mode="hq_to_hq")


class Mint:
    """Ids in order, so that two courses that go the same way are equal."""

    def __init__(self) -> None:
        self.given = 999

    def __call__(self) -> UUID:
        self.given += 1
        return UUID(int=self.given)


_BEGINNING = attrgetter(
    *("track", "body", "cause", "consenting", "today", "court", "kind", "on_platform", "procedure_type"),
    *("arbitration", "means", "holder_active", "mint.given"),
)
Walk = TypeVar("Walk", bound=Callable[..., "Course"])


def once(walk: Walk) -> Walk:
    """A shortcut that courses which begin alike walk once; all others, and kinds of course of their own, walk it."""
    walked: dict[Hashable, tuple[Referral | None, list[Fact], date, int]] = {}

    @wraps(walk)
    def shortcut(course: "Course", **how: object) -> "Course":
        if type(course) is not Course or course.referral is not None or course.roster:
            return walk(course, **how)
        key = (*_BEGINNING(course), *how.items())
        if key not in walked:
            walk(course, **how)
            walked[key] = (course.referral, [*course.facts], course.today, course.mint.given)
        else:
            course.referral, facts, course.today, course.mint.given = walked[key]
            course.facts = [*facts]
        return course

    return shortcut  # type: ignore[return-value]


@dataclass
class Course:
    """One referral being walked; `today` is the legal date and only moves when told.

    `kind` and `on_platform` follow from the track unless they are given; a track that is over starts on a day of its
    own time.
    """

    track: Track = Track.PRE_FILING_2022
    body: Body = Body.CHAMBER
    cause: str | None = "88"
    consenting: tuple[PartyId, ...] = BOTH
    today: date = OPENED_ON
    court: CourtFacts = field(default_factory=court_facts)
    kind: Kind | None = None
    on_platform: bool | None = None
    procedure_type: str = "ordinary"
    arbitration: str | None = None
    means: str = "electronic"
    mint: Mint = field(default_factory=Mint)
    facts: list[Fact] = field(default_factory=list)
    referral: Referral | None = None
    holder_active: bool = True
    roster: dict[MediatorId, MediatorFacts] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind is None:
            self.kind = next(kind for kind, tracks in TRACKS_OF.items() if self.track in tracks)
        if self.on_platform is None:
            self.on_platform = self.track in {Track.PRE_FILING_2022, Track.DIRECT}
        if self.today == OPENED_ON:
            self.today = OPENED_ON_TRACK.get(self.track, OPENED_ON)

    @property
    def now(self) -> LegalNow:
        return on_day(self.today)

    @property
    def at(self) -> Referral:
        assert self.referral is not None
        return self.referral

    @property
    def book(self) -> RuleBook:
        return replace(
            book(), court=self.court if self.kind in OF_COURT else None, holder=self.holder, mediators=self.office
        )

    @property
    def holder(self) -> OrganisationFacts | None:
        """What the registry says of the organisation that holds it."""
        if self.referral is None or self.referral.holder_id is None:
            return None
        facts = organisation(self.referral.holder_id, self.body)
        return facts if self.holder_active else replace(facts, active=False)

    @property
    def office(self) -> dict[MediatorId, MediatorFacts]:
        """What the registry says of its mediators: that they may mediate, save those of whom it says otherwise."""
        turns = () if self.referral is None else self.referral.mediators
        holder_id = CENTRE_ID if self.referral is None else self.referral.holder_id or CENTRE_ID
        known = {turn.mediator_id: in_office(turn.mediator_id, holder_id) for turn in turns}
        return known | self.roster

    @property
    def opener(self) -> ActorRole:
        """Who opens referrals of the kind."""
        return {Kind.DIRECT: CENTRE, Kind.TRANSFERRED: SENDER}.get(self.kind or Kind.PRE_FILING, COURT)

    @property
    def leader(self) -> ActorRole:
        """Who leads the mediation."""
        return COURT if self.kind is Kind.ASSISTED else CENTRE

    @property
    def channel(self) -> ChannelFacts | None:
        return CHANNEL if self.kind in BY_COURT else None

    @property
    def named_court(self) -> CourtFacts | None:
        """The court that a procedure names: none where a court referred."""
        return None if self.kind in OF_COURT else court_facts(identity=OTHER_COURT_ID)

    @property
    def particulars(self) -> Particulars:
        if self.kind in FILED_KINDS:
            filed_on = self.today - timedelta(days=3)
            return Particulars(filed_on=filed_on, procedure_type=self.procedure_type, arbitration=self.arbitration)
        return Particulars(arbitration=self.arbitration)

    def new(self) -> c.NewReferral:
        consents = tuple(Consent(self.mint(), p, "mediate", True, self.today) for p in self.consenting)
        assert self.kind is not None
        return c.NewReferral(
            id=ReferralId(self.mint()),
            dispute_id=self.mint(),
            kind=self.kind,
            court=self.court if self.kind in OF_COURT else None,
            on_court_platform=bool(self.on_platform),
            cause_code=self.cause,
            cause_version="2026",
            parties=PARTIES,
            consents=consents,
            referring_body_id=SENDER_ID if self.kind is Kind.TRANSFERRED else None,
            applied_to=organisation(body=self.body) if self.kind is Kind.DIRECT else None,
            in_trial=self.track is Track.IN_TRIAL,
            by_commission=self.track is Track.COMMISSION_DELEGATED,
            particulars=self.particulars,
        )

    def open(self, command: c.Submit | c.Consult | c.Delegate | c.Invite) -> "Course":
        self.referral, fact = open_referral(self.new(), command, self.opener, self.now, self.book, self.mint)
        self.facts.append(fact)
        return self

    def consult(self) -> "Course":
        """A consultation; of a direct application first the application itself."""
        if self.kind is Kind.DIRECT:
            return self.submit().do(c.Consult())
        return self.open(c.Consult())

    def delegate(self) -> "Course":
        """An offer; where the parties apply to the organisation, the application, which is the same to it.

        Whoever is invited to help a judge has the referral at once.
        """
        if self.kind is Kind.DIRECT:
            return self.submit()
        if self.kind is Kind.ASSISTED:
            return self.open(c.Invite(organisation=organisation(body=self.body)))
        return self.open(c.Delegate(organisation=organisation(body=self.body), channel=self.channel))

    def submit(self) -> "Course":
        return self.open(c.Submit())

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
        return self.do(command_of_time(rule, self.at), CLOCK)

    def sweep(self) -> "Course":
        """Let time act on every clock whose last day is over, the longest overdue first."""
        while True:
            running = [x for x in self.at.clocks if x.state is ClockState.RUNNING]
            over = [(x.due_on, x.rule) for x in running if x.due_on is not None]
            if not over or min(over)[0] >= self.today:
                return self
            self.do(command_of_time(min(over)[1], self.at), CLOCK)

    def term_over(self) -> "Course":
        """Past the last day of the term."""
        rule = self.at.term_rule
        assert rule is not None
        return self.past(rule)

    # Shortcuts to the states that tests start from.

    @once
    def accepted(self) -> "Course":
        """Accepted, and the materials signed for where the term waits for that."""
        if self.kind is Kind.ASSISTED:
            return self.delegate()
        self.delegate().do(c.Accept(organisation=organisation(body=self.body)))
        by_receipt = self.track is Track.PRE_FILING_2016 or self.kind is Kind.POST_FILING
        return self.do(c.ReceiveMaterials()) if by_receipt else self

    def contacting(self) -> "Course":
        return self.accepted().do(contact(RESPONDENT))

    @once
    def mediating(self) -> "Course":
        return self.accepted().do(assign()).do(begin(), self.leader)

    @once
    def appraising(self) -> "Course":
        return self.mediating().do(c.BeginAppraisal(agreed_by=BOTH))

    @once
    def expired(self) -> "Course":
        return self.mediating().term_over()

    @once
    def agreed(self, *, partial: bool = False) -> "Course":
        return self.mediating().do(c.End(reason=EndReason.AGREEMENT_REACHED, partial=partial), self.leader)

    @once
    def drafted(self, *, partial: bool = False) -> "Course":
        return self.agreed(partial=partial).do(c.DraftAgreement(terms=()), self.leader)

    @once
    def effective(self, *, partial: bool = False) -> "Course":
        self.drafted(partial=partial)
        for signature in self.signatures:
            self.do(signature, self.leader)
        return self

    @property
    def signatures(self) -> tuple[c.Sign, ...]:
        """Who signs; before a judge the parties alone."""
        return signatures(Body.CHAMBER if self.kind is Kind.ASSISTED else self.body, self.means)

    @once
    def failed(self) -> "Course":
        return self.mediating().do(c.End(reason=EndReason.DIFFERENCES_TOO_LARGE), self.leader)

    def to_filing(self) -> "Course":
        return self.failed().do(c.ReportResult(route=Route.FILING))

    def applied(self) -> "Course":
        return self.effective().do(c.ApplyForConfirmation(applicant_ids=BOTH, court=self.named_court))

    def handed_over(self) -> "Course":
        return self.to_filing().do(c.HandOver(court=self.named_court))

    def registered(self) -> "Course":
        """An agreement on a part, a case registered for the rest."""
        self.effective(partial=True).do(c.ReportResult(route=Route.FILING))
        return self.do(c.HandOver(court=self.named_court)).step(c.RegisterCase)

    def statement_requested(self) -> "Course":
        """After filing, before a court that may serve electronically on the applicant."""
        return self.effective().do(c.RequestStatement(applicant_ids=BOTH))

    def statement_made(self) -> "Course":
        return self.statement_requested().step(c.MakeStatement)

    def withdrawal(self) -> "Course":
        return self.effective().do(c.ApplyForWithdrawal(applicant_ids=(APPLICANT,)))

    def fee_noticed(self) -> "Course":
        notice = c.GiveFeeNotice(amount=Decimal("50.00"), pay_by=self.failed().today + timedelta(days=7))
        return self.do(notice, COURT)

    def receipt(self, party: PartyId, means: str = "personal") -> "Course":
        statement = self.at.procedures_of(Machine.MEDIATION_STATEMENT)[-1]
        command = c.RecordStatementReceipt(
            procedure_id=statement.id, machine=statement.machine, party_id=party, means=means
        )
        return self.do(command, COURT)

    def to_arbitration(self) -> "Course":
        return self.failed().do(c.ReportResult(route=Route.ARBITRATION))

    def arbitrating(self) -> "Course":
        return self.to_arbitration().do(c.ReferToArbitration())

    def step(self, kind: type[c.ProcedureCommand], reason: str | None = None, actor: ActorRole = COURT) -> "Course":
        newest = self.at.procedures[-1]
        return self.do(kind(procedure_id=newest.id, machine=newest.machine, reason=reason), actor)


def contact(party: PartyId, result: str = "consents") -> c.ContactParty:
    return c.ContactParty(party_id=party, means="phone", result=result)


def assign(mediator: MediatorId = MEDIATOR) -> c.AssignMediator:
    return c.AssignMediator(mediator=MediatorFacts(mediator, CENTRE_ID, active=True))


def replace_mediator(reason: str = "unavailable", mediator: MediatorId = OTHER_MEDIATOR) -> c.ReplaceMediator:
    facts = MediatorFacts(mediator, CENTRE_ID, active=True)
    return c.ReplaceMediator(mediator=facts, replaced_id=MEDIATOR, reason=reason)


def begin() -> c.Start:
    return c.Start(
        rights_notice_given=True,
        sham_warning_given=True,
        service_address_form=True,
        identities={APPLICANT: IDENTITY},
    )


def signatures(body: Body, means: str = "electronic") -> tuple[c.Sign, ...]:
    parties = tuple(c.Sign(role=SignerRole.PARTY, party_id=p, means=means) for p in BOTH)
    if body not in {Body.PEOPLE, Body.LABOUR, Body.COMMERCIAL}:
        return parties
    others = (SignerRole.MEDIATOR, SignerRole.ORGANISATION)
    return (*parties, *(c.Sign(role=role, party_id=None, means="seal") for role in others))


def promise(due_on: date, amount: int = 1000) -> c.NewTerm:
    """The respondent pays by that day."""
    return c.NewTerm(RESPONDENT, Decimal(amount), due_on, "x")


def promised(course: Course) -> Course:
    """An effective agreement by which the respondent pays today."""
    course.agreed().do(c.DraftAgreement(terms=(promise(course.today),)), course.leader)
    for signature in course.signatures:
        course.do(signature, course.leader)
    return course


def in_instalments(course: Course, *amounts: int) -> Course:
    """An effective agreement by which the respondent pays in instalments, one each ten days from today on."""
    first = course.agreed().today
    terms = tuple(promise(first + timedelta(days=10 * n), amount) for n, amount in enumerate(amounts))
    course.do(c.DraftAgreement(terms=terms), course.leader)
    for signature in course.signatures:
        course.do(signature, course.leader)
    return course


def paid(course: Course, place: int, amount: int | None = None, **more: object) -> c.RecordPerformance:
    """One instalment, or so much of it, was paid, as the applicant confirms."""
    agreement = course.at.agreement
    assert agreement is not None
    given: dict[str, object] = {"confirmed_by": APPLICANT, **more}
    money = None if amount is None else Decimal(amount)
    return c.RecordPerformance(term_id=agreement.terms[place].id, amount=money, **given)  # type: ignore[arg-type]


def next_step(course: Course, kind: type[c.ProcedureCommand], **fields: object) -> c.ProcedureCommand:
    """A step of the newest procedure with fields of its own."""
    newest = course.at.procedures[-1]
    return kind(procedure_id=newest.id, machine=newest.machine, **fields)  # type: ignore[arg-type]


def procedure_id(referral: Referral, machine: Machine) -> ProcedureId:
    found = referral.procedures_of(machine)
    return found[-1].id if found else ProcedureId(UUID(int=0))
