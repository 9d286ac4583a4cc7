"""Possible duplicates whoever applies now, and whether or not the number of a party is known this time.

A party with a number is found by it, and by its name where it was written down without one; a party without a number
is found by its name. Who was the respondent then may be the applicant now.
"""

from typing import Any

import sqlalchemy as sa
from alembic import context, op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

NAMELESS = "ix_parties_name_hash_role_referral_id_unnumbered"

SHARED = """
CREATE FUNCTION sutiao_shared_parties(
    viewer uuid, ones bytea[], one_names bytea[], others bytea[], other_names bytea[]
) RETURNS SETOF uuid LANGUAGE plpgsql ROWS 5 AS $$
DECLARE
    principal text := COALESCE(current_setting('sutiao.principal', true), '');
    found uuid[] := '{}';
    candidate uuid;
    part text;
    hashes bytea[] := ones;
    names bytea[] := one_names;
    facing bytea[] := others;
    facing_names bytea[] := other_names;
    wanted CONSTANT int := 5;
    newest CONSTANT int := 100;
    scanned CONSTANT int := 5000;
BEGIN
    PERFORM set_config('sutiao.principal', 'system', true);
    IF NOT EXISTS (SELECT FROM parties AS p WHERE p.id_number_hash = ANY (ones))
        AND NOT EXISTS (SELECT FROM parties AS p WHERE p.name_hash = ANY (ones))
        AND NOT EXISTS (SELECT FROM parties AS p WHERE p.name_hash = ANY (one_names) AND p.id_number_hash IS NULL)
    THEN
        PERFORM set_config('sutiao.principal', principal, true);
        RETURN;
    END IF;
    FOR side IN 1..2 LOOP
        FOR candidate, part IN
            SELECT w.referral_id, r.role FROM (VALUES ('applicant'), ('respondent')) AS r (role)
            CROSS JOIN LATERAL (
                SELECT x.referral_id FROM unnest(hashes) AS h CROSS JOIN LATERAL (
                    SELECT q.referral_id FROM (
                        (SELECT p.referral_id, p.viewers FROM parties AS p
                        WHERE p.id_number_hash = h AND p.role = r.role ORDER BY p.referral_id DESC LIMIT scanned)
                        UNION ALL
                        (SELECT p.referral_id, p.viewers FROM parties AS p
                        WHERE p.name_hash = h AND p.role = r.role ORDER BY p.referral_id DESC LIMIT scanned)
                    ) AS q WHERE viewer = ANY (q.viewers) ORDER BY q.referral_id DESC LIMIT newest
                ) AS x
                UNION ALL
                SELECT x.referral_id FROM unnest(names) AS h CROSS JOIN LATERAL (
                    SELECT q.referral_id FROM (
                        SELECT p.referral_id, p.viewers FROM parties AS p
                        WHERE p.name_hash = h AND p.role = r.role AND p.id_number_hash IS NULL
                        ORDER BY p.referral_id DESC LIMIT scanned
                    ) AS q WHERE viewer = ANY (q.viewers) ORDER BY q.referral_id DESC LIMIT newest
                ) AS x
            ) AS w GROUP BY w.referral_id, r.role ORDER BY w.referral_id DESC
        LOOP
            IF NOT candidate = ANY (found) AND EXISTS (
                SELECT FROM parties AS p WHERE p.referral_id = candidate
                AND p.role = CASE part WHEN 'applicant' THEN 'respondent' ELSE 'applicant' END
                AND (p.id_number_hash = ANY (facing) OR p.name_hash = ANY (facing)
                    OR (p.name_hash = ANY (facing_names) AND p.id_number_hash IS NULL))
            ) THEN
                found := found || candidate;
            END IF;
            EXIT WHEN cardinality(found) >= wanted;
        END LOOP;
        EXIT WHEN cardinality(found) >= wanted;
        hashes := others;
        names := other_names;
        facing := ones;
        facing_names := one_names;
    END LOOP;
    PERFORM set_config('sutiao.principal', principal, true);
    RETURN QUERY SELECT unnest(found);
END $$
"""
"""A bank has a hundred thousand referrals, and the caller sees few of them. So of each side's newest five thousand, whoever
made them, the caller's newest hundred are gone through; as the system, with the caller as the condition."""


def upgrade() -> None:
    op.create_index(
        NAMELESS,
        "parties",
        ["name_hash", "role", "referral_id"],
        unique=False,
        postgresql_where=sa.text("id_number_hash IS NULL"),
    )
    op.execute("DROP FUNCTION sutiao_shared_parties(uuid, bytea[], bytea[])")
    op.execute(SHARED)


def downgrade() -> None:
    op.execute("DROP FUNCTION sutiao_shared_parties(uuid, bytea[], bytea[], bytea[], bytea[])")
    before: Any = context.script.get_revision("0011").module
    before.make_shared()
    op.drop_index(NAMELESS, table_name="parties")
