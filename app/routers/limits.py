"""How often one client may ask one process: a token bucket in memory, told with every answer.

The fields are those of the IETF draft `draft-ietf-httpapi-ratelimit-headers`: `RateLimit-Policy` says what holds,
`RateLimit` what is left. Nothing here asks a database, and an installation of several processes has a bucket in each.
"""

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import Final
from uuid import UUID

CLIENTS_MAX: Final = 4096
"""Most buckets in memory; beyond it the one that was idle longest is dropped, which is nearly always a full one."""

POLICY: Final = b"client"

Headers = tuple[tuple[bytes, bytes], ...]
"""As ASGI has them."""


class Limiter:
    """One bucket a client.

    Args:
        per_second: Requests that flow in each second; 0 switches the limit off.
        burst: Requests that a full bucket holds.
        now: Monotonic seconds.
    """

    def __init__(self, *, per_second: float, burst: int, now: Callable[[], float] = time.monotonic) -> None:
        self._per_second = per_second
        self._burst = burst
        self._now = now
        self._buckets: OrderedDict[UUID, tuple[float, float]] = OrderedDict()
        window_seconds = max(1, math.ceil(burst / per_second)) if per_second else 0
        self._policy = (b"ratelimit-policy", b'"%s";q=%d;w=%d' % (POLICY, burst, window_seconds))

    def take(self, client_id: UUID) -> tuple[Headers, int]:
        """Take one request out of the client's bucket.

        Returns:
            The headers that tell what is left, and how many whole seconds the client must wait; 0 where it need not.
        """
        return self._take(client_id, 1, 1)

    def take_more(self, client_id: UUID, count: int) -> tuple[Headers, int]:
        """Take more for a request that took one already and is worth `1 + count`.

        What no bucket can hold is given for a full one, and has to flow back before the next request. See `take`.
        """
        return self._take(client_id, count, min(count, self._burst - 1))

    def _take(self, client_id: UUID, count: int, needed: int) -> tuple[Headers, int]:
        if not self._per_second:
            return (), 0
        now = self._now()
        tokens, filled_at = self._buckets.get(client_id, (self._burst, now))
        tokens = min(self._burst, tokens + (now - filled_at) * self._per_second)
        if tokens < needed:
            self._keep(client_id, tokens, now)
            return self._told(tokens), max(1, math.ceil((needed - tokens) / self._per_second))
        self._keep(client_id, tokens - count, now)
        return self._told(tokens - count), 0

    def _keep(self, client_id: UUID, tokens: float, now: float) -> None:
        buckets = self._buckets
        buckets[client_id] = (tokens, now)
        buckets.move_to_end(client_id)
        if len(buckets) > CLIENTS_MAX:
            buckets.popitem(last=False)

    def _told(self, tokens: float) -> Headers:
        full_in = math.ceil((self._burst - tokens) / self._per_second)
        return (self._policy, (b"ratelimit", b'"%s";r=%d;t=%d' % (POLICY, max(0, tokens), full_in)))
