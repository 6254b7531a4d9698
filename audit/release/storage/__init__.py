"""On-disk storage of releases: atomic, and deterministic in bytes."""
