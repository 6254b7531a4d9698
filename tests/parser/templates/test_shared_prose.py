"""What siblings say: nothing about prose that few share, and nothing about pages of other sites."""

from __future__ import annotations

import random
from collections.abc import Callable

import polars as pl
import pyarrow as pa
import pytest

from audit.parser import parse
from audit.parser.blocks.features import lines
from audit.parser.templates.shared_prose import template_columns
from audit.parser.templates.template_lines import Repeats, line_keys
from tests.parser.templates.in_memory import repeats_of

QUOTED = (
    "“A bell is rung for everybody or for nobody,” the council wrote in 1911, “and its rope shall hang in the street.”"
)
MENU = ("Tides", "Moorings", "Chandlers", "Write to the harbour master", "Log of the port")
FRENCH = """Le Phare de Kerlann
Accueil > Port > Bateaux
Le bac du soir reprend ses traversées
Publié le 03/04/2021 à 09h10
Par Maud Kerbrat
Après deux mois d'arrêt, le bac du soir a repris samedi ses traversées entre les deux quais.
« On se sentait loin de tout », dit Loïc, qui habite l'île depuis vingt ans.
À lire aussi
La criée change d'heure"""
THAI = """หน้าแรก ข่าว ท่าเรือ ตลาด
เรือข้ามฟากเที่ยวค่ำกลับมาแล้ว
3 เมษายน 2564 เวลา 09:10 น.
เรือข้ามฟากเที่ยวค่ำกลับมาให้บริการเมื่อวันเสาร์ หลังหยุดไปสองเดือนเพื่อซ่อมเครื่องยนต์
แชร์
ข่าวที่เกี่ยวข้อง"""
CHINESE = """晚渡网 要闻 码头 集市 天气
晚渡网 > 码头
晚班渡船重新开航
2021年04月03日09:10 来源：晚渡日报
停航两个月以后，晚班渡船星期六重新开航，码头上挤满了等船的人。
“好像又回到了从前。”船工老周说。
分享到：微信"""
PAGES = (FRENCH, THAI, CHINESE)
WORDS = (
    "well",
    "rope",
    "lamp",
    "gate",
    "oven",
    "barn",
    "sail",
    "reed",
    "moss",
    "clay",
    "wharf",
    "kiln",
    "heron",
    "cider",
)


def told(number: int, count: int) -> str:
    """Return a sentence of words that no other number has in this order."""
    chance = random.Random(number)  # noqa: S311 no secret
    return f"{' '.join(chance.choice(WORDS) for _ in range(count))}.".capitalize()


def strangers(number: int) -> list[str]:
    """Return so many pages of as many sites, which have no lines in common."""
    return [f"Post {told(n, 2)}\n{told(n + 1000, 3)}\n{told(n + 2000, 6)}\n{told(n + 3000, 24)}" for n in range(number)]


def parsed(texts: list[str], count: int) -> list[dict[str, object]]:
    """Return the documents and blocks of the first texts, as far as the others of their folder change them."""
    ids = [f"mixed/{n}.txt" for n in range(len(texts))]
    table = lines(texts)
    known = repeats_of(table, ["mixed"] * len(texts)) if count else Repeats.none()
    table = pa.table({"id": ids, "text": texts, "encoding": ["utf-8"] * len(texts), "sha256": ["0" * 64] * len(texts)})
    found = parse(table, known)
    return [*found.documents.to_pylist(), *found.blocks.to_pylist()]


def test_pages_of_other_sites_change_nothing() -> None:
    alone = parsed(list(PAGES), 0)
    among = parsed([*PAGES, *strangers(20)], 20)
    assert [row for row in among if row["id"] in {"mixed/0.txt", "mixed/1.txt", "mixed/2.txt"}] == alone


def columns(texts: list[str]) -> pl.DataFrame:
    table, sources = lines(texts), [""] * len(texts)
    found = template_columns(table, line_keys(table), sources, repeats_of(table, sources))
    return pl.concat([table.select("document", "text"), found], how="horizontal")


def own(number: int) -> str:
    return f"{told(number + 5000, 5)}\n{told(number + 6000, 30)}"


@pytest.mark.parametrize("others", [0, 6, 40])
def test_pages_of_a_site_count_each_other_among_those_of_others(others: int) -> None:
    site = ["\n".join((*MENU[:3], own(n), *MENU[3:])) for n in range(4)]
    found = columns([*site, *strangers(others)])
    menu = found.filter((pl.col("document") < 4) & pl.col("text").is_in(MENU))
    assert menu.select("repeats", "siblings").unique().rows() == [(3, 3)]
    assert not found.filter((pl.col("document") >= 4) & (pl.col("siblings") > 0) & (pl.col("repeats") > 0)).height


def test_prose_that_pages_of_many_sites_quote_is_no_template() -> None:
    quoting = [f"{text}\n{QUOTED}\n{QUOTED.upper()}\n{own(n)}" for n, text in enumerate(strangers(9))]
    found = columns([*quoting, *strangers(60)[9:]])
    assert not found.filter(pl.col("text") == QUOTED)["repeats"].sum()


SHARED = (
    "* New rope.",
    "* Team of the quay.",
    "Signed off by Ada Finch",
    "[ Ada Finch ]",
    "* Mend the bell.",
    "Lamp lit",
)


def history(number: int, top: str = "") -> str:
    """Return a change log that shares lines of its entries with others, and begins and ends with its own."""
    entries = "\n".join(f"{told(10 * number + n, 4)}\n{SHARED[n % 6]}\n{SHARED[(n + 1) % 6]}" for n in range(9))
    return f"{top}{own(number)}\n{own(number + 50)}\n{own(number + 100)}\n{own(number + 150)}\n{entries}\n" + "\n".join(
        own(number + n) for n in range(200, 600, 100)
    )


def test_lines_that_histories_share_between_their_own_are_no_template() -> None:
    found = columns([history(n) for n in range(5)])
    assert not found["repeats"].sum()


def test_below_a_shared_head_they_may_be_one() -> None:
    found = columns([history(n, "\n".join((*MENU, ""))) for n in range(5)])
    assert found.filter(pl.col("text").is_in(MENU))["repeats"].to_list() == [4] * 25


HEAD, FOOT = "Log in\nBasket\nHome\nGarden", "Delivery\nReturns\nPrivacy policy\nWrite to us"


def shop(number: int) -> str:
    return (
        f"Teak bench {told(number, 2)[:-1]}\n{24 + number}.90\nWeight\n{310 + 7 * number} g\nHeight: {40 + number} cm"
    )


def story(number: int) -> str:
    return "\n".join(told(10 * number + paragraph, 40) for paragraph in range(3))


def lots(number: int) -> str:
    return "\n".join(
        f"Lot {9 * number + n}\n{told(50 * number + n, 9)[:-1]}\nEstimate {20 + n}0-{40 + n}0\nSold for {31 + number}0"
        for n in range(5)
    )


def departures(number: int) -> str:
    return "\n".join(f"{told(70 * number + n, 2)[:-1]}\n{6 + n}:{10 + number}\n{18 + n}:{20 + n}" for n in range(5))


def weather(number: int) -> str:
    days = "".join(f"星期{day}\n{number + 9}℃/{number}℃\n东北风{number}级\n" for day in "一二三四五")
    return f"{days}空气质量：{60 + number}"


@pytest.mark.parametrize("page", [shop, lots, departures, weather])
@pytest.mark.parametrize("number", [3, 12])
def test_numbers_are_what_a_page_without_an_article_says(page: Callable[[int], str], number: int) -> None:
    texts = [f"{HEAD}\n{page(n)}\n{FOOT}" for n in range(number)]
    found = columns(texts)
    numbered = pl.col("text").str.contains(r"\d") | pl.col("text").is_in(("Weight",))
    assert not found.filter(numbered)["repeats_paired"].sum()
    menu = found.filter(pl.col("text").is_in((HEAD + "\n" + FOOT).split("\n")))
    assert menu["repeats_paired"].min() > 0


@pytest.mark.parametrize("counter", ["{} people read this", "3 March 202{}, 9:0{}", "Page {} of 12", "第{}期"])
def test_numbers_around_an_article_count_readers_and_days(counter: str) -> None:
    texts = [f"{HEAD}\n{counter.format(n, n)}\n{story(n)}\n{FOOT}" for n in range(8)]
    found = columns(texts).filter(pl.col("text") == counter.format(3, 3))
    assert found.select("repeats", "repeats_paired").row(0) == (7, 7)


@pytest.mark.parametrize("counter", ["{} comments", "{} likes", "阅读 {}", "{} min read", "共{}条评论"])
def test_counters_by_their_words_recur_on_any_page(counter: str) -> None:
    texts = [f"{HEAD}\n{counter.format(n + 2)}\n{shop(n)}\n{FOOT}" for n in range(8)]
    assert columns(texts).filter(pl.col("text") == counter.format(5))["repeats_paired"].item() == 7


def test_headlines_with_numbers_recur_whole_on_any_page() -> None:
    headlines = ("Nine boats raced 40 miles down to the weir", "渡船停航12年以后又开了，两岸的人都来看")
    texts = ["\n".join((HEAD, lots(n), *headlines, FOOT)) for n in range(8)]
    found = columns(texts).filter(pl.col("text").is_in((*headlines, "Returns")))
    assert len(set(found["repeats_paired"])) == 1
    assert found["repeats_paired"].min() > 0


def manual(number: int, opened: str, closed: str) -> str:
    """Return a manual that shares its code, and the lines around it, with others."""
    code = f"{opened}python\nimport tidebox\nbox = tidebox.open()\n{closed}"
    return "\n".join((*MENU[:3], own(number), code, own(number + 50), *MENU[3:]))


@pytest.mark.parametrize("fence", ["```", "~~~"])
def test_code_that_manuals_share_is_no_template_but_their_menu_is(fence: str) -> None:
    found = columns([manual(number, fence, fence) for number in range(4)])
    shared = found.filter((pl.col("repeats") > 0) & (pl.col("repeats_paired") > 0))
    assert shared["text"].unique(maintain_order=True).to_list() == list(MENU)


def test_a_fence_that_is_left_open_protects_nothing() -> None:
    found = columns([manual(number, "```", "") for number in range(4)])
    assert found.filter(pl.col("text") == "import tidebox")["repeats"].to_list() == [3] * 4
