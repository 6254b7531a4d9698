"""What a corpus may afford: how many documents may break a rule, and limits on the corpus that a policy sets."""
