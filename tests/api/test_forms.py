"""Forms over HTTP: Word documents that say what the record says, for those who may read names."""

import io

import pytest
from docx import Document
from openpyxl import load_workbook

from app.domain.content import DOCX, kind_of
from app.domain.forms import Form
from app.domain.sheets import Grid, Heading, Line, Sheet
from app.routers.word import docx_of
from app.routers.workbook import xlsx_of
from tests.api.callers import done, put
from tests.api.stages import STAGE_OF, accepted, documented


def read(reply):
    """All that a Word document says."""
    document = Document(io.BytesIO(reply.content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def form_of(caller, referral_id, form):
    return caller.get(f"/v1/referrals/{referral_id}/forms/{form}")


@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\ufffe"])
def test_what_no_xml_can_hold_is_left_out_of_a_form(sign):
    """Free texts may have it: what callers paste from elsewhere is kept as it came."""
    told = f"甲{sign}乙"
    sheet = Sheet("表", (Heading(told), Line(told), Grid((told,), ((told,),))))

    document = Document(io.BytesIO(docx_of(sheet)))
    texts = [paragraph.text for paragraph in document.paragraphs[1:]]
    texts += [cell.text for row in document.tables[0].rows for cell in row.cells]
    page = load_workbook(io.BytesIO(xlsx_of(sheet))).active

    assert texts == [cell.value for row in page.iter_rows() for cell in row] == ["甲乙"] * 4


async def test_a_letter_and_a_notice_are_drawn_from_the_record(api):
    staged = await accepted(api)

    letter = await form_of(api.as_court(), staged.referral_id, "referral_letter")
    notice = await form_of(api.as_centre(), staged.referral_id, "rights_notice")

    assert (letter.status_code, letter.headers["content-type"], kind_of(letter.content)) == (200, DOCX, DOCX)
    for name in ("甲市商会调解中心", "甲市人民法院", "张三", "李四", "委派调解函"):
        assert name in read(letter)
    assert "虚假调解" in read(notice)


async def test_a_receipt_lists_what_was_signed_for(api):
    staged = await documented(api)
    none = await form_of(api.as_centre(), staged.referral_id, "materials_receipt")
    handed = await done(
        api.as_court().act(staged.referral_id, "supply_materials", kind="evidence", source="court", title="银行流水")
    )
    ids = [handed["material_id"]]
    await done(api.as_centre().act(staged.referral_id, "acknowledge_materials", material_ids=ids))

    receipt = await form_of(api.as_centre(), staged.referral_id, "materials_receipt")

    assert (none.status_code, none.json()["code"]) == (409, "form_not_ready")
    assert none.json()["facts"] == {"missing": ["received_materials"]}
    assert "银行流水" in read(receipt)


async def test_a_report_of_failed_mediation_holds_no_word_of_notes_messages_or_opinions(api):
    staged = await STAGE_OF["hand_over"](api)
    secret = "最多让步八千元"
    await done(put(api.as_centre(), staged.referral_id, secret.encode(), document_class="offer"))
    await done(api.as_centre().act(staged.referral_id, "send_message", topic="progress", text=secret))

    report = await form_of(api.as_centre(), staged.referral_id, "end_report")

    assert report.status_code == 200, report.text
    assert secret not in read(report)
    assert "未达成协议" in read(report)
    assert "张三" in read(report)


@pytest.mark.parametrize("form", ["agreement", "confirmation_application", "end_report"])
async def test_a_form_without_its_record_says_what_is_missing(api, form):
    staged = await accepted(api)

    reply = await form_of(api.as_court(), staged.referral_id, form)

    assert (reply.status_code, reply.json()["code"]) == (409, "form_not_ready")
    assert reply.json()["facts"]["missing"]


async def test_an_agreement_and_an_application_have_terms_and_both_parties(api):
    staged = await STAGE_OF["apply_for_confirmation"](api)

    agreement = await form_of(api.as_centre(), staged.referral_id, "agreement")
    application = await form_of(api.as_centre(), staged.referral_id, "confirmation_application")

    assert "赵调解" in read(agreement)
    assert "自愿达成协议" in read(agreement)
    assert application.status_code in {200, 409}, application.text


async def test_drawing_a_form_needs_the_scope_and_is_recorded(api):
    staged = await accepted(api)
    narrow = await api.as_client(api.world.court_id, ["referrals:read"])
    reader = await api.as_client(api.world.court_id, ["referrals:read", "parties:reveal", "audit:read"])

    refused = await form_of(narrow, staged.referral_id, "rights_notice")
    await form_of(reader, staged.referral_id, "rights_notice")

    assert (refused.status_code, refused.json()["code"]) == (403, "scope_missing")
    record = (await done(reader.get("/v1/audit")))["items"][0]
    assert record["what"] == ["agreement", "materials", "parties", "service_addresses"]


@pytest.mark.parametrize("form", [*Form, "confession"])
async def test_no_form_tells_a_stranger_that_there_is_something(api, form):
    staged = await accepted(api)

    reply = await form_of(api.as_other_court(), staged.referral_id, form)

    assert (reply.status_code, reply.json()["code"]) == (404, "not_found")
