r"""Notices of pages to their readers, in sentences, a list per kind of notice.

All are folded as by audit.text.fold.fold. Articles on the same topic are distinguished by speaker and addressee: the
page (`SELF`: this site, our partners) and its reader (`ADDRESS`: your device, you can change), or by phrases that only
pages use (`alone`, regular expressions; `^` is the beginning of the line; `(?a:\b)` are ASCII word boundaries).
"""

from __future__ import annotations

from typing import Final

from audit.parser.tables.legal_notices import COMMISSION, LEGAL, PLATFORM, RECIPIENT
from audit.parser.tables.page_notices import (
    BUTTONS,
    COUNT,
    EVENT,
    LIST,
    OFFER,
    POST,
    SHARED,
    SUBSCRIBERS,
    TAGS,
    WAYS,
)
from audit.parser.tables.reader_notice import ReaderNotice
from audit.parser.tables.reader_prompts import COOKIES, MEMBERS_ONLY, PROMPT, TO_COMMENT

SELF: Final = (
    "this website", "this site", "our website", "our site", "our partners", "our systems", "our app", "our services",
    "this article", "this story", "this page", "this post", "this paper", "the webpage", "our links",
    "diese website", "dieser website", "diese seite", "dieser seite", "unsere website", "unserer website",
    "unserer seite", "unsere partner", "unseren partnern", "unsere app", "dieser artikel", "diesem artikel", "wir ",
    "ce site", "notre site", "nos partenaires", "cet article", "nous utilisons",
    "este sitio", "esta web", "nuestro sitio", "nuestra web", "nuestros socios", "este contenido", "este artículo",
    "este site", "nosso site", "nossos parceiros", "questo sito", "nostro sito", "nostri partner",
    "этот сайт", "наш сайт", "нашем сайте", "сайтом", "мы используем", "наши партн", "本网站", "本网", "本站", "本網站",
    "موقعنا", "هذا الموقع", "نستخدم", "हमारी वेबसाइट", "हम कुकी", "साइट का उपयोग", "nasz serwis", "naszych partnerów",
    "zaufanych partnerów", "sitemiz", "web sitesi", "situs ini", "website ini", "trang web này",
    "我们的网站", "当サイト", "本サイト", "弊社", "이 사이트", "본 사이트", "당사",
)  # fmt: skip
ADDRESS: Final = (
    "your device", "your browser", "your browsing", "your consent", "your choices", "your choice", "your preferences",
    "your experience", "your privacy", "your data", "your settings", "you agree", "you consent", "you accept",
    "you can change", "you can withdraw", "you can manage", "you may withdraw", "you buy", "you purchase",
    "you click", "made by you", "relevant to you", "ihrem gerät", "ihre auswahl", "ihre einwilligung",
    "ihre zustimmung", "sie können", "wenn sie", "stimmen sie", "indem sie", "für sie ", "votre appareil",
        "votre visite",
    "votre consentement", "votre accord", "votre navigation", "vos choix", "vous pouvez", "vous acceptez",
    "si vous achetez", "tu dispositivo", "su dispositivo", "tu consentimiento", "su consentimiento",
        "tus preferencias",
    "sus preferencias", "puedes cambiar", "puede cambiar", "aceptas", "seu dispositivo", "você pode", "você concorda",
    "tuo dispositivo", "tuo consenso", "puoi modificare", "вы соглашаетесь", "вы можете", "продолжая", "您的", "您可以",
        "您同意",
    "即表示", "تجربتك", "موافقتك", "فإنك توافق", "आप सहमत", "आपके अनुभव", "wyrazić zgodę", "udzielonej przez ciebie",
    "twoich danych", "deneyiminizi", "kabul etmiş", "pengalaman anda", "anda menyetujui", "trải nghiệm của bạn",
    "お客様", "同意したもの", "ご利用", "ご覧ください", "동의", "귀하",
)  # fmt: skip
_SHOW: Final = "(?:view|see|show|play|watch|display|load)(?:ing)?"
# In place of a picture or film that another site would supply.
EMBEDDED: Final = (
    rf"(?a:\b){_SHOW} (?:this|the) (?:content|video|post|map)(?a:\b).{{0,80}}(?:permission|consent|cookies|accept)",
    r"^to show it to you",
    r"(?a:\b)we (?:ask for|need) your permission",
    r"(?:ihre[rm]?|deine[rm]?) zustimmung .{0,40}(?:inhalt|video|karte).{0,20}(?:geladen|angezeigt)",
    r"damit einverstanden, dass (?:mir )?externe inhalte",
    r"^(?:ce|le) (?:contenu|média) est bloqué .{0,60}cookies",
    r"^en cliquant sur .{0,30}cookies (?:seront|sont)",
    r"^pour (?:voir|afficher|visualiser) (?:ce|cette) (?:contenu|vidéo).{0,80}(?:accept|cookies)",
    r"^para (?:ver|mostrar|reproducir) este (?:contenido|v[íi]deo).{0,80}(?:acept|cookies)",
    r"^per (?:visualizzare|vedere) (?:questo|il) (?:contenuto|video).{0,60}(?:accett|cookie|consen)",
    r"^para (?:ver|visualizar) este (?:conteúdo|vídeo).{0,60}(?:aceit|cookies)",
    r"^este conteúdo .{0,60}se aceitar .{0,6}cookies",
    r"^чтобы (?:посмотреть|увидеть|загрузить) (?:видео|контент|публикаци|запись).{0,60}(?:cookie|разреш|соглас)",
    r"^(?:この|当該)(?:動画|コンテンツ|投稿)を(?:表示|視聴|再生|閲覧).{0,8}には.{0,30}(?:同意|許可)",
    r"^이 (?:콘텐츠|동영상|영상|게시물)[을를] (?:보려면|표시하려면|재생하려면).{0,30}(?:동의|허용)",
    r"^(?:要|如需)?(?:查看|显示|播放)(?:此|该|本)(?:内容|视频).{0,20}(?:同意|接受|启用).{0,8}cookie",
)
CONSENT: Final = ReaderNotice(
    "disclaimer", "consent notice",
    matter=(
        "cookie", "personal data", "access information", "accessing information", "personally identif",
        "tracking", "unique identifiers", "ad blocker",
        "personenbezogene", "zustimmung", "einwilligung", "tracking", "vie privée", "informations personnelles",
        "données personnelles", "consentement", "privacidad", "datos personales", "consentimiento", "privacidade",
        "dados pessoais", "consenso", "dati personali", "персональных данных", "конфиденциальност",
        "ملفات تعريف الارتباط", "الكوكيز", "कुकीज़", "कुकी", "danych osobowych", "twoich danych", "przetwarzan",
        "çerez", "隐私", "個人情報", "クッキー", "쿠키", "개인정보", "동의",
        "your permission", "externe inhalte", "同意", "kakor",
    ),
    alone=(
        r"store and/or access",
        r"stor(?:e|ing) and access(?:ing)? (?:personal data|information on)", r"we and our (?:\d+ )?partners",
        r"by continuing to (?:use|browse) (?:this|our|the) (?:web)?site", r"necessary for the website to function",
        r"^strictly necessary cookies", r"^(?:some|our) partners (?:may )?process your data",
        r"^your choices regarding (?:personal data|cookies)", r"withdraw your consent at any time by clicking",
        r"我们(?:非常|十分)?(?:重视|尊重)您的(?:隐私|个人信息)", r"(?:尊重|保护).{0,8}用户.{0,4}隐私权",
        r"(?:点击|选择|勾选).{0,8}(?:即表示|即代表|视为)", r"《[^》]{0,12}(?:隐私|用户)[^》]{0,8}》",
        r"^[^:.]{3,60}: these (?:cookies|technologies)(?a:\b)",
        r"^these (?:cookies|technologies) (?:are|allow|enable|help|may|collect|will)(?a:\b)",
        r"^wir und unsere (?:\d+ )?partner", r"nos partenaires et nous|nous et nos (?:\d+ )?partenaires",
        r"nosotros y nuestros (?:\d+ )?socios", r"noi e i nostri (?:\d+ )?partner",
        r"(?:本|我们的|該|该)(?:网站|站|網站).{0,4}使用\s?cookie", r"(?:当|本)サイトでは.{0,40}(?:cookie|クッキー)",
        *EMBEDDED, *COOKIES,
    ),
    beside=(
        "cookie", "zustimmung", "your privacy", "privacidad", "vie privée", "your consent", "隐私", "privacidade",
        "accept and continue", "gestionar preferencias", "設定は", "accept all", "inhalt anzeigen", "externer inhalt",
        "j'accepte", "accetta e ",
        "разрешить и", "同意して", "동의하고",
    ),
    addressed=True,
)  # fmt: skip
WALL: Final = ReaderNotice(
    "follow_prompt", "subscription wall",
    matter=(
        "subscri", "free articles", "free stor", "free article", "profitez", "试读", "sign in", "log in", "register",
        "sign up", "account to", "reading", "unlock", "you have re",
        "you've re",
        "exklusiv", "abonn", "abo", "jetzt ", "weiterlesen", "lesen sie weiter", "réservé", "il vous reste",
        "exclusiv",
        "suscr", "riservato", "abbonati", "подписк", "доступ", "会員", "この記事", "ここから先", "残り", "有料", "続き",
        "付费", "会员", "订阅", "剩余", "余下", "后续", "登录后", "登錄後", "訂閱", "付費", "會員", "유료", "회원",
        "구독",
        "lire la suite", "illimité", "gratuit", "regístrate", "assin", "подписч",
    ),
    alone=(
        r"^(?:please )?(?:subscribe|sign in|log in|register|sign up) (?:now )?to (?:continue|keep|read|unlock|view)",
        r"[.!] subscribe (?:now )?to (?:continue|keep|read|unlock)",
        r"to (?:continue|keep) reading(?: this (?:article|story))?,? (?:you must|you need|please|subscribe|sign|log)",
        r"this (?:article|story|content|post) is (?:\w+ )?(?:for|to|reserved for) (?:\w+ )?(?:subscribers|members)",
        r"^unlock (?:this|unlimited|the (?:full )?(?:story|article))",
        r"^you(?:'ve| have) (?:reached|read) your (?:limit|last|\w+ free)",
        r"^you have (?:\d+|one|no) (?:more )?free (?:articles?|stories|story)",
        r"^dieser (?:artikel|beitrag|text|inhalt) ist (?:exklusiv|nur|ausschließlich) für",
        r"weiterlesen mit(?a:\b).{0,30}abo", r"^dieser (?:artikel|beitrag|text) gehört zu unserem .{0,20}angebot",
        r"^testen sie .{0,40}abo(?a:\b)", r"^sie möchten diesen (?:artikel|beitrag|text) lesen\?",
        r"^jetzt (?:\d+ \w+ )?(?:kostenlos|gratis|abonnieren|weiterlesen|für \d)", r"^lesen sie weiter mit",
        r"^(?:cet article|ce contenu|la suite(?: de cet article)?) est réservé",
        r"(?a:\b)il vous reste \d+ ?% (?:de|à)(?a:\b)",
        r"^pour lire la suite,? ", r"accès illimité à (?:tous )?nos (?:contenus|articles)",
        r"^profitez de l'offre",
        r"^abonnez-vous (?:pour|dès|à)",
        r"^(?:este (?:contenido|artículo)|contenido) (?:es )?(?:exclusivo|s[oó]lo para suscriptores)",
        r"^has alcanzado (?:el|tu) límite de (?:artículos|noticias)",
        r"^regístrate (?:gratis )?(?:para|y) (?:segu|cont)",
        r"^suscríbete (?:para|por|y)",
        r"^est[ea] (?:conteúdo|matéria|reportagem|artigo|texto|notícia) (?:é )?(?:exclusiv|reservad)",
        r"^assine (?:já|agora|e leia|para (?:ler|continuar))",
        r"^(?:questo )?(?:articolo|contenuto) (?:è )?(?:riservato|per gli abbonati)",
        r"^abbonati (?:per (?:leggere|continuare|accedere)|e leggi)",
        r"^(?:этот )?(?:материал|статья|полный текст|продолжение) (?:статьи )?доступ",
        r"^оформите подписку", r"この(?:記事|続き)は.{0,6}(?:会員|有料)", r"ここから先は",
        r"^続きを読むには", r"残り\s?[\d,]+\s?文字",
        r"^有料会員(?:に|登録)",
        r"^(?:\S{0,2}会員|続き).{0,8}(?:登録|ログイン|購読)", r"会員になると.{0,12}記事",
        r"^(?:本文|本篇|此文)(?:章)?(?:为|是|仅).{0,4}(?:付费|会员|订阅)",
        r"^(?:剩余|余下|后续)(?:内容|部分)", r"^以上(?:为|是)?(?:试读|免费)",
        r"(?:购买|付费|开通|登录)后(?:可|即可)?(?:阅读|查看|解锁)(?:剩余|全文|完整)",
        r"^开通会员",
        r"^(?:订阅|付费|登录|登錄|訂閱)(?:后|後).{0,6}(?:阅读|閱讀|查看)",
        r"^(?:本文|此文)(?:為|僅|限).{0,4}(?:付費|會員|訂閱)",
        r"이 기사는.{0,8}(?:유료|회원|구독)", r"^기사의 나머지.{0,12}(?:유료|회원|구독)",
        r"구독하시면 .{0,12}기사", r"^로그인하고 .{0,8}기사",
    ),
    beside=(
        "already a subscriber", "already a member", "already have an account", "cancel any", "cancel your",
        "try it free",
        "free trial", "unlimited access", "jederzeit kündbar", "bereits abonnent", "kostenlos testen", "déjà abonné",
        "sans engagement", "ya eres suscriptor", "cancela cuando", "já é assinante", "già abbonato", "уже подписаны",
        "отмена в любой", "初月無料", "読み放題", "いつでも解約", "会員の方", "首月仅", "畅读", "已是会员", "已订阅",
    ),
)  # fmt: skip
APP: Final = ReaderNotice(
    "app_banner", "app promotion",
    matter=(
        "app", "aplicativo", "scan th", "téléchargez", "aplicación", "приложение", "アプリ", "ダウンロード",
        "インストール", "コード", "二维码", "二維碼", "客户端", "公众号", "小程序",
    ),
    alone=(
        r"^(?:get|download|try|install|open) (?:the|our) (?:.{0,40} )?app(?: (?:for|to|on|now|today) |[.!,:]|$)",
        r"(?:thousands|hundreds|more|stories|offline) .{0,40}in our (?:free )?app(?a:\b)",
        r"^install the app and ",
        r"^scan (?:this|the) (?:qr )?code",
        r"^(?:laden|holen) sie (?:sich )?(?:jetzt )?(?:unsere|die) .{0,20}app", r"^téléchargez (?:notre|l')",
        r"^descarga (?:nuestra|la) .{0,20}(?:app|aplicación)", r"^baixe (?:nosso|o) .{0,20}(?:app|aplicativo)",
        r"^scarica (?:la nostra|l')",
        r"^(?:скачайте|установите) .{0,20}приложение", r"アプリなら", r"今すぐ(?:ダウンロード|インストール)",
        r"^(?:qr|二次元)コード.{0,6}読み(?:取|込)",
        r"^(?:请|可|立即|用|使用|打开|点击)?(?:用?(?:微信|手机))?(?:扫描|扫码|扫一扫|掃描|长按|長按|识别).{0,10}(?:二维码|二維碼|小程序|客户端|app)",
        r"^(?:更多|详情|精彩).{0,14}(?:下载|下載|扫码|关注|登录).{0,14}(?:app|客户端|公众号|二维码)",
        r"^(?:下载|下載|打开|安装)\s?.{0,14}(?:app|客户端)(?:[,，!！。]|$)",
    ),
    beside=("扫码", "长按", "whatsapp", "朋友圈"),
)  # fmt: skip
ACCOUNT: Final = ReaderNotice(
    "follow_prompt", "account card",
    matter=(
        "微信", "公众号", "功能介绍", "功能介紹", "服务号", "订阅号", "视频号", "抖音号",
        "微博", "蓝字", "星标", "星標", "关注", "主体", "账号", "帐号", "原始id",
    ),
    alone=(
        r"^(?:微信(?:号|id|公众号|公號)|公众号|功能(?:介绍|介紹)|服务号|订阅号|视频号|抖音号|微博)\s?[:：| ]\s?\S",
        r"^(?:[账帐][号户](?:主体|名称|类型)|认证主体|原始id)\s?[:：| ]\s?\S",
        r"点击(?:上方|下方|左下角)?.{0,4}蓝字", r"设为星标|設為星標", r"^▲?\s?(?:长按|点击).{0,8}关注",
    ),
)  # fmt: skip
LETTER: Final = ReaderNotice(
    "follow_prompt", "newsletter prompt",
    matter=(
        "sign up", "signing up", "inbox", "contacted", "to receive", "data rates",
        "e-mail", "email", "by subscribing", "by clicking", "by submitting",
        "by registering", "postfach", "boîte", "correo", "bandeja", "casella", "nella tua", "почту",
    ),
    alone=(
        r"^sign(?:ing)? up (?:for|to) (?:the|our|my|get|receive) .{0,60}(?:letter|brief|list|update|mail|stories)",
        r"(?a:\b)(?:stories|news|\w*letter|updates|best|daily|morning|week|delivered|sent) .{0,30}your inbox(?a:\b)",
        r"^(?:please )?enter (?:a valid |your )e-?mail(?: address)?(?: here| below)?\W*$",
        r"^by (?:signing up|subscribing|submitting|registering)(?a:\b)", r"^by clicking .{1,40},? (?:i|you) ",
        r"(?a:\b)in (?:ihr|dein) (?:e-mail-)?postfach", r"dans votre boîte (?:mail|aux lettres|e-mail|de réception)",
        r"(?a:\b)you (?:agree|consent|are consenting) to (?:be contacted|receive) .*(?:text|sms|call|mail)",
        r"message (?:&|and) data rates may apply",
        r"^votre adresse e-?mail", r"en (?:tu|su) (?:correo|bandeja)", r"^(?:tu|su) correo electrónico",
        r"no seu e-?mail",
        r"nella tua (?:casella|mail)", r"^(?:ihre|deine) e-mail-adresse", r"на (?:вашу )?почту каждое",
    ),
    beside=("e-mail address", "your email", "newsletter", "je m'inscris", "邮箱地址", "e-mail-adresse"),
)  # fmt: skip
SAID_BY_READERS: Final = ReaderNotice(
    "comment", "reader's comment",
    matter=("网友", "網友", "the comments"),
    alone=(
        r"^[\[【(]\S{0,12}(?:网友|網友)\S{0,8}[\]】)]", r"^(?:网易|腾讯|新浪|搜狐)?\S{0,8}网友\s?[:：]",
        r"(?:have your say|let us know|tell us what you think|share your (?:views|thoughts)) in the comments",
    ),
)  # fmt: skip
NOTICES: Final = (
    CONSENT, WALL, APP, ACCOUNT, COMMISSION, LETTER, SAID_BY_READERS, PLATFORM, LEGAL, RECIPIENT, BUTTONS, WAYS, COUNT,
    OFFER, POST, TAGS, SUBSCRIBERS, EVENT, LIST, SHARED, PROMPT,
    TO_COMMENT, MEMBERS_ONLY,
)  # fmt: skip
