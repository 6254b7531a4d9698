"""Publishing, with the real clients of a Hub and a Hub on the loopback interface."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from audit.release.plan import plan
from audit.release.release import release
from tests.hub.loopback import loopback
from tests.hub.repository import TOKEN
from tests.release.conftest import ARTICLES, request_of, tables_of

ROOT = Path(__file__).parent.parent.parent
OURS = "my-team/ports"
TRAM = "en/tram.txt"


def changed(body):
    return {**ARTICLES, TRAM: ("A tram for the hill", [body])}


def released(dist):
    """Three versions of one dataset, an older one, another dataset, and another release by the name of the second."""
    asked = request_of(tables_of(ARTICLES))

    def put(articles, version, name="ports", into=dist):
        release(plan(into, name, version), replace(asked, tables=tables_of(articles)))

    put(ARTICLES, "0.9.0")
    put(ARTICLES, "1.0.0")
    put(changed("The tram climbs the hill no more."), "1.1.0")
    put(changed("The tram is sold."), "1.2.0")
    put(ARTICLES, "2.0.0", name="harbours")
    put(changed("Something else."), "1.1.0", into=dist.parent / "elsewhere")
    shutil.move(dist.parent / "elsewhere" / "ports", dist / "forged")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """All that the clients saw and did, in one process."""
    folder = tmp_path_factory.mktemp("hub")
    for name in ("dist", "blobs"):
        (folder / name).mkdir()
    released(folder / "dist")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "AUDIT_"))}
    with loopback(folder / "blobs") as (_, url):
        env = {
            "HF_ENDPOINT": url, "HF_TOKEN": TOKEN, "HF_HOME": str(folder / "home"), "HF_HUB_DISABLE_XET": "1",
            "HF_HUB_DISABLE_TELEMETRY": "1", "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "tests.hub.client", folder / "dist", url, folder / "seen.json"],
            env=kept | env, cwd=folder, capture_output=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    found = json.loads((folder / "seen.json").read_text("utf-8"))
    return {**found, "dist": folder / "dist", "printed": (done.stdout + done.stderr).decode()}


def files_of(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def writes(requests):
    return [asked for asked in requests if not asked.startswith(("GET", "HEAD"))]


def test_a_rehearsal_asks_and_sends_nothing(seen):
    rehearsed = seen["versions"]["rehearsed"]
    assert rehearsed["code"] == 0
    assert "17 files would be sent in one commit" in rehearsed["out"]
    assert "the repository would be created" in rehearsed["out"]
    assert not writes(rehearsed["requests"])
    assert rehearsed["heads"] == {}


def test_a_release_goes_in_one_commit_and_is_tagged(seen):
    made = seen["versions"]["made"]
    assert made["code"] == 0, made["err"]
    assert "✓" in made["out"]
    assert sum("/commit/" in asked for asked in made["requests"]) == 1
    assert made["heads"][OURS].keys() - {".gitattributes"} == files_of(seen["dist"] / "ports" / "1.0.0")
    assert list(made["tags"][OURS]) == ["v1.0.0"]


def test_what_is_published_is_only_looked_at_again(seen):
    again = seen["versions"]["again"]
    report = json.loads(again["out"])
    assert (again["code"], report["sent"], report["problems"], report["tag"]) == (0, [], [], "v1.0.0")
    assert not writes(again["requests"])


def test_the_next_version_replaces_what_belongs_to_a_release_and_leaves_the_rest(seen):
    second = seen["versions"]["second"]
    assert second["code"] == 0, second["err"]
    assert "follows version 1.0.0 in the repository" in second["out"]
    assert "1 of an earlier version removed" in second["out"]
    held = second["heads"][OURS].keys()
    assert held - {".gitattributes", "LICENSE"} == files_of(seen["dist"] / "ports" / "1.1.0")
    assert "LICENSE" in held


def test_each_version_is_loaded_by_its_tag_and_streamed(seen):
    loaded = seen["loaded"]
    assert loaded["first"][1].startswith("The tram climbs the hill again")
    assert loaded["second"][1] == "The tram climbs the hill no more."
    assert loaded["newest"] == loaded["second"]
    assert (loaded["streamed first"], loaded["streamed second"]) == (loaded["first"], loaded["second"])
    assert len(loaded["blocks"]) == 6


def test_a_release_is_fetched_whole_or_not_at_all(seen):
    fetched = seen["fetched"]
    assert fetched["at"] == "1.0.0"
    assert set(fetched["files"]) == files_of(seen["dist"] / "ports" / "1.0.0")
    assert fetched["is_same"]
    assert "croissant.json has 2 bytes" in fetched["refusals"]["changed"]
    assert "hf://datasets/my-team/ports@v9.9.9 does not exist" in fetched["refusals"]["absent"]
    assert fetched["left"] == []


def test_a_release_on_a_hub_is_verified_where_it_lies(seen):
    verified = seen["fetched"]["verified"]
    assert verified["code"] == 0, verified["err"]
    assert "ports 1.0.0" in verified["out"]


def test_a_request_that_fails_leaves_the_branch_old_or_new_and_the_second_run_completes(seen):
    (first, *cases) = seen["failures"]
    new = first["clean"]["heads"][OURS]
    assert len(cases) > 15
    for case in cases:
        where = f"request {case['at']} ({first['clean']['requests'][case['at']]}), done: {case['done']}"
        old = case["old"]["heads"][OURS]
        assert old != new
        assert case["cut"]["error"], where
        assert case["cut"]["heads"][OURS] in (old, new), where
        tagged = case["cut"]["tags"][OURS].get("v1.2.0")
        assert tagged is None or case["cut"]["heads"][OURS] == new, where
        again = case["again"]
        assert "error" not in again, where
        assert (again["heads"][OURS], again["problems"]) == (new, []), where
        assert again["tags"][OURS]["v1.2.0"] == again["commit"], where


def test_what_has_arrived_is_not_sent_twice(seen):
    (first, *cases) = seen["failures"]
    at = next(n for n, asked in enumerate(first["clean"]["requests"]) if "/commit/" in asked)
    (again,) = (case["again"] for case in cases if case["at"] == at and not case["done"])
    assert not any(asked.startswith("PUT") for asked in again["requests"])


def test_a_branch_that_moved_meanwhile_is_not_written_to(seen):
    cut, again = seen["intruded"]["cut"], seen["intruded"]["again"]
    assert "the branch was changed in the meantime and was not touched" in cut["error"]
    assert "v1.2.0" not in cut["tags"][OURS]
    assert {"NOTES.md", "LICENSE"} <= again["heads"][OURS].keys()
    assert again["tag"] == "v1.2.0"


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("another name", "contains releases of ports, not of harbours"),
        ("an older version", "already has version 1.1.0, which is newer than 0.9.0"),
        ("a version that is there", "has a different release tagged v1.1.0: published versions are never changed"),
        ("not private", "exists and is public"),
        ("a stranger's manifest", "has a manifest.json that is not of a release"),
        ("no token", "there is no token to publish with: set HF_TOKEN"),
        ("a wrong token", "the Hub answered 401"),
    ],
)
def test_what_cannot_follow_is_refused_before_anything_is_changed(seen, what, said):
    refused = seen["refused"][what]
    assert said in refused["error"]
    assert not any("/commit/" in asked or "/tag/" in asked for asked in refused["requests"])


def test_a_release_that_does_not_hold_is_not_published(seen):
    broken = seen["broken"]
    assert broken["code"] == 1
    assert "✗ not published: audit/report.json" in broken["out"]
    assert broken["requests"] == []


def test_a_pull_request_is_opened_once_and_nothing_is_tagged(seen):
    opened, again = seen["pulled"]["opened"], seen["pulled"]["again"]
    assert opened["pull_request"].endswith("/datasets/my-team/ports/discussions/1")
    assert (opened["tag"], opened["problems"]) == (None, [])
    assert "v1.2.0" not in opened["tags"][OURS]
    assert again["pull_request"].endswith("/discussions/1")
    assert not writes(again["requests"])


def test_a_new_repository_is_private_where_it_is_asked_for(seen):
    assert seen["private"]["made"]["tag"] == "v1.0.0"
    assert seen["private"]["private"] == [OURS]


def test_the_token_is_never_said(seen):
    assert TOKEN not in json.dumps({name: value for name, value in seen.items() if name != "dist"}, default=str)
