"""Cases that come by several doors: each through a court of its own, in words that its mapping reads as the API's."""

from dataclasses import replace
from datetime import date

import pytest

from app.adapters.courts.registry import CHECKS
from app.demo.cases import load_cases
from app.demo.doors import DOORS, THROUGH, counted_again, doors_of, played_again
from app.demo.platform_rows import DECISIONS, TOLD, mapping_of, secrets_of, settings_of
from app.demo.platforms import RESTS, DoorResult, PlatformAt, Platforms, door_lines
from app.demo.play import exit_status
from app.demo.registry import Registrar
from app.domain import platform_mapping
from app.domain.court_platform import OutgoingKind
from app.sandbox import platform_words
from app.sandbox.openings import referral_of_court
from app.sandbox.steps import Step, transition
from tests.journeys.test_demo_clockwork import entry, status

CASES = load_cases()
AGAIN = played_again(CASES)
CLEAN = DoorResult(DOORS[0], entered=5, messages=11, set_aside=0, left=17, waiting=0, missed=2, differences=0)


def test_a_handful_of_published_cases_comes_once_in_each_shape_to_courts_that_have_nothing_else():
    kinds = {case.case_id: case.court.kind for case in CASES if case.case_id in THROUGH}
    courts = {part.court for case in CASES for part in case.courts}

    assert 4 <= len(THROUGH) <= 6
    assert set(kinds.values()) == {"pre_filing", "post_filing"}
    assert [case.case_id for case in AGAIN] == [f"{c}.{d.dialect}" for d in DOORS for c in sorted(kinds, key=order)]
    assert {case.opener for case in AGAIN} == {door.court for door in DOORS}
    assert not courts & {door.court for door in DOORS}
    assert {part.reference for case in AGAIN for part in (*case.courts, *case.centres)} == {c.case_id for c in AGAIN}
    assert (doors_of("C01"), doors_of("C02")) == (("API", "rest", "gate_files", "soap"), ("API",))
    assert counted_again(load_cases(["C02"])) == ("", "")


def order(case_id):
    return [case.case_id for case in CASES].index(case_id)


@pytest.mark.parametrize("case", AGAIN, ids=lambda case: case.case_id)
def test_what_a_court_enters_in_its_platform_is_what_it_would_ask_of_the_api(case):
    ids = {entry.name: f"id of {entry.name}" for entry in case.organisations}
    asked = referral_of_court(case.court, ids)
    mapping = platform_mapping.mapping_of(mapping_of([case], ids))

    message = platform_words.message_of(
        Step("open", asked), case.case_id, {tenant: name for name, tenant in ids.items()}
    )
    heard = mapping.heard(message)

    wanted = {"kind": "pre_filing", **asked, "parties": [plain(party) for party in asked["parties"]]}
    if "cause" in wanted:
        wanted["cause"] = {"code": asked["cause"]["code"]}  # The platform uses the list of the day.
    found = {**heard.body, "parties": [plain(party) for party in heard.body["parties"]]}
    found |= {"claim_amount": amount(found["claim_amount"])} if "claim_amount" in found else {}
    wanted |= {"claim_amount": amount(wanted["claim_amount"])} if "claim_amount" in wanted else {}
    assert (heard.becomes, heard.reference) == ("opening", case.case_id)
    assert found == wanted


def amount(value):
    return float(value)


def plain(party):
    return {name: value for name, value in party.items() if value not in (None, [])}


def test_every_decision_that_the_sandbox_has_a_word_for_and_everything_that_is_told_is_in_the_mapping():
    mapping = platform_mapping.mapping_of(mapping_of(AGAIN, {e.name: "x" for c in AGAIN for e in c.organisations}))

    for action, word in platform_words.DECISIONS.items():
        step = Step("decide", transition(action, reason="some_reason"), "p1")
        heard = mapping.heard(platform_words.message_of(step, "C01.rest", {}))
        assert (heard.becomes, heard.body) == ("procedure", {"action": action, "reason": "some_reason"})
        assert heard.machine == DECISIONS[word][0]
        assert platform_words.DECIDED_ON[word] in {told for told, _ in TOLD.values()}
    assert all(mapping.tells(kind) for kind in OutgoingKind)
    assert platform_words.message_of(Step("s", transition("apply_for_withdrawal")), "C18.rest", {}) is None


@pytest.mark.parametrize("door", DOORS, ids=lambda door: door.dialect)
def test_the_settings_and_secrets_of_each_row_are_those_that_its_dialect_asks_for(door):
    CHECKS[door.dialect](settings_of(door, "http://127.0.0.1:8001"), secrets_of(door)[0])


def test_a_court_that_is_made_up_has_no_code():
    assert not {door.court for door in DOORS} & set(Registrar(None)._records)


@pytest.mark.parametrize(
    "wrong",
    [{"differences": 1}, {"differences": -1}, {"waiting": 1}, {"set_aside": 1}, {"entered": 0}, {"left": 0}],
    ids=str,
)
def test_whatever_is_lost_set_aside_or_differs_is_a_failure_and_is_said(wrong):
    found = replace(CLEAN, **wrong)

    assert (CLEAN.clean, found.clean) == (True, False)
    assert exit_status(["a result without faults"], verify_status=1, doors=[CLEAN]) == 1
    assert all(("≠" in line) == bool(found.waiting or found.set_aside) for line in door_lines([found], None))


def test_what_came_left_waited_and_differs_stands_in_a_line_for_each_door():
    zh, en = door_lines([CLEAN], 2.04)

    assert zh == (
        "入口 rest（演示法院（JSON接口平台））：进 5 件、11 条报文，出 17 条，均有送达、处理两次回执；"
        "平台停 2.0 秒，其间 2 条待送；对账差异 0。"
    )
    assert en == (
        "door rest: 5 referrals in 11 messages came in, 17 left with both receipts; "
        "down for 2.0 s, 2 waiting meanwhile; differences 0."
    )


def test_a_platform_is_stopped_before_a_result_once_all_its_cases_are_under_way():
    day, door = date(2024, 8, 27), DOORS[0]
    at = PlatformAt(door, None, "", None, frozenset({day}))
    own = [entry(reference="C01.rest", member=door.court), entry(reference="C03.rest", member=door.court)]
    platforms = Platforms({RESTS: at})

    assert platforms.rests(status(*own), day)
    assert not platforms.rests(status(*own), date(2024, 8, 26))
    assert not platforms.rests(status(*own), None)
    assert not platforms.rests(status(*own, entry(member=door.court, referral_id=None)), day)
    assert not Platforms({}).rests(status(*own), day)
    at.down_seconds = 1.0
    assert (platforms.rests(status(*own), day), platforms.down_seconds) == (False, 1.0)
