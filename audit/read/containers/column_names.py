"""Usual names of record columns, in several languages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import product
from typing import Final
from unicodedata import combining, normalize

from audit.read.stated import Field

# Letters that are others with a mark, and how German writes its own without marks.
_PLAIN: Final = str.maketrans("đłıøå", "dlioa")
_GERMAN: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae"})


def _spelled(names: Iterable[str]) -> tuple[str, ...]:
    """Return names, each with its spellings without marks behind it: fecha de publicación, fecha de publicacion."""
    return tuple(dict.fromkeys(form for name in names for form in (name, _unmarked(name), name.translate(_GERMAN))))


def _unmarked(name: str) -> str:
    """Return a name of Latin letters without their marks; other scripts have marks that are letters."""
    bare = "".join(letter for letter in normalize("NFD", name.translate(_PLAIN)) if not combining(letter))
    return bare if bare.isascii() else name


# Names of text columns in order of precedence: popular corpora, then content management systems, feeds, and exports in
# several languages.
TEXT_COLUMNS: Final = _spelled((
    *("text", "content", "body", "raw_content", "article"),
    *("maintext", "full_text", "article_text", "正文", "文本", "内容", "內容", "本文", "본문", "текст"),
    *("article_body", "article_content", "body_text", "body_value", "main_content", "content:encoded", "post_content"),
    *("news_content", "news_text", "page_content", "selftext", "plain_text", "cleaned_text", "extracted_text"),
    *("新闻内容", "新闻正文", "文章内容", "文章正文", "正文内容", "全文", "記事本文", "記事内容", "記事"),
    *("기사본문", "기사내용", "내용", "текст статьи", "содержание", "inhalt", "volltext", "artikeltext", "haupttext"),
    *("texte", "contenu", "corps", "texto", "contenido", "cuerpo", "conteúdo", "corpo", "testo"),
    *("contenuto", "tekst", "inhoud", "treść", "metin", "içerik", "nội dung", "النص", "المحتوى", "متن", "เนื้อหา"),
    *("obsah", "besedilo", "vsebina", "sadržaj", "szöveg", "tartalom", "teksti", "sisältö", "indhold", "innhold"),
    *("innehåll", "conținut", "κείμενο", "περιεχόμενο", "зміст", "вміст", "садржај", "תוכן", "सामग्री"),
    *("brödtext", "內文", "passage", "passage_text", "document", "document_text"),
    *("लेख", "isi", "isi_berita", "本文テキスト", "transcript", "speech", "speech_text"),
    *("story", "essay", "report", "dialogue", "dialog", "lyrics", "poem", "quote", "joke", "review_text"),
    *("review_body", "review", "comment_text", "comment_body", "comment"),
    *("tweet_text", "tweet", "post_text", "message", "sentence"),
    *("评论内容", "评论正文", "评论", "評論內容", "評論", "微博正文", "帖子内容", "回答内容", "レビュー"),
    *("レビュー本文", "口コミ", "리뷰내용", "리뷰", "댓글", "отзыв", "комментарий", "rezension", "kommentar"),
    *("commentaire", "reseña", "comentario", "comentário", "recensione", "commento", "recenzja", "komentarz", "yorum"),
    *("bình luận", "markdown", "abstract", "abstracttext", "content_html", "content_text", "html"),
    *("haber", "haber_metni", "description", "job_description", "product_description", "摘要", "desc", "summary"),
))  # fmt: skip
# What is much shorter than the text that it is about.
ABSTRACTS: Final = frozenset({"abstract", "abstracttext", "摘要", "summary"})
# What may be the name of a kind rather than a text.
DESCRIPTIONS: Final = frozenset({"description", "productdescription", "desc", "report", "comment", "message", "quote"})
# Otherwise texts stored by paragraph or post, as in MNBVC and collections of poems.
TEXT_PATHS: Final = ("段落[].内容", "paragraphs[]", "回复[].回复")
# Lists of the posts of a thread, whose subject is its title.
POSTS: Final = frozenset(("posts", "floors", "回复", "楼层"))
# Otherwise the only column that is named as a text of some kind: review_content, opinionText; but not what a page shows
# beside its text.
TEXT_ENDING: Final = re.compile(
    r"(?!(?:alt|anchor|link|button|image|img|meta|caption|short|label|summary)[_A-Z-])"
    r"[\w-]+?(?:[_-](?i:text|content|body)|(?<=[a-z])(?:Text|Content|Body)|正文|内容)"
)
# Lists in which a document stores its own text, whatever its parts say besides.
_OF_PARTS: Final = "paragraphs blocks sections chapters segments sentences lines stanzas verses captions cues chunks"
PARTS: Final = frozenset(f"{_OF_PARTS} 段落 章节 章節 句子 行".split())
# Names of the text within an object.
TEXT_KEYS: Final = ("rendered", "text", "body", "content", "value", "#text", "plain", "storage.value", "html")
# Objects with metadata: their keys are searched after those of the record.
HOLDERS: Final = frozenset((
    "data", "meta", "metadata", "article", "fields", "properties", "attributes", "info", "_source", "post", "page",
    "document", "doc", "item", "node", "record", "story", "news", "warc_headers", "headers", "header", "元数据",
    "note-attributes", "tweet", "__data__", "payload", "kwargs", "fulltextannotation",
))  # fmt: skip
# Prefixes without meaning: news_source, 文章标题.
PREFIXES: Final = (
    "article", "news", "story", "post", "page", "web", "document", "dcterms", "dc",
    "文章", "新闻", "新聞", "記事", "기사",
)  # fmt: skip
# The last part of a name under which a source is an internet domain, or else a field of knowledge.
DOMAIN: Final = "domain"
# Next to such a column a bare `date` is the crawl date (FineWeb).
CRAWLED: Final = frozenset({"dump"})
# Next to these columns a `source` is the name of a part of the corpus (Dolma).
GATHERED: Final = frozenset({"added", "created"})
# Text columns in Portuguese, Italian, Polish and Romanian, next to which `data` is a date.
DATED_DATA: Final = frozenset(_spelled(("texto", "conteúdo", "corpo", "testo", "contenuto", "treść", "conținut")))
_TITLE: Final = (
    "title headline articletitle newstitle pagetitle contenttitle ogtitle heading posttitle webtitle "
    "newsheadline 标题 標題 题目 題目 文章标题 新闻标题 题名 題名 表題 タイトル 見出し 記事タイトル 記事見出し 제목 "
    "기사제목 заголовок название titel überschrift schlagzeile titre título titular titolo titulek başlık "
    "tiêuđề judul kop 件名 헤드라인 العنوان عنوان tytuł כותרת शीर्षक หัวข้อ rubrik "
    "nadpis názov naslov cím otsikko overskrift tittel titlu títol pealkiri virsraksts antraštė назва заглавие наслов "
    "τίτλος 法规名称 法律名称 文件名称 论文题目 案件名称 作品名 作品名称 "
    "documenttitle threadtitle msgtitle papertitle questiontitle "
    "reviewheadline reviewtitle episodetitle videotitle talktitle song songtitle songname trackname"
)
_SOURCE: Final = (
    "sourcename sourcehostname source sitename site publisher publication outlet newspaper media medianame "
    "ogsitename sourcedomain domain website journal sourcecommonname "
    "来源 來源 媒体 媒體 网站 網站 出处 出處 媒体名 媒体名称 新闻来源 "
    "文章来源 出版者 出典 情報源 配信元 掲載媒体 掲載紙 출처 언론사 매체 매체명 신문사 источник издание сми quelle "
    "zeitung medium fuente medio fonte veículo testata jornal éditeur kaynak nguồn المصدر منبع źródło bron מקור "
    "स्रोत แหล่งที่มา källa sumber 発行元 언론사명 "
    "gazeta dziennik czasopismo deník noviny časopis zdroj vir izvor sursă lähde lehti kilde forrás újság periódico "
    "revista krant джерело видання πηγή "
    "hostname showname podcastname press 公众号 公众号名称 发布机构 发布单位 发文机关"
)
_DATE: Final = (
    "datepublished datepublish published firstpublishedat firstpublished date datetime time dategmt dcdate issued "
    "createdutc createdat creationdate created 发布日期时间 时间 時間 日期 日付 日時 날짜 дата датапубликации datum "
    "veröffentlicht veröffentlichtam fecha fechapublicación fechadepublicación "
    "datepublication datedepublication dateparution datedeparution datadepublicação datapublicação "
    "datapubblicazione tarih yayıntarihi ngàyđăng التاريخ تاريخالنشر تاریخ تاریخانتشار datapublikacji תאריך दिनांक "
    "วันที่ วันที่เผยแพร่ publicerad tanggal तारीख unixreviewtime reviewtime reviewdate "
    "datepub dateposted dateissued datereleased dátum dato päivämäärä julkaistu datumobjave датапублікації ημερομηνία "
    "createddate createdtime "
    "createtime dateline timestampcreated createdtimestamp timestampms publish at uploaddate "
    "裁判日期 公布日期 发文日期 成文日期 印发日期 评论时间 评论日期"
)
_AUTHOR: Final = (
    "author authors byline writer creator dccreator reporter journalist ownerdisplayname postauthor "
    "writtenby 作者 作者姓名 记者 記者 记者姓名 撰稿人 撰文 著者 筆者 執筆者 記者名 저자 기자 기자명 작성자 글쓴이 "
    "автор авторы autor autorin autoren verfasser verfasserin auteur auteurs autora autores autore autori yazar "
    "tácgiả penulis poet الكاتب نویسنده primaryauthor författare מחבר लेखक ผู้เขียน "
    "forfatter kirjoittaja tekijä szerző avtor autorka skribent συγγραφέας "
    "用户昵称 发布者 发布人 博主 楼主 评论者 昵称 用户名 著者名 作者名 "
    "reviewername commenter username nickname screenname userscreenname userlogin ownername by speaker artist "
    "userprofilerealname singer 歌手 作词"
)
# Compounds that content management systems and exports make of a word and an ending, such as publicationDateTime.
_DATED: Final = (
    (
        "published publish publication publishing pub webpublication posted post released release articlepublished",
        "at date datetime time timestamp on utc gmt",
    ),
    ("发布 發布 发表 發表 发稿 发文 发帖 發帖 提问 刊登 刊发 出版 上传", "时间 時間 日期 日"),
    ("公開 掲載 配信 投稿 発行", "日時 日 日付 年月日"),
    ("작성 게시 등록 입력 기사 발행 보도", "일 일자 일시 날짜 시간"),
    ("veröffentlichungs erscheinungs publikations publicerings publicatie", "datum tag zeit"),
)
_WRITTEN: Final = (("author authors writer reporter journalist creator byline", "name names fullname"),)
_SHOWN: Final = (("container publication publisher source journal newspaper media outlet", "title name"),)
_URL: Final = (
    "url canonicalurl sourceurl pageurl articleurl weburl originalurl ogurl link uri permalink href loc targeturi "
    "warctargeturi documentidentifier 网址 網址 链接 鏈接 連結 原文链接 网页链接 文章链接 新闻链接 原文网址 リンク "
    "warcurl dataurl requestedurl respondedurl finalurl mainentityofpage 記事url 링크 기사url 기사링크 ссылка adresse "
    "enlace lien الرابط odkaz länk lenke linkki povezava poveznica odnośnik hivatkozás посилання σύνδεσμος"
)
_ID: Final = (
    "id docid documentid articleid recordid warcrecordid exampleid newsid pageid postid nid docno uid uuid guid 编号 "
    "編號 文章编号 idx "
    "reviewid commentid answerid messageid tweetid paperid conversationid conversationhash qid questionid"
)


def _with_ends(*groups: tuple[str, str]) -> tuple[str, ...]:
    """Return each word of a group with each of its endings."""
    return tuple(word + end for words, ends in groups for word in words.split() for end in ends.split())


# Names of field columns in news crawlers, feeds and dumps in several languages, normalised. Excluded are possible crawl
# dates (timestamp, crawled, updated).
NAMES: Final[Mapping[Field, tuple[str, ...]]] = {
    "title": _spelled(_TITLE.split()),
    "source": _spelled((*_SOURCE.split(), *_with_ends(*_SHOWN))),
    "date": _spelled((*_with_ends(*_DATED), *_DATE.split())),
    "author": _spelled((*_AUTHOR.split(), *_with_ends(*_WRITTEN))),
    "url": _spelled(_URL.split()),
    "id": tuple(_ID.split()),
}

# The same for mails, which are records with a subject, a sender and a recipient; elsewhere a subject is a topic or a
# field of knowledge, and a title beside a sender or a recipient only.
SUBJECTS: Final = ("subject", "主题", "主題", "主旨", "件名", "betreff")
SENDERS: Final = ("from", "fromname", "sender", "sendername", "发件人", "寄件者", "差出人", "absender")
RECIPIENTS: Final = ("to", "recipient", "recipients", "cc", "messageid", "收件人", "收件者", "宛先", "empfänger")
MAIL: Final[Mapping[Field, tuple[str, ...]]] = {"title": SUBJECTS, "author": SENDERS, "id": ("messageid",)}
# The columns of messages that chat programs export, and the fields that have other names in them or may be others'
# elsewhere: Discord, Slack, Telegram.
CHATS: Final[tuple[tuple[frozenset[str], Mapping[Field, str]], ...]] = (
    (frozenset({"content", "timestamp", "timestampEdited"}), {"date": "timestamp"}),
    (frozenset({"type", "user", "text", "ts"}), {"date": "ts"}),
    (frozenset({"type", "date", "from", "from_id", "text"}), {"author": "from"}),
)


def plain_name(name: str) -> str:
    """Return a column name normalised for lookup: lower case letters and digits.

    >>> plain_name("Publish_Date"), plain_name("og:title"), plain_name("发布时间")
    ('publishdate', 'ogtitle', '发布时间')
    """
    return "".join(filter(str.isalnum, normalize("NFKC", name).casefold()))


@lru_cache(maxsize=64)
def by_plain_name(names: tuple[str, ...], own: frozenset[str] = frozenset()) -> Mapping[str, str]:
    """Return the names by normalised name, top-level columns first, then nested ones (meta.title).

    `own` are names, folded, of further objects whose keys are the record's, the nearest first, as of those around its
    text.
    """
    objects, holding = objects_in(names), HOLDERS | own
    holders = {name for name in objects if name.casefold() in holding}
    found: dict[str, str] = {}
    for name in names:
        if name.rpartition(".")[0] not in objects and name not in holders:
            found.setdefault(plain_name(name), name)
    for name in sorted(names, key=lambda name: -len(own.intersection(name.casefold().split(".")))):
        above, _, key = name.rpartition(".")
        if all(part in holding for part in above.casefold().split(".")):
            found.setdefault(plain_name(key), name)
    for held, name in product((holding, HOLDERS), names):
        # The name of an object in its own: user.name, owner.display_name.
        above, *below = [part for part in name.split(".") if part.casefold() not in held] or [""]
        if below:
            found.setdefault(plain_name(above + below[-1]), name)
    for plain, name in tuple(found.items()):
        prefix = next((prefix for prefix in PREFIXES if plain.startswith(prefix)), "")
        found.setdefault(plain.removeprefix(prefix), name)
    return found


@lru_cache(maxsize=64)
def objects_in(names: tuple[str, ...]) -> frozenset[str]:
    """Return the names whose values are objects; a column without a name, as an index has in CSV, is none."""
    return frozenset(name.rpartition(".")[0] for name in names).intersection(names) - {""}


def around(parts: tuple[str, ...]) -> frozenset[str]:
    """Return the folded names of the objects that all parts of a text are in: what else they hold is said of it.

    >>> sorted(around(("payload.after.body",))), sorted(around(("answer.text", "question.text")))
    (['after', 'payload'], [])
    """
    above = [part.split(".")[:-1] for part in parts if "[]" not in part] or [[]]
    return frozenset(name.casefold() for name in above[0] if all(name in other for other in above))


def first_of(wanted: tuple[str, ...], names: tuple[str, ...], own: frozenset[str] = frozenset()) -> str | None:
    """Return the column of the first wanted name, however written (`own` as for by_plain_name), or None."""
    known = by_plain_name(names, own)
    return next((known[name] for name in map(plain_name, wanted) if name in known), None)
