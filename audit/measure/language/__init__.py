"""Facts about the language of a text: script first, then profiles."""
