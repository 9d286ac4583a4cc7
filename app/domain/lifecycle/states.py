"""Names of the lifecycle: kinds, tracks, machines, states, actions, event types; stored, and in the contract."""

from enum import StrEnum


class Kind(StrEnum):
    """How a referral comes about. 委派 is `pre_filing`."""

    PRE_FILING = "pre_filing"


class Track(StrEnum):
    """The body of procedure that a referral is pinned to when it opens.

    pre_filing_2016  法释〔2016〕14号: the term runs from signed receipt of the court's materials
    pre_filing_2022  法释〔2021〕23号, on the court platform: the term runs from acceptance
    """

    PRE_FILING_2016 = "pre_filing_2016"
    PRE_FILING_2022 = "pre_filing_2022"


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


class MediationState(StrEnum):
    """States of the mediation region."""

    CONSULTING = "consulting"
    RETURNED = "returned"
    AWAITING_ACCEPTANCE = "awaiting_acceptance"
    OVERDUE = "overdue"
    UNASSIGNED = "unassigned"
    ACCEPTED = "accepted"
    CONTACTING = "contacting"
    MEDIATING = "mediating"
    APPRAISING = "appraising"
    TERM_EXPIRED = "term_expired"
    MEDIATION_ENDED = "mediation_ended"
    CLOSED = "closed"


class AgreementState(StrEnum):
    """States of the agreement and performance region; before the first draft the region has no state."""

    PENDING = "agreement_pending"
    EFFECTIVE = "agreement_effective"
    REFUSED = "agreement_refused"
    PERFORMED = "performed"


class ConfirmationState(StrEnum):
    """States of a judicial confirmation 司法确认."""

    APPLIED = "applied"
    NOT_ACCEPTED = "not_accepted"
    ACCEPTED = "under_review"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


class RegistrationState(StrEnum):
    """States of a case registration 立案 after failed mediation."""

    HANDED_OVER = "handed_over"
    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"


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


class Action(StrEnum):
    """Everything that can be done to a referral or to something under it."""

    CONSULT = "consult"
    DELEGATE = "delegate"
    RECORD_OPINION = "record_opinion"
    RETURN = "return"
    ACCEPT = "accept"
    DECLINE = "decline"
    RUN_OVERDUE = "run_overdue"
    REASSIGN = "reassign"
    TAKE_BACK = "take_back"
    CLOSE = "close"
    RECEIVE_MATERIALS = "receive_materials"
    ASSIGN_MEDIATOR = "assign_mediator"
    CONTACT_PARTY = "contact_party"
    MISS_CONTACT = "miss_contact"
    START = "start"
    SCHEDULE_SESSION = "schedule_session"
    HOLD_SESSION = "hold_session"
    MISS_SESSION = "miss_session"
    BEGIN_APPRAISAL = "begin_appraisal"
    END_APPRAISAL = "end_appraisal"
    EXTEND_TERM = "extend_term"
    EXPIRE_TERM = "expire_term"
    END = "end"
    END_UNREPORTED = "end_unreported"
    REPORT_RESULT = "report_result"
    DRAFT_AGREEMENT = "draft_agreement"
    SIGN = "sign"
    REFUSE_TO_SIGN = "refuse_to_sign"
    RECORD_PERFORMANCE = "record_performance"
    LAPSE_CONFIRMATION = "lapse_confirmation"
    APPLY_FOR_CONFIRMATION = "apply_for_confirmation"
    ACCEPT_APPLICATION = "accept_application"
    REFUSE_APPLICATION = "refuse_application"
    WITHDRAW_APPLICATION = "withdraw_application"
    CONFIRM_AGREEMENT = "confirm_agreement"
    REJECT_CONFIRMATION = "reject_confirmation"
    HAND_OVER = "hand_over"
    REGISTER_CASE = "register_case"
    REFUSE_REGISTRATION = "refuse_registration"


class EventType(StrEnum):
    """Types of event that referrals emit."""

    SUBMITTED = "referral.submitted"
    DELEGATED = "referral.delegated"
    RETURNED = "referral.returned"
    ACCEPTED = "referral.accepted"
    DECLINED = "referral.declined"
    OVERDUE = "referral.overdue"
    REASSIGNED = "referral.reassigned"
    TAKEN_BACK = "referral.taken_back"
    CLOSED = "referral.closed"
    MATERIALS_RECEIVED = "materials.received"
    MEDIATOR_ASSIGNED = "mediator.assigned"
    PARTY_CONTACTED = "party.contacted"
    STARTED = "mediation.started"
    EXTENDED = "mediation.extended"
    PAUSED = "mediation.paused"
    RESUMED = "mediation.resumed"
    TERM_EXPIRED = "mediation.term_expired"
    ENDED = "mediation.ended"
    SESSION_SCHEDULED = "session.scheduled"
    SESSION_HELD = "session.held"
    SESSION_MISSED = "session.missed"
    AGREEMENT_DRAFTED = "agreement.drafted"
    AGREEMENT_SIGNED = "agreement.signed"
    AGREEMENT_REFUSED = "agreement.refused"
    AGREEMENT_EFFECTIVE = "agreement.effective"
    PERFORMED = "performance.performed"
    PROCEDURE_APPLIED = "procedure.applied"
    PROCEDURE_ACCEPTED = "procedure.accepted"
    PROCEDURE_NOT_ACCEPTED = "procedure.not_accepted"
    PROCEDURE_GRANTED = "procedure.granted"
    PROCEDURE_REFUSED = "procedure.refused"
    PROCEDURE_WITHDRAWN = "procedure.withdrawn"
    FILING_HANDED_OVER = "filing.handed_over"
    DEADLINE_MISSED = "deadline.missed"


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


class Route(StrEnum):
    """Where a dispute goes when no (full) agreement was reached."""

    FILING = "filing"
    ADVISED = "advised"
