"""A bit that flips anywhere in a release is found: in the manifest at a quick look, in any other file by reading it."""

from __future__ import annotations

import shutil
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audit.release.manifest import MANIFEST
from audit.release.read_manifest import read_manifest
from audit.release.storage.files import files_below
from audit.release.verification import verify as room
from audit.release.verification.inventory import check_inventory
from audit.release.verification.verify import verify

ANYWHERE = st.floats(0, 1, exclude_max=True)
BIT = st.integers(0, 7)
FLIPS = settings(max_examples=120, suppress_health_check=list(HealthCheck), database=None, deadline=None)


@pytest.fixture(scope="module")
def released(tmp_path_factory, pristine):
    """A release with the card above it, mended after every flip."""
    home = tmp_path_factory.mktemp("flipped") / "ports"
    shutil.copytree(pristine / "ports", home)
    return home / "1.0.0"


@pytest.fixture(scope="module")
def moved(tmp_path_factory, pristine):
    """The same release on its own, with nothing around it that knows it."""
    folder = tmp_path_factory.mktemp("moved") / "mine"
    shutil.copytree(pristine / "ports" / "1.0.0", folder)
    return folder


@contextmanager
def flipped(path, where, bit):
    raw = path.read_bytes()
    at = int(where * len(raw))
    path.write_bytes(raw[:at] + bytes([raw[at] ^ (1 << bit)]) + raw[at + 1 :])
    try:
        yield
    finally:
        path.write_bytes(raw)


def is_refused(path):
    """Whether it is: a manifest of another schema version is for another program, and refused before it is judged."""
    try:
        return not verify(path, quick=True).is_sound
    except room.UsageError as error:
        return "schema version" in str(error)


@FLIPS
@given(where=ANYWHERE, bit=BIT)
def test_in_the_manifest(released, where, bit):
    with flipped(released / MANIFEST, where, bit):
        assert is_refused(released)


@settings(FLIPS, max_examples=40)
@given(where=ANYWHERE, bit=BIT)
def test_in_the_manifest_of_a_release_that_was_moved(moved, where, bit):
    with flipped(moved / MANIFEST, where, bit):
        assert is_refused(moved)


@FLIPS
@given(choice=st.data(), where=ANYWHERE, bit=BIT)
def test_in_any_other_file(released, choice, where, bit):
    manifest = read_manifest(released)
    path = choice.draw(st.sampled_from([path for path in files_below(released) if path != MANIFEST]))
    with flipped(released / path, where, bit):
        assert [problem.where for problem in check_inventory(released, manifest)] == [path]


@settings(FLIPS, max_examples=40)
@given(where=ANYWHERE, bit=BIT)
def test_in_the_card_of_all_versions(released, where, bit):
    with flipped(released.parent / "README.md", where, bit):
        assert not verify(released, quick=True).is_sound


def test_and_without_a_flip_all_is_well(released, moved):
    assert verify(released, quick=True).problems == ()
    assert verify(moved, quick=True).problems == ()
