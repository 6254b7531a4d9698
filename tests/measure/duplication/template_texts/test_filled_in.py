"""Two texts alike but for names, numbers and days are no copies, even when only these two stand there."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Final

import numpy as np
import pytest

from audit.measure.duplication.template_texts.filled_in import differences
from audit.measure.duplication.template_texts.gaps import MarkedTexts
from audit.measure.duplication.tokens.fold import fold_bytes
from audit.measure.duplication.tokens.hashing import starts_of

# Forms whose places are names (in capitals), days and numbers; and the syllables that names are made of.
FORMS: Final = {
    "en": "NAME NAME of NAME died peacefully at home, surrounded by the family. Beloved husband of NAME and dear "
    "father of NAME and NAME. The funeral service will be held at the church of NAME. Family flowers only please.",
    "de": "Wir geben uns das Jawort! NAME NAME und NAME NAME heiraten am DAY. Mai in der Pfarrkirche von NAME. Im "
    "Anschluss an die Trauung laden wir alle Freunde und Verwandten zum Empfang in das Gasthaus von NAME ein.",
    "ru": "Дорогие друзья и родственники! Мы, NAME и NAME, приглашаем вас разделить с нами радость самого важного дня "
    "в нашей жизни. Регистрация брака состоится DAY мая во дворце бракосочетания города NAME.",
    "zh": "兹证明NAME同学于DAY月至DAY月在我校学习，修完教学计划规定的全部课程，成绩合格，准予毕业。校长NAME，"
    "班主任NAME。本证书经学校盖章后生效，涂改无效，请妥善保管，遗失不予补发。",
}
SYLLABLES: Final = {
    "en": "ald bry cor dun eth fil gor hep ing jas kel lum mor nix orm pud",
    "de": "ahl bra cor dün ehr fri göt hub imm jör kol leu mam nöl ost pfa",
    "ru": "аль бру вор гун дет жил зор ике лум мор них орм пуд рев сат тыл",
    "zh": "立 新 小 红 建 业 春 梅 大 海 文 静 国 栋 雪 峰",
}
SURNAMES: Final = "王李张刘陈杨黄赵"


def filled(language: str, seed: int) -> str:
    """Return a form with a name or a day in each place."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    text = FORMS[language]
    while "NAME" in text:
        name = "".join(r.sample(SYLLABLES[language].split(), 2))
        text = text.replace("NAME", r.choice(SURNAMES) + name if language == "zh" else name.title(), 1)
    while "DAY" in text:
        text = text.replace("DAY", str(r.randint(1, 28)), 1)
    return text


def edited(text: str, share: float, seed: int) -> str:
    """Return a text with that share of its letters replaced."""
    r = random.Random(seed)  # noqa: S311 text, not secrets
    letters = sorted({char for char in text if char.isalpha()})
    return "".join(r.choice(letters) if char.isalpha() and r.random() < share else char for char in text)


def told_apart(pairs: list[tuple[str, str]]) -> list[bool]:
    raw = [text.encode() for pair in pairs for text in pair]
    offsets = starts_of(np.array([len(text) for text in raw]))
    found = fold_bytes(np.frombuffer(b"".join(raw), np.uint8), offsets, np.empty(0, np.int64), is_marked=True)
    first = np.arange(0, len(raw), 2)
    is_apart: list[bool] = differences(
        MarkedTexts(found.codes, found.marks, found.offsets), first, first + 1
    ).are_filled_in.tolist()
    return is_apart


@pytest.mark.parametrize("language", FORMS)
def test_whatever_is_filled_in_two_forms_are_told_apart(language: str) -> None:
    assert sum(told_apart([(filled(language, seed), filled(language, seed + 500)) for seed in range(100)])) >= 99


@pytest.mark.parametrize("share", [0.03, 0.1])
@pytest.mark.parametrize("language", FORMS)
def test_copies_with_letters_edited_are_not(language: str, share: float) -> None:
    texts = [filled(language, seed) for seed in range(100)]
    assert sum(told_apart([(text, edited(text, share, seed)) for seed, text in enumerate(texts)])) <= 3


def _in_a_byline(text: str, seed: int) -> str:
    first, last = random.Random(seed).sample(["Harlow", "Stone", "Finch", "Crane"], 2)  # noqa: S311 text, not secrets
    return f"By {first}, {seed} May 2019.\n{text}\nReported by {last}, Scalby."


def _with_words_for_others(text: str, seed: int) -> str:
    r = random.Random(seed)  # noqa: S311 text, not secrets
    words = text.split(" ")
    for _ in range(5):
        words[r.randrange(len(words))] = r.choice(["quietly", "at", "Lantern", "often", "beside"])
    return " ".join(words)


def _shortened(text: str, seed: int) -> str:
    return text[: len(text) - 20 - seed]


@pytest.mark.parametrize("change", [_in_a_byline, _with_words_for_others, _shortened, lambda text, _: text.upper()])
def test_nor_are_other_copies(change: Callable[[str, int], str]) -> None:
    texts = [filled("en", seed) for seed in range(50)]
    pairs = [(change(text, 1) if change is _in_a_byline else text, change(text, 2)) for text in texts]
    assert sum(told_apart(pairs)) <= 1


def test_what_has_no_capitals_is_told_apart_by_how_much_of_it_is_filled_in() -> None:
    texts = [(filled("en", seed).lower(), filled("en", seed + 500).lower()) for seed in range(50)]
    assert sum(told_apart(texts)) >= 45


def test_one_of_two_countries_is_not_taken_for_the_other() -> None:
    text = (
        "{0} is a republic in Africa. The flag of {0} is flown on public buildings on the national day, and the "
        "citizens of {0} are called after the name of the country. Travellers to {0} need a visa, which the embassy of "
        "{0} issues within a week; the currency may not be taken abroad."
    )
    assert told_apart([(text.format("Congo"), text.format("Upper Congo")), (text.format("Congo"),) * 2]) == [
        True,
        False,
    ]


def test_a_name_that_a_stub_begins_with_and_a_number_in_it_tell_it_from_another() -> None:
    stub = (
        "{} is a village in the county of Marl. At the last census it had {} inhabitants. There are a church, an inn "
        "and a school, and the bus to the city stops in front of the mill twice a day, except on Sundays and holidays."
    )
    ashby, corley = stub.format("Ashby", 312), stub.format("Corley", 455)
    framed = [f"{site}, 3 May 2019. {ashby} {site}" for site in ("Bay Post", "Marl Courier")]
    assert told_apart([(ashby, corley), (framed[0], framed[1])]) == [True, False]


# The old passage and the new one share "der", "die" and "das" by chance, between nouns in capitals.
_FRAME: Final = (
    "Der Gemeinderat hat am Donnerstag beschlossen, die Brücke am Mühlgraben zu erneuern, die seit dem Herbst gesperrt "
    "ist. {} Bis dahin bleibt nur der Umweg an der Sägemühle entlang, und abends brennt dort eine Laterne am Steg."
)
_OLD: Final = (
    "„Wir bauen für Kinderwagen und Hühner“, sagte die Bürgermeisterin unter dem Gelächter der Zuhörer, und der "
    "Geflügelverein legte das Gutachten vor, nach dem das Geländer um zwölf Zentimeter höher wird."
)
_NEW: Final = (
    "Wirt und Müller stellen für den Sommer Tische auf, sagte der Wirt unter dem Lärm der Säge, und die Feuerwehr "
    "zählt jeden Krug, der über das Wasser getragen wird, mit Kreide auf die Tür, bis das Fass geleert ist."
)


def test_a_passage_that_was_written_anew_is_not_filled_in() -> None:
    assert told_apart([(_FRAME.format(_OLD), _FRAME.format(_NEW)), (_FRAME.format(_NEW), _FRAME.format(_OLD))]) == [
        False,
        False,
    ]
