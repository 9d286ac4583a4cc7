"""By which doors 入口 cases enter and leave: all by the API, some again by a platform of each shape. Pure.

A court has one platform, and a reconciliation compares all that is the court's. So a case that goes through a platform
is played once more, at a court made up for that shape; nothing else of it differs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.demo.cases import CaseFile

API = "API"
THROUGH = ("C01", "C03", "C05", "C18")
"""Published cases that are played again through each platform: 委派 to a confirmation, to an agreement, and back for
filing; 委托 to a withdrawal."""


@dataclass(frozen=True, slots=True)
class Door:
    """One shape of platforms.

    Attributes:
        dialect: Of the platform's row; the name of the door.
        court: Name of the court made up for it.
        command: Under `sutiao sandbox`.
        code: Of the platform.
    """

    dialect: str
    court: str
    command: str
    code: str

    def reference(self, case_id: str) -> str:
        """What the court calls its play of a case."""
        return f"{case_id}.{self.dialect}"


DOORS = (
    Door("rest", "演示法院（JSON接口平台）", "platform", "demo-rest"),
    Door("gate_files", "演示法院（网闸文件平台）", "gate", "demo-gate"),
    Door("soap", "演示法院（SOAP平台）", "soap", "demo-soap"),
)


def doors_of(case_id: str) -> tuple[str, ...]:
    """Names of the doors by which a case comes, the API first."""
    return (API, *(door.dialect for door in DOORS)) if case_id in THROUGH else (API,)


def played_again(cases: Sequence[CaseFile]) -> tuple[CaseFile, ...]:
    """The cases of `THROUGH` among these, once for each door, in the order of the doors."""
    chosen = [case for case in cases if case.case_id in THROUGH]
    return tuple(_at(case, door) for door in DOORS for case in chosen)


def _at(case: CaseFile, door: Door) -> CaseFile:
    reference = door.reference(case.case_id)
    if case.court is None:
        raise ValueError(case.case_id)
    changes = {
        "case_id": reference,
        "court": case.court.model_copy(update={"court": door.court, "reference": reference}),
        "centres": tuple(centre.model_copy(update={"reference": reference}) for centre in case.centres),
    }
    return case.model_copy(update=changes)


def counted_again(cases: Sequence[CaseFile]) -> tuple[str, str]:
    """How many cases come again, in Chinese and in English; empty where none does."""
    chosen = [case.case_id for case in cases if case.case_id in THROUGH]
    if not chosen:
        return "", ""
    zh = f"；其中 {len(chosen)} 件（{'、'.join(chosen)}）再经 {'、'.join(door.dialect for door in DOORS)} 平台各走一次"
    en = f"; {', '.join(chosen)} again by platforms of {', '.join(door.dialect for door in DOORS)}"
    return zh, en
