"""Referrals brought to where an action is possible, by the API alone; each says which ids stand where."""

from dataclasses import dataclass, field

from tests.api.callers import TODAY, delegation, done, party

COURT = "01980000-0000-7000-8000-0000000000c1"
CENTRE = "01980000-0000-7000-8000-0000000000a1"
OTHER_CENTRE = "01980000-0000-7000-8000-0000000000a2"
MEDIATOR = "01980000-0000-7000-8000-0000000000b1"
APPLICANT = "01980000-0000-7000-8000-0000000000d1"
RESPONDENT = "01980000-0000-7000-8000-0000000000d2"
SESSION = "01980000-0000-7000-8000-0000000000e1"
"""Ids as the example bodies have them."""

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


async def offered(api):
    return await _opened(api, delegation(api.world.centre_id))


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
    made = await done(api.as_centre().act(staged.referral_id, "schedule_session", scheduled_on=TODAY, mode="online"))
    staged.ids[SESSION] = made["session_id"]
    return staged


async def appraising(api):
    staged = await mediating(api)
    everybody = [staged.ids[APPLICANT], staged.ids[RESPONDENT]]
    await done(api.as_centre().act(staged.referral_id, "begin_appraisal", agreed_by=everybody))
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


STAGE_OF = {
    "record_opinion": consulting,
    "delegate": consulting,
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
    "sign": drafted,
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
}
"""Where each action of a referral or procedure is possible."""

OF_COURT = frozenset(
    {
        *("record_opinion", "delegate", "return", "take_back", "reassign", "close"),
        *("accept_application", "refuse_application", "confirm_agreement", "reject_confirmation"),
        *("register_case", "refuse_registration"),
    }
)
"""Actions that the court takes; the organisation takes the others."""
