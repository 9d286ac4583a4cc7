"""Reads of referrals. What a caller may not see is not there; whoever reads personal data leaves a trace."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import Principal, Scope
from app.domain.errors import Refusal
from app.domain.events import Event
from app.domain.instalments import Instalment, plan_of
from app.domain.lifecycle.allowed import Possibility
from app.domain.lifecycle.states import MediationState
from app.domain.masking import masked
from app.domain.ports import Filing, Found, Ports, Record, Selection, Sought, Transaction
from app.domain.referral import Agreement, Party, PartyDetails, ProcedureId, Referral, ReferralId, SeriesId, Term
from app.domain.selection import EVERYTHING
from app.domain.values import replace
from app.services import audit
from app.services.offers import offers
from app.services.receipts import number_of
from app.services.sharing import open_from_above, require_shared

SERIES = "series_id"
UNSEEN = UUID(int=0)
"""Stands in the history for a series that the reader does not see; the fact itself is always there."""

EXPLAINED = frozenset({"declined", "handed_back", "referred_back", "recalled"})
"""Endings of a turn for which the organisation gave its reasons in its own words."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A referral as its caller sees it, with what it may do next. `today`: the legal date of the answer."""

    record: Record
    number: str
    possibilities: tuple[Possibility, ...]
    today: date

    @property
    def referral(self) -> Referral:
        """The referral."""
        return self.record.referral

    @property
    def filing(self) -> Filing:
        """What was filed with it."""
        return self.record.filing


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with its details, masked unless `revealed`."""

    party: Party
    details: PartyDetails
    revealed: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """The agreement of a referral with its instalments."""

    referral: Referral
    agreement: Agreement
    instalments: tuple[Instalment, ...]


async def get(ports: Ports, principal: Principal, referral_id: ReferralId) -> Sight:
    """One visible referral; refuses with `not_found`, then `scope_missing`."""
    return await _sight(ports, principal, Sought(tenant_id=principal.tenant_id, referral_id=referral_id))


async def get_by_procedure(ports: Ports, principal: Principal, procedure_id: ProcedureId) -> Sight:
    """The visible referral that has this procedure; refuses as `get`."""
    return await _sight(ports, principal, Sought(tenant_id=principal.tenant_id, procedure_id=procedure_id))


async def _sight(ports: Ports, principal: Principal, sought: Sought) -> Sight:
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(sought)
    return sight_of(ports, principal, found)


def sight_of(ports: Ports, principal: Principal, found: Found) -> Sight:
    """What was found, as its caller sees it; refuses as `visible`."""
    record = visible(found, principal)
    now = ports.clock.legal_at(found.offset_seconds)
    book = replace(ports.book(), court=None if found.court is None else found.court.facts(now.on))
    offered = offers(record.referral, principal, now, book)
    return Sight(record, number_of(record.referral.opened_on, record.serial), offered, now.on)


def visible(found: Found, principal: Principal) -> Record:
    """The record that was found; refuses with `not_found`, then `scope_missing`."""
    if found.record is None:
        raise Refusal("not_found")
    principal.require(Scope.REFERRALS_READ)
    return found.record


async def page(
    ports: Ports, principal: Principal, *, after_id: ReferralId | None, limit: int, selection: Selection = EVERYTHING
) -> tuple[Record, ...]:
    """The caller's referrals by id, with clocks, agreement and procedures and without the other children.

    Args:
        ports: The outside.
        principal: The caller.
        after_id: Last id of the page before.
        limit: Most rows; ask for one more to know whether there is a next page.
        selection: What is looked for, and in which direction.
    """
    principal.require(Scope.REFERRALS_READ)
    async with ports.unit_of_work(principal.tenant_id) as tx:
        return await tx.referrals.page(principal, after_id=after_id, limit=limit, selection=selection)


def causes_under(ports: Ports, code: str) -> frozenset[str]:
    """A cause and all below it, for `Selection.cause_codes`; refuses with `unknown_code`."""
    return ports.book().causes.subtree(code)


async def history(
    ports: Ports, principal: Principal, referral_id: ReferralId, *, after_version: int = 0, limit: int
) -> tuple[Event, ...]:
    """Events of one visible referral, oldest first, behind a version; refuses as `get`.

    A series that the caller does not see is not named to it: who had the referral before may have put it into one.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        visible(await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id)), principal)
        found = await tx.referrals.history(referral_id, principal.tenant_id, after_version=after_version, limit=limit)
        named = {UUID(event.body["facts"][SERIES]) for event in found if SERIES in event.body["facts"]}
        seen = {str(x) for x in named if await tx.series.page(principal.tenant_id, only=SeriesId(x))}
    return tuple(_without_series(event, seen) for event in found)


def _without_series(event: Event, seen: Collection[str]) -> Event:
    facts = event.body["facts"]
    if facts.get(SERIES) in {None, *seen}:
        return event
    return replace(event, body={**event.body, "facts": {**facts, SERIES: str(UNSEEN)}})


async def parties(
    ports: Ports, principal: Principal, referral_id: ReferralId, *, reveal: bool = False
) -> tuple[PartyView, ...]:
    """Parties of one visible referral. In the clear only with scope `parties:reveal`, and then written down."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
        visible(found, principal)
        await require_shared(ports, tx, principal, found, ["parties"])
        if reveal:
            await revealed(ports, tx, principal, referral_id, "parties")
        known = await tx.referrals.parties(referral_id, principal.tenant_id)
    return tuple(PartyView(party, details if reveal else masked(details), revealed=reveal) for party, details in known)


async def revealed(ports: Ports, tx: Transaction, principal: Principal, referral_id: ReferralId, *whats: str) -> None:
    """Before personal data are shown in the clear: the scope `parties:reveal`, and one trace of all that is read."""
    principal.require(Scope.PARTIES_REVEAL)
    await audit.record(ports, tx, principal, referral_id, whats)


async def agreement(ports: Ports, principal: Principal, referral_id: ReferralId) -> Agreement | None:
    """The agreement of one visible referral with the texts of its terms; reading them is written down."""
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
        drafted = visible(found, principal).referral.agreement
        if drafted is None:
            return None
        await require_shared(ports, tx, principal, found, ["agreement"])
        await audit.record(ports, tx, principal, referral_id, ["agreement"])
        texts = await tx.referrals.term_texts(referral_id, principal.tenant_id)
    return replace(drafted, terms=with_texts(drafted.terms, texts))


async def assignments(ports: Ports, principal: Principal, referral_id: ReferralId) -> Referral:
    """One visible referral with why organisations declined or handed back; reading that is written down.

    Whoever stands above the holder sees the turns, and the words only on a ground on record.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
        referral = visible(found, principal).referral
        if all(turn.ending not in EXPLAINED for turn in referral.assignments):
            return referral
        if "mediation" not in await open_from_above(ports, tx, principal, found):
            return referral
        await audit.record(ports, tx, principal, referral_id, ["explanations"])
        said = await tx.referrals.explanations(referral_id, principal.tenant_id)
    return replace(
        referral, assignments=tuple(replace(turn, explanation=said.get(turn.id)) for turn in referral.assignments)
    )


async def advice(ports: Ports, principal: Principal, sight: Sight) -> str | None:
    """What the court told the party on returning the application; reading it is written down."""
    if sight.referral.state is not MediationState.RETURNED:
        return None
    referral_id = sight.referral.id
    async with ports.unit_of_work(principal.tenant_id) as tx:
        await audit.record(ports, tx, principal, referral_id, ["advice"])
        return await tx.referrals.advice(referral_id, principal.tenant_id)


async def performance(ports: Ports, principal: Principal, referral_id: ReferralId) -> Plan:
    """The performance plan of one visible referral, which is a part of its agreement.

    Refuses as `get`, with `not_found` before a draft, and as the agreement itself for whoever is above the holder.
    """
    async with ports.unit_of_work(principal.tenant_id) as tx:
        found = await tx.referrals.load(Sought(tenant_id=principal.tenant_id, referral_id=referral_id))
        referral = visible(found, principal).referral
        if referral.agreement is None:
            raise Refusal("not_found")
        await require_shared(ports, tx, principal, found, ["agreement"])
    return Plan(referral, referral.agreement, plan_of(referral.agreement, ports.book().calendar))


def with_texts(terms: Iterable[Term], texts: Mapping[UUID, tuple[str, str | None]]) -> tuple[Term, ...]:
    """Terms with their personal words, as `term_texts` gives them."""

    def told(term: Term) -> Term:
        text, account = texts.get(term.id, (None, None))
        return replace(term, text=text, account=account)

    return tuple(map(told, terms))
