"""Reading an address on the Web so strictly that no two programs can read it in two ways.

Parsers disagree about user information, brackets, backslashes, numbers for addresses and dots of other scripts, and
guards were passed by every one of them. Whatever is not plain is refused.
"""

import re
import unicodedata
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address

from app.domain.addresses import PORT_MAX, Address, Ports
from app.domain.outbound import OutboundReason, Rejected

URL_LENGTH_MAX = 2048
NAME_LENGTH_MAX = 253
STANDARD_PORTS = {"https": 443, "http": 80}

EVERY_PORT = Ports(((1, PORT_MAX),))

_URL = re.compile(r"(?P<scheme>https?)://(?P<authority>[^/?#]+)(?P<rest>[^#]*)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?P<host>\[[0-9a-fA-F:.]+\]|[^\[\]:@%\\]+)(?::(?P<port>[0-9]{1,5}))?")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_REST = re.compile(r"[!$&'()*+,;=:@/?\w.~%-]*", re.ASCII)
_DOTS = re.compile(r"/(?:\.|%2e){1,2}(?:/|$)", re.IGNORECASE)
_BROKEN_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_LETTERS = frozenset({"Ll", "Lu", "Lo", "Lm", "Mn", "Mc", "Nd"})
_READ_IN_TWO_WAYS = frozenset("ßς\u200c\u200d\u3002\uff0e\uff61")
"""Letters and dots that the two generations of international names turn into different names."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes, with nothing left to read in two ways.

    Attributes:
        scheme: `https` or `http`.
        host: The name in ASCII and small letters without a last dot, or the address without brackets.
        port: TCP port.
        rest: Path and query, beginning with `/`.
        literal: The address, where no name was given.
    """

    scheme: str
    host: str
    port: int
    rest: str
    literal: Address | None

    @property
    def host_header(self) -> str:
        """What the request says in `Host`."""
        return self._with_port(f"[{self.host}]" if ":" in self.host else self.host)

    @property
    def uri(self) -> str:
        """The whole address, as whoever is called puts it together from `Host` and request line."""
        return f"{self.scheme}://{self.host_header}{self.rest}"

    def at(self, address: Address) -> str:
        """The URL with a checked address in place of the name."""
        return f"{self.scheme}://{self._with_port(f'[{address}]' if ':' in str(address) else str(address))}{self.rest}"

    def _with_port(self, host: str) -> str:
        return host if self.port == STANDARD_PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str, ports: Ports, *, plain_http: bool = False) -> Target:
    """Read a URL.

    Args:
        url: As somebody wrote it.
        ports: Those that may be spoken to.
        plain_http: Whether `http` may be used at all; to which networks is judged when the address is known.

    Raises:
        Rejected: `url_refused`.
    """
    found = _URL.fullmatch(url) if len(url) <= URL_LENGTH_MAX else None
    inner = _AUTHORITY.fullmatch(found["authority"]) if found else None
    if found is None or inner is None:
        raise _refused()
    scheme, rest = found["scheme"].lower(), found["rest"]
    if scheme == "http" and not plain_http:
        raise _refused()
    if not _REST.fullmatch(rest) or _BROKEN_PERCENT.search(rest) or _DOTS.search(rest.partition("?")[0]):
        raise _refused()
    port = STANDARD_PORTS[scheme] if inner["port"] is None else int(inner["port"])
    if port not in ports:
        raise _refused()
    host, literal = _host(inner["host"])
    return Target(scheme, host, port, rest if rest.startswith("/") else f"/{rest}", literal)


def uri_of(url: str) -> str:
    """The address of a request to a URL, whatever its port; a ValueError where there is no request to it."""
    try:
        return target_of(url, EVERY_PORT, plain_http=True).uri
    except Rejected as refusal:
        raise ValueError("nobody calls that") from refusal


def _refused() -> Rejected:
    return Rejected(OutboundReason.URL_REFUSED)


def _host(text: str) -> tuple[str, Address | None]:
    """Name or address; an address only in its one ordinary form."""
    try:
        if text.startswith("["):
            six = IPv6Address(text[1:-1])
            return str(six), six
        name = _ascii_name(text)
        if _NUMBER.fullmatch(name.rpartition(".")[2]):
            four = IPv4Address(name)
            return str(four), four
    except ValueError:
        raise _refused() from None
    return name, None


def _ascii_name(text: str) -> str:
    """The name as it is looked up.

    Raises:
        ValueError: it is no name.
    """
    strange = [letter for letter in text if not letter.isascii() and unicodedata.category(letter) not in _LETTERS]
    younger = [letter for letter in text.lower() if unicodedata.ucd_3_2_0.category(letter) == "Cn"]  # See RFC 3490.
    if strange or younger or unicodedata.normalize("NFKC", text) != text or _READ_IN_TWO_WAYS & set(text):
        raise ValueError("not in its normal form")
    name = text.lower() if text.isascii() else text.encode("idna").decode("ascii").lower()
    if not text.isascii() and name.encode().decode("idna") != text.lower():
        raise ValueError("letters that were left out")
    name = name.removesuffix(".")
    if len(name) > NAME_LENGTH_MAX or not all(_LABEL.fullmatch(label) for label in name.split(".")):
        raise ValueError("not a name")
    return name
