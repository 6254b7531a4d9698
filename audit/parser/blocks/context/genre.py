"""Marks of pages that are no articles: what stands around the posts of a thread, and what things cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Marks = dict[str, NDArray[np.bool_]]

# Only lines of so many characters are a mark of a post, or of so many a price.
_POSTED, _PRICED = 80, 160
# Boundaries of words are those of ASCII: Unicode's are looked for at a fraction of the speed.
_AGO: Final = (
    r"(?-u:\b)\d+\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\s?ago(?-u:\b)|"
    r"(?-u:\b)vor (?:\d+|ein\w+) (?:sekund|minut|stund|tag|woche|monat|jahr)|(?-u:\b)il y a \d|"
    r"(?-u:\b)(?:hace|há) \d|"
    r"\d+ (?:minuti|ore|giorni|mesi|anni) fa(?-u:\b)|\d+ \p{Cyrillic}+ назад|"
    r"\d+\s?(?:秒|分钟|分鐘|小时|小時|時間|天|日|周|个月|か月|月|年)前"
)
_BUTTON: Final = (
    r"^(?:reply|replies|quote|report|likes?|upvote|antworten|zitieren|melden|répondre|citer|signaler|responder|citar|"
    r"rispondi)(?-u:\b)|^(?:ответить|цитировать|回复|回覆|返信|举报|引用|赞|点赞|支持|反对|只看该作者|楼主)"
)
_MEMBER: Final = (
    r"(?-u:\b)(?:posts?|messages|replies|threads|joined|reputation|likes|karma|beiträge|registriert|inscrit|mensajes|"
    r"registrado)\s?:|(?:сообщени[йя]|регистрация|帖子|积分|注册时间)\s?:|^#\d{1,5}$|\d{1,4}\s?楼|发表于|發表於|"
    r"(?-u:\b)joined (?:on )?\d|(?-u:\b)member since(?-u:\b)"
)
_THREAD: Final = f"{_AGO}|{_BUTTON}|{_MEMBER}"
_PRICE: Final = r"[$€£¥₽₹]\s?\d|\d\s?(?:€|£|₽|₫|eur(?-u:\b)|usd(?-u:\b)|kr(?-u:\b)|zł|円|元|руб)"
NAMES: Final = ("thread", "priced")


def marks(lines: pl.DataFrame) -> Marks:
    """Return which lines are a mark of a `thread`, and which are `priced`."""
    looked = (
        (pl.col("chars") <= _POSTED, _THREAD),
        ((pl.col("chars") <= _PRICED) & (pl.col("digit") > 0), _PRICE),
    )
    found = {name: np.zeros(len(lines), np.bool_) for name in NAMES}
    for name, (chosen, pattern) in zip(NAMES, looked, strict=True):
        rows = np.flatnonzero(lines.select(chosen).to_series().to_numpy())
        found[name][rows] = lines["folded"].gather(rows).str.contains(pattern).to_numpy()
    return found


def shares(found: Marks, first: Ints, last: Ints) -> Iterator[tuple[str, NDArray[np.float64]]]:
    """Yield for each line the share of its page's lines (from `first` to `last`) that have a mark."""
    for name, marked in found.items():
        total = np.concatenate([[0], np.cumsum(marked)])
        yield f"page_{name}", (total[last] - total[first]) / np.maximum(last - first, 1)
