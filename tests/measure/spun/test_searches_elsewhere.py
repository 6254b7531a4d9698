"""Advertising inside sentences of seven languages besides Chinese and English, and reports on a trade."""

from __future__ import annotations

import pytest

from audit.measure.spun.search_languages import language_of
from audit.text.tables.searches import LANGUAGES, search_words
from tests.measure.spun.paragraphs import found

HOSTS = {
    "de": "Die Fähre lag neun Winter lang im Schuppen, bevor jemand {}daran dachte, sie wieder zu Wasser zu lassen. "
          "Freiwillige von beiden Ufern kratzten den Rumpf ab und ersetzten vierzig Planken.",
    "es": "El transbordador pasó nueve inviernos en un cobertizo antes de que alguien {}pensara en devolverlo al agua. "
          "Voluntarios de ambas orillas rasparon el casco y cambiaron cuarenta tablas.",
    "fr": "Le bac était resté neuf hivers dans un hangar avant que quelqu'un {}ne songe à le remettre à l'eau. "
          "Des volontaires des deux rives ont gratté la coque et remplacé quarante planches.",
    "pt": "A balsa passou nove invernos num galpão antes que alguém {}pensasse em devolvê-la ao rio. "
          "Voluntários das duas margens rasparam o casco e trocaram quarenta tábuas.",
    "ru": "Паром простоял в сарае девять зим, прежде чем кто-то {}решил снова спустить его на воду. "
          "Добровольцы с обоих берегов очистили корпус и заменили сорок досок.",
    "ko": "나룻배는 아홉 해 겨울을 헛간에서 보낸 뒤에야 {}다시 물에 띄워졌다. "
          "두 마을의 자원봉사자들이 배 밑바닥을 긁어내고 널빤지 마흔 장을 새로 갈았다.",
    "ja": "渡し船は九年の冬を小屋で過ごした後、{}ようやく再び川に浮かべられることになった。"
          "両岸の人々が船底を磨き、四十枚の板を取り替え、村の外れの納屋で鐘を見つけ出したという。",
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "search"),
    [
        ("de", "potenzmittel günstig online bestellen"), ("de", "laptop reparieren lassen günstig"),
        ("es", "mudanzas económicas presupuesto gratis"), ("es", "comprar seguidores instagram al instante"),
        ("fr", "acheter permis de conduire en ligne"), ("fr", "montres répliques à vendre"),
        ("pt", "troca de tela iphone preço"), ("pt", "comprar viagra sem receita"),
        ("ru", "кредит наличными без отказа"), ("ru", "срочный ремонт ноутбуков недорого"),
        ("ko", "블로그 상위노출 광고 대행"), ("ko", "이삿짐센터 추천 가격 비교"),
        ("ja", "格安ダイエットサプリお試し"), ("ja", "インスタフォロワー購入サイト"),
    ],
)  # fmt: skip
def test_a_search_in_a_sentence(language: str, search: str) -> None:
    host = HOSTS[language]
    assert language_of(host.format("").lower()) == language
    assert found(host.format(search + " " * search_words(language).is_spaced), host.format("")) == [search]


@pytest.mark.parametrize(
    "paragraph",
    [
        ("Wer einen Kredit ohne Schufa sucht, zahlt oft drauf. Verbraucherschützer warnen vor Vermittlern, die "
         "schnelle Kredite trotz negativer Einträge versprechen. Ein günstiger Ratenkredit einer Bank kostet "
         "nur halb so viel."),
        ("Los préstamos rápidos sin nómina se han multiplicado en los últimos años. Un crédito online sin aval "
         "puede acabar costando el triple, y conviene comparar precios antes de firmar. Pedir dinero urgente "
         "sale caro."),
        ("La police a démantelé un réseau qui vendait de faux diplômes. Pour acheter un permis de conduire en "
         "ligne, les clients versaient mille euros et recevaient un document grossièrement imprimé."),
        ("A polícia desmontou uma rede que vendia diplomas universitários. Quem queria comprar um certificado "
         "de ensino médio pagava na hora e recebia o documento com entrega a domicílio."),
        ("Полиция задержала группу, которая продавала поддельные дипломы. Купить диплом с занесением в реестр "
         "предлагали за сто тысяч рублей, а водительские права стоили вдвое дешевле."),
        ("이사철을 맞아 포장이사 비용이 크게 올랐다. 이삿짐센터 추천을 부탁하는 글이 늘고, 여러 "
         "업체의 가격을 비교해 주는 사이트도 인기를 끌고 있다. 입주청소 업체는 한 달 전에 예약해야 "
         "한다."),
        ("卒論代行の業者が学生の間で知られるようになった。レポート作成の料金は一本二万円ほどで、論文代筆を"
         "請け負うサイトは口コミで広がったが、大学は発覚すれば退学処分にするとしている。"),
    ],
    ids=["de", "es", "fr", "pt", "ru", "ko", "ja"],
)  # fmt: skip
def test_a_report_on_a_trade_is_no_advertising(paragraph: str) -> None:
    assert found(paragraph, paragraph) == []


@pytest.mark.parametrize(
    ("language", "phrase"),
    [
        ("de", "preiswerte restposten ratenzahlung"), ("es", "taller de segadoras cotización inmediata"),
        ("ru", "косилки в рассрочку самовывоз"), ("pt", "ceifeiras seminovas a preço de fábrica"),
    ],
)  # fmt: skip
def test_a_trade_of_no_list_is_known_by_how_it_is_offered(language: str, phrase: str) -> None:
    host = HOSTS[language]
    assert found(host.format(phrase + " "), host.format("")) == [phrase]


@pytest.mark.parametrize(
    "report",
    [
        ("La clínica dental de la calle Mayor cerró sin avisar. Doscientos pacientes habían pagado implantes a plazos "
         "con un crédito rápido, y ahora nadie responde al teléfono ni en la web."),
        ("Auf dem Gebrauchtwagenmarkt sinken die Preise. Neuwagen mit Leasing sind für viele günstiger als ein altes "
         "Auto, und wer Winterreifen online kaufen will, findet seit Oktober ungewöhnlich hohe Rabatte."),
        ("Ремонт телефонов подорожал на треть. Замена экрана на айфоне стоит теперь дороже нового смартфона, говорят "
         "мастера, и срочный ремонт ноутбуков тоже вырос в цене."),
        ("임플란트 가격을 미끼로 환자를 모은 치과가 적발됐다. 최저가 이벤트를 내세운 뒤 상담 과정에서 비용을 올리는 "
         "수법이었고 온라인 후기 역시 대행 업체가 쓴 것이었다."),
    ],
    ids=["es", "de", "ru", "ko"],
)  # fmt: skip
def test_other_words_of_its_trade_around_a_phrase_make_it_a_report(report: str) -> None:
    assert found(report, report) == []


@pytest.mark.parametrize(
    "text",
    [
        "il traghetto rimase nove inverni in un capannone prima che qualcuno pensasse di rimetterlo in acqua con cura",
        "la barca va passar nou hiverns en un cobert abans que algú pensés a tornar-la a l'aigua amb els veïns",
        "too few words", "渡船在棚子里停了九个冬天才有人想起把它重新放回水里", "",
    ],
    ids=["Italian", "Catalan", "short", "Chinese", "empty"],
)  # fmt: skip
def test_other_languages_are_left_alone(text: str) -> None:
    assert language_of(text) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_that_searches_contain_is_no_article(language: str) -> None:
    words = search_words(language)
    assert words.end
    assert words.begin
    assert not words.joining & words.within


def test_nouns_without_their_capital_are_planted() -> None:
    host = HOSTS["de"]
    assert found(host.format("altgold ankauf tagespreis "), host.format("")) == ["altgold ankauf tagespreis"]
    assert found(host.format("Altgold Ankauf "), host.format("Altgold Ankauf")) == []


def test_whether_nouns_have_capitals_is_told_by_the_text_nearby() -> None:
    small = "wir lagen neun winter lang im schuppen und dachten, die fähre fährt nie wieder. " * 40
    nouns = "Die Fähre lag neun Winter lang im Schuppen am Ufer, bevor jemand an den Kahn dachte. " * 30
    planted = "altgold ankauf tagespreis"
    assert found(f"{nouns}{planted} {nouns}{small * 4}", nouns) == [planted]
    assert found(f"{small}{planted} {small}{nouns}{nouns}", small) == []


@pytest.mark.parametrize(
    "paragraph",
    [
        ("ich habe die fähre neun winter lang im schuppen gesehen und dachte, sie fährt nie wieder. jetzt suche ich "
         "für den umzug einen gebrauchtwagen mit anhängerkupplung und winterreifen, der rasenmäher muss auch mit."),
        ("Die Fähre lag neun Winter lang im Schuppen, bevor jemand daran dachte, sie wieder zu Wasser zu lassen. Auf "
         "dem Zettel der Werkstatt stand nur winterreifen, daneben der Name des Fährmanns und ein Datum im Mai."),
    ],
    ids=["a writer without capitals", "one noun"],
)  # fmt: skip
def test_small_nouns_that_are_not_planted(paragraph: str) -> None:
    assert found(paragraph, HOSTS["de"].format("")) == []
