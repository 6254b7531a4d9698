"""A day is found once, at its place, in the order its writing tells; where none is stated, none is found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.text.dates import find
from audit.text.fold import fold


def first(line: str, *, day_first: bool | None = None) -> tuple[str, bool] | None:
    found = find(fold(line), day_first=day_first)
    if not found:
        return None
    at = found[0].at.isoformat()
    return (at.removesuffix(":00"), True) if found[0].has_time else (at[:10], False)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("2021-03-09", "2021-03-09"),
        ("2021/3/9 发布", "2021-03-09"),
        ("2021, Mar 9", "2021-03-09"),
        ("2021-Mar-9", "2021-03-09"),
        ("2021 m. kovo 9 d.", "2021-03-09"),
        ("2021. gada 9. jūnijs", "2021-06-09"),
        ("9 d’abril de 2021", "2021-04-09"),
        ("9. Jänner 2021", "2021-01-09"),
        ("09/03/2564", "2021-03-09"),
        ("2021年3月9日", "2021-03-09"),
        ("2021 年 3 月 9 日", "2021-03-09"),
        ("二〇二一年三月九日", "2021-03-09"),
        ("二○一九年十二月三十一日", "2019-12-31"),
        ("二〇二一年元月九日", "2021-01-09"),
        ("9. veebruar 2021", "2021-02-09"),
        ("2021년 3월 9일", "2021-03-09"),
        ("9.3.2021", "2021-03-09"),
        ("Tuesday, March 9, 2021", "2021-03-09"),
        ("9th March 2021", "2021-03-09"),
        ("Stand: 9. März 2021", "2021-03-09"),
        ("le 9 mars 2021", "2021-03-09"),
        ("9 de marzo de 2021", "2021-03-09"),
        ("9 марта 2021", "2021-03-09"),
        ("9 Ağustos 2021", "2021-08-09"),
        ("２０２１－０３－０９", "2021-03-09"),
        ("23/04/2021", "2021-04-23"),
        ("04/23/2021", "2021-04-23"),
        ("Ada FinchMar 9, 20212 Shares", "2021-03-09"),
        ("19 February, 2021", "2021-02-19"),
        ("Ada GiuffridaMar 9, 2021 | 6 comments", "2021-03-09"),
        ("9.3.21", "2021-03-09"),
        ("2021•03•09", "2021-03-09"),
        ("19/02/2021 Actualizado", "2021-02-19"),
        ("二〇二一年十一月二十八日", "2021-11-28"),
        ("二0二一年3月9日", "2021-03-09"),
        ("09 Gennaio 2021", "2021-01-09"),
        ("9. března 2021", "2021-03-09"),
        ("9. července 2021", "2021-07-09"),
        ("9. června 2021", "2021-06-09"),
        ("9 березня 2021 р.", "2021-03-09"),
        ("9 Μαρτίου 2021", "2021-03-09"),
        ("9. marraskuuta 2021", "2021-11-09"),
        ("9. maaliskuuta 2021", "2021-03-09"),
        ("2021. március 9., kedd", "2021-03-09"),
        ("9 de desembre de 2021", "2021-12-09"),
        ("Kamis, 9 Agustus 2021", "2021-08-09"),
        ("9.III.2021", "2021-03-09"),
        ("9 XII 2021", "2021-12-09"),
        ("2021. III. 9.", "2021-03-09"),
        ("1° marzo 2021", "2021-03-01"),
        ("9.mar.2021 às 7h", "2021-03-09"),
        ("«9» марта 2021 г.", "2021-03-09"),
        ("Tue Mar 9 07:05:22 2021", "2021-03-09"),
        ("03.14.2021", "2021-03-14"),
        ("9 Tháng Ba, 2021", "2021-03-09"),
        ("110年3月9日", "2021-03-09"),
        ("中華民國一一〇年三月九日", "2021-03-09"),
        ("民國一一○年三月九日", "2021-03-09"),
        ("大正12年9月1日", "1923-09-01"),
        ("the 9th of October, 1783", "1783-10-09"),
        ("9 آذار/مارس 2021", "2021-03-09"),
        ("9 Mar، 2021", "2021-03-09"),
        ("मार्च 9, 2021", "2021-03-09"),
        ("۱۳۹۹/۱۲/۱۹", "2021-03-09"),
        ("9 มี.ค. 64", "2021-03-09"),
        ("9 thg 3, 2021", "2021-03-09"),
        ("9 مارس 2021", "2021-03-09"),
        ("٩ آذار ٢٠٢١", "2021-03-09"),
        ("9 كانون الأول، 2021", "2021-12-09"),
        ("9 במרץ 2021", "2021-03-09"),
        ("9 मार्च 2021", "2021-03-09"),
        ("९ मार्च २०२१", "2021-03-09"),
        ("ngày 9 tháng 3 năm 2021", "2021-03-09"),
        ("9 มีนาคม 2564", "2021-03-09"),
        ("9 มี.ค. 2021", "2021-03-09"),
        ("۱۹ اسفند ۱۳۹۹", "2021-03-09"),
        ("30 اسفند 1399", "2021-03-20"),
        ("1 فروردین 1404", "2025-03-21"),
        ("中華民國110年3月9日", "2021-03-09"),
        ("民國一百零六年三月二十四日", "2017-03-24"),
        ("令和3年3月9日", "2021-03-09"),
        ("平成元年十二月三十一日", "1989-12-31"),
    ],
)
def test_a_day(line: str, at: str) -> None:
    assert first(line) == (at, False)


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("2021-03-09 07:05:01", "2021-03-09T07:05:01"),
        ("2021-03-0907:05", "2021-03-09T07:05"),
        ("2021年3月9日23:10", "2021-03-09T23:10"),
        ("Dec 3, 2021 11:11am PDT", "2021-12-03T11:11"),
        ("9/8/2021 12:15 PM PT", "2021-09-08T12:15"),
        ("Mar 9, 2021, 14:04 IST", "2021-03-09T14:04"),
        ("le 09.03.2021 à 14h04", "2021-03-09T14:04"),
        ("March 9, 2021/9:43 p.m. ET", "2021-03-09T21:43"),
        ("2021-03-09T07:05", "2021-03-09T07:05"),
        ("March 9, 2021 7:05 pm", "2021-03-09T19:05"),
        ("March 9, 2021 at 12:05 a.m.", "2021-03-09T00:05"),
        ("09.03.2021, 17:26 Uhr", "2021-03-09T17:26"),
        ("March 9, 20217:05 AM ET", "2021-03-09T07:05"),
        ("3/9/2021 7:05 PM PT", "2021-03-09T19:05"),
        ("9 במרץ 2021, 07:05", "2021-03-09T07:05"),
        ("2021-03-09 下午 14:05", "2021-03-09T14:05"),
        ("2021年3月9日(火) 10時20分", "2021-03-09T10:20"),
        ("2021. 3. 9. 오후 3:20", "2021-03-09T15:20"),
        ("3/9/2021 7:05:01 PM | 3 minute read", "2021-03-09T19:05:01"),
        ("9.3.21, 7:05 Uhr", "2021-03-09T07:05"),
        ("9.3.21 | 07:05", "2021-03-09T07:05"),
        ("09.03.21 07:05:30", "2021-03-09T07:05:30"),
        ("2021年3月9日 20時10分", "2021-03-09T20:10"),
        ("2021년 3월 9일 20시 10분", "2021-03-09T20:10"),
        ("veröffentlicht am 9.3.21 um 07:05 Uhr", "2021-03-09T07:05"),
        ("By Ada Finch • 3/9/21 7:05pm", "2021-03-09T19:05"),
    ],
)
def test_a_day_and_its_time(line: str, at: str) -> None:
    assert first(line) == (at, True)


@pytest.mark.parametrize(
    "line",
    [
        "© 2021 Harbour Press",
        "3月9日",
        "今年三月",
        "2021-02-30",
        "call 2021-555-0199",
        "version 3.14.2021a",
        "1999-2021",
        "第113年3月14日",
        "vol. III 2021",
        "ISBN 978-3-16-148410-0",
        "03/04/2021",
        "in March 2021",
        "昨天 12:30",
        "9.3.",
        "24.03.05",
        "release 9.3.21 of the driver",
        "9.3.21 | 7",
        "3/9/21 7:05",
        "1.9.3.21 at 7:05",
        "3/9/2021 7:05 PM",
        "12 pro 2021",
        "5 มี.ค. 10:45",
        "1399/12/19",
        "2021 is march 9",
        "2021 - march - 9",
        "2021. gada martā",
        "二百〇一年三月",
        "30 اسفند 1400",
        "31 شهریور 1200",
        "9 في مارس",
        "民國九年",
        "30 กุมภาพันธ์ 2564",
        "2021",
    ],
)
def test_no_day_is_stated(line: str) -> None:
    assert first(line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("09.03.20219. März 2021", "2021-03-09"),
        ("March 9, 20213 years Marl Courier", "2021-03-09"),
        ("March 9, 20211 yr in Boats", "2021-03-09"),
        ("09.03.20215 Leser", None),
        ("March 9, 20213 Marlstreet", None),
    ],
)
def test_a_day_glued_to_what_follows(line: str, day: str | None) -> None:
    found = first(line)
    assert (found and found[0]) == day


def test_one_date_is_found_once() -> None:
    assert len(find(fold("May 2, 2020 and May 3, 2023"), day_first=True)) == 2


def test_the_order_of_day_and_month_is_told_not_guessed() -> None:
    assert first("03/04/2021", day_first=True) == ("2021-04-03", False)
    assert first("03/04/2021", day_first=False) == ("2021-03-04", False)


@given(st.text(alphabet="0123456789-/.: 年月日 marchth,", max_size=120))
def test_offsets_lie_in_the_line(line: str) -> None:
    assert all(0 <= s.start < s.end <= len(line) for s in find(line))


# Genitives where dates have them. Croatian July and October look like Czech August and Polish November.
MONTHS = {
    "Hungarian": "január február március április május június július augusztus szeptember október november december",
    "Croatian": "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca",
    "Czech": "ledna února března dubna května června července srpna září října listopadu prosince",
    "Serbian": "јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
    "Macedonian": "јануари февруари март април мај јуни јули август септември октомври ноември декември",
    "Belarusian": "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
    "Albanian": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
    "Maltese": "jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru",
    "Galician": "xaneiro febreiro marzo abril maio xuño xullo agosto setembro outubro novembro decembro",
    "Uzbek": "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr",
}


@pytest.mark.parametrize("language", MONTHS)
def test_a_month_is_the_one_its_language_means(language: str) -> None:
    for number, month in enumerate(MONTHS[language].split(), 1):
        assert [day.at.date() for day in find(fold(f"5. {month} 2024"))] == [date(2024, number, 5)], month


def test_polish_november_has_no_full_stop_after_the_day() -> None:
    assert [day.at.date() for day in find(fold("5 listopada 2024"))] == [date(2024, 11, 5)]
