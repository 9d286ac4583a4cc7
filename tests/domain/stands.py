"""Where courses can stand, on every way through the lifecycle, and the commands that would move them on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any
from uuid import UUID

from app.domain import commands as c
from app.domain.access import ActorRole, TenantId
from app.domain.court_tree import Listing
from app.domain.dossier import ParticularsChange, RepresentativeDetails
from app.domain.guards.suspension import RESULTS_OF
from app.domain.instalments import unperformed
from app.domain.lifecycle.states import (
    FILED_KINDS,
    Action,
    Body,
    EndReason,
    Kind,
    Machine,
    MediationState,
    Route,
    SignerRole,
    Track,
)
from app.domain.lifecycle.table import BY_COURT
from app.domain.referral import MediatorId, PartyDetails, PartyId, ProcedureId, SeriesId, SessionId
from app.domain.registry_facts import Encounters, MediatorFacts
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course

NOBODY = UUID(int=0)


@dataclass(frozen=True)
class Way:
    """One kind of course: a track with a kind, a body of rules, and what else decides clocks."""

    track: Track
    kind: Kind
    body: Body = Body.CHAMBER
    on_platform: bool | None = None
    cause: str = "88"
    consenting: tuple[PartyId, ...] = k.BOTH
    arbitration: str | None = None
    made: type[Course] = Course

    def course(self) -> Course:
        return self.made(
            track=self.track,
            kind=self.kind,
            body=self.body,
            on_platform=self.on_platform,
            cause=self.cause,
            consenting=self.consenting,
            arbitration=self.arbitration,
            court=k.court_facts(confirmation="allowed"),
        )


WAYS: dict[str, Way] = {
    "pre_2016": Way(Track.PRE_FILING_2016, Kind.PRE_FILING),
    "pre_2016_labour": Way(
        Track.PRE_FILING_2016, Kind.PRE_FILING, Body.LABOUR, cause=k.LABOUR_CAUSE, arbitration="wage_iou"
    ),
    "pre_2022": Way(Track.PRE_FILING_2022, Kind.PRE_FILING),
    "pre_2022_labour": Way(
        Track.PRE_FILING_2022, Kind.PRE_FILING, Body.LABOUR, cause=k.LABOUR_CAUSE, arbitration="wage_iou"
    ),
    "post_2016": Way(Track.POST_FILING_2016, Kind.POST_FILING),
    "post_2016_labour": Way(Track.POST_FILING_2016, Kind.POST_FILING, Body.LABOUR, on_platform=True),
    "post_first": Way(Track.POST_FILING_FIRST, Kind.POST_FILING),
    "post_first_labour": Way(Track.POST_FILING_FIRST, Kind.POST_FILING, Body.LABOUR),
    "in_trial": Way(Track.IN_TRIAL, Kind.POST_FILING, Body.PEOPLE),
    "in_trial_labour": Way(Track.IN_TRIAL, Kind.POST_FILING, Body.LABOUR),
    "direct": Way(Track.DIRECT, Kind.DIRECT),
    "direct_offline": Way(Track.DIRECT, Kind.DIRECT, Body.PEOPLE, on_platform=False),
    "direct_labour": Way(
        Track.DIRECT, Kind.DIRECT, Body.LABOUR, on_platform=False, cause=k.LABOUR_CAUSE, arbitration="wage_iou"
    ),
    "transferred": Way(Track.DIRECT, Kind.TRANSFERRED),
    "transferred_labour": Way(
        Track.DIRECT, Kind.TRANSFERRED, Body.LABOUR, on_platform=False, cause=k.LABOUR_CAUSE, arbitration="wage_iou"
    ),
    "assisted": Way(Track.JUDGE_LED, Kind.ASSISTED),
    "by_commission": Way(
        Track.COMMISSION_DELEGATED, Kind.TRANSFERRED, Body.LABOUR, on_platform=False, cause=k.LABOUR_CAUSE
    ),
}
"""Together they take every kind, every track, and every rule of the term."""

STEPS: tuple[type[c.ProcedureCommand], ...] = tuple(
    kind
    for kind in (getattr(c, name) for name in c.__all__)
    if isinstance(kind, type) and issubclass(kind, c.ProcedureCommand) and kind is not c.ProcedureCommand
)

Fits = Callable[[Way], bool]


def led(way: Way) -> bool:
    """An organisation leads the mediation."""
    return way.kind is not Kind.ASSISTED


def referred(way: Way) -> bool:
    return way.kind not in {Kind.DIRECT, Kind.ASSISTED}


def by_court(way: Way) -> bool:
    return way.kind in BY_COURT


def pre_filing(way: Way) -> bool:
    return way.kind is Kind.PRE_FILING


def online(way: Way) -> bool:
    return way.track is Track.PRE_FILING_2022


def direct(way: Way) -> bool:
    return way.kind is Kind.DIRECT


def applicable(way: Way) -> bool:
    return way.kind in {Kind.PRE_FILING, Kind.DIRECT}


def before_filing(way: Way) -> bool:
    return way.kind not in FILED_KINDS


def to_court(way: Way) -> bool:
    """Before filing, and not before an arbitration commission."""
    return before_filing(way) and way.track is not Track.COMMISSION_DELEGATED


def with_statement(way: Way) -> bool:
    return way.track is not Track.COMMISSION_DELEGATED


def assisted(way: Way) -> bool:
    return way.kind is Kind.ASSISTED


def always(_way: Way) -> bool:
    return True


def after_filing(way: Way) -> bool:
    return way.kind is Kind.POST_FILING


def transferred(way: Way) -> bool:
    return way.kind is Kind.TRANSFERRED


def with_term(way: Way) -> bool:
    return led(way) and (way.track is not Track.DIRECT or way.on_platform is not False or way.body is Body.LABOUR)


def with_appraisal(way: Way) -> bool:
    online = way.track is Track.DIRECT and way.on_platform is not False
    return way.track is Track.PRE_FILING_2022 or online


def with_fee(way: Way) -> bool:
    return way.track is Track.POST_FILING_FIRST


def without_fee(way: Way) -> bool:
    return way.track in {Track.POST_FILING_2016, Track.IN_TRIAL}


def dispatched(course: Course) -> Course:
    return course.delegate().do(dispatch(course))


def suspended(course: Course, reason: str = "sham_review") -> Course:
    """Mediation stands still; where the reason lies in a party, the respondent."""
    party_id = k.RESPONDENT if reason in {"death", "incapacity"} else None
    return course.do(c.Suspend(reason=reason, party_id=party_id, explanation="x"), course.leader)


def succession(party_id: PartyId = k.APPLICANT, **given: object) -> c.RecordSuccession:
    """One heir of the applicant, who has died."""
    heir = c.NewHeir("natural_person", PartyDetails("张小三", "passport", "E23456789"))
    return c.RecordSuccession(**{"party_id": party_id, "ground": "death", "heirs": (heir,), **given})  # type: ignore[arg-type]


def disclose(mediator: MediatorId = k.MEDIATOR, raised_by: str = "mediator") -> c.DiscloseConflict:
    """A mediator of the centre is an old friend of the respondent."""
    facts = MediatorFacts(mediator, k.CENTRE_ID, active=True)
    return c.DiscloseConflict(
        mediator=facts, relation="other_relation", raised_by=raised_by, party_id=k.RESPONDENT, explanation="x"
    )


def decide(course: Course, decision: str, waived_by: tuple[PartyId, ...] = ()) -> c.DecideConflict:
    """A decision on the latest conflict."""
    known = course.at.dossier.conflicts
    return c.DecideConflict(conflict_id=known[-1].id if known else NOBODY, decision=decision, waived_by=waived_by)


def finder(course: Course) -> ActorRole:
    """Who finds a sham: after filing the court alone."""
    return COURT if course.kind in FILED_KINDS else CENTRE


def _labour(course: Course) -> Course:
    return replace(course, cause=k.LABOUR_CAUSE)


def _asked(course: Course) -> Course:
    """Consulted, and an opinion recorded by whoever consults."""
    return course.consult().do(opinion(), course.opener)


def _turned_back(course: Course) -> Course:
    if course.kind is Kind.DIRECT:
        return course.submit().do(decline())
    return course.consult().do(c.Return(reason="not_suited_online", advice="x"), course.opener)


def _recalled(course: Course) -> Course:
    return course.do(c.RequestCancel(reason="duplicate", explanation="x"), course.opener)


def _over(course: Course) -> Course:
    """Agreed and reported; after filing that closes nothing yet."""
    return course.effective().do(c.ReportResult())


def _statement(course: Course) -> Course:
    if course.kind in FILED_KINDS:
        return course.statement_requested()
    return course.registered().do(c.RequestStatement(applicant_ids=k.BOTH))


def _part(course: Course) -> Course:
    """After filing: a statement made on a part of the dispute."""
    course.effective(partial=True).do(c.RequestStatement(applicant_ids=k.BOTH))
    return course.step(c.MakeStatement).receipt(k.APPLICANT)


def _served(course: Course) -> Course:
    return _statement(course).step(c.MakeStatement).receipt(k.APPLICANT)


def _repudiated(course: Course) -> Course:
    statement = _statement(course).at.procedures[-1]
    return course.do(c.RepudiateStatement(procedure_id=statement.id, machine=statement.machine, party_id=k.APPLICANT))


def _reviewing(course: Course) -> Course:
    return course.applied().step(c.AcceptApplication)


def _correction(course: Course) -> Course:
    reply_by = course.today + timedelta(days=5)
    return course.do(k.next_step(course, c.RequestCorrection, reply_by=reply_by), COURT)


def _filing_correction(course: Course, asking: type[c.ProcedureCommand]) -> Course:
    return course.do(k.next_step(course, asking, reply_by=course.today + timedelta(days=5)), COURT)


def _objection(course: Course) -> Course:
    confirmed = _reviewing(course).step(c.ConfirmAgreement)
    return confirmed.do(k.next_step(confirmed, c.ObjectToConfirmation, since=confirmed.today), COURT)


def order(course: Course) -> c.ApplyForPaymentOrder:
    """The respondent owes, the applicant asks."""
    return c.ApplyForPaymentOrder(
        applicant_ids=(k.APPLICANT,),
        debtor_id=k.RESPONDENT,
        amount=Decimal(1000),
        no_counter_performance=True,
        debtor_reachable=True,
        labour_payment="wages",
        court=course.named_court,
    )


def _owed(course: Course) -> Course:
    return k.promised(course).later(1)


def _broken(course: Course) -> Course:
    return bound(_owed(course)).do(c.ReportBreach(party_id=k.RESPONDENT))


def bound(course: Course) -> Course:
    """After filing the suit is withdrawn, so that nobody goes back on the agreement."""
    if course.kind is not Kind.POST_FILING:
        return course
    return course.do(c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))).step(c.PermitWithdrawal)


def _broken_and_revoked(course: Course) -> Course:
    """Confirmed, not performed, and the ruling revoked."""
    course = _enforceable(course)
    course.do(k.next_step(course, c.ObjectToConfirmation, since=course.today), COURT)
    return course.step(c.RevokeConfirmation)


def _in_part(course: Course) -> Course:
    """The first of two instalments is paid."""
    return k.in_instalments(course, 600, 400).do(k.paid(course, 0))


def _part_broken(course: Course) -> Course:
    """The first of two instalments is not paid."""
    return bound(k.in_instalments(course, 600, 400)).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))


def _cured(course: Course) -> Course:
    """The first of two instalments was not paid by its day, and late it was."""
    return _late(course).do(k.paid(course, 0))


def _late(course: Course) -> Course:
    """The first of two instalments was not paid by its day."""
    return _led_breached(course, 600, 400) if course.kind is Kind.ASSISTED else _part_broken(course)


def without_labour(way: Way) -> bool:
    return led(way) and way.cause != k.LABOUR_CAUSE


def _served_and_filed(course: Course) -> Course:
    """Given to both parties, before filing to the court that referred as well."""
    _owed(course)
    for party in k.BOTH:
        course.do(c.ServeAgreement(party_id=party, means="personal"))
    return course.do(c.FileAgreement()) if course.kind is Kind.PRE_FILING else course


def _by_signing(course: Course) -> Course:
    """In force by its signatures, as the text says, where the court has not put it on its record."""
    course.agreed().do(c.DraftAgreement(terms=(k.promise(course.today),), signing_clause=True), course.leader)
    for signature in course.signatures:
        course.do(signature, course.leader)
    return course


def _surety(course: Course) -> Course:
    """In force, with a guarantor that has not signed."""
    guarantors = (c.Guarantor(k.RELATED, consented=True),)
    course.agreed().do(c.DraftAgreement(terms=(), guarantors=guarantors), course.leader)
    for signature in course.signatures:
        course.do(signature, course.leader)
    return course


def _surety_broken(course: Course) -> Course:
    """Not performed, with a guarantor that has not signed."""
    _surety(course)
    if course.kind is Kind.ASSISTED:
        course.do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement)
        course.receipt(k.APPLICANT).receipt(k.RESPONDENT)
    return bound(course).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))


def _closed(course: Course) -> Course:
    """Closed with an agreement in force."""
    return bound(course) if course.kind is Kind.POST_FILING else course.do(c.ReportResult())


def _oral(course: Course) -> Course:
    """An oral agreement before a people's mediation committee, recorded by its mediator."""
    people = replace(course, body=Body.PEOPLE).agreed()
    people.do(c.DraftAgreement(terms=(k.promise(people.today),), form="oral", recorded_by=k.MEDIATOR))
    return people.do(c.Sign(role=SignerRole.MEDIATOR, party_id=None, means="handwritten"))


def _ordered(course: Course) -> Course:
    return _owed(course).do(order(course))


def _issued(course: Course) -> Course:
    return _ordered(course).step(c.AcceptPaymentOrder).step(c.IssuePaymentOrder)


def _order_served(course: Course) -> Course:
    return _issued(course).do(k.next_step(course, c.ServePaymentOrder, means="personal"), COURT)


def _lapsed(course: Course) -> Course:
    served = _order_served(course)
    return served.do(k.next_step(served, c.ObjectToPaymentOrder, ground="debt_denied", written=True), COURT)


def before_labour_body(way: Way) -> bool:
    return before_filing(way) and way.body is Body.LABOUR


def review(_course: Course) -> c.ApplyForArbitrationReview:
    return c.ApplyForArbitrationReview(applicant_ids=k.BOTH)


def _reviewed(course: Course) -> Course:
    return k.promised(course).do(review(course)).step(c.AcceptReview, actor=CENTRE)


def _review_made(course: Course) -> Course:
    return _reviewed(course).step(c.MakeReviewStatement, actor=CENTRE)


def _review_receipt(course: Course, party: PartyId) -> Course:
    return course.do(k.next_step(course, c.RecordReviewReceipt, party_id=party, means="personal"))


def _review_in_force(course: Course) -> Course:
    return _review_receipt(_review_receipt(_review_made(course), k.APPLICANT), k.RESPONDENT)


def notarisation(_course: Course) -> c.ApplyForNotarisation:
    return c.ApplyForNotarisation(applicant_ids=k.BOTH, enforcement_promised=True)


def _notarising(course: Course) -> Course:
    return k.promised(course).do(notarisation(course))


def _notarised(course: Course) -> Course:
    return _notarising(course).step(c.Notarise, actor=CENTRE)


def _certifying(course: Course) -> Course:
    broken = _notarised(course).later(1).do(c.ReportBreach(party_id=k.RESPONDENT))
    return broken.do(k.next_step(broken, c.RequestCertificate, applicant_ids=(k.APPLICANT,)))


def enforcement(course: Course) -> c.ApplyForEnforcement:
    """On the newest procedure, before the court that made its instrument."""
    basis = course.at.procedures[-1].id if course.at.procedures else None
    return c.ApplyForEnforcement(
        applicant_ids=(k.APPLICANT,), debtor_id=k.RESPONDENT, basis_id=basis, court_ground="issuing_court"
    )


def _enforceable(course: Course) -> Course:
    """Confirmed, and the debtor has not paid."""
    k.promised(course).do(c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court))
    course.step(c.AcceptApplication).step(c.ConfirmAgreement).later(1)
    return course.do(c.ReportBreach(party_id=k.RESPONDENT))


def _enforcement_applied(course: Course) -> Course:
    return _enforceable(course).do(enforcement(course))


def _enforcing(course: Course) -> Course:
    return _enforcement_applied(course).step(c.AcceptEnforcement)


def _resumed(course: Course) -> Course:
    return course.failed().do(c.ResumeTrial(), COURT)


def _unassigned(course: Course) -> Course:
    return course.delegate().do(c.TakeBack(), course.opener)


def _correction_of(course: Course) -> c.CorrectRecord:
    """Of the first claim, or of nothing that is there."""
    claims = course.at.dossier.claims
    record_id = claims[0].id if claims else course.mint()
    return c.CorrectRecord(kind="claim", record_id=record_id, reason="duplicate", explanation="x")


def _unreached(course: Course) -> Course:
    return course.contacting().do(c.End(reason=EndReason.PARTY_UNREACHABLE))


def _preserved(course: Course) -> Course:
    """Offered, with a measure that was taken the day before."""
    day = course.today - timedelta(days=1)
    change = c.Amend(particulars=ParticularsChange(preservation=True, preserved_on=day))
    return course.delegate().do(change, course.opener)


def _provisional(course: Course) -> Course:
    """Offered when the notices of the year were not loaded yet."""
    course.delegate()
    clocks = tuple(replace(clock, provisional=True) for clock in course.at.clocks)
    course.referral = replace(course.at, clocks=clocks)
    return course


def _vacated(course: Course) -> Course:
    """Whoever mediated was recused and nobody took its place."""
    course.do(disclose())
    return course.do(decide(course, "recused"))


def _agreed_anew(course: Course) -> Course:
    """A party did not sign, the court let the mediation go on, and the parties agreed after all."""
    course.drafted().do(k.signatures(course.body)[1]).do(c.RefuseToSign(party_id=k.APPLICANT))
    course.do(c.Reopen(reason="parties_agree", explanation="x"), COURT)
    return course.do(c.End(reason=EndReason.AGREEMENT_REACHED))


def _recorded(course: Course) -> Course:
    """Accepted, with something of everything in the dossier."""
    table = _dossier(course.accepted())
    for action in (
        Action.ADD_REPRESENTATIVE,
        Action.ADD_CLAIM,
        Action.SUPPLY_MATERIALS,
        Action.SEND_NOTICE,
        Action.JOIN_SERIES,
        Action.ADD_DOCUMENT,
    ):
        course.do(table[action][0])
    if course.opener is not CENTRE:
        course.do(put("evidence", course), course.opener)
    return course


def _led_breached(course: Course, *amounts: int) -> Course:
    """The statement of the court is in force and the first day of payment went by."""
    k.in_instalments(course, *amounts or (1000,)).do(c.RequestStatement(applicant_ids=k.BOTH)).step(c.MakeStatement)
    course.receipt(k.APPLICANT).receipt(k.RESPONDENT).later(1)
    return course.do(c.ReportBreach(party_id=k.RESPONDENT))


def _led_enforcement(course: Course) -> Course:
    return _led_breached(course).do(enforcement(course))


def _led_enforcing(course: Course) -> Course:
    return _led_enforcement(course).step(c.AcceptEnforcement)


STANDS: Mapping[str, tuple[Fits, Callable[[Course], Course]]] = {
    "submitted": (applicable, lambda x: x.submit()),
    "consulting": (always, _asked),
    "returned": (always, _turned_back),
    "awaiting_acceptance": (referred, lambda x: x.delegate()),
    "overdue": (led, lambda x: x.delegate().past("T03")),
    "dispatched": (by_court, dispatched),
    "dispatched_overdue": (by_court, lambda x: dispatched(x).past("T03")),
    "unassigned": (referred, _unassigned),
    "accepted": (always, lambda x: x.accepted().do(k.assign())),
    "accepted_without_materials": (led, lambda x: x.delegate().do(accept(x))),
    "contacting": (led, lambda x: x.contacting().do(k.assign())),
    "contacting_without_materials": (led, lambda x: x.delegate().do(accept(x)).do(k.contact(k.RESPONDENT))),
    "mediating": (always, lambda x: x.mediating().do(schedule(x), x.leader)),
    "appraising": (with_appraisal, lambda x: x.appraising()),
    "disputed": (always, lambda x: x.mediating().do(disclose())),
    "two_mediators": (always, lambda x: x.mediating().do(k.assign(k.OTHER_MEDIATOR))),
    "two_mediators_contacting": (led, lambda x: x.contacting().do(k.assign()).do(k.assign(k.OTHER_MEDIATOR))),
    "two_mediators_accepted": (always, lambda x: x.accepted().do(k.assign()).do(k.assign(k.OTHER_MEDIATOR))),
    "replaced": (always, lambda x: x.mediating().do(k.replace_mediator())),
    "replaced_contacting": (led, lambda x: x.contacting().do(k.assign()).do(k.replace_mediator())),
    "replaced_accepted": (always, lambda x: x.accepted().do(k.assign()).do(k.replace_mediator())),
    "suspended": (always, lambda x: suspended(x.mediating().do(schedule(x), x.leader))),
    "suspended_accepted": (always, lambda x: suspended(x.accepted(), "death")),
    "suspended_contacting": (led, lambda x: suspended(x.contacting(), "related_case")),
    "suspended_appraising": (with_appraisal, lambda x: suspended(x.appraising(), "death")),
    "suspended_incapable": (always, lambda x: suspended(x.mediating(), "incapacity")),
    "suspended_expired": (with_term, lambda x: suspended(x.mediating()).term_over()),
    "sham_found": (always, lambda x: suspended(x.mediating()).do(c.FindSham(), finder(x))),
    "recalled_suspended": (referred, lambda x: _recalled(suspended(x.mediating(), "related_case"))),
    "unanswered_suspended": (referred, lambda x: _recalled(suspended(x.mediating(), "related_case")).later(5)),
    "term_expired": (with_term, lambda x: x.expired()),
    "recalled_accepted": (referred, lambda x: _recalled(x.accepted())),
    "recalled_contacting": (referred, lambda x: _recalled(x.contacting())),
    "recalled_mediating": (referred, lambda x: _recalled(x.mediating().do(schedule(x)))),
    "recalled_appraising": (lambda w: referred(w) and with_appraisal(w), lambda x: _recalled(x.appraising())),
    "recalled_expired": (lambda w: referred(w) and with_term(w), lambda x: _recalled(x.expired())),
    "unanswered_accepted": (referred, lambda x: _recalled(x.accepted()).later(12)),
    "unanswered_contacting": (referred, lambda x: _recalled(x.contacting()).later(12)),
    "unanswered_mediating": (referred, lambda x: _recalled(x.mediating().do(schedule(x))).later(12)),
    "unanswered_appraising": (
        lambda w: referred(w) and with_appraisal(w),
        lambda x: _recalled(x.appraising()).later(12),
    ),
    "unanswered_expired": (lambda w: referred(w) and with_term(w), lambda x: _recalled(x.expired()).later(12)),
    "silent_agreed": (referred, lambda x: x.agreed().later(12)),
    "silent_failed": (referred, lambda x: x.failed().later(12)),
    "silent_pending": (referred, lambda x: x.drafted().later(12)),
    "given_up": (referred, lambda x: x.agreed().later(12).do(c.Close(), x.opener)),
    "ended_agreed": (always, lambda x: x.agreed()),
    "ended_failed": (always, lambda x: x.failed()),
    "ended_settled": (led, lambda x: x.mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW))),
    "pending": (always, lambda x: x.drafted()),
    "one_signature": (led, lambda x: x.drafted().do(k.signatures(x.body)[0])),
    "effective": (always, lambda x: x.effective()),
    "refused": (led, lambda x: x.drafted().do(c.RefuseToSign(party_id=k.APPLICANT))),
    "vacant": (led, lambda x: _vacated(x.drafted())),
    "agreed_anew": (pre_filing, _agreed_anew),
    "performed": (led, lambda x: x.effective().do(c.RecordPerformance())),
    "reported": (led, _over),
    "closed_to_filing": (to_court, lambda x: x.to_filing()),
    "closed_to_arbitration": (to_court, lambda x: _labour(x).to_arbitration()),
    "hearing_resumes": (
        lambda w: w.track is Track.COMMISSION_DELEGATED,
        lambda x: x.failed().do(c.ReportResult(route=Route.ARBITRATION)),
    ),
    "guarantor_unsigned": (always, _surety),
    "in_force_by_signing": (always, _by_signing),
    "guarantor_unsigned_breached": (always, _surety_broken),
    "closed_in_force": (led, lambda x: _closed(x.effective())),
    "closed_vacant": (led, lambda x: _closed(_vacated(x.effective()))),
    "reported_back": (transferred, lambda x: _over(x).do(c.ReportBack())),
    "applied": (led, lambda x: x.applied()),
    "under_review": (led, lambda x: x.applied().step(c.AcceptApplication)),
    "not_accepted": (led, lambda x: x.applied().step(c.RefuseApplication, "wrong_court")),
    "confirmed": (led, lambda x: x.applied().step(c.AcceptApplication).step(c.ConfirmAgreement)),
    "rejected": (led, lambda x: x.applied().step(c.AcceptApplication).step(c.RejectConfirmation, "involuntary")),
    "withdrawn": (led, lambda x: x.applied().step(c.WithdrawApplication, actor=CENTRE)),
    "handed_over": (to_court, lambda x: x.handed_over()),
    "filing_correcting": (to_court, lambda x: _filing_correction(x.handed_over(), c.RequestFilingCorrection)),
    "filing_undecided": (to_court, lambda x: x.handed_over().past("T24")),
    "registered": (to_court, lambda x: x.registered()),
    "not_registered": (to_court, lambda x: x.handed_over().step(c.RefuseRegistration, "other")),
    "statement_requested": (with_statement, _statement),
    "statement_refused": (with_statement, lambda x: _statement(x).step(c.RefuseStatement, "other")),
    "statement_made": (with_statement, lambda x: _statement(x).step(c.MakeStatement)),
    "statement_served": (with_statement, _served),
    "statement_in_force": (with_statement, lambda x: _served(x).receipt(k.RESPONDENT)),
    "statement_repudiated": (with_statement, _repudiated),
    "statement_on_a_part": (after_filing, _part),
    "withdrawal": (after_filing, lambda x: x.withdrawal()),
    "withdrawal_permitted": (after_filing, lambda x: x.withdrawal().step(c.PermitWithdrawal)),
    "withdrawal_refused": (after_filing, lambda x: x.withdrawal().step(c.RefuseWithdrawal, "unlawful")),
    "fee_noticed": (with_fee, lambda x: x.fee_noticed()),
    "fee_overdue": (with_fee, lambda x: x.fee_noticed().later(8)),
    "fee_paid": (with_fee, lambda x: x.fee_noticed().step(c.RecordFeePaid)),
    "transferred": (with_fee, lambda x: x.fee_noticed().step(c.RecordFeePaid).step(c.TransferToTrial)),
    "deemed_withdrawn": (with_fee, lambda x: x.fee_noticed().later(8).step(c.DeemWithdrawn)),
    "resumed": (without_fee, _resumed),
    "arbitrating": (to_court, lambda x: _labour(x).arbitrating()),
    "arbitrated": (to_court, lambda x: _labour(x).arbitrating().step(c.RecordArbitrationAccepted, actor=CENTRE)),
    "not_arbitrated": (to_court, lambda x: _labour(x).arbitrating().step(c.RecordArbitrationRefused, "other")),
    "correcting": (led, lambda x: _correction(x.applied())),
    "supplementing": (led, lambda x: _correction(_reviewing(x))),
    "unanswered_application": (led, lambda x: x.applied().past("T13")),
    "not_ruled": (led, lambda x: _reviewing(x).past("T14")),
    "not_ruled_supplementing": (led, lambda x: _correction(_reviewing(x)).past("T14")),
    "objected": (led, _objection),
    "upheld": (led, lambda x: _objection(x).step(c.DismissObjection)),
    "revoked": (led, lambda x: _objection(x).step(c.RevokeConfirmation)),
    "breached": (led, _broken),
    "breached_and_revoked": (led, _broken_and_revoked),
    "owed": (always, _owed),
    "oral": (without_labour, _oral),
    "gone_back_on": (after_filing, lambda x: x.effective().do(c.RepudiateAgreement(party_id=k.APPLICANT))),
    "served_and_filed": (led, _served_and_filed),
    "in_instalments": (always, lambda x: k.in_instalments(x, 600, 400).later(1)),
    "performed_in_part": (led, _in_part),
    "breached_in_part": (led, _part_broken),
    "cured": (always, _cured),
    "still_breached": (always, lambda x: _late(x).do(k.paid(x, 0, 100))),
    "performed_late": (always, lambda x: _cured(x).do(k.paid(x, 1))),
    "breached_twice": (led, lambda x: _part_broken(x).later(11)),
    "order_applied": (before_filing, _ordered),
    "order_unanswered": (before_filing, lambda x: _ordered(x).past("T19")),
    "order_correcting": (before_filing, lambda x: _filing_correction(_ordered(x), c.RequestOrderCorrection)),
    "order_not_accepted": (before_filing, lambda x: _ordered(x).step(c.RefusePaymentOrder, "wrong_court")),
    "order_accepted": (before_filing, lambda x: _ordered(x).step(c.AcceptPaymentOrder)),
    "order_undecided": (before_filing, lambda x: _ordered(x).step(c.AcceptPaymentOrder).past("T20")),
    "order_rejected": (
        before_filing,
        lambda x: _ordered(x).step(c.AcceptPaymentOrder).step(c.RejectPaymentOrder, "preservation"),
    ),
    "order_withdrawn": (before_filing, lambda x: _issued(x).step(c.WithdrawPaymentOrder, actor=CENTRE)),
    "order_issued": (before_filing, _issued),
    "order_unserved": (before_filing, lambda x: _issued(x).past("T22")),
    "order_served": (before_filing, _order_served),
    "order_effective": (before_filing, lambda x: _order_served(x).past("T21")),
    "order_lapsed": (before_filing, _lapsed),
    "order_ruling_received": (before_filing, lambda x: _lapsed(x).step(c.ReceiveEndingRuling)),
    "suit_declined": (before_filing, lambda x: _lapsed(x).step(c.DeclineSuit)),
    "turned_to_suit": (before_filing, lambda x: _lapsed(x).step(c.ReceiveEndingRuling).past("T23")),
    "review_applied": (before_labour_body, lambda x: k.promised(x).do(review(x))),
    "review_not_accepted": (
        before_labour_body,
        lambda x: k.promised(x).do(review(x)).step(c.RefuseReview, "wrong_commission", CENTRE),
    ),
    "review_accepted": (before_labour_body, _reviewed),
    "review_late": (before_labour_body, lambda x: _reviewed(x).past("T18")),
    "review_withdrawn": (before_labour_body, lambda x: _reviewed(x).step(c.WithdrawReview, actor=CENTRE)),
    "review_refused": (
        before_labour_body,
        lambda x: _reviewed(x).step(c.RefuseReviewStatement, "involuntary", CENTRE),
    ),
    "review_made": (before_labour_body, _review_made),
    "review_served": (before_labour_body, lambda x: _review_receipt(_review_made(x), k.APPLICANT)),
    "review_in_force": (before_labour_body, _review_in_force),
    "notarising": (before_filing, _notarising),
    "not_notarised": (before_filing, lambda x: _notarising(x).step(c.RefuseNotarisation, "other", CENTRE)),
    "notarisation_withdrawn": (before_filing, lambda x: _notarising(x).step(c.WithdrawNotarisation, actor=CENTRE)),
    "notarised": (before_filing, _notarised),
    "certificate_requested": (before_filing, _certifying),
    "certified": (before_filing, lambda x: _certifying(x).step(c.IssueCertificate, actor=CENTRE)),
    "certificate_refused": (before_filing, lambda x: _certifying(x).step(c.RefuseCertificate, "other", CENTRE)),
    "enforceable": (led, _enforceable),
    "enforcement_applied": (led, _enforcement_applied),
    "enforcement_not_accepted": (led, lambda x: _enforcement_applied(x).step(c.RefuseEnforcement, "wrong_court")),
    "enforcement_withdrawn": (led, lambda x: _enforcement_applied(x).step(c.WithdrawEnforcement, actor=CENTRE)),
    "enforcing": (led, _enforcing),
    "enforcement_settled": (led, lambda x: _enforcing(x).step(c.SettleEnforcement)),
    "round_closed": (led, lambda x: _enforcing(x).step(c.CloseEnforcementRound)),
    "enforced": (led, lambda x: _enforcing(x).step(c.CompleteEnforcement)),
    "enforcement_ended": (led, lambda x: _enforcing(x).step(c.EndEnforcement, "other")),
    "enforcement_denied": (led, lambda x: _enforcing(x).step(c.DenyEnforcement, "time_bar")),
    "released": (assisted, lambda x: x.delegate().do(c.TakeBack(), COURT)),
    "released_and_closed": (assisted, lambda x: x.delegate().do(c.TakeBack(), COURT).do(c.Close(), COURT)),
    "led_expired": (assisted, lambda x: x.expired()),
    "led_suspended_expired": (assisted, lambda x: suspended(x.mediating()).term_over()),
    "led_settled": (assisted, lambda x: x.mediating().do(c.End(reason=EndReason.SETTLED_AND_WITHDREW), COURT)),
    "led_one_signature": (assisted, lambda x: x.drafted().do(x.signatures[0], COURT)),
    "led_refused": (assisted, lambda x: x.drafted().do(c.RefuseToSign(party_id=k.APPLICANT), COURT)),
    "led_performed": (assisted, lambda x: x.effective().do(c.RecordPerformance())),
    "led_gone_back_on": (assisted, lambda x: x.effective().do(c.RepudiateAgreement(party_id=k.APPLICANT), COURT)),
    "led_statement_on_a_part": (assisted, _part),
    "led_withdrawal": (assisted, lambda x: x.withdrawal()),
    "led_withdrawal_permitted": (assisted, lambda x: x.withdrawal().step(c.PermitWithdrawal)),
    "led_withdrawal_refused": (assisted, lambda x: x.withdrawal().step(c.RefuseWithdrawal, "unlawful")),
    "led_resumed": (assisted, _resumed),
    "led_breached": (assisted, _led_breached),
    "led_breached_in_part": (assisted, lambda x: _led_breached(x, 600, 400)),
    "led_breached_twice": (assisted, lambda x: _led_breached(x, 600, 400).later(11)),
    "led_performed_in_part": (assisted, _in_part),
    "led_enforcement_applied": (assisted, _led_enforcement),
    "led_enforcement_not_accepted": (assisted, lambda x: _led_enforcement(x).step(c.RefuseEnforcement, "wrong_court")),
    "led_enforcement_withdrawn": (assisted, lambda x: _led_enforcement(x).step(c.WithdrawEnforcement)),
    "led_enforcing": (assisted, _led_enforcing),
    "led_enforcement_settled": (assisted, lambda x: _led_enforcing(x).step(c.SettleEnforcement)),
    "led_round_closed": (assisted, lambda x: _led_enforcing(x).step(c.CloseEnforcementRound)),
    "led_enforced": (assisted, lambda x: _led_enforcing(x).step(c.CompleteEnforcement)),
    "turned_down": (referred, lambda x: x.delegate().do(decline())),
    "appointment_missed": (online, lambda x: x.delegate().do(decline()).past("T02")),
    "preserved": (to_court, _preserved),
    "preservation_lapsed": (to_court, lambda x: _preserved(x).past("T27")),
    "unreached": (pre_filing, _unreached),
    "unreached_closed": (pre_filing, lambda x: _unreached(x).do(c.ReportResult(route=_route(x)))),
    "provisional": (always, _provisional),
    "recomputed": (always, lambda x: _provisional(x).do(c.RecomputeDeadlines(), k.CLOCK)),
    "recorded": (always, _recorded),
    "urged": (referred, lambda x: x.accepted().do(c.Urge(topic="progress"), x.opener)),
}
"""Name to (ways on which it exists, how to get there)."""


def stand(name: str, way: str) -> Course:
    """A course standing there, to be gone on with; each is walked once in a process."""
    walked = _walked(name, way)
    return replace(walked, facts=[*walked.facts], roster=dict(walked.roster))


@cache
def _walked(name: str, way: str) -> Course:
    _, walk = STANDS[name]
    walked = walk(WAYS[way].course())
    assert walked.facts
    return walked


def places() -> list[tuple[str, str]]:
    """Every stand on every way on which it exists."""
    return [(name, way) for name, (fits, _) in STANDS.items() for way, made in WAYS.items() if fits(made)]


def accept(course: Course) -> c.Accept:
    return c.Accept(organisation=k.organisation(body=course.body))


def dispatch(course: Course) -> c.Dispatch:
    """To the organisation right below the holder, which stands on the court's roster."""
    below = k.GRANDCHILD_ID if course.referral is not None and course.at.holder_id == k.CHILD_ID else k.CHILD_ID
    return c.Dispatch(
        organisation=k.organisation(below, body=course.body),
        listing=Listing.OWN,
        ground="court_duty",
        classes=("party_identity", "claims", "materials"),
    )


def decline() -> c.Decline:
    return c.Decline(reason="outside_charter", explanation="x")


def opinion() -> c.RecordOpinion:
    return c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="consents")


def schedule(course: Course) -> c.ScheduleSession:
    return c.ScheduleSession(scheduled_on=course.today, mode="online", agreed_by=k.BOTH)


STEP_OF = {step.action: step for step in STEPS}

Table = dict[Action, list[c.Command]]


class Commands(Table):
    """What `commands_of` has, made when it is asked for."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course

    def __missing__(self, action: Action) -> list[c.Command]:
        step, course = STEP_OF.get(action), self._course
        if step is None:
            self.update(_part_of()[action](course))
        else:
            self[action] = [_step(step, course, p.id, p.machine) for p in course.at.procedures[-1:]]
        return self[action]


def commands_of(course: Course) -> Table:
    """For every action, commands that the guards would let pass wherever the state does."""
    commands = Commands(course)
    return {action: commands[action] for action in (*_part_of(), *STEP_OF)}


@cache
def _part_of() -> dict[Action, Callable[[Course], Table]]:
    """Which part of the table has an action; the same for every course."""
    course = WAYS["direct"].course().submit()
    return {action: part for part in PARTS for action in part(course)}


def _of_time(_course: Course) -> Table:
    kinds = set(c.BY_CLOCK.values()) | {c.ExpireTerm, c.RecomputeDeadlines}
    return {kind.action: [] if issubclass(kind, c.ProcedureCommand) else [kind()] for kind in kinds}


FIELDS: dict[type[c.ProcedureCommand], dict[str, object]] = {
    c.DeemApplicationWithdrawn: {"reason": "questioning_refused"},
    c.RefuseApplication: {"reason": "wrong_court"},
    c.RejectConfirmation: {"reason": "involuntary"},
    c.RefuseWithdrawal: {"reason": "unlawful"},
    c.RefusePaymentOrder: {"reason": "wrong_court"},
    c.RejectPaymentOrder: {"reason": "preservation"},
    c.RefuseReview: {"reason": "wrong_commission"},
    c.RefuseReviewStatement: {"reason": "involuntary"},
    c.DenyEnforcement: {"reason": "public_interest"},
    c.ServePaymentOrder: {"means": "personal"},
    c.ObjectToPaymentOrder: {"ground": "debt_denied", "written": True},
    c.RequestCertificate: {"applicant_ids": (k.APPLICANT,)},
    c.RepudiateStatement: {"party_id": k.RESPONDENT},
}
"""What a step of a procedure says wherever it is taken."""

FIELDS_HERE: dict[type[c.ProcedureCommand], Callable[[Course, ProcedureId], dict[str, object]]] = {
    c.ExtendConfirmationReview: lambda course, _: {"until": course.today + timedelta(days=90)},
    c.RequestCorrection: lambda course, _: {"reply_by": course.today + timedelta(days=5)},
    c.RequestOrderCorrection: lambda course, _: {"reply_by": course.today + timedelta(days=5)},
    c.RequestFilingCorrection: lambda course, _: {"reply_by": course.today + timedelta(days=5)},
    c.ObjectToConfirmation: lambda course, _: {"party_id": k.RESPONDENT, "since": course.today},
    c.RecordStatementReceipt: lambda course, which: {"party_id": _not_served(course, which), "means": "personal"},
    c.RecordReviewReceipt: lambda course, which: {"party_id": _not_served(course, which), "means": "personal"},
}
"""What it says on that course."""


def _not_served(course: Course, procedure_id: ProcedureId) -> PartyId:
    procedure = course.at.procedure(procedure_id)
    served = () if procedure is None else procedure.served_party_ids
    return next((x for x in k.BOTH if x not in served), k.APPLICANT)


def _step(step: type[c.ProcedureCommand], course: Course, procedure_id: ProcedureId, machine: Machine) -> c.Command:
    more = FIELDS_HERE[step](course, procedure_id) if step in FIELDS_HERE else FIELDS.get(step, {})
    fields = {"procedure_id": procedure_id, "machine": machine, "reason": "other", **more}
    return step(**fields)  # type: ignore[arg-type]


def _offers(course: Course) -> Table:
    first = k.organisation(body=course.body)
    other = k.organisation(k.OTHER_CENTRE_ID, body=course.body)
    return {
        Action.SUBMIT: [c.Submit()],
        Action.CONSULT: [c.Consult()],
        Action.DELEGATE: [c.Delegate(organisation=first, channel=course.channel)],
        Action.INVITE: [c.Invite(organisation=first)],
        Action.RECORD_OPINION: [opinion()],
        Action.RECORD_CHOICE: [c.RecordChoice(organisation=first, chosen_by=k.BOTH)],
        Action.RETURN: [c.Return(reason="not_suited_online", advice="x")],
        Action.ACCEPT: [accept(course)],
        Action.DECLINE: [decline()],
        Action.REASSIGN: [c.Reassign(organisation=other, channel=course.channel)],
        Action.TAKE_BACK: [c.TakeBack()],
        Action.DISPATCH: [dispatch(course)],
        Action.REFER_BACK: [c.ReferBack(reason="no_capacity", explanation="x")],
        Action.RECALL: [c.Recall(explanation="x", by_id=next(iter(course.at.holder_ancestor_ids), None))],
        Action.ALLOW_ORGANISATION: [
            c.AllowOrganisation(organisation=k.organisation(k.GRANDCHILD_ID, body=course.body))
        ],
        Action.CLOSE: [c.Close()],
        Action.REOPEN: [c.Reopen(reason="closed_by_mistake", explanation="x")],
        Action.HAND_BACK: [c.HandBack(reason="capacity", explanation="x")],
        Action.REQUEST_CANCEL: [c.RequestCancel(reason="duplicate")],
        Action.CONFIRM_CANCEL: [c.ConfirmCancel()],
        Action.REFUSE_CANCEL: [c.RefuseCancel(explanation="x")],
    }


def _mediation(course: Course) -> Table:
    referral = course.at
    open_sessions = [x.id for x in referral.sessions if x.state == "scheduled"]
    session = open_sessions[0] if open_sessions else SessionId(NOBODY)
    third = MediatorFacts(MediatorId(UUID(int=77)), k.CENTRE_ID, active=True)
    stranger = MediatorFacts(MediatorId(UUID(int=78)), k.CENTRE_ID, active=True)
    in_office = [turn.mediator_id for turn in referral.mediators if turn.ended_on is None]
    return {
        Action.RECEIVE_MATERIALS: [c.ReceiveMaterials()],
        Action.ASSIGN_MEDIATOR: [c.AssignMediator(mediator=third)],
        Action.REPLACE_MEDIATOR: [_replacement(course)],
        Action.CONTACT_PARTY: [k.contact(k.RESPONDENT)],
        Action.START: [k.begin()],
        Action.SCHEDULE_SESSION: [schedule(course)],
        Action.HOLD_SESSION: [c.HoldSession(session_id=session)],
        Action.MISS_SESSION: [c.MissSession(session_id=session, absent_party_ids=(k.RESPONDENT,))],
        Action.CANCEL_SESSION: [c.CancelSession(session_id=session, reason="rescheduled")],
        Action.BEGIN_APPRAISAL: [c.BeginAppraisal(agreed_by=k.BOTH)],
        Action.END_APPRAISAL: [c.EndAppraisal()],
        Action.EXTEND_TERM: [c.ExtendTerm(until=_later_end(course), agreed_by=k.BOTH)],
        Action.CHECK_CONFLICT: [c.CheckConflict(mediator=third, found=Encounters())],
        Action.DISCLOSE_CONFLICT: [disclose(in_office[-1] if in_office else third.id)],
        Action.DECIDE_CONFLICT: [
            decide(course, "waived", k.BOTH) if course.at.version % 2 else decide(course, "recused")
        ],
        Action.RECORD_OTHER_ROLE: [c.RecordOtherRole(mediator=stranger, role="witness")],
        Action.NAME_LEAD: [c.NameLead(mediator_id=in_office[-1] if in_office else third.id, named_by=k.BOTH)],
        Action.REFUSE_MEDIATOR: [c.RefuseMediator(party_id=k.RESPONDENT)],
        Action.SUSPEND: [_suspension(course)],
        Action.RESUME: [c.Resume(result=_result(course))],
        Action.FIND_SHAM: [c.FindSham()],
        Action.END: [_end(course)],
        Action.REPORT_RESULT: [c.ReportResult(route=_route(course))],
        Action.CLOSE_BY_OTHER_MEANS: [c.CloseByOtherMeans()],
        Action.REPORT_BACK: [c.ReportBack()],
    }


def _replacement(course: Course) -> c.ReplaceMediator:
    """Whoever came last is replaced by somebody new."""
    in_office = [turn.mediator_id for turn in course.at.mediators if turn.ended_on is None]
    fresh = MediatorId(UUID(int=900 + len(course.at.mediators)))
    command = k.replace_mediator("recusal", fresh)
    return replace(command, replaced_id=in_office[-1]) if in_office else command


def _suspension(course: Course) -> c.Suspend:
    reason = ("sham_review", "death", "related_case")[course.at.version % 3]
    return c.Suspend(reason=reason, party_id=k.APPLICANT)


def _result(course: Course) -> str:
    return min(RESULTS_OF.get(course.at.suspension_reason or "sham_review", {"ground_gone"}))


_NOT_BEGUN = {
    *(MediationState.ACCEPTED, MediationState.CONTACTING, MediationState.SUSPENDED, MediationState.UNASSIGNED),
}


def _end(course: Course) -> c.End:
    """An end that fits the state; while mediating agreements, failures and settlements in turn."""
    if course.at.state is MediationState.TERM_EXPIRED:
        return c.End(reason=EndReason.TERM_EXPIRED)
    if course.at.state in _NOT_BEGUN:
        return c.End(reason=EndReason.PARTY_UNWILLING)
    agreed = c.End(reason=EndReason.AGREEMENT_REACHED)
    settled = c.End(reason=EndReason.SETTLED_AND_WITHDREW)
    return (agreed, replace(agreed, partial=True), agreed, c.End(reason=EndReason.OTHER), settled)[
        course.at.version % 5
    ]


def _later_end(course: Course) -> date:
    term = course.at.clock(course.at.term_rule)
    end = course.today if term is None or term.due_on is None else term.due_on
    return end + timedelta(days=15)


def _route(course: Course) -> Route | None:
    outcome = course.at.outcome
    if outcome is None or outcome.value not in {"not_agreed", "partly_agreed"}:
        return None
    if course.kind in FILED_KINDS:
        return Route.TRIAL
    labour = course.cause == k.LABOUR_CAUSE
    if course.track is Track.COMMISSION_DELEGATED:
        return Route.ARBITRATION
    return (Route.ADVISED, Route.ARBITRATION if labour else Route.FILING)[course.at.version % 2]


def _guarantees(course: Course) -> list[c.Command]:
    agreement = course.at.agreement
    named = () if agreement is None else agreement.guarantor_ids
    return [c.Sign(role=SignerRole.GUARANTOR, party_id=who, means="handwritten") for who in named]


def _by_agent(course: Course, signing: c.Sign) -> c.Sign:
    """Signed by whoever acts for that party with special authority, where somebody does."""
    able = (x for x in course.at.dossier.representatives if x.until_on is None and x.authority == "special")
    return replace(signing, representative_id=next((x.id for x in able if x.party_id == signing.party_id), None))


def _agreement(course: Course) -> Table:
    signed = {(s.role, s.party_id) for s in course.at.signatures}
    unsigned = [s for s in course.signatures if (s.role, s.party_id) not in signed]
    signing = _by_agent(course, [*unsigned, *course.signatures][0])
    return {
        Action.DRAFT_AGREEMENT: [c.DraftAgreement(terms=())],
        Action.SIGN: [signing, *_guarantees(course)],
        Action.REFUSE_TO_SIGN: [c.RefuseToSign(party_id=k.RESPONDENT)],
        Action.RECORD_PERFORMANCE: _performances(course),
        Action.CORRECT_PERFORMANCE: _corrections(course),
        Action.REPUDIATE_AGREEMENT: [c.RepudiateAgreement(party_id=k.RESPONDENT)],
        Action.SERVE_AGREEMENT: [c.ServeAgreement(party_id=_unserved(course), means="personal")],
        Action.FILE_AGREEMENT: [c.FileAgreement()],
        Action.RECORD_SIGNING_CLAUSE: [c.RecordSigningClause()],
        Action.REPORT_BREACH: [c.ReportBreach(party_id=k.RESPONDENT)],
        Action.AMEND_AGREEMENT: [c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal")],
    }


def _corrections(course: Course) -> list[c.Command]:
    """Of each record that counts, and of the whole."""
    agreement = course.at.agreement
    made = () if agreement is None else agreement.performances
    ids = [*(each.id for each in made if each.entered_in_error_on is None), None]
    return [c.CorrectPerformance(performance_id=each, reason="duplicate", explanation="x") for each in ids]


def _unserved(course: Course) -> PartyId:
    served = {x.party_id for x in course.at.agreement.served} if course.at.agreement is not None else set()
    return next((party for party in k.BOTH if party not in served), k.APPLICANT)


def _performances(course: Course) -> list[c.Command]:
    """A part of the first instalment of which something is left, the whole of it, and the whole agreement; in turn."""
    agreement = course.at.agreement
    left = () if agreement is None else unperformed(agreement)
    part = [
        c.RecordPerformance(term_id=term.id, amount=Decimal(1), proof_sha256="0" * 64)
        for term in left[:1]
        if term.amount is not None
    ]
    first = [c.RecordPerformance(term_id=term.id, proof_sha256="0" * 64) for term in left[:1]]
    every = [*part, *first, c.RecordPerformance()]
    turn = course.at.version % len(every)
    return [*every[turn:], *every[:turn]]


def _outcomes(course: Course) -> Table:
    pay_by = course.today + timedelta(days=7)
    return {
        Action.APPLY_FOR_CONFIRMATION: [c.ApplyForConfirmation(applicant_ids=k.BOTH, court=course.named_court)],
        Action.HAND_OVER: [c.HandOver(court=course.named_court)],
        Action.REQUEST_STATEMENT: [c.RequestStatement(applicant_ids=(k.APPLICANT,))],
        Action.APPLY_FOR_WITHDRAWAL: [c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,))],
        Action.GIVE_FEE_NOTICE: [c.GiveFeeNotice(amount=Decimal("50.00"), pay_by=pay_by)],
        Action.RESUME_TRIAL: [c.ResumeTrial()],
        Action.REFER_TO_ARBITRATION: [c.ReferToArbitration()],
        Action.APPLY_FOR_NOTARISATION: [notarisation(course)],
        Action.APPLY_FOR_ARBITRATION_REVIEW: [review(course)],
        Action.APPLY_FOR_PAYMENT_ORDER: [order(course)],
        Action.APPLY_FOR_ENFORCEMENT: [enforcement(course)],
    }


def _dossier(course: Course) -> Table:
    file = course.at.dossier
    standing = [document.id for document in file.documents if document.withdrawn_on is None]
    parts = (file.urgings, file.representatives, file.claims, file.materials, file.notices)
    urging, representative, claim, material, notice = (part[-1].id if part else NOBODY for part in parts)
    details = RepresentativeDetails(name="")
    session = course.at.sessions[-1].id if course.at.sessions else None
    return {
        Action.ADD_CASE_NUMBER: [c.AddCaseNumber(kind="court", original="x", normalised="x")],
        Action.ADD_REPRESENTATIVE: [
            c.AddRepresentative(party_id=k.APPLICANT, kind="agent", authority="special", details=details)
        ],
        Action.RECORD_SUCCESSION: [succession()],
        Action.END_REPRESENTATIVE: [c.EndRepresentative(representative_id=representative)],
        Action.ADD_CLAIM: [c.AddClaim(party_id=k.APPLICANT, kind="payment", amount=Decimal(1))],
        Action.SETTLE_CLAIM: [c.SettleClaim(claim_id=claim, outcome="agreed")],
        Action.RECORD_CONSENT: [c.RecordConsent(party_id=k.RESPONDENT, kind="mediate", given=True)],
        Action.RECORD_SERVICE_ADDRESS: [c.RecordServiceAddress(party_id=k.APPLICANT, kind="electronic", address="x")],
        Action.REQUEST_MATERIALS: [c.RequestMaterials(kind="evidence", source="court")],
        Action.SUPPLY_MATERIALS: [c.SupplyMaterials(kind="evidence", source="court")],
        Action.ACKNOWLEDGE_MATERIALS: [c.AcknowledgeMaterials(material_ids=(material,))],
        Action.SEND_NOTICE: [c.SendNotice(party_id=k.APPLICANT, kind="session", means="sms", session_id=session)],
        Action.RECORD_NOTICE_RESULT: [c.RecordNoticeResult(notice_id=notice, result="received")],
        Action.SHARE_DATA: [
            c.ShareData(to_id=k.ROOT_ID, ground="statutory_duty", classes=("claims",), explanation="x"),
        ],
        Action.SEND_MESSAGE: [c.SendMessage(topic="question", text="x")],
        Action.URGE: [c.Urge(topic="progress")],
        Action.ANSWER_URGE: [c.AnswerUrge(urge_id=urging, text="x")],
        Action.AMEND: [c.Amend(particulars=ParticularsChange(priority="high"))],
        Action.CORRECT_RECORD: [_correction_of(course)],
        Action.SET_BUSINESS_STATUS: [c.SetBusinessStatus(status="on_hold")],
        Action.JOIN_SERIES: [c.JoinSeries(series_id=SeriesId(UUID(int=55)))],
        Action.LEAVE_SERIES: [c.LeaveSeries()],
        Action.ADD_DOCUMENT: [put("evidence", course)],
        Action.WITHDRAW_DOCUMENT: [
            c.WithdrawDocument(document_id=standing[-1] if standing else NOBODY, reason="replaced")
        ],
    }


def put(document_class: str, course: Course, **more: Any) -> c.AddDocument:
    return c.AddDocument(
        document_id=course.mint(),
        document_class=document_class,
        media_type="text/plain",
        size_bytes=1,
        sha256="0" * 64,
        put_by_id=TenantId(NOBODY),
        **more,
    )


PARTS = (_offers, _mediation, _agreement, _outcomes, _dossier, _of_time)
