"""Lists: whatever is asked, a page shows what the domain says it must, in order, whoever asks."""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.database.engine import make_engine
from app.adapters.database.referral_pages import TEXTS_MAX, _page, page_of
from app.adapters.database.roles import connected
from app.adapters.ids import new_id
from app.bench import growth
from app.domain.access import TenantKind
from app.domain.dossier import CaseNumber, Particulars
from app.domain.lifecycle.states import AgreementState, Kind, Machine, MediationState, Stage, Track
from app.domain.parts import SeriesId
from app.domain.ports import Filing
from app.domain.referral import Agreement, Procedure, ProcedureId
from app.domain.selection import EVERYTHING, Selection
from app.domain.series import Series
from tests.adapters.aggregates import DAY, a_caller, a_clock, a_place, a_referral, opened
from tests.conftest import cloned

COUNT = 160
CAUSES = ("14", "88", "88.1", None)
PROCEDURES = (
    None,
    (Machine.JUDICIAL_CONFIRMATION, "applied"),
    (Machine.JUDICIAL_CONFIRMATION, "confirmed"),
    (Machine.MEDIATION_STATEMENT, "made"),
    (Machine.CASE_REGISTRATION, "handed_over"),
    (Machine.TRANSFER_TO_TRIAL, "fee_noticed"),
    (Machine.LABOUR_ARBITRATION, "taken_by_commission"),
)


@pytest.fixture(scope="module")
async def engine(module_database_urls):
    engine = make_engine(module_database_urls.app_url, 4)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="module")
async def place(engine):
    return await a_place(engine)


@pytest.fixture(scope="module")
async def others(engine):
    """Another court and its organisation, whose referrals nobody else may see."""
    return await a_place(engine)


def a_random_referral(place, chance, number, series_id, dispute_id):
    kind = chance.choice(tuple(Kind))
    new = a_referral(
        place,
        kind,
        state=chance.choice(tuple(MediationState)),
        cause_code=chance.choice(CAUSES),
        opened_on=DAY + timedelta(days=chance.randrange(6)),
        clocks=(a_clock(due_on=DAY + timedelta(days=chance.randrange(10))),) if chance.random() < 0.5 else (),
        particulars=Particulars(
            priority=chance.choice(("normal", "urgent")), business_status=chance.choice((None, "on_hold"))
        ),
        series_id=series_id if chance.random() < 0.2 else None,
        holder_ancestor_ids=() if chance.random() < 0.3 else (place.head_office_id,),
    )
    if chance.random() < 0.2:
        new = replace(new, dispute_id=dispute_id)
    chosen = [chance.choice(PROCEDURES) for _ in range(chance.randrange(3))]
    procedures = tuple(
        Procedure(ProcedureId(new_id()), found[0], found[1], DAY, court_id=chance.choice((None, place.other_court_id)))
        for found in chosen
        if found is not None
    )
    state = chance.choice((None, AgreementState.EFFECTIVE, AgreementState.REFUSED))
    agreement = None if state is None else Agreement(new_id(), state, partial=False, drafted_on=DAY)
    return replace(new, procedures=procedures, agreement=agreement)


async def fill(place, count, seed):
    """Referrals with their filings, oldest first."""
    chance = random.Random(seed)
    series = Series(SeriesId(new_id()), "same_cause", place.court_id, DAY)
    async with place.unit_of_work(place.court_id) as tx:
        await tx.series.add(series)
    dispute_id, made = new_id(), []
    for number in range(count):
        new = a_random_referral(place, chance, number, series.id, dispute_id)
        numbers = (CaseNumber(new_id(), "court", f"{number % 9}", f"{number % 9}"),) * (number % 2)
        filing = Filing(chance.choice((None, "ref-1", "ref-2")), numbers)
        made.append((await opened(place, new, filing), filing))
    return made


@pytest.fixture(scope="module")
async def made(place, others):
    await fill(others, 20, 2)
    return await fill(place, COUNT, 1)


def passes(referral, filing, wanted):
    """What the page must show, said over the domain's own values."""
    asked = (
        (wanted.kind, referral.kind),
        (wanted.track, referral.track),
        (wanted.state, referral.state),
        (wanted.stage, referral.stage),
        (wanted.court_id, referral.court_id),
        (wanted.organisation_id, referral.holder_id),
        (wanted.court_reference, filing.court_reference),
        (wanted.priority, referral.particulars.priority),
        (wanted.business_status, referral.particulars.business_status),
        (wanted.series_id, referral.series_id),
        (wanted.dispute_id, referral.dispute_id),
    )
    due = [clock.due_on for clock in referral.clocks]
    return (
        all(wish is None or wish == found for wish, found in asked)
        and (wanted.cause_codes is None or referral.cause_code in wanted.cause_codes)
        and (wanted.opened_from is None or referral.opened_on >= wanted.opened_from)
        and (wanted.opened_to is None or referral.opened_on <= wanted.opened_to)
        and (wanted.due_before is None or any(day < wanted.due_before for day in due))
        and (wanted.case_number is None or wanted.case_number in {n.normalised for n in filing.case_numbers})
    )


def maybe(values):
    return st.one_of(st.none(), st.none(), st.none(), st.sampled_from(values))


def selections(place, made):
    series = [referral.series_id for referral, _ in made if referral.series_id is not None]
    disputes = [referral.dispute_id for referral, _ in made]
    days = [DAY + timedelta(days=n) for n in range(8)]
    many = frozenset(str(n) for n in range(60))
    return st.builds(
        Selection,
        kind=maybe(tuple(Kind)),
        track=maybe(tuple(Track)),
        state=maybe(tuple(MediationState)),
        stage=maybe(tuple(Stage)),
        cause_codes=maybe((frozenset({"88"}), frozenset({"88", "88.1"}), frozenset({"1"}), frozenset(), many)),
        court_id=maybe((place.court_id, place.other_court_id)),
        organisation_id=maybe((place.organisation_id, place.head_office_id)),
        opened_from=maybe(days),
        opened_to=maybe(days),
        due_before=maybe(days),
        case_number=maybe(("1", "3", "x")),
        court_reference=maybe(("ref-1", "x")),
        priority=maybe(("normal", "urgent")),
        business_status=maybe(("on_hold", "done")),
        series_id=maybe((series[0], new_id())),
        dispute_id=maybe((disputes[0], disputes[-1], new_id())),
        oldest_first=st.booleans(),
    )


async def ids_of(place, caller, selection, after_id, limit):
    async with place.unit_of_work(caller.tenant_id) as tx:
        page = await tx.referrals.page(caller, after_id=after_id, limit=limit, selection=selection)
    return [record.referral.id for record in page]


@given(data=st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
async def test_a_page_shows_what_was_asked_for_in_order_and_nothing_else(place, made, data):
    """Any mix of filters, for any kind of caller, against the same question put to the domain."""
    wanted = data.draw(selections(place, made))
    caller = data.draw(st.sampled_from(callers(place)))
    limit = data.draw(st.sampled_from((1, 4, 200)))
    expected = [r.id for r, filing in made if caller.tenant_id in r.audience and passes(r, filing, wanted)]
    expected = expected if wanted.oldest_first else expected[::-1]

    first = await ids_of(place, caller, wanted, None, limit)

    assert first == expected[:limit]
    if first:
        assert await ids_of(place, caller, wanted, first[-1], limit) == expected[limit : 2 * limit]


def callers(place):
    return [place.court, place.centre, place.head_office, place.referring_body, court_of_procedures(place)]


def court_of_procedures(place):
    return a_caller(TenantKind.COURT, place.other_court_id)


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("state", [None, MediationState.MEDIATION_ENDED, MediationState.CLOSED])
async def test_the_stage_of_a_list_is_that_of_the_domain(place, made, stage, state):
    expected = [r.id for r, _ in made if r.stage is stage and state in {None, r.state} and place.court_id in r.audience]

    assert await ids_of(place, place.court, Selection(stage=stage, state=state), None, 200) == expected[::-1]


async def test_an_operator_has_no_list(place, made):
    assert await ids_of(place, a_caller(TenantKind.OPERATOR, place.court_id), EVERYTHING, None, 5) == []


async def test_a_record_of_a_list_has_clocks_agreement_procedures_and_numbers(place, made):
    async with place.unit_of_work(place.court_id) as tx:
        page = await tx.referrals.page(place.court, after_id=None, limit=200)

    by_id = {referral.id: (referral, filing) for referral, filing in made}
    for record in page:
        whole, filing = by_id[record.referral.id]
        assert record.filing == filing
        assert record.referral.procedures == whole.procedures
        assert record.referral.agreement == whole.agreement
        assert record.referral.clocks == whole.clocks
        assert record.referral.particulars == whole.particulars


# How the server goes about it ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
async def many(database_server):
    """A database of its own with a few thousand slim rows: on fewer no index would be worth its while."""
    async for urls in cloned(database_server):
        async with connected(urls.superuser_url) as superuser:
            await growth.fill(superuser, 4_000)
        engine = make_engine(urls.app_url, 1)
        yield engine
        await engine.dispose()


BY_STATE = "ix_referral_viewers_viewer_id_state_referral_id"
WAY_IN = {
    "list": "pk_referral_viewers",
    "list_oldest": "pk_referral_viewers",
    "list_state": BY_STATE,
    "list_none": BY_STATE,
    "list_stage": BY_STATE,
    "list_confirmation": "ix_procedures_open",
    "list_cause": "ix_referral_viewers_viewer_id_cause_code_referral_id",
    "list_due": "referral_viewers",
    "list_holder": "pk_referral",
    "list_number": "ix_case_numbers_normalised",
}


@pytest.mark.parametrize("name", growth.LISTS)
async def test_a_list_comes_from_an_index_and_is_never_a_look_at_all_referrals(many, name):
    plan = await growth.plan_of(many, growth.LISTS[name])

    assert "Seq Scan" not in plan
    assert WAY_IN[name] in plan
    if name in {"list", "list_oldest"}:
        assert "Sort Key: v.referral_id" not in plan, "the page is taken in order, not out of everything"


async def test_every_page_of_the_bench_brings_what_its_name_says(many):
    pages = growth.pages_of(many, 4_000)

    brought = {name: len(await page()) for name, page in pages.items()}

    few = {"list_number": 1, "list_none": 0}
    assert brought == {name: few.get(name, growth.PAGE_ROWS) for name in brought}


def test_only_so_many_texts_are_remembered_whatever_is_asked(place):
    names = ("kind", "track", "priority", "business_status", "court_reference", "opened_from", "opened_to")
    for chosen in product((None, "x"), repeat=len(names)):
        for states in (None, *MediationState):
            page_of(Selection(state=states, **dict(zip(names, chosen, strict=True))), place.court_id, None, 50)

    assert _page.cache_info().currsize == TEXTS_MAX
