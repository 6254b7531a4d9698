"""Columns of numbers larger than texts should be: read by part, spilled by key, packed and grouped."""
