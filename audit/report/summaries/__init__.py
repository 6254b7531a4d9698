"""What the verbs say at the end that are no audit: what was published, what a review showed."""
