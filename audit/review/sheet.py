"""The review sheet: a CSV filled in with any spreadsheet, and untrusted when it comes back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from audit.errors import UsageError
from audit.review.draw import Drawn
from audit.text.secret import without_secrets
from audit.text.visible import visible
from audit.untrusted import Digest, MalformedError

COLUMNS: Final = (
    *("number", "verdict", "note", "id", "state", "language", "source", "band", "title", "text"),
    *("stratum", "stratum_documents", "stratum_drawn", "sample"),
)
WORDS: Final = ("ok", "wrong")
# Code points shown of a document; the page shows more.
TEXT_CHARS: Final = 1_000
# Cells starting with these characters, also in full width, are formulas in spreadsheets; an apostrophe makes them text.
_FORMULA: Final = re.compile("[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_SAMPLE: Final = re.compile(r"seed=(-?[0-9]{1,18});documents=([0-9]{1,12});drawn=([0-9]{1,12});corpus=([0-9a-f]{64})")
# Bytes; far above any sheet filled in by a person, far below what would trouble this process.
_LARGEST: Final = 64 << 20
_DELIMITERS: Final = ",;\t"
_MOST_DOCUMENTS: Final = 10**12


@dataclass(frozen=True, slots=True)
class Stratum:
    """The outcome of a stratum of `documents` documents: `judged` of the `drawn` ones, `wrong` of these."""

    name: str
    documents: int
    drawn: int
    judged: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Review:
    """A completed sheet: the corpus sampled, its number of `documents`, and the outcome by stratum."""

    corpus: Digest
    documents: int
    strata: tuple[Stratum, ...]


def sheet(drawn: Drawn, texts: Mapping[str, Mapping[str, Any]]) -> str:
    """Return the sheet of a sample as CSV; `texts` holds title and body of each document by id."""
    to = io.StringIO()
    # The BOM by which spreadsheets recognise UTF-8.
    to.write("\ufeff")
    writer = csv.writer(to, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    sample = f"seed={drawn.seed};documents={drawn.documents};drawn={len(drawn.rows)};corpus={drawn.corpus}"
    for number, row in enumerate(drawn.rows.iter_rows(named=True), 1):
        document = texts.get(row["id"], {})
        cells = {
            **row, "number": number, "verdict": "", "note": "", "sample": sample,
            "title": shown(document.get("title"), TEXT_CHARS), "text": shown(_text(document), TEXT_CHARS),
        }  # fmt: skip
        writer.writerow([_cell(cells[name]) for name in COLUMNS])
    return to.getvalue()


def _text(document: Mapping[str, Any]) -> str:
    """Return the body of a document or, if it is empty, the removed text, which is judged then."""
    return document.get("body") or "\n".join(block["text"] for block in document.get("blocks", ()))


def shown(text: str | None, chars: int) -> str:
    """Return a text for display to a person: line ends kept, cut, secrets masked, control sequences escaped."""
    whole = text or ""
    cut = whole if len(whole) <= chars else whole[: chars - 1] + "…"
    return "\n".join(visible(line) for line in without_secrets(cut).splitlines())


def _cell(value: object) -> str:
    text = visible(value) if isinstance(value, str) and "\n" not in value else str(value)
    return f"'{text}" if _FORMULA.match(text) else text


def read_sheet(file: Path) -> Review:
    """Parse a completed sheet.

    Raises UsageError, with the line, if it is not a valid sheet: other columns or verdicts, rows missing, repeated or
    inconsistent.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise UsageError(f"{visible(str(file))} is too large for a review sheet: name the completed one")
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"the review sheet {visible(str(file))} is not UTF-8: save it as CSV in UTF-8") from error
    except OSError as error:
        problem = f"{error.strerror}; name the completed one"
        raise UsageError(f"the review sheet {visible(str(file))} cannot be read: {problem}") from error
    try:
        return _review(list(_rows(text)))
    except (MalformedError, csv.Error) as error:
        helps = "put it right, or name the completed sheet"
        raise UsageError(
            f"{visible(str(file))} is not a sheet of audit sample, or was changed: {error}; {helps}"
        ) from error


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    head = text.partition("\n")[0]
    # Spreadsheets use the separator of their locale.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count), strict=True)
    names = next(reader, [])
    wanted = ("number", "verdict", "stratum", "stratum_documents", "stratum_drawn", "sample")
    if missing := [name for name in wanted if names.count(name) != 1]:
        raise MalformedError(f"it lacks the column {missing[0]}, or has it twice")
    for values in reader:
        if any(values):
            if len(values) != len(names):
                raise MalformedError(f"line {reader.line_num} has {len(values)} cells, but the header has {len(names)}")
            yield reader.line_num, dict(zip(names, values, strict=True))


def _review(rows: list[tuple[int, dict[str, str]]]) -> Review:
    if not rows:
        raise MalformedError("it has no rows")
    found = _SAMPLE.fullmatch(rows[0][1]["sample"].strip())
    if found is None:
        raise MalformedError("its column sample does not identify the corpus")
    if len({row["sample"].strip() for _, row in rows}) > 1:
        raise MalformedError("its rows were drawn from several corpora: use one sheet per corpus")
    documents, drawn = int(found[2]), int(found[3])
    if len(rows) != drawn:
        raise MalformedError(
            f"{drawn:,} documents were drawn, but it has {len(rows):,} rows: do not add or delete rows"
        )
    _refuse_twice(row["number"].strip() for _, row in rows)
    strata = tuple(_stratum(name, of) for name, of in sorted(_by_stratum(rows).items()))
    if sum(stratum.documents for stratum in strata) != documents:
        raise MalformedError(f"its strata do not add up to {documents:,} documents")
    return Review(Digest(found[4]), documents, strata)


def _refuse_twice(numbers: Iterable[str]) -> None:
    seen: set[str] = set()
    for number in numbers:
        if number in seen:
            raise MalformedError(f"the row with number {visible(number, 40)} appears twice")
        seen.add(number)


def _by_stratum(rows: list[tuple[int, dict[str, str]]]) -> dict[str, list[tuple[int, dict[str, str]]]]:
    found: dict[str, list[tuple[int, dict[str, str]]]] = {}
    for row in rows:
        found.setdefault(row[1]["stratum"], []).append(row)
    return found


def _stratum(name: str, rows: list[tuple[int, dict[str, str]]]) -> Stratum:
    counts = {(row["stratum_documents"].strip(), row["stratum_drawn"].strip()) for _, row in rows}
    where = f"the stratum {visible(name, 80)}"
    if len(counts) > 1:
        raise MalformedError(f"the rows of {where} disagree on its size")
    documents, drawn = (_count(number, where) for number in next(iter(counts)))
    if drawn != len(rows) or documents < drawn:
        raise MalformedError(
            f"of {where} {drawn:,} of {documents:,} documents were drawn, but it has {len(rows):,} rows"
        )
    verdicts = [_verdict(row["number"], row["verdict"]) for _, row in rows]
    return Stratum(name, documents, drawn, len([v for v in verdicts if v]), verdicts.count("wrong"))


def _count(written: str, where: str) -> int:
    if not written.isascii() or not written.isdigit() or int(written[:13]) > _MOST_DOCUMENTS:
        raise MalformedError(f"the size of {where} is not a count: {visible(written, 40)}")
    return int(written[:13])


def _verdict(number: str, written: str) -> str:
    word = written.strip().lower()
    if word and word not in WORDS:
        raise MalformedError(
            f"the verdict of number {visible(number, 9)} is {visible(written, 40)}: write ok or wrong, or nothing"
        )
    return word
