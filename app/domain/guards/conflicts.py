"""Conditions of conflicts of interest: who is free of them, who decides and who may waive, who presides."""

from datetime import date

from app.domain import commands as c
from app.domain.dossier import Conflict
from app.domain.guards.office import in_office
from app.domain.guards.term import PLATFORM_RULES_FROM
from app.domain.guards.words import all_agree, known
from app.domain.lifecycle.states import Body, EndReason
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import MediatorId, PartyId
from app.domain.sources import SOURCES, SourceId

OPEN, WAIVED, RECUSED, UNFOUNDED, BARRED = "open", "waived", "recused", "unfounded", "barred"
"""Decisions on a relation: still open, the parties keep the mediator, it leaves, there is none, another role bars."""

_NAMING = c.AssignMediator | c.ReplaceMediator | c.CheckConflict | c.DiscloseConflict | c.RecordOtherRole


def _named(s: Situation) -> MediatorId | None:
    command = s.command
    return command.mediator.id if isinstance(command, _NAMING) and command.mediator is not None else None


def _decided_as(s: Situation, decision: str) -> bool:
    """Whether something was decided so about the mediator that the command names, or about nobody known."""
    named = _named(s)
    return named is None or any(
        x.mediator_id == named and x.decision == decision for x in s.referral.dossier.valid_conflicts
    )


def _of_holder(s: Situation) -> bool:
    command = s.command
    if not isinstance(command, c.CheckConflict | c.DiscloseConflict) or command.mediator is None:
        return False
    return command.mediator.organisation_id == s.referral.holder_id


def _never_mediated(s: Situation) -> bool:
    named = _named(s)
    return named is not None and all(turn.mediator_id != named for turn in s.referral.mediators)


def _office_undisputed(s: Situation) -> bool:
    return all(turn.conflict != OPEN for turn in s.referral.mediators if turn.ended_on is None)


def _agreed_undisputed(s: Situation) -> bool:
    """Nothing is agreed before somebody against whom a relation is disclosed and not decided."""
    if not isinstance(s.command, c.End):
        return False
    return s.command.reason is not EndReason.AGREEMENT_REACHED or _office_undisputed(s)


def conflict_of(s: Situation) -> Conflict | None:
    """The open conflict that a decision is about, or None."""
    if not isinstance(s.command, c.DecideConflict):
        return None
    wanted = s.command.conflict_id
    return next((x for x in s.referral.dossier.valid_conflicts if x.id == wanted and x.decision == OPEN), None)


def no_waiver_by(body: Body | None, opened_on: date) -> bool:
    """Whether the rules of the body know no waiver: CMR 20 says disclose and withdraw, no more.

    A referral opened before the regulation was in force is mediated by a general invited organisation.
    """
    return body is Body.COMMERCIAL and (SOURCES[SourceId.CMR_20].in_force_from or date.min) <= opened_on


def _waiver_open(s: Situation) -> bool:
    if not isinstance(s.command, c.DecideConflict):
        return False
    if SourceId.CMR_20 in s.book.rules_off:
        return True
    return s.command.decision != WAIVED or not no_waiver_by(s.referral.body, s.referral.opened_on)


def _waived_by_all(s: Situation) -> bool:
    if not isinstance(s.command, c.DecideConflict):
        return False
    return s.command.decision != WAIVED or all_agree(s, s.command.waived_by)


def _parties(s: Situation) -> tuple[PartyId, ...] | None:
    command = s.command
    if isinstance(command, c.DecideConflict):
        return command.waived_by
    if isinstance(command, c.NameLead):
        return command.named_by
    if isinstance(command, c.DiscloseConflict):
        return () if command.party_id is None else (command.party_id,)
    return (command.party_id,) if isinstance(command, c.RefuseMediator) else None


def _parties_known(s: Situation) -> bool:
    named = _parties(s)
    return named is not None and known(s, *named)


def platform_rules(s: Situation) -> bool:
    """Whether the rules of the court platform say how mediators are chosen (OMR 1, 11, 14)."""
    return s.referral.on_court_platform and s.referral.opened_on >= PLATFORM_RULES_FROM


def _chosen_by_all(s: Situation) -> bool:
    """A choice is joint or none; otherwise the organisation appoints (IMR 12, OMR 10)."""
    if isinstance(s.command, c.AssignMediator) and s.command.chosen_by:
        return known(s, *s.command.chosen_by) and all_agree(s, s.command.chosen_by)
    return isinstance(s.command, c.AssignMediator | c.ReplaceMediator)


def _refusable(s: Situation) -> bool:
    """On the platform a party first asks for another mediator; elsewhere whoever refuses the appointee refuses."""
    if not platform_rules(s):
        return bool(in_office(s))
    return bool(in_office(s)) and any(turn.ended_on is not None and turn.reason for turn in s.referral.mediators)


def _of_agreeing_party(s: Situation) -> bool:
    """Whoever needs not consent to mediation ends none by refusing whoever mediates."""
    return isinstance(s.command, c.RefuseMediator) and s.command.party_id in {x.id for x in s.referral.agreeing_parties}


def _lead_in_office(s: Situation) -> bool:
    return isinstance(s.command, c.NameLead) and s.command.mediator_id in in_office(s)


def _lead_new(s: Situation) -> bool:
    if not isinstance(s.command, c.NameLead):
        return False
    leads = {turn.mediator_id for turn in s.referral.mediators if turn.lead and turn.ended_on is None}
    return s.command.mediator_id not in leads


def _lead_by_parties(s: Situation) -> bool:
    """On the platform the parties name the lead jointly, and the court where they do not (OMR 11)."""
    if not isinstance(s.command, c.NameLead):
        return False
    return s.referral.court_id is None or not platform_rules(s) or all_agree(s, s.command.named_by)


UNDISPUTED = Guard("conflict_undecided", lambda s: not _decided_as(s, OPEN), of_state=False)
NOT_RECUSED = Guard("mediator_recused", lambda s: not _decided_as(s, RECUSED), of_state=False)
NO_OTHER_ROLE = Guard("mediator_has_role", lambda s: not _decided_as(s, BARRED), of_state=False)
CHOSEN_BY_ALL = Guard("agreement_of_all_missing", _chosen_by_all, of_state=False, pointer="/chosen_by")
OFFICE_UNDISPUTED = Guard("conflict_undecided", _office_undisputed)
AGREED_UNDISPUTED = Guard("conflict_undecided", _agreed_undisputed, of_state=False)
OF_AGREEING_PARTY = Guard("consent_not_needed", _of_agreeing_party, of_state=False, pointer="/party_id")
OF_HOLDER = Guard("mediator_not_available", _of_holder, of_state=False, pointer="/mediator_id")
NEVER_MEDIATED = Guard("later_role_barred", _never_mediated, of_state=False, pointer="/mediator_id")
CONFLICT_OPEN = Guard("part_unknown", lambda s: conflict_of(s) is not None, of_state=False, pointer="/conflict_id")
WAIVER_OPEN = Guard("waiver_not_allowed", _waiver_open, of_state=False, pointer="/decision")
WAIVED_BY_ALL = Guard("agreement_of_all_missing", _waived_by_all, of_state=False, pointer="/waived_by")
PARTIES_KNOWN = Guard("party_unknown", _parties_known, of_state=False)
REFUSABLE = Guard("mediator_not_replaced", _refusable)
LEAD_IN_OFFICE = Guard("mediator_not_assigned", _lead_in_office, of_state=False, pointer="/mediator_id")
LEAD_NEW = Guard("mediator_leads_already", _lead_new, of_state=False, pointer="/mediator_id")
LEAD_BY_PARTIES = Guard("agreement_of_all_missing", _lead_by_parties, of_state=False, pointer="/named_by")
