"""Causes of action 案由 as a tree of one dated list; codes are text (71.1 and 71.10 differ).

Names are no keys: six of them stand at two levels. A code means nothing without the version of its list.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from app.domain.errors import Refusal
from app.domain.instruments import Mark
from app.domain.sources import SourceId

VERSION_2026: Final = "2026"
"""法〔2025〕226号 and 227号, in force from 2026-01-01."""

LABOUR_PART: Final = "P07"
"""Labour disputes, personnel disputes, disputes over new forms of employment."""

CONFIRMATION_SOURCES: Final = (SourceId.CPLI_355, SourceId.IN_CAUSE_NOT_CONFIRMABLE)
"""What the exclusion from judicial confirmation rests on: the article, and our reading of it into causes."""

_NOT_CONFIRMABLE: Final[Mapping[str, str]] = {
    **dict.fromkeys(("14", "17", "18", "21", "25"), "status_relation"),
    **dict.fromkeys(("38", "56.1", "65.1"), "property_right_confirmation"),
    **dict.fromkeys(
        (
            *("164.1", "164.19", "164.20", "164.21", "164.22", "164.27", "165.1", "167.1", "167.2"),
            *("168.1", "168.2", "169.1", "169.2", "171.1", "171.2", "172.1"),
        ),
        "property_right_confirmation",
    ),
    **dict.fromkeys(("S36", "S37", "S38", "S39", "S40", "S43", "S44", "S46", "S48"), "other_procedure"),
}
"""Roots of the 2026 list that are never confirmed, with the code of list `not_accept_reason`."""

_NOT_ELECTRONIC: Final = ("14", "17", "18", "21", "25", "S03")
"""Roots of the 2026 list on personal status: divorce, void and annulled marriage, parentage, adoption, inheritance."""


@dataclass(frozen=True, slots=True)
class CauseVersion:
    """One list of causes and the days on which a case had to be filed to fall under it.

    Attributes:
        version: Its name here, such as `2026`.
        valid_from: First day in force.
        valid_to: Last day in force; None for the newest.
        zh: Official name.
        mark: How well the days are known.
        note: What is doubtful; empty otherwise.
    """

    version: str
    valid_from: date
    valid_to: date | None
    zh: str
    mark: Mark
    note: str = ""

    def covers(self, day: date) -> bool:
        """Whether the list was in force on a day; both ends belong to it."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause of one list.

    Attributes:
        version: The list, such as `2026`.
        code: `P01` part, `S01` section, `88` third level, `88.1` fourth.
        name: Official name.
        level: 1 to 4.
        parent_code: Code one level up; None for a part.
        en: English label, the project's own: there is no official translation.
    """

    version: str
    code: str
    name: str
    level: int
    parent_code: str | None
    en: str = ""


@dataclass(frozen=True, slots=True)
class CauseTree:
    """One list of causes, ready for questions. Build it with `of`.

    Attributes:
        version: The list.
        causes: Every cause by code.
        lines: For every code, itself and all codes above it.
    """

    version: str
    causes: Mapping[str, Cause]
    lines: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, causes: Iterable[Cause]) -> "CauseTree":
        """The tree of one list.

        Raises:
            ValueError: no cause, two versions, a code twice, or a parent that is not exactly one level up.
        """
        rows = tuple(causes)
        by_code = {cause.code: cause for cause in rows}
        versions = {cause.version for cause in rows}
        if len(versions) != 1 or len(by_code) != len(rows):
            raise ValueError("a tree is one version of unique codes")
        lines: dict[str, frozenset[str]] = {}
        for cause in sorted(rows, key=lambda cause: cause.level):
            lines[cause.code] = _line(cause, by_code, lines)
        return cls(versions.pop(), by_code, lines)

    def subtree(self, code: str) -> frozenset[str]:
        """The code and everything below it.

        Raises:
            Refusal: `unknown_code`.
        """
        self._require(code)
        return frozenset(other for other, line in self.lines.items() if code in line)

    def is_within(self, code: str, root: str) -> bool:
        """Whether `code` is `root` or lies below it; a known code is never within an unknown root.

        Raises:
            Refusal: `unknown_code` for `code`.
        """
        self._require(code)
        return root in self.lines[code]

    def _require(self, code: str) -> None:
        if code not in self.causes:
            raise Refusal("unknown_code", pointer="/cause_code")


def cause_of(trees: Mapping[str, CauseTree], version: str, code: str) -> Cause:
    """One cause by list and code, the only key that is safe: names repeat, and codes that look like numbers collide.

    Raises:
        Refusal: `unknown_code`; `facts` name the list where it is the code that is unknown.
    """
    tree = trees.get(version)
    if tree is None:
        raise Refusal("unknown_code", pointer="/cause_version")
    cause = tree.causes.get(code)
    if cause is None:
        raise Refusal("unknown_code", facts={"list": f"cause {version}"}, pointer="/cause_code")
    return cause


def version_in_force(versions: Iterable[CauseVersion], filed_on: date) -> CauseVersion | None:
    """The list that was in force on the day of filing; None before the first that is known."""
    return next((row for row in versions if row.covers(filed_on)), None)


def cause_version_mismatch(versions: Iterable[CauseVersion], version: str, filed_on: date) -> bool:
    """Whether a cause is given by another list than that of the day of filing: a reason to warn, never to refuse.

    Numbers shift with every revision, so the same code means different things in two lists. Before the first list that
    is known nothing can be said, and nothing is.

    Args:
        versions: All lists with their days.
        version: The list that the cause's code is from.
        filed_on: Legal date of filing; where nothing was filed, the day on which the referral opened.

    Legal source: 法〔2025〕226号 and 227号 for the list of 2026; the days of the older lists are from memory.
    """
    found = version_in_force(versions, filed_on)
    return found is not None and found.version != version


def not_confirmable_because(tree: CauseTree, code: str) -> str | None:
    """Why disputes of this cause cannot be judicially confirmed, or None.

    Status relations (marriage, parentage, adoption), confirmation of rights in rem or of intellectual property, and
    matters of other special procedures. A cause that mixes title and infringement is not excluded: the court decides.

    Returns:
        A code of list `not_accept_reason`.

    Raises:
        Refusal: `unknown_code`.
        ValueError: the list is not that of 2026, whose codes the exclusions name.

    Legal source: 法释〔2022〕11号 art. 355; which causes are meant is interpretation (row IN_CAUSE_NOT_CONFIRMABLE).
    """
    if tree.version != VERSION_2026:
        raise ValueError("exclusions are written for the list of 2026")
    roots = [root for root in _NOT_CONFIRMABLE if tree.is_within(code, root)]
    return _NOT_CONFIRMABLE[roots[0]] if roots else None


def is_excluded_from_confirmation(tree: CauseTree, code: str) -> bool:
    """Whether disputes of this cause cannot be judicially confirmed; see `not_confirmable_because`."""
    return not_confirmable_because(tree, code) is not None


def not_electronic(tree: CauseTree, code: str) -> bool:
    """Whether documents on disputes of this cause are not signed electronically: marriage, adoption, inheritance.

    Raises:
        Refusal: `unknown_code`.

    Legal source: 电子签名法 art. 3; which causes are meant is interpretation (row IN_NOT_ELECTRONIC).
    """
    return any(tree.is_within(code, root) for root in _NOT_ELECTRONIC)


def is_labour(tree: CauseTree, code: str) -> bool:
    """Whether the cause belongs to the part of labour, personnel and new employment disputes.

    Contracts for services between individuals (144) are no labour disputes.

    Raises:
        Refusal: `unknown_code`.
    """
    return tree.is_within(code, LABOUR_PART)


def _line(cause: Cause, by_code: Mapping[str, Cause], lines: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The cause's own code and those above it, from the finished line of its parent."""
    if cause.parent_code is None:
        return frozenset({cause.code})
    parent = by_code.get(cause.parent_code)
    if parent is None or parent.level != cause.level - 1:
        raise ValueError("a parent stands exactly one level up")
    return lines[parent.code] | {cause.code}
