"""Invisible characters, and data hidden in them."""
