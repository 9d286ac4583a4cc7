"""Heirs and successors stand in a party's place: with its role, bound by what it signed, heard for themselves."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.domain import commands as c
from app.domain.guards.signing import missing_signers
from app.domain.lifecycle.room import ENTRIES_MAX
from app.domain.lifecycle.states import AgreementState, SignerRole, Track
from app.domain.referral import PartyDetails, PartyId
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import succession

HEIR = c.Resume(result="heir_joined")
NAMELESS = (c.NewHeir("natural_person", PartyDetails("张小三")),)
BODY = (c.NewHeir("legal_person", PartyDetails("新设公司", "credit_code", "91110000600037341L")),)


def heirs(course: Course) -> list[PartyId]:
    return [party.id for party in course.at.parties if party.succeeds_id is not None]


def consent(party_id: PartyId, *, given: bool = True) -> c.RecordConsent:
    return c.RecordConsent(party_id=party_id, kind="mediate", given=given)


def suspended(course: Course) -> Course:
    return course.do(c.Suspend(reason="death", party_id=k.APPLICANT))


def test_mediation_suspended_for_death_goes_on_with_heirs_who_agree_and_whose_identity_is_known() -> None:
    course = suspended(Course().mediating())
    assert refused(course, HEIR, "heirs_missing").pointer == "/result"
    course.do(succession(heirs=NAMELESS)).later(1)
    (heir,) = heirs(course)

    assert course.facts[-1].type == "party.succeeded"
    assert course.facts[-1].facts == {"party_id": str(k.APPLICANT), "ground": "death", "heir_ids": [str(heir)]}
    assert refused(course, HEIR, "consents_incomplete").facts["party_ids"] == [str(heir)]
    course.do(consent(heir))
    assert refused(course, HEIR, "identity_missing").facts["party_ids"] == [str(heir)]

    known = suspended(Course().mediating()).do(succession())
    known.do(consent(heirs(known)[0])).do(HEIR)
    gone = known.at.party(k.APPLICANT)
    assert gone is not None
    assert (known.at.state, gone.succession_ground, gone.must_agree) == ("mediating", "death", False)
    assert [party.role for party in known.at.agreeing_parties] == ["respondent", "applicant"]


def test_before_the_start_an_heir_is_identified_when_mediation_starts() -> None:
    course = suspended(Course().accepted()).do(succession(heirs=NAMELESS))

    course.do(consent(heirs(course)[0])).do(HEIR)

    assert course.at.state == "accepted"
    refused(course.do(k.assign()), k.begin(), "identity_missing")


def test_the_heirs_sign_where_the_party_had_not() -> None:
    course = Course().drafted().do(succession())
    (heir,) = heirs(course)

    refused(course, c.Sign(role=SignerRole.PARTY, party_id=k.APPLICANT, means="seal"), "signer_not_required")
    course.do(c.Sign(role=SignerRole.PARTY, party_id=heir, means="seal"))
    course.do(c.Sign(role=SignerRole.PARTY, party_id=k.RESPONDENT, means="seal"))

    assert course.at.agreement is not None
    assert course.at.agreement.state is AgreementState.EFFECTIVE


def test_what_a_party_signed_binds_those_who_succeed_it_and_theirs() -> None:
    course = Course().drafted().do(c.Sign(role=SignerRole.PARTY, party_id=k.APPLICANT, means="seal"))
    course.do(succession())
    course.do(succession(heirs(course)[0], heirs=NAMELESS))

    assert missing_signers(course.at) == {(SignerRole.PARTY, k.RESPONDENT)}
    assert course.at.standing(k.APPLICANT) == {heirs(course)[1]}
    refused(course, succession(), "party_succeeded")


def test_an_heir_performs_what_the_party_promised() -> None:
    course = (
        Course().effective().do(c.AmendAgreement(terms=(k.promise(date(2026, 12, 1)),), agreed_by=k.BOTH, means="seal"))
    )
    course.do(succession(k.RESPONDENT, ground="reorganisation", heirs=BODY))
    (successor,) = heirs(course)
    (term,) = course.at.agreement.terms  # type: ignore[union-attr]
    paying = {"amount": Decimal("400.00"), "confirmed_by": k.APPLICANT, "term_id": term.id}

    course.do(c.RecordPerformance(payer_party_id=successor, **paying))  # type: ignore[arg-type]

    assert course.at.bound_party_ids == {k.APPLICANT, successor}


def test_a_text_drafted_after_the_succession_names_the_heirs_and_not_the_party() -> None:
    course = Course().agreed().do(succession(k.RESPONDENT, ground="reorganisation", heirs=BODY))
    (successor,) = heirs(course)
    gone = k.promise(date(2026, 12, 1))
    stands = replace(gone, payer_party_id=successor)

    found = refused(course, c.DraftAgreement(terms=(stands, gone)), "party_succeeded")
    course.do(c.DraftAgreement(terms=(stands,)), course.leader)

    assert found.pointer == "/terms/1/payer_party_id"
    assert course.at.bound_party_ids == {k.APPLICANT, successor}


def test_all_who_stand_as_plaintiffs_withdraw_the_suit() -> None:
    course = Course(track=Track.POST_FILING_FIRST).effective().do(succession(), COURT)

    refused(course, c.ApplyForWithdrawal(applicant_ids=(k.APPLICANT,)), "plaintiff_required", COURT)

    course.do(c.ApplyForWithdrawal(applicant_ids=tuple(heirs(course))), COURT)


@pytest.mark.parametrize(
    ("given", "code", "pointer"),
    [
        ({"party_id": k.MEDIATOR}, "party_unknown", "/party_id"),
        ({"party_id": k.RESPONDENT}, "succession_ground_wrong", "/ground"),
        ({"ground": "reorganisation"}, "succession_ground_wrong", "/ground"),
        ({"succeeded_on": date(2099, 1, 1)}, "succession_day_wrong", "/succeeded_on"),
    ],
)
def test_a_succession_names_a_party_its_own_ground_and_no_day_to_come(
    given: dict[str, object], code: str, pointer: str
) -> None:
    course = Course().accepted()

    assert refused(course, succession(**given), code).pointer == pointer  # type: ignore[arg-type]

    before = course.today - timedelta(days=9)
    assert course.do(succession(succeeded_on=before)).at.parties[0].succeeded_on == before


def test_what_is_signed_in_the_name_of_the_dead_does_not_bind_their_heirs() -> None:
    course = Course().drafted()
    died = course.today
    course.later(3).do(c.Sign(role=SignerRole.PARTY, party_id=k.APPLICANT, means="seal"))

    course.do(succession(succeeded_on=died))

    assert missing_signers(course.at) == {(SignerRole.PARTY, k.RESPONDENT), (SignerRole.PARTY, heirs(course)[0])}


def test_nobody_succeeds_to_an_heir_before_it_was_one() -> None:
    course = Course().accepted()
    course.do(succession(succeeded_on=course.today - timedelta(days=3)))
    (heir,) = heirs(course)

    early = succession(heir, succeeded_on=course.today - timedelta(days=4))

    assert refused(course, early, "succession_day_wrong").pointer == "/succeeded_on"
    course.do(succession(heir, succeeded_on=course.today - timedelta(days=3)))


def test_heirs_of_heirs_are_bounded_and_their_chain_is_followed_to_its_end() -> None:
    course, last = Course().accepted(), k.APPLICANT
    for _ in range(ENTRIES_MAX - len(course.at.parties)):
        course.do(succession(last, heirs=NAMELESS))
        last = course.at.parties[-1].id

    assert course.at.standing(k.APPLICANT) == {last}
    assert refused(course, succession(last), "too_many_entries").facts["list"] == "parties"
