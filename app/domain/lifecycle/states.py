"""Names of the lifecycle: kinds, tracks, machines, states, actions, event types; stored, and in the contract."""

from enum import StrEnum

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
    """

    PRE_FILING = "pre_filing"
    POST_FILING = "post_filing"
    DIRECT = "direct"
    TRANSFERRED = "transferred"


class Track(StrEnum):
    """The body of procedure that a referral is pinned to when it opens.

    pre_filing_2016  法释〔2016〕14号: the term runs from signed receipt of the court's materials
    pre_filing_2022  法释〔2021〕23号, on the court platform: the term runs from acceptance
    post_filing_2016  法释〔2016〕14号: entrusted after filing, before 2025
    post_filing_first  立案后先行调解, from 2025-01-01: filed first, then mediated; extension of at most thirty days
    in_trial  审理中委托, second instance included
    direct  自主受理, transfers by other bodies included
    """

    PRE_FILING_2016 = "pre_filing_2016"
    PRE_FILING_2022 = "pre_filing_2022"
    POST_FILING_2016 = "post_filing_2016"
    POST_FILING_FIRST = "post_filing_first"
    IN_TRIAL = "in_trial"
    DIRECT = "direct"


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


class Action(StrEnum):
    """Everything that can be done to a referral or to something under it."""

    SUBMIT = "submit"
    CONSULT = "consult"
    DELEGATE = "delegate"
    RECORD_OPINION = "record_opinion"
    RECORD_CHOICE = "record_choice"
    MISS_CHOICE = "miss_choice"
    MISS_APPOINTMENT = "miss_appointment"
    RETURN = "return"
    ACCEPT = "accept"
    DECLINE = "decline"
    RUN_OVERDUE = "run_overdue"
    REASSIGN = "reassign"
    TAKE_BACK = "take_back"
    CLOSE = "close"
    HAND_BACK = "hand_back"
    REQUEST_CANCEL = "request_cancel"
    CONFIRM_CANCEL = "confirm_cancel"
    REFUSE_CANCEL = "refuse_cancel"
    RECEIVE_MATERIALS = "receive_materials"
    ASSIGN_MEDIATOR = "assign_mediator"
    REPLACE_MEDIATOR = "replace_mediator"
    CONTACT_PARTY = "contact_party"
    MISS_CONTACT = "miss_contact"
    START = "start"
    SCHEDULE_SESSION = "schedule_session"
    HOLD_SESSION = "hold_session"
    MISS_SESSION = "miss_session"
    CANCEL_SESSION = "cancel_session"
    BEGIN_APPRAISAL = "begin_appraisal"
    END_APPRAISAL = "end_appraisal"
    EXTEND_TERM = "extend_term"
    PASS_LABOUR_TERM = "pass_labour_term"  # noqa: S105 - passing a term, no password
    EXPIRE_TERM = "expire_term"
    END = "end"
    END_UNREPORTED = "end_unreported"
    REPORT_RESULT = "report_result"
    CLOSE_BY_OTHER_MEANS = "close_by_other_means"
    REPORT_BACK = "report_back"
    MISS_REPORT_BACK = "miss_report_back"
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
    REQUEST_STATEMENT = "request_statement"
    MAKE_STATEMENT = "make_statement"
    REFUSE_STATEMENT = "refuse_statement"
    RECORD_STATEMENT_RECEIPT = "record_statement_receipt"
    REPUDIATE_STATEMENT = "repudiate_statement"
    APPLY_FOR_WITHDRAWAL = "apply_for_withdrawal"
    PERMIT_WITHDRAWAL = "permit_withdrawal"
    REFUSE_WITHDRAWAL = "refuse_withdrawal"
    GIVE_FEE_NOTICE = "give_fee_notice"
    RECORD_FEE_PAID = "record_fee_paid"
    TRANSFER_TO_TRIAL = "transfer_to_trial"
    RESUME_TRIAL = "resume_trial"
    DEEM_WITHDRAWN = "deem_withdrawn"
    REFER_TO_ARBITRATION = "refer_to_arbitration"
    RECORD_ARBITRATION_ACCEPTED = "record_arbitration_accepted"
    RECORD_ARBITRATION_REFUSED = "record_arbitration_refused"
    ADD_CASE_NUMBER = "add_case_number"
    ADD_REPRESENTATIVE = "add_representative"
    END_REPRESENTATIVE = "end_representative"
    ADD_CLAIM = "add_claim"
    SETTLE_CLAIM = "settle_claim"
    RECORD_CONSENT = "record_consent"
    RECORD_SERVICE_ADDRESS = "record_service_address"
    REQUEST_MATERIALS = "request_materials"
    SUPPLY_MATERIALS = "supply_materials"
    ACKNOWLEDGE_MATERIALS = "acknowledge_materials"
    SEND_NOTICE = "send_notice"
    RECORD_NOTICE_RESULT = "record_notice_result"
    SEND_MESSAGE = "send_message"
    URGE = "urge"
    ANSWER_URGE = "answer_urge"
    MISS_URGE = "miss_urge"
    CORRECT_RECORD = "correct_record"
    REOPEN = "reopen"
    LAPSE_PRESERVATION = "lapse_preservation"
    RECOMPUTE_DEADLINES = "recompute_deadlines"
    AMEND = "amend"
    SET_BUSINESS_STATUS = "set_business_status"
    JOIN_SERIES = "join_series"
    LEAVE_SERIES = "leave_series"
    ADD_DOCUMENT = "add_document"
    WITHDRAW_DOCUMENT = "withdraw_document"
    REQUEST_CORRECTION = "request_correction"
    GIVE_CORRECTION = "give_correction"
    DEEM_APPLICATION_WITHDRAWN = "deem_application_withdrawn"
    OBJECT_TO_CONFIRMATION = "object_to_confirmation"
    DISMISS_OBJECTION = "dismiss_objection"
    REVOKE_CONFIRMATION = "revoke_confirmation"
    AMEND_AGREEMENT = "amend_agreement"
    REPORT_BREACH = "report_breach"
    APPLY_FOR_PAYMENT_ORDER = "apply_for_payment_order"
    ACCEPT_PAYMENT_ORDER = "accept_payment_order"
    REFUSE_PAYMENT_ORDER = "refuse_payment_order"
    ISSUE_PAYMENT_ORDER = "issue_payment_order"
    REJECT_PAYMENT_ORDER = "reject_payment_order"
    SERVE_PAYMENT_ORDER = "serve_payment_order"
    OBJECT_TO_PAYMENT_ORDER = "object_to_payment_order"
    RECEIVE_ENDING_RULING = "receive_ending_ruling"
    DECLINE_SUIT = "decline_suit"
    WITHDRAW_PAYMENT_ORDER = "withdraw_payment_order"
    MISS_ORDER_NOTICE = "miss_order_notice"
    MISS_ORDER_DECISION = "miss_order_decision"
    MAKE_ORDER_EFFECTIVE = "make_order_effective"
    END_UNSERVED_ORDER = "end_unserved_order"
    DEEM_SUIT = "deem_suit"
    APPLY_FOR_ARBITRATION_REVIEW = "apply_for_arbitration_review"
    ACCEPT_REVIEW = "accept_review"
    REFUSE_REVIEW = "refuse_review"
    WITHDRAW_REVIEW = "withdraw_review"
    MAKE_REVIEW_STATEMENT = "make_review_statement"
    REFUSE_REVIEW_STATEMENT = "refuse_review_statement"
    RECORD_REVIEW_RECEIPT = "record_review_receipt"
    MISS_REVIEW = "miss_review"
    APPLY_FOR_NOTARISATION = "apply_for_notarisation"
    NOTARISE = "notarise"
    REFUSE_NOTARISATION = "refuse_notarisation"
    WITHDRAW_NOTARISATION = "withdraw_notarisation"
    REQUEST_CERTIFICATE = "request_certificate"
    ISSUE_CERTIFICATE = "issue_certificate"
    REFUSE_CERTIFICATE = "refuse_certificate"
    APPLY_FOR_ENFORCEMENT = "apply_for_enforcement"
    ACCEPT_ENFORCEMENT = "accept_enforcement"
    REFUSE_ENFORCEMENT = "refuse_enforcement"
    WITHDRAW_ENFORCEMENT = "withdraw_enforcement"
    SETTLE_ENFORCEMENT = "settle_enforcement"
    CLOSE_ENFORCEMENT_ROUND = "close_enforcement_round"
    RESTORE_ENFORCEMENT = "restore_enforcement"
    COMPLETE_ENFORCEMENT = "complete_enforcement"
    END_ENFORCEMENT = "end_enforcement"
    DENY_ENFORCEMENT = "deny_enforcement"
    MISS_APPLICATION_DECISION = "miss_application_decision"
    EXTEND_CONFIRMATION_REVIEW = "extend_confirmation_review"
    MISS_CONFIRMATION_RULING = "miss_confirmation_ruling"
    REQUEST_ORDER_CORRECTION = "request_order_correction"
    GIVE_ORDER_CORRECTION = "give_order_correction"
    EXTEND_ARBITRATION_REVIEW = "extend_arbitration_review"
    REQUEST_FILING_CORRECTION = "request_filing_correction"
    GIVE_FILING_CORRECTION = "give_filing_correction"
    MISS_REGISTRATION_DECISION = "miss_registration_decision"
    SUSPEND = "suspend"
    RESUME = "resume"
    FIND_SHAM = "find_sham"
    CHECK_CONFLICT = "check_conflict"
    DISCLOSE_CONFLICT = "disclose_conflict"
    DECIDE_CONFLICT = "decide_conflict"
    RECORD_OTHER_ROLE = "record_other_role"
    NAME_LEAD = "name_lead"
    REFUSE_MEDIATOR = "refuse_mediator"


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


class Route(StrEnum):
    """Where a dispute goes when no (full) agreement was reached."""

    FILING = "filing"
    ADVISED = "advised"
    TRIAL = "trial"
    ARBITRATION = "arbitration"
