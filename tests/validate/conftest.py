import pytest

from audit.validate import judging


@pytest.fixture(scope="session")
def judge(shared_surroundings):
    """Give the one real great-expectations that all tests share: its import costs seconds."""
    with judging() as judge:
        yield judge
