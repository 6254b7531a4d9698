"""The tables by which tokens are read with pairs of codecs."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from audit.kernels.compiler import I64, U8, U16, U32, U64, Array, read


class Codecs(NamedTuple):
    """Characters of the basic plane, and their readings by pairs of codecs: of one byte, of two, and of UTF-8.

    Of each character: `small` is its lower case letter, `kinds` its class, and `columns` its place in the `ones` rows
    of `reads`, the pairs of one-byte codecs, and in `letters_of`, bits of the pairs that make it a letter. `twos` are,
    for each further pair, its two-byte codec's row of `raw`, the bytes of each character, and its row of `letters`.
    What comes then is read as UTF-8: `rows` are, for each, its codec's row of `shown`, the byte of each character by
    its column, and 0, or its row of `raw`, and 1; `leads` are, for each column, bits of the codecs in which the
    character is a lead byte, and a continuation byte, of UTF-8.
    """

    small: Annotated[Array, read(U16)]
    kinds: Annotated[Array, read(U8)]
    columns: Annotated[Array, read(U16)]
    reads: Annotated[Array, read(U32)]
    letters_of: Annotated[Array, read(U64)]
    ones: Annotated[int, I64]
    raw: Annotated[Array, read(U16)]
    letters: Annotated[Array, read(U32)]
    twos: Annotated[Array, read(I64)]
    shown: Annotated[Array, read(U8)]
    leads: Annotated[Array, read(U64)]
    rows: Annotated[Array, read(I64)]


class FrequentWords(NamedTuple):
    """A hash table of the frequent words, behind a sieve of bits; `masks` are the languages of each, as bits."""

    sieve: Annotated[Array, read(U8)]
    slots: Annotated[Array, read(U32)]
    masks: Annotated[Array, read(U64)]
