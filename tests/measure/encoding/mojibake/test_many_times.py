"""UTF-8 that was read in the same wrong codec up to five times is found, and mended whole."""

from __future__ import annotations

from functools import reduce

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.codec_pairs import read_carelessly
from audit.measure.encoding.mojibake.reading import TIMES
from audit.measure.encoding.mojibake.repair import repairs
from tests.measure.encoding.mojibake.test_every_pair import mojibake

TEXTS = (
    "Die Straße führt über Hügel und Bäche bis zum nächsten Dörfchen.",
    "他把旧书放在桌上，然后走到窗前，看着外面的雨。",
    "Дети побежали к реке встречать паром.",
    "L’été dernier, nous avons visité une forêt près de la frontière.",
    "It’s late, and the baker won’t open “before noon”, they said.",
)


def misread(text: str, wrong: str, times: int) -> str:
    return reduce(lambda seen, _: read_carelessly(seen.encode(), wrong) or "", range(times), text)


@pytest.mark.parametrize("times", range(1, len(TIMES) + 1))
@pytest.mark.parametrize("wrong", ["cp1252", "mac-roman", "cp850", "cp1251"])
def test_it_is_found(wrong: str, times: int):
    column = pa.array([misread(text, wrong, times) for text in TEXTS], pa.large_string())
    found = encoding(pa.table({"text": column}))
    assert all(found.columns["mojibake"].to_pylist())


@pytest.mark.parametrize("times", range(1, len(TIMES) + 1))
@pytest.mark.parametrize("text", TEXTS[:4])
def test_it_is_mended_whole_or_left(text: str, times: int):
    seen = misread(text, "cp1252", times)
    every = repairs(seen)
    for one in reversed(every):
        seen = seen[: one.start] + one.text + seen[one.end :]
    assert not every or seen == text


@pytest.mark.parametrize(
    "text",
    [
        "ÃÂÃÂÃÂÃÂ ÃÂÃÂÃÂÃÂ",
        "A Ã, um Â e outro Ã: as três letras do alfabeto antigo.",
        "SÃO JOÃO, IRMÃ, MAÇÃ, AVELÃ, AMANHÃ E ÂNCORA",
        "├┬┴┼ ├──┬── ┼┼┼ ┴┬┴",
    ],
)
def test_rows_of_its_letters_are_no_text(text: str):
    assert mojibake(text) == [0]
