"""What the values of a record state: the field that one stands for, a day that is sure, or nothing."""

from __future__ import annotations

import pytest

from audit.read.stated import Stated, stated


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("author", [{"given": "Ada", "family": "Roe"}, {"firstName": "Bo", "lastName": "Doe"}], "Ada Roe, Bo Doe"),
        ("author", {"family": "Roe"}, None),
        ("author", '"Roe, Ada" <ada@bay.example>', "Roe, Ada"),
        ("author", ["Ada <a@bay.example>", {"emailAddress": {"name": "Bo", "address": "b@bay.example"}}], "Ada, Bo"),
        ("author", "ada@bay.example", "ada@bay.example"),
        ("author", "Ada Roe <ada@bay.example> / <roe@bay.example>,", "Ada Roe"),
        ("author", "Ada Roe <ada@bay.example> on 2001/04/22.", "Ada Roe"),
        ("author", "Bo Doe, 2 May 2014", "Bo Doe"),
        ("author", "Originally written by Bo Doe (3 May 2014)", "Bo Doe"),
        ("author", "2013 by Bo Doe", "Bo Doe"),
        ("author", "Side by Side Press", "Side by Side Press"),
        ("author", "By-Line Ltd.", "By-Line Ltd."),
        ("author", "Ada Roe Jr.; Bo Doe", "Ada Roe Jr.; Bo Doe"),
        ("author", "Class of 2014", "Class of 2014"),
        ("author", "Unknown", None),
        ("author", "佚名", None),
        ("author", "[deleted]", None),
        ("author", "用户已注销", None),
        ("author", "deleted_scenes", "deleted_scenes"),
        ("title", "Unknown", "Unknown"),
        ("url", {"@id": "https://bay.example/1"}, "https://bay.example/1"),
        ("source", "iPhone客户端", None),
        ("source", "Twitter for Android", None),
        ("source", '<a href="https://app.example">Bay App</a>', None),
        ("source", "Android Gazette", "Android Gazette"),
        ("source", "Bay Post客户端", "Bay Post客户端"),
        ("source", "Twitterings", "Twitterings"),
        ("source", "a.txt", None),
        ("source", "C:\\texts\\notes.md", None),
        ("source", "s3://bucket/part-0001.jsonl", None),
        ("source", "point.md", "point.md"),
        ("source", "AP/Bay Post", "AP/Bay Post"),
    ],
)
def test_a_value_is_the_field_it_stands_for_or_nothing(field: str, value: object, said: str | None) -> None:
    assert getattr(stated({field: value}), field) == said


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2023-03-18T07:30:00Z", "2023-03-18 07:30:00"),
        ("Sat, 18 Mar 2023 07:30:00 +0100", "2023-03-18 07:30:00"),
        ("2023年3月18日", "2023-03-18 00:00:00"),
        ("20230318", "2023-03-18 00:00:00"),
        ("20230318073000", "2023-03-18 07:30:00"),
        (1679124600, "2023-03-18 07:30:00"),
        ({"$date": {"$numberLong": "1679124600000"}}, "2023-03-18 07:30:00"),
        ("1679124600000", "2023-03-18 07:30:00"),
        ({"$date": "2023-03-18"}, "2023-03-18 00:00:00"),
        ({"date-parts": [[2023, 3, 18]]}, "2023-03-18 00:00:00"),
        ({"date-parts": [["2023", "3"]]}, "None"),
        ({"date-parts": [[2023, 3, 18], [2023, 3, 20]]}, "None"),
        ({"date-parts": [[2023, 13, 18]]}, "None"),
        ("03/04/2023", "None"),  # the third of April, or the fourth of March
        ("from 2023-03-18 to 2023-03-20", "None"),
        ("20231345", "None"),
        (2023, "None"),
        ("yesterday", "None"),
        (True, "None"),
        (float("nan"), "None"),
        ("9" * 1_000, "None"),
        (1e300, "None"),
    ],
)  # fmt: skip
def test_a_date_is_read_or_not_guessed(value: object, day: str) -> None:
    assert str(stated({"date": value}).published) == day


@pytest.mark.parametrize("nothing", ["", " ", "null", "N/A", "-", None, [], {}, True, "x" * 3_000])
def test_what_says_nothing_is_nothing(nothing: object) -> None:
    assert stated(dict.fromkeys(("title", "source", "author", "url", "id"), nothing)) == Stated()


def test_an_address_is_no_publisher() -> None:
    found = stated({"source": "https://bay.example/1"})
    assert (found.source, found.url) == (None, "https://bay.example/1")


@pytest.mark.parametrize("crawl", ["mC4", "c4", "OSCAR-2301", "common-crawl", "CommonCrawl", "CC-MAIN-2020-05"])
def test_a_crawl_is_no_publisher(crawl: str) -> None:
    assert stated({"source": crawl}) == Stated(unread=("source",))


@pytest.mark.parametrize("publisher", ["C4 Magazine", "Oscar Wilde Society", "Channel 4", "Common Ground", "CC"])
def test_a_publisher_may_be_named_like_a_crawl(publisher: str) -> None:
    assert stated({"source": publisher}) == Stated(source=publisher)
