"""An index and the texts it is said to be made of may come from anybody: kernels read only what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.measure.duplication.index import Side, pairs_across, side_of, unpack, write_index
from audit.measure.duplication.pairs.pairs import find_pairs
from audit.measure.duplication.pairs.store import OtherTextError

Build = Callable[..., Any]


def sides(new: Any, old: Any, tmp_path: Path) -> tuple[Side, Side, Any]:
    nothing = np.empty(0, np.int64), np.empty(0, np.int64)
    write_index(tmp_path / "index.parquet", old.signatures, np.ones(old.rows, np.bool_), nothing)
    index = unpack([tmp_path / "index.parquet"], tmp_path / "unpacked")
    here = pa.concat_tables([pq.read_table(part) for part in new.signatures])
    clusters = find_pairs(new.signatures, new.bodies, 0.5).cluster
    return Side(here, clusters, new.bodies), side_of(index, old.bodies), index


def test_texts_that_were_not_signed_are_refused(corpus: Build, article: Build, edited: Build, tmp_path: Path) -> None:
    old, new = corpus([article(1)]), corpus([edited(article(1), 0.05, 1)])
    here, there, index = sides(new, old, tmp_path)
    assert len(pairs_across(here, there, index, 0.5)) == 1
    for text in ("", article(1)[:-1], article(1) * 50):
        other = replace(there, bodies=corpus([text]).bodies)
        with pytest.raises(OtherTextError, match="do not match its signatures"):
            pairs_across(here, other, index, 0.5)
