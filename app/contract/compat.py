"""Two contracts compared: within v1 a contract only grows."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from app.contract.forms import Reader
from app.contract.rules import Change
from app.contract.schemas import Comparison, Side

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

Document = Mapping[str, Any]


def compare(old: Document, new: Document) -> tuple[Change, ...]:
    """Every difference that a caller can see, in the order of the old contract.

    Args:
        old: An OpenAPI document, as it was released.
        new: The one that is to follow it.
    """
    return tuple(_Pair(old, new).changes())


def report(changes: tuple[Change, ...]) -> list[str]:
    """Lines for a terminal: what breaks first, then the rest, then the sum."""
    lines = [change.line() for change in sorted(changes, key=lambda change: not change.breaking)]
    breaking = sum(change.breaking for change in changes)
    return [*lines, f"{breaking} breaking, {len(changes) - breaking} compatible"]


class _Pair:
    """Both documents and the comparison of their schemas."""

    def __init__(self, old: Document, new: Document) -> None:
        self._old, self._new = old, new
        self._read_old, self._read_new = Reader(old), Reader(new)
        self._schemas = Comparison(old, new)

    def changes(self) -> Iterator[Change]:
        before, after = self._old.get("paths", {}), self._new.get("paths", {})
        templates = {_shape(path): path for path in after}
        for path, item in before.items():
            other = templates.pop(_shape(path), None)
            if other is None:
                yield Change("path_removed", path)
            else:
                yield from self._path(path, item, after[other])
        for path in templates.values():
            yield Change("path_added", path)
        yield from self._webhooks()

    def _path(self, path: str, old: Document, new: Document) -> Iterator[Change]:
        for method in METHODS:
            where = f"{method.upper()} {path}"
            if method in old and method not in new:
                yield Change("operation_removed", where)
            elif method in new and method not in old:
                yield Change("operation_added", where)
            elif method in old:
                one = {**old[method], "parameters": [*old.get("parameters", ()), *old[method].get("parameters", ())]}
                other = {**new[method], "parameters": [*new.get("parameters", ()), *new[method].get("parameters", ())]}
                yield from self._operation(where, one, other)

    def _operation(self, where: str, old: Document, new: Document) -> Iterator[Change]:
        if old.get("operationId") != new.get("operationId"):
            yield Change("operation_renamed", where, f"{old.get('operationId')} → {new.get('operationId')}")
        if new.get("deprecated") and not old.get("deprecated"):
            yield Change("deprecated", where)
        yield from self._security(where, old, new)
        yield from self._parameters(where, old, new)
        yield from self._request(where, old, new)
        yield from self._answers(where, old, new)

    def _security(self, where: str, old: Document, new: Document) -> Iterator[Change]:
        before = _ways(old.get("security", self._old.get("security", [])))
        after = _ways(new.get("security", self._new.get("security", [])))
        if before == after:
            return
        let_in = all(any(way <= known for way in after) for known in before)
        yield Change("security_relaxed" if let_in else "security_tightened", where)

    def _parameters(self, where: str, old: Document, new: Document) -> Iterator[Change]:
        before = _by_place([self._read_old.resolved(x) for x in old["parameters"]])
        after = _by_place([self._read_new.resolved(x) for x in new["parameters"]])
        for place, one in before.items():
            other = after.get(place)
            at = f"{where} {place[0]} parameter {one['name']}"
            if other is None:
                yield Change("parameter_removed", at)
                continue
            if bool(one.get("required")) != bool(other.get("required")):
                yield Change("parameter_required" if other.get("required") else "parameter_optional", at)
            if other.get("deprecated") and not one.get("deprecated"):
                yield Change("deprecated", at)
            yield from self._schemas.changes(one.get("schema", {}), other.get("schema", {}), Side.SENT, at)
        for place, other in after.items():
            if place not in before:
                at = f"{where} {place[0]} parameter {other['name']}"
                yield Change("parameter_required" if other.get("required") else "parameter_added", at)

    def _request(self, where: str, old: Document, new: Document) -> Iterator[Change]:
        before = self._read_old.resolved(old.get("requestBody"))
        after = self._read_new.resolved(new.get("requestBody"))
        at = f"{where} body"
        if before is None or after is None:
            if before is not None:
                yield Change("body_removed", at)
            elif after is not None:
                yield Change("body_required" if after.get("required") else "body_optional", at)
            return
        if bool(before.get("required")) != bool(after.get("required")):
            yield Change("body_required" if after.get("required") else "body_optional", at)
        yield from self._contents(at, before, after, Side.SENT)

    def _contents(self, where: str, old: Document, new: Document, side: Side) -> Iterator[Change]:
        before, after = old.get("content", {}), new.get("content", {})
        for kind, one in before.items():
            if kind not in after:
                yield Change("media_type_removed", where, kind)
            else:
                yield from self._schemas.changes(one.get("schema", {}), after[kind].get("schema", {}), side, where)
        for kind in after:
            if kind not in before:
                yield Change("media_type_added", where, kind)

    def _answers(self, where: str, old: Document, new: Document) -> Iterator[Change]:
        before, after = old.get("responses", {}), new.get("responses", {})
        for status, found in before.items():
            at = f"{where} {status}"
            if status not in after:
                yield Change("answer_removed" if _success(status) else "refusal_removed", at)
                continue
            one, other = self._read_old.resolved(found), self._read_new.resolved(after[status])
            yield from _headers(at, one.get("headers", {}), other.get("headers", {}))
            yield from self._contents(at, one, other, Side.RECEIVED)
        for status in after:
            if status not in before:
                yield Change("success_added" if _success(status) else "refusal_added", f"{where} {status}")

    def _webhooks(self) -> Iterator[Change]:
        before, after = self._old.get("webhooks", {}), self._new.get("webhooks", {})
        for name, item in before.items():
            at = f"event {name}"
            if name not in after:
                yield Change("event_type_removed", at)
                continue
            one, other = item.get("post", {}), after[name].get("post", {})
            if other.get("deprecated") and not one.get("deprecated"):
                yield Change("deprecated", at)
            body, later = one.get("requestBody", {}), other.get("requestBody", {})
            yield from self._contents(at, body, later, Side.RECEIVED)
        for name in after:
            if name not in before:
                yield Change("event_type_added", f"event {name}")


def _shape(path: str) -> str:
    """A path whatever its parameters are called."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def _by_place(parameters: list[Document]) -> dict[tuple[str, str], Document]:
    """Parameters by where they stand and what they are called; those of a path by their order."""
    found: dict[tuple[str, str], Document] = {}
    for parameter in parameters:
        place, name = parameter["in"], parameter["name"]
        if place == "path":
            name = str(sum(where == "path" for where, _ in found))
        found[place, name.lower() if place == "header" else name] = parameter
    return found


def _headers(where: str, old: Document, new: Document) -> Iterator[Change]:
    for name in old:
        if name not in new:
            yield Change("header_removed", where, name)
    for name in new:
        if name not in old:
            yield Change("header_added", where, name)


def _success(status: str) -> bool:
    return status.startswith("2") or status == "default"


def _ways(security: list[Mapping[str, list[str]]]) -> list[frozenset[str]]:
    """Each way in, as the set of what it asks for; no list at all is one way that asks for nothing."""
    if not security:
        return [frozenset()]
    return [
        frozenset(f"{scheme}:{scope}" for scheme, scopes in way.items() for scope in (scopes or [""]))
        for way in security
    ]
