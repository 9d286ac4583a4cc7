"""The simulated sides decide from their own file, the referral's events and the day; from nothing else."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.demo.cases import load_cases
from app.sandbox import centre_steps, court_steps
from app.sandbox.steps import Done, Step, Wait
from app.sandbox.view import fold, labelled

ORGANISATION, OTHER = "org-1", "org-2"
PARTIES = [{"id": "p1", "role": "applicant"}, {"id": "p2", "role": "respondent"}]
THREE_PARTIES = [*PARTIES, {"id": "p3", "role": "respondent"}]
CASES = {case.case_id: case for case in load_cases()}


class Names(dict):
    def __missing__(self, name):
        return f"id of {name}"


CENTRE_IDS = Names(organisation=ORGANISATION, mediator="mediator-1")


def event(action, after, *, machine="mediation", procedure_id=None, due=None, **facts):
    return {
        "type": f"test.{action}",
        "referral_version": 0,
        "occurred_on": "2023-03-06",
        "actor_role": "court",
        "data": {
            "action": action,
            "machine": machine,
            "procedure_id": procedure_id,
            "state_before": None,
            "state_after": after,
            "stage": "delegated",
            "facts": facts,
            "due": due or {},
        },
    }


def view(*events, parties=PARTIES):
    numbered = [{**one, "referral_version": number} for number, one in enumerate(events, start=1)]
    referral = {"id": "r1", "court_reference": "P01", "kind": "pre_filing", "track": "pre_filing_2022"}
    return fold(referral, labelled(parties), numbered)


def entrusted(*events):
    return replace(view(*events), kind="post_filing")


OFFERED = event("delegate", "awaiting_acceptance", organisation_id=ORGANISATION)
ACCEPTED = event("accept", "accepted")
ASSIGNED = event("assign_mediator", "accepted")
STARTED = event("start", "mediating")


def court(case_id, seen, today="2023-03-06"):
    return court_steps.next_step(CASES[case_id].court, seen, date.fromisoformat(today), Names())


def centre(case_id, seen, today="2023-03-06", number=0):
    return centre_steps.next_step(CASES[case_id].centres[number], seen, date.fromisoformat(today), CENTRE_IDS)


def test_a_court_opens_a_referral_on_its_day_and_not_before():
    assert court("P02", None, "2023-03-05") == Wait(date(2023, 3, 6))

    step = court("P02", None)

    assert isinstance(step, Step)
    assert step.body["action"] == "delegate"
    assert step.body["court_reference"] == "P02"
    assert step.body["organisation_id"] == "id of 新乡市中小企业协会调解办公室"


def test_a_court_that_asks_first_names_no_organisation_when_it_opens():
    step = court("P01", None)

    assert step.body["action"] == "consult"
    assert "organisation_id" not in step.body


def test_a_court_delegates_after_everybody_agreed_and_returns_after_a_refusal():
    asked = [event("consult", "consulting"), *[event("record_opinion", "consulting", party_id=p) for p in ("p1", "p2")]]

    assert court("P01", view(*asked), "2023-03-07").name == "delegate"
    assert court("P16", view(*asked), "2023-03-07").body["action"] == "return"


def test_a_court_asks_the_next_organisation_after_a_decline_and_closes_when_there_is_none():
    declined = view(OFFERED, event("decline", "unassigned"))

    assert court("P02", declined).body == {"action": "reassign", "organisation_id": "id of 中国中小企业协会调解中心"}
    assert court("P03", declined).body == {"action": "close"}


def test_silence_is_waited_out_or_taken_back_as_the_court_likes():
    overdue = view(OFFERED, event("run_overdue", "overdue"))

    assert court("P03", overdue) == Wait()
    assert court("P04", overdue).body == {"action": "take_back"}


@pytest.mark.parametrize(
    ("case_id", "state", "action"),
    [
        ("P01", "applied", "accept_application"),
        ("P01", "under_review", "confirm_agreement"),
        ("P13", "under_review", "reject_confirmation"),
        ("P14", "applied", "refuse_application"),
    ],
)
def test_a_court_decides_an_application_as_its_file_says(case_id, state, action):
    applied = event(
        "apply_for_confirmation", state, machine="judicial_confirmation", procedure_id="c1", procedure_kind="x"
    )
    closed = event("report_result", "closed", closure="agreed")

    step = court(case_id, view(OFFERED, closed, applied), "2023-03-31")

    assert (step.body["action"], step.procedure_id) == (action, "c1")


def test_a_court_is_done_only_when_no_deadline_runs():
    closed = event("report_result", "closed", closure="agreed", due={"T12": "2023-04-13"})

    assert court("P03", view(OFFERED, closed)) == Wait()
    assert court("P03", view(OFFERED, {**closed, "data": {**closed["data"], "due": {}}})) == Done()


def test_a_court_waits_for_the_filing_that_a_report_announced():
    closed = event("report_result", "closed", closure="registered", route="filing")

    assert court("P06", view(OFFERED, closed)) == Wait()


def test_an_organisation_leaves_alone_what_another_one_holds():
    elsewhere = view(OFFERED, event("decline", "unassigned"), event("reassign", "accepted", organisation_id=OTHER))

    assert centre("P02", elsewhere, number=1) == Done()


def test_a_silent_organisation_never_answers():
    assert centre("P04", view(OFFERED), "2030-01-01") == Wait()


def test_an_organisation_answers_on_its_own_day():
    assert centre("P03", view(OFFERED), "2023-03-12") == Wait(date(2023, 3, 13))
    assert centre("P03", view(OFFERED, event("run_overdue", "overdue")), "2023-03-13").body == {"action": "accept"}


def test_materials_come_before_the_mediator_on_the_rules_of_2016():
    seen = view(OFFERED, ACCEPTED)

    assert centre("P05", seen, "2023-03-08").body == {"action": "receive_materials"}


def test_a_refusal_on_the_telephone_ends_before_anything_starts():
    seen = view(OFFERED, ACCEPTED, ASSIGNED, event("contact_party", "contacting", party_id="p2", result="refuses"))

    assert centre("P06", seen, "2023-03-08").body == {"action": "end", "reason": "party_unwilling", "partial": False}


def test_happenings_follow_each_other_in_the_order_of_the_file():
    held = [
        event("schedule_session", "mediating", session_id="s1"),
        event("hold_session", "mediating", session_id="s1"),
    ]
    paused = event("begin_appraisal", "appraising")

    assert centre("P07", view(OFFERED, STARTED), "2023-03-08").body["action"] == "schedule_session"
    assert centre("P07", view(OFFERED, STARTED, *held), "2023-03-15").body["action"] == "begin_appraisal"
    assert centre("P07", view(OFFERED, STARTED, *held, paused), "2023-03-20") == Wait(date(2023, 4, 10))
    assert centre("P07", view(OFFERED, STARTED, *held, paused), "2023-04-10").body == {"action": "end_appraisal"}


def test_what_is_reported_after_expiry_says_when_it_happened():
    step = centre("P09", view(OFFERED, STARTED, event("expire_term", "term_expired")), "2023-04-10")

    assert step.body["occurred_on"] == "2023-04-06"


def test_mediator_and_seal_follow_the_parties_where_the_rules_ask_for_them():
    signed = [
        event("draft_agreement", "agreement_pending", machine="agreement"),
        *[
            event("sign", "agreement_pending", machine="agreement", signer_role="party", party_id=party)
            for party in ("p1", "p2")
        ],
    ]
    agreed = event("end", "mediation_ended", outcome="agreed")

    step = centre("C01", view(OFFERED, agreed, *signed), "2023-07-28")

    assert step.body == {"action": "sign", "role": "mediator", "means": "handwritten"}


@pytest.mark.parametrize("case_id", sorted(CASES))
@pytest.mark.parametrize(
    "seen",
    [
        view(OFFERED, *more, parties=THREE_PARTIES)
        for more in (
            (),
            (ACCEPTED, ASSIGNED),
            (STARTED,),
            (event("end", "mediation_ended", outcome="agreed"),),
            (event("report_result", "closed", closure="agreed"),),
        )
    ],
    ids=lambda seen: seen.state,
)
def test_a_step_is_the_same_request_on_whatever_day_it_is_repeated(case_id, seen):
    """Otherwise a repeat after a restart would be refused as another request under a used key."""
    late = date(2030, 1, 1)
    for part in CASES[case_id].centres:
        first = centre_steps.next_step(part, seen, late, CENTRE_IDS)
        again = centre_steps.next_step(part, seen, late + timedelta(days=400), CENTRE_IDS)

        assert first == again
    for part in CASES[case_id].courts:
        first = court_steps.next_step(part, None, late, Names())

        assert first == court_steps.next_step(part, None, late + timedelta(days=400), Names())


def test_parties_who_apply_to_an_organisation_are_entered_by_it_on_their_day():
    part = CASES["C20"].centres[0]

    assert centre_steps.next_step(part, None, date(2019, 10, 13), CENTRE_IDS) == Wait(date(2019, 10, 14))
    step = centre_steps.next_step(part, None, date(2019, 10, 14), CENTRE_IDS)

    assert (step.body["action"], step.body["kind"], step.body["court_reference"]) == ("submit", "direct", "C20")
    assert [party["role"] for party in step.body["parties"]] == ["applicant", "respondent"]


def test_a_court_that_only_decides_opens_nothing():
    assert court_steps.next_step(CASES["C04"].deciding_court, None, date(2030, 1, 1), Names()) == Done()


def test_a_body_that_transfers_names_the_kind_and_the_series():
    case = CASES["C07"]
    step = court_steps.next_step(next(case.parts(case.court)), None, date(2026, 2, 13), Names())

    assert (step.body["kind"], step.body["series_id"]) == ("transferred", "id of series C07")
    assert step.body["court_reference"] == "C07.01"


def test_records_are_made_in_order_on_their_days_and_once():
    seen = view(OFFERED)

    first = court("P27", seen, "2026-03-02")
    waiting = court("P27", view(OFFERED, {**event("add_case_number", "open", machine="dossier")}), "2026-03-02")

    assert (first.name, first.body["action"]) == ("record.1", "add_case_number")
    assert waiting == Wait(date(2026, 3, 3))


def test_a_record_takes_the_id_that_the_other_side_was_given():
    number = event("add_case_number", "open", machine="dossier")
    urged = event("urge", "open", machine="dossier", urging_id="u-1")
    asked = {**event("request_materials", "open", machine="dossier", material_id="m-1"), "actor_role": "organisation"}

    step = court("P27", view(OFFERED, number, urged, asked), "2026-03-06")

    assert step.body["material_id"] == "m-1"


def test_the_record_of_a_court_closes_the_mediation_of_an_entrusted_case():
    transferred = event("transfer_to_trial", "transferred", machine="transfer_to_trial", procedure_id="t")
    transferred["data"]["also"] = {"mediation": "closed"}

    assert view(OFFERED, event("end", "mediation_ended"), transferred).state == "closed"


def test_after_filing_a_court_waits_for_the_report_and_then_goes_by_its_plan():
    ended = event("end", "mediation_ended", outcome="not_agreed")
    reported = event("report_result", "mediation_ended", route="trial")
    noticed = event("give_fee_notice", "fee_noticed", machine="transfer_to_trial", procedure_id="t-1")

    assert court("P19", entrusted(OFFERED, ended), "2026-03-19") == Wait()
    step = court("P19", entrusted(OFFERED, ended, reported), "2026-03-19")
    paid = court("P19", entrusted(OFFERED, ended, reported, noticed), "2026-03-23")

    assert step.body == {"action": "give_fee_notice", "amount": "1950.00", "pay_by": "2026-03-26"}
    assert (paid.body["action"], paid.procedure_id) == ("record_fee_paid", "t-1")
