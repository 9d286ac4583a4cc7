"""The signer: foreign libraries take what it makes, keys are rotated with an overlap, SM2 stands beside the others."""

import base64
import json
import shutil
import subprocess
from datetime import UTC, datetime, timedelta

import gmssl_pyx
import pytest
import standardwebhooks
import svix
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from app.adapters.secrets import SecretsError
from app.adapters.signatures import ServiceSigner, check_of, hmac_sm3, new_sm2_pair, sm2_signature
from app.adapters.signing_keys import (
    SigningKeysInvalidError,
    SigningKeysMissingError,
    load_signing_keys,
    new_signing_key,
    parse_signing_keys,
    rotated,
    signing_keys_text,
)
from app.domain.errors import Refusal
from app.domain.signing import Fault, Message, SignatureKind, fault_of, new_secret

NOW = datetime.now(UTC).replace(microsecond=0)
BODY = '{"type":"referral.accepted","note":"调解"}'.encode()
V1, V1A, V1SM, V1SM3, MESSAGE = SignatureKind
ALL = (V1, V1A, V1SM, V1SM3)
SM2_PUBLIC_KEY_HEAD = bytes.fromhex("3059301306072a8648ce3d020106082a811ccf5501822d03420004")


@pytest.fixture
def keys():
    return (new_signing_key(NOW), new_signing_key(NOW, new_sm2_pair()))


@pytest.fixture
def signer(keys):
    return ServiceSigner(keys)


async def signed(signer, *secrets, kinds=ALL, at=NOW):
    return await signer.sign(Message("evt_1", at, BODY), secrets=secrets, kinds=kinds)


def fault(headers, check, *, body=BODY, now=NOW):
    return fault_of(headers, body, now_seconds=int(now.timestamp()), check=check)


async def test_libraries_that_nobody_here_wrote_take_every_delivery_and_refuse_a_changed_one(signer):
    old, new, stranger = new_secret(), new_secret(), new_secret()
    headers = dict(await signed(signer, old, new, at=datetime.now(UTC)))  # The libraries look at the time themselves.

    assert [entry.split(",")[0] for entry in headers["webhook-signature"].split()] == [
        "v1", "v1", "v1a", "v1sm", "v1sm3", "v1sm3",
    ]  # fmt: skip
    for library, error in (
        (standardwebhooks.Webhook, standardwebhooks.WebhookVerificationError),
        (svix.Webhook, svix.WebhookVerificationError),
    ):
        for secret in (old, new):
            library(secret).verify(BODY.decode(), headers)
        with pytest.raises(error):
            library(stranger).verify(BODY.decode(), headers)
        with pytest.raises(error):
            library(new).verify(BODY.decode() + " ", headers)


@pytest.mark.parametrize("kind", ALL)
async def test_each_kind_is_taken_by_who_holds_its_key_and_by_nobody_else(signer, kind):
    secret = new_secret()
    headers = await signed(signer, secret, kinds=[kind])
    holder = check_of([secret], signer.key_set(NOW))
    others = ServiceSigner([new_signing_key(NOW), new_signing_key(NOW, new_sm2_pair())])
    stranger = check_of([new_secret()], others.key_set(NOW))

    assert fault(headers, holder) is None
    assert fault(headers, holder, body=BODY + b" ") is Fault.NO_SIGNATURE_FITS
    assert fault(headers, stranger) is Fault.NO_SIGNATURE_FITS
    cut = headers["webhook-signature"].split(",")[0] + ",eA=="
    assert fault({**headers, "webhook-signature": cut}, holder) is Fault.NO_SIGNATURE_FITS


async def test_the_ids_of_the_services_keys_stand_in_the_order_of_their_entries(signer, keys):
    headers = await signed(signer, new_secret())

    assert headers["webhook-key-id"] == " ".join(key.shown.key_id for key in keys)
    assert "webhook-key-id" not in await signed(signer, new_secret(), kinds=[V1, V1SM3])


async def test_a_signature_of_sm2_is_r_and_s_and_gmssl_takes_it(keys):
    private, public = keys[1].private, keys[1].shown.public
    for _ in range(20):
        value = sm2_signature(private, public, b"text")
        assert len(value) == 64
        assert ServiceSigner(keys).kinds == {*ALL, MESSAGE}
    assert len(public) == 64
    assert gmssl_pyx.SM2_DEFAULT_SIGNER_ID == b"1234567812345678"


@pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no openssl on this machine")
def test_openssl_takes_a_signature_of_sm2_and_refuses_another_text(keys, tmp_path):
    """Another implementation than the one that signs."""
    private, public = keys[1].private, keys[1].shown.public
    value = sm2_signature(private, public, BODY)
    r, s = (int.from_bytes(part, "big") for part in (value[:32], value[32:]))
    (tmp_path / "key.der").write_bytes(SM2_PUBLIC_KEY_HEAD + public)
    (tmp_path / "signature").write_bytes(encode_dss_signature(r, s))

    def taken(text):
        (tmp_path / "text").write_bytes(text)
        words = ["-verify", "-pubin", "-keyform", "DER", "-inkey", "key.der", "-rawin", "-digest", "sm3", "-in", "text"]
        words += ["-sigfile", "signature", "-pkeyopt", "distid:1234567812345678"]
        done = subprocess.run(
            ["openssl", "pkeyutl", *words], cwd=tmp_path, capture_output=True, timeout=30, check=False
        )
        return done.returncode

    assert (taken(BODY), taken(BODY + b" ")) == (0, 1)


def test_another_implementation_makes_the_same_hmac_of_sm3():
    assert hmac_sm3(b"k" * 32, BODY) == gmssl_pyx.sm3_hmac(b"k" * 32, BODY)


async def test_without_gmssl_the_kind_is_refused_and_the_others_go_on(keys):
    signer = ServiceSigner(keys, sm2=False)

    with pytest.raises(Refusal) as refusal:
        await signed(signer, new_secret(), kinds=[V1, V1SM])

    assert refusal.value.code == "signature_kind_unavailable"
    assert refusal.value.facts == {"kinds": ["v1sm"], "available": ["rfc9421", "v1", "v1a", "v1sm3"]}
    assert [key.kind for key in signer.key_set(NOW)] == [V1A]
    assert fault(await signed(signer, new_secret(), kinds=[V1A]), check_of([], signer.key_set(NOW))) is None


async def test_a_rotated_key_is_published_first_then_both_sign_then_the_old_one_is_gone(keys):
    hour = timedelta(hours=1)
    old, sm2 = keys
    fresh = new_signing_key(NOW + 24 * hour)
    after = rotated(keys, fresh, now=NOW, overlap=24 * hour)
    signer = ServiceSigner(parse_signing_keys(signing_keys_text(after)))
    ids = {old.shown.key_id: "old", fresh.shown.key_id: "new", sm2.shown.key_id: "sm2"}

    async def at(hours):
        moment = NOW + hours * hour
        headers = await signed(signer, kinds=[V1A], at=moment)
        published = [ids[key.key_id] for key in signer.key_set(moment)]
        return [ids[key] for key in headers["webhook-key-id"].split()], published

    assert await at(0) == (["old"], ["old", "sm2", "new"])
    assert await at(24) == (["old", "new"], ["old", "sm2", "new"])
    assert await at(47) == (["old", "new"], ["old", "sm2", "new"])
    assert await at(48) == (["new"], ["sm2", "new"])
    again = rotated(after, new_signing_key(NOW + 99 * hour), now=NOW + 72 * hour, overlap=hour)
    assert [key.shown.key_id for key in again[:2]] == [sm2.shown.key_id, fresh.shown.key_id]
    assert len(again) == 3


async def test_a_delivery_without_any_signature_is_not_made():
    signer = ServiceSigner([new_signing_key(NOW + timedelta(days=1))])

    with pytest.raises(Refusal) as later:
        await signed(signer, kinds=[V1A])
    with pytest.raises(Refusal) as nothing:
        await signed(signer, kinds=[])
    with pytest.raises(Refusal) as secret:
        await signed(signer, "whsec_short", kinds=[V1])

    assert [refusal.value.code for refusal in (later, nothing)] == ["signature_kind_unavailable"] * 2
    assert secret.value.code == "signature_secret_invalid"


def load(tmp_path, environment="development", **more):
    given = {"keys": None, "key_file": None, "data_dir": tmp_path, "now": NOW} | more
    return load_signing_keys(environment=environment, **given)


def test_development_makes_one_key_once_for_its_owner_alone(tmp_path):
    first, second = load(tmp_path), load(tmp_path)

    assert first == second
    assert [key.shown.kind for key in first] == [V1A]
    assert (tmp_path / "signing_keys.json").stat().st_mode & 0o777 == 0o600
    assert base64.b64encode(first[0].private).decode() not in repr(first)


def test_production_makes_none_and_reads_text_before_file(tmp_path):
    text = signing_keys_text([new_signing_key(NOW)])
    file = tmp_path / "given.json"
    file.write_text(signing_keys_text([new_signing_key(NOW)]), encoding="utf-8")
    file.chmod(0o644)

    for more in ({}, {"key_file": tmp_path / "absent.json"}, {"key_file": file}):
        with pytest.raises(SigningKeysMissingError):
            load(tmp_path, "production", **more)
    file.chmod(0o600)

    assert load(tmp_path, "production", keys=text, key_file=file) == parse_signing_keys(text)
    assert load(tmp_path, "production", key_file=file) == parse_signing_keys(file.read_bytes())
    assert not (tmp_path / "signing_keys.json").exists()


def changed(**more):
    row = json.loads(signing_keys_text([new_signing_key(NOW)]))["keys"][0]
    return json.dumps({"keys": [row | more]})


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{}", '{"keys": []}', '{"keys": {}}', '{"keys": [1]}',
        changed(kind="v1"), changed(kind="rsa"), changed(private="c2hvcnQ="), changed(private="hunter2"),
        changed(key_id=""), changed(key_id="a b"), changed(key_id="é"), changed(key_id="k" * 33), changed(key_id=7),
        changed(not_before="2026-03-02T00:00:00"), changed(not_before=None), changed(not_after="soon"),
        changed(kind="v1sm"), changed(kind="v1sm", public="c2hvcnQ="),
        json.dumps({"keys": json.loads(signing_keys_text([new_signing_key(NOW)]))["keys"] * 2}),
        signing_keys_text([new_signing_key(NOW) for _ in range(17)]),
    ],
    ids=range(22),
)  # fmt: skip
def test_what_are_no_signing_keys_is_refused_without_being_quoted(text):
    with pytest.raises(SigningKeysInvalidError) as error:
        parse_signing_keys(text)

    assert isinstance(error.value, SecretsError)
    assert "hunter2" not in str(error.value)
    assert error.value.__cause__ is None


async def test_a_message_signature_stands_beside_the_others_by_each_live_key(keys):
    """Where it goes has to be named; without a key of its own the service offers none."""
    second = new_signing_key(NOW)
    signer, target = ServiceSigner([*keys, second]), "https://a.example/hooks"
    message = Message("evt_1", NOW, BODY, target)

    alone = dict(await signer.sign(message, secrets=(), kinds=[MESSAGE]))
    beside = dict(await signer.sign(message, secrets=[new_secret()], kinds=[V1, MESSAGE]))

    assert [entry[:4] for entry in alone["webhook-signature"].split()] == ["v1a,", "v1a,"]
    assert beside["webhook-signature"].startswith("v1,")
    assert {name: alone[name] for name in HEADERS} == {name: beside[name] for name in HEADERS}
    assert alone["signature"].count("sig") == 2
    assert [key.shown.key_id in alone["signature-input"] for key in (keys[0], second)] == [True, True]
    with pytest.raises(ValueError, match="address"):
        await signer.sign(Message("evt_1", NOW, BODY), secrets=(), kinds=[MESSAGE])
    assert MESSAGE in signer.kinds
    assert MESSAGE not in ServiceSigner([]).kinds


HEADERS = ("content-digest", "signature-input", "signature")


async def test_kinds_that_are_asked_for_again_in_another_order_are_signed_as_before_and_a_refusal_is_one_again(keys):
    signer, secret = ServiceSigner(keys, sm2=False), new_secret()

    first = await signed(signer, secret, kinds=[V1A, V1])
    for _ in range(2):
        with pytest.raises(Refusal):
            await signed(signer, secret, kinds=[V1, V1SM])

    assert await signed(signer, secret, kinds=[V1, V1A]) == first
    assert await signed(signer, secret, kinds=[V1]) != first
