"""One way to ask what a use case refuses."""

import pytest

from app.domain.errors import Refusal


async def refused(awaitable):
    with pytest.raises(Refusal) as refusal:
        await awaitable
    return refusal.value
