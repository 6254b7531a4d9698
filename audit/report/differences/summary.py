"""The differences between two datasets as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Final

from audit.report.summary import Line, row
from audit.text.secret import without_secrets
from audit.text.visible import visible

# Examples shown per kind, a screenful; the other formats have all.
_SHOWN: Final = 3
_ID_CHARS: Final = 100
_COLOURS: Final = {"=": "", "-": "red", "+": "green"}
_MARKS: Final = {"-": ("[-", "-]"), "+": ("{+", "+}")}
_VERDICTS: Final = {"shifted": "yellow", "unclear": "", "steady": "", "same": "dim", "unknown": "dim"}
EDITED: Final = {
    "body": "edited in the body",
    "metadata": "edited in the metadata only",
    "boilerplate": "edited in the boilerplate only",
    "bytes": "different bytes with the same content",
}
MEASURES: Final = {"jensen-shannon": "Jensen-Shannon distance", "kolmogorov-smirnov": "Kolmogorov-Smirnov distance"}


def differences_summary(facts: Mapping[str, Any]) -> Iterator[Line]:
    """Yield the lines of the summary."""
    old, new = facts["old"], facts["new"]
    yield [("bold", f"{visible(old['name'])} → {visible(new['name'])}")]
    yield []
    yield row("documents", f"{old['documents']:,} → {new['documents']:,}")
    yield from _documents(facts)
    yield from _columns(facts["columns"])
    yield from _shifts(facts["shifts"])
    yield from _findings(facts["findings"])
    yield from _copies(facts)
    yield from _demand(facts["bump"])
    yield from (row("note" if not n else "", visible(note)) for n, note in enumerate(facts["notes"]))


def _documents(facts: Mapping[str, Any]) -> Iterator[Line]:
    counts, shown = facts["documents"], facts["examples"]
    for name, sign in (("added", "+"), ("removed", "-")):
        if counts[name]:
            yield row("", f"{counts[name]:>9,} {name}", _COLOURS[sign])
            yield from _ids(shown[name], counts[name], shown.get(f"why_{name}", {}))
    if counts["renamed"]:
        yield row("", f"{counts['renamed']:>9,} renamed: same body, different id")
        pairs = [f"{_short(each['old'])} → {_short(each['new'])}" for each in shown["renamed"][:_SHOWN]]
        yield from (row("", f"{'':10}{pair}", "dim") for pair in pairs)
    for edit, count in counts["edited"].items():
        if count:
            yield row("", f"{count:>9,} {EDITED[edit]}")
            for example in [each for each in shown["edited"] if each["edit"] == edit][:_SHOWN]:
                yield from _example(example)
    yield row("", f"{counts['unchanged']:>9,} unchanged", "dim")


def _ids(ids: Sequence[str], count: int, why: Mapping[str, str]) -> Iterator[Line]:
    for id in ids[:_SHOWN]:
        yield row("", f"{'':10}{_short(id)}{f'  {visible(why[id])}' if id in why else ''}", "dim")
    if count > _SHOWN:
        yield row("", f"{'':10}… and {count - _SHOWN:,} more", "dim")


def _short(id: str) -> str:
    return visible(id, _ID_CHARS)


def _example(example: Mapping[str, Any]) -> Iterator[Line]:
    yield row("", f"{'':10}{_short(example['id'])}", "dim")
    for each in example["columns"]:
        if each["old"] is not None or each["new"] is not None:
            before, after = (_value_or_nothing(each[side]) for side in ("old", "new"))
            name = row("", f"{'':12}{visible(each['column'])}: ")
            yield [*name, *_marked("-", before), ("", " "), *_marked("+", after)]
    for place in example["wording"]["places"] if example["wording"] else ():
        pieces = (_marked(piece["sign"], one_line(piece["text"])) for piece in place)
        yield [*row("", " " * 12), *chain.from_iterable(pieces)]


def _value_or_nothing(value: str | None) -> str:
    return "nothing" if value is None else one_line(value)


def _marked(sign: str, text: str) -> Line:
    before, after = _MARKS.get(sign, ("", ""))
    return [(_COLOURS[sign], f"{before}{text}{after}")]


def one_line(text: str) -> str:
    """Return a passage on one line, escaped and without secrets."""
    return visible(without_secrets(text.replace("\n", "⏎")))


def _columns(columns: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    for n, each in enumerate(columns):
        yield row("columns" if n == 0 else "", describe_column_change(each))


def describe_column_change(change: Mapping[str, Any]) -> str:
    """Return a column's change in words."""
    if change["what"] == "moved":
        return f"the columns of {visible(change['table'])} are in a different order"
    place = f"{visible(change['table'])}.{visible(change['column'], _ID_CHARS)}"
    match change["what"]:
        case "removed":
            return f"{place} was removed ({visible(change['old'])})"
        case "added":
            return f"{place} was added ({visible(change['new'])})"
        case "filled":
            return f"{place}, empty before, now has values ({visible(change['new'])})"
        case "emptied":
            return f"{place} is now empty; at least half of the documents had a value"
    return f"{place} changed from {visible(change['old'])} to {visible(change['new'])} (! is never null)"


def _shifts(shifts: Sequence[Mapping[str, Any]]) -> Iterator[Line]:
    for n, each in enumerate(shifts):
        verdict = (_VERDICTS[each["verdict"]], f"{each['verdict']:8}")
        yield [*row("" if n else "shift", f"{each['of']:9} "), verdict, ("", describe_shift(each))]


def describe_shift(shift: Mapping[str, Any]) -> str:
    """Return a shift in words: the distance, and what moved."""
    if shift["distance"] is None:
        return f"one side has no values ({shift['old']:,} and {shift['new']:,} documents have one)"
    distance = f"{MEASURES[shift['measure']]} {shift['distance']:.3f}"
    if shift["verdict"] == "same":
        return distance
    if shift["median_old"] is not None:
        return f"{distance}; median {shift['median_old']} → {shift['median_new']}"
    moved = [f"{_value(m['value'])} {m['old']:.1%} → {m['new']:.1%}" for m in shift["movers"][:_SHOWN]]
    return f"{distance}; {', '.join(moved)}" if moved else distance


def _value(value: str | None) -> str:
    return "none" if value is None else visible(value, 40)


def _findings(findings: Mapping[str, Any] | None) -> Iterator[Line]:
    if findings is None:
        return
    yield row("findings", f"{findings['new']:,} new, {findings['resolved']:,} resolved, {findings['kept']:,} unchanged")
    for each in findings["rules"]:
        yield row("", f"{each['code']} {each['severity']:8} +{each['new']:,} -{each['resolved']:,}")
    for each in findings["examples_new"][:_SHOWN]:
        yield row("", f"new: {visible(each['code'])} {_short(each['id'])}: {one_line(each['message'])}", "dim")


def _copies(facts: Mapping[str, Any]) -> Iterator[Line]:
    duplicates, copies = facts["duplicates"], facts["documents"]["copies"]
    if duplicates is not None:
        pairs = f"{sum(duplicates['old'].values()):,} → {sum(duplicates['new'].values()):,} pairs"
        yield row("duplicates", f"{pairs}: {duplicates['appeared']:,} new, {duplicates['gone']:,} resolved")
    if copies:
        what = "added document has" if copies == 1 else "added documents have"
        yield row("", f"{copies:,} {what} the body of an existing document", "yellow")
    for n, leak in enumerate(facts["leaks"]):
        yield row("leakage" if n == 0 else "", describe_leak(leak, facts["old"]["name"]), "red")


def describe_leak(leak: Mapping[str, Any], old: str) -> str:
    """Return a leak in words."""
    of = f"{visible(leak['of'])} of {visible(old)}" if leak["is_across"] else visible(leak["of"])
    many = "body occurs" if leak["documents"] == 1 else "bodies occur"
    return f"{leak['documents']:,} {many} in {visible(leak['into'])} and in {of}, such as {_short(leak['examples'][0])}"


def _demand(bump: Mapping[str, Any]) -> Iterator[Line]:
    level = bump["level"]
    if level == "none":
        yield row("bump", "none: nothing changed")
        return
    for n, reason in enumerate(bump["reasons"]):
        yield row("bump" if n == 0 else "", f"{reason['level']:6} {visible(reason['change'])}")
