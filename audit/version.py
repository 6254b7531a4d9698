"""The version of this program, written down once: pyproject.toml and every manifest say the same."""

from __future__ import annotations

from typing import Final

VERSION: Final = "0.1.0"
