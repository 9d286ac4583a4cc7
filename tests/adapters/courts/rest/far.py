"""A court's platform over HTTP within the test: it checks signatures, files once under a key, has its faults."""

import json
from urllib.parse import parse_qs, unquote, urlsplit

from app.adapters.courts.rest.options import options_of
from app.adapters.courts.rest.signature import require_signed
from app.domain.outbound import OutboundAnswer, Unavailable
from tests.adapters.courts.bench import NOW

TOKEN = "t-1"


class FarOffice:
    """Answers requests as an `Outbound`.

    Attributes:
        layout: Settings of the layout by which it checks what we send; None for no check.
        filed: Bodies by key.
        has: Messages that it has for us.
        holds: What it lists as held.
        losing: How many of the next replies get lost after the effect.
        answers: Statuses, or whole answers, that it gives instead, in order.
    """

    def __init__(self, settings, credentials, *, tokens=False):
        self.options = options_of(settings, credentials)
        self.filed, self.has, self.holds, self.answers = {}, [], [], []
        self.losing, self.tokens, self.asked, self.networks = 0, tokens, [], None

    async def send(self, request, *, networks):
        self.asked.append(request)
        self.networks = networks
        address = urlsplit(request.url)
        if address.path.endswith("/token"):
            return told(200, {"access_token": TOKEN})
        if self.answers:
            answer = self.answers.pop(0)
            return answer if isinstance(answer, OutboundAnswer) else told(answer, {})
        if self.options.signs_out is not None:
            self._check(request, address)
        assert not self.tokens or request.headers["authorization"] == f"Bearer {TOKEN}"
        return self._answered(request, address)

    def _check(self, request, address):
        layout = self.options.signs_out
        if layout.over == "sorted_parameters" and address.query:
            return
        credentials = dict(self.options.credentials)
        credentials["sm2_peer_public"] = credentials.get("sm2_public", "")
        require_signed(layout, credentials, request.body, request.headers, NOW)

    def _answered(self, request, address):
        if request.method == "POST":
            body = json.loads(request.body)
            self.filed.setdefault(body["msgId"], body)
            if self.losing:
                self.losing -= 1
                raise Unavailable("timed_out")
            return self._receipt(body["msgId"])
        if address.path.endswith("/outgoing"):
            start = int(parse_qs(address.query).get("after", ["0"])[0] or 0)
            page = self.has[start : start + 2]
            return told(200, {"code": "0", "data": {"list": page, "next": start + len(page)}})
        if address.path.endswith("/held"):
            return told(200, {"data": self.holds})
        key = unquote(address.path.rpartition("/")[2])
        return self._receipt(key) if key in self.filed else told(404, {})

    def _receipt(self, key):
        number = list(self.filed).index(key) + 1
        return told(200, {"code": "0", "data": {"bh": f"F-{number}", "done": True}})


def told(status, body):
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return OutboundAnswer(status=status, headers={}, body=raw, truncated=False, duration_ms=1.0)
