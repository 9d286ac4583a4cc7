"""The page `docs/real-cases.md`, made from the case files and their rehearsal, so that it cannot say anything else."""

from collections.abc import Iterable, Sequence
from typing import Final

from app.demo.cases import CaseFile, load_cases
from app.demo.doors import DOORS, doors_of
from app.demo.outcome import LABELS
from app.demo.rehearsal import Rehearsal, rehearse
from app.domain.events import Event

_INTRO: Final = """# Real cases

`make generate` writes this page from the case files and from their courses on the lifecycle. `make demo` plays the same
files between separate processes: the service, its worker, simulated courts and referring bodies, a simulated mediation
centre, platforms of courts; it fails if a case ends otherwise than this page says. Two kinds of case are played.

**Published cases** (`app/data/cases/C*.json`): facts of court–mediator referrals as courts, authorities and newspapers
published them, restated. What a source does not publish is `null` in `published`; what had to be added, such as the day
of an acceptance, is an assumption and marked as one. Names of parties are those under which the source hides them.
Identity numbers are made up: valid check digits, a birth date of 1900-01-01 or the mark `DEMX`, `"synthetic": true`
beside each. Most courts have published no 法院代字; no case number is invented.

**Constructed cases** (`P*.json`): one path of the lifecycle each; parties, dates and amounts are invented.

**Doors** (入口). Every case comes by the API: the court's program sends requests. Some published ones come again by a
platform of each shape, as messages of that platform, and what the court has to know leaves through it: acceptance,
result, agreement, application for confirmation, hand-over package, request for filing. A court has one platform, and a
reconciliation compares all that is the court's, so each of these plays is at a court made up for its shape (演示法院);
everything else of the case is the same. The court decides on what stands in its platform. What a message can not say,
because it names a party by our id, such as an application to withdraw, the court sends over the API. One platform is
stopped for some time; at the end each is reconciled, and the demonstration fails unless nothing differs.

How a file is made, field by field, is in [case-format.md](case-format.md): one file a case, and nothing else to change.

"""
_TABLE_HEAD: Final = (
    "| Case | Opened by → organisation | Track | Doors | Published | Reached |\n|---|---|---|---|---|---|\n"
)
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
    way = f"{case.opener} → {_organisations(case)}"
    return f"| {anchor} | {way} | {_track(play)} | {_doors(case.case_id)} | {ends[0]} | {reached} |\n"


def _doors(case_id: str) -> str:
    """The API, and the dialects of the platforms."""
    api, *dialects = doors_of(case_id)
    return ", ".join([api, *(f"`{dialect}`" for dialect in dialects)])


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
        _again(case.case_id),
        "\nAssumptions:\n\n",
        *(f"- {assumption}\n" for assumption in case.assumptions),
        "\nCourse as played:\n\n" if case.series is None else _series(case),
        _ACTS_HEAD,
        *(_act(event) for event in play.events),
    ]
    return "".join(parts)


def _again(case_id: str) -> str:
    """The references under which a case comes again by platforms."""
    if len(doors_of(case_id)) == 1:
        return ""
    again = ", ".join(f"`{door.reference(case_id)}`" for door in DOORS)
    return f"\nDoors: {_doors(case_id)}; by platforms as {again}.\n"


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
