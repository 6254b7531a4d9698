"""Articles in a searchable layout, shared by measures of texts."""
