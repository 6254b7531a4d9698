"""Disclaimers of pages and mails."""

from __future__ import annotations

from typing import Final

from audit.parser.tables.reader_notice import ReaderNotice

# Text allowed between the words of a notice; bounded, since it is tried at each start.
_REACH: Final = "{0,120}"
_ENDS: Final = r"(?:information(?:al)?|educational|illustrative)"
_WHAT: Final = r"(?a:\b)(?:content|information|materials?|article|story|blog|post|website|site|podcast|page)"
_WHOM: Final = "(?:individual|person|recipient|addressee)"
LEGAL: Final = ReaderNotice(
    "disclaimer", "legal notice",
    matter=(
        "purposes only", "views expressed", "opinions expressed", "expressed on", "expressed here",
        "necessarily reflect", "offered through", "position in any", "positions in and", "compensation",
    ),
    alone=(
        rf"{_WHAT}(?a:\b)[^.]{_REACH} for (?:general )?{_ENDS}(?:,? (?:and|or|and/or) {_ENDS})? purposes only",
        r"^(?:the )?(?:views|opinions)(?:,? (?:and|or) (?:views|opinions))? expressed (?:in|on|here|by|are)(?a:\b)",
        rf"expressed (?:on|in) (?:this|our) .{_REACH}not necessarily reflect",
        r"(?a:\b)(?:securities|insurance products) (?:are )?offered through(?a:\b)",
        r"(?a:\b)(?:has|have) no positions? in any of the", r"(?a:\b)has positions in and recommends(?a:\b)",
        rf"(?a:\b)(?:offers|products|cards|companies|listings) (?:that )?(?:appear|are listed) .{_REACH}compensation",
    ),
    on_pages=True,
)  # fmt: skip
# The notice below a mail, wherever the mail went.
RECIPIENT: Final = ReaderNotice(
    "disclaimer", "notice to recipients",
    matter=(
        "intended", "in error", "adressat", "empfänger", "irrtümlich", "destinataire", "par erreur", "destinatari",
        "por error", "per errore", "получател", "адресат", "ошиб", "收件人", "误收", "收到本",
    ),
    alone=(
        r"(?a:\b)if you are not the (?:intended|named|correct) (?:recipient|addressee)",
        rf"intended (?:solely|only) for (?:the )?(?:use (?:of|by) )?(?:the )?(?:named )?{_WHOM}",
        r"(?a:\b)received this (?:e-?mail|message|communication|transmission) in error",
        r"diese (?:e-?mail|nachricht) irrtümlich", r"reçu ce (?:message|courriel|mail) par erreur",
        r"recibido este (?:mensaje|correo)[^.]{0,20} por error", r"ricevuto questo messaggio per errore",
        r"получили это (?:письмо|сообщение) (?:по ошибке|ошибочно)",
        r"(?:误收|錯誤收到|错误收到)(?:了)?(?:本|此)(?:邮件|郵件)",
        r"(?:wenn|falls|sollten) sie nicht der (?:richtige|vorgesehene|beabsichtigte) (?:adressat|empfänger)",
        r"si vous n['’]êtes pas le destinataire", r"si (?:usted )?no es el destinatario",
        r"(?:caso|se) (?:você |o senhor )?não (?:seja|for) o destinatário", r"se non siete il destinatario",
        r"если вы не являетесь (?:предполагаемым |надлежащим )?(?:получателем|адресатом)",
        r"(?:如果?|若)(?:您|你)(?:并|並)?(?:非|不是)(?:本邮件|本郵件)?(?:的|之)?(?:指定|预期|正确)?(?:的)?收件人",
    ),
)  # fmt: skip
COMMISSION: Final = ReaderNotice(
    "disclaimer", "affiliate note",
    matter=("commission", "affiliate", "provision", "affili", "afiliad", "comisión", "佣金", "アフィリエイト"),
    alone=(
        r"^(?:when|if) you (?:buy|purchase|click|shop) .{0,80}(?a:\b)(?:links?|website|site)(?a:\b).{0,80}commission",
        r"(?a:\b)we (?:may|might|could|will) (?:earn|receive|get|make) (?:an? )?(?:\w+ )?commission",
        r"(?a:\b)this (?:site|website|page|article|post) (?:may|contains?|includes?)(?a:\b)",
        r"^(?:certains|les) liens .{0,60}affili", r"^(?:algunos|los|alguns|os|alcuni) \w+ .{0,60}afili",
        r"(?a:\b)links (?:in|on) (?:this|our) .{0,60}commission", r"links sind (?:sogenannte )?affiliate-links",
        r"erhalten wir (?:ggf\. |eventuell |unter umständen )?eine .{0,20}provision",
        r"^(?:このページ|当サイト|本記事).{0,30}アフィリエイト",
    ),
    addressed=True,
)  # fmt: skip
PLATFORM: Final = ReaderNotice(
    "disclaimer", "platform's disclaimer",
    matter=("information storage", "uploaded", "信息存储", "資訊儲存", "信息发布"),
    alone=(
        r"only provides information storage", r"content above .{0,80}(?:uploaded|posted) by a user",
        r"(?:仅|只|僅)提供(?:信息|資訊)(?:存储|发布|儲存)",
    ),
)  # fmt: skip
