"""A document has the language of its sentences, whatever its neighbours, and no sure one where none fits."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.measure.language.columns import is_expected
from audit.measure.measures import MEASURES
from tests.measure.language.measured_texts import DE, EN, FR, HANS, HANT, JA, KO, RU, batch, fact, measured

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
        ("React Hooks 的 useMemo 和 useCallback 返回 memoized value 与 callback，在 render 的时候会用到", "zh-Hans"),
        ("請把 Excel 的 pivot table 複製到 PowerPoint，再 export 成 PDF，email 給 marketing department。", "zh-Hant"),
        ("React の useEffect は render の後に実行されるので、dependency array に state を入れます。", "ja"),
        ("React의 useState와 useEffect를 사용해서 component의 state와 side effect를 관리합니다.", "ko"),
        ("He wrote 我是他的朋友 on the blackboard, and all of the students laughed about it until the bell.", "en"),
        ("Câu 我是学生 nghĩa là tôi là sinh viên, còn câu 他是老师 nghĩa là anh ấy là giáo viên, rất dễ nhớ.", "vi"),
        ("I read your post.\n谢谢你的文章，我也是这么想的。\nIt was helpful and I will try it with my students.", "en"),
        ("Jugadores: 김민준 delantero, 이서연 portera, 박지후 defensa, 최예은 lateral, 정도윤 media punta", "es"),
        ("Personajes: さくら protagonista, ひまわり amiga, すみれ hermana, かえで vecina, あおい profesora", "es"),
        ("이 plugin은 default option만 있으면 config file 없이 바로 working됩니다.", "ko"),
        ("pip install command だけで Python package を追加できます。", "ja"),
        ("他说：“Hello, my friend, how are you?”然后走了出去，没有再回来。", "zh-Hans"),
        ("The Chinese word 图书馆 means library, and 书店 means bookshop, as every student learns.", "en"),
        ("Das englische Wort “bookshop” heißt auf Deutsch Buchhandlung, auf Russisch книжный магазин.", "de"),
        ("任天堂发布新作《スプラトゥーン》，玩家们都很期待这款游戏的表现。", "zh-Hans"),
    ],
)
def test_foreign_terms_belong_to_the_language_of_the_sentence(text: str, tag: str):
    assert fact(text, "language") == tag
    assert fact(text, "foreign_blocks") == 0


def test_text_in_two_languages_is_mul():
    text = f"{HANS}\n{HANS}\n{EN}\n{EN}\n{HANS}\n{EN}"
    assert fact(text, "language") == "mul"
    assert fact("\n".join([HANS] * 9 + [EN]), "language") == "zh-Hans"


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


def test_many_lines_in_two_languages_cost_what_they_hold():
    text = "\n".join([HANS, EN] * 3000)
    assert fact(text, "language", spans=[(0, len(text))]) in ("zh-Hans", "mul")


def test_letters_that_fit_no_known_language_well_are_not_named_for_sure() -> None:
    # Made up, by turning each consonant of English into the next one: spoken nowhere.
    shifted = EN.translate(str.maketrans("bcdfghjklmnpqrstvwxz", "cdfghjklmnpqrstvwxzb"))
    row = measured(f"{shifted} {shifted.lower()} {shifted[::-1]}").columns.to_pylist()[0]
    assert row["language"] == "und" or row["language_confidence"] < 0.7
