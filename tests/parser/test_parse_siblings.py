"""What a page's siblings say about it: lines that other documents have in the same place are no part of the article."""

from __future__ import annotations

import pyarrow as pa
import pytest

from audit.parser import parse
from audit.parser.blocks.features import lines
from audit.parser.templates.template_lines import Repeats, source_of
from audit.tables import TEXTS
from tests.parser.stories import story
from tests.parser.templates.in_memory import repeats_of

HEAD = ["Weather", "Traffic", "Obituaries", "Town hall"]
# Prose that nothing on the page itself gives away.
APPEAL = [
    "Our village paper is made by nine volunteers who gather around a kitchen table every Thursday evening.",
    "If you like what they do, bring them a cake, a photograph or a story that your grandmother used to tell.",
]
FOOT = ["Masthead", "Write to us", "Archive", "Imprint"]


def page(number: int, *, appeal: bool = True) -> str:
    title = ["The tale of number " + "abcdefgh"[number]]
    return "\n".join([*HEAD, *title, *story(number), *(APPEAL if appeal else []), *FOOT])


def table(texts: list[str], ids: list[str]) -> pa.Table:
    columns = {"id": ids, "text": texts, "encoding": ["utf-8"] * len(texts), "sha256": ["0" * 64] * len(texts)}
    return pa.table({f.name: pa.array(columns[f.name], f.type) for f in TEXTS.arrow})


def known(texts: list[str], ids: list[str]) -> Repeats:
    return repeats_of(lines(texts), [source_of(id) for id in ids])


IDS = ["paper/1.txt", "paper/2.txt", "paper/3.txt"]
TEXTS_OF_ONE_SITE = [page(1), page(2), page(3)]


@pytest.fixture(scope="module")
def siblings() -> Repeats:
    return known(TEXTS_OF_ONE_SITE, IDS)


def test_prose_that_all_pages_end_with_is_no_part_of_an_article(siblings: Repeats) -> None:
    told = parse(table(TEXTS_OF_ONE_SITE, IDS), siblings)
    for number, document in enumerate(told.documents.to_pylist(), 1):
        assert document["body"].split("\n")[-5:] == story(number)


def test_it_would_be_without_the_siblings() -> None:
    assert APPEAL[0] in parse(table(TEXTS_OF_ONE_SITE, IDS)).documents["body"][0].as_py()


def test_an_article_that_two_of_many_pages_hold_is_an_article() -> None:
    """Versions that were not recognised as such, in a folder of many sites: what they share is no furniture."""
    told = ["\n".join([*HEAD, *story(number), *FOOT]) for number in range(28)]
    texts, ids = [*told, told[0]], [f"paper/{number}.txt" for number in range(29)]
    found = repeats_of(lines(texts), ["paper"] * len(texts), guard=False)
    bodies = parse(table(texts, ids), found).documents["body"].to_pylist()
    assert bodies[0].split("\n") == bodies[28].split("\n") == story(0)


def test_what_all_of_many_pages_hold_is_none_however_long() -> None:
    texts = [page(n) + "\n" + "\n".join(story(60)) for n in range(8)] * 4
    ids = [f"paper/{n}.txt" for n in range(32)]
    found = repeats_of(lines(texts), ["paper"] * len(texts), guard=False)
    bodies = parse(table(texts, ids), found).documents["body"].to_pylist()
    assert not any(paragraph in body for paragraph in story(60) for body in bodies)


def test_the_reason_says_where_else_it_stands(siblings: Repeats) -> None:
    blocks = parse(table(TEXTS_OF_ONE_SITE, IDS), siblings).blocks.to_pylist()
    appeal = next(b for b in blocks if b["text"] == APPEAL[0])
    assert (appeal["boilerplate"], appeal["reason"]) == (True, "occurs in 2 other documents of its source")
    assert appeal["score"] >= 0.5


def test_the_reason_of_a_single_sibling() -> None:
    ids = ["1.txt", "2.txt"]
    blocks = parse(table(TEXTS_OF_ONE_SITE[:2], ids), known(TEXTS_OF_ONE_SITE[:2], ids)).blocks.to_pylist()
    assert "occurs in 1 other document of its source" in {b["reason"] for b in blocks}


def test_a_form_letter_stays(siblings: Repeats) -> None:
    # Nearly all of it stands in others: it is what the document says.
    letter = "\n".join([*APPEAL, "Signed on a rainy Thursday by the nine."])
    texts, ids = [*TEXTS_OF_ONE_SITE, letter], [*IDS, "paper/4.txt"]
    told = parse(table(texts, ids), known(texts, ids)).documents.to_pylist()
    assert APPEAL[0] in told[3]["body"]


def test_two_copies_keep_their_article() -> None:
    texts, ids = [page(1), page(1), page(2)], IDS
    told = parse(table(texts, ids), known(texts, ids)).documents.to_pylist()
    assert told[0]["body"] == told[1]["body"] == "\n".join(story(1))


def test_another_source_says_nothing(siblings: Repeats) -> None:
    other = ["elsewhere/1.txt"]
    alone = parse(table(TEXTS_OF_ONE_SITE[:1], other))
    assert parse(table(TEXTS_OF_ONE_SITE[:1], other), siblings).blocks.equals(alone.blocks)


def test_the_batch_changes_nothing(siblings: Repeats) -> None:
    together = parse(table(TEXTS_OF_ONE_SITE, IDS), siblings).blocks.to_pylist()
    apart = [parse(table([t], [i]), siblings).blocks for t, i in zip(TEXTS_OF_ONE_SITE, IDS, strict=True)]
    assert together == pa.concat_tables(apart).to_pylist()


CLAUSES = [
    "   The ferrymen may, by a vote of all who hold an oar,\n   set the toll of the crossing",
    "   A delegate may",
    "   1. appoint or dismiss a keeper of the rope;",
    "   2. call a vote, with the quorum of this paper",
    "   directly related to the river and its landings",
]


def statute(number: int) -> str:
    """Return a version of a statute, whose clauses it numbers and words anew."""
    kept = [f"{n}.{i} {clause}" for n in range(30) for i, clause in enumerate(CLAUSES) if (n + i) % 3 != number]
    return "\n".join(["Statute of the ferrymen", f"Version {number} of the paper", *story(number), *kept])


def test_versions_of_a_text_without_furniture_keep_every_line() -> None:
    texts = [statute(number) for number in (0, 1)]
    found = repeats_of(lines(texts), ["paper"] * 2, guard=False)
    blocks = parse(table(texts, ["paper/1.txt", "paper/2.txt"]), found).blocks.to_pylist()
    assert not [block["text"] for block in blocks if block["boilerplate"]]
