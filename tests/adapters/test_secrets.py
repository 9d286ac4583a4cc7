"""The key ring and API keys."""

import stat
import subprocess
import sys
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.secrets import (
    ApiKey,
    KeyRing,
    KeyRingInvalidError,
    KeyRingMissingError,
    UnknownKeyError,
    UnreadableTextError,
    UnwritableTextError,
    field_context,
    hash_api_key,
    load_key_ring,
    new_api_key,
    new_key_ring_text,
    parse_key_ring,
    public_id_of,
    same_hash,
)

OLD, NEW, HASH = b"o" * 32, b"n" * 32, b"h" * 32
ROW = UUID("018f0000-0000-7000-8000-000000000001")
OTHER_ROW = UUID("018f0000-0000-7000-8000-000000000002")
HERE = field_context("parties", "name", ROW)
RING = KeyRing("k1", {"k1": OLD}, HASH)
NAME = "王小明"


def load(tmp_path, *, environment="development", keys=None, key_file=None):
    return load_key_ring(environment=environment, keys=keys, key_file=key_file, data_dir=tmp_path)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_was_encrypted_can_be_read_again(text):
    assert RING.decrypt(RING.encrypt(text, HERE), HERE) == text


def test_equal_texts_have_unequal_ciphertexts():
    assert RING.encrypt(NAME, HERE) != RING.encrypt(NAME, HERE)
    assert NAME.encode() not in RING.encrypt(NAME, HERE)


def test_a_wrong_key_of_the_same_id_reads_nothing():
    written = RING.encrypt(NAME, HERE)

    with pytest.raises(UnreadableTextError):
        KeyRing("k1", {"k1": NEW}, HASH).decrypt(written, HERE)


def test_an_older_key_in_the_ring_still_reads_and_the_current_one_writes():
    written = RING.encrypt(NAME, HERE)
    rotated = KeyRing("k2", {"k1": OLD, "k2": NEW}, HASH)

    rewritten = rotated.encrypt(rotated.decrypt(written, HERE), HERE)

    assert rotated.needs_rotation(written)
    assert not rotated.needs_rotation(rewritten)
    with pytest.raises(UnknownKeyError):
        RING.decrypt(rewritten, HERE)


@pytest.mark.parametrize(
    "elsewhere",
    [
        field_context("parties", "name", OTHER_ROW),
        field_context("parties", "phone", ROW),
        field_context("representatives", "name", ROW),
        b"",
    ],
)
def test_a_ciphertext_moved_to_another_place_is_refused(elsewhere):
    written = RING.encrypt(NAME, HERE)

    with pytest.raises(UnreadableTextError):
        RING.decrypt(written, elsewhere)


def test_every_changed_bit_and_every_cut_is_refused_without_telling_the_text():
    written = RING.encrypt(NAME, HERE)
    changed = [written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :] for at in range(len(written))]
    cut = [written[:at] for at in range(len(written))]

    for damaged in [*changed, *cut]:
        with pytest.raises((UnreadableTextError, UnknownKeyError)) as refusal:
            RING.decrypt(damaged, HERE)
        assert NAME not in str(refusal.value)
        assert refusal.value.__cause__ is None


def test_a_lone_surrogate_is_refused_without_telling_the_text():
    for write in (lambda: RING.encrypt("秘密\ud800", HERE), lambda: RING.keyed_hash("秘密\ud800", "party.name")):
        with pytest.raises(UnwritableTextError) as refusal:
            write()
        assert "秘密" not in str(refusal.value)


def test_keyed_hashes_are_stable_over_rotation_and_apart_by_purpose_and_key():
    rotated = KeyRing("k2", {"k1": OLD, "k2": NEW}, HASH)
    other = KeyRing("k1", {"k1": OLD}, b"x" * 32)
    found = RING.keyed_hash("A1", "party.identity")

    assert found == rotated.keyed_hash("A1", "party.identity")
    assert len(found) == 32
    assert found != RING.keyed_hash("A1", "party.name")
    assert found != other.keyed_hash("A1", "party.identity")
    assert RING.keyed_hash("bc", "a") != RING.keyed_hash("c", "ab")


def test_a_ring_does_not_show_its_keys():
    shown = repr(RING) + repr(new_api_key())

    assert "k1" in shown
    assert "ooo" not in shown
    assert "hhh" not in shown
    assert "sutiao_" not in shown


@pytest.mark.parametrize(
    ("current", "keys", "hash_key"),
    [
        ("k2", {"k1": OLD}, HASH),
        ("k1", {"k1": b"short"}, HASH),
        ("k1", {"k1": OLD}, b"short"),
        ("", {"": OLD}, HASH),
        ("钥", {"钥": OLD}, HASH),
        ("k" * 33, {"k" * 33: OLD}, HASH),
    ],
)
def test_a_ring_that_could_not_work_is_refused(current, keys, hash_key):
    with pytest.raises(KeyRingInvalidError):
        KeyRing(current, keys, hash_key)


@pytest.mark.parametrize(
    "text",
    ["", "hunter2", "[]", "{}", '{"current":"k1"}', '{"current":["k1"],"keys":{"k1":"aGk="},"hash_key":"aGk="}',
     '{"current":"k1","keys":{"k1":"hunter2!"},"hash_key":"aGk="}', '{"current":"k1","keys":[],"hash_key":1}',
     '{"current":"k1","keys":{"k1":"aGk="},"hash_key":"aGk="}'],
)  # fmt: skip
def test_text_that_is_no_key_ring_is_refused_without_being_quoted(text):
    with pytest.raises(KeyRingInvalidError) as refusal:
        parse_key_ring(text)

    assert "hunter2" not in str(refusal.value)
    assert refusal.value.__cause__ is None


def test_development_makes_one_private_key_file_and_keeps_it(tmp_path):
    data_dir = tmp_path / "var" / "new"

    first = load(data_dir)
    second = load(data_dir)

    assert second.decrypt(first.encrypt(NAME, HERE), HERE) == NAME
    assert [path.name for path in data_dir.iterdir()] == ["keys.json"]
    assert stat.S_IMODE((data_dir / "keys.json").stat().st_mode) == 0o600


def test_production_refuses_to_start_without_a_key_ring_and_makes_none(tmp_path):
    with pytest.raises(KeyRingMissingError):
        load(tmp_path, environment="production")
    with pytest.raises(KeyRingMissingError):
        load(tmp_path, environment="production", key_file=tmp_path / "absent.json")

    assert list(tmp_path.iterdir()) == []


def test_given_keys_win_over_a_file_and_a_given_file_is_read(tmp_path):
    text = new_key_ring_text()
    file = tmp_path / "ring.json"
    file.write_text(text)
    file.chmod(0o640)

    from_text = load(tmp_path, environment="production", keys=text, key_file=tmp_path / "absent.json")
    from_file = load(tmp_path, environment="production", key_file=file)

    assert from_file.decrypt(from_text.encrypt(NAME, HERE), HERE) == NAME


def test_a_key_file_open_to_everybody_is_refused(tmp_path):
    file = tmp_path / "ring.json"
    file.write_text(new_key_ring_text())
    file.chmod(0o644)

    with pytest.raises(KeyRingMissingError, match="open to everybody"):
        load(tmp_path, environment="production", key_file=file)


RACER = """
import hashlib, sys
from pathlib import Path
from app.adapters.secrets import load_key_ring
print("ready", flush=True)
sys.stdin.readline()
ring = load_key_ring(environment="development", keys=None, key_file=None, data_dir=Path(sys.argv[1]))
print(hashlib.sha256(ring.hash_key + ring.keys[ring.current_key_id]).hexdigest())
"""


def test_processes_that_start_at_once_get_the_same_keys(tmp_path):
    pipe = subprocess.PIPE
    racers = [
        subprocess.Popen([sys.executable, "-c", RACER, str(tmp_path / "var")], stdin=pipe, stdout=pipe, text=True)
        for _ in range(6)
    ]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"

    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    answers = [racer.communicate(timeout=30)[0] for racer in racers]

    assert all(racer.returncode == 0 for racer in racers)
    assert len(set(answers)) == 1
    assert [path.name for path in (tmp_path / "var").iterdir()] == ["keys.json"]


def test_an_api_key_has_a_public_id_and_a_secret_of_256_bits():
    key = new_api_key()

    assert isinstance(key, ApiKey)
    assert public_id_of(key.secret_text) == key.public_id
    assert len(bytes.fromhex(key.secret_text.rpartition("_")[2])) == 32
    assert new_api_key() != key


def test_a_stored_hash_recognises_its_key_and_no_other():
    key, other = new_api_key(), new_api_key()
    stored = hash_api_key(key.secret_text)

    assert len(stored) == 32
    assert same_hash(stored, hash_api_key(key.secret_text))
    assert not same_hash(stored, hash_api_key(other.secret_text))
    assert not same_hash(stored, hash_api_key(f"sutiao_{key.public_id}_{other.secret_text[-64:]}"))


@pytest.mark.parametrize(
    "text", ["", "sutiao", "sutiao__", "other_a_b", "sutiao_a_b_c", "sutiao_é_b", "\ud800", "_" * 9999]
)
def test_a_bearer_text_of_another_form_has_no_public_id_and_does_no_harm(text):
    assert public_id_of(text) is None
    assert len(hash_api_key(text)) == 32
