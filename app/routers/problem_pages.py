"""What the `type` of a problem points to: the meaning of its code. No key needed."""

from typing import Annotated

from fastapi import APIRouter, Path
from starlette.responses import Response

from app.domain.errors import CATALOGUE, Refusal
from app.routers.contract import reading, without_key
from app.routers.problems import KINDS, status_of
from app.routers.replies import shown
from app.routers.schemas.problem import ProblemKindView

CodePath = Annotated[
    str, Path(description="Code of a refusal.", json_schema_extra={"pattern": "^[a-z_]{1,60}$"}, examples=["not_found"])
]
"""What is no code is simply not there."""

router = APIRouter(tags=["reference"])


@router.get(
    "/problems/{code}",
    **without_key(reading("get_problem_kind", "What does the code of a refusal mean?", ProblemKindView), 404),
)
async def get_problem_kind(code: CodePath) -> Response:
    """Status, title and sentence of the code, in Chinese and English."""
    row = CATALOGUE.get(code)
    if row is None:
        raise Refusal("not_found")
    kind = KINDS[row.family]
    return shown(
        ProblemKindView(
            code=code,
            status=status_of(code),
            title_zh=kind.zh,
            title_en=kind.en,
            detail_zh=row.zh,
            detail_en=row.en,
        )
    )
