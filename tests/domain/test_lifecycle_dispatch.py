"""A head office dispatches down its tree: who may hold it, one window for all levels, the way back up, who may read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain import commands as c
from app.domain.access import ClientId, OrganisationId, Principal, Scope, TenantId, TenantKind
from app.domain.court_tree import Listing
from app.domain.custody import Act, chain_of
from app.domain.lifecycle.states import Body, ClockState, Kind, MediationState, Track
from app.domain.parts import Custody
from app.domain.referral import Consent
from app.domain.registry_facts import ChannelFacts
from app.domain.sharing import classes_open, classes_read, reads_from_above
from tests.domain import courses as k
from tests.domain.courses import CENTRE, COURT, Course
from tests.domain.refusals import due_on, refused
from tests.domain.stands import accept, decline, dispatch

GRANDCHILD_ID = k.GRANDCHILD_ID
GRANDCHILD = k.organisation(GRANDCHILD_ID)
BACK = c.ReferBack(reason="no_capacity", explanation="x")
POINT_TO_POINT = ChannelFacts(k.UUID(int=9), strict=False, cause_roots=())


def down_to_the_city(**more: object) -> Course:
    course = Course(**more).delegate()  # type: ignore[arg-type]
    return course.do(dispatch(course)).do(replace(dispatch(course), organisation=GRANDCHILD))


def seen_by(organisation_id: OrganisationId, kind: TenantKind = TenantKind.ORGANISATION) -> Principal:
    return Principal(ClientId(k.UUID(int=50)), TenantId(organisation_id), kind, frozenset(Scope))


# Down.


def test_a_dispatch_passes_on_level_by_level_and_those_above_go_on_seeing_it() -> None:
    course = Course().delegate()
    refused(course, replace(dispatch(course), organisation=GRANDCHILD), "not_right_below")

    course.do(dispatch(course))

    assert course.at.state is MediationState.AWAITING_ACCEPTANCE
    assert course.at.holder_id == k.CHILD_ID
    assert set(course.at.audience) == {k.COURT_ID, k.CHILD_ID, k.CENTRE_ID, k.ROOT_ID}
    first, second = course.at.assignments
    assert (first.ending, first.ended_on) == ("dispatched", course.today)
    assert second.custody == Custody(level=1, passed_by=k.CENTRE_ID, body_above=Body.CHAMBER)
    assert course.facts[-1].type == "referral.dispatched"


def test_what_came_point_to_point_bypasses_the_tree() -> None:
    course = Course().open(c.Delegate(organisation=k.organisation(), channel=POINT_TO_POINT))

    refused(course, dispatch(course), "not_over_head_office")
    refused(course, c.AllowOrganisation(organisation=k.organisation(k.CHILD_ID)), "not_over_head_office", COURT)
    course.do(decline())
    assert course.at.state is MediationState.UNASSIGNED


def test_nothing_is_dispatched_once_it_was_accepted() -> None:
    course = Course().accepted()
    refused(course, dispatch(course), "action_not_possible")


@pytest.mark.parametrize(
    ("kind", "track"), [(Kind.DIRECT, Track.DIRECT), (Kind.TRANSFERRED, Track.DIRECT)], ids=["direct", "transferred"]
)
def test_only_what_a_court_referred_is_dispatched(kind: Kind, track: Track) -> None:
    course = Course(kind=kind, track=track).delegate()
    refused(course, dispatch(course), "action_not_possible" if kind is Kind.DIRECT else "not_on_this_track")


# One window.


def test_trap_04_the_window_runs_once_from_the_head_offices_receipt_and_silence_accepts_nothing() -> None:
    course = Course().delegate()
    last_day = due_on(course, "T03")
    chain = chain_of(course.at, course.today, course.book.calendar)
    assert (chain.window and chain.window.due_on, chain.window and chain.window.working_days_left) == (last_day, 3)

    course.later(1).do(dispatch(course)).later(1).do(replace(dispatch(course), organisation=GRANDCHILD))

    assert due_on(course, "T03") == last_day
    assert len([clock for clock in course.at.clocks if clock.rule == "T03"]) == 1
    window = chain_of(course.at, course.today, course.book.calendar).window
    assert window is not None
    assert window.working_days_left == 1

    course.past("T03")

    assert course.at.state is MediationState.OVERDUE
    assert course.at.holder_id == GRANDCHILD_ID
    assert chain_of(course.at, course.today, course.book.calendar).window is not None
    course.do(c.Accept(organisation=GRANDCHILD))
    assert course.at.assignments[-1].late
    assert chain_of(course.at, course.today, course.book.calendar).window is None


def test_a_court_may_start_the_window_anew_and_one_that_is_over_stays_over() -> None:
    course = Course(court=k.court_facts(on_dispatch="restart")).delegate()
    first = due_on(course, "T03")
    course.later(1).do(dispatch(course))
    again = due_on(course, "T03")
    assert first is not None
    assert again is not None
    assert again > first
    assert [clock.state for clock in course.at.clocks if clock.rule == "T03"] == [ClockState.MET, ClockState.RUNNING]

    course.past("T03").do(replace(dispatch(course), organisation=GRANDCHILD))

    assert course.at.state is MediationState.OVERDUE
    assert due_on(course, "T03") == again


def test_a_court_that_takes_nothing_late_has_nothing_dispatched_late() -> None:
    course = Course(court=k.court_facts(late_acceptance=False)).delegate().past("T03")
    refused(course, dispatch(course), "late_acceptance_closed")


# Up.


def test_a_refusal_goes_up_the_chain_and_only_the_one_named_declines_to_the_court() -> None:
    course = down_to_the_city()
    refused(course, decline(), "refer_back_first")

    course.later(1).do(BACK)

    assert course.at.holder_id == k.CHILD_ID
    assert set(course.at.audience) == {k.COURT_ID, k.CHILD_ID, k.CENTRE_ID, k.ROOT_ID}
    refused(course, replace(dispatch(course), organisation=GRANDCHILD), "organisation_declined_before")

    course.do(BACK)

    assert course.at.holder_id == k.CENTRE_ID
    assert course.at.body is Body.CHAMBER
    refused(course, BACK, "not_dispatched")
    course.do(decline())
    assert course.at.state is MediationState.UNASSIGNED
    assert [turn.ending for turn in course.at.assignments] == [
        "dispatched",
        "dispatched",
        "referred_back",
        "referred_back",
        "declined",
    ]


def test_referred_onward_is_no_refusal_of_the_head_office() -> None:
    """After a take-back the court may name it again, since it has declined nothing."""
    course = down_to_the_city().do(c.TakeBack(), COURT)
    course.do(c.Reassign(organisation=k.organisation(), channel=k.CHANNEL), COURT)
    assert course.at.holder_id == k.CENTRE_ID


def test_each_level_brings_its_own_body_of_rules_and_the_way_up_gives_it_back() -> None:
    course = Course().delegate()
    people = replace(k.organisation(k.CHILD_ID), body=Body.PEOPLE)
    course.do(replace(dispatch(course), organisation=people))
    assert course.at.body is Body.PEOPLE

    course.do(BACK)

    assert course.at.body is Body.CHAMBER


# The roster.


def test_a_target_off_the_roster_is_refused_until_the_court_allows_it() -> None:
    course = Course().delegate()
    unlisted = replace(dispatch(course), listing=Listing.NONE)
    refusal = refused(course, unlisted, "organisation_not_listed")
    assert refusal.facts["court_action"] == "allow_organisation"
    assert refusal.facts["organisation_id"] == str(k.CHILD_ID)

    stranger = c.AllowOrganisation(organisation=k.organisation(k.OTHER_CENTRE_ID))
    refused(course, stranger, "not_below_holder", COURT)
    allow = c.AllowOrganisation(organisation=k.organisation(k.CHILD_ID))
    refused(course, allow, "wrong_actor")
    course.do(allow, COURT).do(allow, COURT)
    course.do(unlisted)

    assert course.at.holder_id == k.CHILD_ID
    assert course.at.assignments[0].custody == Custody(allowed_ids=(k.CHILD_ID,))


def test_from_a_higher_courts_roster_it_is_taken_with_its_consent_or_the_courts_word() -> None:
    course = Course().delegate()
    higher = replace(dispatch(course), listing=Listing.HIGHER)
    refused(course, higher, "mediator_consent_required")

    assert Course().delegate().do(replace(higher, mediator_consents=True)).at.holder_id == k.CHILD_ID
    course.do(c.AllowOrganisation(organisation=k.organisation(k.CHILD_ID)), COURT).do(higher)
    assert course.at.holder_id == k.CHILD_ID


def test_what_was_allowed_stays_allowed_for_a_level_below() -> None:
    course = Course().delegate().do(c.AllowOrganisation(organisation=GRANDCHILD), COURT)
    course.do(dispatch(course)).do(c.AllowOrganisation(organisation=GRANDCHILD), COURT)
    assert [turn.custody and turn.custody.allowed_ids for turn in course.at.assignments] == [(GRANDCHILD_ID,)] * 2
    course.do(replace(dispatch(course), organisation=GRANDCHILD, listing=Listing.NONE))
    assert course.at.holder_id == GRANDCHILD_ID


def test_a_full_organisation_is_refused_only_where_the_court_is_set_so() -> None:
    full = replace(k.organisation(k.CHILD_ID), capacity="full")
    lenient = Course().delegate()
    lenient.do(replace(dispatch(lenient), organisation=full))
    strict = Course(court=k.court_facts(full="refuse")).delegate()

    refused(strict, replace(dispatch(strict), organisation=full), "organisation_full")
    limited = replace(full, capacity="limited")
    strict.do(replace(dispatch(strict), organisation=limited))

    assert (lenient.at.holder_id, strict.at.holder_id) == (k.CHILD_ID, k.CHILD_ID)


# The chain.


def test_the_chain_says_who_was_named_and_who_mediated() -> None:
    course = down_to_the_city()
    chain = chain_of(course.at, course.today, course.book.calendar)
    assert (chain.named_id, chain.mediating_id, chain.holder_id) == (k.CENTRE_ID, None, GRANDCHILD_ID)
    assert chain.over_head_office

    course.do(BACK).do(accept(course))

    chain = chain_of(course.at, course.today, course.book.calendar)
    assert (chain.named_id, chain.mediating_id) == (k.CENTRE_ID, k.CHILD_ID)
    assert [(link.act, link.level, link.passed_by) for link in chain.links] == [
        (Act.OFFERED, 0, None),
        (Act.DISPATCHED, 1, k.CENTRE_ID),
        (Act.DISPATCHED, 2, k.CHILD_ID),
        (Act.REFERRED_BACK, 1, GRANDCHILD_ID),
    ]
    assert all(link.held_until is not None for link in chain.links[:-1])


def test_a_chain_without_a_head_office_has_one_link() -> None:
    course = Course(kind=Kind.DIRECT, track=Track.DIRECT).submit()
    chain = chain_of(course.at, course.today, course.book.calendar)
    assert (chain.over_head_office, chain.named_id, len(chain.links)) == (False, k.CENTRE_ID, 1)
    empty = chain_of(Course().consult().at, course.today, course.book.calendar)
    assert (empty.named_id, empty.mediating_id, empty.window, empty.over_head_office) == (None, None, None, False)


# The parties' data.


def test_every_pass_is_a_sharing_record() -> None:
    course = down_to_the_city().do(BACK)
    records = [(x.act, x.from_id, x.to_id, x.ground) for x in course.at.dossier.sharings]
    assert records == [
        ("dispatch", k.CENTRE_ID, k.CHILD_ID, "court_duty"),
        ("dispatch", k.CHILD_ID, GRANDCHILD_ID, "court_duty"),
        ("refer_back", GRANDCHILD_ID, k.CHILD_ID, "court_duty"),
    ]


def test_the_ground_of_separate_consent_needs_the_word_of_every_party() -> None:
    course = Course().delegate()
    by_consent = replace(dispatch(course), ground="separate_consent")
    refusal = refused(course, by_consent, "sharing_consent_missing")
    assert refusal.facts["party_ids"] == [str(x) for x in k.BOTH]

    for party in k.BOTH:
        course.do(c.RecordConsent(party_id=party, kind="data_sharing", given=True))
    course.do(by_consent)

    assert course.at.dossier.sharings[-1].ground == "separate_consent"


def test_above_the_holder_data_are_read_on_a_recorded_ground_only_by_class() -> None:
    course = Course().delegate()
    course.do(dispatch(course))
    head = seen_by(k.CENTRE_ID)
    assert reads_from_above(course.at, head)
    assert not reads_from_above(course.at, seen_by(k.CHILD_ID))
    assert not reads_from_above(course.at, seen_by(OrganisationId(k.COURT_ID), TenantKind.COURT))
    assert classes_open(course.at, course.at.dossier.sharings, head, course.today) == frozenset()

    grant = c.ShareData(to_id=k.CENTRE_ID, ground="statutory_duty", classes=("claims",))
    refused(course, grant, "sharing_ground_untold")
    refused(course, replace(grant, to_id=k.OTHER_CENTRE_ID, explanation="x"), "not_above_holder")
    course.do(replace(grant, explanation="x"))

    assert classes_open(course.at, course.at.dossier.sharings, head, course.today) == {"claims"}
    root = seen_by(k.ROOT_ID)
    assert classes_open(course.at, course.at.dossier.sharings, root, course.today) == frozenset()
    assert course.at.dossier.sharings[-1].from_id == k.CHILD_ID
    course.do(replace(grant, explanation="x"), COURT)
    assert course.at.dossier.sharings[-1].from_id == k.COURT_ID


def test_a_ground_of_consent_stands_as_long_as_the_consent() -> None:
    course = Course().delegate()
    course.do(dispatch(course))
    grant = c.ShareData(to_id=k.CENTRE_ID, ground="separate_consent", classes=("party_identity",))
    refused(course, grant, "sharing_consent_missing")
    for party in k.BOTH:
        course.do(c.RecordConsent(party_id=party, kind="data_sharing", given=True))
    course.do(grant)
    head = seen_by(k.CENTRE_ID)
    sharings = course.at.dossier.sharings
    assert classes_open(course.at, sharings, head, course.today) == {"party_identity"}

    word = Consent(k.UUID(int=99), k.RESPONDENT, "data_sharing", False, course.today + timedelta(days=1))
    withdrawn = replace(course.at, consents=(*course.at.consents, word))

    assert classes_open(withdrawn, sharings, head, course.today + timedelta(days=1)) == frozenset()
    assert classes_read(["parties", "documents", "sharings"]) == {"party_identity", "materials"}


def test_nobody_holds_it_and_nobody_is_above() -> None:
    course = Course().delegate().do(decline())
    grant = c.ShareData(to_id=k.CENTRE_ID, ground="separate_consent", classes=("claims",))
    refused(course, grant, "nobody_holds", COURT)
    assert CENTRE


# A recall from above.


def test_the_level_right_above_recalls_what_nobody_accepted_and_the_window_runs_on() -> None:
    course = down_to_the_city()
    last_day = due_on(course, "T03")
    recall = c.Recall(explanation="x", by_id=k.CHILD_ID)
    for stranger in (k.CENTRE_ID, GRANDCHILD_ID, k.OTHER_CENTRE_ID, None):
        refused(course, replace(recall, by_id=stranger), "not_right_above")

    course.later(1).do(recall)

    assert (course.at.holder_id, course.at.state) == (k.CHILD_ID, MediationState.AWAITING_ACCEPTANCE)
    assert set(course.at.audience) == {k.COURT_ID, k.CHILD_ID, k.CENTRE_ID, k.ROOT_ID}
    assert due_on(course, "T03") == last_day
    assert course.facts[-1].type == "referral.recalled"
    assert [(x.act, x.from_id) for x in course.at.dossier.sharings][-1] == ("recall", GRANDCHILD_ID)
    chain = chain_of(course.at, course.today, course.book.calendar)
    assert [(link.act, link.level, link.ending) for link in chain.links][-2:] == [
        (Act.DISPATCHED, 2, "recalled"),
        (Act.RECALLED, 1, None),
    ]
    course.do(replace(dispatch(course), organisation=GRANDCHILD)).past("T03").do(recall)
    assert (course.at.holder_id, course.at.state) == (k.CHILD_ID, MediationState.OVERDUE)
    course.do(replace(recall, by_id=k.CENTRE_ID))
    refused(course, replace(recall, by_id=k.ROOT_ID), "not_dispatched")
    assert chain_of(course.at, course.today, course.book.calendar).named_id == k.CENTRE_ID


def test_what_was_accepted_is_neither_recalled_nor_dispatched() -> None:
    course = Course().delegate()
    course.do(dispatch(course)).do(accept(course))

    refused(course, c.Recall(explanation="x", by_id=k.CENTRE_ID), "action_not_possible")
    refused(course, dispatch(course), "action_not_possible")
