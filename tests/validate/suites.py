"""Suites of a few expectations on the column x, and a judge of them that is shared with no other test."""

from contextlib import contextmanager

from audit.validate.judge import Judge
from audit.validate.judge_process import JudgeProcess


@contextmanager
def own_judge():
    with JudgeProcess() as process:
        yield Judge(process)


def line(kind, code="ENC004", mostly=1.0, **kwargs):
    return {
        "type": f"expect_column_values_to_{kind}",
        "kwargs": {"column": "x", "mostly": mostly, **kwargs},
        "severity": "warning",
        "meta": {"rule": code},
    }


def suite(*lines):
    return {"name": "test", "expectations": list(lines)}
