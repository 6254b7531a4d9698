"""What every worker would work out again: once before they are forked, who share the memory of it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import suppress
from functools import cache, partial
from typing import Any, Final, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
_AHEAD: Final[list[Callable[[], object]]] = []


def ahead(*given: tuple[Hashable, ...]) -> Callable[[F], F]:
    """Decorate a function to keep its results, and to work out those for the given arguments before workers fork.

    Without any, the function takes none. It may start no thread, and is one that most batches of articles ask.
    """

    def kept(function: F) -> F:
        made: Any = cache(function)
        _AHEAD.extend(partial(made, *arguments) for arguments in given or ((),))
        result: F = made
        return result

    return kept


def before_forks(work: Callable[[], object]) -> None:
    """Have a piece of work done before workers fork; it may fail here, and is tried again where it is needed."""
    _AHEAD.append(work)


def work_ahead() -> None:
    """Work out all that imported modules asked for."""
    for work in _AHEAD:
        with suppress(OSError):
            work()
