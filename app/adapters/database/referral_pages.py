"""Texts of the statements that read lists of referrals: one for each set of filters, every value a parameter.

A list walks `referral_viewers`, where what a tenant sees lies in the order of the list, until the page is full; its
cost does not grow with what others have or with what was there before. A filter that few referrals pass brings its own
way in. Every condition is a plain comparison of a column with a parameter, or lies under one, because row security lets
only such a comparison go ahead of its policy.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache, partial
from typing import Any, Final
from uuid import UUID

from app.adapters.database.bounds import bound_of
from app.adapters.database.referral_reads import ROOT, children
from app.adapters.database.tables import PROCEDURE_STATES
from app.domain.lifecycle.states import Machine, MediationState, Stage
from app.domain.referral import AGREEMENT_GONE, CONFIRMING, OF_THE_CREDITOR, OPEN_PROCEDURE_STATES, STAGE_OF
from app.domain.selection import Selection

LIST_CHILDREN = ("case_numbers", "clocks", "agreements", "procedures")
_OF_ROOT: Final = {
    "kind": "f.kind = {0}",
    "track": "f.track = {0}",
    "state": "f.state = {0}",
    "cause_codes": "f.cause_code = ANY ({0}::text[])",
    "court_id": "f.court_id = {0}",
    "organisation_id": "f.holder_id = {0}",
    "opened_from": "f.opened_on >= {0}",
    "opened_to": "f.opened_on <= {0}",
    "serial": "f.serial = {0}",
    "court_reference": "f.court_reference = {0}",
    "priority": "f.priority = {0}",
    "business_status": "f.business_status = {0}",
    "series_id": "f.series_id = {0}",
    "dispute_id": "f.dispute_id = {0}",
}
_BELOW: Final = {
    "case_number": "SELECT n.referral_id FROM case_numbers AS n WHERE n.normalised = {0}",
    "due_before": "SELECT c.referral_id FROM clocks AS c WHERE c.state = 'running' AND c.due_on < {0}",
}
_RARE: Final = frozenset({"serial", "court_reference", "series_id", "dispute_id", "case_number"})
"""Filters with an index of their own that few referrals pass: the walk begins there and the page is put in order."""

_UNEVEN: Final = frozenset(
    {
        *("kind", "track", "court_id", "organisation_id", "opened_from", "opened_to", "due_before", "priority"),
        "business_status",
    }
)
"""Filters that nearly all or hardly any referrals pass, by what is asked: one plan can not serve both."""

CAUSES: Final = "cause_codes"
CAUSES_MAX = 40
"""Of so many causes each is walked apart; a larger branch of the list is no rare thing, and is met on the way."""

TEXTS_MAX = 256
"""Most texts that are remembered; callers choose the filters, and making one anew costs little."""


def _open(machines: frozenset[Machine]) -> str:
    """Whether `procedures AS p` is an open one of these kinds."""
    kinds = ", ".join(f"'{machine.value}'" for machine in sorted(machines))
    states = ", ".join(f"'{state}'" for state in sorted(OPEN_PROCEDURE_STATES))
    return f"p.machine IN ({kinds}) AND p.state IN ({states})"


def _has_open(machines: frozenset[Machine]) -> str:
    return f"EXISTS (SELECT FROM procedures AS p WHERE p.referral_id = f.id AND {_open(machines)})"


_PROCEDURES: Final = frozenset(PROCEDURE_STATES) - OF_THE_CREDITOR
_OF_PROCEDURES: Final = {
    Stage.CONFIRMATION: CONFIRMING,
    Stage.FILING: _PROCEDURES - CONFIRMING,
}
"""Stages that an open procedure makes, in whatever state mediation is."""

_GONE: Final = ", ".join(f"'{state.value}'" for state in sorted(AGREEMENT_GONE))
_ALIVE: Final = f"EXISTS (SELECT FROM agreements AS a WHERE a.referral_id = f.id AND a.state NOT IN ({_GONE}))"
_BESIDE_STATE: Final = {
    Stage.CONFIRMATION: (),
    Stage.FILING: (f"NOT {_has_open(CONFIRMING)}",),
    Stage.AGREEMENT: (f"NOT {_has_open(_PROCEDURES)}", _ALIVE),
    Stage.MEDIATED: (f"NOT {_has_open(_PROCEDURES)}", f"NOT {_ALIVE}"),
}
"""What makes the derived stage, beside state or open procedure by which it is walked; see `Referral.stage`."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a statement's text depends on.

    Attributes:
        names: Filters that are set.
        states: States in which alone a referral can pass; None for all.
        stage: The stage that is wanted.
        few_causes: Whether each cause is to be walked apart.
        behind: Whether the page goes on behind an id.
        bound: Rows for which the statement is planned; no fewer than the page has.
    """

    names: tuple[str, ...]
    states: tuple[str, ...] | None
    stage: Stage | None
    few_causes: bool
    behind: bool
    oldest_first: bool
    bound: int


PLAN_BY_VALUES = "SET LOCAL plan_cache_mode = force_custom_plan"
"""Said before a page that `needs_own_plan`: the server plans for what is asked, and not once for all."""


def needs_own_plan(selection: Selection) -> bool:
    """Whether the best way to the page hangs on the values of its filters."""
    return any(name in _UNEVEN for name, _ in _chosen(selection))


def page_of(selection: Selection, tenant_id: UUID, after_id: UUID | None, limit: int) -> tuple[str, tuple[object, ...]]:
    """The statement for one page, and its arguments."""
    chosen = tuple(_chosen(selection))
    shape = _Shape(
        names=tuple(name for name, _ in chosen),
        states=_states(selection),
        stage=selection.stage,
        few_causes=0 < len(selection.cause_codes or ()) <= CAUSES_MAX,
        behind=after_id is not None,
        oldest_first=selection.oldest_first,
        bound=bound_of(limit),
    )
    where_to_start = () if after_id is None else (after_id,)
    return _page(shape), (tenant_id, limit, *where_to_start, *(value for _, value in chosen))


def _chosen(selection: Selection) -> Iterator[tuple[str, Any]]:
    """Filters with a parameter that are set, in the order in which these go."""
    for field in fields(Selection):
        value = getattr(selection, field.name)
        if value is not None and field.name not in {"stage", "oldest_first"}:
            yield field.name, sorted(value) if isinstance(value, frozenset) else value


def _states(selection: Selection) -> tuple[str, ...] | None:
    by_stage = None
    if selection.stage is Stage.AGREEMENT:
        by_stage = {MediationState.MEDIATION_ENDED}
    elif selection.stage is not None and selection.stage not in _OF_PROCEDURES:
        by_stage = {state for state, stage in STAGE_OF.items() if stage is selection.stage}
    if selection.state is None:
        return None if by_stage is None else tuple(sorted(by_stage))
    return (selection.state,) if by_stage is None else tuple({selection.state} & by_stage)


@lru_cache(maxsize=TEXTS_MAX)
def _page(shape: _Shape) -> str:
    """$1 tenant, $2 limit, $3 the id behind which to go on, if any; then the filters."""
    first = 4 if shape.behind else 3
    parameters = {name: f"${n}" for n, name in enumerate(shape.names, start=first)}
    order = "ASC" if shape.oldest_first else "DESC"
    rare = next((name for name in shape.names if name in _RARE), None)
    ids = _walks(shape, parameters, order) if rare is None else _rare_ids(shape, rare, parameters)
    start = f"WHERE x.id {_side(shape)} $3" if shape.behind else ""
    return f"""
    SELECT row_to_json(y)::text FROM (
        SELECT {ROOT}, {children(LIST_CHILDREN)}
        FROM (SELECT x.id FROM ({ids}) AS x {start} ORDER BY x.id {order} LIMIT $2) AS page
        JOIN referrals AS f ON f.id = page.id WHERE $1 = ANY (f.viewers) ORDER BY f.id {order}
    ) AS y
    """


def _conditions(shape: _Shape, parameters: Mapping[str, str]) -> str:
    """What the filters ask of `referrals AS f`; AND before each."""
    asked = [_OF_ROOT[name].format(given) for name, given in parameters.items() if name in _OF_ROOT]
    asked += [f"f.id IN ({_BELOW[name].format(given)})" for name, given in parameters.items() if name in _BELOW]
    if shape.stage is not None:
        asked += _BESIDE_STATE.get(shape.stage, (f"NOT {_has_open(_PROCEDURES)}",))
    return "".join(f" AND {condition}" for condition in asked)


def _walks(shape: _Shape, parameters: Mapping[str, str], order: str) -> str:
    """Ids in the order of the list, no more of them than fit on the page; one walk for each state, cause or machine.

    What `referral_viewers` itself says of state and cause is not asked of the referral again.
    """
    ended = partial(_ended, shape, order)
    if shape.stage in _OF_PROCEDURES:
        machines = sorted(_OF_PROCEDURES[shape.stage])
        walks = (_along_procedures(_conditions(shape, parameters), machine) for machine in machines)
        return "\nUNION\n".join(ended(walk, "p.referral_id") for walk in walks)
    if shape.states is not None:
        walk = _along_viewers(shape, parameters, "state")
        asked = f" AND v.state = {parameters['state']}" if "state" in parameters else ""
        walks = (f"{walk} AND v.state = '{state}'{asked}" for state in shape.states or ("",))
        return "\nUNION ALL\n".join(ended(walk, "v.referral_id") for walk in walks)
    if shape.few_causes:
        walk = f"{_along_viewers(shape, parameters, CAUSES)} AND v.cause_code = c"
        causes = f"unnest({parameters[CAUSES]}::text[]) AS c"
        return f"SELECT w.id FROM {causes} CROSS JOIN LATERAL {ended(walk, 'v.referral_id')} AS w"
    return ended(_along_viewers(shape, parameters), "v.referral_id")


def _ended(shape: _Shape, order: str, walk: str, column: str) -> str:
    start = f" AND {column} {_side(shape)} $3" if shape.behind else ""
    return f"({walk}{start} ORDER BY {column} {order} LIMIT {shape.bound})"


def _side(shape: _Shape) -> str:
    return ">" if shape.oldest_first else "<"


def _along_viewers(shape: _Shape, parameters: Mapping[str, str], known: str = "") -> str:
    conditions = _conditions(shape, {name: given for name, given in parameters.items() if name != known})
    root = " JOIN referrals AS f ON f.id = v.referral_id" if conditions else ""
    return f"SELECT v.referral_id AS id FROM referral_viewers AS v{root} WHERE v.viewer_id = $1{conditions}"


def _along_procedures(conditions: str, machine: Machine) -> str:
    return (
        "SELECT DISTINCT p.referral_id AS id FROM procedures AS p JOIN referrals AS f ON f.id = p.referral_id "
        f"WHERE $1 = ANY (f.viewers){conditions} AND {_open(frozenset({machine}))}"
    )


def _rare_ids(shape: _Shape, rare: str, parameters: Mapping[str, str]) -> str:
    """Ids that pass the rare filter and then the others."""
    others = {name: given for name, given in parameters.items() if name != rare or name in _OF_ROOT}
    conditions = _conditions(shape, others)
    if shape.stage in _OF_PROCEDURES:
        conditions += f" AND {_has_open(_OF_PROCEDURES[shape.stage])}"
    if shape.states is not None:
        states = ", ".join(f"'{state}'" for state in shape.states or ("",))
        conditions += f" AND f.state IN ({states})"
    if rare in _OF_ROOT:
        return f"SELECT f.id FROM referrals AS f WHERE $1 = ANY (f.viewers){conditions}"
    return (
        f"SELECT DISTINCT f.id FROM ({_BELOW[rare].format(parameters[rare])}) AS n "
        f"JOIN referrals AS f ON f.id = n.referral_id WHERE $1 = ANY (f.viewers){conditions}"
    )
