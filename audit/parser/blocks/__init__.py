"""Texts as blocks: segmented, described, scored, named."""
