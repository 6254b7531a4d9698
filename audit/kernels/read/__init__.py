"""Loops of the readers."""
