"""The first pass: the same table as in memory, whoever makes it, and nothing lost by it."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from audit.corpus.program.executor import executor_of
from audit.corpus.template_lines import gather_with_templates
from audit.engine.stages import no_progress
from audit.parser.blocks.features import lines
from audit.parser.templates.template_lines import Repeats, source_of
from audit.policy import InputSettings, ParserSettings, Policy
from audit.worker.job import Job
from tests.conftest import Audit
from tests.parser.stories import chinese_story, edited, story
from tests.parser.templates.in_memory import repeats_of
from tests.verbs.test_pipeline import digests

HEAD = ["Weather", "Traffic", "Obituaries", "Town hall"]
FOOT = ["Masthead", "Write to us", "Archive", "Imprint"]


def page(paragraphs: list[str]) -> str:
    return "\n".join([*HEAD, *paragraphs, *FOOT])


def corpus() -> dict[str, str]:
    """Return texts by id: a site with versions of one article, one in Chinese, a container, and a file alone."""
    site = [story(1), story(2), story(3), story(1), edited(story(2), 1)]
    records = {f"all.jsonl#{n}": page(story(20 + n)) for n in range(12)}
    return (
        {f"site/{n}.txt": page(paragraphs) for n, paragraphs in enumerate(site)}
        | {f"zh/{n}.txt": page(chinese_story(n)) for n in range(3)}
        | {"alone/0.txt": page(story(9))}
        | records
    )


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    texts = corpus()
    for id in (id for id in texts if "#" not in id):
        (folder / id).parent.mkdir(parents=True, exist_ok=True)
        (folder / id).write_text(texts[id], "utf-8")
    records = [json.dumps({"text": text}) for id, text in texts.items() if "#" in id]
    (folder / "all.jsonl").write_text("\n".join(records), "utf-8")
    return folder


def job(raw: Path, policy: Policy | None = None) -> Job:
    parts = raw.parent / "parts"
    parts.mkdir()
    return Job(raw, "raw", parts, policy or Policy(), measures=False)


def parsed(asked: Job, workers: int = 1) -> Job:
    """Return the job after both passes."""
    with executor_of(asked, workers) as executor:
        assert gather_with_templates(asked, executor, no_progress)
    return asked


@pytest.mark.parametrize("workers", [1, 3])
def test_the_table_is_the_one_made_in_memory(raw: Path, workers: int) -> None:
    made, texts = Repeats.load(parsed(job(raw), workers).repeats), corpus()
    wanted = repeats_of(lines(list(texts.values())), [source_of(id) for id in texts])
    assert len(wanted.keys) > 20
    assert sorted(wanted.documents.tolist()) == [3, 3, 12]
    for name in ("keys", "counts", "sources", "documents"):
        assert np.array_equal(getattr(made, name), getattr(wanted, name)), name


def test_nothing_of_the_scan_is_left_but_the_table(raw: Path) -> None:
    left = {p.name for p in parsed(job(raw)).parts.iterdir()}
    assert "repeats" in left
    assert "scan" not in left


def test_without_siblings_there_is_no_first_pass(raw: Path) -> None:
    (raw / "all.jsonl").unlink()
    for path in [*raw.glob("site/[1-9].txt"), *raw.glob("zh/[1-9].txt")]:
        path.unlink()
    assert not parsed(job(raw)).repeats.exists()


def test_one_container_may_hold_siblings(raw: Path) -> None:
    for path in raw.glob("*/*.txt"):
        path.unlink()
    found = parsed(job(raw))
    assert Repeats.load(found.repeats).documents.tolist() == [12]


def test_the_policy_can_leave_it_out(raw: Path) -> None:
    asked = job(raw, Policy(parser=ParserSettings(repeats=False)))
    assert not parsed(asked).repeats.exists()


def test_what_cannot_be_read_counts_for_nothing(raw: Path) -> None:
    asked = job(raw, Policy(input=InputSettings(max_file_bytes=10)))
    found = parsed(asked)
    assert Repeats.load(found.repeats).documents.tolist() == []


def test_pages_of_html_are_not_looked_at(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    raw.mkdir()
    for number in range(3):
        (raw / f"{number}.html").write_text(f"<p>{page(story(number))}</p>", "utf-8")
    found = parsed(job(raw))
    assert Repeats.load(found.repeats).documents.tolist() == []


def test_repeated_lines_give_the_same_bytes_whatever_runs_it(raw: Path, called: Audit, audit: Audit) -> None:
    assert called("parse", raw, "--out", "here").code == 0
    ran = audit("parse", raw, "--out", "there", "--workers", "3", PYTHONHASHSEED="3")
    assert ran.code == 0, ran.err
    assert digests(raw.parent / "here") == digests(raw.parent / "there")


def test_pages_are_read_by_what_their_siblings_are(raw: Path, called: Audit) -> None:
    ran = called("parse", raw, "--out", "out")
    assert ran.code == 0, ran.err
    read = pl.read_parquet(raw.parent / "out" / "documents.parquet").select("id", "body")
    for id, body in read.iter_rows():
        assert not set(body.split("\n")) & {*HEAD, *FOOT} or id.startswith("alone/")


def test_a_killed_scan_loses_nothing(raw: Path, audit: Audit) -> None:
    """Two files that kill every worker of the first pass are parsed like the others in the second."""
    site = raw.parent / "python" / "sitecustomize.py"
    site.parent.mkdir()
    site.write_text(
        "import sys, os, signal\n"
        "def scans():\n"
        "    frame = sys._getframe()\n"
        "    while frame and frame.f_globals.get('__name__') != 'audit.worker.template_scan':\n"
        "        frame = frame.f_back\n"
        "    return frame\n"
        "def trace(event, args):\n"
        "    if event == 'open' and args[0] in (b'1.txt', '1.txt') and scans():\n"
        "        os.mkdir(os.path.join(os.path.dirname(__file__), str(os.getpid())))\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "sys.addaudithook(trace)\n",
        "utf-8",
    )
    ran = audit("parse", raw, "--out", "out", PYTHONPATH=os.pathsep.join([str(site.parent), *sys.path]))
    assert ran.code == 0, ran.err
    assert len([p for p in site.parent.iterdir() if p.name.isdigit()]) == 2 * 2
    ledger = pl.read_parquet(raw.parent / "out" / "ledger.parquet")
    assert sorted(ledger["id"]) == sorted(corpus())
    assert set(ledger["state"]) == {"published"}
