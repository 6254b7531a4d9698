"""Settings that can have no effect are told, and no others are."""

from __future__ import annotations

import pytest

from audit.policy import parse
from audit.rulebook import RULES
from audit.rulebook.idle import idle


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({"limits": {"since": "dist/news"}}, "limits.since has no effect without limits.drift"),
        ({"limits": {"review": "sheet.csv"}}, "limits.review has no effect without limits.review_error"),
        ({"rights": {"optout_sha256": "ab"}}, "rights.optout_sha256 has no effect without rights.optout"),
        (
            {"input": {"text_column": "a", "columns": {"text": "b"}}},
            "input.text_column has no effect beside input.columns.text",
        ),
        (
            {"rules": {"many-near-copies": {"severity": "critical"}}},
            "rules.many-near-copies has no effect without limits.near_copies",
        ),
        (
            {"ignore": ["FLD"], "rules": {"FLD003": {"mostly": 0.5}}},
            "rules.FLD003 has no effect since the rule is ignored or not selected",
        ),
        (
            {"select": ["ENC"], "release": {"exclude": ["SPN"]}},
            "SPN in release.exclude has no effect since the rule is ignored or not selected",
        ),
        (
            {"release": {"exclude": ["mojibake"], "flag": ["mojibake"]}},
            "mojibake in release.exclude has no effect beside release.flag",
        ),
        (
            {"release": {"exclude": ["ENC107"]}},
            "ENC107 in release.exclude has no effect since nothing is set aside for it",
        ),
    ],
)
def test_a_setting_without_effect_is_told(found, said):
    assert idle(RULES, parse(found)) == [said]


@pytest.mark.parametrize(
    "found",
    [
        {},
        {
            "limits": {
                "since": "dist/news",
                "drift": 0.1,
                "review": "sheet.csv",
                "review_error": 0.1,
                "near_copies": 0.1,
            }
        },
        {"limits": {"near_copies": 0.1}, "rules": {"many-near-copies": {"severity": "critical"}}},
        {"rights": {"optout": "optout.csv", "optout_sha256": "ab"}},
        {
            "select": ["ENC"],
            "rules": {"mojibake": {"severity": "info"}},
            "release": {"exclude": ["ALL"], "flag": ["SPN"]},
        },
        {"ignore": ["FLD004"], "release": {"exclude": ["FLD"]}},
    ],
)
def test_what_has_an_effect_is_not(found):
    assert idle(RULES, parse(found)) == []
