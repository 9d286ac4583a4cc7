"""The end of the demonstration on paper: one table of all cases, their assumptions, the seed's channel."""

from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from app.demo import seed
from app.demo.cases import CaseFile
from app.demo.doors import API, DOORS, doors_of
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
    "judge_led": "邀请调解",
}
CLOCKS = {"running": "在途", "paused": "中止", "met": "按期", "missed": "届满"}
PLAIN_WIDTH = 100
LEGEND = (
    "C 公布案例，P 构造案例；T03 等为期间编号，见 docs/legal-sources.md；✓ 如公布或预期，≠ 依规则另有结果，✗ 失败。",
    "C published, P constructed; T03 etc.: docs/legal-sources.md; ✓ as expected, ≠ otherwise by rule, ✗ failed.",
)


def results_table(results: Sequence[CaseResult], width: int = PLAIN_WIDTH) -> Table:
    """Case with court and organisation, track and path, deadlines, outcome published and reached; `width` in cells."""
    table = Table(title="案例结果", show_lines=True, pad_edge=False, width=width)
    table.add_column("案例\n法院 → 调解组织", ratio=4, overflow="fold")
    table.add_column("轨道\n经过阶段", ratio=3, overflow="fold")
    table.add_column("期限", no_wrap=True)
    table.add_column("结果", ratio=3, overflow="fold")
    for result in results:
        table.add_row(*(_cells(result)))
    return table


def _cells(result: CaseResult) -> tuple[str, ...]:
    case, view = result.case, result.view
    source = "公布" if case.kind == "published" else "预期"
    reached = LABELS.get(result.outcome, result.outcome)
    wanted = LABELS.get(case.expected.outcome, case.expected.outcome)
    return (
        f"[bold]{case.case_id}[/] {escape(case.title)}\n[dim]{escape(_ways(case))}[/]",
        "" if view is None else f"{TRACKS.get(view.track, view.track)}\n{_path(view)}",
        "\n".join(_deadline(deadline) for deadline in result.deadlines),
        f"{source}：{wanted}\n{_mark(result)} 实际：{reached}{_faults(result)}",
    )


def _ways(case: CaseFile) -> str:
    doors = doors_of(case.case_id)
    way = f"{case.opener} → {'，'.join(entry.name for entry in case.organisations)}"
    return way if doors == (API,) else f"{way}\n入口 {'、'.join(doors)}"


def print_again(console: Console, results: Sequence[CaseResult], repeated: Sequence[CaseResult]) -> None:
    """Print how the cases ended that came by several doors: one line a case, one column a door."""
    if not repeated:
        return
    table = Table(title="经各入口的结果", pad_edge=False, width=min(PLAIN_WIDTH, console.width))
    for name in ("案例", API, *(door.dialect for door in DOORS)):
        table.add_column(name, overflow="fold")
    by_id = {result.case.case_id: result for result in repeated}
    for result in results:
        case_id = result.case.case_id
        again = [by_id[name] for door in DOORS if (name := door.reference(case_id)) in by_id]
        if again:
            table.add_row(
                case_id, *(f"{_mark(one)} {LABELS.get(one.outcome, one.outcome)}" for one in (result, *again))
            )
    console.print(table)


def _mark(result: CaseResult) -> str:
    if result.faults:
        return "[red]✗[/]"
    return "[yellow]≠[/]" if result.is_otherwise else "[green]✓[/]"


def _faults(result: CaseResult) -> str:
    return "".join(f"\n[red]{escape(fault)}[/]" for fault in result.faults)


def _path(view: ReferralView) -> str:
    """Stages in order, and below them what was out of the ordinary."""
    stages = " → ".join(STAGES.get(stage, stage) for stage in view.stages)
    notable = dict.fromkeys(NOTABLE[act.type] for act in view.acts if act.type in NOTABLE)
    return f"{stages}\n[dim]{'、'.join(notable)}[/]" if notable else stages


def _deadline(deadline: Deadline) -> str:
    due = "—" if deadline.due_on is None else deadline.due_on.isoformat()
    state = CLOCKS.get(deadline.state, deadline.state)
    return f"{deadline.rule} {deadline.started_on.isoformat()} → {due} {state}"


def summary(results: Sequence[CaseResult], seconds: float) -> tuple[str, str]:
    """How many cases ended how, in Chinese and in English; those that ended otherwise or failed by their ids."""
    failed = [result.case.case_id for result in results if result.faults]
    otherwise = [result.case.case_id for result in results if result.is_otherwise]
    right = len(results) - len(failed) - len(otherwise)
    zh = f"{right} 件如公布或预期，{len(otherwise)} 件依规则另有结果{_named(otherwise)}"
    en = f"{right} as published or expected, {len(otherwise)} otherwise by rule{_named(otherwise)}"
    return (
        f"{zh}，{len(failed)} 件失败{_named(failed)}；用时 {seconds:.1f} 秒。",
        f"{en}, {len(failed)} failed{_named(failed)}; {seconds:.1f} s.",
    )


def _named(case_ids: Sequence[str]) -> str:
    return f" ({', '.join(sorted(case_ids))})" if case_ids else ""


def counted(cases: Sequence[CaseFile]) -> tuple[str, str]:
    """How many cases and referrals there are, in Chinese and in English, with the series that make them differ."""
    referrals = sum(len(case.references) for case in cases)
    series = [case for case in cases if case.series is not None]
    zh = "".join(f"，{case.case_id} 为 {len(case.references)} 件系列案" for case in series)
    en = "".join(f"; {case.case_id} is a series of {len(case.references)}" for case in series)
    return f"{len(cases)} 件案例、{referrals} 件移交{zh}", f"{len(cases)} cases, {referrals} referrals{en}"


def _print_otherwise(console: Console, results: Sequence[CaseResult]) -> None:
    """Why each case that did not end as published ended otherwise."""
    for result in results:
        expected = result.case.expected
        if result.is_otherwise:
            console.print(f"[yellow]≠[/] [bold]{result.case.case_id}[/] {escape(expected.why or '')}", highlight=False)
            console.print(f"  {escape(expected.why_en or '')}", highlight=False)


def print_report(console: Console, results: Sequence[CaseResult]) -> None:
    """Print the seed's channel, the table, why some ended otherwise, and the assumptions of each case."""
    console.print(f"[bold]{seed.COURT} — {seed.OFFICE}[/] 点对点渠道，案件范围：", highlight=False)
    for scope in seed.SCOPES:
        roots = "、".join(scope.roots) or "（文字，不对应案由）"
        console.print(f"  {scope.text}  案由 {roots}", highlight=False)
    for line in LEGEND:
        console.print(line, highlight=False)
    console.print(results_table(results, min(PLAIN_WIDTH, console.width)))
    _print_otherwise(console, results)
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
