"""Measures: facts about documents, one column each, and the places they were counted at.

A measure is a value: a name, its columns with types and meanings, and a function from a batch of parsed documents. The
tuple in `measures` defines the measures table and the worker's loop. A new measure is a module with that value, its
line in the tuple, and a test; rules may judge its columns from then on. A new column makes a minor schema version by
itself: see audit.release.schema.

Where to find what, and the rule families it feeds:

- ENC: `reading` (decoding), `encoding` (damaged, invisible and mixed characters; mojibake and its repair)
- LNG: `document_language`, `language` (language, script, foreign passages), `langdetect_profiles`
- DUP: `duplication` (exact and near copies, containment, quotations, benchmark items, the index of a release)
- FLD: `fields`, `later_dates`, `contradictions` (stated fields), `opt_out` and `reservations` (rights)
- BPL: `boilerplate`, `dropped_prose`
- SPN: `spun` (machine rewriting, planted advertising), `paraphrase` (suspected paraphrases)
- shared: `measure` (the interface), `measures` (the list), `blockwise` and `articles` (sums over blocks, text search)
"""
