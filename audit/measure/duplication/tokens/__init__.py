"""Texts as tokens, shingles and signatures: what a worker makes of each document."""
