"""Which steps a verification takes, what ends it, and how far it follows the chain of parents."""

from __future__ import annotations

import json
import shutil
from functools import partial

import pytest

from audit.errors import UsageError
from audit.release.pinned import pin
from audit.release.verification import verify as room
from audit.release.verification.chain import Link, walk_chain
from audit.release.verification.verify import verification_steps, verify
from tests.release.verification.forged import forge


def names(*, quick):
    steps = verification_steps(quick=quick)
    called = [[check.func if isinstance(check, partial) else check for check in step.checks] for step in steps]
    return [[check.__name__.removeprefix("check_").strip("_") for check in checks] for checks in called]


def test_what_is_cheap_and_what_others_need_comes_first():
    whole = [["inventory"], ["regular"], ["contents"], ["statements", "described", "accounts"], ["round_trip"]]
    assert names(quick=False) == whole
    assert names(quick=True) == [*whole[:3], ["statements", "not_read"]]
    assert [step.needed for step in verification_steps(quick=False)] == [False, True, True, True, True]


@pytest.fixture
def taken(monkeypatch):
    """The steps that were taken, in order; those named in `failing` find something."""
    seen, failing = [], set()

    def step(name, _release, *_, **__):
        seen.append(name)
        return [room.Problem(name, "it is wrong")] if name in failing else []

    for name in ("inventory", "regular", "contents", "statements", "described", "accounts", "counts", "round_trip"):
        monkeypatch.setattr(room, f"check_{name}", partial(step, name))
    return seen, failing


@pytest.mark.parametrize(
    ("failing", "last"),
    [
        ("", "round_trip"), ("inventory", "round_trip"), ("regular", "regular"), ("contents", "contents"),
        ("statements", "accounts"), ("accounts", "accounts"),
    ],
)  # fmt: skip
def test_a_step_that_fails_ends_it_unless_others_can_tell_more(made, taken, failing, last):
    seen, found = taken
    found |= {failing} - {""}
    assert [problem.where for problem in verify(made).problems] == [failing] * bool(failing)
    assert seen[-1] == last
    assert seen == sorted(seen, key=list(dict.fromkeys(seen)).index)


@pytest.fixture
def three(made, again, other_tables, tables):
    """Three versions, each the parent of the next."""
    return [made, again(tables=other_tables).path, again(tables=tables).path]


def chain(release, **how):
    return [
        str(each.version) if isinstance(each, Link) else f"{each.where}: {each.what}"
        for each in walk_chain(release, pin(release), **how)
    ]


def test_a_chain_goes_back_to_the_first(three, no_child):
    versions = [path.name for path in reversed(three)]
    assert chain(three[2]) == versions
    assert chain(three[0]) == versions[-1:]
    found = verify(three[2], chain=True)
    assert (found.chain, found.problems) == (tuple(versions), ())
    assert verify(three[2], quick=True).chain == ()


def test_an_earlier_file_that_is_damaged_is_named_and_the_chain_goes_on(three):
    (three[1] / "croissant.json").write_text("{}")
    found = chain(three[2])
    assert [each for each in found if each[0].isdigit()] == [path.name for path in reversed(three)]
    assert [each.partition(": ")[0] for each in found if not each[0].isdigit()] == [
        f"../{three[1].name}/croissant.json"
    ]


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (shutil.rmtree, "the chain breaks: it is missing"),
        (lambda path: (path / "manifest.json").write_text("{}"), "the chain breaks before"),
        (lambda path: forge(path, lambda told: told["counts"].clear()), "its manifest is not the one that"),
    ],
)
def test_a_link_that_does_not_hold_ends_the_chain(three, spoil, said):
    newest, parent, first = (path.name for path in reversed(three))
    spoil(three[1])
    (link, broken) = chain(three[2])
    assert link == newest
    assert broken.startswith(f"../{parent}/manifest.json: ")
    assert said in broken
    assert first not in broken


def test_a_parent_that_is_no_older_is_none(three):
    manifest = three[1] / "manifest.json"
    told = json.loads(manifest.read_bytes())
    told["parent"]["version"] = told["version"]
    manifest.write_text(json.dumps(told))
    assert chain(three[1])[1:] == [
        f"manifest.json: the chain breaks: {told['version']} cannot follow {told['version']}"
    ]


def test_the_version_that_leads_is_found_and_a_folder_without_one_is_refused(three, tmp_path):
    assert room.find_release(three[0]) == three[0]
    assert room.find_release(three[0].parent) == three[2]
    with pytest.raises(UsageError, match="is not a release and contains none"):
        room.find_release(tmp_path / "none")
