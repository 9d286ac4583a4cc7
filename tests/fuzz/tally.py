"""What a run did: requests by operation and status, actions carried out, states seen, failures to repeat."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field

SHOWN_CHARACTERS = 600


@dataclass
class Failure:
    """One way to fail, with the first request that showed it."""

    what: str
    curl: str
    answer: str
    times: int = 1


@dataclass
class Tally:
    requests: Counter = field(default_factory=Counter)
    actions: Counter = field(default_factory=Counter)
    states: Counter = field(default_factory=Counter)
    codes: Counter = field(default_factory=Counter)
    notes: Counter = field(default_factory=Counter)
    failures: dict = field(default_factory=dict)

    def answered(self, operation, status, content):
        self.requests[operation, status] += 1
        body = _json(content)
        if status in {200, 201}:
            self._see(body)
        elif isinstance(body, dict):
            self.codes[body.get("code")] += 1

    def carried_out(self, action):
        self.actions[action] += 1

    def failed(self, operation, what, *, curl, answer):
        """Count a failure; the first of its kind is kept whole."""
        key = (operation, what.splitlines()[0])
        if key in self.failures:
            self.failures[key].times += 1
        else:
            self.failures[key] = Failure(what, curl, answer[:SHOWN_CHARACTERS])

    def _see(self, body):
        if isinstance(body, dict):
            if isinstance(body.get("state"), str):
                self.states[body["state"]] += 1
            items = body.get("items")
            for item in items if isinstance(items, list) else ():
                self._see(item)

    def lines(self, possible):
        """The report, line by line.

        Args:
            possible: Every action that the lifecycle knows.
        """
        yield f"{sum(self.requests.values())} requests"
        by_operation = defaultdict(dict)
        for (operation, status), count in sorted(self.requests.items()):
            by_operation[operation][status] = count
        for operation, statuses in sorted(by_operation.items()):
            told = "  ".join(f"{status}: {count}" for status, count in statuses.items())
            yield f"  {operation:30} {told}"
        yield f"{len(self.states)} states seen: {', '.join(sorted(self.states))}"
        missing = sorted(set(possible) - set(self.actions))
        yield f"{len(set(possible) & set(self.actions))} of {len(possible)} actions carried out"
        yield f"  {', '.join(f'{action} {count}' for action, count in sorted(self.actions.items()))}"
        if missing:
            yield f"  not carried out: {', '.join(missing)}"
        yield f"{len(self.codes)} kinds of refusal: {', '.join(f'{code} {n}' for code, n in self.codes.most_common())}"
        for note, count in sorted(self.notes.items()):
            yield f"{note}: {count}"
        yield f"{len(self.failures)} kinds of failure"
        for (operation, _), failure in self.failures.items():
            yield f"\nFAILED {operation} ({failure.times} times)\n{failure.what}\n  {failure.curl}\n  {failure.answer}"


def _json(content):
    try:
        return json.loads(content)
    except ValueError:
        return None
