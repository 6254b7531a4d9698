"""That a line is right above a day says that the headline is near: it may be a kicker's headline, or an attribution."""

from __future__ import annotations

import pytest

from audit.parser import parse
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY, table

ZH, EN = "\n".join(CHINESE_BODY), "\n\n".join(ENGLISH_BODY)
# A headline whose words the text does not use, above a line that states who says so.
ATTRIBUTED = {
    "a paper in Arabic": ("الجرس الذي لا يتوقف عن الرنين", "المنبع: صحيفة النهر", "9 مارس 2021", EN),
    "whoever asked, in Japanese": ("「鐘を止めるつもりはなかった」", "聞いた人・森川", "2021年3月9日", EN),
    "an institution": ("Una campana que nunca quiso callar", "Instituto del Río", "9 de marzo de 2021", EN),
    "a translator": ("书评｜渡口的钟为什么不肯停", "[英]艾达 著 林满仓 译", "2021-03-09", ZH),
}
KICKED = {
    "one word": ("Bells", "The bell that would not stop ringing", "9 March 2021", EN),
    "two words": ("Open Letters", "The bell that would not stop ringing", "9 March 2021", EN),
    "in Chinese": ("观点", "钟声停了，人心没停", "2021年03月09日", ZH),
}


def titles_of(*texts: str) -> list[str | None]:
    """Return the headline of each text."""
    return list(parse(table(*texts)).documents["title"].to_pylist())


@pytest.mark.parametrize("name", ATTRIBUTED)
def test_no_attribution_is_a_headline(name: str) -> None:
    title, attribution, day, body = ATTRIBUTED[name]
    plain, page = titles_of(
        f"{title}\n{attribution}\n{day}\n{body}",
        f"Menu\nHome\nSign in\n{title}\n{attribution}\n{day}\n{body}\nContact\nPrivacy policy",
    )
    assert plain == title
    assert page in (title, None)


@pytest.mark.parametrize("name", KICKED)
def test_a_headline_below_its_kicker(name: str) -> None:
    kicker, title, day, body = KICKED[name]
    assert titles_of(f"{kicker}\n{title}\n{day}\n{body}") == [title]


def test_neither_of_two_lines_that_are_as_likely() -> None:
    assert titles_of(f"Letter of the week\nNo bell may stop\nJo Flint, Marl\n9 March 2021\n{EN}")[0] not in (
        "Letter of the week",
        "Jo Flint, Marl",
    )
