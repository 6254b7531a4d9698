"""What a report says went wrong, for all output formats: missed expectations, and inputs that were not read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from audit.finding import is_at_least
from audit.ledger import NO_DOCUMENTS, QUARANTINE

# The end of the quarantine codes of inputs whose reader is an optional package; its extra stands before.
_LACKING: Final = "-extra-missing"
# Rules named as let through.
_MOST_NAMED: Final = 5


def missed_rules(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rules whose expectations are missed and that no gate forgives."""
    missed = [rule for rule in report["rules"] if not rule["met"]]
    return [rule for rule in missed if rule["code"] in report["gate"]["missed"]] if "gate" in report else missed


def missed_alone(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the rules of missed expectations that fail the check, and that no failing finding stands for."""
    least = report["policy"]["fail_on"]
    return [
        rule for rule in missed_rules(report) if rule["scope"] == "corpus" or not is_at_least(rule["severity"], least)
    ]


def fix_of(code: str) -> str:
    """Return the paragraph of a rule's page that says what to do; empty for what is no rule."""
    # Imported here: the rules import all measures, which --help does not need.
    from audit.rulebook import RULES
    from audit.rulebook.page import page_of

    return next((page_of(rule).fix for rule in RULES if rule.code == code), "")


def describe_miss(rule: Mapping[str, Any]) -> str:
    """Return a clause with the observed and the required value of a missed rule."""
    if rule["scope"] == "document":
        return f"{rule['failed']:,} of {rule['of']:,} documents fail; {rule['allowed']:,} allowed"
    wanted = rule["kwargs"]
    most, least = wanted.get("max_value"), wanted.get("min_value")
    bound = f"must be at most {most:g}" if most is not None else f"must be at least {least:g}"
    return f"{rule['column']} is {rule['value']:g}, but {bound}"


def describe_remedy(rule: Mapping[str, Any], shown: Callable[[str], str] = str) -> str:
    """Return a clause with the setting, as `shown`, under which a missed rule would pass, or with what mends it."""
    if rule["remedy"] is None:
        return "mend what was not read: the ledger (--out DIR) gives each reason and next step"
    return f"would pass with {shown(rule['remedy'])}"


def first_step(rule: Mapping[str, Any], report: Mapping[str, Any]) -> str:
    """Return what to do first about a broken rule: read its page, or mend what was not read where that is the cause."""
    unread = unread_inputs(report)
    if unread and rule.get("remedy", "") is None:
        return f"{unread[0]['code']}: {QUARANTINE[unread[0]['code']]}"
    return f"audit explain {rule['code']}"


def let_through(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield what a passed check saw and did not fail on, other than remarks, with the flag that fails on it."""
    if report["verb"] != "check" or report["verdict"] != "pass":
        return
    least = report["policy"]["fail_on"]
    mild = [
        rule
        for rule in report["rules"]
        if rule.get("findings") and rule["severity"] != "info" and not is_at_least(rule["severity"], least)
    ]
    if mild:
        which = "new ones" if "gate" in report else "them"
        more = f" and {len(mild) - _MOST_NAMED} more rules" if len(mild) > _MOST_NAMED else ""
        named = ", ".join(f"{rule['code']} {rule['findings']:,}" for rule in mild[:_MOST_NAMED])
        yield f"findings below fail_on = {least}: {named}{more}; --fail-on warning fails on {which}"
    unread = sum(why["inputs"] for why in unread_inputs(report) if why["code"] not in NO_DOCUMENTS)
    if unread:
        yield f"{unread:,} input{'' if unread == 1 else 's'} not read; --mostly unread-inputs=1 fails on any"


def packages_missing(report: Mapping[str, Any]) -> Iterator[str]:
    """Yield the command that installs what each kind of input lacks, since nothing else is wrong with those."""
    for why in report["set_aside"]:
        extra, lacks, _ = why["code"].partition(_LACKING)
        if lacks:
            yield f"pip install 'corpus-audit[{extra}]'  # reads {why['inputs']:,} of the inputs that were not read"


def unread_inputs(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return the entries of `set_aside` that say why inputs could not be read, with the first input of each.

    What is no document by nature comes last.
    """
    return sorted((why for why in report["set_aside"] if why["detail"]), key=lambda why: why["code"] in NO_DOCUMENTS)
