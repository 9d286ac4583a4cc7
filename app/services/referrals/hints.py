"""Warnings in receipts: codes of what is allowed and yet worth a look."""

from collections.abc import Iterable
from datetime import date

from app.domain import commands as c
from app.domain.causes import cause_version_mismatch
from app.domain.enforceable import settlement_time_barred, time_barred
from app.domain.errors import Refusal
from app.domain.hints import Hints
from app.domain.identifiers import case_number
from app.domain.lifecycle.table import RuleBook
from app.domain.places import court_code_unknown
from app.domain.referral import Referral


def warnings_of(after: Referral, command: c.Command, book: RuleBook, hints: Hints, on: date) -> list[str]:
    """What is worth a look after a transition.

    A cause outside the scope of a channel that is not strict; an organisation that has little room or none;
    an application for confirmation of a dispute whose cause
    nobody stated, so that only the court can see whether it may be confirmed; a cause by another list than that of the
    day of filing, where that day was put right; a court code that nobody has recorded; an application for enforcement
    after its two years, or to go on after those of a settlement; an extension of the term beyond the last day for
    bringing a suit after preservation.
    """
    return [
        *_of_confirmation(after, command),
        *_of_channel(after, command, book),
        *_of_capacity(command),
        *_of_enforcement(after, command, book, on),
        *_of_new_filing_day(after, command, hints),
        *_of_preservation(after, command),
        *warnings_of_numbers(_numbers(command), hints, on),
    ]


def warnings_of_cause(referral: Referral, hints: Hints) -> list[str]:
    """Whether the cause is by another list than that in force on the day of filing, else of opening."""
    filed_on = referral.particulars.filed_on or referral.opened_on
    version = referral.cause_version
    mismatch = version is not None and cause_version_mismatch(hints.cause_versions, version, filed_on)
    return ["cause_version_mismatch"] if mismatch else []


def warnings_of_numbers(numbers: Iterable[str], hints: Hints, on: date) -> list[str]:
    """Whether some court case number has a code that no court is recorded with, in its year or on the day."""
    unknown = bool(hints.court_codes) and any(_court_unknown(number, hints, on) for number in numbers)
    return ["court_code_unknown"] if unknown else []


def _court_unknown(number: str, hints: Hints, on: date) -> bool:
    try:
        read = case_number(number)
    except Refusal:
        return False
    year = max(read.year, 1)
    days = (date(year, 1, 1), date(year, 12, 31), on)
    return all(court_code_unknown(hints.court_codes, read.court_code, day) for day in days)


def _numbers(command: c.Command) -> tuple[str, ...]:
    if isinstance(command, c.AddCaseNumber) and command.kind == "court":
        return (command.normalised,)
    if isinstance(command, c.ProcedureCommand) and command.case_number is not None:
        return (command.case_number,)
    return ()


def _of_confirmation(after: Referral, command: c.Command) -> list[str]:
    silent = isinstance(command, c.ApplyForConfirmation) and after.cause_code is None
    return ["cause_not_stated"] if silent else []


def _of_new_filing_day(after: Referral, command: c.Command, hints: Hints) -> list[str]:
    changed = isinstance(command, c.Amend) and command.particulars.filed_on is not None
    return warnings_of_cause(after, hints) if changed else []


def _of_preservation(after: Referral, command: c.Command) -> list[str]:
    """An extension beyond the thirty days within which a suit must follow a pre-suit preservation (CPL 104)."""
    clock = after.clock("T27") if isinstance(command, c.ExtendTerm) else None
    passed = clock is not None and isinstance(command, c.ExtendTerm) and command.until > (clock.due_on or command.until)
    return ["preservation_ends_before_term"] if passed else []


def _of_channel(after: Referral, command: c.Command, book: RuleBook) -> list[str]:
    channel = command.channel if isinstance(command, c.Delegate | c.Reassign) else None
    if channel is None or not channel.cause_roots or after.cause_code is None:
        return []
    inside = any(book.causes.is_within(after.cause_code, root) for root in channel.cause_roots)
    return [] if inside else ["cause_outside_channel"]


def _of_capacity(command: c.Command) -> list[str]:
    """What the organisation says of its own room; a court that is set so refuses a full one instead."""
    named = command.organisation if isinstance(command, c.Delegate | c.Reassign | c.Dispatch) else None
    return [] if named is None or named.capacity == "open" else [f"organisation_{named.capacity}"]


def _of_enforcement(after: Referral, command: c.Command, book: RuleBook, on: date) -> list[str]:
    """Only the debtor may raise the time bar (CPLI 481): the court takes it, and whoever sent it is told."""
    late = False
    if isinstance(command, c.ApplyForEnforcement):
        basis = after.procedure(after.procedures[-1].basis_id)
        late = basis is not None and time_barred(after, basis, command.debtor_id, on, book.calendar)
    elif isinstance(command, c.RestoreEnforcement):
        found = after.procedure(command.procedure_id)
        late = found is not None and settlement_time_barred(found.pay_by, on, book.calendar)
    return ["enforcement_time_bar"] if late else []
