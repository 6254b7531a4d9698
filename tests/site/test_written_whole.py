"""A report that cannot be written leaves nothing of itself, and an earlier report as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

import audit


def files(folder: Path) -> dict[Path, bytes]:
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.write_bytes

    def write(path: Path, content: bytes) -> int:
        if path.name == "index.html" and path.parent.name == "documents":
            real(path, content[:100])
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(path, content)

    monkeypatch.setattr(Path, "write_bytes", write)


@pytest.mark.usefixtures("full_disk")
def test_a_new_report_leaves_no_folder(samples_checked: Path, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No space left") as found:
        audit.report(samples_checked, out=tmp_path / "new/site")
    assert found.value.filename == str(tmp_path / "new/site/documents/index.html")
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_report_stays(samples_checked: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    site = tmp_path / "site"
    audit.report(samples_checked, out=site, documents=3)
    before = files(site)
    request.getfixturevalue("full_disk")
    with pytest.raises(OSError, match="No space left"):
        audit.report(samples_checked, out=site)
    assert files(site) == before


def test_what_a_killed_report_left_is_removed(samples_checked: Path, tmp_path: Path) -> None:
    left = tmp_path / "site/.staging-0123456789abcdef"
    left.mkdir(parents=True)
    audit.report(samples_checked, out=tmp_path / "site")
    assert not left.exists()
    assert (tmp_path / "site/index.html").is_file()
