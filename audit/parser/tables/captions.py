"""Lines above and below the opinion of a court, as expressions by what they state."""

from __future__ import annotations

import re
from typing import Final

from audit.parser.tables import lists, patterns

_TABLE: Final = patterns("captions")
_NAMES: Final = ("party", "number", "event", "court", "counsel", "judge", "section", "citation", "outcome")
# Words without one of which a text has no such lines.
KNOWN: Final = lists("captions")["known"]
# What is evidence of a judgment, by name, and who is against whom: matches have the same form.
STATED: Final = tuple(re.compile(_TABLE[name]) for name in _NAMES)
CASE: Final = re.compile(_TABLE["case"])
