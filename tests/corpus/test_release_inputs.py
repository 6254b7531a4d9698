"""The files of a release that is read may be anybody's: what they are is asked before one of them is opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from audit.corpus.inputs import items_of
from audit.errors import UsageError
from audit.policy import Policy
from audit.worker.job import Job


@pytest.fixture
def job(tmp_path: Path) -> Job:
    for table in ("documents", "blocks"):
        (tmp_path / "release" / table).mkdir(parents=True)
        (tmp_path / "release" / table / "train-00000-of-00001.parquet").write_bytes(b"")
    return Job(tmp_path / "release", "release", tmp_path, Policy(), measures=False)


def test_the_documents_of_a_release_are_one_input(job: Job) -> None:
    assert [(item.id, item.code) for item in items_of(job)] == [("", "")]


@pytest.mark.parametrize("path", ["documents", "blocks/train-00000-of-00001.parquet"])
def test_links_in_a_release_are_not_followed(path: str, job: Job) -> None:
    (job.root / path).rename(job.parts / "moved")
    (job.root / path).symlink_to(job.parts / "moved")
    with pytest.raises(UsageError, match="is a symbolic link"):
        list(items_of(job))


def test_a_pipe_in_a_release_is_not_waited_for(job: Job) -> None:
    os.mkfifo(job.root / "documents" / "train-00001-of-00002.parquet")
    with pytest.raises(UsageError, match="not a regular file"):
        list(items_of(job))
