"""Examples of answers and events: real ones, kept once, with made-up ids, keys and instants in place of the run's own.

With SUTIAO_KEEP_EXAMPLES=1 a test run writes an example for each answer and each type of event that has none, or one
that no longer fits.
"""

import json
import os
import re

from app.routers.contract import ANSWERS, EVENT_EXAMPLES

KEEPING = "SUTIAO_KEEP_EXAMPLES"
ITEMS_MAX = 2
"""Arrays are cut to so many items, so that examples can be read."""

UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
KEY = re.compile(r"sutiao_[0-9A-Za-z_-]+")
SECRET = re.compile(r"whsec_[0-9A-Za-z+/=]+")
CURSOR = re.compile(r"[0-9A-Za-z_-]{20,}={0,2}")


def keeping():
    return os.environ.get(KEEPING) == "1"


def keep_answer(operation, status, body, validator):
    """Keep an answer as the example of its operation and status, unless there is one that fits."""
    _keep(ANSWERS / f"{operation}.{status}.json", body, validator)


def keep_event(item, validator):
    """Keep an event as the example of its type, unless there is one that fits."""
    _keep(EVENT_EXAMPLES / f"{item['type']}.json", {**item, "position": item.get("position") or 1}, validator)


def _keep(path, body, validator):
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    richer = kept is not None and body.get("items") and not kept.get("items")
    if kept is None or richer or not validator.is_valid(kept):
        path.parent.mkdir(exist_ok=True)
        text = json.dumps(tamed(body), ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")


def tamed(body):
    """The body with ids counted from one, instants at one moment, secrets made up, and long arrays cut."""
    known = {}

    def plain(text):
        text = UUID.sub(lambda at: known.setdefault(at[0], f"01980000-0000-7000-8000-{len(known) + 1:012x}"), text)
        text = INSTANT.sub("2026-03-02T01:00:00.000000Z", text)
        text = SECRET.sub("whsec_ZXhhbXBsZQ==", text)
        return KEY.sub("sutiao_0123456789abcdef_example", text)

    def tame(value, name=""):
        if isinstance(value, dict):
            return {key: tame(item, key) for key, item in value.items()}
        if isinstance(value, list):
            return [tame(item) for item in value[:ITEMS_MAX]]
        if isinstance(value, str):
            return (
                "01980000-0000-7000-8000-000000000001" if name == "next" and CURSOR.fullmatch(value) else plain(value)
            )
        return value

    return tame(body)
