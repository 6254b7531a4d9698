"""Words that mark a date as something else than publication: of a life, contract, term, event or law; opening hours."""

from __future__ import annotations

import re
from typing import Final

import polars as pl

from audit.text.punctuation import LETTER

# Dates of a life, documents, accounts, contracts, terms.
_OF_A_LIFE: Final = (
    "出生", "生日", "身份证", "身份證", "生年月日", "생년월일", "birth", "geboren", "née le", "né le", "nacid",
    "nascid", "nato il", "nata il", "родил", "рожден", "doğum", "geburt", "passport no", "personalausweis",
    "registered", "joined", "member since", "mitglied seit", "registriert", "inscrit", "注册时间", "注册日期",
    "加入时间", "签订", "签署", "簽署", "有效期", "截止", "deadline", "valid until", "gültig bis", "frist",
    "price valid", "prices valid", "offer valid", "expires", "ends on", "生于", "生於", "逝世", "去世", "享年",
    "تاريخ الميلاد", "تاریخ تولد", "לידה", "जन्म", "ngày sinh", "เกิด", "narozen", "urodz",
    "született", "syntyn", "född",
    "født", "gestorben", "verstorben", "falleció", "décédé", "passed away", "†",
)  # fmt: skip
_OF_AN_EVENT: Final = (
    "event date", "date of event", "date of the event", "veranstaltungs", "活动时间", "活動時間", "活动日期",
    "举办时间", "会议时间", "开幕时间", "報名", "报名", "截稿", "開催日", "開催期間", "開演", "開場", "締切",
    "締め切り", "申込", "募集期間", "행사일", "접수", "마감", "모집기간", "anmeldeschluss", "einsendeschluss",
    "bewerbungsschluss", "closing date", "due date", "apply by", "register by", "rsvp", "date limite", "fecha límite",
    "plazo", "scadenza", "срок", "hạn chót", "مهلت", "delivery by", "delivery date", "liefertermin",
    "lieferbar", "filing date", "priority date", "申请日", "優先日", "出願日", "applications close", "entries close",
    "submissions close", "son başvuru", "آخر موعد", "الموعد النهائي", "अंतिम तिथि", "หมดเขต", "ปิดรับ", "termin składania",
    "batas akhir", "határidő", "発売予定", "公開予定", "doors open", "tickets on sale", "vorverkauf",
)  # fmt: skip
# Dates until which a ware keeps or an offer lasts.
_OF_VALIDITY: Final = (
    "best before", "best by", "use by", "expiry", "expiration", "haltbar bis", "verfallsdatum", "à consommer",
    "consumir preferentemente", "da consumarsi", "caducidad", "data de validade", "годен до", "срок годности",
    "保质期", "有效日期", "有効期限", "賞味期限", "消費期限", "使用期限", "유통기한", "소비기한", "유효기간",
    "صالح حتى", "صالح لغاية", "valid through", "valid thru", "valid from", "valid to", "gültig vom", "gültig von",
    "gültig ab", "gültigkeit", "valable", "válido hasta", "válida hasta", "válido até", "válida até", "valido fino",
    "valida fino", "geçerli", "ważny do", "ważna do", "ważne do", "geldig", "действителен до", "действительна до",
    "berlaku", "hạn sử dụng", "có giá trị", "หมดอายุ", "בתוקף",
)  # fmt: skip
# Days on which a ware is sent or arrives.
_OF_DELIVERY: Final = (
    "预计送达", "預計送達", "预计到货", "预计发货", "发货时间", "发货日期", "お届け予定", "お届け日", "配達予定",
    "到着予定", "入荷予定", "도착 예정", "도착예정", "배송 예정", "배송예정", "출고 예정", "estimated delivery",
    "estimated arrival", "arrives by", "arrives on", "ships by", "ships on", "get it by",
    "lieferung am", "lieferung bis", "zustellung am",
    "livraison prévue", "livraison le", "livraison estimée", "entrega prevista", "entrega estimada", "llega el",
    "previsão de entrega", "consegna prevista", "consegna stimata", "дата доставки", "доставка до", "доставим",
    "teslimat tarihi", "tahmini teslimat", "dostawa do", "bezorgd op", "levering op",
)  # fmt: skip
_OF_A_LAW: Final = ("in force", "in kraft", "comes into", "施行", "生效", "entrée en vigueur", "entra en vigor")
_OF_A_WARE: Final = (
    "first available",
    "sorti le",
    "premiered",
    "first shown",
    "上架时间",
    "発売日",
    "★",
    "verified owner",
    "verified purchase",
    "生产日期",
    "生產日期",
    "製造日",
    "제조일",
    "تاريخ الإنتاج",
)
_OF_COMMENTS: Final = (
    "comments closed", "comments are closed", "latest comment", "last comment", "last reply", "latest reply",
    "letzter kommentar", "letzte antwort", "dernier commentaire", "último comentario", "ultimo commento", "最新评论",
    "最后评论", "最新回复", "最后回复",
)  # fmt: skip
_OF_A_BOOK: Final = (
    "first edition", "erstausgabe", "erstauflage", "première édition", "primera edición", "prima edizione",
    "primeira edição", "初版", "第1版", "第一版",
)  # fmt: skip
_OF_NO_WORK: Final = ("closed on", "closed from", "geschlossen am", "geschlossen vom")
# Weather reports have today's date.
_OF_THE_WEATHER: Final = ("°c", "°f", "℃", "℉")
_OF_ITS_RIGHTS: Final = ("©", "copyright", "(c)", "版权", "icp", "许可证")
_WORDS: Final = [
    *_OF_ITS_RIGHTS, *_OF_AN_EVENT, *_OF_VALIDITY, *_OF_DELIVERY, *_OF_A_LAW, *_OF_A_WARE, *_OF_COMMENTS, *_OF_A_BOOK,
    *_OF_NO_WORK, *_OF_THE_WEATHER,
]  # fmt: skip
MONTH: Final = (
    r"(?:jan|feb|fév|mar|mär|apr|avr|abr|may|mai|mag|maj|jun|jui|giu|jul|lug|aug|aoû|ago|sep|set|oct|okt|ott|out|nov|"
    rf"dec|dez|déc|dic|ene|gen){LETTER}{{0,7}}"
)
# These words count only as the label at the start of a line; 时间, which Chinese papers print above articles, is none.
_LABELLED: Final = (
    r"^(?:next|nächste[rsn]?|prochaine?|próxim[ao]|prossim[ao]|следующ[а-я]+|下次|下一|次回|다음)|"
    r"^(?:when|date and time|date & time|start date|event|wann|termin|quand|date et heure|cuándo|fecha y hora|quando|"
    r"когда|wanneer|kiedy|日時|会期|일시|기간|زمان|الموعد|متى|מתי|thời gian|वक्त|समय) ?:|"
    # Dates of comments, answers and versions, and dates at which something begins or ends.
    rf"^(?:commented|answered|replied)(?:[^a-z]|$)|^reviewed (?:in [a-z ]{{2,20}} )?(?:on )?(?:[0-9]|{MONTH}\.? [0-9])|"
    r"^[#*\[ ]{0,6}v?[0-9]{1,3}\.[0-9]{1,3}(?:\.[0-9]{1,3})?\]? [(–—-]|"
    r"(?:^|[^a-z])(?:(?:week|month|quarter|year|period|term|season)s? end(?:ed|ing)|effective(?: from)?|starting|ab|"
    rf"from|until|till|bis(?: zum)?|jusqu'au|hasta el|fino al)(?: dem| the)? (?:[0-9]{{1,2}}[ ./]|{MONTH}\.? [0-9])|"
    # Of the weather, of a picture, of a member, and of the reader.
    r"^(?:weather|forecast|sunrise|sunset|wetter|météo|today(?: is|:)|heute ist|nous sommes le|hoy es|oggi è|сегодня|"
    r"今天|今日は?|오늘은?)(?:[^a-z]|$)|"
    r"^(?:photos?|fotos?|pictures?|images?|bild|crédit|фото|写真|图|圖|사진)(?: by| ?[:/©]) |"
    r"^(?:注册|註冊|加入|入驻|预计|預計)[^0-9]{0,4}[0-9]|"
    r"^(?:version|release|build|patch|版本号?|バージョン|버전) ?[0-9][0-9.]*(?:\W|$)|^(?:hotfix|changelog)(?:\W|$)|"
    r"^(?:account|profile|channel|company|trademark|patent|lawsuit) (?:created|opened|filed|granted)|"
    # Of a family.
    r"^(?:hochzeit|trauung|taufe|konfirmation|kommunion|einschulung|wedding|baptism|christening|graduation|mariage|"
    r"baptême|boda|bautizo|matrimonio|battesimo|casamento|batizado|bruiloft|bröllop|婚礼|結婚式)"
    r"(?: am| on| le| el)?\W{1,2}[0-9]|"
    # The times at which an event begins and ends, or begins.
    r"(?:^|[^0-9])[0-9]{1,2}[:.][0-9]{2} ?(?:uhr|h|[ap]\.?m\.?)? ?(?:[-–—~〜～]|a|à|al|bis|to|until|до|do|至|到) ?"
    r"[0-9]{1,2}[:.][0-9]{2}(?:[^0-9]|$)|"
    r"(?:^|[^a-z])(?:ab [0-9]{1,2}(?:[:.][0-9]{2})? ?uhr|from (?:noon|[0-9]{1,2}(?:[:.][0-9]{2})? ?[ap]\.?m)|"
    r"à partir de|a partir de las|dalle ore)|(?:19|20)[0-9]{2},? (?:at )?[0-9]{1,2} ?[ap]\.?m(?:[^a-z]|$)"
)
_NUMBER: Final = rf"[0-9]{{1,4}}(?:[./年-]|(?:st|nd|rd|th|\.)? (?:de |of )?{LETTER}{{3,9}}\.? (?:de )?[0-9]{{4}})"
# Headings above the day of a funeral, an examination, a journey, or of hours.
_HEADINGS: Final = (
    r"^(?:[a-z' -]{2,14} )?(?:services?|visitation|viewing|funeral|burial|interment|wake|requiem|rosary|vigil|"
    r"celebration of life|exam(?:ination)?s?|hours|show ?time|departure|arrival|check-?in|check-?out|kick-?off|"
    r"(?:course|event|exam|holiday|show|term|test|tour|workshop) dates?|version history)$|"
    r"^(?:trauerfeier|beisetzung|bestattung|(?:trauer)?gottesdienst|prüfung|klausur|öffnungszeiten|obsèques|cérémonie|"
    r"messe de funérailles|examen|horaires|sepelio|velatorio|funerali?|esequie|horarios?|orari|похороны|экзамен|"
    r"追悼会|告别仪式|遗体告别|葬礼|告別式|通夜|葬儀|발인|장례식?|考试|試験|시험)$"
)
# Numbers of versions, models and books; streets and squares named after a day; reviews quoted with their source; and
# hours at which events begin, since times of publication have minutes.
_NAMED: Final = (
    r"(?:(?:^|[^\w])(?:version|ver\.|build|rev(?:ision|\.)|model|modell|modèle|modelo|firmware|isbn|sku|"
    r"article no\.?|art\.-nr\.?|artikelnr\.?|ref\.?|réf\.?) ?:? ?v?|"
    r"(?:straße|strasse|platz|allee|street|square|avenue|plaza|calle|avenida|rue|place|boulevard|via|piazza|praça|rua|"
    rf"улица|площадь) (?:des |du |de |del |do |of )?(?:the )?){_NUMBER}|"
    rf"^[\"'“„«‘][^\"”“»]{{8,}}[\"'”“»’]\W{{0,4}}{LETTER}"
)
# An hour at which an event begins; a page may have been changed at one.
_HOUR: Final = (
    r"(?:^|[^\w])(?:ore|um|à|a las|às|kl\.?|klo|godz\.?|saat|pukul|lúc|o|в|om) (?:[01]?[0-9]|2[0-3])(?: ?(?:uhr|h|hrs|"
    r"uur|часов))?\W{0,2}$|,? (?:[01]?[0-9]|2[0-3]) (?:uhr|uur|hrs)\W{0,2}$"
)
# What happened on the day, before it: Found on 3 May 2021; Sale ends May 3, 2021; 拍摄于2021年5月3日. Names may end in
# -ed, too. Searched in the text as printed.
_ON: Final = "(?: (?:on|in|at|by|for|to|the|am|le|el|[a-z]+(?:day|tag|di)),?)*$"
HAPPENED: Final = re.compile(
    rf"(?:[A-Z]?|.* )[a-z]{{3,}}ed{_ON}|"
    r"(?i:(?:.* )?(?:built|found|taken|born|seen|begun|lost|held|shot|drawn|made|sold|due|arrives?|check-?(?:in|out)|"
    r"ends?|begins?|starts?|opens?|"
    r"closes?|runs?|through|since|before|after|by|of|abgerufen|aufgenommen|gegründet|ouverture|fermeture|inaugurado|"
    rf"inauguración|consultado|consulté|fundado|fundada|rendez-vous|obsèques|[a-zä-ü]*beginn){_ON}|"
    r"(?:recorded|filmed|photographed|pictured|performed|departure|arrival|abfahrt|ankunft|départ|salida)(?: .*)?)|"
    r"[^ ]{0,6}(?:摄|攝|拍|录制|播出|撮影|開催|創業|成立|创立|創立)[于於]?$|[^ ]{0,6}(?:建|生|逝|卒|作|始)[于於自]$|"
    r"[^ ]{0,8}(?:放假|婚礼|婚禮|予定|预定|[员員]自|截至)$"
)
# The same of the text itself.
TOLD: Final = re.compile(
    r"(?i:(?:.* )?(?:updated|[a-z]*posted|[a-z]*published|released|issued|submitted|printed|edited|revised|reviewed|"
    r"modified|uploaded|created|dated|added|filed|written|reported|changed|archived|corrected|verified|checked|"
    rf"syndicated|made available|(?:issue|edition) of){_ON}|"
    r"(?:.* )?(?:started|asked|opened) by [^ ,:]{1,30}(?: [^ ,:]{1,30})?,)"
)
# In texts without furniture other words in lower case before a day say the same, as does one word before a preposition:
# Scheduled for 3 May 2021; Erstbesteigung am 3. Mai 2021. These are words of names, places and weekdays.
BESIDE_A_DAY: Final = re.compile(
    "on|am|le|el|il|den?|the|des|du|da|dos?|del|della|di|von|van|der|las?|les|and|und|et?|y|i|och|og|en|in|im|an?|aus|at|"
    "um|à|zu|sur|sous|by|par|por|a[vf]|door|from|para|with|for|dated|as|of|kl|klo|dne|dnia|op|på|til|od|na|w|v|ve|г|го|"
    "й|st|nd|rd|th|tháng|ngày|năm|hai|ba|tư|sáu|bảy|nhật|s|(?:mon|tues|wednes|thurs|fri|satur|sun|man|tirs|ons|tors|fre|lør|søn|mån|tis|lör|sön|"
    "maan|dins|woens|donder|vrij|zater|zon)(?:day|dag)|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:lune|marte|"
    "mercole|giove|vener)dì|sabato|domenica|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|"
    "quinta|sexta|feira|.*-feira|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|pondělí|úterý|středa|čtvrtek|"
    "pátek|neděle|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|середа|четвер|"
    "п'ятниця|субота|неділя|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|ma|ti|ke|to|pe|su|pazartesi|salı|"
    "çarşamba|perşembe|cuma|cumartesi|pazar"
)
ONE_ACT: Final = re.compile(r"[^\s,.:|–—-]+ (?:am|le|el|il|on|den)$")
_FOLDED: Final = pl.col("folded").str
# Whether a folded line contains a date of a life (not Osborne, which contains born), or any of these.
_BORN: Final = r"(?:^|[^a-z])(?:born|geb\.|d\.?o\.?b\.?)(?:[^a-z]|$)|^\* ?\d|\d日生(?:[^活产]|$)"
OF_A_LIFE: Final = _FOLDED.contains_any([*_OF_A_LIFE]) | _FOLDED.contains(_BORN)
OF_SOMETHING_ELSE: Final = _FOLDED.contains_any([*_OF_A_LIFE, *_WORDS]) | _FOLDED.contains(
    f"{_BORN}|{_LABELLED}|{_HEADINGS}|{_NAMED}"
)
AT_AN_HOUR: Final = _FOLDED.contains(_HOUR)
# Venues and entrance fees, on a line next to the date.
EVENT_BESIDE: Final = re.compile(
    r"^(?:where|venue|location|meeting point|ort|wo|treffpunkt|lieu|où|lugar|dónde|donde|local|luogo|dove|место|где|"
    r"miejsce|waar|สถานที่|المكان|مکان|מקום|địa điểm|स्थान) ?: |"
    r"^(?:(?:活动|活動|会议|會議|举办|舉辦)?(?:地点|地點)|場所|会場|장소) ?:|"
    r"^(?:tickets?|eintritt|admission|entrée|entrada|ingresso)\b.*(?:\d|free|frei|gratui?t|libre|libero)|"
    r"^\d\d?(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|uhr|h)? ?(?:[-–—]|to|bis|à) ?\d\d?(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|uhr|h)?$|"
    r"^(?:add to calendar|zum kalender hinzufügen|ajouter (?:au calendrier|à mon agenda)|añadir al calendario|"
    r"(?:get|buy) tickets)|^(?:beginn|einlass|doors|start|開演|開場) ?: ?\d|doors open|\brsvp\b|einlass ab|"
    r"ouverture des portes|"
    # A bare hour: that of a publication has minutes.
    r"^(?:(?:time|uhrzeit|zeit|heure|hora|ora|tid|tijd|godzina|время|saat) ?: ?"
    r"\d\d?(?: ?(?:uhr|uur|h|hrs|[ap]\.?m\.?))?|"
    r"\d\d? ?(?:uhr|uur|[ap]\.?m\.?))(?: (?:till|until|to|bis|tot) .{2,12})?$"
)
# Separators of a date range, and of its first number from its last date.
_TO: Final = r"&|and|und|et|y|и|[-–—~〜†]|to|until|till|through|bis|au|jusqu'au|al?|hasta|até|tot|по|до|至|到|から"
SPAN: Final = re.compile(rf"\s?(?:{_TO})\s?(?:zum |le |the )?(?:[^\W\d]{{2,10}}[.,]{{1,2}} )?")
BEGUN_SPAN: Final = re.compile(
    rf"(?:^|[ ,(:])(?:(?P<first>\d\d?)\.? ?|(?:\d\d?(?:st|nd|rd|th)?\.? {MONTH}|{MONTH}\.? \d\d?)\.?(?:,? \d{{4}})? ?)"
    rf"(?:{_TO}) ?(?:[^\W\d]{{2,10}},? )?$"
)

# When a place is open: weekdays, and times from and to.
_DAYS: Final = (
    r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|mo|di|mi|do|fr|sa|so|\w+tags?|mittwochs?|lun\w*|mar\w*|mer\w*|mi[eé]\w*|jeu\w*|"
    r"jue\w*|gio\w*|ven\w*|vie\w*|sam\w*|s[aá]b\w*|dim\w*|dom\w*|seg\w*|ter\w*|qua\w*|qui\w*|sex\w*|daily|täglich|пн|вт|ср|"
    r"чт|пт|сб|вс|pon\w*|wt\w*|śr\w*|czw\w*|pią\w*|nie\w*|pzt|sal|çar|per|cum\w*|cmt|paz\w*"
)
_WEEKDAY: Final = (
    rf"(?<!\w)(?:{_DAYS})(?!\w)|(?:周|週|星期|礼拜)[一二三四五六日天]|[月火水木金土日]曜|[월화수목금토일]요일"
)
_TIME: Final = r"\d{1,2}(?:[:.h時点]\d{0,2})?(?: ?[ap]\.?m\.?| uhr)?"
_UNTIL: Final = "(?:[-–—~〜至]|to|bis|à|al?|às|до)"
WEEKDAY: Final = re.compile(_WEEKDAY)
OPEN: Final = re.compile(rf"(?:{_WEEKDAY}).{{0,40}}?{_TIME} ?{_UNTIL} ?{_TIME}")
