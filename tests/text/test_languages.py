"""The tags that can be asked for are the tags that can be answered."""

from __future__ import annotations

import pytest

from audit.measure.language.columns import is_expected
from audit.measure.language.models.profiles import LANGUAGES
from audit.measure.language.segments import FAMILIES
from audit.text.languages import NEAR, SISTERS, TAGS, nearest_tag, tag_of

CHINESE = {"zh", "zh-Hans", "zh-Hant", "yue", "yue-Hans", "yue-Hant"}


def test_the_tags_are_those_that_documents_are_given() -> None:
    by_script = {name for name in FAMILIES if name.islower()}
    by_words = {tag for tags in (*NEAR.values(), *SISTERS.values()) for tag in tags}
    assert set(TAGS) == {*LANGUAGES, *by_words, *by_script, *CHINESE, "und", "zxx", "mul"}


def test_every_tag_is_met_by_itself() -> None:
    assert [tag for tag in TAGS if not is_expected(tag, (tag,)) or tag_of(tag.upper()) != tag] == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("cn", "zh"), ("zh-TW", "zh-Hant"), ("en_US", "en"), ("pt-BR", "pt"), ("jp", "ja"), ("eng", "en"),
        ("Chinese", "zh"), ("zh-Hanz", "zh"), ("klingon!", None), ("zh_TW", "zh-Hant"),
        ("cmn", "zh"), ("nb", "no"), ("iw", "he"), ("in", "id"), ("pes", "fa"), ("zsm", "ms"), ("swe", "sv"),
        # Languages that are not supported, whose codes look like those of others.
        ("vls", None), ("xx", None), ("ksw", None), ("", None), ("_", None),
    ],
)  # fmt: skip
def test_what_is_none_is_told_the_nearest(written: str, meant: str | None) -> None:
    assert tag_of(written) is None
    assert nearest_tag(written) == meant
