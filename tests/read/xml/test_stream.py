"""XML in pieces: the same elements wherever it is divided, and whichever expat reads it."""

from __future__ import annotations

import pytest

from audit.read.xml.stream import trees

ROWS = "".join(f"<row by='Ada'>The ferry left at {n}. 渡船离开了。</row>" for n in range(200))
# Expat waits for as much again of a long tag before it reads it anew.
LAST = f"<row Body='{'The bell rang until noon. ' * 8}'/></posts>"
POSTS = f"<posts>{ROWS}{LAST}".encode()


def read(*pieces: bytes) -> list[str]:
    found = trees(iter(pieces), lambda path: len(path) == 2, 1_000)
    return ["".join(map(str, (*node.attributes.values(), *node.parts))) for node, *_ in found if node]


@pytest.mark.parametrize("size", [1, 7, 64, 1_000, 4_096])
def test_every_element_comes_in_pieces_of_any_size(size: int) -> None:
    whole = read(POSTS)
    assert len(whole) == 201
    assert read(*(POSTS[start : start + size] for start in range(0, len(POSTS), size))) == whole


def test_every_element_comes_wherever_the_last_piece_begins() -> None:
    whole = read(POSTS)
    for at in range(len(POSTS) - len(LAST), len(POSTS)):
        assert read(POSTS[:at], POSTS[at:]) == whole
