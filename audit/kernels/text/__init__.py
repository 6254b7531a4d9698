"""Loops over the characters of texts: classes, kinds, letter groups."""
