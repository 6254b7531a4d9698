"""Lines that are no headline: menus, cards, labels, captions, ratings, case numbers, firms, awards, running heads."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from audit.text.punctuation import LETTER
from audit.text.tables import phrases

_RELEASE: Final = (
    r"for immediate release|(?:press|news|media) release|pressemitteilung|medienmitteilung|communiqué de presse|"
    r"comunicad?o (?:de prensa|de imprensa|stampa)|nota de prensa|persbericht|pressmeddelande|пресс-релиз|보도자료|"
    r"新闻稿|新聞稿|プレスリリース"
)
# Above the headline of a press release, whose date and contact may be above it, too.
RELEASE: Final = re.compile(rf"(?:{_RELEASE})\W*(?:n(?:r|o)?[.°º]? ?[\d/]+)?$")
CONTACT: Final = re.compile(r"(?:(?:media |press )?contacts?|(?:presse)?kontakt|联系人|聯絡人|n(?:r|o)?[.°º]? ?\d)")
# For texts without furniture, on folded lines.
NO_PLAIN_TITLE: Final = re.compile(
    # A directive or field of markup (.. include:: oars.rst), a file's stamp (oars.txt  Last edited 2021-03-09).
    # Nor a record of fields, an item of a list, or a bracket that is closed below.
    r"^(?:\.\. \S|:[a-z][\w-]*:)|[^\W_]:[a-z({\[][^:]*[a-z)}\]]:[a-z({\[]|^- (?=[a-z])|^[a-z-]+ ?: ?https?://\S+$|^\[[^\[\]]{40,}$|"
    r"^\W?[\w.+-]{1,40}\.[a-z]{1,5}\W{1,4}.{0,40}\blast (?:edited|changed?|modified|updated|revised)\W|"
    r"[:;,：；，、]$|[(\[][^()\[\]]{0,40}(?:摄|攝|供图|供圖|提供|来源|來源|資料|撮影|사진|photo|foto|image|getty|"
    r"reuters|imago)[^()\[\]]{0,24}[)\]]$|"
    r"[.!?] (?:photo(?:graph|graphy)?|foto|image|picture|bild|credit|illustration)s?(?: by| ?:) ?.{2,40}$|"
    r"^(?:图为|圖為|[▲△▼])|[。.)] ?[\u3400-\u9fff·]{2,4} ?[摄攝]$|"
    r"(?:记者|記者|作者|采访|撰文|^文) ?[:|/丨] ?[\u3400-\u9fff·]{2,4}$|^(?:whereas|now,? therefore)\W|"
    r"^[甲乙丙丁]方 ?[(:]|^[(\[]\d\d?:\d\d(?::\d\d)?[)\]] |"
    r"^(?:信息)?(?:来源|來源|字号|字號)|"
    rf"^(?:{_RELEASE})(?:\W|$)|"
    r"^(?:tl;?dr|key (?:takeaway|point|fact|finding)s?|summary|overview|in brief|at a glance|(?:table of )?contents|"
    r"inhalt|sommaire|résumé|índice|about this (?:article|document|page)|(?:issued|released|"
    r"prepared|ausgegeben|herausgegeben|publié|emitido|emesso) (?:by|vo[nm]|par|por|da))(?:\W|$)|"
    r"^(?:[qa]\d{0,2}|frage|antwort|pregunta|respuesta|domanda|risposta|вопрос|ответ|[问問答]|記?者|질문|답변) ?: ?|"
    r"^(?:full |first |last )?(?:name|姓名|氏名|성명|이름|nombre|nom|имя|фио) ?: ?\S|^#\+\w{3,12}:|"
    r"^(?:page|seite|pagina|página|страница|стр\.?|p\.) ?\d+(?: ?(?:of|von|de|di|из|/) ?\d+)?\W*$|"
    r"^[\[(【][^\[\]()【】]{2,24}[)\]】]$|"
    r"^(?:(?:strictly |private and )*confidential|vertraulich|confidentiel|draft|entwurf|"
    r"abstract|abstrakt|resumen|аннотация|摘要|要旨|초록)\W*$|"
    r"^draft ?[-–—:(] ?(?:do not|not for|for (?:comment|discussion))|"
    r"^(?:(?:article|section|artikel|art\.|§+) ?[\divxlc]{1,6}|第[\d一二三四五六七八九十百]{1,5}[条條])\W*$|"
    r"^(?:您|你)?(?:的?(?:现在|当前|所在)的?位置|目前位置|目前所在|當前位置|現在位置)|"
    r"^(?:you are here|sie sind hier|vous êtes ici)\W|"
    rf"^(?:{'|'.join(phrases('menus', 'home'))}) ?(?:>|»|›|‹|≫|/ )|"
    r"^[^→▸]{1,24}(?: ?[→▸] ?[^→▸]{1,60})+$|^\(\d{4}\)[^\s\d]{1,4}\d+[^\s\d]{1,6}\d+号$|"
    r"^(?:[\u3400-\u9fff]{1,4}[省市县区州])*(?:最高|高级|中级)?人民(?:法院|检察院)$|"
    r"^(?:case |docket )?(?:no|nr)s?\.? ?\d[\d/-]*\W*$|"
    r"^(?:az\.? ?:? ?)?[ivx\d]{1,4} [a-z]{1,4}(?: [a-z]{1,4})? \d+/\d\d$|"
    r"^\d(?:[.,]\d)? ?(?:/|out of|von|sur|de|su|av) ?(?:5|10)(?: (?:stars?|sterne|étoiles|estrellas|stelle))?$|"
    r"^[★☆⭐ ]+$|"
    r"^(?:(?:currently )?(?:in|out of) stock|sold out|auf lager|(?:sofort )?lieferbar|en stock|有货|在庫あり)\W*$"
)
# Below the first line a company is the employer or the seller.
COMPANY: Final = re.compile(r"^(?:\S+ ){1,4}(?:ltd|limited|gmbh|inc|llc|plc|corp)\.?$|.(?:有限公司|株式会社)$")
# The command that installs a package.
INSTALLED: Final = re.compile(
    r"^(?:\$ ?)?(?:pip3?|npm|pnpm|yarn|gem|cargo|brew|apt(?:-get)?|conda|composer|dotnet) "
    r"(?:i|install|add|require) [\w@]"
)
# Several short parts in one line are a menu or a path: between bars, dots or arrows, or between blanks in a script
# without blanks.
MENU: Final = re.compile(
    r"^[^|·•]{1,24}(?:\s?[|·•][^|·•]{1,24}){3,}$|"
    r"^[\u3040-\u30ff\u3400-\u9fff]{1,4}(?: ?[|·•] ?[\u3040-\u30ff\u3400-\u9fff]{1,4}){2}$|"
    r"^[^\W\d]{2,12}(?: ?\| ?[^\W\d]{2,12}){2}$|^[^»›≫>]{1,40}(?: ?(?:[»›≫>]|>>) ?[^»›≫>]{1,60}){2,}$|"
    r"^[^‹›]{1,40}(?: ?‹ ?[^‹›]{1,60}){2,}$"
)
_SECTIONS: Final = "|".join(
    ("首页", "首頁", "หน้าแรก", "トップ", *(word for word in phrases("furniture", "category") if word >= "\u0e00"))
)
LEAST_BLANKS, LONGEST_MENU = 2, 120
MENU_OF_WORDS: Final = re.compile(
    rf"^(?=(?:.* )?(?:{_SECTIONS})(?: .*)? (?:{_SECTIONS})(?: |$))"
    r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,12}(?: {1,3}[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2,12}){2,}$"
)
"""At least two of the parts are sections of a newspaper: names and verse are printed with blanks, too."""
ACCOUNT_CARD: Final = re.compile(
    "^(?:微信(?:号|id|公众号)|公众号|公眾號|服务号|订阅号|视频号|功能(?:介绍|介紹)|[账帐][号户](?:主体|名称|类型)|主体(?:名称|类型)|认证主体|"
    r"原始id|简介|簡介|ip属地|证券(?:代码|简称)|證券(?:代碼|簡稱)|股票代[码碼]|股份代[号號]|公告编号|"
    r"索 ?引 ?[号號]|发文字号|文 {0,4}号|发布机构|发文机关|公开(?:形式|方式)) ?[:| ] ?\S|"
    # The dynasty or form of a poem, with its value alone.
    r"^(?:朝代|年代|时代|時代|体裁|體裁|诗体|詩體|词牌|詞牌) ?: ?[\u3400-\u9fff]{1,6}$"
)
# A byline of reporters, and of their paper.
REPORTERS: Final = re.compile(
    r"^(?:[\u3400-\u9fff]{1,7}[报報刊网網台社] ?)?(?:见习|实习|特约|特派|首席)?(?:记者|記者|通讯员|通訊員)[ :]"
    r"[\u3400-\u9fff·]{2,4}(?:[ 、,][\u3400-\u9fff·]{2,4})*$|"
    r"^(?:글 ?)?[가-힣]{2,4} (?:선임|수습)?기자$"
)
# The result of a match: Marl 2-1 Denby (aet).
RESULT: Final = re.compile(r"^[^\W\d][^\d:]{1,24} \d{1,3} ?[-–:] ?\d{1,3} [^\W\d][^\d:()]{1,24}(?: ?\([^()]{1,24}\))?$")
# How much was pledged to a cause, or how many signed for it, and who is asked.
PLEDGED: Final = (
    r"^(?:[£$€¥] ?)?[0-9][0-9., ]*(?:k|€|kr|元)? ?(?:(?:raised|pledged|gesammelt|récoltés)(?:$| of | out of | so far)|"
    r"(?:signatures|signataires|unterschriften|firmas|assinaturas|firme|подпис(?:и|ей)|backers|supporters|bidrag|"
    r"spender|dons|人[签簽]名|人支持)$)|^petition richtet sich an|^adressée? à "
)
# The same, a price with a word before it, and the picture credit that ends a caption: (Ada Finch/Marl Courier).
PRICED: Final = re.compile(
    rf"{PLEDGED}|"
    r"^(?:[a-z]{2,6}(?: price)?:? )?(?:us)?[£$€¥￥₹] ?\d[\d.,]*$|"
    r"^(?:[a-z]{2,6}(?: price)?:? )?\d[\d., ]*\s?(?:€|[万萬亿]?元|[万萬]円?|円|zł|kr|₽)$"
)
CREDITED: Final = re.compile(
    r"\([A-ZÀ-Þ][^\W\d]+ [^()/]{2,30}/[A-ZÀ-Þ][^()/]{1,24}(?:/[^()/]{1,24})?\)$|^[(（][^()（）]+[)）]$"
)
# A school, university, hospital or library, and its newsletter, whose page or text this is.
INSTITUTION: Final = re.compile(
    rf"^(?:(?:the )?(?:{LETTER}+ ){{1,4}}(?:school|academy|university|college|hospital|library)|"
    rf"(?:university|college|universität|hochschule|klinikum|université|universidad|universidade|università|"
    rf"lycée|collège|école|colegio|instituto|escola|scuola|liceo|istituto|szkoła|uniwersytet|школа|лицей|гимназия|"
    rf"trường|đại học|bệnh viện)(?: [^ ]+){{1,5}}|{LETTER}+(?:schule|gymnasium|universität)(?: {LETTER}+){{0,2}}|"
    r"[\u3400-\u9fff]{2,12}(?:小学|小學|中学|中學|大学|大學|学校|學校|学院|學院|幼儿园|幼稚園|医院|醫院|病院|图书馆|圖書館|図書館)(?:新闻网|官网)?|"
    r"(?:学校|学年|学級|保健|図書館|園)だより)$"
)
# Above the signature of a letter.
CLOSING: Final = re.compile(
    r"^(?:yours?(?: very| most)? (?:faithfully|sincerely|truly|respectfully|ever)|(?:very |most )?"
    r"(?:sincerely|faithfully|respectfully|cordially)(?: yours)?|"
    r"(?:with )?(?:(?:best|kind|warm)(?:est)? )?(?:regards|wishes)|"
    r"(?:mit )?(?:den )?(?:freundlichen?|besten?|herzlichen?|lieben?|viele[nr]?) grü(?:ß|ss)en?|hochachtungsvoll|"
    r"(?:bien )?(?:cordialement|respectueusement)|.{0,60}salutations(?: .{3,40})?|(?:un )?(?:cordial(?:es)?|atentos?) "
    r"saludos?|atentamente|atenciosamente|cordiali saluti|distinti saluti|met vriendelijke groet(?:en)?|z poważaniem|"
    r"с уважением|med vänlig(?:a)? hälsning(?:ar)?|med venlig hilsen|敬上|敬礼|敬禮|此致|敬具|草々|"
    r"saygılarımla)[,.!:]?$"
)
# Who is honoured by a certificate, named on the line itself or below it.
HONOURS: Final = re.compile(
    r"^(?:(?:this )?(?:certificate |award |diploma )?(?:is )?(?:hereby |proudly )*(?:presented|awarded|granted|given|"
    r"conferred) (?:up)?(?:on|to)\b|(?:this (?:is to )?|we (?:hereby )?)certif(?:y|ies)\b|it is hereby certified|"
    r"hiermit (?:wird|bestätigen|bescheinigen)|verliehen an\b|(?:est )?d[ée]cern[ée]e? à|(?:est )?remis à|"
    r"(?:je soussigné|nous certifions|il est certifié)|(?:se )?(?:le )?(?:otorga|concede|entrega|otorgado|concedido|"
    r"conferido|outorgado|conferito|rilasciato) (?:el presente |a\b|al\b)|(?:se )?certifica(?:mos)?(?: que| a)\b|"
    r"si (?:certifica|attesta)|(?:настоящим )?(?:награждается|подтверждает|удостоверяет|вручается)|"
    rf"(?:herrn|frau|herr|mr\.?|ms\.?|mrs\.?|m\.|mme|an)$|herrn (?:{LETTER}+ ){{1,3}}{LETTER}+$|"
    r"(?:成績|성명|氏名|姓名) ?:|[^ ]{2,4}[  ]?[^ ]{0,4} ?(?:殿|様|귀하|同学|同學|同志)[::]?$)"
)
CERTIFICATE: Final = re.compile(
    r"certifi|diplom|award|urkunde|zertifikat|bescheinigung|zeugnis|attestation|attestat|сертификат|диплом|грамота|"
    r"свидетельство|удостоверение|证书|證書|奖状|獎狀|賞状|表彰状|修了証|証明書|수료증|상장|증서|임명장|شهادة|תעודה"
)
# Who made what a page is about, or the dates of a life.
MADE_BY: Final = re.compile(
    r"^(?:(?:medically|clinically|expert) |fact.?)?(?:directed|written|produced|hosted|illustrated|curated|edited|"
    r"translated|photograph(?:ed|y)|music|recipe|words|pictures|reported|presented|narrated|composed|designed|reviewed|"
    r"checked|verified)(?: (?:and|&) [a-z]+)? by |^reviewed in [a-z ]{2,30} on |"
    r"^(?:born|died|geboren|gestorben)(?: (?:on|in|am))? (?:\d|[a-z]{3,9}\.? \d)"
)
BY_LABEL: Final = re.compile(
    r"(?:Interview|Text|Words|Fotos?|Photos?|Bilder|Story|Protokoll|Entretien|Autor(?:in|a|e)?|Author|Auteure?|Автор|"
    r"Текст|Tekst|Texte?|Haber|Yazan|Yazar|Von|By|Par|Por|Door) ?: (?P<name>.+)"
)
BY_NAME: Final = re.compile(
    r"(?:[Vv]on|[Bb]y|[Pp]ar|[Pp]or|[Dd]oor|BY|POR|PAR|VON) (?P<name>\w+(?:[ -][\w.'’]+){1,3})$"
)
# The issue of a journal, alone on its line: Volume 3, Number 4; Winter 2026; 第3期.
ISSUE: Final = re.compile(
    r"^(?:(?:vol(?:ume|umen|\.)?|jahrgang|heft|ausgabe|issue|tome|année|anno|año|n[ouú]m?[.°º]|number|n° ?) ?#?"
    r"(?:[0-9]{1,4}|[ivxlc]{1,6})\b[^a-z]{0,4}){1,2}(?:(?:spring|summer|autumn|fall|winter) )?(?:(?:19|20)\d\d)?$|"
    r"^(?:(?:early |late )?(?:spring|summer|autumn|fall|winter)|frühjahr|sommer|herbst|printemps|été|automne|hiver|"
    r"primavera|verano|otoño|invierno|estate|autunno|inverno),? (?:19|20)\d\d(?: (?:issue|edition))?$|"
    r"^(?:(?:19|20)\d\d ?年)? ?第 ?[0-9]{1,4} ?[期号卷](?:,? ?第 ?[0-9]{1,3} ?期)?$|"
    # A journal with the pages of its article: Acta Marliana, 2020, 47(3): 112-118.
    r"^[^,:]{2,60}[,.]? ?(?:(?:19|20)\d\d[,;] ?)?\d{1,3} ?\(\d{1,3}\) ?[:,] ?(?:pp?\.? ?)?\d{1,5} ?[-–—] ?\d{1,5}"
    r"(?: ?\((?:19|20)\d\d\))?\.?$"
)
# Mail headers; table and memo headers with cells divided by tabs or several blanks; patent items, (12); birth names
# (née Quill); contract parties.
MAIL_HEAD: Final = re.compile(
    r"^from [^\s@]+@\S+ {1,3}[a-z]{3} [a-z]{3} |"
    r"^(?:return-path|received|delivered-to|delivery-date|date|x-[\w-]+) ?: |"
    "^(?:from|to|cc|bcc|reply-to|sent|von|an|gesendet|datum|de|à|发件人|收件人|发送时间|差出人|宛先) ?: .*[@0-9]|"
    "^(?:subject|betreff|objet|主题|件名|message-id|in-reply-to|list-id) ?: "
)
CELLS: Final = re.compile(r"\t.*\t|\S {4,}\S")
PARTY: Final = re.compile(
    r"^\([1-9]\d\) ?\S|^(?:née?|geb\.|geborene?r?|nata|nacida|урожд(?:[её]нная|\.)) "
    r"(?:(?:von|van|de|du|di|der|del|la) ){0,2}[A-ZÀ-ÞА-Я]\S*(?: [A-ZÀ-ÞА-Я]\S*)?$|"
    r"^(?:[Bb]etween|[Zz]wischen|[Ee]ntre|[Tt]ra|[Мм]ежду) .{3,160}\([^()]{3,24}\)"
)
_MONTH: Final = "(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zäé]{0,7}"
_WEEKDAY: Final = (
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:lun|mar|mercre|jeu|"
    "vendre|same)di|dimanche|(?:星期|礼拜|周)[一二三四五六日天]|[月火水木金土日]曜日?)"
)
# The day and weather of an entry in a diary, a label with a number, or a quotation with who said it.
ENTRY: Final = re.compile(
    rf"^(?:(?:{_WEEKDAY}[,.:]? ?)?(?:[0-9]{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}|{_MONTH} [0-9]{{1,2}}(?:st|nd|rd|th)?|"
    rf"[0-9]{{1,2}}月[0-9]{{1,2}}[日号])(?:[ ,.，（(]{{0,2}}{_WEEKDAY})?[ ,.，）)]{{0,2}}"
    r"[晴阴雨雪多云风雾转曇小大中到]{0,6}$|"
    r"[^\W\d][^\W\d ]{0,12} ?[^\W\d]{0,4} ?[:：] ?[0-9][0-9 ./-]{3,}$|[\"“„«「].{8,}[\"”“»」] ?[—–―-]{1,2} ?\S)",
    re.IGNORECASE,
)
# The running head of a journal: volume, year and pages, volume and number, or a registration number, as of a patent.
# Also the caption of a player, Audio: the bell of the ferry (3 min), relative times alone, and several counts behind
# their labels, Replies: 2 · Views: 310.
RUNNING_HEAD: Final = pl.col("folded").str.contains(
    r"(?:^|[^0-9])[0-9]{1,4} ?(?:\([0-9]{1,3}\) ?)?\((?:19|20)[0-9][0-9]\)[,:]? ?(?:pp?\.? ?)?"
    r"[0-9]{1,6} ?[-–—] ?[0-9]{1,6}(?:[^0-9]|$)|"
    r"(?:^|[^a-z])(?:vol(?:ume)?|jg|jahrgang|tome)[. ]{1,2}[0-9ivxlc]{1,6}[ ,.;:/].{0,19}"
    r"(?:no|nr|num|issue|heft|n°)[. ]{0,2}[0-9]|"
    r"[0-9] ?卷.{0,4}第? ?[0-9]{1,3} ?期|^(?:issn|isbn|doi|arxiv)[ :]|^https?://doi\.org/|"
    r"^(?:[a-z]+ ){0,2}patent (?:application |publication )?(?:no\.? )?[0-9]|"
    r"^(?:audio|video|podcast|clip|mediathek|listen|watch) ?: .{3,}\([0-9]{1,3}(?::[0-9]{2})? ?min(?:uten|utes|\.)?\)$|"
    r"^(?:[约約]|大[约約])?[0-9]{1,2} ?(?:个|個)?(?:秒[钟鐘]?|分[钟鐘]?|小[时時]|時間|[天日周週月年]|[かヶ]月) ?之?前$|"
    r"^(?:昨[天日]|[前今]天) ?[0-9]{1,2}:[0-9]{2}$|^[0-9]{1,2} ?(?:초|분|시간|일|주|개월|년) 전$|"
    r"^(?:[^0-9:：]{2,24}[:：] ?[0-9][0-9.,km]{0,8}(?:[^0-9a-z]{1,4}|$)){2,}$|"
    r"^[0-9]{1,2} (?:[a-z]{3,7} ago|[а-я]{3,8} назад)$|^(?:vor|hace|il y a) [0-9]{1,2} [a-zéäñ]{3,8}$"
)
# It has at most so many characters.
LONGEST_RUNNING_HEAD: Final = 120
_MONEY: Final = r"(?:us ?)?[£$€¥￥₹] ?[0-9]"
# Bounds of a word; with `\b` polars leaves its automaton where a text has other letters than ASCII.
_BEGUN, _ENDED = r"(?:^|\W)", r"(?:\W|$)"
_DELIVERED: Final = (
    rf"{_BEGUN}free (?:[a-z]+ )?(?:shipping|delivery|returns){_ENDED}|versandkostenfrei|gratis ?versand|"
    r"livraison (?:gratuite|offerte)|"
    r"env[ií]o gratis|spedizione gratuita|бесплатная доставка|包邮|免运费|免運費|送料無料|무료 ?배송"
)
_CHEAPER: Final = (
    rf"{_BEGUN}[0-9]{{1,2}} ?% (?:off|rabatt|de (?:remise|descuento)|di sconto){_ENDED}|"
    rf"{_BEGUN}(?:(?:use|with) code|limited[ -]time|with (?:any )?purchase){_ENDED}|"
    rf"{_BEGUN}discount of [0-9]|满[0-9]+减[0-9]+|"
    rf"^(?:now |was |save (?:up to )?|get |from |the current price is (?:now )?)?{_MONEY}"
)
_CALL: Final = (
    r"^(?:ask about|show (?:availability|more|all)|apply to|connect with|shop all|explore|book (?:a|now)|get started|"
    rf"log ?in|sign (?:in|up)|contact|need (?:more )?help|compare|(?:view|see) (?:all|more)|learn more){_ENDED}|"
    rf"{_BEGUN}(?:log in|sign up|learn more|shop now|read more|opens? in a new (?:window|tab)\)?)\W*$"
)
# Offers of a shop and calls to its visitors, which deals pages have as headlines, but mostly they are above one.
OFFER: Final = pl.col("folded").str.contains(f"{_DELIVERED}|{_CHEAPER}|{_CALL}")
# Lines after which a source is that of a picture or of figures.
PICTURE: Final = re.compile(
    r"(?:chart|figure|fig\.|table|graph|graphic|map|photo|image|picture|foto|abb\.|abbildung|grafik|tabelle|karte)"
    r" ?[\d:]|[图圖表] ?[\d:]|图片(?!来源|提供|由)"
)
