"""Nothing that acts on a terminal or a page is left in what is shown, and the rest is unchanged."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.visible import safe_json, visible
from tests.commands import HOSTILE, obeyed, obeyed_in


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        pytest.param("\x1b]0;title\x07", "\\x1b]0;title\\x07", id="terminal title"),
        pytest.param("a\nb\tc", "a\\x0ab\\x09c", id="line end and tab"),
        pytest.param("\x9b2J", "\\x9b2J", id="C1 control"),
        pytest.param("a\u202eb", "a\\u202eb", id="bidirectional override"),
        pytest.param("\udcff", "\\udcff", id="undecodable byte of a name"),
        pytest.param("\U000e0041", "\\U000e0041", id="tag character"),
        pytest.param("a\u2028b", "a\\u2028b", id="line separator"),
        pytest.param("::error file=a::b", "\\x3a:error file=a::b", id="workflow command"),
        pytest.param("\u3000 ::add-mask::x", "\u3000 \\x3a:add-mask::x", id="workflow command after wide blanks"),
        pytest.param("see ##[error]no", "see #\\x23[error]no", id="the older form"),
        pytest.param("###VSO[task.complete]", "##\\x23VSO[task.complete]", id="Azure, in capitals"),
        pytest.param("##teamcity[buildStop]", "#\\x23teamcity[buildStop]", id="TeamCity"),
        pytest.param("section_start:0:a", "section\\x5fstart:0:a", id="GitLab"),
        pytest.param("a%0Ab%0db", "a\\x250Ab\\x250db", id="line ends of a command's value"),
        pytest.param("--- group", "\\x2d-- group", id="Buildkite"),
        pytest.param("^^^ +++", "\\x5e^^ +++", id="Buildkite opens the group before"),
    ],
)
def test_shows_what_would_act(raw: str, shown: str) -> None:
    assert visible(raw) == shown


@pytest.mark.parametrize(
    "text",
    [
        "plain", "临海日报,“新闻”", "naïve café", "[bold]", "👩🏽", "日本語　全角",
        "std::vector", "a :: b", "## [heading]", "#[x]", "---", "--dry-run", "+++", "C++ ++", "100%0", "section_one:",
        "the section_starts: here",
    ],
)  # fmt: skip
def test_leaves_what_only_stands_there(text: str) -> None:
    assert visible(text) == text


def test_cuts_before_escaping() -> None:
    assert visible("\x00" * 10, limit=3) == "\\x00\\x00…"


TEXTS = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(codec=None), max_size=3)).map("".join)


@given(TEXTS)
def test_nothing_that_acts_is_left(text: str) -> None:
    shown = visible(text)
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} for c in shown)
    assert not obeyed(shown)
    assert visible(shown) == shown


@given(TEXTS, st.booleans())
def test_json_says_the_same_and_commands_nothing(text: str, ascii_only: bool) -> None:
    document = json.dumps({"a": [text], text: 1}, indent=1, ensure_ascii=ascii_only)
    safe = safe_json(document)
    assert json.loads(safe) == json.loads(document)
    assert not obeyed_in(safe)
