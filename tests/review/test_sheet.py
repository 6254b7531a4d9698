"""The sheet: what a spreadsheet must not execute, what comes back from one, and what a stranger may write into it."""

from __future__ import annotations

import csv
import io
import re
from html.parser import HTMLParser
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.binomial import upper_bound
from audit.errors import UsageError
from audit.review.draw import Drawn, corpus_digest, draw
from audit.review.estimate import error_bound, estimate
from audit.review.page import page
from audit.review.sheet import COLUMNS, Review, Stratum, read_sheet, sheet
from audit.untrusted import Digest

HOSTILE = '=HYPERLINK("x")\x1b[2J</p><script>alert(1)</script>\n::error::gone\n<img src=x onerror=y>'


def corpus(count: int) -> pl.DataFrame:
    row = {"language": "en", "source": "a", "band": "sure"}
    return pl.DataFrame(
        [
            {"id": f"{n:03}.txt", "sha256": "", "state": "published" if n % 5 else "duplicate", **row}
            for n in range(count)
        ]
    )


def drawn(count: int = 60, size: int = 20) -> Drawn:
    return draw(corpus(count), size, 7)


def filled(text: str, *verdicts: str, file: Path, delimiter: str = ",") -> Path:
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    for row, verdict in zip(rows[1:], verdicts, strict=False):
        row[COLUMNS.index("verdict")] = verdict
    with file.open("w", encoding="utf-8", newline="") as to:
        csv.writer(to, delimiter=delimiter).writerows(rows)
    return file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sheet.csv"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_verdicts_come_back_whatever_a_spreadsheet_puts_between_cells(file: Path, delimiter: str) -> None:
    filled(sheet(drawn(), {}), "ok", " WRONG ", "Ok", "wrong", file=file, delimiter=delimiter)
    found = read_sheet(file)
    assert (found.documents, found.corpus) == (60, corpus_digest(corpus(60)))
    assert (sum(s.judged for s in found.strata), sum(s.wrong for s in found.strata)) == (4, 2)
    assert sum(s.documents for s in found.strata) == 60


def test_no_cell_is_a_formula_and_no_text_is_markup(file: Path) -> None:
    found = drawn(5, 5)
    texts = {
        id: {"title": HOSTILE, "body": HOSTILE, "source": HOSTILE, "blocks": [
            {"text": HOSTILE, "kind": HOSTILE, "boilerplate": True, "reason": HOSTILE}
        ], "findings": [{"code": "ENC004", "message": HOSTILE}]}
        for id in found.rows["id"]
    }  # fmt: skip
    text = sheet(found, texts)
    assert "\x1b" not in text
    cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r]", cell)]
    tags: list[str] = []
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, _: tags.append(tag)  # type: ignore[method-assign, assignment]
    made = "\n".join(page(found, texts))
    reader.feed(made)
    assert tags.count("article") == 5
    assert not {"script", "img", "link", "iframe"} & set(tags)
    assert "\x1b" not in made
    assert "http" not in made.replace("http-equiv", "")


def test_a_document_without_a_body_is_judged_by_what_was_left_out() -> None:
    found = drawn(1, 1)
    told = {found.rows["id"][0]: {"title": None, "body": "", "blocks": [{"text": "Home | News"}, {"text": "=1+1"}]}}
    row = next(csv.DictReader(io.StringIO(sheet(found, told).removeprefix("\ufeff"), newline="")))
    assert row["text"] == "Home | News\n=1+1"


@pytest.mark.parametrize("sign", "=+-@＝＋－＠")
def test_no_title_is_a_formula_in_any_width(sign: str) -> None:
    found = drawn(1, 1)
    text = sheet(found, {found.rows["id"][0]: {"title": f"{sign}1", "body": "b"}})
    assert next(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))["title"] == f"'{sign}1"


def test_a_sheet_is_the_same_for_the_same_corpus_and_seed() -> None:
    assert sheet(drawn(), {}) == sheet(drawn(), {})


def changed(**cells: str):
    """Return what changes cells of the first row."""

    def change(rows: list[list[str]]) -> None:
        for name, value in cells.items():
            rows[1][COLUMNS.index(name)] = value

    return change


@pytest.mark.parametrize(
    ("change", "what"),
    [
        pytest.param(lambda rows: rows.pop(), "but it has 19 rows", id="a row gone"),
        pytest.param(lambda rows: rows.append(rows[1]), "but it has 21 rows", id="a row doubled"),
        pytest.param(changed(number="2"), "number 2 appears twice", id="another number"),
        pytest.param(changed(verdict="maybe"), "verdict of number 1 is maybe: write ok or wrong", id="a third verdict"),
        pytest.param(changed(stratum="\x1b[2J"), r"\\x1b\[2J", id="a stratum of its own"),
        pytest.param(changed(stratum_documents="9" * 5000), "disagree on its size", id="another size"),
        pytest.param(changed(sample="seed=1"), "does not identify the corpus", id="from nowhere"),
        pytest.param(lambda rows: rows[0].reverse(), "is not a count|does not identify", id="columns moved"),
        pytest.param(lambda rows: rows[0].__setitem__(1, "note"), "lacks the column verdict", id="no verdicts"),
        pytest.param(lambda rows: rows[1].append("more"), "15 cells, but the header has 14", id="a cell too many"),
        pytest.param(lambda rows: rows.__delitem__(slice(1, None)), "it has no rows", id="nothing left"),
    ],
)  # fmt: skip
def test_what_is_no_sheet_of_ours_any_more_is_refused(file: Path, change, what: str) -> None:
    rows = list(csv.reader(io.StringIO(sheet(drawn(), {}).removeprefix("\ufeff"), newline="")))
    change(rows)
    with file.open("w", encoding="utf-8", newline="") as to:
        csv.writer(to).writerows(rows)
    with pytest.raises(UsageError, match=what):
        read_sheet(file)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(tmp_path_factory, raw: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    file.write_bytes(raw)
    with pytest.raises(UsageError, match="sheet"):
        read_sheet(file)


def review(*strata: tuple[int, int, int, int]) -> Review:
    made = tuple(Stratum(str(n), *each) for n, each in enumerate(strata))
    return Review(Digest("0" * 64), sum(s.documents for s in made), made)


def test_the_estimate_gives_each_stratum_its_share() -> None:
    found = estimate(review((900, 9, 9, 0), (100, 10, 10, 5)))
    assert found.rate == pytest.approx(0.05)
    assert found.upper > 0.05
    # Drawn in proportion it is worth as much as one drawn by chance, and its bound is the plain one.
    even = estimate(review((900, 90, 90, 0), (100, 10, 10, 5)))
    assert even.effective == pytest.approx(100)
    assert even.upper == pytest.approx(upper_bound(5, 100, 0.95), abs=1e-6)
    assert found.effective < 19


def test_what_nobody_judged_counts_as_wrong_in_the_bound_only() -> None:
    found = estimate(review((1000, 100, 90, 0)))
    assert found.rate == 0
    assert found.upper == pytest.approx(upper_bound(10, 100, 0.95), abs=1e-6)
    assert estimate(review((10, 5, 0, 0))).rate is None


def test_when_all_were_judged_the_bound_is_the_rate() -> None:
    assert estimate(review((10, 10, 10, 1), (10, 10, 10, 0))).upper == 0.05


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=5))
def test_more_errors_never_lower_the_bound(found: list[tuple[int, int, int]]) -> None:
    strata = [(drawn + more, drawn, drawn, min(wrong, drawn)) for drawn, wrong, more in found]
    worse = [(of, drawn, judged, min(wrong + 1, judged)) for of, drawn, judged, wrong in strata]
    before, after = estimate(review(*strata)), estimate(review(*worse))
    assert 0 <= before.rate <= before.upper + 1e-6  # type: ignore[operator]
    assert before.upper <= after.upper <= 1


def test_a_review_speaks_for_its_own_corpus_or_a_release_of_it(file: Path) -> None:
    inputs = corpus(60)
    filled(sheet(draw(inputs, 60, 0), {}), *["ok"] * 60, file=file)
    lost = pl.DataFrame([{**inputs.row(0, named=True), "id": "lost", "state": "quarantined"}])
    assert error_bound(file, pl.concat([inputs, lost])) == 0.0
    assert error_bound(file, inputs.with_columns(state=pl.lit("published"))) == 1.0
    assert error_bound(None, inputs) == 1.0
    published = inputs.filter(pl.col("state") == "published")
    filled(sheet(draw(published, 60, 0), {}), *["ok"] * 60, file=file)
    assert error_bound(file, inputs) == 0.0
