"""Language identification: language, confidence, script, and passages in another language."""
