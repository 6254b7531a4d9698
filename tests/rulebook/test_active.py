"""The policy decides which rules run and how severe they are; what it does not know is refused by name."""

import re
from dataclasses import fields

import pytest

from audit.errors import UsageError
from audit.policy import LimitSettings, Policy, ReleaseSettings, RuleSettings
from audit.rulebook import RULES
from audit.rulebook.active import active, find, matches

MOJIBAKE = find(RULES, "mojibake")


def codes(**settings: object) -> list[str]:
    return [rule.code for rule in active(RULES, Policy(**settings))]


def test_the_default_policy_judges_by_every_rule():
    assert codes() == sorted(rule.code for rule in RULES if not rule.limit)


def test_a_limit_is_judged_by_once_the_policy_sets_it_and_is_the_threshold():
    waiting = {rule.limit: rule for rule in RULES if rule.limit}
    assert set(waiting) == {f.name for f in fields(LimitSettings)} - {"confidence", "since", "review"}
    for limit, rule in waiting.items():
        found = {r.code: r for r in active(RULES, Policy(limits=LimitSettings(**{limit: 0.25})))}
        assert set(found) - set(codes()) == {rule.code}
        assert found[rule.code].expectation.kwargs == {"max_value": 0.25}


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        pytest.param({"select": ("ENC004",)}, ["ENC004"], id="code"),
        pytest.param({"select": ("mojibake", "no-article")}, ["BPL001", "ENC004"], id="names"),
        pytest.param(
            {"select": ("SPN",)}, ["SPN001", "SPN002", "SPN003", "SPN004", "SPN005", "SPN006", "SPN010"], id="family"
        ),
        pytest.param(
            {"select": ("SPN",), "ignore": ("SPN002", "homoglyph-names", "SPN010")},
            ["SPN001", "SPN004", "SPN005", "SPN006"],
            id="ignore",
        ),
        pytest.param({"select": ("SPN001", "SPN002"), "ignore": ("SPN001",)}, ["SPN002"], id="ignore wins"),
    ],
)
def test_select_and_ignore(settings, found):
    assert codes(**settings) == found


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"select": ("ENC44",)}, id="select"),
        pytest.param({"ignore": ("ENC44",)}, id="ignore"),
        pytest.param({"release": ReleaseSettings(exclude=("ENC44",))}, id="exclude"),
        pytest.param({"release": ReleaseSettings(flag=("ENC44",))}, id="flag"),
        pytest.param({"rules": {"ENC44": RuleSettings(mostly=0.5)}}, id="rules"),
    ],
)
def test_an_unknown_code_is_refused_wherever_it_stands(settings):
    with pytest.raises(UsageError, match=r"no rule is called ENC44; did you mean .*ENC0\d4"):
        codes(**settings)


def test_what_was_typed_is_shown_harmlessly():
    with pytest.raises(UsageError, match=re.escape("\\x1b[2J")):
        codes(select=("\x1b[2J",))


def test_no_rule_left_is_no_pass():
    with pytest.raises(UsageError, match="no rule is left"):
        codes(ignore=("ALL",))


def test_severity_and_mostly_of_a_rule_can_be_set_by_code_or_name():
    policy = Policy(rules={"ENC004": RuleSettings(severity="info"), "no-article": RuleSettings(mostly=0.9)})
    by_code = {rule.code: rule for rule in active(RULES, policy)}
    assert (by_code["ENC004"].severity, by_code["ENC004"].expectation.mostly) == ("info", 1.0)
    assert (by_code["BPL001"].severity, by_code["BPL001"].expectation.mostly) == ("warning", 0.9)
    assert MOJIBAKE.severity == "critical", "the registry stays as it is"


def test_one_rule_set_twice_is_refused():
    with pytest.raises(UsageError, match="are one rule"):
        codes(rules={"ENC004": RuleSettings(mostly=0.5), "mojibake": RuleSettings(mostly=0.6)})


@pytest.mark.parametrize("text", ["ENC004", "enc004", "mojibake", " Mojibake "])
def test_find(text):
    assert find(RULES, text) is MOJIBAKE


def test_find_names_the_nearest():
    with pytest.raises(UsageError, match="did you mean mojibake"):
        find(RULES, "mojibak")
    with pytest.raises(UsageError, match="audit rules lists them all"):
        find(RULES, "天气")


@pytest.mark.parametrize("word", ["ENC004", "ENC", "mojibake", "ALL"])
def test_matches(word):
    assert matches(MOJIBAKE, (word,))
    assert not matches(MOJIBAKE, ("ENC005", "LNG"))
