"""The kinds of round that a run goes through again and again, each a few dozen requests."""

import json
from collections import defaultdict
from datetime import date, timedelta
from uuid import uuid4

from tests.api.callers import TODAY
from tests.api.stages import OF_COURT, OF_OTHER_CENTRE, STAGE_OF
from tests.fuzz.bodies import example_of, mixed, raw_contents, spoiled, with_real_ids

OF_REFERRAL, OF_PROCEDURE = "take_transition", "take_procedure_transition"
SHARES = (100, 70, 40, 20, 0)
"""How much of a body is made up: less and less, until the action can be carried out."""

WALK_STEPS = 4
BATCH = 6
KNOWN_MAX = 400
SHOWN_MAX = 20
OF_CASES = {"referrals": "referral_id", "series": "series_id", "webhook-endpoints": "endpoint_id"}
HARMLESS = {"read_feed": {"wait": "0"}, "move_legal_clock": {"dry_run": "true"}}
"""A long poll would hold up the run; the clock is moved by a round of its own."""

STRANGE_TYPES = (
    "text/plain",
    "application/xml",
    "multipart/form-data",
    "application/json; charset=utf-16",
    "",
    "a/b/c",
)
STRANGE_METHODS = ("DELETE", "PATCH", "PUT", "HEAD", "OPTIONS", "TRACE", "PROPFIND")
"""Words of HTTP alone; the server refuses another before the service is asked."""

STRANGE_ENDS = ("/", "?limit=1&limit=2", "?after=%00", "?%ff=%fe", "?dry_run=maybe", "/..%2f..", "?a=" + "b" * 5000)
STRANGE_HEADERS = (
    {"If-Match": '"999999999999999999999999"'},
    {"If-Match": 'W/"1"'},
    {"If-Match": '"1", "2"'},
    {"If-Match": "1"},
    {"Idempotency-Key": "a" * 5000},
    {"Idempotency-Key": ""},
    {"Idempotency-Key": "\u00e9\u00ff"},
    {"Accept-Language": "zh;q=9, *;q=-1, ,,;;"},
    {"Accept": "image/png"},
    {"Content-Encoding": "gzip"},
    {"X-Request-Id": "a" * 3000},
    {"Expect": "something"},
    {"Authorization": "Basic eDp5"},
    {"Authorization": "Bearer sutiao_x_y"},
    {"Authorization": "Bearer"},
    {"Traceparent": "00-zz-zz-00"},
)


class Rounds:
    """What is made up next, from what was learnt so far.

    Attributes:
        known: Ids found in answers, by name of the parameter that takes them, or by noun of the registry.
    """

    def __init__(self, ground, maker, shooter, tally, rng):
        self.ground = ground
        self.maker = maker
        self.shooter = shooter
        self.tally = tally
        self.rng = rng
        self.known = defaultdict(list)
        self.today = date.fromisoformat(TODAY)
        self._next_operation = 0
        self._tries = dict.fromkeys(self.possible(), 0)
        self._worn = []

    def possible(self):
        """Every action that the contract knows for a referral or procedure."""
        return sorted({*self.maker.variants(OF_REFERRAL), *self.maker.variants(OF_PROCEDURE)})

    def action(self):
        """Carry out the action that was tried least, where it is possible, and wander on from there."""
        action = min(self._tries, key=lambda name: (self._tries[name], self.rng.random()))
        self._tries[action] += 1
        try:
            place = self.ground.staged(STAGE_OF[action])
        except AssertionError as error:
            self.tally.notes[f"not staged: {STAGE_OF[action].__name__}: {str(error)[:80]}"] += 1
            return
        self._know("referral_id", place.referral_id)
        self._know("procedure_id", place.procedure_id)
        operation = OF_REFERRAL if action in self.maker.variants(OF_REFERRAL) else OF_PROCEDURE
        for case, share in zip(self.maker.cases(operation, len(SHARES), variant=action), SHARES, strict=False):
            if self._take(operation, action, place, case, share, self._who(action)):
                break
        self._worn = [*self._worn[-20:], place]
        for _ in range(WALK_STEPS):
            self._wander()

    def _wander(self):
        """Any action at a place that is no longer as it was staged, by anybody."""
        place = self.rng.choice(self._worn)
        operation = self.rng.choice([OF_REFERRAL] * 3 + [OF_PROCEDURE] * bool(place.procedure_id))
        action = self.rng.choice(self.maker.variants(operation))
        caller = self._who(action) if self.rng.randrange(4) else self.rng.choice(sorted(self.ground.keys))
        for case in self.maker.cases(operation, 1, variant=action):
            self._take(operation, action, place, case, self.rng.choice(SHARES), caller)

    def _who(self, action):
        if action in OF_COURT:
            return "court"
        if action == "refer_back" and "child" in self.ground.keys:
            return "child"
        return "other_centre" if action in OF_OTHER_CENTRE else "centre"

    def _take(self, operation, action, place, case, share, caller):
        """Whether the action was carried out; sometimes it is only rehearsed, or sent twice."""
        example = place.filled(example_of(operation, action) or {"action": action})
        made_up = mixed(case.body, example, share, self.rng)
        case.body = with_real_ids(made_up, place.ids, self.rng.randrange(2)) if share else example
        of_referral = operation == OF_REFERRAL
        name, target = ("referral_id", place.referral_id) if of_referral else ("procedure_id", place.procedure_id)
        case.path_parameters = {name: target}
        case.query = {"dry_run": "true"} if self.rng.randrange(6) == 0 and share else {}
        self.shooter.dress(case, caller, version=self._version(of_referral, target))
        answer = self.shooter.shoot(case)
        if answer is None or answer.status_code != 200:
            return False
        if case.query:
            return False
        self.tally.carried_out(action)
        self._learn(answer)
        place.procedure_id = answer.json().get("procedure_id") or place.procedure_id
        if self.rng.randrange(3) == 0:
            self.shooter.repeat(case, answer)
        return True

    def _version(self, of_referral, target):
        """Mostly any version, now and then the one just read."""
        if not of_referral or self.rng.randrange(4):
            return "*"
        answer = self.shooter.send("GET", f"/v1/referrals/{target}", caller="court")
        return answer.json()["version"] if answer is not None and answer.status_code == 200 else "*"

    def operations(self):
        """Good and bad requests to the next operation, by anybody, mostly about things that are there."""
        names = self.maker.operations()
        name = names[self._next_operation % len(names)]
        self._next_operation += 1
        for positive in (True, False):
            for case in self.maker.cases(name, BATCH, positive=positive):
                self._one(name, case, positive=positive)

    def _one(self, name, case, *, positive):
        if positive:
            case.path_parameters = {
                parameter: self._some(_pool(case.path, parameter), value)
                for parameter, value in (case.path_parameters or {}).items()
            }
            self._from_example(name, case)
        case.query = {**(case.query or {}), **HARMLESS.get(name, {})}
        if isinstance(case.body, dict) and isinstance(case.body.get("wait_seconds"), int):
            case.body = {**case.body, "wait_seconds": 0}
        anybody = self.rng.choice(sorted(self.ground.keys))
        self.shooter.dress(case, self.rng.choice((anybody, self.ground.likely(case))), bare=not positive)
        answer = self.shooter.shoot(case)
        if answer is not None and answer.status_code in {200, 201}:
            self._learn(answer)
            if answer.status_code == 201 and self.rng.randrange(3) == 0:
                self.shooter.repeat(case, answer)
        if answer is not None and self.rng.randrange(30) == 0 and case.path.startswith("/v1/"):
            self.shooter.without_key(case)

    def _from_example(self, name, case):
        """Mix an example into half of the bodies, so that more of them get through."""
        if not isinstance(case.body, dict) or self.rng.randrange(2):
            return
        example = self.ground.example(name, case.body.get("action") or case.body.get("change"))
        if example is not None:
            case.body = mixed(case.body, example, 30, self.rng)

    def mischief(self):
        """Bytes, numbers, texts, types, headers and methods that no contract foresees."""
        paths = sorted(self.ground.document["paths"])
        for _ in range(BATCH):
            path = self.rng.choice(paths)
            method, entry = self.rng.choice(sorted(self.ground.document["paths"][path].items()))
            name = entry["operationId"]
            for part in [part for part in path.split("/") if part.startswith("{")]:
                path = path.replace(part, str(self._some(_pool(path, part[1:-1]), uuid4())))
            variants = self.maker.variants(name) if method != "get" else []
            body = example_of(name, self.rng.choice(variants) if variants else None) or {"action": "start"}
            self._strike(method.upper(), path, body)

    def _strike(self, method, path, body):
        headers = {"Content-Type": "application/json", "Idempotency-Key": uuid4().hex, "If-Match": "*"}
        content = json.dumps(spoiled(body, self.rng)).encode()
        way = self.rng.randrange(5)
        if way == 0:
            content = raw_contents(body, self.rng)
        elif way == 1:
            headers["Content-Type"] = self.rng.choice(STRANGE_TYPES)
        elif way == 2:
            headers |= self.rng.choice(STRANGE_HEADERS)
        elif way == 3 and self.rng.randrange(2):
            method = self.rng.choice(STRANGE_METHODS)
        elif way == 3:
            path += self.rng.choice(STRANGE_ENDS)
        caller = self.rng.choice(sorted(self.ground.keys))
        encoded = {name: value.encode("utf-8") for name, value in headers.items()}
        self.shooter.send(method, path, caller=caller, headers=encoded, content=None if method == "GET" else content)

    def clock(self):
        """Move the legal clock on by some days, over whatever falls due."""
        self.today += timedelta(days=self.rng.randrange(1, 12))
        content = json.dumps({"today": self.today.isoformat()}).encode()
        headers = {"Content-Type": "application/json", "Idempotency-Key": uuid4().hex}
        self.shooter.send("PUT", "/v1/development/legal-clock", caller="operator", headers=headers, content=content)
        self.tally.notes["moves of the legal clock"] += 1

    def _some(self, pool, otherwise):
        """An id from an earlier answer, or now and then the made-up one."""
        found = self.known[pool]
        return self.rng.choice(found) if found and self.rng.randrange(10) else otherwise

    def _know(self, pool, value):
        if value is not None:
            self.known[pool] = [*self.known[pool][-KNOWN_MAX:], value]

    def _learn(self, answer):
        """Keep what later requests can be about; of the registry only what was added, so that the world stays."""
        if "json" not in str(answer.headers.get("content-type", "")):
            return  # A file, which says nothing that could be asked about.
        body = answer.json()
        noun = str(answer.request.path_url).partition("?")[0].split("/")[2:]
        shown = [body, *(body.get("items") or ())] if isinstance(body, dict) else []
        for item in (each for each in shown[:SHOWN_MAX] if isinstance(each, dict)):
            if len(noun) == 1 and (answer.status_code == 201 or noun[0] in OF_CASES):
                self._know(OF_CASES.get(noun[0], noun[0]), item.get("id"))
            for name in ("procedure_id", "dispute_id", "series_id", "key_id", "secret_id"):
                self._know(name, item.get(name))


def _pool(path, parameter):
    """Where ids for a parameter are kept: of the registry by noun, of cases by name."""
    return path.split("/")[2] if parameter == "record_id" else parameter
