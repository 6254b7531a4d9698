"""Evidence about a release, as files for auditors."""
