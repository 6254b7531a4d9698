"""Documents from domains that reserve their texts, by the policy's opt-out table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from audit.measure.measure import Measure, Measured, ParsedBatch
from audit.measure.reservations import Reservations, host_in, reservations
from audit.tables.table import nullable


def _measure(batch: ParsedBatch) -> Measured:
    rows = len(batch.documents)
    rights = batch.policy.rights
    found: list[str | None] = [None] * rows
    if rights.optout:
        table = reservations(rights.optout, rights.optout_sha256)
        told = (batch.documents[name].to_pylist() for name in ("id", "source", "url"))
        found = [reservation_of(table, *each) for each in zip(*told, strict=True)]
    return Measured(OPT_OUT.table.build(reservation=found), [()] * rows)


def reservation_of(table: Reservations, id: str, source: str | None, url: str | None) -> str | None:
    """Return what the first host of a document says that reserves its rights, if any does."""
    return next((said for host in _hosts(id, source, url) if (said := table.of(host))), None)


def _hosts(id: str, source: str | None, url: str | None) -> Iterator[str]:
    """Yield the possible hosts of a document: of its URL, else its named site or folder."""
    if url and (host := _host_of(url)):
        yield host
        return
    for name in (source or "", *id.split("/")[:-1]):
        if host := host_in(name.strip()):
            yield host


def _host_of(url: str) -> str | None:
    try:
        return urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None


OPT_OUT: Final = Measure(
    "opt_out",
    (
        nullable(
            "reservation",
            "string",
            "domain of the document that reserves its texts according to the policy's opt-out table, and the "
            "reservation; else null",
        ),
    ),
    _measure,
)
