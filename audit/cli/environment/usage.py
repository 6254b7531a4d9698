"""What to say of a command line that cannot be run, besides click's words."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

import click

from audit.text.visible import visible


def usage_message(error: click.ClickException, argv: list[str], verbs: Mapping[str, click.Command]) -> str:
    """Return the message of a usage error with what was probably meant."""
    if isinstance(error, click.NoSuchOption):
        return " ".join(filter(None, (error.message, _near(error), _elsewhere(error, verbs))))
    context = error.ctx if isinstance(error, click.UsageError) else None
    is_verb = context is None or context.parent is not None or not argv or argv[0] in verbs
    wrong = None if context is None or is_verb else _no_verb(argv[0], _options_of(context.command))
    return wrong or error.format_message()


def _near(error: click.NoSuchOption) -> str | None:
    """Return the options with similar names; the dashes, which all have in common, are no likeness."""
    known = {each.lstrip("-"): each for each in error.possibilities or ()}
    near = get_close_matches(error.option_name.lstrip("-"), known)
    return f"Did you mean {' or '.join(known[each] for each in near)}?" if near else None


def _elsewhere(error: click.NoSuchOption, verbs: Mapping[str, click.Command]) -> str | None:
    named = [name for name, verb in verbs.items() if error.option_name in _options_of(verb)]
    return f"It is an option of {', '.join(named)}." if named else None


def _options_of(command: click.Command) -> frozenset[str]:
    return frozenset(name for each in command.params for name in (*each.opts, *each.secondary_opts))


def _no_verb(given: str, options: frozenset[str]) -> str | None:
    if f"--{given}" in options or given == "help":
        return f"No such command {given!r}: write audit --{given}"
    if Path(given).exists():
        return f"No such command {visible(repr(given))}, but it is a path: audit check {visible(given)} judges it"
    return None
