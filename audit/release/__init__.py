"""Releases: the published documents with their evidence, as an immutable dataset."""
