"""Mediation organisations as a tree over time, and the bodies that refer without being a court."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.domain.access import OrganisationId, ReferringBodyId, Scope
from app.domain.codes import checked_code
from app.domain.errors import Refusal
from app.domain.lifecycle.states import Body
from app.domain.ports import Answer, Ports
from app.domain.registry import Amendment, ChangeKind, Noun, Organisation, ReferringBody, Validity
from app.domain.registry_tree import Tree
from app.domain.values import replace
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.reading import existing
from app.services.registry.writing import Work, created, require_free_name, require_valid, written


@dataclass(frozen=True, slots=True, kw_only=True)
class NewOrganisation:
    """An organisation to be registered, under its parent if it has one; `charges`: whether parties pay a fee."""

    name: str
    kind: Body
    validity: Validity
    parent_id: OrganisationId | None = None
    region: str | None = None
    charges: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferringBody:
    """A referring body to be registered; `kind` is a code of list `referring_body_kind`."""

    name: str
    kind: str
    validity: Validity
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """From a day on an organisation stands under another parent, or under none."""

    parent_id: OrganisationId | None
    valid_from: date


@dataclass(frozen=True, slots=True)
class SetCapacity:
    """From a day on an organisation has room for more, little, or none; a code of list `capacity`."""

    capacity: str
    valid_from: date


async def set_capacity(work: Work, organisation: Organisation, wish: SetCapacity) -> UUID:
    """Say how much room an organisation has from a day on."""
    checked_code("capacity", wish.capacity, "/capacity")
    require_valid(organisation, wish.valid_from)
    details = {"capacity": wish.capacity}
    return await work.note(Noun.ORGANISATIONS, organisation.id, ChangeKind.SET, wish.valid_from, details)


async def register_organisation(ports: Ports, envelope: Envelope, wish: NewOrganisation | Refusal) -> Outcome:
    """Register an organisation; who stands above its parent stands above it too.

    Refuses with `people_mediation_is_free` a people's mediation organisation that charges.

    Legal source: PML 4 (people's mediation is free), CMR 16 (a commercial organisation may charge), OMR 5.
    """

    async def write(work: Work) -> Answer:
        new = checked(wish)
        if new.charges and new.kind is Body.PEOPLE:
            raise Refusal("people_mediation_is_free", pointer="/charges")
        if new.parent_id is not None:
            await existing(work.tx.registry.organisations, new.parent_id, "/parent_id")
        await require_free_name(work.tx, Noun.ORGANISATIONS, new.name)
        organisation = Organisation(
            id=OrganisationId(ports.mint()),
            name=new.name,
            kind=new.kind,
            validity=new.validity.checked(),
            parent_id=new.parent_id,
            region=new.region,
            charges=new.charges,
        )
        first_day = organisation.validity.valid_from
        tree = Tree.of((*await work.tx.registry.family(None, new.parent_id), organisation))
        placed = replace(organisation, ancestor_ids=tree.ancestors(organisation.id, first_day))
        await work.tx.registry.add_organisation(placed, work.recorded_at)
        later = Tree({**tree.organisations, placed.id: placed}).lineage(placed.id, first_day)
        await _note_lineage(work, placed.id, later)
        return created(Noun.ORGANISATIONS, organisation.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def register_referring_body(ports: Ports, envelope: Envelope, wish: NewReferringBody | Refusal) -> Outcome:
    """Register a referring body."""

    async def write(work: Work) -> Answer:
        new = checked(wish)
        checked_code("referring_body_kind", new.kind, "/kind")
        await require_free_name(work.tx, Noun.REFERRING_BODIES, new.name)
        body = ReferringBody(
            id=ReferringBodyId(ports.mint()),
            name=new.name,
            kind=new.kind,
            validity=new.validity.checked(),
            region=new.region,
        )
        await work.tx.registry.add_referring_body(body, work.recorded_at)
        return created(Noun.REFERRING_BODIES, body.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


async def move(work: Work, organisation: Organisation, wish: Move) -> UUID:
    """Put an organisation under another parent from a day on; all below it go with it.

    Who sees a referral was settled when its organisation took its turn; a move does not reach back into it. Refuses
    with `organisation_cycle` where on any day from then on somebody would stand above itself, moves to come included.
    """
    require_valid(organisation, wish.valid_from)
    if wish.parent_id is not None:
        parent = await existing(work.tx.registry.organisations, wish.parent_id, "/parent_id")
        if not parent.validity.covers(wish.valid_from):
            raise Refusal("organisation_not_active", pointer="/parent_id")
    family = await work.tx.registry.family(organisation.id, wish.parent_id)
    tree = Tree.of(family).moved(organisation.id, wish.parent_id, wish.valid_from)
    lineages = {member.id: tree.lineage(member.id, wish.valid_from) for member in family}
    details = {"parent_id": wish.parent_id}
    noted = await work.note(Noun.ORGANISATIONS, organisation.id, ChangeKind.MOVE, wish.valid_from, details)
    for organisation_id, amendments in lineages.items():
        await _note_lineage(work, organisation_id, amendments)
    return noted


async def _note_lineage(work: Work, organisation_id: OrganisationId, amendments: tuple[Amendment, ...]) -> None:
    for amendment in amendments:
        details = dict(amendment.values)
        await work.note(Noun.ORGANISATIONS, organisation_id, ChangeKind.LINEAGE, amendment.valid_from, details)
