"""Lines on when a place is open: weekdays, and times from and to. All are folded as by audit.text.fold.fold."""

from __future__ import annotations

import re
from typing import Final

_DAYS: Final = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|mo|di|mi|do|fr|sa|so|\w+tags?|mittwochs?|lun\w*|mar\w*|mer\w*|mi[eé]\w*|jeu\w*|"
    r"jue\w*|gio\w*|ven\w*|vie\w*|sam\w*|s[aá]b\w*|dim\w*|dom\w*|seg\w*|ter\w*|qua\w*|qui\w*|sex\w*|daily|täglich|пн|вт|ср|"
    r"чт|пт|сб|вс|pon\w*|wt\w*|śr\w*|czw\w*|pią\w*|nie\w*|pzt|sal|çar|per|cum\w*|cmt|paz\w*"
)
_WEEKDAY: Final = (
    rf"(?<!\w)(?:{_DAYS})(?!\w)|(?:周|週|星期|礼拜)[一二三四五六日天]|[月火水木金土日]曜|[월화수목금토일]요일"
)
_TIME: Final = r"\d{1,2}(?:[:.h時点]\d{0,2})?(?: ?[ap]\.?m\.?| uhr)?"
_TO: Final = "(?:[-–—~〜至]|to|bis|à|al?|às|до)"
WEEKDAY: Final = re.compile(_WEEKDAY)
OPEN: Final = re.compile(rf"(?:{_WEEKDAY}).{{0,40}}?{_TIME} ?{_TO} ?{_TIME}")
