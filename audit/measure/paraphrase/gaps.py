"""What lies between the blocks of a text: with it the decoded text can be put together again, to the character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, zip_longest
from typing import Any

import pyarrow as pa


def gaps(texts: pa.Table, blocks: pa.Table) -> pa.Table:
    """Return for each of `texts` (id, text) a column `gaps`: the white space before each of its blocks and last."""
    spans: dict[str, list[tuple[int, int]]] = {id: [] for id in texts["id"].to_pylist()}
    for id, start, end in zip(*(blocks[name].to_pylist() for name in ("id", "start", "end")), strict=True):
        spans[id].append((start, end))
    found = [
        _gaps(text, spans[id]) for id, text in zip(texts["id"].to_pylist(), texts["text"].to_pylist(), strict=True)
    ]
    return pa.table({"gaps": pa.array(found, pa.list_(pa.large_string()))})


def _gaps(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return [text[end:start] for end, start in zip(ends, starts, strict=True)]


def rebuilt(gaps: Sequence[str], blocks: Iterable[Mapping[str, Any]]) -> str:
    """Return the decoded text that these gaps and blocks (text) are of."""
    texts = (block["text"] for block in blocks)
    return "".join(chain.from_iterable(zip_longest(gaps, texts, fillvalue="")))
