"""Words that software of forums, questions and answers, encyclopedias and novels prints around what its users write.

Folded, and with `*` for the rest of a short line, as in audit.parser.tables.furniture. Words that people also write as
a line of their own are in SPOKEN instead, and believed only next to other furniture.
"""

from __future__ import annotations

from typing import Final

# Around the posts of a forum: what a reader can do there, who is there, and what the board says about a topic.
THREADS: Final = (
    "see full quote", "solution by *", "see post in context", "go to solution", "mark as solution",
    "mark as best answer", "marked as solution", "accepted solution", "topic is locked", "topic locked",
    "click to expand*", "reply to topic", "reply with quote", "reply to this topic*", "post new thread",
    "post new topic", "start new topic", "create new topic", "follow topic", "unfollow topic", "watch thread",
    "unwatch thread", "mark forums read", "mark all read", "mark site read", "search this topic*", "search this forum*",
    "search this thread*", "board index", "return to board index", "return to “*", "return to „*", "jump to forum*",
    "jump to page*", "forum jump", "who is online*", "who's online*", "users browsing this*", "users viewing this*",
    "users currently viewing*", "registered users:*", "members online*", "delete all board cookies*", "thread starter",
    "thread starter *", "topic starter", "topic starter *", "reaction score", "posting permissions", "posting rules",
    "forum rules", "thread tools", "topic tools", "display modes", "rate this thread*", "thread information",
    "topic information", "linear mode", "powered by phpbb*", "powered by vbulletin*", "powered by discourse*",
    "powered by mybb*", "powered by smf*", "powered by invision*", "powered by discuz*", "powered by flarum*",
    "powered by nodebb*", "community platform by*", "forum software by*", "community software by*",
    "javascript is disabled*", "add a comment...", "search comments", "go to comments", "expand user menu",
    "load more replies*", "view more replies*", "view more comments*", "view all replies*", "show parent comments*",
    "about community", "community info*", "continue with google", "continue with apple", "continue with facebook",
    "continue with email", "continue with phone number", "thema geschlossen*", "thema erstellen",
    "neues thema erstellen", "antwort erstellen", "auf thema antworten", "antworten mit zitat", "zum forum*",
    "foren-übersicht", "wer ist online*", "mitglieder in diesem forum*", "benutzer online*", "themenstarter*",
    "alle zeiten sind*", "zum vergrößern anklicken*", "sujet fermé*", "répondre au sujet*", "créer un nouveau sujet",
    "qui est en ligne*", "utilisateurs parcourant*", "index du forum*", "le fuseau horaire est*", "responder al tema*",
    "crear un nuevo tema", "quién está conectado*", "usuarios navegando*", "índice general*", "todos los horarios son*",
    "responder ao tópico*", "quem está online*", "usuários navegando*", "ответить в тему*", "ответить с цитатой*",
    "создать тему", "кто сейчас на*", "сейчас этот форум*", "часовой пояс*", "список форумов*", "тема закрыта*",
    "тема автора*", "トピックを作成", "トピックに返信", "トピ主*", "새 글쓰기", "답글쓰기", "阅读模式", "倒序浏览",
    "正序浏览", "只看大图", "只看该作者", "电梯直达", "复制链接", "[复制链接]", "返回列表", "发新帖", "发表新帖",
    "发表回复", "快速回复", "高级模式", "回帖后跳转*", "本版积分规则", "使用道具", "设为首页", "收藏本站",
    "开启辅助访问", "切换到窄版", "切换到宽版", "小黑屋", "快速发帖", "该用户从未签到", "签到天数*", "最后登录*",
    "在线时间*", "送ta礼物", "来自android客户端*", "来自iphone客户端*", "来自手机贴吧*", "收起回复", "我也说一句",
    "保存至快速回贴", "停用此功能", "发 表", "扫二维码下载*", "违规贴吧*", "贴吧违规*", "贴吧页面意见*", "进入贴吧",
    "全吧搜索", "吧内搜索", "只看楼主*", "回复本帖*", "回应该帖*", "登录后回复*", "登录后参与讨论*", "回复楼主",
    "跳转到指定楼层*", "點擊回覆*", "發表回覆", "發新帖", "引用回覆", "快速回覆", "只看此作者", "此主題已*",
)  # fmt: skip

# Headings of other threads and questions.
OTHERS: Final = (
    "similar threads*", "similar topics*", "suggested topics*", "related threads*", "related questions*",
    "hot network questions*", "more hot questions*", "linked questions*", "hot meta posts*", "featured on meta",
    "more posts you may like*", "more posts from*", "you may also be interested in*", "ähnliche themen*",
    "ähnliche fragen*", "verwandte fragen*", "sujets similaires*", "questions similaires*", "temas similares*",
    "preguntas relacionadas*", "preguntas similares*", "tópicos semelhantes*", "perguntas relacionadas*",
    "perguntas semelhantes*", "похожие темы*", "похожие вопросы*", "関連する質問*", "あわせて知りたい*", "비슷한 질문*",
    "相关问题*", "类似问题*", "相关提问*", "相關問題*", "贴吧热议榜", "热门帖子*", "相关帖子*", "相关主题*",
    "热帖推荐*", "本吧热帖*", "本版热帖*",
)  # fmt: skip

# Around questions and their answers.
QUESTIONS: Final = (
    "ask a new question", "improve this question", "improve this answer", "edit this question", "start a bounty",
    "show activity on this post", "sorted by:*", "highest score (default)", "trending (recent votes*",
    "date modified (newest first)", "date created (oldest first)", "reset to default", "add a comment |*",
    "post your answer", "draft saved", "draft discarded", "sign up or log in", "sign up using *", "post as a guest",
    "required, but never shown", "question feed", "answer this question", "i know the answer", "frage stellen",
    "antwort schreiben", "poser une question", "répondre à la question*", "hacer una pregunta", "fazer uma pergunta",
    "задать вопрос", "ベストアンサー", "質問を探す", "질문하기", "답변하기", "채택된 답변*", "关注问题", "写回答",
    "邀请回答", "好问题 *", "切换为时间排序", "更多回答*", "个回答被折叠", "发私信", "关于作者", "等你来答", "知学堂",
    "我来答", "我要提问", "等待您来回答*", "提问者采纳", "回答被采纳*", "收起评论", "使用app内打开*", "向ta提问",
    "采纳率*", "帮助的人*", "關注問題", "寫回答",
)  # fmt: skip

# Around the entries of encyclopedias and fan wikis.
ENTRIES: Final = (
    "sign in to edit", "view mobile site", "more fandoms", "explore properties", "fan feed", "what is fandom?",
    "interactive maps", "local sitemap", "global sitemap", "digital services act", "edit with form", "special pages",
    "upload file", "有用+*", "百科任务", "进入词条", "全站搜索", "查看我的收藏", "词条图册*", "更多图册*", "学术论文 *",
    "内容来自*", "成长任务", "官方贴吧", "投诉建议", "举报不良信息", "未通过词条申诉", "投诉侵权信息", "封禁查询与解封",
    "本人编辑", "使用百科前必读*", "百科协议*", "百度百科合作平台*", "秒懂百科", "特色百科", "百科冷知识", "图解百科",
    "解释纠错",
)  # fmt: skip

# Around the chapters of novels.
CHAPTERS: Final = (
    "上一章*", "下一章*", "加入书签", "加入书架", "加入書籤", "加入書架", "返回书页", "返回书目", "章节目录",
    "章節目錄", "章节错误*", "章節錯誤*", "章节报错*", "投推荐票*", "投月票*", "推荐本书", "打赏作者", "请记住本站*",
    "最新网址:*", "手机用户请*", "手机阅读*", "手机版阅读网址*", "手机版网址*", "新书推荐*", "阅读设置",
    "前のエピソード*", "次のエピソード*", "前の話*", "次の話*", "しおりを挟む", "ブックマークに追加*", "感想を書く*",
    "previous chapter*", "next chapter*", "table of contents next*", "bookmark chapter", "report chapter*",
    "vorheriges kapitel*", "nächstes kapitel*", "chapitre précédent*", "chapitre suivant*", "capítulo anterior*",
    "capítulo siguiente*", "próximo capítulo*", "предыдущая глава*", "следующая глава*", "chương trước*", "chương sau*",
    "chương tiếp*",
)  # fmt: skip

FRAME: Final = (*THREADS, *QUESTIONS, *ENTRIES, *CHAPTERS)

# Sentences of that software, anywhere in a line.
NOTICES: Final = (
    "this topic was automatically closed", "new replies are no longer allowed", "this topic is now closed to",
    "this topic is now archived and is closed", "this topic has been locked", "this thread has been locked",
    "this thread has been closed to", "new comments cannot be posted", "not open for further replies",
    "you must log in or register to", "you must be logged in to reply", "you must be logged in to post",
    "you are using an out of date browser", "it may not display this or other websites correctly",
    "upgrade or use an alternative browser", "for a better experience, please enable javascript",
    "create your account and connect with", "by continuing, you agree to our",
    "you cannot post new topics in this forum", "you may not post new threads", "there are currently no users browsing",
    "users viewing this thread:", "all times are utc", "all times are gmt", "not the answer you're looking for",
    "not the answer you’re looking for", "browse other questions tagged", "thanks for contributing an answer",
    "you must log in to answer this question", "this question shows research effort", "highly active question. earn",
    "community content is available under", "is a fandom games community", "is a fandom lifestyle community",
    "is a fandom tv community", "is a fandom movies community", "take your favorite fandoms",
    "du musst dich einloggen oder registrieren", "es sind keine weiteren antworten möglich",
    "dieses thema wurde automatisch geschlossen", "vous devez être connecté pour répondre",
    "les nouvelles réponses ne sont plus autorisées", "debes iniciar sesión o registrarte para",
    "para responder debes iniciar sesión", "вы должны войти или зарегистрироваться, чтобы",
    "для ответа в этой теме необходимо", "この質問への回答は締め切られました", "このトピックへの投稿は締め切られました",
    "ベストアンサーに選ばれた回答", "您需要登录后才可以回帖", "登录后才可以发帖", "您所在的用户组", "该主题已关闭",
    "此主题已关闭", "本主题已关闭", "本主题最后由", "本帖最后由", "发贴请遵守", "发帖请遵守", "你对这个回答的评价是",
    "可选中1个或多个下面的关键词", "本回答由提问者推荐", "本回答被提问者采纳", "本回答被提问者和网友采纳",
    "本回答被网友采纳", "本词条由", "本词条缺少", "此主题相关图片",
)  # fmt: skip

# What sites of novels plant in the chapters that they copy.
PLANTED: Final = (
    "天才一秒记住", "天才一秒記住", "一秒记住本站", "一秒记住【", "请记住本书首发域名", "請記住本書首發域名",
    "最快更新!", "无弹窗广告", "更新速度全网最快", "本章未完,点击下一页", "本章未完,请点击下一页", "这章没有结束",
    "本小章还未完", "章节错误,点此", "手机版阅读网址", "所有内容均来自互联网", "本站所有小说", "本站所收录",
    "支持键盘左右键", "方向键左右",
)  # fmt: skip

# Words of all these that people also write as a line of their own.
SPOKEN: Final = (
    "best answer", "the team", "start date", "new topic", "new thread", "advanced search", "your answer",
    "original poster", "more replies", "go to post", "most popular", "ersteller", "理由", "签到", "打卡", "跳到",
    "义项", "多义词", "同义词", "最佳答案", "最佳回答", "好问题", "个回答", "看帖", "樓主", "글쓰기", "返信する",
    "回答する", "質問する", "免责声明", "学术论文", "新手上路", "在线客服", "all pages", "recent changes",
    "random page", "被浏览", "已赞过", "已踩过", "archiver", "历史版本", "trending pages", "ask question", "下一页",
    "上一页", "reactions:", "历史上的今天", "内容质疑", "我有疑问", "展开全部", "背景颜色", "字体大小", "topic author",
    "новая тема", "автор темы", "write an answer", "reply to thread", "post reply", "delete cookies", "编辑入门",
    "编辑规则",
)  # fmt: skip
