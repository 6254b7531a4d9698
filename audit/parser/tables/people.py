"""Words around authors' names (labels, professions, particles), and words that no name contains."""

from __future__ import annotations

import re
from typing import Final

# Labels above an author's name.
BYLINE_LABELS: Final = frozenset((
    "by", "von", "par", "por", "di", "door", "av", "af", "text", "author", "author of the article", "written by",
    "posted by", "reviewed & written by", "words by", "story by", "reported by", "autor", "autorin", "article by",
    "article written by", "post by", "contributors", "contributor", "text by", "authors", "the author", "as told to",
    "autorin/autor", "auteur", "автор", "текст", "analysis by", "opinion by", "review by", "commentary by", "essay by",
))  # fmt: skip
# Labels above which single names, teams and agencies also sign.
ONE_NAME_LABELS: Final = frozenset(("by", "von", "par", "por", "written by", "posted by", "words by", "article by"))
# What an article is, before who wrote it: Ein Nachruf von Ada Finch.
GENRE_BY: Final = (
    "(?:Eine? (?:Plädoyer|Nachruf|Kommentar|Gastbeitrag|Gastkommentar|Essay|Reportage|Analyse|Kolumne|Rezension|"
    "Leitartikel|Glosse|Bericht) von|Une? (?:reportage|tribune|chronique|analyse|éditorial|enquête) (?:de|par)|"
    "Una? (?:reportaje|crónica|análisis|columna|reportage|commento|analisi|inchiesta) (?:de|di|por)|"
    "An? (?:essay|opinion|review|column|commentary|analysis|report|story|appreciation|obituary) by)"
)
BY_GENRE: Final = re.compile(rf"{GENRE_BY} (?P<name>[^\W\d_].*)$")
# The label before a name, also glued to it, and a name behind a label at the beginning of a line, up to its profession.
BYLINE_LABEL: Final = re.compile(
    r"^(?:Autorin/Autor|Posted [Bb]y|Written [Bb]y|Written & edited by|Words?:|Von:|Words by|Author:|Texte?:|"
    r"(?:[Dd]i|[Pp]ar|[Pp]or|[Aa]v|[Aa]f|[Dd]oor|[Tt]ext by|[Aa]rticle by|As told to|Contributors?:)(?=\s))\s?"
)
GLUED: Final = re.compile(r"^(?:By|by|Von)(?=[A-ZÀ-Þ][a-zß-ÿ])")
BY_FIRST: Final = re.compile(
    r"^(?:(?:(?:Written|Posted|Story|Words|Reported|Article|Analysis|Opinion|Review|Commentary|Essay) )?"
    rf"(?:[Bb]y|BY|Von|[Pp]ar|[Pp]or):?|{GENRE_BY})\s?"
    r"(?P<name>[^\W\d_][^|•·,;:()»\d]{4,48}?)(?:[|•·,;(»]|\s[-–—]\s|\s(?:at|in|from)\s[A-ZÀ-Þ]|$)"
)
# On a line with such a word and a day, or behind a day, also single names sign.
POSTED: Final = re.compile(
    r"(?:(?:[Pp]osted|[Pp]ublished|[Ww]ritten|Publié|Posté|Écrit|Publicad[oa]|Escrit[oa]|Veröffentlicht|Geschrieben|"
    r"Geplaatst|Gepubliceerd)(?: (?:on|le|el|em|am|op))? [^,]{3,28}(?:, (?:19|20)\d\d)?|"
    r"(?:[^\W\d]{3,9}\.? \d\d?,|\d\d?\.? [^\W\d]{3,9}\.?) (?:19|20)\d\d,?) "
    r"(?:by|par|por|von|door) [^ ]+(?: [^ ]+)?$"
)
# What is counted below a post.
_COUNTED: Final = (
    "次点击|次點擊|次浏览|次阅读|条?回复|則回覆|replies|reply|views|comments?|antworten|aufrufe|réponses?|vues|respuestas?|"
    "visitas|risposte|ответ(?:а|ов)?|просмотр(?:а|ов)?"
)
COUNTER: Final = rf"[·•|] ?[0-9][0-9.,]*k? ?(?:{_COUNTED})$"
# How forums name the author of a thread.
POSTER: Final = re.compile(
    r"^(?:(?:thread|topic|discussion) ?starter|original poster:?|ersteller|themenstarter|auteur de la discussion|"
    r"autor del tema|autor do tópico|autore discussione|trådstartare|автор темы:?) (?P<name>\S[^|•·,]{1,30})$|"
    r"(?:^|\s)started by (?P<begun>\S[^|•·,]{1,30}),|^posted by u/(?P<user>[\w-]{3,20})(?:\s|$)|"
    # Sections are printed like names before a day, but for accounts in small letters.
    rf"^post by (?P<post>\S[^|•·,»]{{1,30}}?) »|^(?P<counted>(?-i:[a-z][\w-]{{2,23}})) ?[·•|] [^|•·]*\d[^|•·]* "
    rf"{COUNTER}|"
    r"^(?:楼主 )?(?P<opened>(?!本文|原文|文章|首次|最后|最後|编辑|更新|发布)[^\W\d][\w-]{1,20}(?<![报報社网網])) "
    r"(?:发表于|於|于) ?(?:19|20)\d\d[-/.年][^·|]{3,20} \d\d?:\d\d(?::\d\d)?(?: 发布)?$",
    re.IGNORECASE,
)
# Agencies that sign like authors.
AGENCIES: Final = frozenset((
    "dpa", "afp", "ap", "apa", "sid", "epd", "kna", "reuters", "ansa", "efe", "lusa", "tt", "ntb", "ritzau", "ctk",
    "pap", "associated press", "the associated press", "bloomberg", "cnn wire", "agencias", "agenturen",
))  # fmt: skip
# Words between the names of a byline: whoever follows did something else, and numbers and days follow a label.
_HAN_ROLES: Final = (
    "文|图|文图|图文|写真|写真・文|撮影|取材|取材・文|摄影|摄像|剪辑|绘图|制图|插图|翻译|编译|实习生|实习记者|见习记者|特约记者|记者|記者|"
    "通讯员|特约通讯员|通訊員|编辑|編輯|责编|责任编辑|校对|审核|审校|监制|策划|统筹|主编|初审|复审|终审|来源|來源|字数|字數|点击|浏览|阅读|"
    "人气|更新|时间|時間|日期|发布|分类|类别|标签|栏目|状态|进度|出版社|著|编著|编|译|译著|绘|口述|整理"
)
# At the beginning of what follows a label, and from the next such word on.
ROLE_FIRST: Final = re.compile(rf"^(?:(?:{_HAN_ROLES})[\s\u3000/・:]+)+")
ROLE_INSIDE: Final = re.compile(rf"[\s\u3000、/・|]+(?:{_HAN_ROLES})(?=[\s\u3000、/・|:]|$).*$")
# A full stop after a word that is no title ends a name in Latin letters.
NAME_ENDS: Final = re.compile(r"(?<=[a-zß-ÿ]{3})(?<!Prof)(?<!Capt)(?<!Mag)(?<!Dipl)(?<!Ing)\.(?:\s.*)?$")
# The imprint of a book, and how somebody is employed: who is named on such a line has not written the page.
IMPRINT: Final = re.compile(r"\bisbn\b|\b\d{2,4} ?(?:pages|pp\b|seiten|páginas|pagine|str\.|с\.)|出版社 ?[:：]")
EMPLOYMENT: Final = re.compile(
    r"(?:^|[·•|,(] ?)(?:full|part)[ -]time\b|(?:[·•|,(] ?)(?:permanent|contract|temporary|freelance|remote|internship|"
    r"vollzeit|teilzeit|minijob|befristet|temps (?:plein|partiel)|cdi|cdd|tiempo completo|media jornada|tempo pieno)\b",
    re.IGNORECASE,
)
# A reporter and the ground: Ada Finch at Mill Road.
AT_A_PLACE: Final = re.compile(r"(?P<name>[^\W\d_][^|:,\d]{4,40}?) (?:at|in) (?:the )?[A-ZÀ-Þ][^|:,.!?]{2,40}$")
# How a page introduces its author, behind the name and before it.
INTRODUCED: Final = (
    " is a", " is the ", " was a", " has been ", " has written ", " writes ", " covers ", " ist ", " est ", " es ",
)  # fmt: skip
INTRODUCING: Final = (
    "About", "about", "By", "by", "Author", "author", "Von", "von", "Über", "Follow", "Meet", "di", "par", "por",
)  # fmt: skip
# Particles between the words of a name.
PARTICLES: Final = frozenset((
    "von", "van", "der", "den", "de", "del", "della", "di", "da", "do", "dos", "du", "la", "le", "el", "al", "bin",
    "ibn", "ben", "ter", "ten", "y", "e", "af", "av",
))  # fmt: skip
_RANKS: Final = (
    "Senior|Staff|Deputy|Chief|Contributing|Breaking News|Features?|News|Sports?|Political|Crime|Business|Lifestyle|"
    "Showbiz|Executive|Managing|Associate|Assistant|Freelance|Special|Foreign|Science|Tech|Health|Wellness|"
    "Parliamentary|Politics|National|Content|Global|[A-Z][a-z]+ (?:&|and)"
)
TRADE: Final = (
    "Writer|Reporter|Editor|Correspondent|Contributor|Journalist|Columnist|Author|Redakteur(?:in)?|"
    "Korrespondent(?:in)?|Autor(?:in)?|editor|writer|reporter|correspondent|journalist|Intern"
)
# Professions of authors at the end of a line that may begin with a name.
TRADES: Final = re.compile(
    rf"(?:^|(?<=[a-zß-ÿ ,·]))(?:(?:{_RANKS})\s(?:[A-Z&][\w&]*\s){{0,3}})?(?:{TRADE})\b[\w ,&-]{{0,40}}$"
)
TRADE_ALONE: Final = re.compile(rf"^\W?(?:[A-Z&][\w&/]*\s){{0,3}}(?:{TRADE})\b[\w ,&-]{{0,40}}$")
_NO_PERSON: Final = (
    "bote zeitung anzeiger blatt kurier courier gazette tribune chronicle telegraph observer examiner bulletin "
    "a about africa agency america an analysis and anzeige app april are article articles artikel asia at august "
    "ausland auto best bild blog blogs breaking business by california cars center centre city college column "
    "comment comments company con contact cookie cookies correspondent county culture daily das december department "
    "der des design die east editor editorial education email estate et europe feature features february finance "
    "first follow food for foto free friday from full für games gaming general gesellschaft getty gmbh group guide "
    "guides health herald home im images in inc inland institute international interview is island january journal "
    "july june kingdom kommentar kultur lake las last latest leben les life listen live llc local log london los "
    "ltd magazine march marketing may media middle min ministry minute minutes mit monday money more music my "
    "national new news newsletter next north november october of on opinion our panorama para park personal photo "
    "photos podcast policy politics politik post posted posts press previous print privacy published read real "
    "redaktion regional report reporter reports republic republik research reuters review reviews river saturday "
    "save school science september series share shutterstock sign social south special sport sports staff states "
    "stories story street style subscribe sunday team tech technology terms texas that the this thursday times to "
    "top travel tuesday una und une union united university update updated us video washington watch web wednesday "
    "west wirtschaft wissen with world writer york your zum zur son güncelleme role program trade menu login gallery "
    "skip close open all page index site click here get free buy shop store cart account support help conditions "
    "settings advertisement sponsored related popular trending featured archives categories tags resources products "
    "services solutions pricing industries customers partners careers events safety tax operations software "
    "development corporate employee learning hotels fitness protocol controller associated team reviewed expert "
    "category type higher authority collective seasonal methodologies relocation online spanish english courses "
    "insurance marketing security management data cloud digital web design training certified wedding planning use "
    "case event challenge modality industry topic department stage size audience summary overview introduction "
    "abstract background methods description requirements details contents ground stadium arena "
    "bakery hi hey hello guys ein eine einen starring featuring railway festival hotel songs unknown anonymous guest "
    "form region wine publisher demo analyst feb aug sept oct nov dec appointment or only floor hall market town "
    "concert theatre theater sea land church chapel cathedral"
)
# Words that occur in no name although capitalised where bylines are.
NO_PERSON: Final = frozenset(_NO_PERSON.split())
