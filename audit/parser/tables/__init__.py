"""Multilingual patterns and lists of words: furniture, notices to readers, attributions, labels, days."""
