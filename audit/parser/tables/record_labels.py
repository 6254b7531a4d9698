"""Labels in the head of a record, as expressions: one table for all that reads such a head."""

from __future__ import annotations

from typing import Final

from audit.parser.tables import patterns

_TABLE: Final = patterns("record_labels")
# Of the page's address, and of the text below; of what else a head states: its day, source and author.
ADDRESSES: Final = _TABLE["addresses"]
TEXTS: Final = _TABLE["texts"]
STATED: Final = "|".join((*(_TABLE[name] for name in ("days", "sources", "authors")), ADDRESSES))
# Of what catalogues say of a work beside its title.
WORKS: Final = _TABLE["works"]
