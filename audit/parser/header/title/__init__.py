"""The headline of each document: the lines that may be one, their signals for the forest, and rules of place."""
