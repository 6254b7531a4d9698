"""Portions of a suite hold every expectation once, and great-expectations imports only what rules need."""

import importlib.util
import subprocess
import sys

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


_IDS = """
import copy
import sys

from audit.validate import gx_process

sys.meta_path.insert(0, gx_process.SparedPackages())
from great_expectations.core.id_dict import IDDict
from great_expectations.expectations import ExpectColumnValuesToBeBetween as Between

said = [{}, {"a": 1}, {"a": 1, "b": None}, {"a": 1.5, "b": None}, {"b": None, "a": 1}, {"a": "1", "b": [1, "x"]}]
rules = [Between(column="a", max_value=most) for most in (1, 2, 1)]
before = [IDDict(one).to_id() for one in said], [rule.configuration.to_json_dict() for rule in rules]
gx_process._build_once()
for _ in range(2):
    assert [IDDict(one).to_id() for one in said] == before[0]
    assert [rule.configuration.to_json_dict() for rule in rules] == before[1]
    assert [rule.configuration.to_domain_obj() for rule in rules] == rules
    assert [copy.deepcopy(rule.configuration).to_domain_obj() for rule in rules] == rules
assert IDDict(said[1]).to_id(id_ignore_keys={"a"}) == ()
"""


def test_what_is_built_once_is_what_was_built_each_time() -> None:
    subprocess.run([sys.executable, "-W", "ignore", "-c", _IDS], check=True)
