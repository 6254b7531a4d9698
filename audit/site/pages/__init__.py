"""The pages, a module for each kind: what stands on them, and where they are cut."""
