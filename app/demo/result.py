"""What a case came to, read back over the public API as the court that referred it."""

from dataclasses import dataclass
from datetime import date

from app.demo.cases import CaseFile
from app.demo.outcome import in_order, outcome_of
from app.sandbox.api import Api
from app.sandbox.view import ReferralView, fold, labelled


@dataclass(frozen=True, slots=True)
class Deadline:
    """One legal period of the referral: rule, start, last day (None while paused), and how it ended."""

    rule: str
    started_on: date
    due_on: date | None
    state: str


@dataclass(frozen=True, slots=True)
class CaseResult:
    """A played case. `view` is None if the court never opened the referral."""

    case: CaseFile
    view: ReferralView | None
    deadlines: tuple[Deadline, ...]

    @property
    def outcome(self) -> str:
        """Outcome reached, a word of `outcome.py`."""
        return "open" if self.view is None else outcome_of(self.view)

    @property
    def faults(self) -> tuple[str, ...]:
        """What differs from the expected end; empty when the case ended as published."""
        if self.view is None:
            return ("the referral was never opened",)
        expected = self.case.expected
        found = []
        if self.outcome != expected.outcome:
            found.append(f"outcome {self.outcome}, expected {expected.outcome}")
        if self.view.fact("closure") != expected.closure:
            found.append(f"closure {self.view.fact('closure')}, expected {expected.closure}")
        if not in_order(expected.must_happen, [act.type for act in self.view.acts]):
            found.append("the path differs")
        return tuple(found)


async def result_of(case: CaseFile, referral_id: str | None, api: Api) -> CaseResult:
    """Read one case back; `api` is the API as its court."""
    if referral_id is None:
        return CaseResult(case, None, ())
    path = f"/v1/referrals/{referral_id}"
    parties = labelled(await api.items(f"{path}/parties"))
    view = fold(await api.get(path), parties, await api.items(f"{path}/history"))
    deadlines = tuple(
        Deadline(
            rule=row["rule"],
            started_on=date.fromisoformat(row["started_on"]),
            due_on=None if row["due_on"] is None else date.fromisoformat(row["due_on"]),
            state=row["state"],
        )
        for row in await api.items(f"{path}/deadlines")
    )
    return CaseResult(case, view, deadlines)
