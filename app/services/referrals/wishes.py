"""What callers ask for, and what the registry adds to it before it becomes a command."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final
from uuid import UUID

from app.domain import commands as c
from app.domain.access import ActorRole, CourtId, OrganisationId, TenantKind
from app.domain.court_tree import Listing, channel_for, listing_of
from app.domain.dossier import NO_PARTICULARS, Particulars, RepresentativeDetails
from app.domain.errors import Refusal
from app.domain.guards.agents import agents_of
from app.domain.lifecycle import conflicts, dispatch, dossier
from app.domain.lifecycle.states import Action, Kind, Machine, SignerRole
from app.domain.office import facts_on
from app.domain.ports import Found
from app.domain.referral import MediatorId, OnBehalfOf, PartyDetails, ProcedureId, SeriesId
from app.domain.registry_facts import ChannelFacts, CourtFacts, Encounters, MediatorFacts, OrganisationFacts
from app.domain.stored import NO_ENCOUNTERS
from app.domain.time import LegalNow
from app.domain.values import replace

DOSSIER_ACTIONS: Final[frozenset[Action]] = frozenset(
    {row.action for row in (*dossier.ROWS, *conflicts.ROWS, *dispatch.ROWS) if row.machine is Machine.DOSSIER}
    - {row.action for row in dossier.ROWS if row.by == (ActorRole.CLOCK,)}
    | {Action.ASSIGN_MEDIATOR, Action.REPLACE_MEDIATOR}
)
"""Actions whose wish must say `with_dossier`: those of the dossier, and those that look at conflicts recorded there."""

KINDS_OF: Final[Mapping[TenantKind, tuple[Kind, ...]]] = {
    TenantKind.COURT: (Kind.PRE_FILING, Kind.POST_FILING, Kind.ASSISTED),
    TenantKind.ORGANISATION: (Kind.DIRECT,),
    TenantKind.REFERRING_BODY: (Kind.TRANSFERRED,),
}
"""Which kinds of referral a tenant opens; the first is meant where it names none."""


_MEDIATED = c.AssignMediator | c.ReplaceMediator | c.Start | c.HoldSession | c.AmendAgreement


def needs_dossier(command: c.Command) -> bool:
    """Whether its wish must say `with_dossier`: also a signature that names who signs for the party."""
    return command.action in DOSSIER_ACTIONS or bool(agents_of(command))


def needs_mediators(command: c.Command) -> bool:
    """Whether its wish must say `with_mediators`: what a mediator does needs one who may mediate on that day."""
    if isinstance(command, c.Sign):
        return command.role is SignerRole.MEDIATOR
    return isinstance(command, _MEDIATED)


@dataclass(frozen=True, slots=True)
class RegistryFacts:
    """What the registry says on the legal date of a command; handed to the command's builder.

    Attributes:
        channel: Between the referring court and the organisation that the wish names.
        mediator: The mediator that the wish names.
        series_id: The series that the wish names.
        issuing_court: The court of the procedure that the wish rests on, where that is not the referring court.
        encounters: What the caller sees of the mediator and the parties elsewhere.
        listing: On whose roster the organisation that the wish names stands; only for a dispatch.
    """

    _organisation: OrganisationFacts | None
    _holder: OrganisationFacts | None
    channel: ChannelFacts | None
    mediator: MediatorFacts | None
    series_id: SeriesId | None = None
    encounters: Encounters = NO_ENCOUNTERS
    _court_id: CourtId | None = None
    _named_court: CourtFacts | None = None
    issuing_court: CourtFacts | None = None
    listing: Listing = Listing.NONE

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

    @property
    def named_court(self) -> CourtFacts | None:
        """The court that the wish names, None where it names none; refused with `unknown_reference` if unknown."""
        if self._court_id is not None and self._named_court is None:
            raise Refusal("unknown_reference", pointer="/court_id")
        return self._named_court

    @property
    def series(self) -> SeriesId:
        """The series that the wish names; refused with `unknown_reference` where the caller sees none."""
        if self.series_id is None:
            raise Refusal("unknown_reference", pointer="/series_id")
        return self.series_id


def _nothing() -> None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """One transition as it was asked for.

    Attributes:
        build: Makes the command from registry facts; may refuse. `occurred_on` and `on_behalf_of` are put in here.
        occurred_on: Legal date; None for today.
        on_behalf_of: Whom the tenant acts for.
        organisation_id: Organisation that the command names, if it does.
        mediator_id: Mediator that the command names, if it does.
        court_id: Court that the command names, if it does.
        series_id: Series that the command names, if it does.
        basis_id: Procedure that the command rests on and names, if it does; with a court, its own court is looked up.
        with_dossier: Whether the command needs the dossier; see `needs_dossier`.
        with_mediators: Whether the command depends on who mediates; see `needs_mediators`.
        with_encounters: Whether the command is a check for conflicts.
        with_listing: Whether the command depends on whose roster the organisation stands on.
        recalls: Whether the command is a recall, which is for somebody who does not hold the referral.
        before_write: Called when everything is decided and nothing is written yet; what it raises undoes the attempt.
    """

    build: Callable[[RegistryFacts], c.Command]
    occurred_on: date | None = None
    on_behalf_of: OnBehalfOf | None = None
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None
    court_id: CourtId | None = None
    series_id: SeriesId | None = None
    basis_id: ProcedureId | None = None
    with_dossier: bool = False
    with_mediators: bool = False
    with_encounters: bool = False
    with_listing: bool = False
    recalls: bool = False
    before_write: Callable[[], None] = _nothing


@dataclass(frozen=True, slots=True)
class NewConsent:
    """A party's word that comes with the referral; `given_on` None for the legal date of the opening."""

    kind: str
    given: bool
    given_on: date | None = None


@dataclass(frozen=True, slots=True)
class NewRepresentative:
    """Somebody who acts for a party from the opening on; codes of the lists of the same names."""

    kind: str
    authority: str
    details: RepresentativeDetails


@dataclass(frozen=True, slots=True)
class NewClaim:
    """One claim of a party as it comes with the referral; `amount` in yuan."""

    kind: str
    amount: Decimal | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class NewParty:
    """A party as it comes with the referral; numbers are checked and normalised already."""

    role: str
    kind: str
    details: PartyDetails
    represented_count: int = 1
    consents: tuple[NewConsent, ...] = ()
    representatives: tuple[NewRepresentative, ...] = ()
    claims: tuple[NewClaim, ...] = ()


@dataclass(frozen=True, slots=True)
class NewCaseNumber:
    """A case number as it comes with the referral."""

    kind: str
    original: str
    normalised: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake(Wish):
    """A referral to be opened by the caller. `build` makes a `Submit`, `Consult`, `Delegate` or `Invite`.

    Attributes:
        kind: None for the usual kind of the tenant.
        in_trial: After filing: whether the case is in its trial stage.
        court_reference: The opener's own reference, court or not.
        dispute_id: The dispute that it goes on with; None for a new one.
        distinct_from: Referrals that were looked at and are about another matter.
    """

    parties: tuple[NewParty, ...]
    on_court_platform: bool
    cause_code: str | None = None
    kind: Kind | None = None
    in_trial: bool = False
    court_reference: str | None = None
    case_numbers: tuple[NewCaseNumber, ...] = ()
    particulars: Particulars = NO_PARTICULARS
    dispute_id: UUID | None = None
    distinct_from: tuple[UUID, ...] = ()


def command_of(wish: Wish, found: Found, now: LegalNow) -> c.Command:
    """The command with the registry's facts of its legal date."""
    day = wish.occurred_on or now.on
    facts = RegistryFacts(
        _organisation=None if found.organisation is None else found.organisation.facts(day),
        _holder=None if found.holder is None else found.holder.facts(day),
        channel=channel_for(found.channels, found.court, day),
        mediator=None
        if found.mediator is None
        else facts_on((found.mediator,), found.listings, day, found.identities)[found.mediator.id],
        series_id=wish.series_id if found.series_known else None,
        encounters=found.encounters,
        _court_id=wish.court_id,
        _named_court=None if found.named_court is None else found.named_court.facts(day),
        issuing_court=None if found.issuing_court is None else found.issuing_court.facts(day),
        listing=listing_of(found.listed, found.listing_courts, found.court, day),
    )
    command = wish.build(facts)
    if needs_dossier(command) and not wish.with_dossier:
        raise TypeError("a wish of the dossier must ask for the dossier")
    if needs_mediators(command) and not wish.with_mediators:
        raise TypeError("a wish that depends on who mediates must ask for the mediators")
    return replace(command, occurred_on=wish.occurred_on, on_behalf_of=wish.on_behalf_of)
