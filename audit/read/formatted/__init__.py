"""Documents that a program laid out: of Word, PDF, books in EPUB. Their text is what a reader of the page gets."""
