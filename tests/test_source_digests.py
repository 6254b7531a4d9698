"""The digests of the program's own files."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import audit
from audit.source_digests import digest_of, source_digests

_ROOT = Path(audit.__file__).parent


def test_each_source_is_known_by_its_path() -> None:
    assert source_digests()["text/fold.py"] == sha256((_ROOT / "text" / "fold.py").read_bytes()).hexdigest()
    assert source_digests()["version.py"] == sha256((_ROOT / "version.py").read_bytes()).hexdigest()


def test_paths_are_in_order_and_say_nothing_of_compiled_code() -> None:
    paths = list(source_digests())
    assert paths == sorted(paths)
    assert not [path for path in paths if "__pycache__" in path or path.startswith(("samples/", "docs/"))]


def test_a_digest_tells_paths_and_contents_apart() -> None:
    files = {"a": "1", "b": "2"}
    assert digest_of(files) == digest_of(dict(files))
    assert len({digest_of(some) for some in (files, {"a": "2", "b": "1"}, {"a": "1"}, {"ab": "12"}, {})}) == 5
