"""Files of records, each of which is a document."""
