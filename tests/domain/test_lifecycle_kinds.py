"""What the law says of each kind: who opens it, which clocks run, what may be offered to whom."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain import commands as c
from app.domain.dossier import Particulars, ParticularsChange
from app.domain.errors import Refusal
from app.domain.lifecycle.apply import track_for
from app.domain.lifecycle.states import Body, ClockState, Closure, EndReason, Kind, MediationState, Route, Track
from app.domain.lifecycle.times import command_of_time
from app.domain.referral import Consent
from app.domain.registry_facts import ChannelFacts
from tests.domain import courses as k
from tests.domain.courses import CENTRE, CLOCK, COURT, SENDER, Course
from tests.domain.refusals import due_on, refused
from tests.domain.stands import accept, decline

FIRST = Track.POST_FILING_FIRST
POST = {"track": FIRST, "kind": Kind.POST_FILING}
DIRECT = {"track": Track.DIRECT, "kind": Kind.DIRECT}
SENT = {"track": Track.DIRECT, "kind": Kind.TRANSFERRED}
LABOUR = {"body": Body.LABOUR, "cause": k.LABOUR_CAUSE}


def offer(course: Course, body: Body = Body.CHAMBER) -> c.Delegate:
    return c.Delegate(organisation=k.organisation(body=body), channel=course.channel)


# Tracks.


@pytest.mark.parametrize(
    ("kind", "opened_on", "in_trial", "track"),
    [
        (Kind.POST_FILING, date(2024, 12, 31), False, Track.POST_FILING_2016),
        (Kind.POST_FILING, date(2025, 1, 1), False, Track.POST_FILING_FIRST),
        (Kind.POST_FILING, date(2024, 12, 31), True, Track.IN_TRIAL),
        (Kind.POST_FILING, date(2025, 1, 1), True, Track.IN_TRIAL),
        (Kind.DIRECT, date(2026, 1, 1), False, Track.DIRECT),
        (Kind.TRANSFERRED, date(2026, 1, 1), False, Track.DIRECT),
    ],
)
def test_the_track_after_filing_follows_the_day_and_the_stage(
    kind: Kind, opened_on: date, *, in_trial: bool, track: Track
) -> None:
    assert track_for(kind, on_court_platform=True, opened_on=opened_on, in_trial=in_trial) is track


def test_every_track_is_known_to_the_dated_table_with_its_kinds() -> None:
    tracks = k.book().tracks
    assert tracks is not None
    for kind, own in k.TRACKS_OF.items():
        assert all(tracks.fits(track, kind) for track in own)


def test_a_track_that_is_not_in_force_is_not_opened() -> None:
    """The track of a day is always in force by our own rule; the table may still end one."""
    tracks = k.book().tracks
    assert tracks is not None
    row = tracks.tracks[FIRST]
    ended = replace(row, ground=replace(row.ground, valid_to=date(2026, 6, 30)))
    course = Course(**POST)
    book = replace(course.book, tracks=replace(tracks, tracks={**tracks.tracks, FIRST: ended}))

    with pytest.raises(Refusal, match="track_not_in_force") as caught:
        k.open_referral(course.new(), offer(course), COURT, course.now, book, course.mint)

    assert caught.value.facts["track"] == "post_filing_first"


@pytest.mark.parametrize("tracks", [None])
def test_a_book_without_a_table_of_tracks_lets_every_body_mediate(tracks: None) -> None:
    course = Course(cause="14", body=Body.COMMERCIAL)
    book = replace(course.book, tracks=tracks)

    after, _ = k.open_referral(course.new(), offer(course, Body.COMMERCIAL), COURT, course.now, book, course.mint)

    assert after.state is MediationState.AWAITING_ACCEPTANCE


# Bodies of rules.


@pytest.mark.parametrize("cause", [k.LABOUR_CAUSE, "14", "508"])
@pytest.mark.parametrize("way", [{}, POST, DIRECT, SENT], ids=["pre", "post", "direct", "transferred"])
def test_a_commercial_body_takes_no_labour_family_or_consumer_dispute(way: dict[str, object], cause: str) -> None:
    """From 2026-05-01 on, on every track."""
    course = Course(**way, body=Body.COMMERCIAL, cause=cause)  # type: ignore[arg-type]

    with pytest.raises(Refusal, match="cause_excluded_for_body") as caught:
        course.delegate()

    assert caught.value.facts["body"] == "commercial"


def test_before_the_regulation_a_commercial_body_mediates_like_any_invited_one() -> None:
    course = Course(body=Body.COMMERCIAL, cause=k.LABOUR_CAUSE, today=date(2026, 4, 30)).delegate()

    assert course.at.state is MediationState.AWAITING_ACCEPTANCE


def test_a_dispute_whose_cause_nobody_stated_is_not_excluded() -> None:
    assert Course(body=Body.COMMERCIAL, cause=None).delegate().at.cause_code is None


def test_an_individually_invited_mediator_is_applied_to_on_the_court_platform_only() -> None:
    Course(**DIRECT, body=Body.INDIVIDUAL_INVITED).submit()

    with pytest.raises(Refusal, match="body_not_for_track"):
        Course(**DIRECT, body=Body.INDIVIDUAL_INVITED, on_platform=False).submit()


def test_the_body_is_judged_again_when_somebody_else_is_chosen() -> None:
    course = Course(cause=k.LABOUR_CAUSE).delegate().do(decline())
    other = k.organisation(k.OTHER_CENTRE_ID, Body.COMMERCIAL)

    refused(course, c.Reassign(organisation=other, channel=k.CHANNEL), "cause_excluded_for_body", COURT)


# After filing.


def test_entrusting_needs_the_word_of_every_party() -> None:
    """Before filing one side is enough for the offer; after filing it is not."""
    with pytest.raises(Refusal, match="consents_incomplete"):
        Course(**POST, consenting=(k.APPLICANT,)).delegate()
    assert Course(consenting=(k.APPLICANT,)).delegate().at.state is MediationState.AWAITING_ACCEPTANCE


@pytest.mark.parametrize("missing", ["filed_on", "procedure_type"])
@pytest.mark.parametrize("opening", [c.Consult, None])
def test_after_filing_the_day_and_the_procedure_are_told(missing: str, opening: type[c.Consult] | None) -> None:
    course = Course(**POST)
    new = course.new()
    without = replace(new, particulars=replace(new.particulars, **{missing: None}))
    command = offer(course) if opening is None else opening()

    with pytest.raises(Refusal, match="particulars_missing"):
        k.open_referral(without, command, COURT, course.now, course.book, course.mint)


def test_a_case_is_not_entrusted_before_it_was_filed() -> None:
    course = Course(**POST)
    tomorrow = course.today + timedelta(days=1)
    new = replace(course.new(), particulars=Particulars(filed_on=tomorrow, procedure_type="summary"))

    with pytest.raises(Refusal, match="filed_after_opening"):
        k.open_referral(new, offer(course), COURT, course.now, course.book, course.mint)


@pytest.mark.parametrize(
    ("procedure_type", "rule", "days"), [("ordinary", "T06", 15), ("summary", "T07", 7), ("small_claims", "T07", 7)]
)
def test_the_term_after_filing_follows_the_procedure_and_runs_from_the_materials(
    procedure_type: str, rule: str, days: int
) -> None:
    course = Course(**POST, procedure_type=procedure_type, today=date(2026, 3, 2)).delegate()
    course.later(1).do(accept(course)).do(k.assign())
    assert course.at.latest_clock(rule) is None
    refused(course, k.begin(), "term_not_started")

    course.later(1).do(c.ReceiveMaterials())

    clock = course.at.clock(rule)
    assert clock is not None
    assert (clock.started_on, clock.raw_end_on) == (course.today, course.today + timedelta(days=days))


@pytest.mark.parametrize(
    ("received_on", "procedure_type", "due"),
    [
        (date(2026, 1, 23), "ordinary", date(2026, 2, 9)),
        (date(2026, 1, 30), "ordinary", date(2026, 2, 14)),
        (date(2026, 9, 13), "summary", date(2026, 9, 20)),
    ],
)
def test_the_end_after_filing_moves_off_rest_days_and_not_off_makeup_workdays(
    received_on: date, procedure_type: str, due: date
) -> None:
    course = Course(**POST, procedure_type=procedure_type, today=received_on).accepted()

    assert due_on(course, course.at.term_rule or "") == due


def test_on_the_platform_the_term_of_an_entrustment_ran_from_acceptance() -> None:
    """Before 2025, on the court platform from 2022 on; nobody signs for materials to start it."""
    old = {"track": Track.POST_FILING_2016, "kind": Kind.POST_FILING}
    online = Course(**old, on_platform=True, today=date(2024, 3, 4)).delegate().later(1)
    online.do(accept(online))
    on_paper = Course(**old, on_platform=False, today=date(2024, 3, 4)).delegate().later(1)
    on_paper.do(accept(on_paper))
    earlier = Course(**old, on_platform=True, today=date(2021, 12, 31)).delegate()
    earlier.do(accept(earlier))

    assert due_on(online, "T06") == date(2024, 3, 20)
    assert on_paper.at.clock("T06") is None
    assert earlier.at.clock("T06") is None
    started = online.at.clock("T06")
    assert online.later(2).do(c.ReceiveMaterials()).at.clock("T06") == started


def test_after_filing_the_address_form_is_not_asked_for() -> None:
    """The court has the addresses already (OMR 17 speaks of the time before filing)."""
    without = replace(k.begin(), service_address_form=False)
    refused(Course(**DIRECT).accepted().do(k.assign()), without, "notices_missing")

    assert Course(**POST).accepted().do(k.assign()).do(without).at.state is MediationState.MEDIATING


def test_before_trial_the_term_is_extended_by_thirty_days_at_most() -> None:
    """Counted from the original raw end, however often it is extended."""
    course = Course(**POST, today=date(2026, 3, 2)).mediating()
    raw = date(2026, 3, 17)
    late = refused(course, _extension(raw + timedelta(days=31)), "extension_too_long")
    assert late.facts["until_at_most"] == "2026-04-16"

    course.do(_extension(raw + timedelta(days=10))).do(_extension(raw + timedelta(days=30)))

    assert due_on(course, "T06") == date(2026, 4, 16)
    refused(course, _extension(raw + timedelta(days=31)), "extension_too_long")


@pytest.mark.parametrize("track", [Track.POST_FILING_2016, Track.IN_TRIAL, Track.PRE_FILING_2022])
def test_other_tracks_know_no_cap_on_extensions(track: Track) -> None:
    course = Course(track=track).mediating()
    until = course.today + timedelta(days=300)

    assert course.do(_extension(until)).facts[-1].facts == {"until": until.isoformat()}


def _extension(until: date) -> c.ExtendTerm:
    return c.ExtendTerm(until=until, agreed_by=k.BOTH)


def test_after_filing_no_contact_clock_runs() -> None:
    course = Course(**POST).delegate()

    course.do(accept(course))

    assert course.at.latest_clock("T04") is None


# Applications on the court platform: T01, T02, the joint choice.


def test_the_court_has_three_working_days_to_appoint_and_is_alerted() -> None:
    """2026-02-13 is the last day before the spring festival."""
    course = Course(today=date(2026, 2, 13), consenting=(k.APPLICANT,)).submit()
    assert due_on(course, "T02") == date(2026, 2, 25)
    assert course.at.latest_clock("T01") is None

    course.past("T02")

    assert (course.at.state, course.facts[-1].type) == (MediationState.SUBMITTED, "deadline.missed")
    course.do(offer(course), COURT)
    assert course.at.state is MediationState.AWAITING_ACCEPTANCE


def test_off_the_court_platform_an_application_starts_no_clock() -> None:
    assert Course(track=Track.PRE_FILING_2016).submit().at.clocks == ()


def test_two_working_days_to_choose_begin_when_the_last_party_consents() -> None:
    course = Course(today=date(2026, 9, 28), consenting=(k.APPLICANT,)).submit().do(c.Consult(), COURT)
    course.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="undecided"), COURT)
    assert course.at.latest_clock("T01") is None

    course.on(date(2026, 9, 30)).do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="consents"), COURT)

    assert due_on(course, "T01") == date(2026, 10, 9)
    course.past("T01")
    assert course.facts[-1].action == "miss_choice"
    assert course.do(offer(course), COURT).at.state is MediationState.AWAITING_ACCEPTANCE


@pytest.mark.parametrize("given", [True, False])
def test_a_consent_put_on_file_opens_the_choice_too(*, given: bool) -> None:
    course = Course(consenting=(k.APPLICANT,)).submit()
    course.do(c.RecordConsent(party_id=k.RESPONDENT, kind="online", given=True), COURT)
    assert course.at.latest_clock("T01") is None

    course.do(c.RecordConsent(party_id=k.RESPONDENT, kind="mediate", given=given), COURT)

    assert (course.at.clock("T01") is not None) is given


def test_the_choice_opens_once() -> None:
    course = Course().submit().past("T01").do(c.Consult(), COURT)

    assert [clock.rule for clock in course.at.clocks].count("T01") == 1


def test_a_joint_choice_is_everybodys_and_binds_the_court() -> None:
    course = Course().submit()
    chosen = k.organisation(k.OTHER_CENTRE_ID)
    alone = c.RecordChoice(organisation=chosen, chosen_by=(k.APPLICANT,))
    refused(course, alone, "agreement_of_all_missing", COURT)

    course.do(c.RecordChoice(organisation=chosen, chosen_by=k.BOTH), COURT)

    assert course.at.clock("T01") is None
    other = refused(course, offer(course), "joint_choice_made", COURT)
    assert other.facts["organisation_id"] == str(k.OTHER_CENTRE_ID)
    course.do(c.Delegate(organisation=chosen, channel=k.CHANNEL), COURT)
    assert course.at.holder_id == k.OTHER_CENTRE_ID
    assert not {"T01", "T02"} & set(course.facts[-1].due)


def test_after_the_choice_no_days_to_choose_begin() -> None:
    course = Course(consenting=(k.APPLICANT,)).submit()
    course.do(c.RecordChoice(organisation=k.organisation(), chosen_by=k.BOTH), COURT)

    course.do(c.RecordConsent(party_id=k.RESPONDENT, kind="mediate", given=True), COURT)

    assert course.at.latest_clock("T01") is None


def test_when_the_chosen_organisation_declines_the_court_chooses() -> None:
    course = Course().submit().do(c.RecordChoice(organisation=k.organisation(), chosen_by=k.BOTH), COURT)
    course.do(offer(course), COURT).do(decline())

    course.do(c.Reassign(organisation=k.organisation(k.OTHER_CENTRE_ID), channel=k.CHANNEL), COURT)

    assert course.at.holder_id == k.OTHER_CENTRE_ID


def test_a_returned_application_leaves_no_clock() -> None:
    course = Course().submit().do(c.Return(reason="not_suited_online", advice="x"), COURT)

    assert course.facts[-1].due == {}


# Applications to the organisation.


def test_an_organisation_takes_an_application_itself() -> None:
    course = Course(**DIRECT, today=date(2026, 9, 18)).submit()

    at = course.at
    assert (at.court_id, at.holder_id, at.body) == (None, k.CENTRE_ID, Body.CHAMBER)
    assert (at.audience, due_on(course, "T03")) == ((k.CENTRE_ID, k.ROOT_ID), date(2026, 9, 22))


def test_nobody_else_opens_a_direct_referral() -> None:
    course = Course(**DIRECT)
    for actor in (COURT, SENDER, CLOCK):
        with pytest.raises(Refusal, match="wrong_actor"):
            k.open_referral(course.new(), c.Submit(), actor, course.now, course.book, course.mint)


@pytest.mark.parametrize("facts", [None, replace(k.organisation(), active=False)])
def test_a_direct_referral_needs_an_active_organisation(facts: k.OrganisationFacts | None) -> None:
    course = Course(**DIRECT)
    new = replace(course.new(), applied_to=facts)

    with pytest.raises(Refusal, match="organisation_not_active"):
        k.open_referral(new, c.Submit(), CENTRE, course.now, course.book, course.mint)


@pytest.mark.parametrize("way", [{}, DIRECT, SENT], ids=["pre", "direct", "transferred"])
def test_a_kind_is_opened_only_in_its_own_ways(way: dict[str, object]) -> None:
    course = Course(**way)  # type: ignore[arg-type]
    wrong = c.Submit() if course.kind is Kind.TRANSFERRED else offer(course)
    actor = CENTRE if course.kind is Kind.PRE_FILING else course.opener

    with pytest.raises(Refusal, match=r"not_on_this_track|wrong_actor"):
        k.open_referral(course.new(), wrong, actor, course.now, course.book, course.mint)


def test_a_late_application_may_still_be_taken_whatever_courts_allow() -> None:
    course = Course(**DIRECT, court=k.court_facts(late_acceptance=False)).submit().past("T03")

    course.later(20).do(accept(course))

    assert course.at.assignments[-1].late


def test_an_application_is_not_taken_against_a_refusal() -> None:
    course = Course(**DIRECT, consenting=(k.APPLICANT,)).submit().do(c.Consult())
    course.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="refuses"))
    refused(course, accept(course), "party_refused")

    course.do(decline())

    assert (course.at.state, course.at.closure) == (MediationState.RETURNED, Closure.RETURNED)
    assert course.at.assignments[-1].reason == "outside_charter"
    assert course.at.holder_id == k.CENTRE_ID
    assert course.at.audience == (k.CENTRE_ID, k.ROOT_ID)


def test_thirty_days_on_the_platform_and_no_statutory_term_off_it() -> None:
    online = Course(**DIRECT).accepted()
    offline = Course(**DIRECT, on_platform=False).accepted()

    assert due_on(online, "T05") == date(2026, 10, 8)
    assert offline.at.clocks == (offline.at.latest_clock("T03"),)
    offline.do(k.assign()).do(k.begin()).later(200)
    offline.do(c.ScheduleSession(scheduled_on=offline.today + timedelta(days=90), mode="on_site"))
    refused(offline, _extension(offline.today + timedelta(days=9)), "term_over")
    refused(offline, c.BeginAppraisal(agreed_by=k.BOTH), "not_on_this_track")
    offline.do(c.End(reason=EndReason.OTHER))


def test_the_other_side_is_contacted_within_three_days_on_the_platform() -> None:
    one_sided = (k.APPLICANT,)
    assert Course(**DIRECT, consenting=one_sided).accepted().at.clock("T04") is not None
    assert Course(**DIRECT, consenting=one_sided, on_platform=False).accepted().at.clock("T04") is None
    assert Course(**DIRECT).accepted().at.clock("T04") is None


# Labour.


def test_labour_mediation_counts_from_the_application_and_not_from_acceptance() -> None:
    course = Course(**DIRECT, **LABOUR, today=date(2026, 1, 23)).submit().later(4)

    course.do(accept(course))

    clock = course.at.clock("T10")
    assert clock is not None
    assert (clock.started_on, clock.due_on) == (date(2026, 1, 23), date(2026, 2, 9))
    assert course.at.clock("T05") is None


def test_the_end_of_the_labour_term_expires_the_mediation() -> None:
    course = Course(**DIRECT, **LABOUR).mediating().past("T10")

    assert course.at.state is MediationState.TERM_EXPIRED
    report = course.at.clock("REPORT")
    assert report is not None
    assert report.started_on == due_on(course, "T10")


def test_labour_mediation_goes_on_beyond_fifteen_days_only_by_agreement_of_all() -> None:
    course = Course(**DIRECT, **LABOUR).mediating()
    until = course.today + timedelta(days=40)
    one = c.ExtendTerm(until=until, agreed_by=(k.APPLICANT,))
    refused(course, one, "agreement_of_all_missing")

    course.do(_extension(until))

    assert due_on(course, "T10") == course.book.calendar.roll(until)


def test_after_fifteen_days_an_application_that_nobody_took_is_no_longer_taken() -> None:
    """By the date alone, and after time has acted; the organisation can only say that it declines."""
    course = Course(**DIRECT, **LABOUR).submit().past("T03").later(20)
    refused(course, accept(course), "term_over")

    course.sweep()

    assert (course.facts[-1].action, course.at.state) == ("pass_labour_term", MediationState.OVERDUE)
    refused(course, accept(course), "term_over")
    assert course.do(decline()).at.state is MediationState.RETURNED


def test_beside_another_term_the_labour_days_only_tell() -> None:
    """Where a court referred, either party may go to arbitration, and mediation goes on to its own term."""
    course = Course(**LABOUR).mediating()
    labour, term = course.at.clock("T10"), course.at.clock("T05")
    assert labour is not None
    assert term is not None

    course.past("T10")

    assert (course.at.state, course.facts[-1].type) == (MediationState.MEDIATING, "deadline.missed")
    assert course.at.clock("T05") == term


def test_every_end_of_mediation_stops_the_labour_days() -> None:
    ends = (
        Course(**LABOUR).failed(),
        Course(**LABOUR).delegate().do(decline()),
        Course(**LABOUR).delegate().do(c.TakeBack(), COURT),
        Course(**LABOUR).mediating().do(c.HandBack(reason="capacity", explanation="x")),
        Course(**POST, **LABOUR, procedure_type="summary").mediating().term_over().past("REPORT"),
    )

    assert [course.at.clock("T10") for course in ends] == [None] * len(ends)


def test_a_new_labour_body_counts_its_own_fifteen_days() -> None:
    course = Course(**LABOUR).delegate().past("T03").later(3)
    other = k.organisation(k.OTHER_CENTRE_ID, Body.LABOUR)

    course.do(c.Reassign(organisation=other, channel=k.CHANNEL), COURT)

    clocks = [clock for clock in course.at.clocks if clock.rule == "T10"]
    assert [clock.state for clock in clocks] == [ClockState.MET, ClockState.RUNNING]
    assert clocks[-1].started_on == course.today


def test_time_knows_which_command_a_clock_gives() -> None:
    taken, waiting = Course(**DIRECT, **LABOUR).accepted().at, Course(**DIRECT, **LABOUR).submit().at
    beside = Course(**LABOUR).accepted().at

    assert isinstance(command_of_time("T10", taken), c.ExpireTerm)
    assert isinstance(command_of_time("T10", waiting), c.PassLabourTerm)
    assert isinstance(command_of_time("T10", beside), c.PassLabourTerm)
    assert isinstance(command_of_time("T12", beside), c.LapseConfirmation)


# Transfers by bodies that are no courts.


def test_a_referring_body_needs_no_channel_and_sees_its_referral() -> None:
    course = Course(**SENT).delegate()

    assert course.at.channel_id is None
    assert course.at.audience == (k.SENDER_ID, k.CENTRE_ID, k.ROOT_ID)
    assert course.facts[0].actor == "referring_body"


def test_an_unknown_referring_body_opens_nothing() -> None:
    course = Course(**SENT)
    new = replace(course.new(), referring_body_id=None)

    with pytest.raises(Refusal, match="referring_body_not_active"):
        k.open_referral(new, c.Consult(), SENDER, course.now, course.book, course.mint)


def test_a_transfer_needs_a_party_that_wants_it_and_none_that_refuses() -> None:
    with pytest.raises(Refusal, match="consent_missing"):
        Course(**SENT, consenting=()).delegate()
    course = Course(**SENT, consenting=(k.APPLICANT,)).consult()
    course.do(c.RecordOpinion(party_id=k.RESPONDENT, means="phone", result="refuses"), SENDER)
    refused(course, offer(course), "party_refused", SENDER)


def test_the_referring_body_chooses_again_takes_back_and_closes() -> None:
    course = Course(**SENT).delegate().do(decline())
    refused(course, c.Reassign(organisation=k.organisation(), channel=None), "organisation_declined_before", SENDER)
    course.do(c.Reassign(organisation=k.organisation(k.OTHER_CENTRE_ID), channel=None), SENDER)

    course.do(c.TakeBack(), SENDER).do(c.Close(), SENDER)

    assert (course.at.state, course.at.closure) == (MediationState.CLOSED, Closure.TAKEN_BACK)
    refused(course, c.ReportBack(), "feedback_not_due")


def test_the_referring_body_is_told_how_it_ended_within_five_working_days() -> None:
    course = Course(**SENT, today=date(2026, 9, 18)).failed().do(c.ReportResult(route=Route.ADVISED))
    assert due_on(course, "FEEDBACK") == date(2026, 9, 24)
    assert course.at.state is MediationState.CLOSED

    course.later(2).do(c.ReportBack())

    assert course.at.reported_on == course.today
    assert course.at.clock("FEEDBACK") is None
    assert course.facts[-1].facts == {"closure": "advised_to_sue"}
    refused(course, c.ReportBack(), "feedback_not_due")


def test_feedback_that_is_late_is_still_given_and_given_once() -> None:
    course = Course(**SENT).effective().do(c.ReportResult()).past("FEEDBACK")
    assert course.facts[-1].type == "deadline.missed"

    course.do(c.ReportBack())

    refused(course, c.ReportBack(), "result_already_reported")


def test_the_length_of_feedback_is_the_deployments() -> None:
    course = Course(**SENT, today=date(2026, 9, 14)).effective()
    book = replace(course.book, feedback_working_days=1)

    after, _ = k.apply(course.at, c.ReportResult(), CENTRE, course.now, book, course.mint)

    clock = after.clock("FEEDBACK")
    assert clock is not None
    assert clock.due_on == date(2026, 9, 15)


# Channels, for all kinds: only courts have them.


def test_a_court_still_needs_its_channel_after_filing() -> None:
    course = Course(**POST)
    strict = ChannelFacts(k.UUID(int=9), strict=True, cause_roots=("P07",))
    for channel, code in ((None, "channel_not_open"), (strict, "cause_outside_channel")):
        with pytest.raises(Refusal, match=code):
            course.open(c.Delegate(organisation=k.organisation(), channel=channel))


def test_what_was_put_on_file_with_the_opening_is_there() -> None:
    course = Course(**POST)
    consent = Consent(course.mint(), k.APPLICANT, "electronic_service", True, course.today)
    series = k.UUID(int=66)
    new = replace(course.new(), consents=(*course.new().consents, consent), series_id=series)

    after, fact = k.open_referral(new, offer(course), COURT, course.now, course.book, course.mint)

    assert after.particulars.procedure_type == "ordinary"
    assert after.series_id == series
    assert after.word_of(k.APPLICANT, course.today, "electronic_service")
    assert fact.version == 1


def test_what_decides_the_term_is_fixed_once_the_term_runs() -> None:
    change = c.Amend(particulars=ParticularsChange(procedure_type="summary"))
    course = Course(**POST).delegate().do(change, COURT)
    course.do(accept(course)).do(c.ReceiveMaterials())

    assert course.at.clock("T07") is not None
    refused(course, c.Amend(particulars=ParticularsChange(procedure_type="ordinary")), "particulars_fixed", COURT)
