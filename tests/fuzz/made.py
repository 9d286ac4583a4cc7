"""Cases that schemathesis makes up from the contract, for an operation or for one variant of its body."""

import copy
from contextlib import suppress

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from tests.fuzz.shots import loaded

QUIET = settings(
    database=None,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


class Maker:
    """Cases of the contract; each call makes others, the same for the same seed."""

    def __init__(self, document, rng):
        self.document = document
        self.schema = loaded(copy.deepcopy(document))  # Links that schemathesis infers go into it.
        self._rng = rng
        self._operations = {
            found.ok().definition.raw["operationId"]: found.ok() for found in self.schema.get_all_operations()
        }
        self._narrowed = {}

    def operations(self):
        return sorted(self._operations)

    def operation(self, name):
        return self._operations[name]

    def variants(self, operation):
        """Actions that the body of an operation can name."""
        return sorted(self._body_of(self.document, operation).get("discriminator", {}).get("mapping", {}))

    def cases(self, operation, count, *, positive=True, variant=None):
        """Some cases, good or bad."""
        mode = GenerationMode.POSITIVE if positive else GenerationMode.NEGATIVE
        target = self._variant(operation, variant) if variant else self._operations[operation]
        strategy, gathered = target.as_strategy(generation_mode=mode), []

        @seed(self._rng.getrandbits(64))
        @settings(QUIET, max_examples=count)
        @given(data=st.data())
        def gather(data):
            gathered.append(data.draw(strategy))

        with suppress(Unsatisfiable):  # Nothing bad can be said to an operation without arguments.
            gather()
        return gathered

    def _variant(self, operation, variant):
        """The operation with a body of one variant alone."""
        if (operation, variant) not in self._narrowed:
            reference = self._body_of(self.document, operation)["discriminator"]["mapping"][variant]
            document = self._only(operation)
            content = next(iter(next(iter(document["paths"].values())).values()))["requestBody"]["content"]
            content["application/json"] = {"schema": {"$ref": reference}}
            found = next(iter(loaded(document).get_all_operations()))
            self._narrowed[operation, variant] = found.ok()
        return self._narrowed[operation, variant]

    def _only(self, operation):
        """The contract with one operation in it."""
        path, method, entry = next(
            (path, method, entry)
            for path, entries in self.document["paths"].items()
            for method, entry in entries.items()
            if entry["operationId"] == operation
        )
        alone = {name: part for name, part in self.document.items() if name not in {"paths", "webhooks"}}
        return {**alone, "paths": {path: {method: copy.deepcopy(entry)}}}

    @staticmethod
    def _body_of(document, operation):
        entries = (entry for entries in document["paths"].values() for entry in entries.values())
        content = (
            next(entry for entry in entries if entry["operationId"] == operation)
            .get("requestBody", {})
            .get("content", {})
        )
        schema = content.get("application/json", {}).get("schema", {})  # A file is no JSON and has no variants.
        return document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
