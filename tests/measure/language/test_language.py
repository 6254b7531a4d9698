from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.language.columns import is_expected, language
from audit.measure.measured import Measured
from audit.measure.measures import MEASURES

HANS = "这家书店开了很多年，老板认识每一位客人，也记得他们喜欢读什么书。"
HANT = "這家書店開了很多年，老闆認識每一位客人，也記得他們喜歡讀什麼書。"
JA = "この本屋は長い間続いていて、店主はすべての客とその好みを覚えています。"
KO = "이 서점은 오래전부터 있었고 주인은 모든 손님과 그들이 좋아하는 책을 기억한다."
EN = "The bookshop has been open for many years, and its owner remembers what every customer likes to read."
DE = "Die Buchhandlung gibt es seit vielen Jahren, und die Besitzerin weiß, was jeder ihrer Kunden gerne liest."
FR = "La librairie existe depuis de nombreuses années et son propriétaire sait ce que chacun de ses clients aime lire."
RU = "Книжный магазин работает уже много лет, и хозяин помнит, что любит читать каждый покупатель."

PLAIN = [
    (HANS, "zh-Hans", "Hani"),
    (HANT, "zh-Hant", "Hani"),
    ("今天天气不错", "zh-Hans", "Hani"),
    ("新闻标题很短", "zh-Hans", "Hani"),
    ("新聞標題很短", "zh-Hant", "Hani"),
    (JA, "ja", "Jpan"),
    ("宮崎県、高知県、愛媛県、香川県、沖縄県の各県", "ja", "Jpan"),
    (KO, "ko", "Hang"),
    (EN, "en", "Latn"),
    (DE, "de", "Latn"),
    (FR, "fr", "Latn"),
    (RU, "ru", "Cyrl"),
    ("Hiệu sách này đã mở cửa nhiều năm và ông chủ nhớ từng khách hàng.", "vi", "Latn"),
    ("Το βιβλιοπωλείο είναι ανοιχτό εδώ και πολλά χρόνια.", "el", "Grek"),
    ("חנות הספרים פתוחה כבר שנים רבות.", "he", "Hebr"),
    ("المكتبة مفتوحة منذ سنوات عديدة وصاحبها يعرف كل زبون.", "ar", "Arab"),
    ("ร้านหนังสือแห่งนี้เปิดมาหลายปีแล้ว", "th", "Thai"),
    ("წიგნის მაღაზია მრავალი წელია ღიაა", "ka", "Geor"),
    ("किताबों की यह दुकान कई सालों से खुली है और मालिक हर ग्राहक को जानता है।", "hi", "Deva"),
    ("我们先用 Kubernetes 部署服务，再用 Prometheus 收集它的指标", "zh-Hans", "Latn"),
    ("", "und", "Zyyy"),
    (" \n\t ", "und", "Zyyy"),
    ("OK", "und", "Latn"),
    ("2024-01-02 13:45 1,234.50", "zxx", "Zyyy"),
    ("😀😂🔥!!! ~~~", "zxx", "Zyyy"),
    ('{"id": 17, "ok": true, "values": [0.25, 0.5], "name": "x1"}', "zxx", "Latn"),
    ("for i in range(10):\n    t[i] = f(x[i]) + g(y[i], key=lambda z: z.n)\n    self.v = t[i] / 2", "zxx", "Latn"),
    ("6a3f09bc77e1d2405f8899aabbccddeeff00112233445566", "zxx", "Latn"),
    ("iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4AAAAASUVORK5CYIIuDhSbTgk", "zxx", "Latn"),
    ("kdzz mdg bcvca bkv qeowwe vuoxbqt vh cwbhhy vqh nxyj clrhj tfxq zpd wkx qj " * 4, "und", "Latn"),
    ("謟圾莢肖槬溹丳爕潉攂鴺湖蝳薤甙嫘琍謕摸源鐿梹帣卥钁佅蹫琇乙绚禁婤", "und", "Hani"),
]


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
    return language(
        pa.table({"id": ids, "text": column}), pa.table({"id": ids, "body": column}), pa.table(rows), engine=engine
    )


def measured(text: str, *, spans: list[tuple[int, int]] | None = None, expected: tuple[str, ...] = ()) -> Measured:
    """The facts of one document whose content blocks are `spans`: by default its lines."""
    spans = blocks_of(text) if spans is None else spans
    texts = pa.table({"id": ["d"], "text": pa.array([text], pa.large_string())})
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


@pytest.mark.parametrize(("text", "tag", "script"), PLAIN, ids=[f"{tag}-{n}" for n, (_, tag, _) in enumerate(PLAIN)])
def test_language_and_script(text: str, tag: str, script: str):
    for spans in (None, []):
        row = measured(text, spans=spans).columns.to_pylist()[0]
        assert (row["language"], row["script"]) == (tag, script)
        assert 0 <= row["language_confidence"] <= 1
        assert row["foreign_blocks"] == 0


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("de la infanta Cristina", "es"),
        ("tak to bude dobry den", "cs"),
        ("de man in die stad", "nl"),
        ("enligt en analys", "sv"),
        ("amb els seus amics", "ca"),
        ("keď sme boli doma", "sk"),
        ("hy het dit nie gesê nie", "af"),
        ("какво е това нещо", "bg"),
        ("што е тоа нешто", "mk"),
        ("що це таке було", "uk"),
        ("non é o que queren", "gl"),
        ("það er ekki gott", "is"),
    ],
)
def test_what_short_texts_leave_open_is_of_the_commoner_language_and_what_they_say_is_of_the_rarer(text: str, tag: str):
    assert fact(text, "language") == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("公司发布 Vision Pro Max Ultra Edition 头显和 Super Retina Display 技术，大家都在讨论", "zh-Hans"),
        ("他说：“Hello, my friend, how are you?”然后走了出去，没有再回来。", "zh-Hans"),
        ("The Chinese word 图书馆 means library, and 书店 means bookshop, as every student learns.", "en"),
        ("Das englische Wort “bookshop” heißt auf Deutsch Buchhandlung, auf Russisch книжный магазин.", "de"),
        ("任天堂发布新作《スプラトゥーン》，玩家们都很期待这款游戏的表现。", "zh-Hans"),
    ],
)
def test_foreign_terms_belong_to_the_language_of_the_sentence(text: str, tag: str):
    assert fact(text, "language") == tag
    assert fact(text, "foreign_blocks") == 0


FOREIGN = [
    (HANS, EN, "en in zh-Hans"),
    (HANS, DE, "de in zh-Hans"),
    (HANS, JA, "ja in zh-Hans"),
    (HANS, KO, "ko in zh-Hans"),
    (HANS, RU, "ru in zh-Hans"),
    (HANS, HANT, "zh-Hant in zh-Hans"),
    (EN, HANS, "zh-Hans in en"),
    (EN, DE, "de in en"),
    (DE, EN, "en in de"),
    (JA, EN, "en in ja"),
]


@pytest.mark.parametrize(("main", "guest", "evidence"), FOREIGN, ids=[e for _, _, e in FOREIGN])
def test_a_block_in_another_language_is_found_at_its_place(main: str, guest: str, evidence: str):
    text = "\n".join([main] * 5 + [guest] + [main] * 5)
    (place,) = measured(text).places[0]
    assert (text[place.start : place.end], place.fact, place.evidence) == (guest, "foreign_blocks", evidence)
    assert fact(text, "foreign_blocks") == 1
    assert 0 < fact(text, "foreign_share") < 0.3  # type: ignore[operator]
    assert fact(text, "language") == evidence.split(" in ")[1]


@pytest.mark.parametrize(
    "guest",
    ["Reuters / Associated Press", "https://example.org/a/long/path/that/is/no/language?x=1", "CPU GPU RAM", "王小明"],
)
def test_names_and_addresses_are_no_foreign_blocks(guest: str):
    main = EN if guest == "王小明" else HANS
    assert fact(f"{main}\n{main}\n{guest}\n{main}", "foreign_blocks") == 0


def test_text_in_two_languages_is_mul():
    text = f"{HANS}\n{HANS}\n{EN}\n{EN}\n{HANS}\n{EN}"
    assert fact(text, "language") == "mul"
    assert fact("\n".join([HANS] * 9 + [EN]), "language") == "zh-Hans"


def test_variant_mix():
    assert fact(HANS, "variant_mix") == 0
    assert fact(HANT, "variant_mix") == 0
    assert fact(HANS + HANT, "variant_mix") > 0.4  # type: ignore[operator]
    assert fact(EN, "variant_mix") == 0


def test_boilerplate_does_not_vote():
    text = HANS + "\n" + EN + "\n" + EN
    assert fact(text, "language", spans=[(0, len(HANS))]) == "zh-Hans"
    assert fact(text, "letters", spans=[(0, len(HANS))]) == sum(map(str.isalpha, HANS))


@pytest.mark.parametrize(
    ("tag", "expected", "covered"),
    [
        ("zh-Hans", (), True),
        ("zh-Hans", ("zh",), True),
        ("zh-Hans", ("en", "zh-Hans"), True),
        ("zh-Hant", ("zh-Hans",), False),
        ("zh", ("zh-Hans",), False),
        ("zho", ("zh",), False),
        ("ZH-hans", ("zh",), True),
        ("und", ("zh",), False),
        ("yue-Hant", ("zh",), True),
        ("yue-Hant", ("zh-Hant",), True),
        ("yue-Hant", ("zh-Hans",), False),
        ("yue-Hant", ("yue",), True),
        ("zh-Hant", ("yue",), False),
    ],
)
def test_expected(tag: str, expected: tuple[str, ...], *, covered: bool):
    assert is_expected(tag, expected) is covered


def test_the_policy_s_languages_are_held_against_the_document():
    assert fact(HANS, "language_expected", expected=("zh",)) is True
    assert fact(HANS, "language_expected", expected=("en",)) is False


def test_columns_have_the_types_of_the_contract():
    for name in (columns := measured(HANS).columns).column_names:
        assert columns[name].type == MEASURES.arrow.field(name).type


def test_a_long_line_and_many_blank_ones_cost_what_they_hold():
    assert fact("\n" * 200_000 + HANS * 2000, "language", spans=[]) == "zh-Hans"


@settings(max_examples=40)
@given(st.text(st.sampled_from('ab c\n。中国這ひカ가жأ1{"́ก'), max_size=120))
def test_nothing_raises_and_the_answer_stays(text: str):
    row = measured(text).columns.to_pylist()[0]
    assert row == measured(text).columns.to_pylist()[0]
    assert 0 <= row["foreign_share"] <= 1
    assert 0 <= row["script_share"] <= 1
    assert 0 <= row["variant_mix"] <= 0.5


def test_facts_do_not_depend_on_the_neighbours_in_the_batch():
    texts = [text for text, _, _ in PLAIN]
    alone = [row for text in texts for row in batch(text).columns.to_pylist()]
    assert batch(*texts).columns.to_pylist() == alone
    assert batch(*texts[::-1]).columns.to_pylist() == alone[::-1]
    assert batch().columns.num_rows == 0


@pytest.mark.parametrize("text", [EN, DE, FR, RU])
def test_langdetect_itself_can_be_asked(text: str):
    (asked,), (scored,) = (batch(text, engine=engine).columns.to_pylist() for engine in ("langdetect", "profiles"))
    assert asked["language"] == scored["language"]
    assert asked["language_confidence"] > 0.9


def test_langdetect_is_not_asked_where_the_script_decides():
    texts = (HANS, HANT, JA, "", "OK")
    assert batch(*texts, engine="langdetect").columns == batch(*texts).columns


@pytest.mark.parametrize(
    ("text", "tag", "why"),
    [
        ("OK", "und", "too few letters to tell"),
        ("kdzz mdg bcvca bkv qeowwe vuoxbqt vh cwbhhy vqh nxyj clrhj tfxq zpd wkx qj " * 4, "und", "make no words"),
        ("謟圾莢肖槬溹丳爕潉攂鴺湖蝳薤甙嫘琍謕摸源鐿梹帣卥钁佅蹫琇乙绚禁婤", "und", "nobody writes together"),
        ("12.5\t7.25\t19\n3.75\t8.5\t20\n", "zxx", "signs of code, records or numbers"),
    ],
)
def test_no_language_comes_with_its_reason(text: str, tag: str, why: str):
    (place,) = measured(text).places[0]
    assert fact(text, "language") == tag
    assert (place.fact, place.start, place.end) == ("language", 0, len(text))
    assert why in place.evidence


CODE = """def total(rows):
    sums = {}
    for row in rows:
        sums[row.key] = sums.get(row.key, 0) + row.value
    return sorted(sums.items(), key=lambda pair: -pair[1])
"""


def test_code_line_by_line_is_code():
    assert fact(CODE, "language") == "zxx"


def test_an_article_with_a_listing_is_an_article():
    assert fact(f"{EN}\n{CODE}\n{EN} {EN}\n{EN}", "language") == "en"
    assert fact(f"{HANS}\n{CODE}\n{HANS}{HANS}", "language") == "zh-Hans"


def test_a_table_with_frames_is_prose_all_the_same():
    assert fact(f"┌{'─' * 60}┐\n│ {EN[:50]} │\n├{'─' * 60}┤\n│ {EN[50:]} │\n└{'─' * 60}┘", "language") == "en"


def test_a_headline_in_capitals_has_a_language():
    assert fact("DIE BUCHHANDLUNG GIBT ES SEIT VIELEN JAHREN", "language") == "de"


def test_the_second_language_and_its_share():
    text = "\n".join([HANS] * 4 + [EN])
    row = measured(text).columns.to_pylist()[0]
    assert (row["language"], row["second_language"]) == ("zh-Hans", "en")
    assert row["second_share"] == pytest.approx(row["foreign_share"])
    assert fact(HANS, "second_language") is None
    assert fact(HANS, "second_share") == 0


@pytest.mark.parametrize(("text", "other"), [(DE, "nl"), (RU, "bg"), (HANS, "zh-Hant"), (KO, None), ("OK", None)])
def test_the_runner_up_is_of_the_same_script(text: str, other: str | None):
    said = fact(text, "language_runner_up")
    assert said == other if other is None or other.startswith("zh") else said not in (None, fact(text, "language"))


def test_a_longer_text_is_surer():
    some, more = fact("knapp tausend Leute", "language_confidence"), fact(DE, "language_confidence")
    assert some < more  # type: ignore[operator]
    assert more > 0.98  # type: ignore[operator]


def test_foreign_lines_inside_one_block_are_found_at_their_place():
    text = f"{HANS}\n{HANS}\n{EN}\n{HANS}"
    (place,) = measured(text, spans=[(0, len(text))]).places[0]
    assert text[place.start : place.end] == EN


def test_japanese_place_names_among_chinese_are_found():
    names = "鳥取県、島根県、岡山県、広島県、山口県、徳島県、香川県、愛媛県、高知県の各県"
    text = "\n".join([HANS * 2] * 4 + [names] + [HANS * 2] * 4)
    (place,) = measured(text).places[0]
    assert (text[place.start : place.end], place.evidence) == (names, "ja in zh-Hans")


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
    texts = pa.table({"id": ["d"], "text": pa.array([text], pa.large_string())})
    return text, language(texts, pa.table({"id": ["d"], "body": [HANS * 4]}), rows)


def test_foreign_sentences_in_boilerplate_inside_the_article_are_found_and_have_no_share_of_it():
    text, found = boilerplate_inside(EN)
    (place,) = found.places[0]
    assert text[place.start : place.end] == EN
    row = found.columns.to_pylist()[0]
    assert (row["foreign_blocks"], row["foreign_share"], row["second_language"]) == (1, 0, None)


def test_a_foreign_menu_inside_the_article_is_no_foreign_text():
    menu = "Home | World | Politics | Business | Technology | Science | Health | Sports | Culture | Travel"
    assert boilerplate_inside(menu)[1].columns["foreign_blocks"].to_pylist() == [0]


def test_japanese_mixes_no_han_variants():
    assert fact(JA * 3 + "会国学、機関車、図書館", "variant_mix") == 0


def test_many_lines_in_two_languages_cost_what_they_hold():
    text = "\n".join([HANS, EN] * 3000)
    assert fact(text, "language", spans=[(0, len(text))]) in ("zh-Hans", "mul")


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("佢哋琴日喺碼頭等咗好耐，都冇見到隻船返嚟，唔知係咪出咗事。", "yue-Hant"),
        (
            "老人昨天在碼頭等了很久，也沒有看見船回來，嘅、喺這些字他不認得；他只好慢慢走回家去，第二天再來等那條船。",
            "zh-Hant",
        ),
        (HANT, "zh-Hant"),
    ],
)
def test_written_cantonese_is_told_by_the_characters_only_it_needs(text: str, tag: str):
    assert fact(text, "language") == tag
    assert fact("\n".join([text] * 4 + [EN]), "foreign_blocks") == 1
    assert fact("\n".join([text] * 4), "foreign_blocks") == 0


CHAT = """[09:02] <marlow> did the ferry run this morning, or is it still on the slip?
[09:03] <ida> it is on the slip, they have taken the screw off
[09:03] * tove joined #harbour
[09:05] <marlow> then I will walk round by the bridge, that is only an hour
[09:06] <ida> the bridge has been shut since monday, you would need a boat"""
MARKDOWN = """# Tide *tables* for [small harbours](https://example.org/tides)

> **Note:** the tables are for `v2.1`; see [what was changed](CHANGES.md#v2).

- `quay --list` shows every harbour that is known to it
- `quay --next` says when the next high water is
- **Please** do not rely on it for your own boat!

| column | what it holds |
|--------|---------------|
| `at`   | when it was   |
"""
LOUD = "THE FERRY WILL NOT SAIL ON SUNDAY. PASSENGERS WHO HAVE A TICKET ARE ASKED TO COME TO THE OFFICE."
PROGRAM = """def landed(boats, at=None):
    return [boat for boat in boats if boat.at is not None and boat.at <= at or not boat.crew]

class Quay(object):
    def __init__(self, name, depth=3.5):
        self.name, self.depth = name, depth
        self.boats = {}

    def moor(self, boat):
        if boat.draught > self.depth:
            raise ValueError("%s: %d" % (boat.name, boat.draught))
        self.boats[boat.name] = boat
"""


@pytest.mark.parametrize(
    ("text", "tag"),
    [(CHAT, "en"), (MARKDOWN, "en"), (LOUD, "en"), (LOUD.lower(), "en"), (PROGRAM, "zxx"), (PROGRAM * 3, "zxx")],
    ids=["chat", "Markdown", "capitals", "the same in small letters", "program", "longer program"],
)
def test_running_text_with_many_signs_is_language_and_a_program_is_none(text: str, tag: str) -> None:
    assert fact(text, "language") == tag
    assert fact(text, "language", spans=[]) == tag


NOTICE = (
    "Notice: all pictures on these pages were sent in by readers, and the office is not answerable for their contents."
)
ZH_NOTICE = "特别说明：本页图片均由读者提供，编辑部对其内容不承担任何责任，如有疑问请来信联系我们。"


def test_a_page_whose_body_leaves_it_open_is_in_the_language_of_the_page() -> None:
    text = f"{HANS}\n{NOTICE}\n{ZH_NOTICE}\n{ZH_NOTICE}"
    kept = [(0, len(HANS)), (len(HANS) + 1, len(HANS) + 1 + len(NOTICE))]
    assert fact(text, "language", spans=kept) == "zh-Hans"
    assert fact(text, "foreign_blocks", spans=kept) == 1


def test_a_body_in_two_languages_on_a_page_in_two_is_in_several() -> None:
    text = f"{HANS * 2}\n{NOTICE + EN}\n{NOTICE}\n{ZH_NOTICE}"
    kept = [(0, 2 * len(HANS)), (2 * len(HANS) + 1, 2 * len(HANS) + 1 + len(NOTICE + EN))]
    assert fact(text, "language", spans=kept) == "mul"


OTHER = {
    "sr": "Власти су саопштиле да ће мост бити затворен до краја недеље због радова на његовој поправци и огради.",
    "be": "Кнігарня працуе ўжо шмат гадоў, і яе гаспадар памятае, што любіць чытаць кожны пакупнік.",
    "kk": "Кітап дүкені көп жылдан бері жұмыс істейді, оның иесі әр сатып алушының не оқығанды ұнататынын біледі.",
    "is": "Bókabúðin hefur verið opin í mörg ár og eigandinn man hvað hver viðskiptavinur vill helst lesa.",
    "az": "Kitab mağazası uzun illərdir ki, açıqdır və sahibi hər bir müştərinin nə oxumağı sevdiyini xatırlayır.",
    "eu": "Liburu-denda urte askoan egon da irekita, eta jabeak badaki bezero bakoitzak zer irakurri nahi duen.",
    "ga": "Tá an siopa leabhar ar oscailt le blianta fada, agus is cuimhin leis an úinéir cad is maith le gach duine.",
    "eo": "La librovendejo estas malfermita jam multajn jarojn, kaj ĝia posedanto scias, kion ĉiu kliento ŝatas legi.",
    "yi": "די ביכערקראָם איז אָפֿן שוין לאַנגע יאָרן, און דער בעל־הבית געדענקט וואָס יעדער קונה האָט ליב צו לייענען.",
    "as": "কিতাপৰ দোকানখন বহু বছৰৰ পৰা খোলা আছে আৰু মালিকে প্ৰতিজন গ্ৰাহকে কি পঢ়ি ভাল পায় সেয়া মনত ৰাখে।",
}


@pytest.mark.parametrize("tag", OTHER)
def test_languages_of_our_own_profiles_are_told(tag: str) -> None:
    assert fact(OTHER[tag], "language") == tag


def test_letters_that_fit_no_known_language_well_are_not_named_for_sure() -> None:
    # Made up, by turning each consonant of English into the next one: spoken nowhere.
    shifted = EN.translate(str.maketrans("bcdfghjklmnpqrstvwxz", "cdfghjklmnpqrstvwxzb"))
    row = measured(f"{shifted} {shifted.lower()} {shifted[::-1]}").columns.to_pylist()[0]
    assert row["language"] == "und" or row["language_confidence"] < 0.7


SELECTORS = "".join(map(chr, range(0xE0100, 0xE01F0)))


def test_data_that_nobody_sees_does_not_count() -> None:
    plain = measured(DE).columns.to_pylist()[0]
    for text in (f"\ufeff{SELECTORS}{SELECTORS}{DE}", DE.replace("Buch", f"Bu{SELECTORS}ch"), "\u2060".join(DE)):
        assert measured(text).columns.to_pylist()[0] == plain


@pytest.mark.parametrize(
    "text",
    ["林檎 蜜柑", "薔薇 檸檬", "珈琲 茶碗", "お茶", "天気 予報", "パン 屋", "会議 資料", "駅前 ガム", "蕎麦 饂飩"],
)
def test_pairs_of_japanese_words_are_in_some_language(text: str) -> None:
    assert fact(text, "language") in ("ja", "zh-Hans", "zh-Hant")
    assert fact(text, "language", spans=[]) in ("ja", "zh-Hans", "zh-Hant")


LISTING = """```python
import foo
x = foo.Bar(1, 2)
print(x.run(y=[1, 2, 3], z={'a': 4}))
t[i] = f(x[i]) + g(y[i])
```
"""
COMMANDS = """~~~bash
cmake -S . -B build -DCMAKE_BUILD_TYPE=Release
./build/app --config=/etc/app.conf | tee "$LOG"
~~~
"""
MARKDOWN = [
    ("# First steps\n\nInstall the **package** and *import* it:\n\n" + LISTING + "\nThen see what has changed.", "en"),
    ("# Erste Schritte\n\n" + COMMANDS + "\nDie Datei liegt danach in `build`. Wer mag, startet sie gleich.", "de"),
    ("## 安装\n\n" + LISTING + "\n然后再运行一次，看看有什么变化。", "zh-Hans"),
]


@pytest.mark.parametrize(("text", "tag"), MARKDOWN, ids=[tag for _, tag in MARKDOWN])
def test_markdown_with_listings_is_in_the_language_around_them(text: str, tag: str):
    assert fact(text, "language") == tag


@pytest.mark.parametrize("text", [LISTING, COMMANDS, LISTING[:-5] + LISTING[10:-5]], ids=["python", "bash", "unclosed"])
def test_a_listing_without_a_word_around_it_is_no_language(text: str):
    assert fact(text, "language") == "zxx"


@pytest.mark.parametrize(
    ("title", "body", "tag"),
    [
        ("Le conseil municipal a voté mardi la rénovation", "En mai 2024,", "fr"),
        ("The ferry has left the harbour", "Vorbei.", "en"),
        ("The ferry has left the harbour", DE, "de"),
        ("OK", "Nr. 7", "und"),
    ],
    ids=["a date", "a word", "a body of its own language", "too little in both"],
)
def test_the_title_tells_what_a_body_of_a_few_letters_does_not(title: str, body: str, tag: str) -> None:
    text = f"{title}\n{body}"
    at, ids = len(title) + 1, pa.array(["0"], pa.string())
    rows = {
        "id": pa.array(["0", "0"], pa.string()),
        "start": pa.array([0, at], pa.int64()),
        "end": pa.array([len(title), len(text)], pa.int64()),
        "kind": pa.array(["title", "paragraph"], pa.string()),
        "boilerplate": pa.array([False, False], pa.bool_()),
    }
    columns = (pa.table({"id": ids, name: pa.array([said], pa.large_string())}) for name, said in
               (("text", text), ("body", body)))  # fmt: skip
    assert language(*columns, pa.table(rows)).columns["language"].to_pylist() == [tag]
