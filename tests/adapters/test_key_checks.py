"""A key ring that the database was not written with stops the start, in words that name the key and not its bytes."""

import json
from base64 import b64encode

import pytest

from app.adapters.database.engine import make_engine
from app.adapters.database.key_checks import require_ring, ring_fits
from app.adapters.database.reencryption import DatabaseVault
from app.adapters.database.roles import connected
from app.adapters.secrets import KeyRing, KeyRingCannotReadError, new_key_ring_text
from app.adapters.signing_keys import SigningKeysInvalidError
from app.domain.errors import Refusal
from app.main import ready
from app.rotation import reencrypted, report_lines, require_keys
from app.services.reencryption import reencrypt
from app.settings import Settings
from tests.factories import RING, a_world, opened, ports_on

ID = RING.current_key_id
KEY, HASH = RING.keys[ID], RING.hash_key
NEXT = KeyRing("k9", {ID: KEY, "k9": b"9" * 32}, HASH)
WRONG = {
    "the key is missing": (
        KeyRing("k9", {"k9": b"9" * 32}, HASH),
        f"key {ID} has sealed fields and is not in the ring",
    ),
    "another key of that id": (KeyRing(ID, {ID: b"w" * 32}, HASH), f"key {ID} of the ring is not the key of that id"),
    "another hash key": (KeyRing(ID, {ID: KEY}, b"w" * 32), "hash_key is not the one"),
}


@pytest.fixture
async def written(engine):
    """A database that a service with the ring of the tests has started on and written to."""
    await require_ring(engine, RING)
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))
    return engine


@pytest.mark.parametrize("how", WRONG)
async def test_a_wrong_ring_is_refused_at_the_start_by_the_name_of_its_key(written, how):
    ring, sentence = WRONG[how]

    with pytest.raises(KeyRingCannotReadError) as refusal:
        await require_ring(written, ring)

    assert sentence in str(refusal.value)
    assert "www" not in str(refusal.value)
    assert not await ring_fits(written, ring)


@pytest.mark.parametrize("how", WRONG)
async def test_a_service_whose_ring_does_not_fit_is_not_ready(written, how):
    with pytest.raises(Refusal, match="key_ring_cannot_read"):
        await ready(written, WRONG[how][0])
    await ready(written, RING)


@pytest.mark.parametrize("how", ["the key is missing", "another key of that id"])
async def test_a_database_from_before_there_were_checks_is_asked_for_a_field(engine, how):
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))

    with pytest.raises(KeyRingCannotReadError, match=ID):
        await require_ring(engine, WRONG[how][0])
    await require_ring(engine, RING)


async def test_a_refused_ring_is_not_remembered(engine):
    ports = ports_on(engine)
    await opened(ports, await a_world(ports))
    with pytest.raises(KeyRingCannotReadError):
        await require_ring(engine, WRONG["the key is missing"][0])

    await require_ring(engine, RING)

    assert await ring_fits(engine, RING)


async def test_an_empty_database_takes_any_ring_once(engine):
    await require_ring(engine, RING)
    await require_ring(engine, RING)

    with pytest.raises(KeyRingCannotReadError):
        await require_ring(engine, WRONG["the key is missing"][0])


async def test_a_key_is_asked_for_until_nothing_is_sealed_with_it(written):
    """Add, make current, re-encrypt, remove: at no step is the ring of that step refused, and none can be left out."""
    without_old = KeyRing("k9", {"k9": b"9" * 32}, HASH)
    await require_ring(written, NEXT)
    with pytest.raises(KeyRingCannotReadError):
        await require_ring(written, without_old)

    await reencrypt(DatabaseVault(written, NEXT))

    await require_ring(written, without_old)


async def test_a_new_hash_key_is_refused_until_the_hashes_were_computed_anew(written):
    changed = WRONG["another hash key"][0]

    await reencrypt(DatabaseVault(written, changed), hashes=True)

    await require_ring(written, changed)
    assert not await ring_fits(written, RING)


async def test_before_the_first_migration_nothing_is_asked(database_urls):
    async with connected(database_urls.owner_url) as owner:
        await owner.execute("DROP TABLE key_checks")
    engine = make_engine(database_urls.app_url, 1)

    await require_ring(engine, RING)

    await engine.dispose()


# The composition root -----------------------------------------------------------------------------------------------


def settings_with(text, urls=None, **more):
    given = {"asymmetric_signing": False, **more}
    return Settings(keys=text, database_url=None if urls is None else urls.app_url, **given)


async def test_the_start_asks_the_database_of_the_settings(database_urls):
    await require_keys(settings_with(new_key_ring_text(), database_urls))

    with pytest.raises(KeyRingCannotReadError):
        await require_keys(settings_with(new_key_ring_text(), database_urls))


async def test_a_start_without_a_database_is_left_to_readiness(tmp_path):
    away = Settings(keys=new_key_ring_text(), data_dir=tmp_path, database_url="postgresql://nobody@127.0.0.1:1/nothing")

    await require_keys(away)
    await require_keys(settings_with(new_key_ring_text(), data_dir=tmp_path))


async def test_a_start_with_signing_keys_that_are_none_ends_with_a_sentence(tmp_path):
    broken = settings_with(new_key_ring_text(), asymmetric_signing=True, signing_keys="hunter2", data_dir=tmp_path)

    with pytest.raises(SigningKeysInvalidError, match="not JSON of the documented form") as error:
        await require_keys(broken)

    assert "hunter2" not in str(error.value)


async def test_the_report_says_by_column_and_key_what_is_there_and_which_key_may_go(written, database_urls):
    keys = {ID: b64encode(KEY).decode(), "k9": b64encode(b"9" * 32).decode()}
    text = json.dumps({"current": "k9", "keys": keys, "hash_key": b64encode(HASH).decode()})
    given = {"hashes": False, "window_rows": 2, "told": lambda *_: None}

    looked = await reencrypted(settings_with(text, database_urls), dry_run=True, **given)
    done = await reencrypted(settings_with(text, database_urls), dry_run=False, **given)

    assert f"parties.name_sealed: 2 under {ID}" in report_lines(looked)
    assert report_lines(looked)[-1] == "nothing was written (--dry-run)"
    assert "parties.name_sealed: 2 under k9" in report_lines(done)
    assert report_lines(done)[-2:] == [f"no field is sealed with {ID} any more: remove it from the ring", "complete"]


async def test_the_report_says_what_is_in_the_way(written, database_urls):
    outcome = await reencrypt(DatabaseVault(written, WRONG["the key is missing"][0]))

    lines = report_lines(outcome)

    assert any(line.startswith("fields that no key of the ring reads: ") for line in lines)
    assert lines[-1] == "not complete: keep every key in the ring"
