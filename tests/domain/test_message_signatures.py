"""HTTP message signatures: the base is that of RFC 9421 to the letter, the digest that of RFC 9530."""

import base64

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key

from app.domain.message_signatures import base_of, content_digest, headers_of, parameters_of
from app.domain.outbound_url import uri_of
from app.domain.signing import SignatureKind, in_header

B_1_4 = "MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF"
"""The test key `test-key-ed25519` of RFC 9421, appendix B.1.4."""

B_2_6 = (
    ("date", "Tue, 20 Apr 2021 02:07:55 GMT"),
    ("@method", "POST"),
    ("@path", "/foo"),
    ("@authority", "example.com"),
    ("content-type", "application/json"),
    ("content-length", "18"),
)
B_2_6_BASE = b"""\
"date": Tue, 20 Apr 2021 02:07:55 GMT
"@method": POST
"@path": /foo
"@authority": example.com
"content-type": application/json
"content-length": 18
"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length")\
;created=1618884473;keyid="test-key-ed25519\""""
B_2_6_SIGNATURE = "wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw=="


def test_the_published_vector_for_ed25519_comes_out_to_the_letter():
    """RFC 9421, appendix B.2.6."""
    parameters = parameters_of([name for name, _ in B_2_6], created=1618884473, key_id="test-key-ed25519")
    base = base_of(B_2_6, parameters)
    key = load_der_private_key(base64.b64decode(B_1_4), None)

    assert base == B_2_6_BASE
    assert isinstance(key, Ed25519PrivateKey)
    assert base64.b64encode(key.sign(base)).decode() == B_2_6_SIGNATURE


def test_the_digest_is_that_of_the_bytes():
    """RFC 9530, appendix D."""
    assert content_digest(b'{"hello": "world"}') == "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:"


def test_a_delivery_says_what_is_covered_when_by_which_key_and_what_for():
    """Each live key makes one signature over the same components, with parameters of its own."""
    seen = []

    def sign(base):
        seen.append(base.decode())
        return bytes([len(seen)])

    headers = headers_of(
        b"{}",
        target_uri="https://a.example:8443/x?y=1",
        message_id="evt_1",
        timestamp=1772442000,
        signers=[("old", sign), ("new", sign)],
    )

    covered = '("@method" "@target-uri" "content-digest" "content-type" "webhook-id" "webhook-timestamp")'
    said = [f'{covered};created=1772442000;keyid="{key}";alg="ed25519";tag="sutiao-webhook"' for key in ("old", "new")]
    assert headers["signature-input"] == f"sig1={said[0]}, sig2={said[1]}"
    assert headers["signature"] == "sig1=:AQ==:, sig2=:Ag==:"
    assert seen[1].splitlines() == [
        '"@method": POST',
        '"@target-uri": https://a.example:8443/x?y=1',
        f'"content-digest": {headers["content-digest"]}',
        '"content-type": application/json',
        '"webhook-id": evt_1',
        '"webhook-timestamp": 1772442000',
        f'"@signature-params": {said[1]}',
    ]


@pytest.mark.parametrize(
    ("components", "word"),
    [
        ((("@method", "POST"), ("@method", "GET")), "twice"),
        ((("x", "one\ntwo"),), "line"),
        ((("x", "调解"),), "line"),
        ((("调解", "x"),), "string"),
    ],
)
def test_what_could_be_read_in_two_ways_has_no_base(components, word):
    with pytest.raises(ValueError, match=word):
        base_of(components, "()")


def test_quotes_are_escaped_and_blanks_around_a_value_do_not_count():
    assert parameters_of([], created=1, key_id='a"\\b') == '();created=1;keyid="a\\"\\\\b"'
    assert base_of([("x", " a b\t")], "()") == b'"x": a b\n"@signature-params": ()'


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://A.Example", "https://a.example/"),
        ("https://a.example:443/x?y", "https://a.example/x?y"),
        ("http://127.0.0.1:9000/", "http://127.0.0.1:9000/"),
        ("https://[2001:db8::1]:8443?x=1", "https://[2001:db8::1]:8443/?x=1"),
    ],
)
def test_what_is_signed_is_the_address_as_the_receiver_sees_it(url, uri):
    assert uri_of(url) == uri


def test_an_address_that_nobody_calls_has_none():
    with pytest.raises(ValueError, match="nobody calls"):
        uri_of("https://user@a.example/")


def test_a_message_signature_alone_has_ed25519_beside_it():
    """So that `webhook-signature` is never missing."""
    message, shared, own = SignatureKind.MESSAGE, SignatureKind.HMAC_SHA256, SignatureKind.ED25519

    assert in_header([message]) == {own}
    assert in_header([message, shared]) == {shared}
