"""Preparation of a call: its settings, and inputs or outputs named by URLs."""
