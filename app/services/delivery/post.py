"""What deliveries need beside the ports of all use cases, and the bounds that a deployment sets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from app.domain.delivery_port import Referee
from app.domain.ports import Ports
from app.services.delivery.bodies import Bodies

LEASE_MARGIN_SECONDS = 5
ENDPOINTS_MAX = 128
"""Most endpoints with waiting work that one claim looks at; the next goes on behind them."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a deployment allows.

    Attributes:
        endpoint_at_once: Most deliveries to one endpoint at once, by all workers together.
        claim: Most deliveries taken in one transaction.
        dead_after: An endpoint that fails for so long without one success is switched off.
    """

    endpoint_at_once: int = 10
    claim: int = 200
    dead_after: timedelta = timedelta(days=5)


@dataclass(frozen=True, slots=True)
class Post:
    """The post office: everything that a delivery may reach.

    Attributes:
        ports: Database, clock, ids, the guarded client, the signer.
        referee: What a full payload adds.
        chance: A number from 0 to 1, another each time.
        bounds: What the deployment allows.
        bodies: Events as they were written for the endpoint before.
    """

    ports: Ports
    referee: Referee
    chance: Callable[[], float]
    bounds: Bounds
    bodies: Bodies = field(default_factory=Bodies)
