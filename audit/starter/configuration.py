"""The first audit.toml of a folder: survey results as comments, and settings derived from them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from audit.corpus.survey import Columns, Survey
from audit.policy import WRITTEN_BY_INIT
from audit.report.summary import size
from audit.text.languages import NO_SINGLE_LANGUAGE
from audit.text.visible import visible


def configuration(found: Survey, target: str) -> str:
    """Return the text of audit.toml for the survey of the folder `target`."""
    return "\n".join((*_head(found, target), "", *_languages(found), "", *_gate(target), "", *_input(found), ""))


def _head(found: Survey, target: str) -> Iterator[str]:
    yield f"{WRITTEN_BY_INIT} Every key is optional; `audit schema policy` lists all of them;"
    yield "# command-line flags take precedence over this file."
    yield "#"
    yield f"# Found in {_said(target)}: {found.files:,} files, {size(found.bytes)}, the largest {size(found.largest)}."
    yield f"# kinds      {_shares(found.kinds)}"
    yield f"# sampled    {found.looked_at:,} documents" + ("" if found.is_whole else ", drawn at random")
    if found.unread:
        yield f"#            {found.unread:,} inputs could not be read: `audit check {_said(target)}` says why"
    yield f"# encodings  {_shares(found.encodings)}"
    yield f"# languages  {_shares(found.languages)}"


def _languages(found: Survey) -> Iterator[str]:
    yield "# Documents in other languages are set aside (unexpected-language). zh covers zh-Hant."
    tags = [tag for tag in found.languages if tag not in NO_SINGLE_LANGUAGE]
    others = [tag for tag in NO_SINGLE_LANGUAGE if tag in found.languages]
    if others:
        yield "# und: not determined; zxx: no human language; mul: several in one document."
    # Left to the owner where a policy without any language would accept anything, and where only part of the corpus was
    # read, so that other languages may be legitimate.
    sign = "" if found.is_whole and tags else "# "
    yield f"{sign}languages = {json.dumps([*tags, *others])}"


def _gate(target: str) -> Iterator[str]:
    yield "# A check fails on findings of this severity or above: critical, warning or info."
    yield 'fail_on = "critical"'
    yield ""
    yield (
        "# [gate]                  # to be stricter with new findings, such as duplicates: record the known ones with"
    )
    made = f"audit check {_said(target)} --fail-on warning --baseline known.txt --update-baseline"
    yield f'# baseline = "known.txt"  # `{made}`,'
    yield '#                         # commit the file, and set fail_on = "warning"'
    yield ""
    yield "# [limits]                # limits for the corpus as a whole; shares, 0 to 1"
    yield "# near_copies = 0.1"
    yield "# dropped_prose = 0.1"
    yield "# source_set_aside = 0.5  # for any one folder or file of records"


def _input(found: Survey) -> Iterator[str]:
    yield "[input]"
    yield "# max_file_bytes = 67108864  # larger files are quarantined"
    yield from (line for table in found.tables for line in _table(table))
    unknown = next((table for table in found.tables if table.text is None), None)
    if unknown is not None:
        yield f"# No column of {_said(unknown.path)} has a usual name for texts. Put its name, from above, for COLUMN:"
        names = dict.fromkeys(visible(table.text or "COLUMN", 80) for table in found.tables)
        if len(names) > 1:
            yield "# (of several names the first counts at which a record holds something)"
        said = json.dumps(list(names) if len(names) > 1 else next(iter(names)), ensure_ascii=False)
        yield f"# columns = {{ text = {said} }}"


def _table(table: Columns) -> Iterator[str]:
    yield f"# {_said(table.path)}: {', '.join(visible(name, 40) for name in table.names)}"
    taken = [("text", table.text)] if table.text else []
    said = ", ".join(f"{field} from {visible(at, 60)}" for field, at in (*taken, *table.fields))
    yield f"#   {said or 'no column is used'}"


def _shares(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{visible(name, 40)} {count:,}" for name, count in counts.items()) or "none"


def _said(path: str) -> str:
    return visible(path, 120)
