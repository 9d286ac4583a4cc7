"""How many rows a statement is planned for.

A plan that is kept for any arguments takes an unknown LIMIT for a tenth of all rows. On large tables it then looks
dearer than a new plan, and every page is planned again, which costs more than to read it. So a text names a round
bound, and the exact limit is a parameter above it.
"""

ROUND = (16, 64, 256, 1024)


def bound_of(limit: int) -> int:
    """The least round number of rows that holds the limit; the limit itself where none does."""
    return next((number for number in ROUND if number >= limit), limit)
