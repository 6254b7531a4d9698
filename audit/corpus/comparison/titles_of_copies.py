"""Near copies that their titles tell apart: certificates by their bearers, products and lots by their numbers."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from audit.measure.duplication.pairs.verify import NEAR
from audit.measure.duplication.template_texts.figures import tell_apart
from audit.measure.duplication.template_texts.filled_in import differences
from audit.measure.duplication.template_texts.gaps import MarkedTexts
from audit.measure.duplication.tokens.fold import bytes_of, fold_bytes
from audit.measure.duplication.tokens.hashing import together

if TYPE_CHECKING:
    from audit.corpus.corpus import Corpus
    from audit.measure.duplication.pairs.pairs import Copies
    from audit.measure.duplication.records.parts import Bodies, PartTable

# Different names in the titles of one body from which these are filled in, as in
# `audit.measure.duplication.template_texts`.
_LEAST_NAMES: Final = 3
_LONGEST_NAME: Final = 4
_PARTICLES: Final = ("al", "bin", "da", "de", "del", "di", "dos", "du", "el", "la", "le", "van", "von", "y")
# Texts that say what they are, in their beginning; other bodies may have the names of sites as titles.
_DEEDS: Final = (
    "certif", "diplom", "urkunde", "zertifikat", "attestation", "грамот", "диплом", "сертификат", "证书", "證書",
    "证明", "奖状", "獎狀", "賞状", "수료증", "상장",
)  # fmt: skip
_BEGINNING: Final = 300
_CAPITALLESS: Final = "\u2e80"
# Tokens compared at once, at about 100 bytes each.
_AT_ONCE: Final = 1 << 17
_NO_CUTS: Final = np.empty(0, np.int64)


def bearers(corpus: Corpus, signatures: PartTable, found: Copies, bodies: Bodies) -> np.ndarray:
    """Return for each row 0, or if its title is the name of a bearer a number: equal for equal names only.

    A title names a bearer if it follows what the title says before a colon, if the body goes on from it in lower case,
    or if the body calls itself a certificate; and if two other copies of the body are for others.
    """
    titles = signatures.numbers("title_hash", np.uint64)
    rows = _in_many_titles(found.copies, titles)
    named: dict[tuple[int, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row, title, body in _titled(corpus, rows, bodies):
        form, _, name = title.replace("：", ":").casefold().rpartition(":")
        if _is_name(title[len(form) :].lstrip(":：")) and (form or body[:1].islower() or _is_deed(body[:_BEGINNING])):
            named[int(found.copies[row]), form][name.strip()].append(row)
    label = np.zeros(len(titles), np.int64)
    filled_in = (rows for names in named.values() if len(names) >= _LEAST_NAMES for rows in names.values())
    for number, of_one in enumerate(filled_in, 1):
        label[of_one] = number
    return label


def _in_many_titles(copies: np.ndarray, titles: np.ndarray) -> np.ndarray:
    """Return the titled rows of clusters of copies with at least _LEAST_NAMES titles."""
    rows = np.flatnonzero((np.bincount(copies, minlength=len(copies))[copies] >= _LEAST_NAMES) & (titles > 0))
    rows = rows[np.lexsort((titles[rows], copies[rows]))]
    is_new = np.ones(len(rows), np.bool_)
    is_new[1:] = (copies[rows][1:] != copies[rows][:-1]) | (titles[rows][1:] != titles[rows][:-1])
    many: np.ndarray = np.sort(
        rows[np.bincount(copies[rows[is_new]], minlength=len(copies))[copies[rows]] >= _LEAST_NAMES]
    )
    return many


def _is_name(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= _LONGEST_NAME and all(
        word[0].isupper() or word in _PARTICLES or (word[0] >= _CAPITALLESS and len(word) <= _LONGEST_NAME)
        for word in words
    )


def _is_deed(body: str) -> bool:
    folded = body.casefold()
    return any(deed in folded for deed in _DEEDS)


def are_variants(corpus: Corpus, signatures: PartTable, found: Copies, bodies: Bodies) -> np.ndarray:
    """Return which pairs are near copies with other titles that are filled in differently, read with these.

    Pairs are told apart by their bodies before, where a title that is no part of them does not count.
    """
    titles, tokens = signatures.numbers("title_hash", np.uint64), signatures.numbers("tokens", np.int64)
    first, second = (found.pairs[name].to_numpy() for name in ("a_row", "b_row"))
    is_variant: np.ndarray = pc.equal(found.pairs["kind"], NEAR).to_numpy()
    is_variant &= (titles[first] != titles[second]) & (titles[first] > 0) & (titles[second] > 0)
    some = np.flatnonzero(is_variant)
    for here in (some[nth] for nth in together(tokens[first[some]] + tokens[second[some]], _AT_ONCE)):
        rows, places = np.unique(np.stack([first[here], second[here]]), return_inverse=True)
        sides = places.reshape(2, -1)
        texts = _marked([f"{title}\n{body}" for _, title, body in _titled(corpus, rows, bodies)])
        is_variant[here] = tell_apart(texts, *sides) | differences(texts, *sides).are_filled_in
    return is_variant


def _titled(corpus: Corpus, rows: np.ndarray, bodies: Bodies) -> list[tuple[int, str, str]]:
    """Return ascending rows with their titles and bodies."""
    edges, made = np.searchsorted(rows, corpus.edges), []
    for nth in np.flatnonzero(np.diff(edges)).tolist():
        here = rows[edges[nth] : edges[nth + 1]]
        titles = corpus.part(nth, "documents", ["title"])["title"].take(here - corpus.edges[nth]).to_pylist()
        texts = bodies(here.tolist())
        made += [(row, title, texts[row]) for row, title in zip(here.tolist(), titles, strict=True)]
    return made


def _marked(texts: list[str]) -> MarkedTexts:
    octets, offsets = bytes_of(pa.array(texts, pa.large_string()))
    folded = fold_bytes(octets, offsets, _NO_CUTS, is_marked=True)
    return MarkedTexts(folded.codes, folded.marks, folded.offsets)
