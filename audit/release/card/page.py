"""README.md of a release: the dataset card, with YAML front matter for loaders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from audit.differences.matched import EDITS
from audit.ledger import QUARANTINE
from audit.release.card.facts import CardFacts, shards_of
from audit.release.card.huggingface import Config, Front, front_matter
from audit.release.card.markdown import block, code, number, plain, prose, table
from audit.release.card.summary import Tally
from audit.release.manifest import DATASET, Manifest, canonical_json
from audit.release.tables import tables_with
from audit.tables import Table
from audit.text.languages import NO_SINGLE_LANGUAGE

CARD: Final = "README.md"
_HUB_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
# Rows shown of long lists; the tables hold the rest.
_LONGEST_LIST: Final = 40
# In this order whether the manifest was made by this run or read from its file, which sorts names.
_CHANGES: Final = ("added", "removed", "renamed", *EDITS)


def card(facts: CardFacts) -> str:
    """Return README.md of a release."""
    sections = (
        _head, _changes, _use, _terms, _accounts, _copies, _columns, _contents, _rules, _making, _limits, _checking,
    )  # fmt: skip
    body = "\n\n".join(text for section in sections if (text := section(facts)))
    return f"{front_matter(_front(facts))}\n{body}\n"


def _dataset_tables(manifest: Manifest) -> tuple[Table, ...]:
    return tuple(t for t in tables_with(manifest.substance.extra) if t.name in DATASET)


def _front(facts: CardFacts) -> Front:
    manifest = facts.manifest
    configs = tuple(
        Config(
            table=t,
            paths=f"{t.name}/train-*.parquet",
            content=manifest.substance.tables[t.name],
            download=sum(file.bytes for file in shards_of(manifest.files, t)),
        )
        for t in _dataset_tables(manifest)
    )
    languages = _hub_languages(facts.summary.languages)
    return Front(manifest.name, manifest.version, languages, configs, facts.stated.licence_of_hub())


def _hub_languages(languages: Tally) -> tuple[str, ...]:
    """Return the primary subtags, as the Hub accepts them: zh for zh-Hans."""
    tongues = {tag.split("-")[0] for tag, _ in languages}
    return tuple(sorted(tongue for tongue in tongues.difference(NO_SINGLE_LANGUAGE) if _HUB_LANGUAGE.fullmatch(tongue)))


def _head(facts: CardFacts) -> str:
    manifest, tables = facts.manifest, facts.manifest.substance.tables
    parent = f" It follows version {manifest.parent.version}." if manifest.parent else " It is the first version."
    return (
        f"# {plain(manifest.name)} {manifest.version}\n\n"
        f"{number(tables['documents'].rows)} documents in {number(tables['blocks'].rows)} blocks, "
        f"parsed from {number(facts.summary.counts['found'])} raw inputs, "
        f"audited and released by {plain(manifest.tool['name'])} {plain(manifest.tool['version'])}.{parent}"
    )


def _changes(facts: CardFacts) -> str:
    manifest, changes = facts.manifest, facts.manifest.changes
    if changes is None or manifest.parent is None:
        return ""
    old = manifest.parent.version
    became = [(plain(name), number(changes.counts[name])) for name in _CHANGES if changes.counts.get(name)]
    demands = "Nothing changed." if changes.bump == "none" else f"A {changes.bump} version, because:"
    reasons = [f"- {plain(reason)}" for reason in changes.reasons[:_LONGEST_LIST]]
    if len(changes.reasons) > _LONGEST_LIST:
        reasons.append(f"- and {number(len(changes.reasons) - _LONGEST_LIST)} more changes")
    shown = code(f"audit diff {manifest.name}@{old} {manifest.name}@{manifest.version}")
    parts = (
        f"## Changes since {old}",
        demands,
        "\n".join(reasons),
        table(("documents", "number"), became) if became else "",
        f"`audit/changes.json` lists all changes, without the text of documents; {shown} shows the text too.",
    )
    return "\n\n".join(part for part in parts if part)


def _use(facts: CardFacts) -> str:
    name, version = facts.manifest.name, facts.manifest.version
    lines = (
        "from datasets import load_dataset",
        "",
        f'documents = load_dataset("dist/{name}/{version}", split="train")',
        f'blocks = load_dataset("dist/{name}/{version}", "blocks", split="train")',
        f'documents = load_dataset("OWNER/{name}", revision="v{version}", split="train")  # from a Hub',
    )
    return f"## Use\n\n{block(chr(10).join(lines), 'python')}"


def _terms(facts: CardFacts) -> str:
    stated = facts.stated
    where = f", {prose(stated.licence_url)}" if stated.licence_url else ""
    lines = [
        f"Licence: {code(stated.licence)}{where}" if stated.licence else "No licence is stated.",
        *(
            f"{name}: {prose(value)}"
            for name, value in (
                ("Creator", stated.creator),
                ("Contact", stated.contact),
                ("Homepage", stated.homepage),
                ("Origin of the texts", stated.provenance),
            )
            if value
        ),
        *(f"Condition of use: {prose(condition)}" for condition in stated.conditions),
    ]
    cited = f"\n\n{block(stated.citation, 'bibtex')}" if stated.citation else ""
    listed = "\n".join(f"- {line}" for line in lines)
    return f"## Terms\n\nAs stated by the dataset's creators.\n\n{listed}{cited}"


def _accounts(facts: CardFacts) -> str:
    states = [(code(state), number(count)) for state, count in facts.summary.counts.items()]
    reasons = [
        (code(r.state), code(r.code), _reason(r.code, facts.rule_names), number(r.inputs))
        for r in facts.summary.set_aside[:_LONGEST_LIST]
    ]
    return (
        f"## Inputs by state\n\n{table(('state', 'inputs'), states)}\n\nInputs set aside, by reason; "
        "`audit/ledger.parquet` has the reason for each "
        f"input:\n\n{table(('state', 'code', 'reason or remedy', 'inputs'), reasons)}"
    )


def _copies(facts: CardFacts) -> str:
    copies = facts.summary.copies
    if not copies.documents:
        return ""
    share = f"{copies.lost / copies.tokens:.2%}" if copies.tokens else "nothing"
    sentence = (
        f"{number(copies.documents)} documents were set aside as exact or near duplicates of kept documents. Of their "
        f"text {share} ({number(copies.lost)} of {number(copies.tokens)} tokens) occurs in no kept document; "
        "`audit/ledger.parquet` has the figures for each, and why the other was kept."
    )
    rows = [(by, code(name), number(all), number(some), f"{some / all:.0%}") for by, name, all, some in copies.groups]
    if not rows:
        return f"## Duplicates set aside\n\n{sentence}"
    shown = table(("by", "group", "documents", "duplicates", "share"), rows[:_LONGEST_LIST])
    return (
        f"## Duplicates set aside\n\n{sentence}\n\nBy folder, source, language and year, with 20 or more "
        f"documents:\n\n{shown}"
    )


def _reason(reason: str, names: Mapping[str, str]) -> str:
    return plain(names.get(reason) or QUARANTINE.get(reason, ""))


def _columns(facts: CardFacts) -> str:
    tables = _dataset_tables(facts.manifest)
    parts = [f"### {t.name}\n\n{plain(t.meaning)}\n\n{_column_table(t)}" for t in tables]
    return "## Columns\n\n" + "\n\n".join(parts)


def _column_table(shown: Table) -> str:
    rows = [(code(c.name), code(c.type), "" if c.required else "yes", plain(c.meaning)) for c in shown.columns]
    return table(("column", "type", "may be null", "meaning"), rows)


def _contents(facts: CardFacts) -> str:
    summary = facts.summary
    parts = (
        ("Languages", ("language", "documents"), summary.languages),
        ("Encodings of the raw bytes", ("encoding", "documents"), summary.encodings),
        ("Stated fields; all others are null rather than guessed", ("field", "documents"), summary.stated),
        ("Kinds of blocks", ("kind", "blocks"), summary.kinds),
    )
    return "## Contents\n\n" + "\n\n".join(f"{title}:\n\n{_tally(head, rows)}" for title, head, rows in parts)


def _tally(head: Sequence[str], rows: Tally) -> str:
    return table(head, _cells(rows[:_LONGEST_LIST]))


def _cells(rows: Iterable[tuple[str, int]]) -> list[tuple[str, str]]:
    return [(code(name), number(count)) for name, count in rows]


def _rules(facts: CardFacts) -> str:
    names = facts.rule_names
    rows = [(code(r.code), _reason(r.code, names), r.severity, *map(number, r.numbers)) for r in facts.summary.rules]
    head = ("rule", "fault", "severity", "findings", "documents", "of these published")
    return (
        "## Findings\n\nFor each document that breaks a rule, `audit/findings.parquet` has the place and the "
        f"evidence; `audit explain CODE` shows the rule's page.\n\n{table(head, rows)}"
    )


def _making(facts: CardFacts) -> str:
    policy = canonical_json(facts.manifest.substance.parameters).decode("utf-8")
    return f"## How it was made\n\nThe settings of the run:\n\n{block(policy, 'json')}"


def _limits(facts: CardFacts) -> str:
    licence = (
        "The licence above is stated by the dataset's creators; texts remain under the terms of their sources."
        if facts.stated.licence
        else "The licence of the texts is unknown: they remain under the terms of their sources."
    )
    return (
        f"## Limits\n\n- {licence}\n- Bodies are the original texts without boilerplate. Nothing was rewritten, "
        "masked or corrected, so they may contain personal data and mistakes.\n- Boilerplate, languages and "
        "duplicates are determined by a program, and sometimes wrong: blocks have a score and a reason, duplicate "
        "pairs their measured similarity, and rules a list of known problems.\n- Dates, sources and authors are what "
        "the texts state, not what is true."
    )


def _checking(facts: CardFacts) -> str:
    command = f"audit verify dist/{facts.manifest.name}/{facts.manifest.version}"
    return (
        f"## Verify\n\n{block(command, 'sh')}\n\n`manifest.json` lists every file with its SHA-256, and for each "
        "table a digest of its content that does not depend on the layout of the files. By default, loaders do not "
        "check the page checksums of Parquet files; `audit verify` does. `audit/` contains the evidence: measures, "
        "duplicates, findings, the ledger, the report, the expectations and the results of great-expectations."
    )
