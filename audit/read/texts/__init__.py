"""Files that hold one document each: plain texts, and texts in a form of their own."""
