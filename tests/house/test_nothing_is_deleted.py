"""What is kept of a case is archived and may be enforced for years: a wish to have it deleted restricts, at most."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORK = {
    "consumers",
    "feed_entries",
    "idempotency_keys",
    "key_checks",
    "lanes",
    "platform_nonces",
    "referral_viewers",
    "unplaced",
}
"""Tables of the service's own work, which keep nothing of a case that does not stand elsewhere."""


def granted():
    """Rights of the application's role by table, from the catalogue as the migrations leave it."""
    text = (ROOT / "migrations/schema.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"grant on (\w+) to sutiao_app: (.+)", text))


def test_trap_31_nobody_can_delete_anything_of_a_case():
    document = json.loads((ROOT / "openapi/openapi.json").read_text(encoding="utf-8"))
    rights = granted()

    removable = {path for path, verbs in document["paths"].items() if "delete" in verbs}

    assert {"referrals", "parties", "agreements", "documents", "events", "conflicts"} <= set(rights)
    assert {table for table, given in rights.items() if "delete" in given} == WORK
    assert not any("truncate" in given for given in rights.values())
    assert removable == {"/v1/consumers/{name}"}  # A reader's place in its feed, which keeps nothing of a case.
