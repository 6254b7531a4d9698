"""Text of laid-out documents: Word, PDF, EPUB."""
