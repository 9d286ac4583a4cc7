"""Actions around conflicts of interest, several mediators, and a refused mediator."""

from typing import Literal

from pydantic import Field

from app.routers.schemas.common import (
    ConflictDecision,
    ConflictRelation,
    ConflictSource,
    Id,
    MediatorOtherRole,
    Prose,
)
from app.routers.schemas.transitions.base import Act, SomeParties


class CheckConflictRequest(Act):
    """The organisation looks in what it sees: matters of these parties that the mediator had, relations disclosed."""

    action: Literal["check_conflict"]
    mediator_id: Id


class DiscloseConflictRequest(Act):
    """A mediator discloses a relation 披露, or a party asks for recusal 申请回避; it is then decided."""

    action: Literal["disclose_conflict"]
    mediator_id: Id
    relation: ConflictRelation
    raised_by: ConflictSource
    party_id: Id | None = Field(default=None, description="The party to whom the relation is, where it is to one.")
    explanation: Prose | None = Field(default=None, description="Kept encrypted as a message, in no event.")


class DecideConflictRequest(Act):
    """The mediator leaves, or all parties keep it, or there is no such relation."""

    action: Literal["decide_conflict"]
    conflict_id: Id
    decision: ConflictDecision
    waived_by: SomeParties = Field(default=(), description="With `waived`: the parties that keep the mediator, all.")


class RecordOtherRoleRequest(Act):
    """A mediator has another role in the case, which bars it from mediating; who mediated may have none later."""

    action: Literal["record_other_role"]
    mediator_id: Id
    role: MediatorOtherRole


class NameLeadRequest(Act):
    """One of several mediators presides 主持."""

    action: Literal["name_lead"]
    mediator_id: Id
    named_by: SomeParties = Field(
        default=(), description="The parties that name the lead jointly; on the court platform all, or the court names."
    )


class RefuseMediatorRequest(Act):
    """A party refuses the mediator and chooses no other; that refuses mediation, which ends."""

    action: Literal["refuse_mediator"]
    party_id: Id


ConflictAct = (
    CheckConflictRequest
    | DiscloseConflictRequest
    | DecideConflictRequest
    | RecordOtherRoleRequest
    | NameLeadRequest
    | RefuseMediatorRequest
)
