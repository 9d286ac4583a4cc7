"""The platform over SOAP. One call is one request; nothing is tried again here, which is the outbox's to do."""

import secrets
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from lxml import etree

from app.adapters.courts.soap import mapping as m
from app.adapters.courts.soap.envelope import MEDIA_TYPES, content_of, enclosed, envelope_of, fault_of, written
from app.adapters.courts.soap.options import Operation, Options, arrays_of_mapping, options_of
from app.adapters.courts.soap.proof import nonce_of, prove, require_proof
from app.adapters.dialect_answers import holding_of, id_of, items_of, receipt_of
from app.adapters.foreign_json import dumped
from app.adapters.foreign_xml import NotXmlError
from app.domain.court_platform import (
    Flag,
    Heard,
    Holding,
    MessageId,
    Outgoing,
    Platform,
    Pulled,
    Receipt,
    Rejected,
    Unavailable,
    Unmapped,
    Unreadable,
    UsedNonce,
)
from app.domain.outbound import Outbound, OutboundAnswer, OutboundRequest
from app.domain.platform_mapping import PlatformMapping, mapping_of, put_at, value_at

PASSING: Final = frozenset({401, 403, 408, 425, 429})
"""Statuses below 500 after which the same may go well later; credentials may be put right meanwhile."""

REFUSED, FAILED, SUCCESS = 400, 500, range(200, 300)
NONCE_BYTES: Final = 16


class SoapPlatform:
    """Speaks SOAP to one platform."""

    def __init__(self, platform: Platform, outbound: Outbound, now: Callable[[], datetime]) -> None:
        self._mapping: PlatformMapping = mapping_of(platform.mapping)
        self._options: Options = options_of(platform.settings, platform.credentials)
        self._arrays = arrays_of_mapping(self._mapping)
        self._outbound = outbound
        self._now = now

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The id that stands in the genuine envelope; unsafe XML is refused with its reason, other things as forged."""
        _ = headers
        options = self._options
        if options.proof_in is None:
            raise Rejected("forged")
        try:
            envelope = envelope_of(raw)
            require_proof(options.proof_in, envelope, options.namespace, now)
        except NotXmlError as error:
            plain = error.reason in {"xml_malformed", "xml_encoding"}
            raise Rejected("forged" if plain else error.reason) from None
        try:
            found = id_of(options.id_at, m.document_of(envelope.content, options.namespace, self._arrays))
        except Unreadable:
            found = None
        if found is None:
            raise Rejected("no_id")
        return found

    def content(self, raw: bytes) -> bytes:
        """The document, which is the same in an envelope and as an item of a list."""
        return dumped(self._read(raw))

    def read(self, raw: bytes) -> Heard:
        """The message in our words."""
        return self._mapping.heard(self._read(raw))

    def _read(self, raw: bytes) -> dict[str, Any]:
        try:
            content = content_of(raw)
        except NotXmlError as error:
            raise Unmapped(Flag("", error.reason)) from None
        return m.document_of(content, self._options.namespace, self._arrays)

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """Tell the platform, with the key as id of the message."""
        said = self._mapping.said(message)
        put_at(said, self._options.id_at, key)
        return receipt_of(self._options, self._document(await self._asked(self._options.send, said)))

    async def look_up(self, key: str) -> Receipt | None:
        """What the platform has under the key; another word than success says that it has nothing."""
        answer = await self._asked(self._options.look_up, _one(self._options.key_at, key))
        found = receipt_of(self._options, self._document(answer))
        return None if found.refused is not None else found

    def fetches_again(self) -> bool:
        """Whether the platform is asked for messages at all."""
        return self._options.pull is not None

    async def pull(self, cursor: str | None) -> Pulled:
        """The messages behind a cursor; none where the platform is not asked."""
        options = self._options
        if options.pull is None:
            return Pulled((), cursor or "")
        answer = await self._asked(options.pull, _one(options.cursor_at, cursor or ""))

        def cursor_of(rest: etree._Element) -> str:
            following = value_at(self._document(rest), options.next_at or ())
            return following if isinstance(following, str) else cursor or ""

        return m.pulled(options, answer, self._arrays, cursor_of)

    def used_nonce(self, raw: bytes) -> UsedNonce | None:
        """The nonce of a token; a signature binds the content by itself."""
        proof = self._options.proof_in
        if proof is None or proof.method != "username_token":
            return None
        return nonce_of(proof, envelope_of(raw))

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What the platform says it holds; refused with `no_list` where it has none."""
        held, operation = self._options.held, self._options.held_by
        if held is None or operation is None:
            raise Rejected("no_list")
        document = self._document(await self._asked(operation, _one(self._options.day_at, day.isoformat())))
        return tuple(holding_of(held, self._mapping, item) for item in items_of(document, held.items_at))

    def _document(self, answer: etree._Element) -> dict[str, Any]:
        """An answer that can not be read may have come after the effect, so it is looked up like a lost one."""
        try:
            return m.document_of(answer, self._options.namespace, self._options.arrays)
        except Unreadable:
            raise Unavailable("answer_unreadable") from None

    async def _asked(self, operation: Operation, document: Mapping[str, Any]) -> etree._Element:
        """The content of the answer to one request; raises for faults and statuses that are no success."""
        options = self._options
        content = m.element_of(operation.element, document, options.namespace, qualified=options.qualified)
        envelope = enclosed(options.version, content)
        if options.proof_out is not None:
            nonce = secrets.token_bytes(NONCE_BYTES)
            prove(options.proof_out, envelope, options.namespace, now=self._now(), nonce=nonce)
        request = OutboundRequest(
            method="POST",
            url=options.url,
            headers=_headers(options.version, operation),
            body=written(envelope),
            tls=options.tls,
        )
        return _content(await self._outbound.send(request, networks=options.networks))


def _one(place: tuple[str, ...], value: str) -> dict[str, Any]:
    document: dict[str, Any] = {}
    put_at(document, place, value)
    return document


def _headers(version: str, operation: Operation) -> dict[str, str]:
    kind = f"{MEDIA_TYPES[version]}; charset=utf-8"
    if version == "1.1":
        return {"accept": MEDIA_TYPES[version], "content-type": kind, "soapaction": f'"{operation.action}"'}
    return {"accept": MEDIA_TYPES[version], "content-type": f'{kind}; action="{operation.action}"'}


def _content(answer: OutboundAnswer) -> etree._Element:
    if answer.truncated:
        raise Unavailable("answer_cut")
    try:
        envelope = envelope_of(answer.body)
    except NotXmlError as error:
        raise _of_status(answer.status) or _of_answer(error.reason) from None
    failure = fault_of(envelope) or _of_status(answer.status)
    if failure is not None:
        raise failure
    return envelope.content


def _of_status(status: int) -> Unavailable | Rejected | None:
    if status in SUCCESS:
        return None
    passing = status in PASSING or status >= FAILED or status < REFUSED
    return (Unavailable if passing else Rejected)(f"status_{status}")


def _of_answer(reason: str) -> Unavailable | Unreadable:
    """What is cut or no XML may come whole the next time; what tries to reach beyond itself needs a person."""
    return Unavailable("answer_unreadable") if reason in {"xml_malformed", "not_an_envelope"} else Unreadable(reason)
