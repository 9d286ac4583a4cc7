"""Every kind of referral, its particulars, series, and what people record around a referral.

What an older release wrote stays as it is: new columns are empty or have a default. Wider CHECKs on tables that may be
large are added without a look at the rows that are there; the next step looks.
"""

from collections import defaultdict
from collections.abc import Callable
from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

APP = "sutiao_app"

NEW_TABLES = (
    "series",
    "representatives",
    "claims",
    "service_addresses",
    "materials",
    "notices",
    "messages",
    "urgings",
)

STATES_0002 = (
    "(machine = 'judicial_confirmation' AND state IN "
    "('applied', 'not_accepted', 'under_review', 'confirmed', 'rejected', 'withdrawn')) OR "
    "(machine = 'case_registration' AND state IN ('handed_over', 'registered', 'not_registered'))"
)
STATES = (
    f"{STATES_0002} OR "
    "(machine = 'mediation_statement' AND state IN ('requested', 'made', 'in_force', 'refused', 'repudiated')) OR "
    "(machine = 'suit_withdrawal' AND state IN ('applied', 'permitted', 'refused')) OR "
    "(machine = 'transfer_to_trial' AND state IN ('fee_noticed', 'fee_paid', 'transferred', 'deemed_withdrawn')) OR "
    "(machine = 'labour_arbitration' AND state IN ('referred', 'taken_by_commission', 'not_taken_by_commission'))"
)
CLOSURES = (
    "'agreed', 'partly_agreed', 'performed_at_once', 'withdrawn_after_settlement', 'registered', 'advised_to_sue', "
    "'returned', 'taken_back'"
)
MEDIATION_STATES = (
    "'consulting', 'returned', 'awaiting_acceptance', 'overdue', 'unassigned', 'accepted', 'contacting', 'mediating', "
    "'appraising', 'term_expired', 'mediation_ended', 'closed'"
)
REGIONS = "'mediation', 'agreement', 'judicial_confirmation', 'case_registration'"
NEW_REGIONS = "'mediation_statement', 'suit_withdrawal', 'transfer_to_trial', 'labour_arbitration', 'dossier'"

WIDER = (
    ("referrals", "kind", "kind IN ('pre_filing')", "kind IN ('pre_filing', 'post_filing', 'direct', 'transferred')"),
    (
        "referrals",
        "track",
        "track IN ('pre_filing_2016', 'pre_filing_2022')",
        (
            "track IN ('pre_filing_2016', 'pre_filing_2022', 'post_filing_2016', 'post_filing_first', 'in_trial', "
            "'direct')"
        ),
    ),
    ("referrals", "state", f"state IN ({MEDIATION_STATES})", f"state IN ('submitted', {MEDIATION_STATES})"),
    (
        "referrals",
        "closure",
        f"closure IN ({CLOSURES})",
        (
            f"closure IN ({CLOSURES}, 'mediation_statement', 'closed_by_other_means', 'deemed_withdrawn', 'to_trial', "
            "'to_arbitration')"
        ),
    ),
    ("referrals", "route", "route IN ('filing', 'advised')", "route IN ('filing', 'advised', 'trial', 'arbitration')"),
    (
        "assignments",
        "ending",
        "ending IN ('declined', 'taken_back', 'replaced')",
        "ending IN ('declined', 'taken_back', 'replaced', 'handed_back')",
    ),
    (
        "sessions",
        "state",
        "state IN ('scheduled', 'held', 'missed')",
        "state IN ('scheduled', 'held', 'missed', 'cancelled')",
    ),
    ("clocks", "region", f"region IN ({REGIONS})", f"region IN ({REGIONS}, {NEW_REGIONS})"),
    ("procedures", "state", STATES_0002, STATES),
)
"""(table, name, CHECK until now, CHECK from now on)."""

NEW_CHECKS = (
    ("referrals", "procedure_type", "procedure_type IN ('ordinary', 'summary', 'small_claims')"),
    ("referrals", "arbitration", "arbitration IN ('arbitrated', 'wage_iou')"),
    ("referrals", "viewers", "cardinality(viewers) > 0"),
    (
        "referrals",
        "referrer",
        (
            "(kind IN ('pre_filing', 'post_filing')) = (court_id IS NOT NULL) "
            "AND (kind = 'transferred') = (referring_body_id IS NOT NULL)"
        ),
    ),
)
NEW_KEYS = (
    ("referrals", "referring_body_id", "referring_bodies"),
    ("referrals", "chosen_organisation_id", "organisations"),
    ("referrals", "series_id", "series"),
    ("procedures", "court_id", "courts"),
)

# Who sees one referral of a dispute or series need not see the others, yet all who see one of them see the dispute. Each
# statement of the function sees what was committed before it began, so of two writers at once the second sees the first.
# The lock leaves room for the key lock that the foreign key of every referral of the dispute or series takes: a full lock
# would have two writers wait for each other.
FOLLOW_DISPUTE = """
CREATE FUNCTION sutiao_follow_dispute(wanted uuid) RETURNS void LANGUAGE plpgsql STRICT AS $$
DECLARE
    principal text := COALESCE(current_setting('sutiao.principal', true), '');
BEGIN
    PERFORM set_config('sutiao.principal', 'system', true);
    PERFORM FROM disputes WHERE id = wanted FOR NO KEY UPDATE;
    UPDATE disputes AS d SET viewers = x.seen FROM (
        SELECT array_agg(DISTINCT v ORDER BY v) AS seen
        FROM referrals AS f CROSS JOIN LATERAL unnest(f.viewers) AS v WHERE f.dispute_id = wanted
    ) AS x WHERE d.id = wanted AND d.viewers IS DISTINCT FROM x.seen;
    PERFORM set_config('sutiao.principal', principal, true);
END $$
"""
FOLLOW_SERIES = """
CREATE FUNCTION sutiao_follow_series(wanted uuid) RETURNS void LANGUAGE plpgsql STRICT AS $$
DECLARE
    principal text := COALESCE(current_setting('sutiao.principal', true), '');
BEGIN
    PERFORM set_config('sutiao.principal', 'system', true);
    PERFORM FROM series WHERE id = wanted FOR NO KEY UPDATE;
    UPDATE series AS s SET viewers = x.seen FROM (
        SELECT array_agg(DISTINCT v ORDER BY v) AS seen FROM (
            SELECT unnest(f.viewers) AS v FROM referrals AS f WHERE f.series_id = wanted
            UNION SELECT owner_id FROM series WHERE id = wanted
        ) AS y
    ) AS x WHERE s.id = wanted AND s.viewers IS DISTINCT FROM x.seen;
    PERFORM set_config('sutiao.principal', principal, true);
END $$
"""


def _sealed(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.LargeBinary(), nullable=nullable)


def _text(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _day(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _id(name: str, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.UUID(), nullable=nullable)


def _money(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Numeric(precision=18, scale=2), nullable=True)


def _viewers() -> sa.Column[Any]:
    return sa.Column("viewers", postgresql.ARRAY(sa.UUID()), nullable=False)


def _of_referral(table: str, *columns: sa.schema.SchemaItem) -> None:
    """A table of rows under one referral, as all of them are."""
    op.create_table(
        table,
        _id("id", nullable=False),
        _id("referral_id", nullable=False),
        _viewers(),
        *columns,
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f(f"fk_{table}_referral_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_referral_id"), table, ["referral_id"], unique=False)


def _series() -> None:
    op.create_table(
        "series",
        _id("id", nullable=False),
        _viewers(),
        _text("kind", nullable=False),
        _id("owner_id", nullable=False),
        _day("opened_on", nullable=False),
        _sealed("name_sealed"),
        sa.ForeignKeyConstraint(["owner_id"], ["tenants.id"], name=op.f("fk_series_owner_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )


def _dossier() -> None:
    _of_referral(
        "representatives",
        _id("party_id", nullable=False),
        _text("kind", nullable=False),
        _text("authority", nullable=False),
        _day("from_on", nullable=False),
        _day("until_on"),
        _sealed("name_sealed", nullable=False),
        _text("id_type"),
        _sealed("id_number_sealed"),
        _sealed("phone_sealed"),
    )
    _of_referral(
        "claims",
        _id("party_id", nullable=False),
        _text("kind", nullable=False),
        _money("amount"),
        _text("outcome", nullable=False),
        _day("made_on", nullable=False),
        _day("settled_on"),
        _money("settled_amount"),
        _sealed("text_sealed"),
    )
    _of_referral(
        "service_addresses",
        _id("party_id", nullable=False),
        _text("kind", nullable=False),
        _day("confirmed_on", nullable=False),
        _sealed("address_sealed", nullable=False),
    )
    _of_referral(
        "materials",
        _text("kind", nullable=False),
        _text("source", nullable=False),
        _text("state", nullable=False),
        _id("party_id"),
        _day("requested_on"),
        _day("due_on"),
        _day("supplied_on"),
        _day("received_on"),
        _text("sha256"),
        _text("media_type"),
        _sealed("title_sealed"),
        sa.CheckConstraint(
            "source IN ('court', 'organisation', 'referring_body', 'party')", name=op.f("ck_materials_source")
        ),
        sa.CheckConstraint("state IN ('requested', 'supplied', 'received')", name=op.f("ck_materials_state")),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name=op.f("ck_materials_sha256")),
    )
    _of_referral(
        "notices",
        _id("party_id", nullable=False),
        _text("kind", nullable=False),
        _text("means", nullable=False),
        _day("sent_on", nullable=False),
        _text("result", nullable=False),
        _day("result_on"),
        _id("session_id"),
        sa.CheckConstraint("result IN ('sent', 'received', 'failed')", name=op.f("ck_notices_result")),
    )


def _correspondence() -> None:
    _of_referral(
        "messages",
        _text("sender", nullable=False),
        _text("topic", nullable=False),
        _day("sent_on", nullable=False),
        _id("reply_to"),
        _sealed("text_sealed", nullable=False),
        sa.CheckConstraint("sender IN ('court', 'organisation', 'referring_body')", name=op.f("ck_messages_sender")),
    )
    _of_referral(
        "urgings",
        _text("sender", nullable=False),
        _text("topic", nullable=False),
        _day("urged_on", nullable=False),
        _day("reply_by", nullable=False),
        _day("answered_on"),
        _sealed("text_sealed"),
        _sealed("answer_sealed"),
        sa.CheckConstraint("sender IN ('court', 'referring_body')", name=op.f("ck_urgings_sender")),
    )


REFERRAL_COLUMNS = (
    "referring_body_id",
    "chosen_organisation_id",
    "series_id",
    "reported_on",
    "cancel_requested_on",
    "filed_on",
    "procedure_type",
    "preservation",
    "preserved_on",
    "priority",
    "sensitivities",
    "intake_source",
    "subsidy_payer",
    "arbitration",
    "business_status",
    "business_reason",
    "clerk_sealed",
    "judge_sealed",
    "facts_and_reasons_sealed",
)
OTHER_COLUMNS = (
    ("mediator_assignments", "ended_on"),
    ("mediator_assignments", "reason"),
    ("sessions", "reason"),
    ("procedures", "court_id"),
    ("procedures", "served_party_ids"),
    ("procedures", "fee_amount"),
    ("procedures", "pay_by"),
)


def _referral_columns() -> None:
    texts = postgresql.ARRAY(sa.Text())
    columns: dict[str, sa.Column[Any]] = {
        "preservation": sa.Column("preservation", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        "priority": sa.Column("priority", sa.Text(), server_default="normal", nullable=False),
        "sensitivities": sa.Column("sensitivities", texts, server_default=sa.text("'{}'"), nullable=False),
    }
    make: dict[str, Callable[[str], sa.Column[Any]]] = defaultdict(lambda: _text, id=_id, on=_day, sealed=_sealed)
    for name in REFERRAL_COLUMNS:
        op.add_column("referrals", columns[name] if name in columns else make[name.rpartition("_")[2]](name))
    op.alter_column("referrals", "court_id", nullable=True)


def _other_columns() -> None:
    ids = postgresql.ARRAY(sa.UUID())
    op.add_column("mediator_assignments", _day("ended_on"))
    op.add_column("mediator_assignments", _text("reason"))
    op.add_column("sessions", _text("reason"))
    op.add_column("procedures", _id("court_id"))
    op.add_column("procedures", sa.Column("served_party_ids", ids, server_default=sa.text("'{}'"), nullable=False))
    op.add_column("procedures", _money("fee_amount"))
    op.add_column("procedures", _day("pay_by"))


def _check(table: str, name: str, condition: str, *, seen: bool) -> None:
    seen_or_not = "" if seen else " NOT VALID"
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT ck_{table}_{name} CHECK ({condition}){seen_or_not}")


def _guard(table: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY viewers ON {table} "
        "USING (sutiao_tenant() = ANY (viewers) OR sutiao_is_system()) "
        "WITH CHECK (sutiao_tenant() = ANY (viewers) OR sutiao_is_system())"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")


def upgrade() -> None:
    _series()
    _referral_columns()
    _other_columns()
    _dossier()
    _correspondence()
    for table, name, _before, after in WIDER:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck_{table}_{name}")
        _check(table, name, after, seen=False)
    for table, name, condition in NEW_CHECKS:
        _check(table, name, condition, seen=False)
    for table, column, target in NEW_KEYS:
        op.execute(
            f"ALTER TABLE {table} ADD CONSTRAINT fk_{table}_{column} FOREIGN KEY ({column}) REFERENCES {target} (id) "
            "NOT VALID"
        )
    for table in NEW_TABLES:
        _guard(table)
    op.execute(FOLLOW_DISPUTE)
    op.execute(FOLLOW_SERIES)


def downgrade() -> None:
    op.execute("DROP FUNCTION sutiao_follow_series(uuid)")
    op.execute("DROP FUNCTION sutiao_follow_dispute(uuid)")
    for table, column, _target in NEW_KEYS:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT fk_{table}_{column}")
    for table, name, _condition in NEW_CHECKS:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck_{table}_{name}")
    for table, name, before, _after in WIDER:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck_{table}_{name}")
        _check(table, name, before, seen=True)
    for table, name in OTHER_COLUMNS:
        op.drop_column(table, name)
    op.alter_column("referrals", "court_id", nullable=False)
    for name in REFERRAL_COLUMNS:
        op.drop_column("referrals", name)
    for table in NEW_TABLES[::-1]:
        op.drop_table(table)
