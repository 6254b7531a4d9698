"""Decoding of bytes: codec detection, also per passage, with the offset of every undecodable byte."""
