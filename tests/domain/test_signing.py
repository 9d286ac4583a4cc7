"""Signatures: what is signed, how the headers look, and how a receiver judges them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import Refusal
from app.domain.signing import (
    Fault,
    Message,
    NoSigner,
    PublicKey,
    SignatureKind,
    fault_of,
    headers_of,
    hmac_sha256,
    new_secret,
    require_kinds,
    secret_of,
    secret_text,
)

NOW = datetime(2026, 3, 2, 9, 0, 0, 700_000, UTC)
SECRET = bytes(range(32))
BODY = '{"type":"referral.accepted","note":"调解"}'.encode()
V1 = SignatureKind.HMAC_SHA256


def knows(*secrets):
    return lambda kind, signed, value: kind is V1 and any(hmac_sha256(secret, signed) == value for secret in secrets)


def signed(*secrets, sent_at=NOW, body=BODY):
    message = Message("evt_1", sent_at, body)
    return headers_of(message, [(V1, hmac_sha256(secret, message.signed)) for secret in secrets])


def fault(headers, *, body=BODY, now=NOW, check=None):
    return fault_of(headers, body, now_seconds=int(now.timestamp()), check=check or knows(SECRET))


def test_what_is_signed_is_id_timestamp_and_the_raw_body():
    message = Message("evt_1", NOW, BODY)

    assert message.signed == b"evt_1.1772442000." + BODY
    assert headers_of(message, [(V1, b"a"), (SignatureKind.ED25519, b"b")], ["k1", "k2"]) == {
        "webhook-id": "evt_1",
        "webhook-timestamp": "1772442000",
        "webhook-signature": "v1,YQ== v1a,Yg==",
        "webhook-key-id": "k1 k2",
    }
    assert "webhook-key-id" not in headers_of(message, [])


@pytest.mark.parametrize("message_id", ["", "evt.1", "evt 1", "evt\n1", "事件", "x" * 129])
def test_an_id_that_could_be_read_as_another_is_no_id(message_id):
    with pytest.raises(ValueError, match="an id is"):
        _ = Message(message_id, NOW, BODY).signed


def test_each_live_secret_signs_so_that_old_and_new_are_both_taken():
    headers = signed(SECRET, b"n" * 32)

    assert [fault(headers, check=knows(secret)) for secret in (SECRET, b"n" * 32, b"x" * 32)] == [
        None,
        None,
        Fault.NO_SIGNATURE_FITS,
    ]


@settings(deadline=None)
@given(st.binary(max_size=64), st.binary(max_size=64), st.binary(min_size=24, max_size=64))
def test_signing_then_checking_holds_and_another_body_does_not(body, other, secret):
    headers = signed(secret, body=body)

    assert fault(headers, body=body, check=knows(secret)) is None
    assert (fault(headers, body=other, check=knows(secret)) is None) == (other == body)


@pytest.mark.parametrize(
    ("shift", "expected"),
    [(0, None), (300, None), (301, Fault.TIMESTAMP_TOO_OLD), (-300, None), (-301, Fault.TIMESTAMP_TOO_NEW)],
)
def test_a_delivery_is_of_now(shift, expected):
    assert fault(signed(SECRET), now=NOW.replace(microsecond=0) + timedelta(seconds=shift)) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"webhook-id": ""}, Fault.HEADER_MISSING),
        ({"webhook-timestamp": ""}, Fault.HEADER_MISSING),
        ({"webhook-signature": ""}, Fault.HEADER_MISSING),
        ({"webhook-timestamp": "now"}, Fault.TIMESTAMP_UNREADABLE),
        ({"webhook-timestamp": "1772442000.5"}, Fault.TIMESTAMP_UNREADABLE),
        ({"webhook-timestamp": "-1772442000"}, Fault.TIMESTAMP_UNREADABLE),
        ({"webhook-timestamp": "1772442001"}, Fault.NO_SIGNATURE_FITS),
        ({"webhook-id": "evt_2"}, Fault.NO_SIGNATURE_FITS),
        ({"webhook-signature": "v1"}, Fault.NO_SIGNATURE_FITS),
        ({"webhook-signature": "v1,!!! v9,eA== ,"}, Fault.NO_SIGNATURE_FITS),
    ],
)
def test_what_is_missing_changed_or_unreadable_is_a_fault(changes, expected):
    assert fault(signed(SECRET) | changes) is expected


def test_unknown_and_broken_entries_beside_a_good_one_are_passed_over():
    headers = signed(SECRET)
    good = headers["webhook-signature"]

    assert fault(headers | {"webhook-signature": f"v9,eA== v1,== v1sm,eA== {good} v1a,"}) is None
    assert fault(headers | {"webhook-signature": "v1,eA== " * 32 + good}) is Fault.NO_SIGNATURE_FITS


def test_a_secret_is_of_a_sensible_length_and_is_never_shown():
    assert secret_of(secret_text(SECRET)) == SECRET
    assert len(secret_of(new_secret())) == 32
    assert new_secret() != new_secret()


@pytest.mark.parametrize(
    "text",
    ["", "whsec_", secret_text(b"x" * 23), secret_text(b"x" * 65), secret_text(SECRET)[6:], "whsec_调解", "whsec_?"],
)
def test_what_is_no_secret_is_refused(text):
    with pytest.raises(Refusal) as refusal:
        secret_of(text)

    assert refusal.value.code == "signature_secret_invalid"
    assert refusal.value.facts == {"bytes_min": 24, "bytes_max": 64}


@pytest.mark.parametrize(
    ("at", "signs", "over"),
    [(-1, False, False), (0, True, False), (9, True, False), (10, False, True), (11, False, True)],
)
def test_a_key_signs_in_its_time_and_is_shown_before(at, signs, over):
    key = PublicKey("k", SignatureKind.ED25519, b"", NOW, NOW + timedelta(hours=10))

    moment = NOW + timedelta(hours=at)
    assert (key.signs_at(moment), key.is_over(moment)) == (signs, over)
    assert not PublicKey("k", SignatureKind.ED25519, b"", NOW, None).is_over(NOW + timedelta(days=9999))


class SharedOnly(NoSigner):
    kinds = frozenset({V1})


def test_kinds_are_asked_for_before_they_are_needed():
    require_kinds(SharedOnly(), [V1])

    for kinds in ([], [V1, SignatureKind.SM2]):
        with pytest.raises(Refusal) as refusal:
            require_kinds(SharedOnly(), kinds)
        assert refusal.value.facts["available"] == ["v1"]


async def test_a_program_without_keys_says_which_kinds_it_has_not():
    signer = NoSigner()

    with pytest.raises(Refusal) as refusal:
        await signer.sign(Message("e", NOW, b""), secrets=[], kinds=[V1])
    with pytest.raises(Refusal) as before:
        require_kinds(signer, [V1])

    assert (refusal.value.code, refusal.value.facts) == ("signature_kind_unavailable", {"kinds": ["v1"]})
    assert before.value.facts == {"kinds": ["v1"], "available": []}
    assert (signer.kinds, signer.key_set(NOW)) == (frozenset(), ())
