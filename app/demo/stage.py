"""The processes of the demonstration: database, API, worker, court, centre. All end when the stage does."""

import asyncio
import json
import os
import re
import signal
import socket
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from app.demo.cases import BREACH_WINDOW
from app.sandbox.api import Api
from app.supervisor import ChildFailedError, ChildProcess, require_free_port, supervised_database

HOST = "127.0.0.1"
KEY = re.compile(r"^\w+_[0-9A-Za-z]+_[0-9A-Za-z_-]{20,}$", re.MULTILINE)
SWEEP_SECONDS = 0.05
CALM_SWEEP_SECONDS = 1.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Service:
    """A running service.

    Attributes:
        base_url: Address of the API.
        data_dir: Folder of database, keys and logs.
        environment: What a further process of the service needs to be told.
        operator: The API as the operator.
        operator_key: The operator key.
        children: The API and the worker.
    """

    base_url: str
    data_dir: Path
    environment: Mapping[str, str]
    operator: Api
    operator_key: str
    children: tuple[ChildProcess, ...]


@dataclass(frozen=True, slots=True)
class Sandboxes:
    """The two simulated sides, and platforms of courts by name of their door."""

    court: ChildProcess
    centre: ChildProcess
    court_url: str
    centre_url: str
    platforms: Mapping[str, ChildProcess] = field(default_factory=dict)


@asynccontextmanager
async def service(
    data_dir: Path,
    *,
    port: int | None = None,
    database: tuple[str | None, str | None] = (None, None),
    operator_key: str | None = None,
    sweep_seconds: float = SWEEP_SECONDS,
    deployment: Mapping[str, str] | None = None,
) -> AsyncIterator[Service]:
    """A database, an API process and a worker process for the length of the block.

    Args:
        data_dir: Folder to work in.
        port: Of the API; a free one otherwise.
        database: Addresses of a database that is already there, of the application's and the owner's role; an embedded
            one is started otherwise.
        operator_key: A key that was given before; otherwise the first one is asked for.
        sweep_seconds: How often the worker looks for passed deadlines.
        deployment: Further settings.

    Raises:
        PortInUseError: something else listens at the port.
        ChildFailedError: a process ended or did not answer in time, or the first key was given before.
    """
    chosen = port or free_port()
    require_free_port(HOST, chosen)
    base_url = f"http://{HOST}:{chosen}"
    async with AsyncExitStack() as stack:
        urls = await stack.enter_async_context(supervised_database(data_dir, *database))
        environment = {
            **urls.environment(),
            "SUTIAO_ENVIRONMENT": "development",
            "SUTIAO_DATA_DIR": str(data_dir),
            "SUTIAO_PORT": str(chosen),
            "SUTIAO_BIND_HOST": HOST,
            "SUTIAO_SWEEP_INTERVAL_SECONDS": str(sweep_seconds),
            "SUTIAO_BREACH_WINDOW_WORKING_DAYS": str(BREACH_WINDOW),
            "SUTIAO_LOG_LEVEL": os.environ.get("SUTIAO_LOG_LEVEL", "warning"),
            **(deployment or {}),
        }
        key = operator_key or await first_key(data_dir, environment)
        serve = ChildProcess(["serve"], log_file=data_dir / "logs" / "api.log", environment=environment)
        work = ChildProcess(["worker"], log_file=data_dir / "logs" / "worker.log", environment=environment)
        require_free_port(HOST, chosen)  # Again: a database takes seconds to start.
        await stack.enter_async_context(serve)
        await stack.enter_async_context(work)
        await serve.wait_until_ready(f"{base_url}/readyz")
        operator = Api(base_url, key)
        stack.push_async_callback(operator.close)
        yield Service(base_url, data_dir, environment, operator, key, (serve, work))


async def first_key(data_dir: Path, environment: Mapping[str, str]) -> str:
    """Ask `sutiao bootstrap` for the first operator key.

    Raises:
        ChildFailedError: it gave none.
    """
    status, text = await command(["bootstrap"], data_dir, environment)
    found = KEY.search(text)
    if status != 0 or found is None:
        raise ChildFailedError(
            f"bootstrap gave no key (status {status}): this database was set up before; "
            "name another folder in SUTIAO_DATA_DIR"
        )
    return found.group()


async def command(arguments: Sequence[str], data_dir: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run one `python -m app.cli …` to its end; exit status and what it printed."""
    log_file = data_dir / "logs" / f"{'-'.join(arguments)}.log"
    log_file.unlink(missing_ok=True)
    async with ChildProcess(arguments, log_file=log_file, environment=environment) as child:
        status = await child.wait()
    text = log_file.read_text(encoding="utf-8", errors="replace")
    if arguments[0] == "bootstrap":
        log_file.unlink()  # A key is shown once and stays nowhere.
    return status, text


@asynccontextmanager
async def sandboxes(service: Service, sides: Mapping[str, Sequence[Mapping[str, Any]]]) -> AsyncIterator[Sandboxes]:
    """A court process and a centre process for the length of the block.

    Args:
        service: Whose API they use.
        sides: `court` and `centre` to their members: name, key, parts.
    """
    async with AsyncExitStack() as stack:
        court, court_url = await stack.enter_async_context(sandbox_process(service, "court", sides["court"]))
        centre, centre_url = await stack.enter_async_context(sandbox_process(service, "centre", sides["centre"]))
        for child, url in ((court, court_url), (centre, centre_url)):
            await child.wait_until_ready(url)
        yield Sandboxes(court, centre, court_url, centre_url)


@asynccontextmanager
async def sandbox_process(
    service: Service,
    side: str,
    members: Sequence[Mapping[str, Any]],
    *,
    name: str | None = None,
    port: int | None = None,
    receiver: Mapping[str, Any] | None = None,
) -> AsyncIterator[tuple[ChildProcess, str]]:
    """One simulated side as a process for the length of the block, with the address of its status page.

    Args:
        service: Whose API it uses.
        side: `court` or `centre`.
        members: Name, key, parts.
        name: Of its folder and log; that of the side otherwise.
        port: A free one otherwise.
        receiver: Fields of the endpoint if the first member is told by webhook.
    """
    config = _write_config(service, name or side, members, receiver)
    chosen = port or free_port()
    arguments = ["sandbox", side, "--config", str(config), "--port", str(chosen)]
    async with ChildProcess(arguments, log_file=service.data_dir / "logs" / f"{name or side}.log") as child:
        yield child, f"http://{HOST}:{chosen}/status"


def _write_config(
    service: Service, name: str, members: Sequence[Mapping[str, Any]], receiver: Mapping[str, Any] | None
) -> Path:
    folder = service.data_dir / "sandbox" / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "config.json"
    path.touch(mode=0o600)  # It holds keys.
    config = {
        "base_url": service.base_url,
        "state_folder": str(folder),
        "members": list(members),
        **({} if receiver is None else {"receiver": dict(receiver)}),
    }
    path.write_text(json.dumps(config, ensure_ascii=False), encoding="utf-8")
    return path


@contextmanager
def ended_by_sigterm() -> Iterator[None]:
    """For the length of the block SIGTERM cancels the current task, so that it ends in order, and its children with it.

    A process that a shell put into the background is deaf to SIGINT, so the one is not made from the other. A second
    SIGTERM does not disturb what the first one ends.
    """
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    asked = False

    def end() -> None:
        nonlocal asked
        if task is not None and not asked:
            asked = True
            task.cancel()

    loop.add_signal_handler(signal.SIGTERM, end)
    try:
        yield
    finally:
        loop.remove_signal_handler(signal.SIGTERM)


def free_port() -> int:
    """A TCP port of the loopback interface that is free now."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
