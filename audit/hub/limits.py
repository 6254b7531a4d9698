"""Limits of a Hub, checked before anything is uploaded.

Sources: "Repository limitations and recommendations" in the Hub's documentation (entries of a folder, files of a
repository, size of a file) and the size of the commits that huggingface_hub makes of large folders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from audit.errors import UsageError
from audit.release.manifest import File

ENTRIES_OF_A_FOLDER: Final = 10_000
FILES_OF_A_COMMIT: Final = 1_000
BYTES_OF_A_FILE: Final = 50 * 10**9
# The card is validated by the Hub and shown, as a whole.
BYTES_OF_A_CARD: Final = 10**7


def refuse_too_much(files: Sequence[File], card: str) -> None:
    """Raise UsageError, naming every limit exceeded, if a commit of `files` is too large for a Hub."""
    if over := list(_exceeded_limits(files, card)):
        raise UsageError(f"the release exceeds the limits of a Hub, and nothing was sent: {'; '.join(over)}")


def _exceeded_limits(files: Sequence[File], card: str) -> Iterator[str]:
    if len(files) > FILES_OF_A_COMMIT:
        yield f"it has {len(files):,} files, but a commit may have {FILES_OF_A_COMMIT:,}: release it in larger shards"
    for folder, count in sorted(Counter(file.path.rpartition("/")[0] for file in files).items()):
        if count > ENTRIES_OF_A_FOLDER:
            yield f"{folder or 'its folder'} has {count:,} files, but a folder may have {ENTRIES_OF_A_FOLDER:,}"
    for file in files:
        most = BYTES_OF_A_CARD if file.path == card else BYTES_OF_A_FILE
        if file.bytes > most:
            yield f"{file.path} has {file.bytes:,} bytes, but may have {most:,}: release it in smaller files"
