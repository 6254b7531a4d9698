"""The engines, and the one in use."""

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

# The default comes first: only separate processes keep a hostile input from ending the run.
ENGINES: Final = (LOCAL, IN_PROCESS)
VARIABLE: Final = "AUDIT_ENGINE"
_CHOSEN: ContextVar[Engine | None] = ContextVar("engine", default=None)


@contextmanager
def use_engine(engine: Engine) -> Iterator[None]:
    """Use the given engine within the block, in this thread; it may be any engine."""
    before = _CHOSEN.set(engine)
    try:
        yield
    finally:
        _CHOSEN.reset(before)


def current_engine() -> Engine:
    """Return the engine of `use_engine`, else the one named by AUDIT_ENGINE, else the default.

    Raises UsageError if there is none of that name.
    """
    if (engine := _CHOSEN.get()) is not None:
        return engine
    name = os.environ.get(VARIABLE) or ENGINES[0].name
    for engine in ENGINES:
        if engine.name == name:
            return engine
    known = ", ".join(engine.name for engine in ENGINES)
    raise UsageError(f"{VARIABLE} is {visible(name, 40)}, which is not an engine; available: {known}")
