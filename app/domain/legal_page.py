"""`docs/legal-sources.md`, written from the data: every period, every source, what rests on it, how well it is known.

What was not read in its own text stands in a section of its own and nowhere else.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from app.domain.codes import CODE_LISTS
from app.domain.instruments import INSTRUMENTS, Instrument, Mark
from app.domain.lifecycle.apply import ROWS
from app.domain.periods import RULES, Rule, Unit
from app.domain.sources import SOURCES, Source
from app.domain.switches import SWITCHES, UNVERIFIED

DOUBTS: Final = ("from memory", "not found", "not verified", "others not")
"""Words of a version note that say that something about the text is open."""

OPEN_QUESTIONS: Final[tuple[str, ...]] = (
    "Which rule introduced the number 诉前调, which one ended its use, and whether courts agree on that.",
    "The document number of the 2025 opinion on filing and mediation (W1), and whether it was amended since.",
    "The official text and order number of the commercial mediation regulation 商事调解条例, in force 2026-05-01.",
    "When a commercial mediation agreement takes effect; until that is known mediator and seal are asked for as well.",
    "The current annexes of type codes and court codes of case numbers 案号; only the form of a number is checked.",
    "Whether 法释〔2022〕11号 was amended after April 2025; no amendment was found.",
    "Whether an agreement reached after filing may be judicially confirmed; a dated setting of each court decides.",
    "The text of art. 29 of the labour dispute mediation and arbitration law, on what the commission does not take.",
    "The holiday notice for 2027: due dates that depend on it are provisional.",
)
"""What is open beyond the single rows. Each one is a reason to ask before relying on it."""

HEAD: Final = """# Legal sources

Written from the tables in `app/domain` by `make generate`; edit those, never this page. Rules are restated in our
words, never quoted. Chinese names are the official ones; English names are ours.

Marks: `text_seen` the article was read; `secondary` read in a report of the rule; `from_memory` not found, to be
checked; `product_decision` no statute, our choice; `interpretation` our reading of a text that leaves room. Days in
force are inclusive; "–" is a day that is not recorded. "Carries" names the periods, the actions of the lifecycle and
the code lists that rest on a row; "–" is a row that is cited beside the code, or kept for what is to come.

A period that no action of the [lifecycle](lifecycle.md) starts is computed by `sutiao due-date` and
`GET /v1/calendar/due-date` alone.
"""

_UNITS: Final[Mapping[Unit, str]] = {
    Unit.CALENDAR_DAYS: "日 calendar days",
    Unit.WORKING_DAYS: "工作日 working days",
    Unit.MONTHS: "个月 months",
    Unit.YEARS: "年 years",
}


def page() -> str:
    """The whole page as Markdown."""
    known = [source for source in SOURCES.values() if source.mark not in UNVERIFIED]
    parts = [
        HEAD,
        "## Periods 期间\n",
        _periods(rule for rule in RULES.values() if rule.mark not in UNVERIFIED),
        "## Articles 条文\n",
        *(_instrument(prefix, instrument, known) for prefix, instrument in INSTRUMENTS.items()),
        "## Product decisions 产品决定\n",
        _own(known, Mark.PRODUCT_DECISION),
        "## Interpretations 理解\n",
        _own(known, Mark.INTERPRETATION),
        _not_verified(),
    ]
    return "\n".join(part for part in parts if part)


def is_doubtful(instrument: Instrument) -> bool:
    """Whether the version note of an instrument leaves something open."""
    return any(word in instrument.note.casefold() for word in DOUBTS)


def _not_verified() -> str:
    articles = [source for source in SOURCES.values() if source.mark in UNVERIFIED]
    doubtful = [one for one in INSTRUMENTS.values() if is_doubtful(one)]
    lines = [
        "## Not verified 未核实\n",
        "To be checked against the official text before anybody relies on it.\n",
        "### Periods\n",
        _periods(rule for rule in RULES.values() if rule.mark in UNVERIFIED),
        "### Articles\n",
        "| Id | Instrument | Article | In force | Mark | Carries |",
        "|---|---|---|---|---|---|",
        *(f"| {s.id} | {_name(s)} | {s.article} | {_span(s)} | {s.mark} | {_carries(s.id)} |" for s in articles),
        "\n### What can be switched off\n",
        "By `SUTIAO_RULES_OFF`. A rule that is off starts no clock and refuses nothing; its mark stands above.\n",
        *(f"- {switch.id}: {switch.zh} {switch.en}." for switch in SWITCHES.values()),
        "\n### Versions and dates\n",
        *(f"- {one.zh} {one.en}: {one.note}" for one in doubtful),
        "\n### Open questions\n",
        *(f"- {question}" for question in OPEN_QUESTIONS),
        "",
    ]
    return "\n".join(lines)


def _periods(rules: Iterable[Rule]) -> str:
    head = "| Rule | Length | For | Counted from the day after | At its end | Sources, in force | Mark |\n"
    return head + "|---|---|---|---|---|---|---|\n" + "".join(map(_period, rules))


def _period(rule: Rule) -> str:
    sources = [SOURCES[source] for source in rule.sources]
    cells = (
        rule.id,
        "as long as it lasts" if rule.length is None else f"{rule.length} {_UNITS[rule.unit]}",
        f"{rule.name_zh} {rule.name_en}",
        f"{rule.start_zh} {rule.start_en}",
        f"{rule.effect_zh} {rule.effect_en}",
        ", ".join(f"{source.id} ({_span(source)})" for source in sources),
        rule.mark,
    )
    return "| " + " | ".join(cells) + " |\n"


def _instrument(prefix: str, instrument: Instrument, known: Iterable[Source]) -> str:
    """Heading, version and articles of one instrument; empty where none of its articles was read."""
    sources = [source for source in known if source.id.rpartition("_")[0] == prefix]
    if not sources:
        return ""
    lines = [
        f"### {prefix} {instrument.zh}\n",
        f"{instrument.en}. In force: {_days(instrument.from_on, instrument.to_on)}. {instrument.note}\n",
        "| Id | Article | Mark | Carries |",
        "|---|---|---|---|",
        *(f"| {source.id} | {source.article} | {source.mark} | {_carries(source.id)} |" for source in sources),
        "",
    ]
    return "\n".join(lines)


def _own(known: Iterable[Source], mark: Mark) -> str:
    lines = ["| Id | Name | What it says | Carries |", "|---|---|---|---|"]
    lines += [f"| {s.id} | {_name(s)} | {s.version_note} | {_carries(s.id)} |" for s in known if s.mark is mark]
    return "\n".join([*lines, ""])


def _carries(source: str) -> str:
    """Periods, actions and code lists that name the source, each once, in the order of their tables."""
    periods = [str(rule.id) for rule in RULES.values() if source in rule.sources]
    actions = [str(row.action) for row in ROWS if source in row.sources]
    lists = [name for name, codes in CODE_LISTS.items() if any(source in code.sources for code in codes)]
    return ", ".join(dict.fromkeys([*periods, *actions, *(f"list {name}" for name in lists)])) or "–"


def _name(source: Source) -> str:
    return f"{source.instrument_zh} {source.instrument_en}"


def _span(source: Source) -> str:
    return _days(source.in_force_from, source.in_force_to)


def _days(first: date | None, last: date | None) -> str:
    since = "–" if first is None else f"from {first.isoformat()}"
    return since if last is None else f"{since} to {last.isoformat()}"
