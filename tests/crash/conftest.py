"""A host for all crashes, and a release that every one of them is to leave whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crash.calls import Host, refuse_without_strace
from tests.crash.laws import copied


@pytest.fixture(scope="session")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Give the process that calls are forked from."""
    with Host(tmp_path_factory.mktemp("calls")) as made:
        yield made


@pytest.fixture(scope="session")
def strace() -> None:
    """Skip without strace."""
    refuse_without_strace()


@pytest.fixture(scope="session")
def before(host: Host, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give dist with ports/1.0.0, and things of the user's beside it that look like ours."""
    dist = tmp_path_factory.mktemp("before") / "dist"
    assert host.call("put", dist, "first").code == 0
    (dist / "ports/.staging-notes").mkdir()
    (dist / "ports/.staging-notes/mine.txt").write_text("mine", "utf-8")
    (dist / "ports/.beside-notes").write_text("mine", "utf-8")
    (dist / "ports/notes.txt").write_text("mine", "utf-8")
    return dist


@pytest.fixture(scope="session")
def after(host: Host, before: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give what dist is to be when nothing goes wrong: 1.1.0 is there as well."""
    dist = copied(before, tmp_path_factory.mktemp("after") / "dist")
    assert host.call("put", dist, "second").code == 0
    return dist
