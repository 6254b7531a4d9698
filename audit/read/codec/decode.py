"""Decoding of bytes in an unknown codec: certain evidence first, statistics last."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from audit.read.binary.magic import script_unit, wide_unit
from audit.read.codec.assembled import anchors, assembled
from audit.read.codec.chinese import with_todays_names
from audit.read.codec.decoded import Decoded
from audit.read.codec.either_codec import TwoCodecs, two_codecs
from audit.read.codec.escapes import announced
from audit.read.codec.high_bytes import valid_share
from audit.read.codec.joined import decode_joined
from audit.read.codec.lost_bytes import lost_bytes
from audit.read.codec.mixed import Lines, lost_steps, second_look
from audit.read.codec.offsets import offsets
from audit.read.codec.signs_of_utf8 import holds_words_of_utf8
from audit.read.codec.statistical.few import are_damage, are_remains, codec_of_few, is_cut_utf8
from audit.read.codec.statistical.legacy import guess
from audit.read.codec.statistical.robust import Stretch
from audit.read.codec.statistical.samples import sampled
from audit.read.codec.tolerant import BadBytes, tolerantly
from audit.read.codec.utf7 import read_utf7
from audit.text.likelihood import nats_of

# utf-32-le before utf-16-le: its mark begins with the other's.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"+/v8-", "utf-7"),
)
_MARKED: Final = tuple(mark for mark, _ in _MARKS)
# With a larger share of bad bytes it is another codec, or no text.
_MAX_BAD: Final = 0.10
# The same for files with two codecs, whose other parts are known to be plausible.
_MAX_BAD_WEIGHED: Final = 0.6
# In a text of a dozen bytes a single broken character exceeds the share above.
_FEW_BYTES: Final = 3
# Confidence of decisions based on a few words (see weighed.few): all of 1,400 files in 12 languages were right.
_SURE_OF_FEW: Final = 0.97
_LONG_RUN: Final = re.compile(r"(.)\1{2,}", re.DOTALL)
_SAMPLE: Final = 1 << 16
_UNIT_SAMPLE: Final = 1 << 11
_MARK_SAMPLE: Final = 256


def decode(raw: bytes, declared: str | None = None) -> Decoded | None:
    """Return `raw` as text, or None if no codec decodes it.

    `declared` is a codec named by the file or its server, which counts as evidence. Each undecodable sequence becomes
    one U+FFFD and is listed in `errors`; passages in another codec are decoded with their own.
    """
    plain = _plainly_utf8(raw)
    if plain:
        return plain
    parts = decode_joined(raw)
    if parts:
        return parts
    found = (
        _marked(raw)
        or _spaced_by_nuls(raw)
        or _escaped(raw)
        or _strictly_utf8(raw)
        or _mostly_utf8(raw)
        or _in_few_words(raw, declared)
        or _weighed(raw, declared)
    )
    if found is None:
        return None
    found = _looked_at_again(found, raw)
    return _with_lost_bytes(with_todays_names(_beside_utf8(found, raw) or found, raw), raw)


def _plainly_utf8(raw: bytes) -> Decoded | None:
    """Decode UTF-8 without BOM, NUL, escapes and UTF-7 runs, for which no other interpretation exists."""
    if b"\x00" in raw or b"\x1b" in raw or (b"~" in raw and b"~{" in raw) or raw.startswith(_MARKED):
        return None  # UTF-16, ISO-2022, HZ
    if script_unit(raw[:_UNIT_SAMPLE]):
        return None
    found = _strictly_utf8(raw)
    return None if found is None or (found.source == "ascii" and "+" in found.text) else found


def _parted(both: TwoCodecs, raw: bytes) -> Decoded:
    """Decode a file whose lines are of two legacy codecs; that of most bytes is reported."""
    most, rest = both.most, both.rest
    lines = [Lines(start, end, (Stretch(start, end, rest.codec),)) for start, end in both.lines]
    found = Decoded("", most.codec, "scored", min(most.confidence, rest.confidence), runner_up=rest.codec)
    return _with_lines(found, raw, lines)


def _looked_at_again(found: Decoded, raw: bytes) -> Decoded:
    if found.passages:
        return found
    lines = second_look(raw, found.encoding, _skipped(found), found.errors)
    return _with_lines(found, raw, lines) if lines else replace(found, errors=tuple(_astray(found, raw)))


def _with_lines(found: Decoded, raw: bytes, lines: Sequence[Lines]) -> Decoded:
    made = assembled(raw, found.encoding, _skipped(found), lines)
    return replace(found, text="".join(made.pieces), errors=tuple(made.errors), passages=tuple(made.passages))


def _astray(found: Decoded, raw: bytes) -> Iterator[BadBytes]:
    """Yield the errors, each with the earlier position where the codec lost synchronisation, if it did."""
    steps = lost_steps(raw, found.encoding, found.errors)
    byte, char = 0, 0
    for bad in found.errors:
        lost = next((at for at in steps[bisect_left(steps, byte) :] if at < bad.start), None)
        astray = None if lost is None else char + len(raw[byte:lost].decode(found.encoding, "replace"))
        yield replace(bad, astray=astray)
        byte, char = bad.end, bad.char + 1


def _with_lost_bytes(found: Decoded, raw: bytes) -> Decoded:
    """Look for lost bytes where no error and no second codec explains unlikely characters."""
    if found.errors or found.passages or found.bom or found.source == "escapes":
        return found
    return replace(found, lost=tuple(lost_bytes(raw, found.encoding)))


def byte_offsets(decoded: Decoded, raw: bytes, points: Sequence[int]) -> list[int]:
    """Return the byte offset in `raw` of each of the sorted code point offsets of the decoded text.

    Where nothing is broken, raw[b0:b1] decodes to text[p0:p1] (except for codecs with shift states). Offsets inside a
    repaired passage map to its start, those past the end to the end. Linear in the input.
    """
    skip = _skipped(decoded)
    unread = [*decoded.errors, *decoded.euros]
    return offsets(raw, list(anchors(decoded.encoding, skip, unread, [*decoded.passages, *decoded.mended])), points)


def _skipped(decoded: Decoded) -> int:
    """Return the length of the byte order mark."""
    return next((len(mark) for mark, codec in _MARKS if codec == decoded.encoding), 0) if decoded.bom else 0


def _tolerated(raw: bytes, found: Decoded, skip: int = 0, limit: float = _MAX_BAD) -> Decoded | None:
    """Return `found` with its text and errors; None if more than `limit` of the bytes are bad."""
    text, errors = tolerantly(raw, found.encoding, skip)
    if sum(bad.end - bad.start for bad in errors) > max(limit * (len(raw) - skip), _FEW_BYTES):
        return None
    return replace(found, text=text, errors=errors)


def _marked(raw: bytes) -> Decoded | None:
    for mark, codec in _MARKS:
        if raw.startswith(mark) and not _lies(raw[len(mark) : len(mark) + _MARK_SAMPLE], codec):
            limit = _MAX_BAD_WEIGHED if codec == "utf-8" else _MAX_BAD
            found = _tolerated(raw, Decoded("", codec, "bom", bom=True), len(mark), limit)
            if found:
                return found
    return None


def _lies(sample: bytes, codec: str) -> bool:
    """Whether a UTF-16 mark precedes bytes that are more plausible as UTF-8."""
    if not codec.startswith("utf-16") or b"\x00" in sample:
        return False
    wide, _ = tolerantly(sample, codec)
    narrow, errors = tolerantly(sample, "utf-8")
    return len(errors) <= 1 and nats_of(narrow) > nats_of(wide)


def _spaced_by_nuls(raw: bytes) -> Decoded | None:
    sample = raw[:_UNIT_SAMPLE]
    codec = (wide_unit(raw[:_SAMPLE]) if b"\x00" in raw[:_SAMPLE] else None) or script_unit(sample)
    if codec and codec.startswith("utf-16") and b"\x00" in sample:
        codec = max(("utf-16-le", "utf-16-be"), key=lambda order: _nats_in_runs(sample, order))
    return _tolerated(raw, Decoded("", codec, "nul-pattern")) if codec else None


def _nats_in_runs(sample: bytes, order: str) -> float:
    """Return the log probability of a sample in a byte order of UTF-16, of long runs of a character only once.

    A NUL is a high byte of ASCII, but the low one of a line (U+2500), 一 (U+4E00) or an ideographic space (U+3000).
    """
    return nats_of(_LONG_RUN.sub(r"\1\1", tolerantly(sample, order)[0]))


def _escaped(raw: bytes) -> Decoded | None:
    found = announced(raw)
    if found:
        return Decoded(found.text, found.codec, "escapes", errors=found.errors)
    runs = read_utf7(raw) if raw.isascii() else None
    return None if runs is None else Decoded(runs, "utf-7", "escapes")


def _strictly_utf8(raw: bytes) -> Decoded | None:
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return Decoded(text, "utf-8", "ascii" if text.isascii() else "utf-8")


def _mostly_utf8(raw: bytes) -> Decoded | None:
    """Decode UTF-8 with a few bad bytes; decided on a sample, to be cheap for other codecs."""
    share = valid_share(sampled(raw, _SAMPLE))
    if not share:
        return None
    # Surrogates are certain evidence, however few other bytes there are.
    return _tolerated(raw, Decoded("", "utf-8", "utf-8-tolerant", share), limit=1.0 if share == 1.0 else _MAX_BAD)


def _beside_utf8(found: Decoded, raw: bytes) -> Decoded | None:
    """Decode a text of which UTF-8 has known words and all else is in another codec; `found` has none in UTF-8."""
    if not found.legacy or any(one.codec == "utf-8" for one in found.passages) or not holds_words_of_utf8(raw):
        return None
    return decode_strays(raw)


def decode_strays(raw: bytes) -> Decoded | None:
    """Return a text in UTF-8 with passages in another codec; None if a byte is in neither, or it has none."""
    most = _tolerated(raw, Decoded("", "utf-8", "utf-8-tolerant", _SURE_OF_FEW), limit=_MAX_BAD_WEIGHED)
    both = most and _looked_at_again(most, raw)
    return both if both and both.passages and not both.errors else None


def _in_few_words(raw: bytes, declared: str | None) -> Decoded | None:
    """Decode ASCII with a few characters of a code page, or a cut one; a declared codec counts as evidence."""
    if not declared and is_cut_utf8(raw):
        return _tolerated(raw, Decoded("", "utf-8", "utf-8-tolerant", _SURE_OF_FEW))
    codec = None if declared else codec_of_few(raw)
    if codec is None or are_remains(raw, codec):
        return None
    return _tolerated(raw, Decoded("", codec, "scored", _SURE_OF_FEW))


def _weighed(raw: bytes, declared: str | None) -> Decoded | None:
    found = guess(raw, declared)
    both = two_codecs(raw, found)
    if both or found is None:
        return _parted(both, raw) if both else None
    if declared is None and (are_damage(raw, found.codec) or are_remains(raw, found.codec)):
        damaged = Decoded("", "utf-8", "utf-8-tolerant", _SURE_OF_FEW, runner_up=found.codec)
        return _tolerated(raw, damaged, limit=_MAX_BAD_WEIGHED)
    source = "utf-8-tolerant" if found.codec == "utf-8" else "scored"
    weighed = Decoded("", found.codec, source, found.confidence, runner_up=found.runner_up, declared=declared)
    return _tolerated(raw, weighed, limit=_MAX_BAD_WEIGHED)
