"""Multilingual word lists for furniture, notices and attributions."""
