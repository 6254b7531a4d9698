from __future__ import annotations

import gzip

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from audit.read.compressed import compression_of, decompressed, without_compression
from audit.read.refusal import RefusedInputError

COMPRESS = {"gzip": gzip.compress, "zstd": zstandard.compress}
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


def test_a_wrong_checksum_is_reported_after_the_text():
    whole = gzip.compress(TEXT, mtime=0)
    wrong = whole[:-8] + bytes([whole[-8] ^ 1]) + whole[-7:]
    assert run([wrong], "gzip") == (TEXT, "broken-compression")


@pytest.mark.parametrize("kind", KINDS)
def test_a_bomb_is_stopped_early(kind):
    made, code = run([COMPRESS[kind](b"\0" * 50_000_000)], kind)
    assert code == "expands-too-far"
    assert len(made) < 20_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_text_that_repeats_is_no_bomb(kind):
    assert run([COMPRESS[kind](b"la " * 300_000)], kind, 2) == (b"la " * 300_000, None)


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.txt", b"\x1f\x8b\x08\x00", "gzip"),
        ("a.txt", b"\x28\xb5\x2f\xfd\x00", "zstd"),
        ("a.txt", b"\x5f\x2a\x4d\x18\x00", "zstd"),
        ("a.txt.gz", b"plain", "gzip"),
        ("a.txt.ZST", b"plain", "zstd"),
        ("a.zst", b"\x1f\x8b\x08\x00", "gzip"),
        ("a.txt", b"plain", None),
        ("a.txt", b"\x1f\x8b", None),
        ("a.txt", b"P*M\x18", "zstd"),
        ("a.txt", b"p*M\x18", None),
        ("a.txt", b"", None),
    ],
)
def test_compression_is_known_by_content_then_by_name(name, head, kind):
    assert compression_of(name, head) == kind


@pytest.mark.parametrize(
    ("name", "bare"),
    [("A.JSONL.GZ", "a.jsonl"), ("a.csv.zst", "a.csv"), ("a.gz.zst", "a.gz"), ("a.gz.txt", "a.gz.txt")],
)
def test_one_suffix_is_taken_off(name, bare):
    assert without_compression(name) == bare
