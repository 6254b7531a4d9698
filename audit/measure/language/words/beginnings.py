"""The beginning of a document's judged text."""

from __future__ import annotations

import numpy as np

from audit.measure.language.segments import Pieces
from audit.text.classes import Points


def beginning(points: Points, content: Pieces, document: int, most: int) -> str:
    """Return about the first `most` code points of a document's judged pieces, line by line."""
    first, last = np.searchsorted(content.owner, [document, document + 1]).tolist()
    lines: list[str] = []
    size = 0
    for row in range(first, last):
        start, end = int(content.starts[row]), int(content.ends[row])
        lines.append(points[start : min(end, start + most)].tobytes().decode("utf-32-le", "replace"))
        size += end - start
        if size >= most:
            break
    return "\n".join(lines)
