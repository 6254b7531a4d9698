"""Portions of a suite hold every expectation once, and great-expectations imports only what rules need."""

import importlib.util

import pytest

from audit.validate.gx_process import SparedPackages, exception_name, portions_of

TRACEBACK = 'Traceback (most recent call last):\n  File "/somewhere/x.py", line 1, in f\n    f()\n'


@pytest.mark.parametrize(
    ("information", "named"),
    [
        pytest.param({}, None, id="nothing"),
        pytest.param(
            {"raised_exception": False, "exception_traceback": None, "exception_message": None}, None, id="fine"
        ),
        pytest.param(
            {
                "raised_exception": True,
                "exception_traceback": f"{TRACEBACK}gx.exceptions.MetricResolutionError: no\nmore: x\n",
            },
            "MetricResolutionError",
            id="flat",
        ),
        pytest.param(
            {
                "MetricConfigurationID(x)": {
                    "raised_exception": True,
                    "exception_traceback": f"{TRACEBACK}KeyError: 'x'",
                }
            },
            "KeyError",
            id="one for each metric",
        ),
        pytest.param({"raised_exception": True, "exception_traceback": None}, "an exception", id="no traceback"),
    ],
)
def test_the_class_of_an_exception_is_found_in_both_shapes(information, named):
    assert exception_name(information) == named


@pytest.mark.parametrize(("rows", "portions"), [(0, 1), (1_000, 1), (1 << 19, 3), (1 << 30, 5)])
def test_portions_hold_every_expectation_once(rows, portions):
    lines = [{"kwargs": {"column": name}} for name in "ecabd"]
    made = list(portions_of(lines, rows))
    assert len(made) == portions
    assert [line["kwargs"]["column"] for part in made for line in part] == list("abcde")


def test_what_no_rule_of_ours_asks_for_is_imported_late_or_not_at_all() -> None:
    with pytest.raises(ModuleNotFoundError, match="the judge must not import pyspark"):
        SparedPackages.find_spec("pyspark")
    found = SparedPackages.find_spec("altair")
    assert found is not None
    assert isinstance(found.loader, importlib.util.LazyLoader)
    assert SparedPackages.find_spec("pandas") is None
