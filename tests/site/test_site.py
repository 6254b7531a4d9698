"""The report as pages: what strangers wrote stays text, nothing is loaded, pages stay small, bytes stay the same."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import polars as pl
import pyarrow.parquet as pq
import pytest

import audit
from audit.corpus.stored_audit import StoredAudit
from audit.errors import UsageError
from audit.site.names import document_page
from audit.site.plots import WIDTH, days, lengths
from audit.tables import DOCUMENTS
from audit.verbs.results.pages import write_pages
from tests.conftest import Audit
from tests.site.sites import Page, hand_made, pages_of

# Maximum bytes of a page: its entries, with head, style, script and navigation.
LARGEST = 1_000_000
HOSTILE = (
    "<script>document.title='gone'</script>",
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "\"'><svg onload=alert(1)>",
    "</style></title></textarea><iframe src=//evil.example>",
    "{{ 7 * 7 }}{% raw %}&amp;\u202e\x1b[2J",
)


@pytest.fixture(scope="module")
def shown(samples_checked: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shown") / "site"
    assert audit.report(samples_checked, out=folder).passed
    return folder


@pytest.fixture(scope="module")
def said(samples_checked: Path) -> dict:
    return json.loads((samples_checked / "report.json").read_bytes())


def test_every_page_is_small_and_leads_only_to_pages_that_are_there(shown: Path) -> None:
    pages = pages_of(shown)
    assert {"index.html", "rules/index.html", "rules/ENC004.html", "sources/index.html", "copies/index.html"} <= set(
        pages
    )
    parsed = {path: Page(text) for path, text in pages.items()}
    places = {path: {a["id"] for _, a in page.tags if "id" in a} for path, page in parsed.items()}
    for path, page in parsed.items():
        assert len(pages[path].encode("utf-8")) <= LARGEST
        for tag, attributes in page.tags:
            assert not {name for name in attributes if name.startswith("on") or name in {"src", "srcset", "style"}}, tag
            if (to := attributes.get("href")) is not None:
                file, _, place = unquote(to).partition("#")
                lies = (shown / path).parent / file if file else shown / path
                assert lies.is_file(), (path, to)
                if place:
                    assert place in places[lies.resolve().relative_to(shown.resolve()).as_posix()], (path, to)
        policy = next(a["content"] for t, a in page.tags if a.get("http-equiv") == "Content-Security-Policy")
        assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_the_viewer_shows_text_findings_fields_bytes_and_the_twin(shown: Path) -> None:
    damaged = Page((shown / document_page("lanhai-daily/enc-mojibake-utf8-as-gbk.txt")).read_text("utf-8"))
    assert "ef bf bd" in damaged.text
    assert {"critical", "warning"} <= {a.get("class") for t, a in damaged.tags if t == "mark"}
    copied = Page((shown / document_page("wanling-times/re-edited-dup-near.txt")).read_text("utf-8"))
    assert "賣菜的攤子最傷腦筋" in copied.text
    assert "only_there" in {a.get("class") for t, a in copied.tags if t == "tr"}
    aside = [a for t, a in copied.tags if t == "p" and "aside" in (a.get("class") or "")]
    assert aside
    assert all("left out, " in a["title"] for a in aside)
    assert "title" in {a["id"] and "title" for t, a in copied.tags if a.get("class", "") and "k-title" in a["class"]}


def test_the_same_audit_gives_the_same_bytes_and_old_pages_go(
    samples_checked: Path, shown: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    audit.report(samples_checked, out=again)
    stale = again / "documents/0123456789abcdef.html"
    stale.write_text("of an earlier report", "utf-8")
    audit.report(samples_checked, out=again)
    assert not stale.exists()
    files = {p.relative_to(shown): p.read_bytes() for p in shown.rglob("*") if p.is_file()}
    assert files == {p.relative_to(again): p.read_bytes() for p in again.rglob("*") if p.is_file()}


def test_what_strangers_wrote_stays_text(tmp_path: Path, said: dict) -> None:
    documents = [
        {"id": f"{text}/{n}.txt", "title": text, "source": text, "author": text, "body": f"{text}\n{text}", "url": text,
         "language": text, "encoding": text}
        for n, text in enumerate(HOSTILE)
    ]  # fmt: skip
    findings = [
        {"code": code, "severity": text, "id": d["id"], "start": 2, "end": 9, "byte_start": 2, "byte_end": 9,
         "message": text, "evidence": text}
        for d, text in zip(documents, HOSTILE, strict=True)
        for code in ("ENC004", text)
    ]  # fmt: skip
    pair = {"a": documents[0]["id"], "b": documents[1]["id"], "kind": HOSTILE[0], "cluster": HOSTILE[1]}
    lines = [{"text": text, "source": documents[0]["id"].rpartition("/")[0]} for text in HOSTILE]
    made = hand_made(
        tmp_path / "made", {**said, "reasons": list(HOSTILE), "next": list(HOSTILE)}, documents,
        findings=findings, duplicates=[pair], recurring=lines,
    )  # fmt: skip
    write_pages(StoredAudit(made), tmp_path / "site", 10)
    pages = pages_of(tmp_path / "site")
    assert len([path for path in pages if path.startswith("documents/") and "index" not in path]) == len(HOSTILE)
    for path, text in pages.items():
        assert re.fullmatch(r"(?:[a-z]+/)?(?:index|[A-Z]{3}\d{3}|[0-9a-f]{16})\.html", path)
        page = Page(text)
        assert text.count("<script") == 1
        assert not {"img", "iframe", "object", "base", "form"} & {tag for tag, _ in page.tags}
        for _, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on")]
            assert not (attributes.get("href") or "").lower().startswith(("javascript:", "//", "http"))
        assert "\u202e" not in text
        assert "\x1b" not in text
    index = Page(pages["documents/index.html"])
    assert all(text in index.text for text in HOSTILE[:5])


def test_ten_thousand_findings_and_a_text_of_megabytes_are_cut(tmp_path: Path, said: dict) -> None:
    long = {"id": "long.txt", "title": "Long", "body": "一二三四五 & seven\n" * 60_000}
    many = [{"id": f"{n}.txt", "title": f"Story {n}", "body": "short"} for n in range(1_500)]
    findings = [
        {
            "code": "ENC004",
            "severity": "warning",
            "id": "long.txt",
            "start": 90 * n,
            "end": 90 * n + 400,
            "message": "m",
        }
        for n in range(10_000)
    ]
    made = hand_made(tmp_path / "made", said, [long, *many], findings=findings)
    told = write_pages(StoredAudit(made), tmp_path / "site", 1)
    assert told["documents"] == 1
    pages = pages_of(tmp_path / "site")
    assert max(len(text.encode("utf-8")) for text in pages.values()) <= LARGEST
    viewer = [text for path, text in pages.items() if path.startswith(document_page("long.txt").removesuffix(".html"))]
    assert sum(text.count("一二三四五") for text in viewer) > 50_000
    assert "The 2,000 most severe" in viewer[0]
    assert "documents/index-2.html" in pages


ONE_BAR = [
    lengths("length", pl.Series([0])),
    lengths("length", pl.Series([700, 701])),
    days("days", pl.Series([date(1, 1, 1)])),
    days("days", pl.Series([date(9999, 12, 31)])),
]


@pytest.mark.parametrize("plot", ONE_BAR)
def test_one_bar_is_no_wall_and_says_where_it_stands(plot: dict) -> None:
    (bar,) = (bar for bar in plot["bars"] if bar["number"])
    assert len(plot["bars"]) == 8
    assert 0 <= bar["x"] <= WIDTH - bar["width"]
    assert bar["label"]


def test_a_folder_of_somebody_else_is_left_alone(samples_checked: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<h1>My page</h1>", "utf-8")
    with pytest.raises(UsageError, match="contains something other than a report"):
        audit.report(samples_checked, out=tmp_path / "site")
    with pytest.raises(UsageError, match="inside the input"):
        audit.report(samples_checked, out=samples_checked / "site")


def test_a_report_broken_off_has_no_index_and_is_written_on(samples_checked: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    audit.report(samples_checked, out=site)
    (site / "index.html").unlink()
    shutil.rmtree(site / "documents")
    (site / "documents").write_text("where a folder should be", "utf-8")
    with pytest.raises(FileExistsError):
        audit.report(samples_checked, out=site)
    assert not (site / "index.html").exists()
    (site / "documents").unlink()
    audit.report(samples_checked, out=site)
    assert (site / "index.html").exists()


def test_a_document_that_was_set_aside_has_the_codec_of_its_measures(tmp_path: Path, said: dict) -> None:
    made = hand_made(tmp_path / "made", said, [{"id": "a.txt", "title": "A", "body": "One."}])
    pq.write_table(DOCUMENTS.arrow.empty_table(), made / "documents.parquet")
    write_pages(StoredAudit(made), tmp_path / "site", 10)
    page = (tmp_path / "site" / document_page("a.txt")).read_text("utf-8")
    assert "utf-16-le" in page
    assert "encoding unknown" not in page


def test_a_sheet_with_verdicts_is_not_drawn_over(tmp_path: Path, said: dict) -> None:
    made = hand_made(tmp_path / "made", said, [{"id": "a.txt", "title": "A", "body": "One."}])
    write_pages(StoredAudit(made), tmp_path / "site", 10)
    sheet = tmp_path / "site/review/sheet.csv"
    judged = sheet.read_text("utf-8").replace("1,,,a.txt", "1,ok,,a.txt")
    sheet.write_text(judged, "utf-8")
    write_pages(StoredAudit(made), tmp_path / "site", 10)
    assert sheet.read_text("utf-8") == judged


@pytest.mark.parametrize("damage", ["{", "[]", "{}", '{"inputs": {"found": -1}}'])
def test_a_report_that_is_none_is_refused(tmp_path: Path, said: dict, damage: str) -> None:
    made = hand_made(tmp_path / "made", said, [{"id": "a.txt", "title": "A", "body": "One."}])
    (made / "report.json").write_text(damage, "utf-8")
    with pytest.raises(UsageError, match="not a valid report"):
        write_pages(StoredAudit(made), tmp_path / "site", 10)


def test_a_check_and_a_run_show_themselves_also_what_fails(tmp_path: Path, story, write, called: Audit) -> None:
    write(tmp_path / "raw", {"a.txt": story(1), "b.txt": story(2), "c.txt": story(1)})
    ran = called("check", "raw", "--report", "seen", "--quiet")
    assert ran.code in {0, 1}, ran.err
    assert "page" in (tmp_path / "seen/index.html").read_text("utf-8")
    ran = called("run", "raw", "--name", "news", "--report", "of-run", "--quiet")
    assert ran.code == 0, ran.err
    kept = Page((tmp_path / "of-run" / document_page("c.txt")).read_text("utf-8"))
    assert "Kept instead" in kept.text
    ran = called("report", "dist/news", "--out", "of-release", "--format", "json")
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["inputs"] == 3
    assert "news 1.0.0" in (tmp_path / "of-release/index.html").read_text("utf-8")
    assert "is not stored" in (tmp_path / "of-release" / document_page("c.txt")).read_text("utf-8")


@pytest.mark.skipif(shutil.which("chromium") is None, reason="needs Debian's chromium")
def test_a_browser_opens_it_without_a_request_or_a_complaint(shown: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}",
         "--enable-logging=stderr",         "--dump-dom", (shown / "rules/index.html").as_uri()],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    # The script ran, by its digest, and put the filter before the list.
    assert b'type="search"' in done.stdout
    assert b"CONSOLE" not in done.stderr
