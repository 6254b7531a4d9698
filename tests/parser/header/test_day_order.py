"""Which number of a day is the month, by the zone beside it; and days whose order or meaning stays open."""

from __future__ import annotations

from datetime import date

import pytest

from audit.text.dates import find
from tests.parser.pages import ENGLISH_BODY

BODY = "\n".join(ENGLISH_BODY)
TITLE = "Wooden ferry sails again on the Marl"
ZH = (
    "岗位职责：负责渡口的日常调度与票务，与船工和工程师协作，按时完成每天六趟的往返运输。\n"
    "任职要求：三年以上相关经验，熟悉水位测量，有良好的沟通能力，能适应清晨和节假日的轮班。"
)


@pytest.mark.parametrize("hour", ["09:12", "9:12 am", "09:12:30", "9:12am"])
@pytest.mark.parametrize("end", ["{}", "({})", "{} | Rivers", "{} by Ada Finch"])
def test_a_zone_tells_the_order(hour: str, end: str) -> None:
    for zones, day in (
        ("gmt bst cet cest ist aest nzdt sast gmt+7", "2021-05-04"),
        ("et pt est edt pdt", "2021-04-05"),
    ):
        for zone in zones.split():
            found = find(f"published 04/05/2021 {hour} {end.format(zone)}".casefold())
            assert [s.at.date().isoformat() for s in found] == [day], zone


@pytest.mark.parametrize("after", ["", " utc", " cst", " gmt-5", " west gate", " eat here", " pt judith", " mt olive"])
def test_no_zone_leaves_the_order_open(after: str) -> None:
    assert find(f"published 04/05/2021 09:12{after}") == []


@pytest.mark.parametrize(
    "line", ["03/04/2022", "Date: 03/04/2022", "Posted on 03/04/2022", "Monday, 03/04/2022", "03-04-2022 09:12"]
)
def test_a_day_of_unknown_order_is_no_line_of_the_text(document, line: str) -> None:
    found = document(f"{TITLE}\n{line}\n{BODY}")
    assert (found["title"], found["date"]) == (TITLE, None)
    assert line not in found["body"]


@pytest.mark.parametrize("line", ["Born: 03/04/1950", "Ratio 03/04", "Room 03/04/2022 B"])
def test_other_numbers_below_the_headline_stay(document, line: str) -> None:
    assert line in document(f"{TITLE}\n{line}\n{BODY}")["body"]


@pytest.mark.parametrize(
    ("entries", "day"),
    [
        ("薪资：5-7K\n工作地点：清江市\n更新时间：2021-03-09", None),
        ("最近更新：2021-03-09\n版本：3.2.1\n大小：45.2MB", None),
        ("最終更新: 2021-03-09\nサイズ: 32MB", None),
        ("최근 수정 시각: 2021-03-09 11:20:10\n편집\n토론", None),
        ("Standort: Marl\nZuletzt aktualisiert: 09.03.2021", None),
        ("更新时间：2021-03-09", date(2021, 3, 9)),
        ("来源：清江晚报\n更新时间：2021-03-09 07:05", date(2021, 3, 9)),
        ("薪资：5-7K\n发布时间：2021-03-09", date(2021, 3, 9)),
        ("提问时间：2021-03-09", date(2021, 3, 9)),
        ("发帖时间：2021-03-09 11:02", date(2021, 3, 9)),
    ],
)
def test_a_change_among_entries_is_no_publication(document, entries: str, day: date | None) -> None:
    found = document(f"渡口调度员招聘启事\n{entries}\n{ZH}")["date"]
    assert found == day
