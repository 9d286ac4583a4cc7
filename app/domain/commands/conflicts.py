"""Commands about conflicts of interest: check, disclosure, decision, another role, the lead, a refused mediator."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from app.domain.commands.base import Command
from app.domain.lifecycle.states import Action
from app.domain.referral import MediatorId, PartyId
from app.domain.registry_facts import Encounters, MediatorFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckConflict(Command):
    """The organisation looks whether a mediator has met the parties before; `found` by the service."""

    action: ClassVar[Action] = Action.CHECK_CONFLICT
    mediator: MediatorFacts | None
    found: Encounters


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscloseConflict(Command):
    """A relation of a mediator to the matter is disclosed, or a party asks for recusal.

    `relation`: list `conflict_relation`; `raised_by`: list `conflict_source`; `party_id`: to whom the relation is.
    """

    action: ClassVar[Action] = Action.DISCLOSE_CONFLICT
    mediator: MediatorFacts | None
    relation: str
    raised_by: str
    party_id: PartyId | None = None
    explanation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideConflict(Command):
    """What becomes of a disclosed relation, list `conflict_decision`; a waiver names who keeps the mediator."""

    action: ClassVar[Action] = Action.DECIDE_CONFLICT
    conflict_id: UUID
    decision: str
    waived_by: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordOtherRole(Command):
    """A mediator of the registry has another role in the same case, list `mediator_other_role`."""

    action: ClassVar[Action] = Action.RECORD_OTHER_ROLE
    mediator: MediatorFacts | None
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLead(Command):
    """One of several mediators presides 主持; `named_by`: the parties that name the lead jointly."""

    action: ClassVar[Action] = Action.NAME_LEAD
    mediator_id: MediatorId
    named_by: tuple[PartyId, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RefuseMediator(Command):
    """A party refuses the mediator and chooses no other: that refuses mediation."""

    action: ClassVar[Action] = Action.REFUSE_MEDIATOR
    party_id: PartyId
