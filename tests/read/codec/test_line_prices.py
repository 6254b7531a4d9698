"""What lines cost at most in a code page is never less than what they cost in its best language."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.read.codec.statistical.codepages import Sample, page_nats
from audit.read.codec.statistical.legacy import misread
from audit.read.codec.statistical.line_prices import most_prices

ROUNDED = 1e-9
LINES = ("Лодка стоит у причала, а канат сушится на солнце.", "Паром ушёл в семь, и mail остался здесь.", "Σήμερα")


@settings(max_examples=25)
@given(
    st.lists(st.binary(min_size=1, max_size=40) | st.sampled_from(LINES).map(lambda t: t.encode("cp1251", "ignore")))
)
def test_a_price_at_most_is_an_upper_bound(lines: list[bytes]) -> None:
    lines = [line.replace(b"\n", b" ") for line in lines if not line.isascii()]
    for line, most in zip(lines, most_prices(lines, "cp1251").tolist(), strict=True):
        seen = Sample.of(line)
        assert most >= seen.price(page_nats(seen, {"cp1251"})["cp1251"], few=0) - ROUNDED


@pytest.mark.parametrize(("codec", "is_misread"), [("cp1251", False), ("koi8-r", True)])
def test_lines_of_another_code_page_are_misread(codec: str, is_misread: bool) -> None:
    assert list(misread([line.encode(codec) for line in LINES[:2]], "cp1251")) == [is_misread] * 2
