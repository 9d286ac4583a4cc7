"""Which events an endpoint wants, and in which lane they wait: said once, for the sequencer and for replays.

Parts of statements over `webhook_endpoints AS e` and `events AS v`; nothing from outside ever enters them.
"""

from typing import Final

WANTED: Final = """(
    (e.types = '{}' OR v.type = ANY (e.types) OR split_part(v.type, '.', 1) || '.*' = ANY (e.types))
    AND (e.court_ids = '{}' OR e.court_ids && v.audience)
    AND (e.organisation_ids = '{}' OR e.organisation_ids && v.audience)
)"""
"""The endpoint's own filters: types or their kinds, and whoever is among the event's audience."""

LANE: Final = """CASE WHEN v.subject_kind = 'deadline'
    THEN coalesce((v.body ->> 'referral_id')::uuid, v.subject_id) ELSE v.subject_id END"""
"""The lane of an event; a warning before a last day waits in that of its referral."""
