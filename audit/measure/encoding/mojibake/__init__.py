"""Mojibake found, judged by the law of evidence, and repaired where that is proven."""
