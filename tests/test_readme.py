"""The README is true: its commands are the ones that CI runs. The table of rules is the code's.

To write the table anew: AUDIT_WRITE_README=1 pytest tests/test_readme.py
"""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import click
import pytest

from audit.cli import audit
from audit.policy import parse
from audit.rulebook import RULES
from audit.rulebook.page import table_of_rules

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
RULES_PAGE = ROOT / "audit" / "rulebook" / "README.md"
TABLE = re.compile(r"(<!-- rules: [^\n]*-->\n)(.*?)(<!-- end of rules -->)", re.DOTALL)


def fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README.read_text("utf-8"), re.DOTALL | re.MULTILINE)


def test_the_table_of_rules_is_the_codes() -> None:
    wanted = TABLE.sub(lambda m: f"{m[1]}\n{table_of_rules(RULES)}\n{m[3]}", RULES_PAGE.read_text("utf-8"))
    if os.environ.get("AUDIT_WRITE_README"):
        RULES_PAGE.write_text(wanted, "utf-8")
    assert RULES_PAGE.read_text("utf-8") == wanted


def test_its_families_are_the_codes() -> None:
    assert re.findall(r"^\| ([A-Z]{3}) \|", README.read_text("utf-8"), re.MULTILINE) == list(
        dict.fromkeys(rule.code[:3] for rule in RULES)
    )


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert fenced("sh")[1] in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("gate", ["ruff check .", "ruff format --check .", "mypy --strict"])
def test_ci_runs_every_gate(gate: str) -> None:
    assert re.search(rf"^\.venv/bin/{re.escape(gate)}( >.*)?$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)


def test_its_settings_are_accepted() -> None:
    said = [parse(tomllib.loads(text)) for text in fenced("toml")]
    assert [len(each.waiver) for each in said if each.waiver] == [1]
    assert "longest" in {each.duplicates.keep for each in said}


@pytest.mark.parametrize("call", re.findall(r"^\| `audit ([^`]*)`", README.read_text("utf-8"), re.MULTILINE))
def test_its_commands_are_understood(call: str) -> None:
    verb, *args = call.split()
    command = audit.commands[verb]
    assert isinstance(command.make_context(verb, args), click.Context)


def test_constraints_name_no_address() -> None:
    assert not re.search(r"://|@|--index", (ROOT / "tests" / "constraints.txt").read_text("utf-8"))
