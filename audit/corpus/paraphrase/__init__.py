"""Paraphrase detection across all documents."""
