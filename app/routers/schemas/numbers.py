"""Numbers of cases 案号 as they come in, and as they are compared."""

from typing import Annotated

from pydantic import AfterValidator, StringConstraints, ValidationInfo

from app.domain import identifiers
from app.domain.errors import Refusal
from app.domain.sources import SourceId
from app.routers.schemas.common import expected_of, refused


def court_number(text: str, info: ValidationInfo) -> str:
    """A court's case number 案号 in its one form. Context: `rules_off`; without CNR 3 any number is taken as it stands.

    Refuses with `case_number_invalid`.

    Legal source: CNR 3, known at second hand only, so it can be switched off.
    """
    if SourceId.CNR_3 in (info.context or {}).get("rules_off", ()):
        return compared_number(text)
    try:
        return identifiers.case_number(text).text
    except Refusal as refusal:
        raise refused(refusal.code, expected=expected_of(refusal)) from None


def compared_number(text: str) -> str:
    """A case number as it is compared: a court's in its one form, any other without blanks."""
    try:
        return identifiers.case_number(text).text
    except Refusal:
        return "".join(text.split())


CaseNumberText = Annotated[
    str, StringConstraints(strict=True, min_length=8, max_length=60), AfterValidator(court_number)
]
"""A court's case number, normalised: full-width brackets, ASCII digits."""
