"""The command `audit`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from audit.cli import run_command

    sys.exit(run_command())


if __name__ == "__main__":
    main()
