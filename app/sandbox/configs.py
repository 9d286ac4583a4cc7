"""Configuration files of simulated members and platforms; what is wrong with one is said in a sentence."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from app.sandbox.platform_office import Faults


class ConfigError(Exception):
    """A configuration that can not be used; its text says why."""


def read_config(path: Path, *needed: str) -> dict[str, Any]:
    """The configuration of a file with these members; raises `ConfigError`."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path} can not be read: {error.strerror}.") from None
    except ValueError as error:
        raise ConfigError(f"{path} is no JSON document: {error}.") from None
    if not isinstance(found, dict):
        raise ConfigError(f"{path} is no JSON object.")
    missing = [name for name in needed if name not in found]
    if missing:
        raise ConfigError(f"{path} lacks {', '.join(missing)}.")
    _require_faults(path, found.get("faults", {}))
    return found


def _require_faults(path: Path, faults: Any) -> None:
    known = [each.name for each in fields(Faults)]
    if not isinstance(faults, dict) or set(faults) - set(known):
        raise ConfigError(f"{path}: faults is an object of {', '.join(known)}.")


@contextmanager
def usable(path: Path) -> Iterator[None]:
    """What a configuration is made into in this block: values of another kind raise `ConfigError`."""
    try:
        yield
    except KeyError as error:
        raise ConfigError(f"{path} lacks {error.args[0]}.") from None
    except OSError as error:
        raise ConfigError(f"{path}: {error.filename or 'a file'} can not be used: {error.strerror}.") from None
    except (ValueError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path} has a value that can not be used: {error}.") from None
