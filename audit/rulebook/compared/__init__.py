"""Rules on comparisons beyond the text: benchmark items, and stated fields."""
