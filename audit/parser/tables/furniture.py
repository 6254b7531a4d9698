"""Texts of page furniture in many languages, a list per kind of block.

All are folded as by audit.text.fold.fold. A word ending in `*` also matches as the prefix of a short line.
"""

from __future__ import annotations

from typing import Final

from audit.parser.tables.notices import NEXT_ARTICLE
from audit.text.tables import phrases

# Beginnings of a menu in one line.
MENU: Final = (
    "首页*", "首頁*", "网站首页*", "startseite*", "accueil*", "главная*", "ホーム*", "홈*", "inicio*", "início*",
    "strona główna*", "ana sayfa*", "home news*", "home about*", "home page*", "home |*", "home >*", "home /*",
    "home ·*", "home world*",
)  # fmt: skip

# Server messages for missing or unpublished pages.
ERROR: Final = (
    "page not found", "page you are looking for", "page you requested", "page cannot be found", "404 not found",
    "404 error", "no longer available at this address", "access denied", "verify you are human",
    "checking your browser", "seite wurde nicht gefunden", "seite nicht gefunden", "page introuvable",
    "página no encontrada", "страница не найдена", "页面不存在", "页面没有找到", "找不到页面", "您访问的页面",
    "頁面不存在", "找不到頁面", "ページが見つかりません", "お探しのページ", "페이지를 찾을 수 없습니다",
)  # fmt: skip

NAVIGATION: Final = (
    *NEXT_ARTICLE, *phrases("documentation", "back"),
    "home", "homepage", "menu", "main menu", "navigation", "navigate", "skip to content",
    "skip to main content*", "skip to navigation", "log in*", "login*", "log out", "logout", "sign in*",
    "sign up", "sign out", "register", "my account", "account", "open menu*", "close menu*", "close", "open",
    "back to top", "top", "to top", "next", "previous", "more",
    "show more", "load more*", "see more*", "see all", "view all", "view more*",
    "all", "settings", "sections", "sitemap", "site map", "toggle navigation*", "toggle menu", "jump to*",
    "go to*", "back", "cancel", "edit", "reply", "print", "cart", "edition*", "english", "language", "archives",
    "archive", "categories", "tags", "topics", "loading*", "submit", "ok", "yes", "no", "startseite", "menü*",
    "suche*", "anmelden", "abmelden", "registrieren", "zum inhalt*", "zur navigation*", "nach oben", "weiter",
    "zurück", "mehr", "mehr anzeigen*", "schließen", "navigation überspringen", "navigation*", "übersicht",
    "rubriken", "ressorts", "einloggen", "mein konto", "schlagwörter", "themen", "accueil", "connexion",
    "se connecter", "s'identifier", "retour", "fermer", "voir plus", "haut de page", "aller au contenu*",
    "inicio", "portada", "iniciar sesión", "regístrate", "cerrar", "menú", "ver más", "volver", "início",
    "entrar", "fechar", "voltar", "ver mais", "accedi", "chiudi", "indietro", "vai al contenuto*", "torna su",
    "registrati", "главная", "меню", "войти", "вход", "регистрация", "назад", "далее", "наверх", "закрыть",
    "ещё", "ana sayfa", "giriş", "menu główne", "strona główna", "zaloguj*", "inloggen", "sluiten", "terug",
    "logga in", "hem", "stäng", "ホーム", "トップ*", "トップページ", "ログイン*", "ログアウト", "会員登録*",
    "新規登録", "メニュー*", "閉じる", "戻る", "次へ", "前へ", "もっと見る*", "一覧*", "ページトップ*", "홈",
    "로그인*", "회원가입", "로그아웃", "전체메뉴*", "닫기", "메뉴*", "더보기*", "목록", "이전", "다음",
    "맨위로*", "首页", "首頁", "网站首页", "登录*", "登錄*", "登入*", "注册*", "註冊*",
    "退出", "安全退出", "导航", "導航", "网站导航", "网站地图", "回到顶部", "回頂部", "顶部",
    "更多*", "更多内容*", "查看更多*", "查看全部", "展开*", "收起", "关闭", "關閉", "确定", "取消",
    "上一页", "下一页", "加载更多*", "目录", "字号*", "小字号", "大字号", "滚动", "换一换", "刷新",
    "打印", "繁体", "简体", "繁體", "英文版", "手机版", "电脑版", "旧版", "反馈", "意见反馈", "举报", "全屏",
    "继续阅读*", "阅读全文*", "点击查看*", "用户", "正在加载*", "加载中*",
    "我的", "我的收藏*", "我的订单*", "我的购物车*", "我的账*", "我的帐*", "我的主页*", "我的消息*", "我的书架*",
    "الرئيسية", "الصفحة الرئيسية", "القائمة", "تسجيل الدخول", "المزيد", "صفحه اصلی", "صفحه نخست", "خانه", "ورود",
    "ثبت نام", "דף הבית", "ראשי", "תפריט", "התחברות", "הרשמה", "मुखपृष्ठ", "होम", "मुख्य पृष्ठ", "लॉग इन", "साइन इन",
    "trang chủ", "đăng nhập", "đăng ký", "xem thêm", "หน้าแรก", "หน้าหลัก", "เข้าสู่ระบบ", "สมัครสมาชิก", "เมนู",
    "رد", "إغلاق", "موافق", "طباعة", "जवाब दें", "प्रिंट करें", "स्वीकार करें", "beranda",
    "saltar al contenido*", "ir al contenido*", "перейти к содерж*", "انتقل إلى المحتوى*", "मुख्य सामग्री*",
    "本文へスキップ*", "show key events*", "मेनू", "acceder", "دخول", "save for later*", "email this*",
    "artikel merken", "головна", "увійти", "перейти до вмісту*",
)  # fmt: skip

# Labels that are also answers, exclamations and titles, as in plays, chats or lists.
SPOKEN: Final = (
    "home", "menu", "account", "close", "open", "top", "to top", "next", "previous", "more", "all", "settings",
    "sections", "back", "cancel", "edit", "reply", "print", "english", "language", "archive", "archives", "topics",
    "categories", "tags", "ok", "yes", "no", "register", "go to", "weiter", "zurück", "mehr", "themen", "retour",
    "volver", "entrar", "voltar", "indietro", "назад", "далее", "закрыть", "ещё", "terug", "hem", "首页", "返回",
    "退出", "更多", "展开", "收起", "关闭", "關閉", "确定", "取消", "目录", "滚动", "刷新", "用户", "反馈", "举报",
    "search", "suche", "ara", "cerca", "完成", "删除", "save", "like", "email", "微信", "merken", "赞", "收藏",
    "comment", "comments", "features", "terms", "help", "about", "press", "support", "recommended", "popular",
    "elsewhere", "featured", "contact", "keywords", "ad", "ads", "pr", "further reading", "see also", "events",
    "edition", "jump to", "loading", "submit", "share", "übersicht", "navigation",
)  # fmt: skip

SEARCH: Final = (
    "search*", "search for*", "search results*", "recent searches*", "clear history", "trending searches*",
    "search history", "suche", "suchen", "rechercher*", "recherche*", "buscar*", "búsqueda", "pesquisar*",
    "cerca", "ricerca", "поиск*", "ara", "szukaj*", "zoeken*", "sök*", "検索*", "검색*", "搜索*", "搜尋*",
    "搜一搜*", "站内搜索*", "热搜*", "熱搜*", "热搜词", "搜索历史", "历史搜索", "历史记录", "全部删除", "删除",
    "完成", "清空*", "大家都在搜*", "大 家 都 在 搜", "热门搜索*", "猜你想搜*",
    "بحث", "खोजें", "пошук*",
)  # fmt: skip

CATEGORY: Final = (
    "news", "world", "politics", "business", "technology", "tech", "science", "health", "sport", "sports",
    "culture", "entertainment", "opinion", "lifestyle", "travel", "video", "videos", "photos", "podcasts",
    "local", "local news", "weather", "economy", "education", "environment", "finance", "money", "features",
    "reviews", "obituaries", "events", "magazine", "latest", "latest news", "breaking news", "nachrichten",
    "politik", "wirtschaft", "kultur", "wissen", "panorama", "regional", "lokales", "reise", "auto", "digital",
    "ratgeber", "actualités", "politique", "économie", "société", "santé", "opinions", "noticias", "política",
    "economía", "deportes", "cultura", "sociedad", "opinión", "tecnología", "economia", "esportes", "cronaca",
    "politica", "salute", "новости", "политика", "экономика", "общество", "спорт", "культура", "наука",
    "в мире", "ニュース", "社会", "政治", "経済", "国際", "スポーツ", "エンタメ", "地域", "정치", "경제",
    "사회", "문화", "국제", "스포츠", "연예", "오피니언", "新闻", "新聞", "要闻", "国内", "國內", "国际",
    "國際", "军事", "財經", "财经", "经济", "科技", "互联网", "体育", "體育", "娱乐", "娛樂", "文化", "教育",
    "健康", "汽车", "房产", "时尚", "旅游", "游戏", "历史", "美食", "数码", "生活", "星座", "育儿", "图片",
    "视频", "评论", "观点", "专题", "直播", "理财", "股票", "基金", "动漫", "本地", "时政", "港澳", "台湾",
    "热点", "推荐", "最新", "创投", "快讯", "أخبار", "رياضة", "اقتصاد", "سياسة", "ثقافة", "اخبار", "ورزش",
    "سیاست", "فرهنگ", "חדשות", "ספורט", "כלכלה", "תרבות", "समाचार", "खेल", "राजनीति", "मनोरंजन", "thời sự",
    "thể thao", "kinh doanh", "giải trí", "ข่าว", "กีฬา", "การเมือง", "บันเทิง", "เศรษฐกิจ",
)  # fmt: skip

SHARE: Final = (
    "share*", "tweet", "facebook*", "twitter*", "x (twitter)*", "email", "e-mail", "whatsapp*", "linkedin*",
    "reddit*", "pinterest*", "telegram*", "copy link*", "link copied*", "copier le lien*", "link kopieren*",
    "copiar enlace*", "copiar link*", "copia link*", "kopieer link*", "kopiuj link*", "复制链接*", "複製連結*",
    "リンクをコピー*", "링크 복사*", "messenger", "instagram", "youtube", "tiktok", "flipboard", "tumblr", "rss*",
    "print article", "print this*", "click to share on*", "save", "bookmark*", "like", "teilen*", "per mail*",
    "drucken*", "merken", "facebook teilen", "partager*",
    "imprimer", "compartir*", "imprimir", "compartilhar*", "condividi*", "stampa", "invia", "поделиться*",
    "вконтакте", "одноклассники", "скопировать*", "paylaş*", "udostępnij*", "delen*", "dela*", "シェア*",
    "ツイート*", "ブックマーク*", "はてなブックマーク", "공유*", "페이스북*", "트위터*", "카카오톡*",
    "url복사*", "분享到*", "分享到*", "分享至*", "分享*", "分享让更多人看到", "转发*", "轉發", "微信",
    "新浪微博", "微博", "qq空间", "qq好友", "朋友圈", "易信", "人人网", "收藏*", "点赞*", "赞", "复制链接*",
    "微信微博快手", "收藏文章", "讚*",
    "شارك*", "مشاركة", "شارك المقال*", "اشتراک گذاری*", "به اشتراک بگذارید*", "שתפו*", "שתף*", "שיתוף", "साझा करें*",
    "शेयर करें*", "chia sẻ*", "แชร์*", "แบ่งปัน*",
    "فيسبوك", "تويتر", "واتساب", "فیسبوک", "פייסבוק", "फेसबुक", "ट्विटर", "व्हाट्सएप", "bagikan*",
    "comparte esta*", "comparte este*", "أرسل عبر*", "इस खबर को शेयर*", "इस ख़बर को शेयर*", "व्हाट्सऐप*",
)  # fmt: skip

RELATED: Final = (
    "related*", "related articles*", "related stories*", "related posts*", "related content*",
    "related topics*", "related news*", "related coverage", "related reading", "related links", "more stories*",
    "more from*", "more news*", "more on this*", "more on*", "more in*", "read more*", "read next*",
    "read also*", "also read*", "see also*", "up next*", "you may also like*", "you might also like*",
    "you may like*", "recommended*", "recommended for you*", "recommended reading", "most popular*",
    "most read*", "most viewed*", "most recent*", "popular*", "popular posts*", "popular stories*",
    "popular now*", "trending*", "trending now*", "top stories*", "top news*", "latest news*",
    "latest stories*", "latest posts*", "latest articles*", "latest from*", "recent posts*", "recent articles*",
    "recent stories*", "recent news*", "editor's picks*", "editors' picks*", "editor’s picks*", "featured*",
    "featured stories*", "more like this*", "in other news*", "don't miss*", "don’t miss*",
    "what to read next*", "keep reading*", "continue reading*", "today on*", "around the web*", "from the web*",
    "sponsored content*", "promoted stories*", "elsewhere*", "other stories*", "further reading*",
    "in this section*", "mehr zum thema*", "mehr zu*", "mehr aus*", "mehr von*", "weitere artikel*",
    "weitere nachrichten*", "weitere themen*", "weitere meldungen*", "das könnte sie auch interessieren*",
    "das könnte dich auch interessieren*", "auch interessant*", "lesen sie auch*", "lesen sie mehr*",
    "meistgelesen*", "meist gelesen*", "meistgelesene*", "verwandte*", "ähnliche artikel*", "beliebte*",
    "empfohlen*", "empfehlungen*", "aktuelle nachrichten*", "neueste artikel*", "top-themen*", "topthemen*",
    "passend dazu*", "zum thema*", "à lire aussi*", "lire aussi*", "sur le même sujet*", "articles liés*",
    "les plus lus*", "à découvrir*", "voir aussi*", "à la une*", "derniers articles*", "articles similaires*",
    "noticias relacionadas*", "relacionad*", "te puede interesar*", "lo más leído*", "más leídas*",
    "más noticias*", "lee también*", "más sobre*", "más de*", "últimas noticias*", "también te puede*",
    "leia também*", "leia mais*", "mais lidas*", "notícias relacionadas*", "veja também*", "últimas notícias*",
    "leggi anche*", "articoli correlati*", "potrebbe interessarti*", "i più letti*", "più letti*",
    "ultime notizie*", "altri articoli*", "читайте также*", "читать также*", "по теме*", "материалы по теме*",
    "похожие*", "популярное*", "самое читаемое*", "другие новости*", "новости по теме*", "последние новости*",
    "ilgili haberler*", "benzer haberler*", "czytaj także*", "zobacz także*", "polecane*", "czytaj również*",
    "lees ook*", "meer over*", "läs också*", "läs mer*", "les også*", "læs også*", "関連記事*", "関連ニュース*",
    "関連リンク*", "関連トピックス*", "関連キーワード*", "おすすめ*", "人気記事*", "ランキング*",
    "アクセスランキング*", "あわせて読みたい*", "こちらもおすすめ*", "最新記事*", "新着記事*", "注目の*",
    "관련기사*", "관련 기사*", "관련뉴스*", "인기기사*", "많이 본*", "추천기사*", "최신기사*", "이 시각*",
    "相关阅读*", "相关新闻*", "相关内容*", "相关文章*", "相关推荐*", "相关报道*", "相关链接*", "相关专题*",
    "相關新聞*", "相關文章*", "相關閱讀*", "延伸閱讀*", "延伸阅读*", "推荐阅读*", "推薦閱讀*", "热门推荐*",
    "热门文章*", "热门新闻*", "热门资讯*", "热点新闻*", "热门评论*", "猜你喜欢*", "为您推荐*", "为你推荐*",
    "大家都在看*", "大家都爱看*", "编辑推荐*", "编辑精选*", "精彩推荐*", "精彩图集*", "精彩组图*", "新闻推荐*",
    "更多新闻*", "更多文章*", "点击排行*", "阅读排行*", "排行榜*", "热榜*", "24小时热*", "热文排行*",
    "最新文章*", "最新新闻*", "最新资讯*", "最热*", "往期回顾*", "往期推荐*", "你可能感兴趣*", "您可能感兴趣*",
    "看了又看*", "热门话题*", "跟贴排行*", "今日热点*", "近期文章*", "他们还看了*", "更多推荐*", "即时新闻*",
    "اقرأ أيضا*", "اقرأ أيضًا*", "إقرأ أيضا*", "اقرأ المزيد*", "مواضيع ذات صلة*", "مقالات ذات صلة*",
    "أخبار ذات صلة*", "مواضيع متعلقة*", "قد يعجبك أيضا*", "الأكثر قراءة*", "الأكثر مشاهدة*", "آخر الأخبار*",
    "أحدث الأخبار*", "شاهد أيضا*", "بیشتر بخوانید*", "مطالب مرتبط*", "اخبار مرتبط*", "آخرین اخبار*",
    "پربازدیدترین*", "پربیننده ترین*", "כתבות נוספות*", "כתבות קשורות*", "עוד בנושא*", "אולי יעניין אותך*",
    "הנקראות ביותר*", "קראו גם*", "यह भी पढ़ें*", "ये भी पढ़ें*", "संबंधित खबरें*", "संबंधित समाचार*",
    "सबसे ज़्यादा पढ़ा*", "सबसे ज्यादा पढ़ा*", "ताज़ा खबरें*", "ताजा खबरें*", "ताज़ा समाचार*",
    "ข่าวที่เกี่ยวข้อง*", "บทความที่เกี่ยวข้อง*", "อ่านเพิ่มเติม*", "ข่าวล่าสุด*", "ยอดนิยม*", "tin liên quan*",
    "bài viết liên quan*", "tin cùng chuyên mục*", "đọc nhiều*", "có thể bạn quan tâm*",
    "berita terkait*", "artikel terkait*", "terpopuler*", "διαβάστε επίσης*", "σχετικά άρθρα*",
    "читайте також*", "схожі новини*", "останні новини*",
    "lea también*", "lea además*", "смотрите также*", "संबंधित ख़बरें*", "ताज़ा ख़बरें*", "और पढ़ें*",
    "today's top stories*", "must read*", "must reads*", "also today*", "also in this issue*", "头条推荐*",
    "今日看点*", "往期精选*", "一周热榜*", "今週の人気*",
    "其他人也在看*", "其他人也看*", "大家也在看*", "熱門文章*", "熱門新聞*", "更多新聞*", "你可能感興趣*",
    "你可能也喜歡*", "猜你喜歡*",
    "相關報導*", "相關推薦*", "相關內容*", "人氣文章*", "為你推薦*", "编辑推薦*", "看了这篇文章的人还看*",
    "今日推荐*", "今日头条推荐*",
    "live updates", "latest updates", "newsticker", "news ticker", "en direct", "última hora", "ultim'ora",
    "лента новостей*", "실시간 속보", "速報", "ニュース速報", "滚动播报", "滚动新闻", "实时快讯", "小时快讯",
    "网友还在看*", "更多精彩推荐*",
)  # fmt: skip

COMMENTS: Final = (
    "comments*", "comment*", "leave a comment*", "leave a reply*", "post a comment*", "add a comment*",
    "add comment*", "view comments*", "show comments*", "join the conversation*", "reader comments*",
    "load comments*", "no comments*", "write a comment*", "log in to comment*", "responses to*",
    "conversation*", "discussion*", "kommentare*", "kommentar*", "kommentieren*", "diskussion*",
    "leserkommentare*", "commentaires*", "commenter*", "réagir*", "laisser un commentaire*", "comentarios*",
    "deja un comentario*", "comentar*", "comentários*", "deixe um comentário*", "commenti*",
    "lascia un commento*", "комментарии*", "комментировать*", "оставить комментарий*", "yorumlar*",
    "yorum yap*", "komentarze*", "reacties*", "kommentarer*", "コメント*", "コメントを*", "댓글*", "評論*",
    "评论*", "网友评论*", "发表评论*", "我来说两句*", "热门跟贴*", "跟贴*", "全部评论*", "最新评论*",
    "精彩评论*", "我要评论*", "写评论*", "留言*", "発言する*", "暂无评论*", "已有*条评论",
    "التعليقات*", "أضف تعليق*", "أضف تعليقا*", "اترك تعليقا*", "نظرات", "دیدگاه ها", "ارسال نظر*", "תגובות*",
    "הוסף תגובה*", "टिप्पणियाँ*", "टिप्पणियां*", "टिप्पणी करें*", "कमेंट करें*", "ความคิดเห็น*",
    "แสดงความคิดเห็น*", "bình luận*", "ý kiến bạn đọc*", "komentar", "коментарі*", "σχόλια*",
    "latest comments*", "diskutieren sie mit*", "deja tu comentario*", "обсуждение",
    "अपनी राय दें*", "网友留言*", "读者评论*", "最新留言*",
)  # fmt: skip

FOOTER: Final = (
    "privacy policy*", "privacy*", "terms of use*", "terms of service*", "terms and conditions*",
    "terms & conditions*", "terms*", "cookie policy*", "cookies policy*", "cookie preferences", "cookies*",
    "about us*", "about*", "contact us*", "contact*", "contacts", "advertise*", "advertise with us*",
    "advertising*", "careers*", "jobs*", "help*", "faq*", "accessibility*", "accessibility statement*",
    "do not sell*", "ad choices", "adchoices", "corrections*", "press*", "newsletters*", "newsletter*",
    "subscribe*", "subscriptions*", "staff*", "donate*", "store", "shop", "support", "feedback", "impressum*",
    "datenschutz*", "datenschutzerklärung*", "datenschutzeinstellungen*", "agb*", "kontakt*", "über uns*",
    "mediadaten*", "karriere", "hilfe*", "nutzungsbedingungen*", "abo*", "e-paper*", "barrierefreiheit*",
    "werben*", "mentions légales*", "politique de confidentialité*", "conditions générales*", "nous contacter*",
    "qui sommes-nous*", "publicité*", "aviso legal*", "política de privacidad*", "política de cookies*",
    "contacto*", "quiénes somos*", "publicidad*", "publicidade*", "política de privacidade*", "termos de uso*",
    "contato*", "quem somos*", "privacy e*", "note legali*", "contatti*", "chi siamo*", "pubblicità*",
    "redazione*", "о нас*", "контакты*", "реклама*", "политика конфиденциальности*", "о проекте*",
    "пользовательское соглашение*", "gizlilik*", "hakkımızda*", "iletişim*", "künye*", "polityka prywatności*",
    "regulamin*", "reklama*", "over ons*", "adverteren*", "om oss*", "kontakta oss*", "personvern*",
    "会社概要*", "利用規約*", "プライバシー*", "個人情報*", "お問い合わせ*", "広告掲載*", "運営会社*",
    "サイトマップ*", "採用情報*", "회사소개*", "이용약관*", "개인정보*", "청소년보호정책*", "광고문의*",
    "고객센터*", "关于我们*", "關於我們*", "联系我们*", "聯繫我們*", "联系方式*", "隐私政策*", "隱私*",
    "隐私协议*", "服务协议*", "用户协议*", "使用条款*", "广告服务*", "广告合作*", "招聘信息*", "招贤纳士*",
    "友情链接*", "网站声明*", "法律声明*", "帮助中心*", "客服中心*", "加入我们*", "版权声明*", "客服热线*",
    "服务热线*", "合作伙伴*", "公司简介*", "诚聘英才*",
    "من نحن", "اتصل بنا*", "سياسة الخصوصية*", "شروط الاستخدام*", "أعلن معنا", "درباره ما", "تماس با ما*",
    "אודות", "צור קשר*", "מדיניות פרטיות*", "תנאי שימוש*", "हमारे बारे में*", "संपर्क करें*", "गोपनीयता नीति*",
    "नियम और शर्तें*", "เกี่ยวกับเรา*", "ติดต่อเรา*", "นโยบายความเป็นส่วนตัว*", "liên hệ*",
    "chính sách bảo mật*", "tentang kami*", "hubungi kami*", "kebijakan privasi*",
    "حریم خصوصی", "giới thiệu", "điều khoản sử dụng", "ข้อกำหนดการใช้งาน",
    "політика конфіденційності*",
)  # fmt: skip

ADVERTISEMENT: Final = (
    "advertisement*", "advertising", "ad", "ads", "sponsored*", "sponsored by*", "promoted*",
    "story continues below*", "article continues below*", "article continues after*", "scroll to continue*",
    "continue reading below*", "anzeige*", "werbung*", "publicité", "publicidad", "publicidade", "pubblicità",
    "реклама", "reklam*", "reklama", "advertentie*", "annons*", "annonse*", "annonce*", "広告*", "[pr]", "pr",
    "광고*", "广告*", "廣告*", "进入广告*", "贊助*", "赞助*",
)  # fmt: skip

EMPTY_LABEL: Final = (
    "文集", "频道", "標籤", "标签", "关键词", "关键字", "tags", "keywords", "topics", "schlagworte", "temas",
    "etiquetas", "темы", "теги", "タグ", "태그",
)  # fmt: skip

SUMMARY: Final = (
    "文章摘要", "ai摘要", "ai速览", "智能摘要", "全文摘要", "ai summary", "ai-generated summary",
    "generated summary", "ki-zusammenfassung", "résumé ia", "resumen ia", "ai要約",
)  # fmt: skip
