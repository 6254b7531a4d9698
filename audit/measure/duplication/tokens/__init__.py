"""Tokens, shingles and signatures, computed by workers for each document."""
