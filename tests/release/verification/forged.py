"""Releases as a forger leaves them: edited, with checksums that agree."""

from __future__ import annotations

import hashlib
import json

from audit.release.manifest import canonical_json
from audit.release.storage.files import sha256_of


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def forge(made, change):
    """Change what the manifest says, and its checksum with it."""
    manifest = json.loads((made / "manifest.json").read_bytes())
    del manifest["checksum"]
    change(manifest)
    checksum = hashlib.sha256(canonical_json(manifest)).hexdigest()
    (made / "manifest.json").write_bytes(canonical_json({**manifest, "checksum": checksum}))


def relist(made, path):
    """Make the manifest agree with an edited file, as a forger would."""

    def change(manifest):
        entry = next(f for f in manifest["files"] if f["path"] == path)
        entry |= {"bytes": (made / path).stat().st_size, "sha256": sha256_of(made / path)}

    forge(made, change)
