"""The gate: what a check forgives, because it is known, or because somebody answers for it."""
