"""Texts in many codecs, and texts whose bytes lie about theirs."""

from __future__ import annotations

import codecs

from tests.hostile.case import File, document, either

_SENTENCES = {
    "zh-hans": (
        "清晨的码头很安静，渔民们把网晾在木架上，孩子们沿着堤岸去上"
        "学。镇上的图书馆今天换了新的书架，读者可以借到更多的小说。"
    ),
    "zh-hant": (
        "清晨的碼頭很安靜，漁民們把網晾在木架上，孩子們沿著堤岸去上"
        "學。鎮上的圖書館今天換了新的書架，讀者可以借到更多的小說。"
    ),
    "ja": (
        "朝の港はとても静かで、漁師たちは木の棚に網を干している。町の"
        "図書館には新しい本棚が入り、子どもたちは楽しそうに本を選んだ。"
    ),
    "ko": (
        "아침의 항구는 아주 조용하고 어부들은 나무 선반에 그물을 말린다."
        " 마을 도서관에는 새 책장이 들어와 아이들이 즐겁게 책을 골랐다."
    ),
    "ru": (
        "Утром на пристани тихо, рыбаки развешивают сети, а дети идут "
        "в школу вдоль набережной. В библиотеке поставили новые полки."
    ),
    "el": (
        "Το πρωί το λιμάνι είναι ήσυχο, οι ψαράδες απλώνουν τα δίχ"
        "τυα και τα παιδιά πηγαίνουν στο σχολείο δίπλα στη θάλασσα."
    ),
    "fr": (
        "Le matin, le port est très calme : les pêcheurs étendent leurs"
        " filets, et les élèves longent le quai où l'été s'achève déjà."
    ),
    "de": (
        "Am frühen Morgen ist es am Hafen schön ruhig; die Fischer häng"
        "en ihre Netze auf, und die Schüler gehen über die alte Brücke."
    ),
    "tr": (
        "Sabah liman çok sessiz; balıkçılar ağlarını asıyor, öğrenc"
        "iler sahil boyunca okula yürüyor ve şehir yavaşça uyanıyor."
    ),
    "he": ("בבוקר הנמל שקט מאוד, הדייגים תולים את הרשתות והילדים הולכים לבית הספר לאורך הטיילת."),
    "ar": ("في الصباح يكون الميناء هادئا جدا، ينشر الصيادون شباكهم ويمشي الأطفال إلى المدرسة على طول الشاطئ."),
    "th": ("ยามเช้าท่าเรือเงียบสงบ ชาวประมงตากแหอยู่บนราวไม้ และเด็ก ๆ เดินไปโรงเรียนริมฝั่งน้ำ"),
    "pl": (
        "Rano w porcie jest bardzo cicho, rybacy wieszają sieci, a d"
        "zieci idą do szkoły wzdłuż nabrzeża, mówiąc o święcie łodzi."
    ),
    "uk": ("Вранці на пристані тихо, рибалки розвішують сіті, а діти йдуть до школи вздовж її кам'яної набережної."),
    "en": (
        "In the morning the harbour is quiet; fishermen hang their net"
        "s on wooden racks and children walk to school along the quay."
    ),
}
# Pairs that any good reader of text gets right.
_KNOWN = (
    ("zh-hans", ("utf-8", "utf-8-sig", "gb18030", "gbk", "gb2312", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "hz")),
    ("zh-hant", ("utf-8", "big5", "cp950", "gb18030", "utf-16")),
    ("ja", ("utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16-le")),
    ("ko", ("utf-8", "cp949", "euc_kr", "utf-16")),
    ("ru", ("utf-8", "cp1251", "koi8_r", "utf-16-le")),
    ("el", ("utf-8", "cp1253")),
    ("fr", ("utf-8", "cp1252", "latin_1", "utf-16-be")),
    ("de", ("utf-8", "cp1252", "utf-32-be")),
    ("he", ("utf-8", "cp1255")),
    ("ar", ("utf-8", "cp1256")),
    ("th", ("utf-8", "cp874")),
    ("en", ("ascii", "utf-16", "utf-16-le")),
)
# Pairs that a reader may get wrong, but must account for.
_RARE = (
    ("ko", ("iso2022_kr", "johab")),
    ("ru", ("cp866", "iso8859_5", "mac_cyrillic", "utf-16-be")),
    ("uk", ("koi8_u", "cp1251")),
    ("el", ("iso8859_7", "cp737")),
    ("fr", ("iso8859_15", "cp850", "mac_roman", "utf-7")),
    ("tr", ("cp1254", "iso8859_9")),
    ("pl", ("cp1250", "iso8859_2")),
    ("he", ("iso8859_8",)),
    ("en", ("cp037", "utf-16-be")),
)


def _many(language: str, codec: str) -> bytes:
    return "\n".join([_SENTENCES[language]] * 6).encode(codec, "ignore")


_UTF8, _GBK, _LATIN = (_many("zh-hans", "utf-8"), _many("zh-hans", "gb18030"), _many("fr", "cp1252"))

_WHOLE: tuple[File, ...] = (
    *(document(f"encoding/{lang}.{codec}.txt", _many(lang, codec)) for lang, used in _KNOWN for codec in used),
    *(either(f"encoding/{lang}.{codec}.txt", _many(lang, codec)) for lang, used in _RARE for codec in used),
)
_BROKEN = (
    document("encoding/utf-8-cut.txt", _UTF8[:-2]),
    document("encoding/utf-8-bad-byte.txt", _UTF8[:300] + b"\xff" + _UTF8[300:]),
    document("encoding/utf-8-latin-byte.txt", _UTF8 + b"caf\xe9\n"),
    document("encoding/gb18030-cut.txt", _GBK[:-1]),
    document("encoding/two-marks.txt", codecs.BOM_UTF8 * 2 + _UTF8),
    document("encoding/mark-inside.txt", _UTF8 + codecs.BOM_UTF8 + _UTF8),
    either("encoding/mixed-lines.txt", _UTF8 + b"\n" + _GBK),
    either("encoding/mixed-three.txt", _UTF8 + b"\n" + _GBK + b"\n" + _LATIN),
    either("encoding/mark-utf-8-then-gbk.txt", codecs.BOM_UTF8 + _GBK),
    either("encoding/mark-utf-16-then-utf-8.txt", codecs.BOM_UTF16_LE + _UTF8),
    either("encoding/mark-utf-16-wrong-order.txt", codecs.BOM_UTF16_LE + _many("en", "utf-16-be")),
    either("encoding/utf-16-odd.txt", _many("zh-hans", "utf-16")[:-1]),
    either("encoding/utf-16-lone-surrogate.txt", codecs.BOM_UTF16_LE + b"a\0\x00\xd8b\0" * 40),
    either("encoding/utf-32-too-high.txt", codecs.BOM_UTF32_LE + b"\x00\x00\x11\x00" * 40),
    either("encoding/cesu-8.txt", b"smile \xed\xa0\xbd\xed\xb8\x80 and walk on\n" * 20),
    either("encoding/overlong.txt", b"..\xc0\xaf..\xe0\x80\xaf text\n" * 20),
    either("encoding/continuation-bytes.txt", b"\x80\x81\x82\x83" * 100),
    either("encoding/high-bytes.txt", bytes(range(0x80, 0x100)) * 8),
    either("encoding/all-bytes.txt", bytes(range(0x100)) * 4),
    either("encoding/utf-8-as-latin.txt", _UTF8.decode("latin_1").encode()),
    either("encoding/utf-8-as-gbk.txt", _UTF8.decode("gb18030", "replace").encode()),
    either("encoding/utf-7-injection.txt", b"+ADw-script+AD4-alert(1)+ADw-/script+AD4-\n"),
    either("encoding/escape-at-end.txt", b"a quiet harbour \x1b$B"),
    either("encoding/hz-open.txt", b"a quiet harbour ~{<:Ky2;"),
    either("encoding/shift-out.txt", b"\x1b$)C\x0e" + b"\x21" * 51),
)
ENCODINGS = (*_WHOLE, *_BROKEN)
