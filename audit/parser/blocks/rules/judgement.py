"""How rules move the scores of blocks, and what they found out so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

import numpy as np

from audit.parser.blocks.context.posts import is_thread
from audit.parser.blocks.context_rules import HALF
from audit.parser.blocks.rules.grounds import BlockFact, Ground
from audit.parser.tables.line_cues import OFFERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from audit.parser.blocks.context.rows import Flags, Rows
    from audit.parser.blocks.context_rules import Furniture
    from audit.parser.blocks.score import Scored
    from audit.parser.blocks.threads.frames import Frames
    from audit.parser.models.forest import Forest

    Scores = NDArray[np.float32]

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class ScoreBounds:
    """Bounds on the score of the blocks to which a rule applies; equal where it is set."""

    least: float = 0.0
    most: float = 1.0


SURE, UNSURE, PLACED = 0.98, 0.97, 0.45
# Minimum lines of a shop that offer something.
_OFFERS: Final = 2
NOTE: Final = ScoreBounds()
KEEP: Final = ScoreBounds(PLACED, PLACED)
DROP: Final = ScoreBounds(HALF, HALF)
DROP_SURELY: Final = ScoreBounds(SURE, SURE)
# What the model is surer of stays so.
DROP_AT_LEAST: Final = ScoreBounds(least=HALF)
SURELY_AT_LEAST: Final = ScoreBounds(least=SURE)
# A sentence is never sure to be furniture: audit.measure.dropped_prose tells of it.
UNSURELY_AT_LEAST: Final = ScoreBounds(least=UNSURE)
DROP_UNSURELY: Final = ScoreBounds(UNSURE, UNSURE)
KEEP_AT_LEAST: Final = ScoreBounds(most=PLACED)
KEEP_SURELY: Final = ScoreBounds(most=1 - SURE)


@dataclass(frozen=True, slots=True)
class BlockRule:
    """What a rule finds out (None if no other asks), the bounds of the score then, and to which blocks it applies."""

    finds: Ground | BlockFact | None
    bounds: ScoreBounds
    applies: Callable[[Judgement], Flags]


@dataclass(slots=True)
class Judgement:
    """The blocks of a batch, their scores (0 content … 1 boilerplate) by the rules so far, and what these found.

    Each rule sees the scores that those before it left.
    """

    rows: Rows
    said: Furniture
    thread: Frames
    scored: Scored
    endings: Forest | None
    scores: Scores
    _found: dict[Ground | BlockFact, Flags] = field(default_factory=dict)
    _made: dict[Callable[[Judgement], Any], Any] = field(default_factory=dict)

    def __getitem__(self, finding: Ground | BlockFact) -> Flags:
        """Return the blocks to which a rule above applied."""
        return self._found[finding]

    @property
    def content(self) -> Flags:
        """A mask of the blocks that are not boilerplate."""
        return self.scores < HALF

    @property
    def dropped(self) -> Flags:
        """A mask of the blocks that are boilerplate."""
        return ~self.content

    @property
    def posts(self) -> Flags:
        """A mask of the lines that mark a post of a thread by their words."""
        return self.scored.seen["thread"] > 0

    @property
    def copying(self) -> Flags:
        """A mask of the lines on pages of posts, which quote each other, or of a shop: one call to buy is an advert."""
        rows = self.rows
        shop = rows.documents.total(rows.with_cue(OFFERS) & self.said.claimed) >= _OFFERS
        return is_thread(rows, self.posts) | rows.documents.any(self.thread.around) | shop

    def any_of(self, *findings: Ground | BlockFact) -> Flags:
        """Return the blocks to which one of some rules above applied."""
        found: Flags = np.any([self[finding] for finding in findings], axis=0)
        return found

    def once(self, make: Callable[[Judgement], Made]) -> Made:
        """Return what is made of the blocks as they stand when the first rule asks."""
        if make not in self._made:
            self._made[make] = make(self)
        made: Made = self._made[make]
        return made

    def apply(self, rule: BlockRule) -> None:
        """Record to which blocks a rule applies, and move their scores into its bounds."""
        flags = rule.applies(self)
        if rule.finds:
            self._found[rule.finds] = flags
        if rule.bounds != NOTE and flags.any():
            least, most = np.float32(rule.bounds.least), np.float32(rule.bounds.most)
            self.scores = np.where(flags, np.clip(self.scores, least, most), self.scores)
