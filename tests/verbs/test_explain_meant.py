"""`audit explain NAME` finds the one document that is called so; of several, or of none, it names some."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import audit
from audit.errors import UsageError

A, B = "The ferry left before dawn, and nobody saw it go.", "Snow closed the pass, and the post came by sledge."


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("explain")
    for name, text in {"2024/dawn.txt": A, "2024/noon.txt": B, "2025/noon.txt": f"{B} {A}"}.items():
        (root / "raw" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "raw" / name).write_text(text, "utf-8")
    (root / "raw/2").write_text(A[:-1], "utf-8")
    rows = (
        {"id": f"N-{n}", "url": f"https://a.example/{n}", "text": f"{text} {n}"}
        for n, text in enumerate((A, B, f"{B} {B}"))
    )
    (root / "raw/all.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    audit.check(root / "raw", out=root / "checked", no_cache=True, workers=1)
    return root / "checked"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("2024/dawn.txt", "2024/dawn.txt"),
        ("dawn.txt", "2024/dawn.txt"),
        ("./raw/2024/noon.txt", "2024/noon.txt"),
        ("/home/ada/raw/2025/noon.txt", "2025/noon.txt"),
        ("raw/all.jsonl#1", "all.jsonl#1"),
        ("N-1", "all.jsonl#1"),
        ("https://a.example/0", "all.jsonl#0"),
    ],
)
def test_the_one_document_called_so(checked: Path, name: str, id: str) -> None:
    assert audit.explain(name, checked)["ledger"]["id"] == id


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("noon.txt", "2 inputs in .* are called noon.txt: 2024/noon.txt, 2025/noon.txt$"),
        ("https://a.example/2", "2 inputs in .* are called https://a.example/2: 2, all.jsonl#2$"),
        ("dawn", "no input in .* has the id dawn: .*; did you mean 2024/dawn.txt\\?$"),
        ("all.jsonl", "did you mean all.jsonl#0, all.jsonl#1, all.jsonl#2\\?$"),
        ("oon.txt", "no input"),
        ("dusk.txt", "below the input folder$"),
        ("N-3", "below the input folder$"),
    ],
)
def test_of_several_and_of_none_some_are_named(checked: Path, name: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        audit.explain(name, checked)
