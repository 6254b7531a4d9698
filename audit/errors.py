"""The errors this project raises, one class per exit code.

Every message says what is wrong, where, and what to do next. Only the command line catches.
"""

from __future__ import annotations


class AuditError(Exception):
    """Base of all errors raised on purpose; `exit_code` is what a shell sees."""

    exit_code = 2


class UsageError(AuditError):
    """The call, the configuration or the input cannot be worked with (exit 2)."""


class DefectError(AuditError):
    """A promise of this program did not hold: a defect of ours, never of the data (exit 3)."""

    exit_code = 3
