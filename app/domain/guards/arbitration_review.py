"""Conditions of an arbitration review: labour disputes, before bodies that the law names, jointly and in time.

Legal source: LAR 74, 75; LDMA 10.
"""

from app.domain import commands as c
from app.domain.deadlines import due
from app.domain.guards.outcomes import LIVE_CONFIRMATION
from app.domain.guards.routes import is_labour_dispute
from app.domain.guards.words import known
from app.domain.lifecycle.states import Machine
from app.domain.lifecycle.table import Condition, Guard, Situation
from app.domain.referral import LABOUR_MEDIATORS
from app.domain.sources import SourceId

_LIVE = frozenset({"applied", "under_review", "made", "in_force"})
_RELATIONSHIP = ("205.1", "214.1")
"""Causes of the confirmation of a labour relationship, in the list of 2026."""


def _window_open(s: Situation) -> bool:
    agreement = s.referral.agreement
    if agreement is None or agreement.effective_on is None:
        return False
    return s.occurred_on <= due("T17", agreement.effective_on, s.book.calendar).due_on


def _of_money_or_duties(s: Situation) -> bool:
    cause = s.referral.cause_code
    return cause is None or not any(s.book.causes.is_within(cause, root) for root in _RELATIONSHIP)


def _none(s: Situation, machine: Machine, states: frozenset[str]) -> bool:
    return all(p.state not in states for p in s.referral.procedures_of(machine))


def joint(s: Situation) -> bool:
    """Whether everybody whom the agreement binds applies, and nobody else."""
    command = s.command
    if not isinstance(command, c.ApplyForArbitrationReview):
        return False
    return known(s, *command.applicant_ids) and s.referral.bound_party_ids <= set(command.applicant_ids)


def _to_sign(s: Situation) -> bool:
    return isinstance(s.command, c.RecordReviewReceipt) and s.command.party_id in s.referral.bound_party_ids


def _not_signed(s: Situation) -> bool:
    if s.procedure is None or not isinstance(s.command, c.RecordReviewReceipt):
        return False
    return s.command.party_id not in s.procedure.served_party_ids


def _last(s: Situation) -> bool:
    if s.procedure is None or not isinstance(s.command, c.RecordReviewReceipt):
        return False
    if SourceId.LAR_77 in s.book.rules_off:  # Known at second hand only: who has to sign is not told apart then.
        return True
    return s.referral.bound_party_ids <= {*s.procedure.served_party_ids, s.command.party_id}


def _means(s: Situation) -> bool:
    return isinstance(s.command, c.RecordReviewReceipt) and s.command.means != "public"


LABOUR_DISPUTE = Guard("not_labour_dispute", is_labour_dispute)
BODY_REVIEWED = Guard("organisation_not_for_review", lambda s: s.referral.body in LABOUR_MEDIATORS)
REVIEW_WINDOW = Guard("review_window_closed", _window_open)
NO_RELATIONSHIP = Guard("labour_relationship_confirmation", _of_money_or_duties)
NOT_CONFIRMED = Guard(
    "already_judicially_confirmed", lambda s: _none(s, Machine.JUDICIAL_CONFIRMATION, LIVE_CONFIRMATION)
)
NO_LIVE_REVIEW = Guard("procedure_already_open", lambda s: _none(s, Machine.ARBITRATION_REVIEW, _LIVE))
NO_REVIEW = Guard("arbitration_review_open", lambda s: _none(s, Machine.ARBITRATION_REVIEW, _LIVE))
REVIEW_JOINT = Guard("joint_application_required", joint, of_state=False)
REVIEW_SIGNER = Guard("signer_not_required", _to_sign, of_state=False)
REVIEW_UNSIGNED = Guard("already_signed", _not_signed, of_state=False)
REVIEW_MEANS = Guard("service_means_not_allowed", _means, of_state=False)

LAST_REVIEW_RECEIPT = Condition("last_receipt", _last)
REVIEW_RECEIPTS_REMAIN = Condition("receipts_remain", lambda s: not _last(s))
