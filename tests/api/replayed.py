"""Carries a recorded course out over HTTP, and compares the referral after every step with the course's own."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import groupby
from typing import get_args
from uuid import UUID

from app.domain import commands as c
from app.domain.access import ActorRole
from app.domain.lifecycle.states import FILED_KINDS, Body, Kind, Track
from app.domain.lifecycle.table import OF_COURT
from app.domain.ports import Sought
from app.domain.referral import ReferralId
from app.routers.schemas.transitions import Act
from tests.api.callers import done, put
from tests.domain import courses as k

OK = 200
OF_CHILDREN = ("parties", "sessions", "procedures")
OF_DOSSIER = ("representatives", "claims", "materials", "notices", "messages", "urgings", "documents", "conflicts")
"""Lists whose rows later commands name by their ids."""

SAID = {"name": "周某", "number": "（2026）苏0922民初12号", "text": "一次付清", "terms": [{"text": "一次付清"}]}
"""What the domain leaves open because it has no meaning there, and a request must say."""


def _bodies(of=Act):
    """Request class by action, of all that there are."""
    found = {}
    for kind in of.__subclasses__():
        action = kind.model_fields.get("action")
        found |= {} if action is None else dict.fromkeys(get_args(action.annotation), kind)
        found |= _bodies(kind)
    return found


BODIES = _bodies()


async def carry_out(courses, world, ports):
    """All the scripts side by side, day by day, on one database with one legal clock."""
    replays = [Replay(course, world, ports) for course in courses]
    for day in sorted({step.day for course in courses for step in course.script}):
        moved = world.operator.write("/v1/development/legal-clock", {"today": day.isoformat()}, method="PUT")
        await done(moved)
        for replay in replays:
            await replay.live_through(day)


class Replay:
    """One course. `world`: the callers and ids of `test_lifecycle_over_http`."""

    def __init__(self, course, world, ports):
        self.course = course
        self.world = world
        self.ports = ports
        self.referral_id = None
        self.ids = world.ids_for(course)

    async def live_through(self, day):
        """The steps of that day; what time did is there already, all at once."""
        today = [step for step in self.course.script if step.day == day]
        for by_time, group in groupby(today, key=lambda step: step.actor is ActorRole.CLOCK):
            steps = list(group)
            for step in steps[-1:] if by_time else steps:
                if not by_time:
                    await self._act(step)
                await self._compare(step)

    async def _act(self, step):
        caller = self._caller(step)
        if self.referral_id is None:
            receipt = await done(caller.write("/v1/referrals", self._opening(step)), 201)
            self.referral_id = receipt["id"]
            parties = (await done(caller.get(f"/v1/referrals/{self.referral_id}")))["parties"]
            self.ids |= dict(zip((party.id for party in k.PARTIES), [x["id"] for x in parties], strict=True))
        elif isinstance(step.command, c.AddDocument):
            reply = await put(caller, self.referral_id, document_class=step.command.document_class)
            assert reply.status_code == OK, (step, reply.text)
        else:
            body = await self._body(step.command)
            if isinstance(step.command, c.ProcedureCommand):
                path = f"/v1/procedures/{self.ids[step.command.procedure_id]}/transitions"
            else:
                path = f"/v1/referrals/{self.referral_id}/transitions"
            reply = await caller.write(path, body, version="*")
            assert reply.status_code == OK, (step, body, reply.text)

    def _caller(self, step):
        """The tenant that stands for the actor."""
        if step.actor is ActorRole.COURT:
            return self.world.court if self.course.kind in OF_COURT else self.world.other_court
        if step.actor is ActorRole.REFERRING_BODY:
            waits = self.course.track is Track.COMMISSION_DELEGATED
            return self.world.commission if waits else self.world.body
        above = isinstance(step.command, c.Recall)
        holder = step.command.by_id if above else self._before(step).holder_id
        return self.world.centres[self.course.body][
            {k.OTHER_CENTRE_ID: 1, k.CHILD_ID: 2, k.GRANDCHILD_ID: 3}.get(holder, 0)
        ]

    def _before(self, step):
        script = self.course.script
        return script[max(script.index(step) - 1, 0)].after

    def _opening(self, step):
        course = self.course
        day = step.day.isoformat()
        consents = [{"kind": "mediate", "given": True, "given_on": day}]
        parties = [
            {"role": each.role, "kind": each.kind, "name": f"当事人{n}", "consents": consents}
            for n, each in enumerate(k.PARTIES)
        ]
        for each, made in zip(k.PARTIES, parties, strict=True):
            if each.has_identity:
                made |= {"id_type": "passport", "id_number": "E12345678"}
            if each.id not in course.consenting:
                del made["consents"]
        said = course.particulars
        body = {
            "action": step.command.action.value,
            "kind": course.kind.value,
            "parties": parties,
            "on_court_platform": bool(course.on_platform),
            "cause": {"code": course.cause},
            "arbitration": said.arbitration,
        }
        if course.kind in FILED_KINDS:
            body |= {
                "filed_on": step.after.particulars.filed_on.isoformat(),
                "procedure_type": said.procedure_type,
            }
        if course.kind is Kind.POST_FILING:
            body["in_trial"] = step.after.track == "in_trial"
        if isinstance(step.command, c.Delegate | c.Invite):
            body["organisation_id"] = self.ids[step.command.organisation.id]
        return {name: value for name, value in body.items() if value is not None}

    async def _body(self, command):
        """The command as a body: fields of the same names, ids of the registry for its facts."""
        given = {each.name: getattr(command, each.name) for each in fields(command) if each.name != "by_id"}
        for name in ("organisation", "mediator", "court"):
            facts = given.pop(name, None)
            if facts is not None:
                given[f"{name}_id"] = await self._registered(name, facts)
        if isinstance(command, c.Start):
            given["identities"] = [{"party_id": p, **_plain(details)} for p, details in command.identities.items()]
        if isinstance(command, c.RecordSuccession):
            given["heirs"] = [{"kind": heir.kind, **_plain(heir.details)} for heir in command.heirs]
        for nested in ("details", "particulars"):
            given |= _plain(given.pop(nested)) if given.get(nested) is not None else {}
        if isinstance(command, c.JoinSeries):
            given["series_id"] = (await done(self.world.court.write("/v1/series", {"kind": "same_cause"}), 201))["id"]
        known = BODIES[command.action.value].model_fields
        told = {name: self._json(x) for name, x in given.items() if name in known and x not in (None, "", ())}
        left_open = {name: SAID[name] for name, each in known.items() if each.is_required() and name in SAID}
        return {"action": command.action.value, **left_open, **told}

    async def _registered(self, noun, facts):
        if noun == "mediator" and facts.id not in self.ids:
            fresh = {"name": "孙调解", "organisation_id": self.ids[facts.organisation_id], "valid_from": "2010-01-01"}
            self.ids[facts.id] = (await done(self.world.operator.write("/v1/mediators", fresh), 201))["id"]
        return self.ids[facts.id]

    def _json(self, value):
        if is_dataclass(value):
            return self._json(_plain(value))
        if isinstance(value, dict):
            return {name: self._json(x) for name, x in value.items()}
        if isinstance(value, (tuple, list, frozenset)):
            return [self._json(x) for x in value]
        return self._word(value)

    def _word(self, value):
        if isinstance(value, UUID):
            return self.ids.get(value, str(value))
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, Decimal):
            return f"{value:.2f}"
        return value.isoformat() if isinstance(value, date) else value

    async def _compare(self, step):
        found = await self._stored()
        assert picture(found) == picture(step.after), (step.command, step.actor)
        for mine, theirs, lists in (
            (step.after, found, OF_CHILDREN),
            (step.after.dossier, found.dossier, OF_DOSSIER),
        ):
            for name in lists:
                pairs = zip(getattr(mine, name), getattr(theirs, name), strict=True)
                self.ids |= {known.id: str(real.id) for known, real in pairs}

        if step.after.agreement is not None:  # A course may leave open what it promises.
            for name in ("terms", "performances"):
                pairs = zip(getattr(step.after.agreement, name), getattr(found.agreement, name), strict=False)
                self.ids |= {known.id: str(real.id) for known, real in pairs}

    async def _stored(self):
        async with self.ports.unit_of_work(None) as tx:
            sought = Sought(tenant_id=None, referral_id=ReferralId(UUID(self.referral_id)), with_dossier=True)
            found = await tx.referrals.load(sought)
        return found.record.referral


def _plain(value):
    """Fields that say something."""
    given = {each.name: getattr(value, each.name) for each in fields(value)}
    return {name: x for name, x in given.items() if x not in (None, "")}


def picture(referral):
    """How a referral stands, in words that are the same whatever its ids."""
    agreement = referral.agreement
    return {
        "version": referral.version,
        "kind": (referral.kind, referral.track, referral.body),
        "stands": (referral.state, referral.stage, referral.outcome, referral.end_reason),
        "closed": (referral.closure, referral.route),
        "dates": (referral.opened_on, referral.last_fact_on, referral.last_act_on, referral.mediation_started_on),
        "agreement": agreement and (agreement.state, agreement.effective_on, agreement.window_from, agreement.partial),
        "procedures": [(p.machine, p.state, p.opened_on, p.decided_on) for p in referral.procedures],
        "clocks": sorted(
            (x.rule, x.state, x.started_on, x.raw_end_on, str(x.due_on), x.provisional) for x in referral.clocks
        ),
        "sessions": [(x.state, x.scheduled_on, x.held_on) for x in referral.sessions],
        "turns": [(x.offered_on, x.accepted_on, x.late, x.ended_on, x.ending) for x in referral.assignments],
        "consents": [(x.kind, x.given, x.given_on) for x in referral.consents],
        "signatures": [(x.role, x.signed_on, x.means) for x in referral.signatures],
    }


BODIES_OF_CENTRES = (Body.CHAMBER, Body.LABOUR, Body.PEOPLE)
