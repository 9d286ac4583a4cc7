"""Trying a receiver from outside: what has to be taken is taken, what was tampered with is not.

The cases are a table. Each sends one or a few deliveries and says what has to come back for every one of them.
"""

import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import httpx
import orjson

from app.domain.signing import KEY_ID_HEADER, SIGNATURE_HEADER, new_secret
from app.kit.deliveries import Delivery, Maker, event

LARGE_BYTES = 128 * 1024
OLD_SECONDS = 600
ANSWER_SECONDS = 15.0
"""So long does the service wait for an answer."""

TAKEN, NOT_TAKEN = "2xx", "4xx"


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back."""

    status: int
    body: bytes


Answer = Callable[[Delivery], Answered | None]
"""Sends a delivery; None where nothing came back in time."""


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to try.

    Attributes:
        name: Stable, for people and scripts.
        wanted: `2xx` or `4xx`, for each delivery.
        why: What it means for a receiver that answers otherwise.
        deliveries: Made anew for each run, in the order in which they are sent.
        gives_back: Whether the challenge of each has to stand in its answer.
    """

    name: str
    wanted: str
    why: str
    deliveries: Callable[[Maker], Iterable[Delivery]]
    gives_back: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a case: the statuses in order, None where nothing came in time; whether challenges came back."""

    case: Case
    statuses: tuple[int | None, ...]
    gave_back: bool = True

    @property
    def passed(self) -> bool:
        """Whether every delivery was answered as it has to be."""
        return self._as_wanted and self.gave_back

    @property
    def _as_wanted(self) -> bool:
        hundred = int(self.case.wanted[0])
        return all(status is not None and status // 100 == hundred for status in self.statuses)

    @property
    def line(self) -> str:
        """One line for people."""
        got = ", ".join("no answer" if status is None else str(status) for status in self.statuses)
        got += " without it" if self._as_wanted and not self.gave_back else ""
        said = f"{'ok  ' if self.passed else 'FAIL'}  {self.case.name:<20} expected {self.case.wanted}, got {got}"
        return said if self.passed else f"{said}: {self.case.why}"


def _accepted(version: int = 2, referral_id: str | None = None, **more: object) -> dict[str, object]:
    return event(
        "referral.accepted", referral_id=referral_id or str(uuid.uuid4()), version=version, position=version, **more
    )


def _valid(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted())


def _challenge(maker: Maker) -> Iterator[Delivery]:
    word = {"endpoint_id": str(uuid.uuid4()), "challenge": str(uuid.uuid4())}
    yield maker.of({"id": str(uuid.uuid4()), "type": "webhook.challenge", **word})


def _duplicated(maker: Maker) -> Iterator[Delivery]:
    content = _accepted()
    yield from (maker.of(content), maker.of(content))


def _reordered(maker: Maker) -> Iterator[Delivery]:
    referral_id = str(uuid.uuid4())
    yield from (maker.of(_accepted(version, referral_id)) for version in (3, 2, 4))


def _unknown_type(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(event("something.new", referral_id=str(uuid.uuid4()), version=2, position=2, made_later={"a": [1]}))


def _large(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted(note="调" * (LARGE_BYTES // 3)))


def _rotation(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted(), secrets=(new_secret(), maker.secret))


def _unknown_signature(maker: Maker) -> Iterator[Delivery]:
    made = maker.of(_accepted())
    others = f"v9,eA== v1a,{'A' * 86}== {made.headers[SIGNATURE_HEADER]}"
    yield replace(made, headers={**made.headers, SIGNATURE_HEADER: others, KEY_ID_HEADER: "unknown"})


def _delayed(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted(), age_seconds=OLD_SECONDS)


def _early(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted(), age_seconds=-OLD_SECONDS)


def _tampered(maker: Maker) -> Iterator[Delivery]:
    made = maker.of(_accepted())
    yield replace(made, body=made.body.replace(b"referral.accepted", b"referral.declined"))


def _same_json(maker: Maker) -> Iterator[Delivery]:
    made = maker.of(_accepted())
    yield replace(made, body=made.body + b"\n")


def _another_id(maker: Maker) -> Iterator[Delivery]:
    made = maker.of(_accepted())
    yield replace(made, headers={**made.headers, "webhook-id": str(uuid.uuid4())})


def _wrong_key(maker: Maker) -> Iterator[Delivery]:
    yield maker.of(_accepted(), secrets=(new_secret(),))


def _unsigned(maker: Maker) -> Iterator[Delivery]:
    made = maker.of(_accepted())
    yield replace(made, headers={name: value for name, value in made.headers.items() if not name.startswith("webhook")})


CASES: tuple[Case, ...] = (
    Case("valid", TAKEN, "an ordinary delivery is not taken", _valid),
    Case("challenge", TAKEN, "nothing is delivered until it was given back", _challenge, gives_back=True),
    Case("duplicated", TAKEN, "a repeat is dropped by its id and answered as the first was", _duplicated),
    Case("reordered", TAKEN, "an older version is kept and passed over, not refused", _reordered),
    Case("unknown_event_type", TAKEN, "types and fields are added at any time and are passed over", _unknown_type),
    Case("large", TAKEN, f"a body of {LARGE_BYTES // 1024} KiB has to be taken", _large),
    Case("rotation", TAKEN, "while a secret is changed there are two signatures, and one is enough", _rotation),
    Case("unknown_signature", TAKEN, "entries of kinds that you do not know are passed over", _unknown_signature),
    Case("delayed", NOT_TAKEN, "somebody can send again what was recorded long ago", _delayed),
    Case("early", NOT_TAKEN, "somebody can keep a delivery for later", _early),
    Case("tampered", NOT_TAKEN, "somebody can change what is delivered", _tampered),
    Case("tampered_bytes", NOT_TAKEN, "the signature is over the raw bytes; parsing comes afterwards", _same_json),
    Case("tampered_id", NOT_TAKEN, "somebody can send one delivery under many ids", _another_id),
    Case("wrong_key", NOT_TAKEN, "anybody can make deliveries up", _wrong_key),
    Case("unsigned", NOT_TAKEN, "anybody can make deliveries up", _unsigned),
)  # fmt: skip


def run(maker: Maker, answer: Answer, cases: Sequence[Case] = CASES) -> Iterator[Verdict]:
    """Try the cases one after the other; each verdict comes as soon as it is known."""
    for case in cases:
        tried = [(delivery, answer(delivery)) for delivery in case.deliveries(maker)]
        statuses = tuple(None if answered is None else answered.status for _, answered in tried)
        gave_back = not case.gives_back or all(_gave_back(delivery, answered) for delivery, answered in tried)
        yield Verdict(case, statuses, gave_back)


def _gave_back(delivery: Delivery, answered: Answered | None) -> bool:
    """Whether an answer has the challenge of its delivery."""
    try:
        said = orjson.loads(b"" if answered is None else answered.body)
    except orjson.JSONDecodeError:
        return False
    return isinstance(said, dict) and said.get("challenge") == orjson.loads(delivery.body)["challenge"]


class NobodyThereError(Exception):
    """Nothing can be sent to the address; the message says so in a sentence."""


def sender(http: httpx.Client, url: str) -> Answer:
    """Sends to one address, follows no redirect and waits as long as the service does.

    It raises `NobodyThereError` where no connection comes about, which says nothing of what a receiver does.
    """

    def answer(delivery: Delivery) -> Answered | None:
        try:
            reply = http.post(url, headers=dict(delivery.headers), content=delivery.body, timeout=ANSWER_SECONDS)
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            raise NobodyThereError(f"Nobody can be reached at {url} ({type(error).__name__}).") from error
        except httpx.HTTPError:
            return None
        return Answered(reply.status_code, reply.content)

    return answer
