"""Regular expressions mean the same to every Python from 3.11 on."""

from __future__ import annotations

import ast
import importlib
import pkgutil
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


# A group that is repeated must not split one run in several ways: `(?:\w+ ?)+` divides a word at each letter, and
# `(?:[:|]|::)+` two colons in two ways: what does not match is tried in all of them.
DIVIDED = re.compile(
    r"(?<!\\)[+*](?: [?*]|\\s[?*])\)(?:[*+]|\{)|"
    r"\(\?:\[[^\]]*(?P<sign>[^\]])[^\]]*\]\|(?P=sign){2,}\)[*+]"
)


def patterns() -> Iterator[tuple[str, str]]:
    """Yield the patterns that modules compile, as they are put together, with the names that they have there."""
    for found in pkgutil.walk_packages(audit.__path__, "audit."):
        for name, value in vars(importlib.import_module(found.name)).items():
            if isinstance(value, re.Pattern):
                said = value.pattern
                yield f"{found.name}.{name}", said if isinstance(said, str) else said.decode("latin-1")


def test_no_repeated_group_divides_a_run_in_several_ways() -> None:
    assert [name for name, said in patterns() if DIVIDED.search(said)] == []


@pytest.mark.parametrize("divided", [r"(?:[^\s:]+ ?){1,4}:", r"(\w*\s*)+x", r"(?:[|:_]|::)+ "])
def test_groups_that_divide_a_run_are_seen(divided: str) -> None:
    assert DIVIDED.search(divided)


@pytest.mark.parametrize("whole", [r"(?:\w+ )+", r"(?:[|:_]|--)+", r"(?:\+ ?)+", r"(?:\w+ ?)?:"])
def test_groups_that_divide_it_in_one_are_not(whole: str) -> None:
    assert DIVIDED.search(whole) is None
