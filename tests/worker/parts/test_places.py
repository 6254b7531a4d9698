"""Places on disk: one writer, for what workers see and for what is seen once the whole corpus is known."""

from __future__ import annotations

import pyarrow.parquet as pq

from audit.finding import Place
from audit.tables import PLACES
from audit.worker.lines import LineSpan
from audit.worker.parts.places import add_places, placed, places_table, write_part

TEXT = "The harbour opened again on Tuesday."
FIRST = placed(0, Place("mojibake", 4, 11, "harbour"), (7, 14), TEXT, LineSpan(1, 5, 1, 12))
ON_A_PAGE = placed(3, Place("spun_score", 12, 18, "opened"), None, TEXT)


def test_a_place_has_code_points_bytes_and_what_it_is_about():
    assert places_table([FIRST, ON_A_PAGE]).to_pylist() == [
        {"row": 0, "fact": "mojibake", "start": 4, "end": 11, "byte_start": 7, "byte_end": 14,
         "evidence": "harbour", "content": TEXT, "line": 1, "column": 5, "end_line": 1, "end_column": 12},
        {"row": 3, "fact": "spun_score", "start": 12, "end": 18, "byte_start": None, "byte_end": None,
         "evidence": "opened", "content": TEXT, **dict.fromkeys(("line", "column", "end_line", "end_column"))},
    ]  # fmt: skip


def test_no_places_are_a_table_of_the_same_columns():
    assert places_table([]).schema.equals(PLACES.arrow)


def test_more_places_are_added_behind_those_there_are(tmp_path):
    file = tmp_path / "places.parquet"
    write_part(file, places_table([FIRST]))
    add_places(file, [ON_A_PAGE])
    assert pq.read_table(file).equals(places_table([FIRST, ON_A_PAGE]))
    add_places(file, [])
    assert pq.read_table(file).schema.equals(PLACES.arrow)
