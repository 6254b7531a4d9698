"""Two who release into the same folder at once: every version is whole, and who is refused may simply run again."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.release.verification.verify import verify
from audit.release.version import versions_of
from tests.crash.calls import IS_LONG, Host
from tests.crash.laws import MINE, copied


@pytest.mark.parametrize("number", range(40 if IS_LONG else 2))
def test_two_at_once(number: int, host: Host, before: Path, tmp_path: Path) -> None:
    dist = copied(before, tmp_path / "dist")
    drafts = ("second", "third")
    both = [host.begin("put", dist, draft) for draft in drafts]
    ended = [host.ended(each) for each in both]
    assert {each.code for each in ended} <= {0, 2}
    for draft, each in zip(drafts, ended, strict=True):
        if each.code == 2:
            assert "run again" in each.err
            assert host.call("put", dist, draft).code == 0
    home = dist / "ports"
    # The tables differ, so each is a version of its own; who came last leads.
    assert list(map(str, versions_of(home))) == ["1.0.0", "1.1.0", "1.2.0"]
    assert [verify(home / str(version), quick=True).problems for version in versions_of(home)] == [(), (), ()]
    assert verify(home, quick=True).problems == ()
    assert {path.name for path in home.iterdir()} == {"1.0.0", "1.1.0", "1.2.0", "README.md", *MINE}
