"""Characters that nobody sees, and what rides in them."""
