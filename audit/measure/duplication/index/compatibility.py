"""Compatibility of indexes: keys computed by different versions are unrelated, however similar the documents."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import Final

import pyarrow as pa

from audit.measure.duplication.tokens.minhash import BANDS, DENSE_SAMPLING, ROWS, SAMPLING
from audit.measure.duplication.tokens.signature import signatures

# The file format version; everything else is determined by signing the specimen.
LAYOUT: Final = "1"
# A signature column missing from indexes, derived from the others.
_NO_KEY: Final = "passage_words"
# All code points that folding distinguishes; only a few tags, selectors and private use are beyond.
_LAST: Final = 0x32000
_SURROGATES: Final = range(0xD800, 0xE000)
_CHUNK: Final = 4096
# Both token weights, mixed ones, a repetition, a title; a text too short for a shingle; an empty one.
_TEXTS: Final = (
    "The ferry to the island left at nine, and nobody on the quay waved: 12 boats, 3 dogs, one tired harbour master.",
    "渡轮九点离开码头，岸上没有人挥手。港务员数了数：十二条船，三条狗，还有一个睡着的售票员，帽子盖着脸。",
    "周三的Harbour Weekly说，第12号ferry改在09:30开出，老乘客不必换ticket，新乘客请到B2窗口。",
    "Ok。",
    "",
)


@lru_cache(maxsize=1)
def make() -> dict[str, str]:
    """Return what identifies this program's indexes: constants by name, and a digest of a specimen's signatures.

    The specimen contains every code point and every kind of shingle, so that its signatures change with anything that
    affects a key: kernel, weights, seeds, folding table, Unicode tables. No version has to be maintained.
    """
    known = {"layout": LAYOUT, "bands": str(BANDS), "rows": str(ROWS), "sampling": f"{SAMPLING}, {DENSE_SAMPLING}"}
    return {**known, "specimen": _specimen_digest()}


def _specimen_digest() -> str:
    points = [chr(point) for point in range(_LAST) if point not in _SURROGATES]
    bodies = [*("".join(points[at : at + _CHUNK]) for at in range(0, len(points), _CHUNK)), *_TEXTS]
    ids = [str(row) for row in range(len(bodies))]
    documents = pa.table({
        "id": ids, "title": pa.array(bodies, pa.string()), "body": pa.array(bodies, pa.large_string()),
        "sha256": ["0" * 64] * len(ids),
    })  # fmt: skip
    blocks = pa.table({
        "id": ids, "text": documents["body"], "kind": ["paragraph"] * len(ids), "boilerplate": [False] * len(ids),
    })  # fmt: skip
    signed = signatures(documents, blocks)
    digest = sha256()
    for name in sorted(set(signed.column_names) - {_NO_KEY}):
        digest.update(f"{name}={signed[name].to_pylist()!r}\n".encode())
    return digest.hexdigest()
