"""Names of the parts of a song, as sites of lyrics print them between brackets."""

from __future__ import annotations

import re
from typing import Final

_PARTS: Final = (
    r"verse|chorus|bridge|intro|outro|pre-?chorus|post-?chorus|hook|refrain|interlude|instrumental(?: break)?|"
    r"breakdown|strophe|vers|brücke|couplet|pont|pré-refrain|verso|estrofa|coro|estribillo|puente|pre-?coro|strofa|"
    r"ritornello|refrão|pré-refrão|ponte|estrofe|refren|zwrotka|mostek|nakarat|куплет|припев|бридж|приспів|"
    r"主歌|副歌|导唱|前奏|间奏|尾奏|桥段|過門|サビ|[a-d]メロ|間奏|イントロ|アウトロ|벌스|후렴|브릿지|간주|인트로|아웃트로"
)
PART: Final = re.compile(rf"^[\[【(](?:{_PARTS})(?: ?\d{{1,2}}| [ivx]+)?(?: ?[:：x×] ?[^\]】)]{{0,60}})?[\]】)]$")
