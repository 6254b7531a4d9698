"""HTML pages: what they state of themselves, their main text, and what of it an extractor lost."""
