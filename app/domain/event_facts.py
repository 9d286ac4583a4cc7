"""What the events of each action carry under `facts`: names and types, by action.

Effects write facts as they like; this table says what integrators may rely on, and tests hold every event that the
lifecycle makes against it. A name is added, never renamed, and its type never changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.domain.values import replace


class Form(StrEnum):
    """Forms of a single fact, as JSON has them."""

    ID = "id"
    DATE = "date"
    CODE = "code"
    TEXT = "text"
    FLAG = "flag"
    COUNT = "count"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of one fact.

    Attributes:
        form: What a value is. `code` is a snake_case word, `text` a number or key of somebody's own, `money` a
            decimal text in yuan.
        code_list: Name of the list that has the codes; None where they are states or words of the lifecycle.
        always: Whether every event of the action has it.
        nullable: Whether it may be null.
        many: Whether it is an array of such values.
    """

    form: Form
    code_list: str | None = None
    always: bool = True
    nullable: bool = False
    many: bool = False


ID: Final = Shape(Form.ID)
DATE: Final = Shape(Form.DATE)
FLAG: Final = Shape(Form.FLAG)
COUNT: Final = Shape(Form.COUNT)
MONEY: Final = Shape(Form.MONEY)
TEXT: Final = Shape(Form.TEXT)
WORD: Final = Shape(Form.CODE)


def code(name: str) -> Shape:
    """A code of a list."""
    return Shape(Form.CODE, code_list=name)


def maybe(shape: Shape) -> Shape:
    """Not in every event of the action."""
    return replace(shape, always=False)


def or_null(shape: Shape) -> Shape:
    """Always there, null where there is nothing to say."""
    return replace(shape, nullable=True)


def many(shape: Shape) -> Shape:
    """An array."""
    return replace(shape, many=True)


Facts = Mapping[str, Shape]

_ASKED: Final[Facts] = {
    "party_id": ID,
    "purpose": WORD,
    "means": code("contact_means"),
    "result": code("contact_result"),
}
_ENDED: Final[Facts] = {"reason": code("end_reason"), "outcome": code("outcome")}
_CONFLICT: Final[Facts] = {
    "conflict_id": ID,
    "mediator_id": ID,
    "raised_by": WORD,
    "decision": code("conflict_state"),
}
_SESSION: Final[Facts] = {"session_id": ID, "absent_party_ids": many(ID)}
_MATERIAL: Final[Facts] = {"material_id": ID, "material_kind": code("material_kind"), "source": WORD}
_PROCEDURE: Final[Facts] = {"procedure_kind": WORD}
_OPENED: Final[Facts] = {**_PROCEDURE, "court_id": maybe(ID), "closure": maybe(code("closure_code"))}
_STEPPED: Final[Facts] = {**_PROCEDURE, "reason": maybe(WORD), "closure": maybe(code("closure_code"))}

FACTS: Final[Mapping[str, Facts]] = {
    "consult": {},
    "delegate": {"organisation_id": ID},
    "invite": {"organisation_id": ID},
    "reassign": {"organisation_id": ID},
    "accept": {"late": FLAG},
    "submit": {"organisation_id": maybe(ID)},
    "record_choice": {"organisation_id": ID, "chosen_by": many(ID)},
    "miss_choice": {},
    "miss_appointment": {},
    "decline": {"reason": code("decline_reason"), "closure": maybe(code("closure_code"))},
    "hand_back": {"reason": code("hand_back_reason"), "closure": maybe(code("closure_code"))},
    "request_cancel": {"reason": code("cancel_reason"), "message_id": maybe(ID)},
    "confirm_cancel": {},
    "refuse_cancel": {"message_id": maybe(ID)},
    "run_overdue": {},
    "take_back": {},
    "close": {"closure": code("closure_code")},
    "return": {"reason": code("return_reason"), "closure": code("closure_code")},
    "record_opinion": _ASKED,
    "contact_party": _ASKED,
    "miss_contact": {},
    "receive_materials": {},
    "assign_mediator": {"mediator_id": ID, "lead": FLAG, "chosen_by": maybe(many(ID))},
    "replace_mediator": {
        "mediator_id": ID,
        "lead": FLAG,
        "replaced_id": ID,
        "reason": code("mediator_change_reason"),
    },
    "start": {},
    "schedule_session": {"session_id": ID, "number": COUNT, "mode": code("session_mode"), "scheduled_on": DATE},
    "hold_session": _SESSION,
    "miss_session": _SESSION,
    "cancel_session": {"session_id": ID, "reason": code("session_cancel_reason")},
    "begin_appraisal": {},
    "end_appraisal": {},
    "extend_term": {"until": DATE},
    "pass_labour_term": {},
    "expire_term": {},
    "end": _ENDED,
    "end_unreported": _ENDED,
    "report_result": {
        "closure": maybe(code("closure_code")),
        "outcome": or_null(code("outcome")),
        "route": maybe(code("route")),
        "cancel_request_closed": maybe(FLAG),
    },
    "close_by_other_means": {"closure": code("closure_code")},
    "report_back": {"closure": or_null(code("closure_code"))},
    "miss_report_back": {},
    "draft_agreement": {
        "partial": FLAG,
        "term_count": COUNT,
        "form": maybe(code("agreement_form")),
    },
    "sign": {
        "signer_role": code("signer_role"),
        "party_id": maybe(ID),
        "representative_id": maybe(ID),
        "effective_on": maybe(DATE),
        "binding_from": maybe(DATE),
        "binding_basis": maybe(WORD),
    },
    "refuse_to_sign": {"party_id": ID, **_ENDED},
    "record_performance": {
        "performed_on": DATE,
        "term_id": maybe(ID),
        "amount": maybe(MONEY),
        "left": maybe(MONEY),
        "instalment_state": maybe(WORD),
        "means": maybe(code("performance_means")),
    },
    "lapse_confirmation": {},
    "apply_for_confirmation": {**_OPENED, "oral": maybe(FLAG)},
    "hand_over": {**_OPENED, "reason": maybe(code("hand_over_reason"))},
    "accept_application": _STEPPED,
    "refuse_application": {**_STEPPED, "reason": maybe(code("not_accept_reason"))},
    "withdraw_application": _STEPPED,
    "confirm_agreement": _STEPPED,
    "reject_confirmation": {**_STEPPED, "reason": maybe(code("reject_reason"))},
    "register_case": {**_STEPPED, "ended_procedure_ids": maybe(many(ID))},
    "refuse_registration": {**_STEPPED, "reason": maybe(code("registration_refusal_reason"))},
    "request_statement": _OPENED,
    "make_statement": _STEPPED,
    "refuse_statement": {**_STEPPED, "reason": maybe(code("statement_refusal_reason"))},
    "record_statement_receipt": {**_STEPPED, "party_id": ID, "means": code("notice_means")},
    "repudiate_statement": {**_STEPPED, "party_id": ID},
    "apply_for_withdrawal": _OPENED,
    "permit_withdrawal": _STEPPED,
    "refuse_withdrawal": {**_STEPPED, "reason": maybe(code("withdrawal_refusal_reason"))},
    "give_fee_notice": {**_OPENED, "amount": MONEY, "pay_by": DATE},
    "record_fee_paid": {**_STEPPED, "relief": FLAG},
    "transfer_to_trial": _STEPPED,
    "resume_trial": _OPENED,
    "deem_withdrawn": _STEPPED,
    "refer_to_arbitration": _OPENED,
    "record_arbitration_accepted": _STEPPED,
    "record_arbitration_refused": {**_STEPPED, "reason": maybe(code("arbitration_refusal_reason"))},
    "add_case_number": {"case_number_id": ID, "number_kind": code("case_number_kind")},
    "add_representative": {
        "representative_id": ID,
        "party_id": ID,
        "representative_kind": code("representative_kind"),
        "authority": code("authority_scope"),
    },
    "end_representative": {"representative_id": ID},
    "record_succession": {"party_id": ID, "ground": code("succession_ground"), "heir_ids": many(ID)},
    "add_claim": {"claim_id": ID, "party_id": ID, "claim_kind": code("claim_kind")},
    "settle_claim": {"claim_id": ID, "claim_outcome": code("claim_outcome")},
    "record_consent": {"party_id": ID, "consent_kind": code("consent_kind"), "given": FLAG},
    "record_service_address": {
        "service_address_id": ID,
        "party_id": ID,
        "address_kind": code("service_address_kind"),
    },
    "request_materials": {**_MATERIAL, "due_on": maybe(DATE)},
    "supply_materials": _MATERIAL,
    "acknowledge_materials": {"material_ids": many(ID)},
    "send_notice": {"notice_id": ID, "party_id": ID, "notice_kind": code("notice_kind"), "means": code("notice_means")},
    "record_notice_result": {"notice_id": ID, "notice_result": code("notice_result")},
    "send_message": {"message_id": ID, "topic": code("message_topic"), "sender": WORD},
    "urge": {"urging_id": ID, "topic": code("urge_topic"), "reply_by": DATE},
    "answer_urge": {"urging_id": ID},
    "miss_urge": {},
    "correct_record": {
        "record_kind": code("record_kind"),
        "record_id": ID,
        "reason": code("correction_reason"),
        "message_id": maybe(ID),
    },
    "correct_performance": {
        "reason": code("correction_reason"),
        "performance_id": maybe(ID),
        "term_id": maybe(ID),
        "amount": maybe(MONEY),
        "left": maybe(MONEY),
        "instalment_state": maybe(WORD),
        "message_id": maybe(ID),
    },
    "reopen": {"reason": code("reopen_reason"), "until": maybe(DATE), "message_id": maybe(ID)},
    "lapse_preservation": {},
    "recompute_deadlines": {"rules": many(TEXT), "due_before": many(DATE), "due_after": many(DATE)},
    "amend": {"fields": many(WORD)},
    "set_business_status": {
        "business_status": code("business_status"),
        "reason": maybe(code("business_status_reason")),
    },
    "join_series": {"series_id": ID},
    "leave_series": {"series_id": ID},
    "add_document": {
        "document_class": code("document_class"),
        "document_id": maybe(ID),
        "sha256": maybe(TEXT),
        "size_bytes": maybe(COUNT),
    },
    "withdraw_document": {
        "document_class": code("document_class"),
        "document_id": maybe(ID),
        "reason": code("document_withdrawal_reason"),
    },
    "request_correction": {**_STEPPED, "reply_by": DATE},
    "give_correction": _STEPPED,
    "deem_application_withdrawn": {**_STEPPED, "reason": maybe(code("deemed_withdrawal_reason"))},
    "object_to_confirmation": {**_STEPPED, "objector": WORD, "party_id": maybe(ID), "since": DATE},
    "dismiss_objection": _STEPPED,
    "revoke_confirmation": _STEPPED,
    "amend_agreement": {
        "draft_number": COUNT,
        "term_count": COUNT,
        "effective_on": DATE,
        "representative_ids": maybe(many(ID)),
    },
    "report_breach": {"party_id": ID, "breached_on": DATE, "term_ids": maybe(many(ID))},
    "repudiate_agreement": {"party_id": ID},
    "serve_agreement": {"party_id": ID, "means": code("notice_means")},
    "file_agreement": {"filed_on": DATE},
    "record_signing_clause": {"binding_basis": WORD, "binding_from": DATE},
    "fall_due": {"term_id": ID, "due_on": DATE, "left": maybe(MONEY)},
    "miss_performance": {"term_id": ID, "breached_on": DATE, "party_id": maybe(ID)},
    "apply_for_payment_order": {
        **_OPENED,
        "debtor_id": ID,
        "amount": MONEY,
        "labour_payment": maybe(code("labour_payment")),
    },
    "accept_payment_order": _STEPPED,
    "refuse_payment_order": {**_STEPPED, "reason": maybe(code("payment_order_refusal_reason"))},
    "issue_payment_order": _STEPPED,
    "reject_payment_order": {**_STEPPED, "reason": maybe(code("payment_order_refusal_reason"))},
    "serve_payment_order": {**_STEPPED, "means": code("notice_means")},
    "object_to_payment_order": {**_STEPPED, "ground": code("payment_order_objection")},
    "receive_ending_ruling": _STEPPED,
    "decline_suit": _STEPPED,
    "withdraw_payment_order": _STEPPED,
    "miss_order_notice": _STEPPED,
    "miss_order_decision": _STEPPED,
    "make_order_effective": _STEPPED,
    "end_unserved_order": _STEPPED,
    "deem_suit": {**_STEPPED, "filed_on": DATE},
    "apply_for_arbitration_review": _OPENED,
    "accept_review": _STEPPED,
    "refuse_review": {**_STEPPED, "reason": maybe(code("review_not_accept_reason"))},
    "withdraw_review": _STEPPED,
    "make_review_statement": _STEPPED,
    "refuse_review_statement": {**_STEPPED, "reason": maybe(code("review_refusal_reason"))},
    "record_review_receipt": {**_STEPPED, "party_id": ID, "means": code("notice_means")},
    "miss_review": _STEPPED,
    "apply_for_notarisation": _OPENED,
    "notarise": _STEPPED,
    "refuse_notarisation": {**_STEPPED, "reason": maybe(code("notarisation_refusal_reason"))},
    "withdraw_notarisation": _STEPPED,
    "request_certificate": {**_STEPPED, "applicant_ids": many(ID)},
    "issue_certificate": _STEPPED,
    "suspend": {"reason": code("suspension_reason"), "party_id": maybe(ID), "message_id": maybe(ID)},
    "resume": {"reason": code("suspension_reason"), "result": code("suspension_result")},
    "find_sham": {"closure": code("closure_code"), "outcome": code("outcome"), "message_id": maybe(ID)},
    "check_conflict": {
        "conflict_id": ID,
        "mediator_id": ID,
        "decision": code("conflict_state"),
        "earlier_count": COUNT,
        "declared_count": COUNT,
        "own_count": maybe(COUNT),
        "namesake_count": maybe(COUNT),
    },
    "disclose_conflict": {
        **_CONFLICT,
        "relation": code("conflict_relation"),
        "party_id": maybe(ID),
        "message_id": maybe(ID),
    },
    "record_other_role": {**_CONFLICT, "role": code("mediator_other_role")},
    "decide_conflict": {
        "conflict_id": ID,
        "mediator_id": ID,
        "decision": code("conflict_decision"),
        "waived_by": many(ID),
    },
    "name_lead": {"mediator_id": ID, "named_by": many(ID)},
    "refuse_mediator": {**_ENDED, "party_id": ID},
    "dispatch": {
        "organisation_id": ID,
        "from_id": ID,
        "level": COUNT,
        "listing": WORD,
        "ground": code("sharing_ground"),
        "sharing_id": ID,
    },
    "refer_back": {
        "organisation_id": ID,
        "from_id": ID,
        "level": COUNT,
        "reason": code("refer_back_reason"),
        "sharing_id": ID,
    },
    "recall": {
        "organisation_id": ID,
        "from_id": ID,
        "level": COUNT,
        "reason": maybe(code("recall_reason")),
        "sharing_id": ID,
    },
    "allow_organisation": {"organisation_id": ID},
    "share_data": {
        "sharing_id": ID,
        "to_id": ID,
        "ground": code("sharing_ground"),
        "classes": many(code("data_class")),
        "message_id": maybe(ID),
    },
    "refuse_certificate": {**_STEPPED, "reason": maybe(code("certificate_refusal_reason"))},
    "apply_for_enforcement": {
        **_OPENED,
        "instrument": WORD,
        "basis_id": ID,
        "debtor_id": ID,
        "court_ground": code("enforcement_court_ground"),
        "amount": maybe(MONEY),
    },
    "accept_enforcement": _STEPPED,
    "refuse_enforcement": {**_STEPPED, "reason": maybe(code("enforcement_refusal_reason"))},
    "withdraw_enforcement": _STEPPED,
    "settle_enforcement": {**_STEPPED, "perform_by": maybe(DATE)},
    "close_enforcement_round": _STEPPED,
    "restore_enforcement": _STEPPED,
    "complete_enforcement": {**_STEPPED, "term_ids": maybe(many(ID))},
    "end_enforcement": {**_STEPPED, "reason": maybe(code("enforcement_end_reason"))},
    "deny_enforcement": {**_STEPPED, "reason": maybe(code("enforcement_denial_reason"))},
    "miss_application_decision": _STEPPED,
    "extend_confirmation_review": {**_STEPPED, "until": DATE},
    "miss_confirmation_ruling": _STEPPED,
    "request_order_correction": {**_STEPPED, "reply_by": DATE},
    "give_order_correction": _STEPPED,
    "extend_arbitration_review": _STEPPED,
    "request_filing_correction": {**_STEPPED, "reply_by": DATE},
    "give_filing_correction": _STEPPED,
    "miss_registration_decision": _STEPPED,
}
"""By value of `Action`. An action that is not here has facts that nobody promised anything about."""
