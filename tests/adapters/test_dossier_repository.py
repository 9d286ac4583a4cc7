"""Every kind of referral and all that is recorded around it is loaded as it was saved, and seen by whom it concerns."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import asyncpg
import pytest

from app.adapters.database.roles import connected
from app.adapters.ids import new_id
from app.domain.access import TenantKind
from app.domain.dossier import (
    CaseNumber,
    Claim,
    Dossier,
    Material,
    Message,
    Notice,
    Particulars,
    Representative,
    RepresentativeDetails,
    ServiceAddress,
    Urging,
)
from app.domain.lifecycle.states import Kind, Machine, MediationState, StatementState, TransferState
from app.domain.parts import SeriesId
from app.domain.ports import Filing, Sought
from app.domain.referral import MediationSession, MediatorAssignment, Procedure, ProcedureId, SessionId
from app.domain.series import Series
from tests.adapters.aggregates import (
    APPLICANT,
    DAY,
    RESPONDENT,
    a_caller,
    a_clock,
    a_party,
    a_place,
    a_referral,
    loaded,
    moved,
    opened,
)

WORDS = "请求支付货款"


@pytest.fixture
async def place(engine):
    return await a_place(engine)


def without_texts(referral):
    """As it is loaded: what is personal is not there."""
    dossier = referral.dossier
    bare = {
        "representatives": tuple(replace(x, details=None) for x in dossier.representatives),
        "claims": tuple(replace(x, text=None) for x in dossier.claims),
        "service_addresses": tuple(replace(x, address=None) for x in dossier.service_addresses),
        "materials": tuple(replace(x, title=None) for x in dossier.materials),
        "messages": tuple(replace(x, text=None) for x in dossier.messages),
        "urgings": tuple(replace(x, text=None, answer=None) for x in dossier.urgings),
    }
    return replace(
        referral,
        parties=tuple(replace(x, details=None) for x in referral.parties),
        particulars=replace(referral.particulars, clerk=None, judge=None, facts_and_reasons=None),
        dossier=replace(dossier, **bare),
        chain=b"",
    )


def a_full_dossier(party_id):
    return Dossier(
        case_numbers=(CaseNumber(new_id(), "court", "(2025)京0105民诉前调1号", "（2025）京0105民诉前调1号"),),
        representatives=(
            Representative(
                new_id(),
                party_id,
                "lawyer",
                "special",
                DAY,
                details=RepresentativeDetails("王律师", "resident_id", "110105194912310021", "13700137000"),
            ),
        ),
        claims=(Claim(new_id(), party_id, "payment", Decimal("9999999999999999.99"), "open", DAY, text=WORDS),),
        service_addresses=(ServiceAddress(new_id(), party_id, "postal", DAY, "上海市某路2号"),),
        materials=(
            Material(new_id(), "evidence", "party", "requested", party_id, DAY, DAY + timedelta(days=5), title="借条"),
            Material(new_id(), "judgment", "court", "supplied", None, sha256="0a" * 32, media_type="application/pdf"),
        ),
        notices=(Notice(new_id(), party_id, "session", "sms", DAY, "sent"),),
        messages=(Message(new_id(), "court", "question", DAY, text="何时开始"),),
        urgings=(Urging(new_id(), "court", "progress", DAY, DAY + timedelta(days=2), text="请尽快"),),
    )


PARTICULARS = Particulars(
    filed_on=DAY,
    procedure_type="small_claims",
    claim_amount=Decimal("12345678901234.56"),
    preservation=True,
    preserved_on=DAY,
    priority="urgent",
    sensitivities=("group", "minor"),
    intake_source="court",
    subsidy_payer="court",
    arbitration="wage_iou",
    business_status="on_hold",
    business_reason="holiday",
    clerk="赵书记员",
    judge="钱法官",
    facts_and_reasons="双方因货款发生争议",
)


@pytest.mark.parametrize("kind", Kind)
async def test_every_kind_is_loaded_as_it_was_opened(place, kind):
    new = a_referral(place, kind, particulars=PARTICULARS, clocks=(a_clock(),))
    new = replace(new, dossier=a_full_dossier(new.parties[0].id))

    got = await opened(place, new)

    assert replace(got, chain=b"") == without_texts(new)


async def test_without_being_asked_for_the_dossier_is_not_loaded(place):
    new = a_referral(place)
    new = replace(new, dossier=a_full_dossier(new.parties[0].id))
    await opened(place, new)

    async with place.unit_of_work(place.court_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=place.court_id, referral_id=new.id))

    assert found.record.referral.dossier == Dossier()
    assert found.record.filing.case_numbers == new.dossier.case_numbers


async def test_a_change_of_every_list_is_loaded_and_leaves_the_texts(place):
    new = a_referral(place)
    first = await opened(place, replace(new, dossier=a_full_dossier(new.parties[0].id)))
    told, party = first.dossier, first.parties[0].id
    later = DAY + timedelta(days=1)
    changed = replace(
        told,
        case_numbers=(*told.case_numbers, CaseNumber(new_id(), "archive", "档1", "档1")),
        representatives=tuple(replace(x, until_on=later) for x in told.representatives),
        claims=tuple(
            replace(x, outcome="agreed", settled_on=later, settled_amount=Decimal("1.10")) for x in told.claims
        ),
        service_addresses=(*told.service_addresses, ServiceAddress(new_id(), party, "electronic", later, "a@b.cn")),
        materials=tuple(replace(x, state="received", received_on=later) for x in told.materials),
        notices=tuple(replace(x, result="received", result_on=later) for x in told.notices),
        messages=(*told.messages, Message(new_id(), "organisation", "answer", later, told.messages[0].id, "明天")),
        urgings=tuple(replace(x, answered_on=later, answer="已办") for x in told.urgings),
    )

    second = await moved(place, first, dossier=changed)

    assert second.dossier == without_texts(replace(new, dossier=changed)).dossier
    lists = ("representatives", "claims", "service_addresses", "materials", "messages", "urgings")
    async with place.unit_of_work(place.court_id) as tx:
        shown = await tx.referrals.dossier(new.id, place.court_id, lists)
    assert shown.representatives[0].details == RepresentativeDetails(
        "王律师", "resident_id", "110105194912310021", "13700137000"
    )
    assert [x.text for x in shown.claims] == [WORDS]
    assert [x.address for x in shown.service_addresses] == ["上海市某路2号", "a@b.cn"]
    assert [x.title for x in shown.materials] == ["借条", None]
    assert [x.text for x in shown.messages] == ["何时开始", "明天"]
    assert [(x.text, x.answer) for x in shown.urgings] == [("请尽快", "已办")]
    assert shown.case_numbers == shown.notices == ()


async def test_a_title_that_comes_with_the_material_replaces_that_of_the_request(place):
    new = a_referral(place)
    first = await opened(place, replace(new, dossier=a_full_dossier(new.parties[0].id)))
    asked = first.dossier.materials[0]
    supplied = replace(asked, state="supplied", supplied_on=DAY, title="借条原件")

    await moved(place, first, dossier=replace(first.dossier, materials=(supplied, *first.dossier.materials[1:])))

    async with place.unit_of_work(place.court_id) as tx:
        shown = await tx.referrals.dossier(new.id, place.court_id, ("materials",))
    assert shown.materials[0] == supplied


async def test_particulars_are_put_right_one_by_one(place):
    """What a change does not name stays, the encrypted names of court staff too."""
    first = await opened(place, a_referral(place, Kind.POST_FILING, particulars=PARTICULARS))
    change = replace(first.particulars, judge="孙法官", claim_amount=Decimal("5.00"), sensitivities=())

    second = await moved(place, first, particulars=change)

    async with place.unit_of_work(place.court_id) as tx:
        shown = await tx.referrals.particulars(first.id, place.court_id)
    assert shown == replace(PARTICULARS, judge="孙法官", claim_amount=Decimal("5.00"), sensitivities=())
    assert second.particulars == replace(shown, clerk=None, judge=None, facts_and_reasons=None)


async def test_the_new_parts_of_a_course_are_loaded_as_they_were_saved(place):
    first = await opened(place, a_referral(place, Kind.POST_FILING))
    turn = MediatorAssignment(new_id(), place.mediator_id, DAY, lead=True)
    session = MediationSession(SessionId(new_id()), 1, "online", "scheduled", DAY)
    procedures = (
        Procedure(ProcedureId(new_id()), Machine.MEDIATION_STATEMENT, StatementState.REQUESTED, DAY),
        Procedure(ProcedureId(new_id()), Machine.TRANSFER_TO_TRIAL, TransferState.FEE_NOTICED, DAY),
    )
    second = await moved(place, first, mediators=(turn,), sessions=(session,), procedures=procedures)
    parts = {
        "mediators": (replace(turn, ended_on=DAY, reason="recusal"),),
        "sessions": (replace(session, state="cancelled", reason="party_request"),),
        "procedures": (
            replace(procedures[0], state=StatementState.MADE, served_party_ids=(first.parties[0].id,)),
            replace(procedures[1], fee_amount=Decimal("50.00"), pay_by=DAY),
        ),
        "reported_on": DAY,
        "mediation_started_on": DAY,
        "cancel_requested_on": DAY,
        "chosen_organisation_id": place.organisation_id,
    }

    third = await moved(place, second, **parts)

    assert replace(third, chain=b"") == replace(second, version=3, chain=b"", **parts)


async def test_the_court_of_a_procedure_sees_the_referral_and_all_under_it(place):
    new = a_referral(place, Kind.DIRECT)
    first = await opened(place, replace(new, dossier=a_full_dossier(new.parties[0].id)))
    confirmation = Procedure(
        ProcedureId(new_id()), Machine.JUDICIAL_CONFIRMATION, "applied", DAY, court_id=place.other_court_id
    )

    second = await moved(place, first, by=place.centre, procedures=(confirmation,))

    court = place.other_court_id
    async with place.unit_of_work(court) as tx:
        seen = await tx.referrals.load(Sought(tenant_id=court, procedure_id=confirmation.id, with_dossier=True))
        page = await tx.referrals.page(a_caller(TenantKind.COURT, court), after_id=None, limit=5)
        claims = await tx.referrals.dossier(new.id, court, ("claims",))
    assert seen.record.referral == second
    assert [record.referral.id for record in page] == [new.id]
    assert claims.claims[0].text == WORDS
    await no_faults(place)


async def no_faults(place):
    async with place.unit_of_work(None) as tx:
        assert await tx.evidence.faults(limit=10) == ()


async def test_who_left_sees_nothing_of_the_dossier(place):
    new = a_referral(place)
    first = await opened(place, replace(new, dossier=a_full_dossier(new.parties[0].id)))

    await moved(place, first, holder_id=None, holder_ancestor_ids=(), state=MediationState.UNASSIGNED)

    for tenant in (place.organisation_id, place.head_office_id):
        async with place.unit_of_work(tenant) as tx:
            found = await tx.referrals.load(Sought(tenant_id=tenant, referral_id=new.id, with_dossier=True))
            shown = await tx.referrals.dossier(new.id, tenant, ("claims", "messages", "case_numbers"))
            said = await tx.referrals.particulars(new.id, tenant)
            page = await tx.referrals.page(a_caller(TenantKind.ORGANISATION, tenant), after_id=None, limit=5)
        assert found.record is None
        assert (shown, said, page) == (Dossier(), Particulars(), ())
    await no_faults(place)


# Disputes and series ------------------------------------------------------------------------------------------------


async def test_a_dispute_is_gone_on_with_and_seen_by_all_who_see_one_of_its_referrals(place):
    first = await opened(place, a_referral(place))
    alone = a_referral(place, Kind.DIRECT, dispute_id=first.dispute_id, holder_ancestor_ids=())

    second = await opened(place, alone, by=place.centre)

    assert second.dispute_id == first.dispute_id
    assert await viewers_of(place, "disputes", first.dispute_id) == {
        place.court_id,
        place.organisation_id,
        place.head_office_id,
    }
    await moved(place, first, holder_id=None, holder_ancestor_ids=())
    assert await viewers_of(place, "disputes", first.dispute_id) == {place.court_id, place.organisation_id}
    await no_faults(place)


async def viewers_of(place, table, row_id):
    async with place.unit_of_work(None) as tx:
        return set(await tx.session.value(f"SELECT viewers FROM {table} WHERE id = $1", row_id))


async def known(place, tenant, **wanted):
    async with place.unit_of_work(tenant) as tx:
        return await tx.referrals.load(Sought(tenant_id=tenant, **wanted))


async def test_a_dispute_is_known_to_those_who_see_it_only(place):
    first = await opened(place, a_referral(place))

    for tenant, expected in ((place.court_id, True), (place.head_office_id, True), (place.other_court_id, False)):
        found = await known(place, tenant, dispute_id=first.dispute_id)
        assert found.dispute_known is expected
    assert (await known(place, place.court_id, dispute_id=new_id())).dispute_known is False


async def test_referrals_that_change_hands_at_once_leave_their_dispute_to_the_right_viewers(place):
    """The naive version takes the other referral's viewers from before the other's change, and somebody stays."""
    first = await opened(place, a_referral(place))
    second = await opened(place, a_referral(place, dispute_id=first.dispute_id))

    gone = {"holder_id": None, "holder_ancestor_ids": ()}
    await asyncio.gather(*(moved(place, x, by=place.court, **gone) for x in (first, second)))

    assert await viewers_of(place, "disputes", first.dispute_id) == {place.court_id}


def a_series(owner, **other):
    return Series(SeriesId(new_id()), "same_respondent", owner, DAY, **{"name": "某公司欠薪系列", **other})


async def add(place, series, owner):
    async with place.unit_of_work(owner) as tx:
        await tx.series.add(series)


async def test_a_series_is_seen_by_its_owner_and_by_all_who_see_a_member(place):
    series = a_series(place.court_id)
    await add(place, series, place.court_id)
    first = await opened(place, a_referral(place))
    assert not (await known(place, place.organisation_id, referral_id=first.id, series_id=series.id)).series_known

    joined = await moved(place, first, by=place.court, series_id=series.id)

    assert joined.series_id == series.id
    for tenant in (place.court_id, place.organisation_id, place.head_office_id):
        async with place.unit_of_work(tenant) as tx:
            assert await tx.series.page(tenant, only=series.id) == (series,)
            assert await tx.series.page(tenant, limit=5) == (series,)
            assert await tx.series.page(tenant, after_id=series.id, limit=5) == ()
        assert (await known(place, tenant, referral_id=first.id, series_id=series.id)).series_known
    async with place.unit_of_work(place.other_court_id) as tx:
        assert await tx.series.page(place.other_court_id, limit=5) == ()
    await no_faults(place)

    await moved(place, joined, by=place.centre, series_id=None)

    assert await viewers_of(place, "series", series.id) == {place.court_id}
    await no_faults(place)


async def test_a_referral_may_be_opened_in_a_series(place):
    series = a_series(place.court_id, name=None)
    await add(place, series, place.court_id)

    await opened(place, a_referral(place, series_id=series.id), by=place.court)

    async with place.unit_of_work(place.organisation_id) as tx:
        assert await tx.series.page(place.organisation_id, only=series.id) == (series,)
    await no_faults(place)


# Before an opening --------------------------------------------------------------------------------------------------


async def test_an_opening_finds_who_opens_and_whom_it_names(place):
    court = await known(place, place.court_id, organisation_id=place.organisation_id, court_id=place.other_court_id)
    body = await known(place, place.body_id)
    centre = await known(place, place.organisation_id, organisation_id=place.organisation_id)

    assert (court.court.id, court.named_court.id) == (place.court_id, place.other_court_id)
    assert (body.court, body.referring_body.id) == (None, place.body_id)
    assert (centre.court, centre.referring_body, centre.organisation.id) == (None, None, place.organisation_id)


async def test_a_transferred_referral_comes_with_its_referring_body(place):
    first = await opened(place, a_referral(place, Kind.TRANSFERRED))

    found = await known(place, place.organisation_id, referral_id=first.id, court_id=place.other_court_id)

    assert (found.court, found.referring_body.id) == (None, place.body_id)
    assert found.named_court.id == place.other_court_id


async def duplicates(place, tenant, applicants, respondents):
    async with place.unit_of_work(tenant) as tx:
        side = tx.referrals.side_of
        found = await tx.referrals.load(
            Sought(tenant_id=tenant, applicants=side(applicants), respondents=side(respondents))
        )
    return [duplicate.referral_id for duplicate in found.duplicates]


PERSON, COMPANY = ("natural_person", APPLICANT), ("legal_person", RESPONDENT)


async def test_a_possible_duplicate_shares_an_applicant_and_a_respondent(place):
    first = await opened(place, a_referral(place))
    other = ("natural_person", replace(APPLICANT, id_number="320922199001010018"))
    spelled = ("legal_person", replace(RESPONDENT, name=" 某某商贸有限公司　"))

    assert await duplicates(place, place.court_id, [PERSON], [COMPANY]) == [first.id]
    assert await duplicates(place, place.court_id, [other, PERSON], [spelled]) == [first.id]
    assert await duplicates(place, place.court_id, [other], [COMPANY]) == []
    assert await duplicates(place, place.court_id, [COMPANY], [PERSON]) == [first.id]
    assert await duplicates(place, place.court_id, [PERSON], []) == []
    assert await duplicates(place, place.court_id, [PERSON, COMPANY], []) == []
    nameless = ("legal_person", replace(APPLICANT, id_number=None))
    assert await duplicates(place, place.court_id, [nameless], [COMPANY]) == []


@pytest.mark.parametrize(("first_known", "then_known"), [(True, False), (False, True), (False, False)])
async def test_a_party_is_found_by_its_name_where_one_time_nobody_gave_a_number(place, first_known, then_known):
    numbers = {True: APPLICANT.id_number, False: None}
    before, now = (replace(APPLICANT, id_number=numbers[known]) for known in (first_known, then_known))
    parties = (a_party("applicant", before), a_party("respondent", RESPONDENT, "legal_person"))
    first = await opened(place, a_referral(place, parties=parties))

    assert await duplicates(place, place.court_id, [("natural_person", now)], [COMPANY]) == [first.id]
    assert await duplicates(place, place.court_id, [COMPANY], [("natural_person", now)]) == [first.id]


async def test_a_party_of_the_same_name_with_another_number_is_another(place):
    await opened(place, a_referral(place))
    namesake = ("natural_person", replace(APPLICANT, id_number="320922199001010018"))

    assert await duplicates(place, place.court_id, [namesake], [COMPANY]) == []


async def test_possible_duplicates_are_the_callers_own_and_few(place):
    made = [(await opened(place, a_referral(place))).id for _ in range(7)]

    assert await duplicates(place, place.court_id, [PERSON], [COMPANY]) == made[:1:-1]
    assert await duplicates(place, place.other_court_id, [PERSON], [COMPANY]) == []


async def test_a_possible_duplicate_is_found_among_many_referrals_of_one_side(place):
    """One side has more referrals than are gone through; the other side's few still lead there."""
    first = await opened(place, a_referral(place))
    for number in range(105):
        someone = a_party("applicant", replace(APPLICANT, name=f"某人{number}", id_number=None))
        await opened(place, a_referral(place, parties=(someone, a_party("respondent", RESPONDENT, "legal_person"))))
    swamped = [("legal_person", replace(RESPONDENT, name="新公司")), COMPANY]

    assert await duplicates(place, place.court_id, [PERSON], swamped) == [first.id]
    someone = ("natural_person", replace(APPLICANT, name="某人104", id_number=None))
    assert len(await duplicates(place, place.court_id, [someone, PERSON], [COMPANY])) == 2


async def test_referrals_of_strangers_hide_no_possible_duplicate(place):
    first = await opened(place, a_referral(place))
    for _ in range(105):
        await opened(place, a_referral(place, court_id=place.other_court_id))

    assert await duplicates(place, place.court_id, [PERSON], [COMPANY]) == [first.id]


async def test_two_openings_with_the_same_parties_pass_one_after_the_other(place):
    passed = []

    async def come(n):
        async with place.unit_of_work(place.court_id) as tx:
            hashes = tx.referrals.side_of([PERSON, COMPANY] if n % 2 else [COMPANY, PERSON]).hashes
            await tx.referrals.hold_parties(hashes)
            passed.append(("in", n))
            await asyncio.sleep(0)
            await tx.referrals.hold_parties(hashes)
            passed.append(("out", n))

    await asyncio.gather(*(come(n) for n in range(4)))

    assert [word for word, _ in passed] == ["in", "out"] * 4
    assert all(passed[i][1] == passed[i + 1][1] for i in range(0, 8, 2))


# What the database itself refuses -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": Kind.PRE_FILING, "court_id": None},
        {"kind": Kind.DIRECT, "court_id": "court"},
        {"kind": Kind.TRANSFERRED, "referring_body_id": None},
        {"kind": Kind.PRE_FILING, "referring_body_id": "body"},
    ],
)
async def test_a_referral_without_the_referrer_of_its_kind_is_refused(place, wrong):
    ids = {"court": place.court_id, "body": place.body_id}
    new = a_referral(place, **{name: ids.get(value, value) for name, value in wrong.items()})

    with pytest.raises(asyncpg.CheckViolationError, match="ck_referrals_referrer"):
        await opened(place, new)


async def test_nothing_personal_of_the_dossier_is_stored_in_the_clear(place, database_urls):
    new = a_referral(place, particulars=PARTICULARS)
    first = await opened(place, replace(new, dossier=a_full_dossier(new.parties[0].id)))
    urging = replace(first.dossier.urgings[0], answered_on=DAY, answer="立即办理")
    await moved(place, first, dossier=replace(first.dossier, urgings=(urging,)))
    await add(place, a_series(place.court_id), place.court_id)
    words = ["王律师", "110105194912310021", "13700137000", WORDS, "上海市某路2号", "借条", "何时开始", "请尽快"]
    words += ["立即办理", "赵书记员", "钱法官", "双方因货款发生争议", "某公司欠薪系列"]

    async with connected(database_urls.superuser_url) as superuser:
        names = await superuser.fetch(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
        )
        dumps = {n[0]: await superuser.fetchval(f"SELECT string_agg(x::text, '|') FROM {n[0]} AS x") for n in names}

    forms = [form for word in words for form in (word, word.encode().hex())]
    assert [(n, form) for n, dump in dumps.items() for form in forms if dump and form in dump] == []
    assert all(dumps[table] for table in ("representatives", "claims", "urgings", "series"))


async def test_case_numbers_of_the_filing_and_of_the_dossier_are_one_list(place):
    number = CaseNumber(new_id(), "court", "(2025)京01号", "（2025）京01号")

    first = await opened(place, a_referral(place), Filing(case_numbers=(number,)))

    assert first.dossier.case_numbers == (number,)
    assert (await loaded(place, first.id)).dossier.case_numbers == (number,)
