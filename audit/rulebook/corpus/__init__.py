"""Rules on the corpus that fill a file of their own: containers that broke off, copies by source and language."""
