"""The samples keep their promises: every rule has both kinds, every id exists, and the bytes are what the names say."""

from __future__ import annotations

import codecs
import csv
import json
import tomllib
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from audit import ledger, samples
from audit.policy import load
from audit.rulebook import RULES

if TYPE_CHECKING:
    from pathlib import Path

RAW = samples.folder()
EXPECTED = tomllib.loads(samples.expected().read_text("utf-8"))
FILES = {path.relative_to(RAW).as_posix(): path for path in sorted(RAW.rglob("*")) if path.is_file()}
CODES = [rule.code for rule in RULES if rule.scope == "document"]
DECODED = [id for id, fields in EXPECTED["documents"].items() if id in FILES and "encoding" in fields]
FIELDS = {"title", "source", "source_original", "date", "published_at", "author"}
LEAST_FILES = 60
LARGEST_FILE = 8192
LEAST_PUBLISHED = 0.65


def records(path: Path) -> int:
    """Return how many documents a file holds: the records of a container, else itself."""
    if path.suffix == ".jsonl":
        return len(path.read_bytes().splitlines())
    if path.suffix == ".csv":
        return len(list(csv.DictReader(path.read_text("utf-8").splitlines(keepends=True))))
    return 1


def exists(id: str) -> bool:
    """Tell whether the id is a file, or a record that its container holds."""
    name, mark, number = id.partition("#")
    return name in FILES and (not mark or int(number) < records(FILES[name]))


def raw(id: str) -> bytes:
    return FILES[id].read_bytes()


def test_there_are_enough_small_files() -> None:
    assert len(FILES) >= LEAST_FILES
    assert [name for name, path in FILES.items() if path.stat().st_size > LARGEST_FILE] == []


def test_every_rule_has_a_sample_that_breaks_it_and_one_that_only_looks_so() -> None:
    for listed in (EXPECTED["rules"][code] for code in CODES):
        assert listed["bad"]
        assert listed["good"]
        assert set(listed["bad"]).isdisjoint(listed["good"])


def test_no_rule_is_listed_that_does_not_exist() -> None:
    assert sorted(set(EXPECTED["rules"]) - set(CODES)) == []


def test_every_listed_id_exists() -> None:
    listed = [id for rule in EXPECTED["rules"].values() for ids in rule.values() for id in ids]
    copied = [fields["duplicate_of"] for fields in EXPECTED["documents"].values() if "duplicate_of" in fields]
    assert [id for id in (*listed, *EXPECTED["documents"], *copied) if not exists(id)] == []


def test_every_file_is_listed_as_expected() -> None:
    told = {id.partition("#")[0] for id in EXPECTED["documents"]}
    assert sorted(set(FILES) - told) == []


def test_expectations_of_documents_are_well_formed() -> None:
    for fields in EXPECTED["documents"].values():
        null = set(fields.get("null", ()))
        assert null <= FIELDS
        assert null.isdisjoint(fields)
        assert set(fields) <= FIELDS | {"null", "language", "encoding", "state", "duplicate_of", "code"}
        assert fields.get("state", "published") in ledger.STATES
        assert ("duplicate_of" in fields) == (fields.get("state") == "duplicate")


def test_most_inputs_are_publishable() -> None:
    states = Counter(fields.get("state", "excluded") for fields in EXPECTED["documents"].values())
    assert states["published"] / states.total() >= LEAST_PUBLISHED


def test_the_languages_asked_for_are_there() -> None:
    found = Counter(fields.get("language") for fields in EXPECTED["documents"].values())
    least = {"zh-Hans": 30, "zh-Hant": 8, "en": 15, "ja": 7, "de": 7, "fr": 4, "ru": 3, "ko": 3}
    assert {tag: found[tag] for tag, count in least.items() if found[tag] < count} == {}


def test_the_expected_encoding_decodes_the_file_unless_it_is_broken() -> None:
    broken = {id for code in ("ENC001", "ENC016", "ENC017") for id in EXPECTED["rules"][code]["bad"]}
    for id in DECODED:
        stated = EXPECTED["documents"][id]
        if id in broken:
            with pytest.raises(UnicodeDecodeError):
                raw(id).decode(stated["encoding"])
        else:
            text = raw(id).decode(stated["encoding"])
            assert [f for f in ("title", "author") if f in stated and stated[f] not in text] == []


@pytest.mark.parametrize("id", EXPECTED["rules"]["ENC008"]["bad"])
def test_legacy_files_are_not_utf_8(id: str) -> None:
    with pytest.raises(UnicodeDecodeError):
        raw(id).decode("utf-8")


def test_marks_at_the_start_stand_where_the_names_say() -> None:
    assert raw("saltmere-post/enc-byte-order-mark.txt").startswith(codecs.BOM_UTF8)
    assert raw("wanling-times/enc-utf16-with-bom.txt").startswith(codecs.BOM_UTF16_LE)
    assert not raw("garam-ilbo/enc-utf16-without-bom.txt").startswith(codecs.BOM_UTF16_LE)


@pytest.mark.parametrize(
    ("id", "held"),
    [
        ("lanhai-daily/enc-controls.txt", "\x1b"),
        ("lanhai-daily/enc-zero-width.txt", "\u200b"),
        ("qingya-science/enc-replacement-characters.txt", "\ufffd"),
        ("qingya-science/enc-private-use.txt", "\ue606"),
        ("qingya-science/enc-html-entities.txt", "&nbsp;"),
        ("saltmere-post/enc-bidi-override.txt", "\u202e"),
        ("saltmere-post/enc-noncharacters.txt", "\ufffe"),
        ("saltmere-post/enc-question-runs.txt", "?????"),
        ("saltmere-post/good-emoji-family.txt", "\u200d"),
        ("saltmere-post/good-bidi-isolates.txt", "\u2067"),
        ("saltmere-post/good-ten-tips.txt", "Q&A;"),
    ],
)
def test_the_file_holds_what_it_is_named_for(id: str, held: str) -> None:
    assert held in raw(id).decode("utf-8")


@pytest.mark.parametrize(
    ("id", "wrong", "right", "word"),
    [
        ("lanhai-daily/enc-mojibake-utf8-as-gbk.txt", "gb18030", "utf-8", "伞铺"),
        ("yunhe-evening/enc-mojibake-gbk-as-latin1.txt", "latin-1", "gbk", "古树"),
        ("lindmoor-bote/enc-mojibake-utf8-as-cp1252.txt", "cp1252", "utf-8", "Störche"),
    ],
)
def test_mojibake_reads_well_once_the_wrong_codec_is_undone(id: str, wrong: str, right: str, word: str) -> None:
    text = raw(id).decode("utf-8")
    assert word not in text
    assert word in text.encode(wrong, "ignore").decode(right, "ignore")


def test_one_file_alone_is_not_nfc() -> None:
    unicode = [id for id in DECODED if EXPECTED["documents"][id]["encoding"] == "utf-8"]
    texts = {id: raw(id).decode("utf-8", "replace") for id in unicode}
    unnormal = [id for id, text in texts.items() if not unicodedata.is_normalized("NFC", text)]
    assert unnormal == EXPECTED["rules"]["ENC010"]["bad"]


def test_copies_are_copies() -> None:
    assert raw("liuyun-digest/dup-exact-raw.txt") == raw("lanhai-daily/good-council-bus-lane.txt")
    contents = Counter(path.read_bytes() for path in FILES.values())
    assert [count for count in contents.values() if count > 1] == [2]


def test_inputs_that_cannot_be_read_are_what_they_seem() -> None:
    assert raw("leftovers/empty.txt") == b""
    assert raw("leftovers/blank.txt").decode("utf-8").strip() == ""
    assert raw("leftovers/chart.png").startswith(b"\x89PNG\r\n\x1a\n")
    assert [is_json(line) for line in raw("feeds/notices.jsonl").splitlines()] == [True, True, True, False, True]


def is_json(line: bytes) -> bool:
    try:
        json.loads(line)
    except ValueError:
        return False
    return True


def test_the_policy_of_the_samples_is_a_valid_one() -> None:
    read, _ = load(samples.policy())
    assert "ru" not in read.languages
    assert {"zh", "en", "ja", "de", "fr", "ko"} <= set(read.languages)
