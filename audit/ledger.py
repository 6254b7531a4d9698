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
    "empty": "nothing to do, or find out why the scraper wrote nothing",
    "blank": "it holds white space only: find out why the scraper wrote nothing",
    "binary": "it is no text: convert it to text first, or leave it out",
    "encoded": "it is data spelled in letters, no text: decode it first, or leave it out",
    "structured": "its words stand between marks that are not read here: convert it to text or JSON Lines first",
    "undecodable": "no codec reads it: find out what wrote it and convert it to UTF-8",
    "too-large": "split it, or raise input.max_file_bytes in audit.toml",
    "too-complex": "split it into its parts, a file for each, or leave it out: one input may not take the whole memory",
    "expands-too-far": "decompress it yourself if you trust it, or raise input.max_growth in audit.toml",
    "broken-compression": "the compressed stream is damaged or cut: fetch it again",
    "broken-container": "the container cannot be read from here on: repair it or export it again",
    "broken-record": "this record cannot be read: repair it in its file",
    "no-text-column": "name the one that holds the text: --column text=NAME, or input.columns in audit.toml",
    "no-text": "its text is null or no string: --column text=PATH leads into lists and objects",
    "redirect": "nothing to do: the page that it leads to is a record of its own",
    "beside-the-articles": "nothing to do: talk, templates and the like are no articles",
    "wiki-extra-missing": "install corpus-audit[wiki] to read the pages of MediaWiki dumps",
    "html-extra-missing": "install corpus-audit[html] to read HTML files",
    "pdf-extra-missing": "install corpus-audit[pdf] to read PDF documents",
    "docx-extra-missing": "install corpus-audit[docx] to read documents of Word",
    "epub-extra-missing": "install corpus-audit[epub] to read e-books",
    "encrypted": "remove the password or the protection first: what is encrypted is not opened",
    "damaged": "the document is damaged or cut: fetch it again, or export it again",
    "no-text-layer": "its pages are pictures of text: run text recognition (OCR) over it first",
    "no-html-text": "no text was found in the HTML: check that the page is not a shell filled by scripts",
    "unsupported-archive": "extract it first: archives are not opened",
    "unreadable": "grant read permission, or check the disk",
    "unfetched": "see that it is there and may be read, and run again",
    "symlink": "links are not followed: copy the file itself into the folder",
    "not-a-file": "devices, pipes and sockets are not read: remove it from the folder",
    "beside-the-data": "only the records of a dataset's data files are documents",
    "configuration": "configuration is no input; keep it outside the folder to be rid of this row",
    "version-control": "the folder of a version control system is not input",
    "vanished": "it was there when the run began: keep the folder still and run again",
    "changed": "it changed while it was read: keep the folder still and run again",
    "crashed-reader": "reading it killed the worker twice: look at it alone, then tell us",
    "timed-out": "reading it took too long twice: look at it alone, then tell us",
}

# Codes of containers that could not be read up to their last record.
BREAKING_OFF: Final = frozenset(
    {"broken-compression", "broken-container", "changed", "expands-too-far", "too-large", "unreadable"}
)

# Codes of inputs that were read and are no documents by nature: nothing is missing from the dataset.
NO_DOCUMENTS: Final = frozenset(
    {"redirect", "beside-the-articles", "beside-the-data", "configuration", "version-control"}
)


def reconcile(found: int, states: Iterable[str]) -> dict[str, int]:
    """Return the number of inputs in each state, including empty states.

    Raises DefectError if a state is unknown or the counts do not sum to `found`.
    """
    counts = Counter(states)
    unknown = sorted(set(counts) - set(STATES))
    if unknown:
        raise DefectError(
            f"the ledger holds unknown states {unknown}; this is a defect of corpus-audit, please report it"
        )
    if counts.total() != found:
        raise DefectError(
            f"{found} inputs were found but the ledger accounts for {counts.total()}; nothing was released; "
            "this is a defect of corpus-audit, please report it"
        )
    return {state: counts[state] for state in STATES}
