"""Signs of spun text and of injected advertising."""
