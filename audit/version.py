"""The version of this program, written down once: pyproject.toml and every manifest say the same; and of others."""

from __future__ import annotations

from functools import cache
from typing import Final

VERSION: Final = "0.21.0"


@cache
def version_of(distribution: str) -> str | None:
    """Return the version of an installed package; None where it is not installed."""
    # Here: it takes longer to import than all that `audit --version` needs.
    from importlib import metadata

    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None
