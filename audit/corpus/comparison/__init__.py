"""Duplicate detection within a corpus, against earlier releases, and against other corpora."""
