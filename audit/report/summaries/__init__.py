"""What is said besides the verdict: what is known to a gate, what was published, what a review showed."""
