"""Which columns a release must have: those of the version of the schema that it was made with.

Within a major version the schema only grows. Each column that is added makes a minor version, and a release keeps the
columns it was made with for ever: a program that knows more columns still verifies it, and one that knows fewer does.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from audit.release.tables import TABLES
from audit.tables import Table
from audit.tables.table import column_of

if TYPE_CHECKING:
    import pyarrow as pa

_FIRST: Final = {
    "documents": """
        title source date body boilerplate id author source_original published_at language encoding sha256
    """,
    "blocks": """
        id block start end text kind boilerplate score reason
    """,
    "measures": """
        id bytes chars encoding encoding_source encoding_confidence encoding_declared encoding_runner_up
        mixed_encoding legacy_codec bom decode_errors superseded_codes repaired replacement_chars
        control_chars private_use noncharacters lone_surrogates zero_width bidi_unbalanced mojibake
        mojibake_kind html_entities question_runs nfc language language_confidence language_runner_up
        language_expected second_language second_share script script_share letters foreign_blocks
        foreign_share variant_mix duplicate_of duplicate_kind duplicate_release similarity containment
        contained quotes copies repeated_share shared_share title_twins leaked_share leaked_from title_chars
        has_source has_date has_author body_chars later_dates starts_mid_sentence ends_mid_sentence
        title_in_body title_repeats no_article blocks boilerplate_blocks boilerplate_share
        boilerplate_inside related_items related_cut_off run_together residual_prompts punctuation_led
        spaced_punctuation homoglyph_pairs injected_ads spun_score spun_of foreign_lines
    """,
    "duplicates": """
        a b kind coverage_ab coverage_ba jaccard longest_run cluster release
    """,
    "suspects": """
        id spun_of score coverage coverage_of short short_of anchors
    """,
    "recurring": """
        hash text documents sources source in_source boilerplate_share
    """,
    "findings": """
        fingerprint code severity id start end byte_start byte_end message evidence
    """,
    "ledger": """
        id path bytes sha256 state code detail duplicate_of
    """,
}
# What every release of schema version 1 holds: the columns of 1.0. Nothing is ever added here, or taken away.
FIRST: Final[Mapping[str, frozenset[str]]] = MappingProxyType({n: frozenset(c.split()) for n, c in _FIRST.items()})

SCHEMA_MINOR: Final = sum(name not in FIRST.get(table.name, ()) for table in TABLES for name in table.names)


@dataclass(frozen=True, slots=True)
class Carried:
    """A table with the columns that a release carries; `unknown` are those of a later version than this program's."""

    table: Table
    unknown: tuple[str, ...] = ()


def carried(schema: pa.Schema, table: Table, minor: int) -> Carried | None:
    """Return the table as a release of that minor version carries it; None when it may not look like that.

    Of a later version it has all columns that we know, in our order, and others besides; of an earlier one it may lack
    what came after 1.0; of our own it has exactly ours.
    """
    known = [name for name in schema.names if name in table.names]
    unknown = tuple(name for name in schema.names if name not in table.names)
    missing = frozenset(table.names) - frozenset(known)
    is_whole = not missing or (minor < SCHEMA_MINOR and not missing & FIRST.get(table.name, frozenset()))
    if not is_whole or (unknown and minor <= SCHEMA_MINOR) or len({*schema.names}) < len(schema.names):
        return None
    columns = [column_of(field) for field in schema]
    if [schema.field(name) for name in known] != list(table.only(*known).arrow) or None in columns:
        return None
    return Carried(replace(table, columns=tuple(c for c in columns if c is not None)), unknown)


def lacking(tables: Mapping[str, object], minor: int) -> tuple[str, ...]:
    """Return the names of the tables that a release of that minor version must have besides these."""
    later = () if minor < SCHEMA_MINOR else (table.name for table in TABLES)
    return tuple(sorted({*FIRST, *later} - tables.keys()))


def unknown(tables: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of the tables that this program does not know."""
    return tuple(sorted(tables.keys() - {table.name for table in TABLES}))
