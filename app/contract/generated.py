"""Everything that is written from the contract and its tables, by path inside the project."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from app.contract.pages import errors_page, events_page, with_deprecations
from app.contract.python_client import python_client
from app.contract.typescript import typescript

PYTHON: Final = "openapi/clients/python/sutiao_client"
TYPESCRIPT: Final = "openapi/clients/typescript/sutiao.ts"
CONVENTIONS: Final = "docs/api.md"


def generated(document: Mapping[str, Any], root: Path) -> dict[str, str]:
    """Texts by path.

    Args:
        document: The contract.
        root: Folder of the project, for the page that is written by hand around a generated list.
    """
    conventions = (root / CONVENTIONS).read_text(encoding="utf-8")
    return {
        "docs/errors.md": errors_page(document),
        "docs/events.md": events_page(),
        CONVENTIONS: with_deprecations(conventions),
        **{f"{PYTHON}/{name}": text for name, text in python_client(document).items()},
        TYPESCRIPT: typescript(document),
    }
