"""Files with one document each: plain text, and text formats."""
