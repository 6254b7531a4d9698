"""Releases on a Hub: published in one commit and one tag, compared with what arrived, fetched back whole."""
