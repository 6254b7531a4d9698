"""The settings of publication: reserved domains, and card fields that only the maintainers know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from audit.policy.checks import Names, Text
from audit.policy.setting import setting

_MAY_BE_EMPTY: Final = Text(may_be_empty=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class RightsSettings:
    """The table of domains that reserve their texts. A run fills in its digest if none is given."""

    optout: str = setting(
        _MAY_BE_EMPTY,
        "CSV table of domains and their reservations (train-ai=n, noai …); documents from these domains are set aside.",
        default="",
    )
    optout_sha256: str = setting(_MAY_BE_EMPTY, "Expected SHA-256 of the opt-out table.", default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSettings:
    """Card fields only the maintainers know: written to the card and croissant.json as given, never inferred."""

    licence: str = setting(
        _MAY_BE_EMPTY, "Licence of the dataset, as a Hub spells it (cc-by-4.0) or in other words.", default=""
    )
    licence_url: str = setting(_MAY_BE_EMPTY, "URL of the licence.", default="")
    creator: str = setting(_MAY_BE_EMPTY, "Creator of the dataset.", default="")
    contact: str = setting(_MAY_BE_EMPTY, "Contact of the maintainers.", default="")
    homepage: str = setting(_MAY_BE_EMPTY, "Homepage of the dataset.", default="")
    citation: str = setting(_MAY_BE_EMPTY, "Citation of the dataset, preferably BibTeX.", default="")
    provenance: str = setting(_MAY_BE_EMPTY, "Where the raw texts come from, and how they were collected.", default="")
    conditions: tuple[str, ...] = setting(
        Names("CONDITION"), "Conditions of use: sentences, URLs, or terms such as DUO_0000042.", default=()
    )
