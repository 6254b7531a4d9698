"""Tables of expressions: what a row names is there, what a table defines is used, and all of it compiles."""

import re
from pathlib import Path

import pytest

import audit
from audit.parser.tables import GIVEN, lists, patterns

ROOM = Path(audit.__file__).parent / "parser" / "tables"
# Words of notices; and what the code asks for by a kind and one of these words.
WORDS, BY_KIND = re.compile(" (?:matter|beside)$"), re.compile(" (?:matter|alone|beside|said|hint|rare)$")
TABLES = sorted(path.stem for path in ROOM.glob("*.tsv"))


@pytest.mark.parametrize("table", TABLES)
def test_every_list_but_words_of_notices_is_an_expression(table):
    for name, pattern in patterns(table).items():
        if not WORDS.search(name):
            re.compile(pattern)


@pytest.mark.parametrize("table", TABLES)
def test_no_table_adds_to_what_is_given_to_all(table):
    assert {name: listed for name, listed in lists(table).items() if name in GIVEN} == GIVEN


@pytest.mark.parametrize("table", TABLES)
def test_every_list_is_used(table):
    rows = (ROOM / f"{table}.tsv").read_text("utf-8")
    code = "".join(path.read_text("utf-8") for path in ROOM.parent.rglob(f"{table}.py"))
    own = [name for name in lists(table) if name not in GIVEN and not BY_KIND.search(name)]
    assert [name for name in own if f"{{{name}}}" not in rows and f'"{name}"' not in code] == []


@pytest.mark.parametrize(("table", "name"), [("other_days", "of_something_else"), ("own_furniture", "own")])
def test_an_expression_for_the_beginning_of_a_line_has_no_alternative_for_elsewhere(table, name):
    for expression in lists(table)[name]:
        plain, inner = re.sub(r"\\.|\[[^]]*\]", "x", expression), ""
        while plain != inner:
            plain, inner = re.sub(r"\([^()]*\)", "x", plain), plain
        parts = [part.startswith("^") for part in plain.split("|")]
        assert all(parts) or not parts[0], expression
