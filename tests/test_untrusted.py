"""A value that somebody else wrote is one of ours in form, or it is refused by name."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.untrusted import Digest, MalformedError, RelativePath, count, fields, items, read_json, read_yaml, text

GOOD = "0123456789abcdef" * 4


def test_a_digest_is_its_own_text():
    digest = Digest(GOOD)
    assert digest == GOOD
    assert f"{digest}" == GOOD
    assert pickle.loads(pickle.dumps(digest)) == digest  # noqa: S301 our own


@pytest.mark.parametrize(
    "value",
    [
        "", "abc", GOOD[:-1], GOOD + "0", GOOD.upper(), "/" + GOOD[1:], "/home/someone", "../" + GOOD[3:],
        GOOD[:-1] + "\n", "０" * 64, "٠" * 64, GOOD[:-1] + "g", GOOD.encode(), 7, None, [GOOD],
    ],
)  # fmt: skip
def test_what_is_no_digest_is_refused(value):
    with pytest.raises(MalformedError, match="not a SHA-256"):
        Digest(value)


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "audit/index.parquet",
        "documents/train-00000-of-00001.parquet",
        "港口/新闻.txt",
        "..a/b..",
        "a b",
        "-rf",
        "~",
        ".x",
    ],
)
def test_a_path_below_its_folder_is_one(path):
    assert RelativePath(path) == path
    assert "/".join(RelativePath(path).parts) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "/", "/etc", "..", "../a", "a/..", "a/../b", ".", "./a", "a/.", "a//b", "a/", "//a", "a\\b", "..\\a",
        "a\0b", "a\nb", "\x1b[2J", "\ud800", "a" * 256, "港" * 86, "a/" * 600 + "a", None, 3, b"a", ["a"],
    ],
)  # fmt: skip
def test_a_path_that_may_lead_elsewhere_is_refused(path):
    with pytest.raises(MalformedError, match="not a relative path"):
        RelativePath(path)


@given(st.text(st.sampled_from("ab./\\\0~-\n"), max_size=12))
def test_a_path_that_passes_stays_below(path):
    try:
        found = RelativePath(path)
    except MalformedError:
        return
    joined = PurePosixPath("/home") / found
    assert joined.parts[:2] == ("/", "home")
    assert ".." not in joined.parts
    assert str(joined) == f"/home/{found}"


@pytest.mark.parametrize("value", [0, 1, 2**63 - 1])
def test_a_count_is_a_whole_number(value):
    assert count(value) == value


@pytest.mark.parametrize("value", [-1, 2**63, True, False, 1.0, "1", None, [], 1e3])
def test_what_is_no_count_is_refused(value):
    with pytest.raises(MalformedError, match="not a count"):
        count(value)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b'{"a": 1, "a": 2}', "twice"),
        (b'{"a": {"b": 1, "b": 1}}', "twice"),
        (b"NaN", "not a JSON number"), (b"[Infinity]", "not a JSON number"),
        (b"1e999", "not a JSON number"), (b"-1e999", "not a JSON number"),
        (b"[" * 100_000, "too deeply"), (b"[" * 40 + b"]" * 40, "too deeply"),
        (b'{"a":' * 40 + b"1" + b"}" * 40, "too deeply"),
        (b"9" * 5000, "not JSON"), (b"", "not JSON"), (b"\xff", "not JSON"), (b"\xef\xbb\xbf{}", "not JSON"),
        (b"{} {}", "not JSON"),
    ],
)  # fmt: skip
def test_json_that_can_be_read_in_two_ways_is_refused(raw, said):
    with pytest.raises(MalformedError, match=said):
        read_json(raw)


def test_json_of_ours_is_read():
    assert read_json(b'{"a": [1, 2.5, null, "\\ud800"], "b": {}}') == {"a": [1, 2.5, None, "\ud800"], "b": {}}


def test_fields_are_those_that_are_known():
    assert fields({"a": 1}, ["a"]) == {"a": 1}
    with pytest.raises(MalformedError, match="lacks b"):
        fields({"a": 1}, ["a", "b"])
    with pytest.raises(MalformedError, match=r"unknown keys: '\\x1b'"):
        fields({"a": 1, "\x1b": 2}, ["a"])
    with pytest.raises(MalformedError, match="not an object"):
        fields([], ["a"])
    with pytest.raises(MalformedError, match="not a list"):
        items({})


def test_a_text_that_no_file_could_hold_is_refused():
    assert text("港口") == "港口"
    with pytest.raises(MalformedError, match="half of a character"):
        text("\ud800")


# Each line holds the one above nine times.
_LISTS = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
_MERGED = "a0: &a0 {b: c}\n" + "".join(f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (_LISTS, "repeat"), (_MERGED, "repeat"), ("a: &a [*a]", "repeat"), ("&a {b: *a}", "repeat"),
        ("[" * 3000 + "]" * 3000, "deeply"), ("[" * 40 + "]" * 40, "deeply"), ("a: [", "plain"), ("a: !x 1", "plain"),
        ("a: !!bool maybe", "plain"), ("a: !!timestamp soon", "plain"), ("a: !!int ''", "plain"),
        ("a: 2024-13-45", "plain"), (f"a: {'9' * 5000}", "plain"), ("? [1]\n: 2", "plain"),
        ("a: 1\n---\nb: 2", "plain"), ("a: \0", "plain"),
    ],
)  # fmt: skip
def test_yaml_that_would_act_or_grow_is_refused(written, why):
    with pytest.raises(MalformedError, match=why):
        read_yaml(written)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("", None), ("# none", None), ("a: [1, b, 2024-03-05]", {"a": [1, "b", date(2024, 3, 5)]}),
        # As PyYAML writes two configurations that share their features.
        ("a: &id001 [x, y]\nb: *id001", {"a": ["x", "y"], "b": ["x", "y"]}), ("- a\n" * 20_000, ["a"] * 20_000),
    ],
)  # fmt: skip
def test_plain_yaml_is_read(written, found):
    assert read_yaml(written) == found
