"""Records between tags without a root: TREC, Gigaword, Reuters-21578, Chinese news and posts."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.read.inputs import Input
from tests.read.reading import read, shown

P = "The ferry left before dawn, and nobody on the landing saw it go."
MORE = "The bell was silent until noon, when the wind came back."
ZH = "渡船在黎明前离开，码头上没有人看见它走。"
NOON = "钟声到中午才响，那时风又回来了。"
TREC = (
    f"<DOC>\n<DOCNO> A-1 </DOCNO>\n<HEAD>A ferry</HEAD>\n<DATELINE>BAY (XP)</DATELINE>\n<TEXT>\n{P}\n</TEXT>\n</DOC>\n"
)


def told(root: Path, name: str, content: bytes) -> list[tuple[str | None, str | None, str | None, str]]:
    found = [one for one in read(root, name, content) if isinstance(one, Input)]
    return [(o.stated.id, o.stated.title, o.stated.url, (o.text or "").strip()) for o in found]


def test_trec_has_a_head_and_several_texts(tmp_path: Path) -> None:
    other = f"<DOC>\n<DOCNO>A-2</DOCNO>\n<TEXT>\n{P}\n</TEXT>\n<TEXT>\n{MORE}\n</TEXT>\n</DOC>\n"
    first, second = told(tmp_path, "ap88", (TREC + "\n" + other).encode())
    assert first == ("A-1", "A ferry", None, P)
    assert second[3].split("\n") == [P, "", "", MORE]


def test_gigaword_has_paragraphs(tmp_path: Path) -> None:
    text = f"<P>\n{P}\n</P>\n<P>\n{MORE}\n</P>"
    content = f'<DOC id="XP_1" type="story" >\n<HEADLINE>\nA ferry\n</HEADLINE>\n<TEXT>\n{text}\n</TEXT>\n</DOC>\n'
    assert [part.split() for part in told(tmp_path, "xp.sgml", content.encode())[0][3].split("\n\n\n")] == [
        P.split(),
        MORE.split(),
    ]


def test_reuters_has_a_headline_and_a_body_in_its_text(tmp_path: Path) -> None:
    text = f"<TEXT>&#2;\n<TITLE>A FERRY</TITLE>\n<DATELINE>BAY, Feb 2 - </DATELINE><BODY>{P}\n&#3;</BODY></TEXT>"
    head = (
        '<!DOCTYPE lewis SYSTEM "lewis.dtd">\n<REUTERS TOPICS="NO" NEWID="1">\n<DATE> 2-FEB-1987 15:01:01.79</DATE>\n'
    )
    (one,) = read(tmp_path, "reut.sgm", f"{head}<TOPICS><D>tin</D></TOPICS>\n{text}\n</REUTERS>\n".encode())
    assert isinstance(one, Input)
    assert one.stated.title == "A FERRY"
    assert str(one.stated.published and one.stated.published.date()) == "1987-02-02"
    assert (one.text or "").strip("\n\x03") == P


def test_news_in_gb18030_has_one_element_a_line(tmp_path: Path) -> None:
    pages = "".join(
        f"<doc>\n<url>http://bay.example/?a={n}&b=1</url>\n<docno>f{n}</docno>\n"
        f"<contenttitle>{title}</contenttitle>\n<content>　　{text}</content>\n</doc>\n"
        for n, title, text in ((1, "渡船", ZH), (2, "钟声", NOON))
    )
    assert told(tmp_path, "news.dat", pages.encode("gb18030")) == [
        ("f1", "渡船", "http://bay.example/?a=1&b=1", ZH),
        ("f2", "钟声", "http://bay.example/?a=2&b=1", NOON),
    ]


def test_a_post_beside_its_summary_is_the_text(tmp_path: Path) -> None:
    post = f"<doc id=0>\n    <summary>\n渡船\n    </summary>\n    <short_text>\n{ZH}\n    </short_text>\n</doc>\n"
    assert told(tmp_path, "posts.txt", post.encode()) == [("0", None, None, ZH)]


@pytest.mark.parametrize("written", ["a < b and AT&T, <3", "the <b> of C", "see <a.b@bay.example>", "x<y>z", "<!-- "])
def test_what_looks_like_a_tag_and_never_ends_is_text(tmp_path: Path, written: str) -> None:
    content = f"<DOC>\n<TEXT>{P} {written} {MORE}</TEXT>\n</DOC>\n"
    assert told(tmp_path, "a", content.encode())[0][3] == f"{P} {written} {MORE}"


def test_faults_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    bad = TREC.encode().replace(b"before dawn", b"before \xff dawn")
    none = b"<DOC>\n<DOCNO>A-3</DOCNO>\n</DOC>\n"
    found = shown(read(tmp_path, "a", TREC.encode() + b"a line between\n" + bad + none + TREC.encode()))
    assert [said.strip() for _, said in found] == [P, "broken-record", "broken-record", "no-text-column", P]


@pytest.mark.parametrize(
    ("odd", "said"),
    [
        ("<DOC />\n<TEXT>a</TEXT>\n</DOC>\n", "a"),
        ("<DOC>\n</DOC>\n", "no-text-column"),
        ("<DOC>\n<DOC>\n</TEXT>\n</DOC>\n", "no-text-column"),
    ],
)
def test_odd_records_change_nothing_around_them(tmp_path: Path, odd: str, said: str) -> None:
    found = shown(read(tmp_path, "a", (TREC + odd + TREC).encode()))
    assert [text.strip() for _, text in found] == [P, said, P]


def test_a_file_that_ends_within_a_record_is_refused_there(tmp_path: Path) -> None:
    found = shown(read(tmp_path, "a", (TREC + TREC[:-8]).encode()))
    assert [said.strip() for _, said in found] == [P, "broken-container"]


def test_a_record_above_the_limit_is_refused_alone(tmp_path: Path) -> None:
    large = TREC.replace(P, P * 40)
    found = shown(read(tmp_path, "a", (large + TREC).encode(), max_file_bytes=1_000))
    assert [said.strip() for _, said in found] == ["too-large", P]


@pytest.mark.parametrize(
    "content",
    [
        f"<doc>\n{P}\n</doc>\n",
        f"<doc>\n<b>{P}</b>\n</doc>\n",
        f"<record> is what the old reader printed.\n{P}\n<text> came next.\n",
        f"<p>\n<text>{P}</text>\n</p>\n",
    ],
    ids=["no elements", "none with a text", "prose about tags", "another element"],
)
def test_other_texts_with_tags_are_texts(tmp_path: Path, content: str) -> None:
    assert [one for one, _ in shown(read(tmp_path, "a.txt", content.encode()))] == ["a.txt"]
