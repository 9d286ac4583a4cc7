"""Names of the lifecycle: kinds, tracks, machines, states, actions, event types; stored, and in the contract."""

from enum import StrEnum

from app.domain.lifecycle.actions import Action
from app.domain.lifecycle.event_types import EventType
from app.domain.lifecycle.procedure_states import (
    ArbitrationState,
    ConfirmationState,
    EnforcementState,
    NotarisationState,
    PaymentOrderState,
    RegistrationState,
    ReviewState,
    StatementState,
    TransferState,
    WithdrawalState,
)

__all__ = [
    "FILED_KINDS",
    "Action",
    "AgreementState",
    "ArbitrationState",
    "Body",
    "ClockState",
    "Closure",
    "ConfirmationState",
    "DossierState",
    "EndReason",
    "EnforcementState",
    "EventType",
    "Kind",
    "Machine",
    "MediationState",
    "NotarisationState",
    "Outcome",
    "PaymentOrderState",
    "RegistrationState",
    "ReviewState",
    "Route",
    "SignerRole",
    "Stage",
    "StatementState",
    "Track",
    "TransferState",
    "WithdrawalState",
]


class Kind(StrEnum):
    """How a referral comes about.

    pre_filing   委派, by a court before filing
    post_filing  委托, by a court after filing
    direct       自主受理, the parties apply to the organisation
    transferred  移送, by a body that is no court; legally as direct, with a duty to report back
    assisted     邀请调解, a judge mediates a filed case and invites an organisation to help
    """

    PRE_FILING = "pre_filing"
    POST_FILING = "post_filing"
    DIRECT = "direct"
    TRANSFERRED = "transferred"
    ASSISTED = "assisted"


FILED_KINDS = frozenset({Kind.POST_FILING, Kind.ASSISTED})
"""Kinds of referral of a case that is filed already."""


class Track(StrEnum):
    """The body of procedure that a referral is pinned to when it opens.

    pre_filing_2016  法释〔2016〕14号: the term runs from signed receipt of the court's materials
    pre_filing_2022  法释〔2021〕23号, on the court platform: the term runs from acceptance
    post_filing_2016  法释〔2016〕14号: entrusted after filing, before 2025
    post_filing_first  立案后先行调解, from 2025-01-01: filed first, then mediated; extension of at most thirty days
    in_trial  审理中委托, second instance included
    direct  自主受理, transfers by other bodies included
    judge_led  法院主持调解, to which an organisation is invited
    commission_delegated  仲裁委托调解, transferred by a labour arbitration commission whose hearing waits
    """

    PRE_FILING_2016 = "pre_filing_2016"
    PRE_FILING_2022 = "pre_filing_2022"
    POST_FILING_2016 = "post_filing_2016"
    POST_FILING_FIRST = "post_filing_first"
    IN_TRIAL = "in_trial"
    DIRECT = "direct"
    JUDGE_LED = "judge_led"
    COMMISSION_DELEGATED = "commission_delegated"


class Body(StrEnum):
    """The body of rules that the organisation's kind brings; it decides who must sign and so the effective date."""

    PEOPLE = "people"
    LABOUR = "labour"
    COMMERCIAL = "commercial"
    CHAMBER = "chamber"
    INDUSTRY = "industry"
    INDIVIDUAL_INVITED = "individual_invited"
    LAWYER = "lawyer"
    ADMINISTRATIVE = "administrative"
    NOTARY = "notary"
    CONSUMER = "consumer"
    GOVERNANCE_CENTRE = "governance_centre"


class Machine(StrEnum):
    """The small state machines of one referral; each moves on its own."""

    MEDIATION = "mediation"
    AGREEMENT = "agreement"
    JUDICIAL_CONFIRMATION = "judicial_confirmation"
    CASE_REGISTRATION = "case_registration"
    MEDIATION_STATEMENT = "mediation_statement"
    SUIT_WITHDRAWAL = "suit_withdrawal"
    TRANSFER_TO_TRIAL = "transfer_to_trial"
    LABOUR_ARBITRATION = "labour_arbitration"
    DOSSIER = "dossier"
    PAYMENT_ORDER = "payment_order"
    ARBITRATION_REVIEW = "arbitration_review"
    NOTARISATION = "notarisation"
    ENFORCEMENT = "enforcement"


class MediationState(StrEnum):
    """States of the mediation region."""

    SUBMITTED = "submitted"
    CONSULTING = "consulting"
    RETURNED = "returned"
    AWAITING_ACCEPTANCE = "awaiting_acceptance"
    OVERDUE = "overdue"
    UNASSIGNED = "unassigned"
    ACCEPTED = "accepted"
    CONTACTING = "contacting"
    MEDIATING = "mediating"
    APPRAISING = "appraising"
    SUSPENDED = "suspended"
    TERM_EXPIRED = "term_expired"
    MEDIATION_ENDED = "mediation_ended"
    CLOSED = "closed"


class AgreementState(StrEnum):
    """States of the agreement and performance region; before the first draft the region has no state."""

    PENDING = "agreement_pending"
    EFFECTIVE = "agreement_effective"
    REFUSED = "agreement_refused"
    PERFORMED = "performed"
    BREACHED = "breached"
    REPUDIATED = "agreement_repudiated"


class DossierState(StrEnum):
    """The dossier is open as long as the referral is kept."""

    OPEN = "open"


class Stage(StrEnum):
    """What lists and reports show; derived from the regions, never stored."""

    INTAKE = "intake"
    DELEGATED = "delegated"
    ACCEPTED = "accepted"
    MEDIATED = "mediated"
    AGREEMENT = "agreement"
    CONFIRMATION = "confirmation"
    FILING = "filing"
    CLOSED = "closed"


class Outcome(StrEnum):
    """What the mediation came to."""

    AGREED = "agreed"
    PARTLY_AGREED = "partly_agreed"
    SETTLED_AND_WITHDREW = "settled_and_withdrew"
    NOT_AGREED = "not_agreed"


class EndReason(StrEnum):
    """Why mediation ended: the eight grounds of 法释〔2021〕23号 art. 25."""

    AGREEMENT_REACHED = "agreement_reached"
    SETTLED_AND_WITHDREW = "settled_and_withdrew"
    PARTY_UNREACHABLE = "party_unreachable"
    PARTY_UNWILLING = "party_unwilling"
    DIFFERENCES_TOO_LARGE = "differences_too_large"
    TERM_EXPIRED = "term_expired"
    REFUSED_TO_SIGN = "refused_to_sign"
    OTHER = "other"


class Closure(StrEnum):
    """How the mediation region closed."""

    AGREED = "agreed"
    PARTLY_AGREED = "partly_agreed"
    PERFORMED_AT_ONCE = "performed_at_once"
    WITHDRAWN_AFTER_SETTLEMENT = "withdrawn_after_settlement"
    REGISTERED = "registered"
    ADVISED_TO_SUE = "advised_to_sue"
    RETURNED = "returned"
    TAKEN_BACK = "taken_back"
    MEDIATION_STATEMENT = "mediation_statement"
    CLOSED_BY_OTHER_MEANS = "closed_by_other_means"
    DEEMED_WITHDRAWN = "deemed_withdrawn"
    TO_TRIAL = "to_trial"
    TO_ARBITRATION = "to_arbitration"
    TRANSFERRED_SHAM = "transferred_sham"


class ClockState(StrEnum):
    """States of one legal clock."""

    RUNNING = "running"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"


class SignerRole(StrEnum):
    """Who signs an agreement."""

    PARTY = "party"
    MEDIATOR = "mediator"
    ORGANISATION = "organisation"
    GUARANTOR = "guarantor"


class Route(StrEnum):
    """Where a dispute goes when no (full) agreement was reached."""

    FILING = "filing"
    ADVISED = "advised"
    TRIAL = "trial"
    ARBITRATION = "arbitration"
