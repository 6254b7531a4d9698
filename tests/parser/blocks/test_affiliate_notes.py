"""Notes on affiliate links between paragraphs go in each language; sentences on links and commissions stay."""

from __future__ import annotations

import pytest

from tests.parser.pages import ENGLISH_BODY

NOTES = (
    "Si compras a través de nuestros enlaces podemos recibir una comisión.",
    "Este artículo contiene enlaces de afiliación.",
    "Nous pouvons percevoir une commission si vous achetez via nos liens.",
    "Cet article contient des liens affiliés.",
    "*Bei den mit Sternchen markierten Links handelt es sich um Affiliate-Links.",
    "Beim Kauf über diese Links bekommen wir eine Provision vom Händler.",
    "Se acquisti tramite i nostri link potremmo ricevere una commissione.",
    "Ao comprar pelos nossos links, podemos receber uma comissão.",
    "Als je via onze links iets koopt, ontvangen wij mogelijk een commissie.",
    "Jeśli kupisz przez nasze linki, możemy otrzymać prowizję.",
    "Статья содержит партнёрские ссылки.",
    "当ページのリンクには広告が含まれています。",
    "本文含有联盟链接，购买后我们可能获得佣金。",
    "이 글에는 제휴 링크가 포함되어 있으며 수수료를 받을 수 있습니다.",
)
OWN = (
    "Nuestros enlaces con la comisión de fiestas son buenos.",
    "Nos liens avec les marins ont survécu à la commission d'enquête.",
    "Diese Links führten zu einem Skandal, und die Provision wurde zurückgezahlt.",
    "I nostri link con la commissione del porto restano stretti.",
    "Deze links waren oud, zei de commissie.",
    "Статья о партнёрских городах вышла в марте.",
    "このページの写真には広告が写っている。",
    "渔民通过联盟销售，佣金由合作社收取。",
    "이 글에 나오는 항구의 수수료는 해마다 올랐다.",
)


def is_dropped(blocks: list[dict], line: str) -> bool:
    return next(b["boilerplate"] for b in blocks if b["text"] == line)


@pytest.mark.parametrize("line", NOTES)
def test_a_note_on_affiliate_links_goes(blocks, line: str) -> None:
    assert is_dropped(blocks("\n".join((*ENGLISH_BODY[:3], line, *ENGLISH_BODY[3:]))), line)


@pytest.mark.parametrize("line", OWN)
def test_a_sentence_on_links_or_commissions_stays(blocks, line: str) -> None:
    assert not is_dropped(blocks("\n".join((*ENGLISH_BODY[:3], line, *ENGLISH_BODY[3:]))), line)
