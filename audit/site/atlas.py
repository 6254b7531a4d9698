"""A two-dimensional layout of an audit's documents by shared shingles: a table for embedding-atlas.

The only module that imports scikit-learn and umap-learn. No embedding model is needed: similarity is that of the
shingles used for finding copies.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from audit.atomic import replacing
from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.hidden_packages import unhide
from audit.measure.duplication.tokens.fold import fold
from audit.measure.duplication.tokens.shingles import shingles
from audit.parser.templates.template_lines import sources_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Imported lazily.
Libraries = Any

ATLAS: Final = "audit/atlas.parquet"
SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("title", pa.string()),
        pa.field("source", pa.string(), nullable=False),
        pa.field("language", pa.string()),
        pa.field("state", pa.string()),
        pa.field("projection_x", pa.float32()),
        pa.field("projection_y", pa.float32()),
    ]
)
_INSTALL: Final = (
    "scikit-learn or umap-learn, which arrange documents on a plane, is missing: pip install 'corpus-audit[atlas]'"
)
_BATCH: Final = 256
# Shingles per document, those with the smallest hashes, so that two documents sample the same ones.
_MOST_SHINGLES: Final = 256
# Bits of the hash that distinguish shingles.
_BITS: Final = 16
# Dimensions after SVD, as scikit-learn recommends before a neighbour search.
_DIMENSIONS: Final = 50
_NEIGHBORS: Final = 15
# Fewer documents are not laid out.
_LEAST: Final = 5
_DIGITS: Final = 3


def refuse_missing() -> None:
    """Raise UsageError if the required packages are missing, before the audit starts."""
    if find_spec("umap") is None or find_spec("sklearn") is None:
        raise UsageError(_INSTALL)


def write_atlas(stored: StoredAudit, folder: Path) -> Path:
    """Write `audit/atlas.parquet` into `folder`, a row per document with text, and return it.

    Columns: id, title, source, language, state, projection_x, projection_y; documents without shingles have no
    position, nor has any if fewer than 5 have some. Reproducible on one machine; others may round differently. Raises
    UsageError if umap-learn is not installed or a table cannot be read.
    """
    libraries = _libraries()
    ids, ends, buckets = _sampled(stored)
    places = _places(libraries, ends, buckets)
    facts = stored.frame("documents", ["id", "title"]).unique("id", keep="first")
    for table, columns in (("measures", ["id", "language"]), ("ledger", ["id", "state"])):
        facts = facts.join(stored.frame(table, columns).unique("id", keep="first"), on="id", how="left")
    points = pl.DataFrame({"id": ids, "projection_x": places[:, 0], "projection_y": places[:, 1]})
    points = points.with_columns(pl.col("projection_x", "projection_y").fill_nan(None))
    rows = facts.join(points.unique("id", keep="first"), on="id", how="left").sort("id")
    rows = rows.with_columns(source=sources_of(rows["id"]))
    file = folder / ATLAS
    file.parent.mkdir(parents=True, exist_ok=True)
    with replacing(file) as opened:
        pq.write_table(rows.select(SCHEMA.names).to_arrow().cast(SCHEMA), opened, compression="zstd")
    return file


def _sampled(stored: StoredAudit) -> tuple[list[str], NDArray[np.int64], NDArray[np.int32]]:
    """Return the documents' ids, the end of each one's shingles, and the shingles as numbers below 2**16."""
    ids: list[str] = []
    counts: list[int] = []
    found: list[NDArray[np.int32]] = []
    for batch in _batches(stored):
        ids += batch.column("id").to_pylist()
        made = shingles(fold(batch.column("body").to_pylist()))
        for start, end in zip(made.offsets[:-1], made.offsets[1:], strict=True):
            kept = np.unique(made.hashes[start:end])[:_MOST_SHINGLES]
            # The lowest bits, since the sample was selected by the highest.
            found.append((kept & np.uint64((1 << _BITS) - 1)).astype(np.int32))
            counts.append(len(kept))
    ends = np.concatenate([[0], np.cumsum(np.array(counts, np.int64))]).astype(np.int64)
    return ids, ends, np.concatenate([np.empty(0, np.int32), *found])


def _batches(stored: StoredAudit) -> Iterator[pa.RecordBatch]:
    for file in stored.files("documents"):
        with pq.ParquetFile(file) as opened:
            yield from opened.iter_batches(_BATCH, columns=["id", "body"])


def _places(libraries: Libraries, ends: NDArray[np.int64], buckets: NDArray[np.int32]) -> NDArray[np.float32]:
    """Return positions, (documents, 2): shared shingles weigh more the fewer documents have them (tf-idf)."""
    places = np.full((len(ends) - 1, 2), np.nan, np.float32)
    known = np.flatnonzero(np.diff(ends))
    if len(known) < _LEAST:
        return places
    shape = (len(ends) - 1, 1 << _BITS)
    counts = libraries.csr_matrix((np.ones(len(buckets), np.float32), buckets, ends), shape=shape)
    counts.sum_duplicates()
    weighed = libraries.TfidfTransformer(sublinear_tf=True).fit_transform(counts[known])
    narrow = libraries.TruncatedSVD(min(_DIMENSIONS, len(known) - 1), random_state=0).fit_transform(weighed)
    neighbors = min(_NEIGHBORS, len(known) - 1)
    umap = libraries.UMAP(n_neighbors=neighbors, init="random", random_state=0, n_jobs=1)
    places[known] = np.round(umap.fit_transform(narrow), _DIGITS)
    return places


def _libraries() -> Libraries:
    unhide()
    try:
        from scipy.sparse import csr_matrix
        from sklearn.decomposition import TruncatedSVD
        from sklearn.feature_extraction.text import TfidfTransformer
        from umap import UMAP
    except ImportError as error:
        raise UsageError(_INSTALL) from error
    return SimpleNamespace(
        csr_matrix=csr_matrix, TruncatedSVD=TruncatedSVD, TfidfTransformer=TfidfTransformer, UMAP=UMAP
    )
