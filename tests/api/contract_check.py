"""Every reply of a test against the committed contract. A status that is not documented is a failure."""

import copy
import json
import re
from functools import cache
from pathlib import Path

from tests.api.quick_schema import QuickSchema
from tests.examples import keep_answer, keep_event, keeping

CONTRACT_FILE = Path(__file__).resolve().parents[2] / "openapi" / "openapi.json"
EVENTS_OF = {"read_feed", "list_history", "lease_batch"}
"""Operations whose items are events."""
CACHED = {"list_webhook_keys": ["public, max-age=3600"]}
"""Operations whose answers everybody may keep for a while."""


def closed(schema):
    """The schema with every object that names its members closed, so that nothing undocumented is answered."""
    if isinstance(schema, dict):
        shut = {name: closed(value) for name, value in schema.items()}
        if "properties" in shut and isinstance(shut["properties"], dict):
            shut.setdefault("additionalProperties", False)
        return shut
    return [closed(item) for item in schema] if isinstance(schema, list) else schema


class Contract:
    def __init__(self, document):
        self.document = document
        self._components = closed(copy.deepcopy(document["components"]))
        self._validators = {}
        self._operations = [
            (method.upper(), re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)), operation)
            for path, operations in document["paths"].items()
            for method, operation in operations.items()
        ]
        self._named = {operation["operationId"]: operation for _, _, operation in self._operations}
        self.seen = set()

    def operation(self, method, path):
        found = [o for m, pattern, o in self._operations if m == method and pattern.fullmatch(path)]
        return found[-1] if found else None

    def check(self, reply):
        request = reply.request
        operation = self.operation(request.method, request.url.path)
        if operation is None:
            assert reply.status_code in {404, 405}, (request.method, request.url.path, reply.status_code)
            self._valid(reply, {"$ref": "#/components/schemas/Problem"})
            return
        name, status = operation["operationId"], str(reply.status_code)
        assert status in operation["responses"], f"{name} answers {status}, which its contract does not know"
        self.seen.add((name, status))
        answer = operation["responses"][status]
        if "$ref" in answer:
            answer = self.document["components"]["responses"][answer["$ref"].rsplit("/", 1)[1]]
        kind = reply.headers["content-type"].partition(";")[0]
        assert kind in answer["content"], f"{name} {status} answers {kind}"
        assert reply.headers["x-request-id"]
        kept = CACHED.get(name, ["no-store"] if request.url.path.startswith("/v1/") else [])
        assert reply.headers.get_list("cache-control") == kept
        if answer["content"][kind]["schema"].get("format") == "binary":
            return
        self._valid(reply, answer["content"][kind]["schema"])
        if kind == "application/json":
            self._examine(name, status, reply, answer["content"][kind]["schema"])

    def _examine(self, name, status, reply, schema):
        """Hold each event against the schema of its type, and keep examples where that was asked for."""
        body = reply.json()
        for item in body.get("items", ()) if name in EVENTS_OF else ():
            errors = self._of_type(item["type"]).faults(item)
            assert not errors, (errors, item, "facts of events are promised in app/domain/event_facts.py")
            if keeping():
                keep_event(item, self._of_type(item["type"]))
        rehearsed = reply.request.url.params.get("dry_run") == "true"
        if keeping() and rehearsed == (status == "200" and "201" in self._named[name]["responses"]):
            keep_answer(name, status, body, self._validator(schema))

    def _of_type(self, event_type):
        declared = self.document["webhooks"][event_type]["post"]["requestBody"]["content"]["application/json"]
        return self._validator(declared["schema"])

    def _valid(self, reply, schema):
        errors = self._validator(schema).faults(reply.json())
        assert not errors, (str(reply.request.url), reply.status_code, errors, reply.json())

    def _validator(self, schema):
        text = json.dumps(schema, sort_keys=True)
        if text not in self._validators:
            self._validators[text] = QuickSchema(closed(schema), self._components)
        return self._validators[text]


@cache
def committed():
    """The contract of this tree; read and its validators made once in a process."""
    return Contract(json.loads(CONTRACT_FILE.read_text(encoding="utf-8")))
