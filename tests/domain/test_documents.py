"""Documents: what a file is by its bytes, who may put what, and what stays with whoever put it."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import commands as c
from app.domain import document_guards as g
from app.domain.access import ActorRole
from app.domain.codes import codes_of
from app.domain.content import DOCX, KINDS, SUFFIXES, XLSX, check_content, kind_of
from app.domain.documents import CONFIDENTIAL, Document, may_put, may_see, stays_private
from app.domain.errors import Refusal
from app.domain.lifecycle.table import Situation
from app.domain.values import replace
from tests.domain import courses as k
from tests.domain.courses import COURT, Course
from tests.domain.refusals import refused
from tests.domain.stands import WAYS, put


def office(*parts: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for part in parts:
            file.writestr(part, "x")
    return packed.getvalue()


SAMPLES = {
    "application/pdf": b"%PDF-1.7",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff\xe0",
    DOCX: office("[Content_Types].xml", "word/document.xml"),
    XLSX: office("[Content_Types].xml", "xl/workbook.xml"),
    "text/plain": "材料\n".encode(),
    "audio/mpeg": b"ID3\x04",
    "audio/mp4": b"\x00\x00\x00\x18ftypM4A ",
    "audio/wav": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "video/mp4": b"\x00\x00\x00\x18ftypisom",
}


def code_of(content: bytes, media_type: str, document_class: str = "evidence") -> str | None:
    try:
        check_content(content, media_type, document_class)
    except Refusal as refusal:
        return refusal.code
    return None


def test_every_kind_has_a_sample_and_a_suffix() -> None:
    assert SAMPLES.keys() == KINDS.keys() == SUFFIXES.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_its_bytes_and_taken_for_no_other(kind: str) -> None:
    same = {kind, *({"audio/mp4", "video/mp4"} if "mp4" in kind else ())}

    assert {x for x in KINDS if code_of(SAMPLES[kind], x) is None} == same
    assert kind_of(SAMPLES[kind]) in same


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04 cut off", DOCX),
        (office("word/document.xml"), DOCX),
        (office("[Content_Types].xml", *(f"part{n}" for n in range(5000)), "word/document.xml"), DOCX),
        (b"\xff\xe1", "audio/mpeg"),
        (b"a\x00b", "text/plain"),
        (b"\xff\xff", "text/plain"),
    ],
)
def test_what_only_looks_like_a_kind_is_not_it(content: bytes, kind: str) -> None:
    assert code_of(content, kind) == "document_type_differs"


def test_a_frame_of_sound_without_a_tag_is_sound() -> None:
    assert code_of(b"\xff\xfb\x90\x00", "audio/mpeg", "recording") is None


def test_nothing_and_unknown_kinds_are_not_taken_and_sound_only_where_something_was_recorded() -> None:
    assert code_of(b"", "text/plain") == "document_empty"
    assert code_of(b"x", "text/html") == "document_type_not_taken"
    assert code_of(SAMPLES["audio/mpeg"], "audio/mpeg", "complaint") == "document_type_not_taken"
    assert kind_of(b"\x00\x01") is None


@given(st.binary(max_size=64), st.sampled_from(sorted(KINDS)))
def test_no_bytes_break_the_check(content: bytes, kind: str) -> None:
    assert code_of(content, kind) in {None, "document_empty", "document_type_differs"}


def test_who_may_put_which_class() -> None:
    assert not any(may_put(x, ActorRole.COURT) for x in CONFIDENTIAL)
    assert all(may_put(x, ActorRole.ORGANISATION) for x in codes_of("document_class") - {"court_document"})
    assert may_put("court_document", ActorRole.COURT)
    assert not may_put("court_document", ActorRole.REFERRING_BODY)
    assert may_put("evidence", ActorRole.REFERRING_BODY)


@pytest.mark.parametrize("document_class", sorted(CONFIDENTIAL))
@pytest.mark.parametrize("flags", [False, True])
def test_confidential_classes_stay_private_whatever_else_is_said(document_class: str, *, flags: bool) -> None:
    agreeing = k.Course().new().parties

    assert stays_private(
        document_class,
        signed_by=[party.id for party in agreeing],
        replaces_minutes=flags,
        agreeing=agreeing,
        agreement_recorded=flags,
    )


def added(course: Course, document_class: str, **more: object) -> Document:
    return course.do(put(document_class, course, **more)).at.dossier.documents[-1]


def mediating() -> Course:
    return WAYS["pre_2022"].course().accepted()


def test_undisputed_facts_are_for_the_court_only_when_every_party_signed_them() -> None:
    course = mediating()

    private = [added(course, "undisputed_facts", signed_by=x).private_to for x in ((), k.BOTH[:1], k.BOTH)]

    assert [x is None for x in private] == [False, False, True]


def test_minutes_and_recordings_wait_for_the_agreement() -> None:
    course = mediating()
    for party in k.BOTH:
        course.do(c.RecordConsent(party_id=party, kind="recording", given=True))

    def seen() -> list[bool]:
        minutes = added(course, "signed_minutes", signed_by=k.BOTH)
        unsigned = added(course, "signed_minutes")
        recording = added(course, "recording", replaces_minutes=True)
        plain = added(course, "recording")
        return [x.private_to is None for x in (minutes, unsigned, recording, plain)]

    before = seen()
    agreement = WAYS["pre_2022"].course().drafted().at.agreement
    course.referral = replace(course.at, agreement=agreement)

    assert before == [False] * 4
    assert seen() == [True, False, True, False]


def test_a_recording_replaces_minutes_only_with_the_word_of_every_party() -> None:
    course = mediating()
    course.do(c.RecordConsent(party_id=k.APPLICANT, kind="recording", given=True))

    refused(course, put("recording", course, replaces_minutes=True), "recording_not_agreed")
    course.do(c.RecordConsent(party_id=k.RESPONDENT, kind="recording", given=True))
    refused(course, put("evidence", course, replaces_minutes=True), "recording_not_agreed")

    assert added(course, "recording", replaces_minutes=True).replaces_minutes


def test_signers_are_parties_and_sign_what_parties_sign() -> None:
    course = mediating()

    refused(course, put("agreement", course, signed_by=(k.PartyId(course.mint()),)), "document_signers_unfit")
    refused(course, put("evidence", course, signed_by=k.BOTH), "document_signers_unfit")

    assert added(course, "agreement", signed_by=k.BOTH).signed_by == k.BOTH


def test_a_document_is_withdrawn_once_and_by_its_own_side() -> None:
    course = mediating()
    document = added(course, "private_notes")
    withdrawal = c.WithdrawDocument(document_id=document.id, reason="replaced")

    refused(course, withdrawal, "part_unknown", COURT)
    course.do(withdrawal)
    refused(course, withdrawal, "part_unknown")

    assert course.facts[-1].facts == {"document_class": "private_notes", "reason": "replaced"}
    assert course.at.dossier.documents[-1].withdrawn_on == course.today


def test_only_its_own_tenant_sees_a_private_document() -> None:
    course = mediating()
    shared, private = added(course, "evidence"), added(course, "offer")

    assert may_see(shared, course.mint())
    assert may_see(private, private.put_by_id)
    assert not may_see(private, course.mint())


def test_guards_of_documents_judge_nothing_else() -> None:
    """A row is asked only with its own command; without one nothing passes."""
    course = mediating()
    situation = Situation(course.at, None, None, course.today, course.now, course.book)

    for guard in (g.COURT_PUTS, g.COURT_WITHDRAWS, g.SIGNERS_KNOWN, g.RECORDING_AGREED):
        assert not guard.check(situation)
