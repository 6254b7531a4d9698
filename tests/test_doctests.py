"""What docstrings and comments say is true, as far as it can be run or looked up: examples, and names of files."""

from __future__ import annotations

import doctest
import importlib
import re
import tokenize
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRITTEN = sorted(path for folder in ("audit", "tests/derive") for path in (ROOT / folder).rglob("*.py"))
# A source file of this repository, in full from its root.
NAMED = re.compile(r"(?<![\w/.<{-])(?:audit|tests)/[\w./-]*\.(?:py|md|tsv)\b")
SHOWING = [path for path in WRITTEN if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_does_what_its_examples_show(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.parametrize("folder", ["audit", "tests"])
def test_a_file_that_a_docstring_or_comment_names_is_there(folder: str) -> None:
    lost = [
        (path.relative_to(ROOT).as_posix(), name)
        for path in sorted((ROOT / folder).rglob("*.py"))
        for name in NAMED.findall(prose(path))
        if not (ROOT / name).exists()
    ]
    assert lost == []


def prose(path: Path) -> str:
    """Return the comments of a module, and its strings that begin a line, as docstrings do."""
    with path.open("rb") as opened:
        tokens = [token for token in tokenize.tokenize(opened.readline) if token.type != tokenize.NL]
    is_alone = [before.type in {tokenize.NEWLINE, tokenize.INDENT, tokenize.ENCODING} for before in tokens]
    said = zip(tokens[1:], is_alone, strict=False)
    return "\n".join(
        t.string for t, alone in said if t.type == tokenize.COMMENT or (t.type == tokenize.STRING and alone)
    )
