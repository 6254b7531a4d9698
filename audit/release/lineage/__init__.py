"""How versions follow one another: what changed since the one before, and which of them were taken back."""
