"""Releases: the documents that are left, with the evidence, as a dataset that is never changed afterwards."""
