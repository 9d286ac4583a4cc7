"""Help with a judge's own mediation, and what a labour arbitration commission delegates: kind and tracks.

An older release knows none of them and goes on writing what it wrote.
"""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

OLD_KINDS = ("pre_filing", "post_filing", "direct", "transferred")
KINDS = (*OLD_KINDS, "assisted")
OLD_TRACKS = ("pre_filing_2016", "pre_filing_2022", "post_filing_2016", "post_filing_first", "in_trial", "direct")
TRACKS = (*OLD_TRACKS, "judge_led", "commission_delegated")
OLD_OF_COURT = ("pre_filing", "post_filing")
OF_COURT = (*OLD_OF_COURT, "assisted")


def _one_of(column: str, values: tuple[str, ...]) -> str:
    listed = ", ".join(f"'{value}'" for value in values)
    return f"{column} IN ({listed})"


def _check(table: str, name: str, condition: str) -> None:
    op.drop_constraint(op.f(f"ck_{table}_{name}"), table, type_="check")
    op.create_check_constraint(op.f(f"ck_{table}_{name}"), table, condition)


def _checks(kinds: tuple[str, ...], tracks: tuple[str, ...], of_court: tuple[str, ...]) -> None:
    _check("referrals", "kind", _one_of("kind", kinds))
    _check("referrals", "track", _one_of("track", tracks))
    _check("court_tracks", "track", _one_of("track", tracks))
    referrer = f"({_one_of('kind', of_court)}) = (court_id IS NOT NULL)"
    referrer += " AND (kind = 'transferred') = (referring_body_id IS NOT NULL)"
    _check("referrals", "referrer", referrer)


def upgrade() -> None:
    _checks(KINDS, TRACKS, OF_COURT)


def downgrade() -> None:
    op.execute("DELETE FROM court_tracks WHERE track IN ('judge_led', 'commission_delegated')")
    _checks(OLD_KINDS, OLD_TRACKS, OLD_OF_COURT)
