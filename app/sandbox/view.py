"""What one side sees of a referral: its events folded, its parties by label. Pure.

The history says everything that a next step depends on, so nothing has to be remembered between two decisions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

OPEN_PROCEDURES = frozenset(
    {"applied", "under_review", "handed_over", "requested", "made", "fee_noticed", "fee_paid", "referred"}
)
CONFIRMATION = "judicial_confirmation"
REGISTRATION = "case_registration"
STATEMENT = "mediation_statement"
WITHDRAWAL = "suit_withdrawal"
TRIAL = "transfer_to_trial"
ARBITRATION = "labour_arbitration"
OFFERS = frozenset({"delegate", "reassign", "submit", "invite", "dispatch", "refer_back", "recall"})
ENDS_OF_A_TURN = frozenset({"decline", "take_back", "hand_back", "confirm_cancel"})


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party as the referral shows it; `label` is role and number within the role."""

    id: str
    label: str
    role: str

    @property
    def must_agree(self) -> bool:
        """Whether consent and signature are needed."""
        return self.role in {"applicant", "respondent"}


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happened."""

    action: str
    type: str
    actor: str
    occurred_on: date
    machine: str
    procedure_id: str | None
    before: str | None
    after: str
    stage: str
    facts: Mapping[str, Any]
    also: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ReferralView:
    """A referral as its events tell it.

    Attributes:
        due: Running deadlines by rule, last day inclusive.
    """

    id: str
    reference: str | None
    version: int
    kind: str
    track: str
    parties: tuple[PartyView, ...]
    acts: tuple[Act, ...]
    due: Mapping[str, date]

    @property
    def state(self) -> str | None:
        """State of the mediation region."""
        return self._last("mediation")

    @property
    def agreement(self) -> str | None:
        """State of the agreement region, or None before a draft."""
        return self._last("agreement")

    def _last(self, machine: str) -> str | None:
        """Where a region stands: an act of its own, or one of another machine that moved it along."""
        for act in reversed(self.acts):
            if act.machine == machine or machine in act.also:
                return act.after if act.machine == machine else act.also[machine]
        return None

    @property
    def procedures(self) -> Mapping[str, tuple[str, str]]:
        """Procedure id to kind and state, oldest first."""
        return {act.procedure_id: (act.machine, act.after) for act in self.acts if act.procedure_id is not None}

    def procedure(self, kind: str) -> tuple[str, str] | None:
        """Id and state of the newest procedure of a kind, or None."""
        found = [(key, state) for key, (machine, state) in self.procedures.items() if machine == kind]
        return found[-1] if found else None

    @property
    def open_procedures(self) -> int:
        """How many procedures await a step of the court."""
        return sum(state in OPEN_PROCEDURES for _, state in self.procedures.values())

    @property
    def holder(self) -> str | None:
        """Id of the organisation that holds it, or None."""
        for act in reversed(self.acts):
            if act.action in ENDS_OF_A_TURN:
                return None
            if act.action in OFFERS and "organisation_id" in act.facts:
                return str(act.facts["organisation_id"])
        return None

    def fact(self, name: str) -> Any:
        """The newest value of a fact, such as `closure`, `outcome`, `reason` or `route`; None if nobody stated it."""
        return next((act.facts[name] for act in reversed(self.acts) if name in act.facts), None)

    def count(self, *actions: str) -> int:
        """How often these actions were taken."""
        return sum(act.action in actions for act in self.acts)

    def labels(self, action: str) -> tuple[str, ...]:
        """Labels of the parties that an action named, in order."""
        names = {party.id: party.label for party in self.parties}
        return tuple(names[str(act.facts["party_id"])] for act in self.acts if act.action == action)

    def party_id(self, label: str) -> str:
        """Id of the party with that label."""
        return next(party.id for party in self.parties if party.label == label)

    @property
    def agreeing(self) -> tuple[PartyView, ...]:
        """Parties whose consent and signature are needed."""
        return tuple(party for party in self.parties if party.must_agree)

    @property
    def stages(self) -> tuple[str, ...]:
        """Stages passed, each change once."""
        path = [act.stage for act in self.acts]
        return tuple(stage for number, stage in enumerate(path) if number == 0 or path[number - 1] != stage)


def labelled(parties: Iterable[Mapping[str, Any]]) -> tuple[PartyView, ...]:
    """Parties of a referral in its order, each with its label."""
    seen: Counter[str] = Counter()
    views = []
    for party in parties:
        role = str(party["role"])
        seen[role] += 1
        views.append(PartyView(id=str(party["id"]), label=f"{role}_{seen[role]}", role=role))
    return tuple(views)


def fold(
    referral: Mapping[str, Any], parties: tuple[PartyView, ...], events: Sequence[Mapping[str, Any]]
) -> ReferralView:
    """The view of a referral.

    Args:
        referral: Answer of `GET /v1/referrals/{id}`; only what never changes is taken from it.
        parties: Its parties, see `labelled`.
        events: Its history in version order, not empty.
    """
    last = events[-1]
    return ReferralView(
        id=str(referral["id"]),
        reference=referral["court_reference"],
        version=int(last["referral_version"]),
        kind=str(referral["kind"]),
        track=str(referral["track"]),
        parties=parties,
        acts=tuple(_act(event) for event in events),
        due={rule: date.fromisoformat(day) for rule, day in last["data"]["due"].items()},
    )


def _act(event: Mapping[str, Any]) -> Act:
    data = event["data"]
    return Act(
        action=str(data["action"]),
        type=str(event["type"]),
        actor=str(event["actor_role"]),
        occurred_on=date.fromisoformat(event["occurred_on"]),
        machine=str(data["machine"]),
        procedure_id=data["procedure_id"],
        before=data["state_before"],
        after=str(data["state_after"]),
        stage=str(data["stage"]),
        facts=data["facts"],
        also=data.get("also") or {},
    )
