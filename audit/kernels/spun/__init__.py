"""Loops of the search for planted passages."""
