"""Referring bodies, roster entries, the dated changes of every registry record, settings of courts, disabled clients."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

APP = "sutiao_app"


def upgrade() -> None:
    op.drop_constraint(op.f("ck_tenants_kind"), "tenants", type_="check")
    op.create_check_constraint(
        op.f("ck_tenants_kind"), "tenants", "kind IN ('court', 'organisation', 'referring_body', 'operator')"
    )
    op.drop_constraint(op.f("ck_court_tracks_track"), "court_tracks", type_="check")
    op.create_check_constraint(
        op.f("ck_court_tracks_track"),
        "court_tracks",
        "track IN ('pre_filing_2016', 'pre_filing_2022', 'post_filing_2016', 'post_filing_first', 'in_trial', 'direct')",
    )
    op.add_column("courts", sa.Column("duplicate_policy", sa.Text(), server_default="warn", nullable=False))
    op.add_column(
        "courts", sa.Column("confirmation_after_entrustment", sa.Text(), server_default="refused", nullable=False)
    )
    op.create_check_constraint(op.f("ck_courts_duplicate_policy"), "courts", "duplicate_policy IN ('warn', 'block')")
    op.create_check_constraint(
        op.f("ck_courts_confirmation_after_entrustment"),
        "courts",
        "confirmation_after_entrustment IN ('refused', 'after_withdrawal', 'allowed')",
    )
    op.add_column("clients", sa.Column("disabled_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "referring_bodies",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("region", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_referring_bodies_dates")),
        sa.ForeignKeyConstraint(["id"], ["tenants.id"], name=op.f("fk_referring_bodies_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referring_bodies")),
        sa.UniqueConstraint("name", name=op.f("uq_referring_bodies_name")),
    )
    op.create_table(
        "roster_entries",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("court_id", sa.UUID(), nullable=False),
        sa.Column("organisation_id", sa.UUID(), nullable=True),
        sa.Column("mediator_id", sa.UUID(), nullable=True),
        sa.Column("certificate_number", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("training_hours", sa.Integer(), nullable=True),
        sa.Column("trained", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('active', 'suspended', 'removed')", name=op.f("ck_roster_entries_status")),
        sa.CheckConstraint("num_nonnulls(organisation_id, mediator_id) = 1", name=op.f("ck_roster_entries_one_listed")),
        sa.CheckConstraint("training_hours >= 0", name=op.f("ck_roster_entries_hours")),
        sa.CheckConstraint("valid_to IS NULL OR valid_to >= valid_from", name=op.f("ck_roster_entries_dates")),
        sa.ForeignKeyConstraint(["court_id"], ["courts.id"], name=op.f("fk_roster_entries_court_id")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_roster_entries_organisation_id")
        ),
        sa.ForeignKeyConstraint(["mediator_id"], ["mediators.id"], name=op.f("fk_roster_entries_mediator_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roster_entries")),
    )
    op.create_index(op.f("ix_roster_entries_court_id"), "roster_entries", ["court_id"], unique=False)
    op.create_index(op.f("ix_roster_entries_organisation_id"), "roster_entries", ["organisation_id"], unique=False)
    op.create_index(op.f("ix_roster_entries_mediator_id"), "roster_entries", ["mediator_id"], unique=False)
    op.create_table(
        "registry_changes",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("noun", sa.Text(), nullable=False),
        sa.Column("record_id", sa.UUID(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("details", postgresql.JSONB(), nullable=False),
        sa.Column("client_id", sa.UUID(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "noun IN ('courts', 'referring_bodies', 'organisations', 'mediators', 'rosters', 'channels', 'clients')",
            name=op.f("ck_registry_changes_noun"),
        ),
        sa.CheckConstraint(
            "change IN ('rename', 'move', 'lineage', 'set', 'add_track', 'end_track', 'set_status', 'train', 'certify', 'rescope', 'set_scopes', 'disable', 'enable', 'end')",
            name=op.f("ck_registry_changes_change"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_registry_changes")),
    )
    op.create_index("ix_registry_changes_record_id_id", "registry_changes", ["record_id", "id"], unique=False)
    op.create_index(
        "ix_registry_changes_new_parent",
        "registry_changes",
        [sa.text("(details ->> 'parent_id')")],
        unique=False,
        postgresql_where=sa.text("change = 'move'"),
    )
    op.create_index(
        "ix_registry_changes_new_name",
        "registry_changes",
        [sa.text("(details ->> 'name')")],
        unique=False,
        postgresql_where=sa.text("change = 'rename'"),
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON referring_bodies, roster_entries TO {APP}")
    op.execute(f"GRANT SELECT, INSERT ON registry_changes TO {APP}")
    op.execute(
        "CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON registry_changes "
        "FOR EACH ROW EXECUTE FUNCTION sutiao_refuse_change()"
    )
    op.execute(
        "CREATE TRIGGER never_emptied BEFORE TRUNCATE ON registry_changes "
        "FOR EACH STATEMENT EXECUTE FUNCTION sutiao_refuse_change()"
    )


def downgrade() -> None:
    op.drop_table("registry_changes")
    op.drop_table("roster_entries")
    op.drop_table("referring_bodies")
    op.drop_column("clients", "disabled_at")
    op.drop_column("courts", "confirmation_after_entrustment")
    op.drop_column("courts", "duplicate_policy")
    op.drop_constraint(op.f("ck_court_tracks_track"), "court_tracks", type_="check")
    op.create_check_constraint(
        op.f("ck_court_tracks_track"), "court_tracks", "track IN ('pre_filing_2016', 'pre_filing_2022')"
    )
    op.drop_constraint(op.f("ck_tenants_kind"), "tenants", type_="check")
    op.create_check_constraint(op.f("ck_tenants_kind"), "tenants", "kind IN ('court', 'organisation', 'operator')")
