"""Settings: read once, completely, and refused by name when they are not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.policy import DuplicateSettings, InputSettings, LanguageSettings, Policy, RuleSettings, as_plain, load, parse
from audit.verbs.settings import settings

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


def test_nothing_said_is_the_default() -> None:
    assert parse({}) == Policy()


def test_plain_form_names_every_setting_and_reads_back() -> None:
    plain = as_plain(parse(FULL))
    assert parse(
        {
            k: list(v) if isinstance(v, tuple) else v
            for k, v in plain.items()
            if k not in ("input", "parser", "duplicates", "language", "spun", "release")
        }
    ).rules
    assert plain["input"] == {
        "text_column": "body", "max_file_bytes": 1000, "max_growth": 10, "repair": False,
        "columns": {"title": "meta.t"}, "prefer": "record",
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
        pytest.param({"select": "ENC"}, "select takes a list of texts", id="text for a list"),
        pytest.param({"max_set_aside": True}, "takes a number", id="truth for a number"),
        pytest.param({"input": {"max_file_bytes": 0}}, "a whole number above 0", id="zero bytes"),
        pytest.param({"fail_on": "error"}, "fail_on is one of critical, warning, info", id="unknown severity"),
        pytest.param({"language": {"engine": "cld3"}}, "engine is one of profiles, langdetect", id="unknown engine"),
        pytest.param({"spun": {"suspects": "yes"}}, "spun.suspects is true or false", id="no switch"),
        pytest.param({"duplicates": {"keep": "last"}}, "keep is one of first, longest", id="unknown keep"),
        pytest.param(
            {"duplicates": {"set_aside": ["quoted"]}},
            "takes exact_raw, exact_normalised, near",
            id="kind that is never set aside",
        ),
        pytest.param({"input": []}, r"written \[input\]", id="list for a table"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(found: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(found)


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


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load(tmp_path / "none.toml")


def test_flags_go_before_the_file_and_are_named() -> None:
    policy, said = settings(
        parse(FULL), {"fail_on": "info", "languages": ("ja",), "keep": None, "text_column": "t", "select": ()}
    )
    assert (policy.fail_on, policy.languages, policy.duplicates.keep) == ("info", ("ja",), "longest")
    assert policy.input == InputSettings(
        text_column="t", max_file_bytes=1000, max_growth=10, columns={"title": "meta.t"}
    )
    assert policy.select == ("ENC", "LNG")
    assert said.endswith("and the given fail_on, languages, text_column")


def test_an_unknown_flag_of_a_twin_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no setting colour"):
        settings(Policy(), {"colour": "red"})


@pytest.mark.parametrize("tag", ["zh", "zh-Hant", "ZH-hans", "yue", "en", "zu", "sr", "mn", "und"])
def test_languages_that_documents_are_told_to_be_in_are_taken(tag: str) -> None:
    assert parse({"languages": [tag]}).languages == (tag,)


@pytest.mark.parametrize(
    ("tag", "hint"),
    [("en-GB", "write en"), ("nb", "write no"), ("zh-CN", "write zh-hans"), ("tlh", "Known are"), ("", "Known are")],
)
def test_a_language_that_no_document_is_told_to_be_in_is_refused_with_the_list(tag: str, hint: str) -> None:
    with pytest.raises(UsageError, match=hint) as raised:
        parse({"languages": ["de", tag]})
    assert all(f" {known}," in str(raised.value) for known in ("af", "de", "zh-Hant"))
