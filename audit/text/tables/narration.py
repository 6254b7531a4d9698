"""Words by which a sentence tells what somebody did, and words by which it asks its reader to do something.

"He told us to follow him" reports; "Follow us" asks. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

import re
from typing import Final

# Subjects in the third or first person, and verbs in the past, of languages with word breaks.
_TELLING: Final = re.compile(
    r"\b(?:he|she|they|i|him|began|asked|told|said|"
    "er|ich|hatte|sagte|wollte|bat|wurde|"
    "il|elle|ils|elles|avait|a dit|ont décidé|"
    "él|ella|ellos|ellas|había|dijo|quería|pidió|"
    "ele|ela|eles|elas|disse|pediu|"
    "egli|aveva|disse|chiese|"
    "он|она|они|был|была|были|сказал|сказала|"
    "hij|zij|on był|ona była|o zaman|anh ấy|cô ấy|ông ấy|bà ấy)\\b|"
    "彼|(?:た|だった)。|그는|그녀|나는|(?:었|았|했|렸|겼)다"
)
# What else tells, where a label is only the first word of a sentence.
_ALSO_TELLING: Final = re.compile(r"\b(?:was|were|had)\b|[他她]|没有")
_ASKING: Final = re.compile(
    r"\b(?:you|your|please|click|here|us|our|"
    "sie|ihre?|ihnen|bitte|uns|unser\\w*|hier|du|dein\\w*|"
    "vous|votre|vos|notre|nos|ici|usted|ustedes|tu|tus|te|nuestr\\w+|nos|aquí|"
    "você|seu|sua|nosso|nossa|aqui|tuo|tua|ti|nostr\\w|qui|"
    "вы|вас|вам|ваш\\w*|нас|наш\\w*|u|uw|ons|onze|dig|din|vår\\w*|anda|kami|bạn|chúng tôi)\\b|"
    "ください|下さい|お願い|こちら|ぜひ|いたします|세요|십시오|바랍니다|주십|"
    r"@|https?:|www\.|\.com\b"
)
# Beginnings of Chinese sentences that make a request, and words of them beside the prompt's own.
_HAN_BEGINS: Final = re.compile(
    "(?:扫|掃|下载|下載|打开|打開|点|點|长按|長按|更多|关注|關注|用|使用|微信|手机|本|识别|安装|分享|转发|轉發|转载|"
    "订阅|訂閱|加入|收藏|评论|投稿|添加|搜索|进入|回复|文末|文章|觉得|喜欢|如果|快|来|欢迎|歡迎|随手|免责)"
)
_HAN_WORDS: Final = re.compile("请|請|欢迎|歡迎|立即|马上|您|你|免责|即可|更多|小编|朋友们|吧。|哦。")
_ADDRESS: Final = re.compile("@|[a-z0-9]{5}")
_HAN_SENTENCE: Final = re.compile("[^\u3040-\u30ff\uac00-\ud7a3]*。[”」』]?$")


def is_told(line: str, cue: str) -> bool:
    """Return whether a folded sentence with the words of a prompt reports, and asks its reader for nothing."""
    rest = line.replace(cue, " ", 1)
    if _HAN_SENTENCE.match(line):
        return all(found is None for found in (_HAN_BEGINS.match(line), _HAN_WORDS.search(rest), _ADDRESS.search(rest)))
    return _TELLING.search(rest) is not None and _ASKING.search(rest) is None


def is_narrated(line: str, label: str) -> bool:
    """Return whether a folded sentence that begins with a label reports something: Comments were few."""
    rest = line.removeprefix(label)
    told = _TELLING.search(rest) or _ALSO_TELLING.search(rest)
    return told is not None and _ASKING.search(rest) is None and _HAN_WORDS.search(rest) is None
