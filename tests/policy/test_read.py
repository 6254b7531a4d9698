"""Settings: read once, completely, and refused by name when they are not known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.policy import (
    DuplicateSettings,
    InputSettings,
    LanguageSettings,
    Policy,
    RuleSettings,
    as_plain,
    load,
    parse,
    recorded,
)

FULL = {
    "select": ["ENC", "LNG"],
    "ignore": ["ENC010"],
    "fail_on": "warning",
    "max_set_aside": 0.25,
    "languages": ["zh", "en"],
    "input": {"text_column": "body", "max_file_bytes": 1000, "max_growth": 10, "columns": {"title": "meta.t"}},
    "duplicates": {"keep": "longest", "similarity": 0.8, "set_aside": ["exact_raw"], "across": "all"},
    "language": {"engine": "langdetect"},
    "spun": {"suspects": False},
    "release": {"exclude": ["SPN"], "flag": ["ENC004"]},
    "rules": {"FLD003": {"mostly": 0.9, "severity": "warning"}, "mojibake": {"severity": "info"}},
}


def test_every_key_is_read() -> None:
    policy = parse(FULL)
    assert policy.select == ("ENC", "LNG")
    assert policy.input == InputSettings(
        text_column="body", max_file_bytes=1000, max_growth=10, columns={"title": "meta.t"}
    )
    assert policy.duplicates == DuplicateSettings(
        keep="longest", similarity=0.8, set_aside=("exact_raw",), across="all"
    )
    assert policy.language == LanguageSettings(engine="langdetect")
    assert not policy.spun.suspects
    assert policy.release.flag == ("ENC004",)
    assert policy.rules == {
        "FLD003": RuleSettings(severity="warning", mostly=0.9),
        "mojibake": RuleSettings(severity="info"),
    }


def test_letter_case_of_a_tag_is_free() -> None:
    assert parse({"languages": ["ZH-hans", "EN", "mul"]}).languages == ("zh-Hans", "en", "mul")


def test_nothing_said_is_the_default() -> None:
    assert parse({}) == Policy()


def test_plain_form_names_every_setting_and_reads_back() -> None:
    plain = as_plain(parse(FULL))
    assert parse(
        {
            k: list(v) if isinstance(v, tuple) else v
            for k, v in plain.items()
            if k
            not in ("input", "parser", "duplicates", "language", "spun", "release", "limits", "gate", "rights", "card")
        }
    ).rules
    assert plain["input"] == {
        "text_column": "body", "max_file_bytes": 1000, "max_growth": 10, "repair": False,
        "columns": {"title": "meta.t"}, "extra": (), "prefer": "record",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(
            {"langauges": ["zh"]}, r"unknown key langauges; did you mean languages or language\?", id="misspelt"
        ),
        pytest.param({"input": {"text_colum": "x"}}, r"unknown key input.text_colum", id="misspelt in a section"),
        pytest.param({"duplicates": {"across": True}}, r"duplicates.across is one of no, present, all", id="no switch"),
        pytest.param(
            {"rules": {"ENC001": {"mostly": 2}}}, r"rules.ENC001.mostly takes a number from 0 to 1", id="out of range"
        ),
        pytest.param({"rules": {"ENC001": {"rules": {}}}}, r"unknown key rules.ENC001.rules", id="nested rules"),
        pytest.param({"select": "ENC"}, "select takes a list of strings", id="text for a list"),
        pytest.param({"max_set_aside": True}, "takes a number", id="truth for a number"),
        pytest.param({"input": {"max_file_bytes": 0}}, "a whole number above 0", id="zero bytes"),
        pytest.param({"fail_on": "error"}, "fail_on is one of critical, warning, info", id="unknown severity"),
        pytest.param({"language": {"engine": "cld3"}}, "engine is one of profiles, langdetect", id="unknown engine"),
        pytest.param({"spun": {"suspects": "yes"}}, "spun.suspects is true or false", id="no switch"),
        pytest.param({"duplicates": {"keep": "last"}}, "keep is one of best, first, longest", id="unknown keep"),
        pytest.param(
            {"duplicates": {"set_aside": ["quoted"]}},
            "takes exact_raw, exact_normalised, near",
            id="kind that is never set aside",
        ),
        pytest.param({"input": {"columns": {"text": []}}}, "columns.text takes the path of a column", id="no path"),
        pytest.param({"input": {"columns": {"text": ["a", ""]}}}, "or a list of paths", id="an empty path of several"),
        pytest.param({"input": []}, r"written \[input\]", id="list for a table"),
        pytest.param(
            {"languages": ["klingon!"]},
            r"languages takes tags .*'klingon!'; the nearest are no, lo, ln; audit schema policy",
            id="no tag",
        ),
        pytest.param(
            {"languages": ["xx"]}, "not 'xx'; the nearest are zxx, xh, xsy; audit schema policy", id="no language"
        ),
        pytest.param({"languages": ["zh", "en-US"]}, r"not 'en-US'; did you mean en\?", id="tag with a region"),
        pytest.param({"languages": ["zh,en"]}, r"give each of its own: 'zh', 'en'$", id="two tags in one"),
        pytest.param(
            {"languages": ["zh,xyzzy"]}, r"the nearest are .*; audit schema", id="a tag and something else in one"
        ),
        pytest.param({"languages": ["cn"]}, r"not 'cn'; did you mean zh\?$", id="country for a language"),
        pytest.param(
            {"duplicates": {"similarity": 0}}, "similarity takes a number above 0 to 1, not 0", id="all alike"
        ),
        pytest.param({"duplicates": {"similarity": float("nan")}}, "a number above 0 to 1, not nan", id="no number"),
        pytest.param(
            {"limits": {"max_set_aside": 0.5}},
            r"did you mean max_set_aside above the first table\?",
            id="place at the top",
        ),
        pytest.param({"mostly": 0.5}, r"unknown key mostly; did you mean rules.NAME.mostly\?", id="of a rule"),
        pytest.param({"language": ["en"]}, r"not \['en'\]; did you mean languages\?$", id="a list, not a table"),
        pytest.param({"release": "1.0.0"}, r"written \[release\], not '1.0.0'$", id="a table"),
        pytest.param({"similarity": 0.5}, r"unknown key similarity; did you mean duplicates.similarity\?", id="place"),
        pytest.param({"input": {"text_column": ""}}, "input.text_column takes a string, not ''", id="empty name"),
        pytest.param({"duplicates": {"keep": "longst"}}, r"not 'longst'; did you mean longest\?", id="near"),
        pytest.param({"rules": {"ENC001": "info"}}, r"written \[rules.ENC001\]", id="text for a rule's table"),
        pytest.param({"rules": ["ENC001"]}, r"written \[rules\]", id="list for the rules"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(found: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(found)


def test_of_a_field_a_path_or_several_are_read() -> None:
    policy = parse({"input": {"columns": {"title": ["kop"], "text": ["a", "b", "a"], "date": ""}}})
    assert policy.input.columns == {"text": ("a", "b"), "title": "kop", "date": ""}
    assert [policy.input.paths(field) for field in ("text", "title", "date", "url")] == [
        ("a", "b"),
        ("kop",),
        ("",),
        (),
    ]
    assert recorded(json.loads(json.dumps(as_plain(policy)))) == policy


def test_the_file_in_the_folder_is_used_and_named(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text('fail_on = "info"', "utf-8")
    policy, said = load(None, tmp_path)
    assert policy.fail_on == "info"
    assert "audit.toml" in said


def test_without_a_file_the_defaults_are_named(tmp_path: Path) -> None:
    assert load(None, tmp_path) == (Policy(), "the default policy (no audit.toml in the working folder)")


@pytest.mark.parametrize("content", [b"fail_on = ", b"\xff\xfe", b'fail_on = "loud"'])
def test_a_broken_file_is_refused_with_its_name(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "mine.toml").write_bytes(content)
    with pytest.raises(UsageError, match=r"mine\.toml"):
        load(tmp_path / "mine.toml")


@pytest.mark.parametrize(
    "content",
    [
        f"x = {'9' * 5000}", f'input = "{"a" * 90_000}"', f'"{"a" * 90_000}" = 1', f"waiver.{'a' * 90_000} = 1",
        f"fail_on = {'[' * 3000}{']' * 3000}", f"fail_on{'.a' * 3000} = 1", f'[[waiver]]\n"{"a" * 90_000}" = 1',
        f'[[waiver]]\nrule = ["{"a" * 90_000}"]\ndocument = "*"\nowner = "x"\nreason = "y"\nexpires = 2027-01-31',
        '[rights]\noptout = "a\\u0000b"', '[input]\nextra = ["a\\u0000b"]', '[input.columns]\ntitle = "a\\u0000b"',
        f'[input.columns]\n{"a" * 90_000} = "b"', '"a\\u001b[2J\\u202e" = 1', '[rules."a\\u001b"]\nx = 1',
    ],
)  # fmt: skip
def test_what_nobody_would_write_is_refused_in_a_short_line(content: str, tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text(content, "utf-8")
    with pytest.raises(UsageError, match=r"audit\.toml") as refused:
        load(None, tmp_path)
    assert len(str(refused.value).replace(str(tmp_path), "")) < 500
    assert "\0" not in str(refused.value)


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "audit.toml").write_text('fail_on = "info"', "utf-8-sig")
    assert load(None, tmp_path)[0].fail_on == "info"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.toml")
