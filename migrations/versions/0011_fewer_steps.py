"""The two functions that every write calls do less where there is nothing to do.

Who sees a referral seldom changes with its state: then the rows of its viewers get the state, and none is looked for
to be removed or added. And where no applicant was ever an applicant before, there is no possible duplicate to look at.
"""

from typing import Any

from alembic import context, op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SAME_VIEWERS = """
    IF TG_OP = 'UPDATE' AND OLD.viewers = NEW.viewers THEN
        UPDATE referral_viewers SET state = NEW.state WHERE viewer_id = ANY (NEW.viewers) AND referral_id = NEW.id;
        PERFORM set_config('sutiao.principal', principal, true);
        RETURN NULL;
    END IF;
"""
NOBODY_KNOWN = """
    IF NOT EXISTS (SELECT FROM parties AS p WHERE p.id_number_hash = ANY (applicants) AND p.role = 'applicant')
        AND NOT EXISTS (SELECT FROM parties AS p WHERE p.name_hash = ANY (applicants) AND p.role = 'applicant')
    THEN
        PERFORM set_config('sutiao.principal', principal, true);
        RETURN;
    END IF;
"""
AS_SYSTEM = "    PERFORM set_config('sutiao.principal', 'system', true);\n"
"""The new lines come behind this one of either function."""


def _replace(function: str, *, more: str = "") -> None:
    text = function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
    op.execute(text.replace(AS_SYSTEM, AS_SYSTEM + more.removeprefix("\n")))


def _lists() -> Any:
    """The migration that made both functions."""
    return context.script.get_revision("0009").module


def make_shared() -> None:
    """Make the look for shared parties as it is from here on."""
    _replace(_lists().SHARED, more=NOBODY_KNOWN)


def upgrade() -> None:
    _replace(_lists().KEEP, more=SAME_VIEWERS)
    make_shared()


def downgrade() -> None:
    _replace(_lists().KEEP)
    _replace(_lists().SHARED)
