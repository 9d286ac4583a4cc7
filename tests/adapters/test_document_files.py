"""The document store as a folder: whole or not at all, encrypted, inside its folder only."""

import os
from uuid import UUID, uuid4

import pytest

from app.adapters.document_files import DocumentFiles
from app.adapters.secrets import KeyRing, new_key_ring_text, parse_key_ring
from app.domain.document_store import NoDocuments
from app.domain.errors import Refusal

RING = parse_key_ring(new_key_ring_text())
SECRET = "张三的身份证".encode()


@pytest.fixture
def files(tmp_path):
    return DocumentFiles(tmp_path / "documents", RING)


async def refusal_of(work):
    with pytest.raises(Refusal) as caught:
        await work
    return caught.value.code


def stored(tmp_path):
    return [path for path in tmp_path.rglob("*") if path.is_file()]


async def test_a_content_comes_back_and_lies_encrypted_where_only_its_owner_reads(files, tmp_path):
    document_id = uuid4()

    await files.put(document_id, SECRET)

    (path,) = stored(tmp_path)
    assert await files.content(document_id) == SECRET
    assert SECRET not in path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.is_relative_to(tmp_path / "documents")
    assert list(await files.ids()) == [document_id]


async def test_a_content_moved_to_another_document_or_changed_is_not_read(files, tmp_path):
    one, other = uuid4(), uuid4()
    await files.put(one, SECRET)
    await files.put(other, b"x")
    (first,) = tmp_path.rglob(f"{one.hex}.sealed")
    (second,) = tmp_path.rglob(f"{other.hex}.sealed")

    second.write_bytes(first.read_bytes())
    first.write_bytes(first.read_bytes()[:-1] + b"\x00")

    assert await refusal_of(files.content(one)) == "document_content_missing"
    assert await refusal_of(files.content(other)) == "document_content_missing"


async def test_what_is_not_there_is_missing_and_removing_it_is_nothing(files):
    assert await refusal_of(files.content(uuid4())) == "document_content_missing"
    assert await files.ids() == {}
    await files.remove(uuid4())


async def test_a_write_that_fails_leaves_no_part_of_a_file(files, tmp_path):
    """The rename is the last step: a name that is taken by a folder can not be written over."""
    document_id = uuid4()
    place = tmp_path / "documents" / document_id.hex[-2:] / f"{document_id.hex}.sealed"
    place.mkdir(parents=True)

    assert await refusal_of(files.put(document_id, SECRET)) == "document_store_unavailable"
    assert stored(tmp_path) == []


async def test_strange_files_in_the_folder_are_no_documents(files, tmp_path):
    await files.put(uuid4(), b"x")
    (tmp_path / "documents" / "zz").mkdir()
    (tmp_path / "documents" / "zz" / "notes.sealed").write_text("x")

    assert len(await files.ids()) == 1


async def test_contents_are_sealed_anew_with_the_current_key(files, tmp_path):
    document_id = uuid4()
    await files.put(document_id, SECRET)
    new_key = os.urandom(32)
    both = KeyRing("k2", {**RING.keys, "k2": new_key}, RING.hash_key)
    turned = DocumentFiles(tmp_path / "documents", both)

    assert [await turned.reseal(document_id), await turned.reseal(document_id)] == [True, False]

    only_new = DocumentFiles(tmp_path / "documents", KeyRing("k2", {"k2": new_key}, RING.hash_key))
    assert await only_new.content(document_id) == SECRET
    assert await refusal_of(files.content(document_id)) == "key_ring_cannot_read"


async def test_a_program_without_a_store_says_so():
    store = NoDocuments()

    for work in (store.put(UUID(int=1), b""), store.content(UUID(int=1)), store.remove(UUID(int=1)), store.ids()):
        assert await refusal_of(work) == "document_store_unavailable"
    assert await refusal_of(store.reseal(UUID(int=1))) == "document_store_unavailable"
