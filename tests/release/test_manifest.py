from __future__ import annotations

import json
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import DefectError, UsageError
from audit.release.manifest import canonical, read_manifest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_canonical_json_is_sorted_and_readable():
    assert canonical({"b": "港", "a": (1,)}) == '{\n "a": [\n  1\n ],\n "b": "港"\n}\n'.encode()


def test_a_mapping_that_cannot_be_written_to_is_an_object():
    assert canonical(MappingProxyType({"a": 1})) == b'{\n "a": 1\n}\n'


@given(JSON)
def test_canonical_json_reads_back(value):
    assert json.loads(canonical(value)) == value


def test_a_lone_surrogate_is_escaped():
    assert json.loads(canonical("\udcff")) == "\udcff"


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"raw"], ids=str)
def test_what_json_cannot_say_is_our_defect(value):
    with pytest.raises(DefectError):
        canonical({"a": value})


def test_a_manifest_reads_back_to_the_same_bytes(made):
    assert read_manifest(made).as_json() == (made / "manifest.json").read_bytes()


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[" * 100_000, '{"parent": 3}', "\xff"], ids=lambda t: t[:9])
def test_no_manifest_of_ours_is_told_so(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, encoding="latin-1")
    with pytest.raises(UsageError, match="cannot be read as a manifest"):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_no_release(tmp_path):
    with pytest.raises(UsageError, match="is no release"):
        read_manifest(tmp_path)
