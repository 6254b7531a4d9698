"""Messages of MediaWiki's interface, which its pages have around an article, in many languages.

The wording is that of the messages tagline, retrievedfrom, lastmodifiedat, copyright, and of the labels of tabs and
menus. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

from typing import Final

# The line below the headline of an article in Wikipedia.
TAGLINES: Final = (
    "from wikipedia, the free encyclopedia", "aus wikipedia, der freien enzyklopädie",
    "un article de wikipédia, l'encyclopédie libre", "de wikipedia, la enciclopedia libre",
    "da wikipedia, l'enciclopedia libera", "origem: wikipédia, a enciclopédia livre",
    "uit wikipedia, de vrije encyclopedie", "från wikipedia, den fria encyklopedin",
    "fra wikipedia, den frie encyklopædi", "fra wikipedia, den frie encyklopedi",
    "wikipediasta, vapaasta tietosanakirjasta", "z wikipedii, wolnej encyklopedii",
    "z wikipedie, otevřené encyklopedie", "a wikipédiából, a szabad enciklopédiából",
    "материал из википедии*", "матеріал з вікіпедії*", "vikipedi, özgür ansiklopedi",
    "出典: フリー百科事典*", "维基百科,自由的百科全书", "維基百科,自由的百科全書", "위키백과, 우리 모두의 백과사전",
    "bách khoa toàn thư mở wikipedia*", "dari wikipedia bahasa indonesia*", "من ويكيبيديا، الموسوعة الحرة",
    "از ویکی‌پدیا، دانشنامهٔ آزاد", "מתוך ויקיפדיה*", "จากวิกิพีเดีย*",
)  # fmt: skip

# Notices at the end of a wiki's page.
NOTICES: Final = (
    "this page was last edited", "this page was last modified", "diese seite wurde zuletzt",
    "dernière modification de cette page", "esta página se editó por última vez",
    "esta página foi editada pela última vez", "questa pagina è stata modificata", "deze pagina is voor het laatst",
    "sidan redigerades senast", "эта страница в последний раз", "цю сторінку востаннє", "tę stronę ostatnio",
    "bu sayfa en son", "本页面最后编辑于", "本页面最后修订于", "此页面最后编辑于", "此頁面最後編輯於",
    "本頁面最後修訂於", "日時は個人設定で未設定ならば", "이 문서는 * 마지막으로 편집", "آخر تعديل لهذه الصفحة",
    "این صفحه آخرین بار", "trang này được sửa đổi lần cuối", "halaman ini terakhir diubah", "หน้านี้แก้ไขล่าสุด",
    "text is available under the creative commons", "der text ist unter der lizenz",
    "textes sont disponibles sous licence creative commons", "está disponible bajo la licencia creative commons",
    "testo è disponibile secondo la licenza", "disponibilizado nos termos da licença",
    "tekst is beschikbaar onder de licentie", "текст доступен по лицензии creative commons",
    "текст доступний на умовах ліцензії creative commons", "tekst udostępniany na licencji creative commons",
    "テキストはクリエイティブ・コモンズ", "本站的全部文字在知识共享", "本站的全部文字在創用cc",
    "모든 문서는 크리에이티브 커먼즈", "văn bản được phát hành theo giấy phép creative commons",
    "teks tersedia di bawah lisensi", "النصوص متاحة تحت رخصة المشاع الإبداعي",
    "维基媒体基金会的注册商标", "維基媒體基金會的註冊商標", "维基媒体基金会是按美国", "維基媒體基金會是按美國",
)  # fmt: skip

# Labels of tabs, tools and menus beside an article.
TABS: Final = (
    "jump to content", "jump to navigation", "jump to search", "main menu", "personal tools", "create account",
    "move to sidebar", "contents hide", "toggle the table of contents", "languages", "add languages", "view source",
    "edit source", "view history", "what links here", "related changes", "permanent link", "page information",
    "cite this page", "download as pdf", "printable version", "wikidata item", "cookie statement", "mobile view",
    "zum inhalt springen", "hauptmenü", "meine werkzeuge", "benutzerkonto erstellen", "sprachen", "diskussion",
    "quelltext bearbeiten", "versionsgeschichte", "werkzeuge", "abrufstatistik", "stellungnahme zu cookies",
    "verhaltenskodex", "aller au contenu", "menu principal", "outils personnels", "créer un compte", "langues",
    "modifier le code", "voir l'historique", "affichage mobile", "déclaration sur les témoins (cookies)",
    "ir al contenido", "menú principal", "herramientas personales", "crear una cuenta", "idiomas", "ver historial",
    "versión para móviles", "declaración de cookies", "limitación de responsabilidad", "vai al contenuto",
    "menu principale", "strumenti personali", "lingue", "modifica wikitesto", "cronologia", "strumenti",
    "versione mobile", "dichiarazione sui cookie", "saltar para o conteúdo", "ferramentas pessoais", "línguas",
    "editar código-fonte", "ver histórico", "ferramentas", "versão móvel", "declaração sobre cookies",
    "naar inhoud springen", "hoofdmenu", "persoonlijke instellingen", "brontekst bewerken", "geschiedenis weergeven",
    "przejdź do zawartości", "narzędzia osobiste", "historia i autorzy", "edytuj kod", "hoppa till innehållet",
    "personliga verktyg", "перейти к содержанию", "главное меню", "персональные инструменты", "языков", "языка",
    "создать учётную запись", "править код", "мобильное представление", "заявление о куки", "コンテンツにスキップ",
    "メインメニュー", "個人用ツール", "アカウント作成", "の言語版", "履歴表示", "ソースを編集", "cookieに関する声明",
    "モバイルビュー", "跳转到内容", "跳至內容", "主菜单", "主選單", "个人工具", "個人工具", "创建账号", "建立帳號",
    "种语言", "種語言", "不转换", "不轉換", "查看历史", "檢視歷史", "cookie声明", "手机版视图", "手機版檢視",
    "资助维基百科", "본문으로 이동", "주 메뉴", "개인 도구", "계정 만들기", "개 언어", "역사 보기", "원본 편집",
    "쿠키 정책", "모바일 보기", "bước tới nội dung", "công cụ cá nhân", "sửa mã nguồn", "xem lịch sử",
    "lompat ke isi", "perkakas pribadi", "lihat riwayat", "içeriğe atla", "kişisel araçlar", "geçmişi gör",
    "retrieved from*", "abgerufen von*", "ce document provient de*", "obtenido de*", "estratto da*", "obtida de*",
    "overgenomen van*", "источник — https*", "取自*https*", "원본 주소*", "categoria:*", "categorie:*", "kategori:*",
    "kategoria:*", "kategoriler:*", "分类:*", "分類:*",
)  # fmt: skip

# Labels between the headline and the tagline, which other pages have as words of their own.
BELOW_HEADLINE: Final = frozenset((
    "article", "talk", "read", "edit", "tools", "artikel", "lesen", "bearbeiten", "discussion", "lire", "modifier",
    "outils", "artículo", "discusión", "leer", "editar", "herramientas", "voce", "discussione", "leggi", "modifica",
    "artigo", "discussão", "ler", "overleg", "lezen", "bewerken", "hulpmiddelen", "artykuł", "dyskusja", "czytaj",
    "edytuj", "narzędzia", "läs", "redigera", "verktyg", "læs", "rediger", "artikkeli", "keskustelu", "lue", "muokkaa",
    "článek", "diskuse", "číst", "editovat", "nástroje", "статья", "обсуждение", "читать", "править", "история",
    "инструменты", "стаття", "обговорення", "читати", "редагувати", "інструменти", "madde", "tartışma", "oku",
    "değiştir", "araçlar", "ページ", "ノート", "閲覧", "編集", "ツール", "条目", "條目", "讨论", "討論", "阅读", "閱讀",
    "编辑", "編輯", "工具", "문서", "토론", "읽기", "편집", "도구", "bài viết", "thảo luận", "đọc", "sửa đổi",
    "công cụ",
    "halaman", "pembicaraan", "baca", "sunting", "perkakas", "مقالة", "نقاش", "اقرأ", "عدل", "أدوات", "مقاله", "بحث",
    "خواندن", "ویرایش", "ابزارها",
))  # fmt: skip

# Buttons on lines of their own below each heading of an entry.
EDIT: Final = frozenset((
    "edit", "[edit]", "[ edit ]", "[]", "[ ]", "edit source", "[edit source]", "bearbeiten", "quelltext bearbeiten",
    "modifier", "modifier le code", "editar", "editar código", "modifica", "modifica wikitesto", "править",
    "править код", "edytuj", "bewerken", "redigera", "编辑", "编辑本段", "編輯", "編集", "播报", "播報", "편집",
))  # fmt: skip
