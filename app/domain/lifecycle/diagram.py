"""`docs/lifecycle.md`, written from the tables: a diagram a machine, then every arrow with its rule and source."""

from collections.abc import Iterable

from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import ACTIONS, KINDS, MACHINES, STATES
from app.domain.lifecycle.states import Kind, Machine, MediationState
from app.domain.lifecycle.table import TERM, ClockOp, Row, tracks_of
from app.domain.periods import RULES
from app.domain.sources import SOURCES, SourceId
from app.domain.values import replace

TERM_RULES = ("T05", "T06", "T07", "T08", "T08S", "T10", "T31")
"""Rules that can be the term of mediation."""

ENDED, CLOSED = MediationState.MEDIATION_ENDED, MediationState.CLOSED

HEAD = """# Lifecycle of a referral

Written from the tables in `app/domain/lifecycle` by `make generate`; edit those, never this page.

A referral has a kind and is pinned to its track when it opens. Each machine below moves on its own; what is not an
arrow is refused. Guards are named by the code that refuses. Clocks: `start`, `stop`, `miss` (ran out), `pause`,
`resume`, `extend`; `TERM` is the clock of the term of mediation: T05 before filing, T06 or T07 after filing, T08 or
T08S where a judge mediates, T10 where the parties applied in a labour dispute, T31 where a labour arbitration
commission delegated it. A line marked "closes" also closes the mediation of a matter that was filed.

A line names the sources of all its days, tracks and bodies of rules; its event cites those that were in force on its
legal date and speak to its track and, for a signature, to its body. Where none is left it cites PD_EARLIER_LAW.

Mediation has a picture for each kind, without what leaves the state as it is; the tables have every arrow.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for machine in Machine:
        rows = [row for row in ROWS if row.machine is machine]
        label = MACHINES[machine]
        parts += [f"## {label.en} {label.zh}\n", *_pictures(machine, rows), _table(rows)]
    parts += [_clocks(), _sources()]
    return "\n".join(parts)


def _pictures(machine: Machine, rows: list[Row]) -> list[str]:
    """One picture a machine, of mediation one a kind; none of the dossier, which has one state."""
    if machine is Machine.DOSSIER:
        return ["Open from the first event on; nothing that is recorded here moves a state.\n"]
    if machine is not Machine.MEDIATION:
        return [_diagram(rows)]
    parts = []
    for kind in Kind:
        moving = [row for row in rows if kind in row.kinds and row.before != row.after]
        moving += [replace(row, before=ENDED, after=CLOSED) for row in ROWS if row.closes and kind in row.kinds]
        parts += [f"### {KINDS[kind].en} {KINDS[kind].zh}\n", _diagram(moving)]
    return [*parts, "### Every arrow\n"]


def _diagram(rows: Iterable[Row]) -> str:
    arrows = dict.fromkeys((r.before, r.after, r.action) for r in rows)
    lines = ["```mermaid", "stateDiagram-v2"]
    lines += [f"    {before or '[*]'} --> {after}: {action}" for before, after, action in arrows]
    return "\n".join([*lines, "```", ""])


def _table(rows: Iterable[Row]) -> str:
    head = "| Action | From | To | By | Guards | Clocks | Event | Kinds | Tracks | Sources |\n"
    return head + "|---" * 10 + "|\n" + "".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    before = "–" if row.before is None else f"{row.before} {STATES[row.before].zh}"
    cells = (
        f"{row.action} {ACTIONS[row.action].zh}" + "".join(f" ({c.name})" for c in row.when),
        before,
        f"{row.after} {STATES[row.after].zh}",
        ", ".join(row.by),
        ", ".join(guard.code for guard in row.guards) or "–",
        ", ".join(_op(op) for op in row.clocks) or "–",
        row.event + (", closes" if row.closes else ""),
        _some(row.kinds, Kind),
        _some(row.tracks, tracks_of(row.kinds)),
        ", ".join(row.sources),
    )
    return "| " + " | ".join(cells) + " |\n"


def _some(chosen: Iterable[str], everything: Iterable[str]) -> str:
    return "all" if set(chosen) >= set(everything) else ", ".join(chosen)


def _op(op: ClockOp) -> str:
    condition = "" if op.only_when is None else f" if {op.only_when.name}"
    return f"{op.verb} {op.rule}{condition}"


def _clocks() -> str:
    used = sorted({rule for row in ROWS for op in row.clocks for rule in _rules(op)})
    lines = ["## Clocks\n", "| Rule | Period | Starts | When it runs out | Sources |", "|---|---|---|---|---|"]
    for rule_id in used:
        rule = RULES[rule_id]
        length = "–" if rule.length is None else f"{rule.length} {rule.unit}"
        lines.append(
            f"| {rule_id} | {length} | {rule.start_zh} {rule.start_en} | {rule.effect_zh} {rule.effect_en} "
            f"| {', '.join(rule.sources)} |"
        )
    return "\n".join(lines) + "\n"


def _rules(op: ClockOp) -> tuple[str, ...]:
    return TERM_RULES if op.rule == TERM else (op.rule,)


def _sources() -> str:
    used = {source for row in ROWS for source in row.sources}
    used |= {SourceId.PD_EARLIER_LAW.value}
    used |= {str(source) for row in ROWS for op in row.clocks for rule in _rules(op) for source in RULES[rule].sources}
    lines = ["## Sources\n", "| Id | Instrument | Article | In force | Mark |", "|---|---|---|---|---|"]
    for source_id in sorted(used):
        source = SOURCES[source_id]
        since = "–" if source.in_force_from is None else source.in_force_from.isoformat()
        until = "" if source.in_force_to is None else f" to {source.in_force_to.isoformat()}"
        lines.append(
            f"| {source_id} | {source.instrument_zh} {source.instrument_en} | {source.article} | {since}{until} "
            f"| {source.mark} |"
        )
    return "\n".join(lines) + "\n"
