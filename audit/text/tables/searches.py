"""Vocabulary of product search queries and of the sentences around them, folded as by audit.text.fold.fold."""

from __future__ import annotations

from typing import Final

# English words that end a query, and words that begin one.
END_WORDS: Final = frozenset((
    "online", "reviews", "deals", "deal", "discount", "sale", "price", "prices", "pricing", "quotes", "quote",
    "supplier", "suppliers", "manufacturer", "manufacturers", "wholesale", "factory", "services", "service", "agency",
    "lawyer", "lawyers", "attorney", "attorneys", "movers", "cleaners", "installation", "rental", "rentals", "loan",
    "loans", "mortgage", "insurance", "course", "courses", "classes", "tutorial", "jobs", "maker", "generator",
    "converter", "calculator", "streaming", "apk", "emulator", "casino", "betting", "slots", "bonus", "gummies",
    "pills", "supplements", "remedies", "cream", "kit", "kits", "outlet", "store", "shop", "shoes", "venues",
    "clinic", "followers", "backlinks", "hosting", "vpn", "telegram", "signals", "free", "cheap", "amazon", "ebay",
    "shopify", "delivery", "collars", "fungus", "sleepers", "seniors", "cost", "costs", "fees", "rates", "me",
    "download", "comparison", "coupon", "coupons", "salary", "dealers", "distributor", "distributors", "installers",
    "template", "templates", "pdf", "bulk", "repair", "hire", "tickets", "rentals", "franchise", "app", "software",
    "requirements", "code", "codes", "crack", "torrent", "removal", "replacement", "lessons", "supplies", "packages",
))  # fmt: skip
BEGIN_WORDS: Final = frozenset((
    "cheap", "cheapest", "best", "buy", "free", "discount", "discounted", "wholesale", "luxury", "affordable",
    "replica", "hire", "rent", "sell", "convert", "watch", "download", "learn", "custom", "bulk", "used", "fake",
))  # fmt: skip
# Function words: a query contains only those that join its words.
GRAMMAR: Final = frozenset((
    "a", "about", "after", "against", "all", "also", "an", "and", "another", "any", "are", "as", "at", "be", "been",
    "before", "between", "both", "but", "by", "can", "could", "did", "do", "does", "down", "during", "each", "every",
    "for", "from", "had", "has", "have", "he", "her", "him", "his", "i", "if", "in", "into", "is", "it", "its",
    "just", "may", "me", "more", "most", "must", "my", "no", "not", "of", "off", "on", "one", "only", "or", "other",
    "our", "out", "over", "said", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them",
    "then", "there", "these", "they", "this", "those", "through", "to", "two", "under", "up", "us", "very", "was",
    "we", "were", "when", "where", "which", "while", "who", "will", "with", "without", "would", "you", "your",
))  # fmt: skip
DETERMINERS: Final = frozenset((
    "a", "an", "the", "his", "her", "its", "their", "our", "my", "your", "this", "that", "these", "those", "some",
    "any", "each", "every", "no", "he", "she", "it", "they", "we", "i", "you", "another",
))  # fmt: skip
# Words that continue after a noun.
VERBS_BEHIND: Final = frozenset((
    "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "could", "may", "that", "who",
    "which", "it", "they", "we", "he", "she", "you", "i",
))  # fmt: skip
# Quantifiers that precede a noun like determiners.
COUNTING: Final = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "first",
    "second", "third", "fourth", "last", "next", "only", "new", "old", "same",
))  # fmt: skip
# Verbs of trade, and their past forms that do not end in -ed.
VERBS: Final = frozenset((
    "sold", "ran", "bought", "made", "gave", "gives", "said", "told", "held", "took", "got", "sells", "buys", "offers",
    "provides", "makes", "runs", "kept", "left", "went", "came", "began", "put", "offer", "provide", "need", "needs",
    "use", "uses", "include", "includes", "including", "combine", "combines", "contains",
))  # fmt: skip
_PREPOSITIONS: Final = frozenset((
    "about", "above", "across", "after", "against", "along", "around", "as", "at", "before", "behind", "below",
    "beneath", "beside", "between", "beyond", "by", "during", "except", "for", "from", "in", "inside", "into", "like",
    "near", "of", "off", "on", "onto", "outside", "over", "per", "since", "than", "through", "to", "toward", "towards",
    "under", "until", "with", "within", "without",
))  # fmt: skip
# Words that a noun phrase follows, and words that begin none.
BEFORE_NOUNS: Final = _PREPOSITIONS | {"a", "an", "the", "my", "our", "your", "its", "their", "every"}
NO_NOUN_PHRASE: Final = _PREPOSITIONS | VERBS | (VERBS_BEHIND - DETERMINERS) | {"and", "or", "but"}
# Words of wares.tsv that end a Chinese query.
HAN_END_WORDS: Final = frozenset((
    "一手货源", "上门", "上门服务", "下载", "专卖", "专卖店", "中介", "代写", "代办", "代理", "代购", "价位",
    "价格", "价格表", "价钱", "优惠", "优惠券", "供应", "供应商", "信息网", "入口", "公司", "公司电话", "出售",
    "出租", "制作", "前十名", "加工", "加盟", "医院", "十大品牌", "厂家", "厂家电话", "厂家直销", "咨询",
    "品牌", "哪个", "哪个好", "哪家", "哪家好", "哪里", "哪里好", "哪里有", "售后", "回收", "图片", "在哪里",
    "地址", "培训", "多少", "多少钱", "好吗", "学校", "学费", "安装", "官网", "定做", "定制", "工资", "市场",
    "平台", "开发", "律师", "微信", "怎么", "怎么样", "打折", "批发", "批发市场", "报价", "招商", "招生",
    "招聘", "排名", "排行榜", "推荐", "收购", "收费", "收费标准", "攻略", "教程", "方法", "服务", "机构",
    "条件", "治疗", "流程", "牌子", "现货", "生产厂家", "电话", "直销", "租赁", "维修", "网站", "联系方式",
    "视频", "货源", "贷款", "费用", "转让", "软件", "销售", "高价回收",
))  # fmt: skip
