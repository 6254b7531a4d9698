"""What a known failure is, and two healthy texts that cases are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LIMITS = "audit/docs/limits.md"


@dataclass(frozen=True, kw_only=True)
class Known:
    """An input, the sentence that owns up to it, and what is right.

    `breaks` and `keeps` are rules that `document` should break, or should not; `states` what its row should say.
    Other documents that it takes are in `beside`.
    """

    document: str
    where: str
    claim: str
    text: str
    breaks: str = ""
    keeps: str = ""
    states: Mapping[str, object] = field(default_factory=dict)
    beside: Mapping[str, str] = field(default_factory=dict)

    @property
    def files(self) -> dict[str, bytes]:
        """Return the files it takes, by path: a folder for each case, so that none is a sibling of another's."""
        texts = {self.document: self.text, **self.beside}
        return {f"{self.document}/{name}.txt": text.encode("utf-8", "surrogateescape") for name, text in texts.items()}


HARBOUR = (
    "The ferry to the islands was late again on Tuesday, because fog lay over the sound until noon.\n"
    "Passengers waited in the old customs house, where the harbour master had tea brought to them.\n"
    "He said that the lamps on the northern pier would be mended before the autumn storms begin.\n"
    "Most of them took it calmly, and a choir that was on its way to a wedding sang for an hour.\n"
)
BRIDGE = (
    "城南的老石桥昨天重新开放,附近的居民一早就来散步。\n"
    "修桥的师傅说,桥面的石板一共换了四十七块,其余的都是从前留下来的。\n"
    "孩子们在桥头放风筝,老人们坐在树下喝茶,说起小时候过桥上学的日子。\n"
)
