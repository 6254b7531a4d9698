"""Flags shared by several verbs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar, get_type_hints

import click

from audit.policy import RULE_SETTINGS, SETTINGS, ChoosingOverrides, Setting
from audit.policy.checks import Check, Choice, Choices, Languages, Names, Paths, Share, Switch, WholeNumber
from audit.remote.url import is_url
from audit.report.output_formats import FORMATS

REPAIR: Final = "repair"
_CHOOSING: Final = frozenset(get_type_hints(ChoosingOverrides))
BASELINE: Final = "baseline"
ENGINE: Final = "engine"
# Settings added by single verbs: only a run repairs, only a check forgives.
_OF_A_VERB: Final = frozenset({REPAIR, BASELINE, *(each.keyword for each in SETTINGS if each.section == ENGINE)})
_PERCENT: Final = re.compile(r"([1-9][0-9]?(?:\.[0-9]+)?|100) ?%?")
F = TypeVar("F", bound=Callable[..., Any])


class PathOrUrl(click.Path):
    """A local path or a URL, which is kept verbatim."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return a path, or the URL."""
        if is_url(value):
            return value
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            if not Path(value).exists() or os.access(value, os.R_OK):
                raise
            self.fail(f"{error.message.rstrip('.')}: chmod -R u+rX lets its owner read it, or name another", param, ctx)


class ShareType(click.FloatRange):
    """A share, of which it is said how it is written where somebody writes it as a percentage."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the number."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            percent = _PERCENT.fullmatch(str(value))
            said = f"{percent[0]} is written {float(percent[1]) / 100:g}" if percent else "a share is written as 0.5"
            self.fail(f"{error.message.rstrip('.')}; {said}", param, ctx)


FOLDER = PathOrUrl(path_type=Path)
as_format: Final = click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Output format.",
)
report: Final = click.option(
    "--report", type=FOLDER, help="Folder for HTML pages, as written by audit report.  [default: none]"
)
dist: Final = click.option("--dist", type=FOLDER, default="dist", show_default=True, help="Folder with the releases.")
workers: Final = click.option(
    "--workers", type=click.IntRange(min=1), help="Worker processes; does not affect results.  [default: all cores]"
)
quiet: Final = click.option("--quiet", is_flag=True, help="Show no progress.")
kind: Final = click.option(
    "--kind",
    type=click.Choice(("raw", "dataset", "release")),
    help="Kind of the input.  [default: detected]",
)
config: Final = click.option(
    "--config", type=FOLDER, help="The configuration.  [default: audit.toml in the working folder, if there is one]"
)


def forms(command: F) -> F:
    """Add --to and --format with all output formats of check and run."""
    names, suffixes = [form.name for form in FORMATS], ", ".join(form.suffix for form in FORMATS)
    to = click.option(
        "--to",
        type=FOLDER,
        multiple=True,
        metavar="FILE",
        help=f"Write the result to FILE as well, in the format of its suffix: {suffixes}; repeat for more.",
    )
    form = click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="Output format."
    )
    return to(form(command))


def cache(command: F) -> F:
    """Add --cache, --no-cache and --cache-size."""
    flags = (
        click.option(
            "--cache",
            type=click.Path(path_type=Path, file_okay=False),
            help="Cache folder for parsed and measured documents; does not affect results.  [default: "
            "AUDIT_CACHE_DIR, or the user's cache]",
        ),
        click.option("--no-cache", is_flag=True, help="Use no cache."),
        click.option(
            "--cache-size",
            type=click.IntRange(min=1),
            metavar="BYTES",
            help="Maximum size of the cache in bytes; least recently used entries are evicted.  [default: 4 GiB]",
        ),
    )
    for flag in reversed(flags):
        command = flag(command)
    return command


def policy(command: F) -> F:
    """Add the flags of all settings of an audit; they override audit.toml."""
    return config(
        _add_options((*(each for each in SETTINGS if each.keyword not in _OF_A_VERB), *RULE_SETTINGS), command)
    )


def choosing(command: F) -> F:
    """Add the flags of the settings that decide which documents a release would hold, without those of the verdict."""
    return config(_add_options([each for each in (*SETTINGS, *RULE_SETTINGS) if each.keyword in _CHOOSING], command))


def reading(command: F) -> F:
    """Add the flags of the settings for reading and parsing inputs."""
    wanted = [each for each in SETTINGS if each.section in {"input", "parser"} and each.keyword != REPAIR]
    return config(_add_options(wanted, command))


def baseline(command: F) -> F:
    """Add --baseline and related flags, for check only."""
    return _add_options([each for each in SETTINGS if each.keyword == BASELINE], command)


def repair(command: F) -> F:
    """Add --repair, for run only."""
    return _add_options([each for each in SETTINGS if each.keyword == REPAIR], command)


def engine(command: F) -> F:
    """Add --engine and related flags, for verbs that read a corpus."""
    return _add_options([each for each in SETTINGS if each.section == ENGINE], command)


def pairs(of: Callable[[str], object], example: str) -> Callable[..., dict[str, object] | None]:
    """Return a callback that parses values written NAME=VALUE, in order; None if there are none."""

    def read(_context: click.Context, _flag: click.Parameter, values: tuple[str, ...]) -> dict[str, object] | None:
        return dict(_named(values, of, example)) or None

    return read


def _several(example: str) -> Callable[..., dict[str, list[object]] | None]:
    """Return a callback like that of `pairs`; of a name given repeatedly all values are kept."""

    def read(_context: click.Context, _flag: click.Parameter, values: tuple[str, ...]) -> dict[str, Any] | None:
        found: dict[str, list[object]] = {}
        for name, value in _named(values, str, example):
            found.setdefault(name, []).append(value)
        # "" alone says that a field has no column.
        return {name: given[0] if len(given) == 1 else given for name, given in found.items()} or None

    return read


def _named(values: Sequence[str], of: Callable[[str], object], example: str) -> Iterator[tuple[str, object]]:
    for written in values:
        name, sign, value = written.partition("=")
        try:
            found = of(value)
        except ValueError as error:
            raise click.BadParameter(f"{written} is not of the form {example}") from error
        if not name or not sign:
            raise click.BadParameter(f"{written} is not of the form {example}")
        yield name, found


def _add_options(settings: Sequence[Setting], command: F) -> F:
    for each in reversed(settings):
        command = (_of_rules if each in RULE_SETTINGS else _flag)(each)(command)
    return command


def _flag(setting: Setting) -> Callable[[F], F]:
    names = setting.flag, setting.keyword
    if isinstance(setting.check, Switch):
        names = f"{setting.flag}/--no-{setting.flag.removeprefix('--')}", setting.keyword
    return click.option(*names, default=None, help=_help(setting), **_click_type(setting.check))


def _click_type(check: Check) -> dict[str, Any]:
    """Return the click type for a validator; the policy validates again."""
    options: dict[str, Any] = {}
    match check:
        case Choice():
            options = {"type": click.Choice(check.words)}
        case Choices():
            options = {"type": click.Choice(check.words), "multiple": True}
        case Paths():
            example = "FIELD=PATH, such as title=meta.headline"
            options = {"metavar": "FIELD=PATH", "multiple": True, "callback": _several(example)}
        case Names() | Languages():
            options = {"metavar": check.metavar, "multiple": True}
        case Share():
            options = {"type": ShareType(0, 1, min_open=check.above)}
        case WholeNumber():
            options = {"type": click.IntRange(min=1)}
    return options


def _of_rules(setting: Setting) -> Callable[[F], F]:
    example = "missing-date=0.9" if isinstance(setting.check, Share) else "missing-date=warning"
    return click.option(
        setting.flag,
        setting.keyword,
        multiple=True,
        metavar=f"RULE={'SHARE' if isinstance(setting.check, Share) else 'SEVERITY'}",
        callback=pairs(float if isinstance(setting.check, Share) else str, f"RULE=VALUE, such as {example}"),
        help=f"{setting.meaning} Repeat for more.",
    )


def _help(setting: Setting) -> str:
    repeated = " Repeat for more." if isinstance(setting.check, Names | Choices | Languages | Paths) else ""
    return f"{setting.meaning}{repeated}{_default(setting.default)}"


def _default(value: object) -> str:
    match value:
        case None | "" | () | dict():
            return ""
        case bool():
            return f"  [default: {'yes' if value else 'no'}]"
        case tuple():
            return f"  [default: {', '.join(value)}]"
    return f"  [default: {value}]"
