"""Settings of dialects, read name by name; what is wrong is refused with its place."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from app.domain.addresses import Networks
from app.domain.errors import Refusal
from app.domain.platform_mapping import EACH, Place, place_of


def require_credential(credentials: Mapping[str, str], name: str, chars_min: int) -> None:
    """Refuse with `platform_settings_invalid` a secret that is missing or too short."""
    if len(credentials.get(name, "")) < chars_min:
        raise Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")


def require_hexadecimal(credentials: Mapping[str, str], name: str, chars: int) -> None:
    """Refuse with `platform_settings_invalid` a key that is not so many hexadecimal digits."""
    if re.fullmatch(rf"[0-9a-fA-F]{{{chars}}}", credentials.get(name, ""), re.ASCII) is None:
        raise Refusal("platform_settings_invalid", pointer=f"/credentials/{name}")


class Read:
    """One object of the settings, read name by name."""

    def __init__(self, value: Any, at: str) -> None:
        self.given = value is not None
        self._at = at
        if not isinstance(value, Mapping | None):
            raise Refusal("platform_settings_invalid", pointer=at)
        self._value: Mapping[str, Any] = value or {}

    @property
    def names(self) -> tuple[str, ...]:
        """Names that there are."""
        return tuple(self._value)

    def wrong(self, name: str) -> Refusal:
        """What is wrong with one name."""
        return Refusal("platform_settings_invalid", pointer=f"{self._at}/{name}")

    def only(self, *known: str) -> None:
        """Refuse every other name."""
        for name in self._value:
            if name not in known:
                raise self.wrong(name)

    def below(self, name: str) -> "Read":
        """An object inside."""
        return Read(self._value.get(name), f"{self._at}/{name}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text."""
        value = self._value.get(name, default)
        if not isinstance(value, str) or not value:
            raise self.wrong(name)
        return value

    def maybe_text(self, name: str) -> str | None:
        """A text, or None."""
        return None if name not in self._value else self.text(name)

    def texts(self, name: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self._value.get(name, list(default))
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.wrong(name)
        return tuple(value)

    def one_of(self, name: str, known: tuple[str, ...]) -> str:
        """One of the words; the first by default."""
        value = self._value.get(name, known[0])
        if value not in known:
            raise self.wrong(name)
        return str(value)

    def whole(self, name: str, default: int, most: int) -> int:
        """A whole number from 1 to `most`."""
        value = self._value.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
            raise self.wrong(name)
        return value

    def place(self, name: str, default: str) -> Place:
        """A place in a document."""
        found: Place = self._of(name, default, place_of)
        return found

    def plain_place(self, name: str, default: str) -> Place:
        """A place outside of arrays."""
        found = self.place(name, default)
        if EACH in found:
            raise self.wrong(name)
        return found

    def maybe_place(self, name: str) -> Place | None:
        """A place, or None."""
        return None if name not in self._value else self.place(name, "")

    def path(self, name: str, default: str | None, *parts: str) -> str:
        """A path below the base address, with the parts that are put in."""
        value = self.text(name, default)
        if not value.startswith("/") or any(part not in value for part in parts):
            raise self.wrong(name)
        return value

    def url(self, name: str) -> str:
        """A base address."""
        value = self.text(name).rstrip("/")
        try:
            found = urlsplit(value)
            usable = found.scheme in {"https", "http"} and bool(found.hostname)
        except ValueError:
            usable = False
        if not usable:
            raise self.wrong(name)
        return value

    def networks(self, name: str) -> Networks:
        """Networks that the platform may stand in besides public addresses."""
        found: Networks = self._of(name, None, Networks.parse)
        return found

    def _of(self, name: str, default: str | None, read: Callable[[str], Any]) -> Any:
        value = self._value.get(name, default)
        try:
            return read("" if value is None and default is None else value)
        except (ValueError, TypeError, AttributeError):
            raise self.wrong(name) from None

    def having(self, **more: Any) -> "Read":
        """The same object with these names on top."""
        return Read({**self._value, **more}, self._at)
