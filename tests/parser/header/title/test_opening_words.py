"""The first words of a text that has no headline are none: wrapped sentences, talk, quotations."""

from __future__ import annotations

import textwrap

import pytest

ENGLISH = (
    "two friends agreed that whoever of them went to the island first would come back and tell the other how the "
    "fishing was there, and whether the old lamp still stood above the harbour."
)
BULGARIAN = (
    "лодката стоеше на брега още от есента, когато старият рибар я беше обърнал, и никой не знаеше дали ще плава "
    "отново през пролетта или ще остане там завинаги."
)
GERMAN = (
    "wer im Winter über den See geht, sollte wissen, dass das Eis am Ufer dicker ist als in der Mitte, und er sollte "
    "niemals allein gehen, auch wenn es noch so kalt ist."
)
TEXTS = (ENGLISH, BULGARIAN, GERMAN)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("width", [44, 60, 72])
def test_the_first_line_of_a_wrapped_sentence_is_no_title(document, text: str, width: int) -> None:
    wrapped = textwrap.fill(text[0].upper() + text[1:], width)
    found = document(wrapped + "\n")
    assert found["title"] is None
    assert found["body"] == wrapped


def test_at_no_width_half_a_sentence_is_a_title(parsed) -> None:
    said = [text[0].upper() + text[1:] for text in TEXTS]
    wrapped = [textwrap.fill(text, width) for width in range(32, 100, 4) for text in (*said, " ".join(said[:2]))]
    titles = parsed(*wrapped).documents["title"].to_pylist()
    # A line that ends where a sentence ends may look like a headline; one within a sentence may not.
    rest = [text.removeprefix(title).lstrip() for text, title in zip(wrapped, titles, strict=True) if title]
    assert not [text for text in rest if text[:1].islower()]


@pytest.mark.parametrize(
    "text",
    [
        "The lamp is out, and nobody will mend it!\n\t\t-- Ada Finch",
        "Vain is the thought that our youth\nWas given to us for nothing.\n-- I. Brook",
        "Время и лодки - вот настоящее богатство!\n\t\t-- Иван Рыбаков",
        "Black or White <--> OK, I blew chart\n                -- anagram",
        "<ada> the ferry is late again\n<oda> it always is on Mondays",
        "Q: Why do ferries ride no bicycles?\nA: They have no thumb for the bell.",
        "- What is the lamp for?\n- It is for nine boats.",
        "The lamp was lit in 1952!! But the boats went on without it\naround 1953!!",
        "The thief was caught. On Monday the police found Peter\nQuill, who had taken lamps from nine boats.",
    ],
    ids=["a saying", "verse", "a Russian saying", "a riddle", "talk", "question and answer", "talk with dashes",
         "a year below", "a sentence that ends within the line"],
)  # fmt: skip
def test_what_begins_a_short_text_is_no_title(document, text: str) -> None:
    assert document(text + "\n")["title"] is None


BODY = textwrap.fill(ENGLISH.capitalize(), 72)


@pytest.mark.parametrize("above", ["", "Overview\n========\n\n"])
def test_a_wrapped_sentence_above_wider_lines_is_no_title(document, above: str) -> None:
    table = "| nine boats | one lamp |" + " a column of the table |" * 5
    assert document(f"{above}{BODY}\n\n{table}\n{table}\n")["title"] in (None, "Overview")


@pytest.mark.parametrize("mark", ["*", "+", "•"])
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_item_of_a_list_is_no_title(document, mark: str, gap: str) -> None:
    items = gap.join(f"{mark} {what}" for what in ("Nine boats of Marl", "A lamp above the harbour", "Ropes and bells"))
    assert document(f"{items}\n\n{BODY}\n")["title"] is None


@pytest.mark.parametrize("line", ["Copyright 2007 Ada Finch", "Copyright Ada Finch <ada@example.org>"])
def test_a_notice_of_rights_is_no_title(document, line: str) -> None:
    assert document(f"{line}\n\n{BODY}\n\n{BODY}\n")["title"] is None


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("The Lamp above the Harbour", ""),
        ("The Lamp above the Harbour", "\nby Ada Finch"),
        ("Ferry sails again after nine days. Mayor pleased", ""),
        ("* The Lamp above the Harbour *", ""),
        ("Copyright in the age of ferries", ""),
    ],
    ids=[
        "above a blank line",
        "above a writer in small letters",
        "two sentences above a blank line",
        "a mark of its own",
        "about rights",
    ],
)
def test_a_headline_stays_one(document, title: str, below: str) -> None:
    assert document(f"{title}{below}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n")["title"] == title


def test_what_a_recipe_wants_is_no_title(document) -> None:
    recipe = "Recipe: Cream with berries\n For:  4\n Wants: 75 g   biscuits\n     500 g berries\n     1 pk  sugar\n"
    assert document(recipe + " " + BODY + "\n")["title"] in ("Recipe: Cream with berries", None)


@pytest.mark.parametrize(
    "talk",
    [
        "An: Bạn đi đâu đấy?\nBình: Mình ra bến phà.\nAn: Chờ mình với!\n",
        "王婆：渡船来了没有？\n林满仓：还没有。\n王婆：那就再等等。\n",
        "Ada Finch: Is the ferry back\nBo: Not yet\n(A bell.)\nAda Finch: Then we wait\n",
    ],
)
def test_what_somebody_says_by_name_is_no_title(document, talk: str) -> None:
    assert document(talk)["title"] is None


@pytest.mark.parametrize("title", ["Ferry: the old boat sails again", "渡口：老船又开了"])
def test_a_headline_with_its_topic_stays_one(document, title: str) -> None:
    assert document(f"{title}\n\n{BODY}\n\nAda: {BODY}\n\nFerry: {BODY}\n")["title"] == title


@pytest.mark.parametrize(
    "text",
    [
        "三月十二日　晴れ\n朝、渡し場まで歩いた。\n\n三月十三日　雨\n一日中、家で本を読んだ。\n",
        "Monday\n08:00 Breakfast\n12:30 Lunch\n\nTuesday\n08:00 Breakfast\n13:00 Lunch on the island\n",
        "INT. KITCHEN - NIGHT\n\nAda sits down.\n\nEXT. HARBOUR - NIGHT\n\nA lantern swings.\n",
    ],
    ids=["diary", "schedule", "script"],
)
def test_the_head_of_a_part_is_no_title(document, text: str) -> None:
    found = document(text)
    assert found["title"] is None
    assert found["body"].split("\n") == [line for line in text.split("\n") if line]


@pytest.mark.parametrize("title", ["Monday", "三月十二日　渡口"])
def test_a_day_that_heads_no_parts_may_be_one(document, title: str) -> None:
    assert document(f"{title}\n\n{BODY}\n\n{BODY}\n\n{BODY}\n")["title"] in (title, None)
