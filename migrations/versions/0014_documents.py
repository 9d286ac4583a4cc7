"""Documents under a referral: what a file is, who put it, who may see it. The content lies in the document store.

A document that stays with whoever put it has one viewer of its own, so the policy of every other table of cases binds
it too; it does not follow the referral to its next holder.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

APP = "sutiao_app"
SEEN = "(sutiao_tenant() = ANY (viewers) OR sutiao_is_system())"


def upgrade() -> None:
    ids = postgresql.ARRAY(sa.UUID())
    op.create_table(
        "documents",
        sa.Column("id", sa.UUID(), nullable=False),
        sa.Column("referral_id", sa.UUID(), nullable=False),
        sa.Column("viewers", ids, nullable=False),
        sa.Column("document_class", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("put_by", sa.Text(), nullable=False),
        sa.Column("put_by_id", sa.UUID(), nullable=False),
        sa.Column("put_on", sa.Date(), nullable=False),
        sa.Column("sealed_original", sa.Boolean(), nullable=False),
        sa.Column("signed_by", ids, nullable=False),
        sa.Column("replaces_minutes", sa.Boolean(), nullable=False),
        sa.Column("private_to", sa.UUID()),
        sa.Column("withdrawn_on", sa.Date()),
        sa.Column("withdrawal_reason", sa.Text()),
        sa.Column("name_sealed", sa.LargeBinary()),
        sa.CheckConstraint("put_by IN ('court', 'organisation', 'referring_body')", name=op.f("ck_documents_put_by")),
        sa.CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name=op.f("ck_documents_sha256")),
        sa.CheckConstraint("size_bytes > 0", name=op.f("ck_documents_size")),
        sa.CheckConstraint("(withdrawn_on IS NULL) = (withdrawal_reason IS NULL)", name=op.f("ck_documents_withdrawn")),
        sa.CheckConstraint(
            "document_class NOT IN ('caucus', 'offer', 'private_notes') OR private_to IS NOT NULL",
            name=op.f("ck_documents_confidential"),
        ),
        sa.CheckConstraint("private_to IS NULL OR viewers = ARRAY[private_to]", name=op.f("ck_documents_private")),
        sa.ForeignKeyConstraint(["referral_id"], ["referrals.id"], name=op.f("fk_documents_referral_id")),
        sa.ForeignKeyConstraint(["put_by_id"], ["tenants.id"], name=op.f("fk_documents_put_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_index(op.f("ix_documents_referral_id"), "documents", ["referral_id"], unique=False)
    op.execute("ALTER TABLE documents ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE documents FORCE ROW LEVEL SECURITY")
    op.execute(f"CREATE POLICY viewers ON documents USING {SEEN} WITH CHECK {SEEN}")
    op.execute(f"GRANT SELECT, INSERT, UPDATE ON documents TO {APP}")


def downgrade() -> None:
    op.drop_table("documents")
