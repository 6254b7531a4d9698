"""What the columns of records are called, in the dumps of several languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from audit.read.stated import Field

# Tried in this order when the settings name none: what the corpora people download call their text.
TEXT_COLUMNS: Final = (
    *("text", "content", "body", "raw_content", "article"),
    *("maintext", "full_text", "article_text", "正文", "文本", "内容", "內容", "本文", "본문", "текст"),
)
# Where nothing is called so: the format of MNBVC, which keeps a text by its paragraphs.
TEXT_PATHS: Final = ("段落[].内容",)
# Beside a column that is called so, a bare `date` is the day of the crawl (FineWeb).
CRAWLED: Final = frozenset({"dump"})
# The same for what a record says of itself, as news crawlers, feeds and the dumps of several languages call it; small
# letters and digits count only. Not here: what may be the day of the crawl (timestamp, crawled, updated).
NAMES: Final[Mapping[Field, tuple[str, ...]]] = {
    "title": (
        *(
            "title",
            "headline",
            "articletitle",
            "newstitle",
            "pagetitle",
            "contenttitle",
            "ogtitle",
            "heading",
            "subject",
        ),
        *(
            "标题",
            "標題",
            "题目",
            "題目",
            "文章标题",
            "新闻标题",
            "タイトル",
            "見出し",
            "제목",
            "заголовок",
            "название",
        ),
        *("titel", "überschrift", "titre", "título", "titulo", "titolo", "titulek", "başlık", "tiêuđề", "العنوان"),
    ),
    "source": (
        *("sourcename", "source", "sitename", "site", "publisher", "publication", "outlet", "newspaper", "media"),
        *("medianame", "ogsitename", "sourcedomain", "domain", "website", "journal"),
        *(
            "来源",
            "來源",
            "媒体",
            "媒體",
            "网站",
            "網站",
            "出处",
            "出處",
            "媒体名",
            "出典",
            "情報源",
            "출처",
            "언론사",
            "источник",
        ),
        *("издание", "quelle", "fuente", "medio", "fonte", "éditeur", "kaynak", "nguồn", "المصدر"),
    ),
    "date": (
        *("datepublished", "publishedat", "publishdate", "publisheddate", "pubdate", "datepublish", "publishtime"),
        *("publishedtime", "publicationdate", "published", "articlepublishedtime", "releasedate", "postedat", "date"),
        *("datetime", "time", "postdate", "createdutc", "createdat"),
        *(
            "发布时间",
            "發布時間",
            "发布日期",
            "发表时间",
            "发表日期",
            "时间",
            "時間",
            "日期",
            "日付",
            "日時",
            "公開日",
            "날짜",
        ),
        *("작성일", "дата", "датапубликации", "datum", "veröffentlicht", "fecha", "datepublication", "tarih"),
        *("التاريخ",),
    ),
    "author": (
        *("author", "authors", "authorname", "byline", "writer", "creator", "dccreator", "reporter", "journalist"),
        *("作者", "记者", "記者", "撰稿人", "著者", "筆者", "저자", "기자", "автор", "autor", "autorin", "auteur"),
        *("autore", "yazar", "tácgiả", "الكاتب"),
    ),
    "url": (
        *("url", "canonicalurl", "sourceurl", "pageurl", "articleurl", "weburl", "originalurl", "ogurl", "link", "uri"),
        *("permalink", "href", "loc", "targeturi", "warctargeturi"),
        *("网址", "網址", "链接", "鏈接", "連結", "原文链接", "リンク", "링크", "ссылка", "adresse", "enlace", "lien"),
    ),
    "id": (
        *("id", "docid", "documentid", "articleid", "recordid", "newsid", "pageid", "docno", "uid", "uuid", "guid"),
        *("编号", "編號", "文章编号", "idx"),
    ),
}
