"""A document whose halves are in two languages is in several; one that its passages contradict is in none surely."""

from audit.measure.language.identify import Identification
from audit.measure.language.passages.foreign_blocks import Foreign, settled
from tests.measure.language.measured_texts import batch

CHINESE = (
    "港务局昨天宣布,北侧闸门将在本周末关闭两天,以便工人检查水下的钢结构并更换老化的缆绳。\n\n"
    "渔民们说这一决定来得太突然,因为正值捕捞旺季,许多船只已经预订了泊位。\n\n"
)
JAPANESE = (
    "港湾局は昨日、北側の水門を今週末に二日間閉鎖すると発表した。作業員が水中の鋼構造を点検するためである。\n\n"
    "漁師たちは、この決定はあまりに突然だと話している。多くの船がすでに停泊場所を予約しているからだ。\n\n"
)
# Lines without kana.
KANJI = "会社概要\n\n代表取締役社長\n\n東京都千代田区神田三崎町\n\n平成二十年三月三十一日\n\n最新記事一覧\n\n"


def test_half_chinese_half_japanese_is_in_several_languages() -> None:
    assert batch(CHINESE * 2 + JAPANESE * 2).columns["language"].to_pylist() == ["mul"]


def test_kanji_lines_beside_japanese_are_japanese() -> None:
    assert batch(KANJI + JAPANESE, JAPANESE).columns["language"].to_pylist() == ["ja", "ja"]


def test_passages_that_contradict_the_document_leave_it_uncertain() -> None:
    passage = Foreign("et", 0, 600, 480, 90.0, content=True)
    said = settled(Identification("hr", 0.8), (passage,), 100.0)
    assert (said.tag, said.runner_up) == ("hr", "et")
    assert said.confidence < 0.5


def test_passages_in_two_other_languages_make_several() -> None:
    passages = (Foreign("et", 0, 300, 240, 40.0, content=True), Foreign("fi", 300, 600, 240, 40.0, content=True))
    assert settled(Identification("hr", 0.8), passages, 100.0).tag == "mul"
