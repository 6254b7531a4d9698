"""Corpus rules with modules of their own: truncated containers, copies by source and language."""
