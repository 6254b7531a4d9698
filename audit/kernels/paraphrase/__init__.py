"""Loops of paraphrase: marks of texts, and what two texts have in common."""
