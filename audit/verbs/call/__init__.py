"""What comes before a verb: its settings, and places that are named by URLs."""
