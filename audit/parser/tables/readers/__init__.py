"""Sentences and lines in which a page speaks to its readers, by kind of notice."""
