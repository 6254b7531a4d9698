"""Recognised pages: lines and blocks in their order, divided words, readings of lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.reading import read, shown

ALTO = '<?xml version="1.0"?>\n<alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout>{}</Layout></alto>'
PAGE = (
    '<?xml version="1.0"?>\n<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Metadata>'
    "<Creator>x</Creator></Metadata>{}</PcGts>"
)


def words(text: str, space: str = "<SP/>") -> str:
    each = [f"<String CONTENT='{word}' HPOS='1'/>" for word in text.split()]
    return f"<TextLine>{space.join(each)}</TextLine>"


def block(*lines: str) -> str:
    return f"<TextBlock>{''.join(lines)}</TextBlock>"


def said(text: str) -> str:
    return f"<TextEquiv index='0'><Unicode>{text}</Unicode></TextEquiv>"


DIVIDED = (
    "<TextLine><String CONTENT='the'/><SP/><String CONTENT='land' SUBS_TYPE='HypPart1' SUBS_CONTENT='landing'/><HYP/>"
    "</TextLine><TextLine><String CONTENT='ing' SUBS_TYPE='HypPart2' SUBS_CONTENT='landing'/><SP/>"
    "<String CONTENT='saw'/></TextLine>"
)
HAN = "<TextLine><String CONTENT='渡'/><String CONTENT='船'/><SP/></TextLine>"
READINGS = f"<Word>{said('The')}</Word>{said('The ferry left.')}{said('Tho ferry')}"
TWO = f"<TextLine>{READINGS}</TextLine><TextLine>{said('Noon.')}</TextLine>{said('The ferry left. Noon.')}"
EACH = f"<TextLine><Word>{said('The')}</Word><Word>{said('ferry')}</Word></TextLine>"


@pytest.mark.parametrize(
    ("form", "inside", "text"),
    [
        (
            ALTO,
            block(words("The ferry left"), words("by dawn.")) + block(words("Noon.")),
            "The ferry left\nby dawn.\n\nNoon.",
        ),
        (ALTO, block(words("The ferry left", space="")), "The ferry left"),
        (ALTO, block(HAN), "渡船"),
        (ALTO, block(DIVIDED), "the landing\nsaw"),
        (PAGE, f"<TextRegion>{TWO}</TextRegion>", "The ferry left.\nNoon."),
        (PAGE, f"<TextRegion>{said('The ferry left.')}</TextRegion>", "The ferry left."),
        (PAGE, f"<TextRegion>{EACH}</TextRegion>", "The ferry"),
    ],
    ids=["blocks", "no spaces", "Han", "divided", "readings", "region", "words"],
)
def test_a_recognised_page_is_read_line_by_line(tmp_path: Path, form: str, inside: str, text: str) -> None:
    made = form.format(f"<Page>{inside}</Page>")
    assert shown(read(tmp_path, "0001.xml", made.encode())) == [("0001.xml", text)]


def test_pages_without_a_line_have_no_text(tmp_path: Path) -> None:
    assert shown(read(tmp_path, "0001.xml", ALTO.format("<Page/>").encode())) == [("0001.xml", "no-text")]
