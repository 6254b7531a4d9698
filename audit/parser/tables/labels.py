"""Lines above an article that are no headline: labels, captions, breadcrumbs, ratings, case numbers, companies."""

from __future__ import annotations

import re
from typing import Final

_RELEASE: Final = (
    r"for immediate release|(?:press|news|media) release|pressemitteilung|medienmitteilung|communiqué de presse|"
    r"comunicad?o (?:de prensa|de imprensa|stampa)|nota de prensa|persbericht|pressmeddelande|пресс-релиз|보도자료|"
    r"新闻稿|新聞稿|プレスリリース"
)
# Above the headline of a press release, whose date and contact may be above it, too.
RELEASE: Final = re.compile(rf"(?:{_RELEASE})\W*(?:n(?:r|o)?[.°º]? ?[\d/]+)?$")
CONTACT: Final = re.compile(r"(?:(?:media |press )?contacts?|(?:presse)?kontakt|联系人|聯絡人|n(?:r|o)?[.°º]? ?\d)")
# For texts without furniture, on folded lines.
NO_PLAIN_TITLE: Final = re.compile(
    r"[:;,：；，、]$|[(\[][^()\[\]]{0,40}(?:摄|攝|供图|供圖|提供|来源|來源|資料|撮影|사진|photo|foto|image|getty|"
    r"reuters|imago)[^()\[\]]{0,24}[)\]]$|"
    r"[.!?] (?:photo(?:graph|graphy)?|foto|image|picture|bild|credit|illustration)s?(?: by| ?:) ?.{2,40}$|"
    r"^(?:图为|圖為|[▲△▼])|[。.)] ?[\u3400-\u9fff·]{2,4} ?[摄攝]$|"
    r"(?:记者|記者|作者|采访|撰文|^文) ?[:|/丨] ?[\u3400-\u9fff·]{2,4}$|^(?:whereas|now,? therefore)\W|"
    r"^[甲乙丙丁]方 ?[(:]|^[(\[]\d\d?:\d\d(?::\d\d)?[)\]] |"
    r"^(?:信息)?(?:来源|來源|字号|字號)|"
    rf"^(?:{_RELEASE})(?:\W|$)|"
    r"^(?:tl;?dr|key (?:takeaway|point|fact|finding)s?|summary|overview|in brief|at a glance|(?:table of )?contents|"
    r"inhalt|sommaire|résumé|índice|about this (?:article|document|page)|(?:issued|released|"
    r"prepared|ausgegeben|herausgegeben|publié|emitido|emesso) (?:by|vo[nm]|par|por|da))(?:\W|$)|^[qa]\d{0,2} ?: |"
    r"^(?:page|seite|pagina|página|страница|стр\.?|p\.) ?\d+(?: ?(?:of|von|de|di|из|/) ?\d+)?\W*$|"
    r"^[\[(【][^\[\]()【】]{2,24}[)\]】]$|"
    r"^(?:(?:strictly |private and )*confidential|vertraulich|confidentiel|draft|entwurf|"
    r"abstract|abstrakt|resumen|аннотация|摘要|要旨|초록)\W*$|"
    r"^draft ?[-–—:(] ?(?:do not|not for|for (?:comment|discussion))|"
    r"^(?:(?:article|section|artikel|art\.|§+) ?[\divxlc]{1,6}|第[\d一二三四五六七八九十百]{1,5}[条條])\W*$|"
    r"^(?:您|你)?(?:的?(?:现在|当前|所在)的?位置|目前位置|目前所在|當前位置|現在位置)|"
    r"^(?:you are here|sie sind hier|vous êtes ici)\W|"
    r"^(?:home|首页|首頁|startseite|accueil|inicio|início|главная|ホーム|トップ|홈) ?(?:>|»|›|/ )|"
    r"^[^→▸]{1,24}(?: ?[→▸] ?[^→▸]{1,60})+$|^\(\d{4}\)[^\s\d]{1,4}\d+[^\s\d]{1,6}\d+号$|"
    r"^(?:[\u3400-\u9fff]{1,4}[省市县区州])*(?:最高|高级|中级)?人民(?:法院|检察院)$|"
    r"^(?:case |docket )?(?:no|nr)s?\.? ?\d[\d/-]*\W*$|"
    r"^(?:az\.? ?:? ?)?[ivx\d]{1,4} [a-z]{1,4}(?: [a-z]{1,4})? \d+/\d\d$|"
    r"^\d(?:[.,]\d)? ?(?:/|out of|von|sur|de|su|av) ?(?:5|10)(?: (?:stars?|sterne|étoiles|estrellas|stelle))?$|"
    r"^[★☆⭐ ]+$|"
    r"^(?:(?:currently )?(?:in|out of) stock|sold out|auf lager|(?:sofort )?lieferbar|en stock|有货|在庫あり)\W*$"
)
# Below the first line a company is the employer or the seller.
COMPANY: Final = re.compile(r"^(?:\S+ ){1,4}(?:ltd|limited|gmbh|inc|llc|plc|corp)\.?$|.(?:有限公司|株式会社)$")
