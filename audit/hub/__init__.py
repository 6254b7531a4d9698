"""Releases on a Hub: published in one commit and one tag, verified after upload, fetched back."""
