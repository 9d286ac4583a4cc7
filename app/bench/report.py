"""The numbers of a bench beside their bars, on a table and in a file. A missed bar is said plainly."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import orjson
from rich.console import Console
from rich.table import Table

CLIENTS = (1, 4, 32)
SHARES = ("p50", "p95", "p99")


@dataclass(frozen=True, slots=True)
class Bar:
    """A number that has to be reached: at least `least`, or below `below`."""

    name: str
    meaning: str
    least: float | None = None
    below: float | None = None

    def reached(self, value: float) -> bool:
        """Whether the value is on the good side."""
        return value >= self.least if self.least is not None else value < (self.below or 0.0)

    def text(self) -> str:
        """The bar as printed."""
        return f"≥ {_number(self.least)}" if self.least is not None else f"< {_number(self.below or 0.0)}"


BARS = (
    Bar("create_ratio", "create, share of the floor", least=0.60),
    Bar("create_cte_ratio", "create, share of the one-CTE floor", least=0.35),
    Bar("create_p95_ms_4", "create, p95 at 4 clients, ms", below=50),
    Bar("create_per_s", "creates per second at 4 clients", least=50),
    Bar("transition_ratio", "transition, share of the floor", least=0.60),
    Bar("transition_cte_ratio", "transition, share of the one-CTE floor", least=0.35),
    Bar("transition_p95_ms_4", "transition, p95 at 4 clients, ms", below=50),
    Bar("feed_idle_ratio", "idle feed, share of a bare hello", least=0.40),
    Bar("feed_idle_per_s", "idle feed answers per second at 4 clients", least=1600),
    Bar("sse_rss_mib", "the service's memory with its streams open, MiB", below=300),
    Bar("sse_latency_ms_p95", "an event at all of 1,000 open streams, p95, ms", below=500),
    Bar("delivery_per_s", "webhook deliveries per second, 20 endpoints", least=330),
    Bar("delivery_ratio", "webhook deliveries, share of a bare loop", least=0.50),
    Bar("delivery_p95_ratio", "p95 of healthy endpoints beside a dead one", below=1.25),
)

GROWTH_MAX = 1.5
"""Largest allowed ratio of the same page on many and on few referrals."""


def write(numbers: Mapping[str, float], path: Path) -> None:
    """Write one flat object, name to number."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rounded = {name: round(value, 4) for name, value in numbers.items()}
    path.write_bytes(orjson.dumps(rounded, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))


def show(console: Console, numbers: Mapping[str, float]) -> None:
    """Print bars, latencies, rates and the shares of the processors."""
    console.print(_bars(numbers), _latencies(numbers), _costs(numbers))
    console.print(
        f"{_number(numbers.get('sse_open'))} streams: {_number(numbers.get('sse_rss_kib_each'))} KiB each, "
        f"an event at all of them after {_number(numbers.get('sse_latency_ms_p50'))} ms (p50)"
    )
    for bar in BARS:
        if not bar.reached(numbers[bar.name]):
            console.print(
                f"MISSED: {bar.meaning} is {_number(numbers[bar.name])}, the bar is {bar.text()}", style="red"
            )


def show_growth(console: Console, numbers: Mapping[str, float], plans: Mapping[str, str]) -> None:
    """Print every page on few and on many referrals, and how the server goes about those of a court."""
    table = Table("page", "few, ms", "many, ms", "ratio", "", title=f"Growth: the bar is ≤ {GROWTH_MAX}")
    for name in sorted(key.removesuffix("_each_growth") for key in numbers if key.endswith("_each_growth")):
        ratio = numbers[f"{name}_each_growth"]
        times = (_number(numbers[f"{name}_{size}_ms"]) for size in ("small", "large"))
        table.add_row(name, *times, _number(ratio), "reached" if ratio <= GROWTH_MAX else "MISSED")
    for name, plan in plans.items():
        console.print(f"\n{name}", style="bold")
        console.print(plan, markup=False, highlight=False, soft_wrap=True)
    console.print(table)


def _bars(numbers: Mapping[str, float]) -> Table:
    table = Table("what", "measured", "bar", "", title="Ratios: medians of alternated runs at 4 clients")
    for bar in BARS:
        verdict = "reached" if bar.reached(numbers[bar.name]) else "MISSED"
        table.add_row(bar.meaning, _number(numbers[bar.name]), bar.text(), verdict)
    return table


def _latencies(numbers: Mapping[str, float]) -> Table:
    table = Table("clients", "per second", *SHARES, title="Latencies in milliseconds")
    for name in ("create", "transition"):
        for clients in CLIENTS:
            values = [_number(numbers[f"{name}_{share}_ms_{clients}"]) for share in SHARES]
            table.add_row(f"{name}, {clients}", _number(numbers[f"{name}_per_s_{clients}"]), *values)
    return table


def _costs(numbers: Mapping[str, float]) -> Table:
    table = Table("", "create", "transition", "idle feed", title="Rates at 4 clients, and what they cost")
    rows = {
        "ours, per second": ("create_per_s", "transition_per_s", "feed_idle_per_s"),
        "floor, per second": ("create_floor_per_s", "transition_floor_per_s", "hello_per_s"),
        "one-CTE floor, per second": ("create_cte_floor_per_s", "transition_cte_floor_per_s", ""),
        "rows written": ("create_rows", "transition_rows", ""),
        "service, CPU ms each": tuple(f"{name}_service_cpu_ms" for name in ("create", "transition", "feed_idle")),
        "worker, CPU ms each": tuple(f"{name}_worker_cpu_ms" for name in ("create", "transition", "feed_idle")),
        "PostgreSQL, CPU ms each": tuple(f"{name}_database_cpu_ms" for name in ("create", "transition", "feed_idle")),
        "generator, share of one core": tuple(
            f"{name}_generator_cpu_share" for name in ("create", "transition", "feed_idle")
        ),
    }
    for label, names in rows.items():
        table.add_row(label, *(_number(numbers[name]) if name in numbers else "" for name in names))
    return table


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
