"""Words around the posts of threads, folded as by audit.text.fold.fold: buttons, and what is told of a member."""

from __future__ import annotations

from typing import Final

# Those that boards and sites of questions have, and comments below articles have not.
OF_BOARDS: Final = (
    "quote", "reply with quote", "multiquote", "multi-quote", "add to quote", "logged", "improve this answer",
    "fedilink", "zitieren", "citer", "citar", "cita", "citazione", "quota", "citeer", "citeren", "citera", "siter",
    "lainaa", "cytuj", "citovat", "idézet", "citează", "цитата", "цитировать", "ответить с цитированием",
    "цитувати", "παράθεση", "alıntı", "alıntı ile cevapla", "رد مع اقتباس", "اقتباس", "نقل قول", "ציטוט", "อ้างอิง",
    "trích dẫn", "kutip", "引用", "引言", "인용", "只看该作者", "只看楼主", "只看該作者", "发消息", "發消息",
    "使用道具", "我也说一句",
)  # fmt: skip

# Buttons below a post, in any order.
BUTTONS: Final = (
    *OF_BOARDS,
    "reply", "report", "like", "likes",
    "upvote", "downvote", "award", "permalink", "flag", "helpful", "link to comment", "share",
    "improve this question", "follow", "add a comment", "offline", "online",
    "share this answer", "share post on facebook", "share post on twitter", "copy link to clipboard", "top",
    "find more posts", "send private message", "view profile", "view public profile", "view forum posts", "thanks",
    "antworten", "melden", "kommentieren", "gefällt mir", "hilfreich", "teilen", "nach oben",
    "répondre", "signaler", "commenter", "haut", "mp", "j'aime", "partager", "afficher la signature",
    "responder", "denunciar", "reportar", "me gusta", "compartir", "curtir", "gosto", "partilhar",
    "rispondi", "segnala", "mi piace", "condividi", "reageer",
    "reageren", "beantwoorden", "rapporteer", "vind ik leuk", "omhoog", "svara", "rapportera", "gilla",
    "besvar", "svar", "rapporter", "vastaa", "ilmianna", "odpowiedz", "zgłoś",
    "lubię to", "na górę", "odpovědět", "nahlásit", "válasz", "răspunde",
    "ответить", "жалоба", "пожаловаться", "нравится", "спасибо",
    "поделиться", "наверх", "відповісти", "απάντηση", "cevapla", "yanıtla",
    "beğen", "şikayet et", "رد", "أعجبني", "تبليغ", "پاسخ", "הגב", "תגובה", "जवाब दें", "ตอบกลับ", "trả lời", "thích",
    "báo cáo", "balas", "suka", "laporkan", "返信", "返信する", "通報", "いいね", "ナイス",
    "違反報告", "共感した", "답글", "답글쓰기", "답글 쓰기", "답글달기", "신고", "추천", "비추천", "공감", "비공감",
    "좋아요", "回复", "举报", "支持", "反对", "赞", "点赞", "点评", "收藏",
    "分享", "添加评论", "喜欢", "赞同", "评分", "收起", "收起回复", "关注",
    "倒序浏览", "条评论", "祈祷", "人赞同了该回答", "回覆", "回應", "舉報", "檢舉", "反對", "讚",
    "seguir", "compartilhar", "melhore esta pergunta", "melhore esta resposta", "adicione um comentário",
    "mejora esta pregunta", "mejora esta respuesta", "añadir un comentario", "añade un comentario", "отслеживать",
    "улучшить вопрос", "улучшить ответ", "добавить комментарий", "共有", "フォロー", "この質問を改善する",
    "この回答を改善する", "コメントを追加", "not helpful", "useful", "was this review helpful?", "nützlich",
    "nicht hilfreich", "utile", "pas utile", "útil", "nuttig", "niet nuttig", "przydatne", "полезно", "役に立った",
    "参考になった", "レポート", "報告する", "도움이 돼요", "도움됨", "有用", "有帮助", "voto positivo",
    "voto negativo", "premiar", "more actions", "issue body actions", "なるほど", "そうだね",
    "did you find this helpful?", "did you find this review helpful?", "¿te ha parecido útil?", "팔로우",
)  # fmt: skip

# Labels of a member's card, with a value behind a colon or on the next line.
LABELS: Final = (
    "joined", "join date", "registered", "member since", "posts", "messages", "threads", "topics", "location",
    "reputation", "likes", "likes received", "reaction score", "trophy points", "best answers", "karma",
    "solutions", "beiträge", "registriert", "registriert seit", "wohnort", "dabei seit", "themen",
    "messages postés", "inscription", "inscrit", "inscrit le", "localisation", "lieu", "mensajes", "registrado",
    "registro", "desde", "ubicación", "mensagens", "localização", "messaggi", "iscritto", "iscritto il", "località",
    "berichten", "lid geworden op", "lid sinds", "woonplaats", "inlägg", "blev medlem", "ort", "indlæg", "innlegg",
    "viestit", "liittynyt", "příspěvky", "založen", "posty", "rejestracja", "dołączył", "pomógł", "pomogła",
    "ocena", "skąd", "poziom", "сообщения", "сообщений", "регистрация", "репутация", "откуда", "адрес",
    "повідомлень", "реєстрація", "mesajlar", "mesaj", "üyelik tarihi", "kayıt", "yer", "konum", "المشاركات",
    "تاريخ التسجيل", "الدولة", "tham gia", "ngày tham gia", "bài viết", "投稿数", "登録日", "가입일", "글수",
    "主题", "帖子", "积分", "注册时间", "精华", "威望", "金币", "在线时间", "最后登录", "ip属地", "ip 属地", "主題",
    "積分", "註冊時間", "文章", "來自", "lv", "contributions", "reviews", "bewertungen", "beoordelingen", "contributi",
    "contribuciones", "contribuições", "reseñas", "avaliações", "recensioni", "avis", "отзывы", "отзывов",
)  # fmt: skip

# What boards say of a member, before or behind the name.
OF_A_MEMBER: Final = (
    "ersteller", "thread starter", "topic starter", "discussion starter", "auteur de la discussion", "autor wątku",
    "iniciado por", "автор темы", "started by", "người khởi tạo",
    "likes this", "like this", "said", "wrote", "likes reactions", "reactions", "likes", "liked this",
    "gefällt mir", "gefällt das", "schrieb", "hat geschrieben", "réactions", "a écrit", "aiment ça", "reacciones",
    "dijo", "escribió", "reações", "disse", "escreveu", "reazioni", "ha scritto", "ha detto", "zei", "schreef",
    "sa", "skrev", "reakcje", "napisał", "napisała", "реакции", "писал", "написал", "сказал", "понравилось",
    "beğendi", "dedi ki", "reputation to", "memberi reputasi", "觉得很赞", "回复了此帖", "回复", "说", "寫道",
    "说道", "写道", "作者", "楼主", "is offline", "is online", "当前离线", "当前在线", "solved by", "gelöst von",
    "résolu par", "resuelto por", "resolvido por", "risolto da",
)  # fmt: skip

# Marks of a post or of its writer.
MARKS: Final = (
    "auteur", "author", "autor", "bearbeitet", "collaborator", "contributor", "editado", "edited", "moderator",
    "modificato", "modifié", "op", "original poster", "автор", "изменено", "作者", "已編輯", "已编辑", "楼主",
    "樓主", "編集済み", "글쓴이", "수정됨", "작성자", "solution", "lösung", "solución", "soluzione", "solução",
    "решение", "heart", "leader", "regular", "answers", "answer", "sorted by:", "highest score (default)",
    "viewed times", "viewed k times", "respostas", "ordenado por:", "pontuação mais alta (padrão)", "vista vezes",
    "vista mil vezes", "respuestas", "views", "users", "read more", "mehr lesen", "lire la suite", "leer más",
    "ler mais", "leggi tutto", "lees meer", "più", "up主", "verified purchase", "verifizierter kauf", "achat vérifié",
    "compra verificada", "acquisto verificato", "amazonで購入",
)  # fmt: skip
