"""The payment order: a creditor alone, for money that is due; objection, silence, and what they lead to."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.dossier import ParticularsChange
from app.domain.lifecycle.states import Body, Kind, Machine, Stage, Track
from tests.domain import courses as k
from tests.domain.courses import COURT, Course, next_step
from tests.domain.refusals import due_on, refused
from tests.domain.stands import order

LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE}
OBJECTION = {"ground": "debt_denied", "written": True}


def owed(**way: object) -> Course:
    """The respondent should have paid yesterday."""
    return k.promised(Course(**way)).do(c.ReportResult()).later(1)  # type: ignore[arg-type]


def served(**way: object) -> Course:
    course = owed(**way)
    course.do(order(course)).step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)
    return course.do(next_step(course, c.ServePaymentOrder, means="personal"), COURT)


def lapsed(**way: object) -> Course:
    course = served(**way)
    return course.do(next_step(course, c.ObjectToPaymentOrder, **OBJECTION), COURT)


def test_silence_of_the_debtor_makes_the_order_enforceable() -> None:
    course = owed()
    course.do(order(course))
    assert course.at.clock("T19") is not None
    course.step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)
    course.do(next_step(course, c.ServePaymentOrder, means="personal"), COURT)
    assert due_on(course, "T21") == course.book.calendar.roll(course.today + timedelta(days=15))

    course.past("T21")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("order_effective", "instrument.effective")
    assert course.at.procedures[-1].decided_on == course.today


def test_an_order_makes_no_stage_since_the_dispute_is_over() -> None:
    assert served().at.stage is Stage.CLOSED


def test_the_debtor_does_not_apply_and_somebody_does() -> None:
    course = owed()

    for asking in ((), (k.RESPONDENT,), k.BOTH, (k.PartyId(k.UUID(int=9)),)):
        refused(course, replace(order(course), applicant_ids=asking), "creditor_required")
    refused(course, replace(order(course), debtor_id=k.PartyId(k.UUID(int=9))), "party_unknown")


def test_trap_28_whoever_promised_no_payment_is_not_ordered_to_pay() -> None:
    """A guarantor is not bound by an order against the debtor."""
    course = owed()

    refused(course, replace(order(course), debtor_id=k.RELATED), "payment_content_missing")


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("1000.01")])
def test_no_more_is_ordered_than_was_agreed_and_is_due(amount: Decimal) -> None:
    course = owed()

    refused(course, replace(order(course), amount=amount), "amount_beyond_agreement")


def test_what_is_not_due_yet_is_not_ordered() -> None:
    course = k.promised(Course())
    refused(course, order(course), "payment_content_missing")
    performed = owed().do(c.RecordPerformance())

    refused(performed, order(performed), "agreement_not_to_perform")


@pytest.mark.parametrize("name", ["no_counter_performance", "debtor_reachable"])
def test_an_order_needs_a_debt_without_counter_performance_and_a_debtor_in_reach(name: str) -> None:
    course = owed()

    refused(course, replace(order(course), **{name: False}), "payment_order_conditions")


def test_trap_27_preservation_before_the_suit_bars_an_order() -> None:
    course = owed().do(c.Amend(particulars=ParticularsChange(preservation=True, preserved_on=k.OPENED_ON)), COURT)

    refused(course, order(course), "preservation_bars_payment_order")


def test_a_labour_dispute_has_orders_for_four_kinds_of_pay_only() -> None:
    course = owed(**LABOUR)
    refused(course, replace(order(course), labour_payment=None), "labour_payment_only")
    assert course.do(order(course)).facts[-1].facts["labour_payment"] == "wages"
    other = owed()

    assert "labour_payment" not in other.do(replace(order(other), labour_payment=None)).facts[-1].facts


def test_an_order_is_for_an_active_basic_court_that_is_named_where_none_referred() -> None:
    course = owed()
    higher = k.court_facts(identity=k.OTHER_COURT_ID)
    refused(course, replace(order(course), court=replace(higher, level="intermediate")), "court_not_basic")
    refused(course, replace(order(course), court=replace(higher, active=False)), "court_not_active")
    direct = owed(track=Track.DIRECT, kind=Kind.DIRECT)

    refused(direct, replace(order(direct), court=None), "court_required")
    assert direct.do(order(direct)).at.procedures[-1].court_id == k.OTHER_COURT_ID


def test_a_case_that_was_filed_has_no_order_beside_its_suit() -> None:
    course = k.promised(Course(track=Track.POST_FILING_FIRST, kind=Kind.POST_FILING)).later(1)

    refused(course, order(course), "not_on_this_track")


def test_one_order_at_a_time() -> None:
    course = owed()

    refused(course.do(order(course)), order(course), "procedure_already_open")


def test_an_order_and_a_statement_on_the_same_claim_exclude_each_other() -> None:
    """Of a part that was agreed, in a case that was registered for the rest."""

    def registered() -> Course:
        course = Course().agreed(partial=True).do(c.DraftAgreement(terms=(k.promise(k.OPENED_ON),)))
        for signature in k.signatures(course.body):
            course.do(signature)
        course.do(c.ReportResult(route=k.Route.FILING)).do(c.HandOver()).step(c.RegisterCase)
        return course.later(1)

    ask = c.RequestStatement(applicant_ids=(k.APPLICANT,))
    course = registered().do(ask)
    refused(course, order(course), "statement_on_same_claim")
    course = registered()
    course.do(order(course))

    refused(course, ask, "payment_order_pending")


def test_a_suit_ends_a_pending_order_in_the_same_event() -> None:
    course = served().do(c.ReportBreach(party_id=k.RESPONDENT)).do(c.HandOver(court=None))
    pending = course.at.procedures_of(Machine.PAYMENT_ORDER)[-1]
    course.step(c.RegisterCase)

    ended = course.at.procedures_of(Machine.PAYMENT_ORDER)[-1]
    assert (ended.state, ended.reason, ended.decided_on) == ("order_ended", "suit_filed", course.today)
    assert course.facts[-1].also == {str(pending.id): "order_ended"}
    assert course.at.clock("T21") is None


def test_a_suit_leaves_alone_an_order_that_came_to_its_end() -> None:
    course = owed()
    course.do(order(course)).step(c.RefusePaymentOrder, "claim_unlawful").do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(c.HandOver(court=None)).step(c.RegisterCase)

    assert course.facts[-1].also == {}
    refused(course, order(course), "suit_pending")


def test_what_is_in_force_is_enforced_and_not_sued_upon() -> None:
    course = served().past("T21").do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(course, c.HandOver(court=None), "registration_not_open")
    refused(course, c.AmendAgreement(terms=(), agreed_by=k.BOTH, means="seal"), "agreement_under_procedure")


@pytest.mark.parametrize(
    "said",
    [
        {"ground": "cannot_pay", "written": True},
        {"ground": "asks_for_time", "written": True},
        {"ground": "debt_denied", "written": False},
    ],
)
def test_trap_28_being_unable_to_pay_is_no_objection_and_an_oral_one_is_void(said: dict[str, object]) -> None:
    course = served()

    refused(course, next_step(course, c.ObjectToPaymentOrder, **said), "objection_not_valid", COURT)


def test_an_objection_after_the_last_day_comes_too_late_even_if_time_has_not_acted() -> None:
    course = served().later(40)

    refused(course, next_step(course, c.ObjectToPaymentOrder, **OBJECTION), "order_objection_late", COURT)


def test_trap_28_silence_of_the_creditor_is_a_suit_filed_on_the_day_of_the_application() -> None:
    course = lapsed()
    applied_on = course.at.procedures[-1].opened_on
    course.later(2).step(c.ReceiveEndingRuling)
    refused(course, next_step(course, c.ReceiveEndingRuling), "ruling_already_received", COURT)

    course.past("T23")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("turned_to_suit", "filing.handed_over")
    assert course.facts[-1].facts["filed_on"] == applied_on.isoformat()
    refused(course.do(c.ReportBreach(party_id=k.RESPONDENT)), c.HandOver(court=None), "registration_not_open")


def test_the_creditor_declines_a_suit_within_seven_days_of_the_ruling() -> None:
    assert lapsed().step(c.DeclineSuit, actor=k.CENTRE).at.procedures[-1].state == "suit_declined"
    course = lapsed().step(c.ReceiveEndingRuling).later(20)

    refused(course, next_step(course, c.DeclineSuit), "suit_already_deemed")


def test_an_order_that_cannot_be_served_ends_and_is_never_announced() -> None:
    course = owed()
    course.do(order(course)).step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)
    public = next_step(course, c.ServePaymentOrder, means="public")
    refused(course, public, "service_means_not_allowed", COURT)

    course.past("T22")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("order_ended", "procedure.ended")
    assert course.do(order(course)).at.procedures[-1].state == "applied"


def test_a_court_that_is_late_is_told_and_goes_on() -> None:
    course = owed()
    course.do(order(course)).past("T19")
    assert course.facts[-1].type == "deadline.missed"
    course.step(c.AcceptPaymentOrder).past("T20")

    course.step(c.RejectPaymentOrder, "not_due_or_uncertain")

    assert course.at.procedures[-1].reason == "not_due_or_uncertain"


def test_after_an_order_that_ended_the_worker_sues_on_the_agreement_without_arbitration() -> None:
    course = owed(**LABOUR).do(c.ReportBreach(party_id=k.RESPONDENT))
    refused(course, c.HandOver(court=None), "arbitration_first")
    ended = lapsed(**LABOUR).do(c.ReportBreach(party_id=k.RESPONDENT)).step(c.DeclineSuit)

    assert ended.do(c.HandOver(court=None)).at.procedures[-1].state == "handed_over"
