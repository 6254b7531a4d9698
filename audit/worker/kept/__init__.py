"""Tables that an earlier run made of documents, looked up (known), taken apart and put together (row_tables)."""
