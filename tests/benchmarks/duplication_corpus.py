"""Invented Chinese and templated corpora with planted copies, made by the million in a minute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

# Words of two characters drawn like words are, the nth about n times rarer than the first: phrases recur as they do in
# news, which is what makes the search for copies hard.
VOCABULARY = 30_000
FIRST, CHARACTERS = 0x4E00, 3_000
WORDS = 160
COMMA, STOP, LINE = "，", "。", "\n"
CHUNK = 5_000
KINDS = ("exact", "2 %", "5 %", "10 %", "1/6 dropped", "wrapped", "contained")
CHROME = (
    "首页 > 新闻 > 正文",
    "打开客户端看全文",
    "扫一扫关注我们",
    "分享到朋友圈",
    "相关阅读",
    "责任编辑",
    "上一篇",
    "下一篇",
)


class Planted(NamedTuple):
    """A copy, the document it was made of, and how."""

    row: int
    of: int
    kind: str


def texts(count: int, seed: int) -> Iterator[str]:
    """Yield texts of about 350 characters in three paragraphs, no two with a passage in common but by chance."""
    r = np.random.default_rng(seed)
    vocabulary = r.integers(FIRST, FIRST + CHARACTERS, (VOCABULARY, 2), dtype=np.uint32)
    weights = 1 / (np.arange(VOCABULARY) + 3.0)
    bounds = np.cumsum(weights / weights.sum())
    marks = np.array([ord(COMMA), ord(STOP)], np.uint32)
    for start in range(0, count, CHUNK):
        rows = min(CHUNK, count - start)
        drawn = np.searchsorted(bounds, r.random((rows, WORDS)))
        chars = vocabulary[np.minimum(drawn, VOCABULARY - 1)].reshape(rows, -1, 16)
        ends = marks[(r.random((rows, chars.shape[1], 1)) < 0.4).astype(np.int64)]
        whole = np.concatenate([chars, ends], axis=2).reshape(rows, -1).astype("<u4")
        yield from (row.tobytes().decode("utf-32-le") for row in whole)


def edited(text: str, share: float, r: np.random.Generator) -> str:
    """Return a text with a share of its characters replaced, in pairs."""
    chars = list(text)
    for at in r.integers(0, len(chars) - 1, max(1, int(len(chars) * share / 2))).tolist():
        chars[at : at + 2] = [chr(code) for code in r.integers(FIRST, FIRST + CHARACTERS, 2)]
    return "".join(chars)


def copy(text: str, other: str, kind: str, r: np.random.Generator) -> str:
    """Return a copy of a text, made in one of KINDS; `other` is another text."""
    if kind == "exact":
        return text.replace(COMMA, ",").replace(STOP, STOP + LINE)
    if kind.endswith("%"):
        return edited(text, int(kind.removesuffix("%")) / 100, r)
    if kind == "1/6 dropped":
        return "".join(s for s in text.replace(STOP, STOP + LINE).splitlines() if r.random() > 1 / 6)
    if kind == "wrapped":
        chosen = [CHROME[n] for n in r.permutation(len(CHROME))]
        return LINE.join([*chosen[:4], text, *chosen[4:]])
    return other[: len(other) // 2] + LINE + text + LINE + other[len(other) // 2 :]


def news(count: int, seed: int = 1, share: float = 0.1) -> tuple[list[str], list[Planted]]:
    """Return a corpus, a share of it copies of other documents of it, and the list of these."""
    r = np.random.default_rng(seed + 1)
    found = list(texts(count, seed))
    planted = []
    copies = int(count * share)
    for nth, row in enumerate(r.permutation(count)[: 2 * copies].reshape(-1, 2).tolist()):
        kind = KINDS[nth % len(KINDS)]
        found[row[0]] = copy(found[row[1]], found[row[0]], kind, r)
        planted.append(Planted(row[0], row[1], kind))
    return found, planted


def templates(count: int, seed: int = 1, forms: int = 40) -> list[str]:
    """Return documents filled into a few forms: three fifths set phrases, the rest their own."""
    r = np.random.default_rng(seed + 2)
    frames = [text.split(STOP) for text in texts(forms, seed)]
    own = texts(count, seed + 3)
    made = []
    for text in own:
        frame = frames[int(r.integers(forms))]
        size = max(1, len(text) * 2 // 3 // len(frame))
        pieces = [text[at : at + size] for at in range(0, size * len(frame), size)]
        made.append(STOP.join(set_phrase + piece for set_phrase, piece in zip(frame, pieces, strict=True)))
    return made
