"""FLD: rights reserved by the source of a text."""

from __future__ import annotations

from typing import Final

from audit.rule import Page, Rule, is_not_stated

OPTED_OUT: Final = Rule(
    code="FLD012",
    name="opted-out",
    severity="critical",
    expectation=is_not_stated("reservation"),
    message="The document comes from a domain that reserves its texts: {value}.",
    page=Page(
        what='The opt-out table that the policy names ([rights], optout = "optout.csv") reserves the texts of the '
        "document's domain from the training of models.",
        why="Rightsholders may reserve their texts from text and data mining, and say so in robots.txt, in headers or "
        "in their terms. Raw texts have lost that: whoever publishes or trains on them has to bring it back.",
        fix="Nothing to repair: the document is set aside, and the ledger names the domain and what it says. A table "
        "has two columns, domain and reservation: train-ai=n and its like (AIPREF), ai-train=no (Content Signals), "
        "tdm-reservation=1, noai or disallow; y and allow take a subdomain out again.",
        known_problems="It is the user's table that is believed, and not asked again on the web. The domain is that of "
        "the record's address; without one it is the source or a folder that is spelled like a domain, and other "
        "documents are in no table. A rule for one path of a site is not known.",
    ),
)

RIGHTS: Final = (OPTED_OUT,)
