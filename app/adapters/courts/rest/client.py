"""The platform over HTTP. One call is one request; nothing is tried again here, which is the outbox's to do."""

import secrets
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final
from urllib.parse import quote, urlencode

from app.adapters.courts.rest import mapping as m
from app.adapters.courts.rest.options import Options, options_of
from app.adapters.courts.rest.signature import require_signed, signed
from app.adapters.dialect_answers import holding_of, id_of, items_of, receipt_of
from app.adapters.foreign_json import dumped
from app.domain.court_platform import (
    Heard,
    Holding,
    MessageId,
    Outgoing,
    Platform,
    Pulled,
    Receipt,
    Rejected,
    Unavailable,
    Unreadable,
)
from app.domain.outbound import Outbound, OutboundAnswer, OutboundRequest
from app.domain.platform_mapping import PlatformMapping, mapping_of, put_at, value_at

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
PASSING: Final = frozenset({401, 403, 408, 425, 429})
"""Statuses below 500 after which the same may go well later; credentials may be put right meanwhile."""

NOT_FOUND, REFUSED, FAILED, SUCCESS = 404, 400, 500, range(200, 300)


class RestPlatform:
    """Speaks JSON over HTTP to one platform."""

    def __init__(self, platform: Platform, outbound: Outbound, now: Callable[[], datetime]) -> None:
        self._mapping: PlatformMapping = mapping_of(platform.mapping)
        self._options: Options = options_of(platform.settings, platform.credentials)
        self._outbound = outbound
        self._now = now

    def verify(self, raw: bytes, headers: Mapping[str, str], now: datetime) -> MessageId:
        """The id that stands in the signed message; without a layout for what comes in nothing is let in."""
        if self._options.signs_in is None:
            raise Rejected("forged")
        require_signed(self._options.signs_in, self._options.credentials, raw, headers, now)
        try:
            found = id_of(self._options.id_at, m.document_of(raw))
        except Unreadable:
            found = None
        if found is None:
            raise Rejected("no_id")
        return found

    def content(self, raw: bytes) -> bytes:
        """The document, as it is written when it was fetched."""
        return dumped(m.document_of(raw))

    def read(self, raw: bytes) -> Heard:
        """The message in our words."""
        return self._mapping.heard(m.document_of(raw))

    async def send(self, message: Outgoing, key: str) -> Receipt:
        """Tell the platform, with the key as id of the message."""
        said = self._mapping.said(message)
        put_at(said, self._options.id_at, key)
        answer = await self._asked("POST", self._options.send_path, dumped(said))
        return receipt_of(self._options, _document(answer))

    async def look_up(self, key: str) -> Receipt | None:
        """What the platform has under the key."""
        path = self._options.look_up_path.replace("{key}", quote(key, safe=""))
        answer = await self._asked("GET", path, b"", missing=True)
        if answer.status == NOT_FOUND:
            return None
        found = receipt_of(self._options, _document(answer))
        return None if found.refused is not None else found

    def fetches_again(self) -> bool:
        """Whether the platform is asked for messages at all."""
        return self._options.pull_path is not None

    async def pull(self, cursor: str | None) -> Pulled:
        """The messages behind a cursor; none where the platform is not asked."""
        if self._options.pull_path is None:
            return Pulled((), cursor or "")
        path = self._options.pull_path.replace("{cursor}", quote(cursor or "", safe=""))
        document = _document(await self._asked("GET", path, b""))
        following = value_at(document, self._options.next_at or ())
        return m.pulled(self._options, document, str(following) if isinstance(following, str | int) else cursor or "")

    async def held(self, day: date) -> tuple[Holding, ...]:
        """What the platform says it holds; refused with `no_list` where it has none."""
        held = self._options.held
        if held is None:
            raise Rejected("no_list")
        document = _document(await self._asked("GET", held.path.replace("{day}", day.isoformat()), b""))
        return tuple(holding_of(held, self._mapping, item) for item in items_of(document, held.items_at))

    async def _asked(self, method: str, path: str, body: bytes, *, missing: bool = False) -> OutboundAnswer:
        """One signed request; raises for every status that is no success, 404 excepted where it is an answer."""
        headers = {"accept": JSON, **({"content-type": JSON} if body else {}), **self._signature(path, body)}
        if self._options.token_path is not None:
            headers["authorization"] = f"Bearer {await self._token()}"
        answer = await self._sent(method, path, headers, body)
        if answer.status in SUCCESS or (missing and answer.status == NOT_FOUND):
            return answer
        failure: type[Unavailable | Rejected] = Rejected
        if answer.status in PASSING or answer.status >= FAILED or answer.status < REFUSED:
            failure = Unavailable
        raise failure(f"status_{answer.status}")

    def _signature(self, path: str, body: bytes) -> dict[str, str]:
        if self._options.signs_out is None:
            return {}
        return signed(
            self._options.signs_out,
            self._options.credentials,
            body,
            path.partition("?")[2],
            now=self._now(),
            nonce=secrets.token_hex(16),
        )

    async def _token(self) -> str:
        """A token by client credentials (RFC 6749, section 4.4), asked for with each call: there are few."""
        form = {"grant_type": "client_credentials"}
        form |= {name: self._options.credentials[name] for name in ("client_id", "client_secret")}
        headers = {"accept": JSON, "content-type": FORM}
        answer = await self._sent("POST", self._options.token_path or "", headers, urlencode(form).encode())
        token = value_at(_document(answer), ("access_token",)) if answer.status in SUCCESS else None
        if not isinstance(token, str) or not token:
            raise Unavailable("no_token")
        return token

    async def _sent(self, method: str, path: str, headers: Mapping[str, str], body: bytes) -> OutboundAnswer:
        request = OutboundRequest(
            method=method, url=self._options.base_url + path, headers=headers, body=body, tls=self._options.tls
        )
        answer = await self._outbound.send(request, networks=self._options.networks)
        if answer.truncated:
            raise Unavailable("answer_cut")
        return answer


def _document(answer: OutboundAnswer) -> Any:
    """An answer that can not be read may have come after the effect, so it is looked up like a lost one."""
    try:
        return m.document_of(answer.body) if answer.body else {}
    except Unreadable:
        raise Unavailable("answer_unreadable") from None
