"""The caption of a judgment: it stays on a page of a court, and the same words are no sign elsewhere."""

from __future__ import annotations

import pytest

ENGLISH = """\
Aske v. Marl Ferry Company
T. ASKE, Plaintiff-Appellant,
v.
MARL FERRY COMPANY, Defendant-Appellee.
No. 88-114
Court of Appeals of Marl
Argued March 3, 1988
Decided June 9, 1988
S. Moe, Denby, for appellant.
LUND, Circuit Judge.
The appellant was carried past his stop and put ashore on a sandbank, and the trial court found that nothing was owed.
We think that this was error, since a carrier who takes a fare for a place must bring the passenger to that place.
Reversed."""
CHINESE = """\
林国安与马湾渡轮有限公司运输合同纠纷一审民事判决书
马湾市人民法院
民 事 判 决 书
（2023）马0001民初417号
原告：林国安，男，汉族。
被告：马湾渡轮有限公司。
原告诉称，其购票登船后被送至沙洲，等候潮水达五小时，请求赔偿靴子一双，并由被告承担诉讼费用。
被告于十日内赔偿原告三百元。
审判长 李某
审判员 王某
书记员 周某"""
FRAME = "Home\nLog in\nSearch\n{}\nDownload PDF\nCited by\nPrivacy policy\n© 2021 Marl Law Reports"
CHINESE_FRAME = "首页\n登录\n{}\n分享到：\n京ICP备00000000号\n版权所有"


def dropped(blocks: list[dict]) -> list[str]:
    return [b["text"] for b in blocks if b["boilerplate"]]


@pytest.mark.parametrize(("frame", "caption"), [(FRAME, ENGLISH), (CHINESE_FRAME, CHINESE)], ids=["en", "zh"])
def test_the_caption_of_a_judgment_stays_and_the_frame_goes(blocks, frame: str, caption: str) -> None:
    assert dropped(blocks(frame.format(caption))) == [line for line in frame.split("\n") if line != "{}"]


REPORT = """\
Ferry company loses in court
The appellant was carried past his stop and put ashore on a sandbank, and the court found that the company must pay.
The judge said that a carrier who takes a fare for a place must bring the passenger to that place or say otherwise."""


def test_the_same_words_in_a_menu_are_no_caption(blocks) -> None:
    page = FRAME.format(
        f"{REPORT}\nTopics\nCourt of Appeals of Marl\nNo. 4\nRelated stories\nDecided June 9\nReversed."
    )
    assert {"Court of Appeals of Marl", "No. 4", "Decided June 9"} <= set(dropped(blocks(page)))


def test_captions_of_other_judgments_go(blocks) -> None:
    others = "Related cases\nHolm v. Wick\n65 Marl 310\nNo. 88-117\nDecided June 12, 1988\nLund v. Aske\nNo. A-17"
    page = f"Home\nLog in\nSearch\n{ENGLISH}\n{others}\nPrivacy policy\n© 2021 Marl Law Reports"
    assert set(others.split("\n")) <= set(dropped(blocks(page)))
