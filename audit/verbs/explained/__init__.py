"""The explanation of one document: its measures, and the documents it copies."""
