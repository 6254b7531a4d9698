"""What marks the posts of threads, in folded text: relative times, buttons, and what is said of their authors."""

from __future__ import annotations

from typing import Final

# ASCII word boundaries: Unicode ones are many times slower.
AGO: Final = (
    r"(?-u:\b)\d+\s?(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[smhdwy])\s?ago(?-u:\b)|"
    r"(?-u:\b)vor (?:\d+|ein\w+) (?:sekund|minut|stund|tag|woche|monat|jahr)|(?-u:\b)il y a \d|"
    r"(?-u:\b)(?:hace|há) \d|"
    r"\d+ (?:minuti|ore|giorni|mesi|anni) fa(?-u:\b)|\d+ \p{Cyrillic}+ назад|"
    r"\d+\s?(?:秒|分钟|分鐘|小时|小時|時間|天|日|周|个月|か月|月|年)前|\d+\s?(?:초|분|시간|일|주|개월|년) 전|"
    r"^منذ |\d+ \S+ (?:पहले|trước)$|\d+ \S+ (?:yang )?lalu$"
)
BUTTON: Final = (
    r"^(?:reply|replies|quote|report|likes?|upvote|antworten|zitieren|melden|répondre|citer|signaler|responder|citar|"
    r"rispondi)(?-u:\b)|^(?:ответить|цитировать|回复|回覆|返信|举报|引用|赞|点赞|支持|反对|只看该作者|楼主|답글)|"
    r"^(?:رد|जवाब दें|trả lời|balas)$"
)
MEMBER: Final = (
    r"(?-u:\b)(?:posts?|messages|replies|threads|joined|reputation|likes|karma|beiträge|registriert|inscrit|mensajes|"
    r"registrado)\s?:|(?:сообщени[йя]|регистрация|帖子|积分|注册时间)\s?:|^#\d{1,5}$|\d{1,4}\s?楼|发表于|發表於|"
    r"(?-u:\b)joined (?:on )?\d|(?-u:\b)member since(?-u:\b)"
)
OF_THREADS: Final = f"{BUTTON}|{MEMBER}"
"""Marks of threads alone; relative times also stand beside headlines."""
