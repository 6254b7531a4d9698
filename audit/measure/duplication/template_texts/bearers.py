"""Names of bearers at the edges of texts: whom a certificate, an award or a letter is for."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.kernels.duplication import gaps as kernels
from audit.measure.duplication.template_texts.gaps import WIDE
from audit.measure.duplication.template_texts.kinds import surnames
from audit.measure.duplication.tokens.fold import CAPITAL, codes_of, fold
from audit.measure.duplication.tokens.hashing import distinct, starts_of

if TYPE_CHECKING:
    from audit.measure.duplication.template_texts.gaps import Gaps, MarkedTexts
    from audit.measure.duplication.tokens.hashing import U32, Bools, Ints

# Verbs of giving, and the word between one and a name. Sites say "subscribe to" and "reported by".
_GIVEN: Final = (
    "awarded presented issued given granted goes go handed conferred bestowed verliehen überreicht ausgestellt "
    "vergeben décerné décernée délivré délivrée remis remise attribué otorgado otorgada entregado entregada concedido "
    "concedida conferito conferita rilasciato rilasciata uitgereikt toegekend przyznano"
)
_TO: Final = "to on for an für à a al aan dla"
# The first word of a text, before a name: a credit says "by", and sites put no such word before their own names.
_TO_AT_HEAD: Final = "to for für pour para per voor dla для"
# Greetings at the head of a letter, and what stands between one and a name.
_DEAR: Final = (
    "dear liebe lieber geehrte geehrter cher chère estimado estimada querido querida caro cara gentile prezado prezada "
    "geachte beste kära kjære уважаемый уважаемая дорогой дорогая szanowny szanowna"
)
_TITLES: Final = "mr mrs ms miss dr prof frau herr madame monsieur señor señora signor signora senhor senhora pan pani"
# What stands before the name of a bearer in a form: words, those of a script without capitals, and the last two
# characters of such.
_LABELS: Final = (
    "name holder bearer recipient awardee inhaber inhaberin inhabers empfänger empfängerin teilnehmer teilnehmerin nom "
    "titulaire bénéficiaire nombre titular alumno alumna beneficiario beneficiaria nome titolare portador naam houder "
    "имя фио владелец imię nazwisko"
)
_LABELS_WITHOUT_CASE: Final = "성명 이름 대상 대상자 수상자 수료자 소지자 수신자 받는 받으시는 받으실"
_LABELS_OF_TWO: Final = (
    "氏名 姓名 名前 宛名 证人 有人 彰人 奖者 奖人 聘人 训人 训者 赠人 领人 请人 学员 学生 授予 颁给 赠予 发给 "
    "講者 賞者 了者 象者 請者 呈先 与先 付先 敬的 爱的 敬爱"
)
# What follows it: forms of address, one or two tokens.
_ADDRESS: Final = (
    "殿 様 君 氏 님 님께 님은 님께서 씨 군 양 귀하 귀하는 귀하께 귀하께서는 귀하를 귀하의 회원님 고객님 선생님"
)
_ADDRESS_OF_TWO: Final = "さん 同志 同学 先生 女士 小姐 老师 教授 选手 队员"
# What a certificate, an award or a card calls itself in its first words, before the name of its bearer: words, those of
# a script without capitals, and the last two characters of such.
_DEEDS: Final = (
    "certificate diploma award urkunde ehrenurkunde siegerurkunde teilnahmeurkunde zertifikat teilnahmebescheinigung "
    "mitgliedsausweis ausweis certificat diplôme attestation certificado reconocimiento carné certificato attestato "
    "diplom dyplom certyfikat грамота диплом сертификат удостоверение благодарность благодарственное похвальный"
)
_DEEDS_WITHOUT_CASE: Final = "상장 상패 수료증 이수증 자격증 감사장 감사패 표창장 임명장 위촉장 합격증 회원증"
_DEEDS_OF_TWO: Final = "证书 證書 奖状 獎狀 聘书 賞状 謝状 嘱状 彰状 了証 加証 格証 員証"
# Tokens from the beginning of a text in which a deed says so.
_HEAD: Final = 12
# Tokens of a name on either side, and of what both names have in common between it and a label or form of address.
_LONGEST: Final = 6
_SHARED: Final = 3
_HALF: Final = np.uint64(32)
# Characters beside the name of a writer, editor or photographer.
_CREDITS: Final = "者辑文摄源布员图校审订编报讯译"
# Characters of a Chinese name, and last ones of the name of a site or paper.
_OF_A_NAME: Final = (2, 3)
_SITES: Final = "网报社台刊界号站"


def are_of_bearers(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps hold the names of bearers, on both sides.

    Either a verb of giving, a greeting or a first word such as "to" leads to it, or a label as of a form, or a form of
    address follows it; or the text begins, or its first words go on, with a Chinese name of two or three characters
    beside which no credit stands; or the text begins with the word for a certificate.
    """
    found = _are_led_to(texts, gaps) | _are_chinese(texts, gaps)
    return found | ((_are_labelled(texts, gaps) | _are_of_deeds(texts, gaps)) & _are_short(gaps))


def _are_labelled(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps stand beside a label, in capitals after one that has case, or beside a form of address.

    What two bearers have in common of their names stands between the gap and these.
    """
    cased, caseless, addresses = _codes((_LABELS, _LABELS_WITHOUT_CASE, _ADDRESS))
    text = np.searchsorted(texts.bounds, gaps.first, side="right") - 1
    begins, ends = texts.bounds[text], texts.bounds[text + 1] - 1

    def beside(is_one: Bools, first: Ints, step: int, most: int) -> Bools:
        found = np.zeros(len(first), np.bool_)
        for place in (first + step * away for away in range(most + 1)):
            found |= is_one[np.clip(place, begins, ends)] & (place >= begins) & (place <= ends)
        return found

    found = beside(np.isin(texts.codes, cased), gaps.first - 1, -1, _SHARED) & _are_in_capitals(texts, gaps)
    is_label = np.isin(texts.codes, caseless) | _ends_pair(texts.codes, _LABELS_OF_TWO)
    is_address = np.isin(texts.codes, addresses) | np.roll(_ends_pair(texts.codes, _ADDRESS_OF_TWO), -1)
    return (
        found | beside(is_label, gaps.first - 1, -1, _SHARED) | beside(is_address, gaps.first + gaps.size, 1, _SHARED)
    )


def _are_of_deeds(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps follow the word for a certificate in the first words of a text."""
    cased, caseless = _codes((_DEEDS, _DEEDS_WITHOUT_CASE))
    begins = texts.bounds[np.searchsorted(texts.bounds, gaps.first, side="right") - 1]
    is_at_head = gaps.first - begins < _HEAD

    def follow(is_one: Bools) -> Bools:
        counts = starts_of(is_one)
        found: Bools = is_at_head & (counts[gaps.first] > counts[begins])
        return found

    found = follow(np.isin(texts.codes, cased)) & _are_in_capitals(texts, gaps)
    return found | follow(np.isin(texts.codes, caseless) | _ends_pair(texts.codes, _DEEDS_OF_TWO))


def _are_short(gaps: Gaps) -> Bools:
    sizes = np.stack([gaps.size, gaps.other_size])
    is_short: Bools = (sizes.min(axis=0) > 0) & (sizes.max(axis=0) <= _LONGEST)
    return is_short


def _are_in_capitals(texts: MarkedTexts, gaps: Gaps) -> Bools:
    """Return which gaps have a capital on both sides."""
    capitals = texts.before(CAPITAL)
    found: Bools = capitals[gaps.first + gaps.size] > capitals[gaps.first]
    found &= capitals[gaps.second + gaps.other_size] > capitals[gaps.second]
    return found


def _ends_pair(codes: U32, pairs: str) -> Bools:
    """Return which tokens are the second of a pair of characters."""
    wanted = [codes_of(fold([pair])).astype(np.uint64) for pair in pairs.split()]
    keys = np.array([first << _HALF | second for first, second in wanted], np.uint64)
    found = np.zeros(len(codes), np.bool_)
    found[1:] = np.isin(codes[:-1].astype(np.uint64) << _HALF | codes[1:], keys)
    return found


def _are_led_to(texts: MarkedTexts, gaps: Gaps) -> Bools:
    # Two bearers may have their first name in common.
    words = [texts.codes[np.maximum(gaps.first - back, 0)] for back in (1, 2, 3)]
    given, to, dear, titles, to_at_head = _codes((_GIVEN, _TO, _DEAR, _TITLES, _TO_AT_HEAD))
    found = np.zeros(len(gaps.pair), np.bool_)
    for back, (last, before) in enumerate(pairwise(words), 1):
        found |= np.isin(last, to_at_head) & np.isin(gaps.first - back, texts.bounds)
        found |= np.isin(last, to) & np.isin(before, given)
        found |= np.isin(last, dear) | (np.isin(last, titles) & np.isin(before, dear))
    return found & _are_in_capitals(texts, gaps)


def _are_chinese(texts: MarkedTexts, gaps: Gaps) -> Bools:
    credits, sites = _codes((_CREDITS, _SITES))
    last = len(texts.codes) - 1
    found: Bools = gaps.edge == kernels.BEFORE
    for first, size in ((gaps.first, gaps.size), (gaps.second, gaps.other_size)):
        ends = first + size
        begin, end = texts.codes[np.minimum(first, last)], texts.codes[np.maximum(ends, 1) - 1]
        found &= (size >= _OF_A_NAME[0]) & (size <= _OF_A_NAME[1]) & np.isin(begin, surnames()) & ~np.isin(end, sites)
        after = texts.codes[np.minimum(ends, last)]
        found &= (after >= WIDE) & ~np.isin(after, credits)
        is_first = np.isin(first, texts.bounds)
        found &= is_first | ~np.isin(texts.codes[np.maximum(first, 1) - 1], credits)
    return found


@lru_cache(maxsize=2)
def _codes(texts: tuple[str, ...]) -> tuple[U32, ...]:
    """Return the codes of the words, or characters, of each text."""
    return tuple(distinct(codes_of(fold([text]))) for text in texts)
