"""The columns a release must have, by the schema version it was made with.

Within a major version columns are only added, each addition counting as a minor version, and a release keeps its
columns forever: programs with newer or older schemas can verify it.
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
# The columns of schema 1.0, which every release of version 1 has. Frozen.
FIRST: Final[Mapping[str, frozenset[str]]] = MappingProxyType({n: frozenset(c.split()) for n, c in _FIRST.items()})

SCHEMA_MINOR: Final = sum(name not in FIRST.get(table.name, ()) for table in TABLES for name in table.names)


@dataclass(frozen=True, slots=True)
class Carried:
    """A table with the columns of a release; `unknown` are those of a later schema version than ours."""

    table: Table
    unknown: tuple[str, ...] = ()


def carried(schema: pa.Schema, table: Table, minor: int) -> Carried | None:
    """Return the table in a release of that minor version; None if its columns are invalid.

    Later versions have all columns we know, in order, and more; earlier ones may lack those added after 1.0; the
    current one has exactly ours.
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
    """Return the names of required tables missing from a release of that minor version."""
    later = () if minor < SCHEMA_MINOR else (table.name for table in TABLES)
    return tuple(sorted({*FIRST, *later} - tables.keys()))


def unknown(tables: Mapping[str, object]) -> tuple[str, ...]:
    """Return the names of unknown tables."""
    return tuple(sorted(tables.keys() - {table.name for table in TABLES}))
