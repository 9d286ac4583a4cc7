"""Forms of the procedure as Word documents."""

from typing import Annotated

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from app.domain.access import Principal
from app.domain.content import DOCX
from app.domain.errors import Refusal
from app.domain.forms import Form
from app.routers.contract import ReferralPath
from app.routers.deps import house_of, principal_of, referral_path
from app.routers.documents import NO_SNIFFING, downloading
from app.routers.uploads import disposition
from app.routers.word import docx_of
from app.services import forms

router = APIRouter(tags=["documents"])

Caller = Annotated[Principal, Depends(principal_of)]
FormPath = Annotated[str, Path(description="Which form.", json_schema_extra={"enum": [form.value for form in Form]})]


@router.get(
    "/v1/referrals/{referral_id}/forms/{form}",
    **downloading("get_form", "Draw a form from the record", DOCX, scope="parties:reveal", refusals=(404, 409)),
)
async def get_form(request: Request, principal: Caller, referral_id: ReferralPath, form: FormPath) -> Response:
    """委派、委托调解函, 材料签收回执, 权利义务告知书, 调解协议书, 司法确认申请书, 调解情况报告.

    It names people, so the reading is recorded. Refused with what is missing where the record lacks what the form says.
    """
    found = referral_path(request, referral_id)
    if form not in set(Form):
        raise Refusal("not_found")
    sheet = await forms.drawn(house_of(request).ports, principal, found, Form(form))
    headers = {"Content-Disposition": disposition(f"{sheet.title}.docx"), **NO_SNIFFING}
    return Response(docx_of(sheet), 200, headers, DOCX)
