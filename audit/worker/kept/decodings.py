"""What bytes were decoded to, where that was dear: the first pass over the inputs leaves it for the second one.

Found by the digest of the bytes: an input that changes between the two is decoded as it is then.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from audit.engine.serve import writing
from audit.read.codec.decode import Decoded, decode
from audit.read.inputs import Input

# Decided at a glance, which costs less than to look it up.
_PLAIN: Final = frozenset({"ascii", "utf-8"})
# Code points that are kept of a task's inputs, all together; what comes later is decoded twice.
_MOST: Final = 8 << 20


@dataclass(slots=True)
class Decodings:
    """The texts of inputs of one task, by the digests of their bytes; there is `room` for so many code points more."""

    known: dict[str, Decoded] = field(default_factory=dict)
    room: int = 0

    @staticmethod
    def to_keep() -> Decodings:
        """Return a place for what is decoded from now on."""
        return Decodings(room=_MOST)

    @staticmethod
    def load(file: Path) -> Decodings:
        """Return what was saved in the file; nothing where there is none."""
        # Written by another worker of this run, into a folder of ours, as the job itself is.
        return Decodings(pickle.loads(file.read_bytes())) if file.is_file() else Decodings()  # noqa: S301

    def save(self, file: Path) -> None:
        """Write what is known into the file, whole or not at all; no file where nothing is."""
        if not self.known:
            return
        made = file.with_suffix(".made")
        with writing("a part file"):
            file.parent.mkdir(exist_ok=True)
            made.write_bytes(pickle.dumps(self.known, pickle.HIGHEST_PROTOCOL))
            made.replace(file)

    def of(self, found: Input) -> Decoded | None:
        """Return the text of an input whose bytes are still to be decoded; None when no codec reads them."""
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
