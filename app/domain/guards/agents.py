"""Conditions of who signs for a party: a representative of that party who acts on that day and may settle for it.

Legal source: CPLI 147 (an agent signs only with special authority), CPL 56 (elected representatives settle with the
consent of those they stand for, recorded as special authority), PD_AGENT_SIGNS.
"""

from collections.abc import Callable
from datetime import date
from typing import Final
from uuid import UUID

from app.domain import commands as c
from app.domain.dossier import Representative
from app.domain.lifecycle.table import Guard, Situation
from app.domain.referral import PartyId
from app.domain.sources import SourceId

OF_AGENTS: Final = (SourceId.CPLI_147.value, SourceId.CPL_56.value, SourceId.PD_AGENT_SIGNS.value)
"""Sources of a signature by a representative."""

_BY_LAW: Final = frozenset({"legal_representative", "guardian"})
"""Kinds of list `representative_kind` whose power rests on no mandate: what they may do no authority says."""
_ELECTED: Final = "elected_workers_representative"
_SIGNING: Final = c.Sign | c.AmendAgreement


def acts_on(representative: Representative, day: date) -> bool:
    """Whether somebody acts for a party on a day: from the first day on, until the day on which it ended."""
    ended = representative.until_on
    return representative.from_on <= day and (ended is None or day < ended)


def may_settle(kind: str, authority: str, off: frozenset[str] = frozenset()) -> bool:
    """Whether whoever acts for a party may settle for it.

    Args:
        kind: Code of list `representative_kind`.
        authority: Code of list `authority_scope`.
        off: Rules that the deployment switched off; without CPL 56 elected workers need no authority of their own.
    """
    by_law = kind in _BY_LAW or (kind == _ELECTED and SourceId.CPL_56 in off)
    return by_law or authority == "special"


def agents_of(command: c.Command | None) -> tuple[UUID, ...]:
    """The representatives whom a signature, or the signing of a new text, names."""
    if isinstance(command, c.Sign):
        return () if command.representative_id is None else (command.representative_id,)
    return command.representative_ids if isinstance(command, c.AmendAgreement) else ()


def _named(s: Situation) -> tuple[Representative | None, ...]:
    """Who signs, in the order in which they are named; None for whoever acts for none of the signers on that day.

    One for each party: what a second would sign is signed already.
    """
    command, found = s.command, []
    signers = set(command.agreed_by if isinstance(command, c.AmendAgreement) else _signer(command))
    for name in agents_of(command):
        acting = (x for x in s.referral.dossier.representatives if x.id == name and acts_on(x, s.occurred_on))
        found.append(next((x for x in acting if x.party_id in signers), None))
        signers -= {x.party_id for x in found if x is not None}
    return tuple(found)


def _signer(command: c.Command | None) -> tuple[PartyId, ...]:
    party_id = command.party_id if isinstance(command, c.Sign) else None
    return () if party_id is None else (party_id,)


def uncited(s: Situation) -> tuple[str, ...]:
    """What a signature does not cite: all of agents where the party signs itself, of elected ones where none signs."""
    if not isinstance(s.command, _SIGNING):
        return ()
    kinds = {x.kind for x in _named(s) if x is not None}
    if not kinds:
        return OF_AGENTS
    return () if _ELECTED in kinds else (SourceId.CPL_56.value,)


def _strangers(s: Situation) -> tuple[int, ...]:
    """Places of those who act for none of the signers."""
    return tuple(n for n, x in enumerate(_named(s)) if x is None)


def _unable(s: Situation) -> tuple[int, ...]:
    """Places of those who may not settle."""
    named = ((n, x) for n, x in enumerate(_named(s)) if x is not None)
    return tuple(n for n, x in named if not may_settle(x.kind, x.authority, s.book.rules_off))


def _guard(code: str, wrong: Callable[[Situation], tuple[int, ...]]) -> Guard:
    def pointer(s: Situation) -> str:
        return "/representative_id" if isinstance(s.command, c.Sign) else f"/representative_ids/{wrong(s)[0]}"

    return Guard(code, lambda s: isinstance(s.command, _SIGNING) and not wrong(s), of_state=False, pointer=pointer)


BY_AGENT = (_guard("part_unknown", _strangers), _guard("special_authority_missing", _unable))
"""Whoever signs for a party acts for it on that day, and may settle."""
