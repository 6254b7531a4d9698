"""A head states its fields whatever the text below it is: paragraphs, verse, talk, a list, rules or a play."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.parser.genres import DAY, LANGUAGES

if TYPE_CHECKING:
    from tests.parser.genres import Language

SPOKEN = pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)


def _stated(document, head: list[str], language: Language) -> dict[str, dict]:
    return {genre: document("\n".join((*head, "", body))) for genre, body in language.bodies()}


@SPOKEN
@pytest.mark.parametrize("order", ["byline and day", "day and byline"])
def test_a_head_states_its_day_and_author_above_every_genre(document, language: Language, order: str) -> None:
    lines = [language.byline, language.day][:: 1 if order.startswith("byline") else -1]
    found = _stated(document, [language.head, *lines], language)
    fields = {genre: (told["title"], told["author"], str(told["date"])) for genre, told in found.items()}
    assert fields == dict.fromkeys(fields, (language.head, language.author, DAY))


@SPOKEN
def test_below_a_head_every_line_of_every_genre_stays(document, language: Language) -> None:
    found = _stated(document, [language.head, language.byline, language.day], language)
    lost = {
        genre: [line for line in body.splitlines() if line not in found[genre]["body"].splitlines() and line]
        for genre, body in language.bodies()
    }
    assert [lines for lines in lost.values() if lines] == []


@SPOKEN
def test_without_a_head_no_genre_has_fields(document, language: Language) -> None:
    found = {genre: document(body) for genre, body in language.bodies()}
    fields = {genre: [told[name] for name in ("title", "date", "author", "source")] for genre, told in found.items()}
    assert fields == dict.fromkeys(fields, [None] * 4)


@pytest.mark.parametrize("line", ["In 1914 we went", "It was March, it was 1914", "By night we went by boat"])
def test_a_line_of_verse_with_a_year_or_a_by_makes_no_head_of_the_line_above(document, line: str) -> None:
    verse = ["We were young and the river high", line, "with a lamp and a loaf of bread", "and never asked why"]
    found = document("\n".join(verse))
    assert [found[name] for name in ("title", "date", "author", "source")] == [None] * 4


WORDS = {"en": "Harvest", "de": "Ernte", "fr": "Moisson", "ru": "Жатва", "ar": "الحصاد", "fi": "Elonkorjuu"}
# Sections, kinds and parts of texts, greetings, weekdays and acronyms.
NO_WORDS = (
    "Opinion",
    "Review",
    "Kultur",
    "Мнение",
    "Foreword",
    "Hello",
    "Thanks",
    "Monday",
    "Montag",
    "HAMLET",
    "Home",
)


@pytest.mark.parametrize("code", WORDS)
def test_a_word_above_a_byline_is_the_title_of_every_genre(document, code: str) -> None:
    language = LANGUAGES[code]
    found = _stated(document, [WORDS[code], language.byline], language)
    fields = {genre: (told["title"], told["author"]) for genre, told in found.items()}
    assert fields == dict.fromkeys(fields, (WORDS[code], language.author))


@pytest.mark.parametrize("code", WORDS)
@pytest.mark.parametrize("genre", ["talk", "recipe", "list", "rules", "play"])
def test_a_word_set_off_is_a_title(document, code: str, genre: str) -> None:
    body = dict(LANGUAGES[code].bodies())[genre]
    assert document(f"{WORDS[code]}\n\n{body}")["title"] == WORDS[code]


@pytest.mark.parametrize("word", NO_WORDS)
@pytest.mark.parametrize("byline", ["By Edna Marsh\n", ""])
def test_a_word_for_a_section_or_part_is_no_title(document, word: str, byline: str) -> None:
    body = dict(LANGUAGES["en"].bodies())["talk"].replace("– ", "")
    assert document(f"{word}\n{byline}\n{body}")["title"] is None


@pytest.mark.parametrize("paper", ["Talpost", "Weserbote"])
def test_a_word_above_a_word_and_a_day_is_no_title(document, paper: str) -> None:
    assert document(f"{paper}\n\nErnte\n12. März 2019\n{LANGUAGES['de'].verse.replace('|', chr(10))}")["title"] is None


@SPOKEN
@pytest.mark.parametrize("genre", ["talk", "rules", "play"])
def test_a_title_set_off_below_a_menu_is_read_without_byline_and_day(document, language: Language, genre: str) -> None:
    body = dict(language.bodies())[genre]
    menu, foot = (lines.split("|") for lines in (language.menu, language.foot))
    found = document("\n".join((*menu, "", language.head, "", body, "", *foot)))
    assert found["title"] == language.head


@SPOKEN
@pytest.mark.parametrize("genre", ["talk", "list", "play"])
def test_a_title_right_above_lines_that_open_alike_is_read(document, language: Language, genre: str) -> None:
    found = document(f"{language.head}\n{dict(language.bodies())[genre]}")
    assert found["title"] == language.head


LINKS = ("Bridge toll goes up", "New mayor, old promises", "Where to swim this summer", "Council sells the mill")
LISTS = {
    "links": ("Latest news from the valley", LINKS),
    "a ranking": ("Most read this week", [f"{number}. {link}" for number, link in enumerate(LINKS, 1)]),
    "a form": ("Sign in to continue", ("User name", "Password", "Forgot your password?")),
    "an error": ("Page not found", ("Check the address", "Go to the front page", "Search the site")),
    "names": ("Contact our team", ("Edna Marsh", "Tom Quill", "Ada Finch", "Peter Hill")),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_heading_of_links_below_a_menu_is_no_title(document, kind: str) -> None:
    (head, lines), english = LISTS[kind], LANGUAGES["en"]
    menu, foot = (words.split("|") for words in (english.menu, english.foot))
    assert document("\n".join((*menu, "", head, "", *lines, "", *foot)))["title"] is None


def test_who_is_quoted_below_a_few_lines_is_no_talk(document) -> None:
    assert document("Slow the river, slow the oar\nand slow the man\n-- Ada Lindqvist")["title"] is None


@pytest.mark.parametrize("code", ["de", "ru", "fi"])
def test_a_title_right_above_a_name_alone_is_read(document, code: str) -> None:
    language = LANGUAGES[code]
    found = document(f"{language.head}\n{language.author}\n\n{language.verse.replace('|', chr(10))}")
    assert found["title"] == language.head


def test_two_lines_of_verse_set_off_are_no_title(document) -> None:
    verse = LANGUAGES["en"].verse.replace("|", "\n")
    assert document(f"Slow was the river\nand slow the oar\n\n{verse}")["title"] is None


@pytest.mark.parametrize("line", ["글 마은숙 기자", "마은숙 기자", "마은숙 선임기자"])
def test_a_korean_reporter_above_a_day_is_no_title(document, line: str) -> None:
    talk = "– 문 잠갔어?\n– 그럼 아직 열려 있네.\n– 열어 둬.\n– 개들은?"
    assert document(f"추수\n{line}\n2019년 3월 12일\n\n{talk}")["title"] in ("추수", None)


def test_a_korean_headline_about_a_reporter_stays_one(document) -> None:
    text = "마은숙 기자의 여행\n2019년 3월 12일\n\n골짜기의 방앗간은 금요일에 멈췄고, 누구도 그 소리를 듣지 못했다."
    assert document(text)["title"] == "마은숙 기자의 여행"
