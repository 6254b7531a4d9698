"""The small releases of tests/release."""

from __future__ import annotations

from tests.release.conftest import made, pristine  # noqa: F401 fixtures
