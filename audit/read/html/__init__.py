"""HTML pages: metadata, main text, and recovery of what extraction lost."""
