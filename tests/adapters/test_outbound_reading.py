"""URLs as several programs read them: whatever the guard lets through, they all understand as the guard did."""

from ipaddress import ip_address
from urllib.parse import urlsplit

import httpx
import yarl
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.domain.addresses import Ports, address_of
from app.domain.outbound import Rejected
from app.domain.outbound_url import target_of
from app.settings import Settings
from app.wiring import outbound_policy_of, signer_of

ANY_PORT = Ports.parse("1-65535")
PIECES = [
    *(
        "https://",
        "http://",
        "//",
        "/",
        "\\",
        "@",
        ":",
        "#",
        "?",
        "%",
        "%2e",
        "%40",
        "[",
        "]",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ),
    *("127.0.0.1", "127.1", "0x7f000001", "2130706433", "017700000001", "1.1.1.1", "example.com", "EXAMPLE.com"),
    *(
        "例子.中国",
        "ß.de",
        ".",
        "..",
        "。",
        "．",
        "xn--fsqu00a.xn--fiqs8s",
        "xn--",
        "a-b",
        "_x",
        "localhost",
        "443",
        "8443",
    ),
    *(
        "0",
        "65536",
        "user",
        "pass",
        " ",
        "\t",
        "\r\n",
        "\x00",
        "\u200d",
        "\u00ad",
        "\u2024",
        "\ufeff",
        "①",
        "ⓔ",
        "𝟏",
        "％",
    ),
    *("/../", "/./", "&a=b", ";x", "'", "(", "~", "|", "^", "¡", "☃", "é", "É", "ש", "ا"),
]
URLS = st.one_of(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=7).map("".join),
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(lambda parts: "https://" + "".join(parts)),
    st.text(max_size=30).map(lambda text: f"https://{text}"),
    st.text(max_size=12).map(lambda text: f"https://{text}.example.com/"),
)


def by_the_standard_library(url):
    split = urlsplit(url)
    return split.hostname, split.port, split.username or ""


def by_httpx(url):
    read = httpx.URL(url)
    return read.raw_host.decode(), read.port, read.userinfo.decode()


def by_yarl(url):
    read = yarl.URL(url)
    return read.raw_host, read.port, read.user or ""


def plain(host):
    """A host as a name server gets it."""
    text = (host or "").strip("[]").rstrip(".").lower()
    name = text if text.isascii() else text.encode("idna").decode()
    return str(address_of(name) or name)


@settings(max_examples=600, deadline=None)
@given(URLS)
@example("https://例子.中国:8443/a?b")
@example("https://[2400:3200::1]/")
@example("https://Ꭰ")
def test_what_is_let_through_is_read_by_every_program_as_the_guard_read_it(url):
    try:
        target = target_of(url, ANY_PORT, plain_http=True)
    except Rejected:
        return

    assert target.host.isascii()
    for read in (by_the_standard_library, by_httpx, by_yarl):
        try:
            host, port, user = read(url)
        except (ValueError, httpx.InvalidURL):
            continue  # It refuses what we let through, and is never given it.
        assert (plain(host), port or target.port, user) == (target.host, target.port, ""), read


@settings(max_examples=200, deadline=None)
@given(URLS, st.ip_addresses().filter(lambda address: getattr(address, "scope_id", None) is None))
def test_the_library_is_given_the_checked_address_and_nothing_else(url, address):
    try:
        target = target_of(url, ANY_PORT, plain_http=True)
    except Rejected:
        return

    given_to = yarl.URL(str(httpx.URL(target.at(address))))
    assert ip_address(given_to.host) == address
    assert (given_to.port, given_to.scheme, given_to.user) == (target.port, target.scheme, None)


def test_the_settings_of_a_deployment_reach_the_client_and_the_signer(tmp_path):
    settings = Settings(
        data_dir=tmp_path,
        outbound_networks="10.20.0.0/16, fd12::/32",
        outbound_ports="443,8000-8999",
        outbound_plain_http=True,
        outbound_proxy="http://user:hunter2@proxy:3128",
        outbound_answer_limit_bytes=4096,
    )

    policy = outbound_policy_of(settings)

    assert address_of("10.20.3.4") in policy.networks
    assert (8443 in policy.ports, 22 in policy.ports, policy.plain_http) == (True, False, True)
    assert (policy.proxy, policy.body_limit_bytes) == ("http://user:hunter2@proxy:3128", 4096)
    assert "hunter2" not in repr(policy) + repr(settings)
    assert signer_of(settings).kinds == {"v1", "v1a", "v1sm3", "rfc9421"}
    assert signer_of(Settings(data_dir=tmp_path, asymmetric_signing=False)).kinds == {"v1", "v1sm3"}
