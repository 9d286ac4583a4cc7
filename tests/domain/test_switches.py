"""Rules that a deployment switched off start no clock and refuse nothing; what was read can not be switched off."""

from dataclasses import replace
from decimal import Decimal

from app.domain import commands as c
from app.domain.lifecycle.apply import ROWS, apply
from app.domain.lifecycle.states import AgreementState, Body, Kind, SignerRole, Track
from app.domain.lifecycle.table import RuleBook
from app.domain.periods import RULES
from app.domain.switches import SWITCHES, UNVERIFIED, unknown
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, SENDER, Course
from tests.domain.refusals import refused
from tests.domain.stands import accept, decide, disclose, review
from tests.each import each


class Off(Course):
    """A course where every rule that can be off is off."""

    @property
    def book(self) -> RuleBook:
        return replace(super().book, rules_off=frozenset(SWITCHES))


def both(**given: object) -> tuple[Course, Course]:
    """The same course under all rules, and with those that can be off switched off."""
    return Course(**given), Off(**given)  # type: ignore[arg-type]


def test_exactly_what_was_not_read_can_be_switched_off() -> None:
    unread = {rule.id.value for rule in RULES.values() if rule.mark in UNVERIFIED}

    assert {name for name in SWITCHES if name in RULES} == unread
    assert {switch.mark for switch in SWITCHES.values()} <= UNVERIFIED
    assert all(switch.zh and switch.en for switch in SWITCHES.values())


@each("rule", sorted(set(RULES) - set(SWITCHES)))
def test_a_rule_of_the_statutes_is_no_switch(rule: str) -> None:
    assert unknown([rule, "T18"]) == (rule,)


def test_t31_off_is_no_term_and_nobody_is_too_late_for_it() -> None:
    for course, clocks in zip(both(track=Track.COMMISSION_DELEGATED, body=Body.LABOUR), (["T31"], []), strict=True):
        course.delegate().do(accept(course)).do(k.assign())
        assert [x.rule for x in course.at.clocks if x.is_open] == clocks
        course.do(k.begin())
    on, off = both(track=Track.COMMISSION_DELEGATED, body=Body.LABOUR)
    refused(on.delegate().later(11), accept(on), "term_over")
    late = off.delegate().later(11).do(accept(off)).do(k.assign()).do(k.begin())
    assert late.at.state == "mediating"


def test_t18_off_leaves_the_review_without_a_clock() -> None:
    for course, clocks in zip(both(body=Body.LABOUR, cause=k.LABOUR_CAUSE), (1, 0), strict=True):
        k.promised(course).do(review(course)).step(c.AcceptReview, actor=CENTRE)
        assert sum(clock.rule == "T18" for clock in course.at.clocks) == clocks


def test_fee_off_sets_no_day_so_that_nothing_is_deemed_withdrawn() -> None:
    on, off = both(track=Track.POST_FILING_FIRST)
    for course in (on, off):
        course.failed().do(c.GiveFeeNotice(amount=Decimal("50.00"), pay_by=None), COURT).later(60)

    assert on.step(c.DeemWithdrawn).at.closure == "deemed_withdrawn"
    refused(off, k.next_step(off, c.DeemWithdrawn), "fee_still_payable", COURT)


def test_cmr_2_off_lets_a_commercial_body_take_any_cause() -> None:
    on, off = both(body=Body.COMMERCIAL, cause=k.LABOUR_CAUSE)
    offer = c.Delegate(organisation=k.organisation(body=Body.COMMERCIAL), channel=k.CHANNEL)

    refused(on.consult(), offer, "cause_excluded_for_body", COURT)
    assert off.consult().do(offer, COURT).at.holder_id == k.CENTRE_ID


def test_cmr_20_off_lets_the_parties_keep_a_commercial_mediator() -> None:
    on, off = both(body=Body.COMMERCIAL)
    for course in (on, off):
        course.mediating().do(disclose())

    refused(on, decide(on, "waived", k.BOTH), "waiver_not_allowed")
    assert off.do(decide(off, "waived", k.BOTH)).at.mediators[0].conflict == "waived"


def test_cmr_22_off_leaves_the_parties_as_the_only_signers_also_of_a_new_text() -> None:
    _, off = both(body=Body.COMMERCIAL)
    for signature in off.drafted().signatures[:2]:
        off.do(signature)
    assert off.at.agreement is not None
    assert off.at.agreement.state is AgreementState.EFFECTIVE

    off.do(c.AmendAgreement(terms=(k.promise(off.today),), agreed_by=k.BOTH, means="seal"))
    assert {x.role for x in off.at.signatures} == {SignerRole.PARTY}


def test_ldma_29_off_does_not_open_the_courts_to_whom_the_commission_turned_away() -> None:
    on, off = both(body=Body.LABOUR, cause=k.LABOUR_CAUSE)
    for course in (on, off):
        course.arbitrating().step(c.RecordArbitrationRefused, "other", CENTRE)

    refused(off, c.HandOver(court=off.named_court), "arbitration_first")
    assert on.do(c.HandOver(court=on.named_court)).at.procedures[-1].state == "handed_over"


def test_pml_28_off_needs_nobody_who_recorded_an_oral_agreement() -> None:
    on, off = both(track=Track.DIRECT, kind=Kind.TRANSFERRED, body=Body.PEOPLE)
    draft = c.DraftAgreement(terms=(), form="oral", recorded_by=None)

    refused(on.agreed(), draft, "recorder_missing")
    assert off.agreed().do(draft).at.agreement is not None


def test_a_clock_that_runs_ends_as_it_would_have() -> None:
    """Switching off starts nothing; it takes away nothing."""
    course = Course(track=Track.COMMISSION_DELEGATED, body=Body.LABOUR).delegate()
    course.do(accept(course))
    off = replace(course.book, rules_off=frozenset(SWITCHES))

    after, _ = apply(course.at, c.RequestCancel(reason="duplicate"), SENDER, course.now, off, course.mint)

    assert after.clock("T31") is not None


def test_lar_77_off_the_commission_s_statement_is_in_force_with_its_first_receipt() -> None:
    on, off = both(body=Body.LABOUR, cause=k.LABOUR_CAUSE)
    for course, state in ((on, "made"), (off, "in_force")):
        k.promised(course).do(review(course)).step(c.AcceptReview, actor=CENTRE)
        course.step(c.MakeReviewStatement, actor=CENTRE)

        course.do(k.next_step(course, c.RecordReviewReceipt, party_id=k.APPLICANT, means="personal"))

        assert course.at.procedures[-1].state == state


@each("source", ["LNM_22", "DMR_24", "PMW_33"])
def test_a_source_on_which_no_step_rests_changes_no_course(source: str) -> None:
    """What rests on it is a computed period at most, which is computed on."""
    assert not any(source in row.sources for row in ROWS)
    on, off = (replace(Course().book, rules_off=frozenset(off)) for off in ((), (source,)))
    course = Course().effective()
    report = c.ReportResult()

    told = [apply(course.at, report, CENTRE, course.now, book, course.mint)[1] for book in (on, off)]

    assert told[0] == told[1]
