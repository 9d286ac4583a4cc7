"""`make run`: database, API, worker and both sandboxes stay up until Ctrl-C, with addresses and keys on the screen.

The first run enters the seed's court and organisations and gives the sandboxes the constructed cases, moved to begin
today. Later runs go on with the same database and the same keys, which stand in a private file of the data folder.
"""

import asyncio
import json
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape

from app.demo.cases import CaseFileError, load_cases
from app.demo.registry import Registrar
from app.demo.stage import CALM_SWEEP_SECONDS, Sandboxes, Service, ended_by_sigterm, sandboxes, service
from app.sandbox.api import ApiError
from app.settings import Settings
from app.supervisor import ChildFailedError

CLOCK_IGNORED = "数据库非空，SUTIAO_LEGAL_CLOCK_START 不起作用。It counts on an empty database only."
DATE = re.compile(r"\d{4}-\d\d-\d\d")


async def run_forever(console: Console, settings: Settings) -> int:
    """Keep everything up until Ctrl-C.

    Returns:
        Exit status 1 if a process ended by itself or could not be started.
    """
    note = settings.data_dir / "run.json"
    try:
        with ended_by_sigterm():
            known = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
            if known and settings.legal_clock_start is not None:
                console.print(CLOCK_IGNORED, style="yellow", highlight=False, soft_wrap=True)
            running = service(
                settings.data_dir.absolute(),
                port=settings.port,
                database=_database_of(settings),
                operator_key=known.get("operator_key"),
                sweep_seconds=CALM_SWEEP_SECONDS,
            )
            async with running as up:
                if not known:
                    known = await _first_run(up)
                    _write_private(note, known)
                async with sandboxes(up, known["sides"]) as both:
                    _announce(console, up, both, known["sides"])
                    return await _stay(console, up, both)
    except (ChildFailedError, ApiError, CaseFileError) as error:
        console.print(f"[red]{escape(str(error))}[/]", highlight=False)
        return 1


def _database_of(settings: Settings) -> tuple[str | None, str | None]:
    app_url, owner_url = settings.database_url, settings.owner_database_url
    return (
        None if app_url is None else app_url.get_secret_value(),
        None if owner_url is None else owner_url.get_secret_value(),
    )


async def _first_run(running: Service) -> dict[str, Any]:
    """Enter everybody; what later runs have to know."""
    cases = [case for case in load_cases() if case.kind == "constructed"]
    registrar = Registrar(running.operator)
    await registrar.enter_seed()
    for case in cases:
        await registrar.enter(case)
    today = date.fromisoformat((await running.operator.get("/v1/development/legal-clock"))["today"])
    later = today - min(case.begins_on for case in cases)
    return {
        "operator_key": running.operator_key,
        "sides": {side: moved(registrar.members(side, cases), later) for side in ("court", "centre")},
    }


def moved(value: Any, later: timedelta) -> Any:
    """The same JSON value with every date in it moved by that many days."""
    if isinstance(value, Mapping):
        return {name: moved(inner, later) for name, inner in value.items()}
    if isinstance(value, list):
        return [moved(inner, later) for inner in value]
    if isinstance(value, str) and DATE.fullmatch(value):
        return (date.fromisoformat(value) + later).isoformat()
    return value


def _write_private(path: Path, content: Mapping[str, Any]) -> None:
    path.touch(mode=0o600)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _announce(console: Console, running: Service, both: Sandboxes, sides: Mapping[str, list[dict[str, Any]]]) -> None:
    lines = [
        f"接口 {running.base_url}",
        f"文档 {running.base_url}/docs",
        f"模拟法院 {both.court_url}",
        f"模拟调解组织 {both.centre_url}",
        f"运维密钥 {running.operator_key}",
        *(f"{member['name']} 密钥 {member['key']}" for side in sides.values() for member in side),
        '推进法定时钟：PUT /v1/development/legal-clock，请求体 {"today": "YYYY-MM-DD"}',
        "请求头 Authorization: Bearer 运维密钥；Idempotency-Key: 每次一个新值",
        "按 Ctrl-C 结束。",
    ]
    for line in lines:
        console.print(line, highlight=False, markup=False, soft_wrap=True)


async def _stay(console: Console, running: Service, both: Sandboxes) -> int:
    """Until the first process ends by itself."""
    children = (*running.children, both.court, both.centre)
    waits = [asyncio.create_task(child.wait()) for child in children]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for wait in waits:
            wait.cancel()
    for child in children:
        if child.exit_status is not None:
            console.print(
                f"[red]{child.name} 已退出，状态 {child.exit_status}；日志 {child.log_file}[/]", highlight=False
            )
    return 1
