"""Sources and notes of codes, validity of causes, codes of courts and of regions."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

APP = "sutiao_app"
NEW = ("court_codes", "regions")


def upgrade() -> None:
    op.add_column(
        "code_lists",
        sa.Column("sources", postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    )
    op.add_column("code_lists", sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.add_column("causes", sa.Column("valid_from", sa.Date(), nullable=True))
    op.add_column("causes", sa.Column("valid_to", sa.Date(), nullable=True))
    op.create_table(
        "court_codes",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("region_code", sa.Text(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("code", "name", name=op.f("pk_court_codes")),
    )
    op.create_index(op.f("ix_court_codes_name"), "court_codes", ["name"])
    op.create_table(
        "regions",
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("code ~ '^[1-8][0-9]{5}$'", name=op.f("ck_regions_code")),
        sa.CheckConstraint("level BETWEEN 1 AND 3", name=op.f("ck_regions_level")),
        sa.PrimaryKeyConstraint("code", "name", name=op.f("pk_regions")),
    )
    for table in NEW:
        op.execute(f"GRANT SELECT, INSERT, UPDATE ON {table} TO {APP}")


def downgrade() -> None:
    for table in NEW[::-1]:
        op.drop_table(table)
    op.drop_column("causes", "valid_to")
    op.drop_column("causes", "valid_from")
    op.drop_column("code_lists", "note")
    op.drop_column("code_lists", "sources")
