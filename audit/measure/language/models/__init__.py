"""What tells languages apart: profiles, langdetect's and our own, and words."""
