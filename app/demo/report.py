"""The end of the demonstration on paper: one table of all cases, their assumptions, the seed's channel."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.demo import seed
from app.demo.outcome import LABELS
from app.demo.result import CaseResult, Deadline
from app.sandbox.view import ReferralView

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
NOTABLE = {
    "referral.overdue": "逾期未接收",
    "referral.declined": "拒绝接受",
    "referral.reassigned": "重新指定",
    "referral.taken_back": "收回",
    "referral.returned": "退回",
    "materials.received": "签收材料",
    "party.contacted": "联系当事人",
    "deadline.missed": "期限经过",
    "session.missed": "缺席场次",
    "mediation.paused": "鉴定中止计时",
    "mediation.extended": "延长期限",
    "mediation.term_expired": "期限届满",
    "agreement.refused": "拒绝签署",
    "performance.performed": "履行",
    "procedure.refused": "裁定不予支持",
    "procedure.not_accepted": "不予受理",
    "referral.handed_back": "退回重新指定",
    "referral.cancel_requested": "请求撤回",
    "referral.urged": "催办",
    "referral.reported_back": "结案反馈",
    "fee.noticed": "交费通知",
    "trial.transferred": "转入审理",
    "procedure.effective": "调解书生效",
    "mediator.replaced": "更换调解员",
    "session.cancelled": "取消场次",
    "series.joined": "纳入系列案",
}
TRACKS = {
    "pre_filing_2016": "委派2016规定",
    "pre_filing_2022": "委派在线规则",
    "post_filing_2016": "委托2016规定",
    "post_filing_first": "立案后先行调解",
    "in_trial": "审理中委托",
    "direct": "自主受理",
}
CLOCKS = {"running": "在途", "paused": "中止", "met": "按期", "missed": "届满"}
PLAIN_WIDTH = 180


def results_table(results: Sequence[CaseResult]) -> Table:
    """Case, court, organisation, track, path, deadlines, outcome published and reached."""
    table = Table(title="案例结果", show_lines=True, pad_edge=False)
    table.add_column("案例", ratio=4, overflow="fold")
    table.add_column("法院 → 调解组织", ratio=4, overflow="fold")
    table.add_column("轨道", overflow="fold", min_width=8)
    table.add_column("经过阶段", ratio=5, overflow="fold")
    table.add_column("期限", no_wrap=True)
    table.add_column("结果", ratio=4, overflow="fold")
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
        escape(f"{case.opener} → {'，'.join(entry.name for entry in case.organisations)}"),
        "" if view is None else TRACKS.get(view.track, view.track),
        "" if view is None else _path(view),
        "\n".join(_deadline(deadline) for deadline in result.deadlines),
        f"{source}：{wanted}\n实际：{reached} {mark}",
    )


def _path(view: ReferralView) -> str:
    """Stages in order, and below them what was out of the ordinary."""
    stages = " → ".join(STAGES.get(stage, stage) for stage in view.stages)
    notable = dict.fromkeys(NOTABLE[act.type] for act in view.acts if act.type in NOTABLE)
    return f"{stages}\n[dim]{'、'.join(notable)}[/]" if notable else stages


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
        console.print(f"[bold]构造案例 {len(built)} 件[/] {'、'.join(sorted(built))}：全部为虚构。", highlight=False)
