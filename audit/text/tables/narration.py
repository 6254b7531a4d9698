"""Words by which a sentence tells what somebody did, and words by which it asks its reader to do something.

"He told us to follow him" reports; "Follow us" asks. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

import re
from typing import Final

# Subjects in the third or first person, and verbs in the past, of languages with word breaks.
_TELLING: Final = re.compile(
    r"\b(?:he|she|they|him|i(?:'m|'ve|'ll|'d)|began|asked|told|said|cried|shouted|"
    "i (?:am|was|have|had|do|did|can|can't|could|will|would|agree|know|saw|went)|"
    "er|ich|hatten?|wollten?|konnten?|mussten?|durften?|wurden?|waren|sagten?|fragten?|bat|rief|riefen|ließ|ließen|"
    "il (?:a|est|avait|était|fut)|elle|ils|elles|a dit|ont décidé|(?:fu|pu|eu)rent|\\w{2,}aient|\\w{3,}(?<![frl])ait|"
    "él|ella|ellos|ellas|dijo|fue|fueron|había|quería|decía|podía|\\w{3,}ó|\\w{2,}(?:aron|ieron|aban)|"
    "ele|ela|eles|elas|disse|dizia|havia|queria|podia|\\w{3,}[^hy\\W]ou|\\w{2,}[aei]ram|"
    "egli|aveva|furono|disse|chiese|\\w{4,}ò|\\w{2,}(?:[aei]rono|[ae]vano)|\\w{4,}[ae]va|"
    "он|она|они|был|была|были|сказал|сказала|\\w{3,}[аеиыуя]ли(?:сь)?|\\w{3,}[аеиыуя]л(?:ся|ась|ось)|"
    "hij|zij|hadden|zeiden?|riep|riepen|vroeg|vroegen|werd|"
    "hon|hade|sade|ropade|frågade|blev|"
    "on był|ona była|powiedział|prosił|wołał|pytał|\\w{3,}(?:[aiyę]ła|[aiy]ło)|"
    "o zaman|dedi|diye|anh ấy|cô ấy|ông ấy|bà ấy|ông|họ|"
    "mereka|قال|قالت|كان|كانت)\\b|"
    # The plain style of Japanese, of a subject, and of Korean, unlike the polite one of requests; a Turkish past.
    "[はがも].*[ぁ-ん](?<!です)(?<!ます)(?<!せん)(?<!さい)。|だった。|彼|그는|그녀|나는|[가-힣](?<!니)다\\.$|"
    "\\w{2,}(?<![ıiuü]l)(?:[dt][ıü]|[ou]du|[eü]ndi|m[ıiuü]şt[ıiuü])\\.$"
)
# What else tells, where a label is only the first word of a sentence.
_ALSO_TELLING: Final = re.compile(r"\b(?:was|were|had)\b|[他她]|没有|沒有")
_HAN_TELLING: Final = re.compile("[了着著是的]")
# A colon after a label introduces a value or another headline.
_NAMES: Final = re.compile(r"\s*[:|>]")
_ASKING: Final = re.compile(
    r"\b(?:you|your|please|click|here|us|our|"
    "sie|ihre?|ihnen|bitte|uns|unser\\w*|hier|dein\\w*|\\w+st du|du \\w+st|"
    "vous|votre|vos|notre|nos|ici|usted|ustedes|tu|tus|no te|nuestr\\w+|aquí|"
    "você|seu|sua|nosso|nossa|aqui|tuo|tua|ti|nostr\\w|clicc\\w+|"
    "вы|вас|вам|ваш\\w*|нас|наш\\w*|u|uw|ons|onze|dig|din|vår\\w*|anda|kami|bạn|chúng tôi)\\b|"
    "ください|下さい|お願い|こちら|ぜひ|いたします|禁[じず]|お断り|세요|십시오|바랍니다|주십|금한다|금지|"
    r"@|https?:|www\.|\.com\b"
)
# Beginnings of Chinese sentences that make a request, and words of them beside the prompt's own.
_HAN_BEGINS: Final = re.compile(
    "(?:扫|掃|下载|下載|打开|打開|点|點|长按|長按|更多|关注|關注|用|使用|微信|手机|本|识别|安装|分享|转发|轉發|转载|"
    "订阅|訂閱|加入|收藏|评论|投稿|添加|搜索|进入|回复|文末|文章|觉得|喜欢|如果|快|来|欢迎|歡迎|随手|免责)"
)
_HAN_WORDS: Final = re.compile(
    "请|請|欢迎|歡迎|立即|马上|您|你|免责|即可|更多|小编|朋友们|吧。|哦。|"
    "本[站网刊报文号篇頁页]|网站|網站|用户|用戶|尽在|盡在"
)
_ADDRESS: Final = re.compile("@|[a-z0-9]{5}")
# Who did as a prompt asks, in a clause before the noun, where it does not go on to ask for more.
HAN_CLAUSE: Final = "的(?:人|读者|讀者|观众|觀眾|网友|網友|村民|顾客|顧客|孩子)(?![^,。]{0,10}[请請您你领領即])"
# Marks that quotations begin with, and what somebody quotes inside a sentence; the name of a button is shorter.
_QUOTING: Final = '“”„«「『‹"'
QUOTATION: Final = re.compile(f'[{_QUOTING}][^“”„«»「」『』‹›"]{{6,}}[”“»」』›"]')
# Characters of a sentence without what it quotes, at least.
OWN: Final = 12
_CLAUSE: Final = re.compile(HAN_CLAUSE)
_HAN_SENTENCE: Final = re.compile("[^\u3040-\u30ff\uac00-\ud7a3]*。[”」』]?$")


# Persons that a question is about, if not about the page.
_PERSON: Final = re.compile(r"\b(?:he|she|they|him|her|elle|él|ella|ele|ela|он|она|они|hij|zij|hon|họ|mereka)\b|彼")
_QUESTION: Final = re.compile("[?؟]\\W*$")


def unquoted(line: str) -> str:
    """Return a sentence without what it quotes; whole if it is nearly all quoted."""
    rest = QUOTATION.sub(" ", line)
    return rest if len(rest) >= OWN else line


def is_quoted(line: str, cue: str) -> bool:
    """Return whether a folded sentence only quotes the words of a prompt."""
    return cue not in unquoted(line)


def is_told(line: str, cue: str) -> bool:
    """Return whether a folded sentence with the words of a prompt reports, and asks its reader for nothing."""
    if _CLAUSE.search(line):
        return True
    rest = line.replace(cue, " ", 1)
    if _HAN_SENTENCE.match(line):
        return all(found is None for found in (_HAN_BEGINS.match(line), _HAN_WORDS.search(rest), _ADDRESS.search(rest)))
    told = _PERSON if _QUESTION.search(line) else _TELLING
    return told.search(rest) is not None and _ASKING.search(rest) is None


def is_narrated(line: str, label: str) -> bool:
    """Return whether a folded sentence that begins with a label reports something: Comments were few."""
    rest = line.removeprefix(label)
    if _NAMES.match(rest) or _ASKING.search(rest) or _HAN_WORDS.search(line):
        return False
    told = _TELLING.search(rest) or _ALSO_TELLING.search(rest)
    is_han = _HAN_SENTENCE.match(line) is not None and _ADDRESS.search(rest) is None
    return told is not None or (is_han and _HAN_TELLING.search(rest) is not None)


def is_about_rights(line: str, notice: str) -> bool:
    """Return whether a folded sentence with the words of a rights notice reports something about rights."""
    rest = line.replace(notice, " ", 1)
    told = _TELLING.search(rest) or re.search("[他她]", rest)
    return told is not None and _ASKING.search(rest) is None and _HAN_WORDS.search(rest) is None
