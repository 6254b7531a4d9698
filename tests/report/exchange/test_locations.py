"""Where a finding lies, as seen from where the program is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.report.locations import Locations


@pytest.mark.parametrize(
    ("root", "id", "path", "name"),
    [
        ("data", "a/b.txt", "data/a/b.txt", "data/a/b.txt"),
        ("data", "all.jsonl#3", "data/all.jsonl", "data/all.jsonl#3"),
        ("data", r"issue\#3", "data/issue#3", r"data/issue\#3"),
        (".", "data/a.txt", "data/a.txt", "data/a.txt"),
        ("data/all.jsonl", "all.jsonl#3", "data/all.jsonl", "data/all.jsonl#3"),
        ("data/one.txt", "one.txt", "data/one.txt", "data/one.txt"),
        ("../else", "a.txt", "{home}/else/a.txt", "a.txt"),
    ],
)
def test_a_file_is_found_from_where_the_program_is_called(
    tmp_path: Path, root: str, id: str, path: str, name: str
) -> None:
    here = tmp_path / "here"
    (here / "data").mkdir(parents=True)
    (tmp_path / "else").mkdir()
    for file in ("all.jsonl", "one.txt"):
        (here / "data" / file).touch()
    found = Locations.of(here / root, here)
    assert (found.path(id), found.name(id)) == (path.format(home=tmp_path.resolve().as_posix()), name)
