"""Flags, then the file, then the defaults; whatever the door, a value is checked before anything is done."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import audit
from audit.errors import UsageError
from audit.policy import CardSettings, DuplicateSettings, InputSettings, Policy, RuleSettings, checked, parse
from audit.verbs.call.settings import licensed, resolve_settings, with_unused

FULL = {
    "select": ["ENC", "LNG"],
    "languages": ["zh", "en"],
    "input": {"text_column": "body", "max_file_bytes": 1000, "max_growth": 10},
    "duplicates": {"keep": "longest", "similarity": 0.8},
    "rules": {"FLD003": {"mostly": 0.9, "severity": "warning"}, "mojibake": {"severity": "info"}},
}


def test_flags_go_before_the_file_and_are_named() -> None:
    policy, said = resolve_settings(
        parse(FULL), {"fail_on": "info", "languages": ("ja",), "keep": None, "text_column": "t", "select": ()}
    )
    assert (policy.fail_on, policy.languages, policy.duplicates.keep) == ("info", ("ja",), "longest")
    assert policy.input == InputSettings(text_column="t", max_file_bytes=1000, max_growth=10)
    assert policy.select == ("ENC", "LNG")
    assert said.endswith("; set by the call: fail_on, languages, text_column")


def test_a_licence_is_that_of_the_policy_else_that_of_the_card_beside_the_data(tmp_path: Path) -> None:
    assert not licensed(Policy(), tmp_path).card.licence
    (tmp_path / "README.md").write_text("---\nlicense: cc0-1.0\n---\n", "utf-8")
    assert licensed(Policy(), tmp_path).card.licence == "cc0-1.0"
    assert licensed(Policy(card=CardSettings(licence="mit")), tmp_path).card.licence == "mit"


def test_an_unknown_flag_of_a_twin_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no setting colour"):
        resolve_settings(Policy(), {"colour": "red"})


def test_every_section_has_flags() -> None:
    given = {
        "similarity": 0.7,
        "repeats": False,
        "language_engine": "langdetect",
        "suspects": False,
        "flag": ["ENC004"],
    }
    policy, _ = resolve_settings(parse(FULL), given)
    assert policy.duplicates == DuplicateSettings(keep="longest", similarity=0.7)
    assert not policy.parser.repeats
    assert policy.language.engine == "langdetect"
    assert not policy.spun.suspects
    assert policy.release.flag == ("ENC004",)


def test_flags_of_a_rule_join_what_the_file_says_of_it() -> None:
    given = {"severity": {"ENC004": "warning", "missing-date": "info"}, "mostly": {"FLD001": 0.5}}
    policy, said = resolve_settings(parse(FULL), given)
    assert policy.rules == {
        "FLD003": RuleSettings(severity="info", mostly=0.9),
        "ENC004": RuleSettings(severity="warning"),
        "FLD001": RuleSettings(mostly=0.5),
    }
    assert said.endswith("; set by the call: mostly, severity")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        pytest.param({"languages": "zh"}, "languages takes a list of strings", id="text for a list"),
        pytest.param({"languages": ["klingon!"]}, "languages takes tags of supported languages", id="no language"),
        pytest.param({"similarity": 0}, "similarity takes a number above 0 to 1, not 0", id="all alike"),
        pytest.param({"suspects": "no"}, "suspects is true or false", id="no switch"),
        pytest.param({"exclude": ["ENC4"]}, "no rule is called ENC4; did you mean ENC", id="unknown rule"),
        pytest.param({"severity": {"ENC4": "info"}}, "no rule is called ENC4", id="severity of an unknown rule"),
        pytest.param({"severity": {"ENC004": "loud"}}, "severity of ENC004 is one of critical", id="no severity"),
        pytest.param({"severity": "info"}, "severity is a table", id="text for a mapping"),
        pytest.param({"mostly": {"ENC004": 2}}, "mostly of ENC004 takes a number from 0 to 1", id="no share"),
    ],
)
def test_flags_are_checked_as_the_file_is(given: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        resolve_settings(Policy(), given)


def test_a_policy_made_in_python_is_checked_too() -> None:
    whole = parse(FULL)
    assert checked(whole) == resolve_settings(whole, {})[0] == whole
    with pytest.raises(UsageError, match="similarity takes a number above 0"):
        resolve_settings(Policy(duplicates=DuplicateSettings(similarity=0)), {})


@pytest.mark.parametrize("workers", [0, -1, True, 1.5, "2"])
def test_workers_are_counted(workers: Any) -> None:
    with pytest.raises(UsageError, match="workers takes a whole number above 0"):
        resolve_settings(Policy(), {}, workers)


def test_the_verbs_refuse_before_they_read(tmp_path: Path) -> None:
    """There is nothing at `nowhere`, and nobody looks: the settings come first."""
    for wrong, said in (
        ({"languages": ["klingon!"]}, "languages takes tags"),
        ({"similarity": 0}, "similarity takes a number above 0"),
        ({"bump": "nonsense"}, "bump takes auto, .* not 'nonsense'"),
    ):
        with pytest.raises(UsageError, match=said):
            audit.run("nowhere", name="town", dist=tmp_path / "dist", **wrong)  # type: ignore[arg-type]
    with pytest.raises(UsageError, match=r"audit.check takes no repair; known: "):
        audit.check("nowhere", repair=True)  # type: ignore[call-arg]
    with pytest.raises(UsageError, match=r"audit.parse takes no languages; known: "):
        audit.parse("nowhere", out=tmp_path / "out", languages=["zh"])  # type: ignore[call-arg]
    assert not list(tmp_path.iterdir())


def test_an_audit_toml_of_the_input_that_does_not_judge_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data, said = Path("data"), "the default policy"
    data.mkdir()
    assert with_unused(said, None, data) == said
    (data / "audit.toml").write_text("", "utf-8")
    unused = f"{data / 'audit.toml'} is not used: name it with --config"
    assert with_unused(said, None, data) == f"{said}; {unused}"
    for number, word in enumerate(("ferry", "walnut", "bridge", "school", "letter", "tram")):
        (data / f"{number}.txt").write_text(f"The {word} is back.", "utf-8")
    assert unused in audit.parse(data, out="parsed").outcome.policy
    assert unused in audit.sample(data, out="review").outcome.policy
    assert unused in audit.split(data, out="parts", parts={"a": 0.5, "b": 0.5}).outcome.policy
    # Silent where the settings were chosen, where the file is what judges, and where the input is a file.
    assert with_unused(said, "other.toml", data) == said
    assert with_unused(said, None, data / "audit.toml") == said
    monkeypatch.chdir(data)
    assert with_unused(said, None, Path()) == said


@pytest.mark.parametrize(
    "written", ['ignore = ["ENC4"]', '[rules.ENC4]\nseverity = "info"', '[release]\nflag = ["ENC4"]']
)
def test_an_unknown_rule_is_refused_with_the_file_that_names_it(tmp_path: Path, written: str) -> None:
    (tmp_path / "mine.toml").write_text(written, "utf-8")
    with pytest.raises(UsageError, match=r"^in .*mine\.toml: no rule is called ENC4; did you mean ENC"):
        resolve_settings(tmp_path / "mine.toml", {})
