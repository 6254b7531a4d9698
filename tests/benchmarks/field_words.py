"""The words of which `field_pages` makes its pages, in eight languages."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final, NamedTuple


class Words(NamedTuple):
    """What the pages of one language say: names, prose, furniture, and how they name a writer, a source and a day."""

    sites: tuple[str, ...]
    writers: tuple[str, ...]
    titles: tuple[str, ...]
    prose: tuple[str, ...]
    menu: tuple[str, ...]
    foot: tuple[str, ...]
    by: str
    role: str
    after: str
    both: str
    source: str
    agency: str
    dateline: str
    rights: str
    about: str
    published: str
    day: str
    photo: str
    figures: str
    interview: str
    comment: str
    section: str


# Sites, writers and titles alternate: those of even numbers are for mending, those of odd ones are held back.
LANGUAGES: Final = MappingProxyType({
    "en": Words(
        ("Marl Valley Courier", "Tarn Harbour Times", "The Oakfield Valve", "Brackwater Weekly"),
        ("Ada Finch", "Peter Quill", "Nora O'Dell", "Tomas van Reed"),
        ("Wooden ferry sails again after twelve years", "Bridge toll doubles before the summer"),
        ("The last wooden ferry on the river went back into service on Saturday, twelve years after it was tied up.",
         "Volunteers spent three winters on the hull. They replaced forty planks, the rudder and the bell.",
         "Nobody is in a hurry on a river, said the woman who steers the boat on weekends and teaches otherwise."),
        ("Home", "News", "Tickets", "Forums", "Community", "Sign in"),
        ("Contact us", "Privacy policy", "Terms of use"),
        "By {w}", "{w}, Senior Reporter", "By {w}, who covers rivers and harbours", "By {w} and {v}", "Source: {s}",
        "Reuters", "MARL (Reuters) - ", "© 2021 {s}. All rights reserved.",
        "About {s}", "Published {d}", "March {d}, 2021",
        "Photo: {w} / Getty Images", "Source: Federal Bureau of Statistics, 2019", "Interview with {w}", "{w} says:",
        "About the Harbour",
    ),
    "de": Words(
        ("Marler Tagblatt", "Tarnauer Anzeiger", "Uferkurier", "Brackwasser Bote"),
        ("Ada Finck", "Peter Kielmann", "Nora Odenwald", "Tomas von Ried"),
        ("Hölzerne Fähre fährt nach zwölf Jahren wieder", "Brückenmaut steigt vor dem Sommer auf das Doppelte"),
        ("Die letzte hölzerne Fähre auf dem Fluss ist am Samstag wieder in Betrieb gegangen, nach zwölf Jahren.",
         "Freiwillige haben drei Winter am Rumpf gearbeitet. Sie haben vierzig Planken und das Ruder ersetzt.",
         "Auf dem Fluss hat es niemand eilig, sagt die Frau, die das Boot am Wochenende steuert."),
        ("Startseite", "Politik", "Tickets", "Forum", "Marktplatz", "Anmelden"),
        ("Kontakt", "Datenschutz", "Impressum"),
        "Von {w}", "{w}, Redakteur", "Von {w}, der über Flüsse und Häfen schreibt", "Von {w} und {v}", "Quelle: {s}",
        "dpa", "Marl (dpa) - ", "© 2021 {s}. Alle Rechte vorbehalten.",
        "Über {s}", "Veröffentlicht am {d}", "{d}. März 2021",
        "Foto: {w} / imago images", "Quelle: Statistisches Bundesamt, 2019", "Interview mit {w}", "{w} sagt:",
        "Über den Hafen",
    ),
    "fr": Words(
        ("Le Courrier de Marles", "Tarnes Matin", "L'Écho du Bac", "La Gazette des Rives"),
        ("Ada Finche", "Pierre Quillon", "Nora Odelle", "Thomas de Ried"),
        ("Le bac en bois reprend du service après douze ans", "Le péage du pont double avant l'été"),
        ("Le dernier bac en bois de la rivière a repris du service samedi, douze ans après son dernier passage.",
         "Des bénévoles ont passé trois hivers sur la coque. Ils ont remplacé quarante planches et la cloche.",
         "Personne n'est pressé sur une rivière, dit la femme qui tient la barre le week-end."),
        ("Accueil", "Actualités", "Billetterie", "Forum", "Communauté", "Se connecter"),
        ("Contact", "Confidentialité", "Mentions légales"),
        "Par {w}", "{w}, journaliste", "Par {w}, qui suit les rivières et les ports", "Par {w} et {v}", "Source : {s}",
        "AFP", "MARLES (AFP) - ", "© 2021 {s}. Tous droits réservés.",
        "À propos de {s}", "Publié le {d}", "{d} mars 2021",
        "Photo : {w} / Getty Images", "Source : Institut de la statistique, 2019", "Entretien avec {w}", "{w} dit :",
        "À propos du port",
    ),
    "es": Words(
        ("El Correo de Marla", "Diario de Tarna", "La Voz del Vado", "El Eco de la Ribera"),
        ("Ada Finca", "Pedro Quillán", "Nora Odela", "Tomás de la Ría"),
        ("La barca de madera vuelve a navegar tras doce años", "El peaje del puente se duplica antes del verano"),
        ("La última barca de madera del río volvió al servicio el sábado, doce años después de su último viaje.",
         "Los voluntarios pasaron tres inviernos en el casco. Cambiaron cuarenta tablas y el timón.",
         "Nadie tiene prisa en un río, dice la mujer que lleva la barca los fines de semana."),
        ("Inicio", "Noticias", "Entradas", "Foros", "Comunidad", "Iniciar sesión"),
        ("Contacto", "Privacidad", "Aviso legal"),
        "Por {w}", "{w}, redactora", "Por {w}, que escribe sobre ríos y puertos", "Por {w} y {v}", "Fuente: {s}",
        "EFE", "Marla (EFE).- ", "© 2021 {s}. Todos los derechos reservados.", "Sobre {s}", "Publicado el {d}",
        "{d} de marzo de 2021", "Foto: {w} / Getty Images",
        "Fuente: Instituto de Estadística, 2019", "Entrevista con {w}",
        "{w} dice:", "Sobre el puerto",
    ),
    "ru": Words(
        ("Марльский вестник", "Тарнинская газета", "Речные ведомости", "Вечерний Брод"),
        ("Ада Финчева", "Пётр Квилин", "Нора Оделева", "Томас Риднев"),
        ("Деревянный паром снова вышел на реку через двенадцать лет", "Плата за мост вырастет вдвое до начала лета"),
        ("Последний деревянный паром на реке вернулся к работе в субботу, через двенадцать лет после того, как встал.",
         "Добровольцы провели три зимы у корпуса. Они заменили сорок досок, руль и колокол.",
         "На реке никто не спешит, говорит женщина, которая ведёт паром по выходным."),
        ("Главная", "Новости", "Билеты", "Форум", "Сообщество", "Войти"),
        ("Контакты", "Конфиденциальность", "Правила"),
        "Автор: {w}", "{w}, корреспондент", "Автор: {w}, который пишет о реках", "Авторы: {w}, {v}", "Источник: {s}",
        "ТАСС", "МАРЛ, 9 марта. /ТАСС/. ", "© 2021 {s}. Все права защищены.",
        "О проекте {s}", "Опубликовано {d}", "{d} марта 2021",
        "Фото: {w} / РИА Новости", "Источник: Бюро статистики, 2019", "Гость номера: {w}", "{w} пишет:", "О проекте",
    ),
    "zh": Words(
        ("清江晚报", "青石日报", "渡口周刊", "禾川新闻网"),
        ("周小渡", "林满仓", "何青禾", "陈望江"),
        ("渡口复航：青石镇等来了停航十二年后的第一班船", "大桥收费入夏前翻倍，镇上的人开始算账"),
        ("上周六清晨，青石镇的老渡口迎来了停航十二年后的第一班船。船工早早擦亮了船头的铜铃，等着乘客上来。",
         "渡口的复航并不容易。镇里用了三年时间清淤，又请来县里的工程师重新测量水位，换了四份图纸。",
         "快有快的好处，慢也有慢的好处。船工说，他父亲撑了四十年船，从来没有催过任何一位客人。"),
        ("首页", "新闻", "购票", "论坛", "社区", "登录"),
        ("联系我们", "隐私政策", "网站地图"),
        "作者：{w}", "记者 {w}", "作者：{w} 长期关注河流与港口", "文/{w} {v}", "来源：{s}",
        "新华社", "新华社青石3月9日电（记者{w}）", "版权所有 © 2021 {s}", "关于{s}", "发布时间：{d}", "2021-03-{d}",
        "图片来源：视觉资料 {w}摄", "数据来源：县统计局2019年年报", "专访{w}", "{w}：", "关于工程",
    ),
    "ja": Words(
        ("丸川新聞", "渡良日報", "川辺ニュース", "青瀬タイムズ"),
        ("森川渡", "小舟あおい", "水沢晴子", "橋本流"),
        ("木造の渡し船、十二年ぶりに運航を再開", "橋の通行料、夏を前に二倍へ"),
        ("川に残った最後の木造の渡し船が土曜日、十二年ぶりに運航を再開した。船頭は朝から鐘を磨いていた。",
         "有志が三度の冬をかけて船体を直した。板を四十枚取り替え、舵を直し、最後に鐘を付け替えたという。",
         "川の上では誰も急がない、と週末に船を動かし、ふだんは学校で教えている女性は話している。"),
        ("ホーム", "ニュース", "チケット", "フォーラム", "コミュニティ", "ログイン"),
        ("お問い合わせ", "プライバシーポリシー", "利用規約"),
        "文：{w}", "{w}記者", "文：{w}（川と港を長く取材）", "文：{w}、{v}", "提供元：{s}",
        "共同通信", "【丸川共同】", "© 2021 {s} All rights reserved.", "{s}について", "公開日：{d}", "2021年3月{d}日",
        "写真：{w}／ゲッティ", "出典：統計局「年報2019」", "{w}さんに聞く", "{w}さん：", "事業について",
    ),
    "ar": Words(
        ("صحيفة المرلة", "أخبار الترعة", "بوابة النهر", "جريدة المرسى"),
        ("سارة الفنجان", "باسم القلمي", "نورا العديلي", "توفيق الريدي"),
        ("العبارة الخشبية تعود إلى النهر بعد اثني عشر عاما", "رسوم الجسر تتضاعف قبل الصيف"),
        ("عادت آخر عبارة خشبية على النهر إلى العمل يوم السبت بعد اثني عشر عاما من توقفها عند الرصيف القديم.",
         "أمضى المتطوعون ثلاثة فصول شتاء في إصلاح الهيكل. استبدلوا أربعين لوحا والدفة وفي النهاية الجرس.",
         "لا أحد يستعجل على النهر، تقول المرأة التي تقود القارب في عطلة الأسبوع وتدرس بقية الأيام."),
        ("الرئيسية", "الأخبار", "التذاكر", "المنتدى", "المجتمع", "تسجيل الدخول"),
        ("اتصل بنا", "سياسة الخصوصية", "شروط الاستخدام"),
        "بقلم: {w}", "كتب {w}", "بقلم: {w}، الذي يكتب عن الأنهار", "بقلم: {w} و{v}", "المصدر: {s}",
        "رويترز", "المرلة (رويترز) - ", "© 2021 {s}. جميع الحقوق محفوظة.", "عن {s}", "نشر في {d}", "{d} مارس 2021",
        "تصوير: {w}", "المصدر: جهاز الإحصاء، 2019", "حوار مع {w}", "{w} يقول:", "عن الميناء",
    ),
})  # fmt: skip
