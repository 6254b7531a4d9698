"""Verification of a release."""
