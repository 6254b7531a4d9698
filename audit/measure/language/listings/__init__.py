"""Listings, which have no language: fenced code, programs, SQL, YAML, logs."""
