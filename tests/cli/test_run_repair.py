"""`audit run --repair` as a user meets it: only proven repairs, each in the ledger; nothing without the flag."""

from __future__ import annotations

import hashlib
import json
import tomllib
from pathlib import Path

import polars as pl
import pytest

from audit import samples
from audit.text.visible import visible
from tests.conftest import call_here

HEAD = "山城日报\n小镇书店开张\n来源:山城日报\n2024-03-02\n"
ARTICLE = (
    "山脚下的小镇本周开了一家书店。店主说,书架是用旧船板做的,孩子们放学后可以在这里读到天黑。\n"
    "镇长也来了,买了两本诗集,说要放在办事大厅的窗台上,谁等得久了谁就读一首。\n"
)
# The accent stands apart from its letter (ENC010): a finding behind the repair, whose place must lead to the bytes.
TAIL = "\n门口的招牌上写着 cafe\u0301 两个字,在修好的段落后面。\n"
BROKEN = HEAD + ARTICLE.encode("gb18030").decode("latin-1") + TAIL
# Big5 has no bytes for some of it: what was dropped cannot come back.
LOST = HEAD + ARTICLE.encode().decode("cp950", "ignore")
SOUND = (
    "海港晚报\n灯塔今年不开放\n来源:海港晚报\n2024-05-06\n"
    "灯塔的旋梯要换,整个夏天都不让人上去。看塔人搬到了山下的小屋里住。\n"
)

# The one rule whose samples need the flag.
SAMPLES = tomllib.loads(samples.expected().read_text("utf-8"))["rules"]["ENC021"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder whose raw texts were run twice: into with/ with --repair, into without/ without."""
    made = tmp_path_factory.mktemp("town")
    (made / "raw").mkdir()
    for name, text in (("broken", BROKEN), ("lost", LOST), ("sound", SOUND)):
        (made / "raw" / f"{name}.txt").write_text(text, "utf-8")
    for id in (id for ids in SAMPLES.values() for id in ids):
        (made / "raw" / Path(id).name).write_bytes((samples.folder() / id).read_bytes())
    for dist, flags in (("with", ["--repair"]), ("without", [])):
        ran = call_here(["run", "raw", "--name", "town", "--dist", dist, "--max-set-aside", "1", *flags], made)
        assert ran.code == 0, ran.out + ran.err
    return made


def rows(folder: Path, dist: str, table: str) -> dict[str, dict[str, object]]:
    found = pl.read_parquet(folder / dist / "town" / "1.0.0" / "audit" / f"{table}.parquet")
    return {row["id"]: row for row in found.iter_rows(named=True)}


def test_a_proven_repair_is_made_and_reported(folder: Path) -> None:
    told = rows(folder, "with", "ledger")["broken.txt"]
    assert (told["state"], told["detail"]) == ("published", "repaired: 2 passages of gb18030 read as cp1252")
    assert told["sha256"] == hashlib.sha256(BROKEN.encode()).hexdigest()
    assert rows(folder, "with", "measures")["broken.txt"]["repaired"] == 2
    release = folder / "with" / "town" / "1.0.0"
    bodies = pl.concat(map(pl.read_parquet, (release / "documents").glob("*.parquet"))).filter(id="broken.txt")["body"]
    assert ARTICLE in bodies[0]
    assert json.loads((release / "manifest.json").read_text("utf-8"))["parameters"]["input"]["repair"] is True


def test_the_text_before_and_after_stand_in_the_findings(folder: Path) -> None:
    release = folder / "with" / "town" / "1.0.0"
    found = pl.read_parquet(release / "audit" / "findings.parquet").filter(code="ENC021", id="broken.txt")
    before, _, after = found["evidence"][0].partition("” became “")
    first = ARTICLE.splitlines()[0]
    assert before == f"gb18030 read as cp1252; “{visible(BROKEN[len(HEAD) :].splitlines()[0], 60)}"
    assert after == f"{first}”"
    assert (found["start"][0], found["end"][0]) == (len(HEAD), len(HEAD) + len(first))


def test_the_rule_of_repairs_fires_on_its_samples(folder: Path) -> None:
    found = pl.read_parquet(folder / "with" / "town" / "1.0.0" / "audit" / "findings.parquet").filter(code="ENC021")
    assert {Path(id).name for id in SAMPLES["bad"]} <= set(found["id"])
    assert {Path(id).name for id in SAMPLES["good"]}.isdisjoint(found["id"])


def test_what_is_not_proven_stays_set_aside(folder: Path) -> None:
    ledger = rows(folder, "with", "ledger")
    assert (ledger["lost.txt"]["state"], ledger["lost.txt"]["code"]) == ("excluded", "ENC004")
    assert (ledger["sound.txt"]["state"], ledger["sound.txt"]["detail"]) == ("published", None)


def test_nothing_is_repaired_without_the_flag(folder: Path) -> None:
    assert rows(folder, "without", "ledger")["broken.txt"]["state"] == "excluded"
    assert {row["repaired"] for row in rows(folder, "without", "measures").values()} == {0}


def test_offsets_behind_a_repair_lead_to_the_raw_bytes(folder: Path) -> None:
    findings = pl.read_parquet(folder / "with" / "town" / "1.0.0" / "audit" / "findings.parquet")
    found = findings.filter(code="ENC010", id="broken.txt").row(0, named=True)
    assert BROKEN.encode()[found["byte_start"] : found["byte_end"]] == "e\u0301".encode()
    assert found["start"] == len(HEAD + ARTICLE + TAIL.partition("e\u0301")[0])


def test_a_check_repairs_nothing_even_when_the_settings_say_so(folder: Path) -> None:
    (folder / "audit.toml").write_text("[input]\nrepair = true\n", "utf-8")
    assert call_here(["check", "raw", "--out", "out", "--config", "audit.toml"], folder).code == 1
    assert "ENC004" in pl.read_parquet(folder / "out" / "findings.parquet").filter(id="broken.txt")["code"].to_list()
