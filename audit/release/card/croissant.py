"""croissant.json: a machine-readable description of the release, in Croissant 1.1.

It covers files with checksums, records, provenance in PROV-O, and statistics as measured variables. Licence, citation
and conditions of use are included where the makers state them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from audit.release.card.facts import CardFacts, StatedTerms, shards_of
from audit.release.manifest import DATASET, File, Manifest
from audit.release.tables import tables_with
from audit.tables import Column, Table
from audit.text.languages import NO_SINGLE_LANGUAGE

CROISSANT: Final = "croissant.json"
_TYPES: Final = {
    "string": "sc:Text",
    "large_string": "sc:Text",
    "bool": "sc:Boolean",
    "int32": "sc:Integer",
    "int64": "sc:Integer",
    "float32": "sc:Float",
    "float64": "sc:Float",
    "date32": "sc:Date",
    "timestamp[ms]": "sc:DateTime",
}
# The context prescribed by Croissant 1.1, verbatim, so that readers need no network.
_CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "arrayShape": "cr:arrayShape",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "containedIn": "cr:containedIn",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "description": {"@container": "@language"},
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isArray": "cr:isArray",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "name": {"@container": "@language"},
    "parentField": "cr:parentField",
    "path": "cr:path",
    "prov": "http://www.w3.org/ns/prov#",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_VERSION: Final = "http://mlcommons.org/croissant/1.1"
# A term of the Data Use Ontology, and the base of such terms.
_DUO: Final = re.compile(r"DUO[_:]([0-9]{7})")
_DUO_URL: Final = "http://purl.obolibrary.org/obo/DUO_"
_URL: Final = re.compile(r"https?://\S+")


def croissant(facts: CardFacts) -> dict[str, Any]:
    """Return croissant.json for the Parquet files listed in the manifest."""
    manifest, stated = facts.manifest, facts.stated
    tables = [table for table in tables_with(manifest.substance.extra) if table.name in DATASET]
    shards = {table.name: shards_of(manifest.files, table) for table in tables}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": manifest.name,
        "description": f"{manifest.name} {manifest.version}: text documents and their blocks. Made by corpus-audit.",
        "conformsTo": _VERSION,
        "version": str(manifest.version),
        "isLiveDataset": False,
        **_terms(stated),
        **_contents(facts),
        **_provenance(manifest, stated),
        "distribution": [_file(file) for table in tables for file in shards[table.name]],
        "recordSet": [_records(table, file, shards[table.name]) for table in tables for file in shards[table.name]],
    }


def _terms(stated: StatedTerms) -> dict[str, Any]:
    """Return the makers' statements: licence, citation, creator, conditions of use."""
    made: dict[str, Any] = {}
    if stated.licence:
        made["license"] = stated.licence_url or stated.licence
    if stated.citation:
        made["citeAs"] = stated.citation
    if stated.homepage:
        made["url"] = stated.homepage
    if stated.creator or stated.contact:
        contact = {"contactPoint": {"@type": "sc:ContactPoint", "name": stated.contact}} if stated.contact else {}
        made["creator"] = {"@type": "sc:Organization", "name": stated.creator or stated.contact, **contact}
    if stated.conditions:
        made["usageInfo"] = [_condition(each) for each in stated.conditions]
    return made


def _condition(condition: str) -> dict[str, str]:
    if term := _DUO.fullmatch(condition):
        return {"@type": "sc:DefinedTerm", "termCode": f"DUO_{term[1]}", "url": f"{_DUO_URL}{term[1]}"}
    return {"@type": "sc:CreativeWork", ("url" if _URL.fullmatch(condition) else "text"): condition}


def _contents(facts: CardFacts) -> dict[str, Any]:
    """Return statistics of the documents."""
    summary = facts.summary
    languages = [tag for tag, _ in summary.languages if tag not in NO_SINGLE_LANGUAGE]
    return {
        **({"inLanguage": languages} if languages else {}),
        **({"temporalCoverage": "/".join(summary.dates)} if summary.dates else {}),
        "variableMeasured": [
            {"@type": "sc:PropertyValue", "name": name, "value": value} for name, value in _statistics(facts)
        ],
    }


def _statistics(facts: CardFacts) -> Iterator[tuple[str, int]]:
    summary, tables = facts.summary, facts.manifest.substance.tables
    for name in DATASET:
        yield name, tables[name].rows
        yield f"bytes of {name}", tables[name].bytes
    tallies = (("documents in", summary.languages), ("documents that state a", summary.stated))
    for what, tally in (*tallies, ("blocks of kind", summary.kinds)):
        for name, count in tally:
            yield f"{what} {name}", count


def _provenance(manifest: Manifest, stated: StatedTerms) -> dict[str, Any]:
    """Return the provenance: inputs and software; `ledger` lists each input with its digest."""
    tool, ledger = manifest.tool, manifest.substance.tables["ledger"]
    before = manifest.parent
    inputs = {
        "@type": "prov:Entity",
        "prov:label": f"{manifest.counts['found']} raw inputs, each in audit/ledger.parquet with its digest",
        "prov:value": f"content sha256:{ledger.sha256}",
    }
    made: dict[str, Any] = {
        "prov:wasDerivedFrom": inputs,
        "prov:wasGeneratedBy": {
            "@type": "prov:Activity",
            "prov:label": "parsed, measured, judged and released: audit run",
            "prov:wasAssociatedWith": {
                "@type": "prov:SoftwareAgent",
                "prov:label": f"{tool['name']} {tool['version']}",
            },
        },
    }
    if before:
        label, digest = f"{manifest.name} {before.version}", f"manifest sha256:{before.manifest_sha256}"
        made["prov:wasRevisionOf"] = {"@type": "prov:Entity", "prov:label": label, "prov:value": digest}
    return made | ({"rai:dataCollection": stated.provenance} if stated.provenance else {})


def _file(file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        # The registered media type is longer, but readers support only this one.
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _records(table: Table, file: File, shards: Sequence[File]) -> dict[str, Any]:
    """Return the record set of one file; readers of Croissant cannot join individually listed files."""
    name = table.name if len(shards) == 1 else f"{table.name}-{shards.index(file):05d}"
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.meaning,
        **({"key": {"@id": f"{name}/id"}} if table.name == "documents" else {}),
        "field": [_field(name, column, file) for column in table.columns],
    }


def _field(records: str, column: Column, file: File) -> dict[str, Any]:
    return {
        "@type": "cr:Field",
        "@id": f"{records}/{column.name}",
        "name": f"{records}/{column.name}",
        "description": column.meaning,
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": file.path}, "extract": {"column": column.name}},
    }
