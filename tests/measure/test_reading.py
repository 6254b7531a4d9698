"""Facts that only the reader knows."""

from __future__ import annotations

import pytest

from audit.finding import MAX_PLACES, Place
from audit.measure.measure import Measured, ParsedBatch, ReadDocument
from audit.measure.reading import READING
from audit.policy import Policy
from audit.read.codec.decode import decode
from audit.tables import BLOCKS, DOCUMENTS, TEXTS, empty


def measured(raw: bytes, declared: str | None = None, **changed: object) -> Measured:
    read = ReadDocument(raw, len(raw), decode(raw, declared), **changed)
    texts = TEXTS.build(id=["a"], text=[read.decoded.text], encoding=[read.decoded.encoding], sha256=[""])
    return READING.of(ParsedBatch(texts, empty(DOCUMENTS), empty(BLOCKS), [read], Policy()))


def facts(raw: bytes, **changed: object) -> dict[str, object]:
    return measured(raw, **changed).columns.to_pylist()[0]


def test_a_plain_text_is_sure_and_has_no_places():
    found = measured(b"The harbour opened again.")
    assert found.places == [()]
    assert {name: value for name, value in found.columns.to_pylist()[0].items() if value} == {
        "bytes": 25, "chars": 25, "encoding": "utf-8", "encoding_source": "ascii", "encoding_confidence": 1.0,
    }  # fmt: skip


def test_bad_bytes_are_counted_and_shown_where_they_stand():
    found = measured("Der Hafen öffnet, der Hafen schließt, ".encode() * 9 + b"\xff and so on")
    assert found.columns["decode_errors"].to_pylist() == [1]
    assert found.places == [(Place("decode_errors", 342, 343, "bytes ff"),)]


def test_a_lost_byte_is_counted_and_shown_with_the_text_behind_it():
    raw = "店家把新烤的麵包擺在門口，香味一直飄到河邊的公園裡。孩子們追著鴿子跑。".encode("cp950")
    found = measured(raw[:39] + raw[40:])
    assert found.columns["decode_errors"].to_pylist() == [1]
    ((place,),) = found.places
    assert place.evidence == "byte lost beside aa; behind it read 邊的公園裡。"


def test_a_mark_and_a_declared_codec_are_told():
    found = facts("\ufeffHafen".encode(), declared="latin-1\x1b[31m")
    assert (found["bom"], found["bytes"], found["chars"]) == (True, 8, 5)
    assert "\x1b" not in str(found["encoding_declared"])


def test_what_was_repaired_is_counted_and_shown_where_it_stands():
    repair = Place("repaired", 0, 5, "gb18030 read as cp1252; before and after")
    found = measured(b"Plain.", repairs=(repair,))
    assert (found.columns["repaired"].to_pylist(), found.places) == ([1], [(repair,)])


@pytest.mark.parametrize("times", [MAX_PLACES, MAX_PLACES + 5])
def test_places_are_bounded_and_counts_are_not(times):
    found = measured(("Der Hafen öffnet. ".encode() * 40 + b"\xff") * times)
    assert found.columns["decode_errors"].to_pylist() == [times]
    assert len(found.places[0]) == MAX_PLACES
