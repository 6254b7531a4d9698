"""The small releases of tests/release."""

from __future__ import annotations

from tests.release.conftest import again, asked, made, other_tables, pristine, tables  # noqa: F401 fixtures
