"""Lists as fast on many referrals as on few: which referrals a tenant sees, in order; and a look at the older rows.

`referral_viewers` says nothing that `referrals` does not say. It is kept by the database itself, so that no writer can
forget it: an index over a column of several values, in the order of the list and under row security.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

APP = "sutiao_app"

UNSEEN = (
    *("referrals.ck_referrals_kind", "referrals.ck_referrals_track", "referrals.ck_referrals_state"),
    *("referrals.ck_referrals_closure", "referrals.ck_referrals_route", "referrals.ck_referrals_procedure_type"),
    *("referrals.ck_referrals_arbitration", "referrals.ck_referrals_viewers", "referrals.ck_referrals_referrer"),
    *("assignments.ck_assignments_ending", "sessions.ck_sessions_state", "clocks.ck_clocks_region"),
    *("procedures.ck_procedures_state", "procedures.fk_procedures_court_id"),
    *("referrals.fk_referrals_referring_body_id", "referrals.fk_referrals_chosen_organisation_id"),
    "referrals.fk_referrals_series_id",
)
"""Constraints of the step before that no older row was held against, each with its table."""

RARE = (
    ("ix_referrals_series_id", "series_id", "series_id IS NOT NULL"),
    ("ix_referrals_court_reference", "court_reference", "court_reference IS NOT NULL"),
    ("ix_referrals_business_status", "business_status", "business_status IS NOT NULL"),
    ("ix_referrals_priority", "priority", "priority <> 'normal'"),
)
HASHES = ("name_hash", "id_number_hash")
OPEN_PROCEDURE = (
    "state IN ('applied', 'fee_noticed', 'fee_paid', 'handed_over', 'made', 'referred', 'requested', 'under_review')"
)

KEEP = """
CREATE FUNCTION sutiao_keep_viewers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    principal text := COALESCE(current_setting('sutiao.principal', true), '');
BEGIN
    PERFORM set_config('sutiao.principal', 'system', true);
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM referral_viewers
        WHERE viewer_id = ANY (OLD.viewers) AND NOT viewer_id = ANY (NEW.viewers) AND referral_id = NEW.id;
    END IF;
    INSERT INTO referral_viewers (viewer_id, referral_id, state, cause_code)
    SELECT DISTINCT v, NEW.id, NEW.state, NEW.cause_code FROM unnest(NEW.viewers) AS v
    ON CONFLICT (viewer_id, referral_id) DO UPDATE SET state = excluded.state;
    PERFORM set_config('sutiao.principal', principal, true);
    RETURN NULL;
END $$
"""
FILL = """
INSERT INTO referral_viewers (viewer_id, referral_id, state, cause_code)
SELECT DISTINCT v, f.id, f.state, f.cause_code FROM referrals AS f CROSS JOIN LATERAL unnest(f.viewers) AS v
"""

# A bank has a hundred thousand referrals, and the caller sees few of them. So each side's newest are gone through, one
# side's where they are few; row by row, as the system, with the caller as the condition.
SHARED = """
CREATE FUNCTION sutiao_shared_parties(viewer uuid, applicants bytea[], respondents bytea[])
RETURNS SETOF uuid LANGUAGE plpgsql ROWS 5 AS $$
DECLARE
    principal text := COALESCE(current_setting('sutiao.principal', true), '');
    found uuid[] := '{}';
    candidate uuid;
    side text;
    looked int;
    wanted CONSTANT int := 5;
    newest CONSTANT int := 100;
BEGIN
    PERFORM set_config('sutiao.principal', 'system', true);
    FOREACH side IN ARRAY ARRAY['applicant', 'respondent'] LOOP
        looked := 0;
        FOR candidate IN
            SELECT w.referral_id FROM unnest(CASE side WHEN 'applicant' THEN applicants ELSE respondents END) AS h
            CROSS JOIN LATERAL (
                (SELECT p.referral_id FROM parties AS p WHERE p.id_number_hash = h AND p.role = side
                ORDER BY p.referral_id DESC LIMIT newest)
                UNION ALL
                (SELECT p.referral_id FROM parties AS p WHERE p.name_hash = h AND p.role = side
                ORDER BY p.referral_id DESC LIMIT newest)
            ) AS w GROUP BY w.referral_id ORDER BY w.referral_id DESC
        LOOP
            looked := looked + 1;
            IF NOT candidate = ANY (found) AND EXISTS (
                SELECT FROM referrals AS f WHERE f.id = candidate AND viewer = ANY (f.viewers)
            ) AND EXISTS (
                SELECT FROM parties AS p WHERE p.referral_id = candidate AND CASE side
                    WHEN 'applicant' THEN p.role = 'respondent'
                        AND (p.id_number_hash = ANY (respondents) OR p.name_hash = ANY (respondents))
                    ELSE p.role = 'applicant'
                        AND (p.id_number_hash = ANY (applicants) OR p.name_hash = ANY (applicants)) END
            ) THEN
                found := found || candidate;
            END IF;
            EXIT WHEN cardinality(found) >= wanted;
        END LOOP;
        EXIT WHEN looked < newest OR cardinality(found) >= wanted;
    END LOOP;
    PERFORM set_config('sutiao.principal', principal, true);
    RETURN QUERY SELECT unnest(found);
END $$
"""

FORGET = """
DO $$
DECLARE
    definition text := (
        SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = '{name}' AND conrelid = '{table}'::regclass
    );
BEGIN
    EXECUTE 'ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} ' || definition || ' NOT VALID';
END $$
"""


def upgrade() -> None:
    for place in UNSEEN:
        table, _, name = place.partition(".")
        op.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")
    op.create_table(
        "referral_viewers",
        sa.Column("viewer_id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("cause_code", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("viewer_id", "referral_id", name=op.f("pk_referral_viewers")),
    )
    op.execute("SET LOCAL sutiao.principal = 'system'")
    op.execute(FILL)
    for column in ("state", "cause_code"):
        name = f"ix_referral_viewers_viewer_id_{column}_referral_id"
        op.create_index(name, "referral_viewers", ["viewer_id", column, "referral_id"], unique=False)
    op.execute("ALTER TABLE referral_viewers ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE referral_viewers FORCE ROW LEVEL SECURITY")
    op.execute(
        "CREATE POLICY own ON referral_viewers USING (sutiao_tenant() = viewer_id OR sutiao_is_system()) "
        "WITH CHECK (sutiao_is_system())"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON referral_viewers TO {APP}")
    op.execute(KEEP)
    op.execute(
        "CREATE TRIGGER keep_viewers_of_new AFTER INSERT ON referrals "
        "FOR EACH ROW EXECUTE FUNCTION sutiao_keep_viewers()"
    )
    op.execute(
        "CREATE TRIGGER keep_viewers AFTER UPDATE OF viewers, state ON referrals FOR EACH ROW WHEN ("
        "OLD.viewers IS DISTINCT FROM NEW.viewers OR OLD.state <> NEW.state) EXECUTE FUNCTION sutiao_keep_viewers()"
    )
    op.drop_index("ix_referrals_holder_ancestor_ids", table_name="referrals")
    for column in HASHES:
        op.drop_index(f"ix_parties_{column}", table_name="parties")
        op.create_index(
            f"ix_parties_{column}_role_referral_id", "parties", [column, "role", "referral_id"], unique=False
        )
    op.execute(SHARED)
    op.create_index("ix_referrals_kind_track", "referrals", ["kind", "track"], unique=False)
    op.create_index("ix_referrals_opened_on", "referrals", ["opened_on"], unique=False)
    for name, column, condition in RARE:
        op.create_index(name, "referrals", [column, "id"], unique=False, postgresql_where=sa.text(condition))
    op.create_index(
        "ix_procedures_open",
        "procedures",
        ["machine", "referral_id"],
        unique=False,
        postgresql_where=sa.text(OPEN_PROCEDURE),
    )


def downgrade() -> None:
    op.drop_index("ix_procedures_open", table_name="procedures")
    op.execute("DROP FUNCTION sutiao_shared_parties(uuid, bytea[], bytea[])")
    for column in HASHES:
        op.drop_index(f"ix_parties_{column}_role_referral_id", table_name="parties")
        op.create_index(f"ix_parties_{column}", "parties", [column], unique=False)
    for name, _column, _condition in RARE:
        op.drop_index(name, table_name="referrals")
    op.drop_index("ix_referrals_opened_on", table_name="referrals")
    op.drop_index("ix_referrals_kind_track", table_name="referrals")
    op.create_index(
        "ix_referrals_holder_ancestor_ids",
        "referrals",
        ["holder_ancestor_ids"],
        unique=False,
        postgresql_using="gin",
    )
    op.execute("DROP TRIGGER keep_viewers ON referrals")
    op.execute("DROP TRIGGER keep_viewers_of_new ON referrals")
    op.execute("DROP FUNCTION sutiao_keep_viewers()")
    op.drop_table("referral_viewers")
    for place in UNSEEN:
        table, _, name = place.partition(".")
        op.execute(FORGET.format(table=table, name=name))
