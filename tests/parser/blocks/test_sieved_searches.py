"""Sieves before searches let through whatever is searched for."""

from __future__ import annotations

import pytest

from audit.parser.blocks.context.regex_search import needed
from audit.parser.blocks.threads.lines import DAY, key, keys
from audit.parser.blocks.threads.recurrent import masked
from audit.text.tables import phrases


@pytest.mark.parametrize(("name", "form"), [("of_boards", "[{}]"), ("buttons", "| {} (7)"), ("labels", "{}: 7")])
def test_each_phrase_around_posts_is_known_among_marks(name: str, form: str) -> None:
    lines = [form.format(word) for word in phrases("threads", name) if "-" not in word]
    assert [line for line in lines if not key(line, sentence=False)] == []


@pytest.mark.parametrize("form", ["{}", "* {}", "| {} |", "- {}:", "*-{}!", "{} (٣)", "the {}"])
@pytest.mark.parametrize("name", ["of_boards", "buttons", "beside", "labels", "marks", "edited"])
def test_no_line_with_a_key_is_passed_over(name: str, form: str) -> None:
    others = ["★★★", "·", "沙发", "地板", "an hour ago", "vor einer stunde", "gold badge", "", "*", "the pier at dusk"]
    lines = [form.format(word) for word in (*phrases("threads", name), *others)]
    told = [key(line, sentence=False) for line in lines]
    assert keys(lines, masked(lines), [False] * len(lines)) == told


@pytest.mark.parametrize(
    "line",
    [
        "ada on the pier at 12 march 2026",
        "14:05, 3.4.26",
        "2 hours ago",
        "vor einer stunde",
        "منذ 3",
        "apr '26",
        "3分钟前",
    ],
)
def test_a_day_is_found_from_its_number_or_its_word_on(line: str) -> None:
    assert key(line, sentence=False) == DAY


@pytest.mark.parametrize("line", ["from 12 to 26", "chapter 4 of 9", "an hour of may", "vorn 3"])
def test_numbers_and_months_alone_are_no_day(line: str) -> None:
    assert key(line, sentence=False) != DAY


@pytest.mark.parametrize(
    "pattern",
    ["(?:ab|cd)ef?", "tide table|ferry", "(?:tide table)?", "[tide table]", "(?!tide table)", "tide?", r"tid\e"],
)
def test_nothing_is_needed_where_a_match_may_lack_it(pattern: str) -> None:
    assert not needed(pattern)


def test_what_stands_between_variable_parts_is_needed() -> None:
    assert needed(r"(?:high|low) tides?\.? (?:at|by)") == " tide"
