"""A small corpus in which everything that needs the whole of it has something to find."""

from __future__ import annotations

import json
from pathlib import Path

from tests.parser.stories import chinese_story, edited, story

HEAD = ["Weather", "Traffic", "Obituaries", "Town hall"]
FOOT = ["Masthead", "Write to us", "Archive", "Imprint"]


def lay_down(folder: Path, documents: int = 16) -> None:
    """Write pages of two sites, some of them versions and copies of others, records, and a file that is no text."""
    for number in range(documents):
        home = folder / f"site{number % 2}"
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{number:02}.txt").write_text("\n".join([*HEAD, *paragraphs(number), *FOOT]), "utf-8")
    records = [{"text": "\n".join([*HEAD, *story(50 + number // 2), *FOOT])} for number in range(6)]
    (folder / "all.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")
    (folder / "broken.bin").write_bytes(bytes(range(256)) * 8)


def paragraphs(number: int) -> list[str]:
    if number % 5 == 4:
        return edited(story(number - 1), 1)
    return chinese_story(number) if number % 3 == 0 else story(number - number % 4)
