"""FLD: rights reserved by the source of a text."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, is_not_stated

OPTED_OUT: Final = Rule(
    code="FLD012",
    name="opted-out",
    severity="critical",
    expectation=is_not_stated("reservation"),
    message="The document's domain reserves its texts: {value}.",
    page=Page(
        what='The opt-out table named in the policy ([rights], optout = "optout.csv") says that the document\'s '
        "domain reserves its texts from model training.",
        why="Rightsholders may exclude their texts from text and data mining, and say so in robots.txt, in headers or "
        "in their terms. Raw texts have lost that statement; whoever publishes them or trains on them has to supply "
        "it.",
        fix="Nothing to repair: the document is set aside, and the ledger gives the domain and its reservation. A "
        "table has two columns, domain and reservation. Values: train-ai=n and the like (AIPREF), ai-train=no "
        "(Content Signals), tdm-reservation=1, noai or disallow; y and allow exempt a subdomain.",
        known_problems="The table is taken as given and not checked on the web. The domain is that of the record's "
        "URL; without one it is the source or a folder spelled like a domain; other documents match no entry. Rules "
        "for single paths of a site are not supported.",
    ),
)

RIGHTS: Final = (OPTED_OUT,)
