"""Row-level security, the insert-only trigger, grants of the application role, the first rows."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

APP = "sutiao_app"

CASE_TABLES = (
    "disputes",
    "referrals",
    "case_numbers",
    "parties",
    "consents",
    "assignments",
    "mediator_assignments",
    "contacts",
    "sessions",
    "clocks",
    "agreements",
    "agreement_terms",
    "signatures",
    "procedures",
)
REGISTRY = (
    "code_lists",
    "causes",
    "calendar_years",
    "calendar_days",
    "legal_clock",
    "tenants",
    "courts",
    "court_tracks",
    "organisations",
    "mediators",
    "channels",
    "clients",
    "client_keys",
    "feed_heads",
)
INSERT_ONLY = ("events", "access_audit")

FUNCTIONS = (
    """
    CREATE FUNCTION sutiao_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT NULLIF(current_setting('sutiao.tenant', true), '')::uuid $$
    """,
    """
    CREATE FUNCTION sutiao_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    AS $$ SELECT COALESCE(current_setting('sutiao.principal', true) = 'system', false) $$
    """,
    """
    CREATE FUNCTION sutiao_refuse_change() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$
    """,
)


def _assert_role() -> None:
    op.execute(
        f"""
        DO $$
        BEGIN
            IF NOT EXISTS (
                SELECT FROM pg_roles WHERE rolname = '{APP}' AND NOT rolsuper AND NOT rolbypassrls
            ) THEN
                RAISE EXCEPTION 'role {APP} is missing, or is a superuser or bypasses row security';
            END IF;
            IF pg_has_role('{APP}', current_user, 'MEMBER') THEN
                RAISE EXCEPTION 'role {APP} must not be a member of the owner';
            END IF;
        END $$
        """
    )


def _guard_case_table(table: str) -> None:
    op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
    op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    op.execute(
        f"CREATE POLICY viewers ON {table} "
        "USING (sutiao_tenant() = ANY (viewers) OR sutiao_is_system()) "
        "WITH CHECK (sutiao_tenant() = ANY (viewers) OR sutiao_is_system())"
    )
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")


def _guard_stream() -> None:
    for table in ("events", "feed_entries"):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
    # A new holder reads what came before its turn: the history of a referral that it can see.
    op.execute(
        "CREATE POLICY audience ON events FOR SELECT USING ("
        "sutiao_tenant() = ANY (audience) OR sutiao_is_system() "
        "OR (subject_kind = 'referral' AND EXISTS (SELECT FROM referrals WHERE referrals.id = events.subject_id)))"
    )
    op.execute(
        "CREATE POLICY writers ON events FOR INSERT WITH CHECK (sutiao_tenant() = ANY (audience) OR sutiao_is_system())"
    )
    op.execute(
        "CREATE POLICY own_feed ON feed_entries USING (sutiao_tenant() = tenant_id OR sutiao_is_system()) "
        "WITH CHECK (sutiao_is_system())"
    )


def upgrade() -> None:
    _assert_role()
    for function in FUNCTIONS:
        op.execute(function)
    for table in CASE_TABLES:
        _guard_case_table(table)
    _guard_stream()
    for table in REGISTRY:
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")
    for table in INSERT_ONLY:
        op.execute(f"GRANT SELECT, INSERT ON {table} TO {APP}")
        op.execute(
            f"CREATE TRIGGER insert_only BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION sutiao_refuse_change()"
        )
        op.execute(
            f"CREATE TRIGGER never_emptied BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION sutiao_refuse_change()"
        )
    op.execute(f"GRANT SELECT, INSERT, DELETE ON unplaced, idempotency_keys TO {APP}")
    op.execute(f"GRANT SELECT, INSERT ON feed_entries TO {APP}")
    op.execute(f"GRANT SELECT ON feed_epochs, alembic_version TO {APP}")
    op.execute("INSERT INTO legal_clock (offset_seconds) VALUES (0)")
    op.execute("INSERT INTO feed_epochs (epoch, started_at, reason) VALUES (1, now(), 'first')")


def downgrade() -> None:
    op.execute("DROP POLICY audience ON events")
    op.execute("DROP POLICY writers ON events")
    op.execute("DROP POLICY own_feed ON feed_entries")
    for table in CASE_TABLES:
        op.execute(f"DROP POLICY viewers ON {table}")
    for table in (*CASE_TABLES, "events", "feed_entries"):
        op.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        op.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    for table in INSERT_ONLY:
        op.execute(f"DROP TRIGGER insert_only ON {table}")
        op.execute(f"DROP TRIGGER never_emptied ON {table}")
    for table in (*CASE_TABLES, *REGISTRY, *INSERT_ONLY, "unplaced", "idempotency_keys", "feed_entries"):
        op.execute(f"REVOKE ALL ON {table} FROM {APP}")
    op.execute(f"REVOKE ALL ON feed_epochs, alembic_version FROM {APP}")
    op.execute("DELETE FROM legal_clock")
    op.execute("DELETE FROM feed_epochs")
    for function in ("sutiao_refuse_change", "sutiao_is_system", "sutiao_tenant"):
        op.execute(f"DROP FUNCTION {function}()")
