"""Writes to referrals: opening one, and every transition of it or of a procedure under it.

Each is one transaction of one read and one write; the decision between them is pure. When somebody else was quicker the
whole is done again, so that the caller learns what is true now.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from app.domain import commands as c
from app.domain.access import ActorRole, OrganisationId, Scope, TenantKind
from app.domain.errors import Family, Refusal
from app.domain.events import event_of
from app.domain.fact import Fact
from app.domain.lifecycle.allowed import actor_on, possibilities
from app.domain.lifecycle.apply import apply
from app.domain.lifecycle.apply import open_referral as decide_opening
from app.domain.lifecycle.states import Kind
from app.domain.lifecycle.table import RuleBook
from app.domain.ports import CaseNumberEntry, Filing, Found, Ports, Sought, Transaction
from app.domain.referral import (
    Consent,
    MediatorId,
    OnBehalfOf,
    Party,
    PartyDetails,
    PartyId,
    ProcedureId,
    Referral,
    ReferralId,
)
from app.domain.registry import open_channel
from app.domain.registry_facts import ChannelFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow
from app.services import receipts
from app.services.envelope import Envelope, Outcome, checked, settled


@dataclass(frozen=True, slots=True)
class RegistryFacts:
    """What the registry says on the legal date of a command; handed to the command's builder."""

    _organisation: OrganisationFacts | None
    _holder: OrganisationFacts | None
    channel: ChannelFacts | None
    mediator: MediatorFacts | None

    @property
    def organisation(self) -> OrganisationFacts:
        """The organisation that the wish names; refused with `unknown_reference` where there is none."""
        if self._organisation is None:
            raise Refusal("unknown_reference", pointer="/organisation_id")
        return self._organisation

    @property
    def holder(self) -> OrganisationFacts:
        """The organisation that holds the referral; refused with `action_not_possible` where none does."""
        if self._holder is None:
            raise Refusal("action_not_possible")
        return self._holder


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One transition as it was asked for.

    Attributes:
        build: Makes the command from registry facts; may refuse. `occurred_on` and `on_behalf_of` are put in here.
        occurred_on: Legal date; None for today.
        on_behalf_of: Whom the tenant acts for.
        organisation_id: Organisation that the command names, if it does.
        mediator_id: Mediator that the command names, if it does.
    """

    build: Callable[[RegistryFacts], c.Command]
    occurred_on: date | None = None
    on_behalf_of: OnBehalfOf | None = None
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None


@dataclass(frozen=True, slots=True)
class NewConsent:
    """A party's word that comes with the referral; `given_on` None for the legal date of the opening."""

    kind: str
    given: bool
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party as it comes with the referral; numbers are checked and normalised already."""

    role: str
    kind: str
    details: PartyDetails
    represented_count: int = 1
    consents: tuple[NewConsent, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCaseNumber:
    """A case number as it comes with the referral."""

    kind: str
    original: str
    normalised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Wish):
    """A referral to be opened; the court is the caller. `build` makes a `Consult` or a `Delegate`."""

    parties: tuple[NewParty, ...]
    on_court_platform: bool
    cause_code: str | None = None
    kind: Kind = Kind.PRE_FILING
    court_reference: str | None = None
    claim_amount: Decimal | None = None
    case_numbers: tuple[NewCaseNumber, ...] = ()


async def open_referral(ports: Ports, envelope: Envelope, wish: Intake | Refusal) -> Outcome:
    """Open a referral, by consultation or delegation; only a court may. The answer is 201 with the receipt."""
    envelope.principal.require(Scope.REFERRALS_WRITE)
    envelope.principal.require_kind(TenantKind.COURT)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            return await _open_once(ports, tx, envelope, wish)

    return _told(ports, envelope, await settled(attempt))


async def transition(ports: Ports, envelope: Envelope, referral_id: ReferralId, wish: Wish | Refusal) -> Outcome:
    """Take one action on a visible referral; the answer is 200 with the receipt."""

    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            return await _move_once(ports, tx, envelope, wish, referral_id=referral_id)

    return _told(ports, envelope, await settled(attempt))


async def procedure_transition(
    ports: Ports, envelope: Envelope, procedure_id: ProcedureId, wish: Wish | Refusal
) -> Outcome:
    """Take one action on a procedure of a visible referral; the version is the referral's."""

    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            return await _move_once(ports, tx, envelope, wish, procedure_id=procedure_id)

    return _told(ports, envelope, await settled(attempt))


def _told(ports: Ports, envelope: Envelope, outcome: Outcome) -> Outcome:
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
    keyed = envelope.key is not None and not envelope.dry_run
    return Sought(
        tenant_id=envelope.principal.tenant_id,
        referral_id=referral_id,
        procedure_id=procedure_id,
        key=(envelope.principal.client_id, envelope.required_key()) if keyed else None,
        organisation_id=None if isinstance(wish, Refusal) else wish.organisation_id,
        mediator_id=None if isinstance(wish, Refusal) else wish.mediator_id,
    )


async def _open_once(ports: Ports, tx: Transaction, envelope: Envelope, wish: Intake | Refusal) -> Outcome:
    found = await tx.referrals.load(_sought(envelope, wish))
    replayed = envelope.replay(found.kept)
    if replayed is not None:
        return replayed
    intake = checked(wish)
    now = ports.clock.legal_at(found.offset_seconds)
    command = _command(intake, found, now)
    if not isinstance(command, c.Consult | c.Delegate):
        raise TypeError("an opening is a consultation or a delegation")
    book = ports.book()
    after, fact = decide_opening(_new_referral(ports, found, intake, now, book), command, now, book, ports.mint)
    answer = receipts.receipt(
        after, fact, number=None, warnings=_warnings(after, command, book), status=receipts.CREATED
    )
    if envelope.dry_run:
        return Outcome(receipts.rehearsed(answer, opened=True))
    recorded_at = ports.clock.recorded_at()
    event = event_of(fact, after, envelope.principal, ports.mint(), recorded_at)
    filing = _filing(ports, intake)
    serial = await tx.referrals.create(after, filing, event, envelope.keep(answer, recorded_at))
    numbered = {**answer.body, "number": receipts.number_of(after.opened_on, serial)}
    return Outcome(replace(answer, body=numbered))


async def _move_once(
    ports: Ports,
    tx: Transaction,
    envelope: Envelope,
    wish: Wish | Refusal,
    *,
    referral_id: ReferralId | None = None,
    procedure_id: ProcedureId | None = None,
) -> Outcome:
    principal = envelope.principal
    found = await tx.referrals.load(_sought(envelope, wish, referral_id, procedure_id))
    if found.record is None:
        return envelope.own_answer(found.kept)
    actor = actor_on(found.record.referral, principal)
    principal.require(Scope.REFERRALS_WRITE)
    if actor is None:
        raise Refusal("not_your_role")
    replayed = envelope.replay(found.kept)
    if replayed is not None:
        return replayed
    before, now = found.record.referral, ports.clock.legal_at(found.offset_seconds)
    command = _command(checked(wish), found, now)
    envelope.require_version(before.version)
    book = _book(ports, found, command.occurred_on or now.on)
    after, fact = _decided(before, command, actor, now, book, ports)
    number = receipts.number_of(before.opened_on, found.record.serial)
    answer = receipts.receipt(after, fact, number=number, warnings=_warnings(after, command, book))
    if envelope.dry_run:
        return Outcome(receipts.rehearsed(answer, opened=False))
    recorded_at = ports.clock.recorded_at()
    event = event_of(fact, before, principal, ports.mint(), recorded_at)
    if principal.tenant_id not in after.audience:
        await tx.as_system()
    await tx.referrals.save(before, after, event, envelope.keep(answer, recorded_at))
    return Outcome(answer)


def _decided(
    before: Referral, command: c.Command, actor: ActorRole, now: LegalNow, book: RuleBook, ports: Ports
) -> tuple[Referral, Fact]:
    """The decision; a refusal by state or guard says what else could be done and what stands in the way of the rest."""
    try:
        return apply(before, command, actor, now, book, ports.mint)
    except Refusal as refusal:
        if refusal.sentence.family is Family.REFUSED:
            offered = possibilities(before, actor, now, book)
            refusal.facts["version"] = before.version
            refusal.facts["allowed_actions"] = sorted({p.action.value for p in offered if p.allowed})
            refusal.facts["not_allowed"] = {p.action.value: p.code for p in offered if not p.allowed}
        raise


def _command(wish: Wish, found: Found, now: LegalNow) -> c.Command:
    """The command with the registry's facts of its legal date."""
    day = wish.occurred_on or now.on
    facts = RegistryFacts(
        _organisation=None if found.organisation is None else found.organisation.facts(day),
        _holder=None if found.holder is None else found.holder.facts(day),
        channel=open_channel(found.channels, day),
        mediator=None if found.mediator is None else found.mediator.facts(day),
    )
    return replace(wish.build(facts), occurred_on=wish.occurred_on, on_behalf_of=wish.on_behalf_of)


def _book(ports: Ports, found: Found, day: date) -> RuleBook:
    return replace(ports.book(), court=None if found.court is None else found.court.facts(day))


def _new_referral(ports: Ports, found: Found, intake: Intake, now: LegalNow, book: RuleBook) -> c.NewReferral:
    if found.court is None:
        raise Refusal("not_your_role")
    if intake.cause_code is not None and intake.cause_code not in book.causes.causes:
        raise Refusal("unknown_code", facts={"list": "causes"}, pointer="/cause_code")
    opened_on = intake.occurred_on or now.on
    parties, consents = _parties(ports, intake, opened_on, now.on)
    return c.NewReferral(
        id=ReferralId(ports.mint()),
        dispute_id=ports.mint(),
        kind=intake.kind,
        court=found.court.facts(opened_on),
        on_court_platform=intake.on_court_platform,
        cause_code=intake.cause_code,
        cause_version=None if intake.cause_code is None else book.causes.version,
        parties=parties,
        consents=consents,
    )


def _parties(
    ports: Ports, intake: Intake, opened_on: date, today: date
) -> tuple[tuple[Party, ...], tuple[Consent, ...]]:
    parties: list[Party] = []
    consents: list[Consent] = []
    for n, new in enumerate(intake.parties):
        known = new.details.id_number is not None
        party = Party(PartyId(ports.mint()), new.role, new.kind, new.represented_count, known, new.details)
        parties.append(party)
        for m, word in enumerate(new.consents):
            if word.given_on is not None and word.given_on > today:
                raise Refusal("occurred_in_future", pointer=f"/parties/{n}/consents/{m}/given_on")
            given_on = word.given_on or opened_on
            consents.append(Consent(ports.mint(), party.id, word.kind, word.given, given_on))
    return tuple(parties), tuple(consents)


def _filing(ports: Ports, intake: Intake) -> Filing:
    return Filing(
        court_reference=intake.court_reference,
        claim_amount=intake.claim_amount,
        case_numbers=tuple(
            CaseNumberEntry(ports.mint(), number.kind, number.original, number.normalised)
            for number in intake.case_numbers
        ),
    )


def _warnings(after: Referral, command: c.Command, book: RuleBook) -> list[str]:
    """Codes of what is allowed and yet worth a look.

    A cause outside the scope of a channel that is not strict; an application for confirmation of a dispute whose cause
    nobody stated, so that only the court can see whether it may be confirmed.
    """
    if isinstance(command, c.ApplyForConfirmation) and after.cause_code is None:
        return ["cause_not_stated"]
    channel = command.channel if isinstance(command, c.Delegate | c.Reassign) else None
    if channel is None or not channel.cause_roots or after.cause_code is None:
        return []
    inside = any(book.causes.is_within(after.cause_code, root) for root in channel.cause_roots)
    return [] if inside else ["cause_outside_channel"]
