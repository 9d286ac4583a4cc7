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

SUBJECT: Final = """CASE WHEN v.subject_kind = 'deadline'
    THEN coalesce((v.body ->> 'referral_id')::uuid, v.subject_id) ELSE v.subject_id END"""
"""Whose an event is; a warning before a last day is its referral's."""

LANE: Final = f"""CASE WHEN e.order_over = 'endpoint' THEN e.id ELSE {SUBJECT} END"""
"""The lane of an event: that of its subject, or the only one of an endpoint that wants one order over all."""
