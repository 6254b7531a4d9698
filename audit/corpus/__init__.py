"""What needs the whole corpus: the part files as one, template lines, states, findings."""
