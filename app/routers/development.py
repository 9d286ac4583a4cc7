"""The legal clock of a development installation. Production leaves this router out, so its addresses are not there."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from app.domain.access import Principal, Scope
from app.domain.errors import Refusal
from app.routers.contract import reading, writing
from app.routers.deps import house_of, principal_of, write_of
from app.routers.replies import shown, told
from app.routers.requests import read
from app.routers.schemas.reference import LegalClockMoved, LegalClockRequest, LegalClockView
from app.services import deadlines

router = APIRouter(tags=["development"])


@router.get(
    "/v1/development/legal-clock",
    **reading("get_legal_clock", "Read the legal clock", LegalClockView),
)
async def get_legal_clock(request: Request, _principal: Annotated[Principal, Depends(principal_of)]) -> Response:
    """Today, for the law; any key may ask."""
    now = await house_of(request).ports.clock.legal_now()
    return shown(LegalClockView(today=now.on, instant=now.instant))


@router.put(
    "/v1/development/legal-clock",
    **writing(
        "move_legal_clock",
        "Move the legal clock",
        body=LegalClockRequest,
        done=LegalClockMoved,
        rehearsed=LegalClockMoved,
        scope=Scope.CLOCK_WRITE.value,
        refusals=(409,),
    ),
)
async def move_legal_clock(request: Request) -> Response:
    """Forward, through every day on which something falls due; back only once, before there is any referral."""
    write = await write_of(request)
    asked = read(LegalClockRequest, request, write.body)
    wish = asked if isinstance(asked, Refusal) else asked.today
    return told(await deadlines.advance(house_of(request).ports, write.envelope, wish))
