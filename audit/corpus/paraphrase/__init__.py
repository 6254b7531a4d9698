"""Texts told again in other words, looked for among all documents."""
