"""A small release built by hand: two articles that are published, one copy and one empty file that are not."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime

import pyarrow as pa
import pytest

from audit import tables as contract
from audit.measure.measures import MEASURES
from audit.release.plan import plan
from audit.release.release import Request, release
from audit.release.tool import NAME
from audit.rulebook.metrics import METRICS
from audit.version import VERSION

ARTICLES = {
    "cn/harbour.txt": ("港口今天重新开放", ["港口今天早上重新开放。", "第一艘船在八点离开。"]),
    "en/tram.txt": ("A tram for the hill", ["The tram climbs the hill again 🚋.", "Nobody had to walk."]),
}

CARD = {
    "licence": "cc-by-4.0", "licence_url": "https://licences.example/by", "creator": "Port *Press*", "homepage": "",
    "contact": "desk@ports.example", "citation": "@misc{ports,\n  title = {Ports}\n}",
    "provenance": "Copied from the harbour's notice board.\nEach morning.",
    "conditions": ("DUO_0000042", "No use for <ads>", "https://ports.example/terms"),
}  # fmt: skip


def row(table, **values):
    """One row of `table`; what is not given is null, or a plain value where nothing may be null."""
    plain = {"string": "x", "large_string": "x", "bool": False, "int32": 0, "int64": 0, "float32": 0.5, "float64": 0.5}
    return {c.name: values.get(c.name, plain[c.type] if c.required else None) for c in table.columns}


def table_of(table, rows):
    return pa.Table.from_pylist(rows, schema=table.arrow)


def blocks_of(id, title, paragraphs):
    made, start = [], 0
    for number, (kind, text) in enumerate([("title", title), *(("paragraph", p) for p in paragraphs)]):
        end = start + len(text)
        made.append(
            row(contract.BLOCKS, id=id, block=number, start=start, end=end, text=text, kind=kind, reason="given")
        )
        start = end + 1
    return made


def document_of(id, title, paragraphs):
    stated = {"source": "港口报", "date": date(2024, 2, 29), "published_at": datetime(2024, 2, 29, 8, 30)}  # noqa: DTZ001
    tongue = "zh-Hans" if id.startswith("cn") else "en"
    return row(
        contract.DOCUMENTS, id=id, title=title, body="\n".join(paragraphs), language=tongue, encoding="utf-8",
        sha256="0" * 64, **(stated if id.startswith("cn") else {}),
    )  # fmt: skip


def tables_of(articles):
    ids = [*articles, "cn/harbour-copy.txt"]
    states = [row(contract.LEDGER, id=i, path=i, state="published") for i in articles]
    aside = [
        row(
            contract.LEDGER,
            id="cn/harbour-copy.txt",
            path="c",
            state="duplicate",
            code="DUP003",
            duplicate_of="cn/harbour.txt",
        ),
        row(contract.LEDGER, id="empty.txt", path="empty.txt", state="quarantined", code="empty"),
    ]
    finding = row(contract.FINDINGS, fingerprint="f" * 32, code="DUP003", severity="warning", id="cn/harbour-copy.txt")
    pair = row(
        contract.DUPLICATES, a="cn/harbour-copy.txt", b="cn/harbour.txt", kind="near", cluster="cn/harbour-copy.txt"
    )
    rows = {
        contract.DOCUMENTS: [document_of(i, *a) for i, a in articles.items()],
        contract.BLOCKS: [block for i, a in articles.items() for block in blocks_of(i, *a)],
        MEASURES: [row(MEASURES, id=i) for i in ids],
        METRICS: [row(METRICS, found=4, documents=3)],
        contract.DUPLICATES: [pair],
        contract.RECURRING: [row(contract.RECURRING, hash="0" * 16, text="Masthead", documents=2, sources=1)],
        contract.SUSPECTS: [],
        contract.FINDINGS: [finding],
        contract.LEDGER: [*states, *aside],
    }
    return {table.name: [table_of(table, held)] for table, held in rows.items()}


@pytest.fixture
def tables():
    return tables_of(ARTICLES)


@pytest.fixture
def other_tables():
    changed = {**ARTICLES, "en/tram.txt": ("A tram for the hill", ["The tram climbs the hill no more."])}
    return tables_of(changed)


def report_of(parameters, **changes):
    """What of a report the manifest repeats."""
    ledger = {"published": 2, "duplicate": 1, "boilerplate": 0, "excluded": 0, "quarantined": 1}
    said = {"tool": {"name": NAME, "version": VERSION}, "schema_version": 1, "before": None, "policy": parameters}
    return {**said, "inputs": {"found": 4}, "ledger": ledger, **changes}


def request_of(tables):
    meta = {"rule": "DUP003", "name": "near-duplicate"}
    parameters = {"fail_on": "critical", "languages": ("zh", "en")}
    return Request(
        tables=tables,
        report=report_of(parameters),
        expectations={"name": "documents", "expectations": [{"type": "expect_column_values_to_be_null", "meta": meta}]},
        expectations_metrics={"name": "metrics", "expectations": []},
        validation={"success": True},
        parameters=parameters,
    )


@pytest.fixture
def asked(tables):
    return request_of(tables)


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    dist = tmp_path_factory.mktemp("pristine") / "dist"
    release(plan(dist, "ports"), request_of(tables_of(ARTICLES)))
    return dist


@pytest.fixture
def made(tmp_path, pristine):
    """A fresh release, 1.0.0, that a test may spoil."""
    shutil.copytree(pristine, tmp_path / "dist")
    return tmp_path / "dist" / "ports" / "1.0.0"


@pytest.fixture
def again(tmp_path, asked):
    """Release once more into the same dist, with changes."""
    return lambda version=None, **changes: release(plan(tmp_path / "dist", "ports", version), replace(asked, **changes))


@pytest.fixture(scope="session")
def stated(tmp_path_factory):
    """A release whose makers state what only they know."""
    asked = request_of(tables_of(ARTICLES))
    parameters = {**asked.parameters, "card": CARD}
    dist = tmp_path_factory.mktemp("stated") / "dist"
    asked = replace(asked, parameters=parameters, report=report_of(parameters))
    return release(plan(dist, "ports"), asked).path
