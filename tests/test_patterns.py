"""Regular expressions mean the same to every Python from 3.11 on."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import audit

ROOT = Path(audit.__file__).parent
# Before 3.11.5, which Debian 12 does not have, a group that is repeated possessively, or atomic, may leave its place
# behind where an iteration fails (CPython issue 106052). Possessive repetitions of one character are sound.
UNSOUND = re.compile(r"(?<!\\)\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")


def strings(path: Path) -> Iterator[str]:
    """Yield the constant strings of a module, those in f-strings too, with doubled braces as one."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, (str, bytes)):
            yield node.value if isinstance(node.value, str) else node.value.decode("latin-1")


@pytest.mark.parametrize("room", sorted({path.relative_to(ROOT).parts[0] for path in ROOT.rglob("*.py")}))
def test_no_group_is_repeated_possessively(room: str) -> None:
    files = [ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py"))
    assert [(path.name, text) for path in files for text in strings(path) if UNSOUND.search(text)] == []


@pytest.mark.parametrize("unsound", ["(?:ab?c)++d", "(a|b)*+", "(?>ab?)c", "(?:a{1,2}b){2,}+"])
def test_such_groups_are_seen(unsound: str) -> None:
    assert UNSOUND.search(unsound)


@pytest.mark.parametrize("sound", [r"\)++", "[ab]*+c", "(?:ab?c)+d", r"\w++", "a{2,}+", "(?:a)+[+]"])
def test_repetitions_of_a_character_are_not(sound: str) -> None:
    assert UNSOUND.search(sound) is None
