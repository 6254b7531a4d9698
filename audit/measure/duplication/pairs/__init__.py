"""Candidate search and verification of pairs of copies."""
