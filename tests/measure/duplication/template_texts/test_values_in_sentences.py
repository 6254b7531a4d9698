"""Forms filled in with ordinary words, inside sentences, are no copies of each other; copies of one of them are."""

from __future__ import annotations

import random

import pytest

from tests.measure.duplication.aside import Build, edited, set_aside

EVENTS = ("supper", "concert", "bonfire", "auction", "picnic", "jumble sale", "pageant", "regatta")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PLACES = ("the tithe barn", "the boathouse", "the village green", "the schoolroom", "the drill hall", "the orchard")
ACTS = ("tell a story", "play the fiddle", "show old slides", "call the dances", "judge the jam", "light the lamps")
DISHES = ("stew", "pancakes", "roast chestnuts", "mulled wine", "gingerbread", "ploughman's lunch")
LETTER = (
    "All our neighbours are asked to the {0} on {1} in {2}. The warden will {3} as soon as it is dark, and {4} will be "
    "handed round in the interval. Please wear stout shoes, since the path is steep and there are no lights on it. "
    "Whoever can lend a table or a bench should put it by the gate on the day before. Dogs had better stay at home, "
    "and so had those who cannot bear smoke. What is taken goes to the upkeep of the footbridge, which the last flood "
    "has moved by a yard. If the weather is too bad, a note on the pump will say so by noon."
)


def letters(seed: int) -> list[str]:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    columns = [r.sample(values, len(values)) for values in (EVENTS, DAYS, PLACES, ACTS, DISHES)]
    return [LETTER.format(*(column[row] for column in columns)) for row in range(len(PLACES))]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_of_letters_filled_in_with_words_none_is_a_copy(corpus: Build, seed: int) -> None:
    assert set_aside(corpus, letters(seed)) == {}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_copy_with_other_words_here_and_there_is_one(corpus: Build, seed: int) -> None:
    originals = letters(seed)
    copies = [originals[row].replace("stout", "heavy").replace("flood", "storm") for row in (0, 3)]
    assert set_aside(corpus, [*originals, *copies]) == {len(originals): 0, len(originals) + 1: 3}


def test_copies_with_other_words_at_places_of_their_own_are_copies(corpus: Build) -> None:
    original = letters(4)[0]
    changes = (("steep", "muddy"), ("bench", "stool")), (("smoke", "noise"), ("noon", "three")), (("yard", "foot"),)
    copies = [original]
    for words in changes:
        copy = original
        for word, other in words:
            copy = copy.replace(word, other)
        copies.append(copy)
    assert set_aside(corpus, copies) == {1: 0, 2: 0, 3: 0}


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_whatever_the_words_letters_keep_their_own_copies_only(corpus: Build, seed: int) -> None:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    # Unlike above, two letters may say the same in some places, and copies come in numbers.
    originals = [LETTER.format(*map(r.choice, (EVENTS, DAYS, PLACES, ACTS, DISHES))) for _ in range(10)]
    of = [row for row in (0, 1) for _ in range(6)]
    found = set_aside(corpus, originals + [edited(originals[row], nth) for nth, row in enumerate(of)])
    rows = [*range(10), *of]
    strangers = [row for row, other in found.items() if _unlike(originals[rows[row]], originals[rows[other]]) > 2]
    assert len(strangers) <= 1
    assert sum(row >= 10 for row in found) >= 10


def _unlike(one: str, other: str) -> int:
    return sum(
        value in one and value not in other for values in (EVENTS, DAYS, PLACES, ACTS, DISHES) for value in values
    )


@pytest.mark.parametrize("count", [3, 6, 30])
def test_any_number_of_copies_with_a_word_in_ten_replaced_are_copies(corpus: Build, count: int) -> None:
    original = letters(5)[0]
    copies = [edited(edited(original, seed), count + seed) for seed in range(count)]
    found = set_aside(corpus, [original, *copies])
    assert set(found.values()) == {0}
    assert len(found) >= count - 1


REMINDER = (
    "Dear {0}, the {1} which you borrowed from our reading room at {2} should have come back on {3}. The charge so far "
    "is {4} pounds and grows by a penny for each day on which we are open. You may keep it longer unless another one "
    "is waiting for it, and any of our rooms will take it back. Readers who owe us more than a pound cannot borrow "
    "until they have paid. We are open {5}, and the staff will be glad to help you with what else you are looking for."
)


def test_a_form_of_address_before_another_name_is_a_value_and_no_misspelling(corpus: Build) -> None:
    texts = [
        REMINDER.format("Mrs Danvers", "atlas", "Halden", "18 May", "8.17", "until seven on Thursdays"),
        REMINDER.format("Ms Birkett", "score", "Wexley", "27 October", "8.10", "on Saturdays too"),
    ]
    assert set_aside(corpus, texts) == {}


def test_a_copy_that_addresses_somebody_otherwise_is_one(corpus: Build) -> None:
    text = REMINDER.format("Mrs Danvers", "atlas", "Halden", "18 May", "8.17", "until seven on Thursdays")
    assert set_aside(corpus, [text, text.replace("Mrs", "Ms").replace("atlas", "map")]) == {1: 0}


PASSAGE = (
    "古时有一位撑船的老人，船底有一块补丁，客人都嫌船旧，情愿在岸边等新船。有一天大雾，新船撞上石头，船上的人都爬到旧船上来。老人说：补丁打在木头"
    "学会不漏水的地方。说完他把篙一点，船就稳稳地到了对岸，从此再没有人嫌那块补丁难看。"
)
NOTE = "小组今天念的是渡船的故事：“{0}”念完之后，我想起了{1}。{2}，可是{3}。所以我劝大家{4}。下次来之前请各位{5}。"
THOUGHTS = (
    (
        "小时候外婆家门前那口深深的老井",
        "去年冬天在山里遇见的一位石匠",
        "火车上把座位让给我的那个年轻人",
        "医院走廊里一个不肯睡觉的孩子",
    ),
    (
        "他一辈子没有离开过那条小街",
        "那一年田里什么都没有收成",
        "没有一个人相信事情会好起来",
        "我们常常只看见自己缺少什么",
    ),
    (
        "他把工具一件件擦亮留给了徒弟",
        "井水在最旱的时候也没有断过",
        "第二天清早他开口唱了一首歌",
        "她写的信至今还在我的抽屉里",
    ),
    (
        "不要因为石头太多就放下种子",
        "不要轻看手里剩下的那一点点",
        "给门口过路的人留下一份晚饭",
        "写一封迟了好几年的感谢信去",
    ),
    (
        "去看望一位独自居住的老邻居",
        "和很久没说话的家人吃一顿饭",
        "为村里的小学校捐出一本旧书",
        "把这个故事讲给自己的孩子听",
    ),
)


def notes(seed: int) -> list[str]:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    return [NOTE.format(PASSAGE, *map(r.choice, THOUGHTS)) for _ in range(12)]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_values_may_be_as_long_as_a_clause(corpus: Build, seed: int) -> None:
    texts = notes(seed)
    copies = [text.replace("古时有一位", "古时候有个").replace("请各位", "请大家") for text in texts[:2]]
    found = set_aside(corpus, [*texts, *copies])
    assert {row: of for row, of in found.items() if row >= len(texts)} == {12: 0, 13: 1}
    # By chance some say the same at three of five places.
    assert sum(row < len(texts) for row in found) <= 3
