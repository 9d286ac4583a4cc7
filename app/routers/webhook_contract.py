"""The contract's section of webhooks: what a receiver is sent, with which headers, and what its answer means.

Nothing in this module runs while a request is answered.
"""

import json
from typing import Any, Final

from app.domain.message_signatures import DIGEST_HEADER, INPUT_HEADER
from app.domain.message_signatures import SIGNATURE_HEADER as MESSAGE_HEADER
from app.domain.signing import ID_HEADER, KEY_ID_HEADER, SIGNATURE_HEADER, TIMESTAMP_HEADER
from app.routers import event_schemas
from app.routers.contract import EVENT_EXAMPLES

CHALLENGE: Final = "webhook.challenge"
TEST: Final = "webhook.test"
EXAMPLE_ID: Final = "01980000-0000-7000-8000-000000000001"
EXAMPLE_VALUE: Final = "01980000-0000-7000-8000-000000000003"

_REF: Final = "#/components/schemas/{name}"
_HEADER_REF: Final = "#/components/parameters/{name}"
_UUID: Final = {"type": "string", "format": "uuid"}
_INSTANT: Final = {"type": "string", "format": "date-time"}


def _header(name: str, description: str, example: str, *, required: bool = True, **schema: Any) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": description,
        "schema": {"type": "string", **schema},
        "example": example,
    }


HEADERS: Final[dict[str, dict[str, Any]]] = {
    "WebhookId": _header(
        ID_HEADER,
        "The event's id, the same in every attempt and in feed and history: drop what you have seen.",
        EXAMPLE_ID,
    ),
    "WebhookTimestamp": _header(
        TIMESTAMP_HEADER,
        "Seconds since 1970 at this attempt; refuse what is more than five minutes away from your clock.",
        "1772413200",
        pattern="^[0-9]{1,12}$",
    ),
    "WebhookSignature": _header(
        SIGNATURE_HEADER,
        "Signatures over `id.timestamp.body`, separated by blanks, each as kind, comma, base64. One that fits is "
        "enough; pass over kinds that you do not know. `v1` is HMAC-SHA256 with the secret, `v1a` Ed25519, `v1sm` SM2 "
        "with SM3, `v1sm3` HMAC-SM3.",
        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=",
    ),
    "WebhookKeyId": _header(
        KEY_ID_HEADER,
        "Names of the service's own keys among them, in the order of their entries, as "
        "`/.well-known/webhook-keys.json` has them. Absent where only secrets are used.",
        "k2026-03",
        required=False,
    ),
    "ContentDigest": _header(
        DIGEST_HEADER,
        "With the signing kind `rfc9421`: SHA-256 of the body (RFC 9530).",
        "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:",
        required=False,
    ),
    "SignatureInput": _header(
        INPUT_HEADER,
        "With the signing kind `rfc9421`: what each message signature covers and with which key it is made, one for "
        "each live Ed25519 key (RFC 9421).",
        'sig1=("@method" "@target-uri" "content-digest" "content-type" "webhook-id" "webhook-timestamp");'
        'created=1772413200;keyid="k2026-03";alg="ed25519";tag="sutiao-webhook"',
        required=False,
    ),
    "MessageSignature": _header(
        MESSAGE_HEADER,
        "With the signing kind `rfc9421`: the message signatures themselves (RFC 9421).",
        "sig1=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:",
        required=False,
    ),
}
"""The headers of every delivery by the names of their components."""

ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "2XX": {"description": "Received; anything else is tried again, unless said otherwise here."},
    "410": {"description": "Deliver nothing more to this endpoint: it is disabled, and what happens waits."},
    "429": {"description": "Not so fast. `Retry-After` is honoured up to a day; so it is with 502, 503 and 504."},
}
"""What a receiver's answer means. The header `webhook-delivery: abort-message` parks the event, `disable` is as 410."""


def section() -> dict[str, Any]:
    """Every type of event, the challenge and the test."""
    found = {event_type: {"post": _event(event_type)} for event_type in event_schemas.emitted_by()}
    return {**found, CHALLENGE: {"post": _challenge()}, TEST: {"post": _test()}}


def parameters() -> dict[str, dict[str, Any]]:
    """The headers as components."""
    return HEADERS


def components() -> dict[str, dict[str, Any]]:
    """Schemas of what is sent beside events."""
    challenge = {
        "challenge": {"type": "string", "description": "To be given back."},
    }
    return {
        "WebhookChallenge": _message("WebhookChallenge", CHALLENGE, challenge),
        "WebhookChallengeAnswer": {
            "type": "object",
            "title": "WebhookChallengeAnswer",
            "description": "The answer that lets an endpoint deliver.",
            "properties": {"challenge": {"type": "string", "description": "As it was sent."}},
            "required": ["challenge"],
        },
        "WebhookTest": _message("WebhookTest", TEST, {}),
    }


def _message(title: str, message_type: str, more: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "id": {**_UUID, "description": "As `webhook-id` has it."},
        "type": {"type": "string", "const": message_type},
        "recorded_at": _INSTANT,
        "endpoint_id": _UUID,
        **more,
    }
    return {"type": "object", "title": title, "properties": properties, "required": list(properties)}


def _posted(name: str, summary: str, description: str, content: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": name,
        "tags": ["events"],
        "summary": summary,
        "description": description,
        "parameters": [{"$ref": _HEADER_REF.format(name=header)} for header in HEADERS],
        "requestBody": {"required": True, "content": {"application/json": content}},
        "responses": ANSWERS,
        "security": [],
    }


def _event(event_type: str) -> dict[str, Any]:
    label = event_schemas.label_of(event_type)
    content = _content(event_schemas.event_name(event_type), event_type)
    said = (
        "The same event as in the feed, with the same id, its `position` there, and the `cursor` behind it: give that "
        "to `GET /v1/events` as `after` to go on by reading. With the payload `full` the referral stands beside it "
        "under `referral`, as `GET` gives it, without personal data."
    )
    return _posted(f"on_{event_type.replace('.', '_')}", f"{label.en} {label.zh}", said, content)


def _content(schema: str, message_type: str) -> dict[str, Any]:
    """A message by the name of its schema, with the example that is kept of its type."""
    content: dict[str, Any] = {"schema": {"$ref": _REF.format(name=schema)}}
    kept = EVENT_EXAMPLES / f"{message_type}.json"
    if kept.exists():
        content["example"] = json.loads(kept.read_text(encoding="utf-8"))
    return content


def _challenge() -> dict[str, Any]:
    said = (
        "Sent when an endpoint is made, gets another address, or asks for it again, and tried for an hour. Nothing "
        "else is sent before it was answered with what it says."
    )
    posted = _posted("on_webhook_challenge", "Do you expect us? 验证", said, _content("WebhookChallenge", CHALLENGE))
    answer = {
        "schema": {"$ref": _REF.format(name="WebhookChallengeAnswer")},
        "example": {"challenge": EXAMPLE_VALUE},
    }
    passed = {"description": "Passed.", "content": {"application/json": answer}}
    return {**posted, "responses": {**ANSWERS, "2XX": passed}}


def _test() -> dict[str, Any]:
    content = _content("WebhookTest", TEST)
    return _posted("on_webhook_test", "A test that somebody asked for 测试", "It means nothing.", content)
