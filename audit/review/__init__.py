"""Acceptance sampling: a sheet of documents drawn by chance, a person's verdicts, what they say of all others."""
