"""The states of the ledger, in which every input found has exactly one row with a state and a reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final, Literal

from audit.errors import DefectError

State = Literal["published", "duplicate", "boilerplate", "excluded", "quarantined"]
STATES: Final[tuple[State, ...]] = ("published", "duplicate", "boilerplate", "excluded", "quarantined")

# Quarantine code -> what to do next. The codes are part of the ledger's contract.
QUARANTINE: Final[dict[str, str]] = {
    "empty": "find out why the scraper wrote nothing, or ignore it",
    "blank": "find out why the scraper wrote nothing, or ignore it",
    "binary": "it is not text: convert it to text first, or leave it out",
    "encoded": "it is binary data encoded as text: decode it first, or leave it out",
    "structured": "its markup is not supported: convert it to text or JSON Lines first",
    "undecodable": "no codec can decode it: find out what wrote it and convert it to UTF-8",
    "too-large": "split it, or raise input.max_file_bytes in audit.toml",
    "too-complex": "split it into several files, or leave it out: one input may not use up all memory",
    "expands-too-far": "if you trust it, decompress it yourself or raise input.max_growth in audit.toml",
    "broken-compression": "fetch it again",
    "broken-container": "the container cannot be read from here on: repair it or export it again",
    "broken-record": "this record cannot be read: repair it in its file",
    "no-text-column": "name the text column: --column text=NAME (again for other names; A+B joins), or input.columns "
    "in audit.toml",
    "no-text": "leave it out, or if it is a record whose text is elsewhere: --column text=PATH, also into lists "
    "and objects",
    "redirect": "nothing to do: the target page is a separate record",
    "beside-the-articles": "nothing to do: talk pages, templates and the like are not articles",
    "wiki-extra-missing": "install corpus-audit[wiki] to read the pages of MediaWiki dumps",
    "html-extra-missing": "install corpus-audit[html] to read HTML files",
    "pdf-extra-missing": "install corpus-audit[pdf] to read PDF documents",
    "docx-extra-missing": "install corpus-audit[docx] to read Word documents",
    "epub-extra-missing": "install corpus-audit[epub] to read e-books",
    "encrypted": "remove the password or the protection first: encrypted files are not opened",
    "damaged": "the document is damaged or truncated: fetch it again, or export it again",
    "no-text-layer": "its pages are images: run OCR on it first",
    "no-html-text": "no text was found in the HTML: check whether the page is filled by scripts",
    "unsupported-archive": "extract it first: archives are not opened",
    "pointer": "fetch its content (git lfs pull, git annex get), and run again",
    "unreadable": "grant read permission, or check the disk",
    "unfetched": "make sure that it exists and is readable, and run again",
    "symlink": "symbolic links are not followed: copy the file itself into the folder",
    "not-a-file": "devices, pipes and sockets are not read: remove it from the folder",
    "beside-the-data": "only the records of a dataset's data files are documents",
    "configuration": "nothing to do: configuration is not input, and may stay in the folder",
    "version-control": "the folder of a version control system is not input",
    "system-file": "systems and editors leave such files beside others, so it is not input; if it is a text, rename it",
    "vanished": "it existed when the run began: do not change the folder, and run again",
    "changed": "it changed while it was read: do not change the folder, and run again",
    "crashed-reader": "it crashed the worker twice: check it alone, then report it",
    "timed-out": "it timed out twice: check it alone, then report it",
}

# Codes of containers that could not be read up to their last record.
BREAKING_OFF: Final = frozenset(
    {"broken-compression", "broken-container", "changed", "expands-too-far", "too-large", "unreadable"}
)

# Codes of inputs that were read and are no documents by nature: nothing is missing from the dataset.
NO_DOCUMENTS: Final = frozenset(
    {"redirect", "beside-the-articles", "beside-the-data", "configuration", "version-control", "system-file"}
)


def reconcile(found: int, states: Iterable[str]) -> dict[str, int]:
    """Return the number of inputs in each state, including empty states.

    Raises DefectError if a state is unknown or the counts do not sum to `found`.
    """
    counts = Counter(states)
    unknown = sorted(set(counts) - set(STATES))
    if unknown:
        raise DefectError(
            f"the ledger contains unknown states {unknown}; this is a defect of corpus-audit, please report it"
        )
    if counts.total() != found:
        raise DefectError(
            f"{found} inputs were found but the ledger accounts for {counts.total()}; nothing was released; "
            "this is a defect of corpus-audit, please report it"
        )
    return {state: counts[state] for state in STATES}
