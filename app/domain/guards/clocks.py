"""Conditions about computing last days anew."""

from app.domain.lifecycle import clocks
from app.domain.lifecycle.table import Guard

DATES_DIFFER = Guard("action_not_possible", lambda s: bool(clocks.recomputed(s)))
