"""Function words that do not follow one another, in seven languages with articles.

Each pair is rare in every language of the table and of 15 others, not only in its own: a text needs no language to be
looked at. Pairs that occur more often than 30 times in a million words of any of them (manuals, news, shop pages) are
left out, and so is a word beside itself, which typing errors and transcripts of speech have.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

# First word: the words that do not come next.
NEVER_NEXT: Final[Mapping[str, str]] = MappingProxyType({
    "a": "an and are at by for from in is of or that the was with",
    "and": "or",
    "con": "de di e en es y è",
    "da": "di do e em il la o os um é",
    "dans": "de est et",
    "das": "dem der und",
    "de": "da dans dat del des do du een em es est et het is om op van y é",
    "del": "con da di e el en es il la las le los un una y è",
    "dem": "ist und zu",
    "den": "das der ist und zu",
    "der": "dem ist und zu",
    "des": "du est et la le les un une",
    "di": "e il la le è",
    "die": "ist und",
    "do": "da de e em o os um é",
    "du": "de est la le les un une",
    "een": "dat de en het in is om",
    "ein": "das dem der die und",
    "eine": "das dem die ist und",
    "el": "con en es la las los por un una y",
    "em": "da de do e o é",
    "en": "es y",
    "from": "and of",
    "für": "der ist und zu",
    "het": "dat en van",
    "il": "con da di e in la le un una è",
    "in": "di e il la le è",
    "is": "are was",
    "la": "con da dans des di du e en es est et il in las le les los por una une y",
    "las": "con el en es la los por un una y",
    "le": "con da dans de des di du e est et il in la les un una une",
    "les": "dans de des du est et la le un une",
    "los": "con de el es la por un una y",
    "met": "is van",
    "mit": "die ist und zu",
    "o": "com do e em os para um uma é",
    "of": "and are for is or to was",
    "os": "da de do em o um uma é",
    "para": "da de do e é",
    "per": "di è",
    "por": "de en es y",
    "te": "de een en het is van",
    "the": "a an and are at by for from in is of or that to was with",
    "to": "and are is of was",
    "um": "as da de do o os é",
    "uma": "as da de do e o os um é",
    "un": "con da del di du e el en es est et il la las le les los una y è",
    "una": "con da del e el en es il la las le los un y è",
    "une": "du est et la le les",
    "van": "en in is om",
    "von": "die ist und zu",
    "voor": "en is van",
    "with": "and of",
    "zu": "das die und",
    "à": "du est et",
})  # fmt: skip
