"""The forms of `audit diff`: what is different between two datasets, for people and for programs."""
