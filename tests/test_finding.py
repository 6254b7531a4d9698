from __future__ import annotations

import pytest

from audit.finding import Severity, fingerprint, is_at_least


def test_a_fingerprint_is_of_rule_content_and_repetition_only() -> None:
    assert fingerprint("ENC001", "text") == fingerprint("ENC001", "text")
    assert (
        len(
            {
                fingerprint("ENC001", "text"),
                fingerprint("ENC002", "text"),
                fingerprint("ENC001", "t"),
                fingerprint("ENC001", "text", 1),
            }
        )
        == 4
    )


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
