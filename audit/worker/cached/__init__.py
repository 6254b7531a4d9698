"""The cache of per-document tables: lookup (known), splitting and concatenation (row_tables)."""
