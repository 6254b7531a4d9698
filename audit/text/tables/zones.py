"""Times with a zone, as printed after 3/4/2021: who names the zone says which of the numbers is the month."""

from __future__ import annotations

import re
from typing import Final

# What follows the name of a zone, unless it is another word (west gate).
_ENDS: Final = r"(?=\)?(?:$| ?[|·•,;–-]| by ))"
# US time zones, and times with seconds and AM/PM, imply month before day. CST is China's, too.
AMERICAN: Final = re.compile(
    r"[\s,at]{1,5}[01]?\d:[0-5]\d(?::[0-5]\d ?[ap]m\b| ?[ap]\.?m\.? ?\(?(?:[ecmp][sd]?t|eastern|pacific)\b)|"
    rf"[\s,at]{{1,5}}[0-2]?\d:[0-5]\d(?::[0-5]\d)? ?\(?[emp][sd]?t{_ENDS}"
)
# Elsewhere in the English-speaking world and in Europe the day leads.
NOT_AMERICAN: Final = re.compile(
    r"[\s,at]{1,5}[0-2]?\d[:.][0-5]\d(?:[:.][0-5]\d)? ?(?:[ap]\.?m\.?)? ?\(?"
    rf"(?:gmt(?: ?\+ ?\d\d?)?(?! ?-)|bst|ist|[cew]es?t|msk|a[ecw][sd]t|nz[sd]t|sast|[ecw]at|hkt|sgt){_ENDS}"
)
