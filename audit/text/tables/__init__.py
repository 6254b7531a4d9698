"""Tables derived by tests/derive/derive_likelihood.py; each holds the hash of what it was derived from."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Final

_SUFFIXES: Final = (".json", ".tsv", ".npy", ".npz", ".xz")


def rows(name: str) -> Iterator[list[str]]:
    """Yield the tab-separated rows of a bundled table; lines starting with # are comments."""
    lines = (files(__name__) / name).read_text("utf-8").splitlines()
    return (line.split("\t") for line in lines if not line.startswith("#"))


@cache
def tables_digest() -> str:
    """Return the SHA-256 of the bundled model tables, which identifies the model."""
    shipped = (file for file in files(__name__).iterdir() if file.name.endswith(_SUFFIXES))
    digest = sha256()
    for file in sorted(shipped, key=lambda file: file.name):
        digest.update(f"{file.name}\0{sha256(file.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()
