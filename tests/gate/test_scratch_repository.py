"""A repository with five hundred known findings, as it changes: only what makes it worse does not get in."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from junitparser import JUnitXml

import audit
from audit.contract import contracts
from audit.errors import UsageError
from tests.conftest import Ran, call_here
from tests.stories import story

FILES, FAULTS = 20, 25
FORMS = ("r.json", "r.jsonl", "r.md", "r.xml", "r.sarif", "r.github.txt", "r.codequality.json", "r.txt")
FAIL_ON = ("--fail-on", "warning", "--baseline", "known.txt", "--no-suspects", "--no-repeats", "--workers", "1")


def faults(number: int, count: int) -> str:
    return "".join(f"In the year {number} the {nth}th lamp of the \ufffd harbour was lit.\n" for nth in range(count))


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the repository with its baseline; tests that change it copy it."""
    home = tmp_path_factory.mktemp("repository")
    (home / "data").mkdir()
    for number in range(FILES):
        (home / "data" / f"{number:02}.txt").write_text(f"{story(number)}\n{faults(number, FAULTS)}", "utf-8")
    made = check(home, "--update-baseline", "--out", "out")
    assert made.code == 0, made.out + made.err
    assert f"made: {FILES * FAULTS} known, 0 new, 0 repaired" in made.out
    return home


def check(home: Path, *args: str, target: tuple[str, ...] = ("data",)) -> Ran:
    return call_here(["check", *target, *FAIL_ON, *args], home)


def changed(repository: Path, tmp_path: Path) -> Path:
    """Return a copy of the repository with three bad documents, one fault repaired, a new name, a new first line."""
    home = tmp_path / "home"
    shutil.copytree(repository, home)
    data = home / "data"
    for number, (name, codec) in enumerate({"x.txt": "utf-8", "y.txt": "utf-16", "z.txt": "utf-8-sig"}.items()):
        (data / name).write_bytes(f"{story(90 + number)}\n{faults(90 + number, 1)}".encode(codec))
    repaired = (data / "03.txt").read_text("utf-8").replace("4th lamp of the \ufffd", "4th lamp of the old", 1)
    (data / "03.txt").write_text(repaired, "utf-8")
    (data / "deep").mkdir()
    (data / "05.txt").rename(data / "deep" / "renamed.txt")
    (data / "06.txt").write_text("A line that is new.\r\n" + (data / "06.txt").read_text("utf-8"), "utf-8")
    return home


def known(home: Path) -> list[str]:
    return [line for line in (home / "known.txt").read_text("utf-8").splitlines() if not line.startswith("#")]


def test_the_baseline_is_a_small_sorted_text(repository: Path) -> None:
    lines = known(repository)
    assert len(lines) == FILES * FAULTS + 1
    assert lines == sorted(lines)
    assert re.fullmatch(r"[0-9a-f]{32} 1 ENC002 data/\d\d\.txt", lines[0])
    assert lines[-1] == "missed ENC002"


def test_exactly_what_is_new_is_reported_in_every_form(repository: Path, tmp_path: Path) -> None:
    home = changed(repository, tmp_path)
    ran = check(home, *(word for form in FORMS for word in ("--to", form)))
    assert ran.code == 1, ran.out + ran.err
    assert "3 new warning findings at or above fail_on = warning" in ran.out
    text = {form: (home / form).read_text("utf-8") for form in FORMS}
    whole = json.loads(text["r.json"])
    Draft202012Validator(contracts()["report"]).validate(whole)
    places = [f"data/{name}:7:36" for name in ("x.txt", "y.txt", "z.txt")]
    assert [f"data/{each['id']}:{each['line']}:{each['column']}" for each in whole["all_findings"]] == places
    assert [each["state"] for each in whole["all_findings"]] == ["new"] * 3
    assert (whole["gate"]["known"], whole["gate"]["repaired_count"]) == (FILES * FAULTS - 1, 1)
    assert [each["document"] for each in whole["gate"]["repaired"]] == ["data/03.txt"]
    assert len(text["r.jsonl"].splitlines()) == 3
    assert JUnitXml.fromstring(text["r.xml"].encode()).failures == 3
    results = json.loads(text["r.sarif"])["runs"][0]["results"]
    assert [result["baselineState"] for result in results] == ["new"] * 3
    assert text["r.github.txt"].count("::warning file=") == 3
    assert len(json.loads(text["r.codequality.json"])) == 3
    for form in ("r.md", "r.txt"):
        # The comment also names the first of them where it says what to do.
        assert [text[form].count(place) for place in places] == [1 + (form == "r.md"), 1, 1]
    assert "repaired     ENC002 data/03.txt" in text["r.txt"]
    # The region is that of the raw file: its bytes are the fault, in each codec.
    for result in results:
        place = result["locations"][0]["physicalLocation"]
        raw = (home / place["artifactLocation"]["uri"]).read_bytes()
        start = place["region"]["byteOffset"]
        octets = raw[start : start + place["region"]["byteLength"]]
        assert octets.decode("utf-16-le" if "y.txt" in str(place) else "utf-8") == "\ufffd"


def test_an_update_tightens_and_never_swallows_what_is_new(repository: Path, tmp_path: Path) -> None:
    home = changed(repository, tmp_path)
    refused = check(home, "--update-baseline")
    assert refused.code == 1, refused.out + refused.err
    assert "tightened: 499 known, 3 new, 1 repaired" in refused.out
    entries = known(home)
    assert len(entries) == FILES * FAULTS
    assert not any(name in line for line in entries for name in ("x.txt", "y.txt", "z.txt", "data/05.txt"))
    assert sum("data/deep/renamed.txt" in line for line in entries) == FAULTS
    taken = check(home, "--update-baseline", "--allow-regression")
    assert taken.code == 0, taken.out + taken.err
    assert "grown: 502 known, 0 new, 0 repaired" in taken.out
    # Some files, as a hook names them: what else is known is neither repaired nor gone.
    some = check(home, "--update-baseline", target=("data/x.txt", "data/03.txt"))
    assert (some.code, "25 known, 0 new, 0 repaired" in some.out) == (0, True), some.out + some.err
    assert len(known(home)) == 503


WAIVER = """
[[waiver]]
rule = "replacement-characters"
document = "{document}"
owner = "ole"
reason = "scans"
expires = 2026-03-01
"""


WAIVED = "replacement-characters for x.txt (ole)"


def test_waivers_hold_until_they_are_over(repository: Path, tmp_path: Path) -> None:
    home = changed(repository, tmp_path)
    waivers = WAIVER.format(document="data/[xyz].txt") + WAIVER.format(document="gone.txt")
    (home / "audit.toml").write_text(waivers, "utf-8")
    held = check(home, "--today", "2026-03-01", "--to", "r.sarif")
    assert held.code == 0, held.out + held.err
    assert held.out.count("waived by ole until 2026-03-01: scans") == 3
    assert "waiver       unused replacement-characters for gone.txt" in held.out
    results = json.loads((home / "r.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert ["suppressions" in result for result in results] == [True] * 3 + [False]
    assert results[-1]["ruleId"] == "unused-waiver"
    over = call_here(["check", "data", *FAIL_ON, "--to", "r.jsonl"], home, SOURCE_DATE_EPOCH="1772409600")
    assert over.code == 1, over.out + over.err
    assert "ended on 2026-03-01: fix what it covers, or renew it" in over.out
    codes = [json.loads(line)["code"] for line in (home / "r.jsonl").read_text("utf-8").splitlines()]
    assert codes == ["ENC002"] * 3 + ["expired-waiver"] * 2


def test_what_is_waived_is_no_next_step_and_a_faulty_waiver_leads_to_its_file(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.txt").write_text(f"{story(3)}\n{faults(3, 1)}", "utf-8")
    (tmp_path / "data" / "y.txt").write_text(f"{story(4)}\n\u200b\u200bin the harbour\x01.\n", "utf-8")
    named = WAIVER.format(document="x.txt")
    (tmp_path / "data" / "audit.toml").write_text(f'fail_on = "warning"\n{named}{named}', "utf-8")
    config = ("--config", "data/audit.toml", "--today", "2026-03-01", "--no-suspects", "--workers", "1")
    ran = call_here(["check", "data", *config, "--to", "r.github.txt", "--to", "r.json"], tmp_path)
    assert ran.code == 1, ran.out + ran.err
    found = json.loads((tmp_path / "r.json").read_text("utf-8"))
    assert "ENC002" not in {each["code"] for each in found["worst"]}
    assert found["next"][0] == f"audit explain {found['worst'][0]['code']}"
    twice = "covers no finding, or only those of a waiver above it"
    assert f"::notice file=data/audit.toml,line=1,title=unused-waiver::the waiver of {WAIVED} {twice}" in (
        tmp_path / "r.github.txt"
    ).read_text("utf-8")


def test_a_change_that_loosens_its_gate_is_judged_by_the_files_of_its_base(repository: Path, tmp_path: Path) -> None:
    home, base = changed(repository, tmp_path), tmp_path / "base"
    base.mkdir()
    strict = 'fail_on = "warning"\n[gate]\nbaseline = "known.txt"\n'
    (base / "audit.toml").write_text(strict, "utf-8")
    shutil.copy(home / "known.txt", base)
    (home / "audit.toml").write_text(strict, "utf-8")
    quick = ("check", "data", "--no-suspects", "--no-repeats", "--workers", "1")
    assert call_here([*quick], home).code == 1
    assert call_here([*quick, "--update-baseline", "--allow-regression"], home).code == 0
    settings = ("--config", str(base / "audit.toml"))
    # The baseline that settings name is the working folder's, wherever the settings are: the change's own.
    assert call_here([*quick, *settings], home).code == 0
    (home / "audit.toml").write_text('ignore = ["ENC002"]\n', "utf-8")
    assert call_here([*quick], home).code == 0
    judged = call_here([*quick, *settings, "--baseline", str(base / "known.txt")], home)
    assert judged.code == 1, judged.out + judged.err
    assert "3 new warning findings at or above fail_on = warning" in judged.out


def test_a_baseline_that_is_not_there_ends_the_check_before_it_begins(tmp_path: Path, repository: Path) -> None:
    for args, said in (
        ({"baseline": tmp_path / "none.txt"}, "there is no baseline at"),
        ({"update_baseline": True}, "needs a file to write"),
        ({"allow_regression": True}, "requires --update-baseline"),
        ({"baseline": repository / "out", "update_baseline": True}, "is not overwritten"),
        ({"today": "soon", "baseline": repository / "known.txt"}, "today takes a date"),
    ):
        with pytest.raises(UsageError, match=said):
            audit.check(repository / "data", **args)
    with pytest.raises(UsageError, match="is a folder: name a single folder, or files"):
        audit.check([repository / "data", repository / "known.txt"])
    with pytest.raises(UsageError, match="is one of the input files"):
        audit.check([repository / "known.txt", repository / "data/01.txt"], to=[repository / "known.txt"])
