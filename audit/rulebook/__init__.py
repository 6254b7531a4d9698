"""All rules, ordered by code; one constant each, one module per family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audit.rulebook.boilerplate import BOILERPLATE, BOILERPLATE_OF_CORPUS
from audit.rulebook.characters import CHARACTERS
from audit.rulebook.compared import DUPLICATION_COMPARED
from audit.rulebook.corpus.containers import CONTAINERS_OF_CORPUS
from audit.rulebook.corpus.copies import DUPLICATION_OF_CORPUS
from audit.rulebook.corpus.limits import (
    BOILERPLATE_LIMITS,
    DUPLICATION_LIMITS,
    FIELDS_LIMITS,
    LANGUAGE_LIMITS,
)
from audit.rulebook.duplication import DUPLICATION
from audit.rulebook.encoding import ENCODING, ENCODING_OF_CORPUS
from audit.rulebook.fields import FIELDS, FIELDS_OF_CORPUS
from audit.rulebook.language import LANGUAGE, LANGUAGE_OF_CORPUS
from audit.rulebook.metrics import all_measured
from audit.rulebook.mojibake import MISREAD
from audit.rulebook.rights import RIGHTS
from audit.rulebook.spun import SPUN

if TYPE_CHECKING:
    from audit.rule import Rule

_WRITTEN: Final = (
    *ENCODING,
    *MISREAD,
    *CHARACTERS,
    *ENCODING_OF_CORPUS,
    *CONTAINERS_OF_CORPUS,
    *LANGUAGE,
    *LANGUAGE_OF_CORPUS,
    *LANGUAGE_LIMITS,
    *DUPLICATION,
    *DUPLICATION_COMPARED,
    *DUPLICATION_OF_CORPUS,
    *DUPLICATION_LIMITS,
    *FIELDS,
    *RIGHTS,
    *FIELDS_OF_CORPUS,
    *FIELDS_LIMITS,
    *BOILERPLATE,
    *BOILERPLATE_OF_CORPUS,
    *BOILERPLATE_LIMITS,
    *SPUN,
)
# Families in pipeline order, as above; codes ascending within each.
RULES: Final[tuple[Rule, ...]] = all_measured(
    sorted(_WRITTEN, key=lambda rule: (("ENC", "LNG", "DUP", "FLD", "BPL", "SPN").index(rule.family), rule.code))
)
