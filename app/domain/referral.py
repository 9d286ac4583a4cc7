"""The referral: one frozen aggregate of everything the lifecycle decides on. Its parts are in `app/domain/parts.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import CourtId, OrganisationId, ReferringBodyId
from app.domain.dossier import EMPTY_DOSSIER, NO_PARTICULARS, Dossier, Particulars
from app.domain.lifecycle.states import (
    FILED_KINDS,
    AgreementState,
    Body,
    ClockState,
    Closure,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Outcome,
    Route,
    Stage,
    Track,
)
from app.domain.parts import (
    OPEN_CLOCK_STATES,
    Agreement,
    AgreementService,
    Assignment,
    Breach,
    Clock,
    Consent,
    Contact,
    MediationSession,
    MediatorAssignment,
    MediatorId,
    OnBehalfOf,
    Party,
    PartyDetails,
    PartyId,
    Performance,
    Procedure,
    ProcedureId,
    ReferralId,
    SeriesId,
    SessionId,
    Signature,
    Term,
)

__all__ = [
    "AGREEMENT_GONE",
    "CONFIRMING",
    "LABOUR_MEDIATORS",
    "LEFT_THE_COURT",
    "OF_THE_CREDITOR",
    "OPEN_CLOCK_STATES",
    "OPEN_PROCEDURE_STATES",
    "STAGE_OF",
    "Agreement",
    "AgreementService",
    "Assignment",
    "Breach",
    "Clock",
    "Consent",
    "Contact",
    "MediationSession",
    "MediatorAssignment",
    "MediatorId",
    "OnBehalfOf",
    "Party",
    "PartyDetails",
    "PartyId",
    "Performance",
    "Procedure",
    "ProcedureId",
    "Referral",
    "ReferralId",
    "SeriesId",
    "SessionId",
    "Signature",
    "Term",
    "due_dates",
]


@dataclass(frozen=True, slots=True)
class Referral:
    """One dispute in the hands of an organisation, or on the way there, with all that the lifecycle needs to judge it.

    Attributes:
        court_id: The court that referred; None for `direct` and `transferred`.
        referring_body_id: The body that transferred; only for `transferred`.
        chosen_organisation_id: Whom the parties chose jointly, while nobody holds the referral.
        mediation_started_on: Day on which the organisation that holds it began to mediate.
        reported_on: After filing: day on which the organisation reported the result; the court then closes. Of what a
            body transferred: day on which that body was told how it ended.
        cancel_requested_on: Day on which the court asked to call off an accepted referral, while that is open.
        suspended_on: Day of the suspension 中止 that stands, or stood when the term expired; with the state in which it
            found the referral, and its reason, a code of list `suspension_reason`.
        dossier: What was recorded around it; loaded only for actions of the dossier, else empty.
        version: Number of transitions so far; raised by every action and by nothing else.
        holder_id: The organisation that holds it now, or None.
        holder_ancestor_ids: Organisations above the holder, nearest first; they see what the holder sees.
        last_fact_on: Legal date of the latest fact.
        last_act_on: Legal date of the latest fact that somebody other than time caused.
        advice: What the court told the party on returning the application, which may tell of people: written once,
            loaded only to be shown.
        chain: Hash of the latest event, empty before the first.
    """

    id: ReferralId
    dispute_id: UUID
    kind: Kind
    track: Track
    court_id: CourtId | None
    cause_code: str | None
    cause_version: str | None
    on_court_platform: bool
    state: MediationState | None
    version: int
    opened_on: date
    last_fact_on: date
    last_act_on: date
    parties: tuple[Party, ...]
    body: Body | None = None
    channel_id: UUID | None = None
    holder_id: OrganisationId | None = None
    holder_ancestor_ids: tuple[OrganisationId, ...] = ()
    outcome: Outcome | None = None
    end_reason: EndReason | None = None
    closure: Closure | None = None
    route: Route | None = None
    materials_received_on: date | None = None
    mediation_started_on: date | None = None
    advice: str | None = None
    chain: bytes = b""
    consents: tuple[Consent, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    mediators: tuple[MediatorAssignment, ...] = ()
    contacts: tuple[Contact, ...] = ()
    sessions: tuple[MediationSession, ...] = ()
    clocks: tuple[Clock, ...] = ()
    agreement: Agreement | None = None
    signatures: tuple[Signature, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    referring_body_id: ReferringBodyId | None = None
    chosen_organisation_id: OrganisationId | None = None
    reported_on: date | None = None
    cancel_requested_on: date | None = None
    suspended_on: date | None = None
    suspended_from: MediationState | None = None
    suspension_reason: str | None = None
    series_id: SeriesId | None = None
    particulars: Particulars = NO_PARTICULARS
    dossier: Dossier = EMPTY_DOSSIER

    @property
    def audience(self) -> tuple[UUID, ...]:
        """Tenants that see the referral now: who referred it, the holder and its ancestors, courts of procedures.

        A court that did not take a procedure, or before which it was withdrawn, keeps what it received and sees
        nothing new.
        """
        referrers = (self.court_id, self.referring_body_id)
        holder = () if self.holder_id is None else (self.holder_id, *self.holder_ancestor_ids)
        courts = (procedure.court_id for procedure in self.procedures if procedure.state not in LEFT_THE_COURT)
        return tuple(dict.fromkeys(x for x in (*referrers, *holder, *courts) if x is not None))

    @property
    def term_runs(self) -> bool | None:
        """While suspended: whether the term runs on; None in every other state."""
        if self.state is not MediationState.SUSPENDED:
            return None
        clock = self.clock(self.term_rule)
        return clock is not None and clock.state is ClockState.RUNNING

    @property
    def bound_party_ids(self) -> frozenset[PartyId]:
        """Parties whom the agreement binds, so that they sign and apply: the agreeing ones, and whoever is to pay."""
        terms = () if self.agreement is None else self.agreement.terms
        payers = {term.payer_party_id for term in terms if term.payer_party_id is not None}
        paying = {party_id for payer in payers for party_id in self.standing(payer)}
        return frozenset(paying | {party.id for party in self.agreeing_parties})

    def standing(self, party_id: PartyId) -> frozenset[PartyId]:
        """Who stands for a party now: itself, or its heirs or successors and theirs (PD_SUCCESSION)."""
        heirs: dict[PartyId, list[PartyId]] = {}
        for party in self.parties:
            if party.succeeds_id is not None:
                heirs.setdefault(party.succeeds_id, []).append(party.id)
        found, asked = set(), [party_id]
        while asked:
            each = asked.pop()
            asked += heirs.get(each, ())
            if each not in heirs:
                found.add(each)
        return frozenset(found)

    @property
    def agreeing_parties(self) -> tuple[Party, ...]:
        """Parties whose consent and signature are needed."""
        return tuple(party for party in self.parties if party.must_agree)

    def party(self, party_id: PartyId) -> Party | None:
        """The party of that id, or None."""
        return next((party for party in self.parties if party.id == party_id), None)

    def word_of(self, party_id: PartyId, by: date, kind: str = "mediate") -> bool | None:
        """The party's word on a matter as of a day: the latest by its date, of one day the one recorded last.

        None where the party has said nothing by then; silence is no consent.
        """
        words = [c for c in self.consents if c.party_id == party_id and c.kind == kind and c.given_on <= by]
        return max(reversed(words), key=lambda word: word.given_on).given if words else None

    @property
    def consented_on(self) -> date:
        """Day on which the last agreeing party consented to mediation; only where none is silent."""
        said = {word.party_id: word.given_on for word in self.consents if word.kind == "mediate" and word.given}
        return max(said[party.id] for party in self.agreeing_parties)

    def silent_by(self, day: date) -> tuple[Party, ...]:
        """Agreeing parties that have not consented to mediation by a day."""
        return tuple(party for party in self.agreeing_parties if not self.word_of(party.id, day))

    @property
    def term_rule(self) -> str | None:
        """Rule of the term of mediation, or None where no statute sets one.

        Before filing T05. After filing T06, or T07 in summary and small-claims procedure; of a judge's own mediation
        T08 or T08S; delegated by a labour arbitration commission T31. On an application of the parties T10 for a labour
        dispute before a body that mediates such, T05 on the court platform. Whether it is a labour dispute was decided
        when the organisation received it: the fifteen days ran from that day, or did not.

        Legal source: IMR 27, OMR 24, CMP 4, W1 item 3, LDMA 14, LAR (mediation).
        """
        if self.kind is Kind.PRE_FILING:
            return "T05"
        if self.kind in FILED_KINDS:
            ordinary, summary = ("T08", "T08S") if self.kind is Kind.ASSISTED else ("T06", "T07")
            return ordinary if self.particulars.procedure_type == "ordinary" else summary
        if self.track is Track.COMMISSION_DELEGATED:
            return "T31"
        if self.body in LABOUR_MEDIATORS and self._labour_term_runs:
            return "T10"
        return "T05" if self.on_court_platform else None

    @property
    def _labour_term_runs(self) -> bool:
        """Whether the fifteen days of labour mediation are those of this turn; a stopped clock may be another's."""
        clock, turn = self.latest_clock("T10"), self.assignments[-1] if self.assignments else None
        if clock is None or turn is None:
            return clock is not None
        stopped = clock.state is ClockState.MET and (clock.closed_on or date.max) <= turn.offered_on
        return clock.started_on >= turn.offered_on and not stopped

    def clock(self, rule: str | None) -> Clock | None:
        """The open (running or paused) clock of that rule, or None."""
        return next((clock for clock in self.clocks if clock.rule == rule and clock.is_open), None)

    def latest_clock(self, rule: str | None) -> Clock | None:
        """The newest clock of that rule in any state, or None."""
        return next((clock for clock in reversed(self.clocks) if clock.rule == rule), None)

    def procedure(self, procedure_id: ProcedureId | None) -> Procedure | None:
        """The procedure of that id, or None."""
        return next((p for p in self.procedures if p.id == procedure_id), None)

    def procedures_of(self, machine: Machine) -> tuple[Procedure, ...]:
        """All procedures of one kind, oldest first."""
        return tuple(p for p in self.procedures if p.machine is machine)

    @property
    def current_assignment(self) -> Assignment | None:
        """The organisation's turn that is not over, or None."""
        return next((a for a in self.assignments if a.ended_on is None), None)

    @property
    def stage(self) -> Stage:
        """The derived stage: an open procedure first, then the mediation and agreement regions."""
        open_kinds = {p.machine for p in self.procedures if p.state in OPEN_PROCEDURE_STATES} - OF_THE_CREDITOR
        if open_kinds & CONFIRMING:
            return Stage.CONFIRMATION
        if open_kinds:
            return Stage.FILING
        if self.state is MediationState.MEDIATION_ENDED and self._agreement_alive:
            return Stage.AGREEMENT
        return STAGE_OF[self.state] if self.state is not None else Stage.INTAKE

    @property
    def _agreement_alive(self) -> bool:
        return self.agreement is not None and self.agreement.state not in AGREEMENT_GONE


AGREEMENT_GONE = frozenset({AgreementState.REFUSED, AgreementState.REPUDIATED})
"""States in which there is no agreement any more."""

LABOUR_MEDIATORS = frozenset({Body.LABOUR, Body.PEOPLE})
"""Bodies that the law names for labour disputes (LDMA 10)."""

OPEN_PROCEDURE_STATES = frozenset(
    {
        *("applied", "under_review", "handed_over", "requested", "made", "fee_noticed", "fee_paid", "referred"),
        *("correcting", "supplementing", "objected"),
        *("issued", "served", "lapsed", "certificate_requested"),
        *("enforcing", "enforcement_settled"),
    }
)
"""Procedure states from which a further step is awaited."""

LEFT_THE_COURT = frozenset({"not_accepted", "withdrawn", "not_registered"})
"""Procedure states after which a court that was only asked has nothing more to do with the referral."""

CONFIRMING = frozenset(
    {Machine.JUDICIAL_CONFIRMATION, Machine.MEDIATION_STATEMENT, Machine.ARBITRATION_REVIEW, Machine.NOTARISATION}
)
"""Procedures that give an agreement force; the others lead to filing, trial, arbitration or the end of the suit."""

OF_THE_CREDITOR = frozenset({Machine.PAYMENT_ORDER, Machine.ENFORCEMENT})
"""What a creditor does about money that is owed; it makes no stage, since the dispute is over."""

STAGE_OF: dict[MediationState, Stage] = {
    MediationState.SUBMITTED: Stage.INTAKE,
    MediationState.CONSULTING: Stage.INTAKE,
    MediationState.RETURNED: Stage.CLOSED,
    MediationState.AWAITING_ACCEPTANCE: Stage.DELEGATED,
    MediationState.OVERDUE: Stage.DELEGATED,
    MediationState.UNASSIGNED: Stage.DELEGATED,
    MediationState.ACCEPTED: Stage.ACCEPTED,
    MediationState.CONTACTING: Stage.ACCEPTED,
    MediationState.MEDIATING: Stage.ACCEPTED,
    MediationState.APPRAISING: Stage.ACCEPTED,
    MediationState.SUSPENDED: Stage.ACCEPTED,
    MediationState.TERM_EXPIRED: Stage.ACCEPTED,
    MediationState.MEDIATION_ENDED: Stage.MEDIATED,
    MediationState.CLOSED: Stage.CLOSED,
}


def due_dates(clocks: Iterable[Clock]) -> dict[str, date]:
    """Rule to last day, for the clocks that run; of several instalments the next one."""
    running = [(c.rule, c.due_on) for c in clocks if c.state is ClockState.RUNNING and c.due_on is not None]
    found = dict(running)
    return found if len(found) == len(running) else {rule: min(d for r, d in running if r == rule) for rule in found}
