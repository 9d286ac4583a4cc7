"""URLs that may be called. Each line of the table below was once read in two ways by two programs."""

import pytest

from app.domain.addresses import Ports, address_of, refused
from app.domain.outbound import NoOutbound, OutboundReason, OutboundRequest, Rejected, Unavailable, Unreadable
from app.domain.outbound_url import target_of
from tests.each import each

PORTS = Ports.parse("80,443,8443")

EVASIONS = [
    # numbers that stand for an address in some other way
    "https://2130706433/", "https://0x7f000001/", "https://0x7f.0.0.1/", "https://0177.0.0.1/", "https://017700000001/",
    "https://127.1/", "https://127.0.1/", "https://127.0.0.1.1/", "https://0/", "https://0x/", "https://127.0.0.01/",
    "https://127.0.0.0x1/", "https://256.0.0.1/", "https://1.2.3/", "https://example.com.1/", "https://example.0x7f/",
    "https://３.0.0.1/", "https://①②⑦.0.0.1/", "https://127。0。0。1/", "https://127．0．0．1/", "https://127｡0｡0｡1/",
    # brackets and zones
    "https://[::1/", "https://::1/", "https://[::1]]/", "https://[[::1]]/", "https://[127.0.0.1]/", "https://[::1%25eth0]/",
    "https://[fe80::1%eth0]/", "https://[::ffff:127.0.0.1].example.com/", "https://[example.com]/", "https://[]/",
    "https://example.com]/", "https://[v1.fe80::a]/", "https://[::1]example.com/",
    # user information and what looks like it
    "https://user@example.com/", "https://user:pass@example.com/", "https://example.com@127.0.0.1/", "https://@127.0.0.1/",
    "https://example.com:443@127.0.0.1/", "https://127.0.0.1\\@example.com/", "https://example.com\\.127.0.0.1/",
    "https:\\\\example.com/", "https://example.com%40127.0.0.1/", "https://127.0.0.1%2f@example.com/",
    # percent signs, blanks, control characters
    "https://%31%32%37.0.0.1/", "https://127.0.0.1%00.example.com/", "https://ex%61mple.com/", "https://exam ple.com/",
    " https://example.com/", "https://example.com/ ", "https://example.com/\r\nHost: x", "https://exam\tple.com/",
    "https://example.com\x00/", "https://example.com/a b", "https://example.com/%", "https://example.com/%zz",
    "https://example.com/a/../b", "https://example.com/.", "https://example.com/%2E%2e/a", "https://example.com/a/.%2e?b",
    "https://example.com/路径", "https://example.com/\x7f", "https://example.com/<x>",
    # dots
    "https://example.com../", "https://.example.com/", "https://exam..ple.com/", "https://./", "https:///", "https://",
    "https://例子。中国/", "https://例子．中国/",
    # letters that change on the way
    "https://ⓔxample.com/", "https://EXAMPLE．com/", "https://faß.de/", "https://βόλος.com/", "https://a\u200db.com/",
    "https://\u202eexample.com/", "https://ﬁle.example.com/", "https://exa\u00admple.com/", "https://exa\ufe0fmple.com/",
    # names that are none
    "https://-example.com/", "https://example-.com/", f"https://{'a' * 64}.com/", f"https://{'a.' * 127}com/", "https://*.com/",
    "https://exa'mple.com/", "https://example.com;127.0.0.1/", "https://example.com,127.0.0.1/",
    # ports
    "https://example.com:22/", "https://example.com:0/", "https://example.com:65979/", "https://example.com:/",
    "https://example.com:443:80/", "https://example.com:+443/", "https://example.com:４４３/", "https://example.com:99999999443/",
    "https://127.0.0.1:6379/", "https://example.com:http/",
    # schemes
    "http://example.com/", "HTTP://example.com/", "ftp://example.com/", "file:///etc/passwd", "gopher://127.0.0.1:443/",
    "//example.com/", "example.com", "javascript://example.com/", "https:example.com/", "https:/example.com/", "",
    "unix://example.com/", "https+unix://example.com/", "https://example.com/#@127.0.0.1", "https://example.com#127.0.0.1",
    f"https://example.com/{'a' * 2048}",
]  # fmt: skip

SPECIAL_LITERALS = [
    "https://127.0.0.1/", "https://127.0.0.1./", "https://0.0.0.0/", "https://10.0.0.1:8443/", "https://169.254.169.254/latest/meta-data/",
    "https://100.100.100.200/", "https://192.168.0.1/?q=1", "https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:7f00:1]/", "https://[0:0:0:0:0:ffff:a9fe:a9fe]/", "https://[64:ff9b::7f00:1]/", "https://[2002:7f00:1::]/",
    "https://[fd00::1]/", "https://[fe80::1]/", "https://[ff02::1]/", "https://[2001:db8::1]/", "https://[5f00::1]/",
    "https://[0000:0000:0000:0000:0000:0000:0000:0001]/", "https://[::127.0.0.1]/", "https://[100::1]/",
]  # fmt: skip


@each("url", EVASIONS)
def test_a_url_that_can_be_read_in_two_ways_is_refused(url):
    with pytest.raises(Rejected) as failure:
        target_of(url, PORTS)

    assert failure.value.reason == "url_refused"


@each("url", SPECIAL_LITERALS)
def test_an_address_in_place_of_a_name_is_seen_as_the_address_that_it_is(url):
    target = target_of(url, PORTS)

    assert target.literal == address_of(target.host)
    assert target.literal is not None
    assert refused(target.literal) is not None


def test_there_are_enough_of_them():
    assert len(set(EVASIONS)) + len(set(SPECIAL_LITERALS)) >= 120


@each(
    ("url", "host", "port", "rest", "host_header"),
    [
        ("https://example.com", "example.com", 443, "/", "example.com"),
        ("HTTPS://Example.COM./a/b?c=d&e=%E8%B0%83", "example.com", 443, "/a/b?c=d&e=%E8%B0%83", "example.com"),
        ("https://example.com/..a/.b/c..?../x", "example.com", 443, "/..a/.b/c..?../x", "example.com"),
        ("https://example.com?x=1", "example.com", 443, "/?x=1", "example.com"),
        ("https://example.com:8443/", "example.com", 8443, "/", "example.com:8443"),
        ("https://例子.中国/接"[:-1], "xn--fsqu00a.xn--fiqs8s", 443, "/", "xn--fsqu00a.xn--fiqs8s"),
        ("https://hooks_1.a-b.example.com:443/", "hooks_1.a-b.example.com", 443, "/", "hooks_1.a-b.example.com"),
        ("https://[2400:3200:0::1]:8443/x", "2400:3200::1", 8443, "/x", "[2400:3200::1]:8443"),
        ("https://1.1.1.1/", "1.1.1.1", 443, "/", "1.1.1.1"),
    ],
)
def test_an_ordinary_url_is_read(url, host, port, rest, host_header):
    target = target_of(url, PORTS)

    assert (target.host, target.port, target.rest, target.host_header) == (host, port, rest, host_header)


def test_a_checked_address_takes_the_place_of_the_name():
    target = target_of("https://example.com:8443/a?b", PORTS)

    assert target.at(address_of("1.2.3.4")) == "https://1.2.3.4:8443/a?b"
    assert target.at(address_of("2400:3200::1")) == "https://[2400:3200::1]:8443/a?b"


def test_plain_http_is_read_where_the_deployment_allows_it():
    target = target_of("http://court.internal/x", PORTS, plain_http=True)

    assert (target.scheme, target.port, target.at(address_of("10.0.0.1"))) == ("http", 80, "http://10.0.0.1/x")


async def test_a_program_without_a_door_says_so_and_blames_nobody():
    with pytest.raises(Unavailable) as failure:
        await NoOutbound().send(OutboundRequest("GET", "https://example.com/", {}, b""))

    assert (failure.value.reason, failure.value.ours) == ("switched_off", True)
    assert Unavailable(OutboundReason.PROXY_FAILED).ours
    assert not Unreadable(OutboundReason.NOT_HTTP).ours


def test_what_is_sent_is_not_shown():
    assert "secret" not in repr(OutboundRequest("GET", "https://example.com/", {"authorization": "secret"}, b"secret"))
