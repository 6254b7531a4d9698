"""Stories that have nothing in common but their words, for tests of what pages have in common."""

from __future__ import annotations

import random
from typing import Final

_WORDS: Final = (
    "river bridge ferry captain winter market baker oven flour morning school teacher garden apple cellar ladder roof "
    "carpenter hammer window letter postman bicycle valley storm lantern harbour net fisherman boat island goat cheese "
    "mountain path shepherd dog whistle station train clock tower bell ringer choir rehearsal piano cousin wedding "
    "cake neighbour fence quarrel mayor council vote library shelf novel reader lamp evening theatre curtain actor "
    "mask costume tailor needle thread factory loom strike wage engine smoke chimney stork nest chick pond frog"
)
WORDS: Final = tuple(_WORDS.split())
HAN: Final = "山水风云村镇桥渡船灯雨雪春秋早晚老少男女书信笔墨茶饭米麦牛羊鸡犬门窗井灶街巷店铺钟鼓琴棋田园果树花草"


def story(number: int, paragraphs: int = 5) -> list[str]:
    """Return the paragraphs of a story, others for each number."""
    draw = random.Random(number)  # noqa: S311 no secret
    return [_sentence(draw) + " " + _sentence(draw) + " " + _sentence(draw) for _ in range(paragraphs)]


def chinese_story(number: int, paragraphs: int = 4) -> list[str]:
    """Return the same in Chinese characters."""
    draw = random.Random(number)  # noqa: S311 no secret
    return ["，".join("".join(draw.choices(HAN, k=12)) for _ in range(6)) + "。" for _ in range(paragraphs)]


def edited(paragraphs: list[str], seed: int) -> list[str]:
    """Return the paragraphs with a word of each changed, as an editor would: no line stays as it was."""
    draw = random.Random(seed)  # noqa: S311 no secret
    made = []
    for paragraph in paragraphs:
        words = paragraph.split(" ")
        words[draw.randrange(1, len(words) - 1)] = f"edited{seed}"
        made.append(" ".join(words))
    return made


def _sentence(draw: random.Random) -> str:
    return " ".join(draw.choices(WORDS, k=12)).capitalize() + "."
