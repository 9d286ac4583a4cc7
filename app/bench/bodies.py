"""Bodies of a full-size create: two parties with everything that a court knows of them. All persons are made up."""

from datetime import date, timedelta

import orjson
from stdnum.cn import ric

BIRTHS = 20_000
"""Days of birth in turn; the region changes with every round."""

REGIONS = ("110101", "120101", "310101", "320922", "330106", "370102", "440305", "500101", "510107", "610102")
VARIANTS = BIRTHS * len(REGIONS) // 2
"""Requests that differ in both parties. A party who is known already makes the service look for duplicates and find
them, which real disputes seldom are; so no run may repeat the parties of another."""

SURNAMES = "赵钱孙李周吴郑王冯陈"
GIVEN = ("建国", "秀英", "志强", "晓梅", "海波", "丽华", "文博", "玉兰")
CAUSE = "14"
CONSENTED_ON = "2026-01-05"
FIRST_BIRTH = date(1960, 1, 1)
TRANSITION = orjson.dumps({"action": "accept"}).decode()


def create_bodies(organisation_id: str, first: int, wanted: int) -> list[str]:
    """Different requests that delegate a dispute to an organisation.

    Args:
        organisation_id: Whom the court refers to.
        first: How many of the variants were used before.
        wanted: How many to give.

    Raises:
        ValueError: the variants are used up.
    """
    if first + wanted > VARIANTS:
        raise ValueError(f"there are only {VARIANTS} different requests")
    return [orjson.dumps(_create(number, organisation_id)).decode() for number in range(first, first + wanted)]


def _create(number: int, organisation_id: str) -> dict[str, object]:
    parties = [_party(2 * number, "applicant"), _party(2 * number + 1, "respondent")]
    return {
        "action": "delegate",
        "organisation_id": organisation_id,
        "on_court_platform": True,
        "cause": {"code": CAUSE, "version": "2026"},
        "claim_amount": f"{12000 + number}.50",
        "court_reference": f"BENCH-{number:06d}",
        "case_numbers": [{"kind": "court", "number": f"（2026）苏0922民诉前调{number + 1}号"}],
        "parties": parties,
    }


def _party(number: int, role: str) -> dict[str, object]:
    name = SURNAMES[number % len(SURNAMES)] + GIVEN[number % len(GIVEN)]
    return {
        "role": role,
        "kind": "natural_person",
        "name": name,
        "id_type": "resident_id",
        "id_number": _resident_id(number),
        "phone": f"139{number:08d}",
        "address": f"江苏省盐城市滨海县东坎街道人民中路{number + 1}号阳光花园12幢2单元301室",
        "consents": [{"kind": "mediate", "given": True, "given_on": CONSENTED_ON}],
    }


def _resident_id(number: int) -> str:
    birth = FIRST_BIRTH + timedelta(days=37 * number % BIRTHS)
    digits = f"{REGIONS[number // BIRTHS % len(REGIONS)]}{birth:%Y%m%d}{number % 1000:03d}"
    return digits + ric.calc_check_digit(digits + "0")
