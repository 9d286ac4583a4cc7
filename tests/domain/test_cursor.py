import base64
import string
import zlib
from uuid import UUID

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.domain.access import TenantId
from app.domain.cursor import EPOCH_MAX, POSITION_MAX, WAY_BACK, Cursor, decode, encode, expired
from app.domain.errors import Refusal

ALPHABET = string.ascii_letters + string.digits + "-_"

cursors = st.builds(
    Cursor,
    tenant_id=st.uuids().map(TenantId),
    epoch=st.integers(0, EPOCH_MAX),
    position=st.integers(0, POSITION_MAX),
)
A_CURSOR = Cursor(TenantId(UUID("0192f0c1-2345-7000-8000-000000000001")), 1, 42)


@given(cursors)
def test_a_cursor_survives_the_round_trip(cursor):
    assert decode(encode(cursor), cursor.tenant_id, cursor.epoch) == cursor


@given(cursors)
def test_a_cursor_can_stand_in_a_url_as_it_is(cursor):
    assert len(encode(cursor)) == 44
    assert set(encode(cursor)) <= set(ALPHABET)


@given(cursors, st.integers(0, 33 * 8 - 1))
def test_any_flipped_bit_is_refused(cursor, bit):
    content = int.from_bytes(base64.urlsafe_b64decode(encode(cursor))) ^ 1 << bit
    damaged = base64.urlsafe_b64encode(content.to_bytes(33)).decode()

    with pytest.raises(Refusal, match="cursor_invalid"):
        decode(damaged, cursor.tenant_id, cursor.epoch)


@given(cursors, st.integers(0, 43), st.sampled_from(ALPHABET))
def test_any_changed_character_is_refused(cursor, place, character):
    whole = encode(cursor)
    assume(whole[place] != character)

    with pytest.raises(Refusal, match="cursor_invalid"):
        decode(whole[:place] + character + whole[place + 1 :], cursor.tenant_id, cursor.epoch)


@given(cursors, st.uuids().map(TenantId))
def test_another_tenants_cursor_is_refused_like_any_nonsense(cursor, other):
    assume(other != cursor.tenant_id)

    with pytest.raises(Refusal) as refused:
        decode(encode(cursor), other, cursor.epoch)

    assert (refused.value.code, refused.value.facts, refused.value.pointer) == ("cursor_invalid", {}, "/after")


@given(st.text())
def test_any_text_that_we_did_not_give_is_refused(text):
    with pytest.raises(Refusal, match="cursor_invalid"):
        decode(text, A_CURSOR.tenant_id, A_CURSOR.epoch)


@pytest.mark.parametrize(
    "disguise",
    [
        lambda whole: whole + "=",
        lambda whole: whole + "\n",
        lambda whole: " " + whole,
        lambda whole: whole[:-1],
        lambda whole: whole + "AAAA",
        lambda whole: "４２" + whole[2:],
    ],
)
def test_a_cursor_has_one_spelling_only(disguise):
    with pytest.raises(Refusal, match="cursor_invalid"):
        decode(disguise(encode(A_CURSOR)), A_CURSOR.tenant_id, A_CURSOR.epoch)


def test_a_cursor_of_an_unknown_version_is_refused():
    body = b"\x02" + base64.urlsafe_b64decode(encode(A_CURSOR))[1:29]
    text = base64.urlsafe_b64encode(body + zlib.crc32(body).to_bytes(4)).decode()

    with pytest.raises(Refusal, match="cursor_invalid"):
        decode(text, A_CURSOR.tenant_id, A_CURSOR.epoch)


def test_a_cursor_of_another_epoch_is_told_so_with_what_is_needed_to_start_again():
    with pytest.raises(Refusal) as refused:
        decode(encode(A_CURSOR), A_CURSOR.tenant_id, 2)

    assert refused.value.code == "feed_epoch_changed"
    assert refused.value.facts == {"epoch": 2, "cursor_epoch": 1, "cursor_position": 42, "way_back": WAY_BACK}


def test_an_expired_cursor_is_told_the_oldest_that_holds():
    refusal = expired(A_CURSOR, 50)

    assert (refusal.code, refusal.pointer) == ("cursor_expired", "/after")
    assert decode(refusal.facts["oldest"], A_CURSOR.tenant_id, A_CURSOR.epoch).position == 50
    assert refusal.facts["oldest_position"] == 51


@pytest.mark.parametrize(("epoch", "position"), [(-1, 0), (EPOCH_MAX + 1, 0), (1, -1), (1, POSITION_MAX + 1)])
def test_no_cursor_is_made_of_numbers_that_it_can_not_hold(epoch, position):
    with pytest.raises(ValueError, match="no such epoch or position"):
        encode(Cursor(A_CURSOR.tenant_id, epoch, position))
