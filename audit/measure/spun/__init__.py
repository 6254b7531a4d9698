"""Signs of machine-rewritten (spun) text and of planted advertising."""
