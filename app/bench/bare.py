"""The floor of deliveries: the same client and the same receiver in a bare loop, without queue, record or signature.

Run as `python -m app.bench.bare PORT SECONDS AT_ONCE PATHS`; prints how many were answered.
"""

import asyncio
import sys
from collections.abc import Sequence
from itertools import cycle
from time import monotonic

import uvloop

from app.adapters.outbound import GuardedClient, OutboundPolicy
from app.domain.addresses import Networks, Ports
from app.domain.outbound import OutboundRequest

HOST = "127.0.0.1"
BODY = b'{"id":"01980000-0000-7000-8000-000000000001","data":{"padding":"%s"}}' % (b"x" * 1098)
"""As long as an event of the run that it is compared with."""

HEADERS = {
    "content-type": "application/json",
    "user-agent": "sutiao-webhooks",
    "webhook-id": "01980000-0000-7000-8000-000000000001",
    "webhook-timestamp": "1796095433",
    "webhook-signature": "v1,pDAPjTpiHN4keEvNj/RsQRqYY3n2sYHFaunSbgTNPSc=",
}
"""Those of a delivery, written once: what is compared is what we do beside the request, not how long its head is."""


async def play(port: int, seconds: float, at_once: int, paths: Sequence[str]) -> int:
    """Post as often as it goes; how many were answered."""
    policy = OutboundPolicy(networks=Networks.parse("127.0.0.0/8"), ports=Ports.parse("1024-65535"), plain_http=True)
    client = GuardedClient(policy)
    wanted, end, count = cycle(paths), monotonic() + seconds, 0

    async def one_by_one() -> None:
        nonlocal count
        while monotonic() < end:
            url = f"http://{HOST}:{port}{next(wanted)}"
            await client.send(OutboundRequest("POST", url, HEADERS, BODY))
            count += 1

    await asyncio.gather(*[one_by_one() for _ in range(at_once)])
    await client.aclose()
    return count


if __name__ == "__main__":
    wanted_port, wanted_seconds, wanted_at_once, *wanted_paths = sys.argv[1:]
    counted = uvloop.run(play(int(wanted_port), float(wanted_seconds), int(wanted_at_once), wanted_paths))
    sys.stdout.write(str(counted))
