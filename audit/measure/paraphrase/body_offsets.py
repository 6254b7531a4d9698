"""Mapping of body offsets to the decoded text: a body is its content blocks joined by newlines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Self

from audit.tables import BODY_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, slots=True)
class BodyOffsets:
    """For each content block its start in body and decoded text, and its length."""

    begins: tuple[int, ...]
    starts: tuple[int, ...]
    sizes: tuple[int, ...]

    @classmethod
    def of(cls, blocks: Iterable[Mapping[str, object]]) -> Self:
        """Return the mapping of a document from its blocks (start, text, kind, boilerplate), in order."""
        content = [b for b in blocks if not b["boilerplate"] and b["kind"] in BODY_KINDS]
        sizes = tuple(len(str(block["text"])) for block in content)
        begins = tuple(accumulate((size + 1 for size in sizes), initial=0))[:-1]
        return cls(begins, tuple(int(str(block["start"])) for block in content), sizes)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the decoded text of the non-empty body[start:end]."""
        return self._at(start), self._at(end - 1) + 1

    def _at(self, place: int) -> int:
        nth = bisect_right(self.begins, place) - 1
        return self.starts[nth] + min(place - self.begins[nth], self.sizes[nth])
