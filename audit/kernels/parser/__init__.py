"""Loops of the parser."""
