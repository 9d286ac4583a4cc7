"""Personal data as they are shown by default: enough to tell people apart, not enough to reach them."""

from app.domain.referral import PartyDetails

MASK = "*"
_ID_HEAD, _ID_TAIL = 3, 2
_PHONE_HEAD, _PHONE_TAIL = 3, 2


def masked(details: PartyDetails) -> PartyDetails:
    """The details with all but the first character of the name and the edges of the numbers covered; no address."""
    return PartyDetails(
        name=masked_name(details.name),
        id_type=details.id_type,
        id_number=None if details.id_number is None else _edges(details.id_number, _ID_HEAD, _ID_TAIL),
        phone=None if details.phone is None else _edges(details.phone, _PHONE_HEAD, _PHONE_TAIL),
        address=None if details.address is None else MASK * 3,
    )


def masked_name(name: str) -> str:
    """The first character, then one mask for each further one, at most three so that the length says little."""
    return name[:1] + MASK * min(max(len(name) - 1, 1), 3)


def _edges(text: str, head: int, tail: int) -> str:
    """Head and tail of a long text; nothing at all of a short one."""
    if len(text) < 2 * (head + tail):
        return MASK * len(text)
    return text[:head] + MASK * (len(text) - head - tail) + text[-tail:]
