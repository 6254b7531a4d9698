"""Passages in another language than their document, and those that do not decide its language."""
