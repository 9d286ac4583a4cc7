"""Lists of what the other side holds: they come through the gate by themselves, and the last one counts."""

from datetime import date

import pytest

from app.adapters.courts.gate_files.client import GatePlatform, check
from app.adapters.courts.gate_files.container import FileKind, sealed
from app.adapters.foreign_json import dumped
from app.domain.court_platform import Rejected, Unavailable, Unreadable
from app.domain.errors import Refusal
from tests.adapters.courts.bench import NOW, a_platform
from tests.adapters.courts.gate_files.harness import CREDENTIALS, FOREIGN_KEYS, SETTINGS, THEIR_KEYS, a_gate
from tests.adapters.courts.gate_files.test_gate import OUR_KEYS, names, put_in

HELD = {"items_at": "list[]", "reference_at": "ajbs", "amount_at": "je", "duties_at": {"result": "jg"}}
DAY = date(2026, 3, 2)


@pytest.fixture
def gate(tmp_path):
    return a_gate(tmp_path / "ours", OUR_KEYS)


def adapter(gate, **held):
    settings = {**SETTINGS, "held": {**HELD, **held}}
    check(settings, CREDENTIALS)
    return GatePlatform(a_platform("gate_files", settings, CREDENTIALS), gate, lambda: NOW)


def put_list(gate, number, content, keys=THEIR_KEYS):
    raw = sealed(keys, FileKind.HELD, number, content, now=NOW)
    put_in(gate, raw, f"held-{number:010d}.gate")


def listed(*references, day="2026-03-02"):
    return dumped({"day": day, "list": [{"ajbs": each, "je": "10", "jg": "1"} for each in references]})


async def test_the_list_with_the_highest_number_counts_in_whatever_order_they_come(gate):
    put_list(gate, 2, listed("REF-1", "REF-2"))
    found = await adapter(gate).held(DAY)
    put_list(gate, 1, listed("REF-OLD"))
    put_list(gate, 2, listed("REF-1", "REF-2"))
    again = await adapter(gate).held(DAY)

    assert [(each.reference, each.amount, each.duties) for each in found] == [
        ("REF-1", "10.00", {"result"}),
        ("REF-2", "10.00", {"result"}),
    ]
    assert again == found
    assert (names(gate, "in"), names(gate, "held")) == ([], ["held-0000000002.gate"])


async def test_without_the_list_of_the_day_it_is_tried_again_later(gate):
    with pytest.raises(Unavailable, match="list_not_there"):
        await adapter(gate).held(DAY)
    put_list(gate, 1, listed("REF-1"), FOREIGN_KEYS)
    with pytest.raises(Unavailable, match="list_not_there"):
        await adapter(gate).held(DAY)
    put_list(gate, 2, listed("REF-1", day="2026-03-01"))
    with pytest.raises(Unavailable, match="list_of_another_day"):
        await adapter(gate, day_at="day").held(DAY)
    put_list(gate, 3, b"half")
    with pytest.raises(Unreadable, match="not_a_document"):
        await adapter(gate).held(DAY)

    assert len(names(gate, "refused")) == 1


async def test_a_platform_that_sends_no_lists_has_none_and_a_wrong_setting_names_its_place(gate):
    with pytest.raises(Rejected, match="no_list"):
        await GatePlatform(a_platform("gate_files", SETTINGS, CREDENTIALS), gate, lambda: NOW).held(DAY)
    with pytest.raises(Refusal) as refused:
        adapter(gate, path="/held")
    assert refused.value.pointer == "/settings/held/path"
