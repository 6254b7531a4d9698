"""Buttons around a post of a publishing platform (a newsletter, blog, note, video, photo), and above its comments.

All are folded as by audit.text.fold.fold. A word ending in `*` also matches as the prefix of a short line.
"""

from __future__ import annotations

from typing import Final

# Headings of comments, where a number may precede: 38 条评论.
COMMENTS: Final = (
    "responses (*", "member discussion*", "discusión sobre este*", "条评论*", "條評論*", "則留言*", "則回應*",
    "条回复", "件のコメント*", "개의 댓글*", "听众评论", "精选留言*", "精选评论*", "发布评论*", "说点什么*",
    "說點什麼*", "写下你的评论*", "写下你的留言*", "善语结善缘*", "để lại một bình luận*", "gửi bình luận*",
    "комментари*", "みんなのコメント*", "vos réactions*", "vos commentaires*", "what readers say",
)  # fmt: skip

# Headings of other posts of an account, which begin with its name or category.
OTHERS: Final = ("카테고리의 다른 글", "的其他回答", "のその他の記事")

# What readers can do with a post, its author and the page.
BUTTONS: Final = (
    "embed", "what are your thoughts*", "listen in app", "read in app", "read in the app*", "open in the app*",
    "start your substack*", "start writing", "restack", "collection notice", "read online",
    "also publish to my profile", "write a response", "respond", "see all responses", "see all from*",
    "text to speech", "view in telegram", "preview channel", "download telegram", "show less", "show more replies",
    "see new posts", "view all comments", "how to format lyrics*", "view discussion*", "add to playlist",
    "listen on apple*", "listen on spotify*", "listen on youtube*", "available on spotify*", "leave us a rating*",
    "rate this podcast*", "support the show*", "all episodes", "see all episodes", "back to photostream",
    "add to album", "create account", "profiles directory", "live feeds", "proudly powered by*", "powered by ghost*",
    "powered by beehiiv*", "powered by wordpress*", "published with ghost*", "skip navigation", "pull requests",
    "issue actions", "no milestone", "no one assigned", "view reviewed changes", "new issue",
    "email sent! check your inbox*", "no spam. unsubscribe*", "was this email forwarded*", "how did you like today*",
    "like this:", "like loading*", "required fields are marked*", "save my name, email*", "notify me of follow-up*",
    "ready for more?", "deine e-mail-adresse wird nicht veröffentlicht*", "bereit für mehr?", "gefällt mir:",
    "wird geladen*", "gefällt mir wird geladen*", "verschlagwortet mit*", "veröffentlicht in*", "weniger anzeigen",
    "in der app lesen", "dieser blog läuft auf*", "votre adresse e-mail ne sera pas*",
    "votre adresse de messagerie ne sera pas*", "j’aime chargement*", "j'aime chargement*", "suivre",
    "afficher moins", "aucune réponse pour le moment*", "lire dans l'application",
    "tu dirección de correo electrónico no será*", "me gusta esto:", "me gusta cargando*", "mostrar menos",
    "obtener enlace", "otras apps", "con la tecnología de blogger*", "denunciar abuso", "publicar un comentario*",
    "o seu endereço de e-mail não será*", "o seu endereço de email não será*", "curtir isso:*", "curtir carregando*",
    "il tuo indirizzo email non sarà*", "pronto per saperne di più?", "mi piace:", "caricamento*",
    "powered by blogger*", "get link", "показать меньше", "ваш адрес email не будет*", "понравилось это:",
    "đang tải*", "thích bài này:", "email của bạn sẽ không*", "thẻ:*", "bài viết trước*", "bài viết tiếp theo*",
    "ẩn bớt", "+关注", "关注他", "关注她", "关注ta", "已关注", "发消息", "私信", "加关注", "+加关注", "取消关注",
    "充电", "写文章", "编写文章", "赞赏支持*", "赞赏作者*", "喜欢作者", "赞同", "添加评论", "申请转载", "记笔记",
    "稿件投诉", "投币", "弹幕列表", "弹幕设置", "自动连播", "接下来播放", "没有更多评论", "查看全部评论*", "按热度",
    "按时间", "只看楼主", "只看作者", "收起全文", "打开app收听*", "未经作者授权*", "文章被以下专栏收录*",
    "分类专栏*", "专栏目录", "文章标签*", "确定要放弃本次机会*", "福利倒计时", "首发于", "预览时标签不可点",
    "刷新页面返回顶部", "登录后才能查看或发表评论*", "您还未登录*", "还没有人赞赏*", "投诉举报", "小礼物走一走*",
    "公开", "已编辑", "上传歌词*", "立即播放", "添加到歌单", "单曲循环", "喜欢这首歌的人*", "追蹤", "取消追蹤",
    "檢舉", "看更多", "フォロー", "フォロー中", "チャンネル登録", "読者になる", "一部を表示", "簡易表示",
    "ナビゲーションをスキップ", "いいなと思ったら応援しよう*", "チップで応援する", "サポートする",
    "記事をサポートする", "クリエイターにサポート*", "この記事にコメントはありません*", "いいね以上の気持ち*",
    "いいねしたユーザー*", "引用をストック*", "引用するには*", "はてなブログをはじめよう*",
    "あなたにマッチした記事*", "新規登録して、*", "記事投稿", "ストックする", "月別アーカイブ", "이웃추가",
    "서로이웃", "서로이웃 신청", "본문 기타 기능", "url 복사", "공감한 사람 보러가기", "카테고리 이동",
    "게시글 관리", "저작자표시*", "관련글", "티스토리툴바", "반응형", "728x90", "320x100", "300x250",
    "pc버전으로 보기", "맨 위로", "이 블로그 인기글*", "이 블로그 * 카테고리 글*", "전체글 보기", "작가의 이전글",
    "작가의 다음글", "작품 선택", "키워드 선택*", "브런치는 최신 브라우저*", "구독자 모집", "비밀글",
    "다른 에피소드*",
)  # fmt: skip

# Buttons that are also words which somebody writes in a line of their own.
SPOKEN: Final = (
    "embed", "respond", "restack", "show less", "new issue", "suivre", "caricamento", "公开", "充电", "赞同", "投币",
    "私信", "首发于", "已编辑", "追蹤", "檢舉", "写文章", "发消息", "看更多", "フォロー", "記事投稿", "반응형",
    "관련글", "비밀글", "공유하기", "맨 위로",
)  # fmt: skip

# Labels right below the name of an account, which follow it.
FOLLOW: Final = frozenset((
    "follow", "following", "folgen", "suivre", "seguir", "segui", "takip et", "obserwuj", "volgen",
    "关注", "+关注", "+ 关注", "关注他", "关注她", "关注ta", "加关注", "+加关注", "已关注", "发消息", "追蹤", "關注",
    "フォロー", "フォローする", "이웃추가", "팔로우", "theo dõi", "ikuti",
))  # fmt: skip
