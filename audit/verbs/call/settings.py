"""Resolution of settings: flags, then audit.toml, then defaults."""

from __future__ import annotations

import difflib
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import wraps
from inspect import Parameter, signature
from pathlib import Path
from typing import Any, ParamSpec, TypeVar, get_type_hints

from audit.corpus.input_kind import stated_licence
from audit.errors import UsageError
from audit.measure.reservations import reservations
from audit.policy import (
    CONFIGURATION,
    RULE_SETTINGS,
    SETTINGS,
    LimitSettings,
    Policy,
    RuleSettings,
    checked,
    load,
    overridden,
)
from audit.rulebook import RULES
from audit.rulebook.active import active, find, settings_of
from audit.rulebook.idle import idle

P = ParamSpec("P")
R = TypeVar("R")


def accepts_settings(overrides: type) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Decorate a verb: list the keywords of `overrides` in its signature, and refuse all others by name."""

    def shown(verb: Callable[P, R]) -> Callable[P, R]:
        own = [each for each in signature(verb).parameters.values() if each.kind is not Parameter.VAR_KEYWORD]
        more = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=None, annotation=kind)
            for name, kind in get_type_hints(overrides).items()
        ]
        known = [each.name for each in (*own, *more)]

        @wraps(verb)
        def called(*args: P.args, **kwargs: P.kwargs) -> R:
            for word in kwargs:
                if word not in known:
                    near = difflib.get_close_matches(word, known, n=2) or known
                    raise UsageError(f"audit.{verb.__name__} takes no {word}; known: {', '.join(near)}")
            return verb(*args, **kwargs)

        called.__signature__ = signature(verb).replace(parameters=(*own, *more))  # type: ignore[attr-defined]
        return called

    return shown


def resolve_settings(
    config: Path | str | Policy | None, overrides: Mapping[str, Any], workers: int | None = None
) -> tuple[Policy, str]:
    """Return the validated policy of a run, and a sentence saying where it comes from, and what in it has no effect.

    `overrides` are settings by keyword; None and empty values mean "not given". Raises UsageError on unknown settings
    or an invalid number of `workers`.
    """
    if workers is not None and (isinstance(workers, bool) or not isinstance(workers, int) or workers < 1):
        raise UsageError(f"workers takes a whole number above 0, not {workers!r}; the default is all cores")
    policy, origin = (
        (checked(config), "the given policy")
        if isinstance(config, Policy)
        else load(Path(config) if config else None, Path.cwd())
    )
    if not isinstance(config, Policy):
        _refuse_unknown_rules(policy, config or CONFIGURATION)
    given = {name: value for name, value in overrides.items() if value is not None and value not in ((), [], {})}
    if given:
        policy = overridden(*_by_code(policy, given))
    active(RULES, policy)
    called = (f"set by the call: {', '.join(sorted(given))}",) if given else ()
    origin = "; ".join((origin, *idle(RULES, policy), *called))
    from_file = Path(config).parent if isinstance(config, str | Path) and "optout" not in given else Path()
    return _with_opt_out(policy, from_file), origin


def _refuse_unknown_rules(policy: Policy, file: Path | str) -> None:
    """Raise UsageError with the file's name if a policy from there names an unknown rule, as for an unknown setting."""
    try:
        settings_of(RULES, policy)
    except UsageError as error:
        raise UsageError(f"in {file}: {error}") from error


def with_unused(origin: str, config: Path | str | Policy | None, root: Path) -> str:
    """Return the sentence on the policy's source; it also names an audit.toml of the input folder that is not used."""
    there = root / CONFIGURATION
    if config is not None or not there.is_file() or there.resolve() == Path(CONFIGURATION).resolve():
        return origin
    return f"{origin}; {there} is not used: name it with --config"


def as_flags(config: Path | str | Policy | None, overrides: Mapping[str, Any]) -> list[str]:
    """Return the configuration and the settings of a call as the words of a command; a policy object has none."""
    words = ["--config", str(config)] if isinstance(config, str | Path) else []
    flags = {each.keyword: each.flag for each in (*SETTINGS, *RULE_SETTINGS)}
    for name, value in overrides.items():
        if name not in flags or value is None:
            continue
        if isinstance(value, bool):
            words.append(flags[name] if value else f"--no-{flags[name].removeprefix('--')}")
        elif isinstance(value, Mapping):
            each = [(key, one) for key, given in value.items() for one in _as_many(given)]
            words += [word for key, one in each for word in (flags[name], f"{key}={one}")]
        else:
            words += [word for one in _as_many(value) for word in (flags[name], str(one))]
    return words


def called_as(
    target: str | Path, kind: str | None, config: Path | str | Policy | None, overrides: Mapping[str, Any], known: type
) -> str:
    """Return target and settings of a call as a shell takes them, for a verb whose settings are `known`."""
    kinds = () if kind is None else ("--kind", kind)
    taken = {name: value for name, value in overrides.items() if name in get_type_hints(known)}
    return shlex.join([str(target), *kinds, *as_flags(config, taken)])


def _as_many(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)


def _with_opt_out(policy: Policy, folder: Path) -> Policy:
    """Return the policy with its opt-out table resolved against `folder` and validated.

    Raises UsageError if it cannot be used: an ineffective table would let everything through.
    """
    rights = policy.rights
    if not rights.optout:
        return policy
    path = str((folder / rights.optout).absolute())
    digest = reservations(path, rights.optout_sha256).sha256
    return replace(policy, rights=replace(rights, optout=path, optout_sha256=str(digest)))


def licensed(policy: Policy, root: Path) -> Policy:
    """Return the policy with the licence that the card beside the data states, unless it states one itself."""
    licence = policy.card.licence or stated_licence(root)
    return replace(policy, card=replace(policy.card, licence=licence))


def without_limits(policy: Policy) -> Policy:
    """Return the policy without limits and gate, for a verb that judges no corpus."""
    return replace(policy, limits=LimitSettings())


def _by_code(policy: Policy, given: Mapping[str, Any]) -> tuple[Policy, dict[str, Any]]:
    """Return both with rules named by code, so that a flag may give the code of a rule the file names."""
    spoken = {each.keyword: given[each.keyword] for each in RULE_SETTINGS if each.keyword in given}
    coded = {
        keyword: {find(RULES, word).code: value for word, value in values.items()}
        for keyword, values in spoken.items()
        if isinstance(values, Mapping)
    }
    named = {code for values in coded.values() for code in values}
    rules: dict[str, RuleSettings] = {}
    for word, own in policy.rules.items():
        code = find(RULES, word).code
        rules[code if code in named and code not in policy.rules else word] = own
    return replace(policy, rules=rules), {**given, **coded}
