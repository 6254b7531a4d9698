"""A single button or message of a page around a short text goes in many languages; what people write with it stays."""

from __future__ import annotations

import pytest

TEXTS = {
    "en": (
        "Three years ago Tom Harlow bought the old ferry and spent a whole winter scraping rust from its hull.",
        "Today the ferry carries schoolchildren and sheep, and Harlow says he never thought of money.",
    ),
    "de": (
        "Vor drei Jahren kaufte Georg Hollerer die alte Fähre und kratzte einen Winter lang den Rost vom Rumpf.",
        "Heute bringt die Fähre Schulkinder und Schafe über das Wasser, und an Geld habe er nie gedacht.",
    ),
    "fr": (
        "Il y a trois ans, Henri Vasseur a acheté le vieux bac et passé tout un hiver à gratter la rouille.",
        "Aujourd'hui le bac transporte des écoliers et des moutons, et il dit n'avoir jamais pensé à l'argent.",
    ),
    "es": (
        "Hace tres años, Julián Orteguera compró la vieja barca y pasó todo un invierno quitando el óxido.",
        "Hoy la barca lleva a escolares y ovejas al otro lado, y él dice que nunca pensó en el dinero.",
    ),
    "ja": (
        "三年前、林田三郎は川べりに残っていた古い渡し船を買い取り、ひと冬をかけて船底の錆を落とした。",
        "いまでは渡し船が子どもたちと羊を向こう岸へ運び、林田は金のことなど考えたこともないと語る。",
    ),
    "ko": (
        "삼 년 전 임대천 씨는 냇가에 버려진 낡은 나룻배를 사들여 겨우내 배 밑바닥의 녹을 긁어냈다.",
        "이제 나룻배는 아이들과 양을 건너편으로 실어 나르고, 임 씨는 돈을 생각해 본 적이 없다고 말한다.",
    ),
    "ru": (
        "Три года назад Егор Ольховский купил старый паром и целую зиму счищал ржавчину с днища.",
        "Теперь паром возит через реку школьников и овец, а о деньгах он никогда не думал.",
    ),
    "zh": (
        "三年前，林大川在鎮口租下一間舊糧倉，把積攢了半輩子的書搬了進去，開起了鎮上唯一的書店。",
        "如今每到週末，孩子們擠在窗邊讀書，老人們在裡屋喝茶，林大川說他從沒想過要賺多少錢。",
    ),
}
BUTTONS = {
    "en": (
        "JavaScript is required to view this page.",
        "Print this page",
        "Click to enlarge",
        "Your browser does not support the video tag.",
        "Back to news",
    ),
    "de": (
        "Zurück zur Liste",
        "Diese Seite drucken",
        "Bild vergrößern",
        "Bitte aktivieren Sie JavaScript",
        "Zurück zur Übersicht",
    ),
    "fr": ("Version imprimable", "Imprimer cette page", "Cliquez pour agrandir", "Retour à la liste", "0 commentaire"),
    "es": (
        "Sé el primero en comentar",
        "Volver arriba",
        "Ampliar imagen",
        "Suscríbase a nuestro boletín",
        "Ver en el navegador",
    ),
    "ja": (
        "クリックで拡大",
        "記事を印刷する",
        "このページの先頭へ",
        "画像を拡大",
        "JavaScriptを有効にしてください",
        "コメント0件",
    ),
    "ko": (
        "위로 가기",
        "인쇄하기",
        "목록으로",
        "이미지 크게 보기",
        "로딩 중... 잠시만 기다려 주세요.",
        "뉴스레터 신청",
    ),
    "ru": (
        "В начало страницы",
        "Вернуться к списку",
        "Версия для печати",
        "Ваш браузер не поддерживает видео.",
        "0 комментариев",
    ),
    "zh": ("檢視大圖", "友善列印", "回上一頁", "分享至 LINE", "您的瀏覽器不支援影片播放", "0 則留言", "跳到主要內容"),
}
WRITTEN = {
    "en": (
        "Be the first to comment on the mayor's hat",
        *("Loading...", "Close the window", "Back to the top of the hill", "Return to sender", "Print the page"),
        "Click to enlarge the map, then drag the pin to the ferry.",
        "Your browser does not support tabs, but the plugin adds them.",
        "0 comments from the council, three from the miller",
    ),
    "de": (
        "Zurück nach oben ging es auf Knien",
        *("Fenster schließen", "Zurück zur Quelle", "Wird geladen...", "Bild vergrößern und neben die Tür hängen"),
        "Diese Seite druckte der Lehrling zweimal.",
        "Zurück zur Übersicht fand er erst am Abend.",
    ),
    "fr": (
        "Passer au contenu du coffre",
        "Fermer la fenêtre",
        "Retour à la maison",
        "Aucun commentaire du maire",
        "Retour à la liste des morts",
    ),
    "es": ("Subir", "Cerrar ventana", "Volver a casa", "Volver al inicio", "Ampliar la imagen de la ermita"),
    "ja": (
        "上へ戻る道は一本しかない。",
        "窓を閉じる",
        "一覧に戻ると、彼の名前は消えていた。",
        "画像を拡大すると、船の名が読めた。",
        "故郷へ戻る",
    ),
    "ko": (
        "위로 가기에는 너무 늦었다.",
        "목록으로 남은 것은 이름뿐이었다.",
        "맨 위로 올라간 아이가 손을 흔들었다.",
        "더 읽기 어려운 편지",
    ),
    "ru": (
        "В начало страницы он вписал имя.",
        "Закрыть окно",
        "Вернуться домой",
        "Перейти к делу",
        "Читать полностью письмо он не стал.",
        "Загрузка...",
    ),
    "zh": (
        "檢視大圖之後，她認出了父親。",
        "關閉窗戶",
        "回上一頁再讀一遍，才懂她的意思。",
        "載入中途，船就沉了。",
        "目前沒有回應的只有村長。",
    ),
}


def cases(lines: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(language, line) for language, written in lines.items() for line in written]


def kept(blocks, *lines: str) -> list[str]:
    return [block["text"] for block in blocks("\n".join(lines)) if not block["boilerplate"]]


@pytest.mark.parametrize(("language", "line"), cases(BUTTONS))
def test_a_button_or_message_goes_between_and_below_paragraphs(blocks, language: str, line: str) -> None:
    above, below = TEXTS[language]
    assert kept(blocks, above, line, below) == [above, below]
    assert kept(blocks, above, below, line) == [above, below]


@pytest.mark.parametrize(("language", "line"), cases(WRITTEN))
def test_what_people_write_with_the_same_words_stays(blocks, language: str, line: str) -> None:
    above, below = TEXTS[language]
    assert kept(blocks, above, line, below) == [above, line, below]
    assert line in kept(blocks, above, below, line)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        *(("en", "« Back to news"), ("en", "← Back to news"), ("en", "(Click to enlarge)"), ("en", "Back to list »")),
        *(("fr", "« Retour à la liste"), ("ru", "« Назад к новостям")),
        *(("zh", "（點圖可放大）"), ("zh", "【友善列印】")),
    ],
)
def test_a_button_goes_with_its_arrow_or_bracket(blocks, language: str, line: str) -> None:
    assert kept(blocks, *TEXTS[language], line) == [*TEXTS[language]]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        *(("fr", "« Retour à la liste »"), ("ru", "«Вернуться к списку»"), ("en", '"Back to news"')),
        *(("zh", "（关闭）"), ("zh", "（下载）"), ("en", "(laughs)"), ("zh", "「回上一頁」"), ("en", "(Back to work)")),
    ],
)
def test_what_is_said_or_noted_in_brackets_stays(blocks, language: str, line: str) -> None:
    above, below = TEXTS[language]
    assert line in kept(blocks, above, line, below)


def test_the_steps_of_a_manual_stay(blocks) -> None:
    steps = (
        "Choose Print this page from the menu and wait for the machine to warm up.",
        "1. Click to enlarge the plan of the mill.",
        "2. Choose Back to list when the plan is no longer needed.",
        "3. Your browser does not support the video tag if it is older than the mill.",
    )
    assert kept(blocks, *steps) == [*steps]
