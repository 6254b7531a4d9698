"""Documents that records keep in parts: dialogues by message, converted pages by element."""
