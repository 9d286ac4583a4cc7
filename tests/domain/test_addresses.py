"""Addresses and ports that may be called: special ranges, lists that open some of them, those that nothing opens."""

from ipaddress import ip_address

import pytest

from app.domain.addresses import PUBLIC_ONLY, Networks, Ports, address_of, refused
from tests.each import each

NEVER = {
    "0.0.0.0": "unspecified",  # noqa: S104 - no server binds it here
    "0.1.2.3": "unspecified",
    "100.100.100.200": "metadata",
    "168.63.129.16": "metadata",
    "192.0.0.192": "metadata",
    "169.254.0.1": "link_local",
    "169.254.169.254": "link_local",
    "224.0.0.1": "multicast",
    "239.255.255.250": "multicast",
    "240.0.0.1": "reserved",
    "255.255.255.255": "reserved",
    "::": "unspecified",
    "::ffff:8.8.8.8": "ipv4_in_ipv6",
    "::ffff:127.0.0.1": "ipv4_in_ipv6",
    "::ffff:a9fe:a9fe": "ipv4_in_ipv6",
    "64:ff9b::7f00:1": "nat64",
    "64:ff9b::808:808": "nat64",
    "64:ff9b:1::a00:1": "nat64",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2": "teredo",
    "2002:7f00:1::": "6to4",
    "2002:a9fe:a9fe::1": "6to4",
    "fd00:ec2::254": "metadata",
    "fe80::1": "link_local",
    "fe80::1%eth0": "zone",
    "2606:4700::1111%1": "zone",
    "ff02::1": "multicast",
}
UNLESS_LISTED = {
    "10.0.0.1": "private",
    "10.255.255.255": "private",
    "100.64.0.1": "carrier_grade_nat",
    "100.127.255.254": "carrier_grade_nat",
    "127.0.0.1": "loopback",
    "127.255.255.254": "loopback",
    "172.16.0.1": "private",
    "172.31.255.255": "private",
    "192.0.0.8": "protocol_assignment",
    "192.0.2.1": "documentation",
    "192.31.196.1": "protocol_assignment",
    "192.52.193.1": "protocol_assignment",
    "192.88.99.1": "6to4",
    "192.168.1.1": "private",
    "192.175.48.1": "protocol_assignment",
    "198.18.0.1": "benchmark",
    "198.19.255.255": "benchmark",
    "198.51.100.7": "documentation",
    "203.0.113.7": "documentation",
    "::1": "loopback",
    "::2": "reserved",
    "::7f00:1": "reserved",
    "100::1": "discard",
    "2001:2::1": "protocol_assignment",
    "2001:10::1": "protocol_assignment",
    "2001:20::1": "protocol_assignment",
    "2001:db8::1": "documentation",
    "2620:4f:8000::1": "protocol_assignment",
    "3fff::1": "documentation",
    "5f00::1": "segment_routing",
    "fc00::1": "private",
    "fdff::1": "private",
    "fec0::1": "private",
    "4000::1": "reserved",
}
PUBLIC = [
    "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "114.114.114.114",
    "126.255.255.255", "128.0.0.1", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.255.255",
    "198.17.255.255", "198.20.0.0",
    "223.255.255.255", "2400:3200::1", "2606:4700:4700::1111", "2a00:1450:4001::200e",
]  # fmt: skip
EVERYTHING = Networks.parse("0.0.0.0/0, ::/0")


@each(("text", "reason"), [*NEVER.items(), *UNLESS_LISTED.items()])
def test_a_special_address_is_refused_with_its_reason(text, reason):
    assert refused(ip_address(text)) == reason


@each("text", PUBLIC)
def test_a_public_address_is_open(text):
    assert refused(ip_address(text), [PUBLIC_ONLY]) is None


def test_a_list_opens_what_is_not_public_and_never_what_hides_or_answers_for_a_cloud():
    assert {text for text in UNLESS_LISTED if refused(ip_address(text), [EVERYTHING]) is not None} == set()
    assert {text: refused(ip_address(text), [PUBLIC_ONLY, EVERYTHING]) for text in NEVER} == NEVER


def test_a_list_opens_its_own_networks_only():
    court = Networks.parse("10.20.0.0/16,fd12:3456::/32")

    assert [refused(ip_address(text), [court]) for text in ("10.20.255.1", "fd12:3456::9", "1.1.1.1")] == [None] * 3
    assert [refused(ip_address(text), [court]) for text in ("10.21.0.1", "fd12:3457::1")] == ["private"] * 2


@each("text", ["10.0.0.1/8", "10.0.0.0/33", "intranet", "10.0.0.0 /8", "10.0.0.0/8;127.0.0.0/8"])
def test_what_is_no_network_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match=r"\S"):
        Networks.parse(text)


def test_ports_are_numbers_and_ranges():
    ports = Ports.parse("443, 8000-8002")

    assert [port for port in (0, 442, 443, 444, 7999, 8000, 8002, 8003) if port in ports] == [443, 8000, 8002]
    assert [port for port in (80, 443, 8443) if port in Ports()] == [443]


@each("text", ["", "0", "65536", "443-80", "https", "1-", "-1", "443,,8443"])
def test_what_is_no_port_is_not_taken_for_one(text):
    with pytest.raises(ValueError, match=r"\S"):
        Ports.parse(text)


def test_a_resolvers_answer_is_an_address_or_nothing():
    assert [address_of(text) for text in ("127.1", "0177.0.0.1", "name", "")] == [None] * 4
    assert str(address_of("fe80::1%2")) == "fe80::1%2"
