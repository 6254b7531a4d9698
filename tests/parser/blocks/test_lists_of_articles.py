"""A page of a list of articles leads to others: its items are no article, and state nothing of it."""

from __future__ import annotations

import pytest

TITLES = ("The ferry sails again", "A bell for the old mill", "Weavers mend the nets", "Tar for the landing")
HAN = ("渡船复航", "磨坊添了新钟", "织网人补好旧网", "码头刷了焦油")
DAYS = ("March 9, 2021", "March 4, 2021", "February 20, 2021", "January 31, 2021")
NUMBERED = ("2021-03-09", "2021-03-04", "2021-02-20", "2021-01-31")
PAGERS = (
    "« Previous 1 2 3 4 Next »",
    "Older posts",
    "上一页 1 2 3 4 下一页",
    "共 38 条 首页 上一页 下一页 尾页",
    "Weitere Artikel",
    "Entradas antiguas",
    "Page 1 of 9  Next",
    "次のページ",
)


def _listed(titles: tuple[str, ...], days: tuple[str, ...], form: str) -> str:
    return "\n".join(form.format(title=title, day=day) for title, day in zip(titles, days, strict=True))


@pytest.mark.parametrize("pager", PAGERS)
@pytest.mark.parametrize("form", ["{title}\n{day}", "{title} [{day}]", "{day}  {title}"])
@pytest.mark.parametrize(("titles", "days"), [(TITLES, DAYS), (HAN, NUMBERED)])
def test_titles_with_days_that_go_back_above_a_pager(document, pager: str, form: str, titles, days) -> None:
    found = document(f"{_listed(titles, days, form)}\n{pager}")
    assert (found["body"], found["title"], found["date"], found["author"]) == ("", None, None, None)


@pytest.mark.parametrize("pager", PAGERS)
@pytest.mark.parametrize("end", ["…", "...", " […]"])
def test_titles_with_their_first_words_above_a_pager(document, pager: str, end: str) -> None:
    said = (
        "It left the landing at noon with",
        "It was cast in the valley and hung",
        "They sat by the weir and sang of",
    )
    items = "\n".join(f"{title}\n{words}{end}\nRead more" for title, words in zip(TITLES, said, strict=False))
    assert document(f"{items}\n{pager}")["body"] == ""


BESIDE = (
    "Drop the previous option of 1.2.3",
    "Next port: legs 1, 2, 3 of the plan",
    "next retry in 1 2 3",
    "Next post",
)


@pytest.mark.parametrize("line", BESIDE)
def test_a_line_of_a_text_with_the_words_of_a_pager_is_none(document, line: str) -> None:
    found = document(f"{_listed(TITLES, DAYS, '{title} ({day})')}\n{line}")
    assert TITLES[1] in found["body"]


@pytest.mark.parametrize(
    "form",
    [
        "3.{n}.0 ({day})\n- {title}\n- {title} twice",
        "Anna, {day}\nWhat a lovely page, we came with all the family and want to come back next year!",
    ],
)
def test_releases_and_guests_above_a_pager_stay(document, form: str) -> None:
    items = "\n".join(form.format(n=n, title=t, day=d) for n, (t, d) in enumerate(zip(TITLES, DAYS, strict=True)))
    assert len(document(f"{items}\n{PAGERS[0]}")["body"]) > len(items) / 2


PROSE = "The last wooden ferry on the river went back into service on Saturday, twelve years after it was tied up."


@pytest.mark.parametrize(
    "text",
    [
        # Without a pager the list may be the text, and so may one whose days go forward, or are few.
        _listed(TITLES, DAYS, "{title}\n{day}"),
        f"{_listed(TITLES, DAYS[::-1], '{title}: {day}')}\nOlder posts",
        f"{_listed(TITLES[:2], DAYS[:2], '{title}: {day}')}\nOlder posts",
        # An article, or posts, above a pager.
        f"{PROSE}\n{_listed(TITLES, DAYS, '{title}: {day}')}\nOlder posts",
        # Verse with days, and talk that trails off.
        "\n".join(f"{t}\n{d}\nO river\nO bell\nO mill\nO weir" for t, d in zip(TITLES, DAYS, strict=True))
        + "\nOlder posts",
        "\n".join(f"{who}\nI thought that the boat would sail…" for who in ("ROWAN", "HERON", "ROWAN", "HERON"))
        + "\nNext page",
        (
            "“谁在那里？”\n“是我，我回来取一件很旧的东西……”\n“你说吧。”\n“我不知道从哪里说起才好……”\n"
            "“慢慢说。”\n“那年河水涨得很高很高……”\n“后来呢？”\n“后来就没有人再提起了……”\n下一页"
        ),
    ],
)
def test_other_texts_with_days_and_pagers_stay(document, text: str) -> None:
    lines = [line for line in text.split("\n") if line not in PAGERS]
    found = document(text)
    assert sum(line in f"{found['title']}\n{found['body']}" for line in lines) >= len(lines) / 2
