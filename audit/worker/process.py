"""What keeps a worker small while it lives and quick when it ends."""

from __future__ import annotations

import os
import sys
from typing import NoReturn


def without_pandas() -> None:
    """Keep pyarrow from importing pandas, half a second and 50 MB a worker, to ask whether a list is a frame."""
    sys.meta_path.insert(0, _WithoutPandas)


def end() -> NoReturn:
    """End the process: Arrow's and polars' threads need no goodbye, and a worker that lingers would hold its parent."""
    os._exit(0)


class _WithoutPandas:
    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> None:
        if name == "pandas":
            raise ModuleNotFoundError("workers do without pandas", name=name)
