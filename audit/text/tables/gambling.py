"""Search phrases of gambling and pharmacy spam: names of illegal games beside what their sites offer.

Reports about such sites name the games, and seldom beside an offer. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

from itertools import product
from typing import Final

_GAMES: Final = (
    "六合彩", "时时彩", "時時彩", "北京赛车", "北京賽車", "pk10", "pk拾", "幸运飞艇", "幸運飛艇", "百家乐", "百家樂",
    "葡京", "太阳城", "太陽城", "皇冠", "博彩", "彩票", "棋牌", "娱乐城", "娛樂城", "真人荷官", "真人视讯", "老虎机",
    "捕鱼", "斗地主", "牛牛", "德州扑克", "澳门赌场", "网上赌场", "赌球", "快三", "快3", "香港马会",
)  # fmt: skip
_OFFERS: Final = (
    "官网", "官網", "官方网站", "官方下载", "下载", "下載", "app", "计划", "計劃", "开奖记录", "开奖直播", "开奖网",
    "投注网", "投注平台", "投注技巧", "注册送", "注册网", "登录入口", "登录网址", "开户", "必胜", "技巧", "走势图",
    "资料大全", "资料网", "预测", "最新版", "手机版", "安卓版", "论坛", "秘籍", "游戏下载", "在线",
)  # fmt: skip
# Of a lottery or a card game of the state, newspapers print forecasts and charts.
_REPORTED: Final = frozenset({
    *product(
        ("彩票", "快三", "快3", "六合彩"), ("走势图", "预测", "计划", "技巧", "论坛", "开奖记录", "app", "在线"),
    ),
    *product(
        ("斗地主", "牛牛", "德州扑克", "捕鱼", "皇冠", "太阳城", "太陽城"),
        ("计划", "技巧", "在线", "app", "预测", "论坛"),
    ),
})  # fmt: skip

# Phrases of which an article rarely contains one, and hardly ever two in a paragraph.
GAMBLING: Final = (
    *(game + offer for game, offer in product(_GAMES, _OFFERS) if (game, offer) not in _REPORTED),
    "注册送彩金", "注册就送", "送彩金", "首存送", "首充送", "提款秒到账", "真钱棋牌", "真钱斗地主", "真钱游戏",
    "彩票计划群", "开奖记录香港", "马会资料", "必威体育", "亚博体育", "万博体育",
    "开元棋牌", "澳门金沙", "威尼斯人网", "正规娱乐平台", "赚钱打鱼", "信用盘", "包赢", "官网欢迎您",
    "slot gacor", "gampang menang", "bonus new member", "rtp live", "deneme bonusu", "bonus veren siteler",
    "no deposit bonus", "casino bonus", "best online casino", "online casino real money", "casino free spins",
    "free spins casino", "casino bonus free spins", "казино вулкан", "1xbet зеркало", "бездепозитный бонус", "먹튀검증",
    "オンラインカジノ ボーナス", "入金不要ボーナス", "สล็อตเว็บตรง", "เครดิตฟรี", "nhà cái uy tín", "game bài đổi thưởng",
    "casino en ligne sans dépôt", "casino ohne einzahlung",
    "casino bonus ohne einzahlung", "ohne einzahlung bonus", "freispiele jetzt sichern", "freispiele ohne einzahlung",
    "tours gratuits sans dépôt", "bonus sans dépôt", "giros gratis sin depósito", "casino sin depósito",
    "giri gratis senza deposito", "casino senza deposito", "威尼斯人官网", "注册送88", "注册送58", "注册送18",
    "稳赚计划", "稳赚计划群", "时时彩稳赚", "葡京网址", "新葡京网址",
    "buy viagra", "cheap viagra", "viagra online", "generic viagra", "buy cialis", "cialis online", "generic cialis",
    "canadian pharmacy", "no prescription casino", "best payday loans", "payday loans online", "cheap essay",
    "essay writing service", "купить виагру", "viagra kaufen", "acheter viagra", "comprar viagra",
)  # fmt: skip
