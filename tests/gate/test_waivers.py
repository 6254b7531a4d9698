"""Waivers: what they cover, on which day, and how a policy must write them."""

from __future__ import annotations

from datetime import date

import polars as pl
import pytest

from audit.errors import UsageError
from audit.gate.waivers import NONE, Waivers, expiry_day
from audit.policy import Policy, as_plain, checked, parse
from audit.rulebook import RULES
from audit.rulebook.active import active

WAIVER = {"rule": "mojibake", "document": "old/*.txt", "owner": "ole", "reason": "scans", "expires": date(2026, 3, 1)}
FOUND = pl.DataFrame(
    [
        ("ENC004", "old/a.txt", "data/old/a.txt"), ("ENC002", "old/a.txt", "data/old/a.txt"),
        ("ENC004", "new/a.txt", "data/new/a.txt"), ("ENC004", "all.jsonl#3", "data/all.jsonl#3"),
    ],
    schema=["code", "id", "document"], orient="row",
)  # fmt: skip


def covered(document: str, today: date = date(2026, 3, 1)) -> list[int]:
    waivers = parse({"waiver": [WAIVER | {"document": document}]}).waiver
    return [row for row, number in enumerate(Waivers(waivers, today).covering(FOUND)) if number != NONE]


@pytest.mark.parametrize(
    ("document", "rows"),
    [
        ("old/*.txt", [0]), ("old/a.txt", [0]), ("data/old/a.txt", [0]), ("*", [0, 2, 3]), ("all.jsonl#*", [3]),
        ("old", []), ("OLD/a.txt", []), ("[", []),
    ],
)  # fmt: skip
def test_a_waiver_covers_its_rule_in_documents_called_so(document: str, rows: list[int]) -> None:
    assert covered(document) == rows


def test_a_waiver_holds_on_its_last_day_and_not_on_the_next() -> None:
    assert covered("*", date(2026, 3, 1)) != []
    assert covered("*", date(2026, 3, 2)) == []


def test_what_became_of_waivers() -> None:
    listed = [WAIVER, WAIVER | {"document": "nowhere"}, WAIVER | {"expires": "2026-02-28"}]
    waivers = Waivers(parse({"waiver": listed}).waiver, date(2026, 3, 1))
    numbers = waivers.covering(FOUND)
    assert waivers.states(numbers, is_whole=True) == ("used", "unused", "expired")
    assert waivers.states(numbers, is_whole=False) == ("used", "used", "expired")


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        pytest.param({"waiver": WAIVER}, "list of tables", id="one table"),
        *(
            pytest.param(
                {"waiver": [{k: v for k, v in WAIVER.items() if k != name}]}, f"waiver 1 lacks {name}", id=name
            )
            for name in WAIVER
        ),
        pytest.param({"waiver": [WAIVER, WAIVER | {"until": 1}]}, "unknown key waiver 2.until", id="unknown"),
        pytest.param({"waiver": [WAIVER | {"owner": " "}]}, "waiver 1.owner takes a string", id="nobody"),
        pytest.param({"waiver": [WAIVER | {"expires": "soon"}]}, "takes a date such as 2027-01-31", id="no day"),
        pytest.param({"waivers": [WAIVER]}, "did you mean waiver", id="misspelt"),
    ],
)
def test_a_waiver_that_is_not_whole_is_refused(bad: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse(bad)


def test_a_waiver_names_a_rule_that_there_is() -> None:
    policy = parse({"waiver": [WAIVER | {"rule": "mojibak"}]})
    with pytest.raises(UsageError, match="did you mean mojibake"):
        active(RULES, policy)


def test_a_policy_with_waivers_is_validated_and_written() -> None:
    policy = parse({"waiver": [WAIVER]})
    assert checked(policy) == policy
    assert as_plain(policy)["waiver"] == (WAIVER | {"expires": "2026-03-01"},)
    assert as_plain(Policy())["waiver"] == ()


def test_the_day_is_the_given_one_or_that_of_the_source_or_todays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert expiry_day(None) == date(1970, 1, 2)
    assert expiry_day("2027-01-31") == expiry_day(date(2027, 1, 31)) == date(2027, 1, 31)
    for bad in ("tomorrow", ""):
        with pytest.raises(UsageError, match=r"today takes a date|not a number of seconds"):
            expiry_day(bad)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1e400")
    with pytest.raises(UsageError, match="not a number of seconds"):
        expiry_day(None)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert expiry_day(None).year > 2000
