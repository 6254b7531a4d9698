"""croissant.json: the release described for machines, in Croissant 1.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from audit.release.manifest import DATASET, File, Manifest
from audit.release.tables import tables_with
from audit.tables import Column, Table

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
# The context that Croissant 1.0 prescribes, word for word, so that no reader needs a network.
_CONTEXT: Final[Mapping[str, Any]] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
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


def croissant(manifest: Manifest) -> dict[str, Any]:
    """Return croissant.json for the Parquet files that `manifest` lists."""
    tables = [table for table in tables_with(manifest.substance.extra) if table.name in DATASET]
    shards = {table.name: shards_of(manifest.files, table) for table in tables}
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "name": manifest.name,
        "description": f"{manifest.name} {manifest.version}: text documents and their blocks. Made by corpus-audit.",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "version": str(manifest.version),
        "distribution": [_file(file) for table in tables for file in shards[table.name]],
        "recordSet": [_records(table, file, shards[table.name]) for table in tables for file in shards[table.name]],
    }


def shards_of(files: Sequence[File], table: Table) -> tuple[File, ...]:
    """Return the Parquet files of `table` among `files`, in order."""
    return tuple(sorted((f for f in files if f.path.startswith(f"{table.name}/")), key=lambda f: f.path))


def _file(file: File) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "name": file.path,
        "contentUrl": file.path,
        "contentSize": f"{file.bytes} B",
        # Its registered name is longer, but readers load this one only.
        "encodingFormat": "application/x-parquet",
        "sha256": file.sha256,
    }


def _records(table: Table, file: File, shards: Sequence[File]) -> dict[str, Any]:
    """Return the records of one file: readers of Croissant 1.0 cannot join files that are listed one by one."""
    name = table.name if len(shards) == 1 else f"{table.name}-{shards.index(file):05d}"
    return {
        "@type": "cr:RecordSet",
        "@id": name,
        "name": name,
        "description": table.meaning,
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
