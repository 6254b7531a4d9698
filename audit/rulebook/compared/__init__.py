"""Rules on what documents are compared by beside their texts: the items of benchmarks, what records state."""
