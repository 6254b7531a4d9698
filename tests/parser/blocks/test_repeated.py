"""What a page prints again goes, its first printing stays, and no word leaves the page."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.parser.blocks.context.posts import is_repeated
from audit.parser.blocks.context.rows import Rows
from audit.parser.blocks.features import lines
from tests.parser.pages import CHINESE_BODY, ENGLISH_BODY

LINE = st.sampled_from([*ENGLISH_BODY, *CHINESE_BODY, "Down by the landing", "Yes.", "- Ada"])


@settings(max_examples=15, deadline=None)
@given(st.lists(st.lists(st.tuples(LINE, st.sampled_from([0.1, 0.3, 0.9])), min_size=1, max_size=12), max_size=3))
def test_only_a_doubted_copy_of_a_kept_paragraph_goes(documents: list[list[tuple[str, float]]]) -> None:
    table = lines(["\n".join(line for line, _ in document) for document in documents] or [""])
    likely = np.array([score for document in documents for _, score in document], np.float32)
    found = iter(is_repeated(Rows(table), likely, likely > 1).tolist())
    for document in documents:
        seen: dict[str, int] = {}
        for at, (line, score) in enumerate(document):
            again = line in seen and not _is_in_other_company(document, at, seen[line])
            assert next(found) == (again and 0.2 < score < 0.5)
            if score < 0.5 and (len(line) > 60 or (line in CHINESE_BODY and len(line) > 30)):
                seen.setdefault(line, at)


def _is_in_other_company(document: list[tuple[str, float]], here: int, there: int) -> bool:
    """Return whether both neighbours of a line are kept, and other ones than those of another line."""
    lines = [line for line, _ in document]
    around = [(here + step, there + step) for step in (-1, 1)]
    return all(
        0 <= at < len(lines) and document[at][1] < 0.5 and not (0 <= other < len(lines) and lines[at] == lines[other])
        for at, other in around
    )


NOTE = "Shut the tunnel when you are done, since anybody who has its address can reach your machine."
STEPS = (
    "Guides\nReference\nSign in\nOpen a tunnel with the web page\nChoose the port that your program listens at.\n"
    f"{NOTE}\nThe page prints the address of the tunnel right below the port that you chose, and keeps it.\n%s"
    "Open a tunnel at the prompt\nWrite the port behind the name of the command.\n"
    f"{NOTE}\nThe command prints its address as well, and takes the port back when it ends.\nPrivacy policy\nImprint"
)


def test_a_note_that_two_sections_have_stays_in_both(document) -> None:
    assert document(STEPS % "")["body"].splitlines().count(NOTE) == 2


def test_a_note_printed_again_with_its_neighbours_goes() -> None:
    page = STEPS % "\n".join((*STEPS.splitlines()[4:7], ""))
    table = lines([page])
    likely = np.full(len(table), 0.3, np.float32)
    found = is_repeated(Rows(table), likely, likely > 1)
    assert [line for line, again in zip(table["text"], found, strict=True) if again] == STEPS.splitlines()[5:7]


def test_a_quoted_line_goes_from_pages_of_posts_and_offers() -> None:
    table = lines([STEPS % ""])
    likely = np.full(len(table), 0.3, np.float32)
    assert is_repeated(Rows(table), likely, likely < 1).sum() == 1 > is_repeated(Rows(table), likely, likely > 1).sum()


@pytest.mark.parametrize(("offers", "times"), [([], 2), (["Add to cart"], 2), (["Add to cart", "Enroll now"], 1)])
def test_one_call_to_buy_makes_no_shop_of_a_page_that_repeats_a_note(document, offers: list[str], times: int) -> None:
    foot = "Share on Facebook\nSubscribe to our newsletter\nLog in\nTerms of use\n© 2024 Mill. All rights reserved."
    page = "\n".join((STEPS % "", *offers, foot))
    assert document(page)["body"].splitlines().count(NOTE) == times


def test_a_text_without_furniture_repeats_what_it_likes(blocks) -> None:
    assert not [b for b in blocks("\n".join(ENGLISH_BODY * 3)) if b["boilerplate"]]
