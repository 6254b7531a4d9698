"""A fingerprint is of the passage and its rule, and stays when other lines come and go."""

from __future__ import annotations

import pytest

from audit.finding import CONTEXT, MAX_SUBJECT, Severity, fingerprint, is_at_least, subject


@pytest.mark.parametrize(
    ("code", "content", "nth", "expected"),
    [
        pytest.param("ENC001", "text", 0, "e9f127a2fd55f622528df064176cb3b9", id="one"),
        pytest.param("ENC002", "text", 0, "8bece0cc275db6d5794d122bc414ce3c", id="another rule"),
        pytest.param("ENC001", "t", 0, "29e233f8e3937f19ec1ba2fb2b1f5f41", id="other content"),
        pytest.param("ENC001", "text", 1, "c3d819aa8d8ccb2221612a73caae8054", id="repeated"),
    ],
)
def test_a_fingerprint_is_what_earlier_baselines_say(code: str, content: str, nth: int, expected: str) -> None:
    assert fingerprint(code, content, nth) == expected


def test_a_fingerprint_takes_any_text() -> None:
    assert len(fingerprint("ENC001", "\ud83d\x00")) == 32


@pytest.mark.parametrize(
    ("severity", "threshold", "is_so"),
    [
        ("critical", "info", True),
        ("warning", "warning", True),
        ("info", "warning", False),
        ("warning", "critical", False),
    ],
)
def test_graver_or_equal(severity: Severity, threshold: Severity, is_so: bool) -> None:
    assert is_at_least(severity, threshold) is is_so


def test_a_finding_is_about_its_passage_and_a_little_around_it() -> None:
    text = "a" * 100 + "fault" + "b" * 100
    assert subject(text, 100, 105) == "a" * CONTEXT + "fault" + "b" * CONTEXT


def test_a_whole_text_is_named_by_its_digest() -> None:
    logs = ["12:00 started\n" * 100_000, "12:00 started\n" * 100_000 + "12:01 stopped\n"]
    subjects = [subject(log, 0, len(log)) for log in logs]
    assert [len(found) for found in subjects] == [64, 64]
    assert subjects[0] != subjects[1]
    assert subject("\ud83d" * MAX_SUBJECT * 2, 0, MAX_SUBJECT * 2) != subjects[0]


def test_a_long_passage_is_told_by_what_stands_in_its_middle() -> None:
    before, after = "a" * MAX_SUBJECT, "b" * MAX_SUBJECT
    texts = [before + fault + after for fault in ("one", "two")]
    assert len({subject(text, 0, len(text)) for text in texts}) == 2


@pytest.mark.parametrize(
    ("size", "digits"), [pytest.param(0, False, id="written out"), pytest.param(1, True, id="one more is a digest")]
)
def test_a_subject_is_written_out_up_to_its_limit(size: int, digits: bool) -> None:
    text = "x" * (MAX_SUBJECT + size)
    assert (subject(text, 0, len(text)) != text) is digits
    # What stands around counts: the passage alone would be short enough.
    assert (subject(text, CONTEXT, len(text) - CONTEXT) != text) is digits


def test_other_lines_come_and_go_without_making_another_finding() -> None:
    line = "the harbour \ufffd opened"
    found = {
        subject(text, text.index("\ufffd"), text.index("\ufffd") + 1)
        for text in (line, f"new\n{line}", f"{line}\r\nnew\r\n", f"\r{line}\rnew", f"a\n\n{line}\n")
    }
    assert found == {line}


def test_a_passage_of_several_lines_is_the_same_with_other_line_ends() -> None:
    texts = ["one\ntwo\n", "one\r\ntwo\r\n"]
    assert len({subject(text, 0, len(text)) for text in texts}) == 1
