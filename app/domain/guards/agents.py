"""Conditions of who signs for a party: a representative of that party who acts on that day and may settle for it.

Legal source: CPLI 147 (an agent signs only with special authority), CPL 56 (elected representatives settle with the
consent of those they stand for, recorded as special authority), PD_AGENT_SIGNS.
"""

from datetime import date
from typing import Final

from app.domain import commands as c
from app.domain.dossier import Representative
from app.domain.lifecycle.table import Guard, Situation
from app.domain.sources import SourceId

OF_AGENTS: Final = (SourceId.CPLI_147.value, SourceId.CPL_56.value, SourceId.PD_AGENT_SIGNS.value)
"""Sources of a signature by a representative."""

_BY_LAW: Final = frozenset({"legal_representative", "guardian"})
"""Kinds of list `representative_kind` whose power rests on no mandate: what they may do no authority says."""
_ELECTED: Final = "elected_workers_representative"


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


def _named(s: Situation) -> Representative | None:
    """Who signs for the party, where it acts for that party on that day."""
    command = s.command
    if not isinstance(command, c.Sign):
        return None
    of_party = (x for x in s.referral.dossier.representatives if x.party_id == command.party_id)
    return next((x for x in of_party if x.id == command.representative_id and acts_on(x, s.occurred_on)), None)


def signs_itself(command: c.Command | None) -> bool:
    """Whether it is a signature that names no representative."""
    return isinstance(command, c.Sign) and command.representative_id is None


def uncited(s: Situation) -> tuple[str, ...]:
    """What a signature does not cite: all of agents where the party signs itself, of elected ones where none signs."""
    if signs_itself(s.command):
        return OF_AGENTS
    named = _named(s)
    return () if named is None or named.kind == _ELECTED else (SourceId.CPL_56.value,)


def _agent_acts(s: Situation) -> bool:
    return signs_itself(s.command) or _named(s) is not None


def _agent_may_settle(s: Situation) -> bool:
    named = _named(s)
    return signs_itself(s.command) or (named is not None and may_settle(named.kind, named.authority, s.book.rules_off))


AGENT_ACTS = Guard("part_unknown", _agent_acts, of_state=False, pointer="/representative_id")
AGENT_MAY_SETTLE = Guard("special_authority_missing", _agent_may_settle, of_state=False, pointer="/representative_id")
BY_AGENT = (AGENT_ACTS, AGENT_MAY_SETTLE)
