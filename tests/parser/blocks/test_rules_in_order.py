"""The table of rules: each ground is found once, before another rule asks for it, and moves scores one way."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from audit.parser.blocks.boilerplate import decide
from audit.parser.blocks.context_rules import HALF
from audit.parser.blocks.features import lines
from audit.parser.blocks.rules.grounds import BlockFact, Ground
from audit.parser.blocks.rules.in_order import RULES
from audit.parser.blocks.rules.judgement import NOTE, BlockRule, Judgement
from audit.parser.models.forest import load


def test_each_ground_is_found_by_one_rule() -> None:
    found = Counter(rule.finds for rule in RULES if rule.finds)
    assert found == Counter((*Ground, *BlockFact))


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.bounds is not NOTE], ids=lambda r: str(r.finds))
def test_a_verdict_keeps_or_drops(rule: BlockRule) -> None:
    kept, dropped = rule.bounds.most < HALF, rule.bounds.least >= HALF
    assert kept != dropped
    assert 0 <= rule.bounds.least <= rule.bounds.most <= 1


def test_a_rule_asks_only_for_what_rules_above_it_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(Judgement, "__getitem__", lambda page, finding: asked.append(finding) or page._found[finding])
    decide(lines(["Home\nAbout\nThe ferry sails at noon.\nRead more"]), load("blocks"), load("endings"))
    assert set(asked) >= set(Ground)


def test_a_rule_moves_no_block_to_which_it_does_not_apply() -> None:
    table = lines(["Home\nAbout us\n" + "The ferry sails at noon, and the pilot waits for the last of them. " * 3])
    judged = decide(table, load("blocks"), load("endings"), load("terse"))
    assert np.isfinite(judged["score"].to_numpy()).all()
    assert (judged["boilerplate"] == (judged["score"] >= HALF)).all()
