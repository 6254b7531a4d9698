"""The part files of a worker: their format, and the tables written for the corpus beside documents and blocks."""
