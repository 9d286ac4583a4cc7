"""Channels: from when to when a court sends disputes to an organisation, and which. Two never lie over each other."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from app.domain.access import CourtId, OrganisationId, Scope
from app.domain.codes import checked_code
from app.domain.court_tree import scope_below
from app.domain.errors import Refusal
from app.domain.ports import Answer, Ports, Transaction
from app.domain.registry import ChangeKind, Channel, Court, Noun, Validity
from app.services.envelope import Envelope, Outcome, checked
from app.services.registry.reading import existing
from app.services.registry.writing import Work, created, require_valid, written


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChannel:
    """A channel to be opened; `for_courts_below`: courts below may use it where they have none of their own."""

    court_id: CourtId
    organisation_id: OrganisationId
    mode: str
    form: str
    strict: bool
    validity: Validity
    cause_roots: tuple[str, ...] = ()
    scope_text: str | None = None
    for_courts_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescope:
    """From a day on a channel carries other things; None leaves a part as it is."""

    valid_from: date
    mode: str | None = None
    form: str | None = None
    strict: bool | None = None
    cause_roots: tuple[str, ...] | None = None
    scope_text: str | None = None


async def register_channel(ports: Ports, envelope: Envelope, wish: NewChannel | Refusal) -> Outcome:
    """Open a channel between a court and an organisation; refuses with `channel_overlaps` beside another of the two.

    One between head offices may serve the courts below, too (PD_DISPATCH); `no_courts_below` where there are none.
    """

    async def write(work: Work) -> Answer:
        new = checked(wish)
        _check_scope(ports, mode=new.mode, form=new.form, cause_roots=new.cause_roots)
        court = await existing(work.tx.registry.courts, new.court_id, "/court_id")
        await existing(work.tx.registry.organisations, new.organisation_id, "/organisation_id")
        channel = Channel(
            id=ports.mint(),
            court_id=new.court_id,
            organisation_id=new.organisation_id,
            mode=new.mode,
            form=new.form,
            strict=new.strict,
            validity=new.validity.checked(),
            cause_roots=new.cause_roots,
            scope_text=new.scope_text,
            court_scope=_scope(new, court) if new.for_courts_below else None,
        )
        await require_no_other(work.tx, channel, channel.validity)
        await work.tx.registry.add_channel(channel, work.recorded_at)
        return created(Noun.CHANNELS, channel.id)

    return await written(ports, envelope, Scope.REGISTRY_WRITE, write)


def _scope(new: NewChannel, court: Court) -> str:
    """The courts below; refused with `no_courts_below` where nobody knows them, or between others than head offices."""
    scope = scope_below(court)
    if scope is None or new.mode != "hq_to_hq":
        raise Refusal("no_courts_below", pointer="/for_courts_below")
    return scope


async def require_no_other(tx: Transaction, channel: Channel, validity: Validity) -> None:
    """Refuse with `channel_overlaps` where another channel of the two has a day of the validity."""
    other = await tx.registry.overlapping_channel(channel.court_id, channel.organisation_id, validity, but=channel.id)
    if other is not None:
        raise Refusal("channel_overlaps", facts={"channel_id": str(other)})


def _check_scope(ports: Ports, *, mode: str | None, form: str | None, cause_roots: tuple[str, ...] | None) -> None:
    if mode is not None:
        checked_code("channel_mode", mode, "/mode")
    if form is not None:
        checked_code("channel_form", form, "/form")
    known = ports.book().causes.causes
    for n, root in enumerate(cause_roots or ()):
        if root not in known:
            raise Refusal("unknown_code", facts={"list": "causes"}, pointer=f"/cause_roots/{n}")


async def rescope(work: Work, channel: Channel, wish: Rescope) -> UUID:
    """The channel carries other things from the day on."""
    _check_scope(work.ports, mode=wish.mode, form=wish.form, cause_roots=wish.cause_roots)
    require_valid(channel, wish.valid_from)
    given: dict[str, Any] = {
        "mode": wish.mode,
        "form": wish.form,
        "strict": wish.strict,
        "cause_roots": wish.cause_roots,
        "scope_text": wish.scope_text,
    }
    details = {name: value for name, value in given.items() if value is not None}
    return await work.note(Noun.CHANNELS, channel.id, ChangeKind.RESCOPE, wish.valid_from, details)
