"""Texts filled into one form, told from copies of one text."""
