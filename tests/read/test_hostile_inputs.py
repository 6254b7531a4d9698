"""A folder of hostile inputs, and not one lost."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from audit.ledger import QUARANTINE
from audit.policy import InputSettings
from audit.read.inputs import Input, Refused, read_inputs
from audit.read.walk import id_of, walk
from tests.hostile import make_hostile


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The cases, and what came of each path: (path as bytes) -> outcomes, in order."""
    folder = tmp_path_factory.mktemp("hostile")
    cases = make_hostile(folder)
    found = [(entry, list(read_inputs(folder, entry, InputSettings()))) for entry in walk(folder)]
    return cases, found


def test_there_are_at_least_280(hostile):
    cases, _ = hostile
    assert len({case.path for case in cases}) == len(cases) >= 280


def test_every_input_is_found_once_and_no_other(hostile):
    cases, found = hostile
    assert Counter(entry.path for entry, _ in found) == Counter(case.path for case in cases)


def test_every_input_has_an_outcome_and_every_outcome_an_id_of_its_own(hostile):
    _, found = hostile
    assert all(outcomes for _, outcomes in found)
    ids = Counter(outcome.id for _, outcomes in found for outcome in outcomes)
    assert [id for id, count in ids.items() if count > 1] == []


def test_every_input_ends_as_it_must(hostile):
    cases, found = hostile
    outcomes = {entry.path: outcomes for entry, outcomes in found}
    wrong = [(case, _ended(outcomes[case.path], id_of(case.path))) for case in cases if not _is_right(case, outcomes)]
    assert wrong == []


def _is_right(case, outcomes) -> bool:
    ended, codes = _ended(outcomes[case.path], id_of(case.path))
    return case.expected in (ended, "any") and (
        case.code in codes if case.code else case.expected != "document" or not codes
    )


def _ended(outcomes, id):
    read = [outcome for outcome in outcomes if isinstance(outcome, Input)]
    codes = {outcome.code for outcome in outcomes if isinstance(outcome, Refused)}
    if not read:
        return "quarantined", codes
    return ("document" if [outcome.id for outcome in outcomes] == [id] else "records"), codes


def test_refusals_are_told_in_printable_sentences(hostile):
    _, found = hostile
    refusals = [outcome for _, outcomes in found for outcome in outcomes if isinstance(outcome, Refused)]
    assert {refusal.code for refusal in refusals} <= QUARANTINE.keys()
    assert [refusal for refusal in refusals if not refusal.detail.isprintable()] == []
    assert [refusal for refusal in refusals if not refusal.detail.endswith(QUARANTINE[refusal.code])] == []


def test_nothing_that_arrow_cannot_hold_comes_through(hostile):
    _, found = hostile
    strings = defaultdict(list)
    for _, outcomes in found:
        for outcome in outcomes:
            strings[outcome.id] += [outcome.id, outcome.path, getattr(outcome, "text", None) or ""]
    for texts in strings.values():
        for text in texts:
            text.encode("utf-8")


def test_the_same_folder_gives_the_same_again(tmp_path, hostile):
    _, found = hostile
    make_hostile(tmp_path)
    again = [outcome for entry in walk(tmp_path) for outcome in read_inputs(tmp_path, entry, InputSettings())]
    assert again == [outcome for _, outcomes in found for outcome in outcomes]
