"""How many lines of advertising planted between the paragraphs of articles are found, and how many others are blamed.

    python tests/benchmarks/injected_lines.py PAGES

PAGES holds raw/NAME.txt, what a scraper left of a page, and gold/NAME.txt, the article as a person would cut it out.
Into each page two lines of the language of its article, as search engines are baited with, are put between two of its
paragraphs; `audit check` is run as a user would. Prints for pages in Han script and for others the share of planted
lines that a finding of the family SPN covers or a block marks as advertising, the share that is left in no body, and
the share of the article's own lines that is found or marked as well. Lines and places are the same on every run.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import polars as pl

HAN = (
    "深圳二手办公家具回收", "怎么把照片压缩到200k", "儿童学英语哪个软件好", "上海到三亚特价机票", "无抵押小额信用贷款",
    "装修一套房子大概要花多少", "不锈钢水箱生产厂家", "成人高考报名入口官网", "手机号码归属地查询", "激光祛斑的价格",
    "微信群发软件免费版", "瑜伽教练培训班学费", "电脑蓝屏怎么解决", "越南新娘一般多少彩礼", "苹果手机维修点",
    "高清电视剧全集播放", "去澳洲打工需要什么条件", "代开发票联系方式", "冷库安装报价", "婚纱摄影前十名",
    "传奇私服发布网站", "考驾照科目二技巧视频", "宠物狗领养平台", "月子中心收费标准", "钢材今日行情走势",
    "北京开锁服务电话", "初中物理公式大全", "减肥药排行榜第一名", "塑料颗粒批发市场", "网上兼职日结工资",
    "笔记本电脑什么牌子好", "斗地主赢话费游戏", "老房翻新施工队", "注册香港公司流程", "叉车证在哪里考",
    "免费算命生辰八字", "工程造价咨询资质", "奶茶店开店成本", "新款汽车脚垫定制", "法律咨询在线律师",
)  # fmt: skip
OTHER = (
    "cheap car insurance quotes online", "best mattress for side sleepers", "how to unlock iphone without passcode",
    "payday advance same day approval", "wholesale phone cases supplier", "natural remedies for toenail fungus",
    "luxury villas for rent in Bali", "play free slot machines no deposit", "electric scooter repair near me",
    "buy instagram followers instantly", "used forklifts for sale", "convert pdf to word free",
    "keto diet pills reviews",
    "hair transplant Turkey cost", "work from home data entry jobs", "roof replacement estimate calculator",
    "designer handbags outlet clearance", "learn guitar in 30 days course", "full movie streaming HD subtitles",
    "crypto trading bot guaranteed profit", "emergency plumber open now", "discount garden furniture sets",
    "weight loss gummies official store", "stainless steel pipe manufacturer", "dog training collars amazon",
    "student essay help service", "cash for junk cars", "tax debt relief company", "teeth whitening kit coupon",
    "android emulator for low end pc", "free dating sites for seniors", "solar panels installation price",
    "horoscope reading by date of birth", "top rated air fryers", "vintage wedding dresses plus size",
    "kids birthday party venues", "gaming laptop black friday deal", "passport photo maker app",
    "cnc machining parts factory", "second hand office chairs",
)  # fmt: skip
A_PAGE = 2
SHORTEST = 40
"""Letters of a paragraph next to which a line is put; Han characters count double."""


@dataclass(frozen=True)
class Planted:
    """A page with planted lines: where they stand in it, and where the article's own lines do."""

    text: str
    planted: tuple[tuple[int, int], ...]
    own: tuple[tuple[int, int], ...]
    is_han: bool


def number(seed: str, below: int) -> int:
    """Return a number below `below` that is the same on every run."""
    return int(hashlib.sha256(seed.encode()).hexdigest(), 16) % below


def is_han(text: str) -> bool:
    """Return whether a fifth of a text is Han characters."""
    return 5 * sum("\u4e00" <= c <= "\u9fff" for c in text) > len(text)


def plant(name: str, raw: str, gold: str) -> Planted | None:
    """Return the page with lines planted between neighbouring paragraphs of its article, if it has any."""
    lines, wanted = raw.splitlines(), {line.strip() for line in gold.splitlines() if line.strip()}
    own = {i for i, line in enumerate(lines) if line.strip() in wanted}
    inked = [i for i, line in enumerate(lines) if line.strip()]
    long = {i for i in own if len(lines[i]) * (2 if is_han(lines[i]) else 1) >= SHORTEST}
    places = [a for a, b in pairwise(inked) if a in long and b in long]
    if not places:
        return None
    han = is_han(gold)
    chosen = {places[number(f"{name} {n}", len(places))]: n for n in range(A_PAGE)}
    ads = {a: (HAN if han else OTHER)[number(f"{name} {n} ad", 40)] for a, n in chosen.items()}
    return laid_out(lines, own, ads, han=han)


def laid_out(lines: list[str], own: set[int], ads: dict[int, str], *, han: bool) -> Planted:
    """Return the page with the advertisements below the lines that they are given for."""
    parts, at, planted, kept = [], 0, [], []
    for i, line in enumerate(lines):
        kept += [(at, at + len(line))] if i in own else []
        added = f"\n{ads[i]}\n" if i in ads else ""
        planted += [(at + len(line) + 1, at + len(line) + 1 + len(ads[i]))] if i in ads else []
        parts.append(line + added + "\n")
        at += len(parts[-1])
    return Planted("".join(parts), tuple(planted), tuple(kept), han)


def checked(pages: dict[str, Planted]) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return blocks and findings of `audit check` on the pages."""
    with tempfile.TemporaryDirectory() as folder:
        raw, out = Path(folder, "raw"), Path(folder, "out")
        raw.mkdir()
        for name, page in pages.items():
            (raw / name).write_text(page.text, "utf-8", newline="")
        command = [sys.executable, "-m", "audit", "check", str(raw), "--out", str(out)]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return pl.read_parquet(out / "blocks.parquet"), pl.read_parquet(out / "findings.parquet")


def spans(blocks: pl.DataFrame, findings: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Return the spans that are called advertising, and those that are in no body."""
    ads = blocks.filter(pl.col("kind") == "injected_ad").select("id", "start", "end")
    told = findings.filter(pl.col("code").str.starts_with("SPN") & pl.col("start").is_not_null())
    return pl.concat([ads, told.select("id", "start", "end")]), blocks.filter("boilerplate").select(
        "id", "start", "end"
    )


def covered(id: str, places: tuple[tuple[int, int], ...], by: dict[str, list[tuple[int, int]]]) -> Iterator[bool]:
    """Yield for each place whether a span covers half of it."""
    for start, end in places:
        met = max((min(end, b) - max(start, a) for a, b in by.get(id, [])), default=0)
        yield 2 * met >= end - start > 0


def by_id(table: pl.DataFrame) -> dict[str, list[tuple[int, int]]]:
    """Return the spans of each document."""
    grouped: dict[str, list[tuple[int, int]]] = {}
    for id, start, end in table.iter_rows():
        grouped.setdefault(id, []).append((start, end))
    return grouped


def main() -> None:
    """Plant, check and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    root = parser.parse_args().pages
    raws = sorted((root / "raw").glob("*.txt"))
    made = {p.name: plant(p.name, p.read_text("utf-8"), (root / "gold" / p.name).read_text("utf-8")) for p in raws}
    pages = {name: page for name, page in made.items() if page}
    found, dropped = (by_id(table) for table in spans(*checked(pages)))
    for label, han in (("Han", True), ("other", False)):
        chosen = {name: page for name, page in pages.items() if page.is_han == han}
        counted = {
            "planted": [hit for id, page in chosen.items() for hit in covered(id, page.planted, found)],
            "dropped": [hit for id, page in chosen.items() for hit in covered(id, page.planted, dropped)],
            "blamed": [hit for id, page in chosen.items() for hit in covered(id, page.own, found)],
        }
        shares = {name: sum(hits) / max(len(hits), 1) for name, hits in counted.items()}
        print(
            f"{label}: {len(counted['planted'])} planted lines, found {shares['planted']:.3f}, in no body "
            f"{shares['dropped']:.3f}; {len(counted['blamed'])} own lines, blamed {shares['blamed']:.4f}"
        )


if __name__ == "__main__":
    main()
