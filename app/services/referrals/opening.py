"""Opening a referral: by a court, by the organisation that the parties turned to, or by a body that is no court."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain import commands as c
from app.domain.access import ActorRole, OrganisationId, Principal, Scope, TenantKind
from app.domain.dossier import CaseNumber, Claim, Representative
from app.domain.errors import Refusal
from app.domain.events import event_of
from app.domain.fact import Fact
from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.apply import open_referral as decide_opening
from app.domain.lifecycle.states import Kind, Machine
from app.domain.ports import Answer, Filing, Found, Ports, Side, Sought, Transaction
from app.domain.referral import Consent, Party, PartyId, Referral, ReferralId
from app.domain.registry_facts import CourtFacts, OrganisationFacts, ReferringBodyFacts
from app.domain.time import LegalNow
from app.domain.values import replace
from app.services import receipts
from app.services.envelope import Envelope, Outcome, checked, settled
from app.services.referrals import duplicates as d
from app.services.referrals.hints import warnings_of, warnings_of_cause, warnings_of_numbers
from app.services.referrals.transitions import told
from app.services.referrals.wishes import KINDS_OF, Intake, NewCaseNumber, NewParty, command_of

Opening = c.Submit | c.Consult | c.Delegate | c.Invite

ACTOR_OF = {
    Kind.PRE_FILING: ActorRole.COURT,
    Kind.POST_FILING: ActorRole.COURT,
    Kind.DIRECT: ActorRole.ORGANISATION,
    Kind.TRANSFERRED: ActorRole.REFERRING_BODY,
    Kind.ASSISTED: ActorRole.COURT,
}
"""Who opens a referral of each kind."""

_OPENING = tuple(row for row in ROWS if row.machine is Machine.MEDIATION and row.before is None)
_ACTIONS_OF = {
    tenant: tuple(sorted({row.action.value for row in _OPENING if not set(row.kinds).isdisjoint(kinds)}))
    for tenant, kinds in KINDS_OF.items()
}
"""With which actions tenants of a kind open referrals."""


async def open_referral(ports: Ports, envelope: Envelope, wish: Intake | Refusal) -> Outcome:
    """Open a referral by submission, consultation, delegation or invitation. The answer is 201 with the receipt.

    A court opens `pre_filing`, `post_filing` and `assisted`, an organisation `direct`, a referring body `transferred`;
    everybody else, and every other kind, is refused with `not_your_role`. Visible referrals of the same parties are
    named in the receipt with warning `possible_duplicate`; a court whose policy is `block` is refused with that code
    instead, unless the intake goes on with one of their disputes or says that they are distinct. Of equal openings at
    once only one passes there; elsewhere all may, unwarned.
    """
    envelope.principal.require(Scope.REFERRALS_WRITE)
    envelope.principal.require_kind(*KINDS_OF)

    async def attempt() -> Outcome:
        async with ports.unit_of_work(envelope.principal.tenant_id) as tx:
            return await _open_once(ports, tx, envelope, wish)

    return told(ports, envelope, await settled(attempt))


async def _open_once(ports: Ports, tx: Transaction, envelope: Envelope, wish: Intake | Refusal) -> Outcome:
    sought = _sought(tx, envelope, wish)
    found = await tx.referrals.load(sought)
    replayed = envelope.replay(found.kept)
    if replayed is not None:
        return replayed
    intake, now = checked(wish), ports.clock.legal_at(found.offset_seconds)
    if _blocks(found, intake, now) and not envelope.dry_run:
        sides = (sought.applicants, sought.respondents)
        await tx.referrals.hold_parties({each for side in sides for each in (*side.hashes, *side.names)})
        found = await tx.referrals.load(sought)  # Whoever held the parties before has committed by now.
        replayed = envelope.replay(found.kept)
        if replayed is not None:
            return replayed
    answer, after, fact = _decided(ports, envelope.principal, found, intake, now)
    if envelope.dry_run:
        return Outcome(receipts.rehearsed(answer, opened=True, dispute_is_new=intake.dispute_id is None))
    recorded_at = ports.clock.recorded_at()
    event = event_of(fact, after, envelope.principal, ports.mint(), recorded_at)
    serial = await tx.referrals.create(after, _filing(ports, intake), event, envelope.keep(answer, recorded_at))
    numbered = {**answer.body, "number": receipts.number_of(after.opened_on, serial)}
    return Outcome(replace(answer, body=numbered))


def _sought(tx: Transaction, envelope: Envelope, wish: Intake | Refusal) -> Sought:
    principal, key = envelope.principal, envelope.look_up_key()
    if isinstance(wish, Refusal):
        return Sought(tenant_id=principal.tenant_id, key=key)
    itself = principal.kind is TenantKind.ORGANISATION
    return Sought(
        tenant_id=principal.tenant_id,
        key=key,
        organisation_id=OrganisationId(principal.tenant_id) if itself else wish.organisation_id,
        series_id=wish.series_id,
        dispute_id=wish.dispute_id,
        applicants=_side(tx, wish, "applicant"),
        respondents=_side(tx, wish, "respondent"),
    )


def _side(tx: Transaction, wish: Intake, role: str) -> Side:
    return tx.referrals.side_of((party.kind, party.details) for party in wish.parties if party.role == role)


def _blocks(found: Found, intake: Intake, now: LegalNow) -> bool:
    """Whether the court will have no possible duplicate."""
    if found.court is None:
        return False
    return found.court.facts(intake.occurred_on or now.on).duplicate_policy == d.BLOCK


def _decided(
    ports: Ports, principal: Principal, found: Found, intake: Intake, now: LegalNow
) -> tuple[Answer, Referral, Fact]:
    """The decision and its receipt; the number is given by the write."""
    book, hints = ports.book(), ports.hints()
    new = _new_referral(ports, principal, found, intake, now)
    alike = d.duplicates_of(
        found.duplicates,
        cause_code=intake.cause_code,
        dispute_id=intake.dispute_id,
        distinct_from=intake.distinct_from,
        causes=book.causes,
    )
    if _blocks(found, intake, now) and not d.goes_on_with_one_found(found.duplicates, intake.dispute_id):
        d.refuse_duplicates(alike)
    command = command_of(intake, found, now)
    if not isinstance(command, Opening):
        raise TypeError("an opening is a submission, a consultation, a delegation or an invitation")
    _check_action(principal, command)
    after, fact = decide_opening(new, command, ACTOR_OF[new.kind], now, book, ports.mint)
    warnings = [
        *warnings_of(after, command, book, hints, after.opened_on),
        *warnings_of_cause(after, hints),
        *warnings_of_numbers(_court_numbers(intake), hints, after.opened_on),
        *d.warnings_of_dispute(found.duplicates, intake.dispute_id),
        *([d.CODE] if alike else []),
    ]
    return receipts.opened(after, fact, warnings=warnings, duplicates=alike), after, fact


def _court_numbers(intake: Intake) -> tuple[str, ...]:
    """Numbers that courts gave; other bodies number as they like."""
    return tuple(number.normalised for number in intake.case_numbers if number.kind == "court")


@dataclass(frozen=True, slots=True)
class _Opener:
    """Who opens, as the registry has it on the day; one of the three is set."""

    court: CourtFacts | None = None
    applied_to: OrganisationFacts | None = None
    referring_body: ReferringBodyFacts | None = None


def _opener(principal: Principal, found: Found, day: date) -> _Opener:
    """The registered tenant; refused with `not_your_role` where it is not in the registry."""
    if principal.kind is TenantKind.COURT and found.court is not None:
        return _Opener(court=found.court.facts(day))
    if principal.kind is TenantKind.ORGANISATION and found.organisation is not None:
        return _Opener(applied_to=found.organisation.facts(day))
    if principal.kind is TenantKind.REFERRING_BODY and found.referring_body is not None:
        body = found.referring_body.facts(day)
        if not body.active:
            raise Refusal("referring_body_not_active")
        return _Opener(referring_body=body)
    raise Refusal("not_your_role")


def _check_action(principal: Principal, command: Opening) -> None:
    """Refuse with `not_your_role` an action with which tenants of the caller's kind open nothing."""
    actions = _ACTIONS_OF[principal.kind]
    if command.action.value not in actions:
        raise Refusal("not_your_role", facts={"actions": list(actions)}, pointer="/action")


def _kind(principal: Principal, intake: Intake) -> Kind:
    """The kind to be opened; refused with `not_your_role` where tenants of the caller's kind open no such referral."""
    kinds = KINDS_OF[principal.kind]
    kind = intake.kind or kinds[0]
    if kind not in kinds:
        raise Refusal("not_your_role", facts={"kinds": [known.value for known in kinds]}, pointer="/kind")
    return kind


def _new_referral(ports: Ports, principal: Principal, found: Found, intake: Intake, now: LegalNow) -> c.NewReferral:
    kind = _kind(principal, intake)
    opened_on = intake.occurred_on or now.on
    opener = _opener(principal, found, opened_on)
    causes = ports.book().causes
    if intake.cause_code is not None and intake.cause_code not in causes.causes:
        raise Refusal("unknown_code", facts={"list": "causes"}, pointer="/cause_code")
    _check_references(found, intake)
    _check_numbers(intake.case_numbers)
    parties = tuple(_party(ports, new) for new in intake.parties)
    pairs = tuple(zip(parties, intake.parties, strict=True))
    return c.NewReferral(
        id=ReferralId(ports.mint()),
        dispute_id=intake.dispute_id or ports.mint(),
        kind=kind,
        court=opener.court,
        on_court_platform=intake.on_court_platform,
        cause_code=intake.cause_code,
        cause_version=None if intake.cause_code is None else causes.version,
        parties=parties,
        consents=_consents(ports, pairs, opened_on, now.on),
        referring_body_id=None if opener.referring_body is None else opener.referring_body.id,
        by_commission=opener.referring_body is not None and opener.referring_body.is_commission,
        applied_to=opener.applied_to,
        in_trial=intake.in_trial,
        particulars=intake.particulars,
        representatives=_representatives(ports, pairs, opened_on),
        claims=_claims(ports, pairs, opened_on),
        series_id=intake.series_id,
    )


def _check_references(found: Found, intake: Intake) -> None:
    if intake.dispute_id is not None and not found.dispute_known:
        raise Refusal("unknown_reference", pointer="/dispute_id")
    if intake.series_id is not None and not found.series_known:
        raise Refusal("unknown_reference", pointer="/series_id")


Pairs = Sequence[tuple[Party, NewParty]]


def _party(ports: Ports, new: NewParty) -> Party:
    known = new.details.id_number is not None
    return Party(PartyId(ports.mint()), new.role, new.kind, new.represented_count, known, new.details)


def _check_numbers(numbers: Sequence[NewCaseNumber]) -> None:
    """Refuse with `case_number_known` a number that is given twice, in whatever spelling."""
    seen: set[tuple[str, str]] = set()
    for place, number in enumerate(numbers):
        if (number.kind, number.normalised) in seen:
            raise Refusal("case_number_known", pointer=f"/case_numbers/{place}/number")
        seen.add((number.kind, number.normalised))


def _consents(ports: Ports, pairs: Pairs, opened_on: date, today: date) -> tuple[Consent, ...]:
    consents: list[Consent] = []
    for n, (party, new) in enumerate(pairs):
        for m, word in enumerate(new.consents):
            if word.given_on is not None and word.given_on > today:
                raise Refusal("occurred_in_future", pointer=f"/parties/{n}/consents/{m}/given_on")
            given_on = word.given_on or opened_on
            consents.append(Consent(ports.mint(), party.id, word.kind, word.given, given_on))
    return tuple(consents)


def _representatives(ports: Ports, pairs: Pairs, opened_on: date) -> tuple[Representative, ...]:
    return tuple(
        Representative(ports.mint(), party.id, each.kind, each.authority, opened_on, details=each.details)
        for party, new in pairs
        for each in new.representatives
    )


def _claims(ports: Ports, pairs: Pairs, opened_on: date) -> tuple[Claim, ...]:
    return tuple(
        Claim(ports.mint(), party.id, each.kind, each.amount, "open", opened_on, text=each.text)
        for party, new in pairs
        for each in new.claims
    )


def _filing(ports: Ports, intake: Intake) -> Filing:
    return Filing(
        court_reference=intake.court_reference,
        case_numbers=tuple(
            CaseNumber(ports.mint(), number.kind, number.original, number.normalised) for number in intake.case_numbers
        ),
    )
