"""Discovery of all inputs below a folder, in a machine-independent order, with their ids.

Nothing is skipped: whatever cannot or must not be entered becomes an entry with a refusal.
"""

from __future__ import annotations

import difflib
import os
import re
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from audit.errors import UsageError
from audit.read.open import open_folder
from audit.read.refusal import Refusal, RefusedInputError, from_os_error, quoted, refusal, refused
from audit.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

VERSION_CONTROL: Final = frozenset({b".git", b".hg", b".svn"})
# Names that macOS and Windows use for views of a folder, thumbnails and resource forks, of which Windows ignores the
# case, and what Git, Mercurial and editors are told there about other files.
_RESOURCE_FORKS: Final = b"__MACOSX"
_SYSTEM_FILES: Final = frozenset((
    b".ds_store", b"desktop.ini", b"thumbs.db", b"ehthumbs.db", b".gitmodules", b".gitattributes", b".gitignore",
    b".gitkeep", b".mailmap", b".hgignore", b".hgsub", b".hgsubstate", b".hgtags", b".editorconfig",
))  # fmt: skip
# What editors call a copy, a lock and an unsaved state of a file, which stands in the same folder.
_BESIDE: Final = re.compile(
    rb"(?P<copy>.+?)(?:\.~[0-9]+)?~|\.#(?P<lock>.+)|\.~lock\.(?P<office>.+)#|#(?P<unsaved>.+)#", re.DOTALL
)
# What Office keeps beside an open document; it may replace the first letters of its name.
_OFFICE_LOCK: Final = re.compile(rb"~\$.+\.(?:do[ct]|xl[a-z]|pp[a-z]|pot)[a-z]?", re.IGNORECASE | re.DOTALL)
_CLOSED: Final = VERSION_CONTROL | {_RESOURCE_FORKS}
# Each folder is opened component by component, so a chain of n folders costs n² openings. No archive made by
# people nests this deep; Linux itself stops resolving a path at 4,096 bytes.
MAX_DEPTH: Final = 512
# Files, and bytes of all of them, up to which an input is little.
_FEW: Final = 256
_LITTLE: Final = 1 << 20
# Names told of a folder that lacks the one that is wanted.
_SHOWN_NAMES: Final = 5

# A byte that is no UTF-8 (a surrogate after decoding), or text that reads like our escape for one, with the run of
# backslashes before it. The look-behind lets a run be tried once only, from its beginning: linear time.
_ESCAPED: Final = re.compile(r"(?<!\\)(\\*)(?:([\udc80-\udcff])|(?=x[89a-f][0-9a-f]))")
_RECORD_LIKE: Final = re.compile(r"(?<!\\)(\\*)(#[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """An input found. `path` is relative to the root, as raw file system bytes with '/' separators.

    `refusal` is set if it must not be opened: an unlistable folder, a version control folder, a system's own file.
    """

    path: bytes
    id: str
    refusal: Refusal | None = None


def written(path: bytes) -> str:
    r"""Return a path as text, injectively: valid UTF-8 unchanged, other bytes as `\xff`.

    Backslashes that could be mistaken for such an escape are doubled.
    """
    return _ESCAPED.sub(_escape, path.decode("utf-8", "surrogateescape"))


def _escape(match: re.Match[str]) -> str:
    slashes, byte = match.groups()
    return slashes * 2 + (f"\\x{ord(byte) & 0xFF:02x}" if byte else "")


def id_of(path: bytes) -> str:
    r"""Return the id of the document at `path`: the path as text, never equal to a record's id.

    Records are called `path#n`; a file name with the same ending gets a backslash before the `#`.

    >>> id_of(b"a.jsonl"), id_of(b"a.jsonl#0"), id_of(b"caf\xe9")
    ('a.jsonl', 'a.jsonl\\#0', 'caf\\xe9')
    """
    return _RECORD_LIKE.sub(r"\1\1\\\2", written(path))


def walk(root: Path) -> Iterator[Entry]:
    """Yield every input below `root`, ordered by the bytes of its POSIX path; for a file, itself.

    Links are not followed; memory holds one folder's names per level. Raises UsageError if the root does not exist or
    cannot be listed.
    """
    try:
        is_folder = stat.S_ISDIR(root.stat().st_mode)
    except (OSError, ValueError) as error:
        shown = visible(str(root))
        raise UsageError(f"the input {shown} cannot be found: name a file, or a folder with the raw texts") from error
    if is_folder:
        yield from _below(root)
    else:
        yield _entry(os.fsencode(root.name))


def is_little(root: Path) -> bool:
    """Return whether there are few and small files at or below `root`, read sooner than a large library is imported."""
    above = os.fsencode(root if root.is_dir() else root.parent)
    size = 0
    try:
        for number, entry in enumerate(walk(root)):
            size += os.lstat(os.path.join(above, entry.path)).st_size  # noqa: PTH118 bytes that are no UTF-8
            if number >= _FEW or size > _LITTLE:
                return False
    except (OSError, UsageError):
        # Reading reports it.
        return False
    return True


def listed_entries(paths: Iterable[str]) -> Iterator[Entry]:
    """Yield inputs named by the caller by relative path, once each and in the order of `walk`."""
    yield from map(_entry, sorted(set(map(os.fsencode, paths))))


def _below(root: Path) -> Iterator[Entry]:
    left: dict[bytes, bytes] = {}
    try:
        found = _listed(root, b"", left)
    except RefusedInputError as error:
        raise UsageError(f"the input {visible(str(root))} cannot be listed: {error}") from error
    while found:
        path = found.pop()
        if not path.endswith(b"/"):
            yield _entry(path, left.get(path))
            continue
        try:
            found += _listed(root, path, left)
        except RefusedInputError as error:
            yield Entry(path[:-1], id_of(path[:-1]), error.refusal)


def _entry(path: bytes, beside: bytes | None = None) -> Entry:
    if beside is not None:
        return Entry(path, id_of(path), refusal("system-file", f"an editor left it beside {quoted(written(beside))}"))
    return Entry(path, id_of(path), _refused_by_name(path.rpartition(b"/")[2]))


def _refused_by_name(name: bytes) -> Refusal | None:
    if name in VERSION_CONTROL:
        # A file called .git (a linked work tree) belongs to the version control system as well.
        return refusal("version-control", "not entered")
    if name == _RESOURCE_FORKS:
        return refusal("system-file", "not entered")
    if _OFFICE_LOCK.fullmatch(name):
        return refusal("system-file", "it is the lock of a document open in Office")
    return refusal("system-file", "not read") if name.lower() in _SYSTEM_FILES else None


def _listed(root: Path, folder: bytes, left: dict[bytes, bytes]) -> list[bytes]:
    """Return the paths in `folder` ('' or ending in '/'), last first; folders to enter end in '/'.

    Add to `left` what an editor left there, with the name of the file that it belongs to.
    """
    parts = folder.split(b"/")[:-1]
    if len(parts) > MAX_DEPTH:
        raise refused("unreadable", f"the folder is nested more than {MAX_DEPTH} folders deep")
    descriptor = open_folder(root, parts)
    try:
        names = [_marked(child) for child in _children(descriptor)]
    except OSError as error:
        raise from_os_error(error, "it") from error
    finally:
        os.close(descriptor)
    there = frozenset(names)
    left.update((folder + name, of) for name in names if (of := _beside(name)) is not None and of in there)
    return [folder + name for name in sorted(names, reverse=True)]


def _beside(name: bytes) -> bytes | None:
    """Return the name of the file to which one so called belongs, if it is an editor's."""
    found = _BESIDE.fullmatch(name)
    return found[found.lastgroup] if found and found.lastgroup else None


def _children(descriptor: int) -> list[os.DirEntry[str]]:
    with os.scandir(descriptor) as children:
        return list(children)


def _marked(child: os.DirEntry[str]) -> bytes:
    # With the slash that follows it in full paths, a folder sorts where its contents do: "a-b", "a/c", "a0".
    name = os.fsencode(child.name)
    is_entered = child.is_dir(follow_symlinks=False) and name not in _CLOSED
    return name + b"/" if is_entered else name


def what_there_is(path: Path) -> str:
    """Return a clause with what the nearest folder above a path that does not exist holds; similar names first."""
    lost = path.absolute()
    above = next(folder for folder in lost.parents if folder.is_dir())
    wanted = lost.relative_to(above).parts[0]
    try:
        names = sorted(each.name for each in above.iterdir() if not each.name.startswith("."))
    except OSError:
        names = []
    near = difflib.get_close_matches(wanted, names, n=_SHOWN_NAMES)
    listed = [*near, *(name for name in names if name not in near)]
    if not listed:
        return ""
    more = f" and {len(listed) - _SHOWN_NAMES:,} more" if len(listed) > _SHOWN_NAMES else ""
    # As the path is written: a relative one stays so.
    shown = next(folder for folder in path.parents if folder.is_dir())
    return f"; {visible(str(shown))} holds {', '.join(visible(name, 60) for name in listed[:_SHOWN_NAMES])}{more}"
