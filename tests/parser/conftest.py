"""One text through the parser, as its documents, its blocks or their kinds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.parser import Parsed, parse
from tests.parser.pages import table


@pytest.fixture
def parsed() -> Callable[..., Parsed]:
    return lambda *texts: parse(table(*texts))


@pytest.fixture
def document() -> Callable[[str], dict]:
    return lambda text: parse(table(text)).documents.to_pylist()[0]


@pytest.fixture
def blocks() -> Callable[[str], list[dict]]:
    return lambda text: parse(table(text)).blocks.to_pylist()


@pytest.fixture
def kinds(blocks) -> Callable[[str], list[str]]:
    return lambda text: [b["kind"] for b in blocks(text)]
