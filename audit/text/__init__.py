"""Pure functions on str and bytes."""
