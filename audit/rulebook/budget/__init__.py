"""Tolerances: how many documents may break a rule, and the policy's limits on the corpus."""
