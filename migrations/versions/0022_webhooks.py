"""Webhooks: endpoints and their secrets, one delivery for each event and endpoint, lanes of undelivered work, attempts.

A lane is the queue of one endpoint and one subject; its row is there only while something waits in it, and it alone is
asked when work is taken. What was tried is written once: only the answer's text may be erased.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

APP = "sutiao_app"
OWN = "sutiao_tenant() = tenant_id OR sutiao_is_system()"
SYSTEM = "sutiao_is_system()"
IDS = postgresql.ARRAY(sa.UUID())
TEXTS = postgresql.ARRAY(sa.Text())
INSTANT = sa.DateTime(timezone=True)
NONE = sa.text("'{}'")
ZERO = sa.text("0")


def _text(name: str, default: str | None = None) -> sa.Column[object]:
    if default is None:
        return sa.Column(name, sa.Text())
    return sa.Column(name, sa.Text(), nullable=False, server_default=sa.text(f"'{default}'"))


def _whole(name: str, default: str | None = "0") -> sa.Column[object]:
    if default is None:
        return sa.Column(name, sa.Integer())
    return sa.Column(name, sa.Integer(), nullable=False, server_default=sa.text(default))


def _instant(name: str, *, given: bool = False) -> sa.Column[object]:
    return sa.Column(name, INSTANT, nullable=not given)


def _one_of(table: str, column: str, values: tuple[str, ...]) -> sa.CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return sa.CheckConstraint(f"{column} IN ({listed})", name=op.f(f"ck_{table}_{column}"))


def _endpoints() -> None:
    table = "webhook_endpoints"
    op.create_table(
        table,
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        _text("description", ""),
        _text("state", "pending"),
        _text("state_reason"),
        _text("payload", "thin"),
        sa.Column("types", TEXTS, nullable=False, server_default=NONE),
        sa.Column("court_ids", IDS, nullable=False, server_default=NONE),
        sa.Column("organisation_ids", IDS, nullable=False, server_default=NONE),
        sa.Column("headers_sealed", sa.LargeBinary()),
        _whole("rate_per_second", None),
        sa.Column("rate_tokens", sa.Double(), nullable=False, server_default=ZERO),
        _instant("rate_at"),
        _whole("timeout_seconds", "15"),
        sa.Column("schedule_seconds", postgresql.ARRAY(sa.Integer())),
        _text("ordering", "strict"),
        _whole("park_after_hours", "72"),
        sa.Column("signing", TEXTS, nullable=False, server_default=sa.text("'{v1}'")),
        sa.Column("from_position", sa.BigInteger(), nullable=False, server_default=ZERO),
        sa.Column("filters_from", sa.BigInteger()),
        _text("breaker", "closed"),
        _instant("breaker_until"),
        _whole("breaker_trips"),
        _whole("ramp_limit", None),
        _instant("window_started_at"),
        _whole("window_success"),
        _whole("window_failure"),
        _instant("failing_since"),
        _instant("last_success_at"),
        _text("errand"),
        sa.Column("errand_id", sa.UUID()),
        _instant("errand_due_at"),
        _whole("errand_attempt"),
        _instant("errand_until"),
        _instant("challenged_at"),
        _whole("version", "1"),
        _instant("created_at", given=True),
        _instant("changed_at", given=True),
        _one_of(table, "state", ("pending", "active", "paused", "disabled", "removed")),
        _one_of(table, "payload", ("thin", "full")),
        _one_of(table, "ordering", ("strict", "bounded")),
        _one_of(table, "breaker", ("closed", "open", "half_open", "ramp")),
        _one_of(table, "errand", ("challenge", "test")),
        sa.CheckConstraint(
            "(errand IS NULL) = (errand_id IS NULL) AND (errand IS NULL) = (errand_due_at IS NULL)",
            name=op.f(f"ck_{table}_errand_whole"),
        ),
        sa.ForeignKeyConstraint(["tenant_id"], ["tenants.id"], name=op.f(f"fk_{table}_tenant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        postgresql_with={"fillfactor": 50},
    )
    op.create_index(op.f(f"ix_{table}_tenant_id"), table, ["tenant_id"])
    op.create_index(
        f"ix_{table}_errand_due_at", table, ["errand_due_at"], postgresql_where=sa.text("errand IS NOT NULL")
    )


def _secrets() -> None:
    table = "webhook_secrets"
    op.create_table(
        table,
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("endpoint_id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("secret_sealed", sa.LargeBinary(), nullable=False),
        _instant("created_at", given=True),
        _instant("ends_at"),
        sa.ForeignKeyConstraint(["endpoint_id"], ["webhook_endpoints.id"], name=op.f(f"fk_{table}_endpoint_id")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )
    op.create_index(op.f(f"ix_{table}_endpoint_id"), table, ["endpoint_id"])


def _deliveries() -> None:
    table = "deliveries"
    waiting = sa.text("state = 'waiting'")
    op.create_table(
        table,
        sa.Column("endpoint_id", sa.UUID(), nullable=False),
        sa.Column("position", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("entry", sa.BigInteger(), nullable=False),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        _text("state", "waiting"),
        _whole("attempt_count"),
        _instant("first_due_at", given=True),
        _instant("settled_at"),
        _text("reason"),
        _one_of(table, "state", ("waiting", "delivered", "parked", "skipped")),
        sa.CheckConstraint("(state = 'waiting') = (settled_at IS NULL)", name=op.f(f"ck_{table}_settled")),
        sa.PrimaryKeyConstraint("endpoint_id", "position", name=op.f(f"pk_{table}")),
    )
    lane = ["endpoint_id", "subject_id", "position"]
    op.create_index(f"ix_{table}_lane", table, lane, postgresql_where=waiting)
    op.create_index(
        f"ix_{table}_parked", table, ["endpoint_id", "position"], postgresql_where=sa.text("state = 'parked'")
    )


def _lanes() -> None:
    op.create_table(
        "lanes",
        sa.Column("endpoint_id", sa.UUID(), nullable=False),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("head_position", sa.BigInteger(), nullable=False),
        _instant("next_due_at", given=True),
        _whole("attempt"),
        _instant("tried_since"),
        _instant("lease_until"),
        sa.Column("lease_token", sa.UUID()),
        sa.CheckConstraint("(lease_token IS NULL) = (lease_until IS NULL)", name=op.f("ck_lanes_lease")),
        sa.PrimaryKeyConstraint("endpoint_id", "subject_id", name=op.f("pk_lanes")),
        postgresql_with={
            "fillfactor": 70,
            "autovacuum_vacuum_scale_factor": 0.01,
            "autovacuum_vacuum_threshold": 1000,
        },
    )
    op.create_index(
        "ix_lanes_due", "lanes", ["endpoint_id", "next_due_at"], postgresql_where=sa.text("lease_token IS NULL")
    )
    op.create_index(
        "ix_lanes_leased", "lanes", ["endpoint_id", "lease_until"], postgresql_where=sa.text("lease_token IS NOT NULL")
    )


def _attempts() -> None:
    table = "delivery_attempts"
    op.create_table(
        table,
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("tenant_id", sa.UUID(), nullable=False),
        sa.Column("endpoint_id", sa.UUID(), nullable=False),
        sa.Column("subject_id", sa.UUID(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("message_id", sa.UUID(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("position", sa.BigInteger()),
        sa.Column("number", sa.Integer(), nullable=False),
        _instant("started_at", given=True),
        sa.Column("duration_ms", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("status", sa.SmallInteger()),
        sa.Column("request_headers", postgresql.JSONB(), nullable=False),
        sa.Column("body_sha256", sa.Text(), nullable=False),
        sa.Column("answer_headers", postgresql.JSONB(), nullable=False),
        sa.Column("answer_sha256", sa.Text(), nullable=False),
        sa.Column("answer", sa.LargeBinary()),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        _one_of(table, "kind", ("event", "challenge", "test")),
        _one_of(table, "outcome", ("delivered", "retry", "give_up", "gone", "throttled")),
        sa.CheckConstraint("(kind = 'event') = (position IS NOT NULL)", name=op.f(f"ck_{table}_position")),
        sa.CheckConstraint("octet_length(answer) <= 8192", name=op.f(f"ck_{table}_answer")),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
        sa.UniqueConstraint("endpoint_id", "subject_id", "step", name=op.f(f"uq_{table}_endpoint_id_subject_id_step")),
    )
    op.create_index(f"ix_{table}_endpoint_id_position_number", table, ["endpoint_id", "position", "number"])
    op.create_index(f"ix_{table}_with_answer", table, ["started_at"], postgresql_where=sa.text("answer IS NOT NULL"))


def _guard(table: str, rights: str, checking: str = OWN) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY own ON {table} USING ({OWN}) WITH CHECK ({checking})")
    op.execute(f"GRANT {rights} ON {table} TO {APP}")


def upgrade() -> None:
    _endpoints()
    _secrets()
    _deliveries()
    _lanes()
    _attempts()
    _guard("webhook_endpoints", "SELECT, INSERT, UPDATE")
    _guard("webhook_secrets", "SELECT, INSERT, UPDATE")
    _guard("deliveries", "SELECT, INSERT, UPDATE")
    _guard("lanes", "SELECT, INSERT, UPDATE, DELETE")
    _guard("delivery_attempts", "SELECT, INSERT, UPDATE (answer)", SYSTEM)
    op.execute(
        "CREATE TRIGGER never_deleted BEFORE DELETE ON delivery_attempts "
        "FOR EACH ROW EXECUTE FUNCTION sutiao_refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER never_emptied BEFORE TRUNCATE ON delivery_attempts "
        "FOR EACH STATEMENT EXECUTE FUNCTION sutiao_refuse_change()"
    )


def downgrade() -> None:
    for table in ("delivery_attempts", "lanes", "deliveries", "webhook_secrets", "webhook_endpoints"):
        op.drop_table(table)
