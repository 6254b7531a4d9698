"""The version, defined once for pyproject.toml and every manifest."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
