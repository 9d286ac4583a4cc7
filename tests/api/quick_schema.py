"""Whether a value fits a schema of the contract: asked of a compiled validator, explained by the one that tells why."""

import re

import jsonschema_rs
from jsonschema import Draft202012Validator, FormatChecker

REF = re.compile(r"#/components/(\w+)/(\w+)")


class QuickSchema:
    """A schema with the parts of the contract that it reaches.

    Nearly every answer fits, and to say that much the compiled validator takes a hundredth of the time.
    """

    def __init__(self, schema, components):
        whole = {**schema, "components": reached(schema, components)}
        self._quick = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
        self._telling = Draft202012Validator(whole, format_checker=FormatChecker())

    def is_valid(self, value):
        return self._quick.is_valid(value)

    def faults(self, value):
        """Place and message of all that is wrong; nothing where it fits."""
        if self._quick.is_valid(value):
            return []
        told = [f"{error.json_path}: {error.message}" for error in self._telling.iter_errors(value)]
        return told or [f"{error.instance_path}: {error.message}" for error in self._quick.iter_errors(value)]


def reached(schema, components):
    """The named parts to which a schema refers, and those to which they refer."""
    parts, left = {}, [schema]
    while left:
        value = left.pop()
        if isinstance(value, dict):
            left += value.values()
            found = REF.fullmatch(value["$ref"]) if isinstance(value.get("$ref"), str) else None
            if found and found[2] not in parts.setdefault(found[1], {}):
                part = components[found[1]][found[2]]
                parts[found[1]][found[2]] = part
                left.append(part)
        elif isinstance(value, list):
            left += value
    return parts
