"""All rules, ordered by code; one constant each, one module per family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from audit.rulebook.boilerplate import BOILERPLATE
from audit.rulebook.characters import CHARACTERS
from audit.rulebook.duplication import DUPLICATION
from audit.rulebook.encoding import ENCODING
from audit.rulebook.fields import FIELDS
from audit.rulebook.language import LANGUAGE
from audit.rulebook.limits import LIMITS
from audit.rulebook.metrics import all_measured
from audit.rulebook.spun import SPUN

if TYPE_CHECKING:
    from audit.rule import Rule

_WRITTEN: Final = (*ENCODING, *CHARACTERS, *LANGUAGE, *DUPLICATION, *FIELDS, *BOILERPLATE, *SPUN, *LIMITS)
# Families in pipeline order; codes ascending within each.
RULES: Final[tuple[Rule, ...]] = all_measured(
    sorted(_WRITTEN, key=lambda rule: (("ENC", "LNG", "DUP", "FLD", "BPL", "SPN").index(rule.family), rule.code))
)
