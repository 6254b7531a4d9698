"""Mixing of hashes in kernels: each input bit affects every output bit."""

from __future__ import annotations

from typing import Any, Final

import numpy as np

from audit.kernels.compiler import part

# 2^64 over the golden ratio: the multiplier of multiplicative hashing, whose upper bits are mixed best (Knuth, The Art
# of Computer Programming 3, 6.4), and SplitMix64's increment.
GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
# SplitMix64's finaliser (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
K1, K2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_S27, _S30, _S31 = np.uint64(27), np.uint64(30), np.uint64(31)


@part
def mixed(number: Any) -> Any:
    """Return a uint64 mixed by a bijection."""
    number = (number ^ (number >> _S30)) * K1
    number = (number ^ (number >> _S27)) * K2
    return number ^ (number >> _S31)
