"""The registry of measures, and the table they fill.

A new measure: a module with its columns and its function, its line in the tuple, its test.
"""

from __future__ import annotations

from typing import Final

from audit.measure.boilerplate import BOILERPLATE
from audit.measure.contradictions import CONTRADICTIONS
from audit.measure.document_language import LANGUAGE
from audit.measure.duplication import CONTAMINATION, COPIES, LEAKAGE
from audit.measure.encoding import CHARACTERS
from audit.measure.fields import FIELDS
from audit.measure.measure import Facts, Measure
from audit.measure.opt_out import OPT_OUT
from audit.measure.paraphrase import PARAPHRASE
from audit.measure.reading import READING
from audit.measure.spun.foreign_lines import FOREIGN_LINES
from audit.measure.spun.signs import SIGNS
from audit.tables import Table
from audit.tables.table import required

# Those that are no Measure need the whole corpus and are computed in audit.corpus.
EVERY: Final[tuple[Facts, ...]] = (
    READING, CHARACTERS, LANGUAGE, COPIES, LEAKAGE, CONTAMINATION, FIELDS, CONTRADICTIONS, BOILERPLATE, SIGNS,
    PARAPHRASE, FOREIGN_LINES, OPT_OUT,
)  # fmt: skip

OF_A_BATCH: Final = tuple(facts for facts in EVERY if isinstance(facts, Measure))

MEASURES: Final = Table(
    "measures",
    "one row per document: the facts that rules judge",
    (required("id", "string", "the document"), *(column for facts in EVERY for column in facts.columns)),
)
