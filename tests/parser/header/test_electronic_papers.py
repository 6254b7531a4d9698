"""The names of sites beside their registration, and of papers shown page by page."""

from __future__ import annotations

import pytest

BODY = (
    "经过八个月的改造，南门老街昨日重新开街，首批六十余家商户陆续回到原来的铺面开门营业。\n"
    "记者在现场看到，石板路面已经重新铺设，沿街的电线全部埋入地下，老字号的招牌也重新挂了起来。"
)
TITLE = "老街改造完成 商户陆续回归"


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("职路网 浙ICP备00000001号", "职路网"),
        ("版权所有 浙ICP备00000001号", None),
        ("清江文化有限公司 浙ICP备00000001号", None),
        ("浙ICP备00000001号", None),
    ],
)
def test_the_source_in_a_footer(document, line: str, source: str | None) -> None:
    assert document(f"{TITLE}\n2024-07-08\n{BODY}\n联系我们\n{line}")["source"] == source


@pytest.mark.parametrize("mark", "■□●▲")
def test_a_page_of_an_electronic_paper(document, mark: str) -> None:
    head = "人民河报电子版\n2024年07月08日 星期一\n第05版:社会\n上一版 下一版"
    found = document(f"{head}\n{TITLE}\n{mark}本报记者 王安\n{BODY}")
    assert found["title"] in (TITLE, None)
    assert (found["source"], found["author"]) == ("人民河报", "王安")


def test_an_edition_that_is_no_paper_is_no_source(document) -> None:
    assert document(f"{TITLE}\n2024-07-08\n{BODY}\n说明书电子版")["source"] is None
