"""Who signs the agreement for a party: whoever acts for it on that day and may settle."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from app.domain import commands as c
from app.domain.codes import CODE_LISTS
from app.domain.dossier import RepresentativeDetails
from app.domain.guards.agents import OF_AGENTS, acts_on, may_settle
from app.domain.lifecycle.states import AgreementState, Kind, SignerRole, Track
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused

AGENT = c.AddRepresentative(
    party_id=k.APPLICANT, kind="agent", authority="special", details=RepresentativeDetails(name="周某")
)
MAY_ONLY_WITH_MANDATE = {"agent", "elected_workers_representative"}


def represented(course: Course, adding: c.AddRepresentative = AGENT) -> c.Sign:
    """What a new representative of the course signs for its party."""
    course.do(adding)
    who = course.at.dossier.representatives[-1]
    return c.Sign(role=SignerRole.PARTY, party_id=adding.party_id, means="handwritten", representative_id=who.id)


def test_an_agent_with_special_authority_signs_and_is_named() -> None:
    course = Course().drafted()
    sign = represented(course)
    own = replace(sign, party_id=k.RESPONDENT, representative_id=None)

    course.do(sign)

    assert course.at.signatures[-1].representative_id == sign.representative_id
    assert course.facts[-1].facts["representative_id"] == str(sign.representative_id)
    assert {"CPLI_147", "PD_AGENT_SIGNS"} == {*OF_AGENTS} & {*course.facts[-1].sources}
    refused(course, replace(sign, representative_id=None), "already_signed")

    course.do(own)
    assert course.at.agreement is not None
    assert course.at.agreement.state is AgreementState.EFFECTIVE
    assert "representative_id" not in course.facts[-1].facts
    assert not {*OF_AGENTS} & {*course.facts[-1].sources}


def test_without_special_authority_nobody_settles_save_whose_power_no_mandate_gives() -> None:
    for kind in (code.code for code in CODE_LISTS["representative_kind"]):
        for authority in (code.code for code in CODE_LISTS["authority_scope"]):
            course = Course().drafted()
            sign = represented(course, replace(AGENT, kind=kind, authority=authority))
            if kind in MAY_ONLY_WITH_MANDATE and authority == "general":
                refusal = refused(course, sign, "special_authority_missing")
                assert refusal.pointer == "/representative_id"
            else:
                course.do(sign)
                assert ("CPL_56" in course.facts[-1].sources) == (kind == "elected_workers_representative")

    assert may_settle("elected_workers_representative", "general", frozenset({"CPL_56"}))
    assert not may_settle("agent", "general", frozenset({"CPL_56"}))


def test_who_signs_acts_for_that_party_on_that_day() -> None:
    course = Course().drafted()
    sign = represented(course)
    assert sign.representative_id is not None

    refused(course, replace(sign, representative_id=UUID(int=9)), "part_unknown")
    assert refused(course, replace(sign, party_id=k.RESPONDENT), "part_unknown").pointer == "/representative_id"

    course.later(1).do(c.EndRepresentative(representative_id=sign.representative_id))
    refused(course, sign, "part_unknown")
    refused(course.later(1), sign, "part_unknown")

    first, ended = (course.today - timedelta(days=days) for days in (2, 1))
    (who,) = course.at.dossier.representatives
    assert (who.from_on, who.until_on) == (first, ended)
    days = (first - timedelta(days=1), first, ended)
    assert [acts_on(who, day) for day in days] == [False, True, False]
    assert [acts_on(replace(who, until_on=None), day) for day in days] == [False, True, True]


def test_a_new_text_too_is_signed_by_agents_who_may_settle_one_for_each_party() -> None:
    course = Course().effective()
    special, again, general = (
        represented(course, adding).representative_id
        for adding in (AGENT, AGENT, replace(AGENT, party_id=k.RESPONDENT, authority="general"))
    )
    assert special is not None
    assert again is not None
    assert general is not None
    own = c.AmendAgreement(terms=(k.promise(course.today),), agreed_by=k.BOTH, means="seal")

    def by(*agents: UUID) -> c.AmendAgreement:
        return replace(own, representative_ids=agents)

    refusal = refused(course, by(special, general), "special_authority_missing")
    assert refusal.pointer == "/representative_ids/1"
    assert refused(course, by(special, again), "part_unknown").pointer == "/representative_ids/1"
    assert refused(course, by(UUID(int=9), special), "part_unknown").pointer == "/representative_ids/0"

    course.do(by(special))
    signed = {x.party_id: x.representative_id for x in course.at.signatures}
    assert signed == {k.APPLICANT: special, k.RESPONDENT: None}
    assert course.facts[-1].facts["representative_ids"] == [str(special)]
    assert {"CPLI_147", "PD_AGENT_SIGNS"} == {*OF_AGENTS} & {*course.facts[-1].sources}

    course.do(own)
    assert "representative_ids" not in course.facts[-1].facts
    assert not {*OF_AGENTS} & {*course.facts[-1].sources}


def test_an_agent_signs_for_a_guarantor_and_before_a_judge_too() -> None:
    course = Course().agreed()
    surety = c.Guarantor(k.RELATED, consented=True)
    course.do(c.DraftAgreement(terms=(k.promise(course.today),), guarantors=(surety,)))
    general = represented(course, replace(AGENT, party_id=k.RELATED, authority="general"))
    special = represented(course, replace(AGENT, party_id=k.RELATED))
    for signature in course.signatures:
        course.do(signature)

    refused(course, replace(general, role=SignerRole.GUARANTOR), "special_authority_missing")
    course.do(replace(special, role=SignerRole.GUARANTOR))
    assert course.at.signatures[-1].representative_id == special.representative_id

    judged = Course(track=Track.JUDGE_LED, kind=Kind.ASSISTED).drafted()
    judged.do(replace(AGENT, authority="general"), COURT)
    acting = judged.at.dossier.representatives[-1].id
    sign = replace(general, party_id=k.APPLICANT, representative_id=acting)
    refused(judged, sign, "special_authority_missing", COURT)
