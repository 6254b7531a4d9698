"""Text with data that rides in it unseen, and what the measure finds in it."""

from __future__ import annotations

import pyarrow as pa

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.hidden.payloads import MANIFEST, MESSAGE, RUN

FACTS = (MANIFEST, MESSAGE, RUN, "zero_width")


def selectors(data: bytes) -> str:
    return "".join(chr(0xFE00 + byte) if byte < 16 else chr(0xE0100 + byte - 16) for byte in data)


def found(text: str) -> tuple[dict[str, int], list[str]]:
    measured = encoding(pa.table({"text": pa.array([text], pa.large_string())}))
    counts = {fact: measured.columns[fact][0].as_py() for fact in FACTS}
    return {fact: count for fact, count in counts.items() if count}, [place.evidence for place in measured.places[0]]
