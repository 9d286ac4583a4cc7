"""Values that cross the ports: what is looked for, found and kept, and the ways in which a write is lost."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from app.domain.access import ClientId, CourtId, OrganisationId, TenantId
from app.domain.dossier import CaseNumber
from app.domain.referral import MediatorId, ProcedureId, Referral, ReferralId, SeriesId
from app.domain.registry import Channel, Court, Mediator, Organisation, ReferringBody, RosterEntry
from app.domain.registry_facts import Encounters


class StaleVersion(Exception):
    """The referral moved on between reading and writing; nothing was written."""


class KeyTaken(Exception):
    """Another request with the same idempotency key was written first; nothing was written."""


class NameTaken(Exception):
    """A name, code or single place is already registered; nothing was written."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a write answered: status, address of what was made, version of the referral, body without party data."""

    status: int
    body: Mapping[str, Any]
    location: str | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """One idempotency key with the answer that it has as long as it is kept."""

    client_id: ClientId
    key: str
    fingerprint: bytes
    answer: Answer
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Filing:
    """What a referral carries beside the things that the lifecycle judges.

    `court_reference` is the reference of whoever opened it; `case_numbers` those that it came with, or, where it was
    read, all that it has.
    """

    court_reference: str | None = None
    case_numbers: tuple[CaseNumber, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """Keyed hashes by which the parties of one side are found again.

    Attributes:
        hashes: One for each party: of type and number of its document, or of kind and name where it has no number.
        names: Of kind and name, of those with a number: by them they are found where they stand without one.
    """

    hashes: tuple[bytes, ...] = ()
    names: tuple[bytes, ...] = ()


NO_SIDE = Side()
NO_ENCOUNTERS = Encounters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What one look at the database is to bring; see `Found`.

    Attributes:
        tenant_id: Whose eyes look; None only for the system, which sees all.
        referral_id: The referral; or
        procedure_id: the referral that has this procedure; or neither, where one is to be opened.
        key: The caller's client and idempotency key, where an earlier answer is to be looked for.
        organisation_id: An organisation that the command names, with its channels to the court.
        mediator_id: A mediator that the command names.
        with_dossier: Whether the dossier is wanted too.
        with_mediators: Whether what the registry says of the referral's mediators is wanted too.
        with_listing: Whether the roster entries of the organisation named are wanted too, with their courts.
        with_encounters: Whether it is wanted what the tenant sees of the mediator named and the parties elsewhere.
        court_id: A court that the command names, where no court referred.
        series_id: A series that the command names.
        basis_id: A procedure whose court is wanted too, where the command names a court.
        dispute_id: A dispute with which an opening goes on.
        applicants: How an opening's applicants are found again, from `Referrals.side_of`; with its respondents they
            find possible duplicates.
        respondents: How its respondents are.
    """

    tenant_id: TenantId | None
    referral_id: ReferralId | None = None
    procedure_id: ProcedureId | None = None
    key: tuple[ClientId, str] | None = None
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None
    with_dossier: bool = False
    with_mediators: bool = False
    with_encounters: bool = False
    with_listing: bool = False
    court_id: CourtId | None = None
    series_id: SeriesId | None = None
    basis_id: ProcedureId | None = None
    dispute_id: UUID | None = None
    applicants: Side = NO_SIDE
    respondents: Side = NO_SIDE


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A visible referral that may be about the same dispute: it has somebody of either side, on whichever side."""

    referral_id: ReferralId
    dispute_id: UUID
    serial: int
    opened_on: date
    cause_code: str | None
    state: str


@dataclass(frozen=True, slots=True)
class Record:
    """A referral as stored: the aggregate, its running number, what was filed with it."""

    referral: Referral
    serial: int
    filing: Filing
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Found:
    """What one look brought; None for what is not there or not visible.

    `court` is the referring court: the referral's, or the tenant where a court opens one. `referring_body` likewise.
    `issuing_court` is that of the procedure sought, beside a named court. `series_known` and `dispute_known`: whether
    the one sought is there for the caller. `mediators`: those of the referral and the one that the command names;
    `listings`: what the roster of the referring court has of them. `listed`: all entries of the organisation named, and
    `listing_courts` the courts of those. `identities`: keyed hashes of the identity numbers of the referral's parties
    and representatives, where one of its mediators has one.
    """

    record: Record | None
    kept: tuple[bytes, Answer] | None
    court: Court | None
    holder: Organisation | None
    organisation: Organisation | None
    channels: tuple[Channel, ...]
    mediator: Mediator | None
    offset_seconds: int
    referring_body: ReferringBody | None = None
    named_court: Court | None = None
    issuing_court: Court | None = None
    series_known: bool = False
    dispute_known: bool = False
    duplicates: tuple[Duplicate, ...] = ()
    mediators: tuple[Mediator, ...] = ()
    listings: tuple[RosterEntry, ...] = ()
    encounters: Encounters = NO_ENCOUNTERS
    listed: tuple[RosterEntry, ...] = ()
    listing_courts: tuple[Court, ...] = ()
    identities: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DueClock:
    """A running clock whose last day is over, on a referral that this transaction has locked."""

    clock_id: UUID
    referral_id: ReferralId
    rule: str
    due_on: date
