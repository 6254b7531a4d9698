"""Every kind of healthy text that looks guilty, by its name."""

from __future__ import annotations

from typing import Final

from tests.measure.encoding.mojibake.catalogue_kinds import HELD_OF_CATALOGUES, TUNED_OF_CATALOGUES
from tests.measure.encoding.mojibake.directory_kinds import HELD_OF_DIRECTORIES
from tests.measure.encoding.mojibake.healthy_kinds import HELD, TUNED, Kind
from tests.measure.encoding.mojibake.lettering_kinds import HELD_OF_LETTERING, TUNED_OF_LETTERING
from tests.measure.encoding.mojibake.notation_kinds import HELD_OF_NOTATIONS, TUNED_OF_NOTATIONS
from tests.measure.encoding.mojibake.reference_kinds import TUNED_OF_REFERENCE
from tests.measure.encoding.mojibake.strung_kinds import STRUNG
from tests.measure.encoding.mojibake.typed_kinds import HELD_OF_TYPED, TUNED_OF_TYPED

KINDS: Final[dict[str, Kind]] = {
    **TUNED,
    **HELD,
    **STRUNG,
    **TUNED_OF_CATALOGUES,
    **HELD_OF_CATALOGUES,
    **TUNED_OF_REFERENCE,
    **HELD_OF_DIRECTORIES,
    **TUNED_OF_NOTATIONS,
    **HELD_OF_NOTATIONS,
    **TUNED_OF_LETTERING,
    **HELD_OF_LETTERING,
    **TUNED_OF_TYPED,
    **HELD_OF_TYPED,
}
