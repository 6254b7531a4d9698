"""The items of a benchmark looked for in texts: questions too short for signatures, found by runs of their words."""
