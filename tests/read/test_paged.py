"""Text of printed pages loses its running heads and numbers, and its words and sentences are whole again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.read.codec.decode import byte_offsets
from tests.read.reading import read

HEAD = "Notes of the Marl Ferry  12 (2021)"
PAGES = (
    """\
The rope was turned every second day, and its wear was meas-
ured with a gauge that had been marked for the
purpose. No rope was cut before the for-""",
    """\
tieth day, and none of the ropes that had been oiled
parted.

  Rope    Days
  old     41
  oiled   88

After that the wear did not change, which we take""",
    """\
to mean that the fibres had settled.
A well-
known rule says so, too, and a well-known rule is often right.""",
)


def _printed(*pages: str) -> str:
    return "\f".join(f"{HEAD}\n{number}\n\n{page}\n" for number, page in enumerate(pages, 14))


def test_heads_and_numbers_go_and_sentences_are_whole(tmp_path):
    (found,) = read(tmp_path, "a.txt", _printed(*PAGES).encode())
    said = found.decoded.text
    assert HEAD not in said
    assert "its wear was measured with a gauge that had been marked for the\npurpose." in said
    assert "before the fortieth day, and none" in said
    assert "which we take to mean that" in said
    assert "A well-known rule says so" in said
    assert "Rope    Days\n  old     41\n  oiled   88" in said
    assert "dropped 6 lines as page headers, page numbers" in found.remark


CHINESE = (
    "渡船的缆绳\n\n我们用三年时间量了四十条缆绳的磨损，并与从前的记录作\n了比较。新绳比旧绳耐用得多，差别主要来自浸过的桐油\n和晾晒。",
    "春水漫过旧石阶\n小船系在柳树旁\n\n缆绳要放在阴凉处，每隔三天翻动一次，不可以叠压，\n然后再量。",
)


def test_full_lines_of_chinese_are_joined_and_verses_stay(tmp_path):
    (found,) = read(tmp_path, "a.txt", _printed(*CHINESE).encode())
    said = found.decoded.text
    for whole in ("记录作了比较。新绳", "浸过的桐油和晾晒", "不可以叠压，然后再量"):
        assert whole in said
    assert "渡船的缆绳\n" in said
    assert "旧石阶\n小船" in said


def test_a_number_alone_on_the_first_page_goes_with_those_in_heads(tmp_path):
    pages = (f"On the wear of ropes\n\n{PAGES[0]}\n\n14\n", f"15 {HEAD}\n\n{PAGES[1]}\n", f"16 {HEAD}\n\n{PAGES[2]}\n")
    (found,) = read(tmp_path, "a.txt", "\f".join(pages).encode())
    assert "before the fortieth day" in found.decoded.text
    assert "which we take to mean" in found.decoded.text


def test_bytes_are_those_of_the_file(tmp_path):
    raw = _printed(*PAGES).replace("gauge", "Maß").encode("latin-1")
    (found,) = read(tmp_path, "a.txt", raw)
    at = found.decoded.text.index("Maß")
    (start,) = byte_offsets(found.decoded, raw, [at])
    assert raw[start : start + 3] == "Maß".encode("latin-1")


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    return x\n\f\ndef g(x):\n    return -x\n\f\ndef h(x):\n    return 0\n",
        "第一章\n\n船走了。\n\n第二章\n\n船又回来了。\n",
        "Row her over the bar.\nRow her home.\n\fRow her over the bar.\nRow her home.\n",
    ],
)
def test_other_texts_stay_as_they_are(tmp_path, text):
    (found,) = read(tmp_path, "a.txt", text.encode())
    said = text if found.decoded is None else found.decoded.text
    assert (said.split(), found.remark) == (text.split(), None)


WORDS = st.lists(st.text("abcdefgh", min_size=2, max_size=9), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=25)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=2, max_size=5))
def test_every_line_is_kept_or_named(tmp_path_factory, pages):
    text = "\f".join("\n".join(lines) for lines in pages)
    (found,) = read(tmp_path_factory.mktemp("paged"), "a.txt", f"x\n{text}".encode())
    kept = "".join(found.decoded.text.split()) if found.decoded else "".join(text.split())
    missing = [line for lines in pages for line in lines if "".join(line.split()) not in kept]
    assert not missing or found.remark is not None
