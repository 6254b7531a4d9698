"""The digest names the model: the same for the same files, and it stands in every report."""

from __future__ import annotations

import re

from audit.report.build import head
from audit.text.tables import tables_digest


def test_the_digest_stands_in_the_head_of_a_report():
    assert head("check")["tool"]["tables"] == tables_digest()


def test_the_digest_is_a_sha256():
    assert re.fullmatch("[0-9a-f]{64}", tables_digest())
