"""The contract as the code makes it."""

from functools import cache

from app.main import contract


@cache
def the_contract():
    """Made once in a process, since that takes a second; nobody changes it."""
    return contract()
