"""Text read with a wrong codec is found at its place with the right reading; the same text read rightly is not."""

from __future__ import annotations

import codecs

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.redecode import best_reading

ZH = "他把旧书放在桌上，然后走到窗前，看着外面的雨慢慢停下来。"
HANT = "他把舊書放在桌上，然後走到窗前，看著外面的雨慢慢停下來。"
JA = "彼は古い本を机の上に置いて、窓のそばまで歩き、雨がやむのを見ていました。"
KO = "그는 낡은 책을 책상 위에 놓고 창가로 걸어가 비가 그치는 것을 바라보았다."
DE = "Er legte das Buch zurück, öffnete die Tür und hörte draußen die Vögel singen."
FR = "Il a posé le livre à côté de la fenêtre, puis il a écouté les élèves chanter."
RU = "Он положил старую книгу на стол, подошёл к окну и стал смотреть на дождь."

codecs.register_error("c1", lambda e: (e.object[e.start : e.end].decode("latin-1"), e.end))  # type: ignore[attr-defined]


def misread(text: str, right: str, wrong: str, errors: str = "ignore") -> str:
    return text.encode(right, "ignore").decode(wrong, errors)


def found(text: str) -> list[tuple[int, int, str]]:
    places = encoding(pa.table({"text": pa.array([text], pa.large_string())})).places[0]
    return [(place.start, place.end, place.evidence) for place in places if place.fact == "mojibake"]


MISREAD = [
    (ZH, "utf-8", "gb18030", "ignore"),
    (ZH, "utf-8", "gbk", "replace"),
    (ZH, "utf-8", "cp1252", "c1"),
    (ZH, "utf-8", "latin-1", "strict"),
    (ZH, "utf-8", "cp950", "ignore"),
    (ZH, "utf-8", "cp949", "ignore"),
    (ZH, "utf-8", "cp932", "ignore"),
    (ZH, "gb18030", "cp1252", "c1"),
    (ZH, "gb18030", "latin-1", "strict"),
    (ZH, "gb18030", "cp950", "ignore"),
    (ZH, "gb18030", "cp1251", "ignore"),
    (HANT, "cp950", "gb18030", "ignore"),
    (HANT, "cp950", "latin-1", "strict"),
    (HANT, "utf-8", "gb18030", "ignore"),
    (JA, "utf-8", "cp1252", "c1"),
    (JA, "cp932", "latin-1", "strict"),
    (JA, "cp932", "gb18030", "ignore"),
    (KO, "utf-8", "cp1252", "c1"),
    (KO, "cp949", "latin-1", "strict"),
    (DE, "utf-8", "cp1252", "c1"),
    (FR, "utf-8", "latin-1", "strict"),
    (RU, "utf-8", "cp1252", "c1"),
    (RU, "utf-8", "cp1251", "ignore"),
    (RU, "cp1251", "latin-1", "strict"),
    (HANT, "cp950", "gbk", "replace"),
    (HANT, "cp950", "cp949", "replace"),
    (ZH, "gb18030", "euc_jp", "replace"),
    (RU, "cp1251", "gbk", "replace"),
    (RU, "koi8-r", "gbk", "replace"),
    (RU, "cp866", "gbk", "replace"),
    (RU, "koi8-r", "cp1251", "strict"),
]


IDS = [f"{text[:2]}-{right}-{wrong}" for text, right, wrong, _ in MISREAD]


@pytest.mark.parametrize(("text", "right", "wrong", "errors"), MISREAD, ids=IDS)
def test_text_read_with_the_wrong_codec_is_found(text: str, right: str, wrong: str, errors: str):
    assert found(misread(text, right, wrong, errors))


@pytest.mark.parametrize("text", [ZH, HANT, JA, KO, DE, FR, RU, RU.upper(), DE.upper(), FR.upper()])
def test_the_same_text_read_rightly_stays_silent(text: str):
    assert found(text) == []


def test_the_evidence_names_both_codecs_and_shows_the_right_reading():
    ((_, _, evidence),) = found(misread(ZH, "utf-8", "gb18030"))
    assert evidence.startswith("utf-8 read as gb18030; would read ")
    assert "桌上" in evidence
    ((_, _, evidence),) = found(misread(ZH, "gb18030", "latin-1"))
    assert evidence.startswith("gb18030 read as cp1252; provably 他把旧书")


def test_damage_done_twice_is_undone_twice():
    once = misread(ZH, "utf-8", "cp1252", "c1")
    (_, _, evidence), *_ = found(misread(once, "utf-8", "cp1252", "c1"))
    assert "utf-8 read as cp1252 twice; provably" in evidence


def test_one_damaged_sentence_is_found_at_its_place():
    bad = misread("第二句话坏了，读不出来。", "utf-8", "gb18030")
    text = ZH * 20 + bad + ZH * 20
    ((start, end, _),) = found(text)
    assert len(ZH) * 20 - 3 <= start < end <= len(ZH) * 20 + len(bad) + 3


def test_one_damaged_word_is_enough():
    ((start, end, evidence),) = found("Wir sind später über die BrÃ¼cke gegangen und haben den Fluss gesehen.")
    assert (start, end) == (25, 32)
    assert "Brücke" in evidence


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        pytest.param("Din aceste motive este o idee bunã pentru copii", "cp1250 read as cp1252", id="one word"),
        pytest.param("Para mais informa玢o leia o manual desta casa", "cp1252 read as gb18030", id="a hanzi within"),
        pytest.param("The pages are listed in the Seτπo of this book", "cp1252 read as cp437", id="one long word"),
        pytest.param("Questo \x8f un libro lungo che \x8f piaciuto", "mac-roman read as cp1252", id="a control, twice"),
        pytest.param("Se non si Ă¨ sicuri di quello che si Ă¨ fatto", "utf-8 read as cp1250", id="a letter in UTF-8"),
    ],
)
def test_a_frequent_word_of_the_language_of_the_rest_is_enough(text: str, pair: str):
    ((_, _, evidence),) = found(text)
    assert evidence.startswith(pair)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("There were four reasons why bunã was the right word", id="a word of another language"),
        pytest.param("The letter Š is written once here, and Š once there", id="a letter that is none of its words"),
        pytest.param("Questo Š un libro molto lungo che Š piaciuto", id="a letter, twice"),
        pytest.param("Questo Ë un libro molto lungo che Ú piaciuto", id="two letters"),
        pytest.param("Enkel v˚a£n toep±assing in het boek van deze oude meester", id="a word of none of its languages"),
        pytest.param("The old bridge stood empty inΘ winter and nobody asked", id="a letter behind a word"),
        pytest.param("Para mais informa leia 玢 o manual desta casa", id="a hanzi between words"),
    ],
)
def test_a_word_that_the_rest_does_not_bear_out_is_not(text: str):
    assert found(text) == []


def test_words_that_consist_of_drawing_characters_are_read_if_they_are_many():
    # The small letters of KOI8-R are lines and corners in a code page of DOS; none of these words is a frequent one.
    words = "глиняная крынка скрипнула половицей"
    ((_, _, evidence),) = found(misread(words, "koi8-r", "cp866"))
    assert evidence == f"koi8-r read as cp866; provably {words}"
    assert found("╔═╦═╗ ║░║▒║ ╠═╬═╣ ╟─╫─╢ ╚═╩═╝ ┌─┬─┐ │▓│█│ ├─┼─┤ └─┴─┘") == []


def test_long_damage_is_explained_in_bounded_time():
    assert len(found((misread(ZH, "utf-8", "gb18030") + "\n") * 300)) >= 1


def test_a_few_hangul_are_not_hanzi_misread():
    text = "\uf981아나운서\n\n2024-05-02 10:20:30\n\n7\n\n“"
    assert best_reading(text, 0, len(text)) is None


@pytest.mark.parametrize("text", ["山城日报小镇书店开张", "港口今天早上重新开放，第一艘船在八点离开。"])
def test_the_kind_is_that_of_the_first_passage_and_no_piece_of_a_sentence(text):
    seen = f"{text.encode('gb18030').decode('cp1252', 'replace')}\n\nPlain words; and more of them.\n"
    found = encoding(pa.table({"text": pa.array([seen, "Plain words; no more."], pa.large_string())}))
    assert found.columns["mojibake_kind"].to_pylist() == ["gb18030 read as cp1252", None]
    assert found.places[0][0].evidence.startswith("gb18030 read as cp1252; ")


RU_MORE = "Дождь шёл уже третий день. Улицы были пусты, и только у рынка стояли люди с зонтами. Никто не торопился."
FR_MORE = "La pluie tombait depuis trois jours. Près du marché, des gens attendaient déjà. Personne n'était pressé."
EL_MORE = "Η βροχή έπεφτε εδώ και τρεις μέρες. Οι δρόμοι ήταν άδειοι. Κανείς δεν βιαζόταν να φύγει."
EL = "Άφησε το παλιό βιβλίο πάνω στο τραπέζι και κοίταξε τη βροχή από το παράθυρο."
SENTENCES = [
    (RU, RU_MORE, "cp1251", "koi8-r"),
    (RU, RU_MORE, "koi8-r", "cp866"),
    (RU, RU_MORE, "cp866", "cp1251"),
    (RU, RU_MORE, "cp1251", "iso8859-5"),
    (FR, FR_MORE, "cp1252", "mac-roman"),
    (FR, FR_MORE, "cp1252", "cp850"),
    (FR, FR_MORE, "mac-roman", "cp1252"),
    (EL, EL_MORE, "cp1253", "cp737"),
]


@pytest.mark.parametrize(("sentence", "around", "right", "wrong"), SENTENCES, ids=[f"{s[2]}-{s[3]}" for s in SENTENCES])
def test_one_sentence_among_healthy_ones_is_found_where_it_stands(
    sentence: str, around: str, right: str, wrong: str
) -> None:
    damaged = misread(sentence, right, wrong, "c1")
    text = f"{around} {damaged} {around}"
    first = len(around) + 1
    ((start, end, evidence),) = found(text)
    assert first <= start < end <= first + len(damaged) + 1
    assert evidence.startswith(f"{right} read as {wrong}")
    assert found(f"{around} {sentence} {around}") == []
