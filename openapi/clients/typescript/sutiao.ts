// What the API takes and gives. Generated from the contract; not to be edited.
// Lists of codes grow: a value that is not among the literals of a type may come in an answer.

export interface AcceptApplicationFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court accepts the application for review. */
export interface AcceptApplicationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "accept_application";
}

export interface AcceptEnforcementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court takes the application 执行立案. */
export interface AcceptEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "accept_enforcement";
}

export interface AcceptFacts {
  late: boolean;
}

export interface AcceptPaymentOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court accepts the application. */
export interface AcceptPaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "accept_payment_order";
}

/** The organisation takes the referral 接受. */
export interface AcceptRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "accept";
}

export interface AcceptReviewFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The commission accepts the application. */
export interface AcceptReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "accept_review";
}

/** The window for acceptance, the same for all levels. */
export interface AcceptanceWindow {
  due_on: string;
  /** Today is not counted; 0 on the last day and afterwards. */
  working_days_left: number;
}

/** A page of readings, newest first. */
export interface AccessList {
  items: Array<AccessView>;
  /** Give this as `after` for the next page; null on the last. */
  next: string | null;
}

/** One reading of personal data in the clear: who, of which referral, what, when. It holds none of the data. */
export interface AccessView {
  id: string;
  tenant_id: string;
  client_id: string;
  /** The referral; null where you do not see it, or no longer, and where a series was read. */
  referral_id: string | null;
  /** Sixteen hexadecimal characters that stand for the referral, the same for whoever asks. */
  referral_mark: string;
  /** What was read, such as `parties`. */
  what: Array<string>;
  recorded_at: string;
}

export interface AcknowledgeMaterialsFacts {
  material_ids: Array<string>;
}

/** Receipt of supplied materials 收讫. */
export interface AcknowledgeMaterialsRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "acknowledge_materials";
  material_ids: Array<string>;
}

/** By which act an organisation came to have a referral. */
export type Act = "offered" | "dispatched" | "referred_back" | "recalled";

/** Everything that can be done to a referral or to something under it. */
export type Action = "submit" | "consult" | "delegate" | "invite" | "record_opinion" | "record_choice" | "miss_choice" | "miss_appointment" | "return" | "accept" | "decline" | "run_overdue" | "reassign" | "take_back" | "close" | "hand_back" | "request_cancel" | "confirm_cancel" | "refuse_cancel" | "receive_materials" | "assign_mediator" | "replace_mediator" | "contact_party" | "miss_contact" | "start" | "schedule_session" | "hold_session" | "miss_session" | "cancel_session" | "begin_appraisal" | "end_appraisal" | "extend_term" | "pass_labour_term" | "expire_term" | "end" | "end_unreported" | "report_result" | "close_by_other_means" | "report_back" | "miss_report_back" | "draft_agreement" | "sign" | "refuse_to_sign" | "record_performance" | "lapse_confirmation" | "apply_for_confirmation" | "accept_application" | "refuse_application" | "withdraw_application" | "confirm_agreement" | "reject_confirmation" | "hand_over" | "register_case" | "refuse_registration" | "request_statement" | "make_statement" | "refuse_statement" | "record_statement_receipt" | "repudiate_statement" | "apply_for_withdrawal" | "permit_withdrawal" | "refuse_withdrawal" | "give_fee_notice" | "record_fee_paid" | "transfer_to_trial" | "resume_trial" | "deem_withdrawn" | "refer_to_arbitration" | "record_arbitration_accepted" | "record_arbitration_refused" | "add_case_number" | "add_representative" | "end_representative" | "record_succession" | "add_claim" | "settle_claim" | "record_consent" | "record_service_address" | "request_materials" | "supply_materials" | "acknowledge_materials" | "send_notice" | "record_notice_result" | "send_message" | "urge" | "answer_urge" | "miss_urge" | "correct_record" | "correct_performance" | "reopen" | "lapse_preservation" | "recompute_deadlines" | "amend" | "set_business_status" | "join_series" | "leave_series" | "add_document" | "withdraw_document" | "request_correction" | "give_correction" | "deem_application_withdrawn" | "object_to_confirmation" | "dismiss_objection" | "revoke_confirmation" | "amend_agreement" | "report_breach" | "apply_for_payment_order" | "accept_payment_order" | "refuse_payment_order" | "issue_payment_order" | "reject_payment_order" | "serve_payment_order" | "object_to_payment_order" | "receive_ending_ruling" | "decline_suit" | "withdraw_payment_order" | "miss_order_notice" | "miss_order_decision" | "make_order_effective" | "end_unserved_order" | "deem_suit" | "apply_for_arbitration_review" | "accept_review" | "refuse_review" | "withdraw_review" | "make_review_statement" | "refuse_review_statement" | "record_review_receipt" | "miss_review" | "apply_for_notarisation" | "notarise" | "refuse_notarisation" | "withdraw_notarisation" | "request_certificate" | "issue_certificate" | "refuse_certificate" | "apply_for_enforcement" | "accept_enforcement" | "refuse_enforcement" | "withdraw_enforcement" | "settle_enforcement" | "close_enforcement_round" | "restore_enforcement" | "complete_enforcement" | "end_enforcement" | "deny_enforcement" | "miss_application_decision" | "extend_confirmation_review" | "miss_confirmation_ruling" | "request_order_correction" | "give_order_correction" | "extend_arbitration_review" | "request_filing_correction" | "give_filing_correction" | "miss_registration_decision" | "suspend" | "resume" | "find_sham" | "check_conflict" | "disclose_conflict" | "decide_conflict" | "record_other_role" | "name_lead" | "refuse_mediator" | "fall_due" | "miss_performance" | "repudiate_agreement" | "serve_agreement" | "file_agreement" | "record_signing_clause" | "dispatch" | "refer_back" | "allow_organisation" | "share_data" | "recall";

/** Who may cause a transition. Time is an actor like any other. */
export type ActorRole = "court" | "organisation" | "referring_body" | "clock";

export interface AddCaseNumberFacts {
  case_number_id: string;
  /** Code of the list `case_number_kind`; lists grow. */
  number_kind: string;
}

/** One more number of the case. */
export interface AddCaseNumberRequest {
  kind: "court" | "platform" | "partner" | "mediation" | "archive";
  number: string;
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "add_case_number";
}

export interface AddClaimFacts {
  claim_id: string;
  party_id: string;
  /** Code of the list `claim_kind`; lists grow. */
  claim_kind: string;
}

/** One more claim of a party. */
export interface AddClaimRequest {
  kind: "payment" | "performance" | "apology" | "restitution" | "dissolution" | "other";
  amount?: string | null;
  /** Personal data: kept encrypted, in no event. */
  text?: string | null;
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "add_claim";
  party_id: string;
}

export interface AddDocumentFacts {
  /** Code of the list `document_class`; lists grow. */
  document_class: string;
  document_id?: string;
  sha256?: string;
  size_bytes?: number;
}

export interface AddRepresentativeFacts {
  representative_id: string;
  party_id: string;
  /** Code of the list `representative_kind`; lists grow. */
  representative_kind: string;
  /** Code of the list `authority_scope`; lists grow. */
  authority: string;
}

/** Somebody acts for a party. */
export interface AddRepresentativeRequest {
  kind: "agent" | "legal_representative" | "guardian" | "elected_workers_representative";
  authority: "general" | "special";
  name: string;
  id_type?: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  id_number?: string | null;
  phone?: string | null;
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "add_representative";
  party_id: string;
}

/** The court uses a track from a day on. */
export interface AddTrackChange {
  valid_from: string;
  valid_to?: string | null;
  change: "add_track";
  track: Track;
}

export interface AgreementAmendedByAmendAgreement {
  action: "amend_agreement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "agreement_effective";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AmendAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement amended 协议已变更. */
export interface AgreementAmendedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.amended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementAmendedByAmendAgreement;
  links: {
    referral: string;
  };
}

export interface AgreementDraftedByDraftAgreement {
  action: "draft_agreement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: null;
  state_after: "agreement_pending";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DraftAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement drafted 协议已拟定. */
export interface AgreementDraftedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.drafted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementDraftedByDraftAgreement;
  links: {
    referral: string;
  };
}

export interface AgreementEffectiveBySign {
  action: "sign";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_pending";
  state_after: "agreement_effective";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SignFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement effective 协议生效. */
export interface AgreementEffectiveEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.effective";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementEffectiveBySign;
  links: {
    referral: string;
  };
}

export interface AgreementFiledWithCourtByFileAgreement {
  action: "file_agreement";
  kind: "pre_filing";
  track: "pre_filing_2016" | "pre_filing_2022";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "performed" | "breached";
  state_after: "agreement_effective" | "performed" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: FileAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Copy filed with the court 协议已备案. */
export interface AgreementFiledWithCourtEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.filed_with_court";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementFiledWithCourtByFileAgreement;
  links: {
    referral: string;
  };
}

export interface AgreementRecordedByRecordSigningClause {
  action: "record_signing_clause";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective";
  state_after: "agreement_effective";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordSigningClauseFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Put on the court's record 协议已附卷生效. */
export interface AgreementRecordedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.recorded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementRecordedByRecordSigningClause;
  links: {
    referral: string;
  };
}

export interface AgreementRefusedByRefuseToSign {
  action: "refuse_to_sign";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_pending";
  state_after: "agreement_refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseToSignFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement refused 拒绝签署协议. */
export interface AgreementRefusedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.refused";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementRefusedByRefuseToSign;
  links: {
    referral: string;
  };
}

export interface AgreementRepudiatedByRepudiateAgreement {
  action: "repudiate_agreement";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "agreement_repudiated";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RepudiateAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement repudiated 协议已反悔. */
export interface AgreementRepudiatedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.repudiated";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementRepudiatedByRepudiateAgreement;
  links: {
    referral: string;
  };
}

export interface AgreementServedByServeAgreement {
  action: "serve_agreement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "performed" | "breached";
  state_after: "agreement_effective" | "performed" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ServeAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement served 协议已送达. */
export interface AgreementServedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.served";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementServedByServeAgreement;
  links: {
    referral: string;
  };
}

/** The present text was given to one party. */
export interface AgreementServiceView {
  party_id: string;
  served_on: string;
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
}

export interface AgreementSignedBySign {
  action: "sign";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_pending" | "agreement_effective" | "breached";
  state_after: "agreement_pending" | "agreement_effective" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SignFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Agreement signed by one 协议已签署（尚待他人）. */
export interface AgreementSignedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "agreement.signed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: AgreementSignedBySign;
  links: {
    referral: string;
  };
}

/** States of the agreement and performance region; before the first draft the region has no state. */
export type AgreementState = "agreement_pending" | "agreement_effective" | "agreement_refused" | "performed" | "breached" | "agreement_repudiated";

/** The agreement, its terms, who signed and who has yet to. */
export interface AgreementView {
  id: string;
  state: AgreementState;
  partial: boolean;
  drafted_on: string;
  effective_on: string | null;
  performed_on: string | null;
  /** 1 for the first text, one more for each amendment. */
  draft_number: number;
  form: "written" | "oral";
  /** The mediator who recorded an oral agreement. */
  recorded_by: string | null;
  /** Parties who stand surety, each by consent of its own. */
  guarantor_ids: Array<string>;
  default_clause: "none" | "stated" | "court_decides";
  planned: Array<"judicial_confirmation" | "case_registration" | "mediation_statement" | "suit_withdrawal" | "transfer_to_trial" | "labour_arbitration" | "payment_order" | "arbitration_review" | "notarisation" | "enforcement">;
  /** What it settles that no court confirms. */
  subjects: Array<"status_relation" | "property_right" | "intellectual_property" | "other_procedure">;
  enforcement_promised: boolean;
  /** Whether it says that it is in force once signed. */
  signing_clause: boolean;
  /** Day on which the court put such an agreement on its record. */
  recorded_on: string | null;
  /** Day from which nobody goes back on it; null while somebody may. */
  binding_from: string | null;
  /** Why it binds, or that it does not yet. */
  binding_basis: BindingBasis | null;
  /** Who was given the present text. */
  served: Array<AgreementServiceView>;
  /** Day on which a copy went to the court that referred. */
  filed_on: string | null;
  /** Day on which it was reported that a promise was not kept. */
  breached_on: string | null;
  terms: Array<TermView>;
  signatures: Array<SignatureView>;
  missing: Array<SignerView>;
}

export interface AllowOrganisationFacts {
  organisation_id: string;
}

/** The court allows a dispatch to an organisation that is on no roster of its own or of a court above. */
export interface AllowOrganisationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "allow_organisation";
  organisation_id: string;
}

export interface AmendAgreementFacts {
  draft_number: number;
  term_count: number;
  effective_on: string;
  representative_ids?: Array<string>;
}

/** The parties have changed the agreement, and all who must sign have signed the new text 变更协议. */
export interface AmendAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  terms: Array<TermOfAgreement>;
  /** They may sign for themselves and are not bound as parties are. */
  guarantors?: Array<GuarantorOfAgreement>;
  /** What it says of a promise that is not kept. */
  default_clause?: "none" | "stated" | "court_decides";
  /** What the parties mean to apply for with it. */
  planned?: Array<"judicial_confirmation" | "case_registration" | "mediation_statement" | "suit_withdrawal" | "transfer_to_trial" | "labour_arbitration" | "payment_order" | "arbitration_review" | "notarisation" | "enforcement">;
  /** What it settles that no court confirms. */
  subjects?: Array<"status_relation" | "property_right" | "intellectual_property" | "other_procedure">;
  /** Whether the debtor promises to accept enforcement, as notarisation needs. */
  enforcement_promised?: boolean;
  /** Whether it says that it is in force once signed; after filing the court records that. */
  signing_clause?: boolean;
  action: "amend_agreement";
  /** Everybody whom the old text or the new one binds. */
  agreed_by: Array<string>;
  /** How it was signed or sealed. */
  means: "electronic" | "handwritten" | "fingerprint" | "seal" | "scanned";
  /** Who signed for their parties, with special authority; the others signed themselves. */
  representative_ids?: Array<string>;
}

export interface AmendFacts {
  fields: Array<string>;
}

/** Particulars of the referral are put right; what is not given, or null, stays as it is. */
export interface AmendRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "amend";
  filed_on?: string | null;
  procedure_type?: "ordinary" | "summary" | "small_claims" | null;
  claim_amount?: string | null;
  preservation?: boolean | null;
  preserved_on?: string | null;
  priority?: "normal" | "high" | "urgent" | null;
  sensitivities?: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media"> | null;
  intake_source?: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer?: "court" | "organisation" | "association" | "finance" | "none" | null;
  arbitration?: "arbitrated" | "wage_iou" | null;
  clerk?: string | null;
  judge?: string | null;
  facts_and_reasons?: string | null;
}

export interface AnswerUrgeFacts {
  urging_id: string;
}

/** The organisation answers an urging. */
export interface AnswerUrgeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "answer_urge";
  urge_id: string;
  text: string;
}

export interface ApplyForArbitrationReviewFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** Both parties apply to the labour arbitration commission 共同申请仲裁审查. */
export interface ApplyForArbitrationReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_arbitration_review";
  applicant_ids: Array<string>;
}

export interface ApplyForConfirmationFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  oral?: boolean;
}

/** The parties apply together for judicial confirmation 共同申请司法确认. */
export interface ApplyForConfirmationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_confirmation";
  applicant_ids: Array<string>;
  /** The court, where none referred the dispute; it then sees the referral. */
  court_id?: string | null;
  /** Made orally, and recorded. */
  oral?: boolean;
}

export interface ApplyForEnforcementFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  instrument: string;
  basis_id: string;
  debtor_id: string;
  /** Code of the list `enforcement_court_ground`; lists grow. */
  court_ground: string;
  amount?: string;
}

/** The creditor applies alone, after a breach 申请执行. Out of time is no refusal: the receipt warns. */
export interface ApplyForEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_enforcement";
  /** The creditors. */
  applicant_ids: Array<string>;
  debtor_id: string;
  court_ground: "issuing_court" | "property_location" | "debtor_domicile";
  /** The procedure that gave the instrument: confirmation, statement, payment order, arbitration review or notarisation. Null for the only one in force. An agreement alone is not enforceable. */
  basis_id?: string | null;
  /** Money asked for, without what the law adds for delay. */
  amount?: string | null;
  /** Null for the court that made the instrument, or the referring one for other instruments. */
  court_id?: string | null;
}

export interface ApplyForNotarisationFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** Both parties apply to a notary 共同申请公证赋强. */
export interface ApplyForNotarisationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_notarisation";
  applicant_ids: Array<string>;
  /** The debtor has promised to accept enforcement. */
  enforcement_promised: boolean;
}

export interface ApplyForPaymentOrderFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  debtor_id: string;
  amount: string;
  /** Code of the list `labour_payment`; lists grow. */
  labour_payment?: string;
}

/** The creditor applies alone for an order to pay what is due 申请支付令. */
export interface ApplyForPaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_payment_order";
  /** The creditors. */
  applicant_ids: Array<string>;
  debtor_id: string;
  amount: string;
  /** The creditor owes nothing in return. */
  no_counter_performance: boolean;
  /** The debtor is in China, not missing, and can be served. */
  debtor_reachable: boolean;
  /** In a labour dispute: what is owed. */
  labour_payment?: "wages" | "work_injury_medical" | "compensation" | "damages" | null;
  /** The basic court of the debtor's domicile, where it is not the referring one. */
  court_id?: string | null;
}

export interface ApplyForWithdrawalFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The plaintiff asks to withdraw the suit 申请撤诉. */
export interface ApplyForWithdrawalRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "apply_for_withdrawal";
  applicant_ids: Array<string>;
}

export type ApplyRepairsAnswer = RepairsApplied | RepairsRehearsal;

/** The proposed repairs of these differences are approved. */
export interface ApplyRepairsRequest {
  differences: Array<number>;
}

export interface AssignMediatorFacts {
  mediator_id: string;
  lead: boolean;
  chosen_by?: Array<string>;
}

/** The organisation names a mediator of its roster; the first is the lead. */
export interface AssignMediatorRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "assign_mediator";
  mediator_id: string;
  /** All the parties, where they chose the mediator jointly; none where you appoint. */
  chosen_by?: Array<string>;
}

/** Organisations and mediators that had the referral, oldest first. */
export interface AssignmentList {
  items: Array<AssignmentView>;
  mediators: Array<MediatorAssignmentView>;
}

/** One organisation's turn; current while `ended_on` is null. */
export interface AssignmentView {
  id: string;
  organisation_id: string;
  offered_on: string;
  accepted_on: string | null;
  late: boolean;
  ended_on: string | null;
  ending: "declined" | "taken_back" | "replaced" | "handed_back" | "dispatched" | "referred_back" | "recalled" | null;
  reason: string | null;
  /** Why it declined or handed it back. Reading it is recorded. */
  explanation: string | null;
}

/** What was sent: an event of the feed, the challenge of a new endpoint, or a test that its owner asked for. */
export type AttemptKind = "event" | "challenge" | "test";

/** A page of attempts, oldest first. */
export interface AttemptList {
  items: Array<AttemptView>;
  /** Give it as `after`. */
  next: string | null;
}

/** One attempt. Signatures and custom headers are covered; of the answer its beginning is kept for a time. */
export interface AttemptView {
  id: string;
  /** As the header `webhook-id` had it: the event, the challenge or the test. */
  message_id: string;
  kind: AttemptKind;
  position: number | null;
  number: number;
  started_at: string;
  duration_ms: number;
  outcome: app_domain_delivery_Outcome;
  /** Why it did not go well; codes may be added. */
  reason: string | null;
  /** Null where no answer came. */
  status: number | null;
  request_headers: Record<string, string>;
  /** Of the bytes that were sent. */
  body_sha256: string;
  answer_headers: Record<string, string>;
  /** At most 8 KiB, as text; null once it was erased. */
  answer: string | null;
  answer_sha256: string;
  /** Of this attempt in the chain of its referral; see receipts. */
  hash: string;
}

/**
 * What becomes of the events that waited when an endpoint goes on.
 * resume  they are delivered, oldest first
 * skip    they are left out; each stays listed as skipped
 * replay  everything from a position or an instant on is delivered, again where it was before
 */
export type Backlog = "resume" | "skip" | "replay";

export type BeginAppraisalFacts = Record<string, unknown>;

/** An appraisal is entrusted 诉前鉴定; its days do not count. */
export interface BeginAppraisalRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "begin_appraisal";
  agreed_by: Array<string>;
}

/** Why the parties are bound, or that they are not yet. */
export type BindingBasis = "signatures" | "oral_agreement" | "mediation_statement" | "suit_withdrawal" | "judicial_confirmation" | "performance" | "signing_clause" | "not_yet";

/** An action that is the caller's to take in other circumstances, and the first thing in its way. */
export interface BlockedAction {
  action: Action;
  code: "action_not_possible" | "agreement_already_served" | "agreement_binds" | "agreement_in_force" | "agreement_not_binding" | "agreement_not_enforceable" | "agreement_not_to_perform" | "agreement_of_all_missing" | "agreement_stands" | "agreement_under_procedure" | "agreement_unsettled" | "already_filed" | "already_in_series" | "already_in_trial" | "already_judicially_confirmed" | "already_signed" | "amount_beyond_agreement" | "amount_beyond_instalment" | "amount_beyond_instrument" | "arbitration_first" | "arbitration_not_open" | "arbitration_review_open" | "body_invalid" | "body_not_for_track" | "body_too_large" | "body_too_slow" | "bootstrap_done" | "cancel_already_requested" | "cancel_awaits_answer" | "cancel_not_requested" | "case_not_registered" | "case_number_invalid" | "case_number_known" | "cause_excluded_for_body" | "cause_not_confirmable" | "cause_outside_channel" | "cause_required" | "challenge_too_soon" | "channel_not_open" | "channel_overlaps" | "client_disabled" | "clock_only_forward" | "confirmation_after_entrustment" | "confirmation_not_of_other_side" | "confirmation_rejected" | "confirmation_window_closed" | "conflict_undecided" | "consent_missing" | "consent_not_needed" | "consents_incomplete" | "content_not_confirmable" | "content_type_not_json" | "copy_already_filed" | "correction_still_possible" | "court_decides_clause" | "court_level_not_competent" | "court_not_active" | "court_not_basic" | "court_required" | "creditor_required" | "cursor_expired" | "cursor_invalid" | "cursor_outside_lease" | "database_unavailable" | "dates_reversed" | "day_outside_validity" | "day_passed" | "debtor_not_bound" | "deliveries_under_way" | "delivery_not_waiting" | "document_class_not_yours" | "document_content_missing" | "document_empty" | "document_hash_mismatch" | "document_signers_unfit" | "document_store_unavailable" | "document_type_differs" | "document_type_not_taken" | "electronic_service_not_agreed" | "electronic_signature_not_allowed" | "end_reason_not_here" | "enforcement_court_not_competent" | "enforcement_denied_before" | "enforcement_ground_not_here" | "enforcement_promise_missing" | "entry_being_told" | "entry_not_due" | "extension_not_later" | "extension_too_long" | "fee_still_payable" | "feed_epoch_changed" | "feedback_not_due" | "filed_after_opening" | "form_not_ready" | "guarantor_consent_missing" | "guarantor_does_not_apply" | "guarantor_is_bound" | "hand_over_reason_not_here" | "heirs_missing" | "idempotency_key_malformed" | "idempotency_key_required" | "idempotency_key_reused" | "identity_missing" | "identity_number_invalid" | "if_match_group" | "if_match_malformed" | "if_match_required" | "instalment_performed" | "instalment_unknown" | "instrument_fell" | "instrument_not_in_force" | "internal_error" | "joint_application_required" | "joint_choice_made" | "json_duplicate_key" | "json_number_out_of_range" | "json_too_deep" | "json_too_many_values" | "json_unsafe_text" | "key_missing" | "key_ring_cannot_read" | "key_unknown" | "labour_payment_only" | "labour_relationship_confirmation" | "last_secret" | "late_acceptance_closed" | "later_role_barred" | "lead_time_invalid" | "lease_held" | "lease_lost" | "legal_clock_absent" | "legal_clock_taken" | "materials_already_received" | "mediation_without_agreement" | "mediator_already_assigned" | "mediator_consent_required" | "mediator_has_role" | "mediator_in_own_dispute" | "mediator_leads_already" | "mediator_missing" | "mediator_not_assigned" | "mediator_not_available" | "mediator_not_listed" | "mediator_not_replaced" | "mediator_not_valid" | "mediator_recused" | "message_entered_by_hand" | "message_not_parked" | "message_set_aside" | "method_not_allowed" | "name_taken" | "no_courts_below" | "no_payment_content" | "no_sham_review" | "no_such_route" | "nobody_holds" | "not_above_holder" | "not_acceptable" | "not_below_holder" | "not_dispatched" | "not_found" | "not_in_series" | "not_json" | "not_labour_dispute" | "not_on_this_track" | "not_over_head_office" | "not_right_above" | "not_right_below" | "not_your_role" | "nothing_left_to_enforce" | "notices_missing" | "objection_day_wrong" | "objection_not_valid" | "objection_out_of_time" | "occurred_before_previous_fact" | "occurred_in_future" | "one_listed" | "online_consent_missing" | "online_refused" | "only_referring_court" | "operator_missing" | "order_objection_late" | "organisation_cycle" | "organisation_declined_before" | "organisation_full" | "organisation_not_active" | "organisation_not_for_review" | "organisation_not_listed" | "other_means_not_open" | "outcome_settled" | "outside_term" | "package_too_large" | "parameter_invalid" | "part_unknown" | "particulars_fixed" | "particulars_missing" | "parties_incomplete" | "party_data_not_shared" | "party_refused" | "party_succeeded" | "party_unknown" | "payer_not_bound" | "payment_content_missing" | "payment_order_conditions" | "payment_order_pending" | "people_mediation_is_free" | "performance_not_breached" | "performance_not_due" | "performance_unproven" | "performed_as_whole" | "performed_before_agreement" | "phone_invalid" | "plaintiff_required" | "platform_dialect_unknown" | "platform_duties_invalid" | "platform_fetches_nothing" | "platform_has_no_list" | "platform_mapping_invalid" | "platform_message_differs" | "platform_message_no_id" | "platform_message_stale" | "platform_message_unsafe" | "platform_nonce_reused" | "platform_not_valid" | "platform_of_another_court" | "platform_settings_invalid" | "platform_signature_invalid" | "platform_signature_unavailable" | "platform_unavailable" | "possible_duplicate" | "preservation_bars_payment_order" | "preservation_missing" | "procedure_already_open" | "procedure_stands" | "query_malformed" | "reconciliation_not_open" | "record_decides" | "record_of_others" | "recorder_missing" | "recording_not_agreed" | "refer_back_first" | "referral_taken_back" | "referring_body_not_active" | "registration_not_open" | "replay_range_empty" | "report_awaited" | "result_already_reported" | "review_already_extended" | "review_term_over" | "review_window_closed" | "route_not_here" | "route_required" | "ruling_already_received" | "scope_missing" | "scope_not_grantable" | "series_too_large" | "service_means_not_allowed" | "session_not_yet" | "session_unknown" | "sham_found" | "sham_review_open" | "sharing_consent_missing" | "sharing_ground_untold" | "sheet_columns" | "sheet_malformed" | "sheet_old_format" | "sheet_row_invalid" | "sheet_too_large" | "sheet_unsafe" | "signature_kind_unavailable" | "signature_secret_invalid" | "signer_not_required" | "signing_clause_missing" | "source_without_party" | "special_authority_missing" | "statement_already_received" | "statement_on_same_claim" | "statement_requested" | "status_unchanged" | "succession_day_wrong" | "succession_ground_wrong" | "suit_already_deemed" | "suit_pending" | "suspension_result_not_here" | "term_not_started" | "term_over" | "term_used_up" | "terms_not_certain" | "too_busy" | "too_many_consumers" | "too_many_endpoints" | "too_many_entries" | "too_many_keys" | "too_many_requests" | "too_many_secrets" | "too_many_streams" | "track_already_used" | "track_not_in_force" | "track_not_used_by_court" | "unknown_code" | "unknown_reference" | "urging_open" | "version_not_reached" | "version_stale" | "waiver_not_allowed" | "webhook_header_not_allowed" | "webhook_url_invalid" | "withdrawal_pending" | "written_form_required" | "wrong_actor";
  /** A sentence for people, in Chinese or English. */
  detail: string;
}

/** The body of rules that the organisation's kind brings; it decides who must sign and so the effective date. */
export type Body = "people" | "labour" | "commercial" | "chamber" | "industry" | "individual_invited" | "lawyer" | "administrative" | "notary" | "consumer" | "governance_centre";

/** A body of rules, and the days on which it has rules of its own. */
export interface BodyRowView {
  valid_from: string | null;
  valid_to: string | null;
  sources: Array<string>;
  /** How well it is known: text_seen, secondary, from_memory, and so on. */
  mark: string;
  note: string;
  body: string;
  zh: string;
  en: string;
}

/** The record that an instalment was not performed by its day. */
export interface BreachView {
  breached_on: string;
  by: "report" | "time";
}

/**
 * What may be sent.
 * closed      as much as the endpoint takes
 * open        nothing until an instant; what waits keeps waiting and no attempt is used up
 * half_open   one, as a probe
 * ramp        1, 2, 4 … at once, until the endpoint's own bound is reached
 */
export type BreakerState = "closed" | "open" | "half_open" | "ramp";

export interface CancelSessionFacts {
  session_id: string;
  /** Code of the list `session_cancel_reason`; lists grow. */
  reason: string;
}

/** A scheduled session is called off. */
export interface CancelSessionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "cancel_session";
  session_id: string;
  reason: "party_request" | "mediator_unavailable" | "rescheduled" | "emergency" | "other";
}

/** The organisation has room for more, little, or none, from a day on. */
export interface CapacityChange {
  change: "set";
  valid_from: string;
  capacity: "open" | "limited" | "full";
}

/** All numbers of the case, oldest first. */
export interface CaseNumberList {
  items: Array<CaseNumberView>;
}

/** A number under which somebody keeps the case. Court numbers 案号 are checked and normalised. */
export interface CaseNumberRequest {
  kind: "court" | "platform" | "partner" | "mediation" | "archive";
  number: string;
}

/** A case number as given and as compared. */
export interface CaseNumberView {
  id: string;
  kind: "court" | "platform" | "partner" | "mediation" | "archive";
  original: string;
  normalised: string;
}

/** A cause of action 案由 and the list that it is taken from. */
export interface CauseRequest {
  code: string;
  version?: string;
}

/** A cause of action and its list. */
export interface CauseView {
  code: string;
  version: string;
}

/** What organisations of a body may do on a track. */
export interface CellView {
  valid_from: string | null;
  valid_to: string | null;
  sources: Array<string>;
  /** How well it is known: text_seen, secondary, from_memory, and so on. */
  mark: string;
  note: string;
  track: string;
  body: string;
  ruling: "allowed" | "refused" | "conditional";
  conditions: Array<string>;
}

/** Another certificate number from a day on. */
export interface CertificateChange {
  change: "certify";
  valid_from: string;
  certificate_number: string;
}

/** Send the challenge again; the one before counts no more. */
export interface ChallengeEndpoint {
  action: "challenge";
}

/** Other settings; what is not given stays as it is. */
export interface ChangeEndpoint {
  action: "change";
  /** Where to, by https. Another address has to pass a challenge again. */
  url?: string | null;
  /** For people; null takes it away. */
  description?: string | null;
  /** `thin`: the event as the feed has it; `full`: with the referral beside it, without personal data. */
  payload?: Payload | null;
  /** Types of event, exact or all of a kind as `referral.*`; an empty list: every event. */
  types?: Array<string> | null;
  /** Only events that one of these courts is told too; an empty list: of all. */
  court_ids?: Array<string> | null;
  /** Only events that one of these organisations is told too; an empty list: of all. */
  organisation_ids?: Array<string> | null;
  /** All of them anew. Sent with each delivery, for gateways. Their values are shown to nobody again. */
  headers?: Record<string, string> | null;
  /** Most deliveries a second; null: no limit of its own. */
  rate_per_second?: number | null;
  /** For one attempt, in seconds. */
  timeout_seconds?: number | null;
  /** Seconds before each further attempt; null: the schedule of the service, about three days. */
  schedule_seconds?: Array<number> | null;
  /** What happens behind an event that cannot be delivered: `strict`, the later ones of its referral wait; `bounded`, it is parked after `park_after_hours` and they go on. Other referrals wait only with `order_over` `endpoint`. */
  ordering?: Ordering | null;
  /** Over what deliveries are in one order: `referral`, each referral for itself, beside the others; `endpoint`, all of them, one at a time by `position`, so that whatever cannot be delivered holds up everything behind it. It cannot be changed while a delivery is under way. */
  order_over?: OrderOver | null;
  /** Only with `bounded`. */
  park_after_hours?: number | null;
  /** Kinds of signature, which all stand in one header: `v1` HMAC-SHA256, `v1a` Ed25519, `v1sm` SM2, `v1sm3` HMAC-SM3. `rfc9421` adds HTTP message signatures with Ed25519 in headers of their own; alone it has `v1a` beside it. */
  signing?: Array<SignatureKind> | null;
}

/** What can happen to a record after it was registered; the values are stored and part of the contract. */
export type ChangeKind = "rename" | "move" | "lineage" | "set" | "add_track" | "end_track" | "set_status" | "train" | "certify" | "identify" | "rescope" | "set_scopes" | "disable" | "enable" | "end";

/** A page of a record's history, in the order in which it was entered. */
export interface ChangeList {
  items: Array<ChangeView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** A record and the line that was added to its history. */
export interface ChangeMade {
  /** The record. */
  id: string;
  change_id: string;
}

/** One line of a record's history. */
export interface ChangeView {
  id: string;
  /** `lineage`: somebody above was moved. */
  change: ChangeKind;
  /** First day on which it holds; of an end the last day. */
  valid_from: string;
  /** The fields that were given. */
  details: Record<string, unknown>;
  /** Who entered it. */
  client_id: string;
  recorded_at: string;
}

/** What can happen to a channel. */
export type ChannelChange = ScopeChange | EndChange;

/** A page of channels. */
export interface ChannelList {
  items: Array<ChannelView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** An agreement between a court and an organisation to send and take disputes. */
export interface ChannelRequest {
  valid_from: string;
  valid_to?: string | null;
  court_id: string;
  organisation_id: string;
  mode: "hq_to_hq" | "point_to_point";
  form: "online" | "in_court" | "mixed";
  /** Whether a cause outside the scope is refused, not warned about. */
  strict?: boolean;
  /** Causes whose subtrees are the scope; none: every cause. */
  cause_roots?: Array<string>;
  scope_text?: string | null;
  /** Between head offices: whether courts below may use it where they have none. */
  for_courts_below?: boolean;
}

/** A channel. */
export interface ChannelView {
  id: string;
  court_id: string;
  organisation_id: string;
  mode: "hq_to_hq" | "point_to_point";
  form: "online" | "in_court" | "mixed";
  strict: boolean;
  cause_roots: Array<string>;
  scope_text: string | null;
  /** Beginning of the region codes of the courts below that may use it; null: only its own court. */
  court_scope: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface CheckConflictFacts {
  conflict_id: string;
  mediator_id: string;
  /** Code of the list `conflict_state`; lists grow. */
  decision: string;
  earlier_count: number;
  declared_count: number;
  own_count?: number;
  namesake_count?: number;
}

/** The organisation looks in what it sees: matters of these parties that the mediator had, relations disclosed. */
export interface CheckConflictRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "check_conflict";
  mediator_id: string;
}

export interface ChoiceRecordedByRecordChoice {
  action: "record_choice";
  kind: "pre_filing" | "post_filing";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | "consulting";
  state_after: "submitted" | "consulting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordChoiceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Choice of the parties recorded 当事人选择已记录. */
export interface ChoiceRecordedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "choice.recorded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ChoiceRecordedByRecordChoice;
  links: {
    referral: string;
  };
}

export interface ClaimAddedByAddClaim {
  action: "add_claim";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AddClaimFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Claim added 请求已登记. */
export interface ClaimAddedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "claim.added";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ClaimAddedByAddClaim;
  links: {
    referral: string;
  };
}

/** All claims, oldest first. */
export interface ClaimList {
  items: Array<ClaimView>;
  revealed: boolean;
}

/** One claim of a party. */
export interface ClaimRequest {
  kind: "payment" | "performance" | "apology" | "restitution" | "dissolution" | "other";
  amount?: string | null;
  /** Personal data: kept encrypted, in no event. */
  text?: string | null;
}

export interface ClaimSettledBySettleClaim {
  action: "settle_claim";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SettleClaimFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Claim settled 请求已有结果. */
export interface ClaimSettledEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "claim.settled";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ClaimSettledBySettleClaim;
  links: {
    referral: string;
  };
}

/** One claim of one party, and what became of it. */
export interface ClaimView {
  id: string;
  party_id: string;
  kind: "payment" | "performance" | "apology" | "restitution" | "dissolution" | "other";
  amount: string | null;
  outcome: "open" | "agreed" | "withdrawn" | "not_agreed";
  made_on: string;
  settled_on: string | null;
  settled_amount: string | null;
  text: string | null;
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

/** What can happen to a client. */
export type ClientChange = ClientRenameChange | ClientScopesChange | DisableChange | EnableChange;

/** A page of clients. */
export interface ClientList {
  items: Array<ClientView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** Another name, at once. */
export interface ClientRenameChange {
  change: "rename";
  name: string;
}

/** A program of one tenant. */
export interface ClientRequest {
  tenant_id: string;
  name: string;
  scopes: Array<Scope>;
  /** When its first key ends; never, if not given. */
  expires_at?: string | null;
}

/** What all keys of the client may do, at once. */
export interface ClientScopesChange {
  change: "set_scopes";
  scopes: Array<Scope>;
}

/** A client and its keys, oldest first. */
export interface ClientView {
  id: string;
  tenant_id: string;
  name: string;
  scopes: Array<Scope>;
  recorded_at: string;
  disabled_at: string | null;
  keys: Array<KeyView>;
}

/** What a transition does to one legal period. */
export interface ClockOpView {
  verb: "start" | "stop" | "miss" | "settle" | "pause" | "resume" | "extend" | "reopen";
  rule: "T01" | "T02" | "T03" | "T04" | "T05" | "T06" | "T07" | "T08" | "T08S" | "T09" | "T10" | "T11" | "T12" | "T13" | "T14" | "T15" | "T16" | "T17" | "T18" | "T19" | "T20" | "T21" | "T22" | "T23" | "T24" | "T25" | "T26" | "T27" | "T28" | "T29" | "T30" | "T31" | "REPORT" | "FEEDBACK" | "URGE" | "FEE" | "PERFORM" | "BREACH" | "TERM";
  only_when: string | null;
}

/** States of one legal clock. */
export type ClockState = "running" | "paused" | "met" | "missed";

export interface CloseByOtherMeansFacts {
  /** Code of the list `closure_code`; lists grow. */
  closure: string;
}

/** The court closes an entrusted case as ended by other means 以其他方式结案. */
export interface CloseByOtherMeansRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "close_by_other_means";
}

export interface CloseEnforcementRoundFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** No property was found: the court closes this round 终结本次执行程序. */
export interface CloseEnforcementRoundRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "close_enforcement_round";
}

export interface CloseFacts {
  /** Code of the list `closure_code`; lists grow. */
  closure: string;
}

/** The court closes a referral that no organisation holds. */
export interface CloseRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "close";
}

/** How the mediation region closed. */
export type Closure = "agreed" | "partly_agreed" | "performed_at_once" | "withdrawn_after_settlement" | "registered" | "advised_to_sue" | "returned" | "taken_back" | "mediation_statement" | "closed_by_other_means" | "deemed_withdrawn" | "to_trial" | "to_arbitration" | "transferred_sham";

/** Names of all lists. */
export interface CodeListNames {
  items: Array<string>;
}

/** One list, in the order in which people read it. */
export interface CodeListView {
  name: string;
  codes: Array<CodeView>;
}

/** One code with its labels and sources. */
export interface CodeView {
  code: string;
  zh: string;
  en: string;
  /** In the language of the answer; Chinese where there is no English name. */
  label: string;
  sources: Array<string>;
  /** First day on which it may be chosen; null: as old as its list. */
  valid_from: string | null;
  /** Last such day; null: no end is known. */
  valid_to: string | null;
  note: string;
}

export type CommitBatchAnswer = ConsumerView | ConsumerRehearsal;

/** What is done. */
export interface CommitRequest {
  /** Of the lease. */
  token: string;
  /** `next` of the batch, or a cursor inside it. */
  cursor: string;
}

export interface CompleteEnforcementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  term_ids?: Array<string>;
}

/** All was enforced, or the settlement performed 执行完毕. */
export interface CompleteEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "complete_enforcement";
}

export interface ConfirmAgreementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court rules the agreement valid 裁定有效. */
export interface ConfirmAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "confirm_agreement";
}

export type ConfirmCancelFacts = Record<string, unknown>;

/** The organisation agrees that the referral is called off; it no longer sees the referral afterwards. */
export interface ConfirmCancelRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "confirm_cancel";
}

export interface ConflictCheckedByCheckConflict {
  action: "check_conflict";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CheckConflictFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Checked for a conflict of interest 利益冲突已核查. */
export interface ConflictCheckedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "conflict.checked";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ConflictCheckedByCheckConflict;
  links: {
    referral: string;
  };
}

export interface ConflictDecidedByDecideConflict {
  action: "decide_conflict";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DecideConflictFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Recusal decided 回避已决定. */
export interface ConflictDecidedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "conflict.decided";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ConflictDecidedByDecideConflict;
  links: {
    referral: string;
  };
}

export interface ConflictDisclosedByDiscloseConflict {
  action: "disclose_conflict";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DiscloseConflictFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ConflictDisclosedByRecordOtherRole {
  action: "record_other_role";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordOtherRoleFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Relation disclosed 利害关系已披露. */
export interface ConflictDisclosedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "conflict.disclosed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ConflictDisclosedByDiscloseConflict | ConflictDisclosedByRecordOtherRole;
  links: {
    referral: string;
  };
}

/** All conflicts and checks, oldest first. */
export interface ConflictList {
  items: Array<ConflictView>;
}

/** A check for a conflict of interest, a relation that was disclosed, or another role of a mediator in the case. */
export interface ConflictView {
  id: string;
  mediator_id: string;
  raised_by: "check" | "role" | "mediator" | "party";
  raised_on: string;
  decision: "clear" | "found" | "open" | "recused" | "waived" | "unfounded" | "barred";
  relation: "near_relative" | "interest" | "other_relation" | null;
  role: "juror" | "agent" | "witness" | "appraiser" | "interpreter" | null;
  party_id: string | null;
  /** Of a check: matters with a party in common that the mediator had. */
  earlier_count: number;
  /** Of a check: relations and roles recorded in such matters. */
  declared_count: number;
  /** Of a check: parties and representatives of this matter with the mediator's identity number. */
  own_count: number;
  /** Of a check: natural persons among them with the mediator's name; names collide. */
  namesake_count: number;
  decided_on: string | null;
  waived_by: Array<string>;
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

/** All consents, oldest first. */
export interface ConsentList {
  items: Array<ConsentView>;
}

export interface ConsentRecordedByRecordConsent {
  action: "record_consent";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordConsentFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Consent recorded 同意与否已记录. */
export interface ConsentRecordedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "consent.recorded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ConsentRecordedByRecordConsent;
  links: {
    referral: string;
  };
}

/** What a party said on one matter on one day. */
export interface ConsentRequest {
  kind: "mediate" | "online" | "electronic_service" | "recording" | "data_sharing" | "extension" | "appraisal";
  given: boolean;
  given_on: string;
}

/** What a party said on one matter; the latest of a kind stands. */
export interface ConsentView {
  id: string;
  party_id: string;
  kind: "mediate" | "online" | "electronic_service" | "recording" | "data_sharing" | "extension" | "appraisal";
  given: boolean;
  given_on: string;
}

export type ConsultFacts = Record<string, unknown>;

/** Whoever has the application begins to ask the parties 征询意见. */
export interface ConsultPartiesRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "consult";
}

/** A court or another referring body takes a dispute in and asks the parties first 征询意见. */
export interface ConsultRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  parties: Array<PartyRequest>;
  /** Whether it is mediated on the court platform; decides the track. */
  on_court_platform?: boolean;
  cause?: CauseRequest | null;
  claim_amount?: string | null;
  /** The referrer's own key for the referral. */
  court_reference?: string | null;
  case_numbers?: Array<CaseNumberRequest>;
  /** Day of filing 立案日期; needed after filing. */
  filed_on?: string | null;
  /** Needed after filing: it decides the term. */
  procedure_type?: "ordinary" | "summary" | "small_claims" | null;
  /** Clerk of the court 书记员; kept encrypted. */
  clerk?: string | null;
  /** Judge of the case 承办法官; kept encrypted. */
  judge?: string | null;
  /** 事实与理由; kept encrypted. */
  facts_and_reasons?: string | null;
  /** Whether preservation 保全 was ordered. */
  preservation?: boolean;
  /** Its day; only with `preservation`. */
  preserved_on?: string | null;
  priority?: "normal" | "high" | "urgent";
  sensitivities?: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  /** Who sent the dispute in. */
  intake_source?: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer?: "court" | "organisation" | "association" | "finance" | "none" | null;
  /** Of a labour dispute: already arbitrated, or a claim on a written wage debt 工资欠条. */
  arbitration?: "arbitrated" | "wage_iou" | null;
  /** The dispute that this referral goes on with. */
  dispute_id?: string | null;
  /** Referrals named as possible duplicates that were looked at and are about another matter. */
  distinct_from?: Array<string>;
  /** The series 系列案 that it belongs to. */
  series_id?: string | null;
  action: "consult";
  /** `pre_filing` 委派, usual for a court; `post_filing` 委托; `transferred` 移送, usual for another body. `assisted` 邀请调解 where a judge mediates. */
  kind?: "pre_filing" | "post_filing" | "transferred" | "assisted" | null;
  /** Whether the case is in its trial stage, second instance included; only after filing. */
  in_trial?: boolean;
}

/** All consumers of the tenant by name. */
export interface ConsumerList {
  items: Array<ConsumerView>;
}

/** What a write with `dry_run=true` answers: it would be done. */
export interface ConsumerRehearsal {
  name: string;
  dry_run: true;
}

/** The answer to a removal. */
export interface ConsumerRemoved {
  name: string;
  removed: true;
}

/** A consumer as it is wanted. */
export interface ConsumerRequest {
  /** Types of event, or `referral.*`; empty for all. */
  types?: Array<string>;
  /** Only events that this court received too. */
  court_id?: string | null;
  /** Only events that this organisation received too. */
  organisation_id?: string | null;
  /** Where a new consumer begins; one that is there stays. */
  start?: PlaceRequest;
}

/** A consumer. */
export interface ConsumerView {
  name: string;
  types: Array<string>;
  court_id: string | null;
  organisation_id: string | null;
  /** Everything up to here was committed. */
  position: number;
  /** The same place as a cursor. */
  cursor: string;
  /** Entries behind it, those that the filter will keep back included. */
  behind_count: number;
  /** End of the last lease that was not committed to its end. */
  leased_until: string | null;
  created_at: string;
  moved_at: string;
}

/** All contacts, oldest first. */
export interface ContactList {
  items: Array<ContactView>;
}

export interface ContactPartyFacts {
  party_id: string;
  purpose: string;
  /** Code of the list `contact_means`; lists grow. */
  means: string;
  /** Code of the list `contact_result`; lists grow. */
  result: string;
}

/** The organisation tried to reach one party. */
export interface ContactPartyRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "contact_party";
  party_id: string;
  means: "phone" | "sms" | "wechat" | "in_person" | "letter" | "platform" | "other";
  result: "consents" | "refuses" | "not_reached" | "undecided";
  /** Personal data: kept encrypted, in no event. */
  statement?: string | null;
}

/** One question put to one party; what was said is not shown. */
export interface ContactView {
  id: string;
  party_id: string;
  purpose: "consultation" | "contact";
  contacted_on: string;
  means: "phone" | "sms" | "wechat" | "in_person" | "letter" | "platform" | "other";
  result: "consents" | "refuses" | "not_reached" | "undecided";
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

export interface CorrectPerformanceFacts {
  /** Code of the list `correction_reason`; lists grow. */
  reason: string;
  performance_id?: string;
  term_id?: string;
  amount?: string;
  left?: string;
  instalment_state?: string;
  message_id?: string;
}

/** A performance was recorded in error; the record stays, marked, and what is owed or breached is so again. */
export interface CorrectPerformanceRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "correct_performance";
  /** The record, as in `GET …/performance`; null for that of the whole agreement. */
  performance_id?: string | null;
  reason: "wrong_referral" | "wrong_person" | "wrong_content" | "duplicate" | "other";
  explanation: string;
}

export interface CorrectRecordFacts {
  /** Code of the list `record_kind`; lists grow. */
  record_kind: string;
  record_id: string;
  /** Code of the list `correction_reason`; lists grow. */
  reason: string;
  message_id?: string;
}

/** An entry was made in error; it stays, marked, and nothing that followed from other entries changes 录入有误. */
export interface CorrectRecordRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "correct_record";
  kind: "contact" | "session" | "claim" | "material" | "notice" | "conflict";
  /** Its id in the list of that kind. */
  record_id: string;
  reason: "wrong_referral" | "wrong_person" | "wrong_content" | "duplicate" | "other";
  explanation: string;
}

/** What can happen to a court. */
export type CourtChange = RenameChange | AddTrackChange | EndTrackChange | SettingsChange | EndChange;

/** Codes of courts, in their order. */
export interface CourtCodePage {
  items: Array<CourtCodeView>;
  next: string | null;
}

/** A court's code 法院代字 as published. */
export interface CourtCodeView {
  code: string;
  name: string;
  level: string;
  region_code: string | null;
  valid_from: string | null;
  valid_to: string | null;
  source: string;
}

/** A page of courts. */
export interface CourtList {
  items: Array<CourtView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** A court to be registered. */
export interface CourtRequest {
  valid_from: string;
  valid_to?: string | null;
  name: string;
  level: "supreme" | "high" | "intermediate" | "basic";
  /** 法院代字, as published in its case numbers. */
  court_code?: string | null;
  /** GB/T 2260. */
  region_code?: string | null;
  /** Whether it takes acceptances after the window closed. */
  late_acceptance?: boolean;
  /** What a likely duplicate meets. */
  duplicate_policy?: "warn" | "block";
  /** Whether an agreement reached after filing may be judicially confirmed. */
  confirmation_after_entrustment?: "refused" | "after_withdrawal" | "allowed";
  /** Whether the term starts anew when another organisation takes over an accepted referral; with the same one it always goes on. */
  term_on_reassignment?: "restart" | "continue";
  /** Days to pay the court fee where a notice names no day. */
  fee_notice_days?: number;
  /** When it wants to be warned before last days, by group; defaults for a group that is not named. */
  lead_times?: Array<LeadTimeRequest>;
  /** Whether the term stands still while mediation is suspended. */
  suspension_pauses_term?: boolean;
  /** Whether the window for acceptance runs on or starts anew when a head office dispatches down. */
  acceptance_on_dispatch?: "run_on" | "restart";
  /** What an offer to an organisation meets that says it is full. */
  full_organisation?: "warn" | "refuse";
  /** Whether the court makes mediation statements without a registered case 诉前调书. */
  statement_before_filing?: "refused" | "allowed";
  tracks: Array<TrackRequest>;
}

/** A court. */
export interface CourtView {
  id: string;
  name: string;
  level: "supreme" | "high" | "intermediate" | "basic";
  court_code: string | null;
  region_code: string | null;
  late_acceptance: boolean;
  duplicate_policy: "warn" | "block";
  confirmation_after_entrustment: "refused" | "after_withdrawal" | "allowed";
  term_on_reassignment: "restart" | "continue";
  fee_notice_days: number;
  /** Groups that are not named have the defaults. */
  lead_times: Array<LeadTimeView>;
  suspension_pauses_term: boolean;
  acceptance_on_dispatch: "run_on" | "restart";
  full_organisation: "warn" | "refuse";
  statement_before_filing: "refused" | "allowed";
  tracks: Array<TrackView>;
  valid_from: string;
  valid_to: string | null;
}

/** One organisation's turn. */
export interface CustodyLink {
  organisation_id: string;
  /** `offered` by whoever referred, `dispatched` from above, `referred_back` from below, or `recalled`. */
  act: Act;
  /** The organisation whose act it was; null: whoever referred, or the parties. */
  passed_by: string | null;
  /** 0: the organisation that was named; 1: below it; and so on down. */
  level: number;
  held_from: string;
  held_until: string | null;
  accepted_on: string | null;
  ending: string | null;
  reason: string | null;
}

/** Who had the referral, from when to when, by whose act; who was named and who mediates or mediated. */
export interface CustodyView {
  /** Whether it came over a channel between head offices 总对总. */
  over_head_office: boolean;
  /** The organisation on the court's letter. */
  named_organisation_id: string | null;
  /** The one that accepted, if any: its seal, its subsidy, its place for the court that is competent. */
  mediating_organisation_id: string | null;
  holder_id: string | null;
  /** Null where nobody has to accept. */
  acceptance: AcceptanceWindow | null;
  /** Oldest first. */
  links: Array<CustodyLink>;
}

export interface DataSharedByShareData {
  action: "share_data";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ShareDataFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Data opened to somebody above 已登记信息提供. */
export interface DataSharedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "data.shared";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DataSharedByShareData;
  links: {
    referral: string;
  };
}

export interface DeadlineApproachingData {
  deadline_id: string;
  rule: string;
  region: string;
  raw_end_on: string;
  due_on: string;
  days_left: number;
  provisional: boolean;
  lead_days: number;
  /** Code of the list `lead_unit`; lists grow. */
  lead_unit: string;
  /** Code of the list `referral_kind`; lists grow. */
  kind: string;
  /** Code of the list `track`; lists grow. */
  track: string;
  stage: string;
  court_id: string | null;
  referring_body_id: string | null;
  referral_id: string;
  referral_version: number;
  sources: Array<string>;
}

/** Deadline approaching 期限临近. */
export interface DeadlineApproachingEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "deadline.approaching";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DeadlineApproachingData;
  links: {
    referral: string;
  };
}

/** All periods, oldest first. */
export interface DeadlineList {
  items: Array<DeadlineView>;
  /** After filing; the first fifteen or seven days count. */
  trial_term_exclusions: Array<ExclusionView>;
}

export interface DeadlineMissedByLapseConfirmation {
  action: "lapse_confirmation";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "agreement_effective" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: LapseConfirmationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByLapsePreservation {
  action: "lapse_preservation";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: LapsePreservationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissApplicationDecision {
  action: "miss_application_decision";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissApplicationDecisionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissAppointment {
  action: "miss_appointment";
  kind: "pre_filing";
  track: "pre_filing_2022";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | "consulting" | "unassigned";
  state_after: "submitted" | "consulting" | "unassigned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissAppointmentFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissChoice {
  action: "miss_choice";
  kind: "pre_filing";
  track: "pre_filing_2022";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | "consulting";
  state_after: "submitted" | "consulting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissChoiceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissConfirmationRuling {
  action: "miss_confirmation_ruling";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "under_review" | "supplementing";
  state_after: "under_review" | "supplementing";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissConfirmationRulingFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissContact {
  action: "miss_contact";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2022" | "direct";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "suspended";
  state_after: "accepted" | "contacting" | "suspended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissContactFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissOrderDecision {
  action: "miss_order_decision";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissOrderDecisionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissOrderNotice {
  action: "miss_order_notice";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissOrderNoticeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissRegistrationDecision {
  action: "miss_registration_decision";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: "handed_over";
  state_after: "handed_over";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissRegistrationDecisionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissReportBack {
  action: "miss_report_back";
  kind: "transferred";
  track: "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "closed";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissReportBackFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissReview {
  action: "miss_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByMissUrge {
  action: "miss_urge";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissUrgeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface DeadlineMissedByPassLabourTerm {
  action: "pass_labour_term";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "overdue" | "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  state_after: "overdue" | "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: PassLabourTermFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Deadline missed 期限已错过. */
export interface DeadlineMissedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "deadline.missed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DeadlineMissedByMissChoice | DeadlineMissedByMissAppointment | DeadlineMissedByMissContact | DeadlineMissedByPassLabourTerm | DeadlineMissedByMissReportBack | DeadlineMissedByLapseConfirmation | DeadlineMissedByMissUrge | DeadlineMissedByLapsePreservation | DeadlineMissedByMissApplicationDecision | DeadlineMissedByMissConfirmationRuling | DeadlineMissedByMissOrderNotice | DeadlineMissedByMissOrderDecision | DeadlineMissedByMissReview | DeadlineMissedByMissRegistrationDecision;
  links: {
    referral: string;
  };
}

export interface DeadlineRecomputedByRecomputeDeadlines {
  action: "recompute_deadlines";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecomputeDeadlinesFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Deadlines computed anew 期限已重新计算. */
export interface DeadlineRecomputedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "deadline.recomputed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DeadlineRecomputedByRecomputeDeadlines;
  links: {
    referral: string;
  };
}

/** One legal period of the referral. */
export interface DeadlineView {
  id: string;
  rule: RuleId;
  region: Machine;
  state: ClockState;
  /** Day of the starting event; it is not counted. */
  started_on: string;
  /** Last day before it is moved off rest days. */
  raw_end_on: string;
  /** Last day, inclusive; null while paused. */
  due_on: string | null;
  /** True while the holiday notice of a year concerned is not published. */
  provisional: boolean;
  paused_on: string | null;
  paused_days: number;
  closed_on: string | null;
  /** The instalment, where it is the clock of one. */
  term_id: string | null;
}

export interface DecideConflictFacts {
  conflict_id: string;
  mediator_id: string;
  /** Code of the list `conflict_decision`; lists grow. */
  decision: string;
  waived_by: Array<string>;
}

/** The mediator leaves, or all parties keep it, or there is no such relation. */
export interface DecideConflictRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "decide_conflict";
  conflict_id: string;
  decision: "recused" | "waived" | "unfounded";
  /** With `waived`: the parties that keep the mediator, all. */
  waived_by?: Array<string>;
}

export interface DeclineFacts {
  /** Code of the list `decline_reason`; lists grow. */
  reason: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The organisation refuses in writing 不接受; it no longer sees the referral afterwards. */
export interface DeclineRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "decline";
  reason: "outside_charter" | "outside_expertise" | "otherwise_unsuitable";
  explanation: string;
}

export interface DeclineSuitFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The creditor says that it wants no suit 不同意起诉; silence is a suit. */
export interface DeclineSuitRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "decline_suit";
}

export interface DeemApplicationWithdrawnFacts {
  procedure_kind: string;
  /** Code of the list `deemed_withdrawal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court takes the application as withdrawn 按撤回申请处理. */
export interface DeemApplicationWithdrawnRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "deem_application_withdrawn";
  reason: "materials_not_supplied" | "questioning_refused";
}

export interface DeemSuitFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  filed_on: string;
}

export interface DeemWithdrawnFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The fee was not paid in time: the suit counts as withdrawn 按自动撤诉处理. */
export interface DeemWithdrawnRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "deem_withdrawn";
}

/** The court offers the referral to an organisation after consultation 委派. */
export interface DelegateAgainRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "delegate";
  organisation_id: string;
}

export interface DelegateFacts {
  organisation_id: string;
}

/** A court or another referring body hands a dispute to an organisation 委派, 委托, 移送. */
export interface DelegateRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  parties: Array<PartyRequest>;
  /** Whether it is mediated on the court platform; decides the track. */
  on_court_platform?: boolean;
  cause?: CauseRequest | null;
  claim_amount?: string | null;
  /** The referrer's own key for the referral. */
  court_reference?: string | null;
  case_numbers?: Array<CaseNumberRequest>;
  /** Day of filing 立案日期; needed after filing. */
  filed_on?: string | null;
  /** Needed after filing: it decides the term. */
  procedure_type?: "ordinary" | "summary" | "small_claims" | null;
  /** Clerk of the court 书记员; kept encrypted. */
  clerk?: string | null;
  /** Judge of the case 承办法官; kept encrypted. */
  judge?: string | null;
  /** 事实与理由; kept encrypted. */
  facts_and_reasons?: string | null;
  /** Whether preservation 保全 was ordered. */
  preservation?: boolean;
  /** Its day; only with `preservation`. */
  preserved_on?: string | null;
  priority?: "normal" | "high" | "urgent";
  sensitivities?: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  /** Who sent the dispute in. */
  intake_source?: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer?: "court" | "organisation" | "association" | "finance" | "none" | null;
  /** Of a labour dispute: already arbitrated, or a claim on a written wage debt 工资欠条. */
  arbitration?: "arbitrated" | "wage_iou" | null;
  /** The dispute that this referral goes on with. */
  dispute_id?: string | null;
  /** Referrals named as possible duplicates that were looked at and are about another matter. */
  distinct_from?: Array<string>;
  /** The series 系列案 that it belongs to. */
  series_id?: string | null;
  action: "delegate";
  /** `pre_filing` 委派, usual for a court; `post_filing` 委托; `transferred` 移送, usual for another body. */
  kind?: "pre_filing" | "post_filing" | "transferred" | null;
  /** Whether the case is in its trial stage, second instance included; only after filing. */
  in_trial?: boolean;
  organisation_id: string;
}

/** A page of deliveries by position. */
export interface DeliveryList {
  items: Array<DeliveryView>;
  /** Give it as `after`. */
  next: string | null;
}

export interface DeliveryParkedData {
  endpoint_id: string;
  event_id: string;
  event_type: string;
  event_position: number;
  reason: string;
  attempt_count: number;
  referral_id: string | null;
  referral_version: number | null;
}

/** Delivery of an event parked 推送已搁置. */
export interface DeliveryParkedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "delivery.parked";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DeliveryParkedData;
  links: {
    referral: string;
  };
}

/** One step of a chain, with everything that its hash is made of beside the ids of the document. */
export interface DeliveryReceipt {
  id: string;
  /** Dense from 1. */
  step: number;
  /** The event. */
  message_id: string;
  kind: AttemptKind;
  position: number | null;
  number: number;
  started_at: string;
  duration_ms: number;
  outcome: app_domain_delivery_Outcome;
  reason: string | null;
  status: number | null;
  request_headers: Record<string, string>;
  body_sha256: string;
  answer_headers: Record<string, string>;
  /** Of what is kept of the answer; of nothing where none came. */
  answer_sha256: string;
  /** Hash of the step before; empty for the first. */
  previous: string;
  /** SHA-256 over the canonical JSON of the step, `previous` included. */
  hash: string;
}

/** What is signed, as canonical JSON: sorted keys, UTF-8, no blanks. */
export interface DeliveryReceiptDocument {
  format: "sutiao-delivery-receipts-1";
  issued_at: string;
  tenant_id: string;
  endpoint_id: string;
  /** Where the endpoint is when this is issued. */
  url: string;
  referral_id: string;
  /** Whether the chain ends with the last step. */
  complete: boolean;
  receipts: Array<DeliveryReceipt>;
}

/** Receipts to be kept: the document and its signature. */
export interface DeliveryReceiptExport {
  document: DeliveryReceiptDocument;
  /** Null where the deployment has no keys of its own. */
  signature: DeliveryReceiptSignature | null;
  /** Give it as `after` for the next part of a long chain. */
  next: string | null;
}

/** The signature over `id.timestamp.document`, as a delivery has it in its headers. */
export interface DeliveryReceiptSignature {
  id: string;
  timestamp: string;
  /** Kind, comma, base64; several are separated by blanks. */
  signature: string;
  /** As `/.well-known/webhook-keys.json` names the keys, in the same order. */
  key_id: string;
}

/**
 * Where the delivery of one event to one endpoint stands.
 * `parked` went on without it, `skipped` was passed over because its owner wished so.
 */
export type DeliveryState = "waiting" | "delivered" | "parked" | "skipped";

/**
 * Whether a tenant's computer was told of what happened in a referral.
 * not_configured  it has no endpoint that these events go to; it may read its feed
 * waiting         something is on its way, or waits for an endpoint that is paused or not confirmed
 * delivered       everything arrived at each of its endpoints
 * failing         something was tried and did not arrive; it is tried again
 * parked          something was given up and waits for a person
 */
export type DeliveryStatus = "not_configured" | "waiting" | "delivered" | "failing" | "parked";

/** Whether the computer of another side of the referral was told of what happened in it. */
export interface DeliveryStatusView {
  tenant_id: string;
  /** `not_configured`: no endpoint that these events went to, it may read its feed; `waiting`: on the way; `failing`: tried and not arrived yet; `parked`: given up until a person looks. */
  status: DeliveryStatus;
}

/** One event on its way to one endpoint. There is one for each event, however often it is sent. */
export interface DeliveryView {
  /** Of the event in your feed. */
  position: number;
  event_id: string;
  type: string;
  /** Null where the event is about no referral. */
  referral_id: string | null;
  referral_version: number | null;
  /** `parked`: given up until a person replays it; `skipped`: left out on your word. */
  state: DeliveryState;
  /** Why it is parked, skipped (`owner`: on your word) or sent again (`replayed`); codes may be added. */
  reason: string | null;
  attempt_count: number;
  first_due_at: string;
  settled_at: string | null;
  /** When it is tried next; null where it is settled or waits behind another event of its referral. */
  next_due_at: string | null;
}

export interface DenyEnforcementFacts {
  procedure_kind: string;
  /** Code of the list `enforcement_denial_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court rules that the instrument is not enforced 不予执行, as when the debtor raised the time bar. */
export interface DenyEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "deny_enforcement";
  reason: "time_bar" | "notarised_wrongly" | "arbitration_flawed" | "public_interest";
}

/** Since when something is on its way out, until when it answers, and what to use instead. */
export interface DeprecationView {
  since: string;
  sunset: string | null;
  replacement: string;
  link: string;
}

/** How the two sides differ; the values are stored. */
export type DifferenceKind = "missing_there" | "missing_here" | "state_differs" | "amount_differs" | "procedure_differs" | "duty_missing_there";

/** One difference and the repair that is proposed. */
export interface DifferenceView {
  kind: DifferenceKind;
  reference: string;
  referral_id: string | null;
  ours: string | null;
  theirs: string | null;
  /** What both figures of `amount_differs` are: what the agreement comes to, all its parts together, in yuan. The amount claimed is not compared. Null for every other kind. */
  amount_of: "agreement_amount" | null;
  repair: Repair;
}

/** No key of the client opens the door, everywhere within five seconds. */
export interface DisableChange {
  change: "disable";
}

export interface DiscloseConflictFacts {
  conflict_id: string;
  mediator_id: string;
  raised_by: string;
  /** Code of the list `conflict_state`; lists grow. */
  decision: string;
  /** Code of the list `conflict_relation`; lists grow. */
  relation: string;
  party_id?: string;
  message_id?: string;
}

/** A mediator discloses a relation 披露, or a party asks for recusal 申请回避; it is then decided. */
export interface DiscloseConflictRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "disclose_conflict";
  mediator_id: string;
  relation: "near_relative" | "interest" | "other_relation";
  raised_by: "mediator" | "party";
  /** The party to whom the relation is, where it is to one. */
  party_id?: string | null;
  /** Kept encrypted as a message, in no event. */
  explanation?: string | null;
}

export interface DismissObjectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court finds the objection unfounded; the ruling stands. */
export interface DismissObjectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "dismiss_objection";
}

export interface DispatchFacts {
  organisation_id: string;
  from_id: string;
  level: number;
  listing: string;
  /** Code of the list `sharing_ground`; lists grow. */
  ground: string;
  sharing_id: string;
}

/** Whoever holds what came over a head office passes it on to one right below 转派; nobody has accepted yet. */
export interface DispatchRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "dispatch";
  organisation_id: string;
  /** On what ground the parties' data go with it; kept as a sharing record. */
  ground: "separate_consent" | "court_duty" | "statutory_duty";
  /** Which data of the parties go with it. */
  classes?: Array<"party_identity" | "claims" | "materials" | "mediation">;
  /** It is only on a higher court's roster, and agreed to be taken from there. */
  mediator_consents?: boolean;
}

/** One dispute with a page of those of its referrals that you see, oldest first. */
export interface DisputeView {
  id: string;
  referrals: Array<ReferralBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
  links: Record<string, string>;
}

export interface DocumentAddedByAddDocument {
  action: "add_document";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AddDocumentFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Document added 文件已提交. */
export interface DocumentAddedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "document.added";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DocumentAddedByAddDocument;
  links: {
    referral: string;
  };
}

/** All documents that you may see, oldest first. */
export interface DocumentList {
  items: Array<DocumentView>;
  revealed: boolean;
}

/** One document. */
export interface DocumentView {
  id: string;
  document_class: "complaint" | "application" | "identity" | "evidence" | "rights_notice" | "consent" | "signed_minutes" | "private_notes" | "offer" | "caucus" | "recording" | "agreement" | "undisputed_facts" | "end_report" | "service_address" | "presiding_proof" | "confirmation_application" | "appraisal_report" | "court_document" | "other";
  media_type: string;
  size_bytes: number;
  /** Of the content, in lower-case hex. */
  sha256: string;
  /** Role of whoever put it. */
  put_by: ActorRole;
  put_by_id: string;
  put_on: string;
  /** Whether it is a scan of an original with a seal. */
  sealed_original: boolean;
  /** Parties that signed it, where that matters. */
  signed_by: Array<string>;
  /** Of a recording: whether it stands in place of minutes. */
  replaces_minutes: boolean;
  /** Whether nobody but whoever put it ever sees it. */
  private: boolean;
  withdrawn_on: string | null;
  withdrawal_reason: "entered_in_error" | "wrong_class" | "unreadable" | "replaced" | "other" | null;
  /** Name of the file; covered unless revealed. */
  name: string | null;
  /** Address of the content. */
  content: string;
}

export interface DocumentWithdrawnByWithdrawDocument {
  action: "withdraw_document";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawDocumentFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Document withdrawn 文件已撤销. */
export interface DocumentWithdrawnEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "document.withdrawn";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: DocumentWithdrawnByWithdrawDocument;
  links: {
    referral: string;
  };
}

export interface DraftAgreementFacts {
  partial: boolean;
  term_count: number;
  /** Code of the list `agreement_form`; lists grow. */
  form?: string;
}

/**
 * The agreement is written down and awaits signatures; an oral one is recorded by a mediator.
 * Before a people's mediation committee an oral agreement is in force from the day on which it is reached, once the
 * mediator has signed the record; before other bodies the parties sign it as well.
 */
export interface DraftAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  terms: Array<TermOfAgreement>;
  /** They may sign for themselves and are not bound as parties are. */
  guarantors?: Array<GuarantorOfAgreement>;
  /** What it says of a promise that is not kept. */
  default_clause?: "none" | "stated" | "court_decides";
  /** What the parties mean to apply for with it. */
  planned?: Array<"judicial_confirmation" | "case_registration" | "mediation_statement" | "suit_withdrawal" | "transfer_to_trial" | "labour_arbitration" | "payment_order" | "arbitration_review" | "notarisation" | "enforcement">;
  /** What it settles that no court confirms. */
  subjects?: Array<"status_relation" | "property_right" | "intellectual_property" | "other_procedure">;
  /** Whether the debtor promises to accept enforcement, as notarisation needs. */
  enforcement_promised?: boolean;
  /** Whether it says that it is in force once signed; after filing the court records that. */
  signing_clause?: boolean;
  action: "draft_agreement";
  form?: "written" | "oral";
  /** The mediator who recorded an oral agreement. */
  recorded_by?: string | null;
}

/** The end of a period, both days inclusive. */
export interface DueDateView {
  rule: RuleId;
  name_zh: string;
  name_en: string;
  unit: Unit;
  length: number | null;
  start: string;
  raw_end_on: string;
  due_on: string;
  provisional: boolean;
  sources: Array<SourceView>;
}

/** A referral that you see and that may be about the same dispute. */
export interface DuplicateView {
  id: string;
  number: string;
  opened_on: string;
  /** To be sent where the new referral goes on with that dispute. */
  dispute_id: string;
}

/** What has to stand on the court's platform, by interface or by hand; the values are stored. */
export type Duty = "acceptance" | "result" | "agreement" | "confirmation_application";

/** One arrow that emits a type of event, with its names in the language of the answer. */
export interface EmissionView {
  machine: Machine;
  action: Action;
  action_label: string;
  before: string | null;
  before_label: string | null;
  after: string;
  after_label: string;
  by: Array<ActorRole>;
  tracks: Array<Track>;
  kinds: Array<Kind>;
}

/** Its living keys open the door again. */
export interface EnableChange {
  change: "enable";
}

/** An endpoint that the service disabled delivers again. */
export interface EnableEndpoint {
  /** What becomes of what waited: `resume` delivers it, `skip` leaves it out, `replay` delivers everything from a position or an instant on, again where it arrived before. */
  backlog?: Backlog;
  /** With `replay`: position in your feed. */
  from_position?: number | null;
  /** With `replay`: events recorded then or later. */
  since?: string | null;
  action: "enable";
}

export type EndAppraisalFacts = Record<string, unknown>;

/** The appraisal report is in. */
export interface EndAppraisalRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "end_appraisal";
}

/** The last day. Told again, the last word counts. */
export interface EndChange {
  change: "end";
  valid_to: string;
}

export interface EndEnforcementFacts {
  procedure_kind: string;
  /** Code of the list `enforcement_end_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court ends it for good 终结执行. */
export interface EndEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "end_enforcement";
  reason: "application_withdrawn" | "instrument_revoked" | "debtor_died" | "maintenance_creditor_died" | "debtor_destitute" | "other";
}

export interface EndFacts {
  /** Code of the list `end_reason`; lists grow. */
  reason: string;
  /** Code of the list `outcome`; lists grow. */
  outcome: string;
}

/** Why mediation ended: the eight grounds of 法释〔2021〕23号 art. 25. */
export type EndReason = "agreement_reached" | "settled_and_withdrew" | "party_unreachable" | "party_unwilling" | "differences_too_large" | "term_expired" | "refused_to_sign" | "other";

export interface EndRepresentativeFacts {
  representative_id: string;
}

/** A representative no longer acts. */
export interface EndRepresentativeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "end_representative";
  representative_id: string;
}

/** Mediation is over, for one of the statutory reasons. */
export interface EndRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "end";
  reason: EndReason;
  /** True with an agreement on part of the claims. */
  partial?: boolean;
}

/** Nothing more has to be said. */
export type EndSecretRequest = Record<string, unknown>;

/** The last day on which the court uses a track. */
export interface EndTrackChange {
  change: "end_track";
  track: Track;
  valid_to: string;
}

export interface EndUnreportedFacts {
  /** Code of the list `end_reason`; lists grow. */
  reason: string;
  /** Code of the list `outcome`; lists grow. */
  outcome: string;
}

export interface EndUnservedOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export type EndWebhookSecretAnswer = SecretEnded | EndpointRehearsal;

/** What may be done with an endpoint. A change of its address is a move; the service confirms and disables. */
export type EndpointAction = "change" | "move" | "challenge" | "confirm" | "pause" | "resume" | "enable" | "disable" | "rotate_secret" | "end_secret" | "test" | "replay" | "park" | "remove";

/** A page of health, by endpoint. */
export interface EndpointHealthList {
  items: Array<EndpointHealthView>;
  /** Give it as `after`. */
  next: string | null;
}

/** How an endpoint does; nothing of what is delivered, nor where to. */
export interface EndpointHealthView {
  endpoint_id: string;
  tenant_id: string;
  /** `pending`: the challenge was not answered yet; `paused`: by you; `disabled`: by the service, see `state_reason`; `removed`: for good. */
  state: EndpointState;
  /** `owner`: you paused it; `challenge_failed`: nobody answered the challenge in time; `gone`: the receiver answered 410; `receiver_disabled`: it asked to be left alone; `failing_too_long`: as it says; codes may be added. */
  state_reason: string | null;
  /** `open`: nothing is tried until `breaker_until`; `half_open`: one is; `ramp`: a few more each time. */
  breaker: BreakerState;
  breaker_until: string | null;
  waiting_count: number;
  /** When the longest waiting delivery was due first. */
  oldest_waiting_at: string | null;
  parked_count: number;
  failing_since: string | null;
  last_success_at: string | null;
}

/** A page of endpoints, oldest first. */
export interface EndpointList {
  items: Array<EndpointView>;
  next: string | null;
}

/** All checks passed; nothing was written. */
export interface EndpointRehearsal {
  dry_run: true;
}

/** An endpoint to be made. */
export interface EndpointRequest {
  /** Where to, by https. Another address has to pass a challenge again. */
  url: string;
  /** For people. */
  description?: string | null;
  /** `thin`: the event as the feed has it; `full`: with the referral beside it, without personal data. */
  payload?: Payload;
  /** Types of event, exact or all of a kind as `referral.*`; an empty list: every event. */
  types?: Array<string>;
  /** Only events that one of these courts is told too; an empty list: of all. */
  court_ids?: Array<string>;
  /** Only events that one of these organisations is told too; an empty list: of all. */
  organisation_ids?: Array<string>;
  /** Sent with each delivery, for gateways. Their values are shown to nobody again. */
  headers?: Record<string, string>;
  /** Most deliveries a second; null: no limit of its own. */
  rate_per_second?: number | null;
  /** For one attempt, in seconds. */
  timeout_seconds?: number;
  /** Seconds before each further attempt; null: the schedule of the service, about three days. */
  schedule_seconds?: Array<number> | null;
  /** What happens behind an event that cannot be delivered: `strict`, the later ones of its referral wait; `bounded`, it is parked after `park_after_hours` and they go on. Other referrals wait only with `order_over` `endpoint`. */
  ordering?: Ordering;
  /** Over what deliveries are in one order: `referral`, each referral for itself, beside the others; `endpoint`, all of them, one at a time by `position`, so that whatever cannot be delivered holds up everything behind it. It cannot be changed while a delivery is under way. */
  order_over?: OrderOver;
  /** Only with `bounded`. */
  park_after_hours?: number;
  /** Kinds of signature, which all stand in one header: `v1` HMAC-SHA256, `v1a` Ed25519, `v1sm` SM2, `v1sm3` HMAC-SM3. `rfc9421` adds HTTP message signatures with Ed25519 in headers of their own; alone it has `v1a` beside it. */
  signing?: Array<SignatureKind>;
}

/**
 * What an endpoint gets.
 * pending   nothing: it has not answered its challenge
 * active    everything that it wants
 * paused    its owner stopped it; what happens waits
 * disabled  switched off, because it said so, was dead for too long, or an operator wished so; what happens waits
 * removed   nothing any more
 */
export type EndpointState = "pending" | "active" | "paused" | "disabled" | "removed";

/** An action that was taken. */
export interface EndpointTaken {
  id: string;
  version: number;
  state: EndpointState;
  /** With `backlog` `replay`: where to go on by replaying, where there was more than fits one request. */
  next_position: number | null;
}

/** One action on an endpoint. */
export type EndpointTransition = ChangeEndpoint | ChallengeEndpoint | TestEndpoint | PauseEndpoint | ResumeEndpoint | EnableEndpoint | RemoveEndpoint;

/** A webhook endpoint. */
export interface EndpointView {
  id: string;
  /** Equals the ETag. Deliveries do not raise it. */
  version: number;
  url: string;
  description: string | null;
  /** `pending`: the challenge was not answered yet; `paused`: by you; `disabled`: by the service, see `state_reason`; `removed`: for good. */
  state: EndpointState;
  /** `owner`: you paused it; `challenge_failed`: nobody answered the challenge in time; `gone`: the receiver answered 410; `receiver_disabled`: it asked to be left alone; `failing_too_long`: as it says; codes may be added. */
  state_reason: string | null;
  payload: Payload;
  types: Array<string>;
  court_ids: Array<string>;
  organisation_ids: Array<string>;
  /** Names of the custom headers; their values are shown to nobody. */
  header_names: Array<string>;
  rate_per_second: number | null;
  timeout_seconds: number;
  schedule_seconds: Array<number> | null;
  ordering: Ordering;
  order_over: OrderOver;
  park_after_hours: number;
  signing: Array<SignatureKind>;
  /** What stands in your feed up to here is not delivered by itself. */
  from_position: number;
  breaker: BreakerState;
  /** A challenge or a test that is under way. */
  errand: ErrandView | null;
  /** When a challenge was passed. */
  challenged_at: string | null;
  /** Oldest first, ended ones too. */
  secrets: Array<SecretView>;
  /** What you may do with it now. */
  allowed_actions: Array<EndpointAction>;
  created_at: string;
  changed_at: string;
}

export interface EnforcementCompletedByCompleteEnforcement {
  action: "complete_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcing" | "enforcement_settled";
  state_after: "enforced";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CompleteEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Enforcement completed 已执行完毕. */
export interface EnforcementCompletedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "enforcement.completed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: EnforcementCompletedByCompleteEnforcement;
  links: {
    referral: string;
  };
}

export interface EnforcementRestoredByRestoreEnforcement {
  action: "restore_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcement_settled" | "round_closed";
  state_after: "enforcing";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RestoreEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Enforcement restored 已恢复执行. */
export interface EnforcementRestoredEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "enforcement.restored";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: EnforcementRestoredByRestoreEnforcement;
  links: {
    referral: string;
  };
}

export interface EnforcementRoundClosedByCloseEnforcementRound {
  action: "close_enforcement_round";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcing";
  state_after: "round_closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CloseEnforcementRoundFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Round of enforcement closed 本次执行程序已终结. */
export interface EnforcementRoundClosedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "enforcement.round_closed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: EnforcementRoundClosedByCloseEnforcementRound;
  links: {
    referral: string;
  };
}

export interface EnforcementSettledBySettleEnforcement {
  action: "settle_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcing";
  state_after: "enforcement_settled";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SettleEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Settled in enforcement 执行中已和解. */
export interface EnforcementSettledEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "enforcement.settled";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: EnforcementSettledBySettleEnforcement;
  links: {
    referral: string;
  };
}

export type EnterByHandAnswer = EntryRecorded | EntryRehearsal;

/** Somebody entered a duty on the court's platform. */
export interface EnterByHandRequest {
  entry_id: string;
  /** Number that the platform gave. */
  platform_number?: string | null;
  /** Day on which it was entered, today if not given. */
  entered_on?: string | null;
}

/** The answer to that. */
export interface EntryRecorded {
  id: string;
  state: EntryState;
}

/** What it would have come to with `dry_run=true`. */
export interface EntryRehearsal {
  id: string;
  state: EntryState;
  dry_run: true;
}

/** How a duty stands; the values are stored. */
export type EntryState = "not_required" | "due" | "entered_by_interface" | "entered_by_hand" | "verified";

/**
 * What is sent to an endpoint beside events.
 * challenge  to be answered with what it says, so that nobody is made to receive what it did not ask for
 * test       so that a person sees whether a delivery arrives
 */
export type ErrandKind = "challenge" | "test";

/** What is under way to the endpoint beside events. */
export interface ErrandView {
  kind: ErrandKind;
  /** As its header `webhook-id` has it. */
  id: string;
  /** Until when it is tried. */
  until: string;
}

/** One event. It is thin: ids, codes, dates; party data is read through the API. */
export interface EventItem {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed: dense from 1, so a gap would show; with a filter the others lie between. */
  position: number;
  /** Code of the fact, such as `referral.accepted`. */
  type: string;
  referral_id: string;
  /** The referral's version after the event; equals its ETag. `deadline.approaching` raises none. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  /** `court`, `organisation` or `clock`. */
  actor_role: string;
  /** States before and after, codes, due dates, sources of law. */
  data: Record<string, unknown>;
  links: EventLinks;
}

/** Where to read more. */
export interface EventLinks {
  /** Path of the referral; 404 once it is no longer yours to see. */
  referral: string;
}

/** An answer of the feed. */
export interface EventPage {
  /** Events by position, without a gap but for what a filter keeps back; may be empty. */
  items: Array<EventItem>;
  /** Give this as `after` next time; keep it with what you have stored. */
  next: string;
  /** Whether to ask again at once, also where a filter left no items. */
  has_more: boolean;
}

/** Types of event that referrals emit. */
export type EventType = "referral.submitted" | "referral.delegated" | "referral.invited" | "referral.returned" | "referral.accepted" | "referral.declined" | "referral.overdue" | "referral.reassigned" | "referral.taken_back" | "referral.handed_back" | "referral.cancel_requested" | "referral.cancel_refused" | "referral.urged" | "referral.urge_answered" | "referral.amended" | "referral.status_changed" | "referral.numbered" | "referral.reported_back" | "choice.recorded" | "referral.closed" | "materials.requested" | "materials.supplied" | "materials.received" | "mediator.assigned" | "mediator.replaced" | "representative.added" | "representative.ended" | "party.succeeded" | "claim.added" | "claim.settled" | "consent.recorded" | "service_address.recorded" | "notice.sent" | "notice.result_recorded" | "message.sent" | "series.joined" | "series.left" | "party.contacted" | "mediation.started" | "mediation.extended" | "mediation.paused" | "mediation.resumed" | "mediation.term_expired" | "mediation.ended" | "session.scheduled" | "session.held" | "session.missed" | "session.cancelled" | "result.reported" | "agreement.drafted" | "agreement.signed" | "agreement.refused" | "agreement.effective" | "performance.performed" | "procedure.applied" | "procedure.accepted" | "procedure.not_accepted" | "procedure.granted" | "procedure.refused" | "procedure.withdrawn" | "procedure.served" | "procedure.effective" | "procedure.repudiated" | "fee.noticed" | "fee.paid" | "trial.transferred" | "filing.handed_over" | "deadline.missed" | "record.corrected" | "performance.corrected" | "mediation.reopened" | "deadline.recomputed" | "deadline.approaching" | "document.added" | "document.withdrawn" | "agreement.amended" | "performance.breached" | "procedure.correction_requested" | "procedure.corrected" | "procedure.objected" | "procedure.upheld" | "procedure.revoked" | "procedure.lapsed" | "procedure.ended" | "instrument.served" | "instrument.effective" | "enforcement.settled" | "enforcement.round_closed" | "enforcement.restored" | "enforcement.completed" | "procedure.extended" | "mediation.suspended" | "conflict.checked" | "conflict.disclosed" | "conflict.decided" | "mediator.lead_named" | "performance.due" | "performance.partial" | "agreement.repudiated" | "agreement.served" | "agreement.filed_with_court" | "agreement.recorded" | "delivery.parked" | "referral.dispatched" | "referral.referred_back" | "referral.target_allowed" | "data.shared" | "referral.recalled";

/** The catalogue of events. It grows; pass over types that you do not know. */
export interface EventTypeList {
  items: Array<EventTypeView>;
}

/** One type of event: what it is called, when it is emitted, about what, and the schema of the whole event. */
export interface EventTypeView {
  type: EventType;
  zh: string;
  en: string;
  /** In the language of the answer. */
  label: string;
  subject: "referral" | "deadline" | "endpoint";
  emitted: Array<EmissionView>;
  deprecated: DeprecationView | null;
  /** JSON Schema (2020-12) of the event, envelope and body. */
  event_schema: Record<string, unknown>;
}

/** A branch of a list of causes that a body may not take. */
export interface ExcludedCauseView {
  valid_from: string | null;
  valid_to: string | null;
  sources: Array<string>;
  /** How well it is known: text_seen, secondary, from_memory, and so on. */
  mark: string;
  note: string;
  body: string;
  version: string;
  root: string;
  kind: string;
}

/** Days that do not count in the trial term 审限, both inclusive: the extension of a mediation after filing. */
export interface ExclusionView {
  /** The day after the raw end of the term without its extension. */
  from_on: string;
  /** Last day of the extension, or the day on which mediation was over before. */
  to_on: string;
  rule: RuleId;
}

/** What `expand` asked for; null where it did not. Personal data are masked. */
export interface ExpandedView {
  parties: Array<PartyView> | null;
  consents: Array<ConsentView> | null;
  case_numbers: Array<CaseNumberView> | null;
  representatives: Array<RepresentativeView> | null;
  claims: Array<ClaimView> | null;
  materials: Array<MaterialView> | null;
  contacts: Array<ContactView> | null;
  notices: Array<NoticeView> | null;
  sessions: Array<SessionView> | null;
  messages: Array<MessageView> | null;
  urgings: Array<UrgingView> | null;
  conflicts: Array<ConflictView> | null;
  sharings: Array<SharingView> | null;
  deadlines: Array<DeadlineView> | null;
  /** Null before a draft too. */
  agreement: AgreementView | null;
  procedures: Array<ProcedureView> | null;
  /** Of your counterparts. */
  delivery_status: Array<DeliveryStatusView> | null;
}

export type ExpireTermFacts = Record<string, unknown>;

export interface ExtendArbitrationReviewFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The director of the arbitration commission gives the review more days, once 延长审查. */
export interface ExtendArbitrationReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "extend_arbitration_review";
}

export interface ExtendConfirmationReviewFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  until: string;
}

/** The court's president gives the review more time 院长批准延长. */
export interface ExtendConfirmationReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "extend_confirmation_review";
  /** New last day, inclusive; it moves off rest days. */
  until: string;
}

export interface ExtendTermFacts {
  until: string;
}

/** All parties agree to a later end of the term. */
export interface ExtendTermRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "extend_term";
  /** New last day, before it is moved off rest days. */
  until: string;
  agreed_by: Array<string>;
}

export interface FallDueFacts {
  term_id: string;
  due_on: string;
  left?: string;
}

export interface FeeNoticedByGiveFeeNotice {
  action: "give_fee_notice";
  kind: "post_filing";
  track: "post_filing_first";
  machine: "transfer_to_trial";
  procedure_id: string | null;
  state_before: null;
  state_after: "fee_noticed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: GiveFeeNoticeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Fee notice given 交费通知已发出. */
export interface FeeNoticedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "fee.noticed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: FeeNoticedByGiveFeeNotice;
  links: {
    referral: string;
  };
}

export interface FeePaidByRecordFeePaid {
  action: "record_fee_paid";
  kind: "post_filing";
  track: "post_filing_first";
  machine: "transfer_to_trial";
  procedure_id: string | null;
  state_before: "fee_noticed";
  state_after: "fee_paid";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordFeePaidFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Fee paid 诉讼费已交纳. */
export interface FeePaidEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "fee.paid";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: FeePaidByRecordFeePaid;
  links: {
    referral: string;
  };
}

/** One field, and what is wrong with it. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body, or `/name` of a parameter. */
  pointer: string;
  code: "action_not_possible" | "agreement_already_served" | "agreement_binds" | "agreement_in_force" | "agreement_not_binding" | "agreement_not_enforceable" | "agreement_not_to_perform" | "agreement_of_all_missing" | "agreement_stands" | "agreement_under_procedure" | "agreement_unsettled" | "already_filed" | "already_in_series" | "already_in_trial" | "already_judicially_confirmed" | "already_signed" | "amount_beyond_agreement" | "amount_beyond_instalment" | "amount_beyond_instrument" | "arbitration_first" | "arbitration_not_open" | "arbitration_review_open" | "body_invalid" | "body_not_for_track" | "body_too_large" | "body_too_slow" | "bootstrap_done" | "cancel_already_requested" | "cancel_awaits_answer" | "cancel_not_requested" | "case_not_registered" | "case_number_invalid" | "case_number_known" | "cause_excluded_for_body" | "cause_not_confirmable" | "cause_outside_channel" | "cause_required" | "cell_formula" | "cell_missing" | "cell_number_rounded" | "cell_too_long" | "cell_unknown_code" | "cell_unknown_organisation" | "cell_unreadable" | "challenge_too_soon" | "channel_not_open" | "channel_overlaps" | "client_disabled" | "clock_only_forward" | "confirmation_after_entrustment" | "confirmation_not_of_other_side" | "confirmation_rejected" | "confirmation_window_closed" | "conflict_undecided" | "consent_missing" | "consent_not_needed" | "consents_incomplete" | "content_not_confirmable" | "content_type_not_json" | "copy_already_filed" | "correction_still_possible" | "court_decides_clause" | "court_level_not_competent" | "court_not_active" | "court_not_basic" | "court_required" | "creditor_required" | "cursor_expired" | "cursor_invalid" | "cursor_outside_lease" | "database_unavailable" | "date_invalid" | "dates_reversed" | "day_outside_validity" | "day_passed" | "debtor_not_bound" | "deliveries_under_way" | "delivery_not_waiting" | "document_class_not_yours" | "document_content_missing" | "document_empty" | "document_hash_mismatch" | "document_signers_unfit" | "document_store_unavailable" | "document_type_differs" | "document_type_not_taken" | "electronic_service_not_agreed" | "electronic_signature_not_allowed" | "end_reason_not_here" | "enforcement_court_not_competent" | "enforcement_denied_before" | "enforcement_ground_not_here" | "enforcement_promise_missing" | "entry_being_told" | "entry_not_due" | "extension_not_later" | "extension_too_long" | "fee_still_payable" | "feed_epoch_changed" | "feedback_not_due" | "filed_after_opening" | "form_not_ready" | "guarantor_consent_missing" | "guarantor_does_not_apply" | "guarantor_is_bound" | "hand_over_reason_not_here" | "heirs_missing" | "idempotency_key_malformed" | "idempotency_key_required" | "idempotency_key_reused" | "identity_missing" | "identity_number_invalid" | "if_match_group" | "if_match_malformed" | "if_match_required" | "inconsistent" | "instalment_performed" | "instalment_unknown" | "instrument_fell" | "instrument_not_in_force" | "internal_error" | "joint_application_required" | "joint_choice_made" | "json_duplicate_key" | "json_number_out_of_range" | "json_too_deep" | "json_too_many_values" | "json_unsafe_text" | "key_missing" | "key_ring_cannot_read" | "key_twice" | "key_unknown" | "labour_payment_only" | "labour_relationship_confirmation" | "last_secret" | "late_acceptance_closed" | "later_role_barred" | "lead_time_invalid" | "lease_held" | "lease_lost" | "legal_clock_absent" | "legal_clock_taken" | "malformed" | "materials_already_received" | "mediation_without_agreement" | "mediator_already_assigned" | "mediator_consent_required" | "mediator_has_role" | "mediator_in_own_dispute" | "mediator_leads_already" | "mediator_missing" | "mediator_not_assigned" | "mediator_not_available" | "mediator_not_listed" | "mediator_not_replaced" | "mediator_not_valid" | "mediator_recused" | "message_entered_by_hand" | "message_not_parked" | "message_set_aside" | "method_not_allowed" | "name_taken" | "no_courts_below" | "no_payment_content" | "no_sham_review" | "no_such_route" | "nobody_holds" | "not_above_holder" | "not_acceptable" | "not_below_holder" | "not_dispatched" | "not_found" | "not_in_list" | "not_in_series" | "not_json" | "not_labour_dispute" | "not_on_this_track" | "not_over_head_office" | "not_right_above" | "not_right_below" | "not_unique" | "not_your_role" | "nothing_left_to_enforce" | "notices_missing" | "objection_day_wrong" | "objection_not_valid" | "objection_out_of_time" | "occurred_before_previous_fact" | "occurred_in_future" | "one_listed" | "online_consent_missing" | "online_refused" | "only_referring_court" | "operator_missing" | "order_objection_late" | "organisation_cycle" | "organisation_declined_before" | "organisation_full" | "organisation_not_active" | "organisation_not_for_review" | "organisation_not_listed" | "other_means_not_open" | "out_of_range" | "outcome_settled" | "outside_term" | "package_too_large" | "parameter_invalid" | "part_unknown" | "particulars_fixed" | "particulars_missing" | "parties_incomplete" | "party_data_not_shared" | "party_refused" | "party_succeeded" | "party_unknown" | "payer_not_bound" | "payment_content_missing" | "payment_order_conditions" | "payment_order_pending" | "people_mediation_is_free" | "performance_not_breached" | "performance_not_due" | "performance_unproven" | "performed_as_whole" | "performed_before_agreement" | "phone_invalid" | "plaintiff_required" | "platform_dialect_unknown" | "platform_duties_invalid" | "platform_fetches_nothing" | "platform_has_no_list" | "platform_mapping_invalid" | "platform_message_differs" | "platform_message_no_id" | "platform_message_stale" | "platform_message_unsafe" | "platform_nonce_reused" | "platform_not_valid" | "platform_of_another_court" | "platform_settings_invalid" | "platform_signature_invalid" | "platform_signature_unavailable" | "platform_unavailable" | "possible_duplicate" | "preservation_bars_payment_order" | "preservation_missing" | "procedure_already_open" | "procedure_stands" | "query_malformed" | "reconciliation_not_open" | "record_decides" | "record_of_others" | "recorder_missing" | "recording_not_agreed" | "refer_back_first" | "referral_taken_back" | "referring_body_not_active" | "registration_not_open" | "replay_range_empty" | "report_awaited" | "required" | "result_already_reported" | "review_already_extended" | "review_term_over" | "review_window_closed" | "route_not_here" | "route_required" | "ruling_already_received" | "scope_missing" | "scope_not_grantable" | "series_too_large" | "service_means_not_allowed" | "session_not_yet" | "session_unknown" | "sham_found" | "sham_review_open" | "sharing_consent_missing" | "sharing_ground_untold" | "sheet_columns" | "sheet_malformed" | "sheet_old_format" | "sheet_row_invalid" | "sheet_too_large" | "sheet_unsafe" | "signature_kind_unavailable" | "signature_secret_invalid" | "signer_not_required" | "signing_clause_missing" | "source_without_party" | "special_authority_missing" | "statement_already_received" | "statement_on_same_claim" | "statement_requested" | "status_unchanged" | "succession_day_wrong" | "succession_ground_wrong" | "suit_already_deemed" | "suit_pending" | "suspension_result_not_here" | "term_not_started" | "term_over" | "term_used_up" | "terms_not_certain" | "too_busy" | "too_long" | "too_many_consumers" | "too_many_endpoints" | "too_many_entries" | "too_many_faults" | "too_many_keys" | "too_many_requests" | "too_many_secrets" | "too_many_streams" | "too_short" | "track_already_used" | "track_not_in_force" | "track_not_used_by_court" | "unknown_code" | "unknown_field" | "unknown_parameter" | "unknown_reference" | "urging_open" | "version_not_reached" | "version_stale" | "waiver_not_allowed" | "webhook_header_not_allowed" | "webhook_url_invalid" | "withdrawal_pending" | "written_form_required" | "wrong_actor" | "wrong_type";
  /** A sentence for people, in Chinese or English. */
  detail: string;
  /** What would have been right, in short: the address of a code list, the values allowed, a form or a bound; null where the code says it. */
  expected: string | null;
}

export interface FileAgreementFacts {
  filed_on: string;
}

/** A copy of the agreement went to the court that referred 备案. */
export interface FileAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "file_agreement";
}

/** As which kind of file a sheet is written. */
export type FileForm = "xlsx" | "csv";

export interface FilingHandedOverByDeemSuit {
  action: "deem_suit";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "lapsed";
  state_after: "turned_to_suit";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DeemSuitFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface FilingHandedOverByHandOver {
  action: "hand_over";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: null;
  state_after: "handed_over";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: HandOverFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface FilingHandedOverByReferToArbitration {
  action: "refer_to_arbitration";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "labour_arbitration";
  procedure_id: string | null;
  state_before: null;
  state_after: "referred";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReferToArbitrationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Handed over for filing 已移送立案. */
export interface FilingHandedOverEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "filing.handed_over";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: FilingHandedOverByHandOver | FilingHandedOverByReferToArbitration | FilingHandedOverByDeemSuit;
  links: {
    referral: string;
  };
}

export interface FindShamFacts {
  /** Code of the list `closure_code`; lists grow. */
  closure: string;
  /** Code of the list `outcome`; lists grow. */
  outcome: string;
  message_id?: string;
}

/** The review found a sham 虚假调解; the referral closes and the matter is transferred. */
export interface FindShamRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "find_sham";
  /** Kept encrypted as a message, in no event. */
  explanation?: string | null;
}

/** Something in a message that the mapping does not know. */
export interface FlagView {
  /** Where it stands. */
  at: string;
  fault: string;
  /** The list of codes that was looked in. */
  codes: string | null;
  /** Their code, where it looks like one. */
  said: string | null;
}

export interface GiveCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** What was missing has been handed in 补正. */
export interface GiveCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "give_correction";
}

export interface GiveFeeNoticeFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  amount: string;
  pay_by: string;
}

/** The court asks for the court fee, warning what follows if it is not paid 交费通知. */
export interface GiveFeeNoticeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "give_fee_notice";
  amount: string;
  /** Last day for paying, inclusive; absent: by the court's setting `fee_notice_days`. */
  pay_by?: string | null;
}

export interface GiveFilingCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** It is with the court; the seven days for the decision begin anew. */
export interface GiveFilingCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "give_filing_correction";
}

export interface GiveOrderCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The creditor has handed it in; the five days for the notice begin anew. */
export interface GiveOrderCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "give_order_correction";
}

/** A party of the referral who stands surety 担保人. */
export interface GuarantorOfAgreement {
  party_id: string;
  /** Whether it consents itself; without that it is no guarantor. */
  consented: boolean;
}

export interface HandBackFacts {
  /** Code of the list `hand_back_reason`; lists grow. */
  reason: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The organisation gives an accepted referral back; it no longer sees the referral afterwards. */
export interface HandBackRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "hand_back";
  reason: "conflict_of_interest" | "outside_expertise" | "capacity" | "party_request" | "cannot_continue" | "other";
  explanation: string;
}

export interface HandOverFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  /** Code of the list `hand_over_reason`; lists grow. */
  reason?: string;
}

/** Complaint and materials go to the court for registration 转立案. */
export interface HandOverRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "hand_over";
  /** The court, where none referred the dispute; it then sees the referral. */
  court_id?: string | null;
  /** Why it goes to a court; null for the nearest reason that the record shows. */
  reason?: "mediation_failed" | "part_not_agreed" | "back_at_court" | "agreement_not_performed" | "confirmation_not_accepted" | "confirmation_rejected" | "confirmation_revoked" | "review_refused" | "statement_refused" | "statement_repudiated" | "certificate_refused" | "enforcement_denied" | "payment_order_ended" | "arbitration_not_taken" | null;
}

/** Facts of the record that go along; no names and no words of the negotiation. */
export interface HandoverFactsView {
  number: string;
  kind: Kind;
  track: Track;
  cause_code: string | null;
  state: MediationState | null;
  outcome: app_domain_lifecycle_states_Outcome | null;
  end_reason: EndReason | null;
  closure: Closure | null;
  opened_on: string;
  mediation_started_on: string | null;
  reported_on: string | null;
  agreement_state: AgreementState | null;
  agreement_effective_on: string | null;
  party_ids_with_service_address: Array<string>;
}

/** A package: what goes, what is missing, and how much stays behind. */
export interface HandoverView {
  purpose: Purpose;
  facts: HandoverFactsView;
  documents: Array<PackagedDocumentView>;
  missing: Array<MissingView>;
  kept_back: Array<KeptDocumentsView>;
  /** Whether nothing is missing. */
  complete: boolean;
}

/** The process is there. */
export interface HealthView {
  status: "ok";
}

/** An heir or successor. Everything that names a person is kept encrypted. */
export interface HeirRequest {
  kind?: "natural_person" | "legal_person" | "other_organisation";
  name: string;
  id_type?: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  /** Needed before mediation goes on with the heir. */
  id_number?: string | null;
  phone?: string | null;
  address?: string | null;
}

/** One event of the referral, as in the feed but without a position. */
export interface HistoryItem {
  id: string;
  type: EventType;
  referral_id: string;
  referral_version: number;
  occurred_on: string;
  occurred_at: string;
  recorded_at: string;
  actor_role: ActorRole;
  /** States before and after, codes, due dates, sources of law. */
  data: Record<string, unknown>;
  links: Record<string, string>;
}

/** A page of the referral's events, oldest first. */
export interface HistoryList {
  items: Array<HistoryItem>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

export interface HoldSessionFacts {
  session_id: string;
  absent_party_ids: Array<string>;
}

/** A scheduled session took place. */
export interface HoldSessionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "hold_session";
  session_id: string;
}

/** The mediator's document, at once; its number is kept sealed and never shown. */
export interface IdentityChange {
  change: "identify";
  id_type: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other";
  id_number: string;
}

/** A document that was checked; the number is kept encrypted. */
export interface IdentityCheck {
  party_id: string;
  id_type: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other";
  id_number: string;
}

/** A page of messages, newest first. */
export interface InboxMessageList {
  items: Array<InboxMessageView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** One message in the inbox, without its contents. */
export interface InboxMessageView {
  id: string;
  /** What the platform calls it. */
  message_id: string;
  received_at: string;
  state: InboxState;
  /** Why it is parked. */
  reason: string | null;
  flags: Array<FlagView>;
  attempts: number;
  referral_id: string | null;
  decided_at: string | null;
}

/** What became of a message; the values are stored. */
export type InboxState = "waiting" | "done" | "parked";

/** Where one instalment stands. */
export type InstalmentState = "due" | "partial" | "performed" | "breached";

/** One promise of the present text and what became of it. */
export interface InstalmentView {
  term_id: string;
  payer_party_id: string | null;
  amount: string | null;
  /** The day that was agreed. */
  due_on: string | null;
  /** That day moved off rest days: the last one on which it is in time. */
  last_day: string | null;
  state: InstalmentState;
  /** Yuan recorded so far; null where the promise is no payment. */
  performed_amount: string | null;
  /** Yuan still owed; null where the promise is no payment. */
  left: string | null;
  /** Kept where it is performed later. */
  breach: BreachView | null;
  performances: Array<PerformanceView>;
}

export interface InstrumentEffectiveByIssueCertificate {
  action: "issue_certificate";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "certificate_requested";
  state_after: "certified";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: IssueCertificateFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface InstrumentEffectiveByMakeOrderEffective {
  action: "make_order_effective";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "served";
  state_after: "order_effective";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MakeOrderEffectiveFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface InstrumentEffectiveByRecordReviewReceipt {
  action: "record_review_receipt";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "made";
  state_after: "in_force";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordReviewReceiptFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Instrument can be enforced 执行依据已生效. */
export interface InstrumentEffectiveEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "instrument.effective";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: InstrumentEffectiveByMakeOrderEffective | InstrumentEffectiveByRecordReviewReceipt | InstrumentEffectiveByIssueCertificate;
  links: {
    referral: string;
  };
}

export interface InstrumentServedByReceiveEndingRuling {
  action: "receive_ending_ruling";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "lapsed";
  state_after: "lapsed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReceiveEndingRulingFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface InstrumentServedByRecordReviewReceipt {
  action: "record_review_receipt";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "made";
  state_after: "made";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordReviewReceiptFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface InstrumentServedByServePaymentOrder {
  action: "serve_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "issued";
  state_after: "served";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ServePaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Other instrument served 文书已送达（非调解书）. */
export interface InstrumentServedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "instrument.served";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: InstrumentServedByServePaymentOrder | InstrumentServedByReceiveEndingRuling | InstrumentServedByRecordReviewReceipt;
  links: {
    referral: string;
  };
}

/** The court invites an organisation to help the judge: after consultation, or in another's place 邀请调解. */
export interface InviteAgainRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "invite";
  organisation_id: string;
}

export interface InviteFacts {
  organisation_id: string;
}

/** A judge invites an organisation to help mediate a filed case 邀请调解; it holds the referral from that day on. */
export interface InviteRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  parties: Array<PartyRequest>;
  /** Whether it is mediated on the court platform; decides the track. */
  on_court_platform?: boolean;
  cause?: CauseRequest | null;
  claim_amount?: string | null;
  /** The referrer's own key for the referral. */
  court_reference?: string | null;
  case_numbers?: Array<CaseNumberRequest>;
  /** Day of filing 立案日期; needed after filing. */
  filed_on?: string | null;
  /** Needed after filing: it decides the term. */
  procedure_type?: "ordinary" | "summary" | "small_claims" | null;
  /** Clerk of the court 书记员; kept encrypted. */
  clerk?: string | null;
  /** Judge of the case 承办法官; kept encrypted. */
  judge?: string | null;
  /** 事实与理由; kept encrypted. */
  facts_and_reasons?: string | null;
  /** Whether preservation 保全 was ordered. */
  preservation?: boolean;
  /** Its day; only with `preservation`. */
  preserved_on?: string | null;
  priority?: "normal" | "high" | "urgent";
  sensitivities?: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  /** Who sent the dispute in. */
  intake_source?: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer?: "court" | "organisation" | "association" | "finance" | "none" | null;
  /** Of a labour dispute: already arbitrated, or a claim on a written wage debt 工资欠条. */
  arbitration?: "arbitrated" | "wage_iou" | null;
  /** The dispute that this referral goes on with. */
  dispute_id?: string | null;
  /** Referrals named as possible duplicates that were looked at and are about another matter. */
  distinct_from?: Array<string>;
  /** The series 系列案 that it belongs to. */
  series_id?: string | null;
  action: "invite";
  kind?: "assisted";
  organisation_id: string;
}

export interface IssueCertificateFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The notary issues the certificate 出具执行证书. */
export interface IssueCertificateRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "issue_certificate";
}

export interface IssuePaymentOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court issues the order 签发支付令. */
export interface IssuePaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "issue_payment_order";
}

export interface JoinSeriesFacts {
  series_id: string;
}

/** The referral is handled with others 纳入系列案. */
export interface JoinSeriesRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "join_series";
  series_id: string;
}

/** Documents that stay behind; which they are is not told. */
export interface KeptDocumentsView {
  document_class: "complaint" | "application" | "identity" | "evidence" | "rights_notice" | "consent" | "signed_minutes" | "private_notes" | "offer" | "caucus" | "recording" | "agreement" | "undisputed_facts" | "end_report" | "service_address" | "presiding_proof" | "confirmation_application" | "appraisal_report" | "court_document" | "other";
  reason: Reason;
  count: number;
}

/** A client and a new key of it. */
export interface KeyIssued {
  /** The client. */
  id: string;
  key_id: string;
  /** The bearer key, this once; null in a repeated answer. */
  key: string | null;
}

/** One more key for a client, so that keys can be changed without a gap. */
export interface KeyRequest {
  /** When it ends; never, if not given. */
  expires_at?: string | null;
}

/** A key that opens no door any more. */
export interface KeyRevoked {
  /** The client. */
  id: string;
  key_id: string;
}

/** A key without its secret. `live`: whether it opens the door now. */
export interface KeyView {
  id: string;
  live: boolean;
  recorded_at: string;
  expires_at: string | null;
  revoked_at: string | null;
}

/**
 * How a referral comes about.
 * pre_filing   委派, by a court before filing
 * post_filing  委托, by a court after filing
 * direct       自主受理, the parties apply to the organisation
 * transferred  移送, by a body that is no court; legally as direct, with a duty to report back
 * assisted     邀请调解, a judge mediates a filed case and invites an organisation to help
 */
export type Kind = "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";

export type LapseConfirmationFacts = Record<string, unknown>;

export type LapsePreservationFacts = Record<string, unknown>;

/** What was done with a report that came after the last day of a period. */
export interface LateView {
  rule: RuleId;
  /** Last day of the period, inclusive. */
  due_on: string;
  /** `own_day`: with its day inside the period; `late`: with a day after it, and it counts as well; `expired`: as the expiry of the term. */
  recorded_as: RecordedAs;
}

/** So many days before the last day a clock of the group is called approaching; none: never. */
export interface LeadTimeRequest {
  group: "acceptance" | "term" | "report" | "application" | "procedure" | "preservation";
  unit: "working_days" | "calendar_days";
  days: Array<number>;
}

/** So many days before the last day a clock of the group is called approaching. */
export interface LeadTimeView {
  group: "acceptance" | "term" | "report" | "application" | "procedure" | "preservation";
  unit: "working_days" | "calendar_days";
  /** The longest first; empty where nothing is said before the last day. */
  days: Array<number>;
}

export type LeaseBatchAnswer = LeaseView | ConsumerRehearsal;

/** A wish for the next batch. */
export interface LeaseRequest {
  /** Most events. */
  limit?: number;
  /** For how long nobody else is given them. */
  lease_seconds?: number;
  /** How long to wait for the first event where there is none. */
  wait_seconds?: number;
}

/** A batch under a lease. */
export interface LeaseView {
  /** Show it on committing; null where there are no items and so no lease. */
  token: string | null;
  leased_until: string | null;
  /** Events by position, as in the feed. */
  items: Array<EventItem>;
  /** Cursor behind the batch: commit it. */
  next: string;
  /** Whether to lease again at once. */
  has_more: boolean;
}

export interface LeaveSeriesFacts {
  series_id: string;
}

/** The referral is handled on its own again. */
export interface LeaveSeriesRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "leave_series";
}

/** Where the legal clock stands now, and how many periods ran out on the way. */
export interface LegalClockMoved {
  today: string;
  handled: number;
}

/** The day to which the legal clock is to move. */
export interface LegalClockRequest {
  today: string;
}

/** The legal clock of a development installation. */
export interface LegalClockView {
  today: string;
  instant: string;
}

/** The tables that decide; what is not a row is refused. */
export interface LifecycleView {
  rows: Array<RowView>;
  switches: Array<SwitchView>;
}

/** The small state machines of one referral; each moves on its own. */
export type Machine = "mediation" | "agreement" | "judicial_confirmation" | "case_registration" | "mediation_statement" | "suit_withdrawal" | "transfer_to_trial" | "labour_arbitration" | "dossier" | "payment_order" | "arbitration_review" | "notarisation" | "enforcement";

export interface MakeOrderEffectiveFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export interface MakeReviewStatementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The commission makes a mediation statement of the agreement 制作调解书. */
export interface MakeReviewStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "make_review_statement";
}

export interface MakeStatementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court has reviewed the agreement and made the mediation statement 制作调解书. */
export interface MakeStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "make_statement";
}

/** All materials, oldest first. */
export interface MaterialList {
  items: Array<MaterialView>;
  revealed: boolean;
}

/** One thing asked for or handed in. */
export interface MaterialView {
  id: string;
  kind: "complaint" | "evidence" | "identity_document" | "power_of_attorney" | "judgment" | "service_address_form" | "undisputed_facts" | "appraisal_report" | "mediation_agreement" | "other";
  source: "court" | "organisation" | "referring_body" | "party";
  state: "requested" | "supplied" | "received";
  party_id: string | null;
  requested_on: string | null;
  due_on: string | null;
  supplied_on: string | null;
  received_on: string | null;
  /** Of the file, in lower-case hex. */
  sha256: string | null;
  media_type: string | null;
  title: string | null;
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

export interface MaterialsReceivedByAcknowledgeMaterials {
  action: "acknowledge_materials";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcknowledgeMaterialsFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface MaterialsReceivedByReceiveMaterials {
  action: "receive_materials";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting";
  state_after: "accepted" | "contacting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReceiveMaterialsFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Materials signed for 材料已签收. */
export interface MaterialsReceivedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "materials.received";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MaterialsReceivedByReceiveMaterials | MaterialsReceivedByAcknowledgeMaterials;
  links: {
    referral: string;
  };
}

export interface MaterialsRequestedByRequestMaterials {
  action: "request_materials";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestMaterialsFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Materials requested 已请求材料. */
export interface MaterialsRequestedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "materials.requested";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MaterialsRequestedByRequestMaterials;
  links: {
    referral: string;
  };
}

export interface MaterialsSuppliedBySupplyMaterials {
  action: "supply_materials";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SupplyMaterialsFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Materials supplied 材料已提供. */
export interface MaterialsSuppliedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "materials.supplied";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MaterialsSuppliedBySupplyMaterials;
  links: {
    referral: string;
  };
}

/** Whom the key stands for. */
export interface MeView {
  client_id: string;
  tenant_id: string;
  kind: TenantKind;
  scopes: Array<Scope>;
}

export interface MediationEndedByEnd {
  action: "end";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended" | "unassigned";
  state_after: "mediation_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface MediationEndedByEndUnreported {
  action: "end_unreported";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "term_expired";
  state_after: "mediation_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndUnreportedFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface MediationEndedByRefuseMediator {
  action: "refuse_mediator";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating";
  state_after: "mediation_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseMediatorFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediation ended 调解终结. */
export interface MediationEndedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.ended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationEndedByEnd | MediationEndedByEndUnreported | MediationEndedByRefuseMediator;
  links: {
    referral: string;
  };
}

export interface MediationExtendedByExtendTerm {
  action: "extend_term";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ExtendTermFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Term extended 期限已延长. */
export interface MediationExtendedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.extended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationExtendedByExtendTerm;
  links: {
    referral: string;
  };
}

export interface MediationPausedByBeginAppraisal {
  action: "begin_appraisal";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2022" | "direct";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "appraising";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: BeginAppraisalFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Term paused 期限暂停. */
export interface MediationPausedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.paused";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationPausedByBeginAppraisal;
  links: {
    referral: string;
  };
}

export interface MediationReopenedByReopen {
  action: "reopen";
  kind: "pre_filing";
  track: "pre_filing_2016" | "pre_filing_2022";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediation_ended" | "closed";
  state_after: "mediating" | "contacting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReopenFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediation taken up again 恢复调解. */
export interface MediationReopenedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.reopened";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationReopenedByReopen;
  links: {
    referral: string;
  };
}

export interface MediationResumedByEndAppraisal {
  action: "end_appraisal";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2022" | "direct";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "appraising";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndAppraisalFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface MediationResumedByResume {
  action: "resume";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "suspended";
  state_after: "appraising" | "accepted" | "contacting" | "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ResumeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Term resumed 期限恢复. */
export interface MediationResumedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.resumed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationResumedByEndAppraisal | MediationResumedByResume;
  links: {
    referral: string;
  };
}

export interface MediationStartedByStart {
  action: "start";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: StartFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediation started 调解开始. */
export interface MediationStartedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.started";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationStartedByStart;
  links: {
    referral: string;
  };
}

/** States of the mediation region. */
export type MediationState = "submitted" | "consulting" | "returned" | "awaiting_acceptance" | "overdue" | "unassigned" | "accepted" | "contacting" | "mediating" | "appraising" | "suspended" | "term_expired" | "mediation_ended" | "closed";

export interface MediationSuspendedBySuspend {
  action: "suspend";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "appraising";
  state_after: "suspended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SuspendFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediation suspended 调解中止. */
export interface MediationSuspendedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.suspended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationSuspendedBySuspend;
  links: {
    referral: string;
  };
}

export interface MediationTermExpiredByExpireTerm {
  action: "expire_term";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "suspended" | "unassigned";
  state_after: "term_expired";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ExpireTermFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Term expired 期限届满. */
export interface MediationTermExpiredEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediation.term_expired";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediationTermExpiredByExpireTerm;
  links: {
    referral: string;
  };
}

export interface MediatorAssignedByAssignMediator {
  action: "assign_mediator";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "mediation_ended" | "closed";
  state_after: "accepted" | "contacting" | "mediating" | "mediation_ended" | "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AssignMediatorFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediator assigned 调解员已指定. */
export interface MediatorAssignedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediator.assigned";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediatorAssignedByAssignMediator;
  links: {
    referral: string;
  };
}

/** All mediators of the referral, oldest first. */
export interface MediatorAssignmentList {
  items: Array<MediatorAssignmentView>;
}

/** One mediator's turn. */
export interface MediatorAssignmentView {
  id: string;
  mediator_id: string;
  assigned_on: string;
  lead: boolean;
  ended_on: string | null;
  /** Why the turn ended. */
  reason: "recusal" | "party_request" | "unavailable" | "capacity" | "conflict_disclosed" | "other" | null;
  /** A disclosed relation: still to be decided, or waived by all parties. */
  conflict: "open" | "waived" | null;
}

/** What can happen to a mediator. */
export type MediatorChange = RenameChange | CertificateChange | IdentityChange | EndChange;

export interface MediatorLeadNamedByNameLead {
  action: "name_lead";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating";
  state_after: "accepted" | "contacting" | "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: NameLeadFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Lead mediator named 主持调解员已指定. */
export interface MediatorLeadNamedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediator.lead_named";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediatorLeadNamedByNameLead;
  links: {
    referral: string;
  };
}

/** A page of mediators. */
export interface MediatorList {
  items: Array<MediatorView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

export interface MediatorReplacedByReplaceMediator {
  action: "replace_mediator";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "mediation_ended" | "closed";
  state_after: "accepted" | "contacting" | "mediating" | "mediation_ended" | "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReplaceMediatorFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Mediator replaced 调解员已更换. */
export interface MediatorReplacedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "mediator.replaced";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MediatorReplacedByReplaceMediator;
  links: {
    referral: string;
  };
}

/** A mediator of an organisation's public roster. */
export interface MediatorRequest {
  valid_from: string;
  valid_to?: string | null;
  organisation_id: string;
  name: string;
  certificate_number?: string | null;
  id_type?: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  /** Kept sealed and never shown; nobody mediates a matter in which this number stands. */
  id_number?: string | null;
}

/** A mediator. */
export interface MediatorView {
  id: string;
  organisation_id: string;
  name: string;
  certificate_number: string | null;
  id_type: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  /** Whether an identity number is on record; it is never shown. */
  has_identity: boolean;
  valid_from: string;
  valid_to: string | null;
}

/** What would become of one member: a receipt of what was not done, or the refusal. */
export interface MemberRehearsal {
  referral_id: string;
  number: string;
  status: number;
  receipt: Rehearsal | null;
  problem: Problem | null;
}

/** What became of the action on one member: a receipt, or the refusal. */
export interface MemberVerdict {
  referral_id: string;
  number: string;
  /** As if the action had been asked for on this referral alone. */
  status: number;
  receipt: Receipt | null;
  problem: Problem | null;
}

/** All messages, oldest first. */
export interface MessageList {
  items: Array<MessageView>;
  revealed: boolean;
}

/** The answer to a message: it is kept, and acted on later. */
export interface MessageReceived {
  id: string;
  /** Whether it had come before; then this is the answer of the first time. */
  known: boolean;
}

/** What it would have come to with `dry_run=true`. */
export interface MessageReplayRehearsal {
  id: string;
  state: InboxState;
  dry_run: true;
}

/** The answer to that. */
export interface MessageReplayed {
  id: string;
  state: InboxState;
}

/** The answer to that. */
export interface MessageRetried {
  id: string;
  state: OutboxState;
}

/** What it would have come to with `dry_run=true`. */
export interface MessageRetryRehearsal {
  id: string;
  state: OutboxState;
  dry_run: true;
}

export interface MessageSentBySendMessage {
  action: "send_message";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SendMessageFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Message sent 消息已发送. */
export interface MessageSentEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "message.sent";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: MessageSentBySendMessage;
  links: {
    referral: string;
  };
}

/** One message between the tenants of a referral. */
export interface MessageView {
  id: string;
  sender: ActorRole;
  topic: "question" | "answer" | "progress" | "documents" | "other";
  sent_on: string;
  reply_to: string | null;
  text: string | null;
}

export interface MissApplicationDecisionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export type MissAppointmentFacts = Record<string, unknown>;

export type MissChoiceFacts = Record<string, unknown>;

export interface MissConfirmationRulingFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export type MissContactFacts = Record<string, unknown>;

export interface MissOrderDecisionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export interface MissOrderNoticeFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export interface MissPerformanceFacts {
  term_id: string;
  breached_on: string;
  party_id?: string;
}

export interface MissRegistrationDecisionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export type MissReportBackFacts = Record<string, unknown>;

export interface MissReviewFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

export interface MissSessionFacts {
  session_id: string;
  absent_party_ids: Array<string>;
}

/** A scheduled session did not take place because somebody stayed away. */
export interface MissSessionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "miss_session";
  session_id: string;
  absent_party_ids: Array<string>;
}

export type MissUrgeFacts = Record<string, unknown>;

/** Something that the purpose needs and the record lacks. */
export interface MissingView {
  /** `document_` and a class, or a fact of the record. */
  code: string;
  source: string;
}

/** Another parent from a day on, or none: null. All that stand below go with it. */
export interface MoveChange {
  change: "move";
  valid_from: string;
  parent_id: string | null;
}

export interface NameLeadFacts {
  mediator_id: string;
  named_by: Array<string>;
}

/** One of several mediators presides 主持. */
export interface NameLeadRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "name_lead";
  mediator_id: string;
  /** The parties that name the lead jointly; on the court platform all, or the court names. */
  named_by?: Array<string>;
}

export interface NotariseFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The notary notarises the agreement with the promise 赋予强制执行效力. */
export interface NotariseRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "notarise";
}

/** All notices, oldest first. */
export interface NoticeList {
  items: Array<NoticeView>;
}

export interface NoticeResultRecordedByRecordNoticeResult {
  action: "record_notice_result";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordNoticeResultFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Result of a notice recorded 通知结果已记录. */
export interface NoticeResultRecordedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "notice.result_recorded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: NoticeResultRecordedByRecordNoticeResult;
  links: {
    referral: string;
  };
}

export interface NoticeSentBySendNotice {
  action: "send_notice";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SendNoticeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Notice sent 通知已发出. */
export interface NoticeSentEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "notice.sent";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: NoticeSentBySendNotice;
  links: {
    referral: string;
  };
}

/** One notice to one party. */
export interface NoticeView {
  id: string;
  party_id: string;
  kind: "session" | "rights" | "sham_warning" | "performance_notice" | "end_notice" | "fee_notice" | "other";
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
  sent_on: string;
  result: "sent" | "received" | "failed";
  result_on: string | null;
  session_id: string | null;
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

export interface ObjectToConfirmationFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  objector: string;
  party_id?: string;
  since: string;
}

/** Somebody objects to the ruling 异议: a party within fifteen days, an interested third party within six months. */
export interface ObjectToConfirmationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "object_to_confirmation";
  /** The party that objects; left out for an interested third party 利害关系人. */
  party_id?: string | null;
  /** Day on which the party received the ruling, or the third party knew or should have known. */
  since: string;
}

export interface ObjectToPaymentOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  /** Code of the list `payment_order_objection`; lists grow. */
  ground: string;
}

/** The debtor's objection is valid: the order lapses and the court ends the procedure. */
export interface ObjectToPaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "object_to_payment_order";
  ground: "debt_denied" | "amount_disputed" | "not_due" | "cannot_pay" | "asks_for_time" | "asks_for_other_manner";
  written: boolean;
}

/** Whom the tenant acts for; recorded, and never widens what it may do. */
export interface OnBehalfOf {
  role: "party" | "representative" | "mediator" | "judge" | "staff";
  /** The party or mediator, where there is one. */
  id?: string | null;
}

export type OpenReferralBody = DelegateRequest | InviteRequest | ConsultRequest | SubmitRequest;

/** A new series; referrals join it when they are opened, or by `join_series`. */
export interface OpenSeriesRequest {
  kind: "same_cause" | "same_respondent" | "joint_plaintiffs" | "model_case";
  /** What it is called; kept encrypted. */
  name?: string | null;
}

/**
 * Over what the deliveries of an endpoint are in one order.
 * referral  each referral for itself, beside the others
 * endpoint  all of them: one at a time, as they stand in the feed
 */
export type OrderOver = "referral" | "endpoint";

/**
 * What a lane does with a head that can not be delivered.
 * strict    waits until it is delivered, or until a person parks it
 * bounded   parks it after so many hours, or at the end of the schedule, and goes on
 */
export type Ordering = "strict" | "bounded";

/** What can happen to an organisation. */
export type OrganisationChange = RenameChange | MoveChange | CapacityChange | EndChange;

/** A page of organisations. */
export interface OrganisationList {
  items: Array<OrganisationView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** A mediation organisation to be registered. */
export interface OrganisationRequest {
  valid_from: string;
  valid_to?: string | null;
  name: string;
  kind: Body;
  /** The organisation above it, which sees what it sees. */
  parent_id?: string | null;
  region?: string | null;
  /** Whether parties pay a fee; people's mediation is always free. */
  charges?: boolean;
}

/** A mediation organisation. */
export interface OrganisationView {
  id: string;
  name: string;
  kind: Body;
  parent_id: string | null;
  /** Nearest first. */
  ancestor_ids: Array<string>;
  /** Those that are valid right below it on the day. */
  child_ids: Array<string>;
  region: string | null;
  /** Whether parties pay a fee. */
  charges: boolean;
  /** Whether it has room for more, as it says. */
  capacity: "open" | "limited" | "full";
  valid_from: string;
  valid_to: string | null;
}

/** A page of messages, newest first. */
export interface OutboxMessageList {
  items: Array<OutboxMessageView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** One message for a platform. Delivered and processed are told apart. */
export interface OutboxMessageView {
  id: string;
  referral_id: string;
  kind: OutgoingKind;
  /** What the court calls the matter, or our number where it gave no reference. */
  reference: string;
  /** What is told, in our words; the mapping puts it into theirs. */
  body: Record<string, unknown>;
  /** Its idempotency key at the platform. */
  key: string;
  /** The event of which it tells. */
  event_id: string;
  state: OutboxState;
  /** How often it was tried or looked up since it waits. */
  attempts: number;
  /** Why the last attempt did not end it, as a code: a failure, or `in_transit` where the platform has not said yet that it has it; null where there was none, or no attempt yet. Codes are in docs/operations.md. */
  last_failure: string | null;
  /** When it is tried or looked up next, not before those of its referral that wait in front of it; null where nothing is tried any more. */
  next_attempt_at: string | null;
  /** When the platform first said that it has it. */
  delivered_at: string | null;
  /** When it said that it has acted on it. */
  processed_at: string | null;
  platform_number: string | null;
  /** Why it is parked. */
  reason: string | null;
  recorded_at: string;
}

/** What became of a message; the values are stored. */
export type OutboxState = "waiting" | "delivered" | "processed" | "parked";

/** What is told to a platform; the values are stored and appear in mappings. */
export type OutgoingKind = "acceptance" | "result" | "agreement" | "confirmation_application" | "handover_package" | "filing_request";

/** One document of the package. */
export interface PackagedDocumentView {
  id: string;
  document_class: "complaint" | "application" | "identity" | "evidence" | "rights_notice" | "consent" | "signed_minutes" | "private_notes" | "offer" | "caucus" | "recording" | "agreement" | "undisputed_facts" | "end_report" | "service_address" | "presiding_proof" | "confirmation_application" | "appraisal_report" | "court_document" | "other";
  media_type: string;
  size_bytes: number;
  sha256: string;
  /** Address of the content. */
  content: string;
  /** Legal source that lets it pass. */
  source: string;
}

/** Nothing more has to be said. */
export type ParkRequest = Record<string, unknown>;

export type ParkWebhookDeliveryAnswer = Parked | EndpointRehearsal;

/** A delivery that was given up; it can be replayed. */
export interface Parked {
  id: string;
  version: number;
  state: EndpointState;
  position: number;
}

/** Names of court staff and free words of the case. */
export interface ParticularsView {
  clerk: string | null;
  judge: string | null;
  facts_and_reasons: string | null;
  revealed: boolean;
}

/** A party without anything that names it. */
export interface PartyBrief {
  id: string;
  role: "applicant" | "respondent" | "third_party" | "related";
  kind: "natural_person" | "legal_person" | "other_organisation";
  represented_count: number;
  has_identity: boolean;
  /** Day from which others stand in its place; it stays in the record. */
  succeeded_on: string | null;
  succession_ground: "death" | "reorganisation" | null;
  /** Of an heir or successor: the party in whose place it stands. */
  succeeds_id: string | null;
}

export interface PartyContactedByContactParty {
  action: "contact_party";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting";
  state_after: "contacting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ContactPartyFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface PartyContactedByRecordOpinion {
  action: "record_opinion";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "consulting";
  state_after: "consulting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordOpinionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Party contacted 已联系当事人. */
export interface PartyContactedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "party.contacted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PartyContactedByRecordOpinion | PartyContactedByContactParty;
  links: {
    referral: string;
  };
}

/** All parties, in their order. */
export interface PartyList {
  items: Array<PartyView>;
  revealed: boolean;
}

/** One side or group. Everything that names a person is kept encrypted. */
export interface PartyRequest {
  role: "applicant" | "respondent" | "third_party" | "related";
  kind: "natural_person" | "legal_person" | "other_organisation";
  name: string;
  /** More than 1 where the party stands for a group. */
  represented_count?: number;
  id_type?: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  /** Resident numbers and credit codes are checked in full. Needed before the start. */
  id_number?: string | null;
  phone?: string | null;
  address?: string | null;
  consents?: Array<ConsentRequest>;
  representatives?: Array<RepresentativeRequest>;
  claims?: Array<ClaimRequest>;
}

export interface PartySucceededByRecordSuccession {
  action: "record_succession";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordSuccessionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** A party was succeeded 当事人已由他人承继. */
export interface PartySucceededEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "party.succeeded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PartySucceededByRecordSuccession;
  links: {
    referral: string;
  };
}

/** A party with its data, masked unless revealed. */
export interface PartyView {
  id: string;
  role: "applicant" | "respondent" | "third_party" | "related";
  kind: "natural_person" | "legal_person" | "other_organisation";
  represented_count: number;
  /** Day from which others stand in its place; it stays in the record. */
  succeeded_on: string | null;
  succession_ground: "death" | "reorganisation" | null;
  /** Of an heir or successor: the party in whose place it stands. */
  succeeds_id: string | null;
  name: string;
  id_type: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  id_number: string | null;
  phone: string | null;
  address: string | null;
}

export type PassLabourTermFacts = Record<string, unknown>;

/** The states after one version, as its event and those before it tell them; no personal data. */
export interface PastView {
  version: number;
  event_type: EventType;
  occurred_on: string;
  /** Null where no event had given one. */
  state: MediationState | null;
  stage: Stage;
  /** Null before a draft. */
  agreement_state: AgreementState | null;
  procedures: Array<ProcedureStateView>;
  due: Record<string, string>;
}

/** Deliver nothing more for now. Nothing is lost: events wait. */
export interface PauseEndpoint {
  action: "pause";
}

/** How much an event says: codes and ids, or with the referral as its reader may see it. */
export type Payload = "thin" | "full";

export interface PerformanceBreachedByMissPerformance {
  action: "miss_performance";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissPerformanceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface PerformanceBreachedByReportBreach {
  action: "report_breach";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReportBreachFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Not performed 未履行. */
export interface PerformanceBreachedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "performance.breached";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PerformanceBreachedByReportBreach | PerformanceBreachedByMissPerformance;
  links: {
    referral: string;
  };
}

export interface PerformanceCorrectedByCorrectPerformance {
  action: "correct_performance";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "performed" | "agreement_effective" | "breached";
  state_after: "agreement_effective" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CorrectPerformanceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Recorded performance marked as made in error 履行记录已更正. */
export interface PerformanceCorrectedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "performance.corrected";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PerformanceCorrectedByCorrectPerformance;
  links: {
    referral: string;
  };
}

export interface PerformanceDueByFallDue {
  action: "fall_due";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "agreement_effective" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: FallDueFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Instalment fallen due 履行期已到. */
export interface PerformanceDueEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "performance.due";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PerformanceDueByFallDue;
  links: {
    referral: string;
  };
}

export interface PerformancePartialByRecordPerformance {
  action: "record_performance";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "agreement_effective" | "breached";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordPerformanceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Performed in part 已履行一部分. */
export interface PerformancePartialEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "performance.partial";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PerformancePartialByRecordPerformance;
  links: {
    referral: string;
  };
}

export interface PerformancePerformedByRecordPerformance {
  action: "record_performance";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "agreement";
  procedure_id: string | null;
  state_before: "agreement_effective" | "breached";
  state_after: "performed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordPerformanceFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Performed in full 履行完毕. */
export interface PerformancePerformedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "performance.performed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: PerformancePerformedByRecordPerformance;
  links: {
    referral: string;
  };
}

/** The instalments of the present text, in its order. */
export interface PerformancePlan {
  /** Null before the agreement takes effect. */
  state: PlanState | null;
  /** The text whose plan it is; an amended text has a plan of its own. */
  draft_number: number;
  performed_on: string | null;
  /** Day on which it was first recorded that a promise was not kept. */
  breached_on: string | null;
  instalments: Array<InstalmentView>;
}

/** One record of performance. */
export interface PerformanceView {
  id: string;
  /** Day on which it was paid or done. */
  performed_on: string;
  recorded_on: string;
  amount: string | null;
  means: "bank_transfer" | "online_payment" | "cash" | "deposit" | "offset" | "delivery" | "act" | "enforcement" | "other" | null;
  /** Hash of the document that proves it. */
  proof_sha256: string | null;
  /** The party of the other side that confirmed it. */
  confirmed_by: string | null;
  /** Day on which it was marked as made in error; it counts no more. */
  entered_in_error_on: string | null;
}

export interface PermitWithdrawalFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court permits the withdrawal of the suit 裁定准许撤诉. */
export interface PermitWithdrawalRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "permit_withdrawal";
}

/** A place in the feed. */
export interface PlaceRequest {
  /** `beginning`: the oldest event that is kept; `now`: behind the newest. */
  to: "beginning" | "now" | "cursor" | "time";
  /** With `cursor`: behind this event. */
  cursor?: string | null;
  /** With `time`: everything recorded from then on, and up to a minute earlier. */
  since?: string | null;
}

/** Where the plan as a whole stands, from the day on which the agreement takes effect. */
export type PlanState = "performing" | "performed" | "breached";

/** One configuration row. */
export interface PlatformBrief {
  id: string;
  code: string;
  court_id: string;
  /** The program as which the platform acts; it has no key. */
  client_id: string;
  dialect: string;
  valid_from: string;
  valid_to: string | null;
  mapping: Record<string, unknown>;
  settings: Record<string, unknown>;
  duties: Record<string, unknown>;
  /** Which secrets there are. */
  credential_names: Array<string>;
  /** From when on the certificate that we show the platform is no longer taken; null without one. */
  client_certificate_expires_at: string | null;
  recorded_at: string;
}

/** A page of duties, newest first. */
export interface PlatformEntryList {
  items: Array<PlatformEntryView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** One duty of a referral on a court's platform. */
export interface PlatformEntryView {
  id: string;
  referral_id: string;
  platform: string;
  duty: Duty;
  /** The event that made it due. */
  event_id: string;
  state: EntryState;
  /** Last working day for it; null where it is not required. */
  due_on: string | null;
  /** What the platform's computer knows: state of the message for it; null where none is sent. */
  delivery: OutboxState | null;
  entered_on: string | null;
  /** The program that recorded an entry by hand. */
  entered_by: string | null;
  platform_number: string | null;
  /** When a reconciliation found it there. */
  verified_at: string | null;
  recorded_at: string;
}

/** A page of configuration rows, newest first. */
export interface PlatformList {
  items: Array<PlatformBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** The answer to a new row. */
export interface PlatformMade {
  id: string;
  code: string;
}

/** What adding a row with `dry_run=true` would have come to. */
export interface PlatformRehearsal {
  dry_run: true;
}

/** A configuration row of a court's platform. With a code that is known it replaces the earlier rows. */
export interface PlatformRequest {
  valid_from: string;
  valid_to?: string | null;
  /** Names the platform in addresses. */
  code: string;
  court_id: string;
  /** Which adapter speaks to it; `by_hand` where there is no interface. */
  dialect: string;
  /** Their names and codes against ours; its form is in docs/adapters.md. */
  mapping: Record<string, unknown>;
  /** Of the dialect: addresses, layout of signatures. */
  settings?: Record<string, unknown>;
  /** How each duty is met: `by` interface, hand or not_required; `working_days`. */
  duties?: Record<string, unknown>;
  /** Secrets by name, kept encrypted and never shown; null keeps those of the row before. */
  credentials?: Record<string, unknown> | null;
}

/** A platform as it is today, and how far it was served. */
export interface PlatformView {
  id: string;
  code: string;
  court_id: string;
  /** The program as which the platform acts; it has no key. */
  client_id: string;
  dialect: string;
  valid_from: string;
  valid_to: string | null;
  mapping: Record<string, unknown>;
  settings: Record<string, unknown>;
  duties: Record<string, unknown>;
  /** Which secrets there are. */
  credential_names: Array<string>;
  /** From when on the certificate that we show the platform is no longer taken; null without one. */
  client_certificate_expires_at: string | null;
  recorded_at: string;
  /** Last position of the court's feed that was looked at for it. */
  feed_position: number;
  /** How many of its events were not looked at yet. */
  feed_unread_count: number;
  /** How many of these the feed does not have any more; above 0 the platform is told nothing new until the operator makes up for it, see docs/operations.md. */
  feed_removed_count: number;
  /** Messages refused since their signature was not the platform's. */
  forged_count: number;
  /** Messages refused since their time was out of bounds. */
  stale_count: number;
  /** Messages that had come before; each was answered as the first. */
  replayed_count: number;
}

/** A refusal. The input is never repeated in it. */
export interface Problem {
  /** `/problems/` and the code; it can be read there. */
  type: string;
  /** What kind of refusal it is, for people. */
  title: string;
  status: number;
  /** What to do, for people; Chinese, or English by Accept-Language. */
  detail: string;
  /** Stable; the list only grows. */
  code: "action_not_possible" | "agreement_already_served" | "agreement_binds" | "agreement_in_force" | "agreement_not_binding" | "agreement_not_enforceable" | "agreement_not_to_perform" | "agreement_of_all_missing" | "agreement_stands" | "agreement_under_procedure" | "agreement_unsettled" | "already_filed" | "already_in_series" | "already_in_trial" | "already_judicially_confirmed" | "already_signed" | "amount_beyond_agreement" | "amount_beyond_instalment" | "amount_beyond_instrument" | "arbitration_first" | "arbitration_not_open" | "arbitration_review_open" | "body_invalid" | "body_not_for_track" | "body_too_large" | "body_too_slow" | "bootstrap_done" | "cancel_already_requested" | "cancel_awaits_answer" | "cancel_not_requested" | "case_not_registered" | "case_number_invalid" | "case_number_known" | "cause_excluded_for_body" | "cause_not_confirmable" | "cause_outside_channel" | "cause_required" | "challenge_too_soon" | "channel_not_open" | "channel_overlaps" | "client_disabled" | "clock_only_forward" | "confirmation_after_entrustment" | "confirmation_not_of_other_side" | "confirmation_rejected" | "confirmation_window_closed" | "conflict_undecided" | "consent_missing" | "consent_not_needed" | "consents_incomplete" | "content_not_confirmable" | "content_type_not_json" | "copy_already_filed" | "correction_still_possible" | "court_decides_clause" | "court_level_not_competent" | "court_not_active" | "court_not_basic" | "court_required" | "creditor_required" | "cursor_expired" | "cursor_invalid" | "cursor_outside_lease" | "database_unavailable" | "dates_reversed" | "day_outside_validity" | "day_passed" | "debtor_not_bound" | "deliveries_under_way" | "delivery_not_waiting" | "document_class_not_yours" | "document_content_missing" | "document_empty" | "document_hash_mismatch" | "document_signers_unfit" | "document_store_unavailable" | "document_type_differs" | "document_type_not_taken" | "electronic_service_not_agreed" | "electronic_signature_not_allowed" | "end_reason_not_here" | "enforcement_court_not_competent" | "enforcement_denied_before" | "enforcement_ground_not_here" | "enforcement_promise_missing" | "entry_being_told" | "entry_not_due" | "extension_not_later" | "extension_too_long" | "fee_still_payable" | "feed_epoch_changed" | "feedback_not_due" | "filed_after_opening" | "form_not_ready" | "guarantor_consent_missing" | "guarantor_does_not_apply" | "guarantor_is_bound" | "hand_over_reason_not_here" | "heirs_missing" | "idempotency_key_malformed" | "idempotency_key_required" | "idempotency_key_reused" | "identity_missing" | "identity_number_invalid" | "if_match_group" | "if_match_malformed" | "if_match_required" | "instalment_performed" | "instalment_unknown" | "instrument_fell" | "instrument_not_in_force" | "internal_error" | "joint_application_required" | "joint_choice_made" | "json_duplicate_key" | "json_number_out_of_range" | "json_too_deep" | "json_too_many_values" | "json_unsafe_text" | "key_missing" | "key_ring_cannot_read" | "key_unknown" | "labour_payment_only" | "labour_relationship_confirmation" | "last_secret" | "late_acceptance_closed" | "later_role_barred" | "lead_time_invalid" | "lease_held" | "lease_lost" | "legal_clock_absent" | "legal_clock_taken" | "materials_already_received" | "mediation_without_agreement" | "mediator_already_assigned" | "mediator_consent_required" | "mediator_has_role" | "mediator_in_own_dispute" | "mediator_leads_already" | "mediator_missing" | "mediator_not_assigned" | "mediator_not_available" | "mediator_not_listed" | "mediator_not_replaced" | "mediator_not_valid" | "mediator_recused" | "message_entered_by_hand" | "message_not_parked" | "message_set_aside" | "method_not_allowed" | "name_taken" | "no_courts_below" | "no_payment_content" | "no_sham_review" | "no_such_route" | "nobody_holds" | "not_above_holder" | "not_acceptable" | "not_below_holder" | "not_dispatched" | "not_found" | "not_in_series" | "not_json" | "not_labour_dispute" | "not_on_this_track" | "not_over_head_office" | "not_right_above" | "not_right_below" | "not_your_role" | "nothing_left_to_enforce" | "notices_missing" | "objection_day_wrong" | "objection_not_valid" | "objection_out_of_time" | "occurred_before_previous_fact" | "occurred_in_future" | "one_listed" | "online_consent_missing" | "online_refused" | "only_referring_court" | "operator_missing" | "order_objection_late" | "organisation_cycle" | "organisation_declined_before" | "organisation_full" | "organisation_not_active" | "organisation_not_for_review" | "organisation_not_listed" | "other_means_not_open" | "outcome_settled" | "outside_term" | "package_too_large" | "parameter_invalid" | "part_unknown" | "particulars_fixed" | "particulars_missing" | "parties_incomplete" | "party_data_not_shared" | "party_refused" | "party_succeeded" | "party_unknown" | "payer_not_bound" | "payment_content_missing" | "payment_order_conditions" | "payment_order_pending" | "people_mediation_is_free" | "performance_not_breached" | "performance_not_due" | "performance_unproven" | "performed_as_whole" | "performed_before_agreement" | "phone_invalid" | "plaintiff_required" | "platform_dialect_unknown" | "platform_duties_invalid" | "platform_fetches_nothing" | "platform_has_no_list" | "platform_mapping_invalid" | "platform_message_differs" | "platform_message_no_id" | "platform_message_stale" | "platform_message_unsafe" | "platform_nonce_reused" | "platform_not_valid" | "platform_of_another_court" | "platform_settings_invalid" | "platform_signature_invalid" | "platform_signature_unavailable" | "platform_unavailable" | "possible_duplicate" | "preservation_bars_payment_order" | "preservation_missing" | "procedure_already_open" | "procedure_stands" | "query_malformed" | "reconciliation_not_open" | "record_decides" | "record_of_others" | "recorder_missing" | "recording_not_agreed" | "refer_back_first" | "referral_taken_back" | "referring_body_not_active" | "registration_not_open" | "replay_range_empty" | "report_awaited" | "result_already_reported" | "review_already_extended" | "review_term_over" | "review_window_closed" | "route_not_here" | "route_required" | "ruling_already_received" | "scope_missing" | "scope_not_grantable" | "series_too_large" | "service_means_not_allowed" | "session_not_yet" | "session_unknown" | "sham_found" | "sham_review_open" | "sharing_consent_missing" | "sharing_ground_untold" | "sheet_columns" | "sheet_malformed" | "sheet_old_format" | "sheet_row_invalid" | "sheet_too_large" | "sheet_unsafe" | "signature_kind_unavailable" | "signature_secret_invalid" | "signer_not_required" | "signing_clause_missing" | "source_without_party" | "special_authority_missing" | "statement_already_received" | "statement_on_same_claim" | "statement_requested" | "status_unchanged" | "succession_day_wrong" | "succession_ground_wrong" | "suit_already_deemed" | "suit_pending" | "suspension_result_not_here" | "term_not_started" | "term_over" | "term_used_up" | "terms_not_certain" | "too_busy" | "too_many_consumers" | "too_many_endpoints" | "too_many_entries" | "too_many_keys" | "too_many_requests" | "too_many_secrets" | "too_many_streams" | "track_already_used" | "track_not_in_force" | "track_not_used_by_court" | "unknown_code" | "unknown_reference" | "urging_open" | "version_not_reached" | "version_stale" | "waiver_not_allowed" | "webhook_header_not_allowed" | "webhook_url_invalid" | "withdrawal_pending" | "written_form_required" | "wrong_actor";
  /** URI of this occurrence; its last part is the X-Request-Id. */
  instance: string;
  errors: Array<FieldError>;
  /** On 409 of a transition: what is possible now. */
  allowed_actions: Array<Action> | null;
  /** On 409 of a transition: why not the rest. */
  blocked_actions: Array<BlockedAction> | null;
  /** Codes, ids, dates and versions that help to act on it. */
  facts: Record<string, unknown>;
}

/** What a code of a refusal means, whoever it is given to. */
export interface ProblemKindView {
  code: "action_not_possible" | "agreement_already_served" | "agreement_binds" | "agreement_in_force" | "agreement_not_binding" | "agreement_not_enforceable" | "agreement_not_to_perform" | "agreement_of_all_missing" | "agreement_stands" | "agreement_under_procedure" | "agreement_unsettled" | "already_filed" | "already_in_series" | "already_in_trial" | "already_judicially_confirmed" | "already_signed" | "amount_beyond_agreement" | "amount_beyond_instalment" | "amount_beyond_instrument" | "arbitration_first" | "arbitration_not_open" | "arbitration_review_open" | "body_invalid" | "body_not_for_track" | "body_too_large" | "body_too_slow" | "bootstrap_done" | "cancel_already_requested" | "cancel_awaits_answer" | "cancel_not_requested" | "case_not_registered" | "case_number_invalid" | "case_number_known" | "cause_excluded_for_body" | "cause_not_confirmable" | "cause_outside_channel" | "cause_required" | "challenge_too_soon" | "channel_not_open" | "channel_overlaps" | "client_disabled" | "clock_only_forward" | "confirmation_after_entrustment" | "confirmation_not_of_other_side" | "confirmation_rejected" | "confirmation_window_closed" | "conflict_undecided" | "consent_missing" | "consent_not_needed" | "consents_incomplete" | "content_not_confirmable" | "content_type_not_json" | "copy_already_filed" | "correction_still_possible" | "court_decides_clause" | "court_level_not_competent" | "court_not_active" | "court_not_basic" | "court_required" | "creditor_required" | "cursor_expired" | "cursor_invalid" | "cursor_outside_lease" | "database_unavailable" | "dates_reversed" | "day_outside_validity" | "day_passed" | "debtor_not_bound" | "deliveries_under_way" | "delivery_not_waiting" | "document_class_not_yours" | "document_content_missing" | "document_empty" | "document_hash_mismatch" | "document_signers_unfit" | "document_store_unavailable" | "document_type_differs" | "document_type_not_taken" | "electronic_service_not_agreed" | "electronic_signature_not_allowed" | "end_reason_not_here" | "enforcement_court_not_competent" | "enforcement_denied_before" | "enforcement_ground_not_here" | "enforcement_promise_missing" | "entry_being_told" | "entry_not_due" | "extension_not_later" | "extension_too_long" | "fee_still_payable" | "feed_epoch_changed" | "feedback_not_due" | "filed_after_opening" | "form_not_ready" | "guarantor_consent_missing" | "guarantor_does_not_apply" | "guarantor_is_bound" | "hand_over_reason_not_here" | "heirs_missing" | "idempotency_key_malformed" | "idempotency_key_required" | "idempotency_key_reused" | "identity_missing" | "identity_number_invalid" | "if_match_group" | "if_match_malformed" | "if_match_required" | "instalment_performed" | "instalment_unknown" | "instrument_fell" | "instrument_not_in_force" | "internal_error" | "joint_application_required" | "joint_choice_made" | "json_duplicate_key" | "json_number_out_of_range" | "json_too_deep" | "json_too_many_values" | "json_unsafe_text" | "key_missing" | "key_ring_cannot_read" | "key_unknown" | "labour_payment_only" | "labour_relationship_confirmation" | "last_secret" | "late_acceptance_closed" | "later_role_barred" | "lead_time_invalid" | "lease_held" | "lease_lost" | "legal_clock_absent" | "legal_clock_taken" | "materials_already_received" | "mediation_without_agreement" | "mediator_already_assigned" | "mediator_consent_required" | "mediator_has_role" | "mediator_in_own_dispute" | "mediator_leads_already" | "mediator_missing" | "mediator_not_assigned" | "mediator_not_available" | "mediator_not_listed" | "mediator_not_replaced" | "mediator_not_valid" | "mediator_recused" | "message_entered_by_hand" | "message_not_parked" | "message_set_aside" | "method_not_allowed" | "name_taken" | "no_courts_below" | "no_payment_content" | "no_sham_review" | "no_such_route" | "nobody_holds" | "not_above_holder" | "not_acceptable" | "not_below_holder" | "not_dispatched" | "not_found" | "not_in_series" | "not_json" | "not_labour_dispute" | "not_on_this_track" | "not_over_head_office" | "not_right_above" | "not_right_below" | "not_your_role" | "nothing_left_to_enforce" | "notices_missing" | "objection_day_wrong" | "objection_not_valid" | "objection_out_of_time" | "occurred_before_previous_fact" | "occurred_in_future" | "one_listed" | "online_consent_missing" | "online_refused" | "only_referring_court" | "operator_missing" | "order_objection_late" | "organisation_cycle" | "organisation_declined_before" | "organisation_full" | "organisation_not_active" | "organisation_not_for_review" | "organisation_not_listed" | "other_means_not_open" | "outcome_settled" | "outside_term" | "package_too_large" | "parameter_invalid" | "part_unknown" | "particulars_fixed" | "particulars_missing" | "parties_incomplete" | "party_data_not_shared" | "party_refused" | "party_succeeded" | "party_unknown" | "payer_not_bound" | "payment_content_missing" | "payment_order_conditions" | "payment_order_pending" | "people_mediation_is_free" | "performance_not_breached" | "performance_not_due" | "performance_unproven" | "performed_as_whole" | "performed_before_agreement" | "phone_invalid" | "plaintiff_required" | "platform_dialect_unknown" | "platform_duties_invalid" | "platform_fetches_nothing" | "platform_has_no_list" | "platform_mapping_invalid" | "platform_message_differs" | "platform_message_no_id" | "platform_message_stale" | "platform_message_unsafe" | "platform_nonce_reused" | "platform_not_valid" | "platform_of_another_court" | "platform_settings_invalid" | "platform_signature_invalid" | "platform_signature_unavailable" | "platform_unavailable" | "possible_duplicate" | "preservation_bars_payment_order" | "preservation_missing" | "procedure_already_open" | "procedure_stands" | "query_malformed" | "reconciliation_not_open" | "record_decides" | "record_of_others" | "recorder_missing" | "recording_not_agreed" | "refer_back_first" | "referral_taken_back" | "referring_body_not_active" | "registration_not_open" | "replay_range_empty" | "report_awaited" | "result_already_reported" | "review_already_extended" | "review_term_over" | "review_window_closed" | "route_not_here" | "route_required" | "ruling_already_received" | "scope_missing" | "scope_not_grantable" | "series_too_large" | "service_means_not_allowed" | "session_not_yet" | "session_unknown" | "sham_found" | "sham_review_open" | "sharing_consent_missing" | "sharing_ground_untold" | "sheet_columns" | "sheet_malformed" | "sheet_old_format" | "sheet_row_invalid" | "sheet_too_large" | "sheet_unsafe" | "signature_kind_unavailable" | "signature_secret_invalid" | "signer_not_required" | "signing_clause_missing" | "source_without_party" | "special_authority_missing" | "statement_already_received" | "statement_on_same_claim" | "statement_requested" | "status_unchanged" | "succession_day_wrong" | "succession_ground_wrong" | "suit_already_deemed" | "suit_pending" | "suspension_result_not_here" | "term_not_started" | "term_over" | "term_used_up" | "terms_not_certain" | "too_busy" | "too_many_consumers" | "too_many_endpoints" | "too_many_entries" | "too_many_keys" | "too_many_requests" | "too_many_secrets" | "too_many_streams" | "track_already_used" | "track_not_in_force" | "track_not_used_by_court" | "unknown_code" | "unknown_reference" | "urging_open" | "version_not_reached" | "version_stale" | "waiver_not_allowed" | "webhook_header_not_allowed" | "webhook_url_invalid" | "withdrawal_pending" | "written_form_required" | "wrong_actor";
  status: number;
  title_zh: string;
  title_en: string;
  detail_zh: string;
  detail_en: string;
}

export interface ProcedureAcceptedByAcceptApplication {
  action: "accept_application";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcceptApplicationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAcceptedByAcceptEnforcement {
  action: "accept_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "enforcing";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcceptEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAcceptedByAcceptPaymentOrder {
  action: "accept_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcceptPaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAcceptedByAcceptReview {
  action: "accept_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcceptReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAcceptedByRecordArbitrationAccepted {
  action: "record_arbitration_accepted";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "labour_arbitration";
  procedure_id: string | null;
  state_before: "referred";
  state_after: "taken_by_commission";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordArbitrationAcceptedFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Application accepted 申请已受理. */
export interface ProcedureAcceptedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.accepted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureAcceptedByAcceptApplication | ProcedureAcceptedByRecordArbitrationAccepted | ProcedureAcceptedByAcceptPaymentOrder | ProcedureAcceptedByAcceptReview | ProcedureAcceptedByAcceptEnforcement;
  links: {
    referral: string;
  };
}

export interface ProcedureAppliedByApplyForArbitrationReview {
  action: "apply_for_arbitration_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForArbitrationReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByApplyForConfirmation {
  action: "apply_for_confirmation";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForConfirmationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByApplyForEnforcement {
  action: "apply_for_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByApplyForNotarisation {
  action: "apply_for_notarisation";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForNotarisationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByApplyForPaymentOrder {
  action: "apply_for_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForPaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByApplyForWithdrawal {
  action: "apply_for_withdrawal";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "suit_withdrawal";
  procedure_id: string | null;
  state_before: null;
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ApplyForWithdrawalFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByRequestCertificate {
  action: "request_certificate";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "notarised";
  state_after: "certificate_requested";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestCertificateFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureAppliedByRequestStatement {
  action: "request_statement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: null;
  state_after: "requested";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Procedure applied for 程序已申请. */
export interface ProcedureAppliedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.applied";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureAppliedByApplyForConfirmation | ProcedureAppliedByRequestStatement | ProcedureAppliedByApplyForWithdrawal | ProcedureAppliedByApplyForPaymentOrder | ProcedureAppliedByApplyForArbitrationReview | ProcedureAppliedByApplyForNotarisation | ProcedureAppliedByRequestCertificate | ProcedureAppliedByApplyForEnforcement;
  links: {
    referral: string;
  };
}

export interface ProcedureCorrectedByGiveCorrection {
  action: "give_correction";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "correcting" | "supplementing";
  state_after: "applied" | "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: GiveCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureCorrectedByGiveFilingCorrection {
  action: "give_filing_correction";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: "correcting";
  state_after: "handed_over";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: GiveFilingCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureCorrectedByGiveOrderCorrection {
  action: "give_order_correction";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "correcting";
  state_after: "applied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: GiveOrderCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Corrected 已补正. */
export interface ProcedureCorrectedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.corrected";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureCorrectedByGiveCorrection | ProcedureCorrectedByGiveOrderCorrection | ProcedureCorrectedByGiveFilingCorrection;
  links: {
    referral: string;
  };
}

export interface ProcedureCorrectionRequestedByRequestCorrection {
  action: "request_correction";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "applied" | "under_review";
  state_after: "correcting" | "supplementing";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureCorrectionRequestedByRequestFilingCorrection {
  action: "request_filing_correction";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: "handed_over";
  state_after: "correcting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestFilingCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureCorrectionRequestedByRequestOrderCorrection {
  action: "request_order_correction";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "correcting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestOrderCorrectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Correction requested 已要求补正. */
export interface ProcedureCorrectionRequestedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.correction_requested";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureCorrectionRequestedByRequestCorrection | ProcedureCorrectionRequestedByRequestOrderCorrection | ProcedureCorrectionRequestedByRequestFilingCorrection;
  links: {
    referral: string;
  };
}

export interface ProcedureEffectiveByRecordStatementReceipt {
  action: "record_statement_receipt";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: "made";
  state_after: "in_force";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordStatementReceiptFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Instrument in force 文书已生效. */
export interface ProcedureEffectiveEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.effective";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureEffectiveByRecordStatementReceipt;
  links: {
    referral: string;
  };
}

export interface ProcedureEndedByDeclineSuit {
  action: "decline_suit";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "lapsed";
  state_after: "suit_declined";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DeclineSuitFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureEndedByEndEnforcement {
  action: "end_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcing" | "enforcement_settled" | "round_closed";
  state_after: "enforcement_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureEndedByEndUnservedOrder {
  action: "end_unserved_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "issued";
  state_after: "order_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndUnservedOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Procedure ended 程序已终结. */
export interface ProcedureEndedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.ended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureEndedByEndUnservedOrder | ProcedureEndedByDeclineSuit | ProcedureEndedByEndEnforcement;
  links: {
    referral: string;
  };
}

export interface ProcedureExtendedByExtendArbitrationReview {
  action: "extend_arbitration_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "under_review";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ExtendArbitrationReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureExtendedByExtendConfirmationReview {
  action: "extend_confirmation_review";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "under_review" | "supplementing";
  state_after: "under_review" | "supplementing";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ExtendConfirmationReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Time for the review extended 审查期限已延长. */
export interface ProcedureExtendedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.extended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureExtendedByExtendConfirmationReview | ProcedureExtendedByExtendArbitrationReview;
  links: {
    referral: string;
  };
}

export interface ProcedureGrantedByConfirmAgreement {
  action: "confirm_agreement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "confirmed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ConfirmAgreementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByIssuePaymentOrder {
  action: "issue_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "issued";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: IssuePaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByMakeReviewStatement {
  action: "make_review_statement";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "made";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MakeReviewStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByMakeStatement {
  action: "make_statement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: "requested";
  state_after: "made";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MakeStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByNotarise {
  action: "notarise";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "notarised";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: NotariseFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByPermitWithdrawal {
  action: "permit_withdrawal";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "suit_withdrawal";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "permitted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: PermitWithdrawalFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureGrantedByRegisterCase {
  action: "register_case";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: "handed_over";
  state_after: "registered";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RegisterCaseFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Procedure granted 程序已准许. */
export interface ProcedureGrantedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.granted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureGrantedByConfirmAgreement | ProcedureGrantedByRegisterCase | ProcedureGrantedByMakeStatement | ProcedureGrantedByPermitWithdrawal | ProcedureGrantedByIssuePaymentOrder | ProcedureGrantedByMakeReviewStatement | ProcedureGrantedByNotarise;
  links: {
    referral: string;
  };
}

export interface ProcedureLapsedByObjectToPaymentOrder {
  action: "object_to_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "served";
  state_after: "lapsed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ObjectToPaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Instrument lapsed 文书已失效. */
export interface ProcedureLapsedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.lapsed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureLapsedByObjectToPaymentOrder;
  links: {
    referral: string;
  };
}

/** All procedures, oldest first. */
export interface ProcedureList {
  items: Array<ProcedureView>;
}

export interface ProcedureNotAcceptedByRecordArbitrationRefused {
  action: "record_arbitration_refused";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "labour_arbitration";
  procedure_id: string | null;
  state_before: "referred";
  state_after: "not_taken_by_commission";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordArbitrationRefusedFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureNotAcceptedByRefuseApplication {
  action: "refuse_application";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "applied" | "correcting";
  state_after: "not_accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseApplicationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureNotAcceptedByRefuseEnforcement {
  action: "refuse_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "not_accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureNotAcceptedByRefusePaymentOrder {
  action: "refuse_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "applied" | "correcting";
  state_after: "not_accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefusePaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureNotAcceptedByRefuseReview {
  action: "refuse_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "not_accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Application not accepted 申请不予受理. */
export interface ProcedureNotAcceptedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.not_accepted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureNotAcceptedByRefuseApplication | ProcedureNotAcceptedByRecordArbitrationRefused | ProcedureNotAcceptedByRefusePaymentOrder | ProcedureNotAcceptedByRefuseReview | ProcedureNotAcceptedByRefuseEnforcement;
  links: {
    referral: string;
  };
}

export interface ProcedureObjectedByObjectToConfirmation {
  action: "object_to_confirmation";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "confirmed";
  state_after: "objected";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ObjectToConfirmationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Objected to 已提出异议. */
export interface ProcedureObjectedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.objected";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureObjectedByObjectToConfirmation;
  links: {
    referral: string;
  };
}

export interface ProcedureRefusedByDenyEnforcement {
  action: "deny_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "enforcing";
  state_after: "enforcement_denied";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DenyEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseCertificate {
  action: "refuse_certificate";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "certificate_requested";
  state_after: "certificate_refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseCertificateFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseNotarisation {
  action: "refuse_notarisation";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseNotarisationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseRegistration {
  action: "refuse_registration";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "case_registration";
  procedure_id: string | null;
  state_before: "handed_over" | "correcting";
  state_after: "not_registered";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseRegistrationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseReviewStatement {
  action: "refuse_review_statement";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseReviewStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseStatement {
  action: "refuse_statement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: "requested";
  state_after: "refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRefuseWithdrawal {
  action: "refuse_withdrawal";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "suit_withdrawal";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "refused";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseWithdrawalFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRejectConfirmation {
  action: "reject_confirmation";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "rejected";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RejectConfirmationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureRefusedByRejectPaymentOrder {
  action: "reject_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "under_review";
  state_after: "rejected";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RejectPaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Procedure refused 程序未获准许. */
export interface ProcedureRefusedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.refused";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureRefusedByRejectConfirmation | ProcedureRefusedByRefuseRegistration | ProcedureRefusedByRefuseStatement | ProcedureRefusedByRefuseWithdrawal | ProcedureRefusedByRejectPaymentOrder | ProcedureRefusedByRefuseReviewStatement | ProcedureRefusedByRefuseNotarisation | ProcedureRefusedByRefuseCertificate | ProcedureRefusedByDenyEnforcement;
  links: {
    referral: string;
  };
}

export interface ProcedureRepudiatedByRepudiateStatement {
  action: "repudiate_statement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: "requested" | "made";
  state_after: "repudiated";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RepudiateStatementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Repudiated before signing for it 签收前反悔. */
export interface ProcedureRepudiatedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.repudiated";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureRepudiatedByRepudiateStatement;
  links: {
    referral: string;
  };
}

export interface ProcedureRevokedByRevokeConfirmation {
  action: "revoke_confirmation";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "objected";
  state_after: "revoked";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RevokeConfirmationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Revoked 裁定已撤销. */
export interface ProcedureRevokedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.revoked";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureRevokedByRevokeConfirmation;
  links: {
    referral: string;
  };
}

export interface ProcedureServedByRecordStatementReceipt {
  action: "record_statement_receipt";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led";
  machine: "mediation_statement";
  procedure_id: string | null;
  state_before: "made";
  state_after: "made";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordStatementReceiptFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Instrument served 文书已送达. */
export interface ProcedureServedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.served";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureServedByRecordStatementReceipt;
  links: {
    referral: string;
  };
}

/** The state of one procedure. */
export interface ProcedureStateView {
  id: string;
  machine: Machine;
  state: string;
}

export interface ProcedureUpheldByDismissObjection {
  action: "dismiss_objection";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "objected";
  state_after: "confirmed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DismissObjectionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Upheld 裁定已维持. */
export interface ProcedureUpheldEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.upheld";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureUpheldByDismissObjection;
  links: {
    referral: string;
  };
}

/** One procedure under a referral; its version is the referral's. */
export interface ProcedureView {
  id: string;
  referral_id: string;
  machine: Machine;
  state: string;
  opened_on: string;
  applicant_ids: Array<string>;
  decided_on: string | null;
  reason: string | null;
  case_number: string | null;
  /** The court before which it runs, where that is not the referring court. */
  court_id: string | null;
  /** Parties who signed for a mediation statement. */
  served_party_ids: Array<string>;
  /** Court fee asked for. */
  fee_amount: string | null;
  /** Last day for paying it, or for performing a settlement in enforcement. */
  pay_by: string | null;
  /** Which text of the agreement it is about. */
  draft_number: number | null;
  /** Last day for the correction that the court asked for, inclusive. */
  reply_by: string | null;
  /** Who is to pay, where a creditor applies. */
  debtor_id: string | null;
  /** What the creditor asks for. */
  amount: string | null;
  /** Day on which the certificate of enforcement was asked for. */
  requested_on: string | null;
  /** The procedure whose instrument is enforced. */
  basis_id: string | null;
  /** Why that court enforces it, of list `enforcement_court_ground`. */
  court_ground: string | null;
  version: number;
  /** What you may POST to its transitions now. */
  allowed_actions: Array<Action>;
  blocked_actions: Array<BlockedAction>;
  links: Record<string, string>;
}

export interface ProcedureWithdrawnByDeemApplicationWithdrawn {
  action: "deem_application_withdrawn";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "supplementing" | "under_review";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DeemApplicationWithdrawnFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByDeemWithdrawn {
  action: "deem_withdrawn";
  kind: "post_filing";
  track: "post_filing_first";
  machine: "transfer_to_trial";
  procedure_id: string | null;
  state_before: "fee_noticed";
  state_after: "deemed_withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DeemWithdrawnFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByWithdrawApplication {
  action: "withdraw_application";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "judicial_confirmation";
  procedure_id: string | null;
  state_before: "applied" | "under_review" | "correcting" | "supplementing";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawApplicationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByWithdrawEnforcement {
  action: "withdraw_enforcement";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "enforcement";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawEnforcementFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByWithdrawNotarisation {
  action: "withdraw_notarisation";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "notarisation";
  procedure_id: string | null;
  state_before: "applied";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawNotarisationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByWithdrawPaymentOrder {
  action: "withdraw_payment_order";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "payment_order";
  procedure_id: string | null;
  state_before: "correcting" | "applied" | "under_review" | "issued";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawPaymentOrderFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ProcedureWithdrawnByWithdrawReview {
  action: "withdraw_review";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "arbitration_review";
  procedure_id: string | null;
  state_before: "applied" | "under_review";
  state_after: "withdrawn";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: WithdrawReviewFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Application withdrawn 申请已撤回. */
export interface ProcedureWithdrawnEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "procedure.withdrawn";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ProcedureWithdrawnByWithdrawApplication | ProcedureWithdrawnByDeemWithdrawn | ProcedureWithdrawnByDeemApplicationWithdrawn | ProcedureWithdrawnByWithdrawPaymentOrder | ProcedureWithdrawnByWithdrawReview | ProcedureWithdrawnByWithdrawNotarisation | ProcedureWithdrawnByWithdrawEnforcement;
  links: {
    referral: string;
  };
}

/** What a package is for; codes of list `handover_purpose`. */
export type Purpose = "trial" | "confirmation" | "statement" | "sham_review";

export type PutConsumerAnswer = ConsumerView | ConsumerRehearsal;

export type PutDocumentAnswer = Receipt | Rehearsal;

/**
 * Why a document is kept back.
 * confidential           it is for nobody but whoever put it
 * withdrawn              it was put in error
 * not_signed_by_all      a party that must sign has not
 * minutes_not_replaced   a recording that does not stand in place of minutes
 * no_agreement           what was said in mediation goes on only behind an agreement
 * not_for_this_purpose   the purpose does not need it
 */
export type Reason = "confidential" | "withdrawn" | "not_signed_by_all" | "minutes_not_replaced" | "no_agreement" | "not_for_this_purpose";

export interface ReassignFacts {
  organisation_id: string;
}

/** The court chooses another organisation 重新指定. */
export interface ReassignRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "reassign";
  organisation_id: string;
}

export interface RecallFacts {
  organisation_id: string;
  from_id: string;
  level: number;
  /** Code of the list `recall_reason`; lists grow. */
  reason?: string;
  sharing_id: string;
}

/** The level right above takes back what it dispatched and nobody has accepted; the level below sees it no more. */
export interface RecallRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "recall";
  /** Stands in the event, and so in the feed of the level below, which sees no more. */
  reason?: "no_answer" | "another_target" | "own_mediation" | "dispatched_in_error" | "other";
  explanation: string;
}

/** The answer to a write; without personal data, so that it can be kept and repeated. */
export interface Receipt {
  /** The referral. */
  id: string;
  /** Readable number, such as ST2026-0000042. */
  number: string;
  version: number;
  state: MediationState;
  stage: Stage;
  due: Record<string, string>;
  links: Record<string, string>;
  /** Codes of what is allowed and yet worth a look. `cause_not_stated`: 申请司法确认时未说明案由。 Confirmation was applied for and nobody stated a cause. `cause_outside_channel`: 案由不在渠道范围内。 The cause is outside the scope of the channel, which is not strict. `cause_version_mismatch`: 案由所属版本并非立案（或者提出）当日施行的版本。 The cause is of another list than that in force on the day of filing, or of opening. `preservation_ends_before_term`: 诉前保全后起诉的期限先于延长后的调解期限届满，逾期不起诉的，保全将解除。 The days to sue after pre-suit preservation end before the extended term; without a suit it is lifted. `court_code_unknown`: 案号中的法院代码未收录；常见，不影响办理。 The court code in a case number is not among those recorded; frequent and harmless. `dispute_of_others`: 所指纠纷的当事人似与本件不同。 The parties of the dispute that is named seem to be others. `enforcement_time_bar`: 申请执行的二年期间全部或者部分已届满，债务人可提出时效异议。 The two years for enforcement are over, for all or for an instalment; the debtor may raise it. `organisation_full`: 该组织登记为满负荷。 The organisation says that it is full. `organisation_limited`: 该组织登记为接近饱和。 The organisation says that it is nearly full. `possible_duplicate`: 可能与已有移交重复，见 possible_duplicates。 It may repeat a referral that you see; see `possible_duplicates`. */
  warnings: Array<string>;
  /** Only where the action concerned a session. */
  session_id?: string | null;
  /** Only where a mediator was assigned. */
  mediator_id?: string | null;
  /** Only where the action concerned a procedure. */
  procedure_id?: string | null;
  /** Only where a case number was added. */
  case_number_id?: string | null;
  /** Only where the action concerned a representative. */
  representative_id?: string | null;
  /** Only where the action concerned a claim. */
  claim_id?: string | null;
  /** Only where an address was recorded. */
  service_address_id?: string | null;
  /** Only where a material was asked for or handed in. */
  material_id?: string | null;
  /** Only where the action concerned a notice. */
  notice_id?: string | null;
  /** Only where a message was sent. */
  message_id?: string | null;
  /** Only where the action concerned an urging. */
  urging_id?: string | null;
  /** Only where a document was put or withdrawn. */
  document_id?: string | null;
  /** Only where the action concerned a conflict of interest. */
  conflict_id?: string | null;
  /** Only where the action concerned a series. */
  series_id?: string | null;
  /** Only while suspended: whether the term runs on. */
  term_runs?: boolean | null;
  /** Only where the report came late. */
  late?: LateView | null;
  /** The dispute that the referral belongs to. */
  dispute_id?: string | null;
  /** Only where a referral was opened: those that it may repeat. */
  possible_duplicates?: Array<DuplicateView> | null;
}

export interface ReceiveEndingRulingFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The creditor has received the ruling that ends the procedure; seven days to decline a suit begin. */
export interface ReceiveEndingRulingRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "receive_ending_ruling";
}

export type ReceiveMaterialsFacts = Record<string, unknown>;

/** The organisation signs for the court's materials 材料签收. */
export interface ReceiveMaterialsRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "receive_materials";
}

export interface RecomputeDeadlinesFacts {
  rules: Array<string>;
  due_before: Array<string>;
  due_after: Array<string>;
}

/** What it would have come to with `dry_run=true`. */
export interface ReconcileRehearsal {
  id: string;
  platform: string;
  day: string;
  state: ReconciliationState;
  difference_count: number;
  dry_run: true;
}

/** The court's platform is to be asked what it holds, and compared. */
export interface ReconcileRequest {
  platform: string;
  /** The day that is compared, today if not given. */
  day?: string | null;
}

/** The answer: what was found is read at its address. */
export interface Reconciled {
  id: string;
  platform: string;
  day: string;
  state: ReconciliationState;
  difference_count: number;
}

/** One reconciliation. */
export interface ReconciliationBrief {
  id: string;
  platform: string;
  day: string;
  state: ReconciliationState;
  ours_count: number;
  theirs_count: number;
  difference_count: number;
  recorded_at: string;
  /** The program that asked for it; null for the nightly one. */
  started_by: string | null;
  approved_by: string | null;
  approved_at: string | null;
}

/** A page of reconciliations, newest first. */
export interface ReconciliationList {
  items: Array<ReconciliationBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** How a reconciliation stands; the values are stored. */
export type ReconciliationState = "clean" | "open" | "applied";

/** One reconciliation with its differences; `apply` names them by their places, from 0. */
export interface ReconciliationView {
  id: string;
  platform: string;
  day: string;
  state: ReconciliationState;
  ours_count: number;
  theirs_count: number;
  difference_count: number;
  recorded_at: string;
  /** The program that asked for it; null for the nightly one. */
  started_by: string | null;
  approved_by: string | null;
  approved_at: string | null;
  /** Of those that are kept, by kind. */
  counts: Record<string, number>;
  differences: Array<DifferenceView>;
}

export interface RecordArbitrationAcceptedFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The arbitration commission has taken the case. */
export interface RecordArbitrationAcceptedRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "record_arbitration_accepted";
}

export interface RecordArbitrationRefusedFacts {
  procedure_kind: string;
  /** Code of the list `arbitration_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The arbitration commission does not take the case. */
export interface RecordArbitrationRefusedRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "record_arbitration_refused";
  reason: "not_arbitrable" | "wrong_commission" | "limitation" | "other";
}

export interface RecordChoiceFacts {
  organisation_id: string;
  chosen_by: Array<string>;
}

/** The parties jointly choose an organisation 共同选择. */
export interface RecordChoiceRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_choice";
  organisation_id: string;
  chosen_by: Array<string>;
}

export interface RecordConsentFacts {
  party_id: string;
  /** Code of the list `consent_kind`; lists grow. */
  consent_kind: string;
  given: boolean;
}

/** One party gives or takes back its word on one matter, on the day of `occurred_on`. */
export interface RecordConsentRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_consent";
  party_id: string;
  kind: "mediate" | "online" | "electronic_service" | "recording" | "data_sharing" | "extension" | "appraisal";
  given: boolean;
}

export interface RecordCorrectedByCorrectRecord {
  action: "correct_record";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CorrectRecordFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Entry marked as made in error 记录已更正. */
export interface RecordCorrectedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "record.corrected";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: RecordCorrectedByCorrectRecord;
  links: {
    referral: string;
  };
}

export interface RecordFeePaidFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  relief: boolean;
}

/** The court fee is paid, or relief from it was granted. */
export interface RecordFeePaidRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "record_fee_paid";
  /** True where relief from the fee was granted 缓减免. */
  relief?: boolean;
}

export interface RecordNoticeResultFacts {
  notice_id: string;
  /** Code of the list `notice_result`; lists grow. */
  notice_result: string;
}

/** What became of a notice. */
export interface RecordNoticeResultRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_notice_result";
  notice_id: string;
  result: "sent" | "received" | "failed";
}

export interface RecordOpinionFacts {
  party_id: string;
  purpose: string;
  /** Code of the list `contact_means`; lists grow. */
  means: string;
  /** Code of the list `contact_result`; lists grow. */
  result: string;
}

/** The court records what one party said when asked 征询意见. */
export interface RecordOpinionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_opinion";
  party_id: string;
  means: "phone" | "sms" | "wechat" | "in_person" | "letter" | "platform" | "other";
  result: "consents" | "refuses" | "not_reached" | "undecided";
  /** Personal data: kept encrypted, in no event. */
  statement?: string | null;
}

export interface RecordOtherRoleFacts {
  conflict_id: string;
  mediator_id: string;
  raised_by: string;
  /** Code of the list `conflict_state`; lists grow. */
  decision: string;
  /** Code of the list `mediator_other_role`; lists grow. */
  role: string;
}

/** A mediator has another role in the case, which bars it from mediating; who mediated may have none later. */
export interface RecordOtherRoleRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_other_role";
  mediator_id: string;
  role: "juror" | "agent" | "witness" | "appraiser" | "interpreter";
}

export interface RecordPerformanceFacts {
  performed_on: string;
  term_id?: string;
  amount?: string;
  left?: string;
  instalment_state?: string;
  /** Code of the list `performance_means`; lists grow. */
  means?: string;
}

/**
 * The agreement is fully performed; or, where `term_id` is given, one instalment or a part of it.
 * An instalment is recorded on proof or with the other side's confirmation, and never beyond what is left of it.
 */
export interface RecordPerformanceRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_performance";
  /** The instalment, as in `GET …/performance`; null for all. */
  term_id?: string | null;
  /** Yuan; all that is left of the instalment if not given. */
  amount?: string | null;
  /** Day on which it was paid or done; the legal date of the record if not given. */
  performed_on?: string | null;
  /** Who performed; whoever promised it if not given. */
  payer_party_id?: string | null;
  means?: "bank_transfer" | "online_payment" | "cash" | "deposit" | "offset" | "delivery" | "act" | "enforcement" | "other" | null;
  /** SHA-256 of the document that proves it. */
  proof_sha256?: string | null;
  /** The party of the other side that confirmed it. */
  confirmed_by?: string | null;
}

export interface RecordReviewReceiptFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  party_id: string;
  /** Code of the list `notice_means`; lists grow. */
  means: string;
}

/** One party has signed for the commission's statement 签收; the last signature gives it effect. */
export interface RecordReviewReceiptRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "record_review_receipt";
  party_id: string;
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
}

export interface RecordServiceAddressFacts {
  service_address_id: string;
  party_id: string;
  /** Code of the list `service_address_kind`; lists grow. */
  address_kind: string;
}

/** A confirmed address for service 送达地址确认书; the latest of a party and kind stands. */
export interface RecordServiceAddressRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_service_address";
  party_id: string;
  kind: "postal" | "electronic" | "sms";
  /** With `sms` a telephone number; with `electronic` an e-mail address where it holds an @. */
  address: string;
}

export interface RecordSigningClauseFacts {
  binding_basis: string;
  binding_from: string;
}

/** The court reviewed the clause by which signing puts the agreement in force, and put it on its record. */
export interface RecordSigningClauseRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_signing_clause";
}

export interface RecordStatementReceiptFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  party_id: string;
  /** Code of the list `notice_means`; lists grow. */
  means: string;
}

/** One party has signed for the mediation statement 签收; the last signature gives it effect. */
export interface RecordStatementReceiptRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "record_statement_receipt";
  party_id: string;
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
}

export interface RecordSuccessionFacts {
  party_id: string;
  /** Code of the list `succession_ground`; lists grow. */
  ground: string;
  heir_ids: Array<string>;
}

/** Heirs or successors stand in a party's place 承继; the party stays in the record. */
export interface RecordSuccessionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "record_succession";
  party_id: string;
  ground: "death" | "reorganisation";
  /** From when on; the legal date if left out. */
  succeeded_on?: string | null;
  heirs: Array<HeirRequest>;
}

/**
 * How a late report was entered.
 * own_day  with the day on which it happened, which lies inside the period
 * late     with a day after the last one; it counts all the same
 * expired  as the expiry of the term, since nothing else was reported of it
 */
export type RecordedAs = "own_day" | "late" | "expired";

export interface ReferBackFacts {
  organisation_id: string;
  from_id: string;
  level: number;
  /** Code of the list `refer_back_reason`; lists grow. */
  reason: string;
  sharing_id: string;
}

/** A level below gives it back to the level above; it no longer sees the referral afterwards. */
export interface ReferBackRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "refer_back";
  reason: "outside_charter" | "outside_expertise" | "otherwise_unsuitable" | "no_capacity" | "outside_region";
  explanation: string;
}

export interface ReferToArbitrationFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** A labour dispute not yet arbitrated goes to arbitration first 告知仲裁. */
export interface ReferToArbitrationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "refer_to_arbitration";
}

export interface ReferralAcceptedByAccept {
  action: "accept";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "submitted" | "consulting" | "overdue";
  state_after: "accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AcceptFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Accepted 已接受. */
export interface ReferralAcceptedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.accepted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralAcceptedByAccept;
  links: {
    referral: string;
  };
}

export interface ReferralAmendedByAmend {
  action: "amend";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AmendFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Particulars amended 移交信息已更正. */
export interface ReferralAmendedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.amended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralAmendedByAmend;
  links: {
    referral: string;
  };
}

/** A referral as lists show it. */
export interface ReferralBrief {
  id: string;
  number: string;
  dispute_id: string;
  version: number;
  kind: Kind;
  track: Track;
  body: Body | null;
  state: MediationState;
  stage: Stage;
  outcome: app_domain_lifecycle_states_Outcome | null;
  end_reason: EndReason | null;
  closure: Closure | null;
  route: Route | null;
  /** The court that referred; null for `direct` and `transferred`. */
  court_id: string | null;
  /** The body that transferred; only for `transferred`. */
  referring_body_id: string | null;
  holder_id: string | null;
  /** Whom the parties chose jointly, until somebody is offered it. */
  chosen_organisation_id: string | null;
  channel_id: string | null;
  court_reference: string | null;
  cause: CauseView | null;
  claim_amount: string | null;
  on_court_platform: boolean;
  opened_on: string;
  materials_received_on: string | null;
  /** After filing: day of the end report; the court then closes. */
  reported_on: string | null;
  /** While the court's request to call it off is open. */
  cancel_requested_on: string | null;
  series_id: string | null;
  filed_on: string | null;
  procedure_type: "ordinary" | "summary" | "small_claims" | null;
  preservation: boolean;
  preserved_on: string | null;
  priority: "normal" | "high" | "urgent";
  sensitivities: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  intake_source: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer: "court" | "organisation" | "association" | "finance" | "none" | null;
  arbitration: "arbitrated" | "wage_iou" | null;
  business_status: "in_progress" | "waiting_for_party" | "waiting_for_court" | "waiting_for_materials" | "waiting_for_appraisal" | "on_hold" | "done" | null;
  business_reason: "party_abroad" | "party_asked_for_time" | "related_case_pending" | "evidence_outstanding" | "holiday" | "workload" | "other" | null;
  last_fact_on: string;
  recorded_at: string;
  due: Record<string, string>;
  links: Record<string, string>;
}

export interface ReferralCancelRefusedByRefuseCancel {
  action: "refuse_cancel";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  state_after: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RefuseCancelFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Cancellation refused 撤销请求未获同意. */
export interface ReferralCancelRefusedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.cancel_refused";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralCancelRefusedByRefuseCancel;
  links: {
    referral: string;
  };
}

export interface ReferralCancelRequestedByRequestCancel {
  action: "request_cancel";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  state_after: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RequestCancelFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Cancellation requested 已请求撤销. */
export interface ReferralCancelRequestedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.cancel_requested";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralCancelRequestedByRequestCancel;
  links: {
    referral: string;
  };
}

export interface ReferralClosedByClose {
  action: "close";
  kind: "pre_filing" | "post_filing" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "unassigned" | "mediation_ended";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CloseFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ReferralClosedByCloseByOtherMeans {
  action: "close_by_other_means";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "post_filing_first" | "in_trial" | "judge_led";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediation_ended";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CloseByOtherMeansFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ReferralClosedByFindSham {
  action: "find_sham";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "suspended" | "term_expired";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: FindShamFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ReferralClosedByReportResult {
  action: "report_result";
  kind: "pre_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediation_ended";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReportResultFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Closed 结案. */
export interface ReferralClosedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.closed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralClosedByClose | ReferralClosedByReportResult | ReferralClosedByCloseByOtherMeans | ReferralClosedByFindSham;
  links: {
    referral: string;
  };
}

export interface ReferralDeclinedByDecline {
  action: "decline";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue" | "submitted" | "consulting";
  state_after: "unassigned" | "returned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DeclineFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Declined 未接受. */
export interface ReferralDeclinedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.declined";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralDeclinedByDecline;
  links: {
    referral: string;
  };
}

export interface ReferralDelegatedByDelegate {
  action: "delegate";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | "consulting" | null;
  state_after: "awaiting_acceptance";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DelegateFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Offered to an organisation 已移交待接收. */
export interface ReferralDelegatedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.delegated";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralDelegatedByDelegate;
  links: {
    referral: string;
  };
}

export interface ReferralDispatchedByDispatch {
  action: "dispatch";
  kind: "pre_filing" | "post_filing";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue";
  state_after: "awaiting_acceptance" | "overdue";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: DispatchFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Dispatched down 已转派. */
export interface ReferralDispatchedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.dispatched";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralDispatchedByDispatch;
  links: {
    referral: string;
  };
}

export interface ReferralHandedBackByHandBack {
  action: "hand_back";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating";
  state_after: "unassigned" | "returned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: HandBackFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Handed back after acceptance 接受后退回. */
export interface ReferralHandedBackEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.handed_back";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralHandedBackByHandBack;
  links: {
    referral: string;
  };
}

export interface ReferralInvitedByInvite {
  action: "invite";
  kind: "assisted";
  track: "judge_led";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "consulting" | "unassigned" | null;
  state_after: "accepted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: InviteFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Invited to help a judge mediate 已邀请协助调解. */
export interface ReferralInvitedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.invited";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralInvitedByInvite;
  links: {
    referral: string;
  };
}

/** A page, newest first. For keeping in step use the feed, not this list. */
export interface ReferralList {
  items: Array<ReferralBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

export interface ReferralNumberedByAddCaseNumber {
  action: "add_case_number";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AddCaseNumberFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Case number recorded 案号已登记. */
export interface ReferralNumberedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.numbered";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralNumberedByAddCaseNumber;
  links: {
    referral: string;
  };
}

export interface ReferralOverdueByRunOverdue {
  action: "run_overdue";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "submitted" | "consulting";
  state_after: "overdue";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RunOverdueFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Acceptance window closed 逾期未接收. */
export interface ReferralOverdueEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.overdue";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralOverdueByRunOverdue;
  links: {
    referral: string;
  };
}

/** The duties of one referral, newest first. */
export interface ReferralPlatformEntries {
  items: Array<PlatformEntryView>;
}

export interface ReferralReassignedByReassign {
  action: "reassign";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "overdue" | "unassigned";
  state_after: "awaiting_acceptance";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReassignFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Offered to another organisation 已重新指定. */
export interface ReferralReassignedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.reassigned";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralReassignedByReassign;
  links: {
    referral: string;
  };
}

export interface ReferralRecalledByRecall {
  action: "recall";
  kind: "pre_filing" | "post_filing";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue";
  state_after: "awaiting_acceptance" | "overdue";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecallFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Recalled by the level above 已撤回转派. */
export interface ReferralRecalledEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.recalled";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralRecalledByRecall;
  links: {
    referral: string;
  };
}

export interface ReferralReferredBackByReferBack {
  action: "refer_back";
  kind: "pre_filing" | "post_filing";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue";
  state_after: "awaiting_acceptance" | "overdue";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReferBackFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Referred back to the level above 已退回上一级. */
export interface ReferralReferredBackEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.referred_back";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralReferredBackByReferBack;
  links: {
    referral: string;
  };
}

export interface ReferralReportedBackByReportBack {
  action: "report_back";
  kind: "transferred";
  track: "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "closed";
  state_after: "closed";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReportBackFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Reported back to the referring body 已向移送单位反馈. */
export interface ReferralReportedBackEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.reported_back";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralReportedBackByReportBack;
  links: {
    referral: string;
  };
}

export interface ReferralReturnedByReturn {
  action: "return";
  kind: "pre_filing" | "post_filing" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | "consulting";
  state_after: "returned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReturnFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Returned 已退回. */
export interface ReferralReturnedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.returned";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralReturnedByReturn;
  links: {
    referral: string;
  };
}

export interface ReferralStatusChangedBySetBusinessStatus {
  action: "set_business_status";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SetBusinessStatusFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Business status changed 业务状态已变更. */
export interface ReferralStatusChangedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.status_changed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralStatusChangedBySetBusinessStatus;
  links: {
    referral: string;
  };
}

export interface ReferralSubmittedByConsult {
  action: "consult";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "submitted" | null;
  state_after: "consulting";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ConsultFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ReferralSubmittedBySubmit {
  action: "submit";
  kind: "pre_filing" | "direct";
  track: "pre_filing_2016" | "pre_filing_2022" | "direct";
  machine: "mediation";
  procedure_id: string | null;
  state_before: null;
  state_after: "submitted";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: SubmitFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Referral submitted 移交已提出. */
export interface ReferralSubmittedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.submitted";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralSubmittedByConsult | ReferralSubmittedBySubmit;
  links: {
    referral: string;
  };
}

export interface ReferralTakenBackByConfirmCancel {
  action: "confirm_cancel";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  state_after: "unassigned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ConfirmCancelFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface ReferralTakenBackByTakeBack {
  action: "take_back";
  kind: "pre_filing" | "post_filing" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue" | "accepted" | "contacting" | "mediating" | "appraising" | "term_expired" | "suspended";
  state_after: "unassigned";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: TakeBackFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Taken back 已收回. */
export interface ReferralTakenBackEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.taken_back";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralTakenBackByTakeBack | ReferralTakenBackByConfirmCancel;
  links: {
    referral: string;
  };
}

export interface ReferralTargetAllowedByAllowOrganisation {
  action: "allow_organisation";
  kind: "pre_filing" | "post_filing";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "awaiting_acceptance" | "overdue";
  state_after: "awaiting_acceptance" | "overdue";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AllowOrganisationFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Dispatch to an organisation that is not listed allowed 已同意转派名册外组织. */
export interface ReferralTargetAllowedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.target_allowed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralTargetAllowedByAllowOrganisation;
  links: {
    referral: string;
  };
}

export interface ReferralUrgeAnsweredByAnswerUrge {
  action: "answer_urge";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AnswerUrgeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Urging answered 催办已答复. */
export interface ReferralUrgeAnsweredEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.urge_answered";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralUrgeAnsweredByAnswerUrge;
  links: {
    referral: string;
  };
}

export interface ReferralUrgedByUrge {
  action: "urge";
  kind: "pre_filing" | "post_filing" | "transferred";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: UrgeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Urged 已催办. */
export interface ReferralUrgedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "referral.urged";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ReferralUrgedByUrge;
  links: {
    referral: string;
  };
}

/** One referral with what may be done next, and why not the rest. */
export interface ReferralView {
  id: string;
  number: string;
  dispute_id: string;
  version: number;
  kind: Kind;
  track: Track;
  body: Body | null;
  state: MediationState;
  stage: Stage;
  outcome: app_domain_lifecycle_states_Outcome | null;
  end_reason: EndReason | null;
  closure: Closure | null;
  route: Route | null;
  /** The court that referred; null for `direct` and `transferred`. */
  court_id: string | null;
  /** The body that transferred; only for `transferred`. */
  referring_body_id: string | null;
  holder_id: string | null;
  /** Whom the parties chose jointly, until somebody is offered it. */
  chosen_organisation_id: string | null;
  channel_id: string | null;
  court_reference: string | null;
  cause: CauseView | null;
  claim_amount: string | null;
  on_court_platform: boolean;
  opened_on: string;
  materials_received_on: string | null;
  /** After filing: day of the end report; the court then closes. */
  reported_on: string | null;
  /** While the court's request to call it off is open. */
  cancel_requested_on: string | null;
  series_id: string | null;
  filed_on: string | null;
  procedure_type: "ordinary" | "summary" | "small_claims" | null;
  preservation: boolean;
  preserved_on: string | null;
  priority: "normal" | "high" | "urgent";
  sensitivities: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  intake_source: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer: "court" | "organisation" | "association" | "finance" | "none" | null;
  arbitration: "arbitrated" | "wage_iou" | null;
  business_status: "in_progress" | "waiting_for_party" | "waiting_for_court" | "waiting_for_materials" | "waiting_for_appraisal" | "on_hold" | "done" | null;
  business_reason: "party_abroad" | "party_asked_for_time" | "related_case_pending" | "evidence_outstanding" | "holiday" | "workload" | "other" | null;
  last_fact_on: string;
  recorded_at: string;
  due: Record<string, string>;
  links: Record<string, string>;
  case_numbers: Array<CaseNumberView>;
  parties: Array<PartyBrief>;
  procedures: Array<ProcedureView>;
  /** What the court told the party on returning the application. Reading it is recorded. */
  return_advice: string | null;
  /** Null unless mediation is suspended. */
  suspension: SuspensionView | null;
  /** What you may POST to its transitions now. */
  allowed_actions: Array<Action>;
  /** What is yours to do in other circumstances. */
  blocked_actions: Array<BlockedAction>;
  /** Null unless `expand` was given. */
  expanded: ExpandedView | null;
  /** The states after the `version` asked for, else null; the rest of the answer is of now. */
  as_of: PastView | null;
}

/** What can happen to a referring body. */
export type ReferringBodyChange = RenameChange | EndChange;

/** A page of referring bodies. */
export interface ReferringBodyList {
  items: Array<ReferringBodyView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** A body that sends disputes without being a court, to be registered. */
export interface ReferringBodyRequest {
  valid_from: string;
  valid_to?: string | null;
  name: string;
  kind: "labour_arbitration_commission" | "governance_centre" | "government_department" | "union" | "police" | "petition_office" | "other";
  region?: string | null;
}

/** A referring body. */
export interface ReferringBodyView {
  id: string;
  name: string;
  kind: "labour_arbitration_commission" | "governance_centre" | "government_department" | "union" | "police" | "petition_office" | "other";
  region: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface RefuseApplicationFacts {
  procedure_kind: string;
  /** Code of the list `not_accept_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court does not accept the application 不予受理. */
export interface RefuseApplicationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_application";
  reason: "outside_court_remit" | "wrong_court" | "status_relation" | "other_procedure" | "property_right_confirmation" | "materials_not_supplied";
}

export interface RefuseCancelFacts {
  message_id?: string;
}

/** The organisation goes on, and says why. */
export interface RefuseCancelRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "refuse_cancel";
  explanation: string;
}

export interface RefuseCertificateFacts {
  procedure_kind: string;
  /** Code of the list `certificate_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The notary issues no certificate: the creditor sues. */
export interface RefuseCertificateRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_certificate";
  reason: "performed" | "not_due" | "disputed" | "other";
}

export interface RefuseEnforcementFacts {
  procedure_kind: string;
  /** Code of the list `enforcement_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court does not take the application 不予受理. */
export interface RefuseEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_enforcement";
  reason: "wrong_court" | "parties_unclear" | "content_unclear" | "not_to_be_notarised" | "promise_missing" | "certificate_missing" | "other";
}

export interface RefuseMediatorFacts {
  /** Code of the list `end_reason`; lists grow. */
  reason: string;
  /** Code of the list `outcome`; lists grow. */
  outcome: string;
  party_id: string;
}

/** A party refuses the mediator and chooses no other; that refuses mediation, which ends. */
export interface RefuseMediatorRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "refuse_mediator";
  party_id: string;
}

export interface RefuseNotarisationFacts {
  procedure_kind: string;
  /** Code of the list `notarisation_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The notary does not notarise it. */
export interface RefuseNotarisationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_notarisation";
  reason: "no_payment_content" | "promise_missing" | "involuntary" | "unlawful" | "other";
}

export interface RefusePaymentOrderFacts {
  procedure_kind: string;
  /** Code of the list `payment_order_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court does not accept the application 不予受理. */
export interface RefusePaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_payment_order";
  reason: "materials_not_supplied" | "not_due_or_uncertain" | "counter_performance" | "debtor_unreachable" | "wrong_court" | "preservation" | "claim_unlawful";
}

export interface RefuseRegistrationFacts {
  procedure_kind: string;
  /** Code of the list `registration_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court does not register the case 不予立案. */
export interface RefuseRegistrationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_registration";
  reason: "conditions_not_met" | "outside_jurisdiction" | "materials_not_supplied" | "arbitration_first" | "other";
}

export interface RefuseReviewFacts {
  procedure_kind: string;
  /** Code of the list `review_not_accept_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The commission does not accept the application 不予受理. */
export interface RefuseReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_review";
  reason: "not_arbitrable" | "wrong_commission" | "out_of_time" | "labour_relationship" | "judicially_confirmed";
}

export interface RefuseReviewStatementFacts {
  procedure_kind: string;
  /** Code of the list `review_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The commission makes no statement. */
export interface RefuseReviewStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_review_statement";
  reason: "mandatory_law" | "harm_to_others" | "false_evidence" | "involuntary" | "content_unclear" | "other";
}

export interface RefuseStatementFacts {
  procedure_kind: string;
  /** Code of the list `statement_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court makes no mediation statement. */
export interface RefuseStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_statement";
  reason: "involuntary" | "unlawful" | "harm_to_others" | "sham_suspected" | "other";
}

export interface RefuseToSignFacts {
  party_id: string;
  /** Code of the list `end_reason`; lists grow. */
  reason: string;
  /** Code of the list `outcome`; lists grow. */
  outcome: string;
}

/** A party will not sign 拒绝签署. */
export interface RefuseToSignRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "refuse_to_sign";
  party_id: string;
}

export interface RefuseWithdrawalFacts {
  procedure_kind: string;
  /** Code of the list `withdrawal_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court does not permit the withdrawal of the suit. */
export interface RefuseWithdrawalRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "refuse_withdrawal";
  reason: "unlawful" | "harms_others" | "other";
}

/** A name that a code had; days are known to the year. */
export interface RegionNameView {
  name: string;
  valid_from: string | null;
  valid_to: string | null;
}

/** Region codes, in their order. */
export interface RegionPage {
  items: Array<RegionView>;
  next: string | null;
}

/** A region code with its names, oldest first. */
export interface RegionView {
  code: string;
  level: number;
  names: Array<RegionNameView>;
}

export interface RegisterCaseFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  ended_procedure_ids?: Array<string>;
}

/** The court registers the case 立案. */
export interface RegisterCaseRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "register_case";
}

/** What was made; read it at Location. */
export interface Registered {
  id: string;
}

/** The write would have been made. */
export interface RegistryRehearsal {
  dry_run: true;
}

/** What a write with `dry_run=true` would have come to. Nothing was written, no key was used. */
export interface Rehearsal {
  dry_run: true;
  /** Only where the referral is there already. */
  id?: string | null;
  number: string | null;
  version: number;
  state: MediationState;
  stage: Stage;
  due: Record<string, string>;
  /** Only where the referral is there already. */
  links?: Record<string, string> | null;
  /** Codes of what is allowed and yet worth a look. `cause_not_stated`: 申请司法确认时未说明案由。 Confirmation was applied for and nobody stated a cause. `cause_outside_channel`: 案由不在渠道范围内。 The cause is outside the scope of the channel, which is not strict. `cause_version_mismatch`: 案由所属版本并非立案（或者提出）当日施行的版本。 The cause is of another list than that in force on the day of filing, or of opening. `preservation_ends_before_term`: 诉前保全后起诉的期限先于延长后的调解期限届满，逾期不起诉的，保全将解除。 The days to sue after pre-suit preservation end before the extended term; without a suit it is lifted. `court_code_unknown`: 案号中的法院代码未收录；常见，不影响办理。 The court code in a case number is not among those recorded; frequent and harmless. `dispute_of_others`: 所指纠纷的当事人似与本件不同。 The parties of the dispute that is named seem to be others. `enforcement_time_bar`: 申请执行的二年期间全部或者部分已届满，债务人可提出时效异议。 The two years for enforcement are over, for all or for an instalment; the debtor may raise it. `organisation_full`: 该组织登记为满负荷。 The organisation says that it is full. `organisation_limited`: 该组织登记为接近饱和。 The organisation says that it is nearly full. `possible_duplicate`: 可能与已有移交重复，见 possible_duplicates。 It may repeat a referral that you see; see `possible_duplicates`. */
  warnings: Array<string>;
  /** Only where a mediator would be assigned. */
  mediator_id?: string | null;
  /** Only where the action concerned a series. */
  series_id?: string | null;
  /** Only while suspended: whether the term runs on. */
  term_runs?: boolean | null;
  /** Only where the report would come late. */
  late?: LateView | null;
  /** Null where the dispute would be a new one. */
  dispute_id?: string | null;
  /** Only where a referral would be opened: those that it may repeat. */
  possible_duplicates?: Array<DuplicateView> | null;
}

export interface RejectConfirmationFacts {
  procedure_kind: string;
  /** Code of the list `reject_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court rejects the application 裁定驳回. */
export interface RejectConfirmationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "reject_confirmation";
  reason: "mandatory_law" | "harm_to_others" | "public_order" | "involuntary" | "content_unclear" | "other" | "not_acceptable";
}

export interface RejectPaymentOrderFacts {
  procedure_kind: string;
  /** Code of the list `payment_order_refusal_reason`; lists grow. */
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court rejects the application by ruling 裁定驳回. */
export interface RejectPaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "reject_payment_order";
  reason: "materials_not_supplied" | "not_due_or_uncertain" | "counter_performance" | "debtor_unreachable" | "wrong_court" | "preservation" | "claim_unlawful";
}

export type RemoveConsumerAnswer = ConsumerRemoved | ConsumerRehearsal;

/** For good: it delivers nothing more, its secrets end. Everything stays to be read. */
export interface RemoveEndpoint {
  action: "remove";
}

/** Another name from a day on. A name that was given once stays with its record. */
export interface RenameChange {
  change: "rename";
  valid_from: string;
  name: string;
}

export interface ReopenFacts {
  /** Code of the list `reopen_reason`; lists grow. */
  reason: string;
  until?: string;
  message_id?: string;
}

/** The court lets a mediation go on that was ended or closed, while nothing followed from it 恢复调解. */
export interface ReopenRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "reopen";
  reason: "closed_by_mistake" | "court_decision" | "parties_agree" | "other";
  explanation: string;
  /** New last day, before it is moved off rest days; needed once the term is over. */
  until?: string | null;
  /** Who agreed to the new last day: all parties. */
  agreed_by?: Array<string> | null;
}

/**
 * What is proposed; the values are stored. Nothing is done before somebody approves it.
 * send_again    tell the platform anew what it has to know of the referral, each message under its old key
 * fetch_again   fetch the platform's list from the beginning; what came before is known by its id
 * enter_again   the duty is due again: somebody has to enter it
 */
export type Repair = "send_again" | "fetch_again" | "enter_again";

/** The answer to that. */
export interface RepairsApplied {
  id: string;
  state: ReconciliationState;
  repaired_count: number;
}

/** What it would have come to with `dry_run=true`. */
export interface RepairsRehearsal {
  id: string;
  state: ReconciliationState;
  repaired_count: number;
  dry_run: true;
}

export interface ReplaceMediatorFacts {
  mediator_id: string;
  lead: boolean;
  replaced_id: string;
  /** Code of the list `mediator_change_reason`; lists grow. */
  reason: string;
}

/** Another mediator of the roster takes over. */
export interface ReplaceMediatorRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "replace_mediator";
  /** Who takes over. */
  mediator_id: string;
  /** Whose turn ends. */
  replaced_id: string;
  reason: "recusal" | "party_request" | "unavailable" | "capacity" | "conflict_disclosed" | "other";
}

/** A parked message is to be tried again. */
export type ReplayMessageRequest = Record<string, unknown>;

export type ReplayPlatformMessageAnswer = MessageReplayed | MessageReplayRehearsal;

/** What is delivered again. Name where it begins, unless only what is missing is wanted. */
export interface ReplayRequest {
  /** First position in your feed. */
  from_position?: number | null;
  /** Last position; the same as the first for one. */
  to_position?: number | null;
  /** Only events recorded then or later. */
  since?: string | null;
  /** Only events recorded then or earlier. */
  until?: string | null;
  /** Only what did not arrive: parked, skipped, or never sent. */
  only_missing?: boolean;
}

export type ReplayWebhookDeliveriesAnswer = Replayed | EndpointRehearsal;

/** What was set going again. */
export interface Replayed {
  id: string;
  version: number;
  state: EndpointState;
  replayed_count: number;
  /** Where to go on, where there was more than fits one request. */
  next_position: number | null;
}

export interface ReportBackFacts {
  closure: string | null;
}

/** The organisation tells the referring body how the matter ended 结案反馈. */
export interface ReportBackRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "report_back";
}

export interface ReportBreachFacts {
  party_id: string;
  breached_on: string;
  term_ids?: Array<string>;
}

/** A promise was not kept by its day 未履行. */
export interface ReportBreachRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "report_breach";
  /** Who owes it. */
  party_id: string;
  /** The instalment; all of that party that are past their day if not given. */
  term_id?: string | null;
}

export interface ReportResultFacts {
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  outcome: string | null;
  /** Code of the list `route`; lists grow. */
  route?: string;
  cancel_request_closed?: boolean;
}

/** The end report. It closes the mediation region, except after filing: there the court's record closes it. */
export interface ReportResultRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "report_result";
  /** The way on, where claims stay open. */
  route?: Route | null;
}

export interface RepresentativeAddedByAddRepresentative {
  action: "add_representative";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: AddRepresentativeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Representative added 代理人已登记. */
export interface RepresentativeAddedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "representative.added";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: RepresentativeAddedByAddRepresentative;
  links: {
    referral: string;
  };
}

export interface RepresentativeEndedByEndRepresentative {
  action: "end_representative";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: EndRepresentativeFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Representation ended 代理已终止. */
export interface RepresentativeEndedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "representative.ended";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: RepresentativeEndedByEndRepresentative;
  links: {
    referral: string;
  };
}

/** All representatives, oldest first. */
export interface RepresentativeList {
  items: Array<RepresentativeView>;
  revealed: boolean;
}

/** Somebody who acts for a party. Special authority 特别授权 is needed to settle. */
export interface RepresentativeRequest {
  kind: "agent" | "legal_representative" | "guardian" | "elected_workers_representative";
  authority: "general" | "special";
  name: string;
  id_type?: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  id_number?: string | null;
  phone?: string | null;
}

/** Somebody who acts for a party, or did. */
export interface RepresentativeView {
  id: string;
  party_id: string;
  kind: "agent" | "legal_representative" | "guardian" | "elected_workers_representative";
  authority: "general" | "special";
  from_on: string;
  until_on: string | null;
  name: string;
  id_type: "resident_id" | "credit_code" | "passport" | "hk_macao_permit" | "taiwan_permit" | "residence_permit" | "foreign_permanent_residence" | "other" | null;
  id_number: string | null;
  phone: string | null;
}

export interface RepudiateAgreementFacts {
  party_id: string;
}

/** After filing a party goes back on the agreement before it binds for good 反悔. */
export interface RepudiateAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "repudiate_agreement";
  party_id: string;
}

export interface RepudiateStatementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  party_id: string;
}

/** A party goes back on the mediation statement before it was served 反悔. */
export interface RepudiateStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "repudiate_statement";
  party_id: string;
}

export interface RequestCancelFacts {
  /** Code of the list `cancel_reason`; lists grow. */
  reason: string;
  message_id?: string;
}

/** The court asks for an accepted referral to be called off. */
export interface RequestCancelRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "request_cancel";
  reason: "party_withdrew" | "filed_elsewhere" | "entered_in_error" | "duplicate" | "court_needs_case_back" | "other";
  explanation?: string | null;
}

export interface RequestCertificateFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  applicant_ids: Array<string>;
}

/** After a breach the creditor asks for the certificate of enforcement 申请执行证书. */
export interface RequestCertificateRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "request_certificate";
  /** The creditors. */
  applicant_ids: Array<string>;
}

export interface RequestCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  reply_by: string;
}

/** The court asks for what is missing, by a day 限期补正; before acceptance, or while it reviews. */
export interface RequestCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "request_correction";
  /** Last day for handing it in, inclusive. */
  reply_by: string;
}

export interface RequestFilingCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  reply_by: string;
}

/** The court asks for what a complaint lacks 限期补正. */
export interface RequestFilingCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "request_filing_correction";
  /** Last day for handing it in, inclusive. */
  reply_by: string;
}

export interface RequestMaterialsFacts {
  material_id: string;
  /** Code of the list `material_kind`; lists grow. */
  material_kind: string;
  source: string;
  due_on?: string;
}

/** Something is asked for; `party_id` exactly where a party is to bring it. */
export interface RequestMaterialsRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "request_materials";
  kind: "complaint" | "evidence" | "identity_document" | "power_of_attorney" | "judgment" | "service_address_form" | "undisputed_facts" | "appraisal_report" | "mediation_agreement" | "other";
  /** Who is to bring it. */
  source: "court" | "organisation" | "referring_body" | "party";
  party_id?: string | null;
  due_on?: string | null;
  title?: string | null;
}

export interface RequestOrderCorrectionFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  reply_by: string;
}

/** The court asks for what an application for a payment order lacks 限期补正. */
export interface RequestOrderCorrectionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "request_order_correction";
  /** Last day for handing it in, inclusive. */
  reply_by: string;
}

export interface RequestStatementFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The parties ask the court for a mediation statement 请求制作调解书. */
export interface RequestStatementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "request_statement";
  applicant_ids: Array<string>;
}

export interface RestoreEnforcementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** Enforcement goes on 恢复执行: property was found, or a settlement was not kept. */
export interface RestoreEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "restore_enforcement";
}

export interface ResultReportedByReportResult {
  action: "report_result";
  kind: "post_filing";
  track: "post_filing_2016" | "post_filing_first" | "in_trial";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediation_ended";
  state_after: "mediation_ended";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ReportResultFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Result reported 结果已报送. */
export interface ResultReportedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "result.reported";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ResultReportedByReportResult;
  links: {
    referral: string;
  };
}

/** A paused endpoint delivers again. */
export interface ResumeEndpoint {
  /** What becomes of what waited: `resume` delivers it, `skip` leaves it out, `replay` delivers everything from a position or an instant on, again where it arrived before. */
  backlog?: Backlog;
  /** With `replay`: position in your feed. */
  from_position?: number | null;
  /** With `replay`: events recorded then or later. */
  since?: string | null;
  action: "resume";
}

export interface ResumeFacts {
  /** Code of the list `suspension_reason`; lists grow. */
  reason: string;
  /** Code of the list `suspension_result`; lists grow. */
  result: string;
}

/** The review or the wait came to its result; mediation goes on where it stood. */
export interface ResumeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "resume";
  result: "sham_cleared" | "heir_joined" | "representative_joined" | "capacity_restored" | "related_case_decided" | "ground_gone";
}

export interface ResumeTrialFacts {
  procedure_kind: string;
  court_id?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** Trial goes on, with no fee to be asked for 恢复审理. */
export interface ResumeTrialRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "resume_trial";
}

/** A parked message is to be sent again, after a look whether it had arrived. */
export type RetryMessageRequest = Record<string, unknown>;

export type RetryOutboxMessageAnswer = MessageRetried | MessageRetryRehearsal;

export interface ReturnFacts {
  /** Code of the list `return_reason`; lists grow. */
  reason: string;
  /** Code of the list `closure_code`; lists grow. */
  closure: string;
}

/** The court sends the application back 退回. */
export interface ReturnRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "return";
  reason: "not_within_court_jurisdiction" | "inviting_court_without_jurisdiction" | "not_suited_online" | "party_refused_mediation";
  advice: string;
}

/** Nothing is said: the key in the address is closed for good. */
export type RevocationRequest = Record<string, unknown>;

export interface RevokeConfirmationFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The court finds the objection founded and revokes the ruling 撤销裁定. */
export interface RevokeConfirmationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "revoke_confirmation";
}

export type RevokeKeyAnswer = KeyRevoked | RegistryRehearsal;

/** What can happen to a roster entry. */
export type RosterEntryChange = StatusChange | TrainingChange | CertificateChange | EndChange;

/** An organisation or a mediator to be listed by a court; exactly one of the two. */
export interface RosterEntryRequest {
  valid_from: string;
  valid_to?: string | null;
  court_id: string;
  organisation_id?: string | null;
  mediator_id?: string | null;
  status?: "active" | "suspended" | "removed";
  certificate_number?: string | null;
  /** Hours of training on record, as known. */
  training_hours?: number | null;
  /** Whether the training that the court asks for is complete. */
  trained?: boolean;
}

/** An entry in the roster of a court. */
export interface RosterEntryView {
  id: string;
  court_id: string;
  organisation_id: string | null;
  mediator_id: string | null;
  status: "active" | "suspended" | "removed";
  certificate_number: string | null;
  training_hours: number | null;
  trained: boolean;
  valid_from: string;
  valid_to: string | null;
}

/** A page of roster entries. */
export interface RosterList {
  items: Array<RosterEntryView>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** Where a dispute goes when no (full) agreement was reached. */
export type Route = "filing" | "advised" | "trial" | "arbitration";

/** A cell that `errors` of the problem is about. */
export interface RowCell {
  /** As in `errors`. */
  pointer: string;
  /** The title above it. */
  column: string;
  /** Where it stands, such as `C7`. */
  cell: string;
}

/** Names for people, in the language of the answer. */
export interface RowLabels {
  machine: string;
  action: string;
  before: string | null;
  after: string;
  event: string;
}

/** What became of a row. */
export type RowOutcome = "accepted" | "refused";

/** One arrow of the lifecycle. `from` null opens a region or a procedure. */
export interface RowView {
  machine: Machine;
  action: Action;
  before: string | null;
  after: string;
  by: Array<ActorRole>;
  guards: Array<string>;
  when: Array<string>;
  clocks: Array<ClockOpView>;
  event: EventType;
  labels: RowLabels;
  sources: Array<string>;
  tracks: Array<Track>;
  kinds: Array<Kind>;
}

/** Ids of periods; stored on clocks and part of the contract. */
export type RuleId = "T01" | "T02" | "T03" | "T04" | "T05" | "T06" | "T07" | "T08" | "T08S" | "T09" | "T10" | "T11" | "T12" | "T13" | "T14" | "T15" | "T16" | "T17" | "T18" | "T19" | "T20" | "T21" | "T22" | "T23" | "T24" | "T25" | "T26" | "T27" | "T28" | "T29" | "T30" | "T31" | "REPORT" | "FEEDBACK" | "URGE" | "FEE" | "PERFORM" | "BREACH";

export type RunOverdueFacts = Record<string, unknown>;

export interface ScheduleSessionFacts {
  session_id: string;
  number: number;
  /** Code of the list `session_mode`; lists grow. */
  mode: string;
  scheduled_on: string;
}

/** A session is set for a day. */
export interface ScheduleSessionRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "schedule_session";
  scheduled_on: string;
  mode: "online" | "on_site" | "mixed";
  /** Parties that consent to the online mode with it; recorded as their word. */
  agreed_by?: Array<string>;
}

/** What a client may do; a key carries a set of them. */
export type Scope = "referrals:read" | "referrals:write" | "parties:reveal" | "feed:read" | "registry:read" | "registry:write" | "clients:write" | "audit:read" | "development:clock" | "webhooks:manage" | "webhooks:health";

/** The channel carries other things from a day on; what is not given stays as it is. */
export interface ScopeChange {
  valid_from: string;
  change: "rescope";
  mode?: "hq_to_hq" | "point_to_point" | null;
  form?: "online" | "in_court" | "mixed" | null;
  strict?: boolean | null;
  /** An empty list: every cause. */
  cause_roots?: Array<string> | null;
  scope_text?: string | null;
}

/** A secret that signs no more. */
export interface SecretEnded {
  id: string;
  version: number;
  state: EndpointState;
  secret_id: string;
}

/** A new secret. `secret` is in this answer and nowhere else: a repeat has null. */
export interface SecretIssued {
  id: string;
  version: number;
  state: EndpointState;
  secret_id: string;
  secret: string | null;
}

/** A second secret. Both sign until the time of the old one is over. */
export interface SecretRequest {
  /** How long the old secret signs beside the new one; 0: not at all. */
  overlap_hours?: number;
}

/** A secret as it may be told; its text was in the answer that made it. */
export interface SecretView {
  id: string;
  /** `v1`; other kinds of signature that need a secret use the same. */
  kind: string;
  /** Whether it signs now. */
  live: boolean;
  created_at: string;
  ends_at: string | null;
}

export type SeekConsumerAnswer = ConsumerView | ConsumerRehearsal;

export interface SendMessageFacts {
  message_id: string;
  /** Code of the list `message_topic`; lists grow. */
  topic: string;
  sender: string;
}

/** A message between court, organisation and referring body. */
export interface SendMessageRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "send_message";
  topic: "question" | "answer" | "progress" | "documents" | "other";
  text: string;
  /** The message that it answers. */
  reply_to?: string | null;
}

export interface SendNoticeFacts {
  notice_id: string;
  party_id: string;
  /** Code of the list `notice_kind`; lists grow. */
  notice_kind: string;
  /** Code of the list `notice_means`; lists grow. */
  means: string;
}

/** A notice went to a party. */
export interface SendNoticeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "send_notice";
  party_id: string;
  kind: "session" | "rights" | "sham_warning" | "performance_notice" | "end_notice" | "fee_notice" | "other";
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
  /** The session that it is about. */
  session_id?: string | null;
}

/** One series as lists show it. */
export interface SeriesBrief {
  id: string;
  kind: "same_cause" | "same_respondent" | "joint_plaintiffs" | "model_case";
  /** The court, organisation or referring body that opened it. */
  owner_id: string;
  opened_on: string;
  links: Record<string, string>;
}

export interface SeriesJoinedByJoinSeries {
  action: "join_series";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: JoinSeriesFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Joined a series 已并入系列案. */
export interface SeriesJoinedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "series.joined";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SeriesJoinedByJoinSeries;
  links: {
    referral: string;
  };
}

export interface SeriesLeftByLeaveSeries {
  action: "leave_series";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: LeaveSeriesFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Left a series 已退出系列案. */
export interface SeriesLeftEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "series.left";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SeriesLeftByLeaveSeries;
  links: {
    referral: string;
  };
}

/** A page of series, newest first. */
export interface SeriesList {
  items: Array<SeriesBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

/** The answer to a new series. */
export interface SeriesReceipt {
  id: string;
  kind: "same_cause" | "same_respondent" | "joint_plaintiffs" | "model_case";
  opened_on: string;
  links: Record<string, string>;
}

/** What opening a series with `dry_run=true` would have come to. */
export interface SeriesRehearsal {
  dry_run: true;
  kind: "same_cause" | "same_respondent" | "joint_plaintiffs" | "model_case";
  opened_on: string;
}

/** One verdict for each member that you see, oldest first. Each moved, or was refused, on its own. */
export interface SeriesVerdicts {
  items: Array<MemberVerdict>;
}

/** What the action with `dry_run=true` would have come to. */
export interface SeriesVerdictsRehearsal {
  dry_run: true;
  items: Array<MemberRehearsal>;
}

/** One series with a page of those of its referrals that you see, oldest first. */
export interface SeriesView {
  id: string;
  kind: "same_cause" | "same_respondent" | "joint_plaintiffs" | "model_case";
  /** The court, organisation or referring body that opened it. */
  owner_id: string;
  opened_on: string;
  links: Record<string, string>;
  /** Masked unless revealed. */
  name: string | null;
  revealed: boolean;
  members: Array<ReferralBrief>;
  /** Give it back as `after` for the next page; null on the last. */
  next: string | null;
}

export interface ServeAgreementFacts {
  party_id: string;
  /** Code of the list `notice_means`; lists grow. */
  means: string;
}

/** The agreement was given to a party 送达. */
export interface ServeAgreementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "serve_agreement";
  party_id: string;
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
}

export interface ServePaymentOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  /** Code of the list `notice_means`; lists grow. */
  means: string;
}

/** The debtor has received the order. */
export interface ServePaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "serve_payment_order";
  means: "electronic" | "sms" | "phone" | "post" | "personal" | "public";
}

/** All addresses for service, oldest first. */
export interface ServiceAddressList {
  items: Array<ServiceAddressView>;
  revealed: boolean;
}

export interface ServiceAddressRecordedByRecordServiceAddress {
  action: "record_service_address";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "dossier";
  procedure_id: string | null;
  state_before: "open";
  state_after: "open";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: RecordServiceAddressFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Service address recorded 送达地址已确认. */
export interface ServiceAddressRecordedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "service_address.recorded";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: ServiceAddressRecordedByRecordServiceAddress;
  links: {
    referral: string;
  };
}

/** A confirmed address for service; the latest of a party and kind stands. */
export interface ServiceAddressView {
  id: string;
  party_id: string;
  kind: "postal" | "electronic" | "sms";
  confirmed_on: string;
  address: string | null;
}

export interface SessionCancelledByCancelSession {
  action: "cancel_session";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: CancelSessionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Session cancelled 调解已取消. */
export interface SessionCancelledEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "session.cancelled";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SessionCancelledByCancelSession;
  links: {
    referral: string;
  };
}

export interface SessionHeldByHoldSession {
  action: "hold_session";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: HoldSessionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Session held 调解已进行. */
export interface SessionHeldEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "session.held";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SessionHeldByHoldSession;
  links: {
    referral: string;
  };
}

/** All sessions by number. */
export interface SessionList {
  items: Array<SessionView>;
}

export interface SessionMissedByMissSession {
  action: "miss_session";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: MissSessionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Session missed 当事人缺席. */
export interface SessionMissedEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "session.missed";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SessionMissedByMissSession;
  links: {
    referral: string;
  };
}

export interface SessionScheduledByScheduleSession {
  action: "schedule_session";
  kind: "pre_filing" | "post_filing" | "direct" | "transferred" | "assisted";
  track: "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";
  machine: "mediation";
  procedure_id: string | null;
  state_before: "mediating";
  state_after: "mediating";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ScheduleSessionFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Session scheduled 调解已安排. */
export interface SessionScheduledEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "session.scheduled";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: SessionScheduledByScheduleSession;
  links: {
    referral: string;
  };
}

/** One mediation session 调解场次. */
export interface SessionView {
  id: string;
  number: number;
  mode: "online" | "on_site" | "mixed";
  state: "scheduled" | "held" | "missed" | "cancelled";
  scheduled_on: string;
  held_on: string | null;
  absent_party_ids: Array<string>;
  /** Why it was cancelled. */
  reason: "party_request" | "mediator_unavailable" | "rescheduled" | "emergency" | "other" | null;
  /** Day on which it was marked as entered in error. */
  entered_in_error_on: string | null;
}

export interface SetBusinessStatusFacts {
  /** Code of the list `business_status`; lists grow. */
  business_status: string;
  /** Code of the list `business_status_reason`; lists grow. */
  reason?: string;
}

/** What happens just now, beside the legal state. */
export interface SetBusinessStatusRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "set_business_status";
  status: "in_progress" | "waiting_for_party" | "waiting_for_court" | "waiting_for_materials" | "waiting_for_appraisal" | "on_hold" | "done";
  reason?: "party_abroad" | "party_asked_for_time" | "related_case_pending" | "evidence_outstanding" | "holiday" | "workload" | "other" | null;
}

/** The court is set otherwise from a day on; what is not given stays as it is. */
export interface SettingsChange {
  valid_from: string;
  change: "set";
  /** Whether it takes acceptances after the window closed. */
  late_acceptance?: boolean | null;
  /** What a likely duplicate meets. */
  duplicate_policy?: "warn" | "block" | null;
  /** Whether an agreement reached after filing may be judicially confirmed. */
  confirmation_after_entrustment?: "refused" | "after_withdrawal" | "allowed" | null;
  /** Whether the term starts anew when another organisation takes over an accepted referral; with the same one it always goes on. */
  term_on_reassignment?: "restart" | "continue" | null;
  /** Days to pay the court fee where a notice names no day. */
  fee_notice_days?: number | null;
  /** When it wants to be warned before last days, by group; defaults for a group that is not named. */
  lead_times?: Array<LeadTimeRequest> | null;
  /** Whether the term stands still while mediation is suspended. */
  suspension_pauses_term?: boolean | null;
  /** Whether the window for acceptance runs on or starts anew when a head office dispatches down. */
  acceptance_on_dispatch?: "run_on" | "restart" | null;
  /** What an offer to an organisation meets that says it is full. */
  full_organisation?: "warn" | "refuse" | null;
  /** Whether the court makes mediation statements without a registered case 诉前调书. */
  statement_before_filing?: "refused" | "allowed" | null;
}

export interface SettleClaimFacts {
  claim_id: string;
  /** Code of the list `claim_outcome`; lists grow. */
  claim_outcome: string;
}

/** What became of one claim. */
export interface SettleClaimRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "settle_claim";
  claim_id: string;
  outcome: "open" | "agreed" | "withdrawn" | "not_agreed";
  /** What was agreed on it. */
  amount?: string | null;
}

export interface SettleEnforcementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
  perform_by?: string;
}

/** The parties settle while it is enforced 执行和解; enforcement rests. */
export interface SettleEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "settle_enforcement";
  /** Last day for performing the settlement, inclusive. */
  perform_by?: string | null;
}

export interface ShareDataFacts {
  sharing_id: string;
  to_id: string;
  /** Code of the list `sharing_ground`; lists grow. */
  ground: string;
  classes: Array<string>;
  message_id?: string;
}

/** The holder or the court records on what ground an organisation above the holder may read data of the parties. */
export interface ShareDataRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "share_data";
  to_id: string;
  ground: "separate_consent" | "court_duty" | "statutory_duty";
  classes: Array<"party_identity" | "claims" | "materials" | "mediation">;
  /** The law that gives the ground; required without consent. Kept encrypted, in no event. */
  explanation?: string | null;
}

/** All passes and grants, oldest first. */
export interface SharingList {
  items: Array<SharingView>;
}

/** Data of the parties that went from one tenant to another, or that one above the holder may read. */
export interface SharingView {
  id: string;
  act: "dispatch" | "refer_back" | "grant" | "recall";
  from_id: string;
  to_id: string;
  ground: "separate_consent" | "court_duty" | "statutory_duty";
  classes: Array<"party_identity" | "claims" | "materials" | "mediation">;
  shared_on: string;
}

/** One verdict for each row, in the order of the file. Each took effect, or was refused, on its own. */
export interface SheetReceipt {
  row_count: number;
  accepted_count: number;
  refused_count: number;
  rows: Array<SheetRow>;
}

/** What the file with `dry_run=true` would have come to; no row has a referral. */
export interface SheetRehearsal {
  row_count: number;
  accepted_count: number;
  refused_count: number;
  rows: Array<SheetRow>;
  dry_run: true;
}

/** What became of one row: a referral, or the refusal. */
export interface SheetRow {
  /** Of the row in the file, from 1; the titles are row 1 where nothing stands above them. */
  row: number;
  /** What the sheet calls the row; empty where it calls it nothing. */
  key: string;
  outcome: RowOutcome;
  referral_id: string | null;
  /** Of the referral. */
  number: string | null;
  /** Codes of what is allowed and yet worth a look. `cause_not_stated`: 申请司法确认时未说明案由。 Confirmation was applied for and nobody stated a cause. `cause_outside_channel`: 案由不在渠道范围内。 The cause is outside the scope of the channel, which is not strict. `cause_version_mismatch`: 案由所属版本并非立案（或者提出）当日施行的版本。 The cause is of another list than that in force on the day of filing, or of opening. `preservation_ends_before_term`: 诉前保全后起诉的期限先于延长后的调解期限届满，逾期不起诉的，保全将解除。 The days to sue after pre-suit preservation end before the extended term; without a suit it is lifted. `court_code_unknown`: 案号中的法院代码未收录；常见，不影响办理。 The court code in a case number is not among those recorded; frequent and harmless. `dispute_of_others`: 所指纠纷的当事人似与本件不同。 The parties of the dispute that is named seem to be others. `enforcement_time_bar`: 申请执行的二年期间全部或者部分已届满，债务人可提出时效异议。 The two years for enforcement are over, for all or for an instalment; the debtor may raise it. `organisation_full`: 该组织登记为满负荷。 The organisation says that it is full. `organisation_limited`: 该组织登记为接近饱和。 The organisation says that it is nearly full. `possible_duplicate`: 可能与已有移交重复，见 possible_duplicates。 It may repeat a referral that you see; see `possible_duplicates`. */
  warnings: Array<string>;
  /** As if the row had been a request of its own. */
  problem: Problem | null;
  cells: Array<RowCell>;
}

export interface SignFacts {
  /** Code of the list `signer_role`; lists grow. */
  signer_role: string;
  party_id?: string;
  representative_id?: string;
  effective_on?: string;
  binding_from?: string;
  binding_basis?: string;
}

/** One signature or seal is put to the agreement; `party_id` exactly where a party or a guarantor signs. */
export interface SignRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "sign";
  role: SignerRole;
  party_id?: string | null;
  /** How it was signed or sealed. */
  means: "electronic" | "handwritten" | "fingerprint" | "seal" | "scanned";
  /** Who signs for the party, with special authority; without it the party signs itself. */
  representative_id?: string | null;
}

/** Kinds of signature, by the name with which their entry begins; the last has headers of its own. */
export type SignatureKind = "v1" | "v1a" | "v1sm" | "v1sm3" | "rfc9421";

/** One signature or seal. */
export interface SignatureView {
  id: string;
  role: SignerRole;
  party_id: string | null;
  signed_on: string;
  means: string;
  /** Who signed for the party; null where it signed itself. */
  representative_id: string | null;
}

/** Who signs an agreement. */
export type SignerRole = "party" | "mediator" | "organisation" | "guarantor";

/** Somebody whose signature is still needed. */
export interface SignerView {
  role: SignerRole;
  party_id: string | null;
}

/** A legal source and how well it is known. */
export interface SourceView {
  id: string;
  instrument: string;
  article: string;
  mark: string;
}

/** What lists and reports show; derived from the regions, never stored. */
export type Stage = "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";

export type StartFacts = Record<string, unknown>;

/** Mediation begins: identities checked, notices given, service address form offered. */
export interface StartRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "start";
  rights_notice_given: boolean;
  sham_warning_given: boolean;
  service_address_form: boolean;
  identities?: Array<IdentityCheck>;
}

/** The entry has another status from a day on. */
export interface StatusChange {
  change: "set_status";
  valid_from: string;
  status: "active" | "suspended" | "removed";
}

export interface SubmitFacts {
  organisation_id?: string;
}

/** The parties apply 申请: to the court on its platform, or to the organisation itself 自主受理. */
export interface SubmitRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  parties: Array<PartyRequest>;
  /** Whether it is mediated on the court platform; decides the track. */
  on_court_platform?: boolean;
  cause?: CauseRequest | null;
  claim_amount?: string | null;
  /** The referrer's own key for the referral. */
  court_reference?: string | null;
  case_numbers?: Array<CaseNumberRequest>;
  /** Day of filing 立案日期; needed after filing. */
  filed_on?: string | null;
  /** Needed after filing: it decides the term. */
  procedure_type?: "ordinary" | "summary" | "small_claims" | null;
  /** Clerk of the court 书记员; kept encrypted. */
  clerk?: string | null;
  /** Judge of the case 承办法官; kept encrypted. */
  judge?: string | null;
  /** 事实与理由; kept encrypted. */
  facts_and_reasons?: string | null;
  /** Whether preservation 保全 was ordered. */
  preservation?: boolean;
  /** Its day; only with `preservation`. */
  preserved_on?: string | null;
  priority?: "normal" | "high" | "urgent";
  sensitivities?: Array<"minor" | "group" | "petition" | "foreign" | "secret" | "media">;
  /** Who sent the dispute in. */
  intake_source?: "court" | "self_applied" | "labour_arbitration_body" | "government_department" | "governance_centre" | "union" | "petition_office" | "police" | "other_organisation" | "other" | null;
  subsidy_payer?: "court" | "organisation" | "association" | "finance" | "none" | null;
  /** Of a labour dispute: already arbitrated, or a claim on a written wage debt 工资欠条. */
  arbitration?: "arbitrated" | "wage_iou" | null;
  /** The dispute that this referral goes on with. */
  dispute_id?: string | null;
  /** Referrals named as possible duplicates that were looked at and are about another matter. */
  distinct_from?: Array<string>;
  /** The series 系列案 that it belongs to. */
  series_id?: string | null;
  action: "submit";
  /** `pre_filing`, usual for a court; `direct`, usual for an organisation. */
  kind?: "pre_filing" | "direct" | null;
}

export interface SupplyMaterialsFacts {
  material_id: string;
  /** Code of the list `material_kind`; lists grow. */
  material_kind: string;
  source: string;
}

/**
 * Something is handed in, on request or unasked; `party_id` exactly where a party brought it.
 * On request, kind, source and party are those that were asked for and need not be given again.
 */
export interface SupplyMaterialsRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "supply_materials";
  /** Required without `material_id`. */
  kind?: "complaint" | "evidence" | "identity_document" | "power_of_attorney" | "judgment" | "service_address_form" | "undisputed_facts" | "appraisal_report" | "mediation_agreement" | "other" | null;
  /** Who brought it; required without `material_id`. */
  source?: "court" | "organisation" | "referring_body" | "party" | null;
  party_id?: string | null;
  /** The request that it answers. */
  material_id?: string | null;
  title?: string | null;
  /** Of the file, in lower-case hex; the file lies elsewhere. */
  sha256?: string | null;
  media_type?: string | null;
}

export interface SuspendFacts {
  /** Code of the list `suspension_reason`; lists grow. */
  reason: string;
  party_id?: string;
  message_id?: string;
}

/** Mediation stops 中止; nothing ends by it. A suspected sham is reported and reviewed. */
export interface SuspendRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "suspend";
  reason: "sham_review" | "death" | "incapacity" | "related_case";
  /** Whom it concerns; required with `death` and `incapacity`. */
  party_id?: string | null;
  /** Kept encrypted as a message, in no event. */
  explanation?: string | null;
}

/** A suspension 中止 that stands; mediation goes on, or ends, by a decision or when the term expires. */
export interface SuspensionView {
  reason: "sham_review" | "death" | "incapacity" | "related_case";
  suspended_on: string;
  /** Where mediation goes on. */
  suspended_from: MediationState;
  /** Whether the term runs on, or stands still by the court's setting. */
  term_runs: boolean;
}

/** A rule that is known from memory or from a secondary source, which a deployment may switch off. */
export interface SwitchView {
  /** Id of a period or of a source. */
  id: string;
  /** What is no longer done while it is off. */
  zh: string;
  en: string;
  /** `secondary` or `from_memory`. */
  mark: string;
  off: boolean;
}

export type TakeBackFacts = Record<string, unknown>;

/** The court withdraws an offer that nobody has accepted 收回. */
export interface TakeBackRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "take_back";
}

export type TakeProcedureTransitionAnswer = Receipt | Rehearsal;

export type TakeProcedureTransitionBody = AcceptApplicationRequest | RefuseApplicationRequest | WithdrawApplicationRequest | ConfirmAgreementRequest | RejectConfirmationRequest | RegisterCaseRequest | RefuseRegistrationRequest | MakeStatementRequest | RefuseStatementRequest | RecordStatementReceiptRequest | RepudiateStatementRequest | PermitWithdrawalRequest | RefuseWithdrawalRequest | RecordFeePaidRequest | TransferToTrialRequest | DeemWithdrawnRequest | RecordArbitrationAcceptedRequest | RecordArbitrationRefusedRequest | RequestCorrectionRequest | GiveCorrectionRequest | DeemApplicationWithdrawnRequest | ObjectToConfirmationRequest | DismissObjectionRequest | RevokeConfirmationRequest | AcceptPaymentOrderRequest | RefusePaymentOrderRequest | IssuePaymentOrderRequest | RejectPaymentOrderRequest | ServePaymentOrderRequest | ObjectToPaymentOrderRequest | ReceiveEndingRulingRequest | DeclineSuitRequest | WithdrawPaymentOrderRequest | AcceptReviewRequest | RefuseReviewRequest | WithdrawReviewRequest | MakeReviewStatementRequest | RefuseReviewStatementRequest | RecordReviewReceiptRequest | NotariseRequest | RefuseNotarisationRequest | WithdrawNotarisationRequest | RequestCertificateRequest | IssueCertificateRequest | RefuseCertificateRequest | AcceptEnforcementRequest | RefuseEnforcementRequest | WithdrawEnforcementRequest | SettleEnforcementRequest | CloseEnforcementRoundRequest | RestoreEnforcementRequest | CompleteEnforcementRequest | EndEnforcementRequest | DenyEnforcementRequest | RequestOrderCorrectionRequest | GiveOrderCorrectionRequest | RequestFilingCorrectionRequest | GiveFilingCorrectionRequest | ExtendArbitrationReviewRequest | ExtendConfirmationReviewRequest;

export type TakeSeriesTransitionAnswer = SeriesVerdicts | SeriesVerdictsRehearsal;

export type TakeSeriesTransitionBody = ConsultPartiesRequest | RecordOpinionRequest | RecordChoiceRequest | DelegateAgainRequest | InviteAgainRequest | ReturnRequest | AcceptRequest | DeclineRequest | ReassignRequest | TakeBackRequest | CloseRequest | HandBackRequest | ReopenRequest | CorrectRecordRequest | CorrectPerformanceRequest | RequestCancelRequest | ConfirmCancelRequest | RefuseCancelRequest | ReceiveMaterialsRequest | AssignMediatorRequest | ReplaceMediatorRequest | ContactPartyRequest | StartRequest | ScheduleSessionRequest | HoldSessionRequest | MissSessionRequest | CancelSessionRequest | BeginAppraisalRequest | EndAppraisalRequest | ExtendTermRequest | EndRequest | ReportResultRequest | CloseByOtherMeansRequest | ReportBackRequest | DraftAgreementRequest | SignRequest | RefuseToSignRequest | RecordPerformanceRequest | AmendAgreementRequest | ReportBreachRequest | RepudiateAgreementRequest | ServeAgreementRequest | FileAgreementRequest | RecordSigningClauseRequest | ApplyForConfirmationRequest | HandOverRequest | RequestStatementRequest | ApplyForWithdrawalRequest | GiveFeeNoticeRequest | ResumeTrialRequest | ReferToArbitrationRequest | AddCaseNumberRequest | AddRepresentativeRequest | EndRepresentativeRequest | RecordSuccessionRequest | AddClaimRequest | SettleClaimRequest | RecordConsentRequest | RecordServiceAddressRequest | RequestMaterialsRequest | SupplyMaterialsRequest | AcknowledgeMaterialsRequest | SendNoticeRequest | RecordNoticeResultRequest | SendMessageRequest | UrgeRequest | AnswerUrgeRequest | AmendRequest | SetBusinessStatusRequest | JoinSeriesRequest | LeaveSeriesRequest | WithdrawDocumentRequest | ApplyForPaymentOrderRequest | ApplyForArbitrationReviewRequest | ApplyForNotarisationRequest | ApplyForEnforcementRequest | SuspendRequest | ResumeRequest | FindShamRequest | CheckConflictRequest | DiscloseConflictRequest | DecideConflictRequest | RecordOtherRoleRequest | NameLeadRequest | RefuseMediatorRequest | DispatchRequest | ReferBackRequest | RecallRequest | AllowOrganisationRequest | ShareDataRequest;

export type TakeTransitionAnswer = Receipt | Rehearsal;

export type TakeTransitionBody = ConsultPartiesRequest | RecordOpinionRequest | RecordChoiceRequest | DelegateAgainRequest | InviteAgainRequest | ReturnRequest | AcceptRequest | DeclineRequest | ReassignRequest | TakeBackRequest | CloseRequest | HandBackRequest | ReopenRequest | CorrectRecordRequest | CorrectPerformanceRequest | RequestCancelRequest | ConfirmCancelRequest | RefuseCancelRequest | ReceiveMaterialsRequest | AssignMediatorRequest | ReplaceMediatorRequest | ContactPartyRequest | StartRequest | ScheduleSessionRequest | HoldSessionRequest | MissSessionRequest | CancelSessionRequest | BeginAppraisalRequest | EndAppraisalRequest | ExtendTermRequest | EndRequest | ReportResultRequest | CloseByOtherMeansRequest | ReportBackRequest | DraftAgreementRequest | SignRequest | RefuseToSignRequest | RecordPerformanceRequest | AmendAgreementRequest | ReportBreachRequest | RepudiateAgreementRequest | ServeAgreementRequest | FileAgreementRequest | RecordSigningClauseRequest | ApplyForConfirmationRequest | HandOverRequest | RequestStatementRequest | ApplyForWithdrawalRequest | GiveFeeNoticeRequest | ResumeTrialRequest | ReferToArbitrationRequest | AddCaseNumberRequest | AddRepresentativeRequest | EndRepresentativeRequest | RecordSuccessionRequest | AddClaimRequest | SettleClaimRequest | RecordConsentRequest | RecordServiceAddressRequest | RequestMaterialsRequest | SupplyMaterialsRequest | AcknowledgeMaterialsRequest | SendNoticeRequest | RecordNoticeResultRequest | SendMessageRequest | UrgeRequest | AnswerUrgeRequest | AmendRequest | SetBusinessStatusRequest | JoinSeriesRequest | LeaveSeriesRequest | WithdrawDocumentRequest | ApplyForPaymentOrderRequest | ApplyForArbitrationReviewRequest | ApplyForNotarisationRequest | ApplyForEnforcementRequest | SuspendRequest | ResumeRequest | FindShamRequest | CheckConflictRequest | DiscloseConflictRequest | DecideConflictRequest | RecordOtherRoleRequest | NameLeadRequest | RefuseMediatorRequest | DispatchRequest | ReferBackRequest | RecallRequest | AllowOrganisationRequest | ShareDataRequest;

export type TakeWebhookTransitionAnswer = EndpointTaken | EndpointRehearsal;

/** Kinds of tenant; the values are stored and appear in the contract. */
export type TenantKind = "court" | "organisation" | "referring_body" | "operator";

/** One promise of an agreement. */
export interface TermOfAgreement {
  payer_party_id?: string | null;
  amount?: string | null;
  due_on?: string | null;
  text: string;
  /** To which account it is paid, or how it is handed over. */
  account?: string | null;
}

/** One promise of an agreement. */
export interface TermView {
  id: string;
  payer_party_id: string | null;
  amount: string | null;
  due_on: string | null;
  text: string | null;
  /** To which account it is paid, or how it is handed over. */
  account: string | null;
}

/** Send an event `webhook.test`; what came back stands among the errands. */
export interface TestEndpoint {
  action: "test";
}

/**
 * The body of procedure that a referral is pinned to when it opens.
 * pre_filing_2016  法释〔2016〕14号: the term runs from signed receipt of the court's materials
 * pre_filing_2022  法释〔2021〕23号, on the court platform: the term runs from acceptance
 * post_filing_2016  法释〔2016〕14号: entrusted after filing, before 2025
 * post_filing_first  立案后先行调解, from 2025-01-01: filed first, then mediated; extension of at most thirty days
 * in_trial  审理中委托, second instance included
 * direct  自主受理, transfers by other bodies included
 * judge_led  法院主持调解, to which an organisation is invited
 * commission_delegated  仲裁委托调解, transferred by a labour arbitration commission whose hearing waits
 */
export type Track = "pre_filing_2016" | "pre_filing_2022" | "post_filing_2016" | "post_filing_first" | "in_trial" | "direct" | "judge_led" | "commission_delegated";

/** A track that the court uses for a time. */
export interface TrackRequest {
  valid_from: string;
  valid_to?: string | null;
  track: Track;
}

/** A track 程序轨道, and the days on which a referral may be opened on it. */
export interface TrackRowView {
  valid_from: string | null;
  valid_to: string | null;
  sources: Array<string>;
  /** How well it is known: text_seen, secondary, from_memory, and so on. */
  mark: string;
  note: string;
  track: string;
  kinds: Array<string>;
  zh: string;
  en: string;
}

/** A track and when it is used. */
export interface TrackView {
  track: Track;
  valid_from: string;
  valid_to: string | null;
}

/** Tracks and bodies of rules as dated data. */
export interface TracksView {
  tracks: Array<TrackRowView>;
  bodies: Array<BodyRowView>;
  cells: Array<CellView>;
  excluded_causes: Array<ExcludedCauseView>;
}

/** So many hours of training are on record from a day on. */
export interface TrainingChange {
  change: "train";
  valid_from: string;
  training_hours: number;
  /** Whether the training that the court asks for is complete. */
  trained: boolean;
}

export interface TransferToTrialFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The case turns into the trial stage 转入审理. */
export interface TransferToTrialRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "transfer_to_trial";
}

export interface TrialTransferredByResumeTrial {
  action: "resume_trial";
  kind: "post_filing" | "assisted";
  track: "post_filing_2016" | "in_trial" | "judge_led";
  machine: "transfer_to_trial";
  procedure_id: string | null;
  state_before: null;
  state_after: "transferred";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: ResumeTrialFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

export interface TrialTransferredByTransferToTrial {
  action: "transfer_to_trial";
  kind: "post_filing";
  track: "post_filing_first";
  machine: "transfer_to_trial";
  procedure_id: string | null;
  state_before: "fee_paid";
  state_after: "transferred";
  stage: "intake" | "delegated" | "accepted" | "mediated" | "agreement" | "confirmation" | "filing" | "closed";
  /** Legal sources of the step. */
  sources: Array<string>;
  facts: TransferToTrialFacts;
  /** Last days of the periods that run, by rule. */
  due: Record<string, string>;
  /** New states of what else moved with this step: regions by name, procedures by id. */
  also?: Record<string, string>;
  court_id: string | null;
  referring_body_id?: string | null;
  on_behalf_of: {
    role: string;
    id: string | null;
  } | null;
}

/** Transferred to trial 已转入审理. */
export interface TrialTransferredEvent {
  /** The same in feed, history and webhook; drop what you have seen. */
  id: string;
  /** Place in your feed, dense from 1; a history has none. */
  position?: number;
  type: "trial.transferred";
  referral_id: string;
  /** Equals the ETag after the event. */
  referral_version: number;
  /** Legal date. */
  occurred_on: string;
  /** Instant on the legal clock. */
  occurred_at: string;
  /** Instant on the system clock. */
  recorded_at: string;
  actor_role: "court" | "organisation" | "referring_body" | "clock";
  data: TrialTransferredByTransferToTrial | TrialTransferredByResumeTrial;
  links: {
    referral: string;
  };
}

/** What a period counts. */
export type Unit = "calendar_days" | "working_days" | "months" | "years";

export type UploadSpreadsheetAnswer = SheetReceipt | SheetRehearsal;

export interface UrgeFacts {
  urging_id: string;
  /** Code of the list `urge_topic`; lists grow. */
  topic: string;
  reply_by: string;
}

/** The court or referring body presses for something 催办. */
export interface UrgeRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "urge";
  topic: "acceptance" | "contact" | "progress" | "result" | "materials" | "other";
  text?: string | null;
  /** Last day for the answer, if not the usual one. */
  reply_by?: string | null;
}

/** All urgings, oldest first. */
export interface UrgingList {
  items: Array<UrgingView>;
  revealed: boolean;
}

/** One urging 催办 and its answer. */
export interface UrgingView {
  id: string;
  sender: ActorRole;
  topic: "acceptance" | "contact" | "progress" | "result" | "materials" | "other";
  urged_on: string;
  reply_by: string;
  answered_on: string | null;
  text: string | null;
  answer: string | null;
}

export interface WebhookChallenge {
  /** As `webhook-id` has it. */
  id: string;
  type: "webhook.challenge";
  recorded_at: string;
  endpoint_id: string;
  /** To be given back. */
  challenge: string;
}

/** The answer that lets an endpoint deliver. */
export interface WebhookChallengeAnswer {
  /** As it was sent. */
  challenge: string;
}

/** All keys that sign now or are going to. */
export interface WebhookKeyList {
  keys: Array<WebhookKeyView>;
}

/** One public key. `y` is null for Ed25519; a key whose `not_before` is to come does not sign yet. */
export interface WebhookKeyView {
  kid: string;
  kty: "OKP" | "EC";
  crv: "Ed25519" | "SM2";
  x: string;
  y: string | null;
  use: "sig";
  signature_kind: "v1a" | "v1sm";
  not_before: string;
  not_after: string | null;
}

export interface WebhookTest {
  /** As `webhook-id` has it. */
  id: string;
  type: "webhook.test";
  recorded_at: string;
  endpoint_id: string;
}

export interface WithdrawApplicationFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The parties withdraw the application before the ruling. */
export interface WithdrawApplicationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "withdraw_application";
}

export interface WithdrawDocumentFacts {
  /** Code of the list `document_class`; lists grow. */
  document_class: string;
  document_id?: string;
  /** Code of the list `document_withdrawal_reason`; lists grow. */
  reason: string;
}

/** A document was put in error; it stays and is marked. Whoever put it withdraws it. */
export interface WithdrawDocumentRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  action: "withdraw_document";
  document_id: string;
  reason: "entered_in_error" | "wrong_class" | "unreadable" | "replaced" | "other";
}

export interface WithdrawEnforcementFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The creditor withdraws before the court has taken the application. */
export interface WithdrawEnforcementRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "withdraw_enforcement";
}

export interface WithdrawNotarisationFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The parties withdraw the application. */
export interface WithdrawNotarisationRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "withdraw_notarisation";
}

export interface WithdrawPaymentOrderFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The creditor withdraws before the debtor received the order. */
export interface WithdrawPaymentOrderRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "withdraw_payment_order";
}

export interface WithdrawReviewFacts {
  procedure_kind: string;
  reason?: string;
  /** Code of the list `closure_code`; lists grow. */
  closure?: string;
}

/** The parties withdraw the application. */
export interface WithdrawReviewRequest {
  /** Legal date on which it happened, today if not given; never before the fact that it follows. */
  occurred_on?: string | null;
  on_behalf_of?: OnBehalfOf | null;
  /** Number of the case at the court 案号. */
  case_number?: string | null;
  action: "withdraw_review";
}

/** What one attempt came to; stored with it. */
export type app_domain_delivery_Outcome = "delivered" | "retry" | "give_up" | "gone" | "throttled";

/** What the mediation came to. */
export type app_domain_lifecycle_states_Outcome = "agreed" | "partly_agreed" | "settled_and_withdrew" | "not_agreed";

/** Every operation by its id. */
export interface Operations {
  /** List your referrals */
  list_referrals: {
    method: "GET";
    path: "/v1/referrals";
    parameters: { after?: string | null; limit?: number; kind?: Kind | null; track?: Track | null; state?: MediationState | null; stage?: Stage | null; cause_code?: string | null; court_id?: string | null; organisation_id?: string | null; opened_from?: string | null; opened_to?: string | null; due_before?: string | null; number?: string | null; case_number?: string | null; court_reference?: string | null; priority?: "normal" | "high" | "urgent" | null; business_status?: "in_progress" | "waiting_for_party" | "waiting_for_court" | "waiting_for_materials" | "waiting_for_appraisal" | "on_hold" | "done" | null; series_id?: string | null; dispute_id?: string | null; sort?: "-id" | "id" };
    body: never;
    answer: ReferralList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Open a referral: hand it over, ask the parties first, or take an application in */
  open_referral: {
    method: "POST";
    path: "/v1/referrals";
    parameters: Record<string, never>;
    body: OpenReferralBody;
    answer: Receipt;
    rehearsal: Rehearsal;
    keyed: true;
    versioned: false;
  };
  /** Take one action on a referral */
  take_transition: {
    method: "POST";
    path: "/v1/referrals/{referral_id}/transitions";
    parameters: { referral_id: string };
    body: TakeTransitionBody;
    answer: Receipt;
    rehearsal: Rehearsal;
    keyed: true;
    versioned: true;
  };
  /** Read what happened since a cursor */
  read_feed: {
    method: "GET";
    path: "/v1/events";
    parameters: { after?: string; since?: string; limit?: number; wait?: number; type?: Array<string>; court_id?: string; organisation_id?: string };
    body: never;
    answer: EventPage;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List your consumers */
  list_consumers: {
    method: "GET";
    path: "/v1/consumers";
    parameters: Record<string, never>;
    body: never;
    answer: ConsumerList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one consumer */
  get_consumer: {
    method: "GET";
    path: "/v1/consumers/{name}";
    parameters: { name: string };
    body: never;
    answer: ConsumerView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Make or change a consumer */
  put_consumer: {
    method: "PUT";
    path: "/v1/consumers/{name}";
    parameters: { name: string };
    body: ConsumerRequest;
    answer: ConsumerView;
    rehearsal: ConsumerRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Remove a consumer */
  remove_consumer: {
    method: "DELETE";
    path: "/v1/consumers/{name}";
    parameters: { name: string };
    body: never;
    answer: ConsumerRemoved;
    rehearsal: ConsumerRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Take the next batch under a lease */
  lease_batch: {
    method: "POST";
    path: "/v1/consumers/{name}/lease";
    parameters: { name: string };
    body: LeaseRequest;
    answer: LeaseView;
    rehearsal: ConsumerRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Commit what is done */
  commit_batch: {
    method: "POST";
    path: "/v1/consumers/{name}/commit";
    parameters: { name: string };
    body: CommitRequest;
    answer: ConsumerView;
    rehearsal: ConsumerRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Set a consumer to another place */
  seek_consumer: {
    method: "POST";
    path: "/v1/consumers/{name}/seek";
    parameters: { name: string };
    body: PlaceRequest;
    answer: ConsumerView;
    rehearsal: ConsumerRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Get your sheet without rows */
  get_spreadsheet_template: {
    method: "GET";
    path: "/v1/referrals/spreadsheets/template";
    parameters: { format?: FileForm };
    body: never;
    answer: unknown;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Open a referral for each row of a spreadsheet */
  upload_spreadsheet: {
    method: "POST";
    path: "/v1/referrals/spreadsheets";
    parameters: Record<string, never>;
    body: string;
    answer: SheetReceipt;
    rehearsal: SheetRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read one referral */
  get_referral: {
    method: "GET";
    path: "/v1/referrals/{referral_id}";
    parameters: { referral_id: string; expand?: string | null; version?: number | null };
    body: never;
    answer: ReferralView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what happened, oldest first */
  list_history: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/history";
    parameters: { referral_id: string; after?: number; limit?: number };
    body: never;
    answer: HistoryList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its legal periods */
  list_deadlines: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/deadlines";
    parameters: { referral_id: string };
    body: never;
    answer: DeadlineList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its parties */
  list_parties: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/parties";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: PartyList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the parties' consents */
  list_consents: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/consents";
    parameters: { referral_id: string };
    body: never;
    answer: ConsentList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read who was asked */
  list_contacts: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/contacts";
    parameters: { referral_id: string };
    body: never;
    answer: ContactList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its sessions */
  list_sessions: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/sessions";
    parameters: { referral_id: string };
    body: never;
    answer: SessionList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read who had it */
  list_assignments: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/assignments";
    parameters: { referral_id: string };
    body: never;
    answer: AssignmentList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its mediators */
  list_mediators_of_referral: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/mediators";
    parameters: { referral_id: string };
    body: never;
    answer: MediatorAssignmentList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its agreement */
  get_agreement: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/agreement";
    parameters: { referral_id: string };
    body: never;
    answer: AgreementView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its performance plan */
  get_performance: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/performance";
    parameters: { referral_id: string };
    body: never;
    answer: PerformancePlan;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its procedures */
  list_procedures: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/procedures";
    parameters: { referral_id: string };
    body: never;
    answer: ProcedureList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read who had it by whose act, and who was named */
  get_custody: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/custody";
    parameters: { referral_id: string };
    body: never;
    answer: CustodyView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what data of its parties went where */
  list_sharings: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/sharings";
    parameters: { referral_id: string };
    body: never;
    answer: SharingList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its clerk, judge, facts and reasons */
  get_particulars: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/particulars";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: ParticularsView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the numbers of the case */
  list_case_numbers: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/case-numbers";
    parameters: { referral_id: string };
    body: never;
    answer: CaseNumberList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read who acts for its parties */
  list_representatives: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/representatives";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: RepresentativeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the parties' claims */
  list_claims: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/claims";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: ClaimList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the confirmed addresses for service */
  list_service_addresses: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/service-addresses";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: ServiceAddressList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what was asked for and handed in */
  list_materials: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/materials";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: MaterialList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the notices to its parties */
  list_notices: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/notices";
    parameters: { referral_id: string };
    body: never;
    answer: NoticeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what its tenants wrote to each other */
  list_messages: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/messages";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: MessageList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read its urgings and their answers */
  list_urgings: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/urgings";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: UrgingList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read checks for and disclosures of conflicts of interest */
  list_conflicts: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/conflicts";
    parameters: { referral_id: string };
    body: never;
    answer: ConflictList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one procedure */
  get_procedure: {
    method: "GET";
    path: "/v1/procedures/{procedure_id}";
    parameters: { procedure_id: string };
    body: never;
    answer: ProcedureView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Take one action on a procedure */
  take_procedure_transition: {
    method: "POST";
    path: "/v1/procedures/{procedure_id}/transitions";
    parameters: { procedure_id: string };
    body: TakeProcedureTransitionBody;
    answer: Receipt;
    rehearsal: Rehearsal;
    keyed: true;
    versioned: true;
  };
  /** List your series, newest first */
  list_series: {
    method: "GET";
    path: "/v1/series";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: SeriesList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Open a series */
  open_series: {
    method: "POST";
    path: "/v1/series";
    parameters: Record<string, never>;
    body: OpenSeriesRequest;
    answer: SeriesReceipt;
    rehearsal: SeriesRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read one series */
  get_series: {
    method: "GET";
    path: "/v1/series/{series_id}";
    parameters: { series_id: string; after?: string | null; limit?: number; reveal?: boolean };
    body: never;
    answer: SeriesView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Take one action on every referral of a series */
  take_series_transition: {
    method: "POST";
    path: "/v1/series/{series_id}/transitions";
    parameters: { series_id: string };
    body: TakeSeriesTransitionBody;
    answer: SeriesVerdicts;
    rehearsal: SeriesVerdictsRehearsal;
    keyed: true;
    versioned: true;
  };
  /** Read one dispute */
  get_dispute: {
    method: "GET";
    path: "/v1/disputes/{dispute_id}";
    parameters: { dispute_id: string; after?: string | null; limit?: number };
    body: never;
    answer: DisputeView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List courts, oldest first */
  list_courts: {
    method: "GET";
    path: "/v1/courts";
    parameters: { after?: string | null; limit?: number; on?: string | null };
    body: never;
    answer: CourtList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Register a court */
  register_court: {
    method: "POST";
    path: "/v1/courts";
    parameters: Record<string, never>;
    body: CourtRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List referring bodies, oldest first */
  list_referring_bodies: {
    method: "GET";
    path: "/v1/referring-bodies";
    parameters: { after?: string | null; limit?: number; on?: string | null };
    body: never;
    answer: ReferringBodyList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Register a referring body */
  register_referring_body: {
    method: "POST";
    path: "/v1/referring-bodies";
    parameters: Record<string, never>;
    body: ReferringBodyRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List organisations, oldest first */
  list_organisations: {
    method: "GET";
    path: "/v1/organisations";
    parameters: { after?: string | null; limit?: number; on?: string | null; parent_id?: string | null };
    body: never;
    answer: OrganisationList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Register an organisation */
  register_organisation: {
    method: "POST";
    path: "/v1/organisations";
    parameters: Record<string, never>;
    body: OrganisationRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List mediators, oldest first */
  list_mediators: {
    method: "GET";
    path: "/v1/mediators";
    parameters: { after?: string | null; limit?: number; on?: string | null; organisation_id?: string | null };
    body: never;
    answer: MediatorList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Enter a mediator */
  register_mediator: {
    method: "POST";
    path: "/v1/mediators";
    parameters: Record<string, never>;
    body: MediatorRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List roster entries, oldest first */
  list_roster_entries: {
    method: "GET";
    path: "/v1/rosters";
    parameters: { after?: string | null; limit?: number; on?: string | null; court_id?: string | null; organisation_id?: string | null; mediator_id?: string | null };
    body: never;
    answer: RosterList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List in the roster of a court */
  register_roster_entry: {
    method: "POST";
    path: "/v1/rosters";
    parameters: Record<string, never>;
    body: RosterEntryRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List channels, oldest first */
  list_channels: {
    method: "GET";
    path: "/v1/channels";
    parameters: { after?: string | null; limit?: number; on?: string | null; court_id?: string | null; organisation_id?: string | null };
    body: never;
    answer: ChannelList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Open a channel */
  register_channel: {
    method: "POST";
    path: "/v1/channels";
    parameters: Record<string, never>;
    body: ChannelRequest;
    answer: Registered;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List clients, oldest first */
  list_clients: {
    method: "GET";
    path: "/v1/clients";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: ClientList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Register a client */
  register_client: {
    method: "POST";
    path: "/v1/clients";
    parameters: Record<string, never>;
    body: ClientRequest;
    answer: KeyIssued;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Issue a second key */
  issue_key: {
    method: "POST";
    path: "/v1/clients/{record_id}/keys";
    parameters: { record_id: string };
    body: KeyRequest;
    answer: KeyIssued;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Revoke a key */
  revoke_key: {
    method: "POST";
    path: "/v1/clients/{record_id}/keys/{key_id}/revoke";
    parameters: { record_id: string; key_id: string };
    body: RevocationRequest;
    answer: KeyRevoked;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a court, in the order of entry */
  list_court_changes: {
    method: "GET";
    path: "/v1/courts/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a court from a day on */
  change_court: {
    method: "POST";
    path: "/v1/courts/{record_id}/changes";
    parameters: { record_id: string };
    body: CourtChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a referring body, in the order of entry */
  list_referring_body_changes: {
    method: "GET";
    path: "/v1/referring-bodies/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a referring body from a day on */
  change_referring_body: {
    method: "POST";
    path: "/v1/referring-bodies/{record_id}/changes";
    parameters: { record_id: string };
    body: ReferringBodyChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of an organisation, in the order of entry */
  list_organisation_changes: {
    method: "GET";
    path: "/v1/organisations/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change an organisation from a day on */
  change_organisation: {
    method: "POST";
    path: "/v1/organisations/{record_id}/changes";
    parameters: { record_id: string };
    body: OrganisationChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a mediator, in the order of entry */
  list_mediator_changes: {
    method: "GET";
    path: "/v1/mediators/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a mediator from a day on */
  change_mediator: {
    method: "POST";
    path: "/v1/mediators/{record_id}/changes";
    parameters: { record_id: string };
    body: MediatorChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a roster entry, in the order of entry */
  list_roster_entry_changes: {
    method: "GET";
    path: "/v1/rosters/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a roster entry from a day on */
  change_roster_entry: {
    method: "POST";
    path: "/v1/rosters/{record_id}/changes";
    parameters: { record_id: string };
    body: RosterEntryChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a channel, in the order of entry */
  list_channel_changes: {
    method: "GET";
    path: "/v1/channels/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a channel from a day on */
  change_channel: {
    method: "POST";
    path: "/v1/channels/{record_id}/changes";
    parameters: { record_id: string };
    body: ChannelChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read the history of a client, in the order of entry */
  list_client_changes: {
    method: "GET";
    path: "/v1/clients/{record_id}/changes";
    parameters: { record_id: string; after?: string | null; limit?: number };
    body: never;
    answer: ChangeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Change a client */
  change_client: {
    method: "POST";
    path: "/v1/clients/{record_id}/changes";
    parameters: { record_id: string };
    body: ClientChange;
    answer: ChangeMade;
    rehearsal: RegistryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read one court */
  get_court: {
    method: "GET";
    path: "/v1/courts/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: CourtView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one referring body */
  get_referring_body: {
    method: "GET";
    path: "/v1/referring-bodies/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: ReferringBodyView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one organisation */
  get_organisation: {
    method: "GET";
    path: "/v1/organisations/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: OrganisationView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one mediator */
  get_mediator: {
    method: "GET";
    path: "/v1/mediators/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: MediatorView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one roster entry */
  get_roster_entry: {
    method: "GET";
    path: "/v1/rosters/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: RosterEntryView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one channel */
  get_channel: {
    method: "GET";
    path: "/v1/channels/{record_id}";
    parameters: { record_id: string; on?: string | null };
    body: never;
    answer: ChannelView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one client */
  get_client: {
    method: "GET";
    path: "/v1/clients/{record_id}";
    parameters: { record_id: string };
    body: never;
    answer: ClientView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List configuration rows */
  list_platforms: {
    method: "GET";
    path: "/v1/court-platforms";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: PlatformList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Add a configuration row of a court's platform */
  register_platform: {
    method: "POST";
    path: "/v1/court-platforms";
    parameters: Record<string, never>;
    body: PlatformRequest;
    answer: PlatformMade;
    rehearsal: PlatformRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read a platform as it is today */
  get_platform: {
    method: "GET";
    path: "/v1/court-platforms/{platform}";
    parameters: { platform: string };
    body: never;
    answer: PlatformView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List what came from a platform */
  list_platform_messages: {
    method: "GET";
    path: "/v1/court-platforms/{platform}/messages";
    parameters: { platform: string; state?: InboxState | null; after?: string | null; limit?: number };
    body: never;
    answer: InboxMessageList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Take a message of a court's platform */
  receive_platform_message: {
    method: "POST";
    path: "/v1/court-platforms/{platform}/messages";
    parameters: { platform: string };
    body: string;
    answer: MessageReceived;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Let a parked message be tried again */
  replay_platform_message: {
    method: "POST";
    path: "/v1/court-platforms/{platform}/messages/{record_id}/replay";
    parameters: { platform: string; record_id: string };
    body: ReplayMessageRequest;
    answer: MessageReplayed;
    rehearsal: MessageReplayRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List what goes to a platform */
  list_outbox: {
    method: "GET";
    path: "/v1/court-platforms/{platform}/outbox";
    parameters: { platform: string; state?: OutboxState | null; after?: string | null; limit?: number };
    body: never;
    answer: OutboxMessageList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Let a parked message be sent again */
  retry_outbox_message: {
    method: "POST";
    path: "/v1/court-platforms/{platform}/outbox/{record_id}/retry";
    parameters: { platform: string; record_id: string };
    body: RetryMessageRequest;
    answer: MessageRetried;
    rehearsal: MessageRetryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read what has to stand on the court's platform */
  list_referral_platform_entries: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/platform-entries";
    parameters: { referral_id: string };
    body: never;
    answer: ReferralPlatformEntries;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Record that somebody entered a duty by hand */
  enter_by_hand: {
    method: "POST";
    path: "/v1/referrals/{referral_id}/platform-entries";
    parameters: { referral_id: string };
    body: EnterByHandRequest;
    answer: EntryRecorded;
    rehearsal: EntryRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List what has to stand on platforms of courts */
  list_platform_entries: {
    method: "GET";
    path: "/v1/platform-entries";
    parameters: { state?: EntryState | null; overdue?: boolean; after?: string | null; limit?: number };
    body: never;
    answer: PlatformEntryList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List reconciliations */
  list_reconciliations: {
    method: "GET";
    path: "/v1/reconciliations";
    parameters: { platform?: string | null; after?: string | null; limit?: number };
    body: never;
    answer: ReconciliationList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Compare what a platform holds with what is held here */
  reconcile: {
    method: "POST";
    path: "/v1/reconciliations";
    parameters: Record<string, never>;
    body: ReconcileRequest;
    answer: Reconciled;
    rehearsal: ReconcileRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Compare the list that a platform exported with what is held here */
  reconcile_spreadsheet: {
    method: "POST";
    path: "/v1/reconciliations/spreadsheets";
    parameters: { platform: string; day?: string | null };
    body: string;
    answer: Reconciled;
    rehearsal: ReconcileRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read one reconciliation */
  get_reconciliation: {
    method: "GET";
    path: "/v1/reconciliations/{record_id}";
    parameters: { record_id: string };
    body: never;
    answer: ReconciliationView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read a reconciliation as a workbook */
  get_reconciliation_sheet: {
    method: "GET";
    path: "/v1/reconciliations/{record_id}/sheet";
    parameters: { record_id: string };
    body: never;
    answer: unknown;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Approve and carry out repairs */
  apply_repairs: {
    method: "POST";
    path: "/v1/reconciliations/{record_id}/apply";
    parameters: { record_id: string };
    body: ApplyRepairsRequest;
    answer: RepairsApplied;
    rehearsal: RepairsRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read who read personal data */
  list_accesses: {
    method: "GET";
    path: "/v1/audit";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: AccessList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Whom does this key stand for? */
  get_me: {
    method: "GET";
    path: "/v1/me";
    parameters: Record<string, never>;
    body: never;
    answer: MeView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the tables that decide */
  get_lifecycle: {
    method: "GET";
    path: "/v1/lifecycle";
    parameters: Record<string, never>;
    body: never;
    answer: LifecycleView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Which events are there, when, and of what form? */
  list_event_types: {
    method: "GET";
    path: "/v1/event-types";
    parameters: Record<string, never>;
    body: never;
    answer: EventTypeList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** When does a period end? */
  get_due_date: {
    method: "GET";
    path: "/v1/calendar/due-date";
    parameters: { rule: RuleId; start: string };
    body: never;
    answer: DueDateView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Which code lists are there? */
  list_code_lists: {
    method: "GET";
    path: "/v1/code-lists";
    parameters: Record<string, never>;
    body: never;
    answer: CodeListNames;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read one code list */
  get_code_list: {
    method: "GET";
    path: "/v1/code-lists/{name}";
    parameters: { name: string; on?: string | null };
    body: never;
    answer: CodeListView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Which tracks and bodies of rules are there? */
  get_tracks: {
    method: "GET";
    path: "/v1/tracks";
    parameters: { on?: string | null };
    body: never;
    answer: TracksView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Which court has this code? */
  list_court_codes: {
    method: "GET";
    path: "/v1/court-codes";
    parameters: { code?: string | null; name?: string | null; on?: string | null; after?: string | null; limit?: number };
    body: never;
    answer: CourtCodePage;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Which region has this code? */
  list_regions: {
    method: "GET";
    path: "/v1/regions";
    parameters: { prefix?: string; on?: string | null; after?: string | null; limit?: number };
    body: never;
    answer: RegionPage;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** What does the code of a refusal mean? */
  get_problem_kind: {
    method: "GET";
    path: "/problems/{code}";
    parameters: { code: string };
    body: never;
    answer: ProblemKindView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Is the process there? */
  livez: {
    method: "GET";
    path: "/livez";
    parameters: Record<string, never>;
    body: never;
    answer: HealthView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Can it work? */
  readyz: {
    method: "GET";
    path: "/readyz";
    parameters: Record<string, never>;
    body: never;
    answer: HealthView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what documents it has */
  list_documents: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/documents";
    parameters: { referral_id: string; reveal?: boolean };
    body: never;
    answer: DocumentList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Put a document under a referral */
  put_document: {
    method: "POST";
    path: "/v1/referrals/{referral_id}/documents";
    parameters: { referral_id: string; document_class: "complaint" | "application" | "identity" | "evidence" | "rights_notice" | "consent" | "signed_minutes" | "private_notes" | "offer" | "caucus" | "recording" | "agreement" | "undisputed_facts" | "end_report" | "service_address" | "presiding_proof" | "confirmation_application" | "appraisal_report" | "court_document" | "other"; sealed_original?: boolean; signed_by?: Array<string>; replaces_minutes?: boolean; occurred_on?: string | null; "Content-Disposition"?: string; "Content-Digest"?: string };
    body: string;
    answer: Receipt;
    rehearsal: Rehearsal;
    keyed: true;
    versioned: true;
  };
  /** Read a document */
  get_document_content: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/documents/{document_id}/content";
    parameters: { referral_id: string; document_id: string };
    body: never;
    answer: unknown;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read what may be handed over to a court */
  get_handover: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/handover";
    parameters: { referral_id: string; purpose: Purpose };
    body: never;
    answer: HandoverView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read a package with its documents */
  get_handover_content: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/handover/content";
    parameters: { referral_id: string; purpose: Purpose };
    body: never;
    answer: unknown;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Draw a form from the record */
  get_form: {
    method: "GET";
    path: "/v1/referrals/{referral_id}/forms/{form}";
    parameters: { referral_id: string; form: "referral_letter" | "materials_receipt" | "rights_notice" | "agreement" | "confirmation_application" | "end_report" };
    body: never;
    answer: unknown;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** With which keys are webhooks signed? */
  list_webhook_keys: {
    method: "GET";
    path: "/.well-known/webhook-keys.json";
    parameters: Record<string, never>;
    body: never;
    answer: WebhookKeyList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List your endpoints */
  list_webhook_endpoints: {
    method: "GET";
    path: "/v1/webhook-endpoints";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: EndpointList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Make a webhook endpoint */
  create_webhook_endpoint: {
    method: "POST";
    path: "/v1/webhook-endpoints";
    parameters: Record<string, never>;
    body: EndpointRequest;
    answer: SecretIssued;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: false;
  };
  /** Read one endpoint */
  get_webhook_endpoint: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}";
    parameters: { endpoint_id: string };
    body: never;
    answer: EndpointView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Take one action on an endpoint */
  take_webhook_transition: {
    method: "POST";
    path: "/v1/webhook-endpoints/{endpoint_id}/transitions";
    parameters: { endpoint_id: string };
    body: EndpointTransition;
    answer: EndpointTaken;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: true;
  };
  /** Make a second secret */
  rotate_webhook_secret: {
    method: "POST";
    path: "/v1/webhook-endpoints/{endpoint_id}/secrets";
    parameters: { endpoint_id: string };
    body: SecretRequest;
    answer: SecretIssued;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: true;
  };
  /** End an old secret now */
  end_webhook_secret: {
    method: "POST";
    path: "/v1/webhook-endpoints/{endpoint_id}/secrets/{secret_id}/end";
    parameters: { endpoint_id: string; secret_id: string };
    body: EndSecretRequest;
    answer: SecretEnded;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: true;
  };
  /** Deliver again */
  replay_webhook_deliveries: {
    method: "POST";
    path: "/v1/webhook-endpoints/{endpoint_id}/replays";
    parameters: { endpoint_id: string };
    body: ReplayRequest;
    answer: Replayed;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List deliveries */
  list_webhook_deliveries: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}/deliveries";
    parameters: { endpoint_id: string; after?: string | null; limit?: number; state?: DeliveryState | null; type?: string | null; referral_id?: string | null; since?: string | null };
    body: never;
    answer: DeliveryList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** List the attempts of a delivery */
  list_webhook_attempts: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}/deliveries/{position}/attempts";
    parameters: { endpoint_id: string; position: string; after?: string | null; limit?: number };
    body: never;
    answer: AttemptList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Give up a delivery that waits */
  park_webhook_delivery: {
    method: "POST";
    path: "/v1/webhook-endpoints/{endpoint_id}/deliveries/{position}/park";
    parameters: { endpoint_id: string; position: string };
    body: ParkRequest;
    answer: Parked;
    rehearsal: EndpointRehearsal;
    keyed: true;
    versioned: false;
  };
  /** List challenges and tests */
  list_webhook_errands: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}/errands";
    parameters: { endpoint_id: string; after?: string | null; limit?: number };
    body: never;
    answer: AttemptList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Export receipts */
  export_webhook_receipts: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}/receipts";
    parameters: { endpoint_id: string; referral_id: string; after?: string | null };
    body: never;
    answer: DeliveryReceiptExport;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read how an endpoint does */
  get_webhook_health: {
    method: "GET";
    path: "/v1/webhook-endpoints/{endpoint_id}/health";
    parameters: { endpoint_id: string };
    body: never;
    answer: EndpointHealthView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read how all endpoints do */
  list_webhook_health: {
    method: "GET";
    path: "/v1/webhook-health";
    parameters: { after?: string | null; limit?: number };
    body: never;
    answer: EndpointHealthList;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Read the legal clock */
  get_legal_clock: {
    method: "GET";
    path: "/v1/development/legal-clock";
    parameters: Record<string, never>;
    body: never;
    answer: LegalClockView;
    rehearsal: never;
    keyed: false;
    versioned: false;
  };
  /** Move the legal clock */
  move_legal_clock: {
    method: "PUT";
    path: "/v1/development/legal-clock";
    parameters: Record<string, never>;
    body: LegalClockRequest;
    answer: LegalClockMoved;
    rehearsal: LegalClockMoved;
    keyed: true;
    versioned: false;
  };
}

/** Every event by its type. */
export interface EventsByType {
  "referral.submitted": ReferralSubmittedEvent;
  "referral.delegated": ReferralDelegatedEvent;
  "referral.invited": ReferralInvitedEvent;
  "referral.returned": ReferralReturnedEvent;
  "referral.accepted": ReferralAcceptedEvent;
  "referral.declined": ReferralDeclinedEvent;
  "referral.overdue": ReferralOverdueEvent;
  "referral.reassigned": ReferralReassignedEvent;
  "referral.taken_back": ReferralTakenBackEvent;
  "referral.handed_back": ReferralHandedBackEvent;
  "referral.cancel_requested": ReferralCancelRequestedEvent;
  "referral.cancel_refused": ReferralCancelRefusedEvent;
  "referral.urged": ReferralUrgedEvent;
  "referral.urge_answered": ReferralUrgeAnsweredEvent;
  "referral.amended": ReferralAmendedEvent;
  "referral.status_changed": ReferralStatusChangedEvent;
  "referral.numbered": ReferralNumberedEvent;
  "referral.reported_back": ReferralReportedBackEvent;
  "choice.recorded": ChoiceRecordedEvent;
  "referral.closed": ReferralClosedEvent;
  "materials.requested": MaterialsRequestedEvent;
  "materials.supplied": MaterialsSuppliedEvent;
  "materials.received": MaterialsReceivedEvent;
  "mediator.assigned": MediatorAssignedEvent;
  "mediator.replaced": MediatorReplacedEvent;
  "representative.added": RepresentativeAddedEvent;
  "representative.ended": RepresentativeEndedEvent;
  "party.succeeded": PartySucceededEvent;
  "claim.added": ClaimAddedEvent;
  "claim.settled": ClaimSettledEvent;
  "consent.recorded": ConsentRecordedEvent;
  "service_address.recorded": ServiceAddressRecordedEvent;
  "notice.sent": NoticeSentEvent;
  "notice.result_recorded": NoticeResultRecordedEvent;
  "message.sent": MessageSentEvent;
  "series.joined": SeriesJoinedEvent;
  "series.left": SeriesLeftEvent;
  "party.contacted": PartyContactedEvent;
  "mediation.started": MediationStartedEvent;
  "mediation.extended": MediationExtendedEvent;
  "mediation.paused": MediationPausedEvent;
  "mediation.resumed": MediationResumedEvent;
  "mediation.term_expired": MediationTermExpiredEvent;
  "mediation.ended": MediationEndedEvent;
  "session.scheduled": SessionScheduledEvent;
  "session.held": SessionHeldEvent;
  "session.missed": SessionMissedEvent;
  "session.cancelled": SessionCancelledEvent;
  "result.reported": ResultReportedEvent;
  "agreement.drafted": AgreementDraftedEvent;
  "agreement.signed": AgreementSignedEvent;
  "agreement.refused": AgreementRefusedEvent;
  "agreement.effective": AgreementEffectiveEvent;
  "performance.performed": PerformancePerformedEvent;
  "procedure.applied": ProcedureAppliedEvent;
  "procedure.accepted": ProcedureAcceptedEvent;
  "procedure.not_accepted": ProcedureNotAcceptedEvent;
  "procedure.granted": ProcedureGrantedEvent;
  "procedure.refused": ProcedureRefusedEvent;
  "procedure.withdrawn": ProcedureWithdrawnEvent;
  "procedure.served": ProcedureServedEvent;
  "procedure.effective": ProcedureEffectiveEvent;
  "procedure.repudiated": ProcedureRepudiatedEvent;
  "fee.noticed": FeeNoticedEvent;
  "fee.paid": FeePaidEvent;
  "trial.transferred": TrialTransferredEvent;
  "filing.handed_over": FilingHandedOverEvent;
  "deadline.missed": DeadlineMissedEvent;
  "record.corrected": RecordCorrectedEvent;
  "performance.corrected": PerformanceCorrectedEvent;
  "mediation.reopened": MediationReopenedEvent;
  "deadline.recomputed": DeadlineRecomputedEvent;
  "deadline.approaching": DeadlineApproachingEvent;
  "document.added": DocumentAddedEvent;
  "document.withdrawn": DocumentWithdrawnEvent;
  "agreement.amended": AgreementAmendedEvent;
  "performance.breached": PerformanceBreachedEvent;
  "procedure.correction_requested": ProcedureCorrectionRequestedEvent;
  "procedure.corrected": ProcedureCorrectedEvent;
  "procedure.objected": ProcedureObjectedEvent;
  "procedure.upheld": ProcedureUpheldEvent;
  "procedure.revoked": ProcedureRevokedEvent;
  "procedure.lapsed": ProcedureLapsedEvent;
  "procedure.ended": ProcedureEndedEvent;
  "instrument.served": InstrumentServedEvent;
  "instrument.effective": InstrumentEffectiveEvent;
  "enforcement.settled": EnforcementSettledEvent;
  "enforcement.round_closed": EnforcementRoundClosedEvent;
  "enforcement.restored": EnforcementRestoredEvent;
  "enforcement.completed": EnforcementCompletedEvent;
  "procedure.extended": ProcedureExtendedEvent;
  "mediation.suspended": MediationSuspendedEvent;
  "conflict.checked": ConflictCheckedEvent;
  "conflict.disclosed": ConflictDisclosedEvent;
  "conflict.decided": ConflictDecidedEvent;
  "mediator.lead_named": MediatorLeadNamedEvent;
  "performance.due": PerformanceDueEvent;
  "performance.partial": PerformancePartialEvent;
  "agreement.repudiated": AgreementRepudiatedEvent;
  "agreement.served": AgreementServedEvent;
  "agreement.filed_with_court": AgreementFiledWithCourtEvent;
  "agreement.recorded": AgreementRecordedEvent;
  "delivery.parked": DeliveryParkedEvent;
  "referral.dispatched": ReferralDispatchedEvent;
  "referral.referred_back": ReferralReferredBackEvent;
  "referral.target_allowed": ReferralTargetAllowedEvent;
  "data.shared": DataSharedEvent;
  "referral.recalled": ReferralRecalledEvent;
  "webhook.challenge": WebhookChallenge;
  "webhook.test": WebhookTest;
}

/** Any event; `type` tells which. */
export type AnyEvent = EventsByType[keyof EventsByType];
