"""Performance by instalments: what is recorded of each, when its day is over, and what becomes of the whole."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest

from app.domain import commands as c
from app.domain.binding import NOT_YET, binding
from app.domain.guards.instalments import PERFORMANCES_MAX
from app.domain.guards.performance import THIS_IS_OVER
from app.domain.instalments import InstalmentState, PlanState, plan_of, state_of
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.effects.form import Facts
from app.domain.lifecycle.states import AgreementState, ClockState, Kind, MediationState, Track
from app.domain.lifecycle.table import Situation
from app.domain.parts import Agreement, Breach, Clock
from app.domain.referral import PartyId
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course, in_instalments, paid
from tests.domain.refusals import refused
from tests.domain.stands import order

STRANGER = PartyId(UUID(int=9))
PROOF = "a" * 64


def two(**way: object) -> Course:
    """Today six hundred, ten days later four hundred."""
    return in_instalments(Course(**way), 600, 400)  # type: ignore[arg-type]


def agreement(course: Course) -> Agreement:
    assert course.at.agreement is not None
    return course.at.agreement


def states(course: Course) -> list[str]:
    """Of the agreement, then of its instalments."""
    found = agreement(course)
    return [found.state.value, *(state_of(found, term).value for term in found.terms)]


def clocks(course: Course, rule: str = "PERFORM") -> list[Clock]:
    return [clock for clock in course.at.clocks if clock.rule == rule]


def told(course: Course) -> Facts:
    return dict(course.facts[-1].facts)


def test_each_instalment_has_a_clock_of_its_own_that_ends_off_rest_days() -> None:
    """2026-09-07 is a Monday and 2026-10-07 lies in the holidays, whose first working day after is the 8th."""
    course = Course().agreed()
    terms = (k.promise(course.today), k.promise(date(2026, 10, 7)), replace(k.promise(course.today), due_on=None))
    course.do(c.DraftAgreement(terms=terms))
    for signature in k.signatures(course.body):
        course.do(signature)

    found = [(clock.raw_end_on, clock.due_on, clock.region.value) for clock in clocks(course)]

    assert found == [
        (date(2026, 9, 7), date(2026, 9, 7), "agreement"),
        (date(2026, 10, 7), date(2026, 10, 8), "agreement"),
    ]
    assert course.facts[-1].due["PERFORM"] == date(2026, 9, 7)


def test_an_instalment_is_paid_in_parts_and_the_last_one_ends_the_whole() -> None:
    course = two().do(paid(two(), 0, 200))
    course = two()

    course.do(paid(course, 0, 200))
    assert states(course) == ["agreement_effective", "partial", "due"]
    assert (course.facts[-1].type, told(course)["left"], told(course)["amount"]) == (
        "performance.partial",
        "400",
        "200",
    )

    course.do(paid(course, 0))
    assert states(course) == ["agreement_effective", "performed", "due"]
    assert told(course)["instalment_state"] == "performed"
    assert [clock.state for clock in clocks(course)] == [ClockState.MET, ClockState.RUNNING]

    course.later(3).do(paid(course, 1, 400, means="bank_transfer"))
    assert states(course) == ["performed", "performed", "performed"]
    assert (course.facts[-1].type, told(course)["means"]) == ("performance.performed", "bank_transfer")
    assert agreement(course).performed_on == course.today
    assert not [clock for clock in course.at.clocks if clock.is_open and clock.rule in {"PERFORM", "T12"}]


def test_the_whole_agreement_is_recorded_as_before() -> None:
    course = two().do(paid(two(), 0, 200)).do(c.RecordPerformance())

    assert states(course) == ["performed", "performed", "performed"]
    assert told(course) == {"performed_on": course.today.isoformat()}
    assert [each.left for each in plan_of(agreement(course), course.book.calendar)] == [Decimal(0), Decimal(0)]
    assert all(clock.state is ClockState.MET for clock in clocks(course))


def test_more_than_is_left_nothing_and_money_for_what_is_no_payment_are_refused() -> None:
    course = two().do(paid(two(), 0, 200))

    for amount in (401, 0):
        assert refused(course, paid(course, 0, amount), "amount_beyond_instalment").facts["left"] == "400"
    refused(course.do(paid(course, 0)), paid(course, 0, 1), "instalment_performed")
    course.do(c.AmendAgreement(terms=(c.NewTerm(k.RESPONDENT, None, None, "x"),), agreed_by=k.BOTH, means="seal"))
    refused(course, paid(course, 0, 1), "amount_beyond_instalment")
    assert states(course.do(paid(course, 0))) == ["performed", "performed"]


def test_only_whoever_promised_it_performs_and_only_the_other_side_confirms() -> None:
    course = two()

    for payer in (k.APPLICANT, k.RELATED, STRANGER):
        refused(course, paid(course, 0, payer_party_id=payer), "payer_not_bound")
    for who in (k.RESPONDENT, STRANGER):
        refused(course, paid(course, 0, confirmed_by=who), "confirmation_not_of_other_side")
    refused(course, paid(course, 0, confirmed_by=None), "performance_unproven")
    refused(course, replace(paid(course, 0), term_id=UUID(int=9)), "instalment_unknown")
    tomorrow = course.today + timedelta(days=1)
    refused(course, paid(course, 0, performed_on=tomorrow), "occurred_in_future")

    course.do(paid(course, 0, confirmed_by=None, proof_sha256=PROOF, payer_party_id=k.RESPONDENT))
    assert agreement(course).performances[-1].proof_sha256 == PROOF


def test_neither_a_co_debtor_nor_a_guarantor_nor_the_only_debtor_confirms() -> None:
    """The creditor says that it was paid; nobody says so for the one beside whom it owes or stands surety."""
    beside, surety = PartyId(UUID(int=104)), PartyId(UUID(int=105))
    course = two()
    respondent = course.at.party(k.RESPONDENT)
    assert respondent is not None
    more = (replace(respondent, id=beside), replace(respondent, id=surety, role="related"))
    terms = (*agreement(course).terms, replace(agreement(course).terms[1], id=UUID(int=7), payer_party_id=k.RELATED))
    text = replace(agreement(course), terms=terms, guarantor_ids=(surety,))
    course.referral = replace(course.at, parties=(*course.at.parties, *more), agreement=text)

    for who in (beside, surety, k.RELATED):
        refused(course, paid(course, 0, confirmed_by=who), "confirmation_not_of_other_side")
    refused(course, paid(course, 2, confirmed_by=k.RELATED), "confirmation_not_of_other_side")
    course.do(paid(course, 0)).do(paid(course, 2))

    nobody = two()
    first, second = agreement(nobody).terms
    text = replace(agreement(nobody), terms=(replace(first, payer_party_id=None), second))
    nobody.referral = replace(nobody.at, agreement=text)
    refused(nobody, paid(nobody, 0, confirmed_by=k.RESPONDENT), "confirmation_not_of_other_side")
    assert states(nobody.do(paid(nobody, 0)))[1] == "performed"


def test_nothing_is_performed_before_the_agreement_was_reached() -> None:
    course = two().later(1)
    drafted_on = agreement(course).drafted_on
    day = drafted_on - timedelta(days=1)

    refusal = refused(course, paid(course, 0, performed_on=day), "performed_before_agreement")

    assert (refusal.pointer, refusal.facts["drafted_on"]) == ("/performed_on", drafted_on.isoformat())
    assert states(course.do(paid(course, 0, performed_on=drafted_on)))[1] == "performed"


def test_where_the_text_names_nobody_any_bound_party_performs() -> None:
    course = Course().agreed().do(c.DraftAgreement(terms=(c.NewTerm(None, Decimal(5), None, "x"),)))
    for signature in k.signatures(course.body):
        course.do(signature)

    refused(course, paid(course, 0, payer_party_id=k.RELATED), "payer_not_bound")
    refused(course, paid(course, 0, payer_party_id=k.APPLICANT), "confirmation_not_of_other_side")
    course.do(paid(course, 0, payer_party_id=k.RESPONDENT))

    assert states(course) == ["performed", "performed"]


def test_time_says_that_a_day_is_over_and_later_that_nothing_was_recorded() -> None:
    """The first alert asks; only after the working days of the setting does it count as not performed."""
    course = two().past("PERFORM")
    assert (course.facts[-1].type, states(course)[:2]) == ("performance.due", ["agreement_effective", "due"])
    assert told(course) == {"term_id": str(agreement(course).terms[0].id), "due_on": "2026-09-07", "left": "600"}
    assert clocks(course, "BREACH")[0].due_on == course.book.calendar.add_working_days(date(2026, 9, 7), 10)

    course.past("BREACH")

    assert states(course)[:2] == ["breached", "breached"]
    assert (course.facts[-1].type, course.facts[-1].actor) == ("performance.breached", "clock")
    assert told(course)["party_id"] == str(k.RESPONDENT)
    assert [(x.by, x.breached_on) for x in agreement(course).breaches] == [("time", course.today)]


@pytest.mark.parametrize("told_late", [0, 20])
def test_a_promise_older_than_the_signatures_is_not_breached_at_once(told_late: int) -> None:
    """The days to record a performance count from the day on which the agreement was known to bind."""
    course = Course().agreed().do(c.DraftAgreement(terms=(k.promise(date(2026, 8, 3)),)))
    signed_on = course.today
    course.later(told_late)
    for signature in k.signatures(course.body):
        course.do(replace(signature, occurred_on=signed_on))

    course.later(1).sweep()

    assert states(course) == ["agreement_effective", "due"]
    known_on = signed_on + timedelta(days=told_late)
    assert clocks(course, "BREACH")[0].due_on == course.book.calendar.add_working_days(known_on, 10)


def test_where_it_is_set_so_time_only_asks() -> None:
    """Nothing recorded is then no breach until somebody reports one."""
    silent = replace(Course().book, breach_window_working_days=0)
    course = two().on(date(2026, 9, 8))

    after, fact = apply(course.at, c.FallDue(), k.CLOCK, course.now, silent, course.mint)

    assert (fact.type, fact.due.get("BREACH"), after.clock("BREACH")) == ("performance.due", None, None)


def test_time_has_a_right_of_its_own_for_each_instalment() -> None:
    """Both are over: each is told once, neither is told for the other."""
    course = two().later(60).sweep()

    seen = [(fact.type, fact.facts["term_id"]) for fact in course.facts if "term_id" in fact.facts]
    first, second = (str(term.id) for term in agreement(course).terms)
    assert sorted(seen) == sorted(
        (kind, term) for kind in ("performance.due", "performance.breached") for term in (first, second)
    )


def test_a_payment_made_in_time_and_recorded_late_is_no_breach_any_more() -> None:
    course = two().past("PERFORM").past("BREACH")

    course.do(paid(course, 0, performed_on=date(2026, 9, 7)))

    assert states(course) == ["agreement_effective", "performed", "due"]
    assert plan_of(agreement(course), course.book.calendar)[0].breach is not None


def test_what_time_adds_after_closing_moves_nobody_s_day() -> None:
    """Paid on the last day and told a week after time had said that the day was over."""
    course = two().do(c.ReportResult()).past("PERFORM")
    assert course.at.last_fact_on == date(2026, 9, 8)

    course.later(6).do(replace(paid(course, 0), occurred_on=date(2026, 9, 7)))

    assert (course.at.state, states(course)[1]) == (MediationState.CLOSED, "performed")
    earlier = replace(paid(course, 1), occurred_on=date(2026, 9, 6))
    assert refused(course, earlier, "occurred_before_previous_fact").facts["after"] == "2026-09-07"


def test_one_breach_that_is_cured_leaves_the_other() -> None:
    course = two().later(60).sweep()
    assert states(course) == ["breached", "breached", "breached"]

    course.do(paid(course, 1, 100))
    assert states(course) == ["breached", "breached", "breached"]
    course.do(paid(course, 1))
    assert states(course) == ["breached", "breached", "performed"]
    course.do(paid(course, 0))

    assert states(course) == ["performed", "performed", "performed"]
    assert agreement(course).performed_on == course.today


def test_a_breach_of_before_instalments_had_states_is_over_with_the_last_of_them() -> None:
    course = two()
    course.referral = replace(course.at, agreement=replace(agreement(course), state=AgreementState.BREACHED))

    course.do(paid(course, 0))

    assert states(course) == ["breached", "performed", "due"]


def test_a_report_names_what_is_over_and_not_paid() -> None:
    course = two()
    first, second = (term.id for term in agreement(course).terms)
    report = c.ReportBreach(party_id=k.RESPONDENT)
    refused(course, report, "performance_not_due")
    course.later(1)
    refused(course, replace(report, term_id=UUID(int=9)), "instalment_unknown")
    refused(course, replace(report, term_id=second), "performance_not_due")

    course.do(replace(report, term_id=first), COURT)

    assert told(course)["term_ids"] == [str(first)]
    assert [clock.state for clock in clocks(course)] == [ClockState.MET, ClockState.RUNNING]
    refused(course, report, "performance_not_due")
    course.later(10).do(report)
    assert states(course) == ["breached", "breached", "breached"]
    paid_up = two()
    refused(paid_up.do(paid(paid_up, 0)).later(1), report, "performance_not_due")


def test_a_promise_whose_last_day_is_a_rest_day_is_kept_on_the_next_working_day() -> None:
    """2026-09-12 is a Saturday; the Monday after is still in time."""
    course = Course().agreed().do(c.DraftAgreement(terms=(k.promise(date(2026, 9, 12)),)))
    for signature in k.signatures(course.body):
        course.do(signature)

    refused(course.on(date(2026, 9, 14)), c.ReportBreach(party_id=k.RESPONDENT), "performance_not_due")

    assert states(course.later(1).do(c.ReportBreach(party_id=k.RESPONDENT)))[0] == "breached"


def test_an_agreement_without_promises_is_broken_once() -> None:
    course = Course().effective().do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(course, c.ReportBreach(party_id=k.RESPONDENT), "performance_not_due")

    assert "term_ids" not in told(course)


@pytest.mark.parametrize("kind", [Kind.PRE_FILING, Kind.DIRECT])
def test_an_amended_text_has_a_plan_of_its_own(kind: Kind) -> None:
    """What was recorded of the text before stays on record and counts no more."""
    track = Track.DIRECT if kind is Kind.DIRECT else Track.PRE_FILING_2022
    course = two(kind=kind, track=track).later(1)
    course.do(paid(course, 0, 200)).do(c.ReportBreach(party_id=k.RESPONDENT))
    later = course.today + timedelta(days=30)

    course.do(c.AmendAgreement(terms=(k.promise(later, 800),), agreed_by=k.BOTH, means="seal"))

    assert states(course) == ["agreement_effective", "due"]
    assert (len(agreement(course).performances), len(agreement(course).breaches)) == (1, 1)
    assert [clock.raw_end_on for clock in clocks(course) if clock.is_open] == [later]
    plan = plan_of(agreement(course), course.book.calendar)[0]
    assert (plan.left, plan.performed_amount, plan.performances, plan.state) == (
        Decimal(800),
        Decimal(0),
        (),
        InstalmentState.DUE,
    )


def test_after_filing_no_day_runs_before_the_agreement_binds() -> None:
    """Until it is served with the statement a party may go back (CPL 102), so nobody is in delay yet."""
    course = two(track=Track.POST_FILING_FIRST)
    assert clocks(course) == []

    course.do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement).receipt(k.APPLICANT)
    assert clocks(course) == []
    course.receipt(k.RESPONDENT)

    assert [clock.raw_end_on for clock in clocks(course)] == [date(2026, 9, 7), date(2026, 9, 17)]


def test_after_filing_the_days_run_from_the_permitted_withdrawal() -> None:
    course = two(track=Track.POST_FILING_FIRST)

    course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal)

    assert len(clocks(course)) == 2


def test_nobody_breaches_what_does_not_bind_yet() -> None:
    course = two(track=Track.POST_FILING_FIRST).later(1)
    report = c.ReportBreach(party_id=k.RESPONDENT)
    refused(course, report, "agreement_not_binding")

    course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal).do(report)

    assert states(course) == ["breached", "breached", "due"]


def test_what_is_breached_already_has_no_day_to_wait_for() -> None:
    """A breach from before the agreement bound; time does not add a second one."""
    course = two(track=Track.POST_FILING_FIRST)
    first, second = (term.id for term in agreement(course).terms)
    broken = replace(agreement(course), breaches=(Breach(first, course.today, "report"),))
    course.referral = replace(course.at, agreement=broken)

    course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal)

    assert [clock.term_id for clock in clocks(course)] == [second]


def ruled(course: Course) -> Course:
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    return course.step(c.AcceptApplication).step(c.ConfirmAgreement)


def revoked(course: Course) -> Course:
    course.do(k.next_step(course, c.ObjectToConfirmation, since=course.today), COURT)
    return course.step(c.RevokeConfirmation)


def test_after_filing_the_days_stop_with_the_ruling_that_is_revoked_and_start_with_the_next_ground() -> None:
    """An objection alone leaves the ruling, and the day from which the agreement binds, as they are."""
    course = ruled(two(track=Track.POST_FILING_FIRST, court=k.court_facts(confirmation="allowed")))
    ruled_on = course.today
    course.past("PERFORM")
    course.do(k.next_step(course, c.ObjectToConfirmation, since=ruled_on), COURT)
    found = binding(course.at)
    assert found is not None
    assert found.from_on == ruled_on
    assert [clock.is_open for clock in (*clocks(course), *clocks(course, "BREACH"))] == [False, True, True]

    course.step(c.RevokeConfirmation)

    assert not any(clock.is_open for clock in (*clocks(course), *clocks(course, "BREACH")))
    assert binding(course.at) == NOT_YET

    course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal)
    assert [clock.raw_end_on for clock in clocks(course) if clock.is_open] == [date(2026, 9, 7), date(2026, 9, 17)]


def test_a_revoked_ruling_leaves_the_days_of_what_the_signatures_bind() -> None:
    course = revoked(ruled(two()))

    assert [clock.is_open for clock in clocks(course)] == [True, True]


def test_a_payment_order_is_for_what_was_not_paid() -> None:
    course = k.promised(Course())
    course.do(paid(course, 0, 300)).later(1)

    refused(course, order(course), "amount_beyond_agreement")
    course.do(replace(order(course), amount=Decimal(700)))

    assert course.at.procedures[-1].amount == Decimal(700)


def test_a_promise_of_nobody_in_particular_is_missed_by_nobody() -> None:
    course = Course().agreed()
    course.do(c.DraftAgreement(terms=(replace(k.promise(course.today), payer_party_id=None),)))
    for signature in k.signatures(course.body):
        course.do(signature)

    course.past("PERFORM").past("BREACH")

    assert "party_id" not in told(course)


def test_without_a_report_nothing_is_over() -> None:
    course = two().later(1)

    assert not THIS_IS_OVER.check(Situation(course.at, None, None, course.today, course.now, course.book))


def test_so_many_records_and_no_more() -> None:
    course = two()
    made = agreement(course.do(paid(course, 0, 1)))
    many = replace(
        made, performances=tuple(replace(made.performances[0], amount=None) for _ in range(PERFORMANCES_MAX))
    )
    course.referral = replace(course.at, agreement=many)

    refusal = refused(course, paid(course, 0, 1), "too_many_entries")

    assert refusal.facts == {"action": "record_performance", "list": "performances", "most": PERFORMANCES_MAX}
    assert course.do(c.RecordPerformance(), CENTRE).at.agreement is not None


def test_a_plan_has_a_word_for_every_state_in_which_it_is_performed() -> None:
    assert {state.value for state in PlanState} == {"performing", "performed", "breached"}
