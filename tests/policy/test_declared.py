"""The declaration is the only one: reader, schema, flags, keywords and the commented model all follow it."""

from __future__ import annotations

import inspect
import re
import tomllib
from dataclasses import asdict
from typing import Any, get_type_hints

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import audit
from audit import samples
from audit.cli import audit as command
from audit.contract import contracts
from audit.errors import UsageError
from audit.policy import (
    RULE_SETTINGS,
    SECTIONS,
    SETTINGS,
    CheckOverrides,
    ChoosingOverrides,
    ParseOverrides,
    Policy,
    RunOverrides,
    Setting,
    as_plain,
    overridden,
    parse,
)

SCHEMA = Draft202012Validator(contracts()["policy"])
EVERY = (*SETTINGS, *RULE_SETTINGS)
VERBS = {"run": RunOverrides, "check": CheckOverrides, "split": ChoosingOverrides, "parse": ParseOverrides}
by_name = pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)


def toml_of(setting: Setting, value: object) -> dict[str, Any]:
    return {setting.section: {setting.key: value}} if setting.section else {setting.key: value}


def refusal(found: dict[str, Any]) -> str | None:
    """Return what the reader says against these settings, if anything."""
    try:
        parse(found)
    except UsageError as error:
        return str(error)
    return None


def test_every_field_of_the_policy_is_declared() -> None:
    plain = asdict(Policy())
    assert {name for name in plain if name not in SECTIONS} == {s.key for s in SETTINGS if not s.section} | {
        "rules",
        "waiver",
    }
    for name in SECTIONS:
        assert set(plain[name]) == {s.key for s in SETTINGS if s.section == name}


@by_name
def test_a_default_is_what_its_own_check_lets_through(setting: Setting) -> None:
    if setting.default is not None:
        assert setting.check.read(setting.name, setting.default) == setting.default


def test_the_defaults_are_these() -> None:
    """Whoever changes one changes the results of everybody who has no audit.toml."""
    assert as_plain(Policy()) == {
        "select": ("ALL",), "ignore": (), "fail_on": "critical", "max_set_aside": None, "languages": (), "rules": {},
        "waiver": (), "gate": {"baseline": None},
        "input": {
            "text_column": None, "columns": {}, "extra": (), "prefer": "record",
            "max_file_bytes": 67_108_864, "max_growth": 200, "repair": False,
        },
        "parser": {"parse": True, "repeats": True},
        "duplicates": {
            "keep": "best", "sources": (), "similarity": 0.5,
            "set_aside": ("exact_raw", "exact_normalised", "near", "same_key"), "most_lost": 29,
            "fields": ("body",), "keys": (), "across": "present",
        },
        "language": {"engine": "profiles"},
        "spun": {"suspects": True},
        "release": {"exclude": (), "flag": ()},
        "limits": {
            "confidence": 0.99, "near_copies": None, "other_languages": None, "boilerplate": None,
            "dropped_prose": None, "source_set_aside": None, "drift": None, "since": None, "review_error": None,
            "review": None,
        },
        "rights": {"optout": "", "optout_sha256": ""},
        "card": {
            "licence": "", "licence_url": "", "creator": "", "contact": "", "homepage": "", "citation": "",
            "provenance": "", "conditions": (),
        },
    }  # fmt: skip


def test_keywords_and_flags_are_each_one_settings() -> None:
    assert len({s.keyword for s in EVERY}) == len({s.flag for s in EVERY}) == len(EVERY)
    assert all(s.meaning.endswith(".") and s.meaning[0].isupper() for s in EVERY)


def test_every_setting_is_a_keyword_and_the_types_agree() -> None:
    hints = get_type_hints(RunOverrides) | get_type_hints(CheckOverrides)
    assert set(hints) == {s.keyword for s in EVERY}
    kinds = {name: get_type_hints(kind) for name, (kind, _) in SECTIONS.items()} | {"": get_type_hints(Policy)}
    for setting in SETTINGS:
        wanted = str(kinds[setting.section][setting.key] | None).replace(
            "tuple[str, ...]", "collections.abc.Sequence[str]"
        )
        assert str(hints[setting.keyword]) == wanted


@pytest.mark.parametrize("verb", VERBS)
def test_every_keyword_has_its_flag_and_a_meaning(verb: str) -> None:
    flags = {p.name: p for p in command.commands[verb].params if isinstance(p, click.Option)}
    for setting in EVERY:
        assert (setting.keyword in flags) == (setting.keyword in get_type_hints(VERBS[verb]))
        if setting.keyword in flags:
            assert setting.flag in flags[setting.keyword].opts
            assert str(flags[setting.keyword].help).startswith(setting.meaning)


@pytest.mark.parametrize("verb", VERBS)
def test_a_twin_shows_its_keywords_and_refuses_others_by_name(verb: str) -> None:
    shown = inspect.signature(getattr(audit, verb)).parameters
    assert set(get_type_hints(VERBS[verb])) < set(shown)
    assert "overrides" not in shown
    with pytest.raises(UsageError, match=rf"audit.{verb} takes no text_colum; known: text_column"):
        getattr(audit, verb)("nowhere", text_colum="x")


@pytest.mark.parametrize(
    "bad",
    [
        pytest.param({"languages": ["klingon!"]}, id="no tag"),
        pytest.param({"languages": ["en-US"]}, id="a region"),
        pytest.param({"duplicates": {"similarity": 0}}, id="everything alike"),
        pytest.param({"duplicates": {"similarity": float("nan")}}, id="no number"),
        pytest.param({"input": {"text_column": ""}}, id="no name"),
        pytest.param({"input": {"max_growth": 1.5}}, id="half a count"),
        pytest.param({"rules": {"ENC001": {"sevrity": "info"}}}, id="misspelt in a rule"),
        pytest.param({"similarity": 0.5}, id="in the wrong place"),
    ],
)
def test_reader_and_schema_refuse_the_same(bad: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        parse(bad)
    if str(bad).count("nan") == 0:
        assert not SCHEMA.is_valid(bad)


WORDS = (
    "ENC", "critical", "info", "first", "longest", "all", "near", "profiles", "zh", "zh-Hant", "mul", "klingon", "",
)  # fmt: skip
VALUES = st.one_of(
    st.booleans(), st.integers(-1, 300), st.sampled_from((0.0, 0.25, 0.5, 1.0, 1.5)), st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS), max_size=3), st.none(), st.dictionaries(st.sampled_from(WORDS), st.booleans()),
)  # fmt: skip


@given(st.sampled_from(SETTINGS), VALUES)
def test_the_schema_takes_what_the_reader_takes(setting: Setting, value: object) -> None:
    found = toml_of(setting, value)
    said = refusal(found)
    assert SCHEMA.is_valid(found) == (said is None)
    assert said is None or setting.name in said


@given(st.sampled_from(SETTINGS), VALUES)
def test_a_flag_says_what_the_file_says(setting: Setting, value: object) -> None:
    found = toml_of(setting, value)
    if refusal(found) is None:
        assert overridden(Policy(), {setting.keyword: value}) == parse(found)
    else:
        with pytest.raises(UsageError, match=setting.keyword):
            overridden(Policy(), {setting.keyword: value})


@given(st.sampled_from(RULE_SETTINGS), VALUES)
def test_so_it_is_with_the_settings_of_rules(setting: Setting, value: object) -> None:
    found = {"rules": {"ENC004": {setting.key: value}}}
    assert SCHEMA.is_valid(found) == (refusal(found) is None)


COMMENTED = re.compile(r"^# (\[[\w.]+\]|\[\[\w+\]\]|\w+ = (?:\{\}|\[.*?\]|\"[^\"]*\"|[\w.]+))", re.MULTILINE)


def test_the_commented_model_names_every_setting_with_its_default() -> None:
    text = samples.policy().read_text("utf-8")
    said = tomllib.loads(text)
    SCHEMA.validate(said)
    model = tomllib.loads(COMMENTED.sub(r"\1", text))
    parse(model)
    for setting in SETTINGS:
        found = model[setting.section] if setting.section else model
        own = said.get(setting.section, {}) if setting.section else said
        if setting.key not in own and setting.default is not None:
            value = found[setting.key]
            if setting.default is None:
                # There is no word for nothing in TOML: the model shows what it could be.
                continue
            assert (tuple(value) if isinstance(value, list) else value) == setting.default, setting.name
    settings_of_rules = {key for rule in model["rules"].values() for key in rule}
    assert settings_of_rules == {s.key for s in RULE_SETTINGS}
