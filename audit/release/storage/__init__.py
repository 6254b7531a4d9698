"""How a release lies on disk: whole or not at all, the same bytes for the same rows."""
