"""The only module that imports `datasets`: YAML of dataset cards, and tables as loaded by `load_dataset`."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa

from audit.release.manifest import Content
from audit.release.storage.shards import SPLIT
from audit.release.version import Version
from audit.tables import Table
from audit.untrusted import MalformedError, read_yaml

if TYPE_CHECKING:
    import datasets

# The longest front matter read from a card; cards with thousands of features are longer than most.
FRONT_MATTER: Final = 1 << 20
_BATCH_ROWS: Final = 10_000
# As huggingface_hub finds it, whose import takes longer than reading some dozens of cards.
_YAML: Final = re.compile(r"^\s*---(?:\r\n|\r|\n)([\S\s]*?)(?:\r\n|\r|\n)---[ \t]*(?:\r\n|\n|$)")


@dataclass(frozen=True, slots=True)
class Config:
    """A configuration of the dataset: table, file patterns, features, and bytes on disk."""

    table: Table
    paths: str
    content: Content
    download: int


@dataclass(frozen=True, slots=True)
class Front:
    """The YAML front matter of a dataset card. The first configuration is the default."""

    pretty_name: str
    version: Version
    languages: tuple[str, ...]
    configs: tuple[Config, ...]
    licence: Mapping[str, str] = field(default_factory=dict)


def front_matter(front: Front) -> str:
    """Return the YAML front matter of a dataset card, including its `---` lines."""
    from huggingface_hub import DatasetCardData

    licence: dict[str, Any] = dict(front.licence)
    card = DatasetCardData(
        **licence,
        language=list(front.languages) or None,
        pretty_name=front.pretty_name,
        size_categories=[size_category(front.configs[0].content.rows)],
        tags=["corpus-audit", "text"],
        dataset_info=[_dataset_info(config) for config in front.configs],
        configs=[_config(front, config) for config in front.configs],
    )
    return f"---\n{card.to_yaml(line_break=chr(10))}\n---\n"


def read_front_matter(card: Path) -> dict[str, Any]:
    """Return the YAML of a dataset card verbatim; empty if it has none within the first MiB.

    Raises ValueError if it is not a YAML mapping, OSError if it cannot be read.
    """
    with card.open("rb") as file:
        raw = file.read(FRONT_MATTER)
    # The end may cut through a character.
    found = _YAML.search(getincrementaldecoder("utf-8-sig")().decode(raw, final=len(raw) < FRONT_MATTER))
    try:
        front = _loaded(found[1]) if found else None
    except MalformedError as error:
        raise ValueError(f"{card} has no readable YAML header: {error}") from error
    if not isinstance(front, dict | None):
        raise ValueError(f"the YAML header of {card} is no mapping")  # noqa: TRY004 as promised
    return deepcopy(front) or {}


# The cards of a dataset and of its versions are read several times for each release.
_loaded = lru_cache(maxsize=16)(read_yaml)


def front_matter_of(fields: dict[str, Any]) -> str:
    """Return `fields` as YAML front matter."""
    from huggingface_hub import DatasetCardData

    return f"---\n{DatasetCardData(**fields).to_yaml(line_break=chr(10))}\n---\n"


def load(folder: Path, config: str, cache: Path) -> Iterator[pa.Table]:
    """Yield the rows of `datasets.load_dataset(folder, config)` in order, as Arrow tables.

    `cache` must be empty: `datasets` would serve an older dataset of the same name from it.
    """
    from datasets import load_dataset

    # `datasets` cannot name a split without rows, only stream it.
    loaded = load_dataset(str(folder), config, cache_dir=str(cache), streaming=_is_empty(folder, config))
    yield from loaded[SPLIT].with_format("arrow").iter(_BATCH_ROWS)


def rows_of(folder: Path, config: str, key: str, *, streaming: bool) -> datasets.Dataset | datasets.IterableDataset:
    """Return the rows of the release in `folder` for a user.

    `key` identifies its content and names its own cache below that of `datasets`, so that no other rows are served.
    """
    import datasets

    cache = Path(datasets.config.HF_DATASETS_CACHE) / "corpus-audit" / key
    # `datasets` cannot name an empty split of files, only stream it.
    is_streamed = streaming or _is_empty(folder, config)
    return datasets.load_dataset(str(folder), config, split=SPLIT, cache_dir=str(cache), streaming=is_streamed)


def size_category(rows: int) -> str:
    """Return the Hub's size category for that many rows.

    >>> size_category(5), size_category(20_000)
    ('n<1K', '10K<n<100K')
    """
    steps = ("1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T")
    power = max(0, len(str(rows)) - 3)
    if power == 0:
        return f"n<{steps[0]}"
    return f"{steps[power - 1]}<n<{steps[power]}" if power < len(steps) else f"n>{steps[-1]}"


def _dataset_info(config: Config) -> dict[str, Any]:
    # As `datasets` writes it (tests/release), whose import takes longer than all else of a small release.
    content = config.content
    return {
        "config_name": config.table.name,
        "features": [{"name": column.name, "dtype": column.type} for column in config.table.columns],
        "splits": [{"name": SPLIT, "num_bytes": content.bytes, "num_examples": content.rows}],
        "download_size": config.download,
        "dataset_size": content.bytes,
    }


def _config(front: Front, config: Config) -> dict[str, Any]:
    # `datasets` hashes the description into its cache key: without the digest it would serve stale rows.
    return {
        "config_name": config.table.name,
        **({"default": True} if config is front.configs[0] else {}),
        "version": str(front.version),
        "description": f"content sha256:{config.content.sha256}",
        "data_files": [{"split": SPLIT, "path": config.paths}],
    }


def _is_empty(folder: Path, config: str) -> bool:
    infos = read_front_matter(folder / "README.md").get("dataset_info") or []
    named = [info for info in infos if info.get("config_name") == config]
    return bool(named) and named[0]["splits"][0]["num_examples"] == 0


def fetch(repository: str, revision: str | None, files: tuple[str, ...]) -> Path:
    """Return a folder with those of `files` that a dataset on the Hub holds at a revision.

    Raises ValueError for an invalid name, OSError if the Hub has no such dataset or cannot be reached.
    """
    from huggingface_hub import snapshot_download

    return Path(snapshot_download(repository, repo_type="dataset", revision=revision, allow_patterns=list(files)))
