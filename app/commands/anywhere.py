"""Options of a group of commands that may also stand behind the command, and the language of a person's locale."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final

from typer.core import TyperGroup

LOCALE: Final = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables that name the language of a person, the first that is set and not empty counts."""


class Language(StrEnum):
    """Languages of what the service says."""

    CHINESE = "zh"
    ENGLISH = "en"


def of_locale(environment: Mapping[str, str]) -> Language:
    """Chinese where the locale is Chinese, otherwise English."""
    named = next((environment[name] for name in LOCALE if environment.get(name)), "")
    return Language.CHINESE if named.lower().startswith("zh") else Language.ENGLISH


class Anywhere(TyperGroup):
    """A group whose own options with a value are taken from wherever they were typed; the last of a name counts."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put the group's own options in front, as far as `--`, behind which nothing is an option."""
        own = {name for option in self.params if not getattr(option, "is_flag", True) for name in option.opts}
        end = args.index("--") if "--" in args else len(args)
        first, rest, waiting = list[str](), list[str](), False
        for word in args[:end]:
            mine = waiting or word.partition("=")[0] in own
            (first if mine else rest).append(word)
            waiting = not waiting and word in own
        return super().parse_args(ctx, [*first, *rest, *args[end:]])
