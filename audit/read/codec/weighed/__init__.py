"""Codecs weighed against each other, where nothing certain tells which one wrote the bytes."""
