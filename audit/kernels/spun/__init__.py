"""Loops that look for what was planted into articles."""
