"""Texts of several genres in several languages, written for tests that say what holds of all of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# The day that every `day` names.
DAY: Final = "2019-03-12"


@dataclass(frozen=True)
class Language:
    """What texts of one language are made of; several lines are separated by bars."""

    head: str
    byline: str
    author: str
    day: str
    paper: str
    prose: str
    verse: str
    talk: str
    items: str
    rules: str
    menu: str
    foot: str

    def bodies(self) -> Iterator[tuple[str, str]]:
        """Yield the name and the lines of each genre."""
        prose, verse, talk, items, rules = (
            lines.split("|") for lines in (self.prose, self.verse, self.talk, self.items, self.rules)
        )
        yield "paragraphs", "\n\n".join(prose)
        yield "stanzas", "\n\n".join("\n".join(verse[at : at + 2]) for at in (0, 2, 4))
        yield "talk", "\n".join(f"– {line}" for line in talk)
        yield "recipe", "\n".join((*items, "", *prose[2:]))
        yield "list", "\n".join(f"- {item}" for item in items)
        yield "rules", "\n".join(f"{number}. {rule}" for number, rule in enumerate(rules, 1))
        yield "play", "\n".join(f"{'AB'[number % 2]}: {line}" for number, line in enumerate(talk))


LANGUAGES: Final = {
    "en": Language(
        head="The Last Miller of Oakford",
        byline="By Edna Marsh",
        author="Edna Marsh",
        day="12 March 2019",
        paper="Valley Post",
        prose=(
            "The mill at Oakford stopped on a Friday, and nobody in the valley heard it stop.|"
            "For sixty years old Tarrant had ground the flour of four villages, and he kept no books.|"
            "His daughter now lives in the loft and sells honey from the window.|"
            "In spring the wheel will be taken to the museum, if the bridge can carry it."
        ),
        verse=(
            "Over the hill the slow rain comes|With all its little drums|And no one in the house is up|"
            "To count them as they fill the cup|I lay awake and heard it walk|"
            "Along the eaves and talk and talk"
        ),
        talk=(
            "Did you lock the gate?|I thought you had.|Then it is open still.|Let it be open.|And the dogs?|"
            "The dogs are old."
        ),
        items="200 g oats|2 eggs|1 spoon of honey|a little salt|butter for the tin",
        rules=("No shoes on the carpet.|Books go back to the desk.|Talk in the hall only.|The keeper has the key."),
        menu="Home|News|Sport|Culture|Contact",
        foot="Share this article|About us|Privacy policy|© 2019 Valley Post. All rights reserved.",
    ),
    "de": Language(
        head="Der letzte Müller von Eichfurt",
        byline="Von Edna Marsch",
        author="Edna Marsch",
        day="12. März 2019",
        paper="Talpost",
        prose=(
            "Die Mühle in Eichfurt blieb an einem Freitag stehen, und im Tal hat es niemand gehört.|"
            "Sechzig Jahre lang hatte der alte Tarrant das Mehl von vier Dörfern gemahlen und nie Buch geführt.|"
            "Seine Tochter wohnt jetzt auf dem Speicher und verkauft Honig aus dem Fenster.|"
            "Im Frühjahr kommt das Rad ins Museum, wenn die Brücke es trägt."
        ),
        verse=(
            "Über den Hügel kommt der Regen|mit seinen kleinen Trommeln an|und keiner ist im Haus zugegen|"
            "der ihre Schläge zählen kann|ich lag noch wach und hörte gehen|die Tropfen an der Rinne stehen"
        ),
        talk=(
            "Hast du das Tor zugemacht?|Ich dachte, du.|Dann ist es noch offen.|Lass es offen.|"
            "Und die Hunde?|Die Hunde sind alt."
        ),
        items="200 g Haferflocken|2 Eier|1 Löffel Honig|etwas Salz|Butter für die Form",
        rules=(
            "Keine Schuhe auf dem Teppich.|Bücher kommen zurück zum Pult.|Gesprochen wird nur im Flur.|"
            "Den Schlüssel hat der Wärter."
        ),
        menu="Startseite|Nachrichten|Sport|Kultur|Kontakt",
        foot="Artikel teilen|Impressum|Datenschutz|© 2019 Talpost. Alle Rechte vorbehalten.",
    ),
    "fr": Language(
        head="Le dernier meunier de Chêneval",
        byline="Par Edna Marchais",
        author="Edna Marchais",
        day="12 mars 2019",
        paper="Le Courrier du Val",
        prose=(
            "Le moulin de Chêneval s'est arrêté un vendredi, et personne dans la vallée ne l'a entendu.|"
            "Pendant soixante ans, le vieux Tarrant a moulu la farine de quatre villages sans tenir de comptes.|"
            "Sa fille habite maintenant le grenier et vend du miel par la fenêtre.|"
            "Au printemps la roue ira au musée, si le pont peut la porter."
        ),
        verse=(
            "Par la colline vient la pluie|avec ses tout petits tambours|et nul n'est levé dans la nuit|"
            "pour en compter les petits tours|j'étais couché, je l'écoutais|le long du toit qui bavardait"
        ),
        talk=(
            "Tu as fermé la grille ?|Je croyais que c'était toi.|Alors elle est ouverte.|Qu'elle le reste.|"
            "Et les chiens ?|Les chiens sont vieux."
        ),
        items=("200 g de flocons d'avoine|2 œufs|1 cuillère de miel|un peu de sel|du beurre pour le moule"),
        rules=(
            "Pas de chaussures sur le tapis.|Les livres reviennent au bureau.|On parle dans le couloir.|"
            "Le gardien a la clé."
        ),
        menu="Accueil|Actualités|Sport|Culture|Contact",
        foot=("Partager cet article|Mentions légales|Confidentialité|© 2019 Le Val. Tous droits réservés."),
    ),
    "ru": Language(
        head="Последний мельник Дубравы",
        byline="Автор: Анна Мельникова",
        author="Анна Мельникова",
        day="12 марта 2019 г.",
        paper="Вестник долины",
        prose=(
            "Мельница в Дубраве остановилась в пятницу, и никто в долине этого не услышал.|"
            "Шестьдесят лет старый Тарас молол муку для четырёх деревень и не вёл никаких книг.|"
            "Его дочь живёт теперь на чердаке и продаёт мёд из окна.|"
            "Весной колесо отвезут в музей, если мост его выдержит."
        ),
        verse=(
            "Из-за холма приходит дождь|и маленький несёт барабан|и никого ты не найдёшь|"
            "кто встал бы в доме, сыт и пьян|я не спал и слушал, как идёт|вдоль крыши он и речь ведёт"
        ),
        talk=("Ты закрыл ворота?|Я думал, ты.|Значит, открыты.|Пусть будут открыты.|А собаки?|Собаки старые."),
        items="200 г овсяных хлопьев|2 яйца|1 ложка мёда|немного соли|масло для формы",
        rules=("Без обуви на ковре.|Книги возвращать на стол.|Говорить только в коридоре.|Ключ у сторожа."),
        menu="Главная|Новости|Спорт|Культура|Контакты",
        foot="Поделиться|О нас|Политика конфиденциальности|© 2019 Долина. Все права защищены.",
    ),
    "zh": Language(
        head="橡树渡最后的磨坊主",
        byline="作者：马秀兰",
        author="马秀兰",
        day="2019年3月12日",
        paper="山谷晚报",
        prose=(
            "橡树渡的磨坊在一个星期五停了，山谷里谁也没有听见。|"
            "六十年来，老谭磨四个村子的面粉，从来不记账。|他的女儿如今住在阁楼上，从窗口卖蜂蜜。|"
            "明年春天，如果桥承得住，水轮就要运到博物馆去。"
        ),
        verse=("雨从山那边慢慢来|敲着它的小鼓|屋里没有人起来|数它落了几处|我醒着听它走路|沿着屋檐说话"),
        talk="门锁了吗？|我以为你锁了。|那就还开着。|开着就开着吧。|狗呢？|狗老了。",
        items="燕麦200克|鸡蛋两个|蜂蜜一勺|盐少许|黄油适量",
        rules="不得穿鞋上地毯。|书看完放回书桌。|谈话请到走廊。|钥匙由管理员保管。",
        menu="首页|新闻|体育|文化|联系我们",
        foot="分享到微信|关于我们|隐私政策|版权所有 © 2019 山谷晚报",
    ),
    "ja": Language(
        head="樫の渡しの最後の粉屋",
        byline="文：松田花子",
        author="松田花子",
        day="2019年3月12日",
        paper="谷新聞",
        prose=(
            "樫の渡しの水車は金曜日に止まり、谷の誰もそれを聞かなかった。|"
            "六十年のあいだ、老人は四つの村の粉を挽き、帳面をつけたことがなかった。|"
            "娘はいま屋根裏に住み、窓から蜂蜜を売っている。|"
            "橋が重さに耐えるなら、春には水車が博物館へ運ばれる。"
        ),
        verse=(
            "丘のむこうから雨がくる|小さな太鼓をたたいて|家には誰も起きていない|その音を数えるために|"
            "わたしは目をさまして聞いた|軒をつたってゆく足音"
        ),
        talk=("門は閉めた？|君が閉めたと思った。|じゃあ開いたままだ。|開けておけばいい。|犬は？|犬は年をとった。"),
        items="オートミール200グラム|卵二個|蜂蜜大さじ一|塩少々|型に塗るバター",
        rules="絨毯の上は靴を脱ぐこと。|本は机に戻すこと。|話は廊下ですること。|鍵は番人が持つ。",
        menu="ホーム|ニュース|スポーツ|文化|お問い合わせ",
        foot="シェアする|会社概要|プライバシーポリシー|© 2019 谷新聞 無断転載を禁じます",
    ),
    "ar": Language(
        head="آخر طحان في وادي السنديان",
        byline="بقلم: منى الطحان",
        author="منى الطحان",
        day="12 مارس 2019",
        paper="بريد الوادي",
        prose=(
            "توقفت الطاحونة في وادي السنديان يوم الجمعة ولم يسمع أحد في الوادي توقفها.|"
            "ظل العم طارق ستين عاما يطحن دقيق أربع قرى ولم يمسك دفترا قط.|"
            "تسكن ابنته الآن في العلية وتبيع العسل من النافذة.|"
            "وفي الربيع تنقل العجلة إلى المتحف إذا احتملها الجسر."
        ),
        verse=(
            "من وراء التل يأتي المطر|بطبوله الصغيرة كلها|ولا أحد في البيت قام|ليعد قطراتها|"
            "كنت مستيقظا أسمعه يمشي|على طول الحافة ويتكلم"
        ),
        talk="هل أغلقت البوابة؟|ظننتك أغلقتها.|إذن هي مفتوحة.|فلتبق مفتوحة.|والكلاب؟|الكلاب عجوزة.",
        items="٢٠٠ غرام شوفان|بيضتان|ملعقة عسل|قليل من الملح|زبدة للقالب",
        rules="لا أحذية على السجاد.|تعاد الكتب إلى المكتب.|الكلام في الممر فقط.|المفتاح مع الحارس.",
        menu="الرئيسية|الأخبار|الرياضة|الثقافة|اتصل بنا",
        foot="شارك المقال|من نحن|سياسة الخصوصية|جميع الحقوق محفوظة © 2019 بريد الوادي",
    ),
    "fi": Language(
        head="Tammisaaren viimeinen mylläri",
        byline="Teksti: Edna Marttila",
        author="Edna Marttila",
        day="12.3.2019",
        paper="Laakson Sanomat",
        prose=(
            "Tammelan mylly pysähtyi perjantaina, eikä kukaan laaksossa kuullut sitä.|"
            "Kuusikymmentä vuotta vanha Taavetti jauhoi neljän kylän jauhot eikä pitänyt kirjaa.|"
            "Hänen tyttärensä asuu nyt ullakolla ja myy hunajaa ikkunasta.|"
            "Keväällä ratas viedään museoon, jos silta sen kestää."
        ),
        verse=(
            "Mäen takaa hidas sade käy|pienine rumpuineen|eikä ketään hereillä näy|laskemassa pisaroita sen|"
            "minä valvoin ja kuulin sen käynnin|räystästä pitkin hiljaa"
        ),
        talk=("Suljitko portin?|Luulin että sinä.|Sitten se on auki.|Olkoon auki.|Entä koirat?|Koirat ovat vanhoja."),
        items="200 g kaurahiutaleita|2 munaa|1 lusikka hunajaa|hieman suolaa|voita vuokaan",
        rules=("Ei kenkiä matolla.|Kirjat palautetaan pöydälle.|Puhutaan vain käytävässä.|Avain on vartijalla."),
        menu="Etusivu|Uutiset|Urheilu|Kulttuuri|Yhteystiedot",
        foot=("Jaa artikkeli|Tietoa meistä|Tietosuoja|© 2019 Laakson Sanomat. Kaikki oikeudet pidätetään."),
    ),
}
