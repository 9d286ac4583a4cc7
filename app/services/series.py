"""Series 系列案: opening one, reading it with its visible members, and one action on all of them.

A series decides nothing: its members are moved one by one, each in a transaction of its own, each with its own verdict.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.domain.access import Principal, Scope, TenantKind
from app.domain.errors import Family, Refusal
from app.domain.masking import masked_name
from app.domain.ports import Answer, Ports, Record, Selection, Series, Transaction
from app.domain.referral import ReferralId, SeriesId
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked, settled
from app.services.receipts import CREATED, DONE, number_of
from app.services.referral_reads import revealed
from app.services.referrals import Wish
from app.services.referrals import transition as transition_one

MEMBERS_MAX = 500
"""Most members that one action moves."""

KEY_MAX_CHARS = 255


@dataclass(frozen=True, slots=True)
class NewSeries:
    """A series to be opened; `kind` of list `series_kind`."""

    kind: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class SeriesView:
    """A series with a page of its members, oldest first: those that the caller sees."""

    series: Series
    members: tuple[Record, ...]


async def open_series(ports: Ports, envelope: Envelope, wish: NewSeries | Refusal) -> Outcome:
    """Open a series; the answer is 201 with id, kind and day. Referrals join it by `join_series`."""
    principal = envelope.principal
    principal.require(Scope.REFERRALS_WRITE)
    principal.require_kind(TenantKind.COURT, TenantKind.ORGANISATION, TenantKind.REFERRING_BODY)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(principal.tenant_id) as tx:
            replayed = envelope.replay(await _kept(tx, envelope))
            if replayed is not None:
                return replayed
            return await _open_once(ports, tx, envelope, checked(wish))

    return await settled(attempt)


async def _open_once(ports: Ports, tx: Transaction, envelope: Envelope, new: NewSeries) -> Outcome:
    today = ports.clock.legal_at(await tx.registry.clock_offset()).on
    series = Series(SeriesId(ports.mint()), new.kind, envelope.principal.tenant_id, today, new.name)
    path = f"/v1/series/{series.id}"
    body: dict[str, Any] = {"kind": series.kind, "opened_on": today.isoformat()}
    if envelope.dry_run:
        return Outcome(Answer(status=DONE, body={**body, "dry_run": True}))
    links = {"self": path, "transitions": f"{path}/transitions"}
    answer = Answer(status=CREATED, body={"id": str(series.id), **body, "links": links}, location=path)
    await tx.series.add(series)
    await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
    return Outcome(answer)


async def _kept(tx: Transaction, envelope: Envelope) -> tuple[bytes, Answer] | None:
    key = envelope.look_up_key()
    return None if key is None else await tx.idempotency.look_up(*key)


async def page(ports: Ports, principal: Principal, *, after_id: SeriesId | None, limit: int) -> tuple[Series, ...]:
    """The series that the caller opened or of which it sees a member, newest first, without their names."""
    principal.require(Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.series.page(principal.tenant_id, after_id=after_id, limit=limit)
    return tuple(replace(series, name=None) for series in found)


async def get(
    ports: Ports,
    principal: Principal,
    series_id: SeriesId,
    *,
    after_id: ReferralId | None = None,
    limit: int,
    reveal: bool = False,
) -> SeriesView:
    """One series with a page of its visible members; refuses with `scope_missing`, `not_found`.

    Its name is masked; in the clear only with scope `parties:reveal`, and then written down under the series' id.
    """
    principal.require(Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        series = await _visible(tx, principal, series_id)
        if reveal:
            await revealed(ports, tx, principal, ReferralId(series_id), "series")
        members = await tx.referrals.page(principal, after_id=after_id, limit=limit, selection=_of(series_id))
    hidden = series.name if series.name is None or reveal else masked_name(series.name)
    return SeriesView(replace(series, name=hidden), members)


async def _visible(tx: Transaction, principal: Principal, series_id: SeriesId) -> Series:
    found = await tx.series.page(principal.tenant_id, only=series_id)
    if not found:
        raise Refusal("not_found")
    return found[0]


def _of(series_id: SeriesId) -> Selection:
    return Selection(series_id=series_id, oldest_first=True)


@dataclass(frozen=True, slots=True)
class _Member:
    """A referral that one action on the series moves."""

    id: ReferralId
    number: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one member: either a receipt, or a refusal without the reasons against other actions."""

    referral_id: ReferralId
    number: str
    receipt: Mapping[str, Any] | None
    refusal: Refusal | None


@dataclass(frozen=True, slots=True)
class GroupOutcome:
    """The verdicts in the order of the members; `replayed` when they were given before and nothing happened now."""

    verdicts: tuple[Verdict, ...]
    replayed: bool = False


Charge = Callable[[int], None]
"""Told how many members are to be moved before the first of them is; refuses what the caller may not spend."""


def _free(_count: int) -> None:
    """Nothing is counted."""


async def transition(
    ports: Ports,
    envelope: Envelope,
    series_id: SeriesId,
    wish: Wish | Refusal,
    *,
    members_max: int = MEMBERS_MAX,
    charge: Charge = _free,
) -> GroupOutcome:
    """Take one action on every member that the caller sees, each with its own verdict.

    Each member moves in a transaction of its own under a key made of the whole's and its id, judged by its state alone:
    `If-Match` must be `*`. Who the members are is kept under the key before the first of them moves, so a repeat after
    a crash gives those their verdicts that had moved, moves the rest, and touches nobody who joined meanwhile. Once all
    have their verdicts these are kept, and every repeat gets them.

    Refuses with `not_found`, `scope_missing`, `idempotency_key_reused`, what the wish was refused for,
    `if_match_required`, `if_match_group`, `series_too_large`, by `charge`. What is refused to a member is its verdict.
    """

    async def attempt() -> GroupOutcome:
        planned = await _plan(ports, envelope, series_id, wish, members_max, charge)
        if isinstance(planned, GroupOutcome):
            return planned
        members, asked = planned
        verdicts = tuple([await _verdict(ports, envelope, member, asked) for member in members])
        if not envelope.dry_run:
            answer = Answer(status=DONE, body={"items": [_shown(verdict) for verdict in verdicts]})
            async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
                await tx.idempotency.keep(envelope.keep(answer, ports.clock.recorded_at()))
        return GroupOutcome(verdicts)

    return await settled(attempt)


async def _plan(
    ports: Ports, envelope: Envelope, series_id: SeriesId, wish: Wish | Refusal, members_max: int, charge: Charge
) -> GroupOutcome | tuple[tuple[_Member, ...], Wish]:
    """Who is to be moved and how, or the answer that was given before. What is refused here leaves the key free."""
    principal, planning = envelope.principal, _under(envelope, "members")
    async with ports.unit_of_work(principal.tenant_id) as tx:
        known = await tx.series.page(principal.tenant_id, only=series_id)
        planned = await _kept(tx, planning)
        if not known and planned is None:
            raise Refusal("not_found")
        principal.require(Scope.REFERRALS_WRITE)
        replayed = envelope.replay(await _kept(tx, envelope))
        if replayed is not None:
            return GroupOutcome(tuple(map(_read, replayed.answer.body["items"])), replayed=True)
        asked = checked(wish)
        _require_star(envelope)
        before = planning.replay(planned)
        members = (
            await _visible_members(tx, principal, series_id, members_max) if before is None else _members(before.answer)
        )
        charge(len(members))
        if before is None and not envelope.dry_run:
            body = {"members": [{"id": str(member.id), "number": member.number} for member in members]}
            answer = Answer(status=DONE, body=body)
            await tx.idempotency.keep(planning.keep(answer, ports.clock.recorded_at()))
    return members, asked


def _require_star(envelope: Envelope) -> None:
    """A series has no version; that of one member says nothing about the others."""
    if envelope.if_match is None:
        raise Refusal("if_match_required")
    if envelope.if_match != "*":
        raise Refusal("if_match_group")


async def _visible_members(
    tx: Transaction, principal: Principal, series_id: SeriesId, members_max: int
) -> tuple[_Member, ...]:
    found = await tx.referrals.page(principal, after_id=None, limit=members_max + 1, selection=_of(series_id))
    if len(found) > members_max:
        raise Refusal("series_too_large", facts={"max": members_max})
    return tuple(_Member(each.referral.id, number_of(each.referral.opened_on, each.serial)) for each in found)


def _members(plan: Answer) -> tuple[_Member, ...]:
    return tuple(_Member(ReferralId(UUID(each["id"])), each["number"]) for each in plan.body["members"])


def _under(envelope: Envelope, name: str) -> Envelope:
    """The same write under a key of its own, which no other part of it and no other request has."""
    if envelope.key is None:
        return envelope
    own = f"{envelope.key}:{name}"
    if len(own) > KEY_MAX_CHARS:
        own = f"{hashlib.sha256(envelope.key.encode()).hexdigest()}:{name}"
    fingerprint = hashlib.sha256(envelope.fingerprint + name.encode()).digest()
    return replace(envelope, key=own, fingerprint=fingerprint)


async def _verdict(ports: Ports, envelope: Envelope, member: _Member, wish: Wish) -> Verdict:
    """What becomes of one member. A failing database is no verdict: it ends the whole, which may be sent again."""
    try:
        outcome = await transition_one(ports, _under(envelope, str(member.id)), member.id, wish)
    except Refusal as refusal:
        if refusal.sentence.family is Family.UNAVAILABLE:
            raise
        facts = {name: fact for name, fact in refusal.facts.items() if name != "not_allowed"}
        return Verdict(member.id, member.number, None, Refusal(refusal.code, facts=facts, pointer=refusal.pointer))
    return Verdict(member.id, member.number, outcome.answer.body, None)


def _shown(verdict: Verdict) -> dict[str, Any]:
    """A verdict as it is kept."""
    no = verdict.refusal
    refused = None if no is None else {"code": no.code, "facts": no.facts, "pointer": no.pointer}
    return {
        "referral_id": str(verdict.referral_id),
        "number": verdict.number,
        "receipt": verdict.receipt,
        "refused": refused,
    }


def _read(kept: Mapping[str, Any]) -> Verdict:
    """A verdict that was kept."""
    no = kept["refused"]
    refusal = None if no is None else Refusal(no["code"], facts=no["facts"], pointer=no["pointer"])
    return Verdict(ReferralId(UUID(kept["referral_id"])), kept["number"], kept["receipt"], refusal)
