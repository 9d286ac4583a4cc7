"""A case file played on the lifecycle alone: all sides decide, `apply` judges, time acts. No process, no database.

The bodies are those that the sides send, read by the contract's own models. `docs/real-cases.md` is made from this, and
the tests hold every file against it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from itertools import count
from typing import Any
from uuid import UUID

from pydantic import TypeAdapter

from app.adapters.reference_data import load_calendar, load_causes, load_tracks
from app.demo.cases import BREACH_WINDOW, CaseFile, OrganisationEntry
from app.domain import commands as c
from app.domain.access import ActorRole, CourtId, OrganisationId, ReferringBodyId
from app.domain.causes import CauseTree
from app.domain.court_tree import Listing
from app.domain.errors import Refusal
from app.domain.events import Event, event_of
from app.domain.fact import Fact
from app.domain.lifecycle.apply import apply, open_referral
from app.domain.lifecycle.states import Body, Kind, Track
from app.domain.lifecycle.table import RuleBook
from app.domain.lifecycle.times import command_of_time
from app.domain.referral import (
    Consent,
    MediatorId,
    Party,
    PartyId,
    ProcedureId,
    Referral,
    ReferralId,
    SeriesId,
    due_dates,
)
from app.domain.registry_facts import ChannelFacts, CourtFacts, MediatorFacts, OrganisationFacts
from app.domain.time import LegalNow
from app.routers.intakes import intake_of
from app.routers.procedure_wishes import procedure_wish_of
from app.routers.schemas.opening import Opening
from app.routers.schemas.transitions import ProcedureTransition, ReferralTransition
from app.routers.wishes import wish_of
from app.sandbox import centre_steps, court_steps
from app.sandbox.casefile import CentrePart, CourtPart, FilePart
from app.sandbox.steps import Decision, Step, Wait
from app.sandbox.view import ReferralView, fold, labelled
from app.services.history import item_of
from app.services.referrals.wishes import Intake, RegistryFacts, Wish

OPENING: TypeAdapter[Any] = TypeAdapter(Opening)
TRANSITION: TypeAdapter[Any] = TypeAdapter(ReferralTransition)
PROCEDURE: TypeAdapter[Any] = TypeAdapter(ProcedureTransition)
ROUNDS_MAX = 1000
NOON_UTC = 4
SERIES = SeriesId(UUID(int=8))
CHANNEL = ChannelFacts(UUID(int=9), strict=False, cause_roots=())


@cache
def _book() -> RuleBook:
    causes = CauseTree.of(load_causes())
    return RuleBook(load_calendar(), causes, tracks=load_tracks(), breach_window_working_days=BREACH_WINDOW)


def minter() -> Callable[[], UUID]:
    """Ids in order, the same in every play."""
    numbers = count(1000)
    return lambda: UUID(int=next(numbers))


@dataclass
class Rehearsal:
    """One referral of a case file and everybody in it; `stopped` is the code of a refusal that the file foresees."""

    case: CaseFile
    today: date
    referral: Referral | None = None
    events: list[Event] = field(default_factory=list)
    stopped: str | None = None
    over: set[str] = field(default_factory=set)
    ids: dict[str, UUID] = field(default_factory=dict)
    mint: Callable[[], UUID] = field(default_factory=minter)

    def id_of(self, name: str) -> UUID:
        """The id of a tenant or mediator by name; given when it is first asked for."""
        return self.ids.setdefault(name, self.mint())

    @property
    def now(self) -> LegalNow:
        """Noon of the day in the courts' zone."""
        return LegalNow(datetime(self.today.year, self.today.month, self.today.day, NOON_UTC, tzinfo=UTC), self.today)

    @property
    def view(self) -> ReferralView | None:
        """What the sides see."""
        if self.referral is None:
            return None
        parties = [{"id": str(party.id), "role": party.role} for party in self.referral.parties]
        shown = {
            "id": str(self.referral.id),
            "court_reference": self.case.case_id,
            "kind": self.referral.kind.value,
            "track": self.referral.track.value,
        }
        return fold(shown, labelled(parties), [item_of(event) for event in self.events])

    def book(self, court_name: str | None) -> RuleBook:
        """The rule book with what the registry says of the referring court."""
        return _book() if court_name is None else replace(_book(), court=self._court(court_name))

    @property
    def referring_court(self) -> str | None:
        """Name of the court that refers; None for an application and a transfer."""
        part = self.case.court
        return part.court if part is not None and part.opens and part.kind != "transferred" else None

    def decisions(self) -> Iterator[tuple[FilePart, ActorRole, Decision]]:
        """What everybody wants now: courts and bodies first, then each organisation of whom there is a file."""
        for court in self.case.courts:
            actor = ActorRole.REFERRING_BODY if court.kind == "transferred" else ActorRole.COURT
            ids = {entry.name: str(self.id_of(entry.name)) for entry in self.case.organisations}
            ids[f"series {court.series}"] = str(SERIES)
            yield court, actor, court_steps.next_step(court, self._seen_by(court), self.today, ids)
        for centre in self.case.centres:
            ids = {"organisation": str(self.id_of(centre.organisation)), "mediator": str(self.id_of("mediator"))}
            ids |= {entry.name: str(self.id_of(entry.name)) for entry in self.case.organisations}
            ids |= {court.court: str(self.id_of(court.court)) for court in self.case.courts}
            view = self.view if self.view is not None or not centre.opens else None
            yield centre, ActorRole.ORGANISATION, centre_steps.next_step(centre, view, self.today, ids)

    def _seen_by(self, court: CourtPart) -> ReferralView | None:
        """A court that only decides sees the referral once a procedure is before it."""
        if court.opens or self.referral is None:
            return self.view
        return self.view if self.id_of(court.court) in self.referral.audience else None

    def take(self, part: FilePart, actor: ActorRole, step: Step) -> None:
        """One step; one that the file expects to be refused ends that side's part."""
        stop = part.stops_at
        try:
            self._take(actor, step)
        except Refusal as refusal:
            if stop is None or (stop.step, stop.code) != (step.name, refusal.code):
                raise
            self.stopped = refusal.code
            self.over.add(_name(part))

    def _take(self, actor: ActorRole, step: Step) -> None:
        if self.referral is None:
            self._open(actor, intake_of(OPENING.validate_python(step.body)))
        elif step.procedure_id is not None:
            procedure_id = ProcedureId(UUID(step.procedure_id))
            self._apply(procedure_wish_of(PROCEDURE.validate_python(step.body), procedure_id), actor)
        else:
            self._apply(wish_of(TRANSITION.validate_python(step.body)), actor)

    def _open(self, actor: ActorRole, intake: Intake) -> None:
        parties = tuple(
            Party(PartyId(self.mint()), new.role, new.kind, new.represented_count, new.details.id_number is not None)
            for new in intake.parties
        )
        consents = tuple(
            Consent(self.mint(), party.id, word.kind, word.given, word.given_on or self.today)
            for party, new in zip(parties, intake.parties, strict=True)
            for word in new.consents
        )
        opener = self.case.opener
        new = c.NewReferral(
            id=ReferralId(self.mint()),
            dispute_id=self.mint(),
            kind=intake.kind or Kind.PRE_FILING,
            court=self._court(opener) if actor is ActorRole.COURT else None,
            on_court_platform=intake.on_court_platform,
            cause_code=intake.cause_code,
            cause_version=None if intake.cause_code is None else _book().causes.version,
            parties=parties,
            consents=consents,
            referring_body_id=ReferringBodyId(self.id_of(opener)) if actor is ActorRole.REFERRING_BODY else None,
            applied_to=self._organisation(self.id_of(opener)) if actor is ActorRole.ORGANISATION else None,
            in_trial=intake.in_trial,
            particulars=intake.particulars,
            series_id=intake.series_id,
        )
        command: Any = intake.build(self._facts(intake))
        after, fact = open_referral(new, command, actor, self.now, self.book(None), self.mint)
        self._happened(after, replace(after, version=0, chain=b""), fact)

    def _apply(self, wish: Wish, actor: ActorRole) -> None:
        if self.referral is None:
            raise ValueError(self.case.case_id)
        command = replace(wish.build(self._facts(wish)), occurred_on=wish.occurred_on)
        before, book = self.referral, self._manned(self.book(self.referring_court), self.referral)
        after, fact = apply(before, command, actor, self.now, book, self.mint)
        self._happened(after, before, fact)

    def _manned(self, book: RuleBook, referral: Referral) -> RuleBook:
        """With what the registry says of holder and mediators: in a case of a file both may mediate."""
        holder_id = referral.holder_id
        if holder_id is None:
            return book
        turns = referral.mediators
        office = {turn.mediator_id: MediatorFacts(turn.mediator_id, holder_id, active=True) for turn in turns}
        return replace(book, holder=self._organisation(holder_id), mediators=office)

    def _happened(self, after: Referral, before: Referral, fact: Fact) -> None:
        event = event_of(fact, before, None, self.mint(), self.now.instant)
        self.events.append(event)
        self.referral = replace(after, chain=event.hash)

    def _facts(self, wish: Wish) -> RegistryFacts:
        holder = None if self.referral is None else self.referral.holder_id
        mediator = None if holder is None else MediatorFacts(MediatorId(self.id_of("mediator")), holder, active=True)
        court = next((part.court for part in self.case.courts if self.id_of(part.court) == wish.court_id), None)
        return RegistryFacts(
            channel=self._channel(wish.organisation_id),
            listing=Listing.OWN if self._listed(wish.organisation_id) else Listing.NONE,
            mediator=mediator,
            series_id=wish.series_id,
            _organisation=self._organisation(wish.organisation_id),
            _holder=self._organisation(holder),
            _court_id=wish.court_id,
            _named_court=None if court is None else self._court(court),
            issuing_court=self._issuing_court(wish),
        )

    def _issuing_court(self, wish: Wish) -> CourtFacts | None:
        """The court of the procedure that a wish rests on, where that is not the referring one."""
        basis = None if self.referral is None else self.referral.procedure(wish.basis_id)
        made_by = None if basis is None else basis.court_id
        name = next((part.court for part in self.case.courts if self.id_of(part.court) == made_by), None)
        return None if name is None else self._court(name)

    def _organisation(self, wanted: UUID | None) -> OrganisationFacts | None:
        entry = self._entry(wanted)
        if entry is None or wanted is None:
            return None
        above = self._above(entry)
        return OrganisationFacts(OrganisationId(wanted), active=True, body=Body(entry.kind), ancestor_ids=above)

    def _above(self, entry: OrganisationEntry) -> tuple[OrganisationId, ...]:
        """Those above an organisation, as far as the file has them, nearest first."""
        if entry.parent is None:
            return ()
        parent = next((x for x in self.case.organisations if x.name == entry.parent), None)
        further = () if parent is None else self._above(parent)
        return (OrganisationId(self.id_of(entry.parent)), *further)

    def _entry(self, wanted: UUID | None) -> OrganisationEntry | None:
        return next((x for x in self.case.organisations if self.id_of(x.name) == wanted), None)

    def _channel(self, wanted: UUID | None) -> ChannelFacts:
        entry = self._entry(wanted)
        return CHANNEL if entry is None else replace(CHANNEL, mode=entry.mode)

    def _listed(self, wanted: UUID | None) -> bool:
        entry = self._entry(wanted)
        return entry is not None and entry.listed

    def _court(self, name: str) -> CourtFacts:
        settings: Mapping[str, Any] = self.case.court_settings
        return CourtFacts(CourtId(self.id_of(name)), active=True, tracks=frozenset(Track), **settings)

    def run_out(self) -> bool:
        """Time does what was due before today; whether it did anything."""
        if self.referral is None:
            return False
        for rule, day in due_dates(self.referral.clocks).items():
            if day < self.today:
                command = command_of_time(rule, self.referral)
                book = self.book(self.referring_court)
                after, fact = apply(self.referral, command, ActorRole.CLOCK, self.now, book, self.mint)
                self._happened(after, self.referral, fact)
                return True
        return False


def _name(part: FilePart) -> str:
    return part.court if isinstance(part, CourtPart) else part.organisation if isinstance(part, CentrePart) else ""


def rehearse(case: CaseFile) -> tuple[Rehearsal, tuple[Decision, ...]]:
    """Play one case until nobody waits for anything.

    Returns:
        The play, and what everybody wants at the end: done, or something is wrong with the file.
    """
    first = next(case.parts(part) for part in (case.court, *case.centres) if part is not None and part.opens)
    play = Rehearsal(_as_one(case, next(first)), case.begins_on)
    for _ in range(ROUNDS_MAX):
        if play.run_out():
            continue
        wishes = [wish for wish in play.decisions() if _name(wish[0]) not in play.over]
        step = next(((part, actor, wish) for part, actor, wish in wishes if isinstance(wish, Step)), None)
        if step is not None:
            play.take(*step)
            continue
        due = () if play.referral is None else due_dates(play.referral.clocks).values()
        days = [wish.until for _, _, wish in wishes if isinstance(wish, Wait) and wish.until is not None]
        days += [day + timedelta(days=1) for day in due]
        if not days:
            return play, tuple(wish for _, _, wish in wishes)
        play.today = min(days)
    raise ValueError(f"{case.case_id} does not end")


def _as_one(case: CaseFile, opening: FilePart) -> CaseFile:
    """The case with the first referral of a series in the place of all."""
    return case.model_copy(update={"court": opening}) if isinstance(opening, CourtPart) else case
