"""Conditions of a suspension: its ground, its result, and that a suspected sham is reviewed before anything else."""

from app.domain import commands as c
from app.domain.lifecycle.states import MediationState
from app.domain.lifecycle.table import Condition, Guard, Situation

SHAM = "sham_review"
_OF_A_PARTY = frozenset({"death", "incapacity"})
RESULTS_OF: dict[str, frozenset[str]] = {
    SHAM: frozenset({"sham_cleared"}),
    "death": frozenset({"heir_joined", "ground_gone"}),
    "incapacity": frozenset({"representative_joined", "capacity_restored", "ground_gone"}),
    "related_case": frozenset({"related_case_decided", "ground_gone"}),
}
"""Codes of list `suspension_result` by the reason to which they belong."""


def _party_concerned(s: Situation) -> bool:
    """A ground that lies in a party names it; any other may."""
    command = s.command
    if not isinstance(command, c.Suspend):
        return False
    if command.party_id is None:
        return command.reason not in _OF_A_PARTY
    return s.referral.party(command.party_id) is not None


def _results(s: Situation) -> frozenset[str]:
    return RESULTS_OF.get(s.referral.suspension_reason or "", frozenset())


def _result_fits(s: Situation) -> bool:
    return isinstance(s.command, c.Resume) and s.command.result in _results(s)


def _reviewing(s: Situation) -> bool:
    return s.referral.suspension_reason == SHAM


def _from(state: MediationState) -> Condition:
    return Condition(f"suspended_while_{state.value}", lambda s: s.referral.suspended_from is state)


PARTY_CONCERNED = Guard("party_unknown", _party_concerned, of_state=False, pointer="/party_id")
RESULT_FITS = Guard(
    "suspension_result_not_here",
    _result_fits,
    of_state=False,
    facts=lambda s: {"results": sorted(_results(s))},
    pointer="/result",
)
UNDER_REVIEW = Guard("no_sham_review", _reviewing)
NOT_UNDER_REVIEW = Guard("sham_review_open", lambda s: not _reviewing(s))

FROM_ACCEPTED = _from(MediationState.ACCEPTED)
FROM_CONTACTING = _from(MediationState.CONTACTING)
FROM_MEDIATING = _from(MediationState.MEDIATING)
FROM_APPRAISING = _from(MediationState.APPRAISING)
TERM_PAUSES = Condition(
    "court_pauses_term_while_suspended", lambda s: s.book.court is not None and s.book.court.suspension_pauses_term
)
