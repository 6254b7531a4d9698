"""Readings in single-byte alphabets, judged by the spelling of words before and after."""
