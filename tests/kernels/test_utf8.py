"""The one way that kernels read and write UTF-8, against Python's own."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.kernels.utf8 import code_point, write

few = settings(max_examples=200)


def read_all(raw: bytes) -> list[int]:
    text, at, found = np.frombuffer(raw, np.uint8), 0, []
    while at < len(raw):
        code, size = code_point(text, at, len(raw))
        found.append(int(code))
        at += int(size)
    assert at == len(raw)
    return found


@few
@given(st.text())
def test_what_is_read_is_what_python_reads(text: str) -> None:
    assert read_all(text.encode()) == [ord(char) for char in text]


@few
@given(st.text())
def test_what_is_written_is_what_python_writes(text: str) -> None:
    out, at = np.zeros(4 * len(text) + 4, np.uint8), 0
    for char in text:
        at = write(np.uint32(ord(char)), out, at)
    assert out[:at].tobytes() == text.encode()


@few
@given(st.binary(max_size=40))
def test_no_byte_is_read_beyond_the_end(raw: bytes) -> None:
    read_all(raw)


def test_what_begins_nothing_is_one_byte_of_nothing() -> None:
    assert read_all(b"\x80\xc0\xf5\xff") == [0, 0, 0, 0]
    assert read_all("中".encode()[:2]) == [0, 0]
