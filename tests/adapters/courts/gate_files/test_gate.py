"""Files through a gate: whatever a gate does to them, the other side ends with what was sent, once each, in order."""

import random
import shutil
from datetime import date, timedelta

import pytest

from app.adapters.courts.gate_files.client import GatePlatform, check, keys_of
from app.adapters.courts.gate_files.container import FileKind, sealed
from app.adapters.courts.gate_files.mapping import written
from app.adapters.foreign_json import dumped
from app.domain.court_platform import Rejected, Unavailable, Unreadable
from app.domain.errors import Refusal
from tests.adapters.courts.bench import MAPPING, NOW, a_platform
from tests.adapters.courts.gate_files.harness import (
    CREDENTIALS,
    FOREIGN_KEYS,
    SETTINGS,
    THEIR_KEYS,
    a_gate,
)
from tests.faults.files import mistreated

OUR_KEYS = keys_of(SETTINGS, CREDENTIALS)


@pytest.fixture
def sides(tmp_path):
    """Both ends of an exchange."""
    return a_gate(tmp_path / "ours", OUR_KEYS), a_gate(tmp_path / "theirs", THEIR_KEYS)


def carry(left, right):
    """A gate that takes everything across."""
    for source, target in ((left, right), (right, left)):
        for path in sorted((source._folder / "out").glob("*.gate")):
            shutil.move(path, target._folder / "in" / path.name)


def names(gate, folder):
    return sorted(path.name for path in (gate._folder / folder).iterdir())


def put_in(gate, raw, name="batch-0000000001.gate"):
    (gate._folder / "in" / name).write_bytes(raw)


def batch(records, *, keys=THEIR_KEYS, sequence=1, count=None):
    count = len(records) if count is None else count
    return sealed(keys, FileKind.BATCH, sequence, written(records), now=NOW, batch=f"court-a-{sequence}", count=count)


def test_a_batch_goes_over_is_acknowledged_and_its_records_have_verdicts(sides):
    ours, theirs = sides
    for n in range(3):
        ours.put(f"k-{n}", b'{"n": 1}')
        ours.put(f"k-{n}", b'{"n": 2}')
    ours.exchange(NOW)
    carry(ours, theirs)

    sequence, records = theirs.receive(0, NOW)
    assert (sequence, sorted(record.id for record in records)) == (1, ["k-0", "k-1", "k-2"])
    assert {record.body for record in records} == {b'{"n": 1}'}
    assert ours.status("k-0") == {"id": "k-0", "sequence": 1, "verdict": None}
    assert theirs.receive(1, NOW) is None
    carry(ours, theirs)
    ours.exchange(NOW)

    assert ours.status("k-0")["verdict"] == "taken"
    assert ours.status("k-9") is None
    assert names(ours, "sent") == []


def test_one_bad_record_stops_nothing_and_is_not_overlooked(sides):
    ours, _ = sides
    content = written([("r-1", b"{}"), ("r-2", b"{}")]).replace(b'"id":"r-2"', b'"id":"r-2","x":1') + b"\nnot json\n[]"
    content += b'\n{"id":"r-9","body":"{}","sha256":"00"}'
    put_in(ours, sealed(THEIR_KEYS, FileKind.BATCH, 1, content, now=NOW, batch="b", count=7))

    _, records = ours.receive(0, NOW)

    assert [(record.id, record.bad) for record in records] == [
        ("r-1", False),
        ("r-2", False),
        ("b#2", True),
        ("b#3", True),
        ("r-9", True),
        ("b#5", True),
        ("b#6", True),
    ]


async def test_a_bad_record_is_a_message_that_nothing_acts_on_and_takes_no_good_ones_name(sides):
    ours, _ = sides
    good = dumped({"msgType": "RECALL", "data": {"ajbs": "R"}})
    content = written([("r-1", good)]).replace(b'"sha256":"', b'"sha256":"0')
    put_in(ours, sealed(THEIR_KEYS, FileKind.BATCH, 1, content, now=NOW, batch="b", count=1))
    platform = GatePlatform(a_platform("gate_files", SETTINGS, CREDENTIALS), ours, lambda: NOW)

    page = await platform.pull(None)

    ((message_id, raw),) = page.messages
    assert (message_id, page.cursor) == ("bad:1#0", "1")
    with pytest.raises(Unreadable):
        platform.read(raw)
    assert (await platform.pull("1")).messages == ()
    assert (await platform.look_up("k-1"), await platform.look_up("r-1")) == (None, None)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.6, 0.99])
def test_a_file_that_has_not_arrived_as_a_whole_is_left_until_it_has(sides, share):
    ours, _ = sides
    raw = batch([("r-1", b"{}" * 50)])
    put_in(ours, raw[: int(len(raw) * share)])
    assert ours.receive(0, NOW) is None
    assert names(ours, "out") == ["resend-0000000001.gate"]

    put_in(ours, raw)

    assert ours.receive(0, NOW)[0] == 1
    assert names(ours, "refused") == []


@pytest.mark.parametrize("how", ["foreign", "changed", "other name", "not for us"])
def test_what_is_foreign_or_was_changed_is_refused_and_put_aside(sides, how):
    ours, theirs = sides
    raw = {
        "foreign": batch([("r-1", b"{}")], keys=FOREIGN_KEYS),
        "changed": batch([("r-1", b"{}")])[:-1] + b"!",
        "other name": batch([("r-1", b"{}")], sequence=2),
        "not for us": batch([("r-1", b"{}")], keys=OUR_KEYS),
    }[how]
    put_in(ours, raw)

    assert ours.receive(0, NOW) is None
    assert (names(ours, "in"), len(names(ours, "refused"))) == ([], 1)
    assert theirs.receive(0, NOW) is None


def test_a_gap_is_asked_for_and_filled_and_a_repeat_is_acknowledged_again(sides):
    ours, theirs = sides
    for n in range(3):
        theirs.put(f"r-{n}", b"{}")
        theirs.exchange(NOW)
    lost = theirs._folder / "out" / "batch-0000000002.gate"
    lost.unlink()
    carry(ours, theirs)

    assert ours.receive(0, NOW)[0] == 1
    assert ours.receive(1, NOW) is None
    assert "resend-0000000002.gate" in names(ours, "out")
    carry(ours, theirs)
    theirs.exchange(NOW)
    carry(ours, theirs)
    assert ours.receive(1, NOW)[0] == 2
    assert ours.receive(2, NOW)[0] == 3
    put_in(ours, batch([("r-0", b"{}")]))
    assert ours.receive(3, NOW) is None
    assert "ack-0000000001.gate" in names(ours, "out")


def test_a_database_that_was_set_back_gets_its_batches_again(sides):
    ours, _ = sides
    put_in(ours, batch([("r-1", b"{}")]))
    assert ours.receive(0, NOW)[0] == 1
    assert ours.receive(1, NOW) is None

    assert ours.receive(0, NOW)[0] == 1


def test_a_batch_that_nobody_acknowledges_is_put_out_again(sides):
    ours, theirs = sides
    ours.put("k-1", b"{}")
    ours.exchange(NOW)
    (ours._folder / "out" / "batch-0000000001.gate").unlink()
    ours.exchange(NOW + timedelta(seconds=800))
    assert names(ours, "out") == []

    ours.exchange(NOW + timedelta(seconds=1000))

    carry(ours, theirs)
    assert theirs.receive(0, NOW)[0] == 1


async def test_the_list_of_a_day_is_read_from_the_file_that_the_other_side_put_out(sides):
    ours, _ = sides
    held = {"reference_at": "ajbs", "state_at": "zt", "state_codes": "states", "procedure_at": "cx"}
    held |= {"procedure_codes": "states"}
    mapping = {**MAPPING, "codes": {**MAPPING["codes"], "states": {"1": "accepted", "2": "applied"}}}
    row = a_platform("gate_files", {**SETTINGS, "held": held}, CREDENTIALS, mapping)
    platform, day = GatePlatform(row, ours, lambda: NOW), date(2026, 3, 2)
    with pytest.raises(Unavailable, match="list_not_there"):
        await platform.held(day)
    content = dumped({"items": [{"ajbs": "R-1", "zt": "1", "cx": "2"}, {"ajbs": "R-2"}]})
    put_in(ours, sealed(FOREIGN_KEYS, FileKind.HELD, 20260302, content, now=NOW), "held-0020260302.gate")
    with pytest.raises(Unavailable, match="list_not_there"):
        await platform.held(day)
    assert len(names(ours, "refused")) == 1
    put_in(ours, sealed(THEIR_KEYS, FileKind.HELD, 20260302, content, now=NOW), "held-0020260302.gate")
    ours.exchange(NOW)

    first, again = await platform.held(day), await platform.held(day)

    told = [(each.reference, each.state, each.procedure) for each in first]
    assert told == [("R-1", "accepted", "applied"), ("R-2", None, None)]
    assert (first, names(ours, "in"), names(ours, "taken")) == (again, [], ["held-0020260302.gate"])
    with pytest.raises(Rejected, match="no_list"):
        await GatePlatform(a_platform("gate_files", SETTINGS, CREDENTIALS), ours, lambda: NOW).held(day)


def test_a_lost_counter_gives_no_number_twice(sides):
    ours, _ = sides
    for n in range(2):
        ours.put(f"k-{n}", b"{}")
        ours.exchange(NOW)
    (ours._folder / "sequence").unlink()
    ours.put("k-2", b"{}")
    ours.exchange(NOW)

    assert ours.status("k-2")["sequence"] == 3


def test_links_folders_and_strange_names_are_not_looked_at(sides, tmp_path):
    ours, _ = sides
    secret = tmp_path / "secret"
    secret.write_bytes(batch([("r-1", b"{}")]))
    (ours._folder / "in" / "batch-0000000001.gate").symlink_to(secret)
    (ours._folder / "in" / "batch-0000000002.gate").mkdir()
    for name in ("..batch-0000000003.gate", "batch-1.gate", ".batch-0000000001.gate.part", "x"):
        (ours._folder / "in" / name).write_bytes(b"x")

    assert ours._listed("in") == []
    ours.exchange(NOW)


def test_an_answer_that_is_forged_or_says_nothing_settles_nothing(sides):
    ours, _ = sides
    ours.put("k-1", b"{}")
    ours.exchange(NOW)
    put_in(ours, sealed(FOREIGN_KEYS, FileKind.ACK, 1, b"{}", now=NOW), "ack-0000000001.gate")
    ours.exchange(NOW)
    assert names(ours, "sent") == ["batch-0000000001.gate"]

    for content in (b"[", b"[]", b'{"records":{"k-9":"taken"}}'):
        put_in(ours, sealed(THEIR_KEYS, FileKind.ACK, 1, content, now=NOW), "ack-0000000001.gate")
        ours.exchange(NOW)

    assert ours.status("k-1")["verdict"] is None


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_gate_does_the_other_side_ends_with_what_was_sent(tmp_path, seed):
    """Random loss, truncation, duplication and reordering of files with many records, both ways, until all is quiet."""
    rng, now = random.Random(seed), NOW
    ours = a_gate(tmp_path / "ours", OUR_KEYS, records_max=50, resend_after_seconds=60)
    theirs = a_gate(tmp_path / "theirs", THEIR_KEYS, records_max=20, resend_after_seconds=60)
    sent = [f"k-{n}" for n in range(600)]
    waiting, kept, behind = list(sent), [], 0
    for _ in range(400):
        for _ in range(rng.randrange(80)):
            if waiting:
                ours.put(waiting[0], waiting.pop(0).encode())
        now += timedelta(seconds=30)
        ours.exchange(now)
        theirs.exchange(now)
        mistreated(ours._folder, theirs._folder, rng)
        mistreated(theirs._folder, ours._folder, rng)
        while (found := theirs.receive(behind, now)) is not None:
            behind = found[0]
            kept += [(record.id, record.body, record.bad) for record in found[1]]
        if not waiting and not names(ours, "sent") and not names(ours, "pending"):
            break

    assert sorted(kept) == sorted((name, name.encode(), False) for name in sent)
    assert {ours.status(name)["verdict"] for name in sent} == {"taken"}


@pytest.mark.parametrize(
    ("settings", "credentials", "pointer"),
    [
        ({"us": ""}, {}, "/settings/us"),
        ({"them": 5}, {}, "/settings/them"),
        ({"typo": 1}, {}, "/settings/typo"),
        ({"held": 1}, {}, "/settings/held"),
        ({"records_max": 0}, {}, "/settings/records_max"),
        ({"resend_after_seconds": True}, {}, "/settings/resend_after_seconds"),
        ({}, {"encryption_key": "short"}, "/credentials/encryption_key"),
        ({}, {"peer_key": "é"}, "/credentials/peer_key"),
    ],
)
def test_settings_that_can_not_work_are_refused_with_their_place(settings, credentials, pointer):
    with pytest.raises(Refusal) as refusal:
        check({**SETTINGS, **settings}, {**CREDENTIALS, **credentials})

    assert refusal.value.pointer == pointer
