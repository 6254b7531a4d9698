"""Evidence from words, where letters are inconclusive or misleading."""
