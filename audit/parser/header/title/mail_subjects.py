"""Lines that say they are headlines: the subject of a mail, the title of an exported record, a heading of Markdown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from audit.parser.tables import lists
from audit.parser.tables.labels import MAIL_HEAD
from audit.parser.tables.record_labels import STATED, WORKS
from audit.text.fold import letters
from audit.text.punctuation import FULL_STOPS, SENTENCE_CLOSERS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.parser.blocks.page import Pages

    Ints = NDArray[np.int64]

_LISTS: Final = lists("mail_subjects")
# Labels of what mails, letters and threads of boards are about, and of titles in exported records.
SUBJECTS: Final = _LISTS["subjects"]
TITLES: Final = _LISTS["titles"]
_SUBJECT: Final = re.compile(rf"^(?:{'|'.join(SUBJECTS)})\s?[:：]\s?(?=\S.{{2}})", re.IGNORECASE)
_TITLE: Final = re.compile(rf"^(?:{'|'.join(TITLES)})\s?[:：]\s?(?=\S.)", re.IGNORECASE)
# A work and its author in one line, as novels begin: 《渡口》作者：周小渡.
WORK: Final = re.compile(r"^《(?P<work>[^《》]{1,60})》\s?(?:作者\s?[:：]|文\s?[/／:：])\s?\S.*$")
_FIRST_LETTERS: Final = "".join(sorted({subject[0] for subject in SUBJECTS}))
# What else the head of a record says of it.
_OF_A_RECORD: Final = re.compile(rf"^(?:{STATED}|{WORKS}) ?[:：] ?\S")
# A heading of Markdown, or a picture in it (audit.parser.shown).
_MARKED, _MARKS = re.compile(r"^#{1,6} \S|^\ufffc"), "#\ufffc"
_FENCE: Final = re.compile(r"^(?:```|~~~)")
# What the head of a mail holds in any language: a time of some day, or an address.
_SENT: Final = re.compile(r"[:：](?=.*\d[:.]\d\d).*(?:(?:19|20)\d\d|\d([/.-])\d\d?\1\d\d)|[:：].*\S@\S")
# What that of a mail below another holds: the day with its time, or an address.
_SENT_ON: Final = re.compile(r"[:：].*(?:\d{4}.*\d[:.]\d\d|\S@\S)")
# Who wrote a mail when, as web mail prints it: Ana Paz <ana@example.org> Fri, Mar 12, 2021 at 6:04 PM.
_SENDER: Final = re.compile(r"^[^:：<>]{2,60}<[^\s<>@]+@[^\s<>@]+>.{1,20}\d.*\d[:.]\d\d")
# Minimum lines of it, one right below the other; and more digits than these are in a day with its time.
_LABELS, _DIGITS = 3, 4
# Lines with which forwarded mails begin: -------- Weitergeleitete Nachricht --------.
_RULE: Final = re.compile(r"^[-_*=]{3,}")
# A line of a form: Grade: 7.
_OF_A_FORM: Final = re.compile(r"[^\W\d][^:：.!?,]{0,23}[:：] ?\S")
# What boards print below the topic of a thread: who submitted it, buttons to see its author's posts or to answer.
_BELOW_TOPIC: Final = re.compile(r"^(?:submitted (?:an?|\d+|just) .{1,20}\bby \S|只看楼主|关注问题 写回答)")
_BEFORE_BUTTONS: Final = re.compile(r"\S 只看楼主(?: \S{2,4})*$")
# Maximum characters of a subject.
_LONGEST: Final = 200
# Lines of a plain text in which the head of its mail is.
_TOP: Final = 12


def subjects(pages: Pages) -> Ints:
    """Return the rows of plain texts that state the subject of a mail or letter, or the title of a record.

    They are beside another line of its head; or the first line of a letter, above none of a form, and no sentence.
    """
    high = _at_top(pages) & pages.is_plain[pages.document]
    rows = pages.once(_labelled)
    rows = rows[high[rows]]
    titles = _beside(pages, pages.holding(_TITLE, high), pages.holding(_OF_A_RECORD, high))
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    beside = _beside(pages, rows, pages.holding(MAIL_HEAD, high))
    alone = (rows == first) & (rows + 1 < last) & ~pages.closed(FULL_STOPS, SENTENCE_CLOSERS)[rows]
    alone[alone] = [_OF_A_FORM.match(below) is None for below in pages.texts(rows[alone] + 1)]
    headed = np.intersect1d(pages.once(_labelled), pages.once(mail_heads))
    works = pages.holding(WORK, pages.opened("《") & high)
    return np.unique(np.concatenate([beside, rows[alone], titles, headed, works, _printed(pages, high)]))


def _printed(pages: Pages, high: NDArray[np.bool_]) -> Ints:
    """Return the subjects that web mail prints behind its own name, in the first line, and above who sent it when."""
    senders = pages.holding(_SENDER, high & pages.naming((" <",), high & (pages.lines["digit"].to_numpy() > _DIGITS)))
    found = []
    for last in senders[np.diff(pages.document[senders], prepend=-1) > 0].tolist():
        first = int(pages.first[pages.document[last]])
        window, *lines = pages.texts(np.arange(first, last)) or [""]
        found += [at for at, line in enumerate(lines, first + 1) if window.endswith(f" - {line}")][:1]
    return np.array(found, np.int64)


def _at_top(pages: Pages) -> NDArray[np.bool_]:
    """Return which lines may be of the head of a mail."""
    found: NDArray[np.bool_] = np.arange(len(pages.lines)) - pages.first[pages.document] < _TOP
    return found & (pages.chars <= _LONGEST)


def _labelled(pages: Pages) -> Ints:
    """Return the lines at the top that have the label of a subject."""
    return pages.holding(_SUBJECT, _at_top(pages) & pages.folded.beginning(_FIRST_LETTERS))


def mail_heads(pages: Pages) -> Ints:
    """Return the rows of the heads with which printed mails begin: lines with labels, its subject, when or to whom.

    A day has its time, or a person an address. The labels of either are as many as there are programs and languages.
    """
    subject = pages.once(_labelled)
    rows = pages.holding(_OF_A_FORM, _at_top(pages) & np.isin(pages.document, pages.document[subject]))
    begins = (pages.lines["breaks"].to_numpy()[rows] > 1) | (rows == pages.first[pages.document[rows]])
    below = (np.diff(rows) == 1) & ~begins[1:]
    found = [
        _head(pages, run)
        for run in np.split(rows, np.flatnonzero(~below) + 1)
        if len(run) >= _LABELS and np.isin(subject, run).any()
    ]
    return np.concatenate(found) if found else rows[:0]


def _head(pages: Pages, run: Ints) -> Ints:
    """Return the rows of the head of a mail that is made of lines with labels: none if they are none of a mail.

    Above that of a printed mail may be a name in it, whose mails were printed; further down the day has its year.
    """
    first, lines = int(pages.first[pages.document[run[0]]]), pages.texts(run)
    above = pages.texts(np.arange(first, run[0]))
    if len(above) <= 1 and all(any(name in line for line in lines) for name in above):
        return np.arange(first, run[-1] + 1) if any(map(_SENT.search, lines)) else run[:0]
    parted = pages.lines["breaks"][int(run[0])] > 1 or _RULE.match(above[-1]) is not None
    return run if parted and any(map(_SENT_ON.search, lines)) else run[:0]


def is_of_quoted(pages: Pages) -> NDArray[np.bool_]:
    """Return which lines are of the head of a mail below the reply to it, which is of another day."""
    heads = pages.mask(pages.once(mail_heads))
    if heads.any():
        heads &= pages.documents.above(pages.flags("sentence")) > 0
    return heads


def topics(pages: Pages) -> Ints:
    """Return the rows right above the first line that boards print below the topic of a thread, or before its words."""
    beside = pages.holding(_BEFORE_BUTTONS, pages.folded.ending("主复") & (pages.chars <= _LONGEST))
    likely = pages.folded.beginning("s只关") & (pages.chars <= _LONGEST) & ~pages.flags("sentence")
    below = pages.holding(_BELOW_TOPIC, likely)
    rows = below[(np.diff(pages.document[below], prepend=-1) > 0) & (below > pages.first[pages.document[below]])] - 1
    rows = rows[(pages.cue[rows] < 0) & (pages.chars[rows] <= _LONGEST) & ~pages.dated[rows]]
    return np.append(rows, beside[np.diff(pages.document[beside], prepend=-1) > 0])


def _beside(pages: Pages, rows: Ints, heads: Ints) -> Ints:
    """Return which rows are at most two lines from one of the heads in their document."""
    first, last = pages.first[pages.document[rows]], pages.last[pages.document[rows]]
    beside = np.zeros(len(rows), bool)
    for step in (-2, -1, 1, 2):
        beside |= np.isin(rows + step, heads) & (rows + step >= first) & (rows + step < last)
    found: Ints = rows[beside]
    return found


def is_within(pages: Pages, rows: Ints, headlines: Ints) -> NDArray[np.bool_]:
    """Return which titles behind a label are part of what was taken for the headline, above: The Bell, by Ada Finch."""
    found = (headlines >= 0) & (headlines < rows)
    pairs = zip(pages.texts(rows[found]), pages.texts(headlines[found]), strict=True)
    found[found] = [(title := letters(_TITLE.sub("", here))) in letters(there) and title != "" for here, there in pairs]
    return found


def other_headings(pages: Pages, found: Ints) -> Ints:
    """Return the headings of Markdown that are titles of pages whose titles `found` so far say something else.

    A title is the only heading of the first level, above the text of a page with headings of other levels, or pictures;
    elsewhere the mark begins remarks in code. The same words behind a label are the title already.
    """
    fences = pages.mask(pages.holding(_FENCE, pages.opened("`~")))
    inside = pages.documents.above(fences) % 2 == 1
    rows = pages.holding(_MARKED, pages.folded.beginning(_MARKS) & (pages.chars <= _LONGEST) & ~inside)
    document, is_first = pages.document[rows], np.array([line.startswith("# ") for line in pages.texts(rows)], np.bool_)
    first, others = (np.bincount(document[some], minlength=len(pages)) for some in (is_first, ~is_first))
    rows = rows[is_first & ((first == 1) & (others > 0))[document] & (rows <= pages.opening[document])]
    known = found[pages.document[rows]]
    pairs = zip(pages.texts(rows), pages.texts(np.maximum(known, 0)), (known < 0).tolist(), strict=True)
    other = [lacks or not letters(there).endswith(letters(here)) for here, there, lacks in pairs]
    titles: Ints = rows[np.array(other, np.bool_)]
    return titles
