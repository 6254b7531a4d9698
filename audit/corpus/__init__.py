"""Whatever needs the whole corpus: part files as one table, template lines, document states, findings."""
