"""Output formats of results, one module each."""
