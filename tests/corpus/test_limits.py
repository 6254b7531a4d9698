"""The metrics that a policy's limits ask for."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pytest

from audit.corpus.limits import check_measurable, required_metrics
from audit.errors import UsageError
from audit.policy import parse
from audit.tables import LEDGER


def found(limits: dict[str, Any], aside: dict[str, tuple[int, int]]) -> dict[str, float | None]:
    """Return the metrics of a corpus whose sources have so many inputs, of which so many are set aside."""
    rows = [
        {"id": f"{source}/{n}.txt", "state": "excluded" if n < lost else "published", "sha256": f"{n:064}"}
        for source, (inputs, lost) in aside.items()
        for n in range(inputs)
    ]
    schema = pa.schema([LEDGER.arrow.field(name) for name in ("id", "state", "sha256")])
    ledger = pa.Table.from_pylist(rows, schema)
    return required_metrics(parse({"limits": limits}), lambda: pytest.fail("not asked for"), [ledger], lambda: None)


def test_no_limit_asks_for_nothing() -> None:
    assert found({}, {"a": (5, 5)}) == {}


@pytest.mark.parametrize(
    ("aside", "worst"),
    [
        pytest.param({"a": (10, 1), "b": (5, 2)}, 0.4, id="worst"),
        pytest.param({"a": (10, 1), "b": (4, 4)}, 0.1, id="few-inputs"),
        pytest.param({"b": (4, 4)}, None, id="none-large-enough"),
        pytest.param({}, None, id="no-inputs"),
    ],
)
def test_the_worst_source_is_that_of_those_with_enough_inputs(
    aside: dict[str, tuple[int, int]], worst: float | None
) -> None:
    assert found({"source_set_aside": 0.5}, aside) == {"source_set_aside_share": pytest.approx(worst)}


def test_a_limit_asks_for_its_own_metric_only() -> None:
    assert found({"review_error": 0.1}, {"a": (5, 5)}) == {"review_error": 1.0}


def test_a_limit_that_cannot_be_measured_is_refused() -> None:
    drift = parse({"limits": {"drift": 0.1}})
    check_measurable(drift, follows=True)
    check_measurable(parse({"limits": {"drift": 0.1, "since": "dist/news/1.0.0"}}), follows=False)
    with pytest.raises(UsageError, match="needs a reference release"):
        check_measurable(drift, follows=False)
    check_measurable(parse({"languages": ["en"], "limits": {"other_languages": 0.1}}), follows=False)
    with pytest.raises(UsageError, match="needs languages"):
        check_measurable(parse({"limits": {"other_languages": 0.1}}), follows=False)
