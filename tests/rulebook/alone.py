"""A rule judged alone."""

import numpy as np

from audit.rule import Rule
from audit.rulebook.failing import Measures, failing_rows


def failing(rule: Rule, measures: Measures) -> np.ndarray:
    return failing_rows([rule], measures)[rule.code]
