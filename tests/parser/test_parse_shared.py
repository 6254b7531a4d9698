"""The five texts the project began with; run only where they are at hand."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

SHARED = os.environ.get("CORPUS_AUDIT_SHARED")
pytestmark = pytest.mark.skipif(not SHARED, reason="CORPUS_AUDIT_SHARED names no folder")
# First characters of the file's name: characters of the title, of the source and of the author; published.
EXPECTED = {
    "000": (27, 8, 0, None),
    "001": (26, 4, 2, datetime.fromisoformat("2024-02-23T09:36:39")),
    "002": (0, 0, 0, None),
    "003": (18, 8, 0, None),
    "004": (29, 2, 3, datetime.fromisoformat("2024-02-15T18:21")),
}


@pytest.mark.parametrize("seed", EXPECTED)
def test_header(document, seed: str) -> None:
    (path,) = Path(SHARED or "", "seeds").glob(f"{seed}_*.txt")
    found = document(path.read_bytes().decode("utf-8"))
    assert (*(len(found[k] or "") for k in ("title", "source", "author")), found["published_at"]) == EXPECTED[seed]


@pytest.mark.parametrize(("seed", "flagged"), [("000", 14), ("001", 27), ("002", 0), ("003", 3), ("004", 16)])
def test_boilerplate_blocks(blocks, seed: str, flagged: int) -> None:
    (path,) = Path(SHARED or "", "seeds").glob(f"{seed}_*.txt")
    assert sum(b["boilerplate"] for b in blocks(path.read_bytes().decode("utf-8"))) == flagged
