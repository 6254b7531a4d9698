"""Plans with their prices side by side are content; a wall below an article and one price by month are none."""

from __future__ import annotations

import pytest

HEAD = "Skip to content\nProduct\nPricing\nCustomers\nLog in\nPlans for every inbox\nPay for the people who write.\n"
FOOT = "\nContact us\nCareers\nTerms of use\nPrivacy policy\n© 2025 Larkmail Ltd. All rights reserved."
PLANS = (
    ("Solo", "For one person", "$6", "per month", "Start free trial", "3 mailboxes", "20 GB", "Reply templates"),
    ("Team", "For up to twenty", "$14", "per month", "Start free trial", "9 mailboxes", "200 GB", "Reply templates"),
    ("House", "For towns", "Custom price", "Start free trial", "Own servers", "A person to call"),
)
ABROAD = {
    "de": ("9 € pro Monat", "19 € pro Monat", "Auf Anfrage"),
    "fr": ("9 € par mois", "19 € par mois", "Sur devis"),
    "ja": ("月額 980円", "月額 1,980円", "要問い合わせ"),
}
ARTICLE = (
    "The ferry sails again\nBy Anna Moss\n4 March 2024\n"
    "The ferry across the lower river sails again after three years, and the whole town came to see it leave.\n"
    "It was built in the year of the flood, and sank twice: once in a storm and once at its own pier.\n"
    "Nobody remembers who painted it green, or why the bell was taken down in the second winter.\n"
)


def kept(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if not b["boilerplate"]}


def test_plans_are_kept_without_their_buttons(blocks) -> None:
    found = kept(blocks(HEAD + "\n".join("\n".join(plan) for plan in PLANS) + FOOT))
    assert {line for plan in PLANS for line in plan} - found == {"Start free trial"}


def test_the_reason_tells_of_plans(blocks) -> None:
    said = {b["text"]: b["reason"] for b in blocks(HEAD + "\n".join("\n".join(plan) for plan in PLANS) + FOOT)}
    assert said["20 GB"] == "in a plan with its price, beside others"


@pytest.mark.parametrize("language", ABROAD)
def test_plans_abroad(blocks, language: str) -> None:
    plans = "\n".join(f"Abc {n}\n{price}\nMail {n}\n{n}0 GB\nHelp" for n, price in enumerate(ABROAD[language], 1))
    assert {*ABROAD[language], "10 GB", "20 GB"} <= kept(blocks(HEAD + plans + FOOT))


def test_plans_below_an_article_are_a_wall(blocks) -> None:
    found = kept(blocks("Home\nNews\nLog in\n" + ARTICLE + "\n".join("\n".join(plan) for plan in PLANS) + FOOT))
    assert "20 GB" not in found
    assert "Reply templates" not in found


@pytest.mark.parametrize("price", ["$399.00\n$50.00/month with 6 month financing", "$399.00\nper month for 8 months"])
def test_one_price_by_month_is_no_plan(blocks, price: str) -> None:
    said = blocks(f"{HEAD}Microphone\nItem ID: 9\n{price}\nSee all payment options\nAdd to cart{FOOT}")
    assert "in a plan with its price, beside others" not in {b["reason"] for b in said}


@pytest.mark.parametrize("period", ["par mois", "par utilisateur et par mois", "por persona"])
def test_what_a_price_is_for_is_no_byline(kinds, document, period: str) -> None:
    plans = "\n".join(f"Abc {n}\n{n}9 €\n{period}\nMail {n}\n{n}0 GB" for n in range(1, 4))
    assert "byline" not in kinds(HEAD + plans + FOOT)
    assert document(HEAD + plans + FOOT)["author"] is None


@pytest.mark.parametrize("line", ["par Moïse Annan", "por Mesías Personat", "Par Anne Martin"])
def test_a_name_behind_the_same_word_is_one(kinds, line: str) -> None:
    assert "byline" in kinds(f"{HEAD}Le bac repart\n{line}\n4 mars 2024\n{ARTICLE.split(chr(10), 3)[3]}{FOOT}")
