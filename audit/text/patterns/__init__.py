"""Patterns of polars in few texts, searched by Python: polars keeps 32 of them and compiles others in each batch."""
