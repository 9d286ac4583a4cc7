"""One court or one organisation at work: it listens to its feed, decides case by case, writes, and can be killed.

Two tasks: `listen` takes pages of the feed, unless a receiver tells of what happens by webhook, and `work` decides.
Nothing is remembered between decisions but what `store` keeps, so a restart goes on where the referrals really are.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from app.sandbox.api import Api, Reply
from app.sandbox.casefile import FilePart
from app.sandbox.platform_door import Door
from app.sandbox.steps import Decision, Done, Step, Wait
from app.sandbox.store import Store
from app.sandbox.view import PartyView, ReferralView, fold, labelled

FEED_LIMIT = 200
FEED_WAIT_SECONDS = 10
STEPS_MAX = 200

P = TypeVar("P", bound=FilePart)


@dataclass(frozen=True, slots=True)
class Role(Generic[P]):
    """What makes a member a court or a centre.

    Attributes:
        part_of: Reads one part of a case file.
        learn: Gives the ids that decisions need, given the member's name and its parts.
        next_step: The pure decision.
    """

    name: str
    part_of: Callable[[Mapping[str, Any]], P]
    learn: Callable[[Api, str, Sequence[P]], Awaitable[dict[str, str]]]
    next_step: Callable[[P, ReferralView | None, date, Mapping[str, str]], Decision]


class Case(Generic[P]):
    """One part of a case file, and how far it got."""

    def __init__(self, part: P) -> None:
        self.part = part
        self.referral_id: str | None = None
        self.view: ReferralView | None = None
        self.referral: Mapping[str, Any] = {}
        self.parties: tuple[PartyView, ...] = ()
        self.events: list[Mapping[str, Any]] = []
        self.version = 0
        self.stale = False
        self.gone = False
        self.decision: Decision = Wait()
        self.trouble: str | None = None
        self.stopped: str | None = None

    def saw(self, version: int) -> None:
        """Somebody, perhaps we ourselves, brought the referral to a version."""
        self.version = max(self.version, version)
        self.stale = self.stale or self.view is None or self.view.version < version


class Member(Generic[P]):
    """One tenant of the service. `quiet`: everything that is known was decided on the day `decided_on`.

    `door`: for a court that works in a platform of its own, the way of its steps.
    """

    def __init__(
        self, role: Role[P], name: str, api: Api, parts: list[P], store: Store, door: Door | None = None
    ) -> None:
        self.name = name
        self.wake = asyncio.Event()
        self.quiet = False
        self.decided_on: date | None = None
        self.today: date | None = None
        self.cases: dict[str, Case[P]] = {part.reference: Case(part) for part in parts}
        self._role = role
        self._api = api
        self._store = store
        self._door = door
        self._ids: dict[str, str] = {}
        self._references = store.referrals(name)
        self._versions: dict[str, int] = dict.fromkeys(self._references, 0)
        self.cursor = store.cursor(name)

    async def listen(self) -> None:
        """Read the feed for ever; what it names is stored before anything is done about it."""
        while True:
            page = await self._api.get(
                "/v1/events",
                after=self.cursor,
                limit=FEED_LIMIT,
                wait=FEED_WAIT_SECONDS,
                wait_seconds=FEED_WAIT_SECONDS,
            )
            named = {str(event["referral_id"]): int(event["referral_version"]) for event in page["items"]}
            if named:
                self.heard(page["next"], named)
            self.cursor = page["next"]

    def heard(self, cursor: str, named: Mapping[str, int]) -> None:
        """Something happened to these referrals, by id with the version that came of it; `cursor` stands behind it."""
        self.quiet = False
        self._store.took(self.name, cursor, named)
        self._versions.update(named)
        self.cursor = cursor
        self.wake.set()

    async def work(self) -> None:
        """Decide for ever: whenever the feed brought something, and on every new day."""
        self._ids = await self._role.learn(self._api, self.name, [case.part for case in self.cases.values()])
        while True:
            await self.wake.wait()
            self.wake.clear()
            self.quiet = False
            today = self.today
            if today is None:
                continue
            await self._recognise()
            for case in self.cases.values():
                await self._advance(case, today)
            self.decided_on = today
            self.quiet = not self.wake.is_set()

    async def _recognise(self) -> None:
        """Match referrals that turned up to the case files, by the court's reference."""
        versions, self._versions = self._versions, {}
        for referral_id, version in versions.items():
            reference = self._references.get(referral_id)
            if reference is None:
                reference = await self._reference_of(referral_id)
            case = self.cases.get(reference or "")
            if case is not None:
                case.referral_id = referral_id
                case.saw(version)

    async def _reference_of(self, referral_id: str) -> str | None:
        reply = await self._api.look(f"/v1/referrals/{referral_id}")
        reference = reply.body["court_reference"] if reply.ok else None
        if reference is not None:
            self._references[referral_id] = reference
            self._store.recognised(self.name, referral_id, reference)
        return reference

    async def _advance(self, case: Case[P], today: date) -> None:
        """Take steps until there is none for today, or one is refused where nothing has changed."""
        for _ in range(STEPS_MAX):
            await self._refresh(case)
            if case.gone or case.stopped is not None:
                case.decision = Done()
                return
            case.decision = self._role.next_step(case.part, case.view, today, self._ids)
            if not isinstance(case.decision, Step) or not await self._take(case, case.decision):
                return

    async def _take(self, case: Case[P], step: Step) -> bool:
        """One write. True: look again; False: it was refused and nothing moved meanwhile."""
        before = case.version
        reply = await self._send(case, step)
        case.trouble = None
        if reply.ok:
            self._wrote(case, reply)
            return True
        case.stale = True
        await self._refresh(case)
        if case.version > before or case.gone:
            return True
        stop = case.part.stops_at
        if stop is not None and (stop.step, stop.code) == (step.name, reply.code):
            case.stopped = stop.code
            return True
        case.trouble = f"{step.name}: {reply.status} {reply.code}"
        return False

    async def _send(self, case: Case[P], step: Step) -> Reply:
        if self._door is not None:
            known = 0 if case.view is None else case.view.version
            entered = await self._door.take(step, case.part.reference, known, self._ids)
            if entered is not None:
                return entered
        if case.view is None:
            return await self._api.write("POST", "/v1/referrals", step.body, key=f"{case.part.reference}.{step.name}")
        target = f"referrals/{case.view.id}" if step.procedure_id is None else f"procedures/{step.procedure_id}"
        key = f"{case.view.id}.{step.procedure_id or ''}.{step.name}"
        path = f"/v1/{target}/transitions"
        return await self._api.write("POST", path, step.body, key=key, version=case.view.version)

    def _wrote(self, case: Case[P], reply: Reply) -> None:
        referral_id = str(reply.body["id"])
        if case.referral_id is None:
            case.referral_id = referral_id
            self._references[referral_id] = case.part.reference
            self._store.recognised(self.name, referral_id, case.part.reference)
        case.saw(int(reply.body["version"]))

    async def _refresh(self, case: Case[P]) -> None:
        """Read what happened to the referral since we last looked; one that left our sight is gone."""
        if not case.stale or case.referral_id is None:
            return
        path = f"/v1/referrals/{case.referral_id}"
        if not case.parties and not await self._meet(case, path):
            return
        seen = case.events[-1]["referral_version"] if case.events else 0
        news = await self._api.items_or_none(f"{path}/history", after=seen)
        if news is None:
            self._lost(case)
            return
        case.events += news
        case.view = fold(case.referral, case.parties, case.events)
        case.version = max(case.version, case.view.version)
        case.gone, case.stale = False, False

    async def _meet(self, case: Case[P], path: str) -> bool:
        """Read what never changes, once; False if it is not ours to see."""
        reply = await self._api.look(path)
        parties = await self._api.items_or_none(f"{path}/parties")
        if not reply.ok or parties is None:
            self._lost(case)
            return False
        case.referral, case.parties = reply.body, labelled(parties)
        return True

    def _lost(self, case: Case[P]) -> None:
        case.gone, case.stale, case.view = True, False, None
