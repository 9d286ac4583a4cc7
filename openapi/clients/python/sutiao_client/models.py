"""What the API takes and gives, as JSON has it. Generated from the contract; not to be edited.

Lists of codes grow: a value that is not among the literals of a type may come in an answer.
"""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

class AcceptApplicationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class AcceptApplicationRequest(TypedDict):
    """The court accepts the application for review."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["accept_application"]


class AcceptEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class AcceptEnforcementRequest(TypedDict):
    """The court takes the application 执行立案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["accept_enforcement"]


class AcceptFacts(TypedDict):
    late: bool


class AcceptPaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class AcceptPaymentOrderRequest(TypedDict):
    """The court accepts the application."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["accept_payment_order"]


class AcceptRequest(TypedDict):
    """The organisation takes the referral 接受."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["accept"]


class AcceptReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class AcceptReviewRequest(TypedDict):
    """The commission accepts the application."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["accept_review"]


class AcceptanceWindow(TypedDict):
    """The window for acceptance, the same for all levels."""

    due_on: str
    working_days_left: int


class AccessList(TypedDict):
    """A page of readings, newest first."""

    items: list[AccessView]
    next: str | None


class AccessView(TypedDict):
    """One reading of personal data in the clear: who, of which referral, what, when. It holds none of the data."""

    id: str
    tenant_id: str
    client_id: str
    referral_id: str | None
    referral_mark: str
    what: list[str]
    recorded_at: str


class AcknowledgeMaterialsFacts(TypedDict):
    material_ids: list[str]


class AcknowledgeMaterialsRequest(TypedDict):
    """Receipt of supplied materials 收讫."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["acknowledge_materials"]
    material_ids: list[str]


Act: TypeAlias = Literal["offered", "dispatched", "referred_back", "recalled"]


Action: TypeAlias = Literal[
    "submit",
    "consult",
    "delegate",
    "invite",
    "record_opinion",
    "record_choice",
    "miss_choice",
    "miss_appointment",
    "return",
    "accept",
    "decline",
    "run_overdue",
    "reassign",
    "take_back",
    "close",
    "hand_back",
    "request_cancel",
    "confirm_cancel",
    "refuse_cancel",
    "receive_materials",
    "assign_mediator",
    "replace_mediator",
    "contact_party",
    "miss_contact",
    "start",
    "schedule_session",
    "hold_session",
    "miss_session",
    "cancel_session",
    "begin_appraisal",
    "end_appraisal",
    "extend_term",
    "pass_labour_term",
    "expire_term",
    "end",
    "end_unreported",
    "report_result",
    "close_by_other_means",
    "report_back",
    "miss_report_back",
    "draft_agreement",
    "sign",
    "refuse_to_sign",
    "record_performance",
    "lapse_confirmation",
    "apply_for_confirmation",
    "accept_application",
    "refuse_application",
    "withdraw_application",
    "confirm_agreement",
    "reject_confirmation",
    "hand_over",
    "register_case",
    "refuse_registration",
    "request_statement",
    "make_statement",
    "refuse_statement",
    "record_statement_receipt",
    "repudiate_statement",
    "apply_for_withdrawal",
    "permit_withdrawal",
    "refuse_withdrawal",
    "give_fee_notice",
    "record_fee_paid",
    "transfer_to_trial",
    "resume_trial",
    "deem_withdrawn",
    "refer_to_arbitration",
    "record_arbitration_accepted",
    "record_arbitration_refused",
    "add_case_number",
    "add_representative",
    "end_representative",
    "record_succession",
    "add_claim",
    "settle_claim",
    "record_consent",
    "record_service_address",
    "request_materials",
    "supply_materials",
    "acknowledge_materials",
    "send_notice",
    "record_notice_result",
    "send_message",
    "urge",
    "answer_urge",
    "miss_urge",
    "correct_record",
    "correct_performance",
    "reopen",
    "lapse_preservation",
    "recompute_deadlines",
    "amend",
    "set_business_status",
    "join_series",
    "leave_series",
    "add_document",
    "withdraw_document",
    "request_correction",
    "give_correction",
    "deem_application_withdrawn",
    "object_to_confirmation",
    "dismiss_objection",
    "revoke_confirmation",
    "amend_agreement",
    "report_breach",
    "apply_for_payment_order",
    "accept_payment_order",
    "refuse_payment_order",
    "issue_payment_order",
    "reject_payment_order",
    "serve_payment_order",
    "object_to_payment_order",
    "receive_ending_ruling",
    "decline_suit",
    "withdraw_payment_order",
    "miss_order_notice",
    "miss_order_decision",
    "make_order_effective",
    "end_unserved_order",
    "deem_suit",
    "apply_for_arbitration_review",
    "accept_review",
    "refuse_review",
    "withdraw_review",
    "make_review_statement",
    "refuse_review_statement",
    "record_review_receipt",
    "miss_review",
    "apply_for_notarisation",
    "notarise",
    "refuse_notarisation",
    "withdraw_notarisation",
    "request_certificate",
    "issue_certificate",
    "refuse_certificate",
    "apply_for_enforcement",
    "accept_enforcement",
    "refuse_enforcement",
    "withdraw_enforcement",
    "settle_enforcement",
    "close_enforcement_round",
    "restore_enforcement",
    "complete_enforcement",
    "end_enforcement",
    "deny_enforcement",
    "miss_application_decision",
    "extend_confirmation_review",
    "miss_confirmation_ruling",
    "request_order_correction",
    "give_order_correction",
    "extend_arbitration_review",
    "request_filing_correction",
    "give_filing_correction",
    "miss_registration_decision",
    "suspend",
    "resume",
    "find_sham",
    "check_conflict",
    "disclose_conflict",
    "decide_conflict",
    "record_other_role",
    "name_lead",
    "refuse_mediator",
    "fall_due",
    "miss_performance",
    "repudiate_agreement",
    "serve_agreement",
    "file_agreement",
    "record_signing_clause",
    "dispatch",
    "refer_back",
    "allow_organisation",
    "share_data",
    "recall",
]


ActorRole: TypeAlias = Literal["court", "organisation", "referring_body", "clock"]


class AddCaseNumberFacts(TypedDict):
    case_number_id: str
    number_kind: str


class AddCaseNumberRequest(TypedDict):
    """One more number of the case."""

    kind: Literal["court", "platform", "partner", "mediation", "archive"]
    number: str
    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["add_case_number"]


class AddClaimFacts(TypedDict):
    claim_id: str
    party_id: str
    claim_kind: str


class AddClaimRequest(TypedDict):
    """One more claim of a party."""

    kind: Literal["payment", "performance", "apology", "restitution", "dissolution", "other"]
    amount: NotRequired[str | None]
    text: NotRequired[str | None]
    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["add_claim"]
    party_id: str


class AddDocumentFacts(TypedDict):
    document_class: str
    document_id: NotRequired[str]
    sha256: NotRequired[str]
    size_bytes: NotRequired[int]


class AddRepresentativeFacts(TypedDict):
    representative_id: str
    party_id: str
    representative_kind: str
    authority: str


class AddRepresentativeRequest(TypedDict):
    """Somebody acts for a party."""

    kind: Literal["agent", "legal_representative", "guardian", "elected_workers_representative"]
    authority: Literal["general", "special"]
    name: str
    id_type: NotRequired[Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None]
    id_number: NotRequired[str | None]
    phone: NotRequired[str | None]
    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["add_representative"]
    party_id: str


class AddTrackChange(TypedDict):
    """The court uses a track from a day on."""

    valid_from: str
    valid_to: NotRequired[str | None]
    change: Literal["add_track"]
    track: Track


class AgreementAmendedByAmendAgreement(TypedDict):
    action: Literal["amend_agreement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["agreement_effective"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AmendAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementAmendedByAmendAgreementOnBehalfOf | None


class AgreementAmendedByAmendAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementAmendedEvent(TypedDict):
    """Agreement amended 协议已变更."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.amended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementAmendedByAmendAgreement
    links: AgreementAmendedEventLinks


class AgreementAmendedEventLinks(TypedDict):
    referral: str


class AgreementDraftedByDraftAgreement(TypedDict):
    action: Literal["draft_agreement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["agreement_pending"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DraftAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementDraftedByDraftAgreementOnBehalfOf | None


class AgreementDraftedByDraftAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementDraftedEvent(TypedDict):
    """Agreement drafted 协议已拟定."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.drafted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementDraftedByDraftAgreement
    links: AgreementDraftedEventLinks


class AgreementDraftedEventLinks(TypedDict):
    referral: str


class AgreementEffectiveBySign(TypedDict):
    action: Literal["sign"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_pending"]
    state_after: Literal["agreement_effective"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SignFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementEffectiveBySignOnBehalfOf | None


class AgreementEffectiveBySignOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementEffectiveEvent(TypedDict):
    """Agreement effective 协议生效."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.effective"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementEffectiveBySign
    links: AgreementEffectiveEventLinks


class AgreementEffectiveEventLinks(TypedDict):
    referral: str


class AgreementFiledWithCourtByFileAgreement(TypedDict):
    action: Literal["file_agreement"]
    kind: Literal["pre_filing"]
    track: Literal["pre_filing_2016", "pre_filing_2022"]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "performed", "breached"]
    state_after: Literal["agreement_effective", "performed", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: FileAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementFiledWithCourtByFileAgreementOnBehalfOf | None


class AgreementFiledWithCourtByFileAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementFiledWithCourtEvent(TypedDict):
    """Copy filed with the court 协议已备案."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.filed_with_court"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementFiledWithCourtByFileAgreement
    links: AgreementFiledWithCourtEventLinks


class AgreementFiledWithCourtEventLinks(TypedDict):
    referral: str


class AgreementRecordedByRecordSigningClause(TypedDict):
    action: Literal["record_signing_clause"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective"]
    state_after: Literal["agreement_effective"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordSigningClauseFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementRecordedByRecordSigningClauseOnBehalfOf | None


class AgreementRecordedByRecordSigningClauseOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementRecordedEvent(TypedDict):
    """Put on the court's record 协议已附卷生效."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.recorded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementRecordedByRecordSigningClause
    links: AgreementRecordedEventLinks


class AgreementRecordedEventLinks(TypedDict):
    referral: str


class AgreementRefusedByRefuseToSign(TypedDict):
    action: Literal["refuse_to_sign"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_pending"]
    state_after: Literal["agreement_refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseToSignFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementRefusedByRefuseToSignOnBehalfOf | None


class AgreementRefusedByRefuseToSignOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementRefusedEvent(TypedDict):
    """Agreement refused 拒绝签署协议."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.refused"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementRefusedByRefuseToSign
    links: AgreementRefusedEventLinks


class AgreementRefusedEventLinks(TypedDict):
    referral: str


class AgreementRepudiatedByRepudiateAgreement(TypedDict):
    action: Literal["repudiate_agreement"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["agreement_repudiated"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RepudiateAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementRepudiatedByRepudiateAgreementOnBehalfOf | None


class AgreementRepudiatedByRepudiateAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementRepudiatedEvent(TypedDict):
    """Agreement repudiated 协议已反悔."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.repudiated"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementRepudiatedByRepudiateAgreement
    links: AgreementRepudiatedEventLinks


class AgreementRepudiatedEventLinks(TypedDict):
    referral: str


class AgreementServedByServeAgreement(TypedDict):
    action: Literal["serve_agreement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "performed", "breached"]
    state_after: Literal["agreement_effective", "performed", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ServeAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementServedByServeAgreementOnBehalfOf | None


class AgreementServedByServeAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementServedEvent(TypedDict):
    """Agreement served 协议已送达."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.served"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementServedByServeAgreement
    links: AgreementServedEventLinks


class AgreementServedEventLinks(TypedDict):
    referral: str


class AgreementServiceView(TypedDict):
    """The present text was given to one party."""

    party_id: str
    served_on: str
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]


class AgreementSignedBySign(TypedDict):
    action: Literal["sign"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_pending", "agreement_effective", "breached"]
    state_after: Literal["agreement_pending", "agreement_effective", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SignFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: AgreementSignedBySignOnBehalfOf | None


class AgreementSignedBySignOnBehalfOf(TypedDict):
    role: str
    id: str | None


class AgreementSignedEvent(TypedDict):
    """Agreement signed by one 协议已签署（尚待他人）."""

    id: str
    position: NotRequired[int]
    type: Literal["agreement.signed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: AgreementSignedBySign
    links: AgreementSignedEventLinks


class AgreementSignedEventLinks(TypedDict):
    referral: str


AgreementState: TypeAlias = Literal[
    "agreement_pending",
    "agreement_effective",
    "agreement_refused",
    "performed",
    "breached",
    "agreement_repudiated",
]


class AgreementView(TypedDict):
    """The agreement, its terms, who signed and who has yet to."""

    id: str
    state: AgreementState
    partial: bool
    drafted_on: str
    effective_on: str | None
    performed_on: str | None
    draft_number: int
    form: Literal["written", "oral"]
    recorded_by: str | None
    guarantor_ids: list[str]
    default_clause: Literal["none", "stated", "court_decides"]
    planned: list[Literal[
    "judicial_confirmation",
    "case_registration",
    "mediation_statement",
    "suit_withdrawal",
    "transfer_to_trial",
    "labour_arbitration",
    "payment_order",
    "arbitration_review",
    "notarisation",
    "enforcement",
]]
    subjects: list[Literal["status_relation", "property_right", "intellectual_property", "other_procedure"]]
    enforcement_promised: bool
    signing_clause: bool
    recorded_on: str | None
    binding_from: str | None
    binding_basis: BindingBasis | None
    served: list[AgreementServiceView]
    filed_on: str | None
    breached_on: str | None
    terms: list[TermView]
    signatures: list[SignatureView]
    missing: list[SignerView]


class AllowOrganisationFacts(TypedDict):
    organisation_id: str


class AllowOrganisationRequest(TypedDict):
    """The court allows a dispatch to an organisation that is on no roster of its own or of a court above."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["allow_organisation"]
    organisation_id: str


class AmendAgreementFacts(TypedDict):
    draft_number: int
    term_count: int
    effective_on: str
    representative_ids: NotRequired[list[str]]


class AmendAgreementRequest(TypedDict):
    """The parties have changed the agreement, and all who must sign have signed the new text 变更协议."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    terms: list[TermOfAgreement]
    guarantors: NotRequired[list[GuarantorOfAgreement]]
    default_clause: NotRequired[Literal["none", "stated", "court_decides"]]
    planned: NotRequired[list[Literal[
    "judicial_confirmation",
    "case_registration",
    "mediation_statement",
    "suit_withdrawal",
    "transfer_to_trial",
    "labour_arbitration",
    "payment_order",
    "arbitration_review",
    "notarisation",
    "enforcement",
]]]
    subjects: NotRequired[list[Literal["status_relation", "property_right", "intellectual_property", "other_procedure"]]]
    enforcement_promised: NotRequired[bool]
    signing_clause: NotRequired[bool]
    action: Literal["amend_agreement"]
    agreed_by: list[str]
    means: Literal["electronic", "handwritten", "fingerprint", "seal", "scanned"]
    representative_ids: NotRequired[list[str]]


class AmendFacts(TypedDict):
    fields: list[str]


class AmendRequest(TypedDict):
    """Particulars of the referral are put right; what is not given, or null, stays as it is."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["amend"]
    filed_on: NotRequired[str | None]
    procedure_type: NotRequired[Literal["ordinary", "summary", "small_claims"] | None]
    claim_amount: NotRequired[str | None]
    preservation: NotRequired[bool | None]
    preserved_on: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"] | None]
    sensitivities: NotRequired[list[Literal["minor", "group", "petition", "foreign", "secret", "media"]] | None]
    intake_source: NotRequired[Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None]
    subsidy_payer: NotRequired[Literal["court", "organisation", "association", "finance", "none"] | None]
    arbitration: NotRequired[Literal["arbitrated", "wage_iou"] | None]
    clerk: NotRequired[str | None]
    judge: NotRequired[str | None]
    facts_and_reasons: NotRequired[str | None]


class AnswerUrgeFacts(TypedDict):
    urging_id: str


class AnswerUrgeRequest(TypedDict):
    """The organisation answers an urging."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["answer_urge"]
    urge_id: str
    text: str


class ApplyForArbitrationReviewFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class ApplyForArbitrationReviewRequest(TypedDict):
    """Both parties apply to the labour arbitration commission 共同申请仲裁审查."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_arbitration_review"]
    applicant_ids: list[str]


class ApplyForConfirmationFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]
    oral: NotRequired[bool]


class ApplyForConfirmationRequest(TypedDict):
    """The parties apply together for judicial confirmation 共同申请司法确认."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_confirmation"]
    applicant_ids: list[str]
    court_id: NotRequired[str | None]
    oral: NotRequired[bool]


class ApplyForEnforcementFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]
    instrument: str
    basis_id: str
    debtor_id: str
    court_ground: str
    amount: NotRequired[str]


class ApplyForEnforcementRequest(TypedDict):
    """The creditor applies alone, after a breach 申请执行. Out of time is no refusal: the receipt warns."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_enforcement"]
    applicant_ids: list[str]
    debtor_id: str
    court_ground: Literal["issuing_court", "property_location", "debtor_domicile"]
    basis_id: NotRequired[str | None]
    amount: NotRequired[str | None]
    court_id: NotRequired[str | None]


class ApplyForNotarisationFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class ApplyForNotarisationRequest(TypedDict):
    """Both parties apply to a notary 共同申请公证赋强."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_notarisation"]
    applicant_ids: list[str]
    enforcement_promised: bool


class ApplyForPaymentOrderFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]
    debtor_id: str
    amount: str
    labour_payment: NotRequired[str]


class ApplyForPaymentOrderRequest(TypedDict):
    """The creditor applies alone for an order to pay what is due 申请支付令."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_payment_order"]
    applicant_ids: list[str]
    debtor_id: str
    amount: str
    no_counter_performance: bool
    debtor_reachable: bool
    labour_payment: NotRequired[Literal["wages", "work_injury_medical", "compensation", "damages"] | None]
    court_id: NotRequired[str | None]


class ApplyForWithdrawalFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class ApplyForWithdrawalRequest(TypedDict):
    """The plaintiff asks to withdraw the suit 申请撤诉."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["apply_for_withdrawal"]
    applicant_ids: list[str]


ApplyRepairsAnswer: TypeAlias = "RepairsApplied | RepairsRehearsal"


class ApplyRepairsRequest(TypedDict):
    """The proposed repairs of these differences are approved."""

    differences: list[int]


class AssignMediatorFacts(TypedDict):
    mediator_id: str
    lead: bool
    chosen_by: NotRequired[list[str]]


class AssignMediatorRequest(TypedDict):
    """The organisation names a mediator of its roster; the first is the lead."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["assign_mediator"]
    mediator_id: str
    chosen_by: NotRequired[list[str]]


class AssignmentList(TypedDict):
    """Organisations and mediators that had the referral, oldest first."""

    items: list[AssignmentView]
    mediators: list[MediatorAssignmentView]


class AssignmentView(TypedDict):
    """One organisation's turn; current while `ended_on` is null."""

    id: str
    organisation_id: str
    offered_on: str
    accepted_on: str | None
    late: bool
    ended_on: str | None
    ending: Literal[
    "declined",
    "taken_back",
    "replaced",
    "handed_back",
    "dispatched",
    "referred_back",
    "recalled",
] | None
    reason: str | None
    explanation: str | None


AttemptKind: TypeAlias = Literal["event", "challenge", "test"]


class AttemptList(TypedDict):
    """A page of attempts, oldest first."""

    items: list[AttemptView]
    next: str | None


class AttemptView(TypedDict):
    """One attempt. Signatures and custom headers are covered; of the answer its beginning is kept for a time."""

    id: str
    message_id: str
    kind: AttemptKind
    position: int | None
    number: int
    started_at: str
    duration_ms: int
    outcome: app_domain_delivery_Outcome
    reason: str | None
    status: int | None
    request_headers: dict[str, str]
    body_sha256: str
    answer_headers: dict[str, str]
    answer: str | None
    answer_sha256: str
    hash: str


Backlog: TypeAlias = Literal["resume", "skip", "replay"]


BeginAppraisalFacts: TypeAlias = "dict[str, Any]"


class BeginAppraisalRequest(TypedDict):
    """An appraisal is entrusted 诉前鉴定; its days do not count."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["begin_appraisal"]
    agreed_by: list[str]


BindingBasis: TypeAlias = Literal[
    "signatures",
    "oral_agreement",
    "mediation_statement",
    "suit_withdrawal",
    "judicial_confirmation",
    "performance",
    "signing_clause",
    "not_yet",
]


class BlockedAction(TypedDict):
    """An action that is the caller's to take in other circumstances, and the first thing in its way."""

    action: Action
    code: Literal[
    "action_not_possible",
    "agreement_already_served",
    "agreement_binds",
    "agreement_in_force",
    "agreement_not_binding",
    "agreement_not_enforceable",
    "agreement_not_to_perform",
    "agreement_of_all_missing",
    "agreement_stands",
    "agreement_under_procedure",
    "agreement_unsettled",
    "already_filed",
    "already_in_series",
    "already_in_trial",
    "already_judicially_confirmed",
    "already_signed",
    "amount_beyond_agreement",
    "amount_beyond_instalment",
    "amount_beyond_instrument",
    "arbitration_first",
    "arbitration_not_open",
    "arbitration_review_open",
    "body_invalid",
    "body_not_for_track",
    "body_too_large",
    "body_too_slow",
    "bootstrap_done",
    "cancel_already_requested",
    "cancel_awaits_answer",
    "cancel_not_requested",
    "case_not_registered",
    "case_number_invalid",
    "case_number_known",
    "cause_excluded_for_body",
    "cause_not_confirmable",
    "cause_outside_channel",
    "cause_required",
    "challenge_too_soon",
    "channel_not_open",
    "channel_overlaps",
    "client_disabled",
    "clock_only_forward",
    "confirmation_after_entrustment",
    "confirmation_not_of_other_side",
    "confirmation_rejected",
    "confirmation_window_closed",
    "conflict_undecided",
    "consent_missing",
    "consent_not_needed",
    "consents_incomplete",
    "content_not_confirmable",
    "content_type_not_json",
    "copy_already_filed",
    "correction_still_possible",
    "court_decides_clause",
    "court_level_not_competent",
    "court_not_active",
    "court_not_basic",
    "court_required",
    "creditor_required",
    "cursor_expired",
    "cursor_invalid",
    "cursor_outside_lease",
    "database_unavailable",
    "dates_reversed",
    "day_outside_validity",
    "day_passed",
    "debtor_not_bound",
    "deliveries_under_way",
    "delivery_not_waiting",
    "document_class_not_yours",
    "document_content_missing",
    "document_empty",
    "document_hash_mismatch",
    "document_signers_unfit",
    "document_store_unavailable",
    "document_type_differs",
    "document_type_not_taken",
    "electronic_service_not_agreed",
    "electronic_signature_not_allowed",
    "end_reason_not_here",
    "enforcement_court_not_competent",
    "enforcement_denied_before",
    "enforcement_ground_not_here",
    "enforcement_promise_missing",
    "entry_being_told",
    "entry_not_due",
    "extension_not_later",
    "extension_too_long",
    "fee_still_payable",
    "feed_epoch_changed",
    "feedback_not_due",
    "filed_after_opening",
    "form_not_ready",
    "guarantor_consent_missing",
    "guarantor_does_not_apply",
    "guarantor_is_bound",
    "hand_over_reason_not_here",
    "heirs_missing",
    "idempotency_key_malformed",
    "idempotency_key_required",
    "idempotency_key_reused",
    "identity_missing",
    "identity_number_invalid",
    "if_match_group",
    "if_match_malformed",
    "if_match_required",
    "instalment_performed",
    "instalment_unknown",
    "instrument_fell",
    "instrument_not_in_force",
    "internal_error",
    "joint_application_required",
    "joint_choice_made",
    "json_duplicate_key",
    "json_number_out_of_range",
    "json_too_deep",
    "json_too_many_values",
    "json_unsafe_text",
    "key_missing",
    "key_ring_cannot_read",
    "key_unknown",
    "labour_payment_only",
    "labour_relationship_confirmation",
    "last_secret",
    "late_acceptance_closed",
    "later_role_barred",
    "lead_time_invalid",
    "lease_held",
    "lease_lost",
    "legal_clock_absent",
    "legal_clock_taken",
    "materials_already_received",
    "mediation_without_agreement",
    "mediator_already_assigned",
    "mediator_consent_required",
    "mediator_has_role",
    "mediator_in_own_dispute",
    "mediator_leads_already",
    "mediator_missing",
    "mediator_not_assigned",
    "mediator_not_available",
    "mediator_not_listed",
    "mediator_not_replaced",
    "mediator_not_valid",
    "mediator_recused",
    "message_entered_by_hand",
    "message_not_parked",
    "message_set_aside",
    "method_not_allowed",
    "name_taken",
    "no_courts_below",
    "no_payment_content",
    "no_sham_review",
    "no_such_route",
    "nobody_holds",
    "not_above_holder",
    "not_acceptable",
    "not_below_holder",
    "not_dispatched",
    "not_found",
    "not_in_series",
    "not_json",
    "not_labour_dispute",
    "not_on_this_track",
    "not_over_head_office",
    "not_right_above",
    "not_right_below",
    "not_your_role",
    "nothing_left_to_enforce",
    "notices_missing",
    "objection_day_wrong",
    "objection_not_valid",
    "objection_out_of_time",
    "occurred_before_previous_fact",
    "occurred_in_future",
    "one_listed",
    "online_consent_missing",
    "online_refused",
    "only_referring_court",
    "operator_missing",
    "order_objection_late",
    "organisation_cycle",
    "organisation_declined_before",
    "organisation_full",
    "organisation_not_active",
    "organisation_not_for_review",
    "organisation_not_listed",
    "other_means_not_open",
    "outcome_settled",
    "outside_term",
    "package_too_large",
    "parameter_invalid",
    "part_unknown",
    "particulars_fixed",
    "particulars_missing",
    "parties_incomplete",
    "party_data_not_shared",
    "party_refused",
    "party_succeeded",
    "party_unknown",
    "payer_not_bound",
    "payment_content_missing",
    "payment_order_conditions",
    "payment_order_pending",
    "people_mediation_is_free",
    "performance_not_breached",
    "performance_not_due",
    "performance_unproven",
    "performed_as_whole",
    "performed_before_agreement",
    "phone_invalid",
    "plaintiff_required",
    "platform_dialect_unknown",
    "platform_duties_invalid",
    "platform_fetches_nothing",
    "platform_has_no_list",
    "platform_mapping_invalid",
    "platform_message_differs",
    "platform_message_no_id",
    "platform_message_stale",
    "platform_message_unsafe",
    "platform_nonce_reused",
    "platform_not_valid",
    "platform_of_another_court",
    "platform_settings_invalid",
    "platform_signature_invalid",
    "platform_signature_unavailable",
    "platform_unavailable",
    "possible_duplicate",
    "preservation_bars_payment_order",
    "preservation_missing",
    "procedure_already_open",
    "procedure_stands",
    "query_malformed",
    "reconciliation_not_open",
    "record_decides",
    "record_of_others",
    "recorder_missing",
    "recording_not_agreed",
    "refer_back_first",
    "referral_taken_back",
    "referring_body_not_active",
    "registration_not_open",
    "replay_range_empty",
    "report_awaited",
    "result_already_reported",
    "review_already_extended",
    "review_term_over",
    "review_window_closed",
    "route_not_here",
    "route_required",
    "ruling_already_received",
    "scope_missing",
    "scope_not_grantable",
    "series_too_large",
    "service_means_not_allowed",
    "session_not_yet",
    "session_unknown",
    "sham_found",
    "sham_review_open",
    "sharing_consent_missing",
    "sharing_ground_untold",
    "sheet_columns",
    "sheet_malformed",
    "sheet_old_format",
    "sheet_row_invalid",
    "sheet_too_large",
    "sheet_unsafe",
    "signature_kind_unavailable",
    "signature_secret_invalid",
    "signer_not_required",
    "signing_clause_missing",
    "source_without_party",
    "special_authority_missing",
    "statement_already_received",
    "statement_on_same_claim",
    "statement_requested",
    "status_unchanged",
    "succession_day_wrong",
    "succession_ground_wrong",
    "suit_already_deemed",
    "suit_pending",
    "suspension_result_not_here",
    "term_not_started",
    "term_over",
    "term_used_up",
    "terms_not_certain",
    "too_busy",
    "too_many_consumers",
    "too_many_endpoints",
    "too_many_entries",
    "too_many_keys",
    "too_many_requests",
    "too_many_secrets",
    "too_many_streams",
    "track_already_used",
    "track_not_in_force",
    "track_not_used_by_court",
    "unknown_code",
    "unknown_reference",
    "urging_open",
    "version_not_reached",
    "version_stale",
    "waiver_not_allowed",
    "webhook_header_not_allowed",
    "webhook_url_invalid",
    "withdrawal_pending",
    "written_form_required",
    "wrong_actor",
]
    detail: str


Body: TypeAlias = Literal[
    "people",
    "labour",
    "commercial",
    "chamber",
    "industry",
    "individual_invited",
    "lawyer",
    "administrative",
    "notary",
    "consumer",
    "governance_centre",
]


class BodyRowView(TypedDict):
    """A body of rules, and the days on which it has rules of its own."""

    valid_from: str | None
    valid_to: str | None
    sources: list[str]
    mark: str
    note: str
    body: str
    zh: str
    en: str


class BreachView(TypedDict):
    """The record that an instalment was not performed by its day."""

    breached_on: str
    by: Literal["report", "time"]


BreakerState: TypeAlias = Literal["closed", "open", "half_open", "ramp"]


class CancelSessionFacts(TypedDict):
    session_id: str
    reason: str


class CancelSessionRequest(TypedDict):
    """A scheduled session is called off."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["cancel_session"]
    session_id: str
    reason: Literal["party_request", "mediator_unavailable", "rescheduled", "emergency", "other"]


class CapacityChange(TypedDict):
    """The organisation has room for more, little, or none, from a day on."""

    change: Literal["set"]
    valid_from: str
    capacity: Literal["open", "limited", "full"]


class CaseNumberList(TypedDict):
    """All numbers of the case, oldest first."""

    items: list[CaseNumberView]


class CaseNumberRequest(TypedDict):
    """A number under which somebody keeps the case. Court numbers 案号 are checked and normalised."""

    kind: Literal["court", "platform", "partner", "mediation", "archive"]
    number: str


class CaseNumberView(TypedDict):
    """A case number as given and as compared."""

    id: str
    kind: Literal["court", "platform", "partner", "mediation", "archive"]
    original: str
    normalised: str


class CauseRequest(TypedDict):
    """A cause of action 案由 and the list that it is taken from."""

    code: str
    version: NotRequired[str]


class CauseView(TypedDict):
    """A cause of action and its list."""

    code: str
    version: str


class CellView(TypedDict):
    """What organisations of a body may do on a track."""

    valid_from: str | None
    valid_to: str | None
    sources: list[str]
    mark: str
    note: str
    track: str
    body: str
    ruling: Literal["allowed", "refused", "conditional"]
    conditions: list[str]


class CertificateChange(TypedDict):
    """Another certificate number from a day on."""

    change: Literal["certify"]
    valid_from: str
    certificate_number: str


class ChallengeEndpoint(TypedDict):
    """Send the challenge again; the one before counts no more."""

    action: Literal["challenge"]


class ChangeEndpoint(TypedDict):
    """Other settings; what is not given stays as it is."""

    action: Literal["change"]
    url: NotRequired[str | None]
    description: NotRequired[str | None]
    payload: NotRequired[Payload | None]
    types: NotRequired[list[str] | None]
    court_ids: NotRequired[list[str] | None]
    organisation_ids: NotRequired[list[str] | None]
    headers: NotRequired[dict[str, str] | None]
    rate_per_second: NotRequired[int | None]
    timeout_seconds: NotRequired[int | None]
    schedule_seconds: NotRequired[list[int] | None]
    ordering: NotRequired[Ordering | None]
    order_over: NotRequired[OrderOver | None]
    park_after_hours: NotRequired[int | None]
    signing: NotRequired[list[SignatureKind] | None]


ChangeKind: TypeAlias = Literal[
    "rename",
    "move",
    "lineage",
    "set",
    "add_track",
    "end_track",
    "set_status",
    "train",
    "certify",
    "identify",
    "rescope",
    "set_scopes",
    "disable",
    "enable",
    "end",
]


class ChangeList(TypedDict):
    """A page of a record's history, in the order in which it was entered."""

    items: list[ChangeView]
    next: str | None


class ChangeMade(TypedDict):
    """A record and the line that was added to its history."""

    id: str
    change_id: str


class ChangeView(TypedDict):
    """One line of a record's history."""

    id: str
    change: ChangeKind
    valid_from: str
    details: dict[str, Any]
    client_id: str
    recorded_at: str


ChannelChange: TypeAlias = "ScopeChange | EndChange"


class ChannelList(TypedDict):
    """A page of channels."""

    items: list[ChannelView]
    next: str | None


class ChannelRequest(TypedDict):
    """An agreement between a court and an organisation to send and take disputes."""

    valid_from: str
    valid_to: NotRequired[str | None]
    court_id: str
    organisation_id: str
    mode: Literal["hq_to_hq", "point_to_point"]
    form: Literal["online", "in_court", "mixed"]
    strict: NotRequired[bool]
    cause_roots: NotRequired[list[str]]
    scope_text: NotRequired[str | None]
    for_courts_below: NotRequired[bool]


class ChannelView(TypedDict):
    """A channel."""

    id: str
    court_id: str
    organisation_id: str
    mode: Literal["hq_to_hq", "point_to_point"]
    form: Literal["online", "in_court", "mixed"]
    strict: bool
    cause_roots: list[str]
    scope_text: str | None
    court_scope: str | None
    valid_from: str
    valid_to: str | None


class CheckConflictFacts(TypedDict):
    conflict_id: str
    mediator_id: str
    decision: str
    earlier_count: int
    declared_count: int
    own_count: NotRequired[int]
    namesake_count: NotRequired[int]


class CheckConflictRequest(TypedDict):
    """The organisation looks in what it sees: matters of these parties that the mediator had, relations disclosed."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["check_conflict"]
    mediator_id: str


class ChoiceRecordedByRecordChoice(TypedDict):
    action: Literal["record_choice"]
    kind: Literal["pre_filing", "post_filing"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted", "consulting"]
    state_after: Literal["submitted", "consulting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordChoiceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ChoiceRecordedByRecordChoiceOnBehalfOf | None


class ChoiceRecordedByRecordChoiceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ChoiceRecordedEvent(TypedDict):
    """Choice of the parties recorded 当事人选择已记录."""

    id: str
    position: NotRequired[int]
    type: Literal["choice.recorded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ChoiceRecordedByRecordChoice
    links: ChoiceRecordedEventLinks


class ChoiceRecordedEventLinks(TypedDict):
    referral: str


class ClaimAddedByAddClaim(TypedDict):
    action: Literal["add_claim"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AddClaimFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ClaimAddedByAddClaimOnBehalfOf | None


class ClaimAddedByAddClaimOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ClaimAddedEvent(TypedDict):
    """Claim added 请求已登记."""

    id: str
    position: NotRequired[int]
    type: Literal["claim.added"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ClaimAddedByAddClaim
    links: ClaimAddedEventLinks


class ClaimAddedEventLinks(TypedDict):
    referral: str


class ClaimList(TypedDict):
    """All claims, oldest first."""

    items: list[ClaimView]
    revealed: bool


class ClaimRequest(TypedDict):
    """One claim of a party."""

    kind: Literal["payment", "performance", "apology", "restitution", "dissolution", "other"]
    amount: NotRequired[str | None]
    text: NotRequired[str | None]


class ClaimSettledBySettleClaim(TypedDict):
    action: Literal["settle_claim"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SettleClaimFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ClaimSettledBySettleClaimOnBehalfOf | None


class ClaimSettledBySettleClaimOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ClaimSettledEvent(TypedDict):
    """Claim settled 请求已有结果."""

    id: str
    position: NotRequired[int]
    type: Literal["claim.settled"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ClaimSettledBySettleClaim
    links: ClaimSettledEventLinks


class ClaimSettledEventLinks(TypedDict):
    referral: str


class ClaimView(TypedDict):
    """One claim of one party, and what became of it."""

    id: str
    party_id: str
    kind: Literal["payment", "performance", "apology", "restitution", "dissolution", "other"]
    amount: str | None
    outcome: Literal["open", "agreed", "withdrawn", "not_agreed"]
    made_on: str
    settled_on: str | None
    settled_amount: str | None
    text: str | None
    entered_in_error_on: str | None


ClientChange: TypeAlias = "ClientRenameChange | ClientScopesChange | DisableChange | EnableChange"


class ClientList(TypedDict):
    """A page of clients."""

    items: list[ClientView]
    next: str | None


class ClientRenameChange(TypedDict):
    """Another name, at once."""

    change: Literal["rename"]
    name: str


class ClientRequest(TypedDict):
    """A program of one tenant."""

    tenant_id: str
    name: str
    scopes: list[Scope]
    expires_at: NotRequired[str | None]


class ClientScopesChange(TypedDict):
    """What all keys of the client may do, at once."""

    change: Literal["set_scopes"]
    scopes: list[Scope]


class ClientView(TypedDict):
    """A client and its keys, oldest first."""

    id: str
    tenant_id: str
    name: str
    scopes: list[Scope]
    recorded_at: str
    disabled_at: str | None
    keys: list[KeyView]


class ClockOpView(TypedDict):
    """What a transition does to one legal period."""

    verb: Literal["start", "stop", "miss", "settle", "pause", "resume", "extend", "reopen"]
    rule: Literal[
    "T01",
    "T02",
    "T03",
    "T04",
    "T05",
    "T06",
    "T07",
    "T08",
    "T08S",
    "T09",
    "T10",
    "T11",
    "T12",
    "T13",
    "T14",
    "T15",
    "T16",
    "T17",
    "T18",
    "T19",
    "T20",
    "T21",
    "T22",
    "T23",
    "T24",
    "T25",
    "T26",
    "T27",
    "T28",
    "T29",
    "T30",
    "T31",
    "REPORT",
    "FEEDBACK",
    "URGE",
    "FEE",
    "PERFORM",
    "BREACH",
    "TERM",
]
    only_when: str | None


ClockState: TypeAlias = Literal["running", "paused", "met", "missed"]


class CloseByOtherMeansFacts(TypedDict):
    closure: str


class CloseByOtherMeansRequest(TypedDict):
    """The court closes an entrusted case as ended by other means 以其他方式结案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["close_by_other_means"]


class CloseEnforcementRoundFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class CloseEnforcementRoundRequest(TypedDict):
    """No property was found: the court closes this round 终结本次执行程序."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["close_enforcement_round"]


class CloseFacts(TypedDict):
    closure: str


class CloseRequest(TypedDict):
    """The court closes a referral that no organisation holds."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["close"]


Closure: TypeAlias = Literal[
    "agreed",
    "partly_agreed",
    "performed_at_once",
    "withdrawn_after_settlement",
    "registered",
    "advised_to_sue",
    "returned",
    "taken_back",
    "mediation_statement",
    "closed_by_other_means",
    "deemed_withdrawn",
    "to_trial",
    "to_arbitration",
    "transferred_sham",
]


class CodeListNames(TypedDict):
    """Names of all lists."""

    items: list[str]


class CodeListView(TypedDict):
    """One list, in the order in which people read it."""

    name: str
    codes: list[CodeView]


class CodeView(TypedDict):
    """One code with its labels and sources."""

    code: str
    zh: str
    en: str
    label: str
    sources: list[str]
    valid_from: str | None
    valid_to: str | None
    note: str


CommitBatchAnswer: TypeAlias = "ConsumerView | ConsumerRehearsal"


class CommitRequest(TypedDict):
    """What is done."""

    token: str
    cursor: str


class CompleteEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    term_ids: NotRequired[list[str]]


class CompleteEnforcementRequest(TypedDict):
    """All was enforced, or the settlement performed 执行完毕."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["complete_enforcement"]


class ConfirmAgreementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class ConfirmAgreementRequest(TypedDict):
    """The court rules the agreement valid 裁定有效."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["confirm_agreement"]


ConfirmCancelFacts: TypeAlias = "dict[str, Any]"


class ConfirmCancelRequest(TypedDict):
    """The organisation agrees that the referral is called off; it no longer sees the referral afterwards."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["confirm_cancel"]


class ConflictCheckedByCheckConflict(TypedDict):
    action: Literal["check_conflict"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CheckConflictFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ConflictCheckedByCheckConflictOnBehalfOf | None


class ConflictCheckedByCheckConflictOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ConflictCheckedEvent(TypedDict):
    """Checked for a conflict of interest 利益冲突已核查."""

    id: str
    position: NotRequired[int]
    type: Literal["conflict.checked"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ConflictCheckedByCheckConflict
    links: ConflictCheckedEventLinks


class ConflictCheckedEventLinks(TypedDict):
    referral: str


class ConflictDecidedByDecideConflict(TypedDict):
    action: Literal["decide_conflict"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DecideConflictFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ConflictDecidedByDecideConflictOnBehalfOf | None


class ConflictDecidedByDecideConflictOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ConflictDecidedEvent(TypedDict):
    """Recusal decided 回避已决定."""

    id: str
    position: NotRequired[int]
    type: Literal["conflict.decided"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ConflictDecidedByDecideConflict
    links: ConflictDecidedEventLinks


class ConflictDecidedEventLinks(TypedDict):
    referral: str


class ConflictDisclosedByDiscloseConflict(TypedDict):
    action: Literal["disclose_conflict"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DiscloseConflictFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ConflictDisclosedByDiscloseConflictOnBehalfOf | None


class ConflictDisclosedByDiscloseConflictOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ConflictDisclosedByRecordOtherRole(TypedDict):
    action: Literal["record_other_role"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordOtherRoleFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ConflictDisclosedByRecordOtherRoleOnBehalfOf | None


class ConflictDisclosedByRecordOtherRoleOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ConflictDisclosedEvent(TypedDict):
    """Relation disclosed 利害关系已披露."""

    id: str
    position: NotRequired[int]
    type: Literal["conflict.disclosed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ConflictDisclosedByDiscloseConflict | ConflictDisclosedByRecordOtherRole
    links: ConflictDisclosedEventLinks


class ConflictDisclosedEventLinks(TypedDict):
    referral: str


class ConflictList(TypedDict):
    """All conflicts and checks, oldest first."""

    items: list[ConflictView]


class ConflictView(TypedDict):
    """A check for a conflict of interest, a relation that was disclosed, or another role of a mediator in the case"""

    id: str
    mediator_id: str
    raised_by: Literal["check", "role", "mediator", "party"]
    raised_on: str
    decision: Literal["clear", "found", "open", "recused", "waived", "unfounded", "barred"]
    relation: Literal["near_relative", "interest", "other_relation"] | None
    role: Literal["juror", "agent", "witness", "appraiser", "interpreter"] | None
    party_id: str | None
    earlier_count: int
    declared_count: int
    own_count: int
    namesake_count: int
    decided_on: str | None
    waived_by: list[str]
    entered_in_error_on: str | None


class ConsentList(TypedDict):
    """All consents, oldest first."""

    items: list[ConsentView]


class ConsentRecordedByRecordConsent(TypedDict):
    action: Literal["record_consent"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordConsentFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ConsentRecordedByRecordConsentOnBehalfOf | None


class ConsentRecordedByRecordConsentOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ConsentRecordedEvent(TypedDict):
    """Consent recorded 同意与否已记录."""

    id: str
    position: NotRequired[int]
    type: Literal["consent.recorded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ConsentRecordedByRecordConsent
    links: ConsentRecordedEventLinks


class ConsentRecordedEventLinks(TypedDict):
    referral: str


class ConsentRequest(TypedDict):
    """What a party said on one matter on one day."""

    kind: Literal[
    "mediate",
    "online",
    "electronic_service",
    "recording",
    "data_sharing",
    "extension",
    "appraisal",
]
    given: bool
    given_on: str


class ConsentView(TypedDict):
    """What a party said on one matter; the latest of a kind stands."""

    id: str
    party_id: str
    kind: Literal[
    "mediate",
    "online",
    "electronic_service",
    "recording",
    "data_sharing",
    "extension",
    "appraisal",
]
    given: bool
    given_on: str


ConsultFacts: TypeAlias = "dict[str, Any]"


class ConsultPartiesRequest(TypedDict):
    """Whoever has the application begins to ask the parties 征询意见."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["consult"]


class ConsultRequest(TypedDict):
    """A court or another referring body takes a dispute in and asks the parties first 征询意见."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    parties: list[PartyRequest]
    on_court_platform: NotRequired[bool]
    cause: NotRequired[CauseRequest | None]
    claim_amount: NotRequired[str | None]
    court_reference: NotRequired[str | None]
    case_numbers: NotRequired[list[CaseNumberRequest]]
    filed_on: NotRequired[str | None]
    procedure_type: NotRequired[Literal["ordinary", "summary", "small_claims"] | None]
    clerk: NotRequired[str | None]
    judge: NotRequired[str | None]
    facts_and_reasons: NotRequired[str | None]
    preservation: NotRequired[bool]
    preserved_on: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"]]
    sensitivities: NotRequired[list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]]
    intake_source: NotRequired[Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None]
    subsidy_payer: NotRequired[Literal["court", "organisation", "association", "finance", "none"] | None]
    arbitration: NotRequired[Literal["arbitrated", "wage_iou"] | None]
    dispute_id: NotRequired[str | None]
    distinct_from: NotRequired[list[str]]
    series_id: NotRequired[str | None]
    action: Literal["consult"]
    kind: NotRequired[Literal["pre_filing", "post_filing", "transferred", "assisted"] | None]
    in_trial: NotRequired[bool]


class ConsumerList(TypedDict):
    """All consumers of the tenant by name."""

    items: list[ConsumerView]


class ConsumerRehearsal(TypedDict):
    """What a write with `dry_run=true` answers: it would be done."""

    name: str
    dry_run: Literal[True]


class ConsumerRemoved(TypedDict):
    """The answer to a removal."""

    name: str
    removed: Literal[True]


class ConsumerRequest(TypedDict):
    """A consumer as it is wanted."""

    types: NotRequired[list[str]]
    court_id: NotRequired[str | None]
    organisation_id: NotRequired[str | None]
    start: NotRequired[PlaceRequest]


class ConsumerView(TypedDict):
    """A consumer."""

    name: str
    types: list[str]
    court_id: str | None
    organisation_id: str | None
    position: int
    cursor: str
    behind_count: int
    leased_until: str | None
    created_at: str
    moved_at: str


class ContactList(TypedDict):
    """All contacts, oldest first."""

    items: list[ContactView]


class ContactPartyFacts(TypedDict):
    party_id: str
    purpose: str
    means: str
    result: str


class ContactPartyRequest(TypedDict):
    """The organisation tried to reach one party."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["contact_party"]
    party_id: str
    means: Literal["phone", "sms", "wechat", "in_person", "letter", "platform", "other"]
    result: Literal["consents", "refuses", "not_reached", "undecided"]
    statement: NotRequired[str | None]


class ContactView(TypedDict):
    """One question put to one party; what was said is not shown."""

    id: str
    party_id: str
    purpose: Literal["consultation", "contact"]
    contacted_on: str
    means: Literal["phone", "sms", "wechat", "in_person", "letter", "platform", "other"]
    result: Literal["consents", "refuses", "not_reached", "undecided"]
    entered_in_error_on: str | None


class CorrectPerformanceFacts(TypedDict):
    reason: str
    performance_id: NotRequired[str]
    term_id: NotRequired[str]
    amount: NotRequired[str]
    left: NotRequired[str]
    instalment_state: NotRequired[str]
    message_id: NotRequired[str]


class CorrectPerformanceRequest(TypedDict):
    """A performance was recorded in error; the record stays, marked, and what is owed or breached is so again."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["correct_performance"]
    performance_id: NotRequired[str | None]
    reason: Literal["wrong_referral", "wrong_person", "wrong_content", "duplicate", "other"]
    explanation: str


class CorrectRecordFacts(TypedDict):
    record_kind: str
    record_id: str
    reason: str
    message_id: NotRequired[str]


class CorrectRecordRequest(TypedDict):
    """An entry was made in error; it stays, marked, and nothing that followed from other entries changes 录入有误."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["correct_record"]
    kind: Literal["contact", "session", "claim", "material", "notice", "conflict"]
    record_id: str
    reason: Literal["wrong_referral", "wrong_person", "wrong_content", "duplicate", "other"]
    explanation: str


CourtChange: TypeAlias = "RenameChange | AddTrackChange | EndTrackChange | SettingsChange | EndChange"


class CourtCodePage(TypedDict):
    """Codes of courts, in their order."""

    items: list[CourtCodeView]
    next: str | None


class CourtCodeView(TypedDict):
    """A court's code 法院代字 as published."""

    code: str
    name: str
    level: str
    region_code: str | None
    valid_from: str | None
    valid_to: str | None
    source: str


class CourtList(TypedDict):
    """A page of courts."""

    items: list[CourtView]
    next: str | None


class CourtRequest(TypedDict):
    """A court to be registered."""

    valid_from: str
    valid_to: NotRequired[str | None]
    name: str
    level: Literal["supreme", "high", "intermediate", "basic"]
    court_code: NotRequired[str | None]
    region_code: NotRequired[str | None]
    late_acceptance: NotRequired[bool]
    duplicate_policy: NotRequired[Literal["warn", "block"]]
    confirmation_after_entrustment: NotRequired[Literal["refused", "after_withdrawal", "allowed"]]
    term_on_reassignment: NotRequired[Literal["restart", "continue"]]
    fee_notice_days: NotRequired[int]
    lead_times: NotRequired[list[LeadTimeRequest]]
    suspension_pauses_term: NotRequired[bool]
    acceptance_on_dispatch: NotRequired[Literal["run_on", "restart"]]
    full_organisation: NotRequired[Literal["warn", "refuse"]]
    statement_before_filing: NotRequired[Literal["refused", "allowed"]]
    tracks: list[TrackRequest]


class CourtView(TypedDict):
    """A court."""

    id: str
    name: str
    level: Literal["supreme", "high", "intermediate", "basic"]
    court_code: str | None
    region_code: str | None
    late_acceptance: bool
    duplicate_policy: Literal["warn", "block"]
    confirmation_after_entrustment: Literal["refused", "after_withdrawal", "allowed"]
    term_on_reassignment: Literal["restart", "continue"]
    fee_notice_days: int
    lead_times: list[LeadTimeView]
    suspension_pauses_term: bool
    acceptance_on_dispatch: Literal["run_on", "restart"]
    full_organisation: Literal["warn", "refuse"]
    statement_before_filing: Literal["refused", "allowed"]
    tracks: list[TrackView]
    valid_from: str
    valid_to: str | None


class CustodyLink(TypedDict):
    """One organisation's turn."""

    organisation_id: str
    act: Act
    passed_by: str | None
    level: int
    held_from: str
    held_until: str | None
    accepted_on: str | None
    ending: str | None
    reason: str | None


class CustodyView(TypedDict):
    """Who had the referral, from when to when, by whose act; who was named and who mediates or mediated."""

    over_head_office: bool
    named_organisation_id: str | None
    mediating_organisation_id: str | None
    holder_id: str | None
    acceptance: AcceptanceWindow | None
    links: list[CustodyLink]


class DataSharedByShareData(TypedDict):
    action: Literal["share_data"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ShareDataFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DataSharedByShareDataOnBehalfOf | None


class DataSharedByShareDataOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DataSharedEvent(TypedDict):
    """Data opened to somebody above 已登记信息提供."""

    id: str
    position: NotRequired[int]
    type: Literal["data.shared"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DataSharedByShareData
    links: DataSharedEventLinks


class DataSharedEventLinks(TypedDict):
    referral: str


class DeadlineApproachingData(TypedDict):
    deadline_id: str
    rule: str
    region: str
    raw_end_on: str
    due_on: str
    days_left: int
    provisional: bool
    lead_days: int
    lead_unit: str
    kind: str
    track: str
    stage: str
    court_id: str | None
    referring_body_id: str | None
    referral_id: str
    referral_version: int
    sources: list[str]


class DeadlineApproachingEvent(TypedDict):
    """Deadline approaching 期限临近."""

    id: str
    position: NotRequired[int]
    type: Literal["deadline.approaching"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DeadlineApproachingData
    links: DeadlineApproachingEventLinks


class DeadlineApproachingEventLinks(TypedDict):
    referral: str


class DeadlineList(TypedDict):
    """All periods, oldest first."""

    items: list[DeadlineView]
    trial_term_exclusions: list[ExclusionView]


class DeadlineMissedByLapseConfirmation(TypedDict):
    action: Literal["lapse_confirmation"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["agreement_effective", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: LapseConfirmationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByLapseConfirmationOnBehalfOf | None


class DeadlineMissedByLapseConfirmationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByLapsePreservation(TypedDict):
    action: Literal["lapse_preservation"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: LapsePreservationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByLapsePreservationOnBehalfOf | None


class DeadlineMissedByLapsePreservationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissApplicationDecision(TypedDict):
    action: Literal["miss_application_decision"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissApplicationDecisionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissApplicationDecisionOnBehalfOf | None


class DeadlineMissedByMissApplicationDecisionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissAppointment(TypedDict):
    action: Literal["miss_appointment"]
    kind: Literal["pre_filing"]
    track: Literal["pre_filing_2022"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted", "consulting", "unassigned"]
    state_after: Literal["submitted", "consulting", "unassigned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissAppointmentFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissAppointmentOnBehalfOf | None


class DeadlineMissedByMissAppointmentOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissChoice(TypedDict):
    action: Literal["miss_choice"]
    kind: Literal["pre_filing"]
    track: Literal["pre_filing_2022"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted", "consulting"]
    state_after: Literal["submitted", "consulting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissChoiceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissChoiceOnBehalfOf | None


class DeadlineMissedByMissChoiceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissConfirmationRuling(TypedDict):
    action: Literal["miss_confirmation_ruling"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["under_review", "supplementing"]
    state_after: Literal["under_review", "supplementing"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissConfirmationRulingFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissConfirmationRulingOnBehalfOf | None


class DeadlineMissedByMissConfirmationRulingOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissContact(TypedDict):
    action: Literal["miss_contact"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2022", "direct"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "suspended"]
    state_after: Literal["accepted", "contacting", "suspended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissContactFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissContactOnBehalfOf | None


class DeadlineMissedByMissContactOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissOrderDecision(TypedDict):
    action: Literal["miss_order_decision"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissOrderDecisionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissOrderDecisionOnBehalfOf | None


class DeadlineMissedByMissOrderDecisionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissOrderNotice(TypedDict):
    action: Literal["miss_order_notice"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissOrderNoticeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissOrderNoticeOnBehalfOf | None


class DeadlineMissedByMissOrderNoticeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissRegistrationDecision(TypedDict):
    action: Literal["miss_registration_decision"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: Literal["handed_over"]
    state_after: Literal["handed_over"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissRegistrationDecisionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissRegistrationDecisionOnBehalfOf | None


class DeadlineMissedByMissRegistrationDecisionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissReportBack(TypedDict):
    action: Literal["miss_report_back"]
    kind: Literal["transferred"]
    track: Literal["direct", "commission_delegated"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["closed"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissReportBackFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissReportBackOnBehalfOf | None


class DeadlineMissedByMissReportBackOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissReview(TypedDict):
    action: Literal["miss_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissReviewOnBehalfOf | None


class DeadlineMissedByMissReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByMissUrge(TypedDict):
    action: Literal["miss_urge"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissUrgeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByMissUrgeOnBehalfOf | None


class DeadlineMissedByMissUrgeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedByPassLabourTerm(TypedDict):
    action: Literal["pass_labour_term"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "overdue",
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    state_after: Literal[
    "overdue",
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: PassLabourTermFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineMissedByPassLabourTermOnBehalfOf | None


class DeadlineMissedByPassLabourTermOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineMissedEvent(TypedDict):
    """Deadline missed 期限已错过."""

    id: str
    position: NotRequired[int]
    type: Literal["deadline.missed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DeadlineMissedByMissChoice | DeadlineMissedByMissAppointment | DeadlineMissedByMissContact | DeadlineMissedByPassLabourTerm | DeadlineMissedByMissReportBack | DeadlineMissedByLapseConfirmation | DeadlineMissedByMissUrge | DeadlineMissedByLapsePreservation | DeadlineMissedByMissApplicationDecision | DeadlineMissedByMissConfirmationRuling | DeadlineMissedByMissOrderNotice | DeadlineMissedByMissOrderDecision | DeadlineMissedByMissReview | DeadlineMissedByMissRegistrationDecision
    links: DeadlineMissedEventLinks


class DeadlineMissedEventLinks(TypedDict):
    referral: str


class DeadlineRecomputedByRecomputeDeadlines(TypedDict):
    action: Literal["recompute_deadlines"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecomputeDeadlinesFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DeadlineRecomputedByRecomputeDeadlinesOnBehalfOf | None


class DeadlineRecomputedByRecomputeDeadlinesOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DeadlineRecomputedEvent(TypedDict):
    """Deadlines computed anew 期限已重新计算."""

    id: str
    position: NotRequired[int]
    type: Literal["deadline.recomputed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DeadlineRecomputedByRecomputeDeadlines
    links: DeadlineRecomputedEventLinks


class DeadlineRecomputedEventLinks(TypedDict):
    referral: str


class DeadlineView(TypedDict):
    """One legal period of the referral."""

    id: str
    rule: RuleId
    region: Machine
    state: ClockState
    started_on: str
    raw_end_on: str
    due_on: str | None
    provisional: bool
    paused_on: str | None
    paused_days: int
    closed_on: str | None
    term_id: str | None


class DecideConflictFacts(TypedDict):
    conflict_id: str
    mediator_id: str
    decision: str
    waived_by: list[str]


class DecideConflictRequest(TypedDict):
    """The mediator leaves, or all parties keep it, or there is no such relation."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["decide_conflict"]
    conflict_id: str
    decision: Literal["recused", "waived", "unfounded"]
    waived_by: NotRequired[list[str]]


class DeclineFacts(TypedDict):
    reason: str
    closure: NotRequired[str]


class DeclineRequest(TypedDict):
    """The organisation refuses in writing 不接受; it no longer sees the referral afterwards."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["decline"]
    reason: Literal["outside_charter", "outside_expertise", "otherwise_unsuitable"]
    explanation: str


class DeclineSuitFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class DeclineSuitRequest(TypedDict):
    """The creditor says that it wants no suit 不同意起诉; silence is a suit."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["decline_suit"]


class DeemApplicationWithdrawnFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class DeemApplicationWithdrawnRequest(TypedDict):
    """The court takes the application as withdrawn 按撤回申请处理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["deem_application_withdrawn"]
    reason: Literal["materials_not_supplied", "questioning_refused"]


class DeemSuitFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    filed_on: str


class DeemWithdrawnFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class DeemWithdrawnRequest(TypedDict):
    """The fee was not paid in time: the suit counts as withdrawn 按自动撤诉处理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["deem_withdrawn"]


class DelegateAgainRequest(TypedDict):
    """The court offers the referral to an organisation after consultation 委派."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["delegate"]
    organisation_id: str


class DelegateFacts(TypedDict):
    organisation_id: str


class DelegateRequest(TypedDict):
    """A court or another referring body hands a dispute to an organisation 委派, 委托, 移送."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    parties: list[PartyRequest]
    on_court_platform: NotRequired[bool]
    cause: NotRequired[CauseRequest | None]
    claim_amount: NotRequired[str | None]
    court_reference: NotRequired[str | None]
    case_numbers: NotRequired[list[CaseNumberRequest]]
    filed_on: NotRequired[str | None]
    procedure_type: NotRequired[Literal["ordinary", "summary", "small_claims"] | None]
    clerk: NotRequired[str | None]
    judge: NotRequired[str | None]
    facts_and_reasons: NotRequired[str | None]
    preservation: NotRequired[bool]
    preserved_on: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"]]
    sensitivities: NotRequired[list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]]
    intake_source: NotRequired[Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None]
    subsidy_payer: NotRequired[Literal["court", "organisation", "association", "finance", "none"] | None]
    arbitration: NotRequired[Literal["arbitrated", "wage_iou"] | None]
    dispute_id: NotRequired[str | None]
    distinct_from: NotRequired[list[str]]
    series_id: NotRequired[str | None]
    action: Literal["delegate"]
    kind: NotRequired[Literal["pre_filing", "post_filing", "transferred"] | None]
    in_trial: NotRequired[bool]
    organisation_id: str


class DeliveryList(TypedDict):
    """A page of deliveries by position."""

    items: list[DeliveryView]
    next: str | None


class DeliveryParkedData(TypedDict):
    endpoint_id: str
    event_id: str
    event_type: str
    event_position: int
    reason: str
    attempt_count: int
    referral_id: str | None
    referral_version: int | None


class DeliveryParkedEvent(TypedDict):
    """Delivery of an event parked 推送已搁置."""

    id: str
    position: NotRequired[int]
    type: Literal["delivery.parked"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DeliveryParkedData
    links: DeliveryParkedEventLinks


class DeliveryParkedEventLinks(TypedDict):
    referral: str


class DeliveryReceipt(TypedDict):
    """One step of a chain, with everything that its hash is made of beside the ids of the document."""

    id: str
    step: int
    message_id: str
    kind: AttemptKind
    position: int | None
    number: int
    started_at: str
    duration_ms: int
    outcome: app_domain_delivery_Outcome
    reason: str | None
    status: int | None
    request_headers: dict[str, str]
    body_sha256: str
    answer_headers: dict[str, str]
    answer_sha256: str
    previous: str
    hash: str


class DeliveryReceiptDocument(TypedDict):
    """What is signed, as canonical JSON: sorted keys, UTF-8, no blanks."""

    format: Literal["sutiao-delivery-receipts-1"]
    issued_at: str
    tenant_id: str
    endpoint_id: str
    url: str
    referral_id: str
    complete: bool
    receipts: list[DeliveryReceipt]


class DeliveryReceiptExport(TypedDict):
    """Receipts to be kept: the document and its signature."""

    document: DeliveryReceiptDocument
    signature: DeliveryReceiptSignature | None
    next: str | None


class DeliveryReceiptSignature(TypedDict):
    """The signature over `id.timestamp.document`, as a delivery has it in its headers."""

    id: str
    timestamp: str
    signature: str
    key_id: str


DeliveryState: TypeAlias = Literal["waiting", "delivered", "parked", "skipped"]


DeliveryStatus: TypeAlias = Literal["not_configured", "waiting", "delivered", "failing", "parked"]


class DeliveryStatusView(TypedDict):
    """Whether the computer of another side of the referral was told of what happened in it."""

    tenant_id: str
    status: DeliveryStatus


class DeliveryView(TypedDict):
    """One event on its way to one endpoint. There is one for each event, however often it is sent."""

    position: int
    event_id: str
    type: str
    referral_id: str | None
    referral_version: int | None
    state: DeliveryState
    reason: str | None
    attempt_count: int
    first_due_at: str
    settled_at: str | None
    next_due_at: str | None


class DenyEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class DenyEnforcementRequest(TypedDict):
    """The court rules that the instrument is not enforced 不予执行, as when the debtor raised the time bar."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["deny_enforcement"]
    reason: Literal["time_bar", "notarised_wrongly", "arbitration_flawed", "public_interest"]


class DeprecationView(TypedDict):
    """Since when something is on its way out, until when it answers, and what to use instead."""

    since: str
    sunset: str | None
    replacement: str
    link: str


DifferenceKind: TypeAlias = Literal[
    "missing_there",
    "missing_here",
    "state_differs",
    "amount_differs",
    "procedure_differs",
    "duty_missing_there",
]


class DifferenceView(TypedDict):
    """One difference and the repair that is proposed."""

    kind: DifferenceKind
    reference: str
    referral_id: str | None
    ours: str | None
    theirs: str | None
    amount_of: Literal["agreement_amount"] | None
    repair: Repair


class DisableChange(TypedDict):
    """No key of the client opens the door, everywhere within five seconds."""

    change: Literal["disable"]


class DiscloseConflictFacts(TypedDict):
    conflict_id: str
    mediator_id: str
    raised_by: str
    decision: str
    relation: str
    party_id: NotRequired[str]
    message_id: NotRequired[str]


class DiscloseConflictRequest(TypedDict):
    """A mediator discloses a relation 披露, or a party asks for recusal 申请回避; it is then decided."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["disclose_conflict"]
    mediator_id: str
    relation: Literal["near_relative", "interest", "other_relation"]
    raised_by: Literal["mediator", "party"]
    party_id: NotRequired[str | None]
    explanation: NotRequired[str | None]


class DismissObjectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class DismissObjectionRequest(TypedDict):
    """The court finds the objection unfounded; the ruling stands."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["dismiss_objection"]


class DispatchFacts(TypedDict):
    organisation_id: str
    from_id: str
    level: int
    listing: str
    ground: str
    sharing_id: str


class DispatchRequest(TypedDict):
    """Whoever holds what came over a head office passes it on to one right below 转派; nobody has accepted yet."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["dispatch"]
    organisation_id: str
    ground: Literal["separate_consent", "court_duty", "statutory_duty"]
    classes: NotRequired[list[Literal["party_identity", "claims", "materials", "mediation"]]]
    mediator_consents: NotRequired[bool]


class DisputeView(TypedDict):
    """One dispute with a page of those of its referrals that you see, oldest first."""

    id: str
    referrals: list[ReferralBrief]
    next: str | None
    links: dict[str, str]


class DocumentAddedByAddDocument(TypedDict):
    action: Literal["add_document"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AddDocumentFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DocumentAddedByAddDocumentOnBehalfOf | None


class DocumentAddedByAddDocumentOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DocumentAddedEvent(TypedDict):
    """Document added 文件已提交."""

    id: str
    position: NotRequired[int]
    type: Literal["document.added"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DocumentAddedByAddDocument
    links: DocumentAddedEventLinks


class DocumentAddedEventLinks(TypedDict):
    referral: str


class DocumentList(TypedDict):
    """All documents that you may see, oldest first."""

    items: list[DocumentView]
    revealed: bool


class DocumentView(TypedDict):
    """One document."""

    id: str
    document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
]
    media_type: str
    size_bytes: int
    sha256: str
    put_by: ActorRole
    put_by_id: str
    put_on: str
    sealed_original: bool
    signed_by: list[str]
    replaces_minutes: bool
    private: bool
    withdrawn_on: str | None
    withdrawal_reason: Literal["entered_in_error", "wrong_class", "unreadable", "replaced", "other"] | None
    name: str | None
    content: str


class DocumentWithdrawnByWithdrawDocument(TypedDict):
    action: Literal["withdraw_document"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawDocumentFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: DocumentWithdrawnByWithdrawDocumentOnBehalfOf | None


class DocumentWithdrawnByWithdrawDocumentOnBehalfOf(TypedDict):
    role: str
    id: str | None


class DocumentWithdrawnEvent(TypedDict):
    """Document withdrawn 文件已撤销."""

    id: str
    position: NotRequired[int]
    type: Literal["document.withdrawn"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: DocumentWithdrawnByWithdrawDocument
    links: DocumentWithdrawnEventLinks


class DocumentWithdrawnEventLinks(TypedDict):
    referral: str


class DraftAgreementFacts(TypedDict):
    partial: bool
    term_count: int
    form: NotRequired[str]


class DraftAgreementRequest(TypedDict):
    """The agreement is written down and awaits signatures; an oral one is recorded by a mediator."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    terms: list[TermOfAgreement]
    guarantors: NotRequired[list[GuarantorOfAgreement]]
    default_clause: NotRequired[Literal["none", "stated", "court_decides"]]
    planned: NotRequired[list[Literal[
    "judicial_confirmation",
    "case_registration",
    "mediation_statement",
    "suit_withdrawal",
    "transfer_to_trial",
    "labour_arbitration",
    "payment_order",
    "arbitration_review",
    "notarisation",
    "enforcement",
]]]
    subjects: NotRequired[list[Literal["status_relation", "property_right", "intellectual_property", "other_procedure"]]]
    enforcement_promised: NotRequired[bool]
    signing_clause: NotRequired[bool]
    action: Literal["draft_agreement"]
    form: NotRequired[Literal["written", "oral"]]
    recorded_by: NotRequired[str | None]


class DueDateView(TypedDict):
    """The end of a period, both days inclusive."""

    rule: RuleId
    name_zh: str
    name_en: str
    unit: Unit
    length: int | None
    start: str
    raw_end_on: str
    due_on: str
    provisional: bool
    sources: list[SourceView]


class DuplicateView(TypedDict):
    """A referral that you see and that may be about the same dispute."""

    id: str
    number: str
    opened_on: str
    dispute_id: str


Duty: TypeAlias = Literal["acceptance", "result", "agreement", "confirmation_application"]


class EmissionView(TypedDict):
    """One arrow that emits a type of event, with its names in the language of the answer."""

    machine: Machine
    action: Action
    action_label: str
    before: str | None
    before_label: str | None
    after: str
    after_label: str
    by: list[ActorRole]
    tracks: list[Track]
    kinds: list[Kind]


class EnableChange(TypedDict):
    """Its living keys open the door again."""

    change: Literal["enable"]


class EnableEndpoint(TypedDict):
    """An endpoint that the service disabled delivers again."""

    backlog: NotRequired[Backlog]
    from_position: NotRequired[int | None]
    since: NotRequired[str | None]
    action: Literal["enable"]


EndAppraisalFacts: TypeAlias = "dict[str, Any]"


class EndAppraisalRequest(TypedDict):
    """The appraisal report is in."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["end_appraisal"]


class EndChange(TypedDict):
    """The last day. Told again, the last word counts."""

    change: Literal["end"]
    valid_to: str


class EndEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class EndEnforcementRequest(TypedDict):
    """The court ends it for good 终结执行."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["end_enforcement"]
    reason: Literal[
    "application_withdrawn",
    "instrument_revoked",
    "debtor_died",
    "maintenance_creditor_died",
    "debtor_destitute",
    "other",
]


class EndFacts(TypedDict):
    reason: str
    outcome: str


EndReason: TypeAlias = Literal[
    "agreement_reached",
    "settled_and_withdrew",
    "party_unreachable",
    "party_unwilling",
    "differences_too_large",
    "term_expired",
    "refused_to_sign",
    "other",
]


class EndRepresentativeFacts(TypedDict):
    representative_id: str


class EndRepresentativeRequest(TypedDict):
    """A representative no longer acts."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["end_representative"]
    representative_id: str


class EndRequest(TypedDict):
    """Mediation is over, for one of the statutory reasons."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["end"]
    reason: EndReason
    partial: NotRequired[bool]


EndSecretRequest: TypeAlias = "dict[str, Any]"


class EndTrackChange(TypedDict):
    """The last day on which the court uses a track."""

    change: Literal["end_track"]
    track: Track
    valid_to: str


class EndUnreportedFacts(TypedDict):
    reason: str
    outcome: str


class EndUnservedOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


EndWebhookSecretAnswer: TypeAlias = "SecretEnded | EndpointRehearsal"


EndpointAction: TypeAlias = Literal[
    "change",
    "move",
    "challenge",
    "confirm",
    "pause",
    "resume",
    "enable",
    "disable",
    "rotate_secret",
    "end_secret",
    "test",
    "replay",
    "park",
    "remove",
]


class EndpointHealthList(TypedDict):
    """A page of health, by endpoint."""

    items: list[EndpointHealthView]
    next: str | None


class EndpointHealthView(TypedDict):
    """How an endpoint does; nothing of what is delivered, nor where to."""

    endpoint_id: str
    tenant_id: str
    state: EndpointState
    state_reason: str | None
    breaker: BreakerState
    breaker_until: str | None
    waiting_count: int
    oldest_waiting_at: str | None
    parked_count: int
    failing_since: str | None
    last_success_at: str | None


class EndpointList(TypedDict):
    """A page of endpoints, oldest first."""

    items: list[EndpointView]
    next: str | None


class EndpointRehearsal(TypedDict):
    """All checks passed; nothing was written."""

    dry_run: Literal[True]


class EndpointRequest(TypedDict):
    """An endpoint to be made."""

    url: str
    description: NotRequired[str | None]
    payload: NotRequired[Payload]
    types: NotRequired[list[str]]
    court_ids: NotRequired[list[str]]
    organisation_ids: NotRequired[list[str]]
    headers: NotRequired[dict[str, str]]
    rate_per_second: NotRequired[int | None]
    timeout_seconds: NotRequired[int]
    schedule_seconds: NotRequired[list[int] | None]
    ordering: NotRequired[Ordering]
    order_over: NotRequired[OrderOver]
    park_after_hours: NotRequired[int]
    signing: NotRequired[list[SignatureKind]]


EndpointState: TypeAlias = Literal["pending", "active", "paused", "disabled", "removed"]


class EndpointTaken(TypedDict):
    """An action that was taken."""

    id: str
    version: int
    state: EndpointState
    next_position: int | None


EndpointTransition: TypeAlias = "ChangeEndpoint | ChallengeEndpoint | TestEndpoint | PauseEndpoint | ResumeEndpoint | EnableEndpoint | RemoveEndpoint"


class EndpointView(TypedDict):
    """A webhook endpoint."""

    id: str
    version: int
    url: str
    description: str | None
    state: EndpointState
    state_reason: str | None
    payload: Payload
    types: list[str]
    court_ids: list[str]
    organisation_ids: list[str]
    header_names: list[str]
    rate_per_second: int | None
    timeout_seconds: int
    schedule_seconds: list[int] | None
    ordering: Ordering
    order_over: OrderOver
    park_after_hours: int
    signing: list[SignatureKind]
    from_position: int
    breaker: BreakerState
    errand: ErrandView | None
    challenged_at: str | None
    secrets: list[SecretView]
    allowed_actions: list[EndpointAction]
    created_at: str
    changed_at: str


class EnforcementCompletedByCompleteEnforcement(TypedDict):
    action: Literal["complete_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcing", "enforcement_settled"]
    state_after: Literal["enforced"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CompleteEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: EnforcementCompletedByCompleteEnforcementOnBehalfOf | None


class EnforcementCompletedByCompleteEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class EnforcementCompletedEvent(TypedDict):
    """Enforcement completed 已执行完毕."""

    id: str
    position: NotRequired[int]
    type: Literal["enforcement.completed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: EnforcementCompletedByCompleteEnforcement
    links: EnforcementCompletedEventLinks


class EnforcementCompletedEventLinks(TypedDict):
    referral: str


class EnforcementRestoredByRestoreEnforcement(TypedDict):
    action: Literal["restore_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcement_settled", "round_closed"]
    state_after: Literal["enforcing"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RestoreEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: EnforcementRestoredByRestoreEnforcementOnBehalfOf | None


class EnforcementRestoredByRestoreEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class EnforcementRestoredEvent(TypedDict):
    """Enforcement restored 已恢复执行."""

    id: str
    position: NotRequired[int]
    type: Literal["enforcement.restored"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: EnforcementRestoredByRestoreEnforcement
    links: EnforcementRestoredEventLinks


class EnforcementRestoredEventLinks(TypedDict):
    referral: str


class EnforcementRoundClosedByCloseEnforcementRound(TypedDict):
    action: Literal["close_enforcement_round"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcing"]
    state_after: Literal["round_closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CloseEnforcementRoundFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: EnforcementRoundClosedByCloseEnforcementRoundOnBehalfOf | None


class EnforcementRoundClosedByCloseEnforcementRoundOnBehalfOf(TypedDict):
    role: str
    id: str | None


class EnforcementRoundClosedEvent(TypedDict):
    """Round of enforcement closed 本次执行程序已终结."""

    id: str
    position: NotRequired[int]
    type: Literal["enforcement.round_closed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: EnforcementRoundClosedByCloseEnforcementRound
    links: EnforcementRoundClosedEventLinks


class EnforcementRoundClosedEventLinks(TypedDict):
    referral: str


class EnforcementSettledBySettleEnforcement(TypedDict):
    action: Literal["settle_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcing"]
    state_after: Literal["enforcement_settled"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SettleEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: EnforcementSettledBySettleEnforcementOnBehalfOf | None


class EnforcementSettledBySettleEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class EnforcementSettledEvent(TypedDict):
    """Settled in enforcement 执行中已和解."""

    id: str
    position: NotRequired[int]
    type: Literal["enforcement.settled"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: EnforcementSettledBySettleEnforcement
    links: EnforcementSettledEventLinks


class EnforcementSettledEventLinks(TypedDict):
    referral: str


EnterByHandAnswer: TypeAlias = "EntryRecorded | EntryRehearsal"


class EnterByHandRequest(TypedDict):
    """Somebody entered a duty on the court's platform."""

    entry_id: str
    platform_number: NotRequired[str | None]
    entered_on: NotRequired[str | None]


class EntryRecorded(TypedDict):
    """The answer to that."""

    id: str
    state: EntryState


class EntryRehearsal(TypedDict):
    """What it would have come to with `dry_run=true`."""

    id: str
    state: EntryState
    dry_run: Literal[True]


EntryState: TypeAlias = Literal["not_required", "due", "entered_by_interface", "entered_by_hand", "verified"]


ErrandKind: TypeAlias = Literal["challenge", "test"]


class ErrandView(TypedDict):
    """What is under way to the endpoint beside events."""

    kind: ErrandKind
    id: str
    until: str


class EventItem(TypedDict):
    """One event. It is thin: ids, codes, dates; party data is read through the API."""

    id: str
    position: int
    type: str
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: str
    data: dict[str, Any]
    links: EventLinks


class EventLinks(TypedDict):
    """Where to read more."""

    referral: str


class EventPage(TypedDict):
    """An answer of the feed."""

    items: list[EventItem]
    next: str
    has_more: bool


EventType: TypeAlias = Literal[
    "referral.submitted",
    "referral.delegated",
    "referral.invited",
    "referral.returned",
    "referral.accepted",
    "referral.declined",
    "referral.overdue",
    "referral.reassigned",
    "referral.taken_back",
    "referral.handed_back",
    "referral.cancel_requested",
    "referral.cancel_refused",
    "referral.urged",
    "referral.urge_answered",
    "referral.amended",
    "referral.status_changed",
    "referral.numbered",
    "referral.reported_back",
    "choice.recorded",
    "referral.closed",
    "materials.requested",
    "materials.supplied",
    "materials.received",
    "mediator.assigned",
    "mediator.replaced",
    "representative.added",
    "representative.ended",
    "party.succeeded",
    "claim.added",
    "claim.settled",
    "consent.recorded",
    "service_address.recorded",
    "notice.sent",
    "notice.result_recorded",
    "message.sent",
    "series.joined",
    "series.left",
    "party.contacted",
    "mediation.started",
    "mediation.extended",
    "mediation.paused",
    "mediation.resumed",
    "mediation.term_expired",
    "mediation.ended",
    "session.scheduled",
    "session.held",
    "session.missed",
    "session.cancelled",
    "result.reported",
    "agreement.drafted",
    "agreement.signed",
    "agreement.refused",
    "agreement.effective",
    "performance.performed",
    "procedure.applied",
    "procedure.accepted",
    "procedure.not_accepted",
    "procedure.granted",
    "procedure.refused",
    "procedure.withdrawn",
    "procedure.served",
    "procedure.effective",
    "procedure.repudiated",
    "fee.noticed",
    "fee.paid",
    "trial.transferred",
    "filing.handed_over",
    "deadline.missed",
    "record.corrected",
    "performance.corrected",
    "mediation.reopened",
    "deadline.recomputed",
    "deadline.approaching",
    "document.added",
    "document.withdrawn",
    "agreement.amended",
    "performance.breached",
    "procedure.correction_requested",
    "procedure.corrected",
    "procedure.objected",
    "procedure.upheld",
    "procedure.revoked",
    "procedure.lapsed",
    "procedure.ended",
    "instrument.served",
    "instrument.effective",
    "enforcement.settled",
    "enforcement.round_closed",
    "enforcement.restored",
    "enforcement.completed",
    "procedure.extended",
    "mediation.suspended",
    "conflict.checked",
    "conflict.disclosed",
    "conflict.decided",
    "mediator.lead_named",
    "performance.due",
    "performance.partial",
    "agreement.repudiated",
    "agreement.served",
    "agreement.filed_with_court",
    "agreement.recorded",
    "delivery.parked",
    "referral.dispatched",
    "referral.referred_back",
    "referral.target_allowed",
    "data.shared",
    "referral.recalled",
]


class EventTypeList(TypedDict):
    """The catalogue of events. It grows; pass over types that you do not know."""

    items: list[EventTypeView]


class EventTypeView(TypedDict):
    """One type of event: what it is called, when it is emitted, about what, and the schema of the whole event."""

    type: EventType
    zh: str
    en: str
    label: str
    subject: Literal["referral", "deadline", "endpoint"]
    emitted: list[EmissionView]
    deprecated: DeprecationView | None
    event_schema: dict[str, Any]


class ExcludedCauseView(TypedDict):
    """A branch of a list of causes that a body may not take."""

    valid_from: str | None
    valid_to: str | None
    sources: list[str]
    mark: str
    note: str
    body: str
    version: str
    root: str
    kind: str


class ExclusionView(TypedDict):
    """Days that do not count in the trial term 审限, both inclusive: the extension of a mediation after filing."""

    from_on: str
    to_on: str
    rule: RuleId


class ExpandedView(TypedDict):
    """What `expand` asked for; null where it did not. Personal data are masked."""

    parties: list[PartyView] | None
    consents: list[ConsentView] | None
    case_numbers: list[CaseNumberView] | None
    representatives: list[RepresentativeView] | None
    claims: list[ClaimView] | None
    materials: list[MaterialView] | None
    contacts: list[ContactView] | None
    notices: list[NoticeView] | None
    sessions: list[SessionView] | None
    messages: list[MessageView] | None
    urgings: list[UrgingView] | None
    conflicts: list[ConflictView] | None
    sharings: list[SharingView] | None
    deadlines: list[DeadlineView] | None
    agreement: AgreementView | None
    procedures: list[ProcedureView] | None
    delivery_status: list[DeliveryStatusView] | None


ExpireTermFacts: TypeAlias = "dict[str, Any]"


class ExtendArbitrationReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class ExtendArbitrationReviewRequest(TypedDict):
    """The director of the arbitration commission gives the review more days, once 延长审查."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["extend_arbitration_review"]


class ExtendConfirmationReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    until: str


class ExtendConfirmationReviewRequest(TypedDict):
    """The court's president gives the review more time 院长批准延长."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["extend_confirmation_review"]
    until: str


class ExtendTermFacts(TypedDict):
    until: str


class ExtendTermRequest(TypedDict):
    """All parties agree to a later end of the term."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["extend_term"]
    until: str
    agreed_by: list[str]


class FallDueFacts(TypedDict):
    term_id: str
    due_on: str
    left: NotRequired[str]


class FeeNoticedByGiveFeeNotice(TypedDict):
    action: Literal["give_fee_notice"]
    kind: Literal["post_filing"]
    track: Literal["post_filing_first"]
    machine: Literal["transfer_to_trial"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["fee_noticed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: GiveFeeNoticeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: FeeNoticedByGiveFeeNoticeOnBehalfOf | None


class FeeNoticedByGiveFeeNoticeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class FeeNoticedEvent(TypedDict):
    """Fee notice given 交费通知已发出."""

    id: str
    position: NotRequired[int]
    type: Literal["fee.noticed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: FeeNoticedByGiveFeeNotice
    links: FeeNoticedEventLinks


class FeeNoticedEventLinks(TypedDict):
    referral: str


class FeePaidByRecordFeePaid(TypedDict):
    action: Literal["record_fee_paid"]
    kind: Literal["post_filing"]
    track: Literal["post_filing_first"]
    machine: Literal["transfer_to_trial"]
    procedure_id: str | None
    state_before: Literal["fee_noticed"]
    state_after: Literal["fee_paid"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordFeePaidFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: FeePaidByRecordFeePaidOnBehalfOf | None


class FeePaidByRecordFeePaidOnBehalfOf(TypedDict):
    role: str
    id: str | None


class FeePaidEvent(TypedDict):
    """Fee paid 诉讼费已交纳."""

    id: str
    position: NotRequired[int]
    type: Literal["fee.paid"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: FeePaidByRecordFeePaid
    links: FeePaidEventLinks


class FeePaidEventLinks(TypedDict):
    referral: str


class FieldError(TypedDict):
    """One field, and what is wrong with it."""

    pointer: str
    code: Literal[
    "action_not_possible",
    "agreement_already_served",
    "agreement_binds",
    "agreement_in_force",
    "agreement_not_binding",
    "agreement_not_enforceable",
    "agreement_not_to_perform",
    "agreement_of_all_missing",
    "agreement_stands",
    "agreement_under_procedure",
    "agreement_unsettled",
    "already_filed",
    "already_in_series",
    "already_in_trial",
    "already_judicially_confirmed",
    "already_signed",
    "amount_beyond_agreement",
    "amount_beyond_instalment",
    "amount_beyond_instrument",
    "arbitration_first",
    "arbitration_not_open",
    "arbitration_review_open",
    "body_invalid",
    "body_not_for_track",
    "body_too_large",
    "body_too_slow",
    "bootstrap_done",
    "cancel_already_requested",
    "cancel_awaits_answer",
    "cancel_not_requested",
    "case_not_registered",
    "case_number_invalid",
    "case_number_known",
    "cause_excluded_for_body",
    "cause_not_confirmable",
    "cause_outside_channel",
    "cause_required",
    "cell_formula",
    "cell_missing",
    "cell_number_rounded",
    "cell_too_long",
    "cell_unknown_code",
    "cell_unknown_organisation",
    "cell_unreadable",
    "challenge_too_soon",
    "channel_not_open",
    "channel_overlaps",
    "client_disabled",
    "clock_only_forward",
    "confirmation_after_entrustment",
    "confirmation_not_of_other_side",
    "confirmation_rejected",
    "confirmation_window_closed",
    "conflict_undecided",
    "consent_missing",
    "consent_not_needed",
    "consents_incomplete",
    "content_not_confirmable",
    "content_type_not_json",
    "copy_already_filed",
    "correction_still_possible",
    "court_decides_clause",
    "court_level_not_competent",
    "court_not_active",
    "court_not_basic",
    "court_required",
    "creditor_required",
    "cursor_expired",
    "cursor_invalid",
    "cursor_outside_lease",
    "database_unavailable",
    "date_invalid",
    "dates_reversed",
    "day_outside_validity",
    "day_passed",
    "debtor_not_bound",
    "deliveries_under_way",
    "delivery_not_waiting",
    "document_class_not_yours",
    "document_content_missing",
    "document_empty",
    "document_hash_mismatch",
    "document_signers_unfit",
    "document_store_unavailable",
    "document_type_differs",
    "document_type_not_taken",
    "electronic_service_not_agreed",
    "electronic_signature_not_allowed",
    "end_reason_not_here",
    "enforcement_court_not_competent",
    "enforcement_denied_before",
    "enforcement_ground_not_here",
    "enforcement_promise_missing",
    "entry_being_told",
    "entry_not_due",
    "extension_not_later",
    "extension_too_long",
    "fee_still_payable",
    "feed_epoch_changed",
    "feedback_not_due",
    "filed_after_opening",
    "form_not_ready",
    "guarantor_consent_missing",
    "guarantor_does_not_apply",
    "guarantor_is_bound",
    "hand_over_reason_not_here",
    "heirs_missing",
    "idempotency_key_malformed",
    "idempotency_key_required",
    "idempotency_key_reused",
    "identity_missing",
    "identity_number_invalid",
    "if_match_group",
    "if_match_malformed",
    "if_match_required",
    "inconsistent",
    "instalment_performed",
    "instalment_unknown",
    "instrument_fell",
    "instrument_not_in_force",
    "internal_error",
    "joint_application_required",
    "joint_choice_made",
    "json_duplicate_key",
    "json_number_out_of_range",
    "json_too_deep",
    "json_too_many_values",
    "json_unsafe_text",
    "key_missing",
    "key_ring_cannot_read",
    "key_twice",
    "key_unknown",
    "labour_payment_only",
    "labour_relationship_confirmation",
    "last_secret",
    "late_acceptance_closed",
    "later_role_barred",
    "lead_time_invalid",
    "lease_held",
    "lease_lost",
    "legal_clock_absent",
    "legal_clock_taken",
    "malformed",
    "materials_already_received",
    "mediation_without_agreement",
    "mediator_already_assigned",
    "mediator_consent_required",
    "mediator_has_role",
    "mediator_in_own_dispute",
    "mediator_leads_already",
    "mediator_missing",
    "mediator_not_assigned",
    "mediator_not_available",
    "mediator_not_listed",
    "mediator_not_replaced",
    "mediator_not_valid",
    "mediator_recused",
    "message_entered_by_hand",
    "message_not_parked",
    "message_set_aside",
    "method_not_allowed",
    "name_taken",
    "no_courts_below",
    "no_payment_content",
    "no_sham_review",
    "no_such_route",
    "nobody_holds",
    "not_above_holder",
    "not_acceptable",
    "not_below_holder",
    "not_dispatched",
    "not_found",
    "not_in_list",
    "not_in_series",
    "not_json",
    "not_labour_dispute",
    "not_on_this_track",
    "not_over_head_office",
    "not_right_above",
    "not_right_below",
    "not_unique",
    "not_your_role",
    "nothing_left_to_enforce",
    "notices_missing",
    "objection_day_wrong",
    "objection_not_valid",
    "objection_out_of_time",
    "occurred_before_previous_fact",
    "occurred_in_future",
    "one_listed",
    "online_consent_missing",
    "online_refused",
    "only_referring_court",
    "operator_missing",
    "order_objection_late",
    "organisation_cycle",
    "organisation_declined_before",
    "organisation_full",
    "organisation_not_active",
    "organisation_not_for_review",
    "organisation_not_listed",
    "other_means_not_open",
    "out_of_range",
    "outcome_settled",
    "outside_term",
    "package_too_large",
    "parameter_invalid",
    "part_unknown",
    "particulars_fixed",
    "particulars_missing",
    "parties_incomplete",
    "party_data_not_shared",
    "party_refused",
    "party_succeeded",
    "party_unknown",
    "payer_not_bound",
    "payment_content_missing",
    "payment_order_conditions",
    "payment_order_pending",
    "people_mediation_is_free",
    "performance_not_breached",
    "performance_not_due",
    "performance_unproven",
    "performed_as_whole",
    "performed_before_agreement",
    "phone_invalid",
    "plaintiff_required",
    "platform_dialect_unknown",
    "platform_duties_invalid",
    "platform_fetches_nothing",
    "platform_has_no_list",
    "platform_mapping_invalid",
    "platform_message_differs",
    "platform_message_no_id",
    "platform_message_stale",
    "platform_message_unsafe",
    "platform_nonce_reused",
    "platform_not_valid",
    "platform_of_another_court",
    "platform_settings_invalid",
    "platform_signature_invalid",
    "platform_signature_unavailable",
    "platform_unavailable",
    "possible_duplicate",
    "preservation_bars_payment_order",
    "preservation_missing",
    "procedure_already_open",
    "procedure_stands",
    "query_malformed",
    "reconciliation_not_open",
    "record_decides",
    "record_of_others",
    "recorder_missing",
    "recording_not_agreed",
    "refer_back_first",
    "referral_taken_back",
    "referring_body_not_active",
    "registration_not_open",
    "replay_range_empty",
    "report_awaited",
    "required",
    "result_already_reported",
    "review_already_extended",
    "review_term_over",
    "review_window_closed",
    "route_not_here",
    "route_required",
    "ruling_already_received",
    "scope_missing",
    "scope_not_grantable",
    "series_too_large",
    "service_means_not_allowed",
    "session_not_yet",
    "session_unknown",
    "sham_found",
    "sham_review_open",
    "sharing_consent_missing",
    "sharing_ground_untold",
    "sheet_columns",
    "sheet_malformed",
    "sheet_old_format",
    "sheet_row_invalid",
    "sheet_too_large",
    "sheet_unsafe",
    "signature_kind_unavailable",
    "signature_secret_invalid",
    "signer_not_required",
    "signing_clause_missing",
    "source_without_party",
    "special_authority_missing",
    "statement_already_received",
    "statement_on_same_claim",
    "statement_requested",
    "status_unchanged",
    "succession_day_wrong",
    "succession_ground_wrong",
    "suit_already_deemed",
    "suit_pending",
    "suspension_result_not_here",
    "term_not_started",
    "term_over",
    "term_used_up",
    "terms_not_certain",
    "too_busy",
    "too_long",
    "too_many_consumers",
    "too_many_endpoints",
    "too_many_entries",
    "too_many_faults",
    "too_many_keys",
    "too_many_requests",
    "too_many_secrets",
    "too_many_streams",
    "too_short",
    "track_already_used",
    "track_not_in_force",
    "track_not_used_by_court",
    "unknown_code",
    "unknown_field",
    "unknown_parameter",
    "unknown_reference",
    "urging_open",
    "version_not_reached",
    "version_stale",
    "waiver_not_allowed",
    "webhook_header_not_allowed",
    "webhook_url_invalid",
    "withdrawal_pending",
    "written_form_required",
    "wrong_actor",
    "wrong_type",
]
    detail: str
    expected: str | None


class FileAgreementFacts(TypedDict):
    filed_on: str


class FileAgreementRequest(TypedDict):
    """A copy of the agreement went to the court that referred 备案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["file_agreement"]


FileForm: TypeAlias = Literal["xlsx", "csv"]


class FilingHandedOverByDeemSuit(TypedDict):
    action: Literal["deem_suit"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["lapsed"]
    state_after: Literal["turned_to_suit"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DeemSuitFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: FilingHandedOverByDeemSuitOnBehalfOf | None


class FilingHandedOverByDeemSuitOnBehalfOf(TypedDict):
    role: str
    id: str | None


class FilingHandedOverByHandOver(TypedDict):
    action: Literal["hand_over"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["handed_over"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: HandOverFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: FilingHandedOverByHandOverOnBehalfOf | None


class FilingHandedOverByHandOverOnBehalfOf(TypedDict):
    role: str
    id: str | None


class FilingHandedOverByReferToArbitration(TypedDict):
    action: Literal["refer_to_arbitration"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["labour_arbitration"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["referred"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReferToArbitrationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: FilingHandedOverByReferToArbitrationOnBehalfOf | None


class FilingHandedOverByReferToArbitrationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class FilingHandedOverEvent(TypedDict):
    """Handed over for filing 已移送立案."""

    id: str
    position: NotRequired[int]
    type: Literal["filing.handed_over"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: FilingHandedOverByHandOver | FilingHandedOverByReferToArbitration | FilingHandedOverByDeemSuit
    links: FilingHandedOverEventLinks


class FilingHandedOverEventLinks(TypedDict):
    referral: str


class FindShamFacts(TypedDict):
    closure: str
    outcome: str
    message_id: NotRequired[str]


class FindShamRequest(TypedDict):
    """The review found a sham 虚假调解; the referral closes and the matter is transferred."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["find_sham"]
    explanation: NotRequired[str | None]


class FlagView(TypedDict):
    """Something in a message that the mapping does not know."""

    at: str
    fault: str
    codes: str | None
    said: str | None


class GiveCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class GiveCorrectionRequest(TypedDict):
    """What was missing has been handed in 补正."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["give_correction"]


class GiveFeeNoticeFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]
    amount: str
    pay_by: str


class GiveFeeNoticeRequest(TypedDict):
    """The court asks for the court fee, warning what follows if it is not paid 交费通知."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["give_fee_notice"]
    amount: str
    pay_by: NotRequired[str | None]


class GiveFilingCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class GiveFilingCorrectionRequest(TypedDict):
    """It is with the court; the seven days for the decision begin anew."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["give_filing_correction"]


class GiveOrderCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class GiveOrderCorrectionRequest(TypedDict):
    """The creditor has handed it in; the five days for the notice begin anew."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["give_order_correction"]


class GuarantorOfAgreement(TypedDict):
    """A party of the referral who stands surety 担保人."""

    party_id: str
    consented: bool


class HandBackFacts(TypedDict):
    reason: str
    closure: NotRequired[str]


class HandBackRequest(TypedDict):
    """The organisation gives an accepted referral back; it no longer sees the referral afterwards."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["hand_back"]
    reason: Literal[
    "conflict_of_interest",
    "outside_expertise",
    "capacity",
    "party_request",
    "cannot_continue",
    "other",
]
    explanation: str


class HandOverFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]
    reason: NotRequired[str]


class HandOverRequest(TypedDict):
    """Complaint and materials go to the court for registration 转立案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["hand_over"]
    court_id: NotRequired[str | None]
    reason: NotRequired[Literal[
    "mediation_failed",
    "part_not_agreed",
    "back_at_court",
    "agreement_not_performed",
    "confirmation_not_accepted",
    "confirmation_rejected",
    "confirmation_revoked",
    "review_refused",
    "statement_refused",
    "statement_repudiated",
    "certificate_refused",
    "enforcement_denied",
    "payment_order_ended",
    "arbitration_not_taken",
] | None]


class HandoverFactsView(TypedDict):
    """Facts of the record that go along; no names and no words of the negotiation."""

    number: str
    kind: Kind
    track: Track
    cause_code: str | None
    state: MediationState | None
    outcome: app_domain_lifecycle_states_Outcome | None
    end_reason: EndReason | None
    closure: Closure | None
    opened_on: str
    mediation_started_on: str | None
    reported_on: str | None
    agreement_state: AgreementState | None
    agreement_effective_on: str | None
    party_ids_with_service_address: list[str]


class HandoverView(TypedDict):
    """A package: what goes, what is missing, and how much stays behind."""

    purpose: Purpose
    facts: HandoverFactsView
    documents: list[PackagedDocumentView]
    missing: list[MissingView]
    kept_back: list[KeptDocumentsView]
    complete: bool


class HealthView(TypedDict):
    """The process is there."""

    status: Literal["ok"]


class HeirRequest(TypedDict):
    """An heir or successor. Everything that names a person is kept encrypted."""

    kind: NotRequired[Literal["natural_person", "legal_person", "other_organisation"]]
    name: str
    id_type: NotRequired[Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None]
    id_number: NotRequired[str | None]
    phone: NotRequired[str | None]
    address: NotRequired[str | None]


class HistoryItem(TypedDict):
    """One event of the referral, as in the feed but without a position."""

    id: str
    type: EventType
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: ActorRole
    data: dict[str, Any]
    links: dict[str, str]


class HistoryList(TypedDict):
    """A page of the referral's events, oldest first."""

    items: list[HistoryItem]
    next: str | None


class HoldSessionFacts(TypedDict):
    session_id: str
    absent_party_ids: list[str]


class HoldSessionRequest(TypedDict):
    """A scheduled session took place."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["hold_session"]
    session_id: str


class IdentityChange(TypedDict):
    """The mediator's document, at once; its number is kept sealed and never shown."""

    change: Literal["identify"]
    id_type: Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
]
    id_number: str


class IdentityCheck(TypedDict):
    """A document that was checked; the number is kept encrypted."""

    party_id: str
    id_type: Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
]
    id_number: str


class InboxMessageList(TypedDict):
    """A page of messages, newest first."""

    items: list[InboxMessageView]
    next: str | None


class InboxMessageView(TypedDict):
    """One message in the inbox, without its contents."""

    id: str
    message_id: str
    received_at: str
    state: InboxState
    reason: str | None
    flags: list[FlagView]
    attempts: int
    referral_id: str | None
    decided_at: str | None


InboxState: TypeAlias = Literal["waiting", "done", "parked"]


InstalmentState: TypeAlias = Literal["due", "partial", "performed", "breached"]


class InstalmentView(TypedDict):
    """One promise of the present text and what became of it."""

    term_id: str
    payer_party_id: str | None
    amount: str | None
    due_on: str | None
    last_day: str | None
    state: InstalmentState
    performed_amount: str | None
    left: str | None
    breach: BreachView | None
    performances: list[PerformanceView]


class InstrumentEffectiveByIssueCertificate(TypedDict):
    action: Literal["issue_certificate"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["certificate_requested"]
    state_after: Literal["certified"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: IssueCertificateFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentEffectiveByIssueCertificateOnBehalfOf | None


class InstrumentEffectiveByIssueCertificateOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentEffectiveByMakeOrderEffective(TypedDict):
    action: Literal["make_order_effective"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["served"]
    state_after: Literal["order_effective"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MakeOrderEffectiveFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentEffectiveByMakeOrderEffectiveOnBehalfOf | None


class InstrumentEffectiveByMakeOrderEffectiveOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentEffectiveByRecordReviewReceipt(TypedDict):
    action: Literal["record_review_receipt"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["made"]
    state_after: Literal["in_force"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordReviewReceiptFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentEffectiveByRecordReviewReceiptOnBehalfOf | None


class InstrumentEffectiveByRecordReviewReceiptOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentEffectiveEvent(TypedDict):
    """Instrument can be enforced 执行依据已生效."""

    id: str
    position: NotRequired[int]
    type: Literal["instrument.effective"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: InstrumentEffectiveByMakeOrderEffective | InstrumentEffectiveByRecordReviewReceipt | InstrumentEffectiveByIssueCertificate
    links: InstrumentEffectiveEventLinks


class InstrumentEffectiveEventLinks(TypedDict):
    referral: str


class InstrumentServedByReceiveEndingRuling(TypedDict):
    action: Literal["receive_ending_ruling"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["lapsed"]
    state_after: Literal["lapsed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReceiveEndingRulingFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentServedByReceiveEndingRulingOnBehalfOf | None


class InstrumentServedByReceiveEndingRulingOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentServedByRecordReviewReceipt(TypedDict):
    action: Literal["record_review_receipt"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["made"]
    state_after: Literal["made"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordReviewReceiptFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentServedByRecordReviewReceiptOnBehalfOf | None


class InstrumentServedByRecordReviewReceiptOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentServedByServePaymentOrder(TypedDict):
    action: Literal["serve_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["issued"]
    state_after: Literal["served"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ServePaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: InstrumentServedByServePaymentOrderOnBehalfOf | None


class InstrumentServedByServePaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class InstrumentServedEvent(TypedDict):
    """Other instrument served 文书已送达（非调解书）."""

    id: str
    position: NotRequired[int]
    type: Literal["instrument.served"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: InstrumentServedByServePaymentOrder | InstrumentServedByReceiveEndingRuling | InstrumentServedByRecordReviewReceipt
    links: InstrumentServedEventLinks


class InstrumentServedEventLinks(TypedDict):
    referral: str


class InviteAgainRequest(TypedDict):
    """The court invites an organisation to help the judge: after consultation, or in another's place 邀请调解."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["invite"]
    organisation_id: str


class InviteFacts(TypedDict):
    organisation_id: str


class InviteRequest(TypedDict):
    """A judge invites an organisation to help mediate a filed case 邀请调解; it holds the referral from that day on."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    parties: list[PartyRequest]
    on_court_platform: NotRequired[bool]
    cause: NotRequired[CauseRequest | None]
    claim_amount: NotRequired[str | None]
    court_reference: NotRequired[str | None]
    case_numbers: NotRequired[list[CaseNumberRequest]]
    filed_on: NotRequired[str | None]
    procedure_type: NotRequired[Literal["ordinary", "summary", "small_claims"] | None]
    clerk: NotRequired[str | None]
    judge: NotRequired[str | None]
    facts_and_reasons: NotRequired[str | None]
    preservation: NotRequired[bool]
    preserved_on: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"]]
    sensitivities: NotRequired[list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]]
    intake_source: NotRequired[Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None]
    subsidy_payer: NotRequired[Literal["court", "organisation", "association", "finance", "none"] | None]
    arbitration: NotRequired[Literal["arbitrated", "wage_iou"] | None]
    dispute_id: NotRequired[str | None]
    distinct_from: NotRequired[list[str]]
    series_id: NotRequired[str | None]
    action: Literal["invite"]
    kind: NotRequired[Literal["assisted"]]
    organisation_id: str


class IssueCertificateFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class IssueCertificateRequest(TypedDict):
    """The notary issues the certificate 出具执行证书."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["issue_certificate"]


class IssuePaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class IssuePaymentOrderRequest(TypedDict):
    """The court issues the order 签发支付令."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["issue_payment_order"]


class JoinSeriesFacts(TypedDict):
    series_id: str


class JoinSeriesRequest(TypedDict):
    """The referral is handled with others 纳入系列案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["join_series"]
    series_id: str


class KeptDocumentsView(TypedDict):
    """Documents that stay behind; which they are is not told."""

    document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
]
    reason: Reason
    count: int


class KeyIssued(TypedDict):
    """A client and a new key of it."""

    id: str
    key_id: str
    key: str | None


class KeyRequest(TypedDict):
    """One more key for a client, so that keys can be changed without a gap."""

    expires_at: NotRequired[str | None]


class KeyRevoked(TypedDict):
    """A key that opens no door any more."""

    id: str
    key_id: str


class KeyView(TypedDict):
    """A key without its secret. `live`: whether it opens the door now."""

    id: str
    live: bool
    recorded_at: str
    expires_at: str | None
    revoked_at: str | None


Kind: TypeAlias = Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]


LapseConfirmationFacts: TypeAlias = "dict[str, Any]"


LapsePreservationFacts: TypeAlias = "dict[str, Any]"


class LateView(TypedDict):
    """What was done with a report that came after the last day of a period."""

    rule: RuleId
    due_on: str
    recorded_as: RecordedAs


class LeadTimeRequest(TypedDict):
    """So many days before the last day a clock of the group is called approaching; none: never."""

    group: Literal["acceptance", "term", "report", "application", "procedure", "preservation"]
    unit: Literal["working_days", "calendar_days"]
    days: list[int]


class LeadTimeView(TypedDict):
    """So many days before the last day a clock of the group is called approaching."""

    group: Literal["acceptance", "term", "report", "application", "procedure", "preservation"]
    unit: Literal["working_days", "calendar_days"]
    days: list[int]


LeaseBatchAnswer: TypeAlias = "LeaseView | ConsumerRehearsal"


class LeaseRequest(TypedDict):
    """A wish for the next batch."""

    limit: NotRequired[int]
    lease_seconds: NotRequired[int]
    wait_seconds: NotRequired[int]


class LeaseView(TypedDict):
    """A batch under a lease."""

    token: str | None
    leased_until: str | None
    items: list[EventItem]
    next: str
    has_more: bool


class LeaveSeriesFacts(TypedDict):
    series_id: str


class LeaveSeriesRequest(TypedDict):
    """The referral is handled on its own again."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["leave_series"]


class LegalClockMoved(TypedDict):
    """Where the legal clock stands now, and how many periods ran out on the way."""

    today: str
    handled: int


class LegalClockRequest(TypedDict):
    """The day to which the legal clock is to move."""

    today: str


class LegalClockView(TypedDict):
    """The legal clock of a development installation."""

    today: str
    instant: str


class LifecycleView(TypedDict):
    """The tables that decide; what is not a row is refused."""

    rows: list[RowView]
    switches: list[SwitchView]


Machine: TypeAlias = Literal[
    "mediation",
    "agreement",
    "judicial_confirmation",
    "case_registration",
    "mediation_statement",
    "suit_withdrawal",
    "transfer_to_trial",
    "labour_arbitration",
    "dossier",
    "payment_order",
    "arbitration_review",
    "notarisation",
    "enforcement",
]


class MakeOrderEffectiveFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MakeReviewStatementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MakeReviewStatementRequest(TypedDict):
    """The commission makes a mediation statement of the agreement 制作调解书."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["make_review_statement"]


class MakeStatementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MakeStatementRequest(TypedDict):
    """The court has reviewed the agreement and made the mediation statement 制作调解书."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["make_statement"]


class MaterialList(TypedDict):
    """All materials, oldest first."""

    items: list[MaterialView]
    revealed: bool


class MaterialView(TypedDict):
    """One thing asked for or handed in."""

    id: str
    kind: Literal[
    "complaint",
    "evidence",
    "identity_document",
    "power_of_attorney",
    "judgment",
    "service_address_form",
    "undisputed_facts",
    "appraisal_report",
    "mediation_agreement",
    "other",
]
    source: Literal["court", "organisation", "referring_body", "party"]
    state: Literal["requested", "supplied", "received"]
    party_id: str | None
    requested_on: str | None
    due_on: str | None
    supplied_on: str | None
    received_on: str | None
    sha256: str | None
    media_type: str | None
    title: str | None
    entered_in_error_on: str | None


class MaterialsReceivedByAcknowledgeMaterials(TypedDict):
    action: Literal["acknowledge_materials"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcknowledgeMaterialsFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MaterialsReceivedByAcknowledgeMaterialsOnBehalfOf | None


class MaterialsReceivedByAcknowledgeMaterialsOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MaterialsReceivedByReceiveMaterials(TypedDict):
    action: Literal["receive_materials"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting"]
    state_after: Literal["accepted", "contacting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReceiveMaterialsFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MaterialsReceivedByReceiveMaterialsOnBehalfOf | None


class MaterialsReceivedByReceiveMaterialsOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MaterialsReceivedEvent(TypedDict):
    """Materials signed for 材料已签收."""

    id: str
    position: NotRequired[int]
    type: Literal["materials.received"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MaterialsReceivedByReceiveMaterials | MaterialsReceivedByAcknowledgeMaterials
    links: MaterialsReceivedEventLinks


class MaterialsReceivedEventLinks(TypedDict):
    referral: str


class MaterialsRequestedByRequestMaterials(TypedDict):
    action: Literal["request_materials"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestMaterialsFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MaterialsRequestedByRequestMaterialsOnBehalfOf | None


class MaterialsRequestedByRequestMaterialsOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MaterialsRequestedEvent(TypedDict):
    """Materials requested 已请求材料."""

    id: str
    position: NotRequired[int]
    type: Literal["materials.requested"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MaterialsRequestedByRequestMaterials
    links: MaterialsRequestedEventLinks


class MaterialsRequestedEventLinks(TypedDict):
    referral: str


class MaterialsSuppliedBySupplyMaterials(TypedDict):
    action: Literal["supply_materials"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SupplyMaterialsFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MaterialsSuppliedBySupplyMaterialsOnBehalfOf | None


class MaterialsSuppliedBySupplyMaterialsOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MaterialsSuppliedEvent(TypedDict):
    """Materials supplied 材料已提供."""

    id: str
    position: NotRequired[int]
    type: Literal["materials.supplied"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MaterialsSuppliedBySupplyMaterials
    links: MaterialsSuppliedEventLinks


class MaterialsSuppliedEventLinks(TypedDict):
    referral: str


class MeView(TypedDict):
    """Whom the key stands for."""

    client_id: str
    tenant_id: str
    kind: TenantKind
    scopes: list[Scope]


class MediationEndedByEnd(TypedDict):
    action: Literal["end"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
    "unassigned",
]
    state_after: Literal["mediation_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationEndedByEndOnBehalfOf | None


class MediationEndedByEndOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationEndedByEndUnreported(TypedDict):
    action: Literal["end_unreported"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["term_expired"]
    state_after: Literal["mediation_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndUnreportedFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationEndedByEndUnreportedOnBehalfOf | None


class MediationEndedByEndUnreportedOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationEndedByRefuseMediator(TypedDict):
    action: Literal["refuse_mediator"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating"]
    state_after: Literal["mediation_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseMediatorFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationEndedByRefuseMediatorOnBehalfOf | None


class MediationEndedByRefuseMediatorOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationEndedEvent(TypedDict):
    """Mediation ended 调解终结."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.ended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationEndedByEnd | MediationEndedByEndUnreported | MediationEndedByRefuseMediator
    links: MediationEndedEventLinks


class MediationEndedEventLinks(TypedDict):
    referral: str


class MediationExtendedByExtendTerm(TypedDict):
    action: Literal["extend_term"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ExtendTermFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationExtendedByExtendTermOnBehalfOf | None


class MediationExtendedByExtendTermOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationExtendedEvent(TypedDict):
    """Term extended 期限已延长."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.extended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationExtendedByExtendTerm
    links: MediationExtendedEventLinks


class MediationExtendedEventLinks(TypedDict):
    referral: str


class MediationPausedByBeginAppraisal(TypedDict):
    action: Literal["begin_appraisal"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2022", "direct"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["appraising"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: BeginAppraisalFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationPausedByBeginAppraisalOnBehalfOf | None


class MediationPausedByBeginAppraisalOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationPausedEvent(TypedDict):
    """Term paused 期限暂停."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.paused"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationPausedByBeginAppraisal
    links: MediationPausedEventLinks


class MediationPausedEventLinks(TypedDict):
    referral: str


class MediationReopenedByReopen(TypedDict):
    action: Literal["reopen"]
    kind: Literal["pre_filing"]
    track: Literal["pre_filing_2016", "pre_filing_2022"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediation_ended", "closed"]
    state_after: Literal["mediating", "contacting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReopenFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationReopenedByReopenOnBehalfOf | None


class MediationReopenedByReopenOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationReopenedEvent(TypedDict):
    """Mediation taken up again 恢复调解."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.reopened"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationReopenedByReopen
    links: MediationReopenedEventLinks


class MediationReopenedEventLinks(TypedDict):
    referral: str


class MediationResumedByEndAppraisal(TypedDict):
    action: Literal["end_appraisal"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2022", "direct"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["appraising"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndAppraisalFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationResumedByEndAppraisalOnBehalfOf | None


class MediationResumedByEndAppraisalOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationResumedByResume(TypedDict):
    action: Literal["resume"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["suspended"]
    state_after: Literal["appraising", "accepted", "contacting", "mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ResumeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationResumedByResumeOnBehalfOf | None


class MediationResumedByResumeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationResumedEvent(TypedDict):
    """Term resumed 期限恢复."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.resumed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationResumedByEndAppraisal | MediationResumedByResume
    links: MediationResumedEventLinks


class MediationResumedEventLinks(TypedDict):
    referral: str


class MediationStartedByStart(TypedDict):
    action: Literal["start"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: StartFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationStartedByStartOnBehalfOf | None


class MediationStartedByStartOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationStartedEvent(TypedDict):
    """Mediation started 调解开始."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.started"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationStartedByStart
    links: MediationStartedEventLinks


class MediationStartedEventLinks(TypedDict):
    referral: str


MediationState: TypeAlias = Literal[
    "submitted",
    "consulting",
    "returned",
    "awaiting_acceptance",
    "overdue",
    "unassigned",
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "suspended",
    "term_expired",
    "mediation_ended",
    "closed",
]


class MediationSuspendedBySuspend(TypedDict):
    action: Literal["suspend"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating", "appraising"]
    state_after: Literal["suspended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SuspendFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationSuspendedBySuspendOnBehalfOf | None


class MediationSuspendedBySuspendOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationSuspendedEvent(TypedDict):
    """Mediation suspended 调解中止."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.suspended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationSuspendedBySuspend
    links: MediationSuspendedEventLinks


class MediationSuspendedEventLinks(TypedDict):
    referral: str


class MediationTermExpiredByExpireTerm(TypedDict):
    action: Literal["expire_term"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating", "suspended", "unassigned"]
    state_after: Literal["term_expired"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ExpireTermFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediationTermExpiredByExpireTermOnBehalfOf | None


class MediationTermExpiredByExpireTermOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediationTermExpiredEvent(TypedDict):
    """Term expired 期限届满."""

    id: str
    position: NotRequired[int]
    type: Literal["mediation.term_expired"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediationTermExpiredByExpireTerm
    links: MediationTermExpiredEventLinks


class MediationTermExpiredEventLinks(TypedDict):
    referral: str


class MediatorAssignedByAssignMediator(TypedDict):
    action: Literal["assign_mediator"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating", "mediation_ended", "closed"]
    state_after: Literal["accepted", "contacting", "mediating", "mediation_ended", "closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AssignMediatorFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediatorAssignedByAssignMediatorOnBehalfOf | None


class MediatorAssignedByAssignMediatorOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediatorAssignedEvent(TypedDict):
    """Mediator assigned 调解员已指定."""

    id: str
    position: NotRequired[int]
    type: Literal["mediator.assigned"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediatorAssignedByAssignMediator
    links: MediatorAssignedEventLinks


class MediatorAssignedEventLinks(TypedDict):
    referral: str


class MediatorAssignmentList(TypedDict):
    """All mediators of the referral, oldest first."""

    items: list[MediatorAssignmentView]


class MediatorAssignmentView(TypedDict):
    """One mediator's turn."""

    id: str
    mediator_id: str
    assigned_on: str
    lead: bool
    ended_on: str | None
    reason: Literal[
    "recusal",
    "party_request",
    "unavailable",
    "capacity",
    "conflict_disclosed",
    "other",
] | None
    conflict: Literal["open", "waived"] | None


MediatorChange: TypeAlias = "RenameChange | CertificateChange | IdentityChange | EndChange"


class MediatorLeadNamedByNameLead(TypedDict):
    action: Literal["name_lead"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating"]
    state_after: Literal["accepted", "contacting", "mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: NameLeadFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediatorLeadNamedByNameLeadOnBehalfOf | None


class MediatorLeadNamedByNameLeadOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediatorLeadNamedEvent(TypedDict):
    """Lead mediator named 主持调解员已指定."""

    id: str
    position: NotRequired[int]
    type: Literal["mediator.lead_named"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediatorLeadNamedByNameLead
    links: MediatorLeadNamedEventLinks


class MediatorLeadNamedEventLinks(TypedDict):
    referral: str


class MediatorList(TypedDict):
    """A page of mediators."""

    items: list[MediatorView]
    next: str | None


class MediatorReplacedByReplaceMediator(TypedDict):
    action: Literal["replace_mediator"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating", "mediation_ended", "closed"]
    state_after: Literal["accepted", "contacting", "mediating", "mediation_ended", "closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReplaceMediatorFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MediatorReplacedByReplaceMediatorOnBehalfOf | None


class MediatorReplacedByReplaceMediatorOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MediatorReplacedEvent(TypedDict):
    """Mediator replaced 调解员已更换."""

    id: str
    position: NotRequired[int]
    type: Literal["mediator.replaced"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MediatorReplacedByReplaceMediator
    links: MediatorReplacedEventLinks


class MediatorReplacedEventLinks(TypedDict):
    referral: str


class MediatorRequest(TypedDict):
    """A mediator of an organisation's public roster."""

    valid_from: str
    valid_to: NotRequired[str | None]
    organisation_id: str
    name: str
    certificate_number: NotRequired[str | None]
    id_type: NotRequired[Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None]
    id_number: NotRequired[str | None]


class MediatorView(TypedDict):
    """A mediator."""

    id: str
    organisation_id: str
    name: str
    certificate_number: str | None
    id_type: Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None
    has_identity: bool
    valid_from: str
    valid_to: str | None


class MemberRehearsal(TypedDict):
    """What would become of one member: a receipt of what was not done, or the refusal."""

    referral_id: str
    number: str
    status: int
    receipt: Rehearsal | None
    problem: Problem | None


class MemberVerdict(TypedDict):
    """What became of the action on one member: a receipt, or the refusal."""

    referral_id: str
    number: str
    status: int
    receipt: Receipt | None
    problem: Problem | None


class MessageList(TypedDict):
    """All messages, oldest first."""

    items: list[MessageView]
    revealed: bool


class MessageReceived(TypedDict):
    """The answer to a message: it is kept, and acted on later."""

    id: str
    known: bool


class MessageReplayRehearsal(TypedDict):
    """What it would have come to with `dry_run=true`."""

    id: str
    state: InboxState
    dry_run: Literal[True]


class MessageReplayed(TypedDict):
    """The answer to that."""

    id: str
    state: InboxState


class MessageRetried(TypedDict):
    """The answer to that."""

    id: str
    state: OutboxState


class MessageRetryRehearsal(TypedDict):
    """What it would have come to with `dry_run=true`."""

    id: str
    state: OutboxState
    dry_run: Literal[True]


class MessageSentBySendMessage(TypedDict):
    action: Literal["send_message"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SendMessageFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: MessageSentBySendMessageOnBehalfOf | None


class MessageSentBySendMessageOnBehalfOf(TypedDict):
    role: str
    id: str | None


class MessageSentEvent(TypedDict):
    """Message sent 消息已发送."""

    id: str
    position: NotRequired[int]
    type: Literal["message.sent"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: MessageSentBySendMessage
    links: MessageSentEventLinks


class MessageSentEventLinks(TypedDict):
    referral: str


class MessageView(TypedDict):
    """One message between the tenants of a referral."""

    id: str
    sender: ActorRole
    topic: Literal["question", "answer", "progress", "documents", "other"]
    sent_on: str
    reply_to: str | None
    text: str | None


class MissApplicationDecisionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


MissAppointmentFacts: TypeAlias = "dict[str, Any]"


MissChoiceFacts: TypeAlias = "dict[str, Any]"


class MissConfirmationRulingFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


MissContactFacts: TypeAlias = "dict[str, Any]"


class MissOrderDecisionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MissOrderNoticeFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MissPerformanceFacts(TypedDict):
    term_id: str
    breached_on: str
    party_id: NotRequired[str]


class MissRegistrationDecisionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


MissReportBackFacts: TypeAlias = "dict[str, Any]"


class MissReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class MissSessionFacts(TypedDict):
    session_id: str
    absent_party_ids: list[str]


class MissSessionRequest(TypedDict):
    """A scheduled session did not take place because somebody stayed away."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["miss_session"]
    session_id: str
    absent_party_ids: list[str]


MissUrgeFacts: TypeAlias = "dict[str, Any]"


class MissingView(TypedDict):
    """Something that the purpose needs and the record lacks."""

    code: str
    source: str


class MoveChange(TypedDict):
    """Another parent from a day on, or none: null. All that stand below go with it."""

    change: Literal["move"]
    valid_from: str
    parent_id: str | None


class NameLeadFacts(TypedDict):
    mediator_id: str
    named_by: list[str]


class NameLeadRequest(TypedDict):
    """One of several mediators presides 主持."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["name_lead"]
    mediator_id: str
    named_by: NotRequired[list[str]]


class NotariseFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class NotariseRequest(TypedDict):
    """The notary notarises the agreement with the promise 赋予强制执行效力."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["notarise"]


class NoticeList(TypedDict):
    """All notices, oldest first."""

    items: list[NoticeView]


class NoticeResultRecordedByRecordNoticeResult(TypedDict):
    action: Literal["record_notice_result"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordNoticeResultFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: NoticeResultRecordedByRecordNoticeResultOnBehalfOf | None


class NoticeResultRecordedByRecordNoticeResultOnBehalfOf(TypedDict):
    role: str
    id: str | None


class NoticeResultRecordedEvent(TypedDict):
    """Result of a notice recorded 通知结果已记录."""

    id: str
    position: NotRequired[int]
    type: Literal["notice.result_recorded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: NoticeResultRecordedByRecordNoticeResult
    links: NoticeResultRecordedEventLinks


class NoticeResultRecordedEventLinks(TypedDict):
    referral: str


class NoticeSentBySendNotice(TypedDict):
    action: Literal["send_notice"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SendNoticeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: NoticeSentBySendNoticeOnBehalfOf | None


class NoticeSentBySendNoticeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class NoticeSentEvent(TypedDict):
    """Notice sent 通知已发出."""

    id: str
    position: NotRequired[int]
    type: Literal["notice.sent"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: NoticeSentBySendNotice
    links: NoticeSentEventLinks


class NoticeSentEventLinks(TypedDict):
    referral: str


class NoticeView(TypedDict):
    """One notice to one party."""

    id: str
    party_id: str
    kind: Literal[
    "session",
    "rights",
    "sham_warning",
    "performance_notice",
    "end_notice",
    "fee_notice",
    "other",
]
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]
    sent_on: str
    result: Literal["sent", "received", "failed"]
    result_on: str | None
    session_id: str | None
    entered_in_error_on: str | None


class ObjectToConfirmationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    objector: str
    party_id: NotRequired[str]
    since: str


class ObjectToConfirmationRequest(TypedDict):
    """Somebody objects to the ruling 异议: a party within fifteen days, an interested third party within six months."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["object_to_confirmation"]
    party_id: NotRequired[str | None]
    since: str


class ObjectToPaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    ground: str


class ObjectToPaymentOrderRequest(TypedDict):
    """The debtor's objection is valid: the order lapses and the court ends the procedure."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["object_to_payment_order"]
    ground: Literal[
    "debt_denied",
    "amount_disputed",
    "not_due",
    "cannot_pay",
    "asks_for_time",
    "asks_for_other_manner",
]
    written: bool


class OnBehalfOf(TypedDict):
    """Whom the tenant acts for; recorded, and never widens what it may do."""

    role: Literal["party", "representative", "mediator", "judge", "staff"]
    id: NotRequired[str | None]


OpenReferralBody: TypeAlias = "DelegateRequest | InviteRequest | ConsultRequest | SubmitRequest"


class OpenSeriesRequest(TypedDict):
    """A new series; referrals join it when they are opened, or by `join_series`."""

    kind: Literal["same_cause", "same_respondent", "joint_plaintiffs", "model_case"]
    name: NotRequired[str | None]


OrderOver: TypeAlias = Literal["referral", "endpoint"]


Ordering: TypeAlias = Literal["strict", "bounded"]


OrganisationChange: TypeAlias = "RenameChange | MoveChange | CapacityChange | EndChange"


class OrganisationList(TypedDict):
    """A page of organisations."""

    items: list[OrganisationView]
    next: str | None


class OrganisationRequest(TypedDict):
    """A mediation organisation to be registered."""

    valid_from: str
    valid_to: NotRequired[str | None]
    name: str
    kind: Body
    parent_id: NotRequired[str | None]
    region: NotRequired[str | None]
    charges: NotRequired[bool]


class OrganisationView(TypedDict):
    """A mediation organisation."""

    id: str
    name: str
    kind: Body
    parent_id: str | None
    ancestor_ids: list[str]
    child_ids: list[str]
    region: str | None
    charges: bool
    capacity: Literal["open", "limited", "full"]
    valid_from: str
    valid_to: str | None


class OutboxMessageList(TypedDict):
    """A page of messages, newest first."""

    items: list[OutboxMessageView]
    next: str | None


class OutboxMessageView(TypedDict):
    """One message for a platform. Delivered and processed are told apart."""

    id: str
    referral_id: str
    kind: OutgoingKind
    reference: str
    body: dict[str, Any]
    key: str
    event_id: str
    state: OutboxState
    attempts: int
    last_failure: str | None
    next_attempt_at: str | None
    delivered_at: str | None
    processed_at: str | None
    platform_number: str | None
    reason: str | None
    recorded_at: str


OutboxState: TypeAlias = Literal["waiting", "delivered", "processed", "parked"]


OutgoingKind: TypeAlias = Literal[
    "acceptance",
    "result",
    "agreement",
    "confirmation_application",
    "handover_package",
    "filing_request",
]


class PackagedDocumentView(TypedDict):
    """One document of the package."""

    id: str
    document_class: Literal[
    "complaint",
    "application",
    "identity",
    "evidence",
    "rights_notice",
    "consent",
    "signed_minutes",
    "private_notes",
    "offer",
    "caucus",
    "recording",
    "agreement",
    "undisputed_facts",
    "end_report",
    "service_address",
    "presiding_proof",
    "confirmation_application",
    "appraisal_report",
    "court_document",
    "other",
]
    media_type: str
    size_bytes: int
    sha256: str
    content: str
    source: str


ParkRequest: TypeAlias = "dict[str, Any]"


ParkWebhookDeliveryAnswer: TypeAlias = "Parked | EndpointRehearsal"


class Parked(TypedDict):
    """A delivery that was given up; it can be replayed."""

    id: str
    version: int
    state: EndpointState
    position: int


class ParticularsView(TypedDict):
    """Names of court staff and free words of the case."""

    clerk: str | None
    judge: str | None
    facts_and_reasons: str | None
    revealed: bool


class PartyBrief(TypedDict):
    """A party without anything that names it."""

    id: str
    role: Literal["applicant", "respondent", "third_party", "related"]
    kind: Literal["natural_person", "legal_person", "other_organisation"]
    represented_count: int
    has_identity: bool
    succeeded_on: str | None
    succession_ground: Literal["death", "reorganisation"] | None
    succeeds_id: str | None


class PartyContactedByContactParty(TypedDict):
    action: Literal["contact_party"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting"]
    state_after: Literal["contacting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ContactPartyFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PartyContactedByContactPartyOnBehalfOf | None


class PartyContactedByContactPartyOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PartyContactedByRecordOpinion(TypedDict):
    action: Literal["record_opinion"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["consulting"]
    state_after: Literal["consulting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordOpinionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PartyContactedByRecordOpinionOnBehalfOf | None


class PartyContactedByRecordOpinionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PartyContactedEvent(TypedDict):
    """Party contacted 已联系当事人."""

    id: str
    position: NotRequired[int]
    type: Literal["party.contacted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PartyContactedByRecordOpinion | PartyContactedByContactParty
    links: PartyContactedEventLinks


class PartyContactedEventLinks(TypedDict):
    referral: str


class PartyList(TypedDict):
    """All parties, in their order."""

    items: list[PartyView]
    revealed: bool


class PartyRequest(TypedDict):
    """One side or group. Everything that names a person is kept encrypted."""

    role: Literal["applicant", "respondent", "third_party", "related"]
    kind: Literal["natural_person", "legal_person", "other_organisation"]
    name: str
    represented_count: NotRequired[int]
    id_type: NotRequired[Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None]
    id_number: NotRequired[str | None]
    phone: NotRequired[str | None]
    address: NotRequired[str | None]
    consents: NotRequired[list[ConsentRequest]]
    representatives: NotRequired[list[RepresentativeRequest]]
    claims: NotRequired[list[ClaimRequest]]


class PartySucceededByRecordSuccession(TypedDict):
    action: Literal["record_succession"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordSuccessionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PartySucceededByRecordSuccessionOnBehalfOf | None


class PartySucceededByRecordSuccessionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PartySucceededEvent(TypedDict):
    """A party was succeeded 当事人已由他人承继."""

    id: str
    position: NotRequired[int]
    type: Literal["party.succeeded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PartySucceededByRecordSuccession
    links: PartySucceededEventLinks


class PartySucceededEventLinks(TypedDict):
    referral: str


class PartyView(TypedDict):
    """A party with its data, masked unless revealed."""

    id: str
    role: Literal["applicant", "respondent", "third_party", "related"]
    kind: Literal["natural_person", "legal_person", "other_organisation"]
    represented_count: int
    succeeded_on: str | None
    succession_ground: Literal["death", "reorganisation"] | None
    succeeds_id: str | None
    name: str
    id_type: Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None
    id_number: str | None
    phone: str | None
    address: str | None


PassLabourTermFacts: TypeAlias = "dict[str, Any]"


class PastView(TypedDict):
    """The states after one version, as its event and those before it tell them; no personal data."""

    version: int
    event_type: EventType
    occurred_on: str
    state: MediationState | None
    stage: Stage
    agreement_state: AgreementState | None
    procedures: list[ProcedureStateView]
    due: dict[str, str]


class PauseEndpoint(TypedDict):
    """Deliver nothing more for now. Nothing is lost: events wait."""

    action: Literal["pause"]


Payload: TypeAlias = Literal["thin", "full"]


class PerformanceBreachedByMissPerformance(TypedDict):
    action: Literal["miss_performance"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissPerformanceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformanceBreachedByMissPerformanceOnBehalfOf | None


class PerformanceBreachedByMissPerformanceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformanceBreachedByReportBreach(TypedDict):
    action: Literal["report_breach"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReportBreachFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformanceBreachedByReportBreachOnBehalfOf | None


class PerformanceBreachedByReportBreachOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformanceBreachedEvent(TypedDict):
    """Not performed 未履行."""

    id: str
    position: NotRequired[int]
    type: Literal["performance.breached"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PerformanceBreachedByReportBreach | PerformanceBreachedByMissPerformance
    links: PerformanceBreachedEventLinks


class PerformanceBreachedEventLinks(TypedDict):
    referral: str


class PerformanceCorrectedByCorrectPerformance(TypedDict):
    action: Literal["correct_performance"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["performed", "agreement_effective", "breached"]
    state_after: Literal["agreement_effective", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CorrectPerformanceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformanceCorrectedByCorrectPerformanceOnBehalfOf | None


class PerformanceCorrectedByCorrectPerformanceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformanceCorrectedEvent(TypedDict):
    """Recorded performance marked as made in error 履行记录已更正."""

    id: str
    position: NotRequired[int]
    type: Literal["performance.corrected"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PerformanceCorrectedByCorrectPerformance
    links: PerformanceCorrectedEventLinks


class PerformanceCorrectedEventLinks(TypedDict):
    referral: str


class PerformanceDueByFallDue(TypedDict):
    action: Literal["fall_due"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["agreement_effective", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: FallDueFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformanceDueByFallDueOnBehalfOf | None


class PerformanceDueByFallDueOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformanceDueEvent(TypedDict):
    """Instalment fallen due 履行期已到."""

    id: str
    position: NotRequired[int]
    type: Literal["performance.due"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PerformanceDueByFallDue
    links: PerformanceDueEventLinks


class PerformanceDueEventLinks(TypedDict):
    referral: str


class PerformancePartialByRecordPerformance(TypedDict):
    action: Literal["record_performance"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["agreement_effective", "breached"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordPerformanceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformancePartialByRecordPerformanceOnBehalfOf | None


class PerformancePartialByRecordPerformanceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformancePartialEvent(TypedDict):
    """Performed in part 已履行一部分."""

    id: str
    position: NotRequired[int]
    type: Literal["performance.partial"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PerformancePartialByRecordPerformance
    links: PerformancePartialEventLinks


class PerformancePartialEventLinks(TypedDict):
    referral: str


class PerformancePerformedByRecordPerformance(TypedDict):
    action: Literal["record_performance"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["agreement"]
    procedure_id: str | None
    state_before: Literal["agreement_effective", "breached"]
    state_after: Literal["performed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordPerformanceFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: PerformancePerformedByRecordPerformanceOnBehalfOf | None


class PerformancePerformedByRecordPerformanceOnBehalfOf(TypedDict):
    role: str
    id: str | None


class PerformancePerformedEvent(TypedDict):
    """Performed in full 履行完毕."""

    id: str
    position: NotRequired[int]
    type: Literal["performance.performed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: PerformancePerformedByRecordPerformance
    links: PerformancePerformedEventLinks


class PerformancePerformedEventLinks(TypedDict):
    referral: str


class PerformancePlan(TypedDict):
    """The instalments of the present text, in its order."""

    state: PlanState | None
    draft_number: int
    performed_on: str | None
    breached_on: str | None
    instalments: list[InstalmentView]


class PerformanceView(TypedDict):
    """One record of performance."""

    id: str
    performed_on: str
    recorded_on: str
    amount: str | None
    means: Literal[
    "bank_transfer",
    "online_payment",
    "cash",
    "deposit",
    "offset",
    "delivery",
    "act",
    "enforcement",
    "other",
] | None
    proof_sha256: str | None
    confirmed_by: str | None
    entered_in_error_on: str | None


class PermitWithdrawalFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class PermitWithdrawalRequest(TypedDict):
    """The court permits the withdrawal of the suit 裁定准许撤诉."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["permit_withdrawal"]


class PlaceRequest(TypedDict):
    """A place in the feed."""

    to: Literal["beginning", "now", "cursor", "time"]
    cursor: NotRequired[str | None]
    since: NotRequired[str | None]


PlanState: TypeAlias = Literal["performing", "performed", "breached"]


class PlatformBrief(TypedDict):
    """One configuration row."""

    id: str
    code: str
    court_id: str
    client_id: str
    dialect: str
    valid_from: str
    valid_to: str | None
    mapping: dict[str, Any]
    settings: dict[str, Any]
    duties: dict[str, Any]
    credential_names: list[str]
    client_certificate_expires_at: str | None
    recorded_at: str


class PlatformEntryList(TypedDict):
    """A page of duties, newest first."""

    items: list[PlatformEntryView]
    next: str | None


class PlatformEntryView(TypedDict):
    """One duty of a referral on a court's platform."""

    id: str
    referral_id: str
    platform: str
    duty: Duty
    event_id: str
    state: EntryState
    due_on: str | None
    delivery: OutboxState | None
    entered_on: str | None
    entered_by: str | None
    platform_number: str | None
    verified_at: str | None
    recorded_at: str


class PlatformList(TypedDict):
    """A page of configuration rows, newest first."""

    items: list[PlatformBrief]
    next: str | None


class PlatformMade(TypedDict):
    """The answer to a new row."""

    id: str
    code: str


class PlatformRehearsal(TypedDict):
    """What adding a row with `dry_run=true` would have come to."""

    dry_run: Literal[True]


class PlatformRequest(TypedDict):
    """A configuration row of a court's platform. With a code that is known it replaces the earlier rows."""

    valid_from: str
    valid_to: NotRequired[str | None]
    code: str
    court_id: str
    dialect: str
    mapping: dict[str, Any]
    settings: NotRequired[dict[str, Any]]
    duties: NotRequired[dict[str, Any]]
    credentials: NotRequired[dict[str, Any] | None]


class PlatformView(TypedDict):
    """A platform as it is today, and how far it was served."""

    id: str
    code: str
    court_id: str
    client_id: str
    dialect: str
    valid_from: str
    valid_to: str | None
    mapping: dict[str, Any]
    settings: dict[str, Any]
    duties: dict[str, Any]
    credential_names: list[str]
    client_certificate_expires_at: str | None
    recorded_at: str
    feed_position: int
    feed_unread_count: int
    feed_removed_count: int
    forged_count: int
    stale_count: int
    replayed_count: int


class Problem(TypedDict):
    """A refusal. The input is never repeated in it."""

    type: str
    title: str
    status: int
    detail: str
    code: Literal[
    "action_not_possible",
    "agreement_already_served",
    "agreement_binds",
    "agreement_in_force",
    "agreement_not_binding",
    "agreement_not_enforceable",
    "agreement_not_to_perform",
    "agreement_of_all_missing",
    "agreement_stands",
    "agreement_under_procedure",
    "agreement_unsettled",
    "already_filed",
    "already_in_series",
    "already_in_trial",
    "already_judicially_confirmed",
    "already_signed",
    "amount_beyond_agreement",
    "amount_beyond_instalment",
    "amount_beyond_instrument",
    "arbitration_first",
    "arbitration_not_open",
    "arbitration_review_open",
    "body_invalid",
    "body_not_for_track",
    "body_too_large",
    "body_too_slow",
    "bootstrap_done",
    "cancel_already_requested",
    "cancel_awaits_answer",
    "cancel_not_requested",
    "case_not_registered",
    "case_number_invalid",
    "case_number_known",
    "cause_excluded_for_body",
    "cause_not_confirmable",
    "cause_outside_channel",
    "cause_required",
    "challenge_too_soon",
    "channel_not_open",
    "channel_overlaps",
    "client_disabled",
    "clock_only_forward",
    "confirmation_after_entrustment",
    "confirmation_not_of_other_side",
    "confirmation_rejected",
    "confirmation_window_closed",
    "conflict_undecided",
    "consent_missing",
    "consent_not_needed",
    "consents_incomplete",
    "content_not_confirmable",
    "content_type_not_json",
    "copy_already_filed",
    "correction_still_possible",
    "court_decides_clause",
    "court_level_not_competent",
    "court_not_active",
    "court_not_basic",
    "court_required",
    "creditor_required",
    "cursor_expired",
    "cursor_invalid",
    "cursor_outside_lease",
    "database_unavailable",
    "dates_reversed",
    "day_outside_validity",
    "day_passed",
    "debtor_not_bound",
    "deliveries_under_way",
    "delivery_not_waiting",
    "document_class_not_yours",
    "document_content_missing",
    "document_empty",
    "document_hash_mismatch",
    "document_signers_unfit",
    "document_store_unavailable",
    "document_type_differs",
    "document_type_not_taken",
    "electronic_service_not_agreed",
    "electronic_signature_not_allowed",
    "end_reason_not_here",
    "enforcement_court_not_competent",
    "enforcement_denied_before",
    "enforcement_ground_not_here",
    "enforcement_promise_missing",
    "entry_being_told",
    "entry_not_due",
    "extension_not_later",
    "extension_too_long",
    "fee_still_payable",
    "feed_epoch_changed",
    "feedback_not_due",
    "filed_after_opening",
    "form_not_ready",
    "guarantor_consent_missing",
    "guarantor_does_not_apply",
    "guarantor_is_bound",
    "hand_over_reason_not_here",
    "heirs_missing",
    "idempotency_key_malformed",
    "idempotency_key_required",
    "idempotency_key_reused",
    "identity_missing",
    "identity_number_invalid",
    "if_match_group",
    "if_match_malformed",
    "if_match_required",
    "instalment_performed",
    "instalment_unknown",
    "instrument_fell",
    "instrument_not_in_force",
    "internal_error",
    "joint_application_required",
    "joint_choice_made",
    "json_duplicate_key",
    "json_number_out_of_range",
    "json_too_deep",
    "json_too_many_values",
    "json_unsafe_text",
    "key_missing",
    "key_ring_cannot_read",
    "key_unknown",
    "labour_payment_only",
    "labour_relationship_confirmation",
    "last_secret",
    "late_acceptance_closed",
    "later_role_barred",
    "lead_time_invalid",
    "lease_held",
    "lease_lost",
    "legal_clock_absent",
    "legal_clock_taken",
    "materials_already_received",
    "mediation_without_agreement",
    "mediator_already_assigned",
    "mediator_consent_required",
    "mediator_has_role",
    "mediator_in_own_dispute",
    "mediator_leads_already",
    "mediator_missing",
    "mediator_not_assigned",
    "mediator_not_available",
    "mediator_not_listed",
    "mediator_not_replaced",
    "mediator_not_valid",
    "mediator_recused",
    "message_entered_by_hand",
    "message_not_parked",
    "message_set_aside",
    "method_not_allowed",
    "name_taken",
    "no_courts_below",
    "no_payment_content",
    "no_sham_review",
    "no_such_route",
    "nobody_holds",
    "not_above_holder",
    "not_acceptable",
    "not_below_holder",
    "not_dispatched",
    "not_found",
    "not_in_series",
    "not_json",
    "not_labour_dispute",
    "not_on_this_track",
    "not_over_head_office",
    "not_right_above",
    "not_right_below",
    "not_your_role",
    "nothing_left_to_enforce",
    "notices_missing",
    "objection_day_wrong",
    "objection_not_valid",
    "objection_out_of_time",
    "occurred_before_previous_fact",
    "occurred_in_future",
    "one_listed",
    "online_consent_missing",
    "online_refused",
    "only_referring_court",
    "operator_missing",
    "order_objection_late",
    "organisation_cycle",
    "organisation_declined_before",
    "organisation_full",
    "organisation_not_active",
    "organisation_not_for_review",
    "organisation_not_listed",
    "other_means_not_open",
    "outcome_settled",
    "outside_term",
    "package_too_large",
    "parameter_invalid",
    "part_unknown",
    "particulars_fixed",
    "particulars_missing",
    "parties_incomplete",
    "party_data_not_shared",
    "party_refused",
    "party_succeeded",
    "party_unknown",
    "payer_not_bound",
    "payment_content_missing",
    "payment_order_conditions",
    "payment_order_pending",
    "people_mediation_is_free",
    "performance_not_breached",
    "performance_not_due",
    "performance_unproven",
    "performed_as_whole",
    "performed_before_agreement",
    "phone_invalid",
    "plaintiff_required",
    "platform_dialect_unknown",
    "platform_duties_invalid",
    "platform_fetches_nothing",
    "platform_has_no_list",
    "platform_mapping_invalid",
    "platform_message_differs",
    "platform_message_no_id",
    "platform_message_stale",
    "platform_message_unsafe",
    "platform_nonce_reused",
    "platform_not_valid",
    "platform_of_another_court",
    "platform_settings_invalid",
    "platform_signature_invalid",
    "platform_signature_unavailable",
    "platform_unavailable",
    "possible_duplicate",
    "preservation_bars_payment_order",
    "preservation_missing",
    "procedure_already_open",
    "procedure_stands",
    "query_malformed",
    "reconciliation_not_open",
    "record_decides",
    "record_of_others",
    "recorder_missing",
    "recording_not_agreed",
    "refer_back_first",
    "referral_taken_back",
    "referring_body_not_active",
    "registration_not_open",
    "replay_range_empty",
    "report_awaited",
    "result_already_reported",
    "review_already_extended",
    "review_term_over",
    "review_window_closed",
    "route_not_here",
    "route_required",
    "ruling_already_received",
    "scope_missing",
    "scope_not_grantable",
    "series_too_large",
    "service_means_not_allowed",
    "session_not_yet",
    "session_unknown",
    "sham_found",
    "sham_review_open",
    "sharing_consent_missing",
    "sharing_ground_untold",
    "sheet_columns",
    "sheet_malformed",
    "sheet_old_format",
    "sheet_row_invalid",
    "sheet_too_large",
    "sheet_unsafe",
    "signature_kind_unavailable",
    "signature_secret_invalid",
    "signer_not_required",
    "signing_clause_missing",
    "source_without_party",
    "special_authority_missing",
    "statement_already_received",
    "statement_on_same_claim",
    "statement_requested",
    "status_unchanged",
    "succession_day_wrong",
    "succession_ground_wrong",
    "suit_already_deemed",
    "suit_pending",
    "suspension_result_not_here",
    "term_not_started",
    "term_over",
    "term_used_up",
    "terms_not_certain",
    "too_busy",
    "too_many_consumers",
    "too_many_endpoints",
    "too_many_entries",
    "too_many_keys",
    "too_many_requests",
    "too_many_secrets",
    "too_many_streams",
    "track_already_used",
    "track_not_in_force",
    "track_not_used_by_court",
    "unknown_code",
    "unknown_reference",
    "urging_open",
    "version_not_reached",
    "version_stale",
    "waiver_not_allowed",
    "webhook_header_not_allowed",
    "webhook_url_invalid",
    "withdrawal_pending",
    "written_form_required",
    "wrong_actor",
]
    instance: str
    errors: list[FieldError]
    allowed_actions: list[Action] | None
    blocked_actions: list[BlockedAction] | None
    facts: dict[str, Any]


class ProblemKindView(TypedDict):
    """What a code of a refusal means, whoever it is given to."""

    code: Literal[
    "action_not_possible",
    "agreement_already_served",
    "agreement_binds",
    "agreement_in_force",
    "agreement_not_binding",
    "agreement_not_enforceable",
    "agreement_not_to_perform",
    "agreement_of_all_missing",
    "agreement_stands",
    "agreement_under_procedure",
    "agreement_unsettled",
    "already_filed",
    "already_in_series",
    "already_in_trial",
    "already_judicially_confirmed",
    "already_signed",
    "amount_beyond_agreement",
    "amount_beyond_instalment",
    "amount_beyond_instrument",
    "arbitration_first",
    "arbitration_not_open",
    "arbitration_review_open",
    "body_invalid",
    "body_not_for_track",
    "body_too_large",
    "body_too_slow",
    "bootstrap_done",
    "cancel_already_requested",
    "cancel_awaits_answer",
    "cancel_not_requested",
    "case_not_registered",
    "case_number_invalid",
    "case_number_known",
    "cause_excluded_for_body",
    "cause_not_confirmable",
    "cause_outside_channel",
    "cause_required",
    "challenge_too_soon",
    "channel_not_open",
    "channel_overlaps",
    "client_disabled",
    "clock_only_forward",
    "confirmation_after_entrustment",
    "confirmation_not_of_other_side",
    "confirmation_rejected",
    "confirmation_window_closed",
    "conflict_undecided",
    "consent_missing",
    "consent_not_needed",
    "consents_incomplete",
    "content_not_confirmable",
    "content_type_not_json",
    "copy_already_filed",
    "correction_still_possible",
    "court_decides_clause",
    "court_level_not_competent",
    "court_not_active",
    "court_not_basic",
    "court_required",
    "creditor_required",
    "cursor_expired",
    "cursor_invalid",
    "cursor_outside_lease",
    "database_unavailable",
    "dates_reversed",
    "day_outside_validity",
    "day_passed",
    "debtor_not_bound",
    "deliveries_under_way",
    "delivery_not_waiting",
    "document_class_not_yours",
    "document_content_missing",
    "document_empty",
    "document_hash_mismatch",
    "document_signers_unfit",
    "document_store_unavailable",
    "document_type_differs",
    "document_type_not_taken",
    "electronic_service_not_agreed",
    "electronic_signature_not_allowed",
    "end_reason_not_here",
    "enforcement_court_not_competent",
    "enforcement_denied_before",
    "enforcement_ground_not_here",
    "enforcement_promise_missing",
    "entry_being_told",
    "entry_not_due",
    "extension_not_later",
    "extension_too_long",
    "fee_still_payable",
    "feed_epoch_changed",
    "feedback_not_due",
    "filed_after_opening",
    "form_not_ready",
    "guarantor_consent_missing",
    "guarantor_does_not_apply",
    "guarantor_is_bound",
    "hand_over_reason_not_here",
    "heirs_missing",
    "idempotency_key_malformed",
    "idempotency_key_required",
    "idempotency_key_reused",
    "identity_missing",
    "identity_number_invalid",
    "if_match_group",
    "if_match_malformed",
    "if_match_required",
    "instalment_performed",
    "instalment_unknown",
    "instrument_fell",
    "instrument_not_in_force",
    "internal_error",
    "joint_application_required",
    "joint_choice_made",
    "json_duplicate_key",
    "json_number_out_of_range",
    "json_too_deep",
    "json_too_many_values",
    "json_unsafe_text",
    "key_missing",
    "key_ring_cannot_read",
    "key_unknown",
    "labour_payment_only",
    "labour_relationship_confirmation",
    "last_secret",
    "late_acceptance_closed",
    "later_role_barred",
    "lead_time_invalid",
    "lease_held",
    "lease_lost",
    "legal_clock_absent",
    "legal_clock_taken",
    "materials_already_received",
    "mediation_without_agreement",
    "mediator_already_assigned",
    "mediator_consent_required",
    "mediator_has_role",
    "mediator_in_own_dispute",
    "mediator_leads_already",
    "mediator_missing",
    "mediator_not_assigned",
    "mediator_not_available",
    "mediator_not_listed",
    "mediator_not_replaced",
    "mediator_not_valid",
    "mediator_recused",
    "message_entered_by_hand",
    "message_not_parked",
    "message_set_aside",
    "method_not_allowed",
    "name_taken",
    "no_courts_below",
    "no_payment_content",
    "no_sham_review",
    "no_such_route",
    "nobody_holds",
    "not_above_holder",
    "not_acceptable",
    "not_below_holder",
    "not_dispatched",
    "not_found",
    "not_in_series",
    "not_json",
    "not_labour_dispute",
    "not_on_this_track",
    "not_over_head_office",
    "not_right_above",
    "not_right_below",
    "not_your_role",
    "nothing_left_to_enforce",
    "notices_missing",
    "objection_day_wrong",
    "objection_not_valid",
    "objection_out_of_time",
    "occurred_before_previous_fact",
    "occurred_in_future",
    "one_listed",
    "online_consent_missing",
    "online_refused",
    "only_referring_court",
    "operator_missing",
    "order_objection_late",
    "organisation_cycle",
    "organisation_declined_before",
    "organisation_full",
    "organisation_not_active",
    "organisation_not_for_review",
    "organisation_not_listed",
    "other_means_not_open",
    "outcome_settled",
    "outside_term",
    "package_too_large",
    "parameter_invalid",
    "part_unknown",
    "particulars_fixed",
    "particulars_missing",
    "parties_incomplete",
    "party_data_not_shared",
    "party_refused",
    "party_succeeded",
    "party_unknown",
    "payer_not_bound",
    "payment_content_missing",
    "payment_order_conditions",
    "payment_order_pending",
    "people_mediation_is_free",
    "performance_not_breached",
    "performance_not_due",
    "performance_unproven",
    "performed_as_whole",
    "performed_before_agreement",
    "phone_invalid",
    "plaintiff_required",
    "platform_dialect_unknown",
    "platform_duties_invalid",
    "platform_fetches_nothing",
    "platform_has_no_list",
    "platform_mapping_invalid",
    "platform_message_differs",
    "platform_message_no_id",
    "platform_message_stale",
    "platform_message_unsafe",
    "platform_nonce_reused",
    "platform_not_valid",
    "platform_of_another_court",
    "platform_settings_invalid",
    "platform_signature_invalid",
    "platform_signature_unavailable",
    "platform_unavailable",
    "possible_duplicate",
    "preservation_bars_payment_order",
    "preservation_missing",
    "procedure_already_open",
    "procedure_stands",
    "query_malformed",
    "reconciliation_not_open",
    "record_decides",
    "record_of_others",
    "recorder_missing",
    "recording_not_agreed",
    "refer_back_first",
    "referral_taken_back",
    "referring_body_not_active",
    "registration_not_open",
    "replay_range_empty",
    "report_awaited",
    "result_already_reported",
    "review_already_extended",
    "review_term_over",
    "review_window_closed",
    "route_not_here",
    "route_required",
    "ruling_already_received",
    "scope_missing",
    "scope_not_grantable",
    "series_too_large",
    "service_means_not_allowed",
    "session_not_yet",
    "session_unknown",
    "sham_found",
    "sham_review_open",
    "sharing_consent_missing",
    "sharing_ground_untold",
    "sheet_columns",
    "sheet_malformed",
    "sheet_old_format",
    "sheet_row_invalid",
    "sheet_too_large",
    "sheet_unsafe",
    "signature_kind_unavailable",
    "signature_secret_invalid",
    "signer_not_required",
    "signing_clause_missing",
    "source_without_party",
    "special_authority_missing",
    "statement_already_received",
    "statement_on_same_claim",
    "statement_requested",
    "status_unchanged",
    "succession_day_wrong",
    "succession_ground_wrong",
    "suit_already_deemed",
    "suit_pending",
    "suspension_result_not_here",
    "term_not_started",
    "term_over",
    "term_used_up",
    "terms_not_certain",
    "too_busy",
    "too_many_consumers",
    "too_many_endpoints",
    "too_many_entries",
    "too_many_keys",
    "too_many_requests",
    "too_many_secrets",
    "too_many_streams",
    "track_already_used",
    "track_not_in_force",
    "track_not_used_by_court",
    "unknown_code",
    "unknown_reference",
    "urging_open",
    "version_not_reached",
    "version_stale",
    "waiver_not_allowed",
    "webhook_header_not_allowed",
    "webhook_url_invalid",
    "withdrawal_pending",
    "written_form_required",
    "wrong_actor",
]
    status: int
    title_zh: str
    title_en: str
    detail_zh: str
    detail_en: str


class ProcedureAcceptedByAcceptApplication(TypedDict):
    action: Literal["accept_application"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcceptApplicationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAcceptedByAcceptApplicationOnBehalfOf | None


class ProcedureAcceptedByAcceptApplicationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAcceptedByAcceptEnforcement(TypedDict):
    action: Literal["accept_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["enforcing"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcceptEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAcceptedByAcceptEnforcementOnBehalfOf | None


class ProcedureAcceptedByAcceptEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAcceptedByAcceptPaymentOrder(TypedDict):
    action: Literal["accept_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcceptPaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAcceptedByAcceptPaymentOrderOnBehalfOf | None


class ProcedureAcceptedByAcceptPaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAcceptedByAcceptReview(TypedDict):
    action: Literal["accept_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcceptReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAcceptedByAcceptReviewOnBehalfOf | None


class ProcedureAcceptedByAcceptReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAcceptedByRecordArbitrationAccepted(TypedDict):
    action: Literal["record_arbitration_accepted"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["labour_arbitration"]
    procedure_id: str | None
    state_before: Literal["referred"]
    state_after: Literal["taken_by_commission"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordArbitrationAcceptedFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAcceptedByRecordArbitrationAcceptedOnBehalfOf | None


class ProcedureAcceptedByRecordArbitrationAcceptedOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAcceptedEvent(TypedDict):
    """Application accepted 申请已受理."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.accepted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureAcceptedByAcceptApplication | ProcedureAcceptedByRecordArbitrationAccepted | ProcedureAcceptedByAcceptPaymentOrder | ProcedureAcceptedByAcceptReview | ProcedureAcceptedByAcceptEnforcement
    links: ProcedureAcceptedEventLinks


class ProcedureAcceptedEventLinks(TypedDict):
    referral: str


class ProcedureAppliedByApplyForArbitrationReview(TypedDict):
    action: Literal["apply_for_arbitration_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForArbitrationReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForArbitrationReviewOnBehalfOf | None


class ProcedureAppliedByApplyForArbitrationReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByApplyForConfirmation(TypedDict):
    action: Literal["apply_for_confirmation"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForConfirmationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForConfirmationOnBehalfOf | None


class ProcedureAppliedByApplyForConfirmationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByApplyForEnforcement(TypedDict):
    action: Literal["apply_for_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForEnforcementOnBehalfOf | None


class ProcedureAppliedByApplyForEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByApplyForNotarisation(TypedDict):
    action: Literal["apply_for_notarisation"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForNotarisationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForNotarisationOnBehalfOf | None


class ProcedureAppliedByApplyForNotarisationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByApplyForPaymentOrder(TypedDict):
    action: Literal["apply_for_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForPaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForPaymentOrderOnBehalfOf | None


class ProcedureAppliedByApplyForPaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByApplyForWithdrawal(TypedDict):
    action: Literal["apply_for_withdrawal"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["suit_withdrawal"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ApplyForWithdrawalFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByApplyForWithdrawalOnBehalfOf | None


class ProcedureAppliedByApplyForWithdrawalOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByRequestCertificate(TypedDict):
    action: Literal["request_certificate"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["notarised"]
    state_after: Literal["certificate_requested"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestCertificateFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByRequestCertificateOnBehalfOf | None


class ProcedureAppliedByRequestCertificateOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedByRequestStatement(TypedDict):
    action: Literal["request_statement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["requested"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureAppliedByRequestStatementOnBehalfOf | None


class ProcedureAppliedByRequestStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureAppliedEvent(TypedDict):
    """Procedure applied for 程序已申请."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.applied"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureAppliedByApplyForConfirmation | ProcedureAppliedByRequestStatement | ProcedureAppliedByApplyForWithdrawal | ProcedureAppliedByApplyForPaymentOrder | ProcedureAppliedByApplyForArbitrationReview | ProcedureAppliedByApplyForNotarisation | ProcedureAppliedByRequestCertificate | ProcedureAppliedByApplyForEnforcement
    links: ProcedureAppliedEventLinks


class ProcedureAppliedEventLinks(TypedDict):
    referral: str


class ProcedureCorrectedByGiveCorrection(TypedDict):
    action: Literal["give_correction"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["correcting", "supplementing"]
    state_after: Literal["applied", "under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: GiveCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectedByGiveCorrectionOnBehalfOf | None


class ProcedureCorrectedByGiveCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectedByGiveFilingCorrection(TypedDict):
    action: Literal["give_filing_correction"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: Literal["correcting"]
    state_after: Literal["handed_over"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: GiveFilingCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectedByGiveFilingCorrectionOnBehalfOf | None


class ProcedureCorrectedByGiveFilingCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectedByGiveOrderCorrection(TypedDict):
    action: Literal["give_order_correction"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["correcting"]
    state_after: Literal["applied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: GiveOrderCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectedByGiveOrderCorrectionOnBehalfOf | None


class ProcedureCorrectedByGiveOrderCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectedEvent(TypedDict):
    """Corrected 已补正."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.corrected"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureCorrectedByGiveCorrection | ProcedureCorrectedByGiveOrderCorrection | ProcedureCorrectedByGiveFilingCorrection
    links: ProcedureCorrectedEventLinks


class ProcedureCorrectedEventLinks(TypedDict):
    referral: str


class ProcedureCorrectionRequestedByRequestCorrection(TypedDict):
    action: Literal["request_correction"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["applied", "under_review"]
    state_after: Literal["correcting", "supplementing"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectionRequestedByRequestCorrectionOnBehalfOf | None


class ProcedureCorrectionRequestedByRequestCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectionRequestedByRequestFilingCorrection(TypedDict):
    action: Literal["request_filing_correction"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: Literal["handed_over"]
    state_after: Literal["correcting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestFilingCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectionRequestedByRequestFilingCorrectionOnBehalfOf | None


class ProcedureCorrectionRequestedByRequestFilingCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectionRequestedByRequestOrderCorrection(TypedDict):
    action: Literal["request_order_correction"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["correcting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestOrderCorrectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureCorrectionRequestedByRequestOrderCorrectionOnBehalfOf | None


class ProcedureCorrectionRequestedByRequestOrderCorrectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureCorrectionRequestedEvent(TypedDict):
    """Correction requested 已要求补正."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.correction_requested"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureCorrectionRequestedByRequestCorrection | ProcedureCorrectionRequestedByRequestOrderCorrection | ProcedureCorrectionRequestedByRequestFilingCorrection
    links: ProcedureCorrectionRequestedEventLinks


class ProcedureCorrectionRequestedEventLinks(TypedDict):
    referral: str


class ProcedureEffectiveByRecordStatementReceipt(TypedDict):
    action: Literal["record_statement_receipt"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: Literal["made"]
    state_after: Literal["in_force"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordStatementReceiptFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureEffectiveByRecordStatementReceiptOnBehalfOf | None


class ProcedureEffectiveByRecordStatementReceiptOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureEffectiveEvent(TypedDict):
    """Instrument in force 文书已生效."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.effective"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureEffectiveByRecordStatementReceipt
    links: ProcedureEffectiveEventLinks


class ProcedureEffectiveEventLinks(TypedDict):
    referral: str


class ProcedureEndedByDeclineSuit(TypedDict):
    action: Literal["decline_suit"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["lapsed"]
    state_after: Literal["suit_declined"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DeclineSuitFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureEndedByDeclineSuitOnBehalfOf | None


class ProcedureEndedByDeclineSuitOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureEndedByEndEnforcement(TypedDict):
    action: Literal["end_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcing", "enforcement_settled", "round_closed"]
    state_after: Literal["enforcement_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureEndedByEndEnforcementOnBehalfOf | None


class ProcedureEndedByEndEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureEndedByEndUnservedOrder(TypedDict):
    action: Literal["end_unserved_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["issued"]
    state_after: Literal["order_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndUnservedOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureEndedByEndUnservedOrderOnBehalfOf | None


class ProcedureEndedByEndUnservedOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureEndedEvent(TypedDict):
    """Procedure ended 程序已终结."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.ended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureEndedByEndUnservedOrder | ProcedureEndedByDeclineSuit | ProcedureEndedByEndEnforcement
    links: ProcedureEndedEventLinks


class ProcedureEndedEventLinks(TypedDict):
    referral: str


class ProcedureExtendedByExtendArbitrationReview(TypedDict):
    action: Literal["extend_arbitration_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["under_review"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ExtendArbitrationReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureExtendedByExtendArbitrationReviewOnBehalfOf | None


class ProcedureExtendedByExtendArbitrationReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureExtendedByExtendConfirmationReview(TypedDict):
    action: Literal["extend_confirmation_review"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["under_review", "supplementing"]
    state_after: Literal["under_review", "supplementing"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ExtendConfirmationReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureExtendedByExtendConfirmationReviewOnBehalfOf | None


class ProcedureExtendedByExtendConfirmationReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureExtendedEvent(TypedDict):
    """Time for the review extended 审查期限已延长."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.extended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureExtendedByExtendConfirmationReview | ProcedureExtendedByExtendArbitrationReview
    links: ProcedureExtendedEventLinks


class ProcedureExtendedEventLinks(TypedDict):
    referral: str


class ProcedureGrantedByConfirmAgreement(TypedDict):
    action: Literal["confirm_agreement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["confirmed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ConfirmAgreementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByConfirmAgreementOnBehalfOf | None


class ProcedureGrantedByConfirmAgreementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByIssuePaymentOrder(TypedDict):
    action: Literal["issue_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["issued"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: IssuePaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByIssuePaymentOrderOnBehalfOf | None


class ProcedureGrantedByIssuePaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByMakeReviewStatement(TypedDict):
    action: Literal["make_review_statement"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["made"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MakeReviewStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByMakeReviewStatementOnBehalfOf | None


class ProcedureGrantedByMakeReviewStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByMakeStatement(TypedDict):
    action: Literal["make_statement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: Literal["requested"]
    state_after: Literal["made"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MakeStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByMakeStatementOnBehalfOf | None


class ProcedureGrantedByMakeStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByNotarise(TypedDict):
    action: Literal["notarise"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["notarised"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: NotariseFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByNotariseOnBehalfOf | None


class ProcedureGrantedByNotariseOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByPermitWithdrawal(TypedDict):
    action: Literal["permit_withdrawal"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["suit_withdrawal"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["permitted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: PermitWithdrawalFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByPermitWithdrawalOnBehalfOf | None


class ProcedureGrantedByPermitWithdrawalOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedByRegisterCase(TypedDict):
    action: Literal["register_case"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: Literal["handed_over"]
    state_after: Literal["registered"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RegisterCaseFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureGrantedByRegisterCaseOnBehalfOf | None


class ProcedureGrantedByRegisterCaseOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureGrantedEvent(TypedDict):
    """Procedure granted 程序已准许."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.granted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureGrantedByConfirmAgreement | ProcedureGrantedByRegisterCase | ProcedureGrantedByMakeStatement | ProcedureGrantedByPermitWithdrawal | ProcedureGrantedByIssuePaymentOrder | ProcedureGrantedByMakeReviewStatement | ProcedureGrantedByNotarise
    links: ProcedureGrantedEventLinks


class ProcedureGrantedEventLinks(TypedDict):
    referral: str


class ProcedureLapsedByObjectToPaymentOrder(TypedDict):
    action: Literal["object_to_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["served"]
    state_after: Literal["lapsed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ObjectToPaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureLapsedByObjectToPaymentOrderOnBehalfOf | None


class ProcedureLapsedByObjectToPaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureLapsedEvent(TypedDict):
    """Instrument lapsed 文书已失效."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.lapsed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureLapsedByObjectToPaymentOrder
    links: ProcedureLapsedEventLinks


class ProcedureLapsedEventLinks(TypedDict):
    referral: str


class ProcedureList(TypedDict):
    """All procedures, oldest first."""

    items: list[ProcedureView]


class ProcedureNotAcceptedByRecordArbitrationRefused(TypedDict):
    action: Literal["record_arbitration_refused"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["labour_arbitration"]
    procedure_id: str | None
    state_before: Literal["referred"]
    state_after: Literal["not_taken_by_commission"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordArbitrationRefusedFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureNotAcceptedByRecordArbitrationRefusedOnBehalfOf | None


class ProcedureNotAcceptedByRecordArbitrationRefusedOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureNotAcceptedByRefuseApplication(TypedDict):
    action: Literal["refuse_application"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["applied", "correcting"]
    state_after: Literal["not_accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseApplicationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureNotAcceptedByRefuseApplicationOnBehalfOf | None


class ProcedureNotAcceptedByRefuseApplicationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureNotAcceptedByRefuseEnforcement(TypedDict):
    action: Literal["refuse_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["not_accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureNotAcceptedByRefuseEnforcementOnBehalfOf | None


class ProcedureNotAcceptedByRefuseEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureNotAcceptedByRefusePaymentOrder(TypedDict):
    action: Literal["refuse_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["applied", "correcting"]
    state_after: Literal["not_accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefusePaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureNotAcceptedByRefusePaymentOrderOnBehalfOf | None


class ProcedureNotAcceptedByRefusePaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureNotAcceptedByRefuseReview(TypedDict):
    action: Literal["refuse_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["not_accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureNotAcceptedByRefuseReviewOnBehalfOf | None


class ProcedureNotAcceptedByRefuseReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureNotAcceptedEvent(TypedDict):
    """Application not accepted 申请不予受理."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.not_accepted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureNotAcceptedByRefuseApplication | ProcedureNotAcceptedByRecordArbitrationRefused | ProcedureNotAcceptedByRefusePaymentOrder | ProcedureNotAcceptedByRefuseReview | ProcedureNotAcceptedByRefuseEnforcement
    links: ProcedureNotAcceptedEventLinks


class ProcedureNotAcceptedEventLinks(TypedDict):
    referral: str


class ProcedureObjectedByObjectToConfirmation(TypedDict):
    action: Literal["object_to_confirmation"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["confirmed"]
    state_after: Literal["objected"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ObjectToConfirmationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureObjectedByObjectToConfirmationOnBehalfOf | None


class ProcedureObjectedByObjectToConfirmationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureObjectedEvent(TypedDict):
    """Objected to 已提出异议."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.objected"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureObjectedByObjectToConfirmation
    links: ProcedureObjectedEventLinks


class ProcedureObjectedEventLinks(TypedDict):
    referral: str


class ProcedureRefusedByDenyEnforcement(TypedDict):
    action: Literal["deny_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["enforcing"]
    state_after: Literal["enforcement_denied"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DenyEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByDenyEnforcementOnBehalfOf | None


class ProcedureRefusedByDenyEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseCertificate(TypedDict):
    action: Literal["refuse_certificate"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["certificate_requested"]
    state_after: Literal["certificate_refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseCertificateFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseCertificateOnBehalfOf | None


class ProcedureRefusedByRefuseCertificateOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseNotarisation(TypedDict):
    action: Literal["refuse_notarisation"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseNotarisationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseNotarisationOnBehalfOf | None


class ProcedureRefusedByRefuseNotarisationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseRegistration(TypedDict):
    action: Literal["refuse_registration"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["case_registration"]
    procedure_id: str | None
    state_before: Literal["handed_over", "correcting"]
    state_after: Literal["not_registered"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseRegistrationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseRegistrationOnBehalfOf | None


class ProcedureRefusedByRefuseRegistrationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseReviewStatement(TypedDict):
    action: Literal["refuse_review_statement"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseReviewStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseReviewStatementOnBehalfOf | None


class ProcedureRefusedByRefuseReviewStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseStatement(TypedDict):
    action: Literal["refuse_statement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: Literal["requested"]
    state_after: Literal["refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseStatementOnBehalfOf | None


class ProcedureRefusedByRefuseStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRefuseWithdrawal(TypedDict):
    action: Literal["refuse_withdrawal"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["suit_withdrawal"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["refused"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseWithdrawalFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRefuseWithdrawalOnBehalfOf | None


class ProcedureRefusedByRefuseWithdrawalOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRejectConfirmation(TypedDict):
    action: Literal["reject_confirmation"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["rejected"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RejectConfirmationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRejectConfirmationOnBehalfOf | None


class ProcedureRefusedByRejectConfirmationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedByRejectPaymentOrder(TypedDict):
    action: Literal["reject_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["under_review"]
    state_after: Literal["rejected"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RejectPaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRefusedByRejectPaymentOrderOnBehalfOf | None


class ProcedureRefusedByRejectPaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRefusedEvent(TypedDict):
    """Procedure refused 程序未获准许."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.refused"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureRefusedByRejectConfirmation | ProcedureRefusedByRefuseRegistration | ProcedureRefusedByRefuseStatement | ProcedureRefusedByRefuseWithdrawal | ProcedureRefusedByRejectPaymentOrder | ProcedureRefusedByRefuseReviewStatement | ProcedureRefusedByRefuseNotarisation | ProcedureRefusedByRefuseCertificate | ProcedureRefusedByDenyEnforcement
    links: ProcedureRefusedEventLinks


class ProcedureRefusedEventLinks(TypedDict):
    referral: str


class ProcedureRepudiatedByRepudiateStatement(TypedDict):
    action: Literal["repudiate_statement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: Literal["requested", "made"]
    state_after: Literal["repudiated"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RepudiateStatementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRepudiatedByRepudiateStatementOnBehalfOf | None


class ProcedureRepudiatedByRepudiateStatementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRepudiatedEvent(TypedDict):
    """Repudiated before signing for it 签收前反悔."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.repudiated"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureRepudiatedByRepudiateStatement
    links: ProcedureRepudiatedEventLinks


class ProcedureRepudiatedEventLinks(TypedDict):
    referral: str


class ProcedureRevokedByRevokeConfirmation(TypedDict):
    action: Literal["revoke_confirmation"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["objected"]
    state_after: Literal["revoked"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RevokeConfirmationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureRevokedByRevokeConfirmationOnBehalfOf | None


class ProcedureRevokedByRevokeConfirmationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureRevokedEvent(TypedDict):
    """Revoked 裁定已撤销."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.revoked"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureRevokedByRevokeConfirmation
    links: ProcedureRevokedEventLinks


class ProcedureRevokedEventLinks(TypedDict):
    referral: str


class ProcedureServedByRecordStatementReceipt(TypedDict):
    action: Literal["record_statement_receipt"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
]
    machine: Literal["mediation_statement"]
    procedure_id: str | None
    state_before: Literal["made"]
    state_after: Literal["made"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordStatementReceiptFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureServedByRecordStatementReceiptOnBehalfOf | None


class ProcedureServedByRecordStatementReceiptOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureServedEvent(TypedDict):
    """Instrument served 文书已送达."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.served"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureServedByRecordStatementReceipt
    links: ProcedureServedEventLinks


class ProcedureServedEventLinks(TypedDict):
    referral: str


class ProcedureStateView(TypedDict):
    """The state of one procedure."""

    id: str
    machine: Machine
    state: str


class ProcedureUpheldByDismissObjection(TypedDict):
    action: Literal["dismiss_objection"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["objected"]
    state_after: Literal["confirmed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DismissObjectionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureUpheldByDismissObjectionOnBehalfOf | None


class ProcedureUpheldByDismissObjectionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureUpheldEvent(TypedDict):
    """Upheld 裁定已维持."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.upheld"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureUpheldByDismissObjection
    links: ProcedureUpheldEventLinks


class ProcedureUpheldEventLinks(TypedDict):
    referral: str


class ProcedureView(TypedDict):
    """One procedure under a referral; its version is the referral's."""

    id: str
    referral_id: str
    machine: Machine
    state: str
    opened_on: str
    applicant_ids: list[str]
    decided_on: str | None
    reason: str | None
    case_number: str | None
    court_id: str | None
    served_party_ids: list[str]
    fee_amount: str | None
    pay_by: str | None
    draft_number: int | None
    reply_by: str | None
    debtor_id: str | None
    amount: str | None
    requested_on: str | None
    basis_id: str | None
    court_ground: str | None
    version: int
    allowed_actions: list[Action]
    blocked_actions: list[BlockedAction]
    links: dict[str, str]


class ProcedureWithdrawnByDeemApplicationWithdrawn(TypedDict):
    action: Literal["deem_application_withdrawn"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["supplementing", "under_review"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DeemApplicationWithdrawnFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByDeemApplicationWithdrawnOnBehalfOf | None


class ProcedureWithdrawnByDeemApplicationWithdrawnOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByDeemWithdrawn(TypedDict):
    action: Literal["deem_withdrawn"]
    kind: Literal["post_filing"]
    track: Literal["post_filing_first"]
    machine: Literal["transfer_to_trial"]
    procedure_id: str | None
    state_before: Literal["fee_noticed"]
    state_after: Literal["deemed_withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DeemWithdrawnFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByDeemWithdrawnOnBehalfOf | None


class ProcedureWithdrawnByDeemWithdrawnOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByWithdrawApplication(TypedDict):
    action: Literal["withdraw_application"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["judicial_confirmation"]
    procedure_id: str | None
    state_before: Literal["applied", "under_review", "correcting", "supplementing"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawApplicationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByWithdrawApplicationOnBehalfOf | None


class ProcedureWithdrawnByWithdrawApplicationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByWithdrawEnforcement(TypedDict):
    action: Literal["withdraw_enforcement"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["enforcement"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawEnforcementFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByWithdrawEnforcementOnBehalfOf | None


class ProcedureWithdrawnByWithdrawEnforcementOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByWithdrawNotarisation(TypedDict):
    action: Literal["withdraw_notarisation"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["notarisation"]
    procedure_id: str | None
    state_before: Literal["applied"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawNotarisationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByWithdrawNotarisationOnBehalfOf | None


class ProcedureWithdrawnByWithdrawNotarisationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByWithdrawPaymentOrder(TypedDict):
    action: Literal["withdraw_payment_order"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["payment_order"]
    procedure_id: str | None
    state_before: Literal["correcting", "applied", "under_review", "issued"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawPaymentOrderFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByWithdrawPaymentOrderOnBehalfOf | None


class ProcedureWithdrawnByWithdrawPaymentOrderOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnByWithdrawReview(TypedDict):
    action: Literal["withdraw_review"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["arbitration_review"]
    procedure_id: str | None
    state_before: Literal["applied", "under_review"]
    state_after: Literal["withdrawn"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: WithdrawReviewFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ProcedureWithdrawnByWithdrawReviewOnBehalfOf | None


class ProcedureWithdrawnByWithdrawReviewOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ProcedureWithdrawnEvent(TypedDict):
    """Application withdrawn 申请已撤回."""

    id: str
    position: NotRequired[int]
    type: Literal["procedure.withdrawn"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ProcedureWithdrawnByWithdrawApplication | ProcedureWithdrawnByDeemWithdrawn | ProcedureWithdrawnByDeemApplicationWithdrawn | ProcedureWithdrawnByWithdrawPaymentOrder | ProcedureWithdrawnByWithdrawReview | ProcedureWithdrawnByWithdrawNotarisation | ProcedureWithdrawnByWithdrawEnforcement
    links: ProcedureWithdrawnEventLinks


class ProcedureWithdrawnEventLinks(TypedDict):
    referral: str


Purpose: TypeAlias = Literal["trial", "confirmation", "statement", "sham_review"]


PutConsumerAnswer: TypeAlias = "ConsumerView | ConsumerRehearsal"


PutDocumentAnswer: TypeAlias = "Receipt | Rehearsal"


Reason: TypeAlias = Literal[
    "confidential",
    "withdrawn",
    "not_signed_by_all",
    "minutes_not_replaced",
    "no_agreement",
    "not_for_this_purpose",
]


class ReassignFacts(TypedDict):
    organisation_id: str


class ReassignRequest(TypedDict):
    """The court chooses another organisation 重新指定."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["reassign"]
    organisation_id: str


class RecallFacts(TypedDict):
    organisation_id: str
    from_id: str
    level: int
    reason: NotRequired[str]
    sharing_id: str


class RecallRequest(TypedDict):
    """The level right above takes back what it dispatched and nobody has accepted; the level below sees it no more"""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["recall"]
    reason: NotRequired[Literal["no_answer", "another_target", "own_mediation", "dispatched_in_error", "other"]]
    explanation: str


class Receipt(TypedDict):
    """The answer to a write; without personal data, so that it can be kept and repeated."""

    id: str
    number: str
    version: int
    state: MediationState
    stage: Stage
    due: dict[str, str]
    links: dict[str, str]
    warnings: list[str]
    session_id: NotRequired[str | None]
    mediator_id: NotRequired[str | None]
    procedure_id: NotRequired[str | None]
    case_number_id: NotRequired[str | None]
    representative_id: NotRequired[str | None]
    claim_id: NotRequired[str | None]
    service_address_id: NotRequired[str | None]
    material_id: NotRequired[str | None]
    notice_id: NotRequired[str | None]
    message_id: NotRequired[str | None]
    urging_id: NotRequired[str | None]
    document_id: NotRequired[str | None]
    conflict_id: NotRequired[str | None]
    series_id: NotRequired[str | None]
    term_runs: NotRequired[bool | None]
    late: NotRequired[LateView | None]
    dispute_id: NotRequired[str | None]
    possible_duplicates: NotRequired[list[DuplicateView] | None]


class ReceiveEndingRulingFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class ReceiveEndingRulingRequest(TypedDict):
    """The creditor has received the ruling that ends the procedure; seven days to decline a suit begin."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["receive_ending_ruling"]


ReceiveMaterialsFacts: TypeAlias = "dict[str, Any]"


class ReceiveMaterialsRequest(TypedDict):
    """The organisation signs for the court's materials 材料签收."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["receive_materials"]


class RecomputeDeadlinesFacts(TypedDict):
    rules: list[str]
    due_before: list[str]
    due_after: list[str]


class ReconcileRehearsal(TypedDict):
    """What it would have come to with `dry_run=true`."""

    id: str
    platform: str
    day: str
    state: ReconciliationState
    difference_count: int
    dry_run: Literal[True]


class ReconcileRequest(TypedDict):
    """The court's platform is to be asked what it holds, and compared."""

    platform: str
    day: NotRequired[str | None]


class Reconciled(TypedDict):
    """The answer: what was found is read at its address."""

    id: str
    platform: str
    day: str
    state: ReconciliationState
    difference_count: int


class ReconciliationBrief(TypedDict):
    """One reconciliation."""

    id: str
    platform: str
    day: str
    state: ReconciliationState
    ours_count: int
    theirs_count: int
    difference_count: int
    recorded_at: str
    started_by: str | None
    approved_by: str | None
    approved_at: str | None


class ReconciliationList(TypedDict):
    """A page of reconciliations, newest first."""

    items: list[ReconciliationBrief]
    next: str | None


ReconciliationState: TypeAlias = Literal["clean", "open", "applied"]


class ReconciliationView(TypedDict):
    """One reconciliation with its differences; `apply` names them by their places, from 0."""

    id: str
    platform: str
    day: str
    state: ReconciliationState
    ours_count: int
    theirs_count: int
    difference_count: int
    recorded_at: str
    started_by: str | None
    approved_by: str | None
    approved_at: str | None
    counts: dict[str, int]
    differences: list[DifferenceView]


class RecordArbitrationAcceptedFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RecordArbitrationAcceptedRequest(TypedDict):
    """The arbitration commission has taken the case."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["record_arbitration_accepted"]


class RecordArbitrationRefusedFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RecordArbitrationRefusedRequest(TypedDict):
    """The arbitration commission does not take the case."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["record_arbitration_refused"]
    reason: Literal["not_arbitrable", "wrong_commission", "limitation", "other"]


class RecordChoiceFacts(TypedDict):
    organisation_id: str
    chosen_by: list[str]


class RecordChoiceRequest(TypedDict):
    """The parties jointly choose an organisation 共同选择."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_choice"]
    organisation_id: str
    chosen_by: list[str]


class RecordConsentFacts(TypedDict):
    party_id: str
    consent_kind: str
    given: bool


class RecordConsentRequest(TypedDict):
    """One party gives or takes back its word on one matter, on the day of `occurred_on`."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_consent"]
    party_id: str
    kind: Literal[
    "mediate",
    "online",
    "electronic_service",
    "recording",
    "data_sharing",
    "extension",
    "appraisal",
]
    given: bool


class RecordCorrectedByCorrectRecord(TypedDict):
    action: Literal["correct_record"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CorrectRecordFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: RecordCorrectedByCorrectRecordOnBehalfOf | None


class RecordCorrectedByCorrectRecordOnBehalfOf(TypedDict):
    role: str
    id: str | None


class RecordCorrectedEvent(TypedDict):
    """Entry marked as made in error 记录已更正."""

    id: str
    position: NotRequired[int]
    type: Literal["record.corrected"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: RecordCorrectedByCorrectRecord
    links: RecordCorrectedEventLinks


class RecordCorrectedEventLinks(TypedDict):
    referral: str


class RecordFeePaidFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    relief: bool


class RecordFeePaidRequest(TypedDict):
    """The court fee is paid, or relief from it was granted."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["record_fee_paid"]
    relief: NotRequired[bool]


class RecordNoticeResultFacts(TypedDict):
    notice_id: str
    notice_result: str


class RecordNoticeResultRequest(TypedDict):
    """What became of a notice."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_notice_result"]
    notice_id: str
    result: Literal["sent", "received", "failed"]


class RecordOpinionFacts(TypedDict):
    party_id: str
    purpose: str
    means: str
    result: str


class RecordOpinionRequest(TypedDict):
    """The court records what one party said when asked 征询意见."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_opinion"]
    party_id: str
    means: Literal["phone", "sms", "wechat", "in_person", "letter", "platform", "other"]
    result: Literal["consents", "refuses", "not_reached", "undecided"]
    statement: NotRequired[str | None]


class RecordOtherRoleFacts(TypedDict):
    conflict_id: str
    mediator_id: str
    raised_by: str
    decision: str
    role: str


class RecordOtherRoleRequest(TypedDict):
    """A mediator has another role in the case, which bars it from mediating; who mediated may have none later."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_other_role"]
    mediator_id: str
    role: Literal["juror", "agent", "witness", "appraiser", "interpreter"]


class RecordPerformanceFacts(TypedDict):
    performed_on: str
    term_id: NotRequired[str]
    amount: NotRequired[str]
    left: NotRequired[str]
    instalment_state: NotRequired[str]
    means: NotRequired[str]


class RecordPerformanceRequest(TypedDict):
    """The agreement is fully performed; or, where `term_id` is given, one instalment or a part of it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_performance"]
    term_id: NotRequired[str | None]
    amount: NotRequired[str | None]
    performed_on: NotRequired[str | None]
    payer_party_id: NotRequired[str | None]
    means: NotRequired[Literal[
    "bank_transfer",
    "online_payment",
    "cash",
    "deposit",
    "offset",
    "delivery",
    "act",
    "enforcement",
    "other",
] | None]
    proof_sha256: NotRequired[str | None]
    confirmed_by: NotRequired[str | None]


class RecordReviewReceiptFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    party_id: str
    means: str


class RecordReviewReceiptRequest(TypedDict):
    """One party has signed for the commission's statement 签收; the last signature gives it effect."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["record_review_receipt"]
    party_id: str
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]


class RecordServiceAddressFacts(TypedDict):
    service_address_id: str
    party_id: str
    address_kind: str


class RecordServiceAddressRequest(TypedDict):
    """A confirmed address for service 送达地址确认书; the latest of a party and kind stands."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_service_address"]
    party_id: str
    kind: Literal["postal", "electronic", "sms"]
    address: str


class RecordSigningClauseFacts(TypedDict):
    binding_basis: str
    binding_from: str


class RecordSigningClauseRequest(TypedDict):
    """The court reviewed the clause by which signing puts the agreement in force, and put it on its record."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_signing_clause"]


class RecordStatementReceiptFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    party_id: str
    means: str


class RecordStatementReceiptRequest(TypedDict):
    """One party has signed for the mediation statement 签收; the last signature gives it effect."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["record_statement_receipt"]
    party_id: str
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]


class RecordSuccessionFacts(TypedDict):
    party_id: str
    ground: str
    heir_ids: list[str]


class RecordSuccessionRequest(TypedDict):
    """Heirs or successors stand in a party's place 承继; the party stays in the record."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["record_succession"]
    party_id: str
    ground: Literal["death", "reorganisation"]
    succeeded_on: NotRequired[str | None]
    heirs: list[HeirRequest]


RecordedAs: TypeAlias = Literal["own_day", "late", "expired"]


class ReferBackFacts(TypedDict):
    organisation_id: str
    from_id: str
    level: int
    reason: str
    sharing_id: str


class ReferBackRequest(TypedDict):
    """A level below gives it back to the level above; it no longer sees the referral afterwards."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["refer_back"]
    reason: Literal[
    "outside_charter",
    "outside_expertise",
    "otherwise_unsuitable",
    "no_capacity",
    "outside_region",
]
    explanation: str


class ReferToArbitrationFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class ReferToArbitrationRequest(TypedDict):
    """A labour dispute not yet arbitrated goes to arbitration first 告知仲裁."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["refer_to_arbitration"]


class ReferralAcceptedByAccept(TypedDict):
    action: Literal["accept"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "submitted", "consulting", "overdue"]
    state_after: Literal["accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AcceptFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralAcceptedByAcceptOnBehalfOf | None


class ReferralAcceptedByAcceptOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralAcceptedEvent(TypedDict):
    """Accepted 已接受."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.accepted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralAcceptedByAccept
    links: ReferralAcceptedEventLinks


class ReferralAcceptedEventLinks(TypedDict):
    referral: str


class ReferralAmendedByAmend(TypedDict):
    action: Literal["amend"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AmendFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralAmendedByAmendOnBehalfOf | None


class ReferralAmendedByAmendOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralAmendedEvent(TypedDict):
    """Particulars amended 移交信息已更正."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.amended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralAmendedByAmend
    links: ReferralAmendedEventLinks


class ReferralAmendedEventLinks(TypedDict):
    referral: str


class ReferralBrief(TypedDict):
    """A referral as lists show it."""

    id: str
    number: str
    dispute_id: str
    version: int
    kind: Kind
    track: Track
    body: Body | None
    state: MediationState
    stage: Stage
    outcome: app_domain_lifecycle_states_Outcome | None
    end_reason: EndReason | None
    closure: Closure | None
    route: Route | None
    court_id: str | None
    referring_body_id: str | None
    holder_id: str | None
    chosen_organisation_id: str | None
    channel_id: str | None
    court_reference: str | None
    cause: CauseView | None
    claim_amount: str | None
    on_court_platform: bool
    opened_on: str
    materials_received_on: str | None
    reported_on: str | None
    cancel_requested_on: str | None
    series_id: str | None
    filed_on: str | None
    procedure_type: Literal["ordinary", "summary", "small_claims"] | None
    preservation: bool
    preserved_on: str | None
    priority: Literal["normal", "high", "urgent"]
    sensitivities: list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]
    intake_source: Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None
    subsidy_payer: Literal["court", "organisation", "association", "finance", "none"] | None
    arbitration: Literal["arbitrated", "wage_iou"] | None
    business_status: Literal[
    "in_progress",
    "waiting_for_party",
    "waiting_for_court",
    "waiting_for_materials",
    "waiting_for_appraisal",
    "on_hold",
    "done",
] | None
    business_reason: Literal[
    "party_abroad",
    "party_asked_for_time",
    "related_case_pending",
    "evidence_outstanding",
    "holiday",
    "workload",
    "other",
] | None
    last_fact_on: str
    recorded_at: str
    due: dict[str, str]
    links: dict[str, str]


class ReferralCancelRefusedByRefuseCancel(TypedDict):
    action: Literal["refuse_cancel"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    state_after: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RefuseCancelFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralCancelRefusedByRefuseCancelOnBehalfOf | None


class ReferralCancelRefusedByRefuseCancelOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralCancelRefusedEvent(TypedDict):
    """Cancellation refused 撤销请求未获同意."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.cancel_refused"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralCancelRefusedByRefuseCancel
    links: ReferralCancelRefusedEventLinks


class ReferralCancelRefusedEventLinks(TypedDict):
    referral: str


class ReferralCancelRequestedByRequestCancel(TypedDict):
    action: Literal["request_cancel"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    state_after: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RequestCancelFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralCancelRequestedByRequestCancelOnBehalfOf | None


class ReferralCancelRequestedByRequestCancelOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralCancelRequestedEvent(TypedDict):
    """Cancellation requested 已请求撤销."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.cancel_requested"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralCancelRequestedByRequestCancel
    links: ReferralCancelRequestedEventLinks


class ReferralCancelRequestedEventLinks(TypedDict):
    referral: str


class ReferralClosedByClose(TypedDict):
    action: Literal["close"]
    kind: Literal["pre_filing", "post_filing", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["unassigned", "mediation_ended"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CloseFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralClosedByCloseOnBehalfOf | None


class ReferralClosedByCloseByOtherMeans(TypedDict):
    action: Literal["close_by_other_means"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial", "judge_led"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediation_ended"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CloseByOtherMeansFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralClosedByCloseByOtherMeansOnBehalfOf | None


class ReferralClosedByCloseByOtherMeansOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralClosedByCloseOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralClosedByFindSham(TypedDict):
    action: Literal["find_sham"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["suspended", "term_expired"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: FindShamFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralClosedByFindShamOnBehalfOf | None


class ReferralClosedByFindShamOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralClosedByReportResult(TypedDict):
    action: Literal["report_result"]
    kind: Literal["pre_filing", "direct", "transferred"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct", "commission_delegated"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediation_ended"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReportResultFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralClosedByReportResultOnBehalfOf | None


class ReferralClosedByReportResultOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralClosedEvent(TypedDict):
    """Closed 结案."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.closed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralClosedByClose | ReferralClosedByReportResult | ReferralClosedByCloseByOtherMeans | ReferralClosedByFindSham
    links: ReferralClosedEventLinks


class ReferralClosedEventLinks(TypedDict):
    referral: str


class ReferralDeclinedByDecline(TypedDict):
    action: Literal["decline"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "overdue", "submitted", "consulting"]
    state_after: Literal["unassigned", "returned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DeclineFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralDeclinedByDeclineOnBehalfOf | None


class ReferralDeclinedByDeclineOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralDeclinedEvent(TypedDict):
    """Declined 未接受."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.declined"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralDeclinedByDecline
    links: ReferralDeclinedEventLinks


class ReferralDeclinedEventLinks(TypedDict):
    referral: str


class ReferralDelegatedByDelegate(TypedDict):
    action: Literal["delegate"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted", "consulting"] | None
    state_after: Literal["awaiting_acceptance"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DelegateFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralDelegatedByDelegateOnBehalfOf | None


class ReferralDelegatedByDelegateOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralDelegatedEvent(TypedDict):
    """Offered to an organisation 已移交待接收."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.delegated"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralDelegatedByDelegate
    links: ReferralDelegatedEventLinks


class ReferralDelegatedEventLinks(TypedDict):
    referral: str


class ReferralDispatchedByDispatch(TypedDict):
    action: Literal["dispatch"]
    kind: Literal["pre_filing", "post_filing"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "overdue"]
    state_after: Literal["awaiting_acceptance", "overdue"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: DispatchFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralDispatchedByDispatchOnBehalfOf | None


class ReferralDispatchedByDispatchOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralDispatchedEvent(TypedDict):
    """Dispatched down 已转派."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.dispatched"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralDispatchedByDispatch
    links: ReferralDispatchedEventLinks


class ReferralDispatchedEventLinks(TypedDict):
    referral: str


class ReferralHandedBackByHandBack(TypedDict):
    action: Literal["hand_back"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["accepted", "contacting", "mediating"]
    state_after: Literal["unassigned", "returned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: HandBackFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralHandedBackByHandBackOnBehalfOf | None


class ReferralHandedBackByHandBackOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralHandedBackEvent(TypedDict):
    """Handed back after acceptance 接受后退回."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.handed_back"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralHandedBackByHandBack
    links: ReferralHandedBackEventLinks


class ReferralHandedBackEventLinks(TypedDict):
    referral: str


class ReferralInvitedByInvite(TypedDict):
    action: Literal["invite"]
    kind: Literal["assisted"]
    track: Literal["judge_led"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["consulting", "unassigned"] | None
    state_after: Literal["accepted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: InviteFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralInvitedByInviteOnBehalfOf | None


class ReferralInvitedByInviteOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralInvitedEvent(TypedDict):
    """Invited to help a judge mediate 已邀请协助调解."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.invited"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralInvitedByInvite
    links: ReferralInvitedEventLinks


class ReferralInvitedEventLinks(TypedDict):
    referral: str


class ReferralList(TypedDict):
    """A page, newest first. For keeping in step use the feed, not this list."""

    items: list[ReferralBrief]
    next: str | None


class ReferralNumberedByAddCaseNumber(TypedDict):
    action: Literal["add_case_number"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AddCaseNumberFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralNumberedByAddCaseNumberOnBehalfOf | None


class ReferralNumberedByAddCaseNumberOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralNumberedEvent(TypedDict):
    """Case number recorded 案号已登记."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.numbered"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralNumberedByAddCaseNumber
    links: ReferralNumberedEventLinks


class ReferralNumberedEventLinks(TypedDict):
    referral: str


class ReferralOverdueByRunOverdue(TypedDict):
    action: Literal["run_overdue"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "submitted", "consulting"]
    state_after: Literal["overdue"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RunOverdueFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralOverdueByRunOverdueOnBehalfOf | None


class ReferralOverdueByRunOverdueOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralOverdueEvent(TypedDict):
    """Acceptance window closed 逾期未接收."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.overdue"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralOverdueByRunOverdue
    links: ReferralOverdueEventLinks


class ReferralOverdueEventLinks(TypedDict):
    referral: str


class ReferralPlatformEntries(TypedDict):
    """The duties of one referral, newest first."""

    items: list[PlatformEntryView]


class ReferralReassignedByReassign(TypedDict):
    action: Literal["reassign"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["overdue", "unassigned"]
    state_after: Literal["awaiting_acceptance"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReassignFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralReassignedByReassignOnBehalfOf | None


class ReferralReassignedByReassignOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralReassignedEvent(TypedDict):
    """Offered to another organisation 已重新指定."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.reassigned"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralReassignedByReassign
    links: ReferralReassignedEventLinks


class ReferralReassignedEventLinks(TypedDict):
    referral: str


class ReferralRecalledByRecall(TypedDict):
    action: Literal["recall"]
    kind: Literal["pre_filing", "post_filing"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "overdue"]
    state_after: Literal["awaiting_acceptance", "overdue"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecallFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralRecalledByRecallOnBehalfOf | None


class ReferralRecalledByRecallOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralRecalledEvent(TypedDict):
    """Recalled by the level above 已撤回转派."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.recalled"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralRecalledByRecall
    links: ReferralRecalledEventLinks


class ReferralRecalledEventLinks(TypedDict):
    referral: str


class ReferralReferredBackByReferBack(TypedDict):
    action: Literal["refer_back"]
    kind: Literal["pre_filing", "post_filing"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "overdue"]
    state_after: Literal["awaiting_acceptance", "overdue"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReferBackFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralReferredBackByReferBackOnBehalfOf | None


class ReferralReferredBackByReferBackOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralReferredBackEvent(TypedDict):
    """Referred back to the level above 已退回上一级."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.referred_back"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralReferredBackByReferBack
    links: ReferralReferredBackEventLinks


class ReferralReferredBackEventLinks(TypedDict):
    referral: str


class ReferralReportedBackByReportBack(TypedDict):
    action: Literal["report_back"]
    kind: Literal["transferred"]
    track: Literal["direct", "commission_delegated"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["closed"]
    state_after: Literal["closed"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReportBackFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralReportedBackByReportBackOnBehalfOf | None


class ReferralReportedBackByReportBackOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralReportedBackEvent(TypedDict):
    """Reported back to the referring body 已向移送单位反馈."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.reported_back"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralReportedBackByReportBack
    links: ReferralReportedBackEventLinks


class ReferralReportedBackEventLinks(TypedDict):
    referral: str


class ReferralReturnedByReturn(TypedDict):
    action: Literal["return"]
    kind: Literal["pre_filing", "post_filing", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted", "consulting"]
    state_after: Literal["returned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReturnFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralReturnedByReturnOnBehalfOf | None


class ReferralReturnedByReturnOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralReturnedEvent(TypedDict):
    """Returned 已退回."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.returned"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralReturnedByReturn
    links: ReferralReturnedEventLinks


class ReferralReturnedEventLinks(TypedDict):
    referral: str


class ReferralStatusChangedBySetBusinessStatus(TypedDict):
    action: Literal["set_business_status"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SetBusinessStatusFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralStatusChangedBySetBusinessStatusOnBehalfOf | None


class ReferralStatusChangedBySetBusinessStatusOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralStatusChangedEvent(TypedDict):
    """Business status changed 业务状态已变更."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.status_changed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralStatusChangedBySetBusinessStatus
    links: ReferralStatusChangedEventLinks


class ReferralStatusChangedEventLinks(TypedDict):
    referral: str


class ReferralSubmittedByConsult(TypedDict):
    action: Literal["consult"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["submitted"] | None
    state_after: Literal["consulting"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ConsultFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralSubmittedByConsultOnBehalfOf | None


class ReferralSubmittedByConsultOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralSubmittedBySubmit(TypedDict):
    action: Literal["submit"]
    kind: Literal["pre_filing", "direct"]
    track: Literal["pre_filing_2016", "pre_filing_2022", "direct"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["submitted"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: SubmitFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralSubmittedBySubmitOnBehalfOf | None


class ReferralSubmittedBySubmitOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralSubmittedEvent(TypedDict):
    """Referral submitted 移交已提出."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.submitted"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralSubmittedByConsult | ReferralSubmittedBySubmit
    links: ReferralSubmittedEventLinks


class ReferralSubmittedEventLinks(TypedDict):
    referral: str


class ReferralTakenBackByConfirmCancel(TypedDict):
    action: Literal["confirm_cancel"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    state_after: Literal["unassigned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ConfirmCancelFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralTakenBackByConfirmCancelOnBehalfOf | None


class ReferralTakenBackByConfirmCancelOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralTakenBackByTakeBack(TypedDict):
    action: Literal["take_back"]
    kind: Literal["pre_filing", "post_filing", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal[
    "awaiting_acceptance",
    "overdue",
    "accepted",
    "contacting",
    "mediating",
    "appraising",
    "term_expired",
    "suspended",
]
    state_after: Literal["unassigned"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: TakeBackFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralTakenBackByTakeBackOnBehalfOf | None


class ReferralTakenBackByTakeBackOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralTakenBackEvent(TypedDict):
    """Taken back 已收回."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.taken_back"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralTakenBackByTakeBack | ReferralTakenBackByConfirmCancel
    links: ReferralTakenBackEventLinks


class ReferralTakenBackEventLinks(TypedDict):
    referral: str


class ReferralTargetAllowedByAllowOrganisation(TypedDict):
    action: Literal["allow_organisation"]
    kind: Literal["pre_filing", "post_filing"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["awaiting_acceptance", "overdue"]
    state_after: Literal["awaiting_acceptance", "overdue"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AllowOrganisationFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralTargetAllowedByAllowOrganisationOnBehalfOf | None


class ReferralTargetAllowedByAllowOrganisationOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralTargetAllowedEvent(TypedDict):
    """Dispatch to an organisation that is not listed allowed 已同意转派名册外组织."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.target_allowed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralTargetAllowedByAllowOrganisation
    links: ReferralTargetAllowedEventLinks


class ReferralTargetAllowedEventLinks(TypedDict):
    referral: str


class ReferralUrgeAnsweredByAnswerUrge(TypedDict):
    action: Literal["answer_urge"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AnswerUrgeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralUrgeAnsweredByAnswerUrgeOnBehalfOf | None


class ReferralUrgeAnsweredByAnswerUrgeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralUrgeAnsweredEvent(TypedDict):
    """Urging answered 催办已答复."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.urge_answered"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralUrgeAnsweredByAnswerUrge
    links: ReferralUrgeAnsweredEventLinks


class ReferralUrgeAnsweredEventLinks(TypedDict):
    referral: str


class ReferralUrgedByUrge(TypedDict):
    action: Literal["urge"]
    kind: Literal["pre_filing", "post_filing", "transferred"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: UrgeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ReferralUrgedByUrgeOnBehalfOf | None


class ReferralUrgedByUrgeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ReferralUrgedEvent(TypedDict):
    """Urged 已催办."""

    id: str
    position: NotRequired[int]
    type: Literal["referral.urged"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ReferralUrgedByUrge
    links: ReferralUrgedEventLinks


class ReferralUrgedEventLinks(TypedDict):
    referral: str


class ReferralView(TypedDict):
    """One referral with what may be done next, and why not the rest."""

    id: str
    number: str
    dispute_id: str
    version: int
    kind: Kind
    track: Track
    body: Body | None
    state: MediationState
    stage: Stage
    outcome: app_domain_lifecycle_states_Outcome | None
    end_reason: EndReason | None
    closure: Closure | None
    route: Route | None
    court_id: str | None
    referring_body_id: str | None
    holder_id: str | None
    chosen_organisation_id: str | None
    channel_id: str | None
    court_reference: str | None
    cause: CauseView | None
    claim_amount: str | None
    on_court_platform: bool
    opened_on: str
    materials_received_on: str | None
    reported_on: str | None
    cancel_requested_on: str | None
    series_id: str | None
    filed_on: str | None
    procedure_type: Literal["ordinary", "summary", "small_claims"] | None
    preservation: bool
    preserved_on: str | None
    priority: Literal["normal", "high", "urgent"]
    sensitivities: list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]
    intake_source: Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None
    subsidy_payer: Literal["court", "organisation", "association", "finance", "none"] | None
    arbitration: Literal["arbitrated", "wage_iou"] | None
    business_status: Literal[
    "in_progress",
    "waiting_for_party",
    "waiting_for_court",
    "waiting_for_materials",
    "waiting_for_appraisal",
    "on_hold",
    "done",
] | None
    business_reason: Literal[
    "party_abroad",
    "party_asked_for_time",
    "related_case_pending",
    "evidence_outstanding",
    "holiday",
    "workload",
    "other",
] | None
    last_fact_on: str
    recorded_at: str
    due: dict[str, str]
    links: dict[str, str]
    case_numbers: list[CaseNumberView]
    parties: list[PartyBrief]
    procedures: list[ProcedureView]
    return_advice: str | None
    suspension: SuspensionView | None
    allowed_actions: list[Action]
    blocked_actions: list[BlockedAction]
    expanded: ExpandedView | None
    as_of: PastView | None


ReferringBodyChange: TypeAlias = "RenameChange | EndChange"


class ReferringBodyList(TypedDict):
    """A page of referring bodies."""

    items: list[ReferringBodyView]
    next: str | None


class ReferringBodyRequest(TypedDict):
    """A body that sends disputes without being a court, to be registered."""

    valid_from: str
    valid_to: NotRequired[str | None]
    name: str
    kind: Literal[
    "labour_arbitration_commission",
    "governance_centre",
    "government_department",
    "union",
    "police",
    "petition_office",
    "other",
]
    region: NotRequired[str | None]


class ReferringBodyView(TypedDict):
    """A referring body."""

    id: str
    name: str
    kind: Literal[
    "labour_arbitration_commission",
    "governance_centre",
    "government_department",
    "union",
    "police",
    "petition_office",
    "other",
]
    region: str | None
    valid_from: str
    valid_to: str | None


class RefuseApplicationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseApplicationRequest(TypedDict):
    """The court does not accept the application 不予受理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_application"]
    reason: Literal[
    "outside_court_remit",
    "wrong_court",
    "status_relation",
    "other_procedure",
    "property_right_confirmation",
    "materials_not_supplied",
]


class RefuseCancelFacts(TypedDict):
    message_id: NotRequired[str]


class RefuseCancelRequest(TypedDict):
    """The organisation goes on, and says why."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["refuse_cancel"]
    explanation: str


class RefuseCertificateFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseCertificateRequest(TypedDict):
    """The notary issues no certificate: the creditor sues."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_certificate"]
    reason: Literal["performed", "not_due", "disputed", "other"]


class RefuseEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseEnforcementRequest(TypedDict):
    """The court does not take the application 不予受理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_enforcement"]
    reason: Literal[
    "wrong_court",
    "parties_unclear",
    "content_unclear",
    "not_to_be_notarised",
    "promise_missing",
    "certificate_missing",
    "other",
]


class RefuseMediatorFacts(TypedDict):
    reason: str
    outcome: str
    party_id: str


class RefuseMediatorRequest(TypedDict):
    """A party refuses the mediator and chooses no other; that refuses mediation, which ends."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["refuse_mediator"]
    party_id: str


class RefuseNotarisationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseNotarisationRequest(TypedDict):
    """The notary does not notarise it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_notarisation"]
    reason: Literal["no_payment_content", "promise_missing", "involuntary", "unlawful", "other"]


class RefusePaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefusePaymentOrderRequest(TypedDict):
    """The court does not accept the application 不予受理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_payment_order"]
    reason: Literal[
    "materials_not_supplied",
    "not_due_or_uncertain",
    "counter_performance",
    "debtor_unreachable",
    "wrong_court",
    "preservation",
    "claim_unlawful",
]


class RefuseRegistrationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseRegistrationRequest(TypedDict):
    """The court does not register the case 不予立案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_registration"]
    reason: Literal[
    "conditions_not_met",
    "outside_jurisdiction",
    "materials_not_supplied",
    "arbitration_first",
    "other",
]


class RefuseReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseReviewRequest(TypedDict):
    """The commission does not accept the application 不予受理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_review"]
    reason: Literal[
    "not_arbitrable",
    "wrong_commission",
    "out_of_time",
    "labour_relationship",
    "judicially_confirmed",
]


class RefuseReviewStatementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseReviewStatementRequest(TypedDict):
    """The commission makes no statement."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_review_statement"]
    reason: Literal[
    "mandatory_law",
    "harm_to_others",
    "false_evidence",
    "involuntary",
    "content_unclear",
    "other",
]


class RefuseStatementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseStatementRequest(TypedDict):
    """The court makes no mediation statement."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_statement"]
    reason: Literal["involuntary", "unlawful", "harm_to_others", "sham_suspected", "other"]


class RefuseToSignFacts(TypedDict):
    party_id: str
    reason: str
    outcome: str


class RefuseToSignRequest(TypedDict):
    """A party will not sign 拒绝签署."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["refuse_to_sign"]
    party_id: str


class RefuseWithdrawalFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RefuseWithdrawalRequest(TypedDict):
    """The court does not permit the withdrawal of the suit."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["refuse_withdrawal"]
    reason: Literal["unlawful", "harms_others", "other"]


class RegionNameView(TypedDict):
    """A name that a code had; days are known to the year."""

    name: str
    valid_from: str | None
    valid_to: str | None


class RegionPage(TypedDict):
    """Region codes, in their order."""

    items: list[RegionView]
    next: str | None


class RegionView(TypedDict):
    """A region code with its names, oldest first."""

    code: str
    level: int
    names: list[RegionNameView]


class RegisterCaseFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    ended_procedure_ids: NotRequired[list[str]]


class RegisterCaseRequest(TypedDict):
    """The court registers the case 立案."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["register_case"]


class Registered(TypedDict):
    """What was made; read it at Location."""

    id: str


class RegistryRehearsal(TypedDict):
    """The write would have been made."""

    dry_run: Literal[True]


class Rehearsal(TypedDict):
    """What a write with `dry_run=true` would have come to. Nothing was written, no key was used."""

    dry_run: Literal[True]
    id: NotRequired[str | None]
    number: str | None
    version: int
    state: MediationState
    stage: Stage
    due: dict[str, str]
    links: NotRequired[dict[str, str] | None]
    warnings: list[str]
    mediator_id: NotRequired[str | None]
    series_id: NotRequired[str | None]
    term_runs: NotRequired[bool | None]
    late: NotRequired[LateView | None]
    dispute_id: NotRequired[str | None]
    possible_duplicates: NotRequired[list[DuplicateView] | None]


class RejectConfirmationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RejectConfirmationRequest(TypedDict):
    """The court rejects the application 裁定驳回."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["reject_confirmation"]
    reason: Literal[
    "mandatory_law",
    "harm_to_others",
    "public_order",
    "involuntary",
    "content_unclear",
    "other",
    "not_acceptable",
]


class RejectPaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RejectPaymentOrderRequest(TypedDict):
    """The court rejects the application by ruling 裁定驳回."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["reject_payment_order"]
    reason: Literal[
    "materials_not_supplied",
    "not_due_or_uncertain",
    "counter_performance",
    "debtor_unreachable",
    "wrong_court",
    "preservation",
    "claim_unlawful",
]


RemoveConsumerAnswer: TypeAlias = "ConsumerRemoved | ConsumerRehearsal"


class RemoveEndpoint(TypedDict):
    """For good: it delivers nothing more, its secrets end. Everything stays to be read."""

    action: Literal["remove"]


class RenameChange(TypedDict):
    """Another name from a day on. A name that was given once stays with its record."""

    change: Literal["rename"]
    valid_from: str
    name: str


class ReopenFacts(TypedDict):
    reason: str
    until: NotRequired[str]
    message_id: NotRequired[str]


class ReopenRequest(TypedDict):
    """The court lets a mediation go on that was ended or closed, while nothing followed from it 恢复调解."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["reopen"]
    reason: Literal["closed_by_mistake", "court_decision", "parties_agree", "other"]
    explanation: str
    until: NotRequired[str | None]
    agreed_by: NotRequired[list[str] | None]


Repair: TypeAlias = Literal["send_again", "fetch_again", "enter_again"]


class RepairsApplied(TypedDict):
    """The answer to that."""

    id: str
    state: ReconciliationState
    repaired_count: int


class RepairsRehearsal(TypedDict):
    """What it would have come to with `dry_run=true`."""

    id: str
    state: ReconciliationState
    repaired_count: int
    dry_run: Literal[True]


class ReplaceMediatorFacts(TypedDict):
    mediator_id: str
    lead: bool
    replaced_id: str
    reason: str


class ReplaceMediatorRequest(TypedDict):
    """Another mediator of the roster takes over."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["replace_mediator"]
    mediator_id: str
    replaced_id: str
    reason: Literal[
    "recusal",
    "party_request",
    "unavailable",
    "capacity",
    "conflict_disclosed",
    "other",
]


ReplayMessageRequest: TypeAlias = "dict[str, Any]"


ReplayPlatformMessageAnswer: TypeAlias = "MessageReplayed | MessageReplayRehearsal"


class ReplayRequest(TypedDict):
    """What is delivered again. Name where it begins, unless only what is missing is wanted."""

    from_position: NotRequired[int | None]
    to_position: NotRequired[int | None]
    since: NotRequired[str | None]
    until: NotRequired[str | None]
    only_missing: NotRequired[bool]


ReplayWebhookDeliveriesAnswer: TypeAlias = "Replayed | EndpointRehearsal"


class Replayed(TypedDict):
    """What was set going again."""

    id: str
    version: int
    state: EndpointState
    replayed_count: int
    next_position: int | None


class ReportBackFacts(TypedDict):
    closure: str | None


class ReportBackRequest(TypedDict):
    """The organisation tells the referring body how the matter ended 结案反馈."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["report_back"]


class ReportBreachFacts(TypedDict):
    party_id: str
    breached_on: str
    term_ids: NotRequired[list[str]]


class ReportBreachRequest(TypedDict):
    """A promise was not kept by its day 未履行."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["report_breach"]
    party_id: str
    term_id: NotRequired[str | None]


class ReportResultFacts(TypedDict):
    closure: NotRequired[str]
    outcome: str | None
    route: NotRequired[str]
    cancel_request_closed: NotRequired[bool]


class ReportResultRequest(TypedDict):
    """The end report. It closes the mediation region, except after filing: there the court's record closes it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["report_result"]
    route: NotRequired[Route | None]


class RepresentativeAddedByAddRepresentative(TypedDict):
    action: Literal["add_representative"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: AddRepresentativeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: RepresentativeAddedByAddRepresentativeOnBehalfOf | None


class RepresentativeAddedByAddRepresentativeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class RepresentativeAddedEvent(TypedDict):
    """Representative added 代理人已登记."""

    id: str
    position: NotRequired[int]
    type: Literal["representative.added"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: RepresentativeAddedByAddRepresentative
    links: RepresentativeAddedEventLinks


class RepresentativeAddedEventLinks(TypedDict):
    referral: str


class RepresentativeEndedByEndRepresentative(TypedDict):
    action: Literal["end_representative"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: EndRepresentativeFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: RepresentativeEndedByEndRepresentativeOnBehalfOf | None


class RepresentativeEndedByEndRepresentativeOnBehalfOf(TypedDict):
    role: str
    id: str | None


class RepresentativeEndedEvent(TypedDict):
    """Representation ended 代理已终止."""

    id: str
    position: NotRequired[int]
    type: Literal["representative.ended"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: RepresentativeEndedByEndRepresentative
    links: RepresentativeEndedEventLinks


class RepresentativeEndedEventLinks(TypedDict):
    referral: str


class RepresentativeList(TypedDict):
    """All representatives, oldest first."""

    items: list[RepresentativeView]
    revealed: bool


class RepresentativeRequest(TypedDict):
    """Somebody who acts for a party. Special authority 特别授权 is needed to settle."""

    kind: Literal["agent", "legal_representative", "guardian", "elected_workers_representative"]
    authority: Literal["general", "special"]
    name: str
    id_type: NotRequired[Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None]
    id_number: NotRequired[str | None]
    phone: NotRequired[str | None]


class RepresentativeView(TypedDict):
    """Somebody who acts for a party, or did."""

    id: str
    party_id: str
    kind: Literal["agent", "legal_representative", "guardian", "elected_workers_representative"]
    authority: Literal["general", "special"]
    from_on: str
    until_on: str | None
    name: str
    id_type: Literal[
    "resident_id",
    "credit_code",
    "passport",
    "hk_macao_permit",
    "taiwan_permit",
    "residence_permit",
    "foreign_permanent_residence",
    "other",
] | None
    id_number: str | None
    phone: str | None


class RepudiateAgreementFacts(TypedDict):
    party_id: str


class RepudiateAgreementRequest(TypedDict):
    """After filing a party goes back on the agreement before it binds for good 反悔."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["repudiate_agreement"]
    party_id: str


class RepudiateStatementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    party_id: str


class RepudiateStatementRequest(TypedDict):
    """A party goes back on the mediation statement before it was served 反悔."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["repudiate_statement"]
    party_id: str


class RequestCancelFacts(TypedDict):
    reason: str
    message_id: NotRequired[str]


class RequestCancelRequest(TypedDict):
    """The court asks for an accepted referral to be called off."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["request_cancel"]
    reason: Literal[
    "party_withdrew",
    "filed_elsewhere",
    "entered_in_error",
    "duplicate",
    "court_needs_case_back",
    "other",
]
    explanation: NotRequired[str | None]


class RequestCertificateFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    applicant_ids: list[str]


class RequestCertificateRequest(TypedDict):
    """After a breach the creditor asks for the certificate of enforcement 申请执行证书."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["request_certificate"]
    applicant_ids: list[str]


class RequestCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    reply_by: str


class RequestCorrectionRequest(TypedDict):
    """The court asks for what is missing, by a day 限期补正; before acceptance, or while it reviews."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["request_correction"]
    reply_by: str


class RequestFilingCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    reply_by: str


class RequestFilingCorrectionRequest(TypedDict):
    """The court asks for what a complaint lacks 限期补正."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["request_filing_correction"]
    reply_by: str


class RequestMaterialsFacts(TypedDict):
    material_id: str
    material_kind: str
    source: str
    due_on: NotRequired[str]


class RequestMaterialsRequest(TypedDict):
    """Something is asked for; `party_id` exactly where a party is to bring it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["request_materials"]
    kind: Literal[
    "complaint",
    "evidence",
    "identity_document",
    "power_of_attorney",
    "judgment",
    "service_address_form",
    "undisputed_facts",
    "appraisal_report",
    "mediation_agreement",
    "other",
]
    source: Literal["court", "organisation", "referring_body", "party"]
    party_id: NotRequired[str | None]
    due_on: NotRequired[str | None]
    title: NotRequired[str | None]


class RequestOrderCorrectionFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    reply_by: str


class RequestOrderCorrectionRequest(TypedDict):
    """The court asks for what an application for a payment order lacks 限期补正."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["request_order_correction"]
    reply_by: str


class RequestStatementFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class RequestStatementRequest(TypedDict):
    """The parties ask the court for a mediation statement 请求制作调解书."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["request_statement"]
    applicant_ids: list[str]


class RestoreEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RestoreEnforcementRequest(TypedDict):
    """Enforcement goes on 恢复执行: property was found, or a settlement was not kept."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["restore_enforcement"]


class ResultReportedByReportResult(TypedDict):
    action: Literal["report_result"]
    kind: Literal["post_filing"]
    track: Literal["post_filing_2016", "post_filing_first", "in_trial"]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediation_ended"]
    state_after: Literal["mediation_ended"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ReportResultFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ResultReportedByReportResultOnBehalfOf | None


class ResultReportedByReportResultOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ResultReportedEvent(TypedDict):
    """Result reported 结果已报送."""

    id: str
    position: NotRequired[int]
    type: Literal["result.reported"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ResultReportedByReportResult
    links: ResultReportedEventLinks


class ResultReportedEventLinks(TypedDict):
    referral: str


class ResumeEndpoint(TypedDict):
    """A paused endpoint delivers again."""

    backlog: NotRequired[Backlog]
    from_position: NotRequired[int | None]
    since: NotRequired[str | None]
    action: Literal["resume"]


class ResumeFacts(TypedDict):
    reason: str
    result: str


class ResumeRequest(TypedDict):
    """The review or the wait came to its result; mediation goes on where it stood."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["resume"]
    result: Literal[
    "sham_cleared",
    "heir_joined",
    "representative_joined",
    "capacity_restored",
    "related_case_decided",
    "ground_gone",
]


class ResumeTrialFacts(TypedDict):
    procedure_kind: str
    court_id: NotRequired[str]
    closure: NotRequired[str]


class ResumeTrialRequest(TypedDict):
    """Trial goes on, with no fee to be asked for 恢复审理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["resume_trial"]


RetryMessageRequest: TypeAlias = "dict[str, Any]"


RetryOutboxMessageAnswer: TypeAlias = "MessageRetried | MessageRetryRehearsal"


class ReturnFacts(TypedDict):
    reason: str
    closure: str


class ReturnRequest(TypedDict):
    """The court sends the application back 退回."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["return"]
    reason: Literal[
    "not_within_court_jurisdiction",
    "inviting_court_without_jurisdiction",
    "not_suited_online",
    "party_refused_mediation",
]
    advice: str


RevocationRequest: TypeAlias = "dict[str, Any]"


class RevokeConfirmationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class RevokeConfirmationRequest(TypedDict):
    """The court finds the objection founded and revokes the ruling 撤销裁定."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["revoke_confirmation"]


RevokeKeyAnswer: TypeAlias = "KeyRevoked | RegistryRehearsal"


RosterEntryChange: TypeAlias = "StatusChange | TrainingChange | CertificateChange | EndChange"


class RosterEntryRequest(TypedDict):
    """An organisation or a mediator to be listed by a court; exactly one of the two."""

    valid_from: str
    valid_to: NotRequired[str | None]
    court_id: str
    organisation_id: NotRequired[str | None]
    mediator_id: NotRequired[str | None]
    status: NotRequired[Literal["active", "suspended", "removed"]]
    certificate_number: NotRequired[str | None]
    training_hours: NotRequired[int | None]
    trained: NotRequired[bool]


class RosterEntryView(TypedDict):
    """An entry in the roster of a court."""

    id: str
    court_id: str
    organisation_id: str | None
    mediator_id: str | None
    status: Literal["active", "suspended", "removed"]
    certificate_number: str | None
    training_hours: int | None
    trained: bool
    valid_from: str
    valid_to: str | None


class RosterList(TypedDict):
    """A page of roster entries."""

    items: list[RosterEntryView]
    next: str | None


Route: TypeAlias = Literal["filing", "advised", "trial", "arbitration"]


class RowCell(TypedDict):
    """A cell that `errors` of the problem is about."""

    pointer: str
    column: str
    cell: str


class RowLabels(TypedDict):
    """Names for people, in the language of the answer."""

    machine: str
    action: str
    before: str | None
    after: str
    event: str


RowOutcome: TypeAlias = Literal["accepted", "refused"]


class RowView(TypedDict):
    """One arrow of the lifecycle. `from` null opens a region or a procedure."""

    machine: Machine
    action: Action
    before: str | None
    after: str
    by: list[ActorRole]
    guards: list[str]
    when: list[str]
    clocks: list[ClockOpView]
    event: EventType
    labels: RowLabels
    sources: list[str]
    tracks: list[Track]
    kinds: list[Kind]


RuleId: TypeAlias = Literal[
    "T01",
    "T02",
    "T03",
    "T04",
    "T05",
    "T06",
    "T07",
    "T08",
    "T08S",
    "T09",
    "T10",
    "T11",
    "T12",
    "T13",
    "T14",
    "T15",
    "T16",
    "T17",
    "T18",
    "T19",
    "T20",
    "T21",
    "T22",
    "T23",
    "T24",
    "T25",
    "T26",
    "T27",
    "T28",
    "T29",
    "T30",
    "T31",
    "REPORT",
    "FEEDBACK",
    "URGE",
    "FEE",
    "PERFORM",
    "BREACH",
]


RunOverdueFacts: TypeAlias = "dict[str, Any]"


class ScheduleSessionFacts(TypedDict):
    session_id: str
    number: int
    mode: str
    scheduled_on: str


class ScheduleSessionRequest(TypedDict):
    """A session is set for a day."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["schedule_session"]
    scheduled_on: str
    mode: Literal["online", "on_site", "mixed"]
    agreed_by: NotRequired[list[str]]


Scope: TypeAlias = Literal[
    "referrals:read",
    "referrals:write",
    "parties:reveal",
    "feed:read",
    "registry:read",
    "registry:write",
    "clients:write",
    "audit:read",
    "development:clock",
    "webhooks:manage",
    "webhooks:health",
]


class ScopeChange(TypedDict):
    """The channel carries other things from a day on; what is not given stays as it is."""

    valid_from: str
    change: Literal["rescope"]
    mode: NotRequired[Literal["hq_to_hq", "point_to_point"] | None]
    form: NotRequired[Literal["online", "in_court", "mixed"] | None]
    strict: NotRequired[bool | None]
    cause_roots: NotRequired[list[str] | None]
    scope_text: NotRequired[str | None]


class SecretEnded(TypedDict):
    """A secret that signs no more."""

    id: str
    version: int
    state: EndpointState
    secret_id: str


class SecretIssued(TypedDict):
    """A new secret. `secret` is in this answer and nowhere else: a repeat has null."""

    id: str
    version: int
    state: EndpointState
    secret_id: str
    secret: str | None


class SecretRequest(TypedDict):
    """A second secret. Both sign until the time of the old one is over."""

    overlap_hours: NotRequired[int]


class SecretView(TypedDict):
    """A secret as it may be told; its text was in the answer that made it."""

    id: str
    kind: str
    live: bool
    created_at: str
    ends_at: str | None


SeekConsumerAnswer: TypeAlias = "ConsumerView | ConsumerRehearsal"


class SendMessageFacts(TypedDict):
    message_id: str
    topic: str
    sender: str


class SendMessageRequest(TypedDict):
    """A message between court, organisation and referring body."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["send_message"]
    topic: Literal["question", "answer", "progress", "documents", "other"]
    text: str
    reply_to: NotRequired[str | None]


class SendNoticeFacts(TypedDict):
    notice_id: str
    party_id: str
    notice_kind: str
    means: str


class SendNoticeRequest(TypedDict):
    """A notice went to a party."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["send_notice"]
    party_id: str
    kind: Literal[
    "session",
    "rights",
    "sham_warning",
    "performance_notice",
    "end_notice",
    "fee_notice",
    "other",
]
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]
    session_id: NotRequired[str | None]


class SeriesBrief(TypedDict):
    """One series as lists show it."""

    id: str
    kind: Literal["same_cause", "same_respondent", "joint_plaintiffs", "model_case"]
    owner_id: str
    opened_on: str
    links: dict[str, str]


class SeriesJoinedByJoinSeries(TypedDict):
    action: Literal["join_series"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: JoinSeriesFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SeriesJoinedByJoinSeriesOnBehalfOf | None


class SeriesJoinedByJoinSeriesOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SeriesJoinedEvent(TypedDict):
    """Joined a series 已并入系列案."""

    id: str
    position: NotRequired[int]
    type: Literal["series.joined"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SeriesJoinedByJoinSeries
    links: SeriesJoinedEventLinks


class SeriesJoinedEventLinks(TypedDict):
    referral: str


class SeriesLeftByLeaveSeries(TypedDict):
    action: Literal["leave_series"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: LeaveSeriesFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SeriesLeftByLeaveSeriesOnBehalfOf | None


class SeriesLeftByLeaveSeriesOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SeriesLeftEvent(TypedDict):
    """Left a series 已退出系列案."""

    id: str
    position: NotRequired[int]
    type: Literal["series.left"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SeriesLeftByLeaveSeries
    links: SeriesLeftEventLinks


class SeriesLeftEventLinks(TypedDict):
    referral: str


class SeriesList(TypedDict):
    """A page of series, newest first."""

    items: list[SeriesBrief]
    next: str | None


class SeriesReceipt(TypedDict):
    """The answer to a new series."""

    id: str
    kind: Literal["same_cause", "same_respondent", "joint_plaintiffs", "model_case"]
    opened_on: str
    links: dict[str, str]


class SeriesRehearsal(TypedDict):
    """What opening a series with `dry_run=true` would have come to."""

    dry_run: Literal[True]
    kind: Literal["same_cause", "same_respondent", "joint_plaintiffs", "model_case"]
    opened_on: str


class SeriesVerdicts(TypedDict):
    """One verdict for each member that you see, oldest first. Each moved, or was refused, on its own."""

    items: list[MemberVerdict]


class SeriesVerdictsRehearsal(TypedDict):
    """What the action with `dry_run=true` would have come to."""

    dry_run: Literal[True]
    items: list[MemberRehearsal]


class SeriesView(TypedDict):
    """One series with a page of those of its referrals that you see, oldest first."""

    id: str
    kind: Literal["same_cause", "same_respondent", "joint_plaintiffs", "model_case"]
    owner_id: str
    opened_on: str
    links: dict[str, str]
    name: str | None
    revealed: bool
    members: list[ReferralBrief]
    next: str | None


class ServeAgreementFacts(TypedDict):
    party_id: str
    means: str


class ServeAgreementRequest(TypedDict):
    """The agreement was given to a party 送达."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["serve_agreement"]
    party_id: str
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]


class ServePaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    means: str


class ServePaymentOrderRequest(TypedDict):
    """The debtor has received the order."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["serve_payment_order"]
    means: Literal["electronic", "sms", "phone", "post", "personal", "public"]


class ServiceAddressList(TypedDict):
    """All addresses for service, oldest first."""

    items: list[ServiceAddressView]
    revealed: bool


class ServiceAddressRecordedByRecordServiceAddress(TypedDict):
    action: Literal["record_service_address"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["dossier"]
    procedure_id: str | None
    state_before: Literal["open"]
    state_after: Literal["open"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: RecordServiceAddressFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: ServiceAddressRecordedByRecordServiceAddressOnBehalfOf | None


class ServiceAddressRecordedByRecordServiceAddressOnBehalfOf(TypedDict):
    role: str
    id: str | None


class ServiceAddressRecordedEvent(TypedDict):
    """Service address recorded 送达地址已确认."""

    id: str
    position: NotRequired[int]
    type: Literal["service_address.recorded"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: ServiceAddressRecordedByRecordServiceAddress
    links: ServiceAddressRecordedEventLinks


class ServiceAddressRecordedEventLinks(TypedDict):
    referral: str


class ServiceAddressView(TypedDict):
    """A confirmed address for service; the latest of a party and kind stands."""

    id: str
    party_id: str
    kind: Literal["postal", "electronic", "sms"]
    confirmed_on: str
    address: str | None


class SessionCancelledByCancelSession(TypedDict):
    action: Literal["cancel_session"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: CancelSessionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SessionCancelledByCancelSessionOnBehalfOf | None


class SessionCancelledByCancelSessionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SessionCancelledEvent(TypedDict):
    """Session cancelled 调解已取消."""

    id: str
    position: NotRequired[int]
    type: Literal["session.cancelled"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SessionCancelledByCancelSession
    links: SessionCancelledEventLinks


class SessionCancelledEventLinks(TypedDict):
    referral: str


class SessionHeldByHoldSession(TypedDict):
    action: Literal["hold_session"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: HoldSessionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SessionHeldByHoldSessionOnBehalfOf | None


class SessionHeldByHoldSessionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SessionHeldEvent(TypedDict):
    """Session held 调解已进行."""

    id: str
    position: NotRequired[int]
    type: Literal["session.held"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SessionHeldByHoldSession
    links: SessionHeldEventLinks


class SessionHeldEventLinks(TypedDict):
    referral: str


class SessionList(TypedDict):
    """All sessions by number."""

    items: list[SessionView]


class SessionMissedByMissSession(TypedDict):
    action: Literal["miss_session"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: MissSessionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SessionMissedByMissSessionOnBehalfOf | None


class SessionMissedByMissSessionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SessionMissedEvent(TypedDict):
    """Session missed 当事人缺席."""

    id: str
    position: NotRequired[int]
    type: Literal["session.missed"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SessionMissedByMissSession
    links: SessionMissedEventLinks


class SessionMissedEventLinks(TypedDict):
    referral: str


class SessionScheduledByScheduleSession(TypedDict):
    action: Literal["schedule_session"]
    kind: Literal["pre_filing", "post_filing", "direct", "transferred", "assisted"]
    track: Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]
    machine: Literal["mediation"]
    procedure_id: str | None
    state_before: Literal["mediating"]
    state_after: Literal["mediating"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ScheduleSessionFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: SessionScheduledByScheduleSessionOnBehalfOf | None


class SessionScheduledByScheduleSessionOnBehalfOf(TypedDict):
    role: str
    id: str | None


class SessionScheduledEvent(TypedDict):
    """Session scheduled 调解已安排."""

    id: str
    position: NotRequired[int]
    type: Literal["session.scheduled"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: SessionScheduledByScheduleSession
    links: SessionScheduledEventLinks


class SessionScheduledEventLinks(TypedDict):
    referral: str


class SessionView(TypedDict):
    """One mediation session 调解场次."""

    id: str
    number: int
    mode: Literal["online", "on_site", "mixed"]
    state: Literal["scheduled", "held", "missed", "cancelled"]
    scheduled_on: str
    held_on: str | None
    absent_party_ids: list[str]
    reason: Literal["party_request", "mediator_unavailable", "rescheduled", "emergency", "other"] | None
    entered_in_error_on: str | None


class SetBusinessStatusFacts(TypedDict):
    business_status: str
    reason: NotRequired[str]


class SetBusinessStatusRequest(TypedDict):
    """What happens just now, beside the legal state."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["set_business_status"]
    status: Literal[
    "in_progress",
    "waiting_for_party",
    "waiting_for_court",
    "waiting_for_materials",
    "waiting_for_appraisal",
    "on_hold",
    "done",
]
    reason: NotRequired[Literal[
    "party_abroad",
    "party_asked_for_time",
    "related_case_pending",
    "evidence_outstanding",
    "holiday",
    "workload",
    "other",
] | None]


class SettingsChange(TypedDict):
    """The court is set otherwise from a day on; what is not given stays as it is."""

    valid_from: str
    change: Literal["set"]
    late_acceptance: NotRequired[bool | None]
    duplicate_policy: NotRequired[Literal["warn", "block"] | None]
    confirmation_after_entrustment: NotRequired[Literal["refused", "after_withdrawal", "allowed"] | None]
    term_on_reassignment: NotRequired[Literal["restart", "continue"] | None]
    fee_notice_days: NotRequired[int | None]
    lead_times: NotRequired[list[LeadTimeRequest] | None]
    suspension_pauses_term: NotRequired[bool | None]
    acceptance_on_dispatch: NotRequired[Literal["run_on", "restart"] | None]
    full_organisation: NotRequired[Literal["warn", "refuse"] | None]
    statement_before_filing: NotRequired[Literal["refused", "allowed"] | None]


class SettleClaimFacts(TypedDict):
    claim_id: str
    claim_outcome: str


class SettleClaimRequest(TypedDict):
    """What became of one claim."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["settle_claim"]
    claim_id: str
    outcome: Literal["open", "agreed", "withdrawn", "not_agreed"]
    amount: NotRequired[str | None]


class SettleEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]
    perform_by: NotRequired[str]


class SettleEnforcementRequest(TypedDict):
    """The parties settle while it is enforced 执行和解; enforcement rests."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["settle_enforcement"]
    perform_by: NotRequired[str | None]


class ShareDataFacts(TypedDict):
    sharing_id: str
    to_id: str
    ground: str
    classes: list[str]
    message_id: NotRequired[str]


class ShareDataRequest(TypedDict):
    """The holder or the court records on what ground an organisation above the holder may read data of the parties"""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["share_data"]
    to_id: str
    ground: Literal["separate_consent", "court_duty", "statutory_duty"]
    classes: list[Literal["party_identity", "claims", "materials", "mediation"]]
    explanation: NotRequired[str | None]


class SharingList(TypedDict):
    """All passes and grants, oldest first."""

    items: list[SharingView]


class SharingView(TypedDict):
    """Data of the parties that went from one tenant to another, or that one above the holder may read."""

    id: str
    act: Literal["dispatch", "refer_back", "grant", "recall"]
    from_id: str
    to_id: str
    ground: Literal["separate_consent", "court_duty", "statutory_duty"]
    classes: list[Literal["party_identity", "claims", "materials", "mediation"]]
    shared_on: str


class SheetReceipt(TypedDict):
    """One verdict for each row, in the order of the file. Each took effect, or was refused, on its own."""

    row_count: int
    accepted_count: int
    refused_count: int
    rows: list[SheetRow]


class SheetRehearsal(TypedDict):
    """What the file with `dry_run=true` would have come to; no row has a referral."""

    row_count: int
    accepted_count: int
    refused_count: int
    rows: list[SheetRow]
    dry_run: Literal[True]


class SheetRow(TypedDict):
    """What became of one row: a referral, or the refusal."""

    row: int
    key: str
    outcome: RowOutcome
    referral_id: str | None
    number: str | None
    warnings: list[str]
    problem: Problem | None
    cells: list[RowCell]


class SignFacts(TypedDict):
    signer_role: str
    party_id: NotRequired[str]
    representative_id: NotRequired[str]
    effective_on: NotRequired[str]
    binding_from: NotRequired[str]
    binding_basis: NotRequired[str]


class SignRequest(TypedDict):
    """One signature or seal is put to the agreement; `party_id` exactly where a party or a guarantor signs."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["sign"]
    role: SignerRole
    party_id: NotRequired[str | None]
    means: Literal["electronic", "handwritten", "fingerprint", "seal", "scanned"]
    representative_id: NotRequired[str | None]


SignatureKind: TypeAlias = Literal["v1", "v1a", "v1sm", "v1sm3", "rfc9421"]


class SignatureView(TypedDict):
    """One signature or seal."""

    id: str
    role: SignerRole
    party_id: str | None
    signed_on: str
    means: str
    representative_id: str | None


SignerRole: TypeAlias = Literal["party", "mediator", "organisation", "guarantor"]


class SignerView(TypedDict):
    """Somebody whose signature is still needed."""

    role: SignerRole
    party_id: str | None


class SourceView(TypedDict):
    """A legal source and how well it is known."""

    id: str
    instrument: str
    article: str
    mark: str


Stage: TypeAlias = Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]


StartFacts: TypeAlias = "dict[str, Any]"


class StartRequest(TypedDict):
    """Mediation begins: identities checked, notices given, service address form offered."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["start"]
    rights_notice_given: bool
    sham_warning_given: bool
    service_address_form: bool
    identities: NotRequired[list[IdentityCheck]]


class StatusChange(TypedDict):
    """The entry has another status from a day on."""

    change: Literal["set_status"]
    valid_from: str
    status: Literal["active", "suspended", "removed"]


class SubmitFacts(TypedDict):
    organisation_id: NotRequired[str]


class SubmitRequest(TypedDict):
    """The parties apply 申请: to the court on its platform, or to the organisation itself 自主受理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    parties: list[PartyRequest]
    on_court_platform: NotRequired[bool]
    cause: NotRequired[CauseRequest | None]
    claim_amount: NotRequired[str | None]
    court_reference: NotRequired[str | None]
    case_numbers: NotRequired[list[CaseNumberRequest]]
    filed_on: NotRequired[str | None]
    procedure_type: NotRequired[Literal["ordinary", "summary", "small_claims"] | None]
    clerk: NotRequired[str | None]
    judge: NotRequired[str | None]
    facts_and_reasons: NotRequired[str | None]
    preservation: NotRequired[bool]
    preserved_on: NotRequired[str | None]
    priority: NotRequired[Literal["normal", "high", "urgent"]]
    sensitivities: NotRequired[list[Literal["minor", "group", "petition", "foreign", "secret", "media"]]]
    intake_source: NotRequired[Literal[
    "court",
    "self_applied",
    "labour_arbitration_body",
    "government_department",
    "governance_centre",
    "union",
    "petition_office",
    "police",
    "other_organisation",
    "other",
] | None]
    subsidy_payer: NotRequired[Literal["court", "organisation", "association", "finance", "none"] | None]
    arbitration: NotRequired[Literal["arbitrated", "wage_iou"] | None]
    dispute_id: NotRequired[str | None]
    distinct_from: NotRequired[list[str]]
    series_id: NotRequired[str | None]
    action: Literal["submit"]
    kind: NotRequired[Literal["pre_filing", "direct"] | None]


class SupplyMaterialsFacts(TypedDict):
    material_id: str
    material_kind: str
    source: str


class SupplyMaterialsRequest(TypedDict):
    """Something is handed in, on request or unasked; `party_id` exactly where a party brought it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["supply_materials"]
    kind: NotRequired[Literal[
    "complaint",
    "evidence",
    "identity_document",
    "power_of_attorney",
    "judgment",
    "service_address_form",
    "undisputed_facts",
    "appraisal_report",
    "mediation_agreement",
    "other",
] | None]
    source: NotRequired[Literal["court", "organisation", "referring_body", "party"] | None]
    party_id: NotRequired[str | None]
    material_id: NotRequired[str | None]
    title: NotRequired[str | None]
    sha256: NotRequired[str | None]
    media_type: NotRequired[str | None]


class SuspendFacts(TypedDict):
    reason: str
    party_id: NotRequired[str]
    message_id: NotRequired[str]


class SuspendRequest(TypedDict):
    """Mediation stops 中止; nothing ends by it. A suspected sham is reported and reviewed."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["suspend"]
    reason: Literal["sham_review", "death", "incapacity", "related_case"]
    party_id: NotRequired[str | None]
    explanation: NotRequired[str | None]


class SuspensionView(TypedDict):
    """A suspension 中止 that stands; mediation goes on, or ends, by a decision or when the term expires."""

    reason: Literal["sham_review", "death", "incapacity", "related_case"]
    suspended_on: str
    suspended_from: MediationState
    term_runs: bool


class SwitchView(TypedDict):
    """A rule that is known from memory or from a secondary source, which a deployment may switch off."""

    id: str
    zh: str
    en: str
    mark: str
    off: bool


TakeBackFacts: TypeAlias = "dict[str, Any]"


class TakeBackRequest(TypedDict):
    """The court withdraws an offer that nobody has accepted 收回."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["take_back"]


TakeProcedureTransitionAnswer: TypeAlias = "Receipt | Rehearsal"


TakeProcedureTransitionBody: TypeAlias = "AcceptApplicationRequest | RefuseApplicationRequest | WithdrawApplicationRequest | ConfirmAgreementRequest | RejectConfirmationRequest | RegisterCaseRequest | RefuseRegistrationRequest | MakeStatementRequest | RefuseStatementRequest | RecordStatementReceiptRequest | RepudiateStatementRequest | PermitWithdrawalRequest | RefuseWithdrawalRequest | RecordFeePaidRequest | TransferToTrialRequest | DeemWithdrawnRequest | RecordArbitrationAcceptedRequest | RecordArbitrationRefusedRequest | RequestCorrectionRequest | GiveCorrectionRequest | DeemApplicationWithdrawnRequest | ObjectToConfirmationRequest | DismissObjectionRequest | RevokeConfirmationRequest | AcceptPaymentOrderRequest | RefusePaymentOrderRequest | IssuePaymentOrderRequest | RejectPaymentOrderRequest | ServePaymentOrderRequest | ObjectToPaymentOrderRequest | ReceiveEndingRulingRequest | DeclineSuitRequest | WithdrawPaymentOrderRequest | AcceptReviewRequest | RefuseReviewRequest | WithdrawReviewRequest | MakeReviewStatementRequest | RefuseReviewStatementRequest | RecordReviewReceiptRequest | NotariseRequest | RefuseNotarisationRequest | WithdrawNotarisationRequest | RequestCertificateRequest | IssueCertificateRequest | RefuseCertificateRequest | AcceptEnforcementRequest | RefuseEnforcementRequest | WithdrawEnforcementRequest | SettleEnforcementRequest | CloseEnforcementRoundRequest | RestoreEnforcementRequest | CompleteEnforcementRequest | EndEnforcementRequest | DenyEnforcementRequest | RequestOrderCorrectionRequest | GiveOrderCorrectionRequest | RequestFilingCorrectionRequest | GiveFilingCorrectionRequest | ExtendArbitrationReviewRequest | ExtendConfirmationReviewRequest"


TakeSeriesTransitionAnswer: TypeAlias = "SeriesVerdicts | SeriesVerdictsRehearsal"


TakeSeriesTransitionBody: TypeAlias = "ConsultPartiesRequest | RecordOpinionRequest | RecordChoiceRequest | DelegateAgainRequest | InviteAgainRequest | ReturnRequest | AcceptRequest | DeclineRequest | ReassignRequest | TakeBackRequest | CloseRequest | HandBackRequest | ReopenRequest | CorrectRecordRequest | CorrectPerformanceRequest | RequestCancelRequest | ConfirmCancelRequest | RefuseCancelRequest | ReceiveMaterialsRequest | AssignMediatorRequest | ReplaceMediatorRequest | ContactPartyRequest | StartRequest | ScheduleSessionRequest | HoldSessionRequest | MissSessionRequest | CancelSessionRequest | BeginAppraisalRequest | EndAppraisalRequest | ExtendTermRequest | EndRequest | ReportResultRequest | CloseByOtherMeansRequest | ReportBackRequest | DraftAgreementRequest | SignRequest | RefuseToSignRequest | RecordPerformanceRequest | AmendAgreementRequest | ReportBreachRequest | RepudiateAgreementRequest | ServeAgreementRequest | FileAgreementRequest | RecordSigningClauseRequest | ApplyForConfirmationRequest | HandOverRequest | RequestStatementRequest | ApplyForWithdrawalRequest | GiveFeeNoticeRequest | ResumeTrialRequest | ReferToArbitrationRequest | AddCaseNumberRequest | AddRepresentativeRequest | EndRepresentativeRequest | RecordSuccessionRequest | AddClaimRequest | SettleClaimRequest | RecordConsentRequest | RecordServiceAddressRequest | RequestMaterialsRequest | SupplyMaterialsRequest | AcknowledgeMaterialsRequest | SendNoticeRequest | RecordNoticeResultRequest | SendMessageRequest | UrgeRequest | AnswerUrgeRequest | AmendRequest | SetBusinessStatusRequest | JoinSeriesRequest | LeaveSeriesRequest | WithdrawDocumentRequest | ApplyForPaymentOrderRequest | ApplyForArbitrationReviewRequest | ApplyForNotarisationRequest | ApplyForEnforcementRequest | SuspendRequest | ResumeRequest | FindShamRequest | CheckConflictRequest | DiscloseConflictRequest | DecideConflictRequest | RecordOtherRoleRequest | NameLeadRequest | RefuseMediatorRequest | DispatchRequest | ReferBackRequest | RecallRequest | AllowOrganisationRequest | ShareDataRequest"


TakeTransitionAnswer: TypeAlias = "Receipt | Rehearsal"


TakeTransitionBody: TypeAlias = "ConsultPartiesRequest | RecordOpinionRequest | RecordChoiceRequest | DelegateAgainRequest | InviteAgainRequest | ReturnRequest | AcceptRequest | DeclineRequest | ReassignRequest | TakeBackRequest | CloseRequest | HandBackRequest | ReopenRequest | CorrectRecordRequest | CorrectPerformanceRequest | RequestCancelRequest | ConfirmCancelRequest | RefuseCancelRequest | ReceiveMaterialsRequest | AssignMediatorRequest | ReplaceMediatorRequest | ContactPartyRequest | StartRequest | ScheduleSessionRequest | HoldSessionRequest | MissSessionRequest | CancelSessionRequest | BeginAppraisalRequest | EndAppraisalRequest | ExtendTermRequest | EndRequest | ReportResultRequest | CloseByOtherMeansRequest | ReportBackRequest | DraftAgreementRequest | SignRequest | RefuseToSignRequest | RecordPerformanceRequest | AmendAgreementRequest | ReportBreachRequest | RepudiateAgreementRequest | ServeAgreementRequest | FileAgreementRequest | RecordSigningClauseRequest | ApplyForConfirmationRequest | HandOverRequest | RequestStatementRequest | ApplyForWithdrawalRequest | GiveFeeNoticeRequest | ResumeTrialRequest | ReferToArbitrationRequest | AddCaseNumberRequest | AddRepresentativeRequest | EndRepresentativeRequest | RecordSuccessionRequest | AddClaimRequest | SettleClaimRequest | RecordConsentRequest | RecordServiceAddressRequest | RequestMaterialsRequest | SupplyMaterialsRequest | AcknowledgeMaterialsRequest | SendNoticeRequest | RecordNoticeResultRequest | SendMessageRequest | UrgeRequest | AnswerUrgeRequest | AmendRequest | SetBusinessStatusRequest | JoinSeriesRequest | LeaveSeriesRequest | WithdrawDocumentRequest | ApplyForPaymentOrderRequest | ApplyForArbitrationReviewRequest | ApplyForNotarisationRequest | ApplyForEnforcementRequest | SuspendRequest | ResumeRequest | FindShamRequest | CheckConflictRequest | DiscloseConflictRequest | DecideConflictRequest | RecordOtherRoleRequest | NameLeadRequest | RefuseMediatorRequest | DispatchRequest | ReferBackRequest | RecallRequest | AllowOrganisationRequest | ShareDataRequest"


TakeWebhookTransitionAnswer: TypeAlias = "EndpointTaken | EndpointRehearsal"


TenantKind: TypeAlias = Literal["court", "organisation", "referring_body", "operator"]


class TermOfAgreement(TypedDict):
    """One promise of an agreement."""

    payer_party_id: NotRequired[str | None]
    amount: NotRequired[str | None]
    due_on: NotRequired[str | None]
    text: str
    account: NotRequired[str | None]


class TermView(TypedDict):
    """One promise of an agreement."""

    id: str
    payer_party_id: str | None
    amount: str | None
    due_on: str | None
    text: str | None
    account: str | None


class TestEndpoint(TypedDict):
    """Send an event `webhook.test`; what came back stands among the errands."""

    action: Literal["test"]


Track: TypeAlias = Literal[
    "pre_filing_2016",
    "pre_filing_2022",
    "post_filing_2016",
    "post_filing_first",
    "in_trial",
    "direct",
    "judge_led",
    "commission_delegated",
]


class TrackRequest(TypedDict):
    """A track that the court uses for a time."""

    valid_from: str
    valid_to: NotRequired[str | None]
    track: Track


class TrackRowView(TypedDict):
    """A track 程序轨道, and the days on which a referral may be opened on it."""

    valid_from: str | None
    valid_to: str | None
    sources: list[str]
    mark: str
    note: str
    track: str
    kinds: list[str]
    zh: str
    en: str


class TrackView(TypedDict):
    """A track and when it is used."""

    track: Track
    valid_from: str
    valid_to: str | None


class TracksView(TypedDict):
    """Tracks and bodies of rules as dated data."""

    tracks: list[TrackRowView]
    bodies: list[BodyRowView]
    cells: list[CellView]
    excluded_causes: list[ExcludedCauseView]


class TrainingChange(TypedDict):
    """So many hours of training are on record from a day on."""

    change: Literal["train"]
    valid_from: str
    training_hours: int
    trained: bool


class TransferToTrialFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class TransferToTrialRequest(TypedDict):
    """The case turns into the trial stage 转入审理."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["transfer_to_trial"]


class TrialTransferredByResumeTrial(TypedDict):
    action: Literal["resume_trial"]
    kind: Literal["post_filing", "assisted"]
    track: Literal["post_filing_2016", "in_trial", "judge_led"]
    machine: Literal["transfer_to_trial"]
    procedure_id: str | None
    state_before: None
    state_after: Literal["transferred"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: ResumeTrialFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: TrialTransferredByResumeTrialOnBehalfOf | None


class TrialTransferredByResumeTrialOnBehalfOf(TypedDict):
    role: str
    id: str | None


class TrialTransferredByTransferToTrial(TypedDict):
    action: Literal["transfer_to_trial"]
    kind: Literal["post_filing"]
    track: Literal["post_filing_first"]
    machine: Literal["transfer_to_trial"]
    procedure_id: str | None
    state_before: Literal["fee_paid"]
    state_after: Literal["transferred"]
    stage: Literal[
    "intake",
    "delegated",
    "accepted",
    "mediated",
    "agreement",
    "confirmation",
    "filing",
    "closed",
]
    sources: list[str]
    facts: TransferToTrialFacts
    due: dict[str, str]
    also: NotRequired[dict[str, str]]
    court_id: str | None
    referring_body_id: NotRequired[str | None]
    on_behalf_of: TrialTransferredByTransferToTrialOnBehalfOf | None


class TrialTransferredByTransferToTrialOnBehalfOf(TypedDict):
    role: str
    id: str | None


class TrialTransferredEvent(TypedDict):
    """Transferred to trial 已转入审理."""

    id: str
    position: NotRequired[int]
    type: Literal["trial.transferred"]
    referral_id: str
    referral_version: int
    occurred_on: str
    occurred_at: str
    recorded_at: str
    actor_role: Literal["court", "organisation", "referring_body", "clock"]
    data: TrialTransferredByTransferToTrial | TrialTransferredByResumeTrial
    links: TrialTransferredEventLinks


class TrialTransferredEventLinks(TypedDict):
    referral: str


Unit: TypeAlias = Literal["calendar_days", "working_days", "months", "years"]


UploadSpreadsheetAnswer: TypeAlias = "SheetReceipt | SheetRehearsal"


class UrgeFacts(TypedDict):
    urging_id: str
    topic: str
    reply_by: str


class UrgeRequest(TypedDict):
    """The court or referring body presses for something 催办."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["urge"]
    topic: Literal["acceptance", "contact", "progress", "result", "materials", "other"]
    text: NotRequired[str | None]
    reply_by: NotRequired[str | None]


class UrgingList(TypedDict):
    """All urgings, oldest first."""

    items: list[UrgingView]
    revealed: bool


class UrgingView(TypedDict):
    """One urging 催办 and its answer."""

    id: str
    sender: ActorRole
    topic: Literal["acceptance", "contact", "progress", "result", "materials", "other"]
    urged_on: str
    reply_by: str
    answered_on: str | None
    text: str | None
    answer: str | None


class WebhookChallenge(TypedDict):
    id: str
    type: Literal["webhook.challenge"]
    recorded_at: str
    endpoint_id: str
    challenge: str


class WebhookChallengeAnswer(TypedDict):
    """The answer that lets an endpoint deliver."""

    challenge: str


class WebhookKeyList(TypedDict):
    """All keys that sign now or are going to."""

    keys: list[WebhookKeyView]


class WebhookKeyView(TypedDict):
    """One public key. `y` is null for Ed25519; a key whose `not_before` is to come does not sign yet."""

    kid: str
    kty: Literal["OKP", "EC"]
    crv: Literal["Ed25519", "SM2"]
    x: str
    y: str | None
    use: Literal["sig"]
    signature_kind: Literal["v1a", "v1sm"]
    not_before: str
    not_after: str | None


class WebhookTest(TypedDict):
    id: str
    type: Literal["webhook.test"]
    recorded_at: str
    endpoint_id: str


class WithdrawApplicationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class WithdrawApplicationRequest(TypedDict):
    """The parties withdraw the application before the ruling."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["withdraw_application"]


class WithdrawDocumentFacts(TypedDict):
    document_class: str
    document_id: NotRequired[str]
    reason: str


class WithdrawDocumentRequest(TypedDict):
    """A document was put in error; it stays and is marked. Whoever put it withdraws it."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    action: Literal["withdraw_document"]
    document_id: str
    reason: Literal["entered_in_error", "wrong_class", "unreadable", "replaced", "other"]


class WithdrawEnforcementFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class WithdrawEnforcementRequest(TypedDict):
    """The creditor withdraws before the court has taken the application."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["withdraw_enforcement"]


class WithdrawNotarisationFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class WithdrawNotarisationRequest(TypedDict):
    """The parties withdraw the application."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["withdraw_notarisation"]


class WithdrawPaymentOrderFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class WithdrawPaymentOrderRequest(TypedDict):
    """The creditor withdraws before the debtor received the order."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["withdraw_payment_order"]


class WithdrawReviewFacts(TypedDict):
    procedure_kind: str
    reason: NotRequired[str]
    closure: NotRequired[str]


class WithdrawReviewRequest(TypedDict):
    """The parties withdraw the application."""

    occurred_on: NotRequired[str | None]
    on_behalf_of: NotRequired[OnBehalfOf | None]
    case_number: NotRequired[str | None]
    action: Literal["withdraw_review"]


app_domain_delivery_Outcome: TypeAlias = Literal["delivered", "retry", "give_up", "gone", "throttled"]


app_domain_lifecycle_states_Outcome: TypeAlias = Literal["agreed", "partly_agreed", "settled_and_withdrew", "not_agreed"]
