"""Which network addresses the service may speak to; tables and pure rules, no look-up.

A name is never judged here, only what it leads to. Ranges follow the registries of special-purpose addresses (RFC 6890)
and what clouds answer their own machines on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

PORT_MAX = 65535


def _ranges(*rows: tuple[str, str]) -> tuple[tuple[Network, str], ...]:
    return tuple((ip_network(network), reason) for network, reason in rows)


ALWAYS_REFUSED = _ranges(
    ("0.0.0.0/8", "unspecified"),
    ("100.100.100.200/32", "metadata"),
    ("168.63.129.16/32", "metadata"),
    ("169.254.0.0/16", "link_local"),
    ("192.0.0.192/32", "metadata"),
    ("224.0.0.0/4", "multicast"),
    ("240.0.0.0/4", "reserved"),
    ("::/128", "unspecified"),
    ("::ffff:0:0/96", "ipv4_in_ipv6"),
    ("64:ff9b::/96", "nat64"),
    ("64:ff9b:1::/48", "nat64"),
    ("2001::/32", "teredo"),
    ("2002::/16", "6to4"),
    ("fd00:ec2::254/128", "metadata"),
    ("fe80::/10", "link_local"),
    ("ff00::/8", "multicast"),
)
"""No list opens these: nobody's server answers there, a cloud's own does, or another address hides inside."""

NOT_PUBLIC = _ranges(
    ("10.0.0.0/8", "private"),
    ("100.64.0.0/10", "carrier_grade_nat"),
    ("127.0.0.0/8", "loopback"),
    ("172.16.0.0/12", "private"),
    ("192.0.0.0/24", "protocol_assignment"),
    ("192.0.2.0/24", "documentation"),
    ("192.31.196.0/24", "protocol_assignment"),
    ("192.52.193.0/24", "protocol_assignment"),
    ("192.88.99.0/24", "6to4"),
    ("192.168.0.0/16", "private"),
    ("192.175.48.0/24", "protocol_assignment"),
    ("198.18.0.0/15", "benchmark"),
    ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"),
    ("::1/128", "loopback"),
    ("100::/64", "discard"),
    ("2001:db8::/32", "documentation"),
    ("2001::/23", "protocol_assignment"),
    ("2620:4f:8000::/48", "protocol_assignment"),
    ("3fff::/20", "documentation"),
    ("5f00::/16", "segment_routing"),
    ("fc00::/7", "private"),
    ("fec0::/10", "private"),
)
"""Reached only where a list of the deployment or of the call has them."""

PUBLIC_IPV6 = ip_network("2000::/3")


@dataclass(frozen=True, slots=True)
class Networks:
    """Networks that may be reached besides public addresses, such as those of a court's private line.

    They are granted by who runs the deployment; what a tenant writes never becomes one.
    """

    ranges: tuple[Network, ...] = ()

    @classmethod
    def parse(cls, text: str) -> "Networks":
        """Networks in CIDR form, separated by commas; no text for none.

        Raises:
            ValueError: one is not a network, or has bits behind its mask.
        """
        return cls(tuple(ip_network(part.strip()) for part in text.split(",") if part.strip()))

    def __contains__(self, address: Address) -> bool:
        return any(address in network for network in self.ranges)


PUBLIC_ONLY = Networks()


def refused(address: Address, allowed: Sequence[Networks] = ()) -> str | None:
    """Why an address may not be spoken to, or None.

    Args:
        address: What a name led to, or a literal.
        allowed: Lists that open what is not public; they do not open `ALWAYS_REFUSED`.
    """
    if getattr(address, "scope_id", None) is not None:
        return "zone"
    for network, reason in ALWAYS_REFUSED:
        if address in network:
            return reason
    if any(address in networks for networks in allowed):
        return None
    for network, reason in NOT_PUBLIC:
        if address in network:
            return reason
    return "reserved" if address.version == 6 and address not in PUBLIC_IPV6 else None  # noqa: PLR2004 - IPv6


def address_of(text: str) -> Address | None:
    """The address that a resolver's answer or a literal spells in its ordinary form, or None."""
    try:
        return ip_address(text)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Ports:
    """TCP ports that may be spoken to, as inclusive ranges."""

    ranges: tuple[tuple[int, int], ...] = ((443, 443),)

    @classmethod
    def parse(cls, text: str) -> "Ports":
        """Ports and ranges separated by commas, such as `443,8000-8999`.

        Raises:
            ValueError: one is no port, or a range ends before it begins.
        """
        ranges = []
        for part in text.split(","):
            first, dash, last = part.strip().partition("-")
            low, high = int(first), int(last if dash else first)
            if not 0 < low <= high <= PORT_MAX:
                raise ValueError("not a range of ports")
            ranges.append((low, high))
        return cls(tuple(ranges))

    def __contains__(self, port: int) -> bool:
        return any(low <= port <= high for low, high in self.ranges)


HTTPS_ONLY = Ports()
