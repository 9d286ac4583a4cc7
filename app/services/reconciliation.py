"""Comparing what a platform holds with what we hold, every night or when asked; repairs wait for an approval."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final, cast
from uuid import UUID

from app.domain.access import ClientId, Principal, Scope, TenantId, TenantKind
from app.domain.court_platform import (
    CourtPlatform,
    FetchesAgain,
    Holding,
    HoldsRecords,
    Platform,
    PlatformCode,
    ReadsLists,
)
from app.domain.errors import Refusal
from app.domain.outbound import OutsideFailure, Unavailable
from app.domain.platform_outbox import WITHOUT_DUTY, EntryState, PlatformEntry
from app.domain.platform_port import PlatformPorts
from app.domain.ports import Ports, Selection, Transaction
from app.domain.reconciliation import (
    DIFFERENCES_MAX,
    OURS_MAX,
    Difference,
    Ours,
    Reconciliation,
    ReconciliationState,
    Repair,
    compared,
    ours_of,
)
from app.domain.referral import ReferralId
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked
from app.services.once import once
from app.services.platform_histories import Told, told_of
from app.services.platform_outbox import keep_for
from app.services.platform_rounds import in_turn, with_credentials
from app.services.platforms import acting_for
from app.services.receipts import CREATED

PAGE: Final = 200
ENTRIES_MAX: Final = 50_000


@dataclass(frozen=True, slots=True)
class ReconciliationWish:
    """A reconciliation that is asked for.

    Attributes:
        day: None for today.
        listed: What the platform exported, as a file; None where it is to be asked.
    """

    platform: PlatformCode
    day: date | None = None
    listed: bytes | None = field(default=None, repr=False)


# Comparing --------------------------------------------------------------------------------------------------------


async def reconcile(
    ports: Ports,
    outside: PlatformPorts,
    envelope: Envelope,
    wish: ReconciliationWish | Refusal,
    *,
    page_size: int = PAGE,
    ours_max: int = OURS_MAX,
) -> Outcome:
    """Ask the court's platform what it holds, and compare; the answer is 201 with id, state and counts.

    Refuses with `scope_missing`, `not_your_role`, `unknown_reference`, `platform_has_no_list`, `platform_unavailable`,
    `occurred_in_future`; of a file also with what `ReadsLists.listed` refuses.
    """
    principal = envelope.principal
    _require_court(principal, Scope.REFERRALS_WRITE)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        key = envelope.look_up_key()
        replayed = envelope.replay(None if key is None else await tx.idempotency.look_up(*key))
        if replayed is not None:
            return replayed
        asked = checked(wish)
        today = ports.clock.legal_at(await tx.registry.clock_offset()).on
        platform = await tx.platforms.current(asked.platform, today, secrets=True)
    if platform is None or platform.court_id != principal.tenant_id:
        raise Refusal("unknown_reference", pointer="/platform")
    day = asked.day or today
    if day > today:
        raise Refusal("occurred_in_future", pointer="/day")
    theirs = await _held(outside, platform, day) if asked.listed is None else await _listed(outside, platform, asked)

    async def write(tx: Transaction) -> Mapping[str, Any]:
        ours = await _ours(tx, platform, day, page_size=page_size, ours_max=ours_max)
        made = await _compared(ports, tx, platform, day, ours, theirs, principal.client_id)
        return _told(made)

    outcome = await once(ports, envelope, write, status=CREATED)
    if outcome.answer.status != CREATED:
        return outcome
    location = f"/v1/reconciliations/{outcome.answer.body['id']}"
    return replace(outcome, answer=replace(outcome.answer, location=location))


def _told(made: Reconciliation) -> dict[str, Any]:
    return {
        "id": str(made.id),
        "platform": made.platform,
        "day": made.day.isoformat(),
        "state": made.state.value,
        "difference_count": made.difference_count,
    }


async def _held(outside: PlatformPorts, platform: Platform, day: date) -> tuple[Holding, ...]:
    adapter = _adapter(outside, platform)
    if not isinstance(adapter, HoldsRecords):
        raise _no_list("dialect", platform)
    try:
        return await adapter.held(day)
    except Unavailable:
        raise Refusal("platform_unavailable") from None
    except OutsideFailure as failure:
        raise _no_list(failure.reason, platform) from None


async def _listed(outside: PlatformPorts, platform: Platform, asked: ReconciliationWish) -> tuple[Holding, ...]:
    adapter = _adapter(outside, platform)
    if not isinstance(adapter, ReadsLists):
        raise _no_list("dialect", platform)
    return await adapter.listed(asked.listed or b"")


def _adapter(outside: PlatformPorts, platform: Platform) -> CourtPlatform:
    if not platform.has_interface:
        raise _no_list("by_hand", platform)
    return outside.adapter(platform)


def _no_list(reason: str, platform: Platform) -> Refusal:
    """`by_hand`: there is no interface; `dialect`: it knows no such list; else what the adapter says."""
    facts = {"reason": reason, "dialect": platform.dialect}
    return Refusal("platform_has_no_list", facts=facts, pointer="/platform")


async def _compared(
    ports: Ports,
    tx: Transaction,
    platform: Platform,
    day: date,
    ours: list[Ours],
    theirs: tuple[Holding, ...],
    started_by: ClientId | None,
) -> Reconciliation:
    """Compare, write what was found, and mark what stands there as verified."""
    found = compared(ours, theirs)
    now = ports.clock.recorded_at()
    made = Reconciliation(
        id=ports.mint(),
        tenant_id=TenantId(platform.court_id),
        platform=platform.code,
        day=day,
        state=ReconciliationState.OPEN if found.differences else ReconciliationState.CLEAN,
        ours_count=len(ours),
        theirs_count=len(theirs),
        difference_count=len(found.differences),
        differences=found.differences[:DIFFERENCES_MAX],
        recorded_at=now,
        started_by=started_by,
    )
    await tx.reconciliations.add(made, made.tenant_id)
    for entry in found.verified:
        stands = replace(entry, state=EntryState.VERIFIED, verified_at=now, entered_on=entry.entered_on or day)
        await tx.outbox.enter(stands, made.tenant_id)
    return made


async def _ours(
    tx: Transaction, platform: Platform, day: date, *, page_size: int = PAGE, ours_max: int = OURS_MAX
) -> list[Ours]:
    """The court's referrals under a reference of its own that were opened until the day, newest first."""
    principal = acting_for(platform)
    entries: dict[ReferralId, list[PlatformEntry]] = {}
    for entry in await tx.outbox.entries(principal.tenant_id, limit=ENTRIES_MAX):
        if entry.platform == platform.code:
            entries.setdefault(entry.referral_id, []).append(entry)
    told = await tx.outbox.told(platform.code, principal.tenant_id, WITHOUT_DUTY)
    wanted = Selection(court_id=platform.court_id, opened_to=day)
    found: list[Ours] = []
    after: ReferralId | None = None
    for _ in range(ours_max // page_size):
        rows = await tx.referrals.page(principal, after_id=after, limit=page_size, selection=wanted)
        amounts = await tx.reconciliations.amounts([row.referral.id for row in rows], principal.tenant_id)
        for row in rows:
            reference, referral_id = row.filing.court_reference, row.referral.id
            if reference is not None:
                known, heard = tuple(entries.get(referral_id, ())), told.get(referral_id, frozenset())
                amount = amounts.get(referral_id)
                found.append(ours_of(row.referral, reference, known, amount=amount, told=heard))
        if len(rows) < page_size:
            break
        after = rows[-1].referral.id
    return found


async def reconcile_due(ports: Ports, outside: PlatformPorts) -> tuple[int, tuple[str, ...]]:
    """Compare the day that is over with every platform that tells what it holds, once; how many, and why not others."""
    day = (await ports.clock.legal_now()).on - timedelta(days=1)
    async with ports.unit_of_work(None) as tx:
        served = await tx.platforms.served(day)
    reasons = list[str]()

    async def nightly(platform: Platform) -> int:
        try:
            return await _nightly(ports, outside, platform, day)
        except Refusal as refusal:
            if refusal.code != "platform_has_no_list":
                reasons.append(refusal.code)
            return 0

    return await in_turn(served, nightly), tuple(reasons)


async def _nightly(ports: Ports, outside: PlatformPorts, platform: Platform, day: date) -> int:
    tenant_id = TenantId(platform.court_id)
    async with ports.unit_of_work(tenant_id) as tx:
        known = await tx.reconciliations.page(tenant_id, platform=platform.code, limit=PAGE)
    if any(each.day == day and each.started_by is None for each in known):
        return 0
    theirs = await _held(outside, await with_credentials(ports, platform, day), day)
    async with ports.unit_of_work(tenant_id) as tx:
        ours = await _ours(tx, platform, day)
        await _compared(ports, tx, platform, day, ours, theirs, None)
    return 1


# Repairing --------------------------------------------------------------------------------------------------------


async def apply(
    ports: Ports,
    outside: PlatformPorts,
    envelope: Envelope,
    reconciliation_id: UUID,
    wish: tuple[int, ...] | Refusal,
) -> Outcome:
    """Carry out the proposed repairs of some differences, by their places; the caller's approval is on record.

    A reconciliation is applied once; what is left the next one finds. Refuses with `not_found`,
    `reconciliation_not_open`, `unknown_reference`, and with `platform_fetches_nothing` a repair that can do nothing.
    """
    principal = envelope.principal
    _require_court(principal, Scope.REFERRALS_WRITE)
    prepared = await _told_anew(ports, outside, principal, reconciliation_id)

    async def write(tx: Transaction) -> Mapping[str, Any]:
        known = await tx.reconciliations.page(principal.tenant_id, only=reconciliation_id, limit=1)
        if not known:
            raise Refusal("not_found")
        made, chosen = known[0], checked(wish)
        if made.state is not ReconciliationState.OPEN:
            raise Refusal("reconciliation_not_open", facts={"state": made.state.value})
        differences = _chosen(made, chosen, fetches=prepared.fetches)
        today = ports.clock.legal_at(await tx.registry.clock_offset()).on
        platform = await tx.platforms.current(made.platform, today)
        if platform is None:
            raise Refusal("platform_not_valid")
        await _repaired(ports, tx, platform, prepared.told, differences)
        approved = replace(
            made,
            state=ReconciliationState.APPLIED,
            approved_by=principal.client_id,
            approved_at=ports.clock.recorded_at(),
        )
        await tx.reconciliations.approve(approved, principal.tenant_id)
        return {"id": str(made.id), "state": approved.state.value, "repaired_count": len(differences)}

    return await once(ports, envelope, write)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is known before repairs are written.

    Attributes:
        told: What there is to be told anew.
        fetches: Whether the platform has a list that can be fetched from the beginning.
    """

    told: Told
    fetches: bool


def _chosen(made: Reconciliation, places: tuple[int, ...], *, fetches: bool) -> list[Difference]:
    """The differences at these places; refuses with the first that is none, or whose repair can do nothing."""
    for n, place in enumerate(places):
        if place >= len(made.differences):
            raise Refusal("unknown_reference", pointer=f"/differences/{n}")
        if made.differences[place].repair is Repair.FETCH_AGAIN and not fetches:
            raise Refusal("platform_fetches_nothing", pointer=f"/differences/{n}")
    return [made.differences[place] for place in dict.fromkeys(places)]


async def _repaired(
    ports: Ports, tx: Transaction, platform: Platform, told: Told, differences: list[Difference]
) -> None:
    tenant_id = TenantId(platform.court_id)
    again = {each.referral_id for each in differences if each.repair is Repair.SEND_AGAIN} - {None}
    for referral_id in again:
        for event, messages in told.get(cast("ReferralId", referral_id), ()):
            await keep_for(ports, tx, platform, event, messages)
    await tx.reconciliations.send_again(
        platform.code, cast("set[ReferralId]", again), ports.clock.system_now(), tenant_id
    )
    if any(each.repair is Repair.FETCH_AGAIN for each in differences):
        await tx.platforms.set_position(platform.code, pull_cursor="")
    for each in differences:
        if each.repair is Repair.ENTER_AGAIN:
            await _due_again(tx, platform, each)


async def _told_anew(ports: Ports, outside: PlatformPorts, principal: Principal, reconciliation_id: UUID) -> Prepared:
    """What repairs may need, also of events before the platform was there.

    Gathered before anything is written, since each part reads in a transaction of its own.
    """
    day = (await ports.clock.legal_now()).on
    async with ports.unit_of_work(principal.tenant_id) as tx:
        known = await tx.reconciliations.page(principal.tenant_id, only=reconciliation_id, limit=1)
        platform = await tx.platforms.current(known[0].platform, day, secrets=True) if known else None
    if platform is None:
        return Prepared({}, fetches=False)
    told = await told_of(ports, platform, _to_be_told(known[0]))
    return Prepared(told, fetches=platform.has_interface and _fetches(outside.adapter(platform)))


def _fetches(adapter: CourtPlatform) -> bool:
    return isinstance(adapter, FetchesAgain) and adapter.fetches_again()


def _to_be_told(made: Reconciliation) -> set[ReferralId]:
    return {
        each.referral_id
        for each in made.differences
        if each.repair is Repair.SEND_AGAIN and each.referral_id is not None
    }


async def _due_again(tx: Transaction, platform: Platform, difference: Difference) -> None:
    tenant_id = TenantId(platform.court_id)
    for entry in await tx.outbox.entries(tenant_id, referral_id=difference.referral_id, limit=PAGE):
        if entry.platform == platform.code and entry.duty.value == difference.ours and entry.due_on is not None:
            await tx.outbox.enter(replace(entry, state=EntryState.DUE, entered_on=None, entered_by=None), tenant_id)


# Reading ----------------------------------------------------------------------------------------------------------


async def page(
    ports: Ports, principal: Principal, *, platform: PlatformCode | None, after_id: UUID | None, limit: int
) -> tuple[Reconciliation, ...]:
    """The court's reconciliations, newest first."""
    _require_court(principal, Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.reconciliations.page(principal.tenant_id, platform=platform, after_id=after_id, limit=limit)


async def get(ports: Ports, principal: Principal, reconciliation_id: UUID) -> Reconciliation:
    """One of the court's reconciliations; refuses with `not_found`."""
    _require_court(principal, Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        known = await tx.reconciliations.page(principal.tenant_id, only=reconciliation_id, limit=1)
    if not known:
        raise Refusal("not_found")
    return known[0]


def _require_court(principal: Principal, scope: Scope) -> None:
    principal.require(scope)
    principal.require_kind(TenantKind.COURT)
