"""The README and audit/docs/ are true: their commands, settings and links. The table of rules is the code's.

To write the table anew: AUDIT_WRITE_README=1 pytest tests/test_readme.py
"""

from __future__ import annotations

import os
import re
import shlex
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path

import click
import pytest

from audit.cli import audit
from audit.policy import parse
from audit.rule import Rule
from audit.rulebook import RULES
from audit.rulebook.page import page_of
from tests.conftest import Ran

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
RULES_PAGE = ROOT / "audit" / "rulebook" / "README.md"
TABLE = re.compile(r"(<!-- rules: [^\n]*-->\n)(.*?)(<!-- end of rules -->)", re.DOTALL)


PAGES = (README, *sorted((ROOT / "audit" / "docs").iterdir()))


def fenced(language: str, *pages: Path) -> list[str]:
    # Blocks of all languages: the fence that closes one opens none without a language.
    block = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return [text for page in pages for found, text in block.findall(page.read_text("utf-8")) if found == language]


def calls() -> list[str]:
    """Return the calls of the program in the table of commands, in sessions and in blocks of commands."""
    table = re.findall(r"^\| `audit ([^`]*)`", README.read_text("utf-8"), re.MULTILINE)
    blocks = [*fenced("console", *PAGES), *fenced("sh", *PAGES), *fenced("", *PAGES)]
    return [*table, *(call for block in blocks for call in re.findall(r"^(?:\$ )?audit (.*)", block, re.MULTILINE))]


def table_of_rules(rules: Iterable[Rule]) -> str:
    """Return a Markdown table of the rules: code, name, severity, summary."""
    rows = (f"| {r.code} | {r.name} | {r.severity} | {cell(page_of(r).what)} |" for r in rules)
    return "\n".join(("| code | name | severity | what |", "|---|---|---|---|", *rows)) + "\n"


def cell(text: str) -> str:
    """Return the first sentence with Markdown syntax escaped, as pages mention e.g. &nbsp;."""
    first = text.partition(". ")[0].removesuffix(".")
    return first.replace("&", "&amp;").replace("<", "&lt;").replace("\\", "\\\\").replace("|", "\\|")


def test_the_table_of_rules_is_the_codes() -> None:
    wanted = TABLE.sub(lambda m: f"{m[1]}\n{table_of_rules(RULES)}\n{m[3]}", RULES_PAGE.read_text("utf-8"))
    if os.environ.get("AUDIT_WRITE_README"):
        RULES_PAGE.write_text(wanted, "utf-8")
    assert RULES_PAGE.read_text("utf-8") == wanted


def test_the_table_has_a_row_for_each_rule_and_breaks_no_markdown() -> None:
    lines = table_of_rules(RULES).splitlines()
    assert len(lines) == len(RULES) + 2
    assert all(line.count("|") == 5 for line in lines)
    assert not any("&nbsp;" in line for line in lines)
    assert "| ENC004 | mojibake | critical | A passage is garbled as it stands" in table_of_rules(RULES)


def test_its_families_are_the_codes() -> None:
    assert re.findall(r"^\| ([A-Z]{3}) \|", README.read_text("utf-8"), re.MULTILINE) == list(
        dict.fromkeys(rule.code[:3] for rule in RULES)
    )


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert next(block for block in fenced("sh", README) if "pytest" in block) in (ROOT / ".ci" / "run").read_text(
        "utf-8"
    )


@pytest.mark.parametrize("gate", ["ruff check .", "ruff format --check .", "mypy --strict"])
def test_ci_runs_every_gate(gate: str) -> None:
    assert re.search(rf"^\.venv/bin/{re.escape(gate)}( >.*)?$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


def test_its_settings_are_accepted() -> None:
    said = [parse(tomllib.loads(text)) for text in fenced("toml", *PAGES)]
    assert [len(each.waiver) for each in said if each.waiver] == [1]
    assert "longest" in {each.duplicates.keep for each in said}


@pytest.mark.parametrize("call", calls())
def test_its_commands_are_understood(call: str) -> None:
    verb, *args = shlex.split(call, comments=True)
    command = audit.commands[verb]
    assert isinstance(command.make_context(verb, args), click.Context)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_its_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_its_first_example_prints_what_it_says(called: Callable[..., Ran], tmp_path: Path) -> None:
    example, shown = next(block for block in fenced("sh", README) if "printf" in block), fenced("", README)[0]
    text = re.search(r"printf '(.*?)'", example)[1].replace("\\n", "\n")
    (tmp_path / "town").mkdir()
    (tmp_path / "town" / "bookshop.txt").write_text(text.encode("gb18030").decode("latin-1"), "utf-8")
    out = called("check", "town/").out
    assert "bookshop.txt" in shown
    assert [line for line in shown.splitlines() if line.removesuffix("…").rstrip() not in out] == []


def test_constraints_name_no_address() -> None:
    assert not re.search(r"://|@|--index", (ROOT / "tests" / "constraints.txt").read_text("utf-8"))
