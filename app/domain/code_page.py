"""The page `docs/code-lists.md`, made from the code lists, so that it cannot say anything else."""

from collections.abc import Mapping
from typing import Final

from app.domain.codes import CODE_LISTS, Code

_INTRO: Final = """# Code lists and reference data

`make generate` writes this page from the program's lists. Codes are stored and part of the contract: a list grows, a
code is never renamed, never reused and never deleted. A code that goes out of use gets a last day; what was recorded
with it keeps it. A code without days is as old as its list. Sources are ids of [legal sources](legal-sources.md);
`PD_CODES` means that no instrument fixes the value.

## Where everything is, and how it is loaded

`sutiao reference load` writes code lists, causes, codes and holidays into the database, in one transaction, as often as
you like. It says by table how many rows were added, changed and ended. A row that is no longer in the data ends on that
day of the legal clock and stays readable. `sutiao calendar load` and `sutiao bootstrap` do the same.

| What | File | Read through |
|---|---|---|
| code lists | `app/domain/codes_*.py` | `GET /v1/code-lists/{name}?on=` |
| causes of action 案由, list of 2026 | `app/data/causes_2026.csv` | `GET /v1/code-lists/cause` |
| days of the lists of causes | `app/data/cause_versions.csv` | – |
| codes of courts 法院代字 | `app/data/courts.csv` | `GET /v1/court-codes` |
| region codes GB/T 2260 | `app/data/regions.csv` | `GET /v1/regions?prefix=` |
| tracks, bodies of rules | `app/data/tracks.csv`, `bodies.csv` | `GET /v1/tracks?on=` |
| what a body may do on a track; causes it may not take | `track_bodies.csv`, `body_excluded_causes.csv` | the same |
| holidays, make-up workdays, notices | `app/data/workdays.csv`, `workday_notices.csv` | `GET /v1/calendar/due-date` |

The lists of this page are code, because the enumerations of the contract are made from them. Tracks, bodies and the
days of the lists of causes are read from their files when a process starts, and are not copied into the database.

What is known to be incomplete or doubtful:

- Causes have no official translation: their English labels are the project's own, for reading only. Codes are text:
  `71.1` and `71.10` are two causes. A code means nothing without its list; the days of the lists before 2026 are from
  memory, and their causes are not carried. A cause of another list than that of the day of filing is warned of, never
  refused.
- No complete list of court codes is published. The codes here are those that a published case number shows beside the
  court's name; an unknown code is a reason to warn, never to refuse, and none is ever computed from a region.
- Region codes hold abolished ones too, because they stay valid in identity numbers. Their days are known to the year.
  They were compiled from public lists of the official codes. `830000` is the prefix of permits of Taiwan residents.
- Forms of passports, travel permits and permanent residence cards are from memory and checked widely. Resident numbers,
  residence permits and unified social credit codes are checked in full, check digit included.
- The regulation on commercial mediation was read in reports only. That somebody is a consumer no cause says.

## The lists
"""


def page(lists: Mapping[str, tuple[Code, ...]] = CODE_LISTS) -> str:
    """The whole page."""
    return _INTRO + "".join(_section(name, codes) for name, codes in sorted(lists.items()))


def _section(name: str, codes: tuple[Code, ...]) -> str:
    lines = [f"\n### {name}\n", "| Code | 中文 | English | Days | Sources | Note |", "|---|---|---|---|---|---|"]
    lines += [
        f"| `{code.code}` | {code.zh} | {code.en} | {_days(code)} | {', '.join(code.sources)} | {code.note} |"
        for code in codes
    ]
    return "\n".join(lines) + "\n"


def _days(code: Code) -> str:
    first = "" if code.valid_from is None else f"from {code.valid_from.isoformat()} "
    last = "" if code.valid_to is None else f"to {code.valid_to.isoformat()}"
    return (first + last).strip() or "–"
