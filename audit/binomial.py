"""Exact binomial confidence bounds (Clopper and Pearson, Biometrika 26, 1934)."""

from __future__ import annotations

import math
from typing import Final

# The continued fraction of the incomplete beta function converges within about sqrt(max(a, b)) terms.
_TERMS: Final = 100_000
_PRECISION: Final = 1e-15
_TINY: Final = 1e-300
# Bisections of the unit interval: finer than any figure shown, coarser than differences between libm versions.
_HALVINGS: Final = 60
DECIMALS: Final = 9


def chance_of_at_least(count: float, of: float, share: float) -> float:
    """Return the probability of `count` or more failures in `of` draws that each fail with probability `share`.

    >>> round(chance_of_at_least(1, 17, 0.02), 4)
    0.2907
    """
    if count <= 0:
        return 1.0
    return 0.0 if count > of else _incomplete_beta(share, count, of - count + 1)


def most_within(share: float, of: int, confidence: float) -> int:
    """Return the largest number of failures among `of` compatible with a true share of `share` at this confidence.

    It is the largest count whose lower Clopper-Pearson bound is at most `share`.

    >>> most_within(0.02, 17, 0.99), most_within(0.02, 10_000, 0.99), most_within(0.0, 17, 0.99)
    (2, 233, 0)
    """
    low, high = 0, of
    while low < high:
        middle = (low + high + 1) // 2
        is_within = round(chance_of_at_least(middle, of, share), DECIMALS) > round(1 - confidence, DECIMALS)
        low, high = (middle, high) if is_within else (low, middle - 1)
    return low


def upper_bound(count: float, of: float, confidence: float) -> float:
    """Return the one-sided upper Clopper-Pearson bound of a share, given `count` of `of` observed.

    Both may be fractional, for effective sample sizes. Returns 1 for an empty sample.

    >>> upper_bound(0, 149, 0.95) < 0.02 < upper_bound(0, 148, 0.95)
    True
    """
    if of <= 0 or count >= of:
        return 1.0
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _incomplete_beta(middle, count + 1, of - count) > confidence else (middle, high)
    return round(high, DECIMALS)


def _incomplete_beta(at: float, a: float, b: float) -> float:
    """Return the regularized incomplete beta function I_at(a, b)."""
    if at <= 0 or at >= 1:
        return float(at >= 1)
    if at > (a + 1) / (a + b + 2):
        return 1 - _incomplete_beta(1 - at, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(at) + b * math.log1p(-at)
    return math.exp(scale) * _fraction(at, a, b) / a


def _fraction(at: float, a: float, b: float) -> float:
    """Return its continued fraction by Lentz's method (Numerical Recipes, 6.4)."""
    c, d = 1.0, 1 / _not_zero(1 - (a + b) * at / (a + 1))
    found = d
    for m in range(1, _TERMS):
        for term in (
            m * (b - m) * at / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * at / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d, c = 1 / _not_zero(1 + term * d), _not_zero(1 + term / c)
            found *= d * c
        if abs(d * c - 1) < _PRECISION:
            break
    return found


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY
