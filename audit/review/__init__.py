"""Acceptance sampling: a random sample of documents as a sheet, a person's verdicts, and the estimate they give."""
