"""Candidates found and verified: every pair of copies with its measures."""
