"""Models of languages: profiles of langdetect and our own, and word lists."""
