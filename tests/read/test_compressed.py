"""What was compressed comes back however it is cut; cuts, damage and bombs are reported, never taken for the whole."""

from __future__ import annotations

import bz2
import gzip
import lzma

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from audit.read.compressed import decompressed
from audit.read.refusal import RefusedInputError

COMPRESS = {"gzip": gzip.compress, "bzip2": bz2.compress, "xz": lzma.compress, "zstd": zstandard.compress}
KINDS = list(COMPRESS)
TEXT = b"The wind turned north before the boats came in. "


def run(pieces, kind, growth: int = 200) -> tuple[bytes, str | None]:
    """Return what came out before the end, and the code of the refusal at the end."""
    made = b""
    try:
        for piece in decompressed(iter(pieces), kind, growth):
            made += piece
    except RefusedInputError as error:
        return made, error.refusal.code
    return made, None


@given(st.sampled_from(KINDS), st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 50))
def test_what_was_compressed_comes_back_however_it_is_cut(kind, parts, size):
    whole = b"".join(map(COMPRESS[kind], parts))
    pieces = [whole[start : start + size] for start in range(0, len(whole), size)]
    assert run(pieces, kind) == (b"".join(parts), None)


@given(st.sampled_from(KINDS), st.integers(1, 60))
def test_a_cut_stream_is_never_taken_for_a_whole_one(kind, missing):
    whole = COMPRESS[kind](TEXT * 3)
    made, code = run([whole[:-missing]], kind)
    assert code == "broken-compression"
    assert (TEXT * 3).startswith(made)


@pytest.mark.parametrize("kind", KINDS)
def test_what_follows_a_whole_stream_is_reported_and_what_came_before_stands(kind):
    assert run([COMPRESS[kind](TEXT) + b"junk"], kind) == (TEXT, "broken-compression")


@pytest.mark.parametrize("kind", KINDS)
def test_padding_with_zeros_is_silent(kind):
    assert run([COMPRESS[kind](TEXT) + b"\0" * 100, b"\0" * 100], kind) == (TEXT, None)


@pytest.mark.parametrize("kind", ["gzip", "bzip2", "xz"])
@pytest.mark.parametrize("text", [TEXT, TEXT * 9_000], ids=["short", "long"])
def test_a_wrong_checksum_is_reported_after_the_text(kind, text):
    whole = COMPRESS[kind](text)
    wrong = whole[:-4] + bytes([whole[-4] ^ 1]) + whole[-3:]
    assert run([wrong], kind) == (text, "broken-compression")


def test_what_precedes_a_damaged_stream_stands():
    first, second = (bz2.compress(TEXT * times) for times in (9_000, 9))
    assert run([first + second[:30] + b"\0" + second[31:]], "bzip2") == (TEXT * 9_000, "broken-compression")


def test_a_stream_that_takes_too_much_memory_is_no_damaged_one():
    large = lzma.compress(TEXT, filters=[{"id": lzma.FILTER_LZMA2, "preset": 0, "dict_size": 1 << 28}])
    assert run([large], "xz") == (b"", "expands-too-far")


@pytest.mark.parametrize("kind", KINDS)
def test_a_bomb_is_stopped_early(kind):
    made, code = run([COMPRESS[kind](b"\0" * 50_000_000)], kind)
    assert code == "expands-too-far"
    assert len(made) < 20_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_text_that_repeats_is_no_bomb(kind):
    assert run([COMPRESS[kind](b"la " * 300_000)], kind, 2) == (b"la " * 300_000, None)
