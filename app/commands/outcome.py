"""What every command shares: run one thing to its end, and say in one sentence what kept it from its work.

Imports stand inside the functions, so that a command loads what it needs and nothing else.
"""

from collections.abc import Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from rich.console import Console

if TYPE_CHECKING:
    from app.domain.errors import Refusal
    from app.settings import Settings

COULD_NOT = 2
"""Exit status of a command that could not do its work."""

T = TypeVar("T")


def settings() -> "Settings":
    """The settings as the environment has them; what is wrong with them is a line for each and ends the command."""
    from pydantic import ValidationError

    from app.settings import Settings, setting_faults

    try:
        return Settings()
    except ValidationError as error:
        raise fail("\n".join(setting_faults(error))) from error


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run something to its end."""
    import uvloop

    return uvloop.run(work)


def once(work: Coroutine[Any, Any, T]) -> T:
    """Run something that a person waits for; what keeps it from its work is one sentence."""
    import asyncpg
    from sqlalchemy.exc import DBAPIError

    from app.adapters.database.embedded_place import EmbeddedServerError
    from app.adapters.secrets import SecretsError
    from app.bootstrap import NotConfiguredError
    from app.domain.errors import Refusal

    try:
        return run(work)
    except Refusal as refusal:
        raise refused(refusal) from refusal
    except (EmbeddedServerError, NotConfiguredError, SecretsError) as error:
        raise fail(str(error)) from error
    except (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        kind = type(getattr(error, "orig", error)).__name__  # Its text may repeat a row.
        raise fail(f"The database cannot be used ({kind}): is it up and migrated, is its address right?") from error


def refused(refusal: "Refusal") -> typer.Exit:
    """The end of a command that was refused."""
    return fail(sentence_of(refusal))


def sentence_of(refusal: "Refusal") -> str:
    """The sentence in both languages, the code, the field if one is meant."""
    where = "" if refusal.pointer is None else f" at {refusal.pointer}"
    return f"{refusal.sentence.zh} {refusal.sentence.en} ({refusal.code}){where}"


def fail(sentence: str, *, code: int = COULD_NOT) -> typer.Exit:
    """The end of a command that could not do its work, or not well; the sentence goes to standard error."""
    Console(stderr=True).print(sentence, style="red", highlight=False, markup=False, soft_wrap=True)
    return typer.Exit(code=code)
