"""All engines, and which of them runs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from audit.engine.engine import Engine
from audit.engine.in_process import IN_PROCESS
from audit.engine.local import LOCAL
from audit.errors import UsageError
from audit.text.visible import visible

# The first is taken where nothing is said: only a process of its own keeps a hostile input from ending the run.
ENGINES: Final = (LOCAL, IN_PROCESS)
VARIABLE: Final = "AUDIT_ENGINE"
_CHOSEN: ContextVar[Engine | None] = ContextVar("engine", default=None)


@contextmanager
def using(engine: Engine) -> Iterator[None]:
    """Have what runs inside, in this thread, run on the given engine, which need not be one of ours."""
    before = _CHOSEN.set(engine)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def chosen() -> Engine:
    """Return the engine in use: the one given to `using`, else the one that AUDIT_ENGINE names, else the first.

    Raises UsageError when there is none of that name.
    """
    if (engine := _CHOSEN.get()) is not None:
        return engine
    name = os.environ.get(VARIABLE) or ENGINES[0].name
    for engine in ENGINES:
        if engine.name == name:
            return engine
    known = ", ".join(engine.name for engine in ENGINES)
    raise UsageError(f"{VARIABLE} names no engine {visible(name, 40)}; there are {known}")
