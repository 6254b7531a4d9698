"""Texts of notices, credits and datelines in many languages, a list per kind of block.

All are folded as by audit.text.fold.fold. A word ending in `*` also matches as the prefix of a short line.
"""

from __future__ import annotations

from typing import Final

# Who speaks for a page, as parts of regular expressions: words, and characters of scripts without blanks.
SPEAKING: Final = (
    r"we|our|us|my|this (?:site|content|page|post|article)|wir|uns(?:er\w*)?|nous|n(?:otre|os)|nuestr\w+|nosotros|"
    r"noss\w+|nostr\w+|мы|наш\w*"
)
SPEAKING_UNSPACED: Final = "本[站网網]|我们|我們|当サイト|弊社|당사"

RIGHTS: Final = (
    "all rights reserved", "copyright ©", "copyright (c)", "© copyright", "alle rechte vorbehalten",
    "tous droits réservés", "todos los derechos reservados", "todos os direitos reservados",
    "tutti i diritti riservati", "diritti riservati", "riproduzione riservata", "все права защищены",
    "her hakkı saklıdır", "tüm hakları saklıdır", "wszelkie prawa zastrzeżone", "alle rechten voorbehouden",
    "alla rättigheter förbehållna", "hak cipta dilindungi",
    "無断転載", "無断複製", "무단전재", "무단 전재", "저작권자", "版权所有", "版權所有", "版 权 所 有",
    "未经允许不得转载", "未经授权不得转载", "未经许可不得转载", "禁止转载", "严禁转载", "谢绝转载",
    "转载请注明", "轉載請註明", "转载请联系", "转载须", "授权事宜请联系", "侵权请联系", "如有侵权", "侵权必究",
    "违者必究", "may not be reproduced", "may not be published, broadcast", "reproduction in whole",
    "not to be redistributed", "without prior written permission", "without the express written",
    "wijzigingen voorbehouden", "جميع الحقوق محفوظة", "کلیه حقوق", "تمامی حقوق", "כל הזכויות שמורות",
    "무단 이용", "무단이용", "copyright of this content belongs", "copyright in this content belongs",
    "सर्वाधिकार सुरक्षित", "giữ bản quyền", "สงวนลิขสิทธิ์", "ห้ามนำไปเผยแพร่",
)  # fmt: skip

DISCLAIMER: Final = (
    "store and access cookies", "we value your privacy", "your contribution", "help keep news free",
    "support our newsroom", "support independent journalism", "as little as $", "ad-free experience",
    "personalised ads", "personalized ads", "personalized content",
    "personalised content", "advertising partners", "manage preferences", "manage consent",
    "consent to the use", "withdraw your consent", "legitimate interest", "werbung und tracking",
    "personalisierte anzeigen", "personalisierte werbung", "personalisierte inhalte", "datenschutzerklärung",
    "einwilligung widerrufen", "publicités personnalisées", "contenus personnalisés",
    "publicidad personalizada", "annunci personalizzati", "el contenido de los comentarios", "免责声明",
    "免責聲明", "不代表本网", "不代表本站", "不代表本平台", "不代表其", "不代表同意", "不构成任何",
    "不構成任何", "仅代表作者", "僅代表作者", "仅供其表达个人", "作者个人观点", "作者独立观点",
    "如对本稿件有异议", "异议或投诉", "与本网站无关", "不承担任何", "特别声明:", "郑重声明", "投资建议",
    "仅供参考", "opinions expressed", "views expressed", "not necessarily reflect", "affiliate commission",
    "affiliate links", "we may earn a commission", "for informational purposes only",
    "does not constitute an offer", "does not constitute investment", "does not constitute financial",
    "für den inhalt", "keine haftung", "the material on this site", "terms of use and privacy",
    "protected by recaptcha", "by submitting your information you agree", "by signing up you agree",
    "by signing up, you agree", "we use cookies", "uses cookies", "this website uses", "cookie settings",
    "accept cookies", "accept all", "wir verwenden cookies", "verwendet cookies", "cookies akzeptieren",
    "nous utilisons des cookies", "utilizamos cookies", "usamos cookies", "utilizziamo i cookie",
    "utilizza cookie", "использует cookie", "используем cookie", "enable javascript", "javascript is disabled",
    "javascript aktivieren", "please turn on javascript", "ad blocker", "adblocker", "クッキー", "쿠키를",
    "access information on a device", "precise geolocation data", "device characteristics", "third-party vendors",
    "informationen auf einem gerät", "genaue standortdaten", "endgeräteeigenschaften", "drittanbieter", "werbefrei",
    "stocker et/ou accéder", "données de géolocalisation", "almacenar la información en un dispositivo",
    "archiviare informazioni", "personalisierung von", "externer inhalt", "externe inhalte", "externen inhalt",
    "redaktioneller inhalt", "contenu intégré", "also be viewed on the site it originates", "view this content",
    "earn commission", "earn a commission", "independently selected", "independently select", "may receive a share",
    "unlimited digital access", "unlimited online access", "unlimited access", "free trial", "already a subscriber",
    "cancel anytime", "jederzeit kündbar", "réservé aux abonnés", "exclusivo para suscriptores",
    "only for subscribers", "exclusive to subscribers", "nur für abonnenten", "会员专享", "有料会員",
    "make a donation", "your donation", "with your support", "keep our journalism free", "help us keep",
    "spenden sie", "votre soutien", "doação", "пожертвов", "do you have a tip", "leave your feedback",
    "comments are closed", "comments are moderated", "be respectful", "community guidelines", "commenting rules",
    "log in to comment", "notify me of new", "email address will not be published",
    "disclaimer:", "haftungsausschluss:", "avertissement légal:", "descargo de responsabilidad:", "aviso legal:",
    "isenção de responsabilidade:", "esclusione di responsabilità:", "отказ от ответственности:", "免責事項:",
    "면책 조항:", "면책조항:", "면책 공고:", "إخلاء مسؤولية:", "تنويه:",
    "netiquette", "文明上网", "理性发言", "请先登录", "评论需",
)  # fmt: skip

# Phrases of author biographies, which are below an article or sometimes above it.
BIOGRAPHY: Final = (
    "is a senior editor", "is a senior writer", "is a senior reporter", "is a staff writer", "is a staff reporter",
    "is a freelance", "is a contributing", "is a contributor", "is an award-winning", "is a reporter for",
    "is a reporter at", "is a reporter with", "is a reporter covering", "is a journalist", "is a correspondent",
    "is a writer and", "is a writer for", "is a writer at", "is an editor at", "is an editor for", "is the editor of",
    "is an assistant editor", "is an associate editor", "is the associate editor", "is a columnist",
    "is a producer for",
    "is a professional writer", "is a multimedia", "is an investigative reporter", "his work has appeared",
    "her work has appeared", "their work has appeared", "work has been published",
    "follow her on", "follow him on", "follow them on",
    "on twitter @", "on twitter at", "on x @", "can be reached at", "contact the reporter", "email her at",
    "email him at", "reach her at", "reach him at", "covers breaking news", "arbeitet als",
    "schreibt für", "schreibt über", "ist redakteur", "ist autor", "ist journalist", "ist freie journalistin",
    "journaliste au", "journaliste à", "es periodista", "licenciado en periodismo",
    "licenciada en periodismo", "è giornalista", "é jornalista", "журналист,", "обозреватель", "本文作者", "作者简介",
    "作者系", "作者為", "記者プロフィール", "経済部記者", "기자입니다",
)  # fmt: skip

# How long it takes to read the article.
READING_TIME: Final = (
    "min read", "min. read", "minute read", "mins read", "reading time:", "estimated reading time", "lesezeit:",
    "lesedauer:", "minuten lesezeit", "min. lesezeit", "temps de lecture", "min de lecture", "tiempo de lectura",
    "min de lectura", "tempo de leitura", "min de leitura", "tempo di lettura", "min di lettura", "время чтения",
    "время на чтение", "мин чтения", "leestijd:", "czas czytania", "okuma süresi", "مدة القراءة", "وقت القراءة",
    "पढ़ने का समय", "阅读时间:", "阅读时长", "预计阅读", "分钟阅读", "読了時間", "分で読めます", "읽는 시간",
)  # fmt: skip

FOOTER_ANYWHERE: Final = (
    "icp备", "icp證", "icp证", "京公网安备", "公网安备", "增值电信业务经营许可证", "互联网新闻信息服务许可证",
    "网络出版服务许可证", "视听节目许可证", "违法和不良信息举报", "不良信息举报", "网站地图", "备案号",
    "privacy policy |", "| privacy", "terms of service |", "| terms of", "do not sell my",
    "your california privacy", "california notice at collection", "impressum |", "| datenschutz",
    "사업자등록번호", "등록번호", "발행인",
)  # fmt: skip

CAPTION: Final = (
    "图源*", "图片来源*", "图/*", "题图*", "頭圖*", "头图*", "圖/*", "配图*", "摄影*", "图片说明*", "photo:*",
    "photo by*", "photo credit*", "photograph:*", "photograph by*", "photography by*", "image:*",
    "image credit*", "(image credit*", "image source*", "image via*", "image courtesy*", "credit:*",
    "credits:*", "picture:*", "getty images*", "courtesy*", "photo courtesy*", "file photo*", "photos by*",
    "photos:*", "enlarge*", "foto:*", "fotos:*", "bild:*", "bildrechte*", "bildquelle*", "quelle:*", "© dpa*",
    "© reuters*", "© getty*", "© ap*", "© afp*", "picture alliance*", "crédit photo*", "crédits*", "crédit :*",
    "fotografía*", "imagen:*", "crédito:*", "imagem:*", "foto di*", "фото:*", "фото*", "写真*", "【写真】*",
    "画像*", "사진=*", "사진*",
)  # fmt: skip

CAPTION_ANYWHERE: Final = (
    "via getty images", "/getty images", "getty images/", "/shutterstock", "/ap photo", "(ap photo",
    "ap photo/", "/reuters", "/afp via", "image credit:", "photo credit:", "picture alliance/", "/dpa-", "供图",
    "摄影:", "图源:", "图片来源:", "©视觉中国",
)  # fmt: skip

BYLINE: Final = (
    "by*", "written by*", "words by*", "story by*", "posted by*", "author*", "reporter*", "von*", "par*",
    "por*", "автор*", "текст:*", "di*", "作者*", "记者*", "記者*", "编辑*", "編輯*", "责任编辑*", "責任編輯*",
    "(责任编辑*", "(责编*", "责编*", "来源*", "來源*", "文/*", "文|*", "文 |*", "文 / *", "撰文*", "编译*",
    "原标题*", "(原标题*", "本文来源*", "本文来自*", "文章来源*", "转自*", "source:*", "sources:*", "quelle*",
    "fuente:*", "источник*", "出典*", "執筆*", "文=*", "기자*", "출처*",
    "文:*", "文・*", "글:*", "글=*", "מאת*", "بقلم*", "كتب:*", "كتبت:*", "from our own correspondent",
)  # fmt: skip

PUBLISHED: Final = (
    "published*", "posted*", "updated*", "last updated*", "last modified*", "date:*", "first published*",
    "created*", "publication date*", "veröffentlicht*", "stand:*", "aktualisiert*", "erstellt*",
    "zuletzt aktualisiert*", "publié*", "mis à jour*", "modifié*", "publicado*", "actualizado*", "atualizado*",
    "pubblicato*", "aggiornato*", "опубликовано*", "обновлено*", "дата*", "gepubliceerd*", "publicerad*",
    "発表日*", "公開日*", "更新日*", "公開:*", "更新:*", "입력*", "등록*", "수정*", "승인*", "发布时间*",
    "发布于*", "发表时间*", "发布日期*", "时间:*", "日期:*", "發布時間*", "更新时间*",
)  # fmt: skip

# Labels above another article of the same page.
NEXT_ARTICLE: Final = (
    "next article*", "next story*", "previous article*", "previous story*", "nächster artikel*", "vorheriger artikel*",
    "article suivant*", "article précédent*", "siguiente noticia*", "siguiente artículo*", "articolo successivo*",
    "prossimo articolo*", "próximo artigo*", "próxima notícia*", "следующая статья*", "следующая новость*",
    "다음 기사*", "이전 기사*", "次の記事*", "前の記事*", "上一篇*", "下一篇*", "阅读下一篇",
)  # fmt: skip

# Function words, which sentences require and most menus lack.
_FUNCTION_WORDS: Final = (
    "the of and to in is that for was with on as are it his her they this have from not but were which be at "  # en
    "der die das und ist nicht ein eine den dem von zu mit sich auf für auch des im wird hat war sind dass "  # de
    "le la les et une dans que qui pour par sur pas au du il elle sont "  # fr
    "el los las en un del por con para una como más su no se es lo "  # es
    "o a os do da em um uma não ao "  # pt
    "di che è per non una sono della nel "  # it
    "и в не на что с по как это из за от для он она был но "  # ru
    "het een van dat niet op te zijn voor och att det som på är av inte og er til ikke "  # nl, sv, da, no
    "bir ve bu de için ile i w z się że nie"  # tr, pl
)
FUNCTION_WORDS: Final = frozenset(_FUNCTION_WORDS.split())
# Particles of running Chinese and Japanese.
PARTICLES: Final = (
    "的了是在和也不这這有与與为為着就都从從对對被把将將到说說而我他她们們于之其并并及吗呢吧がをにはでとたるのれい"
)
