"""Template lines: what the pages of one source share, and which documents are versions of one article."""
