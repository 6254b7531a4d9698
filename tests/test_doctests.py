"""The examples in docstrings are true; only the modules that have some are looked at."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WRITTEN = sorted(path for folder in ("audit", "tests/derive") for path in (ROOT / folder).rglob("*.py"))
SHOWING = [path for path in WRITTEN if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_does_what_its_examples_show(path: Path) -> None:
    name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    assert doctest.testmod(importlib.import_module(name)).failed == 0
