"""The one great-expectations that all tests share."""

import pytest

from audit.validate.judge import open_judge


@pytest.fixture(scope="session")
def judge(shared_judge_and_loader):
    """Give the one real great-expectations that all tests share: its import costs seconds."""
    with open_judge() as judge:
        yield judge
