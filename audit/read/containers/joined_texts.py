"""Records whose text stands in several columns or turns: dialogues, questions with answers, pairs, translations.

Only schemas by which such data are published are read: what is asked and what is answered has a name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import Final

from audit.read.containers import paths
from audit.read.containers.column_names import HOLDERS, PARTS, plain_name
from audit.read.containers.prose import is_prose

# Where the list of a dialogue's turns is, and the keys of speaker and text.
_DIALOGUES: Final = ("messages", "conversations", "conversation", "turns", "utterances", "data")
_TURN_KEYS: Final = (("role", "content"), ("from", "value"))
# Where the list of questions with an answer each is.
ASKED_IN: Final = ("qa", "qas", "qa_pairs", "faq", "faqs", "问答", "问答对")
# Where turns are an object's values, as in MOSS, and how its keys look.
_CHAT, _NTH_TURN = "chat", re.compile(r"turn_[0-9]+")
# Plain names of the columns that are joined, in this order: what is given, asked and answered.
_GIVEN: Final = "system systemprompt systemmessage history instruction instructions 指令 context 上下文"
# What a question is about, and its details: each is a text of its own where nothing is asked or answered.
_PASSAGES: Final = "passage article document story message"
_DETAILS: Final = "desc description selftext"
_OPEN, _SPEAKER = "input inputs 输入 輸入", "human user"
_ASKED: Final = (
    "prompt question query problem ask stem ctx 问题 問題 提问 提問 質問 问 問 질문 вопрос frage pregunta pergunta "
    "domanda"
)
_CHOICES: Final = "choices options endings 选项 選項 選択肢"
# Choices in a column each: the second stands for all.
_EACH: Final = "a b c d e opa opb opc opd ending0 ending1 ending2 ending3"
_SECOND: Final = "b opb ending1"
_THOUGHT: Final = "rationale reasoning reasoningcontent thinking cot explanation exp"
_CLOSED: Final = "output outputs 输出 輸出 target targets"
_ANSWERED: Final = (
    "completion response solution answer answers 回答 答案 答 答え 답변 정답 ответ antwort respuesta réponse resposta "
    "risposta finalanswer"
)
# Answers of several, each in a column; the second stands for all.
_RANKED: Final = "response0 response1 response2 response3 answer0 answer1 answer2 answer3 responsea responseb"
_COMPARED: Final = "response1 answer1 responseb"
_REPLIED, _LISTENER, _JUDGED = "answer answers 回答 答案", "assistant bot gpt moss", "chosen rejected"
_ORDER: Final = (
    f"{_GIVEN} {_PASSAGES} {_OPEN} {_SPEAKER} {_ASKED} {_DETAILS} {_CHOICES} {_EACH} {_THOUGHT} {_CLOSED} {_ANSWERED} "
    f"{_RANKED} {_LISTENER} {_JUDGED}"
).split()
_PARTS: Final = frozenset(f"{_PASSAGES} {_DETAILS} {_THOUGHT}".split())
# Those of which the answer may be a number; beside choices it is the place of one.
_SPELLED: Final = f"{_CLOSED} {_ANSWERED}".split()
_CHOSEN_FROM: Final = frozenset([*_CHOICES.split(), *_EACH.split()])
# A schema has one of the first names with one of the second.
_SCHEMAS: Final = tuple(
    (frozenset(asked.split()), frozenset(answered.split()))
    for asked, answered in (
        (f"{_ASKED} instruction 指令", f"{_CHOICES} {_SECOND} {_CLOSED} {_ANSWERED} {_COMPARED} chosen"),
        (_OPEN, _CLOSED),
        (_SPEAKER, _LISTENER),
        (_DETAILS, _REPLIED),
        ("context", "response"),
        ("chosen", "rejected"),
    )
)
# Pairs of texts, of which the names from the third on may be absent.
_PAIRS: Final = (
    ("sentence1", "sentence2"),
    ("text1", "text2"),
    ("question1", "question2"),
    ("premise", "hypothesis"),
    ("anchor", "positive", "negative"),
    ("query", "positive", "negative"),
    ("query", "pos", "neg"),
    ("sourcetext", "targettext"),
    ("src", "tgt"),
    ("source", "target"),
    ("oldcontents", "newcontents", "message"),
    ("oldcode", "newcode", "message"),
)
# Pairs that graphs and lists of links have as well: of texts only where they are running ones.
_LINKED: Final = ("source", "target")
# The column of a text in several languages, and columns named by their languages, where a pair is certain; not `id`,
# `it`, `is`, `no`.
_TRANSLATION, _ASKING = frozenset({"translation", "translations"}), frozenset({"question"})
# The text in an object, or in each of a list.
_INSIDE: Final = ("text", "full_text", "stem", "answer", "sentences", "content", "回答")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:[_-][A-Za-z]{2,4})*")
_REGIONAL: Final = re.compile(r"^([a-z]{2})[_-](?!(?i:id)$)[A-Za-z]{2,4}$")
_LANGUAGES: Final = frozenset((
    "en", "zh", "de", "fr", "es", "ru", "ja", "ko", "ar", "pt", "nl", "pl", "tr", "uk", "vi", "th", "hi", "cs", "sv",
    "fi", "hu", "ro", "bg", "el", "english", "chinese", "german", "french", "spanish", "russian", "japanese", "korean",
    "arabic", "英文", "中文", "英语", "日文", "原文", "译文", "譯文",
))  # fmt: skip
_JOIN, _MANY, _TEXT, _BOTH = "+", "[]", "_text", 2


def dialogue(record: Mapping[str, object]) -> str | None:
    """Return the path of the texts if a record is a dialogue: turns with a speaker each, with two texts each, or texts.

    Two answers that are judged beside it belong to it.

    >>> dialogue({"messages": [{"role": "user", "content": "Hello."}, {"role": "assistant", "content": "Hello?"}]})
    'messages[].content'
    """
    named = [name for name in (*_DIALOGUES, *ASKED_IN) if record.get(name)]
    # Questions about a text beside them are not the text.
    beside = [value for value in record.values() if isinstance(value, str)]
    named = [name for name in named if name in _DIALOGUES or not any(map(is_prose, beside))]
    found = next((path for name in named if (path := _turns(name, record[name]))), None)
    judged = [_within(name, record[name]) for name in _JUDGED.split() if record.get(name)]
    if found and len(judged) == _BOTH:
        return _JOIN.join([found, *filter(None, judged)])
    chat = record.get(_CHAT)
    if found or not isinstance(chat, Mapping) or not all(map(_NTH_TURN.fullmatch, chat)):
        return found
    return _pairs({f"{_CHAT}.{name}": turn for name, turn in chat.items()})


def _turns(name: str, turns: object) -> str | None:
    if not isinstance(turns, (list, tuple)) or not turns:
        return None
    if paths.are_running(turns) and (len(turns) >= _BOTH or not turns[0]):
        return f"{name}{_MANY}"
    if not all(isinstance(turn, Mapping) for turn in turns):
        return None
    told = next((text for by, text in _TURN_KEYS if all(by in turn and text in turn for turn in turns)), None)
    if told and all(_is_in_pieces(turn[told]) for turn in turns):
        return f"{name}[].{told}[].text"
    return f"{name}[].{told}" if told else _pairs({f"{name}[{nth}]": turn for nth, turn in enumerate(turns)})


def _is_in_pieces(said: object) -> bool:
    return isinstance(said, list) and all(isinstance(piece, Mapping) and "type" in piece for piece in said)


def _pairs(turns: Mapping[str, object]) -> str | None:
    """Return the path of the texts of turns, by their paths, that are each asked and answered; None if any is not."""
    each = [
        [f"{at}.{key}" for key in _known({plain_name(key): key for key in turn})] if isinstance(turn, Mapping) else []
        for at, turn in turns.items()
    ]
    return _JOIN.join(chain.from_iterable(each)) if all(each) else None


def usual(names: tuple[str, ...], record: Mapping[str, object] | None = None) -> str | None:
    """Return the path of the texts that make one document, joined by +; None if `names` are no known schema.

    Without the `record` with these names, their values are taken to be texts.
    """
    columns = _columns(names)
    if record is None:
        return _JOIN.join(columns) or None
    turns = dialogue(record) or _in_parts(record)
    if turns is not None or not columns:
        return turns
    there = {column: next(paths.values(record, column), None) for column in columns}
    if tuple(map(plain_name, columns)) == _LINKED and not paths.are_running([*there.values()]):
        return None
    found = {column: _within(column, value) for column, value in there.items()}
    if None in found.values() or not any(found.values()):
        return None
    found |= {column: column for column in _answers(columns) if paths.is_number(there[column])}
    return _JOIN.join(filter(None, found.values()))


def _in_parts(record: Mapping[str, object]) -> str | None:
    """Return the path of the texts of a document in parts that hold each in two languages, else None."""
    held = next((name for name in record if name in PARTS), "")
    parts = [part for part in paths.values(record, f"{held}[]") if isinstance(part, Mapping)]
    said: dict[str, list[object]] = {}
    for key, value in chain.from_iterable(part.items() for part in parts):
        said.setdefault(key, []).extend([value] if value not in (None, "") else [])
    running = {plain_name(key.removesuffix(_TEXT)): key for key in said if said[key] and paths.are_running(said[key])}
    return _JOIN.join(f"{held}[].{key}" for key in _pair_of(running)) or None


def _answers(columns: tuple[str, ...]) -> list[str]:
    """Return the columns of answers that may be numbers."""
    plain = {plain_name(column.rpartition(".")[2]): column for column in columns}
    return [] if plain.keys() & _CHOSEN_FROM else [plain[name] for name in _SPELLED if name in plain]


def _within(column: str, value: object) -> str | None:
    """Return the path of the texts in the value of a column, "" if it is a number, None if it holds something else."""
    if value in (None, {}, [], ()) or isinstance(value, str):
        return column
    if not isinstance(value, (Mapping, list, tuple)):
        return ""
    if isinstance(value, Mapping):
        said = (text for by, text in _TURN_KEYS if by in value)
        held = next((key for key in (*_INSIDE, *said) if key in value), None)
        return _within(f"{column}.{held}", value[held]) if held else None
    if all(isinstance(one, Mapping) for one in value):
        texts = (key for key in _INSIDE if all(isinstance(one.get(key), str) for one in value))
        return next((f"{column}{_MANY}.{key}" for key in texts), None) or _turns(column, value)
    if all(isinstance(one, (list, tuple)) for one in value):
        return f"{column}{_MANY}{_MANY}" if _are_texts(chain.from_iterable(value)) else None
    return f"{column}{_MANY}" if _are_texts(value) else _turns(column, value)


def _are_texts(values: Iterable[object]) -> bool:
    return all(value is None or isinstance(value, str) for value in values)


@lru_cache(maxsize=64)
def _columns(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the columns that are joined: all of a schema that are at the top, or in one object with metadata."""
    above = dict.fromkeys(name.rpartition(".")[0] for name in names)
    objects = ("", *(name for name in above if name in names and name.casefold() in HOLDERS | _TRANSLATION | _ASKING))
    return next(filter(None, (_of_one(names, each) for each in objects)), ())


def _of_one(names: tuple[str, ...], above: str) -> tuple[str, ...]:
    prefix = f"{above}." if above else ""
    own = [name for name in names if name.startswith(prefix) and "." not in name.removeprefix(prefix)]
    if above.casefold() in _TRANSLATION:
        sides = tuple(name.removeprefix(prefix) for name in own)
        return tuple(own) if len(own) >= _BOTH and (all(map(_LANGUAGE.fullmatch, sides)) or sides == _LINKED) else ()
    return _known({plain_name(name.removeprefix(prefix)): name for name in own})


def _known(named: Mapping[str, str]) -> tuple[str, ...]:
    there = named.keys()
    if any(there & asked and there & answered for asked, answered in _SCHEMAS):
        return tuple(named[name] for name in _ORDER if name in named)
    return _pair_of(named)


def _pair_of(named: Mapping[str, str]) -> tuple[str, ...]:
    there = named.keys()
    pair = next((pair for pair in _PAIRS if {*pair[:_BOTH]} <= there), ())
    if pair:
        return tuple(named[name] for name in pair if name in named)
    spoken = [name for plain, name in named.items() if {plain, *_REGIONAL.findall(name)} & _LANGUAGES]
    return tuple(spoken) if len(spoken) >= _BOTH else ()


def is_part(name: str) -> bool:
    """Whether a text of this name is part of another where something is asked or answered."""
    return plain_name(name) in _PARTS


def is_all_text(record: Mapping[str, object], names: tuple[str, ...], path: str) -> bool:
    """Whether nothing but the document's own text is at a path: turns, questions, answers have no furniture around."""
    known = usual(names, record)
    return known is not None and {*paths.parts(record, known)} <= {*paths.parts(record, path)}
