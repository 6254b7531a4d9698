"""Questions are found in texts as they are and a little edited, with their places, and nothing else is."""

from __future__ import annotations

import random
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.duplication.items.item import BenchmarkItem, items_in, probes_of
from audit.measure.duplication.items.item_index import ItemIndex, item_index
from audit.measure.duplication.items.occurrences import occurrences

ROWERS = "How many rowers does the ferry of Ombrel need when the river stands above the third white mark on the pier?"
TIDE = "At which hour did the tide of March 1884 reach the market of Saltmere, by the keeper's log?"
LAMPS = "码头上的灯是谁在哪一年点亮的？"
POND = "一个鱼塘装有甲乙两个放水闸，单开甲闸六小时放完，单开乙闸九小时放完，两闸同开几小时放完？"
SHORT = "Who built the old pier?"
CHOICES = ("Ann Barr", "Tom Orr", "Lee Voss")
ITEMS = (
    BenchmarkItem("rowers", ROWERS), BenchmarkItem("tide", TIDE), BenchmarkItem("lamps", LAMPS),
    BenchmarkItem("pond", POND),
    BenchmarkItem("pier", SHORT, CHOICES, "Tom Orr"),
    BenchmarkItem("mill", "Whose mill is it?", (), "The mill of the widow Harrow"),
)  # fmt: skip


def found(text: str, items: tuple[BenchmarkItem, ...] = ITEMS) -> list[tuple[str, str, int]]:
    """Return the items in a text: name, passage, edits."""
    index = item_index(probes_of(items))
    hits = dict(occurrences(index, pa.array([text], pa.large_string()))).get(0, [])
    return [(items[hit.item].name, text[hit.start : hit.end], hit.edits) for hit in hits]


def in_lines_of_eight(text: str) -> str:
    words = text.split()
    return "\n".join(" ".join(words[at : at + 8]) for at in range(0, len(words), 8))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(ROWERS, "rowers", id="all of a text"),
        pytest.param(f"The notice says:\n\n{in_lines_of_eight(ROWERS)}\n\nNobody knows.", "rowers", id="in lines"),
        pytest.param(f"It was said. {TIDE.upper()} It was asked.", "tide", id="shouted"),
        pytest.param("有人问：码头上的燈是誰在\n哪一年點亮的？沒有人答。", "lamps", id="in other characters"),
        pytest.param(f"{SHORT}\nA. Ann Barr\nB. Tom Orr\nC. Lee Voss", "pier", id="a short one with its choices"),
        pytest.param(ROWERS.replace("river", "<b>river</b><br/>"), "rowers", id="with tags"),
        pytest.param(TIDE.replace("keeper's", "keeper&#39;s&nbsp;"), "tide", id="with character references"),
        pytest.param(f"&gt; {in_lines_of_eight(ROWERS)}".replace("\n", "\n&gt; "), "rowers", id="quoted, as HTML"),
        pytest.param("Whose mill is it? Answer: The mill of the widow Harrow.", "mill", id="and with its answer"),
    ],
)
def test_an_item_is_found_whatever_its_layout(text: str, name: str) -> None:
    ((item, passage, edits),) = found(text)
    assert (item, edits) == (name, 0)
    # To the letter, without what is around it.
    assert passage[0].isalnum()
    assert passage[-1].isalnum()
    assert len(passage) >= len(next(i.question for i in ITEMS if i.name == name)) - 1


def test_a_long_item_may_have_one_word_in_ten_changed() -> None:
    edited = ROWERS.replace("rowers", "oarsmen").replace("the pier", "a pier")
    assert [(name, edits) for name, _, edits in found(f"Once more. {edited}")] == [("rowers", 2)]
    edited = POND.replace("鱼", "水").replace("一个", "有个")
    assert [(name, edits) for name, _, edits in found(edited)] == [("pond", 2)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TIDE.replace("1884", "1885"), id="another figure"),
        pytest.param(TIDE.replace("Saltmere", "Fernwick"), id="another name in a short one"),
        pytest.param(POND.replace("六", "八").replace("九", "七"), id="other numerals"),
        pytest.param(SHORT, id="too short to be anybody's"),
        pytest.param(f"{SHORT} Nobody did. Ann Barr and Tom Orr and Lee Voss came later.", id="its choices elsewhere"),
        pytest.param(ROWERS[: len(ROWERS) // 2], id="half of it"),
        pytest.param(" ".join(reversed(ROWERS.split())), id="its words in another order"),
        pytest.param("", id="nothing"),
        pytest.param("How many rowers does the ferry need? The river stands above the mark on the pier.", id="told"),
    ],
)
def test_what_only_looks_like_an_item_is_none(text: str) -> None:
    assert found(text) == []


def test_what_items_share_tells_none_of_them() -> None:
    """The same instruction before each, one form filled in many ways: each is found by what is its own, to the word."""
    towns = [f"{first}{last}" for first in ("Ol", "Er", "Mar", "Tol") for last in ("den", "by", "haven", "wick")]
    items = tuple(
        BenchmarkItem(town, "Answer the question below with a single word and give no reason at all. "
             f"Which guild of {town} kept the keys of the northern gate through the long winter?")
        for town in towns
    )  # fmt: skip
    asked = "Which guild of Olby kept the keys of the northern gate through the long winter?"
    assert [name for name, *_ in found(f"A riddle: {asked}", items)] == ["Olby"]
    assert found(asked.replace("Olby", "Fernwick"), items) == []
    assert found("Answer the question below with a single word and give no reason at all. Why is it so?", items) == []


@pytest.mark.parametrize(
    ("form", "things"),
    [
        pytest.param(
            "Which statement about the {} of the old harbour is wrong? Give your reasons from section {} of the log.",
            "ferry pier mill lamp rope boat tide bell net oar sail dock",
            id="en",
        ),
        pytest.param(
            "下列关于渡口与{}的说法，错误的是哪一项？请结合第{}段内容说明理由。",
            "灯塔 码头 磨坊 绳索 小船 潮水 铜钟 渔网 木桨 风帆 船坞 堤岸",
            id="zh",
        ),
    ],
)
def test_a_number_in_a_shared_ending_is_part_of_the_question(form: str, things: str) -> None:
    """Sixty questions about twelve things and five sections, of which one stands in a text, or one about a sixth."""
    asked = [form.format(thing, section) for thing in things.split() for section in range(1, 6)]
    items = tuple(BenchmarkItem(text, text) for text in asked)
    assert [[name for name, *_ in found(text, items)] for text in asked] == [[text] for text in asked]
    assert not found(form.format(things.split(maxsplit=1)[0], 6), items)


def test_a_question_of_several_items_needs_its_choices() -> None:
    stem = "Which of the following statements about the harbour is not true?"
    items = (
        BenchmarkItem("first", stem, ("It is deep", "It is old", "It is dry")),
        BenchmarkItem("second", stem, ("It has a crane", "It has no crane")),
    )  # fmt: skip
    assert found(stem, items) == []
    assert [name for name, *_ in found(f"{stem} A. It has a crane B. It has no crane", items)] == ["second"]


@pytest.mark.parametrize("labels", ["A. B. C.", "(A) (B) (C)", "Ａ． Ｂ． Ｃ．", "A、 B、 C、"])
def test_a_question_with_its_choices_below_is_found_without_them_or_in_another_order(labels: str) -> None:
    marks = labels.split()
    item = (BenchmarkItem("rowers", "\n".join([ROWERS, *(f"{m} {c}" for m, c in zip(marks, CHOICES, strict=True))])),)
    turned = "\n".join([ROWERS, *(f"{m} {c}" for m, c in zip(marks, CHOICES[::-1], strict=True))])
    assert [name for text in (ROWERS, turned) for name, _, _ in found(text, item)] == ["rowers", "rowers"]


@pytest.mark.parametrize(
    "question", ["Which of the following is the main idea of the passage?", "下列各项中正确的一项是"]
)
def test_a_set_phrase_with_choices_below_is_not_found_without_them(question: str) -> None:
    item = (BenchmarkItem("phrase", f"{question}\nA. Ann Barr\nB. Tom Orr\nC. Lee Voss"),)
    assert found(item[0].question, item)[0][0] == "phrase"
    assert found(f"{question}\nA. Jo Marsh\nB. Al Finch\nC. Di Stone", item) == []


def test_items_of_two_benchmarks_do_not_hide_each_other() -> None:
    items = (BenchmarkItem("one", ROWERS), BenchmarkItem("again", ROWERS), BenchmarkItem("other", ROWERS, of=1))
    assert [name for name, *_ in found(ROWERS, items)] == ["one", "other"]


def test_of_two_versions_the_nearer_one_is_told_of() -> None:
    items = (BenchmarkItem("three", ROWERS), BenchmarkItem("four", ROWERS.replace("third", "fourth")))
    assert [name for name, *_ in found(ROWERS.replace("third", "fourth"), items)] == ["four"]


WORDS = st.sampled_from(["oar", "tide", "pier", "lamp", "gull", "rope", "mast", "keel", "sail", "crew"])


@settings(max_examples=15, deadline=None)
@given(st.lists(WORDS, min_size=20, max_size=60), st.data())
def test_whatever_the_edits_as_many_as_are_allowed_are_found(words: list[str], data: st.DataObject) -> None:
    """However one edit in ten tokens falls: put in, taken out, replaced."""
    item = BenchmarkItem("item", " ".join(words))
    index = item_index(probes_of((item,)))
    edited = list(words)
    for _ in range(int(index.allowed[0])):
        at = data.draw(st.integers(0, len(edited) - 1))
        match data.draw(st.sampled_from(["in", "out", "other"])):
            case "in":
                edited.insert(at, "harbour")
            case "out":
                del edited[at]
            case _:
                edited[at] = "harbour"
    text = "Before it. " + " ".join(edited) + " And after it."
    ((_, hits),) = occurrences(index, pa.array([text], pa.large_string()))
    assert 0 <= hits[0].edits <= index.allowed[0]


def test_ten_thousand_questions_of_another_kind_meet_none() -> None:
    chance = random.Random(17)  # noqa: S311 text, not secrets
    who, did, what = (
        ["Who", "Which of the two sisters", "How many of the old crew", "Whose cousin", "Why would the keeper"],
        ["painted", "sold", "carried", "repaired", "counted", "measured"],
        ["the third lamp", "nine oars", "the ledger of 1884", "a rope of eleven fathoms", "the pier of Ombrel"],
    )
    asked = [
        f"{chance.choice(who)} {chance.choice(did)} {chance.choice(what)} before {chance.randrange(1700, 1999)} "
        f"and {chance.choice(did)} {chance.choice(what)} after the flood of the river Sarn?"
        for _ in range(10_000)
    ]
    texts = pa.array(asked, pa.large_string())
    assert list(occurrences(item_index(probes_of(ITEMS)), texts)) == []


def test_a_text_of_one_word_is_left_in_linear_time() -> None:
    item = BenchmarkItem("drum", " ".join(["drum"] * 60))
    text = " ".join(["drum", *["drum"] * 20_000])
    ((_, hits),) = occurrences(item_index(probes_of((item,))), pa.array([text], pa.large_string()))
    assert len(hits) == 1


def test_an_index_is_the_same_from_the_disk(tmp_path: Path) -> None:
    index = item_index(probes_of(ITEMS))
    index.save(tmp_path / "items")
    texts = pa.array([ROWERS, "nothing", f"x {LAMPS}"], pa.large_string())
    assert list(occurrences(ItemIndex.load(tmp_path / "items"), texts)) == list(occurrences(index, texts))


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        pytest.param("3) " + TIDE, [TIDE], id="a short text is one"),
        pytest.param(f"{ROWERS}\n{TIDE}\n{ROWERS} {TIDE}", [ROWERS, TIDE, f"{ROWERS} {TIDE}"], id="a line each"),
        pytest.param(f"1. {SHORT}\n2. {LAMPS}\n", [SHORT, LAMPS], id="a line each in a short text"),
        pytest.param("Write a song\nabout the tide.", ["Write a song\nabout the tide."], id="a short text asks"),
        pytest.param(" \n", [], id="an empty one does not"),
        pytest.param(
            f"The log of the keeper {'goes on and on ' * 20}.\n\nQ1: {in_lines_of_eight(TIDE)}\n\nNobody knows.",
            [in_lines_of_eight(TIDE)],
            id="a paragraph in lines",
        ),
        pytest.param("The log of the keeper goes on. " * 20, [], id="prose asks nothing"),
    ],
)
def test_the_questions_of_a_text(text: str, questions: list[str]) -> None:
    assert [item.question for item in items_in("a.txt", text)] == questions


TYPED = "What does the call of first on an empty vector<{}> return in a build without checks of bounds?"


def test_a_type_in_angle_brackets_is_no_tag() -> None:
    items = (BenchmarkItem("ints", TYPED.format("int")),)
    assert [name for name, *_ in found(TYPED.format("int"), items)] == ["ints"]
    assert found(TYPED.format("long"), items) == []


def test_an_item_with_markup_is_found_without() -> None:
    items = (BenchmarkItem("rowers", ROWERS.replace("ferry", "<i>ferry</i>")),)
    assert [name for name, *_ in found(ROWERS, items)] == ["rowers"]
