"""Mediators, and the rosters 名册 in which courts list organisations and mediators."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from app.domain.access import CourtId, OrganisationId, Scope
from app.domain.codes import checked_code
from app.domain.errors import Refusal
from app.domain.identifiers import IdentityDocument, identity_number
from app.domain.ports import Answer, Ports
from app.domain.referral import MediatorId
from app.domain.registry import ChangeKind, Mediator, Noun, RosterEntry, Validity
from app.domain.time import legal_date
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.reading import existing
from app.services.registry.writing import Work, created, require_valid, written


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMediator:
    """A mediator to be entered in the roster of an organisation."""

    organisation_id: OrganisationId
    name: str
    validity: Validity
    certificate_number: str | None = None
    document: IdentityDocument | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRosterEntry:
    """An organisation or a mediator to be listed by a court; exactly one of the two."""

    court_id: CourtId
    validity: Validity
    organisation_id: OrganisationId | None = None
    mediator_id: MediatorId | None = None
    status: str = "active"
    certificate_number: str | None = None
    training_hours: int | None = None
    trained: bool = False


@dataclass(frozen=True, slots=True)
class SetStatus:
    """From a day on the entry has another status: a code of list `roster_status`."""

    status: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class Train:
    """From a day on so many hours of training are on record."""

    training_hours: int
    trained: bool
    valid_from: date


@dataclass(frozen=True, slots=True)
class Certify:
    """From a day on a mediator or an entry has another certificate number."""

    certificate_number: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class Identify:
    """A mediator is known by this document, at once: a person has no other number from a day on."""

    document: IdentityDocument


def identified(id_type: str, number: str, now: datetime) -> Identify | Refusal:
    """The wish of somebody who typed a number, or `unknown_code`, `identity_number_invalid`."""
    try:
        checked_code("id_type", id_type, "/id_type")
        return Identify(IdentityDocument(id_type, identity_number(id_type, number, today=legal_date(now))))
    except Refusal as refusal:
        return refusal


async def register_mediator(ports: Ports, envelope: Envelope, wish: NewMediator | Refusal) -> Outcome:
    """Enter a mediator in the roster of an organisation."""

    async def write(work: Work) -> Answer:
        new = checked(wish)
        await existing(work.tx.registry.organisations, new.organisation_id, "/organisation_id")
        mediator = Mediator(
            id=MediatorId(ports.mint()),
            organisation_id=new.organisation_id,
            name=new.name,
            validity=new.validity.checked(),
            certificate_number=new.certificate_number,
        )
        await work.tx.registry.add_mediator(mediator, work.recorded_at, new.document)
        return created(Noun.MEDIATORS, mediator.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def register_roster_entry(ports: Ports, envelope: Envelope, wish: NewRosterEntry | Refusal) -> Outcome:
    """List an organisation or a mediator in the roster of a court; both and neither are refused with `one_listed`."""

    async def write(work: Work) -> Answer:
        new = checked(wish)
        checked_code("roster_status", new.status, "/status")
        await existing(work.tx.registry.courts, new.court_id, "/court_id")
        if (new.organisation_id is None) is (new.mediator_id is None):
            raise Refusal("one_listed", pointer="/organisation_id")
        if new.organisation_id is not None:
            await existing(work.tx.registry.organisations, new.organisation_id, "/organisation_id")
        if new.mediator_id is not None:
            await existing(work.tx.registry.mediators, new.mediator_id, "/mediator_id")
        entry = RosterEntry(
            id=ports.mint(),
            court_id=new.court_id,
            status=new.status,
            validity=new.validity.checked(),
            organisation_id=new.organisation_id,
            mediator_id=new.mediator_id,
            certificate_number=new.certificate_number,
            training_hours=new.training_hours,
            trained=new.trained,
        )
        await work.tx.registry.add_roster_entry(entry, work.recorded_at)
        return created(Noun.ROSTERS, entry.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def set_status(work: Work, entry: RosterEntry, wish: SetStatus) -> UUID:
    """The entry is suspended, removed or active again from the day on."""
    checked_code("roster_status", wish.status, "/status")
    require_valid(entry, wish.valid_from)
    return await work.note(Noun.ROSTERS, entry.id, ChangeKind.SET_STATUS, wish.valid_from, {"status": wish.status})


async def train(work: Work, entry: RosterEntry, wish: Train) -> UUID:
    """Training is on record from the day on."""
    require_valid(entry, wish.valid_from)
    details = {"training_hours": wish.training_hours, "trained": wish.trained}
    return await work.note(Noun.ROSTERS, entry.id, ChangeKind.TRAIN, wish.valid_from, details)


async def certify(work: Work, record: Mediator | RosterEntry, wish: Certify) -> UUID:
    """The certificate number is another one from the day on."""
    require_valid(record, wish.valid_from)
    noun = Noun.MEDIATORS if isinstance(record, Mediator) else Noun.ROSTERS
    details = {"certificate_number": wish.certificate_number}
    return await work.note(noun, record.id, ChangeKind.CERTIFY, wish.valid_from, details)


async def identify(work: Work, mediator: Mediator, wish: Identify) -> UUID:
    """The mediator has a document on record; the history says of which type, and never its number."""
    await work.tx.registry.set_identity(mediator.id, wish.document)
    day = legal_date(work.recorded_at)
    return await work.note(Noun.MEDIATORS, mediator.id, ChangeKind.IDENTIFY, day, {"id_type": wish.document.id_type})
