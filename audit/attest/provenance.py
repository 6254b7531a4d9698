"""Provenance in standard formats: an in-toto statement on the files, and an OpenLineage event of the run.

Independent of the time of writing: the run id derives from the manifest's digest, and the event time is given. Formats:
in-toto Statement v1 with the predicate SLSA provenance v1; OpenLineage 2-0-2 with facets identified by their schema
URLs.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, Final

from audit.measure.measures import MEASURES
from audit.release.manifest import DATASET, MANIFEST, Manifest
from audit.release.pinned import Pinned
from audit.release.tables import TABLES
from audit.tables import Table

STATEMENT: Final = "https://in-toto.io/Statement/v1"
PREDICATE: Final = "https://slsa.dev/provenance/v1"
PRODUCER: Final = "urn:corpus-audit"
_RUN: Final = "urn:corpus-audit:run:v1"
_LINEAGE: Final = "https://openlineage.io/spec"
_EVENT: Final = f"{_LINEAGE}/2-0-2/OpenLineage.json#/$defs/RunEvent"
# UUID namespace: the same run id for the same manifest on every machine.
_NAMESPACE: Final = uuid.uuid5(uuid.NAMESPACE_URL, PRODUCER)


def statement(pinned: Pinned) -> dict[str, Any]:
    """Return an in-toto statement: the files of the release, their inputs, and how they were built."""
    manifest = pinned.manifest
    files = [(MANIFEST, pinned.sha256), *((str(file.path), file.sha256) for file in manifest.files)]
    return {
        "_type": STATEMENT,
        "subject": [{"name": name, "digest": {"sha256": str(digest)}} for name, digest in sorted(files)],
        "predicateType": PREDICATE,
        "predicate": {
            "buildDefinition": {
                "buildType": _RUN,
                "externalParameters": {
                    "name": manifest.name,
                    "version": str(manifest.version),
                    "policy": manifest.substance.parameters,
                },
                "internalParameters": {"counts": dict(manifest.counts)},
                "resolvedDependencies": list(_inputs(manifest)),
            },
            "runDetails": {
                "builder": {
                    "id": PRODUCER,
                    "version": {manifest.tool["name"]: manifest.tool["version"], **manifest.tool["libraries"]},
                },
                "metadata": {"invocationId": f"urn:uuid:{_run_id(pinned)}"},
            },
        },
    }


def _run_id(pinned: Pinned) -> uuid.UUID:
    """Return the id of the run that made the release, derived from the manifest."""
    return uuid.uuid5(_NAMESPACE, pinned.sha256)


def _inputs(manifest: Manifest) -> Iterator[dict[str, Any]]:
    # The ledger holds the digest of each raw input.
    ledger = manifest.file("audit/ledger.parquet")
    if ledger is not None:
        yield {"name": "raw inputs, one per row", "uri": ledger.path, "digest": {"sha256": str(ledger.sha256)}}
    if manifest.parent is not None:
        name = f"{manifest.name}/{manifest.parent.version}/{MANIFEST}"
        yield {"name": "the previous release", "uri": name, "digest": {"sha256": str(manifest.parent.manifest_sha256)}}


def lineage(pinned: Pinned, time: str, quality: list[dict[str, Any]]) -> dict[str, Any]:
    """Return an OpenLineage event: the run's completion at `time` (ISO 8601), with its outputs.

    `quality` lists the judge's results on the documents: assertion, success, column.
    """
    manifest = pinned.manifest
    return {
        "eventType": "COMPLETE",
        "eventTime": time,
        "producer": PRODUCER,
        "schemaURL": _EVENT,
        "run": {
            "runId": str(_run_id(pinned)),
            "facets": {
                "processing_engine": _facet(
                    "1-1-0/ProcessingEngineRunFacet", version=manifest.tool["version"], name=manifest.tool["name"]
                )
            },
        },
        "job": {
            "namespace": PRODUCER,
            "name": f"release {manifest.name}",
            "facets": {
                "jobType": _facet(
                    "2-0-3/JobTypeJobFacet", processingType="BATCH", integration="CORPUS-AUDIT", jobType="JOB"
                )
            },
        },
        "inputs": [_raw(manifest), _judged(manifest, quality)],
        "outputs": [_output(manifest, table) for table in TABLES if table.name in DATASET],
    }


def _raw(manifest: Manifest) -> dict[str, Any]:
    description = f"{manifest.counts['found']} raw inputs; the ledger lists each with its digest"
    facets = {"documentation": _facet("1-1-0/DocumentationDatasetFacet", description=description)}
    return {"namespace": PRODUCER, "name": f"{manifest.name}/raw", "facets": facets}


def _judged(manifest: Manifest, quality: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the measures dataset: the judge's input, with its results per column."""
    return {
        "namespace": PRODUCER,
        "name": f"{manifest.name}/{manifest.version}/{MEASURES.name}",
        "facets": {"schema": _schema(MEASURES)},
        "inputFacets": {"dataQualityAssertions": _facet("1-0-1/DataQualityAssertionsDatasetFacet", assertions=quality)},
    }


def _schema(table: Table) -> dict[str, Any]:
    fields = [{"name": c.name, "type": c.type, "description": c.meaning} for c in table.columns]
    return _facet("1-1-1/SchemaDatasetFacet", fields=fields)


def _output(manifest: Manifest, table: Table) -> dict[str, Any]:
    content = manifest.substance.tables[table.name]
    files = [file for file in manifest.files if file.path.startswith(f"{table.name}/")]
    facets = {
        "schema": _schema(table),
        "version": _facet("1-0-1/DatasetVersionDatasetFacet", datasetVersion=f"sha256:{content.sha256}"),
        "documentation": _facet("1-1-0/DocumentationDatasetFacet", description=table.meaning),
    }
    statistics = _facet(
        "1-0-2/OutputStatisticsOutputDatasetFacet",
        rowCount=content.rows,
        size=sum(file.bytes for file in files),
        fileCount=len(files),
    )
    name = f"{manifest.name}/{manifest.version}/{table.name}"
    return {
        "namespace": PRODUCER,
        "name": name,
        "facets": facets,
        "outputFacets": {"outputStatistics": statistics},
    }


def _facet(kind: str, **values: object) -> dict[str, Any]:
    version, _, name = kind.partition("/")
    address = f"{_LINEAGE}/facets/{version}/{name}.json#/$defs/{name}"
    return {"_producer": PRODUCER, "_schemaURL": address, **values}
