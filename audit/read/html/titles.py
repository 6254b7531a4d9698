"""The printed title of a page: the heading its metadata agree with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from audit.text.fold import letters
from audit.text.sites.window_titles import beginnings, without_site


@dataclass(frozen=True, slots=True)
class Headings:
    """The headings of a page: first-level ones, and second and third-level ones; and its section's names, folded."""

    first: Sequence[str]
    others: Sequence[str]
    sections: Collection[str] = ()


def printed_title(wanted: Sequence[str], headings: Headings, source: str, *, is_said: bool) -> str:
    """Return the title of a page given stated titles, best first; `is_said`: not stated by its title tag alone.

    >>> printed_title(["The ferry - Bay Courier"], Headings(["Bay Courier", "The ferry"], ()), "", is_said=False)
    'The ferry'
    """
    site = letters(source)
    headlines = [one for one in headings.first if letters(one) != site]
    # The site's name follows a title more often than it precedes it, and may be a first-level heading.
    parts = [part for one in wanted for part in beginnings(one)]
    begin = {*map(letters, wanted), *(letters(headline) for headline, _, _ in parts)} - {""}
    end = {letters(name) for _, _, name in parts} - {""}
    fitting = [one for one in (*headlines, *headings.others) if letters(one) in begin]
    others = [one for one in headlines if letters(one) not in end]
    if fitting:
        return fitting[0]
    if len(headlines) > len(others):
        return others[0] if len(others) == 1 else next(one for one in headlines if letters(one) in end)
    if len(headlines) == 1 and not is_said:
        return headlines[0]
    return without_site(wanted[0], source, (), headings.sections) if wanted else ""
