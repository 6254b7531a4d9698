"""An agency behind a bar after the day, and the reporter of a paper below the last sentence."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
CHINESE = (
    "镇里周二晚上开会决定，保留那座立在集市边上的砖砌水塔，至少再留十年。\n"
    "工程师此前提醒说，屋顶撑不住下一个雪季，不过街坊们凑够了更换屋梁的钱。\n"
    "工程将在庙会之后开工，其间广场照常开放，摊位也不用搬走。"
)


@pytest.mark.parametrize("agency", ["dpa", "AFP", "Reuters"])
def test_an_agency_behind_the_day_is_the_source(document, agency: str) -> None:
    found = document(f"The ferry of Marl stays for ten years\n12. März 2024, 10:00 Uhr | {agency}\n{BODY}")
    assert found["source"] == agency


def test_a_section_behind_the_day_is_no_source(document) -> None:
    found = document(f"The ferry of Marl stays for ten years\n12. März 2024, 10:00 Uhr | Reise\n{BODY}")
    assert found["source"] is None


@pytest.mark.parametrize("line", ["（清江日报全媒体记者 周小渡）", "清江晚报·江视频记者 周小渡 编辑 何一舟"])
def test_the_reporter_of_a_paper_below_the_text(document, line: str) -> None:
    assert document(f"老水塔再留十年\n2024-03-12\n{CHINESE}\n{line}")["author"] == "周小渡"


@pytest.mark.parametrize("line", ["周小渡/文", "清江社记者周小渡", "取材・文：周小渡"])
def test_a_reporter_beside_the_day(document, line: str) -> None:
    assert document(f"老水塔再留十年\n{line}\n2024-03-12\n{CHINESE}")["author"] == "周小渡"


@pytest.mark.parametrize("line", ["本报记者集体采写", "清江社记者现场报道", "何一舟/图"])
def test_a_note_beside_the_day_is_no_author(document, line: str) -> None:
    assert document(f"老水塔再留十年\n{line}\n2024-03-12\n{CHINESE}")["author"] is None


@pytest.mark.parametrize("line", ["责任编辑 李木", "记者 手记", "本报记者 综合报道"])
def test_an_editor_or_a_note_below_the_text_is_no_author(document, line: str) -> None:
    assert document(f"老水塔再留十年\n2024-03-12\n{CHINESE}\n{line}")["author"] is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Propos recueillis par Lise Carvin", "Lise Carvin"),
        ("Interview: Jon Wiebe", "Jon Wiebe"),
        ("Reviewed by Ada Finch", "Ada Finch"),
        ("Rezensiert von Jon Wiebe", "Jon Wiebe"),
        ("Автор рецензии: Анна Речкина", "Анна Речкина"),
    ],
)
def test_who_asked_or_reviewed_is_the_author_and_no_headline(document, line: str, name: str) -> None:
    found = document(f"The ferry of Marl stays for ten years\n{line}\n12 March 2024\n{BODY}")
    assert (found["title"], found["author"]) == ("The ferry of Marl stays for ten years", name)


@pytest.mark.parametrize("line", ["Interview with the ferryman", "Reviewed for the town", "Propos sur la rivière"])
def test_what_something_is_names_no_author(document, line: str) -> None:
    assert document(f"The ferry of Marl stays for ten years\n{line}\n12 March 2024\n{BODY}")["author"] is None


def test_an_institution_that_publishes_is_the_source(document) -> None:
    found = document(f"老水塔再留十年\n发布机构：青石镇人民政府\n发布日期：2024-03-12\n{CHINESE}")
    assert found["source"] == "青石镇人民政府"


@pytest.mark.parametrize(("line", "name"), [("글 한서윤, 사진 강나루", "한서윤"), ("글 쓰기", None)])
def test_who_wrote_beside_who_took_the_pictures(document, line: str, name: str | None) -> None:
    assert document(f"The ferry of Marl stays for ten years\n{line}\n2024.03.12\n{BODY}")["author"] == name


@pytest.mark.parametrize(
    ("made", "source"), [("mobile.android", None), ("web.clip", None), ("Marl Courier", "Marl Courier")]
)
def test_the_program_that_a_note_was_made_with_is_no_source(document, made: str, source: str | None) -> None:
    head = f"What the mechanic said\nCreated: 4/12/2019 7:35 PM\nUpdated: 4/13/2019 8:01 AM\nSource: {made}"
    assert document(f"{head}\n\n{ENGLISH_BODY[0]}")["source"] == source
