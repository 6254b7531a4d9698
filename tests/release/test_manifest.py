"""A manifest reads back to the same bytes, and what ours would not say is refused with its place."""

from __future__ import annotations

import json
import os
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import DefectError, UsageError
from audit.release.manifest import canonical_json
from audit.release.read_manifest import read_manifest
from audit.text.visible import safe_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def test_canonical_json_is_sorted_and_readable():
    assert canonical_json({"b": "港", "a": (1,)}) == '{\n "a": [\n  1\n ],\n "b": "港"\n}\n'.encode()


def test_a_mapping_that_cannot_be_written_to_is_an_object():
    assert canonical_json(MappingProxyType({"a": 1})) == b'{\n "a": 1\n}\n'


@given(JSON)
def test_canonical_json_reads_back(value):
    assert json.loads(canonical_json(value)) == value


@given(JSON)
def test_canonical_json_is_laid_out_as_json_lays_it_out(value):
    plain = json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False)
    assert canonical_json(value).decode() == safe_json(plain + "\n")


def test_a_lone_surrogate_is_escaped():
    assert json.loads(canonical_json("\udcff")) == "\udcff"


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, b"raw"], ids=str)
def test_what_json_cannot_say_is_our_defect(value):
    with pytest.raises(DefectError):
        canonical_json({"a": value})


def test_a_manifest_reads_back_to_the_same_bytes(made):
    assert read_manifest(made).as_json() == (made / "manifest.json").read_bytes()


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "[" * 100_000, '{"parent": 3}', "\xff"], ids=lambda t: t[:9])
def test_no_manifest_of_ours_is_told_so(tmp_path, text):
    (tmp_path / "manifest.json").write_text(text, encoding="latin-1")
    with pytest.raises(UsageError, match="cannot be read as a manifest"):
        read_manifest(tmp_path)


def test_a_folder_without_a_manifest_is_no_release(tmp_path):
    with pytest.raises(UsageError, match="is not a release"):
        read_manifest(tmp_path)


def changed(made, keys, value):
    """Put `value` into the manifest at `keys`, and return the release."""
    manifest = json.loads((made / "manifest.json").read_bytes())
    place = manifest
    for key in keys[:-1]:
        place = place[key]
    if value is LEFT_OUT:
        del place[keys[-1]]
    else:
        place[keys[-1]] = value
    (made / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return made


LEFT_OUT = object()
COLUMN = {"name": "license", "type": "string", "meaning": "what the record holds"}
ONCE = {"path": "a", "bytes": 1, "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("keys", "value", "said"),
    [
        (["name"], "../elsewhere", "is not a valid dataset name"), (["name"], 3, "not a string"),
        (["version"], "1.0", "not a version"), (["version"], "../1.0.0", "not a version"),
        (["version"], None, "not a string"),
        (["parent"], {"version": "1.0.0", "sha256": "/home"}, "not a SHA-256"), (["parent"], [], "not an object"),
        (["parent"], {"version": "1.0.0", "sha256": "0" * 64, "path": "/"}, "unknown keys"),
        (["content", "documents", "sha256"], "0" * 63, "not a SHA-256"),
        (["content", "documents", "rows"], -1, "not a count"),
        (["content", "documents"], LEFT_OUT, "lacks the content of documents"),
        (["content", "blocks", "bytes"], True, "not a count"), (["judgements", "report"], "x", "not a SHA-256"),
        (["counts", "found"], "2", "not a count"), (["schema_version"], 1.5, "not a count"),
        (["tool"], [], "not an object"),
        (["parameters"], None, "not an object"), (["files"], {}, "not a list"), (["files"], LEFT_OUT, "lacks files"),
        (["files", 0, "path"], "/etc/passwd", "not a relative path"),
        (["files", 0, "path"], "../a", "not a relative path"),
        (["files", 0, "sha256"], "/home/someone", "not a SHA-256"), (["files", 0, "bytes"], -1, "not a count"),
        (["files", 0, "path"], "manifest.json", "itself"), (["files"], [ONCE, ONCE], "twice"),
        (["extra"], {}, "not a list"), (["extra"], [COLUMN, COLUMN], "the same name"), (["extra"], [{"x": 1}], "lacks"),
        (["extra"], [COLUMN | {"type": "binary"}], "not a column type"),
        (["extra"], [COLUMN | {"name": "a\x1b["}], "not a column name"),
        (["files", 0], "a", "not an object"), (["run_this"], "x", "unknown keys"),
    ],
)  # fmt: skip
def test_a_manifest_that_says_what_ours_would_not_is_refused_by_name(made, keys, value, said):
    with pytest.raises(UsageError, match=f"cannot be read as a manifest: .*{said}"):
        read_manifest(changed(made, keys, value))


def test_a_wrong_value_is_told_with_its_place(made):
    with pytest.raises(UsageError, match=r"files: \[1\]: bytes: 1\.5 is not a count"):
        read_manifest(changed(made, ["files", 1, "bytes"], 1.5))


def test_a_manifest_of_any_length_is_not_read_whole(made):
    with (made / "manifest.json").open("ab") as file:
        file.truncate(1 << 32)
    with pytest.raises(UsageError, match="longer than 64 MiB"):
        read_manifest(made)


def test_a_manifest_behind_a_link_or_a_pipe_is_not_opened(made):
    (made / "manifest.json").rename(made / "moved")
    (made / "manifest.json").symlink_to(made / "moved")
    with pytest.raises(UsageError, match="it is a symbolic link"):
        read_manifest(made)
    (made / "manifest.json").unlink()
    os.mkfifo(made / "manifest.json")
    with pytest.raises(UsageError, match="not a regular file"):
        read_manifest(made)
