"""What stands between two notices of a consent dialog belongs to it; articles on the same matter, beside one, stay."""

from __future__ import annotations

import pytest

HOME, FOOT = "Home\nNews\nLog in\n", "\nShare\nRelated articles\nA winter on the weir\n© 2024 River Post\n"
HEAD = "The ferry sails again\nBy Anna Moss\n4 March 2024\n"
TALE = (
    "The ferry across the lower river sails again after three years, and the whole town came to see it leave.\n"
    "It was built in the year of the flood, and sank twice: once in a storm and once at its own pier."
)
DIALOGS = {
    "cs": (
        "My a našich 842 partnerů ukládáme informace v zařízení, například v souborech cookie, a zpracováváme údaje.",
        "Personalizovaná reklama a obsah, měření reklam, průzkum publika a rozvoj služeb.",
        "Přijmout vše",
    ),
    "ja": (
        "当サイトおよび842社のパートナーは、端末上のCookieの情報を保存し、個人データを処理します。",
        "一部の事業者は、正当な利益に基づき、データを処理することがあります。",
        "すべて許可",
    ),
    "nl": (
        "Wij en onze 842 partners slaan informatie op een apparaat op, zoals in cookies, om gegevens te verwerken.",
        "Gepersonaliseerde advertenties, het meten van advertenties en onderzoek naar de doelgroep.",
        "Alles accepteren",
    ),
    "pl": (
        "My i nasi 842 partnerzy przechowujemy na urządzeniu informacje, na przykład w plikach cookie.",
        "Spersonalizowane reklamy, pomiar reklam i badanie odbiorców.",
        "Odrzuć wszystko",
    ),
    "tr": (
        "Biz ve 842 iş ortağımız, kişisel verileri işlemek için cihazınızda çerezlerdeki bilgileri saklıyoruz.",
        "Kişiselleştirilmiş reklamlar, reklam ölçümü ve hedef kitle araştırması.",
        "Tümünü kabul et",
    ),
    "zh": (
        "我们和我们的842个合作伙伴会在您的设备上存储Cookie中的信息，以处理个人数据。",
        "个性化广告、广告衡量和统计。",
        "全部接受",
    ),
}
ABOUT = (
    "The regulator has fined an advertising company that stored cookies on devices without consent.",
    "Its partners, among them two newspapers, had profiles of forty million visitors.",
    "The firm measured which personalised advertising people saw on which website.",
    "A court said that the wish for statistics was no reason to read information on somebody's device.",
)
PROMPT = "To play this video we need to set cookies, and ask for your consent first."


def kept(blocks: list[dict]) -> set[str]:
    return {b["text"] for b in blocks if not b["boilerplate"]}


@pytest.mark.parametrize("language", DIALOGS)
def test_a_dialog_goes_as_a_whole(blocks, language: str) -> None:
    dialog = "\n".join(DIALOGS[language]) + "\n"
    for page in (f"{dialog}{HOME}{HEAD}{TALE}{FOOT}", f"{HOME}{HEAD}{TALE}{FOOT}{dialog}"):
        found = kept(blocks(page))
        assert found.isdisjoint(DIALOGS[language])
        assert set(TALE.split("\n")) <= found


@pytest.mark.parametrize("language", DIALOGS)
def test_an_article_on_its_matter_stays_beside_it(blocks, language: str) -> None:
    dialog, about = "\n".join(DIALOGS[language]) + "\n", "\n".join(ABOUT)
    for page in (f"{HOME}{dialog}{HEAD}{about}{FOOT}", f"{HOME}{HEAD}{about}\n{dialog}{FOOT}"):
        assert set(ABOUT) <= kept(blocks(page))


def test_a_prompt_inside_it_is_no_dialog(blocks) -> None:
    about = "\n".join((ABOUT[0], ABOUT[1], PROMPT, *ABOUT[2:]))
    found = kept(blocks(f"{HOME}{HEAD}{about}{FOOT}"))
    assert set(ABOUT) <= found
    assert PROMPT not in found


def test_cookies_are_baked_too(blocks) -> None:
    recipe = (
        "These cookies are baked twice, and keep for a month in a tin if nobody knows where the tin is kept.",
        "Let the cookies cool for ten minutes, then dust them with sugar from a height of one foot.",
        "Store your cookies in a cool place, and give the broken ones to whoever asks first.",
    )
    assert set(recipe) <= kept(blocks(f"{HOME}{HEAD}" + "\n".join(recipe) + FOOT))


@pytest.mark.parametrize(
    "purpose",
    [
        "Advertising presented to you on this service can be based on limited data, such as the app you are using.",
        "Information about your activity on this service (such as forms you submit) can be stored and combined.",
        "The choices you make regarding the purposes and entities listed in this notice are saved for those entities.",
        "Informationen über Ihre Aktivitäten auf diesem Dienst (wie ausgefüllte Formulare) können gespeichert werden.",
        "La publicité qui vous est présentée sur ce service peut reposer sur des données limitées.",
        "La información sobre tu actividad en este servicio (como los formularios) puede almacenarse y combinarse.",
    ],
)
def test_a_purpose_goes_wherever_it_stands(blocks, purpose: str) -> None:
    found = kept(blocks(f"{HOME}{HEAD}{TALE}{FOOT}{purpose}\nA line of the page"))
    assert purpose not in found
    assert set(TALE.split("\n")) <= found


@pytest.mark.parametrize(
    "line",
    [
        "Advertising that people saw on this service was based on what they had read the week before.",
        "The regulator wants to know which information about their activity on this service pupils agreed to share.",
        "Auf diesem Dienst fahren seit dem Winter zwei Fähren, und beide sind am Morgen voll.",
        "Your device might be older than the ferry, said the boy, and laughed at my telephone.",
    ],
)
def test_its_words_are_others_words_too(blocks, line: str) -> None:
    assert line in kept(blocks(f"{HOME}{HEAD}{TALE}\n{line}\n{TALE[:80]}.{FOOT}"))
