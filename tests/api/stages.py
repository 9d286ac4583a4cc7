"""Referrals brought to where an action is possible, by the API alone; each says which ids stand where."""

from dataclasses import dataclass, field
from uuid import uuid4

from tests.api.callers import APPLICANT_ID, TODAY, delegation, done, party, put

COURT = "01980000-0000-7000-8000-0000000000c1"
CENTRE = "01980000-0000-7000-8000-0000000000a1"
OTHER_CENTRE = "01980000-0000-7000-8000-0000000000a2"
MEDIATOR = "01980000-0000-7000-8000-0000000000b1"
APPLICANT = "01980000-0000-7000-8000-0000000000d1"
RESPONDENT = "01980000-0000-7000-8000-0000000000d2"
CHILD = "01980000-0000-7000-8000-0000000000a3"
COLLEAGUE = "01980000-0000-7000-8000-0000000000b2"
SESSION = "01980000-0000-7000-8000-0000000000e1"
REPRESENTATIVE = "01980000-0000-7000-8000-0000000000f1"
CLAIM = "01980000-0000-7000-8000-0000000000f2"
ASKED_FOR = "01980000-0000-7000-8000-0000000000f3"
HANDED_IN = "01980000-0000-7000-8000-0000000000f4"
NOTICE = "01980000-0000-7000-8000-0000000000f5"
MESSAGE = "01980000-0000-7000-8000-0000000000f6"
URGING = "01980000-0000-7000-8000-0000000000f7"
SERIES = "01980000-0000-7000-8000-0000000000f8"
DOCUMENT = "01980000-0000-7000-8000-0000000000f9"
BASIS = "01980000-0000-7000-8000-0000000000fa"
CONFLICT = "01980000-0000-7000-8000-0000000000fb"
"""Ids as the example bodies have them."""

EARLIER = "2026-02-02"
"""A working day a month before; the fee was to be paid soon after it."""

NOTICES = dict.fromkeys(("rights_notice_given", "sham_warning_given", "service_address_form"), True)


@dataclass
class Staged:
    """A referral, its latest procedure, and the real id for each id of the examples."""

    referral_id: str | None = None
    procedure_id: str | None = None
    ids: dict = field(default_factory=dict)

    def filled(self, value):
        """A body of an example with the real ids in it."""
        if isinstance(value, dict):
            return {name: self.filled(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.filled(item) for item in value]
        return self.ids.get(value, value) if isinstance(value, str) else value


async def nothing(api):
    world = api.world
    ids = {COURT: world.court_id, CENTRE: world.centre_id, OTHER_CENTRE: world.other_centre_id}
    return Staged(ids={**ids, MEDIATOR: world.mediator_id})


async def _opened(api, body):
    staged = await nothing(api)
    staged.referral_id = (await done(api.as_court().write("/v1/referrals", body), 201))["id"]
    staged.ids |= dict(zip((APPLICANT, RESPONDENT), await api.party_ids(staged.referral_id), strict=True))
    return staged


async def consulting(api):
    parties = [party("applicant"), party("respondent", consents=[])]
    return await _opened(api, {"action": "consult", "parties": parties, "cause": {"code": "88"}})


def invitation(**more):
    """A full body for a judge's own mediation; without an organisation the parties are asked first."""
    filed = {"kind": "assisted", "filed_on": "2026-01-30", "procedure_type": "summary", "cause": {"code": "88"}}
    parties = [party("applicant"), party("respondent")]
    action = "invite" if "organisation_id" in more else "consult"
    return {"action": action, **filed, "parties": parties, **more}


async def consulting_before_judge(api):
    return await _opened(api, invitation())


async def offered(api):
    return await _opened(api, delegation(api.world.centre_id))


async def above_a_branch(api):
    """Offered to a head office that has an organisation right below it, which is on the court's roster."""
    staged = await offered(api)
    child = await api.registered(
        "organisations", name=f"分会{uuid4().hex[:8]}", kind="chamber", parent_id=api.world.centre_id
    )
    await api.registered("rosters", court_id=api.world.court_id, organisation_id=child)
    staged.ids[CHILD] = child
    return staged


async def dispatched(api):
    """Held by the organisation below the head office, whose latest client is the caller `child`."""
    staged = await above_a_branch(api)
    passed = {"organisation_id": staged.ids[CHILD], "ground": "court_duty"}
    await done(api.as_centre().act(staged.referral_id, "dispatch", **passed))
    await api.seat_child(staged.ids[CHILD])
    return staged


async def unassigned(api):
    staged = await offered(api)
    await done(api.as_court().act(staged.referral_id, "take_back"))
    return staged


async def accepted(api):
    staged = await offered(api)
    await done(api.as_centre().act(staged.referral_id, "accept"))
    return staged


async def assigned(api):
    staged = await accepted(api)
    await done(api.as_centre().act(staged.referral_id, "assign_mediator", mediator_id=api.world.mediator_id))
    return staged


async def mediating(api):
    staged = await assigned(api)
    check = {"party_id": staged.ids[RESPONDENT], "id_type": "passport", "id_number": "E12345678"}
    await done(api.as_centre().act(staged.referral_id, "start", identities=[check], **NOTICES))
    return staged


async def in_session(api):
    staged = await mediating(api)
    session = {"scheduled_on": TODAY, "mode": "online", "agreed_by": [staged.ids[APPLICANT], staged.ids[RESPONDENT]]}
    made = await done(api.as_centre().act(staged.referral_id, "schedule_session", **session))
    staged.ids[SESSION] = made["session_id"]
    return staged


async def appraising(api):
    staged = await mediating(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    await done(api.as_centre().act(staged.referral_id, "begin_appraisal", agreed_by=everybody))
    return staged


async def two_mediators(api):
    staged = await mediating(api)
    staged.ids[COLLEAGUE] = await api.registered("mediators", name="吴调解", organisation_id=api.world.centre_id)
    await done(api.as_centre().act(staged.referral_id, "assign_mediator", mediator_id=staged.ids[COLLEAGUE]))
    return staged


async def replaced(api):
    staged = await mediating(api)
    colleague = await api.registered("mediators", name="吴调解", organisation_id=api.world.centre_id)
    change = {"mediator_id": colleague, "replaced_id": api.world.mediator_id, "reason": "party_request"}
    await done(api.as_centre().act(staged.referral_id, "replace_mediator", **change))
    return staged


async def disclosed(api):
    staged = await mediating(api)
    relation = {"relation": "other_relation", "raised_by": "mediator", "party_id": staged.ids[RESPONDENT]}
    told = {"mediator_id": api.world.mediator_id, **relation}
    staged.ids[CONFLICT] = (await done(api.as_centre().act(staged.referral_id, "disclose_conflict", **told)))[
        "conflict_id"
    ]
    return staged


async def suspended(api):
    staged = await mediating(api)
    await done(api.as_court().act(staged.referral_id, "suspend", reason="sham_review"))
    return staged


async def failed(api):
    staged = await mediating(api)
    await done(api.as_centre().act(staged.referral_id, "end", reason="differences_too_large"))
    return staged


async def reported(api):
    staged = await failed(api)
    await done(api.as_centre().act(staged.referral_id, "report_result", route="filing"))
    return staged


async def filed(api):
    staged = await reported(api)
    made = await done(api.as_centre().act(staged.referral_id, "hand_over"))
    staged.procedure_id = made["procedure_id"]
    return staged


async def agreed(api):
    staged = await mediating(api)
    await done(api.as_centre().act(staged.referral_id, "end", reason="agreement_reached"))
    return staged


async def drafted(api):
    staged = await agreed(api)
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=[{"text": "一次付清"}]))
    return staged


async def represented(api):
    """An agreement to be signed, and an agent of the applicant who may do so."""
    staged = await drafted(api)
    acting = {"party_id": staged.ids[APPLICANT], "kind": "agent", "authority": "special", "name": "周某"}
    made = await done(api.as_centre().act(staged.referral_id, "add_representative", **acting))
    staged.ids[REPRESENTATIVE] = made["representative_id"]
    return staged


async def effective(api):
    staged = await drafted(api)
    for name in (APPLICANT, RESPONDENT):
        signing = {"role": "party", "party_id": staged.ids[name], "means": "electronic"}
        await done(api.as_centre().act(staged.referral_id, "sign", **signing))
    return staged


async def applied(api):
    staged = await effective(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    made = await done(api.as_centre().act(staged.referral_id, "apply_for_confirmation", applicant_ids=everybody))
    staged.procedure_id = made["procedure_id"]
    return staged


async def under_review(api):
    staged = await applied(api)
    await done(api.as_court().step(staged.procedure_id, "accept_application"))
    return staged


async def submitted(api):
    return await _opened(api, {"action": "submit", "parties": [party("applicant"), party("respondent")]})


async def applied_directly(api):
    """An application that the organisation took itself."""
    staged = await nothing(api)
    body = {"action": "submit", "cause": {"code": "88"}, "parties": [party("applicant"), party("respondent")]}
    return await _by(api, staged, api.as_centre(), body)


async def willing(api):
    """Both parties agreed; they may choose."""
    return await _opened(
        api, {"action": "consult", "cause": {"code": "88"}, "parties": [party("applicant"), party("respondent")]}
    )


async def cancel_asked(api):
    staged = await accepted(api)
    await done(api.as_court().act(staged.referral_id, "request_cancel", reason="party_withdrew"))
    return staged


async def with_colleague(api):
    staged = await assigned(api)
    staged.ids[COLLEAGUE] = await api.registered("mediators", name="吴调解", organisation_id=api.world.centre_id)
    return staged


async def with_stranger(api):
    """Accepted; a mediator of the registry has nothing to do with it yet."""
    staged = await accepted(api)
    staged.ids[COLLEAGUE] = await api.registered("mediators", name="吴调解", organisation_id=api.world.centre_id)
    return staged


async def documented(api):
    """An accepted referral with one of everything that people record."""
    staged = await accepted(api)
    centre, court, referral_id = api.as_centre(), api.as_court(), staged.referral_id
    applicant = {"party_id": staged.ids[APPLICANT]}
    asked = {"kind": "evidence", "source": "party", **applicant}

    async def made(caller, action, noun, **fields):
        return (await done(caller.act(referral_id, action, **fields)))[f"{noun}_id"]

    acting = {"kind": "agent", "authority": "general", "name": "周某"}
    staged.ids |= {
        REPRESENTATIVE: await made(centre, "add_representative", "representative", **acting, **applicant),
        CLAIM: await made(centre, "add_claim", "claim", kind="payment", amount="12000.00", **applicant),
        ASKED_FOR: await made(centre, "request_materials", "material", **asked),
        HANDED_IN: await made(centre, "supply_materials", "material", **asked),
        NOTICE: await made(centre, "send_notice", "notice", kind="rights", means="sms", **applicant),
        MESSAGE: await made(court, "send_message", "message", topic="question", text="进展如何？"),
        URGING: await made(court, "urge", "urging", topic="progress"),
    }
    return staged


async def with_document(api):
    staged = await accepted(api)
    reply = await done(put(api.as_centre(), staged.referral_id, document_class="evidence"))
    await done(put(api.as_centre(), staged.referral_id, document_class="private_notes"))
    staged.ids[DOCUMENT] = reply["document_id"]
    return staged


async def beside_series(api):
    staged = await accepted(api)
    staged.ids[SERIES] = (await done(api.as_court().write("/v1/series", {"kind": "same_cause"}), 201))["id"]
    return staged


async def in_series(api):
    staged = await beside_series(api)
    await done(api.as_court().act(staged.referral_id, "join_series", series_id=staged.ids[SERIES]))
    return staged


async def _by(api, staged, caller, body):
    """Opened by somebody who is no court, or by one in a way of its own."""
    staged.referral_id = (await done(caller.write("/v1/referrals", body), 201))["id"]
    parties = (await done(caller.get(f"/v1/referrals/{staged.referral_id}")))["parties"]
    staged.ids |= dict(zip((APPLICANT, RESPONDENT), [each["id"] for each in parties], strict=True))
    return staged


def entrustment(centre_id, **more):
    """A full body for a referral after filing."""
    filed = {"kind": "post_filing", "filed_on": "2026-01-30", "procedure_type": "summary"}
    return delegation(centre_id, **{**filed, **more})


async def _mediated(api, staged, *, reason, on=TODAY):
    """Accepted, with materials, started and, where there is a reason, ended."""
    centre, day = api.as_centre(), {"occurred_on": on}
    check = {"party_id": staged.ids[RESPONDENT], "id_type": "passport", "id_number": "E12345678"}
    for action, fields in (
        ("accept", {}),
        ("receive_materials", {}),
        ("assign_mediator", {"mediator_id": api.world.mediator_id}),
        ("start", {"identities": [check], **NOTICES}),
        *([] if reason is None else [("end", {"reason": reason})]),
    ):
        await done(centre.act(staged.referral_id, action, **day, **fields))
    return staged


async def _entrusted(api, *, reason, on=TODAY, **more):
    parties = [
        party("applicant", id_type="resident_id", id_number=APPLICANT_ID, consents=[_agreed(on)]),
        party("respondent", consents=[_agreed(on)]),
    ]
    staged = await nothing(api)
    body = entrustment(api.world.centre_id, parties=parties, occurred_on=on, **more)
    return await _mediated(api, await _by(api, staged, api.as_court(), body), reason=reason, on=on)


def _agreed(on):
    return {"kind": "mediate", "given": True, "given_on": on}


async def entrusted(api):
    """After filing, in summary procedure, and being mediated."""
    return await _entrusted(api, reason=None)


async def settled_after_filing(api):
    staged = await _entrusted(api, reason="settled_and_withdrew")
    await done(api.as_centre().act(staged.referral_id, "report_result"))
    return staged


async def clause_signed(api):
    """After filing, with an agreement that is in force by its signatures once the court has recorded it."""
    return await agreed_after_filing(api, signing_clause=True)


async def agreed_after_filing(api, **more):
    """After filing, with an agreement that both parties signed."""
    staged = await _entrusted(api, reason="agreement_reached")
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=[{"text": "一次付清"}], **more))
    for name in (APPLICANT, RESPONDENT):
        signing = {"role": "party", "party_id": staged.ids[name], "means": "electronic"}
        await done(api.as_centre().act(staged.referral_id, "sign", **signing))
    await done(api.as_centre().act(staged.referral_id, "report_result"))
    return staged


async def _opening(staged, caller, action, **fields):
    staged.procedure_id = (await done(caller.act(staged.referral_id, action, **fields)))["procedure_id"]
    return staged


async def statement_requested(api):
    staged = await agreed_after_filing(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    return await _opening(staged, api.as_centre(), "request_statement", applicant_ids=everybody)


async def statement_made(api):
    staged = await statement_requested(api)
    await done(api.as_court().step(staged.procedure_id, "make_statement"))
    return staged


async def withdrawal_applied(api):
    staged = await settled_after_filing(api)
    return await _opening(staged, api.as_centre(), "apply_for_withdrawal", applicant_ids=[staged.ids[APPLICANT]])


async def failed_after_filing(api, on=TODAY):
    staged = await _entrusted(api, reason="differences_too_large", on=on)
    await done(api.as_centre().act(staged.referral_id, "report_result", route="trial", occurred_on=on))
    return staged


async def failed_in_trial(api):
    staged = await _entrusted(api, reason="differences_too_large", in_trial=True)
    await done(api.as_centre().act(staged.referral_id, "report_result", route="trial"))
    return staged


async def fee_noticed(api):
    staged = await failed_after_filing(api)
    return await _opening(staged, api.as_court(), "give_fee_notice", amount="50.00", pay_by="2026-03-09")


async def fee_paid(api):
    staged = await fee_noticed(api)
    await done(api.as_court().step(staged.procedure_id, "record_fee_paid"))
    return staged


async def fee_overdue(api):
    staged = await failed_after_filing(api, on=EARLIER)
    notice = {"amount": "50.00", "pay_by": "2026-02-09", "occurred_on": EARLIER}
    return await _opening(staged, api.as_court(), "give_fee_notice", **notice)


async def labour_failed(api):
    """A dispute on wages that nobody arbitrated, with no agreement."""
    staged = await _opened(api, delegation(api.world.centre_id, cause={"code": "205.5"}))
    await _mediated(api, staged, reason="differences_too_large")
    await done(api.as_centre().act(staged.referral_id, "report_result", route="arbitration"))
    return staged


async def before_commission(api):
    return await _opening(await labour_failed(api), api.as_centre(), "refer_to_arbitration")


async def transferred(api):
    """A referral of a body that is no court, closed and not yet reported back."""
    body = delegation(api.world.centre_id, kind="transferred")
    staged = await _by(api, await nothing(api), api.as_body(), body)
    await _mediated(api, staged, reason="differences_too_large")
    await done(api.as_centre().act(staged.referral_id, "report_result", route="advised"))
    return staged


async def correcting(api):
    staged = await applied(api)
    await done(api.as_court().step(staged.procedure_id, "request_correction", reply_by="2026-03-20"))
    return staged


async def confirmed(api):
    staged = await under_review(api)
    await done(api.as_court().step(staged.procedure_id, "confirm_agreement"))
    return staged


async def objected(api):
    staged = await confirmed(api)
    await done(api.as_court().step(staged.procedure_id, "object_to_confirmation", since=TODAY))
    return staged


async def owed(api):
    """A signed agreement by which the respondent should have paid by the Friday before."""
    staged = await agreed(api)
    promise = {
        "payer_party_id": staged.ids[RESPONDENT],
        "amount": "9000.00",
        "due_on": "2026-02-27",
        "text": "一次付清",
    }
    await done(api.as_centre().act(staged.referral_id, "draft_agreement", terms=[promise]))
    for name in (APPLICANT, RESPONDENT):
        signing = {"role": "party", "party_id": staged.ids[name], "means": "electronic"}
        await done(api.as_centre().act(staged.referral_id, "sign", **signing))
    return staged


async def order_applied(api):
    staged = await owed(api)
    asked = {"applicant_ids": [staged.ids[APPLICANT]], "debtor_id": staged.ids[RESPONDENT], "amount": "9000.00"}
    fit = {"no_counter_performance": True, "debtor_reachable": True}
    return await _opening(staged, api.as_centre(), "apply_for_payment_order", **asked, **fit)


async def order_accepted(api):
    staged = await order_applied(api)
    await done(api.as_court().step(staged.procedure_id, "accept_payment_order"))
    return staged


async def order_issued(api):
    staged = await order_accepted(api)
    await done(api.as_court().step(staged.procedure_id, "issue_payment_order"))
    return staged


async def order_served(api):
    staged = await order_issued(api)
    await done(api.as_court().step(staged.procedure_id, "serve_payment_order", means="personal"))
    return staged


async def order_lapsed(api):
    staged = await order_served(api)
    objection = {"ground": "debt_denied", "written": True}
    await done(api.as_court().step(staged.procedure_id, "object_to_payment_order", **objection))
    return staged


async def labour_agreed(api):
    """Wages, agreed before a people's mediation committee and signed by everybody whom its kind asks for."""
    world, centre, today = api.world, api.as_other_centre(), {"occurred_on": TODAY}
    staged = await _opened(api, delegation(world.other_centre_id, cause={"code": "205.5"}))
    mediator = await api.registered("mediators", name="郑调解", organisation_id=world.other_centre_id)
    check = {"party_id": staged.ids[RESPONDENT], "id_type": "passport", "id_number": "E12345678"}
    promise = {"payer_party_id": staged.ids[RESPONDENT], "amount": "9000.00", "text": "一次付清"}
    signers = [{"role": "party", "party_id": staged.ids[name]} for name in (APPLICANT, RESPONDENT)]
    for action, fields in (
        ("accept", {}),
        ("assign_mediator", {"mediator_id": mediator}),
        ("start", {"identities": [check], **NOTICES}),
        ("end", {"reason": "agreement_reached"}),
        ("draft_agreement", {"terms": [promise]}),
        *(("sign", {**who, "means": "seal"}) for who in (*signers, {"role": "mediator"}, {"role": "organisation"})),
    ):
        await done(centre.act(staged.referral_id, action, **today, **fields))
    return staged


async def review_applied(api):
    staged = await labour_agreed(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    return await _opening(staged, api.as_other_centre(), "apply_for_arbitration_review", applicant_ids=everybody)


async def review_accepted(api):
    staged = await review_applied(api)
    await done(api.as_other_centre().step(staged.procedure_id, "accept_review"))
    return staged


async def review_made(api):
    staged = await review_accepted(api)
    await done(api.as_other_centre().step(staged.procedure_id, "make_review_statement"))
    return staged


async def notarisation_applied(api):
    staged = await owed(api)
    asked = {"applicant_ids": [staged.ids[APPLICANT], staged.ids[RESPONDENT]], "enforcement_promised": True}
    return await _opening(staged, api.as_centre(), "apply_for_notarisation", **asked)


async def notarised(api):
    """Notarised, and the debtor has not paid."""
    staged = await notarisation_applied(api)
    await done(api.as_centre().step(staged.procedure_id, "notarise"))
    await done(api.as_centre().act(staged.referral_id, "report_breach", party_id=staged.ids[RESPONDENT]))
    return staged


async def certificate_requested(api):
    staged = await notarised(api)
    creditors = [staged.ids[APPLICANT]]
    await done(api.as_centre().step(staged.procedure_id, "request_certificate", applicant_ids=creditors))
    return staged


async def order_correcting(api):
    staged = await order_applied(api)
    await done(api.as_court().step(staged.procedure_id, "request_order_correction", reply_by="2026-03-20"))
    return staged


async def filing_correcting(api):
    staged = await filed(api)
    await done(api.as_court().step(staged.procedure_id, "request_filing_correction", reply_by="2026-03-20"))
    return staged


async def enforceable(api):
    """Confirmed, and the debtor has not performed."""
    staged = await confirmed(api)
    await done(api.as_centre().act(staged.referral_id, "report_breach", party_id=staged.ids[RESPONDENT]))
    staged.ids[BASIS] = staged.procedure_id
    return staged


async def enforcement_applied(api):
    staged = await enforceable(api)
    asked = {"applicant_ids": [staged.ids[APPLICANT]], "debtor_id": staged.ids[RESPONDENT]}
    return await _opening(staged, api.as_centre(), "apply_for_enforcement", court_ground="issuing_court", **asked)


async def enforcing(api):
    staged = await enforcement_applied(api)
    await done(api.as_court().step(staged.procedure_id, "accept_enforcement"))
    return staged


async def round_closed(api):
    staged = await enforcing(api)
    await done(api.as_court().step(staged.procedure_id, "close_enforcement_round"))
    return staged


async def performed(api):
    staged = await effective(api)
    await done(api.as_centre().act(staged.referral_id, "record_performance"))
    return staged


STAGE_OF = {
    "consult": submitted,
    "record_choice": willing,
    "hand_back": accepted,
    "reopen": reported,
    "correct_record": documented,
    "request_cancel": accepted,
    "confirm_cancel": cancel_asked,
    "refuse_cancel": cancel_asked,
    "replace_mediator": with_colleague,
    "cancel_session": in_session,
    "close_by_other_means": settled_after_filing,
    "report_back": transferred,
    "request_statement": agreed_after_filing,
    "apply_for_withdrawal": settled_after_filing,
    "give_fee_notice": failed_after_filing,
    "resume_trial": failed_in_trial,
    "refer_to_arbitration": labour_failed,
    "make_statement": statement_requested,
    "refuse_statement": statement_requested,
    "record_statement_receipt": statement_made,
    "repudiate_statement": statement_made,
    "permit_withdrawal": withdrawal_applied,
    "refuse_withdrawal": withdrawal_applied,
    "record_fee_paid": fee_noticed,
    "transfer_to_trial": fee_paid,
    "deem_withdrawn": fee_overdue,
    "record_arbitration_accepted": before_commission,
    "record_arbitration_refused": before_commission,
    "add_case_number": accepted,
    "add_representative": accepted,
    "add_claim": accepted,
    "record_consent": accepted,
    "record_service_address": accepted,
    "request_materials": accepted,
    "send_notice": accepted,
    "urge": accepted,
    "amend": accepted,
    "set_business_status": accepted,
    "end_representative": documented,
    "record_succession": accepted,
    "settle_claim": documented,
    "supply_materials": documented,
    "acknowledge_materials": documented,
    "record_notice_result": documented,
    "send_message": documented,
    "answer_urge": documented,
    "join_series": beside_series,
    "withdraw_document": with_document,
    "leave_series": in_series,
    "record_opinion": consulting,
    "delegate": consulting,
    "invite": consulting_before_judge,
    "return": consulting,
    "accept": offered,
    "decline": offered,
    "take_back": offered,
    "reassign": unassigned,
    "close": unassigned,
    "receive_materials": accepted,
    "assign_mediator": accepted,
    "contact_party": accepted,
    "start": assigned,
    "schedule_session": mediating,
    "begin_appraisal": mediating,
    "extend_term": mediating,
    "end": mediating,
    "hold_session": in_session,
    "miss_session": in_session,
    "end_appraisal": appraising,
    "report_result": failed,
    "draft_agreement": agreed,
    "sign": represented,
    "refuse_to_sign": drafted,
    "record_performance": effective,
    "apply_for_confirmation": effective,
    "hand_over": reported,
    "accept_application": applied,
    "refuse_application": applied,
    "withdraw_application": applied,
    "confirm_agreement": under_review,
    "reject_confirmation": under_review,
    "register_case": filed,
    "refuse_registration": filed,
    "request_correction": applied,
    "give_correction": correcting,
    "deem_application_withdrawn": under_review,
    "object_to_confirmation": confirmed,
    "dismiss_objection": objected,
    "revoke_confirmation": objected,
    "extend_confirmation_review": under_review,
    "request_order_correction": order_applied,
    "give_order_correction": order_correcting,
    "request_filing_correction": filed,
    "give_filing_correction": filing_correcting,
    "extend_arbitration_review": review_accepted,
    "amend_agreement": effective,
    "correct_performance": performed,
    "report_breach": effective,
    "repudiate_agreement": agreed_after_filing,
    "serve_agreement": effective,
    "file_agreement": effective,
    "record_signing_clause": clause_signed,
    "apply_for_payment_order": owed,
    "accept_payment_order": order_applied,
    "refuse_payment_order": order_applied,
    "withdraw_payment_order": order_applied,
    "issue_payment_order": order_accepted,
    "reject_payment_order": order_accepted,
    "serve_payment_order": order_issued,
    "object_to_payment_order": order_served,
    "receive_ending_ruling": order_lapsed,
    "decline_suit": order_lapsed,
    "apply_for_arbitration_review": labour_agreed,
    "accept_review": review_applied,
    "refuse_review": review_applied,
    "withdraw_review": review_applied,
    "make_review_statement": review_accepted,
    "refuse_review_statement": review_accepted,
    "record_review_receipt": review_made,
    "apply_for_notarisation": owed,
    "notarise": notarisation_applied,
    "refuse_notarisation": notarisation_applied,
    "withdraw_notarisation": notarisation_applied,
    "request_certificate": notarised,
    "issue_certificate": certificate_requested,
    "refuse_certificate": certificate_requested,
    "apply_for_enforcement": enforceable,
    "accept_enforcement": enforcement_applied,
    "refuse_enforcement": enforcement_applied,
    "withdraw_enforcement": enforcement_applied,
    "settle_enforcement": enforcing,
    "close_enforcement_round": enforcing,
    "restore_enforcement": round_closed,
    "complete_enforcement": enforcing,
    "end_enforcement": enforcing,
    "deny_enforcement": enforcing,
    "check_conflict": assigned,
    "disclose_conflict": mediating,
    "decide_conflict": disclosed,
    "record_other_role": with_stranger,
    "name_lead": two_mediators,
    "refuse_mediator": replaced,
    "suspend": mediating,
    "resume": suspended,
    "find_sham": suspended,
    "dispatch": above_a_branch,
    "allow_organisation": above_a_branch,
    "refer_back": dispatched,
    "recall": dispatched,
    "share_data": dispatched,
}
"""Where each action of a referral or procedure is possible."""

OF_COURT = frozenset(
    {
        *("record_opinion", "delegate", "invite", "return", "take_back", "reassign", "close"),
        *("accept_application", "refuse_application", "confirm_agreement", "reject_confirmation"),
        *("register_case", "refuse_registration"),
        *(
            "consult",
            "record_choice",
            "request_cancel",
            "reopen",
            "close_by_other_means",
            "record_signing_clause",
            "urge",
            "amend",
            "join_series",
        ),
        *("give_fee_notice", "resume_trial", "make_statement", "refuse_statement", "record_statement_receipt"),
        *("permit_withdrawal", "refuse_withdrawal", "record_fee_paid", "transfer_to_trial", "deem_withdrawn"),
        *("request_correction", "deem_application_withdrawn", "object_to_confirmation", "dismiss_objection"),
        "revoke_confirmation",
        "accept_payment_order",
        "refuse_payment_order",
        "issue_payment_order",
        "reject_payment_order",
        "serve_payment_order",
        "object_to_payment_order",
        *("accept_enforcement", "refuse_enforcement", "settle_enforcement", "close_enforcement_round"),
        *("restore_enforcement", "complete_enforcement", "end_enforcement", "deny_enforcement"),
        *("extend_confirmation_review", "request_order_correction", "request_filing_correction"),
        *("allow_organisation", "share_data"),
    }
)
"""Actions that the court takes; the organisation takes the others."""

OF_OTHER_CENTRE = frozenset(
    {
        *("apply_for_arbitration_review", "accept_review", "refuse_review", "withdraw_review"),
        *("make_review_statement", "refuse_review_statement", "record_review_receipt", "extend_arbitration_review"),
    }
)
"""Actions that only a body can take which the law names for labour disputes; the other centre is one."""


def caller_of(api, action):
    """Who takes the action where it is staged."""
    if action in OF_COURT:
        return api.as_court()
    if action == "refer_back":
        return api.as_child()
    return api.as_other_centre() if action in OF_OTHER_CENTRE else api.as_centre()
