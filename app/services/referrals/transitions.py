"""One transition of a referral or of a procedure under it."""

from datetime import date

from app.domain import commands as c
from app.domain.access import ActorRole, OrganisationId, Principal, Scope
from app.domain.errors import Family, Refusal
from app.domain.events import event_of
from app.domain.fact import Fact
from app.domain.lifecycle.allowed import actor_on
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.table import RuleBook
from app.domain.office import facts_on
from app.domain.ports import Answer, Found, Ports, Record, Sought, Transaction
from app.domain.referral import ProcedureId, Referral, ReferralId
from app.domain.time import LegalNow
from app.domain.values import replace
from app.services import receipts
from app.services.envelope import Envelope, Outcome, checked, settled
from app.services.offers import offers
from app.services.referrals.hints import warnings_of
from app.services.referrals.wishes import Wish, command_of


async def transition(ports: Ports, envelope: Envelope, referral_id: ReferralId, wish: Wish | Refusal) -> Outcome:
    """Take one action on a visible referral; the answer is 200 with the receipt."""
    return await _moved(ports, envelope, wish, _sought(envelope, wish, referral_id=referral_id))


async def procedure_transition(
    ports: Ports, envelope: Envelope, procedure_id: ProcedureId, wish: Wish | Refusal
) -> Outcome:
    """Take one action on a procedure of a visible referral; the version is the referral's."""
    return await _moved(ports, envelope, wish, _sought(envelope, wish, procedure_id=procedure_id))


async def _moved(ports: Ports, envelope: Envelope, wish: Wish | Refusal, sought: Sought) -> Outcome:
    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            return await _move_once(ports, tx, envelope, wish, sought)

    return told(ports, envelope, await settled(attempt))


def told(ports: Ports, envelope: Envelope, outcome: Outcome) -> Outcome:
    """After the commit: whoever places events may look now."""
    if not outcome.replayed and not envelope.dry_run:
        ports.nudge()
    return outcome


def _sought(
    envelope: Envelope,
    wish: Wish | Refusal,
    referral_id: ReferralId | None = None,
    procedure_id: ProcedureId | None = None,
) -> Sought:
    plain = Sought(
        tenant_id=envelope.principal.tenant_id,
        referral_id=referral_id,
        procedure_id=procedure_id,
        key=envelope.look_up_key(),
    )
    if isinstance(wish, Refusal):
        return plain
    return replace(
        plain,
        organisation_id=wish.organisation_id,
        mediator_id=wish.mediator_id,
        court_id=wish.court_id,
        series_id=wish.series_id,
        basis_id=wish.basis_id,
        with_dossier=wish.with_dossier,
        with_mediators=wish.with_mediators,
        with_encounters=wish.with_encounters,
        with_listing=wish.with_listing,
    )


async def _move_once(
    ports: Ports, tx: Transaction, envelope: Envelope, wish: Wish | Refusal, sought: Sought
) -> Outcome:
    principal = envelope.principal
    found = await tx.referrals.load(sought)
    if found.record is None:
        return envelope.own_answer(found.kept)
    actor = _actor(found.record.referral, principal, wish, sought.procedure_id)
    replayed = envelope.replay(found.kept)
    if replayed is not None:
        return replayed
    before, now = found.record.referral, ports.clock.legal_at(found.offset_seconds)
    command = command_of(checked(wish), found, now)
    if isinstance(command, c.Recall):
        command = replace(command, by_id=OrganisationId(principal.tenant_id))
    envelope.require_version(before.version)
    book = _book(ports, found, command.occurred_on or now.on, _identities(tx, found, command))
    try:
        after, fact = apply(before, command, actor, now, book, ports.mint)
    except Refusal as refusal:
        _say_what_else(refusal, before, principal, now, book)
        raise
    answer = _answer(ports, found.record, after, fact, command)
    if envelope.dry_run:
        return Outcome(receipts.rehearsed(answer))
    checked(wish).before_write()
    recorded_at = ports.clock.recorded_at()
    event = event_of(fact, before, principal, ports.mint(), recorded_at)
    if principal.tenant_id not in after.audience:
        await tx.as_system()
    await tx.referrals.save(before, after, event, envelope.keep(answer, recorded_at))
    return Outcome(answer)


def _actor(
    referral: Referral, principal: Principal, wish: Wish | Refusal, procedure_id: ProcedureId | None
) -> ActorRole:
    """The part of the caller; a recall is for somebody who has none, and its guard says for whom.

    Refuses with `scope_missing`, `not_your_role`.
    """
    actor = actor_on(referral, principal, procedure_id)
    principal.require(Scope.REFERRALS_WRITE)
    if actor is None and not isinstance(wish, Refusal) and wish.recalls:
        actor = principal.actor_role
    if actor is None:
        raise Refusal("not_your_role")
    return actor


def _answer(ports: Ports, record: Record, after: Referral, fact: Fact, command: c.Command) -> Answer:
    number = receipts.number_of(after.opened_on, record.serial)
    warnings = warnings_of(after, command, ports.book(), ports.hints(), fact.occurred_on)
    answer = receipts.receipt(after, fact, number=number, warnings=warnings)
    return receipts.with_document(answer, command.document_id) if isinstance(command, c.AddDocument) else answer


def _identities(tx: Transaction, found: Found, command: c.Command) -> frozenset[str]:
    """Of parties and representatives, those of parties who prove their identity with the command included."""
    if not isinstance(command, c.Start) or all(mediator.identity is None for mediator in found.mediators):
        return found.identities
    return found.identities | tx.referrals.marks_of(command.identities.values())


def _book(ports: Ports, found: Found, day: date, identities: frozenset[str]) -> RuleBook:
    return replace(
        ports.book(),
        court=None if found.court is None else found.court.facts(day),
        holder=None if found.holder is None else found.holder.facts(day),
        mediators=facts_on(found.mediators, found.listings, day, identities),
    )


def _say_what_else(refusal: Refusal, before: Referral, principal: Principal, now: LegalNow, book: RuleBook) -> None:
    """To a refusal by state or guard: what else could be done, and what stands in the way of the rest."""
    if refusal.sentence.family is not Family.REFUSED:
        return
    offered = offers(before, principal, now, book)
    refusal.facts["version"] = before.version
    refusal.facts["allowed_actions"] = sorted({p.action.value for p in offered if p.allowed})
    refusal.facts["not_allowed"] = {p.action.value: p.code for p in offered if not p.allowed}
