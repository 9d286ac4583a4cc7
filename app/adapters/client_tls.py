"""TLS towards a server that wants to know who we are: certificate and key of ours, and authorities of its own.

What is read here is PEM. The key comes from sealed credentials and is on no disk: OpenSSL takes it from a file only, so
it is given one in memory.
"""

import os
import ssl
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

import httpx
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

from app.adapters.dialect_settings import Read
from app.domain.errors import Refusal
from app.domain.outbound import TlsTerms

CERTIFICATE: Final = "client_certificate"
KEY: Final = "client_key"
AUTHORITIES: Final = "authorities"
"""Names of the two credentials, and of the setting."""


def terms_of(read: Read, credentials: Mapping[str, str]) -> TlsTerms | None:
    """The terms of a platform; None where it has none of its own.

    Refuses with `platform_settings_invalid` what is no PEM, a certificate without key or a key of another one, and a
    key that is encrypted or that TLS can not use.
    """
    authorities = read.maybe_text(AUTHORITIES)
    if authorities is not None:
        _certificates(authorities, read.wrong(AUTHORITIES))
    terms = TlsTerms(credentials.get(CERTIFICATE), credentials.get(KEY), authorities)
    if terms == TlsTerms():
        return None
    if terms.certificate is not None or terms.private_key is not None:
        _require_pair(terms)
    return terms


def _require_pair(terms: TlsTerms) -> None:
    own = _certificates(terms.certificate or "", _wrong(CERTIFICATE))[0]
    form = (Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    try:
        key = load_pem_private_key((terms.private_key or "").encode(), None)
        fits = key.public_key().public_bytes(*form) == own.public_key().public_bytes(*form)
        _show(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), terms)
    except (ValueError, TypeError, UnsupportedAlgorithm, ssl.SSLError):
        fits = False
    if not fits:
        raise _wrong(KEY)


def _wrong(name: str) -> Refusal:
    return Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")


def _certificates(pem: str, refusal: Refusal) -> list[x509.Certificate]:
    try:
        return x509.load_pem_x509_certificates(pem.encode())
    except ValueError:
        raise refusal from None


def expires_at(credentials: Mapping[str, str]) -> datetime | None:
    """The instant from which on a server no longer takes our certificate, or one that vouches for it.

    None without one; a dialect that knows no certificates may have something else under that name.
    """
    try:
        found = x509.load_pem_x509_certificates(credentials.get(CERTIFICATE, "").encode())
    except ValueError:
        return None
    return min(each.not_valid_after_utc for each in found)


def context_of(terms: TlsTerms | None, ca_file: Path | None) -> ssl.SSLContext:
    """The context of connections under these terms.

    Args:
        terms: None for those of the deployment.
        ca_file: Authorities of the deployment beside the usual ones; those of the terms take the place of all.
    """
    if terms is not None and terms.authorities is not None:
        context = ssl.create_default_context(cadata=terms.authorities)
    else:
        context = httpx.create_ssl_context(trust_env=False)
        if ca_file is not None:
            context.load_verify_locations(ca_file)
    if terms is not None and terms.certificate is not None:
        _show(context, terms)
    return context


def _show(context: ssl.SSLContext, terms: TlsTerms) -> None:
    """Let connections show our certificate."""
    with _file_of(f"{terms.private_key}\n{terms.certificate}\n") as name:
        context.load_cert_chain(name, password=_no_password)


def _no_password() -> str:
    """An encrypted key is refused; nobody is asked at a terminal."""
    raise ValueError("the key is encrypted")


@contextmanager
def _file_of(text: str) -> Iterator[str]:
    """The name of a file with this text, in memory where the system can, and gone afterwards."""
    if hasattr(os, "memfd_create"):
        descriptor = os.memfd_create("tls", os.MFD_CLOEXEC)
        try:
            with open(descriptor, "wb", closefd=False) as file:
                file.write(text.encode())
            yield f"/proc/self/fd/{descriptor}"
        finally:
            os.close(descriptor)
        return
    with tempfile.NamedTemporaryFile() as file:  # Mode 0600, as the library makes it.
        file.write(text.encode())
        file.flush()
        yield file.name
