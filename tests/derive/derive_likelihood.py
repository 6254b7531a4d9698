"""Derive the tables in audit/text/tables from text of known language: how common characters and neighbours are.

    python tests/derive/derive_likelihood.py TEXT.parquet audit/text/tables HANT.txt

TEXT.parquet has the columns `language` (BCP 47), `source` and `text`; HANT.txt has pairs of a simplified character and
its traditional form (the one-to-one part of OpenCC's table): traditional text is rarer, so the simplified adds to it.
Languages that TEXT.parquet lacks are filled in from the profiles that langdetect ships. The same input gives the same
tables; its SHA-256 stands in them. Tables hold counts turned into log probabilities, no text.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Final

import langdetect
import numpy as np
import polars as pl

from audit.text.classes import NAMES, classes, codepoints, members, table

PER_LANGUAGE: Final = 240_000  # characters: enough for 4,000 hanzi seen twice
FROM_PROFILES: Final = ("he", "hi", "th", "uk", "bg", "mk", "hu", "lt", "lv", "et", "sk", "sl", "sq")
FROM_PROFILE: Final = 200_000  # profiles are large: so many letters are as much as the other languages have
EXTENDED: Final = (  # letters that some languages of a group have and others lack
    *("latin1_upper", "latin1_lower", "latin_a_upper", "latin_a_lower", "latin_other", "viet_upper", "viet_lower"),
    *("cyr_more_upper", "cyr_more_lower", "cyr_other"),
)
RARE: Final = 20.0  # characters: a class that one language lacks may still come with a name
PAIR: Final = 2
SCALE: Final = 1e6  # every language counts as much as any other, whatever its sample's size
CHAR_STEP: Final = 0.25  # nats per level in characters.json
PAIR_STEP: Final = 0.1  # nats per unit in pairs.tsv and damage.tsv
KAPPA: Final = 20.0  # weight, in SCALE units, of what follows anything, against what follows this class
FLOOR: Final = 1e-7  # probability of a class that healthy text never shows
MIXED: Final = 0.1  # a text may change its script: that share of every step is the mixture of all languages
GROUPS: Final = {
    **{lang: lang for lang in ("zh-Hans", "zh-Hant", "ja", "ko", "el", "he", "hi", "th")},
    **dict.fromkeys(("ru", "uk", "bg", "mk"), "cyrillic"), **dict.fromkeys(("ar", "fa"), "arabic"),
}  # fmt: skip
WEIGHTS: Final = {"zh-Hans": 4.0, "zh-Hant": 2.0, "ja": 2.0, "ko": 2.0, "en": 2.0}
# (language, right codec, wrong codecs in turn): what real pipelines do to text.
CJK: Final = ("gb18030", "cp950", "cp932", "cp949")
LATIN: Final = ("de", "fr", "es", "pt", "pl", "cs", "tr", "sv", "vi", "ru", "ar", "el")
DAMAGE: Final = (
    *((lang, "utf-8", (w,)) for lang in ("zh-Hans", "zh-Hant", "ja") for w in (*CJK, "cp1252", "cp1251", "latin-1")),
    *(("zh-Hans", "gb18030", (w,)) for w in (*CJK[1:], "cp1252", "latin-1", "cp1251")),
    *(("zh-Hant", "cp950", (w,)) for w in ("gb18030", "cp1252", "cp932", "cp949")),
    *(("ja", right, (w,)) for right in ("cp932", "euc_jp") for w in ("gb18030", "cp1252", "cp950")),
    *(("ko", right, (w,)) for right in ("utf-8", "cp949") for w in ("gb18030", "cp1252")),
    *(("zh-Hans", "utf-8", (w, w)) for w in ("cp1252", "latin-1", "gb18030")),
    *((lang, "utf-8", (w,)) for lang in LATIN for w in ("cp1252", "cp1250", "cp1251", "gb18030")),
    *(("ru", "cp1251", (w,)) for w in ("cp1252", "koi8_r", "gb18030")),
    *(("ru", right, (w,)) for right in ("koi8_r", "cp866") for w in ("cp1252", "cp1251")),
)


def main(source: Path, out: Path, hant: Path) -> None:
    """Write characters.json, pairs.tsv, groups.json and damage.tsv."""
    digest = sha256(source.read_bytes() + hant.read_bytes()).hexdigest()
    texts = sampled(pl.read_parquet(source))
    texts["zh-Hant"] += "\n" + texts["zh-Hans"].translate(
        {ord(pair[0]): pair[1] for pair in hant.read_text("utf-8").split()}
    )
    counts = {lang: (Counter(text), pairs_of(text)) for lang, text in sorted(texts.items())}
    counts |= {lang: from_profile(lang) for lang in FROM_PROFILES if lang not in counts}
    write_characters(out / "characters.json", {lang: c for lang, (c, _) in counts.items()}, digest)
    mixture = conditional(sum(WEIGHTS.get(lang, 1.0) * pairs for lang, (_, pairs) in counts.items()))
    write_pairs(out / "pairs.tsv", mixture, digest)
    write_groups(out / "groups.json", {lang: pairs for lang, (_, pairs) in counts.items()}, mixture, digest)
    damaged = conditional(sum(pairs_of(misread(texts[lang], right, wrongs)) for lang, right, wrongs in DAMAGE))
    write_pairs(out / "damage.tsv", damaged - mixture, digest)


def sampled(frame: pl.DataFrame) -> dict[str, str]:
    """Return about PER_LANGUAGE characters of every language, sources in equal parts, paragraphs in a fixed order."""
    found: dict[str, str] = {}
    for (lang,), rows in sorted(frame.group_by("language", maintain_order=True), key=lambda item: item[0]):
        parts = rows.partition_by("source", maintain_order=True)
        found[lang] = "\n".join(_first(part["text"].to_list(), PER_LANGUAGE // len(parts)) for part in parts)
    return found


def _first(texts: list[str], limit: int) -> str:
    """Return every n-th paragraph, so that about `limit` characters come from all over the source."""
    step = max(1, sum(map(len, texts)) // limit)
    return "\n".join(texts[::step])


def pairs_of(text: str) -> np.ndarray:
    """Return how often each class follows each, scaled to SCALE pairs."""
    seen = classes(codepoints(text)).astype(np.int64)
    counts = np.bincount(seen[:-1] * len(NAMES) + seen[1:], minlength=len(NAMES) ** 2).reshape(len(NAMES), -1)
    return counts * (SCALE / max(1, counts.sum()))


def from_profile(lang: str) -> tuple[Counter[str], np.ndarray]:
    """Return the characters and the pairs that langdetect's profile of a language counts."""
    grams = json.loads((Path(langdetect.__file__).parent / "profiles" / lang).read_text("utf-8"))["freq"]
    pairs = np.zeros((len(NAMES), len(NAMES)))
    for gram, count in sorted(grams.items()):
        if len(gram) == PAIR:
            pairs[table()[ord(gram[0])], table()[ord(gram[1])]] += count
    letters = {gram: count for gram, count in sorted(grams.items()) if len(gram) == 1}
    share = FROM_PROFILE / sum(letters.values())
    counts = {letter: round(count * share) for letter, count in letters.items() if count * share > PAIR}
    return Counter(counts), pairs * (SCALE / pairs.sum())


def conditional(pairs: np.ndarray) -> np.ndarray:
    """Return log P(class | class before), smoothed by how common the class is anywhere."""
    common = np.maximum(pairs.sum(axis=0) / pairs.sum(), FLOOR)
    return np.log((pairs + KAPPA * common) / (pairs.sum(axis=1, keepdims=True) + KAPPA))


def misread(text: str, right: str, wrongs: tuple[str, ...]) -> str:
    """Return the text as it reads when its bytes go through the wrong codecs."""
    raw = text.encode(right, "ignore")
    for number, wrong in enumerate(wrongs):
        text = raw.decode(wrong, "ignore")
        raw = text.encode("utf-8") if number + 1 < len(wrongs) else b""
    return text


def write_characters(path: Path, counts: dict[str, Counter[str]], digest: str) -> None:
    """Write log P(character | its class, language): characters by level, and the floor of those never seen."""
    usual = class_shares(counts)
    made = {
        "input_sha256": digest,
        "step": CHAR_STEP,
        "languages": {lang: levels(c, usual[group_of(lang)]) for lang, c in sorted(counts.items())},
    }
    path.write_text(json.dumps(made, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def class_shares(counts: dict[str, Counter[str]]) -> dict[str, np.ndarray]:
    """Return the share of each class in each group of languages that has a pair table."""
    by_group: dict[str, list[np.ndarray]] = {}
    for lang, own in sorted(counts.items()):
        by_group.setdefault(group_of(lang), []).append(_classes_of(own) / own.total())
    return {group: np.mean(shares, axis=0) for group, shares in by_group.items()}


def _classes_of(counts: Counter[str]) -> np.ndarray:
    kinds = [int(table()[ord(char)]) for char in counts]
    return np.bincount(kinds, weights=list(counts.values()), minlength=len(NAMES))


def levels(counts: Counter[str], usual: np.ndarray) -> dict[str, dict[str, object]]:
    """Return the levels of the characters seen, and the floors of those not seen, class by class.

    Witten-Bell: as much mass for the unseen as there are kinds seen, spread over the class's other members. What the
    language has less of a class of letters than its group (`usual`) is added: the pair table knows the group only.
    """
    sizes = np.bincount(table(), minlength=len(NAMES))
    lack = np.log((_classes_of(counts) + RARE) / (usual * counts.total() + RARE))
    excess = np.where(members(*EXTENDED), np.minimum(lack, 0), 0)
    by_class: dict[int, list[tuple[str, int]]] = {number: [] for number in range(len(NAMES))}
    for char, count in sorted(counts.items()):
        by_class[int(table()[ord(char)])].append((char, count))
    seen: dict[int, list[str]] = {}
    floors: dict[str, int] = {}
    for number, own in by_class.items():
        total, kinds = sum(n for _, n in own), max(1, len(own))
        unseen = max(1, int(sizes[number]) - len(own))
        floor = round(-(np.log(kinds / (total + kinds) / unseen) + excess[number]) / CHAR_STEP)
        if own or excess[number]:
            floors[NAMES[number]] = floor
        for char, n in own:
            level = round(-(np.log(n / (total + kinds)) + excess[number]) / CHAR_STEP)
            if level < floor:
                seen.setdefault(level, []).append(char)
    return {"floors": floors, "levels": {str(level): "".join(chars) for level, chars in sorted(seen.items())}}


def write_groups(path: Path, pairs: dict[str, np.ndarray], mixture: np.ndarray, digest: str) -> None:
    """Write what each script's languages make of the pairs, where that is more than the mixture's share in it."""
    names = sorted({group_of(lang) for lang in pairs})
    made = {name: _departures(sum(p for lang, p in pairs.items() if group_of(lang) == name), mixture) for name in names}
    whole = {
        "input_sha256": digest,
        "step": PAIR_STEP,
        "mixed": MIXED,
        "members": {lang: group_of(lang) for lang in sorted(pairs)},
        "groups": made,
    }
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def group_of(lang: str) -> str:
    """Return the languages that share a pair table: one script, one habit of spaces and marks."""
    return GROUPS.get(lang, "latin")


def _departures(pairs: np.ndarray, mixture: np.ndarray) -> dict[str, str]:
    base = np.log(MIXED) + mixture
    own = np.logaddexp(np.log1p(-MIXED) + conditional(pairs), base)
    rows = {}
    for number, name in enumerate(NAMES):
        away = np.flatnonzero(own[number] - base[number] >= PAIR_STEP)
        if pairs[number].sum() and len(away):
            rows[name] = " ".join(f"{NAMES[other]}:{round(-own[number][other] / PAIR_STEP)}" for other in away)
    return rows


def write_pairs(path: Path, logs: np.ndarray, digest: str) -> None:
    """Write one row per class before, one column per class after, in units of PAIR_STEP nats."""
    rows = "\n".join(
        "\t".join([name, *map(str, np.rint(row / PAIR_STEP).astype(int))])
        for name, row in zip(NAMES, logs, strict=True)
    )
    path.write_text(
        f"# input_sha256 {digest} step {PAIR_STEP}\n" + "\t".join(["before", *NAMES]) + "\n" + rows + "\n", "utf-8"
    )


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
