"""Mutual TLS: a platform that lets in only who shows a certificate, on loopback, for each dialect over HTTP."""

import asyncio
import datetime as dt
import ssl

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from app.adapters.client_tls import expires_at
from app.adapters.courts.registry import CHECKS
from app.adapters.courts.rest.client import RestPlatform
from app.adapters.courts.soap.client import SoapPlatform
from app.adapters.outbound import TRANSPORTS_MAX, GuardedClient, OutboundPolicy
from app.domain.court_platform import Unavailable
from app.domain.errors import Refusal
from app.domain.outbound import OutboundRequest, TlsTerms
from tests.adapters.courts.bench import NOW, a_platform
from tests.adapters.lines import OK, authority, served
from tests.adapters.test_outbound import ANY_PORT, LOOPBACK, client, failure_of

ENDS = dt.datetime(2100, 3, 2, tzinfo=dt.UTC)
FOUND = b'HTTP/1.1 200 OK\r\ncontent-length: 13\r\n\r\n{"number": 1}'
SOAP = {"namespace": "urn:court", "sign_in": {"user": "court"}, "sign_out": {"user": "us"}}
SECRETS = {"secret_in": "soap-secret-0123456789", "secret_out": "soap-secret-0123456789"}


def signed(name, *, by=None, ends=ENDS):
    """A key and a certificate, signed by another pair or by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    issuer, issuer_key = (subject, key) if by is None else (by[1].subject, by[0])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
        .not_valid_after(ends)
        .add_extension(x509.BasicConstraints(ca=by is None, path_length=None), critical=True)
        .sign(issuer_key, SHA256())
    )
    return key, made


def pem(pair, encryption=None):
    key, made = pair
    return {
        "client_certificate": made.public_bytes(Encoding.PEM).decode(),
        "client_key": key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption or NoEncryption()).decode(),
    }


OFFICE = signed("their office for programs")
OURS, STRANGERS = signed("sutiao", by=OFFICE), signed("somebody")
GOOD = pem(OURS)


@pytest.fixture
def far(tmp_path):
    """Authorities by which the platform is vouched for, and its context, which asks everybody for a certificate."""
    ca_file, context = authority(tmp_path, "court", hosts=("127.0.0.1",))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=pem(OFFICE)["client_certificate"])
    return ca_file.read_text(), context


def rest(url, outbound, credentials, **settings):
    return RestPlatform(a_platform("rest", {"base_url": url, **settings}, credentials), outbound, lambda: NOW)


def soap(url, outbound, credentials, **settings):
    row = a_platform("soap", {"url": url, **SOAP, **settings}, {**SECRETS, **credentials})
    return SoapPlatform(row, outbound, lambda: NOW)


def guarded():
    return GuardedClient(OutboundPolicy(networks=LOOPBACK, ports=ANY_PORT))


TURNED_AWAY = {"tls_failed", "connect_failed", "reset"}
"""As the version of TLS and the server have it: many break off without a word, or when for us all was well."""


@pytest.mark.parametrize(("make", "version"), [(rest, ssl.TLSVersion.TLSv1_3), (soap, ssl.TLSVersion.TLSv1_2)])
async def test_only_with_its_own_certificate_and_authorities_a_platform_is_spoken_to(make, version, far):
    """Whoever shows none or another's is turned away, and it is tried again: credentials can be put right."""
    authorities, context = far
    context.minimum_version = context.maximum_version = version
    outbound = guarded()
    tried = {
        "none": ({}, {"authorities": authorities}),
        "a stranger's": (pem(STRANGERS), {"authorities": authorities}),
        "of the public": (GOOD, {}),
        "ours": (GOOD, {"authorities": authorities}),
    }
    async with served(FOUND, tls=context) as server:
        heard = {}
        for name, (credentials, settings) in tried.items():
            platform = make(server.url(scheme="https", path=""), outbound, credentials, **settings)
            try:
                await platform.look_up("k-1")
                heard[name] = "let in"
            except Unavailable as failure:
                heard[name] = failure.reason
    await outbound.aclose()

    answered = "let in" if make is rest else "answer_unreadable"
    assert (heard.pop("of the public"), heard.pop("ours")) == ("tls_failed", answered)
    assert set(heard) == {"none", "a stranger's"}
    assert set(heard.values()) <= TURNED_AWAY
    assert len(server.heard) == 1


async def test_a_connection_that_was_let_in_is_nobody_elses_and_old_ones_are_closed(far):
    """Kept connections are found by address, so one with our certificate would do for every other request there."""
    authorities, context = far
    terms = TlsTerms(GOOD["client_certificate"], GOOD["client_key"], authorities)
    async with served(OK, tls=context) as server, client() as (outbound, _):
        url = server.url(scheme="https")
        for _ in range(2):
            assert (await outbound.send(OutboundRequest("GET", url, {}, b"", tls=terms))).status == 200
        bare = OutboundRequest("GET", url, {}, b"", tls=TlsTerms(authorities=authorities))
        kind, reason = await failure_of(outbound.send(bare))
        assert (kind, reason in TURNED_AWAY) == (Unavailable, True)
        for number in range(TRANSPORTS_MAX):
            await outbound._transport(TlsTerms(authorities=authorities + "\n" * (number + 1)), proxied=False)

        assert len(outbound._transports) == TRANSPORTS_MAX
    assert (server.connections, len(server.heard)) == (1, 2)


async def test_a_call_in_flight_is_not_broken_off_by_many_others(far):
    """Its connections are closed once it has ended, and others first."""
    authorities, context = far
    terms = TlsTerms(GOOD["client_certificate"], GOOD["client_key"], authorities)
    asked, may_end = asyncio.Event(), asyncio.Event()

    async def half_then_wait(writer):
        writer.write(OK[:-1])
        asked.set()
        await may_end.wait()
        writer.write(OK[-1:])

    def other(number):
        return outbound._transport(TlsTerms(authorities=authorities + "\n" * number), proxied=False)

    async with served(half_then_wait, tls=context) as server, client() as (outbound, _):
        request = OutboundRequest("GET", server.url(scheme="https"), {}, b"", tls=terms)
        call = asyncio.create_task(outbound.send(request))
        await asyncio.wait_for(asked.wait(), 10)
        for number in range(TRANSPORTS_MAX + 2):
            await other(number)
        kept = (False, terms) in outbound._transports
        may_end.set()
        answer = await call
        await other(TRANSPORTS_MAX + 2)

        assert (kept, answer.body, len(outbound._transports)) == (True, b"ok", TRANSPORTS_MAX)
        assert (False, terms) not in outbound._transports


WRONG = {
    "no PEM": ({**GOOD, "client_certificate": "x"}, {}, "/credentials/client_certificate"),
    "no key": ({"client_certificate": GOOD["client_certificate"]}, {}, "/credentials/client_key"),
    "no certificate": ({"client_key": GOOD["client_key"]}, {}, "/credentials/client_certificate"),
    "the key of another": ({**GOOD, "client_key": pem(STRANGERS)["client_key"]}, {}, "/credentials/client_key"),
    "an encrypted key": (pem(OURS, BestAvailableEncryption(b"x")), {}, "/credentials/client_key"),
    "a key that is none": ({**GOOD, "client_key": GOOD["client_certificate"]}, {}, "/credentials/client_key"),
    "authorities that are none": ({}, {"authorities": "x"}, "/settings/authorities"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_no_server_would_take_is_refused_when_the_platform_is_added(name):
    credentials, settings, pointer = WRONG[name]

    rows = (("rest", {"base_url": "https://x.example"}, {}), ("soap", {"url": "https://x.example", **SOAP}, SECRETS))
    for dialect, base, secrets in rows:
        with pytest.raises(Refusal, match="platform_settings_invalid") as refusal:
            CHECKS[dialect]({**base, **settings}, {**secrets, **credentials})
        assert refusal.value.pointer == pointer


def test_the_first_certificate_of_the_chain_that_ends_says_when():
    sooner = signed("between", by=OFFICE, ends=dt.datetime(2099, 1, 1, tzinfo=dt.UTC))
    chain = GOOD["client_certificate"] + pem(sooner)["client_certificate"]

    assert expires_at({}) is expires_at({"client_certificate": "x"}) is None
    assert expires_at(GOOD) == ENDS
    assert expires_at({"client_certificate": chain}) == dt.datetime(2099, 1, 1, tzinfo=dt.UTC)
