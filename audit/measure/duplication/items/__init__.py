"""Benchmark contamination: short questions searched in texts by token n-grams."""
