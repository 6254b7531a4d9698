"""Findings and ledger are computed column by column; they equal a row-by-row reference implementation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.corpus.findings import BrokenRules, findings
from audit.corpus.ledger_table import ledger, states
from audit.corpus.states import BOILERPLATE, DUPLICATE, EXCLUDED, NO_RULE, decide_states, sets_aside
from audit.finding import fingerprint
from audit.ledger import STATES
from audit.measure.measures import MEASURES
from audit.policy import Policy, parse
from audit.rule import Rule
from audit.rulebook import RULES
from audit.rulebook.failing import failing_rows
from audit.rulebook.sentences import KEPT, NEARLY_THE_SAME
from audit.tables import FINDINGS, LEDGER, PLACES
from audit.text.visible import visible
from tests.corpus.part_files import corpus_of, measures_of

OF_DOCUMENTS = tuple(rule for rule in RULES if rule.scope == "document")
# What rules and ledger speak of; the other measures mean nothing here.
SPOKEN_OF = {*KEPT, *(name for rule in OF_DOCUMENTS for name in rule.columns)}
TOLD = tuple(column for column in MEASURES.columns if column.name in SPOKEN_OF)
LINES = ("line", "column", "end_line", "end_column")
KINDS = (None, None, "exact_raw", "exact_normalised", "near")
TEXTS = st.text("ab \u4f1e\n\x1b\u202e\u200b{}", max_size=4) | st.sampled_from(["x" * 130, "伞" * 210])
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "string": TEXTS,
    "bool": st.booleans(),
    "float32": st.floats(0, 16, width=32) | st.sampled_from([0.0, 0.0625, 0.3, 0.5, 1.0]),
    "int32": st.sampled_from([0, 0, 1, 3, 40, 151, 2**31 - 1]),
    "int64": st.sampled_from([0, 1, 2**40]),
}
POLICIES = st.sampled_from(
    [
        {},
        {"release": {"exclude": ["ALL"]}},
        {"release": {"exclude": ["SPN", "DUP", "FLD"], "flag": ["DUP005", "no-article"]}},
        {"release": {"exclude": ["DUP"], "flag": ["ENC", "LNG", "BPL"]}},
        {"release": {"flag": ["ENC", "LNG"]}, "rules": {"DUP009": {"severity": "critical"}}},
    ]
)


def shown(value: object, limit: int = 200) -> str:
    if value is None:
        return "none"
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, float) else visible(str(value), limit)


def filled(sentence: str, values: dict[str, Any]) -> str:
    return sentence.format_map({name: shown(value) for name, value in values.items()})


def message(rule: Rule, values: dict[str, Any]) -> str:
    return filled(rule.message, {"value": values[rule.expectation.column]})


def whole(rule: Rule, values: dict[str, Any]) -> str | None:
    told = rule.evidence
    if told.whole is None or (told.given and values[told.given] is None):
        return None
    return filled(told.whole, values)


def plain_findings(case: Case) -> Iterator[tuple[Any, ...]]:
    for row, values in enumerate(case.measures.to_pylist()):
        for rule in sorted(case.broken.rules, key=lambda r: r.code):
            if row not in case.broken.rows[rule.code]:
                continue
            said = (rule.code, rule.severity, values["id"])
            places = [p for p in case.places if (p["document"], p["fact"]) == (row, rule.places)]
            if not places:
                mark = fingerprint(rule.code, case.documents["sha256"][row])
                yield mark, *said, None, None, None, None, message(rule, values), whole(rule, values), *[None] * 4
            seen: Counter[str] = Counter()
            for place in places:
                mark = fingerprint(rule.code, place["content"], seen[place["content"]])
                seen[place["content"]] += 1
                where = [place[name] for name in ("start", "end", "byte_start", "byte_end")]
                lines = [place[name] for name in LINES]
                yield mark, *said, *where, message(rule, values), place["evidence"], *lines


def plain_state(case: Case, row: int, values: dict[str, Any]) -> tuple[str, Rule | None]:
    """Return what becomes of a document, and the rule for which it does."""
    broken = [rule for rule in case.broken.rules if row in case.broken.rows[rule.code]]
    for rule in RULES:
        if rule.effect.aside == "boilerplate" and values["no_article"] and sets_aside(rule, case.policy):
            return "boilerplate", rule
    grave = [rule for rule in broken if sets_aside(rule, case.policy) == "excluded"]
    if grave:
        return "excluded", min(grave, key=lambda r: (r.severity != "critical", r.code))
    for rule in RULES:
        if rule.effect.aside == "duplicate" and values["duplicate_kind"] in rule.expectation.kwargs["value_set"]:
            return "duplicate", rule
    return "published", None


def plain_detail(state: str, rule: Rule | None, values: dict[str, Any]) -> str | None:
    if rule is None:
        return None
    if state == "excluded":
        return f"{message(rule, values).removesuffix('.')}; see `audit explain {rule.code}`"
    release = f" in {values['duplicate_release']}" if values["duplicate_release"] is not None else ""
    told = {name: shown(values[name]) for name in KEPT[2:]} | {"kept": shown(values["duplicate_of"], 120) + release}
    similarity = values["kept_similarity"]
    is_unlike = rule.effect.unlike and similarity is not None and similarity < NEARLY_THE_SAME
    return (rule.effect.unlike if is_unlike else rule.effect.detail).format_map(told)


def plain_ledger(case: Case) -> Iterator[tuple[Any, ...]]:
    rows = iter(case.measures.to_pylist())
    for number, (start, end) in enumerate(zip(case.edges, case.edges[1:], strict=False)):
        yield f"lost-{number}", f"lost-{number}", None, None, "quarantined", "empty", "nothing in it", None, None
        for row in range(start, end):
            values, document = next(rows), case.documents.row(row, named=True)
            state, rule = plain_state(case, row, values)
            detail = "; ".join(filter(None, (plain_detail(state, rule, values), document["said"]))) or None
            of = values["duplicate_of"] if state == "duplicate" else None
            read = (document["id"], document["id"], document["bytes"], document["sha256"])
            lost = values["lost_tokens"] if state == "duplicate" else None
            yield *read, state, rule and rule.code, detail, of, lost


class Case:
    """An invented corpus: its measures, places and broken rules, cut into parts."""

    def __init__(self, draw: st.DrawFn) -> None:
        count = draw(st.integers(0, 5))
        self.edges = [0, *sorted(draw(st.lists(st.integers(0, count), max_size=2))), count]
        self.many = draw(st.sampled_from([1, 2, 1_000]))
        self.policy: Policy = parse(draw(POLICIES))
        self.documents = pl.DataFrame(
            [(f"d{n}.txt", f"{n % 3:064x}", n, draw(st.sampled_from([None, "mended"]))) for n in range(count)],
            {"id": pl.String, "sha256": pl.String, "bytes": pl.Int64, "said": pl.String},
            orient="row",
        )
        self.measures = measures_of(pl.DataFrame(_columns(draw, count)))
        self.places = [draw(_place(count)) for _ in range(draw(st.integers(0, 8)) if count else 0)]
        rules = [rule for rule in OF_DOCUMENTS if draw(st.integers(0, 3))]
        self.broken = BrokenRules(tuple(rules), failing_rows(rules, self.measures))

    def corpus(self, folder: Path) -> Any:
        schema = {"document": pl.Int64, **dict.fromkeys(PLACES.names, pl.Int64)}
        schema |= {"fact": pl.String, "evidence": pl.String, "content": pl.String}
        return corpus_of(folder, self.documents, pl.DataFrame(self.places, schema), self.edges)


def _columns(draw: st.DrawFn, count: int) -> dict[str, pl.Series]:
    kinds = {"string": pl.String, "bool": pl.Boolean, "float32": pl.Float32, "int32": pl.Int32, "int64": pl.Int64}
    made = {}
    for column in TOLD:
        one = VALUES[column.type] if column.required else st.none() | VALUES[column.type]
        values = draw(st.lists(one, min_size=count, max_size=count))
        made[column.name] = pl.Series(values, dtype=kinds[column.type])
    copies = draw(st.lists(st.sampled_from(KINDS), min_size=count, max_size=count))
    made["id"] = pl.Series([f"d{n}.txt" for n in range(count)], dtype=pl.String)
    made["duplicate_kind"] = pl.Series(copies, dtype=pl.String)
    made["duplicate_of"] = pl.Series([kind and draw(TEXTS) for kind in copies], dtype=pl.String)
    return made


@st.composite
def _place(draw: st.DrawFn, count: int) -> dict[str, Any]:
    start = draw(st.integers(0, 3))
    at = draw(st.sampled_from([None, start]))
    return {
        "document": draw(st.integers(0, count - 1)),
        "fact": draw(st.sampled_from(["no_article", "title_chars", "decode_errors", "spun_score"])),
        "start": start, "end": start + 1, "byte_start": at, "byte_end": at and at + 3,
        **dict.fromkeys(LINES, at), "evidence": draw(TEXTS), "content": draw(st.sampled_from(["one", "another", ""])),
    }  # fmt: skip


cases = st.composite(Case)()
few = settings(max_examples=25, deadline=None)


def rows_of(tables: Iterator[pa.Table], schema: pa.Schema) -> list[tuple[Any, ...]]:
    found = list(tables)
    assert all(table.schema == schema for table in found)
    return [tuple(row.values()) for table in found for row in table.to_pylist()]


@few
@given(cases)
def test_findings_are_their_plain_meaning(case: Case) -> None:
    case.places.sort(key=lambda place: place["document"])
    with TemporaryDirectory() as folder:
        found = rows_of(findings(case.corpus(Path(folder)), case.measures, case.broken, (case.many, 4)), FINDINGS.arrow)
    assert found == list(plain_findings(case))


@few
@given(cases)
def test_the_ledger_is_its_plain_meaning(case: Case) -> None:
    verdict = decide_states(case.broken, case.measures, case.policy)
    with TemporaryDirectory() as folder:
        corpus = case.corpus(Path(folder))
        found = rows_of(ledger(corpus, case.measures, verdict, case.many), LEDGER.arrow)
        counted = list(states(corpus, verdict))
    assert found == list(plain_ledger(case))
    assert counted == [row[LEDGER.names.index("state")] for row in found]


@few
@given(cases)
def test_a_state_has_a_reason_unless_it_is_published(case: Case) -> None:
    verdict = decide_states(case.broken, case.measures, case.policy)
    assert ((verdict.rule == NO_RULE) == (verdict.state == STATES.index("published"))).all()
    for state, number in zip(verdict.state, verdict.rule, strict=True):
        if state in (BOILERPLATE, DUPLICATE):
            assert RULES[number].effect.aside == STATES[state]
        assert state != EXCLUDED or RULES[number].effect.aside in ("excluded", "duplicate")
