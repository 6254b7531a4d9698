"""A sentence in each of eight languages, and what is measured of texts."""

from __future__ import annotations

import pyarrow as pa

from audit.measure.language.columns import language
from audit.measure.language.spans import texts_of
from audit.measure.measure import Measured

HANS = "这家书店开了很多年，老板认识每一位客人，也记得他们喜欢读什么书。"
HANT = "這家書店開了很多年，老闆認識每一位客人，也記得他們喜歡讀什麼書。"
JA = "この本屋は長い間続いていて、店主はすべての客とその好みを覚えています。"
KO = "이 서점은 오래전부터 있었고 주인은 모든 손님과 그들이 좋아하는 책을 기억한다."
EN = "The bookshop has been open for many years, and its owner remembers what every customer likes to read."
DE = "Die Buchhandlung gibt es seit vielen Jahren, und die Besitzerin weiß, was jeder ihrer Kunden gerne liest."
FR = "La librairie existe depuis de nombreuses années et son propriétaire sait ce que chacun de ses clients aime lire."
RU = "Книжный магазин работает уже много лет, и хозяин помнит, что любит читать каждый покупатель."


def batch(*texts: str, engine: str = "profiles") -> Measured:
    """The facts of several documents whose content blocks are their lines."""
    spans = [(str(n), start, end) for n, text in enumerate(texts) for start, end in blocks_of(text)]
    ids = pa.array([str(n) for n in range(len(texts))], pa.string())
    rows = {
        "id": pa.array([id for id, _, _ in spans], pa.string()),
        "start": pa.array([start for _, start, _ in spans], pa.int64()),
        "end": pa.array([end for _, _, end in spans], pa.int64()),
        "kind": pa.array(["paragraph"] * len(spans), pa.string()),
        "boilerplate": pa.array([False] * len(spans), pa.bool_()),
    }
    column = pa.array(texts, pa.large_string())
    whole = texts_of(pa.table({"text": column}))
    return language(whole, pa.table({"id": ids, "body": column}), pa.table(rows), engine=engine)


def measured(text: str, *, spans: list[tuple[int, int]] | None = None, expected: tuple[str, ...] = ()) -> Measured:
    """The facts of one document whose content blocks are `spans`: by default its lines."""
    spans = blocks_of(text) if spans is None else spans
    texts = texts_of(pa.table({"text": pa.array([text], pa.large_string())}))
    documents = pa.table({"id": ["d"], "body": pa.array([text if spans else ""], pa.large_string())})
    rows = {
        "id": pa.array(["d"] * len(spans), pa.string()),
        "start": pa.array([start for start, _ in spans], pa.int64()),
        "end": pa.array([end for _, end in spans], pa.int64()),
        "kind": pa.array(["paragraph"] * len(spans), pa.string()),
        "boilerplate": pa.array([False] * len(spans), pa.bool_()),
    }
    return language(texts, documents, pa.table(rows), expected)


def blocks_of(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def fact(text: str, name: str, **options: object) -> object:
    return measured(text, **options).columns[name].to_pylist()[0]  # type: ignore[arg-type]


def boilerplate_inside(guest: str) -> tuple[str, Measured]:
    """A Chinese article whose middle block was taken for boilerplate."""
    text = f"{HANS}\n{HANS}\n{guest}\n{HANS}\n{HANS}"
    spans = blocks_of(text)
    rows = pa.table(
        {
            "id": ["d"] * 5,
            "start": pa.array([start for start, _ in spans], pa.int64()),
            "end": pa.array([end for _, end in spans], pa.int64()),
            "kind": ["paragraph", "paragraph", "navigation", "paragraph", "paragraph"],
            "boilerplate": [False, False, True, False, False],
        }
    )
    texts = texts_of(pa.table({"text": pa.array([text], pa.large_string())}))
    return text, language(texts, pa.table({"id": ["d"], "body": [HANS * 4]}), rows)
