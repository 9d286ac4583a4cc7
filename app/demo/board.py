"""Live progress: where each case stands on which legal date. A table on a terminal, plain lines elsewhere."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Self

from rich.console import Console, Group
from rich.live import Live
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from app.demo.cases import CaseFile

STATES = {
    None: "",
    "submitted": "已申请",
    "consulting": "征询意见",
    "returned": "退回",
    "awaiting_acceptance": "待接收",
    "overdue": "逾期未接收",
    "unassigned": "待重新指定",
    "accepted": "已接受",
    "contacting": "征询对方",
    "mediating": "调解中",
    "appraising": "鉴定",
    "suspended": "中止",
    "term_expired": "期限届满",
    "mediation_ended": "调解终结",
    "closed": "已结案",
}
FRAMES_PER_SECOND = 10


class Board:
    """What is shown while cases are played. Use as a context manager.

    Args:
        console: Where to.
        cases: In the order in which they are listed.
        again: Cases that come once more through a platform; of each door one line tells how far they are.
    """

    def __init__(self, console: Console, cases: Sequence[CaseFile], again: Sequence[CaseFile] = ()) -> None:
        self._console = console
        self._cases = cases
        self._again = again
        self._states: dict[str, str | None] = dict.fromkeys(_references((*cases, *again)), None)
        self._over: set[str] = set()
        self._progress = Progress(
            TextColumn("{task.fields[today]}"),
            BarColumn(),
            TextColumn("{task.completed}/{task.total}"),
            console=console,
        )
        self._told = ""
        self._task = self._progress.add_task("cases", total=len(self._states), today="")
        self._live = Live(console=console, refresh_per_second=FRAMES_PER_SECOND, transient=True)

    def __enter__(self) -> Self:
        """Begin to show."""
        if self._console.is_terminal:
            self._live.start()
        return self

    def __exit__(self, *_error: object) -> None:
        """Stop showing; a terminal is left clean."""
        self._live.stop()

    def show(self, today: date, *sides: Mapping[str, Any]) -> None:
        """Show where each case stands; on something that is no terminal, only what changed.

        Args:
            today: Legal date.
            sides: Status pages; of a case that both see, the first one speaks.
        """
        changed = []
        entries = [entry for side in sides for entry in side.get("cases", ()) if entry["referral_id"] is not None]
        for entry in {entry["reference"]: entry for entry in reversed(entries)}.values():
            reference, state = entry["reference"], entry["state"]
            if entry["done"] and not entry["due"]:
                self._over.add(reference)
            if self._states.get(reference) != state:
                self._states[reference] = state
                changed.append(f"{reference} {STATES.get(state, state)}")
        if self._console.is_terminal:
            self._progress.update(self._task, completed=len(self._over), today=today.isoformat())
            self._live.update(Group(self._table(), self._doors(), self._progress, Text(self._told)))
        elif changed:
            line = f"{today.isoformat()}  {len(self._over):>2}/{len(self._states)}  {' · '.join(changed)}"
            self._console.print(line, highlight=False, soft_wrap=True)

    def count(self, received: int) -> None:
        """How many events came by webhook, for the next time that the table is shown."""
        self._told = f"webhook {received}"

    def tell(self, line: str) -> None:
        """Say something of its own; it stays on a terminal too."""
        self._console.print(line, highlight=False, soft_wrap=True, markup=False)

    def _table(self) -> Table:
        table = Table(box=None, pad_edge=False, show_header=False)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True, min_width=10)
        table.add_column(overflow="ellipsis", no_wrap=True)
        for case in self._cases:
            over = all(reference in self._over for reference in case.references)
            state = self._states[case.references[-1]]
            table.add_row(case.case_id, STATES.get(state, state), case.title, style="green" if over else "")
        return table

    def _doors(self) -> Text:
        """How many cases are over of those that came through each platform."""
        doors: dict[str, list[bool]] = {}
        for case in self._again:
            doors.setdefault(case.opener, []).append(case.case_id in self._over)
        return Text("\n".join(f"{court} {sum(over)}/{len(over)}" for court, over in doors.items()))


def _references(cases: Sequence[CaseFile]) -> list[str]:
    return [reference for case in cases for reference in case.references]
