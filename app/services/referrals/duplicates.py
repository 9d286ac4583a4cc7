"""Possible duplicates 重复登记提示: visible referrals of the same parties that may be about the same matter.

It is a hint for people. Only what the caller may see is looked at, so nobody learns from it of the matters of others.
"""

from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from app.domain.causes import CauseTree
from app.domain.errors import Refusal
from app.domain.ports import Duplicate
from app.services.receipts import number_of

CODE = "possible_duplicate"
OF_OTHERS = "dispute_of_others"
FOUND_MAX = 5
"""So many are looked for; see `sutiao_shared_parties`."""
BLOCK = "block"


def duplicates_of(
    found: Iterable[Duplicate],
    *,
    cause_code: str | None,
    dispute_id: UUID | None,
    distinct_from: Collection[UUID],
    causes: CauseTree,
) -> list[dict[str, Any]]:
    """What may be the same matter, as the receipt shows it.

    The same parties with causes of different branches have two disputes; a cause that nobody stated, or of a list that
    is not at hand, may be any. Members of the dispute that is gone on with are no duplicates, nor are referrals that
    somebody looked at and found to be about another matter.
    """
    return [
        _shown(other)
        for other in found
        if other.dispute_id != dispute_id
        and other.referral_id not in distinct_from
        and _alike(causes, cause_code, other.cause_code)
    ]


def goes_on_with_one_found(found: Iterable[Duplicate], dispute_id: UUID | None) -> bool:
    """Whether the dispute that is named is one of these parties; any other is no answer to a possible duplicate."""
    return dispute_id is not None and any(other.dispute_id == dispute_id for other in found)


def warnings_of_dispute(found: Collection[Duplicate], dispute_id: UUID | None) -> list[str]:
    """Whether the parties of the dispute that is named seem to be others; silent where not all could be looked at."""
    stranger = dispute_id is not None and len(found) < FOUND_MAX and not goes_on_with_one_found(found, dispute_id)
    return [OF_OTHERS] if stranger else []


def refuse_duplicates(duplicates: list[dict[str, Any]]) -> None:
    """Refuse with `possible_duplicate`, naming them, where there are any."""
    if duplicates:
        raise Refusal(CODE, facts={"possible_duplicates": duplicates}, pointer="/dispute_id")


def _alike(causes: CauseTree, one: str | None, other: str | None) -> bool:
    if one is None or other is None or other not in causes.causes:
        return True
    return causes.is_within(one, other) or causes.is_within(other, one)


def _shown(other: Duplicate) -> dict[str, Any]:
    return {
        "id": str(other.referral_id),
        "number": number_of(other.opened_on, other.serial),
        "opened_on": other.opened_on.isoformat(),
        "dispute_id": str(other.dispute_id),
    }
