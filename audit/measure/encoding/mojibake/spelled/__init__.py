"""Readings in alphabets, one letter a byte: judged by how words are spelled, as they stand and as they read."""
