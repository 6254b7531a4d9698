"""Expensive decodings, handed from the first pass over the inputs to the second.

They are keyed by the digest of the bytes, so that an input that changes in between is decoded anew.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from audit.engine.serve import writing
from audit.read.codec.decode import Decoded, decode
from audit.read.inputs import Input

# Decodings that are cheaper than a lookup.
_PLAIN: Final = frozenset({"ascii", "utf-8"})
# Code points kept per task; later inputs are decoded twice.
_MOST: Final = 8 << 20


@dataclass(slots=True)
class Decodings:
    """The decoded texts of a task's inputs by digest of their bytes; `room` is the number of code points still kept."""

    known: dict[str, Decoded] = field(default_factory=dict)
    room: int = 0

    @staticmethod
    def to_keep() -> Decodings:
        """Return an instance that stores what is decoded from now on."""
        return Decodings(room=_MOST)

    @staticmethod
    def load(file: Path) -> Decodings:
        """Return the decodings saved in the file; empty if there is none."""
        # Written by another worker of this run into our own folder.
        return Decodings(pickle.loads(file.read_bytes())) if file.is_file() else Decodings()  # noqa: S301

    def save(self, file: Path) -> None:
        """Write the decodings atomically; no file if there are none."""
        if not self.known:
            return
        made = file.with_suffix(".made")
        with writing("a part file"):
            file.parent.mkdir(exist_ok=True)
            made.write_bytes(pickle.dumps(self.known, pickle.HIGHEST_PROTOCOL))
            made.replace(file)

    def of(self, found: Input) -> Decoded | None:
        """Return the text of an input not decoded yet; None if no codec decodes it."""
        known = self.known.get(found.sha256) if found.declared is None else None
        if known is not None:
            return known
        made = decode(found.raw, found.declared)
        if made is not None and made.source not in _PLAIN and found.declared is None:
            self._keep(found.sha256, made)
        return made

    def _keep(self, digest: str, made: Decoded) -> None:
        if len(made.text) <= self.room:
            self.known[digest] = made
            self.room -= len(made.text)
