"""Loops of duplication: tokens, shingles, minima, comparisons."""
