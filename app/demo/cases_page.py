"""The page `docs/real-cases.md`, made from the case files and their rehearsal, so that it cannot say anything else."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.demo.cases import CaseFile, load_cases
from app.demo.outcome import LABELS
from app.demo.rehearsal import Rehearsal, rehearse
from app.domain.events import Event

_INTRO: Final = """# Real cases

`make generate` writes this page from the case files and from their courses on the lifecycle. `make demo` plays the same
files between separate processes: the service, its worker, simulated courts and referring bodies, a simulated mediation
centre; it fails if a case ends otherwise than this page says. Two kinds of case are played.

**Published cases** (`app/data/cases/C*.json`): facts of court–mediator referrals as courts, authorities and newspapers
published them, restated. What a source does not publish is `null` in `published`; what had to be added, such as the day
of an acceptance, is an assumption and marked as one. Names of parties are those under which the source hides them.
Identity numbers are made up: valid check digits, a birth date of 1900-01-01 or the mark `DEMX`, `"synthetic": true`
beside each. Most courts have published no 法院代字; no case number is invented.

**Constructed cases** (`P*.json`): one path of the lifecycle each; parties, dates and amounts are invented.

How a file is made, field by field, is in [case-format.md](case-format.md): one file a case, and nothing else to change.

"""
_TABLE_HEAD: Final = "| Case | Opened by → organisation | Track | Published | Reached |\n|---|---|---|---|---|\n"
_ACTS_HEAD: Final = "| Day | Action | By | Leads to | Rules and sources |\n|---|---|---|---|---|\n"
_ACTORS: Final = {"court": "court", "organisation": "organisation", "referring_body": "referring body", "clock": "time"}


def page() -> str:
    """The whole page."""
    plays = [rehearse(case)[0] for case in sorted(load_cases(), key=lambda case: case.case_id)]
    published = [play for play in plays if play.case.kind == "published"]
    constructed = [play for play in plays if play.case.kind == "constructed"]
    whole = sum(play.case.expected.reached is None for play in published)
    parts = [
        _INTRO,
        f"## The {len(published)} published cases\n\n",
        f"{whole} end as published. The others stop early or end otherwise by rule; their section says why.\n\n",
        _TABLE_HEAD,
        *(_line(play) for play in published),
        "\n## The constructed cases\n\n| Case | What it walks | Track | End |\n|---|---|---|---|\n",
        *(_short(play) for play in constructed),
        *(_section(play) for play in published),
    ]
    return "".join(parts)


def _line(play: Rehearsal) -> str:
    case = play.case
    ends = _word(case.expected.outcome), _word(case.expected.reached or case.expected.outcome)
    reached = f"{ends[1]}, {len(case.references)} referrals" if case.series is not None else ends[1]
    anchor = f"[{case.case_id}](#{case.case_id.lower()})"
    return f"| {anchor} | {case.opener} → {_organisations(case)} | {_track(play)} | {ends[0]} | {reached} |\n"


def _short(play: Rehearsal) -> str:
    case = play.case
    return f"| {case.case_id} | {case.title} | {_track(play)} | {_word(case.expected.outcome)} |\n"


def _section(play: Rehearsal) -> str:
    case, published = play.case, play.case.published or {}
    steps = [f"- {step['date'] or 'no date'}: {step['text']}\n" for step in published.get("steps", ())]
    source = f"<{case.source_url}>" if case.source_url else "address not recorded"
    expected = case.expected
    parts = [
        f"\n## {case.case_id}\n\n{case.title}. {case.publisher or 'Publisher not recorded'}, {source}.\n\n",
        f"Published course ({published.get('kind') or 'kind not stated'}, {published.get('stage')}):\n\n",
        *steps,
        f"\nPublished end: {_word(expected.outcome)}. Reached: {_word(expected.reached or expected.outcome)}, ",
        f"closed as `{expected.closure}`.\n",
        *([f"\nWhy it differs: {expected.why_en or expected.why}\n"] if expected.why else []),
        *([f"\nThe refusal that ends it: `{expected.stops}`.\n"] if expected.stops else []),
        "\nAssumptions:\n\n",
        *(f"- {assumption}\n" for assumption in case.assumptions),
        "\nCourse as played:\n\n" if case.series is None else _series(case),
        _ACTS_HEAD,
        *(_act(event) for event in play.events),
    ]
    return "".join(parts)


def _series(case: CaseFile) -> str:
    return f"\nCourse as played, the first of {len(case.references)} referrals of one series:\n\n"


def _act(event: Event) -> str:
    body = event.body
    also = "".join(f", {machine} `{state}`" for machine, state in (body.get("also") or {}).items())
    rules = ", ".join([*body["sources"], *(f"{rule} to {day}" for rule, day in body["due"].items())])
    actor = _ACTORS[event.actor["role"]]
    return f"| {event.occurred_on} | `{body['action']}` | {actor} | `{body['state_after']}`{also} | {rules} |\n"


def _organisations(case: CaseFile) -> str:
    return ", ".join(_once(entry.name for entry in case.organisations))


def _once(names: Iterable[str]) -> Sequence[str]:
    return list(dict.fromkeys(names))


def _track(play: Rehearsal) -> str:
    return "" if play.referral is None else f"`{play.referral.track}`"


def _word(outcome: str) -> str:
    return f"`{outcome}` {LABELS.get(outcome, '')}".rstrip()
