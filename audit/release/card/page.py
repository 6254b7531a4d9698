"""README.md of a release: the dataset card, with YAML front matter for loaders."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from audit.ledger import QUARANTINE
from audit.release.card.facts import CardFacts, shards_of
from audit.release.card.huggingface import Config, Front, front_matter
from audit.release.card.markdown import block, code, number, plain, prose, table
from audit.release.card.summary import Tally
from audit.release.manifest import DATASET, Manifest, canonical_json
from audit.release.tables import tables_with
from audit.tables import Table

CARD: Final = "README.md"
# Tags that denote no language.
_NO_LANGUAGE: Final = frozenset({"und", "zxx", "mul"})
_HUB_LANGUAGE: Final = re.compile(r"[a-z]{2,3}")
# Rows shown of long lists; the tables hold the rest.
_LONGEST_LIST: Final = 40


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
    return tuple(sorted(tongue for tongue in tongues - _NO_LANGUAGE if _HUB_LANGUAGE.fullmatch(tongue)))


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
    became = [(plain(name), number(count)) for name, count in changes.counts.items() if count]
    demands = "Nothing changed." if changes.bump == "none" else f"A {changes.bump} version, because:"
    reasons = [f"- {plain(reason)}" for reason in changes.reasons[:_LONGEST_LIST]]
    if len(changes.reasons) > _LONGEST_LIST:
        reasons.append(f"- and {number(len(changes.reasons) - _LONGEST_LIST)} changes more")
    shown = code(f"audit diff {manifest.name}@{old} {manifest.name}@{manifest.version}")
    parts = (
        f"## Changes since {old}",
        demands,
        "\n".join(reasons),
        table(("documents", "number"), became) if became else "",
        f"`audit/changes.json` has all of it but the words of the documents; {shown} shows these, too.",
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
            f"{name}: {prose(said)}"
            for name, said in (
                ("Made by", stated.creator),
                ("Contact", stated.contact),
                ("Homepage", stated.homepage),
                ("Where the texts come from", stated.provenance),
            )
            if said
        ),
        *(f"Condition of use: {prose(condition)}" for condition in stated.conditions),
    ]
    cited = f"\n\n{block(stated.citation, 'bibtex')}" if stated.citation else ""
    listed = "\n".join(f"- {line}" for line in lines)
    return f"## Terms\n\nAs its makers state them.\n\n{listed}{cited}"


def _accounts(facts: CardFacts) -> str:
    states = [(code(state), number(count)) for state, count in facts.summary.counts.items()]
    reasons = [
        (code(r.state), code(r.code), _reason(r.code, facts.rule_names), number(r.inputs))
        for r in facts.summary.set_aside[:_LONGEST_LIST]
    ]
    return (
        "## Every input is accounted for\n\n"
        f"{table(('state', 'inputs'), states)}\n\n"
        "What was set aside, and why; `audit/ledger.parquet` says it of each input:\n\n"
        f"{table(('state', 'code', 'reason or remedy', 'inputs'), reasons)}"
    )


def _copies(facts: CardFacts) -> str:
    copies = facts.summary.copies
    if not copies.documents:
        return ""
    share = f"{copies.lost / copies.tokens:.2%}" if copies.tokens else "nothing"
    said = (
        f"{number(copies.documents)} documents are exact or near copies of others that are kept. Of their text {share} "
        f"({number(copies.lost)} of {number(copies.tokens)} tokens) now stands nowhere; `audit/ledger.parquet` says it "
        "of each, and what spoke for the other."
    )
    rows = [(by, code(name), number(all), number(some), f"{some / all:.0%}") for by, name, all, some in copies.groups]
    if not rows:
        return f"## Copies set aside\n\n{said}"
    shown = table(("by", "group", "documents", "copies", "share"), rows[:_LONGEST_LIST])
    return (
        f"## Copies set aside\n\n{said}\n\nOf folders, sources, languages and years of 20 documents or more:\n\n{shown}"
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
        ("Encodings the raw bytes were in", ("encoding", "documents"), summary.encodings),
        ("Fields that are stated; the others are null rather than guessed", ("field", "documents"), summary.stated),
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
        "## Findings\n\nWhere a document breaks a rule, `audit/findings.parquet` holds the place and the evidence; "
        f"`audit explain CODE` is the rule's page.\n\n{table(head, rows)}"
    )


def _making(facts: CardFacts) -> str:
    policy = canonical_json(facts.manifest.substance.parameters).decode("utf-8")
    return f"## How it was made\n\nThe settings of the run:\n\n{block(policy, 'json')}"


def _limits(facts: CardFacts) -> str:
    licence = (
        "The licence above is the one that its makers state; texts stay under the terms of their sources."
        if facts.stated.licence
        else "The licence of the texts is unknown: they stay under the terms of their sources."
    )
    return (
        "## Limits\n\n"
        f"- {licence}\n"
        "- Bodies are the texts as they were found, without their boilerplate. Nothing was rewritten, masked or "
        "corrected, so personal statements and mistakes are still in them.\n"
        "- Boilerplate, language and duplicates are judged by program, and sometimes wrong: blocks carry a score and "
        "a reason, pairs of duplicates their measured similarity, rules a list of known problems.\n"
        "- Dates, sources and authors are what the texts state, not what is true."
    )


def _checking(facts: CardFacts) -> str:
    command = f"audit verify dist/{facts.manifest.name}/{facts.manifest.version}"
    return (
        "## Verify\n\n"
        f"{block(command, 'sh')}\n\n"
        "`manifest.json` lists every file with its SHA-256, and for each table a digest of its content that does not "
        "depend on the files' layout. Loaders do not check Parquet's page checksums unless they are told to; "
        "`audit verify` does. `audit/` holds the evidence: measures, duplicates, findings, the ledger, the report, the "
        "expectations and what great-expectations answered."
    )
