"""The page of one document: all decisions about it with reasons, block by block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from audit.report.side_by_side import twin_lines
from audit.report.summary import STYLES, Line
from audit.text.secret import without_secrets
from audit.text.visible import visible

# Length shown per block, and per text in JSON: the page shows decisions, not the corpus; the tables hold all.
TEXT_CHARS: Final = 100
LONGEST_TEXT: Final = 400
LABEL: Final = 12
_TEXTS: Final = frozenset({"title", "body", "text", "evidence"})
# Places per fault, and blocks, shown on a page; --format json has all.
MOST_PLACES: Final = 8
MOST_BLOCKS: Final = 400


def without_whole_texts(explained: Mapping[str, Any]) -> dict[str, Any]:
    """Return the explanation with all texts cut and secrets masked.

    Output goes to screens and logs, where corpus texts do not belong.
    """
    return {name: _cut(value) for name, value in explained.items()}


def _cut(value: Any) -> Any:  # noqa: ANN401 rows as they come out of tables
    if isinstance(value, Mapping):
        return {name: _part(name, part) for name, part in value.items()}
    return [_cut(part) for part in value] if isinstance(value, list) else value


def _part(name: str, value: Any) -> Any:  # noqa: ANN401 rows as they come out of tables
    if not isinstance(value, str) or name not in _TEXTS:
        return _cut(value)
    return without_secrets(value if len(value) <= LONGEST_TEXT else value[: LONGEST_TEXT - 1] + "…")


def document_page(explained: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of a document's page; boilerplate is dimmed."""
    ledger, document = explained["ledger"], explained["document"]
    yield [("bold", visible(ledger["id"])), ("", f"  {ledger['state']}"), ("dim", _why(ledger))]
    if document is None:
        yield from twin_lines(explained["twins"])
        return
    for name in ("title", "source", "source_original", "author", "date", "language", "encoding"):
        value = document[name]
        yield [
            ("bold", f"{name:16}"),
            ("dim" if value is None else "", "not stated" if value is None else visible(str(value))),
        ]
    yield _decoding(explained["decoding"])
    yield []
    yield from _blocks(explained["blocks"])
    yield []
    yield from _rules(explained["judged"])
    yield []
    yield from _findings(explained["findings"])
    yield from twin_lines(explained["twins"])


def _decoding(found: Mapping[str, Any]) -> Line:
    """Return how the bytes were decoded, without empty entries."""
    if not found:
        return []
    parts = [f"{found['encoding']} determined by {found['encoding_source']} ({found['encoding_confidence']:.2f})"]
    more = {
        "encoding_declared": "declared", "encoding_runner_up": "next", "mixed_encoding": "passages in another codec",
        "decode_errors": "undecodable byte sequences", "superseded_codes": "superseded codes",
        "repaired": "passages repaired",
    }  # fmt: skip
    parts += [f"{words} {found[name]}" for name, words in more.items() if found.get(name)]
    parts += ["byte order mark"] if found.get("bom") else []
    return [("bold", f"{'decoding':16}"), ("", visible(", ".join(parts)))]


def _rules(rules: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield each rule with measured value and expectation: first the broken ones, then, dimmed, those met."""
    broken = sum(not rule["met"] for rule in rules)
    yield [("bold", f"rules           {broken:,} broken, marked !; {len(rules) - broken:,} met")]
    for rule in sorted(rules, key=lambda rule: bool(rule["met"])):
        value = rule["value"]
        shown = f"{value:.4g}" if isinstance(value, float) else "none" if value is None else visible(str(value), 24)
        style, sign = ("dim", " ") if rule["met"] else ("yellow", "!")
        yield [(style, f"{sign} {rule['code']} {rule['column']:21} {shown:>12}  {visible(rule['expects'])}")]


def _blocks(blocks: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield a line per block, and below neighbours with the same reason that reason once."""
    shown = blocks[:MOST_BLOCKS]
    if shown:
        yield [("bold", "blocks          number, kind, score (0 content, 1 boilerplate), text; the reason below")]
    for reason, neighbours in groupby(shown, key=lambda block: (block["reason"], block["boilerplate"])):
        for block in neighbours:
            style, text = "dim" if block["boilerplate"] else "", visible(block["text"], TEXT_CHARS)
            yield [(style, f"{block['block']:4} {block['kind']:15}{block['score']:5.2f}  {text}")]
        yield [("dim", f"{'':26}{visible(reason[0])}")]
    if len(blocks) > len(shown):
        yield [("dim", f"  … and {len(blocks) - len(shown):,} more blocks; --format json lists them")]


def _findings(findings: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    """Yield each finding once, with its places and evidence."""
    faults: dict[tuple[str, str, str], list[Mapping[str, Any]]] = {}
    for finding in findings:
        faults.setdefault((finding["severity"], finding["code"], finding["message"]), []).append(finding)
    for (severity, code, message), places in faults.items():
        yield [(STYLES[severity], f"{code} "), ("", visible(message))]
        for place in places[:MOST_PLACES]:
            if text := _place(place):
                yield [("dim", f"{'':{LABEL}}{text}")]
        if len(places) > MOST_PLACES:
            yield [("dim", f"{'':{LABEL}}… and {len(places) - MOST_PLACES:,} more places; --format json lists them")]


def _place(finding: Mapping[str, Any]) -> str:
    where = "" if finding["start"] is None else f"at {finding['start']}–{finding['end']}"
    shown = visible(finding["evidence"] or "", TEXT_CHARS)
    return f"{where}: {shown}" if where and shown else where or shown


def _why(ledger: Mapping[str, Any]) -> str:
    return f"  {ledger['code']}: {visible(ledger['detail'] or '')}" if ledger["code"] else ""
