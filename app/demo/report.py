"""The end of the demonstration on paper: one table of all cases, their assumptions, the seed's channel."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.demo import seed
from app.demo.outcome import LABELS
from app.demo.result import CaseResult, Deadline

STAGES = {
    "intake": "收案",
    "delegated": "委派",
    "accepted": "接受",
    "mediated": "调解终结",
    "agreement": "协议",
    "confirmation": "司法确认",
    "filing": "立案",
    "closed": "结案",
}
TRACKS = {"pre_filing_2016": "立案前委派（2016规定）", "pre_filing_2022": "立案前委派（在线规则）"}
CLOCKS = {"running": "在途", "paused": "中止", "met": "按期", "missed": "届满"}
PLAIN_WIDTH = 180


def results_table(results: Sequence[CaseResult]) -> Table:
    """Case, court, organisation, track, path, deadlines, outcome published and reached."""
    table = Table(title="案例结果", show_lines=True, pad_edge=False)
    for name, ratio in (("案例", 3), ("法院 → 调解组织", 4), ("轨道", 2), ("经过阶段", 4), ("期限", 4), ("结果", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for result in results:
        table.add_row(*(_cells(result)))
    return table


def _cells(result: CaseResult) -> tuple[str, ...]:
    case, view = result.case, result.view
    right = not result.faults
    mark = "[green]✓[/]" if right else f"[red]✗ {escape('; '.join(result.faults))}[/]"
    source = "公布" if case.kind == "published" else "预期"
    reached = LABELS.get(result.outcome, result.outcome)
    wanted = LABELS.get(case.expected.outcome, case.expected.outcome)
    return (
        f"[bold]{case.case_id}[/] {escape(case.title)}",
        escape(f"{case.court.court} → {'，'.join(case.court.organisations)}"),
        "" if view is None else TRACKS.get(view.track, view.track),
        "" if view is None else " → ".join(STAGES.get(stage, stage) for stage in view.stages),
        "\n".join(_deadline(deadline) for deadline in result.deadlines),
        f"{source}：{wanted}\n实际：{reached} {mark}",
    )


def _deadline(deadline: Deadline) -> str:
    due = "—" if deadline.due_on is None else deadline.due_on.isoformat()
    state = CLOCKS.get(deadline.state, deadline.state)
    return f"{deadline.rule} {deadline.started_on.isoformat()} → {due} {state}"


def print_report(console: Console, results: Sequence[CaseResult]) -> None:
    """Print the seed's channel, the table, and the assumptions of each case."""
    console.print(f"[bold]{seed.COURT} — {seed.OFFICE}[/] 点对点渠道，案件范围：", highlight=False)
    for scope in seed.SCOPES:
        roots = "、".join(scope.roots) or "（文字，不对应案由）"
        console.print(f"  {scope.text}  案由 {roots}", highlight=False)
    console.print(results_table(results))
    console.print("[bold]各案设定[/]（来源未公布而为演示补充的事实）")
    for result in results:
        case = result.case
        if case.kind == "published":
            console.print(f"[bold]{case.case_id}[/] {escape(case.title)}", highlight=False)
            for assumption in case.assumptions:
                console.print(f"  · {escape(assumption)}", highlight=False)
    built = [result.case.case_id for result in results if result.case.kind == "constructed"]
    if built:
        console.print(f"[bold]{built[0]}–{built[-1]}[/] 构造案例：全部为虚构。", highlight=False)
