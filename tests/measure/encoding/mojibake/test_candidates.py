"""What a codec shows too little of has no readings: it need not be looked at."""

from __future__ import annotations

import pytest

from audit.measure.encoding.mojibake.codec_pairs import PAIRS
from audit.measure.encoding.mojibake.spelled.candidates import candidate_readings, is_legible, legible_pairs

_MENU = "首页·新闻·财经·体育·娱乐·科技·汽车·房产·教育·健康·旅游·时尚"
_HEALTHY = "我们昨天在市图书馆里看了一个下午的书，回家的时候天已经黑了"


def _readings(text: str) -> list[str]:
    span = 0, len(text)
    return [found.wrong for found in candidate_readings(text, span, legible_pairs(text, span, PAIRS))]


@pytest.mark.parametrize("text", [_HEALTHY, f"{_HEALTHY}…", f"«{_HEALTHY}»", f"{_HEALTHY} · naïve", f"{_HEALTHY}\xad"])
def test_few_signs_among_healthy_hanzi_have_no_readings_at_all(text: str) -> None:
    assert not is_legible(text, (0, len(text)))
    assert _readings(text) == []


@pytest.mark.parametrize("text", ["Ã©tÃ©", "Ðàáîòà", "鍥藉唴鏂伴椈", _MENU, f"{_HEALTHY} Ãëàâíàÿ ñòðàíèöà"])
def test_many_signs_and_hanzi_that_are_rare_are_looked_at(text: str) -> None:
    assert is_legible(text, (0, len(text)))


def test_what_has_readings_is_looked_at() -> None:
    for text in ("Ðàáîòà è æèçíü", "Minnettarlýðýnýzý gösterin", f"{_HEALTHY} Ãëàâíàÿ ñòðàíèöà"):
        assert _readings(text)
        assert is_legible(text, (0, len(text)))
