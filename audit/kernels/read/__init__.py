"""Loops of the reading room."""
