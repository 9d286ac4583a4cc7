"""Performance by instalments, and what an agreement says: its form, its clauses, who stands surety.

A clock of an instalment is one of its rule among several, so the index that keeps rules apart takes the promise in.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

OPEN = sa.text("state IN ('running', 'paused')")
STATES = ("agreement_pending", "agreement_effective", "agreement_refused", "performed", "breached")
SIGNERS = ("party", "mediator", "organisation")
NO_TERM = sa.text("COALESCE(term_id, '00000000-0000-0000-0000-000000000000'::uuid)")


def _signer(roles: tuple[str, ...]) -> None:
    """Who signs for itself is named; a mediator and an organisation are those of the referral."""
    op.drop_constraint(op.f("ck_signatures_signer"), "signatures", type_="check")
    listed = ", ".join(f"'{role}'" for role in roles)
    named = f"(role IN ({listed})) = (party_id IS NOT NULL)"
    op.create_check_constraint(op.f("ck_signatures_signer"), "signatures", named)


def _one_open(*more: sa.TextClause) -> None:
    op.drop_index("uq_clocks_one_open", "clocks")
    columns: list[str | sa.TextClause] = ["referral_id", "rule", *more]
    op.create_index("uq_clocks_one_open", "clocks", columns, unique=True, postgresql_where=OPEN)


def _content() -> list[sa.Column[object]]:
    """What a text says beside its promises; what an older release wrote says nothing."""
    none = sa.text("'{}'")
    return [
        sa.Column("form", sa.Text(), nullable=False, server_default="written"),
        sa.Column("recorded_by", sa.Uuid()),
        sa.Column("guarantor_ids", postgresql.ARRAY(sa.Uuid()), nullable=False, server_default=none),
        sa.Column("default_clause", sa.Text(), nullable=False, server_default="none"),
        sa.Column("planned", postgresql.ARRAY(sa.Text()), nullable=False, server_default=none),
        sa.Column("subjects", postgresql.ARRAY(sa.Text()), nullable=False, server_default=none),
        sa.Column("enforcement_promised", sa.Boolean(), nullable=False, server_default=sa.text("false")),
        sa.Column("served", postgresql.JSONB()),
        sa.Column("filed_on", sa.Date()),
    ]


def _check(table: str, column: str, values: tuple[str, ...]) -> None:
    op.drop_constraint(op.f(f"ck_{table}_{column}"), table, type_="check")
    listed = ", ".join(f"'{value}'" for value in values)
    op.create_check_constraint(op.f(f"ck_{table}_{column}"), table, f"{column} IN ({listed})")


def upgrade() -> None:
    op.add_column("clocks", sa.Column("term_id", sa.Uuid()))
    _one_open(NO_TERM)
    op.add_column("agreements", sa.Column("performances", postgresql.JSONB()))
    op.add_column("agreements", sa.Column("breaches", postgresql.JSONB()))
    op.add_column("agreement_terms", sa.Column("account_sealed", sa.LargeBinary()))
    for column in _content():
        op.add_column("agreements", column)
    op.create_check_constraint(op.f("ck_agreements_form"), "agreements", "form IN ('written', 'oral')")
    op.create_check_constraint(
        op.f("ck_agreements_default_clause"), "agreements", "default_clause IN ('none', 'stated')"
    )
    _check("signatures", "role", (*SIGNERS, "guarantor"))
    _signer(("party", "guarantor"))
    _check("agreements", "state", (*STATES, "agreement_repudiated"))


def downgrade() -> None:
    op.execute("DELETE FROM signatures WHERE role = 'guarantor'")
    _signer(("party",))
    _check("signatures", "role", SIGNERS)
    op.execute("UPDATE agreements SET state = 'agreement_refused' WHERE state = 'agreement_repudiated'")
    _check("agreements", "state", STATES)
    for column in reversed(_content()):
        op.drop_column("agreements", str(column.name))
    op.drop_column("agreement_terms", "account_sealed")
    op.drop_column("agreements", "breaches")
    op.drop_column("agreements", "performances")
    op.execute("DELETE FROM clocks WHERE term_id IS NOT NULL")
    _one_open()
    op.drop_column("clocks", "term_id")
