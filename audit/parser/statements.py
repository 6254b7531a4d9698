"""How texts state who published and who wrote them: patterns on folded lines, the name in the group `name`.

None can backtrack far: every repetition is bounded, and lines longer than a statement are not searched.
"""

from __future__ import annotations

import re
from typing import Final

_NAME: Final = r"(?P<name>[^\s:|,;()<>\[\]»/][^:|,;()<>\[\]»\n]{0,38}?)"
_STOP: Final = (
    r"(?=\s*(?:[:|,;()<>\[\]»/]|\s{2}|$|\d{4}|[.。](?:\s|$)| \d\d?[./]| 举报| 作者| 责任编辑| 编辑| 记者| 发布))"
)
_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"

# The site that shows the text.
SITE: Final = (
    re.compile(r"(?:转载|轉載)\s?:\s?" + _NAME + r"\s?»"),
    re.compile(r"打开(?P<name>[^\s,。:打开]{2,12}?)\s?(?:app|客户端)"),
    re.compile(r"不代表(?P<name>[^\s,。:]{2,12}?)(?:网)?(?:的)?(?:立场|观点|立場|觀點)"),
)
# The origin it names; of pictures and figures it says nothing about the text.
ORIGIN: Final = (
    re.compile(r"(?:微信公众号|微信公號|公众号|公眾號)\s?[:\"“]\s?" + _NAME + r"(?=[\s(,;|\"”]|$)"),
    re.compile(
        r"(?<!图片)(?<!圖片)(?<!数据)(?<!视频)(?:来源|來源|转自|轉自|稿源|出处|出典|출처)\s?[:|]\s?" + _NAME + _STOP
    ),
    re.compile(r"^文\s?[|/丨]\s?" + _NAME + r"(?=,\s?作者)"),
    re.compile(r"(?:originally|first) (?:published|appeared) (?:on|in|by) " + _NAME + _STOP),
    re.compile(r"^(?:source|quelle|fuente|fonte|источник)s?\s?: ?" + _NAME + _STOP),
)
AUTHOR: Final = (
    re.compile(r"(?:^|\W)(?:作者|撰文|撰稿)\s?[:|/]\s?" + _NAME + _STOP),
    re.compile(r"^文\s?[|/丨]\s?" + _NAME + _STOP),
    re.compile(r"^\W?(?:\w{2,6}记者|记者|記者|本报记者)[\s:]\s?(?P<name>[\w· 、]{2,20}?)(?=\s*(?:[,;()|/]|$|报道|文))"),
    re.compile(
        r"^(?:by|written by|words by|story by|von|par|por|автор:?|текст:?|author:|autor:|auteur:)\s+"
        r"(?P<name>[^\W\d_][^|:()<>\d•·@]{2,60}?)"
        rf"(?=\s*(?:[|:()<>•·@]|\d|, | - | – |$|published|updated|(?:on )?(?:{_MONTH})[a-z.]* \d))"
    ),
)
COPYRIGHT: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]{0,4}(?:copyright )?"
    r"(?:(?:19|20)\d\d(?:\s?[-–—]\s?(?:(?:19|20)?\d\d|present))?)?[\s,]{0,3}(?:by )?"
    r"(?P<name>[^\W\d_](?:[^|,.;()\n]|\.(?=[a-z]{2,6}(?!\w))){1,38}?)"
    r"(?=[|,;()]|\.(?:\W|$)|$|\s{2}| (?:19|20)\d\d| inc\b| llc| ltd| limited| gmbh| s\.| publishing|"
    r" ?all rights| alle rechte| 版权|版权|公司)"
)
# A site's links to pages about itself.
ABOUT: Final = re.compile(
    r"^(?:about|advertise with|work for|over|über|关于|關於) ?(?P<name>[^\W\d_][^|,.:;()?!\n]{1,28})$"
)
# Names that name nobody.
NOBODY: Final = re.compile(
    r"^(?:网络|互联网|本站|本网|本平台|其|作者|本报|未知|网友|原创|综合|我们|我們|admin$|administrator|us\b|this |our |"
    r"a |all rights|alle rechte|copyright|cookies?|me$|newspaper wordpress|country$|uns\b|ons\b|\W*$)|"
    r"http|www\.|rights reserved|版权|privacy|author"
)
