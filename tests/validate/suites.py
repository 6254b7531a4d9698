"""Suites of a few expectations on the column x."""


def line(kind, code="ENC004", mostly=1.0, **kwargs):
    return {
        "type": f"expect_column_values_to_{kind}",
        "kwargs": {"column": "x", "mostly": mostly, **kwargs},
        "severity": "warning",
        "meta": {"rule": code},
    }


def suite(*lines):
    return {"name": "test", "expectations": list(lines)}
