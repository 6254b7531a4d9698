"""Texts with a structure around them: subtitles, lyrics, front matter, books; and where what is cut out stood."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.finding import Place
from audit.read.inputs import Input, Refused
from audit.worker.batch import Batch, bytes_of
from tests.read.dumped import BOOK, FRONT, STORY, TOML
from tests.read.subtitled import CUES, EVENTS, FRAMED, HAN, SAMI, TIMED, WEBVTT
from tests.read.test_readers import read, texts


def inputs(found: list[Input | Refused]) -> list[Input]:
    return [one for one in found if isinstance(one, Input)]


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("a.srt", CUES, f"Is anybody there?\nNobody.\n42\n- {HAN}\n- 没有。"),
        ("film.txt", CUES, f"Is anybody there?\nNobody.\n42\n- {HAN}\n- 没有。"),
        ("a.vtt", WEBVTT, "Is anybody there?\nNobody, I think."),
        ("a.ass", EVENTS, "Is anybody there,\nor not?\nNobody."),
        (
            "a.sbv",
            "0:00:01.000,0:00:03.000\nIs anybody there?\n\n0:00:03.500,0:00:06.000\nNobody.\n",
            "Is anybody there?\nNobody.",
        ),
        ("talk.txt", WEBVTT, "Is anybody there?\nNobody, I think."),
        ("a.txt", "0:00:01.000,0:00:03.000\nIs anybody there,[br]or not?\n", "Is anybody there,\nor not?"),
        (
            "b.vtt",
            "WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;whispers&gt; You &amp; I?\n- Who said &lt;no&gt;\n",
            "<whispers> You & I?\n- Who said <no>",
        ),
        ("a.sub", FRAMED, "Is anybody there,\nor not?\nNobody."),
        ("a.smi", SAMI, "Is anybody there,\nor not?\nNobody."),
        ("a.srt", "Only words, no times.\n", "Only words, no times.\n"),
        ("a.txt", "1\n\n12:30 was the time --> late.\n", "1\n\n12:30 was the time --> late.\n"),
    ],
)
def test_subtitles_are_what_is_said(tmp_path: Path, name: str, content: str, text: str) -> None:
    for codec in ("utf-8", "gb18030", "utf-16"):
        for end in ("\n", "\r\n"):
            found = read(tmp_path, name, content.replace("\n", end).encode(codec))
            if "times" not in content and "time " not in content:
                assert texts(found) == [text]
            else:
                assert inputs(found)


def test_a_list_of_times_alone_is_no_subtitle(tmp_path: Path) -> None:
    laps = "0:00:01.000,0:00:03.000\n0:00:03.000,0:00:06.000\n"
    assert texts(read(tmp_path, "laps.txt", laps.encode())) == [laps]


def test_front_matter_is_what_a_page_says_of_itself(tmp_path: Path) -> None:
    (found,) = inputs(read(tmp_path, "a.md", FRONT.encode()))
    assert texts([found]) == [f"# The old ferry\n\n{STORY}\n"]
    said = found.stated
    assert (said.title, said.author, said.url) == ("The old ferry", "A. Roe, B. Doe", "https://bay.example/1")
    assert str(said.published) == "2024-03-05 00:00:00"
    (found,) = inputs(read(tmp_path, "b.txt", FRONT.encode("utf-8-sig")))
    assert found.stated.title == "The old ferry"
    (found,) = inputs(read(tmp_path, "c.md", TOML.encode()))
    assert (texts([found]), found.stated.title) == ([f"{STORY}\n"], "The old ferry")
    (found,) = inputs(read(tmp_path, "d.txt", TOML.encode()))
    assert (texts([found]), found.stated.title) == ([f"{STORY}\n"], "The old ferry")
    (found,) = inputs(read(tmp_path, "e.txt", f"+++\n{STORY}\n+++\n".encode()))
    assert texts([found]) == [f"+++\n{STORY}\n+++\n"]


@pytest.mark.parametrize(
    "content",
    [
        f"---\n{STORY}\n---\n{STORY}\n",
        f"---\n\n{STORY}\n",
        f"--- {STORY}\n---\n",
        f"---\na: [\n---\n{STORY}",
        f"---\na: &a [x, *a]\ntitle: *a\n---\n{STORY}",
        f"---\ntitle: !!bool maybe\n---\n{STORY}",
        f"+++\ntitle = {'9' * 5000}\n+++\n{STORY}",
        f"+++\n{STORY}\n+++\n",
    ],
)
def test_rules_are_no_front_matter(tmp_path: Path, content: str) -> None:
    assert texts(read(tmp_path, "a.md", content.encode())) == [content]


def test_a_book_is_what_stands_between_its_head_and_licence(tmp_path: Path) -> None:
    (found,) = inputs(read(tmp_path, "pg99999.txt", BOOK.encode()))
    assert texts([found])[0].strip() == f"CHAPTER I\n\n{STORY}"
    said = found.stated
    assert (said.title, said.author, said.source, said.id) == ("The Ferry", "A. Roe", "Project Gutenberg", "99999")
    about = "Project Gutenberg gives away eBooks. This is no book of theirs.\n" * 3
    (found,) = inputs(read(tmp_path, "about.txt", about.encode()))
    assert (texts([found]), found.stated.title) == ([about], None)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize(("name", "content"), [("a.srt", CUES), ("a.ass", EVENTS), ("a.md", FRONT + HAN)])
def test_offsets_of_what_was_cut_out_lead_back_to_the_file(tmp_path: Path, name: str, content: str, codec: str) -> None:
    raw = content.replace("\n", "\r\n").encode(codec)
    (found,) = inputs(read(tmp_path, name, raw))
    batch = Batch()
    batch.add(found)
    (row,) = batch.documents
    assert row.decoded is not None
    text, places, at = row.decoded.text, [], 0
    for line in text.splitlines():
        for word in line.split():
            at = text.index(word, at)
            places.append(Place("x", at, at + len(word), ""))
    plain = codec.replace("-sig", "").replace("utf-16", "utf-16-le")
    for place, (start, end) in zip(places, bytes_of(row, places), strict=True):
        assert raw[start:end].decode(plain) == text[place.start : place.end]


def test_timed_lyrics_are_their_lines(tmp_path: Path) -> None:
    (song,) = inputs(read(tmp_path, "a.lrc", TIMED.encode()))
    assert song.decoded.text == "Row her over\nRow her home"
    assert (song.stated.title, song.stated.author) == ("The ferry", None)


def test_a_chat_with_times_in_brackets_is_no_song(tmp_path: Path) -> None:
    chat = b"[08:12:03] Ada: Boat today?\n[08:13:10] Peter: Too windy\n"
    (found,) = inputs(read(tmp_path, "a.txt", chat))
    assert found.raw == chat
    assert found.decoded is None
