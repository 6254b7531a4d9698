"""Japanese with hardly any kana, such as lists of places, and old letters: distinguished from Chinese by forms of Han.

Japan simplified some characters as the mainland did (国 学 会), left others traditional (東 記 書), and gave some forms
of its own (駅 広 県). A Chinese text has only the first or only the second, and soon a character that Japan has not.
A few words that only Japan writes (丁目, 株式会社) tell where all characters are common to both.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

import numpy as np

from audit.measure.language.character_kinds import HAN_KINDS, HANS_KINDS, HANT_KINDS, JAPANESE_KINDS, KIND, kinds
from audit.measure.language.judged_text import Judged, variant
from audit.measure.language.segments import FAMILY, Pieces, beginnings
from audit.measure.language.spans import Mask
from audit.text.classes import Points, codepoints, tier
from audit.text.code_points import PLANE
from audit.text.scripts import SCRIPT, scripts

# JIS X 0208, in the bytes of EUC-JP: level 1 are the characters of everyday Japanese.
_EVERYDAY: Final = (0xB0, 0xD0)
_EVERY: Final = (0xB0, 0xF5)
# Simplified on the mainland, but also forms of traditional writing in Taiwan and Hong Kong.
_ALSO_TRADITIONAL: Final = "着悦温税脱葱黄湾虚晋叙厨恒猫却脚携双"
# Share of characters used only in Japan from which some others may be rare: Japanese names of places have more.
_MIN_JAPANESE: Final = 0.04
# Particles and endings that old letters and laws write in katakana (候ニ付, 有之候ハバ); a Chinese text quotes whole
# names in them, and puts a sign of its own beside.
_PARTICLE: Final = re.compile("(?<=[\u4e00-\u9fff])[ニヲハモノテトヘガバシスリルタ]{1,2}(?=[\u4e00-\u9fff])")
_CHINESE_PARTICLES: Final = "的是在了和與与把這这"
# What only Japan writes in characters that Chinese has, too: years by era, house numbers, firms, ministries, words of
# counters, contracts and shops, towns of prefectures, and towns beside villages. Of 2.5 million characters of Chinese
# none is in such a word of a counter. Asked are texts of so few Han characters; a longer one has a character of one
# side only.
_WORDS: Final = re.compile(
    r"(?:令和|平成|昭和)[元一二三四五六七八九十\d]{1,4}年|[一二三四五六七八九十\d]丁目|[二三四五六七八九十\d]番地|〒\s?\d{3}"
    r"|(?:株式|有限|合同|合名)会社|取締役|(?<!日本)(?:国土交通省|文部科学省|農林水産省)"
    r"|取扱|立入禁止|送料|定休日|改札|割引|引越|正社員|交通費支給|敷金|家賃|切符|受付|見積|振込|振替|支払|手続|申込|問合|税[込抜]"
    r"|履歴書|領収|郵便番号|電話番号|免許証|弁護士|駐車場|喫煙|窓口|卒業証|登録"
    r"|(?:(?:大阪|京都)府|東京都|北海道)\w{1,3}[市区郡]\w{1,8}[\d区町村]|村、\w{1,3}町|町、\w{1,4}[町村]"
)
# Chinese about Japan has one of these in every clause or two.
_CHINESE: Final = re.compile("[的是在了與与把這这]|(?<![令昭])和|位於")
_FEW_HAN: Final = 200
_SEVERAL: Final = 3
_MIN_PARTICLES: Final = 0.03
_KANA: Final = KIND["Kana"]
_READ: Final = 1_000
_HANI: Final = SCRIPT["Hani"]


def are_kanji(points: Points, content: Pieces, found: Judged) -> Mask:
    """Return which documents in Han alone are Japanese; `content` are the judged pieces."""
    hans, hant = variant(found.counts)
    own, few = found.counts[:, JAPANESE_KINDS].sum(axis=1), found.counts[:, HAN_KINDS].sum(axis=1) < _FEW_HAN
    has_forms = (hans > 0) & (hant > 0) | (own > 0) | (found.counts[:, _KANA] > 0)
    made: Mask = (found.family == FAMILY["zh"]) & (has_forms | few)
    asked = np.flatnonzero(made).tolist()
    for number, text in zip(asked, beginnings(points, content, asked, _READ), strict=True):
        has_words = bool(few[number]) and _has_words(text)
        made[number] = has_words or (has_forms[number] and (_is_kanji(codepoints(text)) or _has_particles(text)))
    return made


def _has_words(text: str) -> bool:
    """Return whether a text has words that only Japan writes, in characters that Japan has, and nothing Chinese."""
    if not _WORDS.search(text) or _CHINESE.search(text):
        return False
    points = codepoints(text)
    return _are_all(points[scripts(points) == _HANI], _EVERY)


def _has_particles(text: str) -> bool:
    """Return whether single katakana stand between Han characters throughout, and more than Chinese particles do."""
    own = len(_PARTICLE.findall(text))
    return own >= max(_SEVERAL, _MIN_PARTICLES * len(text)) and own > sum(map(text.count, _CHINESE_PARTICLES))


def _is_kanji(points: Points) -> bool:
    """Return whether the Han characters are in use in Japan, and their forms those of no Chinese text."""
    han = points[scripts(points) == _HANI]
    found = kinds()[han]
    own = np.isin(found, JAPANESE_KINDS)
    hans = np.isin(found, HANS_KINDS) & ~np.isin(han, codepoints(_ALSO_TRADITIONAL))
    is_both = hans.any() and np.isin(found, HANT_KINDS).any()
    if _are_all(han, _EVERYDAY):
        return bool(own.any() or is_both)
    return bool(own.mean() > (0 if is_both else _MIN_JAPANESE) and _are_all(han, _EVERY))


def _are_all(han: Points, rows: tuple[int, int]) -> bool:
    """Return whether all characters are in these rows of JIS."""
    return bool(_jis(rows)[np.minimum(han, PLANE - 1)].all())


@cache
def _jis(rows: tuple[int, int]) -> Mask:
    """Return which code points of the first plane are in these rows."""
    made = np.zeros(PLANE, np.bool_)
    made[sorted(tier("euc_jp", rows))] = True
    return made
