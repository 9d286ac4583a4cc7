"""Asks a service about webhook endpoints over its API, as any client does: with an address, a key, and nothing else."""

import json
from collections.abc import Mapping
from typing import Any, Final
from uuid import uuid4

import httpx

from app.commands.anywhere import Language
from app.commands.outcome import fail

SECONDS: Final = 30.0
PATH: Final = "/v1/webhook-endpoints"
HEALTH: Final = "/v1/webhook-health"
KEY_CHARS_MAX: Final = 1_000

Body = Mapping[str, Any]


class Calls:
    """One service under one key.

    Args:
        address: Of the service, such as `https://service.example`.
        key: `sutiao_…`; refused before anything is sent where it can be none.
        language: Of what is said where something is refused.
    """

    def __init__(self, address: str, key: str, language: Language) -> None:
        if not (0 < len(key) <= KEY_CHARS_MAX and key.isascii() and key.isprintable()):
            raise fail("The key is no key; name one with --key or SUTIAO_API_KEY.")
        self._address = address.rstrip("/")
        self._language = language
        self._headers = {"authorization": f"Bearer {key}", "accept-language": language.value}

    def get(self, path: str, **wanted: Any) -> Any:
        """What stands at a path; what is None is not asked for."""
        params = {name: str(value) for name, value in wanted.items() if value is not None}
        return self._answer("GET", path, params=params)

    def post(self, path: str, body: Body, *, versioned: bool = False) -> Any:
        """The answer to a write under a key of its own. `versioned`: whatever the version is."""
        headers = {"idempotency-key": uuid4().hex, **({"if-match": "*"} if versioned else {})}
        given = {name: value for name, value in body.items() if value is not None}
        return self._answer("POST", path, headers=headers, json=json.loads(json.dumps(given, default=str)))

    def _answer(self, method: str, path: str, headers: Mapping[str, str] | None = None, **more: Any) -> Any:
        """The body of an answer that went well; anything else ends the command with a sentence."""
        try:
            with httpx.Client(trust_env=False, timeout=SECONDS) as http:
                reply = http.request(
                    method, f"{self._address}{path}", headers={**self._headers, **(headers or {})}, **more
                )
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise fail(f"Nothing comes back from {self._address} ({type(error).__name__}).") from error
        try:
            said = reply.json()
            if reply.is_success:
                return said
            sentence = "\n".join(_told(said, self._language))
        except (ValueError, KeyError, TypeError) as error:
            raise fail(f"{self._address} does not answer as the service does (status {reply.status_code}).") from error
        raise fail(sentence)


def _told(problem: Mapping[str, Any], language: Language) -> list[str]:
    """A refusal as lines: its sentence, each place that is wrong, and what is possible instead."""
    errors = [
        " ".join(filter(None, (f"  {each['pointer']}: {each['detail']}", each.get("expected"))))
        for each in problem.get("errors") or ()
    ]
    allowed = problem.get("allowed_actions")
    word = "可用：" if language is Language.CHINESE else "possible: "
    possible = [f"  {word}{', '.join(map(str, allowed))}"] if allowed else []
    return [f"{problem['detail']} ({problem['code']})", *errors, *possible]
