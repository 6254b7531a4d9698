"""The hot loops, compiled ahead of time and cached on disk.

`load` makes sure that they are compiled, in the parent before its workers start.
"""

from audit.kernels.preload import load

__all__ = ["load"]
