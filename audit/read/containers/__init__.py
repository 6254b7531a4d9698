"""Files whose records are documents of their own."""
