"""Making and changing the service's signing keys by command."""

import stat
from datetime import UTC, datetime, timedelta

from app.adapters import signatures
from app.adapters.signing_keys import parse_signing_keys
from tests.kit.receivers import typed

HOUR = timedelta(hours=1)


async def test_a_fresh_key_signs_at_once_and_a_rotation_publishes_the_next_before_it_signs(tmp_path):
    _, first = await typed("signing-keys", "new")
    file = tmp_path / "signing_keys.json"
    file.touch(mode=0o600)
    file.write_text("\n".join(first), encoding="utf-8")
    status, lines = await typed("signing-keys", "rotate", file, "--lead-hours", 48, "--overlap-hours", 12)

    now = datetime.now(UTC)
    old, fresh = (key.shown for key in parse_signing_keys("\n".join(lines)))
    assert status == 0
    assert (old.key_id, old.signs_at(now)) == (parse_signing_keys("\n".join(first))[0].shown.key_id, True)
    assert not fresh.signs_at(now + 47 * HOUR)
    assert fresh.signs_at(now + 48 * HOUR)
    assert old.not_after == fresh.not_before + 12 * HOUR


async def test_an_sm2_key_ends_no_key_of_the_other_kind(tmp_path):
    _, first = await typed("signing-keys", "new")
    file = tmp_path / "signing_keys.json"
    file.touch(mode=0o600)
    file.write_text("\n".join(first), encoding="utf-8")
    _, lines = await typed("signing-keys", "rotate", file, "--sm2")

    shown = [key.shown for key in parse_signing_keys("\n".join(lines))]
    assert [(key.kind, key.not_after) for key in shown] == [("v1a", None), ("v1sm", None)]


async def test_what_can_not_be_read_is_one_sentence(tmp_path):
    for name, content, mode, said in (
        ("broken.json", "hunter2", 0o600, "not JSON of the documented form"),
        ("open.json", "{}", 0o604, "open to everybody"),
        ("absent.json", None, 0, "can not be read"),
    ):
        if content is not None:
            (tmp_path / name).write_text(content, encoding="utf-8")
            (tmp_path / name).chmod(stat.S_IMODE(mode))
        status, lines = await typed("signing-keys", "rotate", tmp_path / name)
        assert (status, said in " ".join(lines), "hunter2" in " ".join(lines)) == (2, True, False)


async def test_sm2_without_its_library_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(signatures, "gmssl_pyx", None)

    status, lines = await typed("signing-keys", "new", "--sm2")

    assert (status, "signature_kind_unavailable" in " ".join(lines)) == (2, True)
