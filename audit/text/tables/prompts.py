"""Calls to action on web pages and spam phrases planted in copied articles, in many languages.

A `*` inside a phrase stands for a name. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

from typing import Final

# Calls to share the article.
SHARE: Final = (
    "分享至好友", "分享给朋友", "分享到朋友圈", "点个在看", "点个赞", "点亮在看", "随手转发",
    "share this article", "share this story", "share this post", "share this page", "share on facebook",
    "share on twitter", "share via", "artikel teilen", "partager cet article", "partager sur", "compartir en",
    "compartir esta", "condividi su", "поделиться в", "поделиться ссылкой", "この記事をシェア",
    "이 기사를 공유",
    "share on whatsapp", "lineで送る", "отправить в telegram",
)  # fmt: skip

# Calls to scan a QR code (not the mere mention of scanning, which occurs in articles).
QR: Final = (
    "扫码关注", "扫码打开", "扫码下载", "扫码阅读", "扫码加", "扫码进", "扫码观看", "微信扫码关注",
    "微信扫码阅读", "微信扫码打开", "微信扫码分享", "微信扫码查看", "微信扫码二维码", "微信扫码加",
    "微信扫码进", "微信扫一扫", "扫一扫关注", "扫一扫分享", "扫一扫下载", "打开微信扫一扫", "掃碼關注",
    "掃一掃", "扫描下方二维码", "长按识别", "長按識別", "长按二维码", "二维码关注",
    "用微信扫描", "scan the qr", "scan qr", "qr-code scannen", "scannez le qr", "escanea el código", "qrコード",
)  # fmt: skip

# Calls to follow, join or subscribe.
FOLLOW: Final = (
    "关注我们", "关注公众号", "關注我們", "关注该公众号", "关注微信公众号", "关注本公众号", "欢迎关注",
    "歡迎關注", "欢迎加入", "歡迎加入", "欢迎订阅", "订阅我们", "点击关注", "点击订阅", "加入我们的",
    "扫码进群", "加微信群", "第一时间为您推送", "follow us", "subscribe to our", "sign up for our",
    "sign up for the", "sign up to our", "sign up to get", "sign up to receive", "newsletter sign",
    "get our newsletter", "join our newsletter", "subscribe to the newsletter", "join our mailing list",
    "get the latest news delivered", "delivered to your inbox", "straight to your inbox", "like us on facebook",
    "subscribe now", "become a subscriber", "email newsletter", "subscribe for", "support our journalism",
    "newsletter abonnieren", "newsletter anmelden", "jetzt abonnieren", "folgen sie uns", "folge uns",
    "zum newsletter", "s'inscrire à la newsletter", "inscrivez-vous à", "abonnez-vous", "suivez-nous",
    "suscríbete", "suscribirse", "síguenos", "inscreva-se", "siga-nos", "assine", "iscriviti", "seguici su",
    "подписаться", "подписывайтесь", "подпишитесь", "følg oss", "volg ons", "följ oss", "フォローする",
    "友だち追加", "メルマガ", "フォローして", "구독하기", "구독신청", "뉴스레터",
)  # fmt: skip

# Calls for tips and submissions.
SUBMIT: Final = (
    "欢迎投稿", "歡迎投稿", "投稿邮箱", "投稿郵箱", "提交新闻线索", "提供新闻线索", "寻求报道", "寻求报导",
    "爆料电话", "爆料热线", "我要投稿", "在线投稿", "报料", "submit a tip", "send us a tip", "got a tip",
    "got a news tip", "send a letter to the editor", "submit a letter", "submit your story", "report an error",
    "report a typo", "fehler melden", "fehler gefunden", "leserbrief schreiben", "signaler une erreur",
    "сообщить об ошибке", "нашли ошибку", "제보하기", "기사제보",
)  # fmt: skip

# Calls to use the publisher's app.
APP: Final = (
    "打开*app", "下载*app", "打开*客户端", "下载*客户端", "download the * app", "get the * app",
    "open in the * app", "打開app", "下载app", "下載app", "客户端下载", "下载客户端", "新闻客户端", "app下载",
    "app内打开", "扫码打开", "立即打开", "打开应用", "手机看新闻", "download the app", "download our app",
    "get the app", "open in app", "available on the app store", "available on google play",
    "get it on google play", "download on the app store", "our mobile app", "app herunterladen",
    "app downloaden", "télécharger l'application", "descarga la app", "baixe o app", "scarica l'app",
    "скачать приложение", "アプリをダウンロード", "アプリで開く", "앱 다운로드", "앱에서 보기",
)  # fmt: skip

# Topics of spam planted between paragraphs: search terms, downloads, jobs abroad.
PLANTED: Final = (
    "下载", "下載", "完整版", "免费观看", "在线观看", "观看", "官网", "官方网站", "安卓版", "ios版", "ios版本",
    "破解版", "手机版", "最新版", "加盟", "代理", "招聘", "出国务工", "出国劳务", "出国打工", "代办", "开户", "贷款",
    "减肥", "价格表", "多少钱", "哪家好", "微信号", "客服电话",
    "download free", "free download", "watch online", "online casino", "payday loan", "essay writing service",
    "promo code", "coupon code", "replica watches", "buy now",
)  # fmt: skip

# Phrases of Chinese spam planted inside sentences; articles on the topic do not use them this often.
PLANTED_INSIDE: Final = (
    "出国务工", "出国劳务公司", "出国劳务", "出国打工", "招聘网站", "日本求人", "完整版观看", "完整版下载",
    "免费下载安装", "官网下载", "手机版下载", "安卓版下载", "ios版本", "破解版", "代理加盟", "加盟费多少",
)  # fmt: skip
