"""Large numeric columns: reading by part, partitioning by key, packing, grouping."""
