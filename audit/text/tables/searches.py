"""How people put what they want to buy to a search engine: phrases that advertisers plant inside sentences. Facts.

Kept are forms that no sentence of 18,000 clean Chinese and 6,000 clean English paragraphs holds, or very few; not wares
but what is asked about them. All are folded as audit.text.fold.fold folds.
"""

from __future__ import annotations

from typing import Final

# What ends a Chinese search, behind the thing that is looked for.
ENDS_HAN: Final = (
    "哪个牌子有效果", "哪个牌子好", "哪个牌子", "什么牌子好", "哪家好", "哪家强", "哪家专业", "哪里有卖",
    "哪里可以买", "在哪里买", "哪里买", "多少钱一", "大概要花多少", "一般多少", "排行榜第一名",
    "排名前十", "前十名", "十大品牌", "价格表", "价格多少", "最新价格", "今日行情走势", "今日行情",
    "批发价格", "批发厂家", "厂家直销", "家具回收", "二手回收", "回收价格", "上门回收",
    "维修点", "维修电话", "售后电话", "招聘网站", "招聘网", "免费下载", "免费版", "破解版", "安卓版",
    "手机版下载", "官网下载", "官网入口", "官方下载", "报名入口官网", "报名入口", "查询入口", "登录入口",
    "归属地查询", "查询官网", "发布网站", "发布网", "培训班学费", "培训学校", "学费多少", "在哪里考",
    "哪里考", "怎么收费", "费用多少", "安装报价", "装修报价", "报价单", "加盟费", "加盟代理",
    "开店成本", "代开发票", "代办公司", "公司流程", "无抵押贷款", "贷款平台", "日结工资",
    "网上兼职", "兼职日结", "棋牌游戏", "彩票平台", "开户网站", "全集播放", "免费观看", "在线观看", "高清完整版",
    "免费算命", "技巧视频", "教程视频", "公式大全", "图片大全", "大全图片", "特价机票", "机票查询",
    "哪个软件好", "软件哪个好", "哪个平台好", "哪个好用", "需要什么条件", "咨询资质", "在线律师",
    "造价咨询", "领养平台", "交友平台", "劳务公司", "中心收费", "定制厂家", "价格及图片",
    "图片及价格", "办理条件", "出租信息", "转让信息", "专卖店地址", "开奖结果", "刷赞平台",
    "涨粉软件", "代写论文", "论文代写", "股票配资", "代还平台", "优化推广", "自驾游攻略", "运费查询", "辅导班",
)  # fmt: skip
# What newspapers say of wares and services, too: such a search joins to nothing, or what is left of it does.
USUAL_ENDS_HAN: Final = (
    "培训班", "批发市场", "排行榜", "收费标准", "小额贷款", "信用贷款", "招聘信息", "法律咨询", "上门服务",
    "生产厂家", "视频教程", "办理流程", "搬家公司", "施工队", "专科医院",
)  # fmt: skip
# What may end one and is said of wares and services by everybody: such a search parts a word.
MAY_END_HAN: Final = (
    "哪个好", "哪个学校好", "哪里好", "怎么样", "好不好", "多少钱", "怎么办", "怎么办理", "怎么解决", "怎么治",
    "怎么治疗", "怎么去除", "怎么选", "偏方", "秘方", "价格", "价钱", "报价", "费用", "服务电话", "咨询电话",
    "联系方式", "热线", "机构", "公司", "厂家", "厂商", "供应商", "经销商", "专卖店", "旗舰店", "代理", "代购",
    "代办", "代写", "招商", "加盟", "批发", "出租", "租赁", "转让", "回收", "维修", "上门", "培训", "招聘", "求职",
    "兼职", "招生", "辅导", "课程", "网课", "答案", "真题", "题库", "教程", "攻略", "大全", "下载", "平台", "网站",
    "官网", "网址", "入口", "注册", "开户", "游戏", "私服", "外挂", "充值", "折扣", "优惠", "贷款", "借钱", "借款",
    "信用卡", "理财", "彩票", "博彩", "棋牌", "算命", "风水", "八字", "治疗", "医院", "诊所", "整形", "祛斑", "减肥",
    "丰胸", "定制", "定做", "翻新", "施工", "装修", "清洗", "疏通", "开锁", "搬家", "快递", "物流", "打工", "务工",
    "劳务", "签证", "移民", "留学", "机票", "租车", "注销", "流程", "检测", "认证", "资质", "推广", "优化", "直播",
    "影视", "电视剧", "电影", "小说", "图片", "视频", "学费", "品牌",
)  # fmt: skip
# What begins and what ends an English one.
BEGINS: Final = (
    "cheap", "cheapest", "best", "buy", "free", "discount", "discounted", "wholesale", "luxury", "top rated",
    "affordable", "low cost", "second hand", "replica", "hire", "convert", "natural remedies", "how to get",
    "how to unlock", "how to buy", "how to remove", "how to win", "play free", "learn", "emergency", "vintage",
    "electric", "instant", "bulk", "premium", "local", "private", "certified", "used",
)  # fmt: skip
ENDS: Final = (
    "online", "near me", "for sale", "reviews", "review", "coupon", "coupons", "coupon code", "promo code",
    "no deposit", "no deposit bonus", "same day approval", "without prescription", "without passcode",
    "without password", "price list", "prices", "price", "supplier", "suppliers", "manufacturer", "manufacturers",
    "quotes", "quotes online", "calculator", "deal", "deals", "free download", "followers instantly", "followers",
    "official store", "installation price", "guaranteed profit", "for seniors", "for side sleepers", "help service",
    "open now", "clinic", "course", "outlet", "outlet clearance", "apk", "full movie", "casino", "betting", "loan",
    "loans", "gummies", "side effects", "discount", "kit", "quote", "best price", "hd download", "hd", "for rent",
    "for rent downtown", "for beginners", "for bad credit", "tips today", "attorney", "lawyer", "printing", "cheap",
    "cost", "cost calculator", "rates today", "telegram", "amazon", "plus size", "streaming", "subtitles",
)  # fmt: skip
# Searches that need no beginning.
WHOLE: Final = (
    "no deposit bonus", "same day approval", "without prescription", "slot machines", "online casino",
    "sports betting", "instagram followers", "tiktok followers", "debt relief company", "payday loan",
    "payday advance", "diet pills", "weight loss pills", "car insurance quotes", "data entry jobs", "dating sites",
    "trading bot", "cheap flights", "mod apk", "apk download", "serial key", "essay writing service",
    "essay help service", "replica watches", "buy viagra", "cialis", "no credit check", "escort service",
    "bulk supplier", "price list", "cost calculator", "estimate calculator", "for sale online", "free download",
    "full movie streaming", "moving companies quotes", "mortgage rates today", "wholesale supplier",
    "official store", "guaranteed profit", "lawyer near me", "forex signals", "printing near me",
    "cash for junk cars", "psychic reading", "repair near me", "horoscope reading", "followers instantly",
    "full movie", "promo code", "coupon code", "black friday deal",
)  # fmt: skip
# Words that no search holds, and sentences do.
NEVER_SEARCHED: Final = frozenset((
    "a", "an", "the", "of", "and", "or", "but", "our", "his", "her", "their", "its", "is", "are", "was", "were", "be",
    "been", "as", "that", "this", "these", "those", "some", "any", "not", "could", "will", "would", "we", "they", "who",
    "which", "has", "have", "had", "he", "she", "it", "said", "than",
))  # fmt: skip
# What ends an English search wherever it stands, behind whatever it is for.
SURE_ENDS: Final = (
    "near me", "promo code", "coupon", "coupons", "coupon code", "price list", "official store", "no deposit",
    "without prescription", "same day delivery", "same day", "online free", "for free online", "mod apk", "for sale",
    "for sale online", "guaranteed profit", "hd download", "full movie", "cost calculator", "reviews and complaints",
)  # fmt: skip
# Words that end one, or begin one, and that everybody writes: such a search is told by what stands around it.
END_WORDS: Final = frozenset((
    "online", "reviews", "deals", "deal", "discount", "sale", "price", "prices", "pricing", "quotes", "quote",
    "supplier", "suppliers", "manufacturer", "manufacturers", "wholesale", "factory", "services", "service", "agency",
    "lawyer", "lawyers", "attorney", "attorneys", "movers", "cleaners", "installation", "rental", "rentals", "loan",
    "loans", "mortgage", "insurance", "course", "courses", "classes", "tutorial", "jobs", "maker", "generator",
    "converter", "calculator", "streaming", "apk", "emulator", "casino", "betting", "slots", "bonus", "gummies",
    "pills", "supplements", "remedies", "cream", "kit", "kits", "outlet", "store", "shop", "shoes", "venues",
    "clinic", "followers", "backlinks", "hosting", "vpn", "telegram", "signals", "free", "cheap", "amazon", "ebay",
    "shopify", "delivery", "collars", "fungus", "sleepers", "seniors",
))  # fmt: skip
BEGIN_WORDS: Final = frozenset((
    "cheap", "cheapest", "best", "buy", "free", "discount", "discounted", "wholesale", "luxury", "affordable",
    "replica", "hire", "rent", "sell", "convert", "watch", "download", "learn", "custom", "bulk", "used", "fake",
))  # fmt: skip
# Words that may stand in a sentence before a search or behind it, and in none.
LINKS: Final = frozenset((
    "for", "in", "to", "with", "without", "on", "at", "from", "by", "into", "over", "under", "after", "before",
    "when", "while", "where", "if", "so", "than", "then", "there", "about", "between", "through", "during", "against",
    "also", "more", "most", "very", "just", "only", "such", "other", "can", "may", "must", "should", "do", "does",
    "did", "i", "you", "me", "him", "them", "us", "all", "both", "each", "every", "no", "one", "two", "up", "out",
    "off", "down",
))  # fmt: skip
DETERMINERS: Final = frozenset((
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "some",
    "any", "each", "every", "no", "he", "she", "it", "they", "we", "i", "you", "another",
))  # fmt: skip
# What goes on behind a noun.
VERBS_BEHIND: Final = frozenset((
    "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "could", "may", "that", "who",
    "which", "it", "they", "we", "he", "she", "you", "i",
))  # fmt: skip
# Words of grammar that follow each other in any sentence.
JOINED_WORDS: Final = frozenset(
    f"{first} {second}"
    for first in (
        "of",
        "in",
        "to",
        "on",
        "for",
        "and",
        "at",
        "by",
        "with",
        "from",
        "that",
        "as",
        "is",
        "was",
        "into",
        "over",
    )
    for second in ("the", "a", "an", "his", "their", "its", "this", "be", "been", "not", "it", "he", "they", "have")
)
