"""The output formats of `audit diff`, by file suffix; in Markdown the edits of each document are marked."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeAlias

from audit.errors import UsageError
from audit.release.card.markdown import code, number, plain, table
from audit.report.differences.summary import (
    EDITED,
    MEASURES,
    describe_column_change,
    describe_leak,
    differences_summary,
    one_line,
)
from audit.report.summary import row
from audit.report.terminal import plain_text
from audit.text.visible import safe_json, visible

# Writes the differences, and why they fail a check for changes: a sentence, or nothing.
Write: TypeAlias = Callable[[Mapping[str, Any], str], str]
# As HTML tags, since Markdown's emphasis fails next to Chinese punctuation.
_MARKS: Final = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}


def _as_text(facts: Mapping[str, Any], failure: str) -> str:
    """Return the differences as shown on a terminal, without colours."""
    verdict = [row("verdict", f"fail; {visible(failure)}")] if failure else []
    return plain_text([*differences_summary(facts), *verdict])


def _as_json(facts: Mapping[str, Any], _: str) -> str:
    """Return the differences as ASCII JSON, safe for terminals and CI runners."""
    return safe_json(json.dumps(facts, ensure_ascii=True, indent=1, sort_keys=True)) + "\n"


def differences_markdown(facts: Mapping[str, Any], failure: str) -> str:
    """Return the differences as Markdown, after the sentence why they fail, if any."""
    old, new = facts["old"], facts["new"]
    head = f"# {'audit diff: fail, ' if failure else ''}{plain(old['name'])} → {plain(new['name'])}"
    sections: tuple[Iterable[str], ...] = (
        [f"🔴 {plain(failure)}"] if failure else [],
        _demand(facts),
        _documents(facts),
        _examples(facts),
        _columns(facts),
        _shifts(facts),
        _findings(facts),
        _copies(facts),
        _notes(facts),
    )
    return "\n\n".join([head, *(text for section in sections for text in section)]) + "\n"


def _demand(facts: Mapping[str, Any]) -> Iterator[str]:
    bump = facts["bump"]
    if bump["level"] == "none":
        yield "Nothing changed: no new version is required."
        return
    yield f"Requires a **{bump['level']}** version:"
    yield "\n".join(f"- {each['level']}: {plain(each['change'])}" for each in bump["reasons"])


def _documents(facts: Mapping[str, Any]) -> Iterator[str]:
    counts = facts["documents"]
    rows = [(name, number(counts[name])) for name in ("added", "removed", "renamed")]
    rows += [(EDITED[edit], number(count)) for edit, count in counts["edited"].items()]
    rows += [("unchanged", number(counts["unchanged"]))]
    sizes = f"{number(facts['old']['documents'])} documents before, {number(facts['new']['documents'])} after."
    yield f"## Documents\n\n{sizes}\n\n{table(('change', 'documents'), rows)}"


def _examples(facts: Mapping[str, Any]) -> Iterator[str]:
    shown, counts = facts["examples"], facts["documents"]
    for name in ("added", "removed"):
        if shown[name]:
            why = shown.get(f"why_{name}", {})
            items = (f"{code(id)}{f': {plain(why[id])}' if id in why else ''}" for id in shown[name])
            yield f"### {name.capitalize()}\n\n{_list(items, counts[name])}"
    if shown["renamed"]:
        pairs = (f"{code(each['old'])} → {code(each['new'])}" for each in shown["renamed"])
        yield f"### Renamed\n\n{_list(pairs, counts['renamed'])}"
    if shown["edited"]:
        yield "### Edited"
        yield "\n".join(line for each in shown["edited"] for line in _edited(each))


def _list(items: Iterator[str], count: int) -> str:
    lines = [f"- {item}" for item in items]
    return "\n".join([*lines, *([f"- … and {number(count - len(lines))} more"] if count > len(lines) else [])])


def _edited(example: Mapping[str, Any]) -> Iterator[str]:
    named = ", ".join(code(each["column"]) for each in example["columns"])
    yield f"- {code(example['id'])}, {EDITED[example['edit']]}{f': {named}' if named else ''}"
    for each in example["columns"]:
        if each["old"] is not None or each["new"] is not None:
            yield f"  - {code(each['column'])}: {_marked('-', each['old'] or '')} {_marked('+', each['new'] or '')}"
    for place in example["wording"]["places"] if example["wording"] else ():
        yield f"  - {''.join(_marked(piece['sign'], piece['text']) for piece in place).strip()}"


def _marked(sign: str, text: str) -> str:
    before, after = _MARKS[sign]
    return f"{before}{plain(one_line(text))}{after}"


def _columns(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts["columns"]:
        yield "## Columns\n\n" + "\n".join(f"- {plain(describe_column_change(each))}" for each in facts["columns"])


def _shifts(facts: Mapping[str, Any]) -> Iterator[str]:
    rows = [_shift(each) for each in facts["shifts"]]
    if rows:
        yield f"## Shift\n\n{table(('of', 'verdict', 'distance', 'measure', 'largest changes'), rows)}"


def _shift(shift: Mapping[str, Any]) -> Sequence[str]:
    distance = "" if shift["distance"] is None else f"{shift['distance']:.3f}"
    moved = [f"{plain(m['value'] or 'none')} {m['old']:.1%} → {m['new']:.1%}" for m in shift["movers"]]
    if shift["median_old"] is not None or shift["median_new"] is not None:
        moved = [f"median {shift['median_old'] or 'none'} → {shift['median_new'] or 'none'}"]
    return shift["of"], shift["verdict"], distance, MEASURES[shift["measure"]], ", ".join(moved)


def _findings(facts: Mapping[str, Any]) -> Iterator[str]:
    findings = facts["findings"]
    if findings is None:
        return
    counts = (
        f"{number(findings['new'])} new, {number(findings['resolved'])} resolved, {number(findings['kept'])} unchanged."
    )
    rows = [
        (code(e["code"]), e["severity"], *(number(e[n]) for n in ("new", "resolved", "kept")))
        for e in findings["rules"]
    ]
    yield f"## Findings\n\n{counts}\n\n{table(('rule', 'severity', 'new', 'resolved', 'unchanged'), rows)}"
    for name, shown in (("new", findings["examples_new"]), ("resolved", findings["examples_resolved"])):
        if shown:
            lines = (f"{code(each['code'])} {code(each['id'])}: {plain(one_line(each['message']))}" for each in shown)
            yield f"### {name.capitalize()} findings\n\n{_list(lines, findings[name])}"


def _copies(facts: Mapping[str, Any]) -> Iterator[str]:
    duplicates, copies = facts["duplicates"], facts["documents"]["copies"]
    lines = []
    if duplicates is not None:
        lines.append(f"- duplicate pairs: {number(duplicates['appeared'])} new, {number(duplicates['gone'])} resolved")
    if copies:
        lines.append(f"- added documents with the body of an existing document: {number(copies)}")
    lines += [f"- leakage: {plain(describe_leak(leak, facts['old']['name']))}" for leak in facts["leaks"]]
    if lines:
        yield "## Duplicates and leakage\n\n" + "\n".join(lines)


def _notes(facts: Mapping[str, Any]) -> Iterator[str]:
    if facts["notes"]:
        yield "## Not compared\n\n" + "\n".join(f"- {plain(note)}" for note in facts["notes"])


# Format names, file suffixes, and writers.
FORMATS: Final[Mapping[str, tuple[str, Write]]] = {
    "text": (".txt", _as_text),
    "markdown": (".md", differences_markdown),
    "json": (".json", _as_json),
}


def format_of_file(file: Path) -> Write:
    """Return the writer for the file's suffix; raises UsageError if there is none."""
    for suffix, write in FORMATS.values():
        if file.name.endswith(suffix):
            return write
    known = ", ".join(f"{suffix} ({name})" for name, (suffix, _) in FORMATS.items())
    raise UsageError(f"the name of {visible(str(file))} has no known output format: end it with one of {known}")
