"""The command line: one file per verb, thin; the work is done by the verbs' Python twins."""

from __future__ import annotations

import os
import sys
from typing import Final

import click

from audit.cli.check import check
from audit.cli.explain import explain
from audit.cli.parse import parse
from audit.cli.rules import rules
from audit.cli.run import run
from audit.cli.schema import schema
from audit.cli.split import split
from audit.cli.verify import verify
from audit.errors import AuditError
from audit.text.visible import visible
from audit.version import VERSION

VERBS: Final = (run, check, parse, split, verify, explain, rules, schema)
INTERRUPTED: Final = 130
DEFECT: Final = 3
EPILOG: Final = (
    "Exit codes: 0 pass, 1 the data falls short, 2 could not run (usage, configuration, input), "
    "3 a defect of ours, 130 interrupted. Results go to standard output, talk to standard error."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}, epilog=EPILOG)
@click.version_option(VERSION, prog_name="corpus-audit")
def audit() -> None:
    """Turn raw text files into a dataset you can stand behind.

    Every input ends in exactly one state, with a reason; every finding points at its characters and bytes;
    the same input gives the same bytes out.
    """


for _verb in VERBS:
    audit.add_command(_verb)


def run_command(argv: list[str] | None = None) -> int:  # noqa: PLR0911 one for each way to end
    """Run the command line and return its exit code; the only place that catches."""
    try:
        return int(audit.main(argv, prog_name="audit", standalone_mode=False) or 0)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort) as stop:
        _say(f"interrupted; {visible(str(stop)) or 'a release is there whole or not at all'}")
        return INTERRUPTED
    except AuditError as error:
        _say(visible(str(error)))
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output is gone (audit rules | head): nothing is wrong, and nothing may be written any more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except Exception as error:
        if os.environ.get("AUDIT_DEBUG"):
            raise
        _say(f"{type(error).__name__}: {visible(str(error), 500)}")
        _say("this is a defect of corpus-audit; please report it, with the output of the same call under AUDIT_DEBUG=1")
        return DEFECT


def _say(text: str) -> None:
    sys.stderr.write(f"audit: {text}\n")
