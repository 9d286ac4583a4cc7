"""The case files: complete, honest about what was assumed, and readable by both sides."""

from collections import Counter
from datetime import date

import pytest

from app.adapters.reference_data import load_calendar, load_causes, load_courts, load_organisations
from app.demo.cases import load_cases
from app.demo.outcome import LABELS, in_order
from app.demo.seed import SCOPE_ROOTS, SCOPE_TEXT, SCOPES
from app.domain.causes import CauseTree
from app.domain.identifiers import identity_number
from app.domain.lifecycle.states import EventType

CASES = load_cases()
PUBLISHED = [case for case in CASES if case.kind == "published"]
CONSTRUCTED = [case for case in CASES if case.kind == "constructed"]
SEALED_KINDS = {"people", "labour", "commercial"}
PATHS = {
    "consultation": {"referral.submitted", "referral.delegated"},
    "reassignment": {"referral.declined", "referral.reassigned"},
    "late acceptance": {"referral.overdue", "referral.accepted"},
    "taking back": {"referral.overdue", "referral.taken_back"},
    "receipt of materials": {"materials.received"},
    "contact and refusal": {"party.contacted", "filing.handed_over"},
    "appraisal": {"mediation.paused", "mediation.resumed"},
    "extension": {"mediation.extended"},
    "expiry": {"mediation.term_expired", "agreement.effective"},
    "expiry without report": {"mediation.term_expired", "filing.handed_over"},
    "partial agreement": {"agreement.effective", "filing.handed_over"},
    "refusal to sign": {"agreement.refused"},
    "rejection": {"procedure.accepted", "procedure.refused"},
    "no acceptance": {"procedure.not_accepted"},
    "performance at once": {"performance.performed"},
    "return": {"referral.returned"},
    "missed contact": {"deadline.missed", "party.contacted"},
    "fee and transfer to trial": {"fee.noticed", "fee.paid", "trial.transferred"},
    "fee unpaid": {"fee.noticed", "procedure.withdrawn"},
    "other means": {"performance.performed", "result.reported", "referral.closed"},
    "statement refused": {"procedure.refused", "trial.transferred"},
    "labour arbitration": {"mediation.term_expired", "filing.handed_over", "procedure.accepted"},
    "handing back": {"referral.handed_back", "referral.reassigned"},
    "calling off": {"referral.cancel_requested", "referral.taken_back"},
    "dossier": {"referral.urged", "materials.requested", "message.sent", "claim.settled"},
    "application declined": {"referral.submitted", "referral.declined"},
    "payment order": {"performance.breached", "procedure.corrected", "instrument.effective"},
    "enforcement of a notarised debt": {"procedure.granted", "instrument.effective", "enforcement.completed"},
    "arbitration review": {"instrument.served", "instrument.effective"},
    "enforcement of a confirmed agreement": {"enforcement.settled", "enforcement.round_closed", "enforcement.restored"},
    "transfer and reporting back": {"referral.delegated", "referral.reported_back"},
}


def identities(case):
    yield from (party.identity for party in case.opening.parties if party.identity is not None)
    for centre in case.centres:
        yield from centre.identities.values()


def is_empty(value):
    """Whether the source left a fact open; remarks on the source itself do not count."""
    if isinstance(value, dict):
        return any(is_empty(inner) for name, inner in value.items() if name not in {"note", "performance"})
    if isinstance(value, list):
        return any(is_empty(inner) for inner in value)
    return value is None


def test_at_least_eight_published_cases_are_played_and_one_of_them_fails():
    assert len(PUBLISHED) >= 8
    assert {case.case_id: case.expected.outcome for case in PUBLISHED}["C05"] == "returned_registered"


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.case_id)
def test_a_published_case_ends_as_published(case):
    assert case.expected.outcome == case.published["outcome"]


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.case_id)
def test_where_a_fact_is_not_published_an_assumption_says_so(case):
    if is_empty(case.published) or case.published["amount_precision"] != "exact":
        assert case.assumptions
    assert any("合成" in assumption for assumption in case.assumptions)


@pytest.mark.parametrize("case", PUBLISHED, ids=lambda case: case.case_id)
def test_names_of_parties_are_those_of_the_source(case):
    printed = {party["name"] for party in case.published["parties"]}

    assert {party.name for party in case.opening.parties} <= printed


@pytest.mark.parametrize("case", CONSTRUCTED, ids=lambda case: case.case_id)
def test_a_constructed_case_says_that_it_is_one(case):
    assert case.published is None
    assert "虚构" in case.assumptions[0]


@pytest.mark.parametrize("path", sorted(PATHS))
def test_every_path_of_the_lifecycle_has_a_constructed_case(path):
    assert any(PATHS[path] <= set(case.expected.must_happen) for case in CONSTRUCTED)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_both_parts_speak_of_the_same_case(case):
    labels = [party.label for party in case.opening.parties]
    counted = Counter()
    for party in case.opening.parties:
        counted[party.role] += 1
        assert party.label == f"{party.role}_{counted[party.role]}"
    assert {part.reference for part in (*case.courts, *case.centres)} == {case.case_id}
    asked = {case.opener} if case.court is None else set(case.court.organisations)
    asked |= {name for centre in case.centres for name in centre.answer.to}
    assert {centre.organisation for centre in case.centres} <= asked
    assert {entry.name for entry in case.organisations} == asked
    for centre in case.centres:
        named = {*centre.identities, *(word.party for word in centre.contacts)}
        named |= {term.payer for term in centre.terms if term.payer is not None}
        assert named <= set(labels)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_every_agreeing_party_has_a_number_before_mediation_starts(case):
    needed = {party.label for party in case.opening.parties if party.role in {"applicant", "respondent"}}
    given = {party.label for party in case.opening.parties if party.identity is not None}

    for centre in case.centres:
        if centre.start_on is not None:
            assert needed <= given | set(centre.identities)


def test_identity_numbers_are_made_up_and_valid_and_used_once():
    numbers = [identity for case in CASES for identity in identities(case)]

    assert len({identity.number for identity in numbers}) == len(numbers)
    for identity in numbers:
        assert identity_number(identity.type, identity.number, today=date(2026, 1, 1)) == identity.number
        marked = "19000101" if identity.type == "resident_id" else "DEMX"
        assert marked in identity.number


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_signatures_are_those_that_the_organisation_s_rules_ask_for(case):
    kinds = {entry.name: entry.kind for entry in case.organisations}

    for centre in case.centres:
        if centre.signing is not None:
            sealed = kinds[centre.organisation] in SEALED_KINDS
            assert centre.signing.also == (("mediator", "organisation") if sealed else ())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_courts_and_organisations_are_the_known_ones(case):
    courts = {record.name for record in load_courts()}
    kinds = {record.name: record.kind for record in load_organisations()}

    assert {part.court for part in case.courts if part.kind != "transferred"} <= courts
    for entry in case.organisations:
        assert kinds.get(entry.name, entry.kind) == entry.kind


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_expected_ends_use_known_words(case):
    assert {case.expected.outcome, case.expected.reached or "open"} <= set(LABELS)
    assert set(case.expected.must_happen) <= {kind.value for kind in EventType}
    assert len(case.expected.must_happen) >= 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.case_id)
def test_causes_are_of_the_list_and_the_calendar_knows_the_years(case):
    causes = {cause.code for cause in load_causes()}

    assert case.opening.cause_code is None or case.opening.cause_code in causes
    assert load_calendar().knows(case.begins_on)


def test_the_seven_scopes_of_the_agreement_map_to_causes_that_exist():
    tree = CauseTree.of(load_causes())

    assert len(SCOPES) == 7
    assert [scope.roots for scope in SCOPES].count(()) == 1
    assert set(SCOPE_ROOTS) <= set(tree.causes)
    assert all(scope.text in SCOPE_TEXT for scope in SCOPES)


def test_order_counts_when_a_path_is_compared():
    assert in_order(["a", "c"], ["a", "b", "c"])
    assert not in_order(["c", "a"], ["a", "b", "c"])
    assert not in_order(["a", "a"], ["a", "b"])
