"""Enforcement: on an instrument in force, for the creditor alone, before the right court; late is no refusal."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.access import CourtId
from app.domain.enforceable import instruments_of, settlement_time_barred, time_barred
from app.domain.lifecycle.states import Body, Kind, Machine, Stage, Track
from app.domain.lifecycle.table import RuleBook
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course, next_step
from tests.domain.refusals import refused
from tests.domain.stands import enforcement, notarisation, order, stand

ELSEWHERE = k.court_facts(identity=CourtId(k.UUID(int=71)))
NAMED = k.court_facts(identity=k.OTHER_COURT_ID)
CERTIFY = {"applicant_ids": (k.APPLICANT,)}


def broken(way: str = "pre_2022") -> Course:
    return stand("enforceable", way)


def in_instalments(*days: date) -> Course:
    """An agreement by which the respondent pays on several days."""
    course = Course()
    course.agreed().do(c.DraftAgreement(terms=tuple(k.promise(day) for day in days)))
    for signature in k.signatures(course.body):
        course.do(signature)
    return course


def confirmed(course: Course) -> Course:
    course.do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
    return course.step(c.AcceptApplication).step(c.ConfirmAgreement)


def certified(course: Course) -> Course:
    """Notarised; the certificate is asked for, and issued, today."""
    course.do(c.ReportBreach(party_id=k.RESPONDENT))
    return course.do(next_step(course, c.RequestCertificate, **CERTIFY)).step(c.IssueCertificate, actor=CENTRE)


def at_domicile(course: Course) -> c.ApplyForEnforcement:
    return replace(enforcement(course), court_ground="debtor_domicile")


def is_barred(course: Course, on: date) -> bool:
    return time_barred(course.at, instruments_of(course.at)[0], k.RESPONDENT, on, course.book.calendar)


def two_years_after(day: date) -> date:
    return day.replace(year=day.year + 2)


def test_a_confirmed_agreement_is_enforced_before_the_court_that_confirmed_it() -> None:
    course = broken().do(c.ReportResult())
    course.do(enforcement(course))
    assert course.at.stage is Stage.CLOSED
    assert course.facts[-1].facts["instrument"] == "judicial_confirmation"
    course.step(c.AcceptEnforcement).step(c.CompleteEnforcement)

    assert (course.at.procedures[-1].state, course.at.procedures[-1].court_id) == ("enforced", None)
    assert course.facts[-1].type == "enforcement.completed"


def test_trap_11_a_plain_agreement_is_not_enforceable() -> None:
    """Whatever was promised and broken, and whatever is applied for: without an instrument there is no enforcement."""
    course = k.promised(Course()).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    refused(course, enforcement(course), "agreement_not_enforceable")
    pending = k.promised(Course()).do(c.ApplyForConfirmation(applicant_ids=k.BOTH)).later(1)
    pending.do(c.ReportBreach(party_id=k.RESPONDENT))
    refused(pending, enforcement(pending), "agreement_not_enforceable")
    notarised = stand("notarised", "pre_2022").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(notarised, at_domicile(notarised), "agreement_not_enforceable")


@pytest.mark.parametrize(
    ("name", "way", "ground"),
    [
        ("confirmed", "pre_2022", "issuing_court"),
        ("objected", "pre_2022", "issuing_court"),
        ("statement_in_force", "post_first", "issuing_court"),
        ("order_effective", "pre_2022", "issuing_court"),
        ("review_in_force", "pre_2022_labour", "debtor_domicile"),
        ("certified", "pre_2022", "debtor_domicile"),
    ],
)
def test_each_instrument_in_force_is_enforced_without_being_named(name: str, way: str, ground: str) -> None:
    course = stand(name, way).later(1)
    if course.at.agreement is not None and course.at.agreement.state != "breached":
        course.do(c.ReportBreach(party_id=k.RESPONDENT))

    course.do(replace(enforcement(course), basis_id=None, court_ground=ground))

    made = course.at.procedures[-1]
    assert (made.state, made.basis_id) == ("applied", course.at.procedures[-2].id)


@pytest.mark.parametrize("name", ["revoked", "rejected", "not_accepted"])
def test_a_ruling_that_fell_is_no_instrument(name: str) -> None:
    course = stand(name, "pre_2022").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(course, enforcement(course), "agreement_not_enforceable")


def test_of_two_instruments_one_is_named_and_no_other_procedure() -> None:
    course = stand("order_effective", "pre_2022")
    course.do(c.ReportBreach(party_id=k.RESPONDENT)).do(c.ApplyForConfirmation(applicant_ids=k.BOTH))
    course.step(c.AcceptApplication).step(c.ConfirmAgreement)
    both = [str(p.id) for p in course.at.procedures]
    refusal = refused(course, replace(enforcement(course), basis_id=None), "instrument_not_in_force")
    assert (refusal.facts["basis_ids"], refusal.pointer) == (both, "/basis_id")
    unknown = replace(enforcement(course), basis_id=k.ProcedureId(k.UUID(int=9)))
    refused(course, unknown, "instrument_not_in_force")

    for basis in (p.id for p in course.at.procedures):
        course.do(replace(enforcement(course), basis_id=basis))
    assert len(course.at.procedures_of(Machine.ENFORCEMENT)) == 2


def test_without_a_breach_nothing_is_enforced() -> None:
    course = stand("confirmed", "pre_2022")

    refused(course, enforcement(course), "performance_not_breached")


def test_the_creditor_applies_and_against_whoever_is_to_perform() -> None:
    course = broken()
    plain = enforcement(course)
    for asking in ((), (k.RESPONDENT,), k.BOTH, (k.PartyId(k.UUID(int=9)),)):
        refused(course, replace(plain, applicant_ids=asking), "creditor_required")
    refused(course, replace(plain, debtor_id=k.RELATED), "debtor_not_bound")
    refused(course, replace(plain, applicant_ids=(k.RESPONDENT,), debtor_id=k.APPLICANT), "debtor_not_bound")
    unnamed = stand("confirmed", "post_first").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))

    assert unnamed.do(enforcement(unnamed)).at.procedures[-1].debtor_id == k.RESPONDENT


def test_trap_28_an_order_is_enforced_against_its_debtor_alone() -> None:
    course = Course()
    terms = (k.promise(course.today), replace(k.promise(course.today), payer_party_id=k.RELATED))
    course.agreed().do(c.DraftAgreement(terms=terms))
    for party in (*k.BOTH, k.RELATED):
        course.do(c.Sign(role=k.SignerRole.PARTY, party_id=party, means="electronic"))
    course.later(1).do(order(course)).step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)
    course.do(next_step(course, c.ServePaymentOrder, means="personal"), COURT).past("T21")
    course.do(c.ReportBreach(party_id=k.RESPONDENT))

    refused(course, replace(enforcement(course), debtor_id=k.RELATED), "debtor_not_bound")
    assert course.do(enforcement(course)).at.procedures[-1].debtor_id == k.RESPONDENT


def test_one_application_at_a_time_on_one_instrument_against_one_debtor() -> None:
    course = broken()
    again = enforcement(course)
    course.do(replace(again, amount=k.Decimal("1000")))
    assert course.facts[-1].facts["amount"] == "1000.00"
    refused(course, again, "procedure_already_open")
    course.step(c.RefuseEnforcement, "wrong_court").do(again)
    course.step(c.WithdrawEnforcement, actor=CENTRE).do(again)

    course.step(c.AcceptEnforcement).step(c.CloseEnforcementRound)

    refused(course, again, "procedure_already_open")
    assert course.step(c.RestoreEnforcement).facts[-1].type == "enforcement.restored"


def test_an_instrument_of_a_court_goes_to_that_court_or_to_one_of_its_level_with_property() -> None:
    course = broken()
    plain = enforcement(course)
    there = replace(plain, court_ground="property_location")
    refusal = refused(course, replace(plain, court_ground="debtor_domicile"), "enforcement_ground_not_here")
    assert refusal.facts["grounds"] == ["issuing_court", "property_location"]
    refused(course, replace(plain, court=ELSEWHERE), "enforcement_court_not_competent")
    refused(course, there, "court_required")
    refused(course, replace(there, court=replace(ELSEWHERE, active=False)), "court_not_active")
    refused(course, replace(there, court=replace(ELSEWHERE, level="intermediate")), "enforcement_court_not_competent")

    assert course.do(replace(there, court=ELSEWHERE)).at.procedures[-1].court_id == ELSEWHERE.id


def test_where_another_court_made_it_that_court_s_level_counts() -> None:
    course = broken("direct")
    there = replace(enforcement(course), court_ground="property_location", court=ELSEWHERE)
    refused(course, there, "enforcement_court_not_competent")
    higher = replace(NAMED, level="intermediate")
    refused(course, replace(there, issuing_court=higher), "enforcement_court_not_competent")
    assert broken("direct").do(replace(there, issuing_court=NAMED)).at.procedures[-1].court_id == ELSEWHERE.id
    assert broken("direct").do(replace(there, court=NAMED)).at.procedures[-1].court_id == k.OTHER_COURT_ID

    assert course.do(enforcement(course)).at.procedures[-1].court_id == k.OTHER_COURT_ID


def test_other_instruments_go_to_the_debtor_s_domicile_or_to_property() -> None:
    course = stand("certified", "pre_2022")
    plain = at_domicile(course)
    refusal = refused(course, enforcement(course), "enforcement_ground_not_here")
    assert refusal.facts["grounds"] == ["debtor_domicile", "property_location"]
    assert (
        course.do(replace(plain, court=replace(ELSEWHERE, level="intermediate"))).at.procedures[-1].state == "applied"
    )
    assert stand("certified", "pre_2022").do(plain).at.procedures[-1].court_id is None
    direct = stand("certified", "direct")

    refused(direct, at_domicile(direct), "court_required")
    assert direct.do(replace(at_domicile(direct), court=NAMED)).at.procedures[-1].court_id == k.OTHER_COURT_ID


@pytest.mark.parametrize("way", ["pre_2016", "post_first", "in_trial", "direct", "transferred"])
def test_a_settlement_rests_the_enforcement_until_it_is_performed_or_broken(way: str) -> None:
    course = stand("enforcing", way)
    last_day = course.today + timedelta(days=30)
    course.do(next_step(course, c.SettleEnforcement, perform_by=last_day), COURT)
    assert (course.at.procedures[-1].pay_by, course.facts[-1].facts["perform_by"]) == (last_day, last_day.isoformat())

    course.step(c.RestoreEnforcement).step(c.SettleEnforcement).step(c.CompleteEnforcement)

    assert [fact.type for fact in course.facts[-3:]] == [
        "enforcement.restored",
        "enforcement.settled",
        "enforcement.completed",
    ]


@pytest.mark.parametrize("before", [c.AcceptEnforcement, c.SettleEnforcement, c.CloseEnforcementRound])
def test_the_court_ends_it_for_good_from_wherever_it_stands(before: type[c.ProcedureCommand]) -> None:
    course = stand("enforcement_applied", "pre_2022").step(c.AcceptEnforcement)
    if before is not c.AcceptEnforcement:
        course.step(before)

    course.step(c.EndEnforcement, "instrument_revoked")

    assert (course.at.procedures[-1].state, course.facts[-1].type) == ("enforcement_ended", "procedure.ended")


def test_a_closed_round_forgets_the_settlement_before_it() -> None:
    course = stand("enforcing", "pre_2022")
    course.do(next_step(course, c.SettleEnforcement, perform_by=course.today), COURT).step(c.RestoreEnforcement)

    course.step(c.CloseEnforcementRound)

    assert course.at.procedures[-1].pay_by is None


def test_what_is_denied_enforcement_for_what_it_is_is_no_instrument_any_more() -> None:
    course = stand("certified", "pre_2022")
    again = at_domicile(course)
    course.do(again).step(c.AcceptEnforcement).step(c.DenyEnforcement, "public_interest")

    refused(course, again, "agreement_not_enforceable")


def test_who_raised_the_time_bar_is_not_asked_again_and_another_debtor_is() -> None:
    course = Course()
    terms = (k.promise(course.today), replace(k.promise(course.today), payer_party_id=k.RELATED))
    course.agreed().do(c.DraftAgreement(terms=terms))
    for party in (*k.BOTH, k.RELATED):
        course.do(c.Sign(role=k.SignerRole.PARTY, party_id=party, means="electronic"))
    course.do(c.ApplyForConfirmation(applicant_ids=(*k.BOTH, k.RELATED))).step(c.AcceptApplication)
    course.step(c.ConfirmAgreement).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    again = enforcement(course)
    refused(course, replace(again, debtor_id=k.RELATED), "debtor_not_bound")
    course.do(c.ReportBreach(party_id=k.RELATED))
    course.do(again).step(c.AcceptEnforcement).step(c.DenyEnforcement, "time_bar")

    refused(course, again, "enforcement_denied_before")
    assert course.do(replace(again, debtor_id=k.RELATED)).at.procedures[-1].debtor_id == k.RELATED


def test_an_instrument_that_fell_meanwhile_is_not_enforced_any_further() -> None:
    course = stand("objected", "pre_2022").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    ruling = course.at.procedures[-1]
    course.do(enforcement(course))
    course.do(c.RevokeConfirmation(procedure_id=ruling.id, machine=ruling.machine), COURT)

    refused(course, next_step(course, c.AcceptEnforcement), "instrument_fell", COURT)
    assert course.step(c.RefuseEnforcement, "other").at.procedures[-1].state == "not_accepted"


def test_an_earlier_application_interrupts_the_two_years_unless_it_was_late_itself() -> None:
    course = broken()
    end = course.book.calendar.roll(two_years_after(k.OPENED_ON))
    course.on(end).do(enforcement(course)).later(10).step(c.WithdrawEnforcement, actor=CENTRE)
    anew = course.book.calendar.roll(two_years_after(course.today))
    assert [is_barred(course, anew + timedelta(days=n)) for n in (0, 1)] == [False, True]

    late = broken()
    late.on(end + timedelta(days=1)).do(enforcement(late)).step(c.WithdrawEnforcement, actor=CENTRE)

    assert is_barred(late, late.today)


def test_a_notarised_debt_that_is_wrong_is_sued_upon_and_one_out_of_time_is_not() -> None:
    courses = [stand("certified", "pre_2022").do(c.ReportResult()) for _ in range(2)]
    for course, reason in zip(courses, ("notarised_wrongly", "time_bar"), strict=True):
        course.do(at_domicile(course)).step(c.AcceptEnforcement).step(c.DenyEnforcement, reason)

    assert courses[0].do(c.HandOver()).at.procedures[-1].state == "handed_over"
    refused(courses[1], c.HandOver(), "registration_not_open")


def test_trap_29_a_court_s_title_counts_from_the_last_instalment() -> None:
    """T25: two years from the end of the last one, whenever the first was due; of one without days, from its effect."""
    first, last = date(2026, 10, 30), date(2027, 3, 31)
    course = confirmed(in_instalments(first, last))

    end = course.book.calendar.roll(two_years_after(last))
    assert not is_barred(course, end)
    assert is_barred(course, end + timedelta(days=1))
    undated = stand("confirmed", "pre_2022")
    effect = undated.book.calendar.roll(two_years_after(undated.today))
    assert [is_barred(undated, effect + timedelta(days=n)) for n in (0, 1)] == [False, True]


def test_trap_29_a_notarised_debt_counts_each_instalment_by_itself() -> None:
    """T26: the first instalment may be out of time while the last is not; asking for the certificate interrupts."""
    first, last = date(2026, 10, 30), date(2027, 3, 31)

    def asked_on(day: date) -> Course:
        course = in_instalments(first, last)
        return certified(course.do(notarisation(course)).step(c.Notarise, actor=CENTRE).on(day))

    end_of_first = k.book().calendar.roll(two_years_after(first))
    in_time = asked_on(end_of_first)
    assert in_time.at.procedures[-1].requested_on == end_of_first
    assert not is_barred(in_time, k.book().calendar.roll(two_years_after(end_of_first)))
    assert is_barred(in_time, k.book().calendar.roll(two_years_after(end_of_first)) + timedelta(days=1))

    late = asked_on(end_of_first + timedelta(days=1))
    assert is_barred(late, late.today)


def test_a_payment_order_counts_from_the_end_of_the_debtor_s_fifteen_days() -> None:
    course = stand("order_effective", "pre_2022")
    fifteenth = course.at.latest_clock("T21")
    assert fifteenth is not None
    assert fifteenth.due_on is not None

    end = course.book.calendar.roll(two_years_after(fifteenth.due_on))
    assert [is_barred(course, end + timedelta(days=n)) for n in (0, 1)] == [False, True]


def test_out_of_time_the_creditor_still_applies_and_the_court_still_accepts() -> None:
    course = broken().later(1000)
    assert is_barred(course, course.today)

    assert course.do(enforcement(course)).step(c.AcceptEnforcement).at.procedures[-1].state == "enforcing"


def test_what_an_older_release_recorded_counts_from_the_day_that_it_knows() -> None:
    """Without the day of the request the day of the certificate; without a clock the day on which the order stood."""
    certified_then = stand("certified", "pre_2022")
    basis = replace(certified_then.at.procedures[-1], requested_on=None)
    ordered = stand("order_effective", "pre_2022")
    without_clocks = replace(ordered.at, clocks=())
    book: RuleBook = k.book()
    for referral, procedure, day in (
        (certified_then.at, basis, certified_then.today),
        (without_clocks, ordered.at.procedures[-1], ordered.today),
    ):
        end = book.calendar.roll(two_years_after(day))
        found = [time_barred(referral, procedure, k.RESPONDENT, end + timedelta(days=n), book.calendar) for n in (0, 1)]
        assert found == [False, True]


def test_a_broken_settlement_is_enforced_within_two_years_of_its_last_day() -> None:
    calendar = k.book().calendar
    last_day = date(2026, 9, 30)
    end = calendar.roll(two_years_after(last_day))

    assert [settlement_time_barred(last_day, end + timedelta(days=n), calendar) for n in (0, 1)] == [False, True]
    assert not settlement_time_barred(None, date.max, calendar)


def test_enforcement_makes_no_stage_and_shows_what_can_be_done() -> None:
    labour = stand("review_in_force", "direct_labour").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    assert labour.body is Body.LABOUR
    assert (labour.track, labour.kind) == (Track.DIRECT, Kind.DIRECT)

    labour.do(replace(at_domicile(labour), court=NAMED)).step(c.AcceptEnforcement)

    assert labour.at.stage is not Stage.FILING


def test_what_was_enforced_is_not_enforced_again_on_any_instrument() -> None:
    """CPL 239: a completed enforcement is the end of that debt, whatever else there is over it."""
    course = broken()
    asked = enforcement(course)
    course.do(asked).step(c.AcceptEnforcement).step(c.CompleteEnforcement)

    refused(course, asked, "performance_not_breached")
    refused(course, replace(asked, amount=Decimal(1)), "performance_not_breached")
    refused(course, order(course), "agreement_not_to_perform")
    refused(course, k.paid(course, 0), "action_not_possible")
    assert (course.at.procedures[-1].amount, course.facts[-1].also) == (Decimal(1000), {"agreement": "performed"})
    assert course.at.agreement is not None
    assert [(x.amount, x.means) for x in course.at.agreement.performances] == [(Decimal(1000), "enforcement")]
    assert not [x for x in course.at.clocks if x.is_open]


def test_a_later_instalment_is_enforced_though_the_first_was_collected_and_recorded() -> None:
    """What the court collected is not subtracted a second time from what is breached later."""
    course = k.in_instalments(Course(), 600, 400)
    confirmed(course).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(enforcement(course)).step(c.AcceptEnforcement).step(c.CompleteEnforcement)
    assert (course.facts[-1].also, course.facts[-1].facts["term_ids"]) == (
        {"agreement": "agreement_effective"},
        [str(course.at.agreement.terms[0].id)],  # type: ignore[union-attr]
    )
    refused(course, k.paid(course, 0), "instalment_performed")
    confirmation = course.at.procedures_of(Machine.JUDICIAL_CONFIRMATION)[0].id

    course.later(15).do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(replace(enforcement(course), basis_id=confirmation))

    assert course.at.procedures[-1].amount == Decimal(400)


def test_an_order_is_enforced_for_what_was_neither_collected_on_it_nor_paid() -> None:
    course = stand("order_effective", "pre_2022")
    asked = enforcement(course)
    course.do(replace(asked, amount=Decimal(300))).step(c.AcceptEnforcement).step(c.CompleteEnforcement)
    course.do(k.paid(course, 0, 200)).do(asked)
    assert course.at.procedures[-1].amount == Decimal(500)
    course.step(c.AcceptEnforcement).step(c.CompleteEnforcement)

    refused(course, replace(asked, basis_id=asked.basis_id), "nothing_left_to_enforce")


def test_what_is_no_payment_is_performed_where_it_was_breached_and_a_sum_goes_to_what_is_due_first() -> None:
    course = Course()
    today = course.today
    act = c.NewTerm(k.RESPONDENT, None, today, "x")
    later = k.promise(today + timedelta(days=20), 500)
    other = c.NewTerm(k.APPLICANT, None, today + timedelta(days=40), "x")
    course.agreed().do(c.DraftAgreement(terms=(act, k.promise(today, 300), later, other)))
    for signature in course.signatures:
        course.do(signature)
    confirmed(course).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(enforcement(course)).step(c.AcceptEnforcement).step(c.CompleteEnforcement)

    agreement = course.at.agreement
    assert agreement is not None
    assert [x.term_id for x in agreement.performances] == [x.id for x in agreement.terms[:2]]
    assert [x.amount for x in agreement.performances] == [None, Decimal(300)]


def test_an_enforcement_of_what_was_paid_meanwhile_leaves_what_the_other_side_promised() -> None:
    course = Course()
    other = c.NewTerm(k.APPLICANT, None, course.today + timedelta(days=40), "x")
    course.agreed().do(c.DraftAgreement(terms=(k.promise(course.today, 300), other)))
    for signature in course.signatures:
        course.do(signature)
    confirmed(course).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    course.do(enforcement(course)).step(c.AcceptEnforcement).do(k.paid(course, 0))
    before = course.at.agreement
    course.step(c.CompleteEnforcement)

    assert before is not None
    assert before.performances
    assert course.at.agreement == before


def test_an_enforcement_of_what_was_repudiated_or_recorded_meanwhile_performs_nothing() -> None:
    course = broken()
    course.do(enforcement(course)).step(c.AcceptEnforcement).do(k.paid(course, 0))
    course.step(c.CompleteEnforcement)

    assert course.at.agreement is not None
    assert (len(course.at.agreement.performances), course.facts[-1].also) == (1, {})


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("1000.01")])
def test_no_more_is_enforced_than_what_is_left_and_something_is(amount: Decimal) -> None:
    course = broken()

    refused(course, replace(enforcement(course), amount=amount), "amount_beyond_instrument")
    course.do(replace(enforcement(course), amount=Decimal(1000)))


def test_whom_the_agreement_does_not_bind_enforces_nothing() -> None:
    course = broken()

    refused(course, replace(enforcement(course), applicant_ids=(k.RELATED,)), "creditor_required")


def test_a_payment_without_a_day_can_be_breached_beside_one_that_has_a_day() -> None:
    course = Course()
    undated = replace(k.promise(course.today), due_on=None)
    course.agreed().do(c.DraftAgreement(terms=(k.promise(course.today + timedelta(days=30)), undated)))
    for signature in k.signatures(course.body):
        course.do(signature)
    confirmed(course)

    course.do(c.ReportBreach(party_id=k.RESPONDENT, term_id=course.at.agreement.terms[1].id))  # type: ignore[union-attr]

    course.do(replace(enforcement(course), amount=Decimal(1000)))


def test_an_order_over_one_instalment_leaves_the_way_to_one_over_the_next() -> None:
    course = Course()
    first, second = course.today, course.today + timedelta(days=40)
    course = in_instalments(first, second).later(1)
    one = replace(order(course), amount=Decimal(1000))
    course.do(one).step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)
    course.do(next_step(course, c.ServePaymentOrder, means="personal"), COURT).past("T21")
    refused(course, one, "payment_content_missing")

    course.on(second + timedelta(days=5)).do(one)

    assert [p.state for p in course.at.procedures_of(Machine.PAYMENT_ORDER)] == ["order_effective", "applied"]


def test_an_order_in_force_is_enforced_without_a_reported_breach() -> None:
    """Its debtor let the fifteen days pass (CPL 227)."""
    course = stand("order_effective", "pre_2022")

    course.do(enforcement(course))

    assert course.at.procedures[-1].amount == course.at.procedures[-2].amount


def test_an_enforcement_under_way_stops_where_its_instrument_fell() -> None:
    """CPL 268: it is ended, not settled and not completed."""
    course = stand("objected", "pre_2022").later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    ruling = course.at.procedures[-1]
    course.do(enforcement(course)).step(c.AcceptEnforcement)
    course.do(c.RevokeConfirmation(procedure_id=ruling.id, machine=ruling.machine), COURT)

    refused(course, next_step(course, c.CompleteEnforcement), "instrument_fell", COURT)
    refused(course, next_step(course, c.SettleEnforcement), "instrument_fell", COURT)
    assert course.step(c.EndEnforcement, "other").at.procedures[-1].state == "enforcement_ended"


def test_a_promise_older_than_any_calendar_is_out_of_time_and_no_error() -> None:
    course = Course()
    course.agreed().do(c.DraftAgreement(terms=(k.promise(date(1940, 1, 2)),)))
    for signature in k.signatures(course.body):
        course.do(signature)
    confirmed(course).do(c.ReportBreach(party_id=k.RESPONDENT))

    assert is_barred(course, course.today)
    course.do(replace(enforcement(course), amount=Decimal(1000)))
