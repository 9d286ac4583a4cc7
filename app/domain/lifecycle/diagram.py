"""`docs/lifecycle.md`, written from the tables: a diagram a machine, then every arrow with its rule and source."""

from collections.abc import Iterable

from app.domain.lifecycle.apply import ROWS
from app.domain.lifecycle.labels import ACTIONS, MACHINES, STATES
from app.domain.lifecycle.states import Machine, Track
from app.domain.lifecycle.table import ClockOp, Row
from app.domain.periods import RULES
from app.domain.sources import SOURCES

HEAD = """# Lifecycle of a referral

Written from the tables in `app/domain/lifecycle` by `make generate`; edit those, never this page.

A referral is pinned to its track when it opens. Each machine below moves on its own; what is not an arrow is refused.
Guards are named by the code that refuses. Clocks: `start`, `stop`, `miss` (ran out), `pause`, `resume`, `extend`.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for machine in Machine:
        rows = [row for row in ROWS if row.machine is machine]
        label = MACHINES[machine]
        parts += [f"## {label.en} {label.zh}\n", _diagram(rows), _table(rows)]
    parts += [_clocks(), _sources()]
    return "\n".join(parts)


def _diagram(rows: Iterable[Row]) -> str:
    lines = ["```mermaid", "stateDiagram-v2"]
    for row in dict.fromkeys((r.before, r.after, r.action) for r in rows):
        before, after, action = row
        lines.append(f"    {before or '[*]'} --> {after}: {action}")
    return "\n".join([*lines, "```", ""])


def _table(rows: Iterable[Row]) -> str:
    head = "| Action | From | To | By | Guards | Clocks | Event | Tracks | Sources |\n"
    return head + "|---" * 9 + "|\n" + "".join(_line(row) for row in rows)


def _line(row: Row) -> str:
    before = "–" if row.before is None else f"{row.before} {STATES[row.before].zh}"
    cells = (
        f"{row.action} {ACTIONS[row.action].zh}" + "".join(f" ({c.name})" for c in row.when),
        before,
        f"{row.after} {STATES[row.after].zh}",
        ", ".join(row.by),
        ", ".join(guard.code for guard in row.guards) or "–",
        ", ".join(_op(op) for op in row.clocks) or "–",
        row.event,
        "all" if set(row.tracks) == set(Track) else ", ".join(row.tracks),
        ", ".join(row.sources),
    )
    return "| " + " | ".join(cells) + " |\n"


def _op(op: ClockOp) -> str:
    condition = "" if op.only_when is None else f" if {op.only_when.name}"
    return f"{op.verb} {op.rule}{condition}"


def _clocks() -> str:
    used = sorted({op.rule for row in ROWS for op in row.clocks})
    lines = ["## Clocks\n", "| Rule | Period | Starts | When it runs out | Sources |", "|---|---|---|---|---|"]
    for rule_id in used:
        rule = RULES[rule_id]
        length = "–" if rule.length is None else f"{rule.length} {rule.unit}"
        lines.append(
            f"| {rule_id} | {length} | {rule.start_zh} {rule.start_en} | {rule.effect_zh} {rule.effect_en} "
            f"| {', '.join(rule.sources)} |"
        )
    return "\n".join(lines) + "\n"


def _sources() -> str:
    used = {source for row in ROWS for source in row.sources}
    used |= {str(source) for row in ROWS for op in row.clocks for source in RULES[op.rule].sources}
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
