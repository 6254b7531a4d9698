"""Each pair of codecs of the table is found in a paragraph, and the healthy paragraph is not."""

from __future__ import annotations

import codecs
import re
from itertools import chain
from typing import Final
from unicodedata import normalize

import pyarrow as pa
import pytest

from audit.measure.encoding.characters import encoding
from audit.measure.encoding.mojibake.codec_pairs import PAIRS, TWO_BYTES

ZH: Final = "他把旧书放在桌上，然后走到窗前，看着外面的雨慢慢停下来。孩子们放学以后都跑到河边，想看看渡船什么时候回来。"
HANT: Final = (
    "他把舊書放在桌上，然後走到窗前，看著外面的雨慢慢停下來。孩子們放學以後都跑到河邊，想看看渡船什麼時候回來。"
)
JA: Final = "彼は古い本を机の上に置いて、窓のそばまで歩き、雨がやむのを見ていました。子供たちは川へ走って行きました。"
KO: Final = "그는 낡은 책을 책상 위에 놓고 창가로 걸어가 비가 그치는 것을 바라보았다. 아이들은 모두 강가로 달려갔다."
DE: Final = (
    "Er legte das Buch zurück, öffnete die Tür und hörte draußen die Vögel über den Dächern. "
    "Später fuhr er müde zurück."
)
FR: Final = (
    "Les élèves ont été très étonnés de la réponse donnée à la fenêtre fermée. Le garçon est allé à l'hôtel français."
)
ES: Final = (
    "El niño corrió detrás del camión hasta la estación. Después volvió según él mañana habría más árboles que aquí."
)
PL: Final = (
    "Książka leżała na półce, a żółty kot spał obok źródła ciepła. "
    "Później wyszliśmy na łąkę, gdzie było już całkiem cicho."
)
CS: Final = (
    "Příliš mnoho lidí přišlo včera večer na náměstí, aby vidělo staré město. Děti běžely k řece a křičely štěstím."
)
HU: Final = (
    "Az öreg könyv a híd fölött feküdt, és a tűz mellett ült egy őszi szülő. Később átment a túlsó oldalra vízért."
)
TR: Final = (
    "Çocuklar güneş battıktan sonra köprünün altında toplandı. Öğretmen şehirden ışığı söndürüp döndü, değil mi?"
)
RU: Final = (
    "Он положил старую книгу на стол, подошёл к окну и стал смотреть на дождь. Дети побежали к реке встречать паром."
)
EL: Final = (
    "Έβαλε το παλιό βιβλίο πάνω στο τραπέζι και κοίταξε τη βροχή. Τα παιδιά έτρεξαν στο ποτάμι για να δουν το καράβι."
)
HE: Final = "הוא הניח את הספר הישן על השולחן וניגש אל החלון. הילדים רצו אל הנהר כדי לראות את המעבורת."
AR: Final = "وضع الكتاب القديم على الطاولة ثم ذهب إلى النافذة لينظر إلى المطر. ركض الأطفال إلى النهر لكي يروا القارب."
TH: Final = "เขาวางหนังสือเก่าไว้บนโต๊ะแล้วเดินไปที่หน้าต่างเพื่อดูฝนที่กำลังจะหยุด เด็กๆ วิ่งไปที่แม่น้ำเพื่อรอเรือ"
LT: Final = (
    "Senoji knyga gulėjo ant stalo, o už lango lėtai lijo. "
    "Vaikai nubėgo prie upės žiūrėti, kada grįš keltas iš ąžuolyno."
)
VI: Final = (
    "Anh đặt quyển sách cũ lên bàn rồi bước đến bên cửa sổ, nhìn mưa ngoài trời. "
    "Bọn trẻ chạy ra bờ sông để xem con đò trở về, nhưng nước vẫn còn chảy rất mạnh."
)
# What is written in a codec, the likeliest first.
WRITTEN: Final = {
    "gb18030": (ZH,),
    "cp950": (HANT, "這座城市的圖書館昨天重新開放，許多市民帶著孩子來看書，館長說今年會增加三千本新書。"),
    "cp932": (JA,),
    "euc_jp": (JA,),
    "cp949": (KO,),
    **dict.fromkeys(("cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"), (RU,)),
    **dict.fromkeys(("cp1252", "mac-roman", "cp850", "cp437"), (FR, DE, ES)),
    **dict.fromkeys(("cp1250", "iso8859-2", "cp852"), (CS, PL, HU)),
    **dict.fromkeys(("cp1254", "cp857"), (TR,)),
    **dict.fromkeys(("cp1253", "cp737"), (EL,)),
    **dict.fromkeys(("cp1255", "cp862"), (HE,)),
    **dict.fromkeys(("cp1256", "iso8859-6"), (AR,)),
    "cp874": (TH,),
    "cp1257": (LT,),
    "cp1258": (VI,),
    "utf-8": (ZH, FR, RU),
}
HEALTHY: Final = sorted({text for texts in WRITTEN.values() for text in texts})
# Found in none of their texts: the page of the rule says so.
MISSED: Final = frozenset(
    {
        ("cp932", "cp950"),
        ("cp1252", "cp949"),
    }
)
# These drop bytes of most accents.
THINNED: Final = frozenset({"cp932", "cp949", "cp950"})

codecs.register_error("as-c1", lambda e: (e.object[e.start : e.end].decode("latin-1"), e.end))  # type: ignore[attr-defined]


def mojibake(*texts: str) -> list[int]:
    found = encoding(pa.table({"text": pa.array(texts, pa.large_string())})).columns["mojibake"]
    return [int(count) for count in found.to_pylist()]


def misread(text: str, right: str, wrong: str) -> str:
    # GBK is what programs of its time read: GB 18030 takes four bytes for one character here and there.
    shown = "gbk" if wrong == "gb18030" else wrong
    text = tones_apart(text) if right == "cp1258" else text
    return text.encode(right, "ignore").decode(shown, "ignore" if wrong in TWO_BYTES else "as-c1")


def tones_apart(text: str) -> str:
    """Return Vietnamese as its codec has it: the tone of a vowel is a character of its own."""
    below_first = re.sub("(\u0323)([\u0302\u0306\u031b])", r"\2\1", normalize("NFD", text))
    return re.sub("\\w[\u0302\u0306\u031b]", lambda vowel: normalize("NFC", vowel[0]), below_first)


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], bool]:
    """Tell of each pair whether any of its texts is found, measured all at once."""
    misread_as = {pair: [misread(text, *pair) for text in WRITTEN[pair[0]]] for pair in PAIRS}
    counts = iter(mojibake(*chain.from_iterable(misread_as.values())))
    return {pair: sum(next(counts) for _ in texts) > 0 for pair, texts in misread_as.items()}


@pytest.mark.parametrize("pair", PAIRS)
def test_a_pair_is_found(pair: tuple[str, str], found: dict[tuple[str, str], bool]):
    assert found[pair] == (pair not in MISSED)


@pytest.mark.parametrize("wrong", [wrong for right, wrong in PAIRS if right == "utf-8" and wrong not in THINNED])
def test_one_sentence_of_latin_letters_in_utf8_is_found(wrong: str):
    short = "Man soll so viele Pakete wie möglich löschen.", "Il pacchetto più nuovo non è sempre così utile."
    assert all(mojibake(*(misread(text, "utf-8", wrong) for text in short)))
    assert mojibake(*short) == [0, 0]


def test_the_healthy_paragraphs_are_not():
    assert mojibake(*HEALTHY) == [0] * len(HEALTHY)
