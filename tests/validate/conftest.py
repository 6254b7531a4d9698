import pytest

from audit.validate import Judge


@pytest.fixture(scope="session")
def judge():
    """Give one real great-expectations for all tests: its import costs seconds."""
    with Judge() as judge:
        yield judge
