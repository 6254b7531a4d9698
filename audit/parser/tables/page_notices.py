"""Buttons, counters and tags of posts, navigation to other pages, and counts of readers."""

from __future__ import annotations

from typing import Final

from audit.parser.tables.list_counts import COUNTED, COUNTS
from audit.parser.tables.reader_notice import ReaderNotice

# Words of post buttons, and their separators.
_BUTTON: Final = (
    r"(?:reply|quote|report|like|share|upvote|permalink|antworten|zitieren|melden|répondre|citer|signaler|responder|"
    r"citar|ответить|цитировать|回复|回覆|引用|举报|檢舉|点赞|赞|支持|反对|分享|收藏|编辑|返信)(?: ?\(?\d{1,5}\)?)?"
)
_BETWEEN: Final = r"(?: ?[|│·•/] ?|\s{2,}|\t)"
BUTTONS: Final = ReaderNotice(
    "navigation", "buttons of a post",
    matter=(
        "reply", "quote", "report", "antworten", "zitieren", "melden", "répondre", "citer", "responder", "citar",
        "ответить", "цитировать", "回复", "回覆", "引用", "举报", "檢舉", "返信",
    ),
    alone=(
        rf"^{_BUTTON}(?:{_BETWEEN}{_BUTTON})+$",
        r"^(?:回复|回覆|引用|举报|檢舉)(?: (?:回复|回覆|引用|举报|檢舉|赞|分享))+$",
    ),
)  # fmt: skip
_SHARED: Final = (
    r"(?:share|tweet|post|pin(?: it)?|e-?mail|print|save|like|comments?|facebook|twitter|x|whats ?app|linked ?in|"
    r"reddit|telegram|pinterest|instagram|messenger|bluesky|mastodon|threads|flipboard|pocket|sms|copy(?: link| url)?|"
    r"follow|bookmark|listen|download(?: pdf)?|pdf|gift|republish)(?: ?\(?[\d.,]{1,6}[km]?\)?)?"
)
SHARED: Final = ReaderNotice(
    "share_prompt", "share buttons",
    matter=("share", "tweet", "print", "facebook", "twitter", "whatsapp", "linkedin"),
    alone=(rf"^{_SHARED}(?:(?: ?[|│·•/,] ?|\s+){_SHARED}){{1,10}}$",),
)  # fmt: skip
_BACK: Final = r"(?:上一|首)[页頁]|prev(?:ious)?(?: page)?|前へ|zurück|précédente?|anterior|назад"
_ON: Final = r"(?:下一|末|尾)[页頁]|next(?: page)?|次へ|weiter|suivante?|siguiente|вперед|далее"
WAYS: Final = ReaderNotice(
    "navigation", "way to other pages",
    matter=("下一", "next", "末页", "尾页", "次へ", "weiter", "suivant", "siguiente", "вперед", "далее", "坛", "壇"),
    alone=(
        rf"^[\s«‹<]*(?:{_BACK})?[\s|·«‹<]*(?:\d{{1,4}}[\s|·.…]+){{2,}}(?:{_ON})[\s»›>]*$",
        r"^\S{0,6}(?:论坛|論壇)\S{0,4}\s?[»›>]\s?[^»›>。]{1,20}[»›>][^»›>。]{1,40}$",
    ),
)  # fmt: skip
# How often a page was read, and what else stands in such a line: when it was changed, by whom it was entered.
_NUMBER: Final = r"\d[\d,.]{0,10}"
_READ: Final = (
    r"(?:(?:this |the )?(?:page|article|story|post|text|entry|document|item)s? (?:(?:has been|was|is) )?)?"
    rf"(?:read|viewed|visited|accessed|seen|opened) {_NUMBER} times|"
    rf"(?:artikel |beitrag |wurde |bisher ){{0,3}}{_NUMBER} ?mal (?:gelesen|aufgerufen|besucht)|"
    rf"(?:article )?(?:lu|vu|consulté) {_NUMBER} fois|(?:leído|visto|lido|letto) {_NUMBER} (?:veces|vezes|volte)|"
    rf"(?:прочитано|просмотрено) {_NUMBER} раза?|"
    r"(?:本文|本页|文章|此文|该文)?(?:已|共|累计)?被?(?:阅读|浏览|点击|访问|查看)(?:了|过)?"
    rf"\s?{_NUMBER}\s?万?\s?(?:次|人次|遍|人)"
)
_COUNTED: Final = (
    r"(?:total |page ?)?(?:views?|hits|reads|visits|clicks)|aufrufe|zugriffe|vues|lectures|visitas|lecturas|"
    r"visualizações|visualizzazioni|просмотров|المشاهدات|القراءات|(?:阅读|浏览|点击|访问)(?:次数|量|数)?|閲覧数|조회수?"
)
_LABELLED: Final = rf"(?:{_COUNTED})\s?:?\s?{_NUMBER}\s?万?次?|{_NUMBER} (?:views|hits|reads|visits|aufrufe|vues)"
_DONE: Final = (
    r"(?:was |page |article |first |last |zuletzt |dernière |última |последн\w+ |最后|最近|最終)*+"
    r"(?:updated?|modified|changed|edited|revised|published|posted|printed|entered|aktualisiert|geändert|bearbeitet|"
    r"mis à jour|modifiée?|publiée?|actualizado|publicado|modificado|atualizado|aggiornato|pubblicato|обновлено|"
    r"опубликовано|изменено|更新|编辑|修改|发布|发表|录入|since |seit |depuis |desde |с )(?:于|时间|日期|人)?"
)
# Possessive, so that no line is tried in two ways.
_CHANGED: Final = rf"{_DONE}(?:(?!(?<!\w)(?:{_DONE}|{_READ}|{_LABELLED}))[^!?。！？;|•·)]){{1,48}}+"
_APART: Final = r"[\s.,;:|•·()。/–—-]{0,6}+(?:and |und |et |y )?"
# Possessive, too: of a longer line the end is looked for once.
_LINE: Final = "^(?=.{1,160}+$)"
COUNT: Final = ReaderNotice(
    "counter", "count of readers",
    matter=(
        "read ", "viewed ", "visited ", "accessed ", "seen ", "opened ", "views", "hits", "reads", "visits", "clicks",
        "gelesen", "aufgerufen", "besucht", "aufrufe", "zugriffe", "fois", "veces", "vezes", "volte", "visitas",
        "lecturas", "lectures", "vues", "visualiz", "раз", "просмотр", "القراءات", "المشاهدات", "阅读", "浏览", "点击",
        "访问", "查看", "閲覧数", "조회",
    ),
    alone=(
        rf"{_LINE}\W{{0,4}}+(?:{_CHANGED}{_APART}){{0,2}}+(?:{_READ})(?:{_APART}(?:{_LABELLED}|{_CHANGED})){{0,3}}+\W{{0,4}}$",
        rf"{_LINE}\W{{0,4}}+(?:{_CHANGED}{_APART}){{1,2}}+(?:{_LABELLED})(?:{_APART}{_CHANGED}){{0,2}}+\W{{0,4}}$",
        rf"{_LINE}\W{{0,4}}+(?:{_LABELLED})(?:{_APART}{_CHANGED}){{1,3}}+\W{{0,4}}$",
    ),
)  # fmt: skip
# How an offer is rated, how often it was taken, and what its page asks of those who took it.
_VOTES: Final = (
    r"(?:customer |user |verified |global )*(?:votes?|reviews?|ratings?|stars?|downloads?|installs?)|bewertung(?:en)?|"
    r"rezensionen|sternen?|avis|votes|étoiles|opiniones|valoraciones|votos|estrellas|voti|recensioni|stelle|оцен\w+|"
    r"отзыв\w*|голос\w*|скачиван\w+|avaliações|opinii|ocen|beoordelingen|oy|değerlendirme|đánh giá|件のレビュー|리뷰|"
    r"명 평가|(?:人|条|次|位)?(?:用户)?已?(?:评价|点评|评论|评分|打分|综合评分|下载|学习|购买|付款|想看|关注|收藏|"
    r"做过这道菜|参加|报名)"
)
_SCALE: Final = r"\d(?:[.,]\d{1,2})? ?(?:/|out of|von|sur|de|su|из|av|van|od) ?5(?a:\b)|\d[.,]\d ?[分星](?!\w)|\d[.,]\d"
_RATED: Final = rf"(?:(?:{_SCALE})(?: (?:stars?|sternen?|étoiles|estrellas|stelle|estrelas|звёзд|звезд))?\W{{0,3}})?+"
_FROM: Final = "(?:(?:from|based on|共|(?:已|累计)?有?) ?)?"
OFFER: Final = ReaderNotice(
    "counter", "rating of an offer",
    matter=(
        "vote", "review", "rating", "star", "download", "install", "out of", "/5", "/ 5", "bewertung", "rezension",
        "stern", "avis", "opinion", "valorac", "voto", "estrella", "voti", "recension", "stell", "оцен", "отзыв",
        "голос", "скачиван", "avaliaç", "opinii", "ocen", "beoordeling", "değerlendirme", "đánh giá", "レビュー",
        "리뷰", "평가", "评", "下载", "学习", "购买", "付款", "想看", "关注", "收藏", "做过", "参加", "报名", "分",
        "星",
        "did you", "tag @", "before", "affiliate", "hai provato", "联保", "本店所有", "联系我时",
    ),
    alone=(
        rf"{_LINE}\W{{0,6}}+{_RATED}{_FROM}{_NUMBER} ?[km万]?\+? ?(?:{_VOTES})\W{{0,4}}$",
        rf"{_LINE}\W{{0,6}}+(?:{_SCALE}) ?(?:{_VOTES})?\W{{0,4}}$",
        rf"{_LINE}(?:{_VOTES})\W{{0,3}}{_NUMBER} ?[km万]?[+%]?\W{{0,4}}$",
        r"^did you (?:make|try|cook|bake) (?:this|it).{0,60}\?", r"^tag @\S+ on .{0,80}$",
        r"^hai provato questa ricetta", r"^orders? (?:placed )?before .{0,24} ships?(?a:\b).{0,24}$",
        r"^as an? (?:amazon )?(?:affiliate|associate),? i earn", r"^本产品全国联保", r"^本店所有商品",
        r"^联系我时,?请说",
    ),
    on_pages=True,
)  # fmt: skip
_MANY: Final = r"\d[\d,.]{0,10} ?(?:k|m|b|w|тыс\.?|млн\.?|mil|rb|tsd\.?|万|萬|千|億|亿|천|만|만명)?\+?"
# What readers do with a post and its author, and who they are.
_READERS: Final = (
    r"(?:other )?(?:likes?|restacks?|boosts?|favou?rites?|faves?|claps?|responses?|replies|reply|comments?|shares?|"
    r"reposts?|retweets?|quotes?|bookmarks?|followers?|following|subscribers?|members?|views?|plays?|listens|"
    r"reactions?|people (?:faved|liked) this)|"
    r"(?:abonnent(?:en|innen)?|kommentare?|antwort(?:en)?|aufrufe|„?gefällt mir“?(?:-angaben)?|leser(?:innen)?)|"
    r"(?:abonnés?|abonnements?|réponses?|commentaires?|j[’']aime|vues|lecteurs)|"
    r"(?:seguidor(?:es|as)?|suscriptor(?:es)?|comentarios?|respuestas?|me gusta|visualizaciones|vistas)|"
    r"(?:inscritos?|comentários?|curtidas?|respostas?|visualizações|assinantes)|"
    r"(?:iscritt[oi]|commenti?|risposte|mi piace|visualizzazioni)|"
    r"(?:подписчик(?:ов|а)?|комментари(?:й|я|ев)|просмотр(?:ов|а)?|прочитали|дочитали|нравится|ответ(?:ов|а)?|"
    r"репост(?:ов|а)?|лайк(?:ов|а)?)|"
    r"(?:bình luận|lượt thích|lượt xem|người theo dõi|người đăng ký|phản hồi)|"
    r"(?:个|位|条|次|人)?(?:赞同了该(?:文章|回答)|点?赞|喜欢|转发|评论|回复|回应|收藏|阅读|浏览|观看|播放|弹幕|粉丝|关注者?|订阅|分享|投币|"
    r"推荐|在看|在读|會員|内容數|留言|讚)(?:数|量)?|"
    r"人?(?:フォロワー|フォロー中?|スキ|いいね!?)|件の(?:コメント|返信|いいね)|回視聴|回再生|"
    r"(?:개의 |명의 )?(?:공감|댓글|좋아요|조회|스크랩|구독자|관심작가|팔로워|추천|공유)"
)
_LABEL: Final = (
    r"阅读量?|阅读数|点赞数?|赞|喜欢|转发|评论数?|收藏数?|回复|浏览量?|字数|粉丝|关注|园龄|积分|播放|总资产|留言|喜歡|讚|收藏|"
    r"(?:チャンネル)?登録者数|フォロワー|スキ|いいね|コメント|返信|閲覧数|"
    r"공감|댓글|좋아요|조회수?|구독자|이웃|팔로워|스크랩|"
    r"likes?|views?|comments?|shares?|followers?|responses?|нравится|просмотров|комментарии"
)
_ONE: Final = rf"(?:{_MANY} ?(?:{_READERS})|(?:{_LABEL}) ?:? ?\(?{_MANY} ?(?:人|件|개|명|次)?\)?)"
_ALL: Final = "(?:(?:共|全部|总共|已有|查看|read|view all|see all|all) ?)?"
POST: Final = ReaderNotice(
    "counter", "counter of a post",
    matter=(
        "like", "restack", "boost", "fav", "clap", "respons", "repl", "comment", "share", "repost", "retweet",
        "quote", "bookmark", "follow", "subscrib", "member", "view", "plays", "listens", "reaction", "abonn",
        "kommentar", "antwort", "aufruf", "gefällt mir", "leser", "répon", "aime", "vues", "seguidor", "suscript",
        "coment", "respuest", "me gusta", "visualiz", "vistas", "inscrit", "curtida", "respost", "assinant",
        "iscritt", "rispost", "mi piace", "подписчик", "комментари", "просмотр", "читали", "нравится", "ответ",
        "репост", "лайк", "bình luận", "lượt", "người", "phản hồi", "赞", "喜欢", "喜歡", "转发", "评论", "回复",
        "回应", "收藏", "阅读", "浏览", "观看", "播放", "弹幕", "粉丝", "关注", "订阅", "分享", "投币", "推荐",
        "在看", "在读", "會員", "内容數", "留言", "讚", "字数", "园龄", "昵称", "积分", "总资产", "フォロ", "スキ",
        "いいね", "コメント", "返信", "視聴", "再生", "登録者数", "閲覧数", "공감", "댓글", "좋아요", "조회",
        "스크랩", "구독자", "관심작가", "팔로워", "이웃", "추천", "공유", "lecteurs", "thought", "gedank",
    ),
    alone=(
        rf"^\W{{0,3}}+{_ALL}{_ONE}(?:[\s,|·•/∙]{{1,3}}{_ONE}){{0,4}}\W{{0,3}}$",
        r"^总资产\d.{0,60}粉丝$", r"^(?:园龄|昵称|粉丝|关注) ?: ?\S{1,20}$",
        r"^\d{1,4} (?:thoughts?|gedanken?|antwort(?:en)?|comentários?) (?:on|auf|zu|em) [“\"„]",
    ),
    on_pages=True,
    most=100,
)  # fmt: skip
# A whole line of tags; directives of a programming language begin alike.
_TAG: Final = r"#(?!(?:endif|else|include|define|if|ifdef|ifndef|pragma|region)(?!\w))[^\W\d_][^\s#,.。，]{0,30}"
TAGS: Final = ReaderNotice(
    "navigation", "tags of a post",
    matter=("#", "tags", "标签", "標籤", "태그", "etiquetas"),
    alone=(
        rf"^{_TAG}(?:[\s,]*{_TAG}){{0,12}}$",
        r"^(?:tags|etiquetas|标签|標籤|태그) ?: ?[^.!?。！？:]{1,80}$",
    ),
    on_pages=True,
    most=160,
)  # fmt: skip
# Between the paragraphs of a newsletter, and below a post.
_THANKS: Final = (
    r"thank(?:s| you) for reading|danke, dass (?:du|sie)|vielen dank fürs lesen|merci d[’']avoir lu|gracias por leer|"
    r"obrigad[oa] por ler|grazie per aver letto|спасибо за чтение|спасибо, что читаете|dziękuję za przeczytanie|"
    r"bedankt voor het lezen|tack för att du läser"
)
_SUBSCRIBE: Final = r"subscri|abonn|suscr|assine|inscrev|subscrev|iscriv|подпи|zapisz|zasubskrybuj|prenumer"
SUBSCRIBERS: Final = ReaderNotice(
    "follow_prompt", "prompt of a newsletter",
    matter=(
        "thank", "danke", "merci", "gracias", "obrigad", "grazie", "спасибо", "dziękuję", "bedankt", "tack",
        "reader-supported", "this post is public", "版权", "著作权", "著作權", "的其他", "の他の記事", "faved this",
        "liked this",
    ),
    alone=(
        rf"^(?:{_THANKS})(?a:\b).{{0,120}}[!.] ?(?:{_SUBSCRIBE}|this post is public|feel free to share)",
        r"^.{1,60} is a reader-supported (?:publication|guide|newsletter)",
        r"^this post is public,? so feel free to share",
        r"^版权声明 ?: ?本文(?:为|是|系)?.{0,20}(?:原创|版权|协议)", r"^[©(]?.{0,3}(?:著作权|著作權|本文版权)归作者",
        r"^[^.。!?:]{1,24}(?:的其他(?:内容|文章|作品)|の他の記事)$",
        r"^[^.]{1,60} and \d+ (?:more people|others) (?:faved|liked) this$",
    ),
    on_pages=True,
)  # fmt: skip
# Who did what to an issue, a pull request or a release, above a comment or between two; and the tabs and files there.
_WHO: Final = r"^@?[\w.-]{2,39}(?: [\w.-]{1,20}){0,2} "
_OF_IT: Final = "(?: (?:issue|pull request|merge request|release|discussion)| as (?:completed|not planned|duplicate))?"
_DID: Final = (
    r"approved these changes|requested (?:changes|(?:a )?reviews?)|merged (?:commit [0-9a-f]{7}|\d+ commits?)|"
    r"(?:force-)?pushed \d* ?commits?|added \d+ commits?|deleted the .{1,40} branch|linked a pull request|"
    r"(?:added|removed) (?:the )?.{1,40} labels?|changed (?:the )?title"
)
_FILE: Final = r"tar\.(?:gz|xz|bz2)|zip|whl|dmg|exe|deb|rpm|apk|appimage|msi|jar"
EVENT: Final = ReaderNotice(
    "navigation", "event on a code host",
    matter=(
        "commented", "reviewed", "opened this", "closed this", "released this", "locked this", "approved these",
        "requested ", "merged ", "merging", "commits", "pushed ", "deleted the ", "label", "changed t",
        "linked a ", "checks", "files changed", "conversation ", "assets ", "contributors", "participants", "viewer",
        "reacted", ".gz", ".zip", ".xz", ".whl", ".dmg", ".exe", ".deb", ".rpm", ".apk", ".msi", ".jar", ".appimage",
        "issue created", "@", "了任务", "标签", "里程碑", "负责人", "合并请求",
    ),
    alone=(
        rf"{_WHO}(?:commented|reviewed)(?: on [^.!?]{{4,24}}| [^.!?]{{2,16}} ago)?$",
        rf"^@?[\w.-]{{2,39}} (?:re)?(?:opened|closed|locked|released) this{_OF_IT}(?: (?:on|in) .{{2,30}})?$",
        rf"{_WHO}(?:{_DID})(?: .{{1,90}})?(?<![.!?])$", r"^issue created .{4,40} by ",
        r"^(?:commits|checks|files changed|conversation|assets|contributors) \d{1,4}$",
        r"^\d{1,4} (?:contributors|participants|viewers?|checks? passed|people reacted)$",
        rf"^[\w+.-]{{3,60}}\.(?:{_FILE})$", r"^successfully merging (?:this|a) pull request",
        r"^.{2,30} @[\w.-]{2,30} ?· ?[^.!?]{0,16}(?:\d[hmd]|ago|前)$",
        r"^\S{1,20} (?:创建|添加|移除|关闭|修改|设置)了.{0,20}(?:任务|标签|里程碑|负责人|合并请求)$",
    ),
    on_pages=True,
    most=140,
)  # fmt: skip
LIST: Final = ReaderNotice(
    "counter", "count or filter of a list", matter=COUNTED, alone=COUNTS, on_pages=True, most=80
)  # fmt: skip
