"""Short sentences that ask the reader of a page for something: to share, follow, log in, write, or read on elsewhere.

What they ask concerns the page: its article, channel, comments or app. "Follow the river" and "Read this page of the
ledger, says the judge" do not. All are folded as by audit.text.fold.fold.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from audit.parser.tables.reader_notice import ReaderNotice

# Maximum characters of such a sentence.
_LONGEST: Final = 110
# What may be between the words of a request, or below them: no clause, as in "Follow us, they called".
_GAP: Final = "[^.!?,;:。！？，]{0,40}"
_NETWORK: Final = r"(?:facebook|instagram\w*|twitter|x|telegram\w*|whatsapp\w*|youtube|linkedin|tiktok|mastodon)"
# Acts that a request begins with, and what of the page's they are about, by language.
_ACTS: Final = (
    "share|follow|join|subscribe|download|read|recommend|forward|tip|"
    "teilen sie|teile|abonnieren sie|abonniere|folgen sie|folge|melden sie sich|melde dich|lesen sie|laden sie|"
    "empfehlen sie|senden sie|partage[rz]|abonnez-vous|inscrivez-vous|suivez|rejoignez|recevez|téléchargez|lisez|"
    "envoyez|recommandez|comparte|síguenos|sigue|únete|suscríbete|recibe|descarga|lee|envía|recomienda|"
    "compartilhe|partilhe|siga|entre|junte-se|inscreva-se|assine|receba|baixe|leia|envie|recomende|"
    "condividi|seguici|segui|unisciti|iscriviti|ricevi|scarica|leggi|invia|"
    "deel|volg|abonneer je|abonneer|meld je aan|meld u aan|download|lees|stuur|neem een abonnement|"
    "dela|följ|gå med|prenumerera|ladda ner|läs|bli (?:prenumerant|medlem)|tipsa|skicka|"
    "udostępnij|obserwuj|śledź|polub|dołącz|zapisz się|zasubskrybuj|pobierz|czytaj|poleć|wyślij|"
    "wykup (?:dostęp|prenumeratę)|поделитесь|подпишитесь|подписывайтесь|присоединяйтесь|читайте|скачайте|следите|"
    "bagikan|berlangganan|ikuti|gabung|unduh|daftar|kirim|chia sẻ|theo dõi|tham gia|đăng ký|tải|nhấn theo dõi|gửi|"
    "شارك(?:وا)?|تابعونا|تابعنا|تابع|اشترك(?:وا)?|انضم|حم[لّ]ّ?ل?|أرسل"
)
_OWN: Final = (
    r"this (?:article|story|post|page)|the (?:full|whole) (?:article|story)|us on \w+|"
    r"our (?:\w+ )?(?:app|newsletter|channel|page|community)|"
    r"diesen (?:artikel|beitrag|text)|den (?:ganzen|vollständigen) (?:artikel|beitrag|text)|uns auf \w+|"
    r"unser(?:e[nmr]?)? (?:[\w-]{1,12} )?(?:newsletter|kanal|app|seite)|"
    r"cet article|nous sur \w+|notre (?:\w+ )?(?:chaîne|application|appli|newsletter|page|communauté)|"
    "nos (?:articles|actualités|infos)|pour lire la suite|"
    rf"est[ea] (?:noticia|artículo|nota|página)|en {_NETWORK}|para seguir leyendo|"
    r"nuestr[oa]s? (?:\w+ )?(?:canal|boletín|newsletter|noticias|app|aplicación|página)|"
    r"est[ea] (?:notícia|matéria|artigo|texto|página)|no seu e-?mail|para continuar lendo|"
    r"noss[oa]s? (?:\w+ )?(?:canal|newsletter|notícias|app|aplicativo|página)|"
    rf"quest(?:o|a|') ?(?:articolo|notizia|pagina)|su {_NETWORK}|per continuare a leggere|"
    r"nostr[oaie] (?:\w+ )?(?:canale|newsletter|notizie|app|pagina)|"
    r"dit (?:artikel|bericht|verhaal)|ons op \w+|onze (?:\w+ )?(?:nieuwsbrief|krant|app|pagina)|ons kanaal|"
    "en lees (?:verder|door)|(?:den här |denna )(?:artikeln?|texten|nyheten)|artikeln|oss (?:på|om) \\w+|"
    r"vårt nyhetsbrev|vår (?:\w+ )?(?:kanal|app|sida)|och läs (?:vidare|mer)|"
    r"ten (?:artykuł|tekst)|nas na \w+|nasz(?:ego|ą|ej|ym)? (?:kanału?|newslettera?|aplikacj[ęi]|stronę)|"
    r"i czytaj dalej|"
    r"этой (?:статьёй|статьей|новостью)|на наш(?:у|е)? (?:канал|газету|сайт|рассылку)|к нашему (?:каналу|сообществу)|"
    r"за нами в \w+|наше приложение|"
    r"(?:artikel|berita|tulisan) ini|kami di \w+|(?:kanal|saluran|newsletter|buletin|aplikasi|grup)(?: \w+)? kami|"
    r"untuk membaca selengkapnya|bài (?:viết|báo) này|(?:kênh|trang|ứng dụng|bản tin)(?: \w+)? của chúng tôi|"
    r"chúng tôi trên \w+|nhận (?:bản )?tin(?: mới)?|để đọc tiếp|"
    "هذا (?:المقال|الخبر)|قناتنا|نشرتنا|صفحتنا|على (?:فيسبوك|تويتر|تلغرام|انستغرام)|التطبيق الآن|لقراءة المزيد"
)
# This page of the ledger is none of ours.
_OF: Final = rf"(?! (?:of|de|des|du|del|della|dei|do|da|dos|das|von|van|der|av|z) (?!{_NETWORK}))"
# Where the verb is last: what of the page's, and the end of the request.
_ASKED_LAST: Final = (
    (
        r"(?:bizi (?:\S+ )?(?:takip|izle)|(?:bu )?(?:haberi|yazıyı|içeriği)|okumaya devam etmek için|"
        rf"(?:\S+ )?(?:kanalımız|bültenimiz|sayfamız|uygulamamız)\w*){_GAP}?"
        "(?:paylaş(?:ın)?|gönder(?:in)?|edin|edebilirsiniz|abone ol(?:un)?|katılın|indirin)"
    ),
    (
        "(?:(?:この)?記事(?:を|が(?:気に入|良かっ|よかっ)|の続き)|誤(?:字|り|植)|[^。!]{0,12}チャンネル(?:に|を))"
        f"{_GAP}?(?:ください|下さい|お願い(?:し|いたし)ます)"
    ),
    (
        "(?:(?:이 )?기사(?:를|가 마음에)|오(?:탈자|류)를|(?:[^.!]{0,12} )?채널(?:에|을)|앱을 (?:설치|다운))"
        f"{_GAP}?(?:세요|주십시오|바랍니다|하십시오)"
    ),
)
_HAN_ASKED: Final = (
    "(?:欢迎|歡迎|请|請)?(?:加入|订阅|訂閱|关注|關注|追踪|追蹤)(?:我们|我們)的[^。，]{0,8}(?:频道|頻道|电子报|電子報)",
    "(?:(?:喜欢|喜歡)(?:这|這)篇文章[^。]{0,6}|把?(?:这|這)篇文章)(?:分享|转发|轉發|转给|轉給|点赞|點讚)",
    "(?:发现|發現)(?:错|錯)(?:别字|別字|字|误|誤)[^。]{0,4}(?:告诉|告訴|联系|聯繫|指正)",
)
# Who must log in to comment: words for both, in any order.
_LOG_IN: Final = (
    r"log in|logged in|sign in|signed in|register(?:ed)?|sign up|anmelden|einloggen|eingeloggt|angemeldet|"
    r"(?:loggen|melden) sie|"
    r"connectez-vous|vous connecter|être connecté|iniciar? sesión|regístrate|login|logado|entre|accedi|registrat[oi]|"
    r"inloggen|ingelogd|logga in|inloggad|zaloguj|zalogować|zalogowan[yą]|войти|войдите|авторизуйтесь|авторизоваться|"
    r"giriş yap\w*|oturum aç\w*|üye ol\w*|masuk|đăng nhập|تسجيل الدخول|سجل الدخول|سجّل الدخول|увійдіть|увійти|"
    "להתחבר|התחברו|وارد شوید|लॉग इन|লগ ইন"
)
_COMMENT: Final = (
    r"(?<!\w)(?:comment|reply|commenter|commentaire|commentare|commento|kommentieren|kommentar|comentar|comentario|"
    r"comentário|responder|répondre|reageren|reactie|kommentera|komentować|skomentować|komentarz|комментировать|"
    r"комментарий|коментар|yorum|berkomentar|komentar|bình luận|للتعليق|تعليق|دیدگاه|להגיב|टिप्पणी|মন্তব্য)(?!\w)|"
    "ความคิดเห็น|コメント|댓글|评论|評論|留言|回复|回覆"
)
# Who logs in to comment, if not the reader.
_OTHERS: Final = (
    "(?!(?:the|an?|they|he|she|most|many|some|all|die|der|das|viele|les|ils|elles|los|las|gli|i|os|as|de|het) )"
)
_UNSPACED_LOG_IN: Final = "เข้าสู่ระบบ|ログイン|로그인|登录|登入|登錄|会員"
# An article for subscribers only: words for the article, for only, and for these.
_ARTICLE: Final = (
    r"article|story|post|content|artikeln?|beitrag|text(?:en)?|inhalt|contenu|suite|artículo|noticia|contenido|"
    r"conteúdo|"
    r"matéria|texto|articolo|contenuto|lettura|bericht|artykuł|tekst|материал|статья|yazı|içerik|konten|bài viết|"
    r"nội dung|"
    r"المقال|المحتوى|kommentera|comment|기사는|글은|記事|続き|本文|此文"
)
_ONLY: Final = (
    r"only|exclusiv\w*|exklusiv|nur|ausschließlich|réservée?s?|sol[oa]|sólo|exclusivo|somente|apenas|riservat[oa]|"
    r"alleen|bara|endast|tylko|wyłącznie|только|sadece|yalnızca|hanya|khusus|chỉ|فقط"
)
_MEMBERS: Final = (
    r"subscribers|members|mitglieder|abonnenten|membres|abonnés|suscriptores|miembros|assinantes|membros|abbonati|"
    r"iscritti|"
    r"leden|abonnees|medlemmar|prenumeranter|prenumeratorów|subskrybentów|подписчикам?|abonelere|üyelere|anggota|"
    r"pelanggan|"
    r"thành viên|hội viên|للمشتركين|للأعضاء"
)
_MEMBERS_ONLY: Final = (
    "(?:この)?(?:記事|続き|本文|此文).{0,6}(?:限定|仅限|僅限|会員|会员|會員)|"
    "(?:이 )?(?:기사|글)[은는] .{0,6}회원(?: 전용|만)"
)
# Questions whether the article was liked, or a mistake was found: a request follows.
_WHETHER: Final = (
    "(?:did you )?(?:enjoy|like)(?:d|ed)? this (?:article|story|post)", "found an? (?:mistake|error|typo)",
    "(?:spotted|see) an? (?:mistake|error|typo)", "hat (?:ihnen|dir) (?:der|dieser) (?:artikel|beitrag|text) gefallen",
    "cet article vous a plu", "(?:einen )?fehler (?:gefunden|entdeckt|bemerkt)", "¿te ha gustado",
    "menemukan kesalahan",
    "(?:¿?has )?(?:visto|encontrado) un error", "(?:encontrou|viu) (?:um|algum) erro", "bạn (?:thấy|phát hiện) lỗi",
    "(?:vous avez )?(?:repéré|trouvé|vu|remarqué) une (?:faute|erreur|coquille)", "suka (?:artikel|berita) ini",
    r"gostou d\w+ (?:texto|matéria|artigo|notícia)", "ti è piaciut[oa] (?:l'articolo|questo)", "bạn thích bài viết",
    "hai (?:trovato|visto|notato) un errore", "vond je dit een", "(?:een )?fout (?:gezien|gevonden)", "أعجبك المقال",
    "gillade du (?:artikeln|texten)", "(?:har du )?hittat ett fel", "spodobał ci się (?:ten )?(?:artykuł|tekst)",
    "(?:widzisz|znalazłeś) błąd", "понравилась статья", "(?:заметили|нашли) ошибку", "(?:yazıyı|haberi) beğendiniz mi",
    "hata mı (?:gördünüz|buldunuz)", "وجدت خطأ",
)  # fmt: skip
# Comments that are closed.
_CLOSED: Final = (
    "(?:the )?comments (?:are|have been)(?: now)? (?:closed|disabled)", "التعليقات مغلقة",
    "(?:die )?kommentar(?:e|funktion) (?:sind|ist)(?: nun)? (?:geschlossen|deaktiviert)",
    "les commentaires sont (?:fermés|clos|désactivés)", "los comentarios están (?:cerrados|desactivados)",
    "(?:os comentários estão|a seção de comentários está) (?:encerrad|fechad|desativad)[oa]s?",
    "i commenti sono (?:chiusi|disattivati)",
    "(?:de )?reacties zijn gesloten", "(?:kommentarerna|kommentarsfältet) är (?:stängda|stängt|avstängda)",
    "komentarze są (?:wyłączone|zamknięte)", "комментарии (?:закрыты|отключены)",
    "(?:kolom )?komentar (?:telah )?ditutup", "yorumlar (?:kapatılmıştır|kapalıdır|kapatıldı)",
    "bình luận đã (?:bị )?(?:đóng|khóa)", "コメントは(?:締め切りました|受け付けて(?:い|お)り?ません)",
)  # fmt: skip
# Statements that a site uses cookies.
COOKIES: Final = (
    "^(?:(?:this|our) (?:web)?site|we) uses? cookies", "^(?:ce site|nous) utilis(?:e|ons) des cookies",
    "^(?:diese (?:web)?seite|wir) (?:verwende[nt]|nutz(?:en|t)) cookies", "^este sitio (?:web )?utiliza cookies",
    "^este site usa cookies", "^(?:questo sito utilizza|usiamo) i cookie", "^(?:situs ini|kami) menggunakan cookie",
    "^(?:deze site maakt gebruik van|(?:wij|we) gebruiken) cookies",
    "^(?:ta strona korzysta z|nasz serwis używa) plików cookie",
    "^(?:den här webbplatsen|vi) använder (?:cookies|kakor)", "^sitemizde çerezler kullanıl",
    "^이 사이트는 쿠키를 사용", "^(?:(?:этот |наш )?сайт|мы) использу(?:ет|ем) (?:файлы )?cookie",
    "^(?:trang web này|chúng tôi) sử dụng cookie", "^(?:本网站|本網站|本站)使用cookie", "^يستخدم هذا الموقع ملفات",
)  # fmt: skip
# Words of which each request contains one, unless it is about comments or members.
_ABOUT_THE_PAGE: Final = (
    "articl", "story", "post", "page", "us on ", "our ", "typo", "mistake", "error", "artik", "beitrag", "text", "uns ",
    "unser", "fehler", "nous sur", "notre", "nos ", "lire la suite", "faute", "erreur", "coquille", "notici",
    "artículo", "nota", "página", "nuestr", "leyendo", "gustado", "artigo", "notícia", "matéria", "noss", "no seu e",
    "lendo", "erro", "articol", "notizi", "pagina", "nostr", "leggere", "su instagram", "su facebook", "bericht",
    "verhaal", "ons ", "onze", "lees ", "fout ", "vond je", "nyhet", "oss ", "vår", "läs", "hittat", "artyku", "tekst",
    "nas na", "nasz", "czytaj", "błąd", "стат", "новость", "на наш", "к наш", "за нами", "наше", "ошибку", "berita",
    "tulisan", "kami", "membaca", "kesalahan", "bài ", "chúng tôi", "nhận", "đọc tiếp", "lỗi", "المقال", "الخبر", "تنا",
    "على ", "الآن", "المزيد", "خطأ", "bizi", "haberi", "yazıyı", "içeriği", "okumaya", "kanalımız", "bültenimiz",
    "sayfamız", "uygulamamız", "hata mı", "記事", "誤", "チャンネル", "기사", "오탈자", "오류", "채널", "앱을", "频道",
    "頻道", "电子报", "電子報", "文章", "错", "錯",
)  # fmt: skip


def _asked() -> Iterator[str]:
    # A row of buttons has wider gaps: Share this article  Email  Print.
    acts = rf"^(?!.{{0,100}}  )(?:please |bitte |silakan |vui lòng |hãy )?(?:{_ACTS})(?!\w)"
    yield rf"{acts}{_GAP}?(?<!\w)(?:{_OWN})(?!\w){_OF}{_GAP}[.!]*$"
    yield from (rf"^{request}[.!。]*$" for request in _ASKED_LAST)
    yield rf"^(?:{'|'.join(_HAN_ASKED)})"
    yield rf"^(?:{'|'.join(_WHETHER)})(?!\w)[^.!?؟]{{0,40}}[?؟]"


def _holding(words: str) -> str:
    return rf"(?=.{{0,100}}(?<!\w)(?:{words})(?!\w))"


PROMPT: Final = ReaderNotice(
    "follow_prompt", "request to readers", matter=_ABOUT_THE_PAGE, alone=tuple(_asked()), on_pages=True, most=_LONGEST
)
TO_COMMENT: Final = ReaderNotice(
    "comment", "note on comments",
    matter=(
        "comment", "reply", "komment", "coment", "responder", "répondre", "reageren", "reacti", "koment", "коммент",
        "yorum", "bình luận", "تعليق", "коментар", "להגיב", "دیدگاه", "टिप्पणी", "মন্তব্য", "ความคิดเห็น",
        "コメント", "댓글", "评论", "評論", "留言", "回复", "回覆",
    ),
    alone=(
        (
            rf"^{_OTHERS}(?=.{{0,40}}(?:(?<!\w)(?:{_LOG_IN})|{_UNSPACED_LOG_IN}))"
            rf"(?=.{{0,60}}(?:{_COMMENT}))[^.!?。]{{0,110}}[.!。]*$"
        ),
        rf"^(?:{'|'.join(_CLOSED)})[.!。]*$",
    ),
    on_pages=True, most=_LONGEST,
)  # fmt: skip
MEMBERS_ONLY: Final = ReaderNotice(
    "follow_prompt", "article for subscribers",
    matter=(
        "subscribers", "members", "mitglieder", "abonn", "membres", "suscriptores", "miembros", "assinantes", "membros",
        "abbonati", "iscritti", "leden", "medlemmar", "prenumerant", "prenumerator", "subskrybent", "подписчик",
        "abonelere", "üyelere", "anggota", "pelanggan", "viên", "للمشتركين", "للأعضاء", "会员", "會員", "会員", "회원",
    ),
    alone=(
        "^" + "".join(map(_holding, (_MEMBERS, _ONLY, _ARTICLE))) + "[^.!?,]{0,110}[.!]*$",
        rf"^(?:{_MEMBERS_ONLY})",
    ),
    on_pages=True, most=_LONGEST,
)  # fmt: skip
