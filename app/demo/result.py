"""What a case came to, read back over the public API as whoever opened it."""

from collections.abc import Sequence
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
    """A played case.

    Attributes:
        view: The referral, the first of a series; None if it was never opened.
        stopped: Code of the refusal at which a side left the case, by rule.
        others: How the other referrals of the series ended.
    """

    case: CaseFile
    view: ReferralView | None
    deadlines: tuple[Deadline, ...]
    stopped: str | None = None
    others: tuple[str, ...] = ()

    @property
    def outcome(self) -> str:
        """Outcome reached, a word of `outcome.py`."""
        return "open" if self.view is None else outcome_of(self.view)

    @property
    def is_otherwise(self) -> bool:
        """Whether it ended as its file foresees, and that is not as published: by rule, or stopped early."""
        expected = self.case.expected
        return not self.faults and (expected.reached or expected.outcome, expected.stops) != (expected.outcome, None)

    @property
    def faults(self) -> tuple[str, ...]:
        """What differs from the end that the file foresees; empty when it came."""
        if self.view is None:
            return ("the referral was never opened",)
        expected = self.case.expected
        found = []
        wanted = expected.reached or expected.outcome
        if self.outcome != wanted:
            found.append(f"outcome {self.outcome}, expected {wanted}")
        if self.stopped != expected.stops:
            found.append(f"stopped at {self.stopped}, expected {expected.stops}")
        if any(other != wanted for other in self.others) or len(self.others) + 1 != len(self.case.references):
            found.append(f"the series ended as {', '.join(self.others)}")
        if self.view.fact("closure") != expected.closure:
            found.append(f"closure {self.view.fact('closure')}, expected {expected.closure}")
        if not in_order(expected.must_happen, [act.type for act in self.view.acts]):
            found.append("the path differs")
        return tuple(found)


async def result_of(case: CaseFile, referral_ids: Sequence[str | None], api: Api, stopped: str | None) -> CaseResult:
    """Read one case back.

    Args:
        case: The file.
        referral_ids: The referrals for which it stands; None where one was never opened.
        api: The API as whoever opened it.
        stopped: Code of the refusal at which a side left the case.
    """
    first, *rest = referral_ids
    if first is None:
        return CaseResult(case, None, ())
    others = [outcome_of(await _view(other, api)) for other in rest if other is not None]
    deadlines = tuple(
        Deadline(
            rule=row["rule"],
            started_on=date.fromisoformat(row["started_on"]),
            due_on=None if row["due_on"] is None else date.fromisoformat(row["due_on"]),
            state=row["state"],
        )
        for row in await api.items(f"/v1/referrals/{first}/deadlines")
    )
    return CaseResult(case, await _view(first, api), deadlines, stopped, tuple(others))


async def _view(referral_id: str, api: Api) -> ReferralView:
    path = f"/v1/referrals/{referral_id}"
    parties = labelled(await api.items(f"{path}/parties"))
    return fold(await api.get(path), parties, await api.items(f"{path}/history"))
