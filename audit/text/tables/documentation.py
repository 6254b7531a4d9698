"""Words of the frame of documentation, help centres and wikis, in many languages.

All are folded as by audit.text.fold.fold. A word ending in `*` also matches as the prefix of a short line.
"""

from __future__ import annotations

from typing import Final

# Labels above the list of a page's headings or of a section's pages, which no book has.
ON_THIS_PAGE: Final = (
    "on this page", "in this article", "in this section", "in this guide", "articles in this section",
    "page contents", "section navigation", "auf dieser seite", "in diesem artikel", "sur cette page",
    "dans cette page", "dans cet article", "dans cette rubrique", "en esta página", "en este artículo",
    "artículos de esta sección", "nesta página", "neste artigo", "in questa pagina", "in questo articolo",
    "indice della pagina", "op deze pagina", "in dit artikel", "på den här sidan", "på denne siden",
    "på denne side", "tällä sivulla", "na tej stronie", "w tym artykule", "artykuły w tej sekcji",
    "na této stránce", "на этой странице", "в этой статье", "на цій сторінці", "у цій статті", "bu sayfada",
    "bu makalede", "σε αυτή τη σελίδα", "このページの内容", "このページの目次", "この記事の内容", "本页目录",
    "本页内容", "本文目录", "文章目录", "页面大纲",
    "本頁目錄", "本頁內容", "頁面大綱", "이 페이지의 내용", "이 문서의 내용", "trong bài này", "trên trang này",
    "di halaman ini",
    "في هذه الصفحة", "في هذا المقال", "در این صفحه", "בעמוד זה", "ในหน้านี้", "इस पृष्ठ पर",
)  # fmt: skip

# Labels above a table of contents, also in books.
CONTENTS: Final = (
    "contents", "table of contents", "inhaltsverzeichnis", "inhalt", "sommaire", "table des matières", "índice",
    "contenido", "contenidos", "tabla de contenidos", "sumário", "conteúdo", "indice", "sommario", "inhoud",
    "inhoudsopgave", "innehåll", "innehållsförteckning", "indhold", "innhold", "sisällys", "spis treści", "obsah",
    "содержание", "оглавление", "зміст", "içindekiler", "περιεχόμενα", "目次", "目录", "目錄", "说明书目录", "목차",
    "mục lục",
    "nội dung", "daftar isi", "المحتويات", "محتويات", "فهرست مطالب", "محتویات", "תוכן עניינים", "สารบัญ", "เนื้อหา",
    "विषय सूची",
)  # fmt: skip

# Buttons beside code, tabs of a wiki's page, links to the pages before and after, counters of an encyclopedia's entry.
BUTTONS: Final = (
    *CONTENTS,
    "copy", "copied", "copy code", "copy to clipboard", "kopieren", "code kopieren", "copier", "copier le code",
    "copiar", "copiar código", "copia", "копировать", "скопировать", "копіювати", "kopyala", "kopiuj", "kopiera",
    "kopiëren",
    "コピー", "コピーする", "コードをコピー", "复制", "复制代码", "複製", "複製程式碼", "복사", "코드 복사",
    "sao chép", "salin",
    "نسخ", "کپی", "העתק", "คัดลอก", "कॉपी करें",
    "edit source", "view source", "view page source", "show source", "[source]", "this page", "quick search",
    "view history", "talk", "permalink", "bearbeiten", "quelltext bearbeiten", "bearbeiten | quelltext bearbeiten",
    "versionsgeschichte", "modifier", "modifier le code", "modifier | modifier le code", "voir l'historique",
    "editar", "editar código", "editar | editar código", "ver historial", "modifica", "modifica wikitesto",
    "modifica | modifica wikitesto", "cronologia", "править", "править код", "править | править код",
    "просмотр истории", "edytuj", "edytuj kod", "edytuj | edytuj kod", "bewerken", "brontekst bewerken",
    "bewerken | brontekst bewerken", "redigera", "redigera wikitext", "redigera | redigera wikitext", "değiştir",
    "kaynağı değiştir", "değiştir | kaynağı değiştir", "編集", "ソースを編集", "履歴表示", "播报", "上传视频",
    "编辑本段",
    "查看历史", "편집", "원본 편집", "역사 보기", "sửa đổi", "sửa mã nguồn", "sửa | sửa mã nguồn", "xem lịch sử",
    "عدل", "عدل المصدر", "ویرایش", "ویرایش مبدأ", "نمایش تاریخچه", "แก้ไข", "แก้ไขต้นฉบับ", "ดูประวัติ",
    "pager", "previous page", "next page", "previous topic", "next topic", "vorherige seite", "nächste seite",
    "page précédente", "page suivante", "précédent", "suivant", "página anterior", "página siguiente", "anterior",
    "siguiente", "próxima página", "pagina precedente", "pagina successiva", "vorige", "volgende", "föregående",
    "nästa", "poprzedni", "następny", "предыдущая страница", "следующая страница", "önceki", "sonraki",
    "前のページ", "次のページ", "이전 페이지", "다음 페이지", "bài trước", "bài sau", "sebelumnya", "selanjutnya",
    "give feedback", "send feedback", "submit feedback", "feedback geben", "提交反馈", "文档反馈",
    "フィードバックを送信",
    "отправить отзыв", "gửi phản hồi", "kirim masukan",
    "词条标签*", "词条统计", "浏览次数*", "编辑次数*", "最近更新*", "最后编辑*", "开放分类*", "categories:*",
    "hidden categories*", "kategorie:*", "kategorien:*", "catégorie :*", "catégories :*", "categoría:*",
    "categorías:*",
    "категория:*", "категории:*", "カテゴリ:*", "カテゴリー:*", "분류:*", "تصنيف:*", "تصنيفات:*", "رده‌ها:*",
    "หมวดหมู่:*",
    "thể loại:*", "retrieved from*",
    "print page", "print this page", "print entire guide", "seite drucken", "seite weiterempfehlen",
    "imprimer la page", "imprimir página", "imprimir esta página", "stampa pagina", "pagina afdrukken",
    "skriv ut sidan", "udskriv siden", "drukuj", "drukuj stronę", "распечатать", "sayfayı yazdır", "このページを印刷",
    "打印本页", "打印此页", "列印本頁", "인쇄하기", "in trang", "cetak halaman",
    "page last reviewed*", "next review due*",
    "back to people", "back to list", "back to the list", "back to search", "back to collection", "back to overview",
    "back to all*", "back to index", "zurück zur trefferliste", "zurück zur liste", "zurück zur suche",
    "zurück zur sammlung", "retour à la liste*", "retour aux résultats*", "retour à l'annuaire", "volver al listado",
    "volver a los resultados", "voltar para a lista", "voltar aos resultados", "torna ai risultati",
    "torna all'elenco", "terug naar overzicht", "powrót do listy", "назад к списку", "вернуться к списку",
    "一覧に戻る", "一覧へ戻る", "検索結果に戻る", "検索結果へ戻る", "목록으로", "목록보기",
    "上一条*", "下一条*", "上一件*", "下一件*", "上一位*", "下一位*", "前の作品", "次の作品",
    "zoom", "enlarge image", "bild vergrößern", "agrandir l'image", "ampliar imagen", "画像を拡大", "放大图片",
    "查看大图", "print options", "view publications", "纠错",
)  # fmt: skip

# Links back to where the reader came from; 返回 alone also begins what an interface returns.
BACK: Final = (
    "返回",
    *(f"返回{place}*" for place in (
        "首页", "主页", "列表", "目录", "上", "前", "顶部", "网", "新闻", "频道", "栏目", "专题", "论坛", "版块",
        "板块", "搜", "本", "文章", "正文", "原文", "检索", "查询", "结果", "藏品",
    )),
)  # fmt: skip

# Questions whether a page helped, and links to edit it.
FEEDBACK: Final = (
    "was this page helpful", "was this article helpful", "was this information helpful", "was this topic helpful",
    "was this document helpful", "was this guide helpful", "is this page useful", "is this page helpful",
    "is this article helpful", "did this page help", "did this article help", "found this helpful",
    "rate this page", "report a problem with this page", "report an issue with this page",
    "war diese seite hilfreich", "war dieser artikel hilfreich", "war diese information hilfreich",
    "hat ihnen dieser artikel geholfen", "hat dir dieser artikel geholfen", "article vous a-t-il été utile",
    "article vous a-t-il aidé", "page vous a-t-elle été utile", "cette page vous a été utile",
    "útil este artículo", "útil esta página", "útil esta información", "este artículo útil",
    "esta página foi útil", "este artigo foi útil", "esta página é útil", "esta página te ajudou",
    "pagina ti è stata utile", "questa pagina è stata utile", "questo articolo è stato utile",
    "articolo ti è stato utile", "utile questa pagina", "utile questo articolo", "le informazioni su questa pagina",
    "heeft u gevonden wat u zocht",
    "was dit artikel nuttig", "was deze pagina nuttig", "heeft deze pagina u geholpen",
    "var den här sidan till hjälp", "hjälpte den här sidan", "var denne siden nyttig", "fandt du denne side nyttig",
    "czy ta strona była", "czy ten artykuł był", "ten artykuł za pomocny", "эта статья полезн", "эта страница полезн",
    "статья была полезн", "страница была полезн", "помогла ли вам эта", "помогла вам эта",
    "bu sayfa yardımcı oldu mu", "bu makale yardımcı oldu mu", "bu sayfa faydalı oldu mu",
    "bu makale faydalı oldu mu", "このページは役に立", "この記事は役に立", "この情報は役に立", "このページはお役に立",
    "この記事はお役に立", "이 페이지가 도움이", "이 문서가 도움이", "이 내용이 도움이", "이 도움말이 도움이",
    "문서 내용이 도움이", "文档内容是否对", "文档是否对您", "文档对您有帮助", "文档对你有帮助", "文章对您有帮助",
    "文章对你有帮助", "本页是否对", "本文是否对", "页面是否对", "页面是否有帮助", "以上内容是否对", "此文档有帮助",
    "文章是否有帮助", "文章對您有幫助", "頁面是否有幫助", "文件對您有幫助", "bài viết này có hữu ích",
    "trang này có hữu ích",
    "halaman ini membantu", "artikel ini membantu", "هذه الصفحة مفيدة", "هذا المقال مفيد", "این صفحه مفید بود",
    "این مطلب مفید بود", "המאמר הזה עזר", "הדף הזה עזר", "หน้านี้มีประโยชน์", "บทความนี้มีประโยชน์",
    "यह पृष्ठ उपयोगी",
    "यह लेख उपयोगी", "edit this page", "edit on github", "improve this page", "suggest an edit", "seite bearbeiten",
    "modifier cette page", "editar esta página", "modifica questa pagina", "редактировать эту страницу",
    "редагувати цю сторінку",
    "このページを編集", "编辑此页", "编辑本页", "編輯此頁", "이 페이지 편집", "sửa trang này",
)  # fmt: skip
