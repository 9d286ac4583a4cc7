"""Conditions of an enforcement: on what, for whom, against whom, before which court. Its time is no condition.

Legal source: CPL 235, 247 to 250, CPLI 460, 461, 481; NDE 2, 3, 5; LDMA 51. The time bar is the debtor's to raise.
"""

from collections.abc import Callable, Mapping

from app.domain import commands as c
from app.domain.access import CourtId
from app.domain.enforceable import (
    OF_COURTS,
    in_force,
    instrument_of,
    instruments_of,
    left_under,
)
from app.domain.guards.notarisation import BREACH_REPORTED
from app.domain.guards.performance import payers
from app.domain.instalments import breached
from app.domain.lifecycle.states import EnforcementState, Machine
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import Procedure, Referral

ISSUING, PROPERTY, DOMICILE = "issuing_court", "property_location", "debtor_domicile"
"""Codes of list `enforcement_court_ground`."""

_LIVE = frozenset({"applied", "enforcing", "enforcement_settled", "round_closed"})


def grounds_of(basis: Procedure) -> tuple[str, ...]:
    """Grounds on which a court enforces an instrument.

    Legal source: CPL 235 para. 1 and CPLI 460 for those of courts; CPL 235 para. 2, NDE 2 and LDMA 51 for the others.
    """
    return (ISSUING, PROPERTY) if basis.machine in OF_COURTS else (DOMICILE, PROPERTY)


def court_of(referral: Referral, basis: Procedure, command: c.ApplyForEnforcement) -> CourtId | None:
    """The court applied to: the one named, else the one that made the instrument, else the referring one."""
    if command.court is not None:
        return command.court.id
    return basis.court_id or referral.court_id if basis.machine in OF_COURTS else referral.court_id


def _asked(s: Situation) -> tuple[c.ApplyForEnforcement, Procedure] | None:
    """The application and the instrument that it rests on; None where either is missing."""
    command = s.command
    basis = instrument_of(s.referral, command.basis_id) if isinstance(command, c.ApplyForEnforcement) else None
    return (command, basis) if isinstance(command, c.ApplyForEnforcement) and basis is not None else None


_Check = Callable[[Situation, c.ApplyForEnforcement, Procedure], bool]


def _on_instrument(check: _Check) -> Callable[[Situation], bool]:
    """A condition of the application together with its instrument; it fails where there is none."""

    def holds(s: Situation) -> bool:
        asked = _asked(s)
        return asked is not None and check(s, *asked)

    return holds


def _instruments(s: Situation) -> Mapping[str, object]:
    return {"basis_ids": [str(p.id) for p in instruments_of(s.referral)]}


def _none_live(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """One application at a time on an instrument against one debtor; a closed round is restored, not begun anew."""
    found = s.referral.procedures_of(Machine.ENFORCEMENT)
    live = {(p.basis_id, p.debtor_id) for p in found if p.state in _LIVE}
    return (basis.id, command.debtor_id) not in live


def _not_denied(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """Who raised the time bar with success is not asked again; other debtors of the instrument may be."""
    found = s.referral.procedures_of(Machine.ENFORCEMENT)
    denied = {(p.basis_id, p.debtor_id) for p in found if p.state == EnforcementState.DENIED}
    return (basis.id, command.debtor_id) not in denied


def _still_stands(s: Situation) -> bool:
    """What was revoked meanwhile is ended and not enforced any further (CPL 268)."""
    basis = s.referral.procedure(None if s.procedure is None else s.procedure.basis_id)
    return basis is not None and in_force(basis)


def _creditors(s: Situation, command: c.ApplyForEnforcement, _basis: Procedure) -> bool:
    """Those whom the agreement binds, but the debtor; nobody who only stands by, or stands surety."""
    applying = set(command.applicant_ids)
    return bool(applying) and applying <= s.referral.bound_party_ids - {command.debtor_id}


def _debtor(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """A payment order binds its debtor alone (CPLI 434); other instruments whoever broke a promise under them."""
    if basis.debtor_id is not None:
        return command.debtor_id == basis.debtor_id
    agreement = s.referral.agreement
    broken = () if agreement is None else breached(agreement)
    bound = payers(s.referral) or s.referral.bound_party_ids
    return command.debtor_id in bound and (
        not broken or any(term.payer_party_id in {command.debtor_id, None} for term in broken)
    )


def _in_default(s: Situation) -> bool:
    """A breach was reported, or a debtor let the days of a payment order pass (CPL 227)."""
    return BREACH_REPORTED.check(s) or any(p.machine is Machine.PAYMENT_ORDER for p in instruments_of(s.referral))


def _breached(s: Situation, _command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    return basis.machine is Machine.PAYMENT_ORDER or BREACH_REPORTED.check(s)


def _something_left(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """What was enforced once, on whatever instrument, is not enforced again (CPL 239)."""
    left = left_under(s.referral, basis, command.debtor_id)
    return left is None or left > 0


def _amount_fits(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """Not more than is left, but where the text says what follows a default, which may make more of it due."""
    if command.amount is None:
        return True
    left, agreement = left_under(s.referral, basis, command.debtor_id), s.referral.agreement
    clause = agreement is not None and agreement.default_clause == "stated"
    more = clause and basis.machine is not Machine.PAYMENT_ORDER
    return command.amount > 0 and (left is None or more or command.amount <= left)


def _ground(_s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    return command.court_ground in grounds_of(basis)


def _grounds(s: Situation) -> Mapping[str, object]:
    asked = _asked(s)
    return {"grounds": [] if asked is None else list(grounds_of(asked[1]))}


def _court_known(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """Where property is the caller says; without a name that is the court which knows the case, if one referred."""
    elsewhere = command.court_ground == PROPERTY and basis.machine in OF_COURTS
    return command.court is not None or (not elsewhere and court_of(s.referral, basis, command) is not None)


def _court_active(_s: Situation, command: c.ApplyForEnforcement, _basis: Procedure) -> bool:
    return command.court is None or command.court.active


def _court_competent(s: Situation, command: c.ApplyForEnforcement, basis: Procedure) -> bool:
    """That of the instrument is the court itself, the one of the property has its level; places the courts see."""
    if command.court is None or basis.machine not in OF_COURTS:
        return True
    issuing = basis.court_id or s.referral.court_id
    if command.court_ground == ISSUING or command.court.id == issuing:
        return command.court.id == issuing
    made_by = s.book.court if basis.court_id is None else command.issuing_court
    return made_by is not None and command.court.level == made_by.level


CAN_BE_ENFORCED = Guard("agreement_not_enforceable", lambda s: bool(instruments_of(s.referral)))
INSTRUMENT_IN_FORCE = Guard(
    "instrument_not_in_force", lambda s: _asked(s) is not None, of_state=False, facts=_instruments, pointer="/basis_id"
)
NO_LIVE_ENFORCEMENT = Guard("procedure_already_open", _on_instrument(_none_live), of_state=False)
NOT_DENIED_BEFORE = Guard("enforcement_denied_before", _on_instrument(_not_denied), of_state=False)
INSTRUMENT_STANDS = Guard("instrument_fell", _still_stands)
FOR_CREDITORS = Guard("creditor_required", _on_instrument(_creditors), of_state=False, pointer="/applicant_ids")
IN_DEFAULT = Guard("performance_not_breached", _in_default)
DEFAULT_ON_INSTRUMENT = Guard("performance_not_breached", _on_instrument(_breached), of_state=False)
SOMETHING_LEFT = Guard("nothing_left_to_enforce", _on_instrument(_something_left), of_state=False)
AMOUNT_FITS = Guard("amount_beyond_instrument", _on_instrument(_amount_fits), of_state=False, pointer="/amount")
AGAINST_DEBTOR = Guard("debtor_not_bound", _on_instrument(_debtor), of_state=False, pointer="/debtor_id")
GROUND_FITS = Guard(
    "enforcement_ground_not_here", _on_instrument(_ground), of_state=False, facts=_grounds, pointer="/court_ground"
)
ENFORCING_COURT_KNOWN = Guard("court_required", _on_instrument(_court_known), of_state=False, pointer="/court_id")
ENFORCING_COURT_ACTIVE = Guard("court_not_active", _on_instrument(_court_active), of_state=False, pointer="/court_id")
ENFORCING_COURT_COMPETENT = Guard(
    "enforcement_court_not_competent", _on_instrument(_court_competent), of_state=False, pointer="/court_id"
)
