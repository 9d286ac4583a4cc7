"""`client.py` of the Python client: one method an operation, typed from what it takes to what it answers."""

import keyword
import re
from collections.abc import Iterable
from typing import Final

from app.contract.operations import Document, Operation, Parameter, camel, operations
from app.contract.python_models import Models

HEAD: Final = '''"""One method for each operation. Generated from the contract; not to be edited."""

from __future__ import annotations

from typing import Any, Literal, cast, overload

from . import models as m
from .transport import Pages, Transport, Version


class Client(Transport):
    """The operations of the service. See `Transport` for how to make one."""
'''


def python_client(document: Document) -> dict[str, str]:
    """The generated modules of the Python client by file name."""
    models = Models(document)
    methods = [method for operation in operations(document) for method in _methods(operation, models)]
    # Types of parameters and answers may have added models, so the models are written last.
    text = "".join(f"\n{method}" for method in methods)
    head = HEAD if re.search(r"\bAny\b", text) else HEAD.replace("Any, ", "")
    return {"client.py": head + text, "models.py": models.text()}


def _methods(operation: Operation, models: Models) -> Iterable[str]:
    made, dry = _answer(operation.made, operation, models), _answer(operation.rehearsed, operation, models)
    if operation.rehearsed is None:
        yield _method(operation, models, made)
    elif made == dry:
        yield _method(operation, models, made, dry_run="bool = False")
    else:
        yield "    @overload\n" + _method(operation, models, made, dry_run="Literal[False] = False", stub=True)
        yield "    @overload\n" + _method(operation, models, dry, dry_run="Literal[True]", stub=True)
        yield _method(operation, models, f"{made} | {dry}", dry_run="bool = False")
    if operation.paged:
        yield _pages(operation, models, made)


def _answer(schema: object, operation: Operation, models: Models) -> str:
    if not isinstance(schema, dict):
        return "bytes"
    return qualified(models.type_of(schema, f"{camel(operation.name)}Answer"), models)


def qualified(kind: str, models: Models) -> str:
    """An annotation outside `models.py`."""
    names = models.names()
    return re.sub(r'(?<!["\w.])[A-Z]\w*(?!["\w])', lambda at: f"m.{at[0]}" if at[0] in names else at[0], kind)


def python_name(name: str) -> str:
    """A parameter as an argument."""
    plain = re.sub(r"\W", "_", name).lower()
    return f"{plain}_" if keyword.iskeyword(plain) else plain


def _method(
    operation: Operation, models: Models, answer: str, *, dry_run: str | None = None, stub: bool = False
) -> str:
    lines = [f"    async def {operation.name}(", *_arguments(operation, models, dry_run), f"    ) -> {answer}:"]
    if stub:
        return "\n".join(lines) + " ...\n"
    doc = f'        """{_sentence(operation)}"""'
    return "\n".join([*lines, doc, *_call(operation, answer.replace('"', "'"), dry_run=dry_run is not None)]) + "\n"


def _sentence(operation: Operation) -> str:
    said = operation.summary.rstrip(".")
    said = said if said.endswith("?") else f"{said}."
    return f"{said} Deprecated." if operation.deprecated else said


def _arguments(operation: Operation, models: Models, dry_run: str | None) -> list[str]:
    """Lines of the signature: what stands in the path and the body by place, everything else by name."""
    lines = ["        self,"]
    lines += [f"        {python_name(parameter.name)}: str," for parameter in operation.of("path")]
    if operation.body is not None:
        kind = qualified(models.type_of(operation.body, f"{camel(operation.name)}Body"), models)
        lines.append(f"        body: {kind},")
    elif operation.body_kind is not None:
        lines.append("        body: bytes,")
    named = [_named(parameter, operation, models) for parameter in (*operation.of("query"), *operation.of("header"))]
    if operation.versioned:
        named.append("        if_match: Version,")
    if operation.keyed:
        named.append("        idempotency_key: str | None = None,")
    if dry_run is not None:
        named.append(f"        dry_run: {dry_run},")
    return [*lines, "        *,", *named] if named else lines


def _named(parameter: Parameter, operation: Operation, models: Models) -> str:
    kind = qualified(models.type_of(parameter.schema, f"{camel(operation.name)}{camel(parameter.name)}"), models)
    kinds = [one for one in kind.split(" | ") if one != "None"]
    if parameter.required:
        return f"        {python_name(parameter.name)}: {' | '.join(kinds)},"
    return f"        {python_name(parameter.name)}: {' | '.join([*kinds, 'None'])} = None,"


def _call(operation: Operation, answer: str, *, dry_run: bool) -> list[str]:
    path = operation.path
    for parameter in operation.of("path"):
        path = path.replace(f"{{{parameter.name}}}", f"{{self.quoted({python_name(parameter.name)})}}")
    lines = [
        f'            "{operation.method}",',
        f'            f"{path}",' if "{" in path else f'            "{path}",',
    ]
    lines += [f"            {part}," for part in _parts(operation, dry_run=dry_run)]
    if operation.made is None:
        return ["        return await self.raw(", *lines, "        )"]
    return ["        found = await self.call(", *lines, "        )", f'        return cast("{answer}", found)']


def _parts(operation: Operation, *, dry_run: bool) -> Iterable[str]:
    """Arguments of the call beside method and path."""
    for place, argument in (("query", "params"), ("header", "headers")):
        if operation.of(place):
            pairs = ", ".join(f'"{p.name}": {python_name(p.name)}' for p in operation.of(place))
            yield f"{argument}={{{pairs}}}"
    if operation.body is not None:
        yield "body=body"
    elif operation.body_kind is not None:
        yield from ("content=body", f'content_type="{operation.body_kind}"')
    if operation.versioned:
        yield "if_match=if_match"
    if operation.keyed:
        yield from ("keyed=True", "idempotency_key=idempotency_key")
    if dry_run:
        yield "dry_run=dry_run"


def _pages(operation: Operation, models: Models, answer: str) -> str:
    """The iterator over the pages of a list; its items are typed by the pages."""
    kept = [parameter for parameter in operation.of("query") if parameter.name != "after"]
    lines = [f"    def {operation.name}_pages(", "        self,"]
    lines += [f"        {python_name(parameter.name)}: str," for parameter in operation.of("path")]
    lines += ["        *,", *(_named(parameter, operation, models) for parameter in kept), f"    ) -> Pages[{answer}]:"]
    given = [python_name(parameter.name) for parameter in operation.of("path")]
    given += [f"{python_name(parameter.name)}={python_name(parameter.name)}" for parameter in kept]
    after = next(parameter for parameter in operation.of("query") if parameter.name == "after")
    turned = "int(after)" if "integer" in str(after.schema) else "after"
    return (
        "\n".join(
            [
                *lines,
                f'        """{_sentence(operation)} Page by page, from the first to the last."""',
                "",
                f"        async def page(after: str | None) -> {answer}:",
                f"            return await self.{operation.name}(",
                *(f"                {each}," for each in given),
                f"                after=None if after is None else {turned},",
                "            )",
                "",
                "        return Pages(page)",
            ]
        )
        + "\n"
    )
