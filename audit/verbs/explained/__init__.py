"""What is told of one document: what was measured, and those it copies."""
