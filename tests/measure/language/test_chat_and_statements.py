"""What nobody says in a chat is no language of it, and a few statements of a program are none at all."""

from __future__ import annotations

import pytest

from audit.text.programs.statements import are_statements, is_data
from tests.measure.language.measured_texts import batch
from tests.measure.language.test_language import fact

SAID = {
    "en": ["has the ferry left already?", "no, they are waiting for the post", "then I will run down now"],
    "de": ["ist die Fähre schon weg?", "nein, die warten noch auf die Post", "dann laufe ich jetzt gleich hinunter"],
    "zh-Hans": ["渡船已经开了吗？", "没有，他们还在等邮件", "那我现在就跑下去"],
}
CLIENTS = {
    "irssi": ("09:0{n} <ida> ", "09:0{n} -!- tove [~tove@quay{n}.example.org] has quit [Ping timeout: 240 seconds]"),
    "WeeChat": ("09:0{n}:11    ida | ", "09:0{n}:11 <-- | tove (~tove@quay{n}.example.org) has quit (Remote host)"),
    "mIRC": ("[09:0{n}] <ida> ", "[09:0{n}] * tove (~tove@quay{n}.example.org) Quit (Remote host closed it)"),
    "HexChat": ("Mar 04 09:0{n}:11 <ida>\t", "Mar 04 09:0{n}:11 *\ttove (~tove@quay{n}.example.org) has joined #quay"),
}


@pytest.mark.parametrize("tag", SAID)
@pytest.mark.parametrize("client", CLIENTS)
def test_a_log_of_chat_that_is_mostly_comings_and_goings_is_in_the_language_of_its_talk(client: str, tag: str) -> None:
    talk, told = CLIENTS[client]
    lines = [line for n, text in enumerate(SAID[tag]) for line in (talk.format(n=n) + text, *([told.format(n=n)] * 3))]
    assert fact("\n".join(lines), "language") == tag


def test_who_comes_and_goes_is_all_that_is_judged_where_nobody_says_anything() -> None:
    assert fact("\n".join([CLIENTS["WeeChat"][1].format(n=4)] * 6), "language") == "zxx"


SMILED = {
    "IRC": "<{a}> hey o/ :D\n<{b}> heya ^^ back from the island? :)\n<{a}> yes -.- and seasick xD",
    "IRC with times": "[20:1{n}] <@{a}> na? :)\n[20:1{n}] <{b}> moin :D\n[20:1{n}] <{a}> kommst du noch mit runter? ^^",
    "a messenger": "04/03/2021 20:1{n} - {a}: t'es où ? :/\n04/03/2021 20:1{n} - {b}: j'arrive dans 5 min !! <3",
}


def test_chat_of_smileys_is_in_the_language_of_its_words_whatever_the_speakers_are_called() -> None:
    for a, b in (("ola_", "jo"), ("Szymon", "Łucja")):
        said = [text.format(a=a, b=b, n=1) for text in SMILED.values()]
        assert batch(*said).columns["language"].to_pylist() == ["en", "de", "fr"]


PROGRAMS = {
    "a function": "def f(x): return x + 1",
    "one of two lines": "def depth(quay):\n    return quay.depth",
    "a loop": "for boat in boats:\n    print(boat)",
    "imports": "import os\nprint(os.getcwd())",
    "a class": "class Quay(Harbour):\n    pass",
    "JavaScript": "var name = document.title;\nalert(name);",
    "a transaction": "BEGIN;\nINSERT INTO quays (name) VALUES ('north');\nCOMMIT;",
    "SQL": "select name, depth from quays where depth > 3 order by name",
    "SQL of several lines": "SELECT q.name, MAX(b.length) AS longest\nFROM quays q\nJOIN boats b ON b.quay = q.id;",
    "a table": "CREATE TABLE quays (\n  name TEXT NOT NULL,\n  depth INTEGER\n);",
    "YAML": "on:\n  push:\n    branches: main\njobs:\n  build:\n    name: build the quay\n    steps: two",
    "C": '#include <stdio.h>\nint main() { puts("moored"); }',
}
SENTENCES = {
    "a bracket": "Return the key (it hangs on the wall) to me;\nthen shut the door.",
    "a formula": "The function f(x) = x + 1 returns its argument and one more.",
    "a setting that is told of": "depth = how much water is under the keel at low tide",
    "a clause": "for boats in harbours:\nwith a mast (or two):",
    "a choice": "Select two, or better three, ropes from the locker; where they lie, you know.",
    "an order": "CREATE ORDER, UPDATE THE LOG AND SELECT A BERTH FROM THE LIST",
    "a glossary": "quay: where boats moor\nberth: a place at the quay\nbuoy: it floats\nkeel: what is under the boat",
    "an article on SQL": "SELECT * FROM quays;\nThis asks for all quays. Next, we count the boats in each of them.",
    "a plural": "harbour(s)",
    "duties": "import duties",
    "a class": "class war:",
    "nothing": "",
}


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_few_statements_are_no_language(kind: str) -> None:
    assert fact(PROGRAMS[kind], "language") == "zxx"


@pytest.mark.parametrize("kind", SENTENCES)
def test_what_merely_looks_like_statements_is_none(kind: str) -> None:
    assert not are_statements(SENTENCES[kind])
    assert not is_data(SENTENCES[kind])


def test_lists_and_forms_of_nouns_are_in_a_language() -> None:
    listed = "# Hafen\n\n- [ ] **Leinen** prüfen\n- [x] ~~Farbe~~ kaufen\n> Vor dem Sturm!\n\n| Boot | Ort |\n|---|---|"
    form = "Name: ________  Date: __/__/____\n[ ] I agree to the terms   [ ] Send me news\nYour berth: ________"
    assert batch(listed, form).columns["language"].to_pylist() == ["de", "en"]
