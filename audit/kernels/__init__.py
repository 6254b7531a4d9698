"""The hot loops, compiled by numba once and kept on disk.

A run compiles them, or sees that they are compiled, in the parent before its workers start: `load`.
"""

from audit.kernels.ahead import load

__all__ = ["load"]
