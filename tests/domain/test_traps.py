"""What a naive engine gets wrong about clocks, courts and codes, one trap a test; others stand with their subject."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.adapters.reference_data import load_causes
from app.domain import commands as c
from app.domain.causes import CauseTree
from app.domain.identifiers import case_number
from app.domain.lifecycle.states import Body, Kind, MediationState, Track
from app.domain.sources import SOURCES
from app.domain.trial_term import Exclusion, exclusions
from app.domain.values import replace
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import due_on, refused

FIRST = {"track": Track.POST_FILING_FIRST, "kind": Kind.POST_FILING}
"""Filed first, then entrusted."""


def test_trap_01_referring_before_filing_is_a_setting_of_the_court_and_not_the_rule() -> None:
    after_filing_only = replace(k.court_facts(), tracks=frozenset({Track.POST_FILING_FIRST}))
    course = Course(court=after_filing_only)

    with pytest.raises(Exception, match="track_not_used_by_court"):
        course.delegate()
    assert Course(court=after_filing_only, **FIRST).delegate().at.state is MediationState.AWAITING_ACCEPTANCE  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("way", "rule", "days", "starts"),
    [
        ({}, "T05", 30, "acceptance"),
        ({"track": Track.PRE_FILING_2016}, "T05", 30, "receipt"),
        (FIRST, "T06", 15, "receipt"),
        ({**FIRST, "procedure_type": "summary"}, "T07", 7, "receipt"),
        (
            {"track": Track.DIRECT, "kind": Kind.DIRECT, "body": Body.LABOUR, "cause": k.LABOUR_CAUSE},
            "T10",
            15,
            "application",
        ),
    ],
)
def test_trap_02_each_term_has_its_own_length_and_its_own_start(
    way: dict[str, object], rule: str, days: int, starts: str
) -> None:
    """Applied for on 2026-09-07, accepted a day later, the materials signed for two days later."""
    course = Course(**way).delegate().later(1)  # type: ignore[arg-type]
    course.do(c.Accept(organisation=k.organisation(body=course.body))).later(1).do(c.ReceiveMaterials())

    clock = course.at.latest_clock(rule)
    assert course.at.term_rule == rule
    assert clock is not None
    begun = {"application": date(2026, 9, 7), "acceptance": date(2026, 9, 8), "receipt": date(2026, 9, 9)}[starts]
    assert (clock.started_on, clock.raw_end_on) == (begun, begun + timedelta(days=days))


def test_trap_03_the_term_does_not_start_when_the_court_sends() -> None:
    course = Course().delegate().later(3)

    assert course.at.clock("T05") is None
    course.do(c.Accept(organisation=k.organisation()))
    assert due_on(course, "T05") == date(2026, 10, 10)  # Thirty days from 09-10: a Saturday that is worked.


def test_trap_05_one_side_alone_extends_nothing_and_after_filing_thirty_days_are_the_most() -> None:
    course = Course(**FIRST).mediating()  # type: ignore[arg-type]
    until = date(2026, 10, 22)  # Fifteen days from 09-07 end on 09-22; thirty more.

    refused(course, c.ExtendTerm(until=until, agreed_by=(k.APPLICANT,)), "agreement_of_all_missing")
    refused(course, c.ExtendTerm(until=until + timedelta(days=1), agreed_by=k.BOTH), "extension_too_long")
    course.do(c.ExtendTerm(until=until, agreed_by=k.BOTH))
    assert due_on(course, "T06") == until


def test_trap_10_sources_are_stored_with_the_version_of_their_text() -> None:
    """The same article has another number in another version of the civil procedure law."""
    confirmation = SOURCES["CPL_205"]

    assert confirmation.article == "205"
    assert "201 of 2021 is 205" in confirmation.version_note
    assert all(source.version_note or source.in_force_from for source in SOURCES.values())


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("(2026)苏0922民初12号", "（2026）苏0922民初12号"),
        ("〔2026〕苏0922民特监1号", "（2026）苏0922民特监1号"),
        ("[2026]最高法民辖终3号", "（2026）最高法民辖终3号"),
    ],
)
def test_trap_24_case_numbers_come_in_any_brackets_and_their_types_in_any_length(text: str, normalised: str) -> None:
    """And a referral has several: those of the court, the platform and the organisation."""
    course = Course().accepted()
    read = case_number(text)

    assert read.text == normalised
    for kind in ("court", "platform", "mediation"):
        course.do(c.AddCaseNumber(kind=kind, original=text, normalised=f"{kind} {read.text}"))
    assert len(course.at.dossier.case_numbers) == 3


def test_trap_25_a_cause_is_known_by_its_code_and_its_list_and_not_by_its_number_alone() -> None:
    causes = load_causes()
    tree = CauseTree.of(causes)

    assert {cause.version for cause in causes} == {"2026"}
    assert len({(cause.version, cause.code) for cause in causes}) == len(causes)
    assert (Course().delegate().at.cause_code, Course().delegate().at.cause_version) == ("88", "2026")
    assert tree.is_within(k.LABOUR_CAUSE, "205")


def test_trap_30_only_the_extension_does_not_count_in_the_trial_term() -> None:
    """From 2026-09-07 fifteen days: 09-22. Extended to 10-09, so 09-23 to 10-09 does not count."""
    course = Course(**FIRST).mediating()  # type: ignore[arg-type]
    assert exclusions(course.at.clocks) == ()

    course.do(c.ExtendTerm(until=date(2026, 10, 9), agreed_by=k.BOTH))
    assert exclusions(course.at.clocks) == (Exclusion(date(2026, 9, 23), date(2026, 10, 9), "T06"),)
    course.on(date(2026, 9, 30)).do(c.End(reason=k.EndReason.DIFFERENCES_TOO_LARGE))
    course.do(c.ReportResult(route=k.Route.TRIAL))

    assert exclusions(course.at.clocks) == (Exclusion(date(2026, 9, 23), date(2026, 9, 30), "T06"),)


def test_trap_30_an_extension_that_was_not_needed_excludes_nothing() -> None:
    course = Course(**FIRST).mediating()  # type: ignore[arg-type]
    course.do(c.ExtendTerm(until=date(2026, 10, 9), agreed_by=k.BOTH)).on(date(2026, 9, 22))

    course.do(c.End(reason=k.EndReason.DIFFERENCES_TOO_LARGE)).do(c.ReportResult(route=k.Route.TRIAL))

    assert exclusions(course.at.clocks) == ()


def test_trap_30_before_filing_there_is_no_trial_term() -> None:
    course = Course().mediating()
    course.do(c.ExtendTerm(until=date(2026, 10, 30), agreed_by=k.BOTH))

    assert exclusions(course.at.clocks) == ()


def test_trap_33_the_court_fee_is_asked_for_only_when_mediation_has_failed() -> None:
    notice = c.GiveFeeNotice(amount=Decimal(50))

    refused(Course(**FIRST).mediating(), notice, "action_not_possible", COURT)  # type: ignore[arg-type]
    failed = Course(**FIRST).failed().do(notice, COURT)  # type: ignore[arg-type]
    assert failed.at.procedures[-1].state == "fee_noticed"
    unpaid = k.next_step(failed, c.DeemWithdrawn)
    refused(failed, unpaid, "fee_still_payable", COURT)
    failed.later(9).do(unpaid, COURT)
    assert failed.at.procedures[-1].state == "deemed_withdrawn"
