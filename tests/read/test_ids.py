"""Ids: one for each path, read back from it, and never that of a record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.read.walk import id_of, written
from audit.text.ids import container_of, record_id

# The bytes that escapes are made of, so that look-alikes come about often.
NAMES = st.lists(
    st.sampled_from([b"\\", b"x", b"f", b"8", b"#", b"0", b"12", b"\xff", b"\x80", "é".encode(), b"/a"]), max_size=9
)


PATHS = NAMES.map(b"".join)


@pytest.mark.parametrize(
    ("path", "id"),
    [
        (b"plain.txt", "plain.txt"),
        ("新闻/cafe\u0301.txt".encode(), "新闻/cafe\u0301.txt"),
        (b"new\nline \x1b.txt", "new\nline \x1b.txt"),
        (b"hash#tag.txt", "hash#tag.txt"),
        (b"note#", "note#"),
        (b"back\\slash", "back\\slash"),
        (b"xff", "xff"),
        (b"\xff", "\\xff"),
        (b"\\xff", "\\\\xff"),
        (b"\\\xff", "\\\\\\xff"),
        (b"\\x41", "\\x41"),
        (b"\xed\xa0\x80", "\\xed\\xa0\\x80"),
        (b"a#3", "a\\#3"),
        (b"a\\#3", "a\\\\\\#3"),
        (b"a#1#2", "a#1\\#2"),
        (b"a#3/b", "a#3/b"),
        (b"\xff#3", "\\xff\\#3"),
    ],
)
def test_ids(path, id):
    assert id_of(path) == id


@given(PATHS, PATHS)
def test_no_two_paths_have_one_id(one, other):
    assert (id_of(one) == id_of(other)) == (written(one) == written(other)) == (one == other)


@given(PATHS, PATHS, st.integers(0, 20))
def test_no_file_has_the_id_of_a_record(one, container, record):
    assert id_of(one) != record_id(id_of(container + b".jsonl"), record)


@given(PATHS, st.integers(0, 20))
def test_an_id_tells_whether_it_is_a_record_s(path, record):
    assert container_of(id_of(path)) is None
    container = id_of(path + b".jsonl")
    assert container_of(record_id(container, record)) == container


@given(st.binary(max_size=40))
def test_ids_fit_into_tables(path):
    assert id_of(path).encode("utf-8").decode("utf-8") == id_of(path)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\#"), max_size=20))
def test_ordinary_names_are_their_own_ids(name):
    assert id_of(name.encode()) == name


@given(PATHS)
def test_an_id_can_be_read_back(path):
    assert path_of(id_of(path)) == path


def path_of(id: str) -> bytes:
    """Undo id_of: the escapes say what they stand for, the others are themselves."""
    made, rest = bytearray(), id
    while rest:
        run = len(rest) - len(rest.lstrip("\\"))
        after = rest[run:]
        is_byte = len(after) >= 3 and after[0] == "x" and after[1] in "89abcdef" and after[2] in "0123456789abcdef"
        is_number = after.startswith("#") and after[1:].isdecimal() and after[1:].isascii()
        if (is_byte or is_number) and run:
            made += b"\\" * (run // 2)
            taken = 3 if is_byte and run % 2 else 0
            made += bytes([int(after[1:3], 16)]) if taken else b""
            rest = after[taken:] if taken else after
            if not taken:
                made += rest[:1].encode()
                rest = rest[1:]
        else:
            made += rest[: run + 1].encode()
            rest = rest[run + 1 :]
    return bytes(made)
