"""Every input is in exactly one state of the contract, and counts add up."""

from __future__ import annotations

import pytest

from audit.errors import DefectError
from audit.ledger import QUARANTINE, STATES, reconcile


def test_counts_every_state() -> None:
    assert reconcile(3, ["published", "duplicate", "published"]) == {
        "published": 2, "duplicate": 1, "boilerplate": 0, "excluded": 0, "quarantined": 0,
    }  # fmt: skip


def test_nothing_is_nothing() -> None:
    assert sum(reconcile(0, []).values()) == 0


@pytest.mark.parametrize("found", [1, 3])
def test_a_sum_that_does_not_add_up_is_a_defect(found: int) -> None:
    with pytest.raises(DefectError, match="accounts for 2"):
        reconcile(found, ["published", "quarantined"])


def test_an_unknown_state_is_a_defect() -> None:
    with pytest.raises(DefectError, match="lost"):
        reconcile(1, ["lost"])


def test_states_are_the_contract() -> None:
    assert STATES == ("published", "duplicate", "boilerplate", "excluded", "quarantined")


def test_every_quarantine_code_says_what_next() -> None:
    assert [code for code, advice in QUARANTINE.items() if len(advice.split()) < 3] == []
