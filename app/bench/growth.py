"""What lists and feeds cost with few and with many referrals: the same pages on two databases, in turns.

Both are filled by SQL with slim rows of one court and one head office, so the caller's own part grows with the whole.
"""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import date
from statistics import median
from time import perf_counter
from uuid import UUID

import asyncpg
from sqlalchemy.ext.asyncio import AsyncEngine

from app.adapters.database.embedded import DATABASE
from app.adapters.database.engine import make_engine
from app.adapters.database.feed import FeedPages
from app.adapters.database.lending import begin_of, session_of
from app.adapters.database.referral_pages import PLAN_BY_VALUES, needs_own_plan, page_of
from app.adapters.database.roles import connected, make_database, url_of_database
from app.adapters.database.unit_of_work import DatabaseUnitOfWork
from app.adapters.secrets import new_key_ring_text, parse_key_ring
from app.bench.place import Place
from app.domain.access import SCOPES_OF, ClientId, OrganisationId, Principal, TenantId, TenantKind
from app.domain.lifecycle.states import MediationState, Stage
from app.domain.referral import ReferralId
from app.domain.selection import EVERYTHING, Selection

SMALL, LARGE = 2_000, 200_000
PAGE_ROWS = 51
"""Rows of a page of fifty and the one that tells whether there is a next."""

ROUNDS = 60
WARM_ROUNDS = 8
CENTRES = 20
COURT, HEAD_OFFICE = (UUID(int=n) for n in (1, 2))
FIRST_CENTRE = 100
A_CENTRE = OrganisationId(UUID(int=FIRST_CENTRE + 5))
DAY = date(2026, 1, 5)


def _id(number: str, family: int) -> str:
    """SQL of the id of a numbered row: in the order of the numbers, and unlike those of other families."""
    hexed = f"lpad(to_hex({number}), 12, '0')"
    return (
        f"(substr({hexed}, 1, 8) || '-' || substr({hexed}, 9, 4) || '-7000-8000-' || lpad('{family}', 12, '0'))::uuid"
    )


_CENTRE = f"lpad(to_hex({FIRST_CENTRE} + n % {CENTRES}), 32, '0')::uuid"
_VIEWERS = f"ARRAY['{COURT}'::uuid, {_CENTRE}, '{HEAD_OFFICE}'::uuid]"
_STATE = (
    "CASE WHEN n % 5 > 0 THEN 'closed' ELSE "
    "(ARRAY['awaiting_acceptance', 'accepted', 'mediating', 'term_expired', 'mediation_ended'])[n / 5 % 5 + 1] END"
)

TENANTS = (
    (
        f"INSERT INTO tenants (id, kind, name, recorded_at) VALUES ('{COURT}', 'court', 'c', now()), "
        f"('{HEAD_OFFICE}', 'organisation', 'h', now())"
    ),
    (
        f"INSERT INTO tenants SELECT lpad(to_hex({FIRST_CENTRE} + n), 32, '0')::uuid, 'organisation', 'o' || n, now() "
        f"FROM generate_series(0, {CENTRES - 1}) AS n"
    ),
    (
        "INSERT INTO courts (id, name, level, valid_from, recorded_at) "
        f"VALUES ('{COURT}', 'c', 'basic', '2012-01-01', now())"
    ),
    (
        "INSERT INTO organisations (id, name, kind, valid_from, recorded_at) "
        "SELECT id, name, 'industry', '2012-01-01', now() FROM tenants WHERE kind = 'organisation'"
    ),
)
ROWS = (
    f"INSERT INTO disputes SELECT {_id('n', 2)}, {_VIEWERS}, now() FROM generate_series(1, $1::int) AS n",
    f"""
    INSERT INTO referrals (id, dispute_id, viewers, kind, track, body, court_id, holder_id, holder_ancestor_ids,
        on_court_platform, cause_version, cause_code, state, version, chain, opened_on, last_fact_on, last_act_on,
        recorded_at, priority)
    SELECT {_id("n", 1)}, {_id("n", 2)}, {_VIEWERS}, 'pre_filing', 'pre_filing_2022', 'industry', '{COURT}', {_CENTRE},
        ARRAY['{HEAD_OFFICE}'::uuid], true, '2026', (n % 300)::text, {_STATE}, 1, decode(repeat('00', 32), 'hex'),
        '{DAY}'::date - ($1::int - n) / 500, '{DAY}', '{DAY}', now(),
        CASE WHEN n % 1000 = 0 THEN 'urgent' ELSE 'normal' END
    FROM generate_series(1, $1::int) AS n
    """,
    """
    INSERT INTO referral_viewers SELECT v, f.id, f.state, f.cause_code
    FROM referrals AS f CROSS JOIN LATERAL unnest(f.viewers) AS v
    """,
    f"""
    INSERT INTO case_numbers SELECT {_id("n", 3)}, {_id("n", 1)}, {_VIEWERS}, 'court', 'a' || n, 'a' || n
    FROM generate_series(1, $1::int) AS n
    """,
    f"""
    INSERT INTO clocks (id, referral_id, viewers, rule, region, state, started_on, raw_end_on, due_on, provisional,
        paused_days, closed_on)
    SELECT {_id("n", 4)}, {_id("n", 1)}, {_VIEWERS}, 'T05', 'mediation',
        CASE WHEN n % 5 > 0 THEN 'met' ELSE 'running' END, '{DAY}', '{DAY}', '{DAY}'::date + n % 60, false, 0,
        CASE WHEN n % 5 > 0 THEN '{DAY}'::date END
    FROM generate_series(1, $1::int) AS n
    """,
    f"""
    INSERT INTO procedures (id, referral_id, viewers, machine, state, opened_on, applicant_ids)
    SELECT {_id("n", 5)}, {_id("n", 1)}, {_VIEWERS}, 'judicial_confirmation',
        CASE WHEN n % 25 = 0 THEN 'under_review' ELSE 'confirmed' END, '{DAY}', '{{}}'
    FROM generate_series(1, $1::int) AS n WHERE n % 5 = 0
    """,
    f"""
    INSERT INTO agreements (id, referral_id, viewers, state, partial, drafted_on)
    SELECT {_id("n", 7)}, {_id("n", 1)}, {_VIEWERS}, 'agreement_effective', false, '{DAY}'
    FROM generate_series(1, $1::int) AS n WHERE n % 3 = 0
    """,
    f"""
    INSERT INTO events (id, subject_kind, subject_id, version, type, occurred_on, occurred_at, recorded_at, body, actor,
        audience, previous, hash)
    SELECT {_id("n", 6)}, 'referral', {_id("n", 1)}, 1, 'referral.delegated', '{DAY}', now(), now(),
        '{{"action": "delegate", "state_after": "awaiting_acceptance"}}', '{{"role": "court"}}', {_VIEWERS}, '', ''
    FROM generate_series(1, $1::int) AS n
    """,
    """
    INSERT INTO feed_entries SELECT tenant_id, row_number() OVER (PARTITION BY tenant_id ORDER BY entry), entry
    FROM events CROSS JOIN LATERAL unnest(audience) AS tenant_id
    """,
)


async def fill(connection: asyncpg.Connection, count: int) -> None:
    """Put so many referrals into an empty database, and what triggers would make of them; as a superuser."""
    await connection.execute("BEGIN; ALTER TABLE referrals DISABLE TRIGGER USER")
    for statement in (*TENANTS, *ROWS):
        await connection.execute(statement, *([count] if "$1" in statement else []))
    await connection.execute("ALTER TABLE referrals ENABLE TRIGGER USER; COMMIT")
    await connection.execute("VACUUM ANALYZE")


def numbered(number: int) -> ReferralId:
    """The id of a referral that `fill` made."""
    return ReferralId(UUID(f"{number:012x}700080000000{1:08}"))


LISTS: Mapping[str, Selection] = {
    "list": EVERYTHING,
    "list_oldest": Selection(oldest_first=True),
    "list_state": Selection(state=MediationState.MEDIATING),
    "list_stage": Selection(stage=Stage.ACCEPTED),
    "list_confirmation": Selection(stage=Stage.CONFIRMATION),
    "list_cause": Selection(cause_codes=frozenset(map(str, range(10)))),
    "list_due": Selection(due_before=date(2026, 1, 20)),
    "list_holder": Selection(organisation_id=A_CENTRE),
    "list_number": Selection(case_number="a77"),
    "list_none": Selection(state=MediationState.OVERDUE),
}
"""Pages that are measured; the court asks for each."""


def callers() -> Mapping[str, Principal]:
    """Who asks for the plain list: the court, and the head office that sees what is below it."""
    court, above = TenantKind.COURT, TenantKind.ORGANISATION
    return {
        "court": Principal(ClientId(COURT), TenantId(COURT), court, SCOPES_OF[court]),
        "head_office": Principal(ClientId(HEAD_OFFICE), TenantId(HEAD_OFFICE), above, SCOPES_OF[above]),
    }


Page = Callable[[], Awaitable[object]]


def pages_of(engine: AsyncEngine, count: int) -> dict[str, Page]:
    """The pages by name, on a database with so many referrals."""
    unit_of_work = DatabaseUnitOfWork(engine, parse_key_ring(new_key_ring_text()))
    feed = FeedPages(engine)
    by = callers()

    def listed(caller: Principal, selection: Selection, after_id: ReferralId | None = None) -> Page:
        async def page() -> object:
            async with unit_of_work(caller.tenant_id) as tx:
                return await tx.referrals.page(caller, after_id=after_id, limit=PAGE_ROWS, selection=selection)

        return page

    def fed(caller: Principal, after: int) -> Page:
        return lambda: feed.page(caller.tenant_id, after=after, limit=PAGE_ROWS)

    return {
        **{name: listed(by["court"], selection) for name, selection in LISTS.items()},
        "list_behind": listed(by["court"], EVERYTHING, numbered(count // 2)),
        "list_head_office": listed(by["head_office"], EVERYTHING),
        "feed": fed(by["court"], 0),
        "feed_behind": fed(by["court"], count // 2),
        "feed_head_office": fed(by["head_office"], count - PAGE_ROWS),
    }


async def plan_of(engine: AsyncEngine, selection: Selection) -> str:
    """How the server goes about a court's page, as text."""
    async with session_of(engine, begin_of(COURT)) as session:
        if needs_own_plan(selection):
            await session.driver.execute(PLAN_BY_VALUES)
        statement, arguments = page_of(selection, COURT, None, PAGE_ROWS)
        rows = await session.rows(f"EXPLAIN (COSTS OFF) {statement}", *arguments)
    return "\n".join(row[0] for row in rows)


@dataclass(frozen=True, slots=True)
class Growth:
    """What was measured: medians in milliseconds and their ratios by name, and the plans on the large database."""

    numbers: Mapping[str, float]
    plans: Mapping[str, str]


async def measure(place: Place, *, small: int = SMALL, large: int = LARGE, rounds: int = ROUNDS) -> Growth:
    """Fill both databases and ask for every page in turns.

    Returns:
        `<page>_<small or large>_ms` and `<page>_growth` for each page, and `list_growth`, `feed_growth`: the largest
        ratio of all pages of a kind.
    """
    async with AsyncExitStack() as open_engines:
        engines: dict[str, AsyncEngine] = {}
        for name, count in (("small", small), ("large", large)):
            engines[name] = await _filled(place, f"sutiao_{name}", count)
            open_engines.push_async_callback(engines[name].dispose)
        pages = {"small": pages_of(engines["small"], small), "large": pages_of(engines["large"], large)}
        numbers: dict[str, float] = {}
        for page in pages["small"]:
            times = await _alternated({size: pages[size][page] for size in pages}, rounds)
            numbers |= {f"{page}_{size}_ms": value for size, value in times.items()}
            numbers[f"{page}_each_growth"] = times["large"] / times["small"]
        plans = {name: await plan_of(engines["large"], selection) for name, selection in LISTS.items()}
    for kind in ("list", "feed"):
        each = [value for name, value in numbers.items() if name.startswith(kind) and name.endswith("_each_growth")]
        numbers[f"{kind}_growth"] = max(each)
    return Growth(numbers, plans)


async def _filled(place: Place, database: str, count: int) -> AsyncEngine:
    async with connected(place.superuser_url) as superuser:
        await make_database(superuser, database, template=DATABASE)
    async with connected(url_of_database(place.superuser_url, database)) as superuser:
        await fill(superuser, count)
    return make_engine(url_of_database(place.app_url, database), 1)


async def _alternated(sides: Mapping[str, Page], rounds: int) -> dict[str, float]:
    """Median milliseconds of each side; what comes first changes from round to round, and a few rounds warm up."""
    taken: dict[str, list[float]] = {name: [] for name in sides}
    for turn in range(rounds + WARM_ROUNDS):
        for name in list(sides) if turn % 2 else list(sides)[::-1]:
            started = perf_counter()
            await sides[name]()
            taken[name].append(1000 * (perf_counter() - started))
    return {name: median(times[WARM_ROUNDS:]) for name, times in taken.items()}
