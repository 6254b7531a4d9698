"""Lines of printed pages: where pages begin, their heads and numbers, and the paragraphs they make."""
