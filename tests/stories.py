"""Stories that have nothing in common but their words, and the audit called as a function with a cache of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

Story = Callable[..., str]
Write = Callable[..., Path]
NOUNS = (
    "harbour", "ferry", "council", "bridge", "river", "market", "school", "lamp", "garden", "winter", "teacher",
    "train", "window", "letter", "captain", "road", "morning", "neighbour", "singer", "clock", "tower", "festival",
)  # fmt: skip
VERBS = ("leaves", "finds", "opens", "paints", "carries", "follows", "forgets", "mends", "sells", "counts", "greets")


def story(seed: int, sentences: int = 16) -> str:
    """Return an article of its own for each seed: a headline, a byline with a date, and paragraphs."""
    chance = random.Random(seed)  # noqa: S311 text, not secrets

    def named() -> str:
        return f"{chance.choice(NOUNS)} {chance.randrange(10**6)}"

    said = [
        f"The {named()} {chance.choice(VERBS)} the {named()} before the {named()} of the {named()}."
        for _ in range(sentences)
    ]
    paragraphs = [" ".join(said[at : at + 4]) for at in range(0, len(said), 4)]
    return "\n".join([f"The {named()} and the {named()}", "Harbour Post, 3 May 2024", *paragraphs])


@pytest.fixture(name="story", scope="session")
def story_fixture() -> Story:
    return story


@pytest.fixture(name="write", scope="session")
def write_fixture() -> Write:
    def write(folder: Path, texts: Mapping[str, str]) -> Path:
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
        return folder

    return write


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep unpacked indexes out of the user's cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield
