"""Measures: facts about documents, one column each, and the places they were counted at.

A measure is a value: a name, the columns it gives with types and meanings, and how they are found in a batch of parsed
documents. It stands in the tuple of `measures`, which makes the measures table of them and the stage's loop over them.
A new one is a module with that value, its line in the tuple, and a test. Rules may judge its columns from then on.
A column that is new to the schema makes a minor version of it, by itself: see audit.release.schema.
"""
