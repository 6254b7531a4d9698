"""Version history: changes since the parent, and withdrawn versions."""
