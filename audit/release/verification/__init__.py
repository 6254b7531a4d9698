"""Whether a release still is what it says it is."""
